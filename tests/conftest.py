"""Fixtures that every room may use: a fresh database (SQLite or PostgreSQL)."""

from __future__ import annotations

from hypothesis import settings

from tests.databases import database_url, empty_database_url, store

__all__ = ["database_url", "empty_database_url", "store"]

settings.register_profile("maillon", deadline=None)  # machines are noisy: time is measured in tests/bench, by ratio
settings.load_profile("maillon")
