"""Maillon: the assistant of coordinators of local health projects; see docs/architecture.md for the map."""
