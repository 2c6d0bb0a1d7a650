"""What « @bot martin ch » proposes in any chat: sheets to send, for members of the territory only."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace

from telegram.error import TelegramError

from bot.actions.sheet_rights import as_seen_by_others
from bot.domain.people import Person
from bot.domain.permissions import Verb, may
from bot.finding import Hit, SheetKind
from bot.french.typography import typographic
from bot.texts import directory
from handlers.replies import NO_PREVIEW, ask
from handlers.room import Context, Home, Room, home_of
from handlers.visits import Visit

log = logging.getLogger(__name__)
RESULTS = 20


async def on_inline(visit: Visit, context: Context) -> None:
    """Answers what is typed, letter by letter; a late answer is refused by Telegram and missed by nobody."""
    home = home_of(context.application)
    results = await home.aside(_proposed, home, visit)
    said: dict[str, object] = {"inline_query_id": visit.inline_id, "results": results, "is_personal": True, "cache_time": 0}
    try:
        await ask(context.bot, "answerInlineQuery", **said)
    except TelegramError as error:
        log.info("inline query not answered: %s", type(error).__name__)


def _proposed(home: Home, visit: Visit) -> list[dict[str, object]]:
    """The results as Telegram wants them; none for whom the directory is not for."""
    with home.store.work_of(visit.telegram_id) as known:
        if known is None:
            return []
        account, work = known
        if not may(account.role, Verb.READ_DIRECTORY) or not visit.text.strip():
            return []
        room = Room(home=home, work=work, account=account, visit=visit)
        hits = room.finder.find(visit.text, limit=RESULTS).hits
        people = work.directory.people([hit.sheet.id for hit in hits if hit.sheet.kind is SheetKind.PERSON])
        seen = as_seen_by_others(work, account, people.values())
        found = (_result(room, hit, seen) for hit in hits)
        return [result for result in found if result is not None]


def _result(room: Room, hit: Hit, people: Mapping[int, Person]) -> dict[str, object] | None:
    """A sheet to send: who she is and how to reach her; what only concerns the person who sends it stands in the description."""
    sheet, person = hit.sheet, hit.sheet.kind is SheetKind.PERSON
    one = people.get(sheet.id) if person else None
    place = None if person else room.work.directory.structures([sheet.id]).get(sheet.id)
    if one is None and place is None:
        return None
    words = directory.found([replace(one, hidden=False)] if one else [], [place] if place else [], room.names)
    what = [*sheet.functions, *(structure.name for structure in sheet.structures[:1] if person), *sheet.communes[:1]]
    return {
        "type": "article",
        "id": f"{'p' if person else 's'}{sheet.id}",
        "title": typographic(sheet.label),
        "description": typographic(", ".join(what) + (directory.KEPT_BACK if one and one.hidden else "")),
        "input_message_content": {"message_text": typographic(words), "parse_mode": "HTML", "link_preview_options": NO_PREVIEW},
    }
