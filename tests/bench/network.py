"""The territory of the bench: the demonstration at the reference scale, with fifty of its people joined."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bot.demonstration import build, load
from bot.domain.permissions import Role
from bot.wiring import first_invitation
from storage.engine import open_store, upgrade
from storage.territories import create_territory

FIRST_ID = 5_000_000


def prepare(database: Path, *, people: int) -> list[tuple[int, str]]:
    """Makes the database; returns the Telegram ids and first names of those who joined."""
    url, now = f"sqlite:///{database}", datetime.now(UTC)
    upgrade(url)
    store = open_store(url)
    demo = build(until=now.date())
    territory = create_territory(store, name=demo.name, organism=demo.organism, zone=demo.zone, communes=demo.communes, axes=demo.axes)
    load(store, demo, territory_id=territory.id, now=now)
    joined: list[tuple[int, str]] = []
    for number, person in enumerate(demo.people[:people]):
        name = f"{person.first_name} {person.last_name}"
        code = first_invitation(store, territory.id, name=name, role=Role.CONTRIBUTOR, now=now, person_id=person.id)
        store.desk.redeem(code, telegram_id=FIRST_ID + number, chat_id=FIRST_ID + number, telegram_name=name, now=now)
        joined.append((FIRST_ID + number, person.first_name))
    store.close()
    return joined
