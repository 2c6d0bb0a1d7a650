"""What the directory answers to a question: the one sheet that is meant, or a short list to choose from."""

from __future__ import annotations

from dataclasses import replace

from bot.actions.directory import check_may_read
from bot.actions.sheet_rights import as_seen
from bot.domain.permissions import Verb, may
from bot.domain.requests import FindPartner
from bot.finding import Answer, Hit, How, SheetKind, Verdict
from bot.french.names import written_as_a_name
from bot.texts import directory
from bot.texts import sheets as texts
from handlers import sheets
from handlers.keyboards import rows
from handlers.replies import Button, Reply
from handlers.room import Room

SHOWN = 8
MOST_PLAIN_WORDS = 7
_MOST_AGREED = 40  # sheets that words name: more tell nothing
_OTHERWISE = frozenset({How.SOUND, How.SLIP, How.NEARLY_START})


def search(room: Room, words: str) -> Reply:
    """Whoever these words name: her sheet when there is no doubt, else a short list. Raises NotAllowed."""
    check_may_read(room.account)
    return _answered(room, words, room.finder.find(words, limit=SHOWN + 1))


def plainly_named(room: Room, words: str, *, alone: bool) -> Reply | None:
    """Whoever a few plain words name without doubt, and, where they stand `alone`, whoever bears a name like theirs; None for the rest."""
    if not may(room.account.role, Verb.READ_DIRECTORY) or not 0 < len(words.split()) <= MOST_PLAIN_WORDS:
        return None
    answer = room.finder.find(words, limit=SHOWN + 1)
    if answer.confident or answer.likely or (alone and written_as_a_name(words)):
        return _answered(room, words, answer)
    return None


def _answered(room: Room, words: str, answer: Answer, *, asked: frozenset[str] = frozenset()) -> Reply:
    if answer.verdict is Verdict.NOBODY:
        return Reply(text=texts.nobody_fits(words))
    if answer.verdict is Verdict.CLEAR or answer.likely:
        sheet = answer.hits[0].sheet
        shown = (sheets.person if sheet.kind is SheetKind.PERSON else sheets.structure)(room, sheet.id, asked=asked)
        return _nearest(shown) if answer.likely or _misspelt(answer) else shown
    listed = [_opening(room, hit) for hit in answer.hits[:SHOWN]]
    text = texts.which_one(near=answer.verdict is Verdict.NEAR, more=len(answer.hits) > SHOWN)
    return Reply(text=text, keyboard=rows(listed, 1))


def _nearest(shown: Reply) -> Reply:
    return replace(shown, text=f"{texts.NEAREST}\n\n{shown.text}")


def _misspelt(answer: Answer) -> bool:
    """Whether a name of the first sheet is written otherwise than it was typed: somebody else may be meant."""
    hit = answer.hits[0]
    return hit.sheet.kind is SheetKind.PERSON and any(word.field == "name" and word.how in _OTHERWISE for word in hit.found)


def _opening(room: Room, hit: Hit) -> Button:
    return (sheets.open_person if hit.sheet.kind is SheetKind.PERSON else sheets.open_structure)(room, hit.sheet.id)


def _agreed(room: Room, request: FindPartner, answer: Answer) -> FindPartner | None:
    """Those of the sentence whom its words name one by one too; None when the words alone answer better.

    The sentence may have passed over a word, as « saint jean », which several communes begin with.
    """
    said = [*((SheetKind.PERSON, i) for i in request.people), *((SheetKind.STRUCTURE, i) for i in request.structures)]
    if not said or (answer.confident and len(said) > SHOWN):
        return None
    if answer.confident and len(answer.hits) <= _MOST_AGREED:
        named = {(hit.sheet.kind, hit.sheet.id) for hit in answer.hits}
        both = [one for one in said if one in named]
        people, structures = (tuple(i for kind, i in both if kind is wanted) for wanted in (SheetKind.PERSON, SheetKind.STRUCTURE))
        return replace(request, people=people, structures=structures) if both else None
    return None if not answer.confident and room.finder.elsewhere_than(request.words, said) else request


def found(room: Room, request: FindPartner) -> Reply:
    """The people and structures that the question means; one alone is shown with all that is known. Raises NotAllowed."""
    check_may_read(room.account)
    asked = frozenset(request.fields)
    answer = room.finder.find(request.words, limit=_MOST_AGREED + 1)
    agreed = _agreed(room, request, answer)
    if agreed is None:
        return _answered(room, request.words, answer, asked=asked)
    request = agreed
    if len(request.people) == 1 and not request.structures:
        shown = sheets.person(room, request.people[0], asked=asked)
        same = bool(answer.hits) and answer.hits[0].sheet.id == request.people[0]
        return _nearest(shown) if same and _misspelt(answer) else shown
    if len(request.structures) == 1 and not request.people:
        return sheets.structure(room, request.structures[0], asked=asked)
    people = room.work.directory.people(request.people[:SHOWN])
    theirs = {person.structure_id for person in people.values() if person.structure_id}
    structures = room.work.directory.structures({*request.structures[:SHOWN], *theirs})
    seen = as_seen(room.work, room.account, people.values())
    listed = [seen[i] for i in request.people[:SHOWN] if i in seen]
    places = [structures[i] for i in request.structures[:SHOWN] if i in structures]
    more = len(request.people[SHOWN:]) + len(request.structures[SHOWN:])
    text = directory.found(listed, places, room.names, asked=request.fields, of_people=structures, more=more)
    opening = [sheets.open_person(room, p.id) for p in listed] + [sheets.open_structure(room, s.id) for s in places]
    return Reply(text=text, keyboard=rows(opening, 1))
