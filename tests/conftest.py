"""Fixtures that every room may use: a fresh database (SQLite or PostgreSQL); and on a new clone one worker collects before the others."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.databases import database_url, empty_database_url, store

__all__ = ["database_url", "empty_database_url", "store"]

# Machines are noisy: time is measured in tests/bench, by ratio. On CI (`.ci/run`) the same examples each time.
settings.register_profile("maillon", deadline=None, derandomize="MAILLON_SAME_EXAMPLES" in os.environ)
settings.load_profile("maillon")

FIRST, NEW_CLONE, PATIENCE = "gw0", "MAILLON_TESTS_NEW_CLONE", 180.0


def pytest_configure(config: pytest.Config) -> None:
    """The process that starts the workers tells them whether there is anything to read of an earlier collection."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        os.environ[NEW_CLONE] = "" if (config.rootpath / ".hypothesis").exists() else "yes"


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection() -> Generator[None, object, object]:
    """What the first worker compiled and looked through, the others read: 17 s of processor each."""
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if worker is None or not os.environ.get(NEW_CLONE):
        return (yield)
    collected = Path(tempfile.gettempdir()) / f"maillon-collected-{os.environ['PYTEST_XDIST_TESTRUNUID']}"
    until = time.monotonic() + PATIENCE
    while worker != FIRST and not collected.exists() and time.monotonic() < until:
        time.sleep(0.2)
    try:
        return (yield)
    finally:
        if worker == FIRST:
            collected.touch()


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish() -> None:
    """Nothing is left behind."""
    if os.environ.get("PYTEST_XDIST_WORKER") == FIRST:
        (Path(tempfile.gettempdir()) / f"maillon-collected-{os.environ['PYTEST_XDIST_TESTRUNUID']}").unlink(missing_ok=True)
