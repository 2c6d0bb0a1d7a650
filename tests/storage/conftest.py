"""What the tests of storage start from: Alès with one of everything, and Nîmes, its neighbour in the same database."""

from __future__ import annotations

import pytest

from storage.unit_of_work import SqlStore
from tests.storage.world import World, build


@pytest.fixture
def ales(store: SqlStore) -> World:
    """Alès, where Claire coordinates."""
    return build(store, name="Alès", rank=1)


@pytest.fixture
def nimes(store: SqlStore) -> World:
    """Nîmes, which Alès must never see."""
    return build(store, name="Nîmes", rank=2)


@pytest.fixture
def ales_once(store: SqlStore) -> World:
    """Alès, for the tests that write many rows one after the other into the same database."""
    return build(store, name="Alès", rank=1)
