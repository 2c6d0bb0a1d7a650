"""A local, strict Bot API server with simulated people, faults and a chat page; knows no other room."""
