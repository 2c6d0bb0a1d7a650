"""Where everything is kept: SQLAlchemy Core over SQLite or PostgreSQL, one unit of work a territory."""
