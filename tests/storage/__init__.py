"""What storage promises, on SQLite and on PostgreSQL alike (MAILLON_TEST_DATABASE)."""
