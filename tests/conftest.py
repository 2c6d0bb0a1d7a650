"""Fixtures that every room may use: a fresh database (SQLite or PostgreSQL)."""

from __future__ import annotations

from tests.databases import database_url, empty_database_url, store

__all__ = ["database_url", "empty_database_url", "store"]
