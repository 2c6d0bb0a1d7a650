"""How the directory goes out by the chat: « exporte l'annuaire », and the button that asks for one file again."""

from __future__ import annotations

from collections.abc import Iterable

from bot.actions.directory_exports import queue_export
from bot.domain.directory import ExportPart
from bot.texts import exports
from handlers.replies import Reply
from handlers.room import Room


def on_export(room: Room) -> Reply:
    """The three files. Raises NotAllowed."""
    return _queued(room, tuple(ExportPart), exports.COMING)


def on_export_again(room: Room) -> Reply:
    """📇: that file alone, as the directory stands now. Raises NotAllowed."""
    assert room.visit.tap is not None
    return _queued(room, (ExportPart(room.visit.tap.subject),), exports.ONE_COMING)


def _queued(room: Room, parts: Iterable[ExportPart], said: str) -> Reply:
    queue_export(room.work, room.account, parts, now=room.now)
    return Reply(toast=said, delivers=True) if room.visit.query_id else Reply(text=said, delivers=True)
