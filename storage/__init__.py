"""SQL is spoken here: tables, unit of work, queries and migrations."""
