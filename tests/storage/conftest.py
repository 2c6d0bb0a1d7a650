"""What the tests of storage start from: a territory with Claire, and a neighbouring one."""

from __future__ import annotations

from tests.databases import database_url, empty_database_url, store

__all__ = ["database_url", "empty_database_url", "store"]
