"""Who was there by what a decision or a topic tells of them: « On valide le projet présenté par Karim Haddad »."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from bot.domain.attendance import Presence
from bot.understanding.choosing import presence_of, structure_beside
from bot.understanding.lexicon_files import words_of
from bot.understanding.roles import Role, Segment
from bot.understanding.roll_not_there import never_there
from bot.understanding.scan import Scan

_SHOWN = words_of("roll", "shown_by")
_AHEAD = words_of("roll", "shown_ahead")
_BACK = 5  # words before the participle in which « sera », « à » put it ahead
_SAID = words_of("roll", "said_there")
_TOLD = frozenset({Role.DECISION, Role.TOPIC})


def shown(scan: Scan, parts: Iterable[Segment], group_id: int | None, known: Collection[int | None]) -> tuple[Presence, ...]:
    """Those by whom something was shown to the meeting, less those already listed and the author."""
    found: dict[int, Presence] = {}
    for part in parts:
        if part.role not in _TOLD:
            continue
        for i in range(part.body, part.last - 1):
            presence = _shown_by(scan, i, part, group_id) if scan.folds[i] in _SHOWN and scan.folds[i + 1] == "par" else None
            presence = presence or _spoke(scan, i, part, group_id)
            if presence is not None and presence.person_id is not None and presence.person_id not in known:
                found.setdefault(presence.person_id, presence)
    return tuple(p for person, p in found.items() if person != scan.hearing.author_id)


def _shown_by(scan: Scan, i: int, part: Segment, group_id: int | None) -> Presence | None:
    """Who is named after « présenté par » at word i; None where it is still to be shown, or was elsewhere."""
    j = i + 2 + (scan.fold(i + 2) in {"le", "la", "l"})
    person = scan.person_at[j] if j < part.last else None
    if person is None or person.first != j or any(scan.folds[k] in _AHEAD for k in range(max(part.body, i - _BACK), i)):
        return None
    structures, last = structure_beside(scan, person.last)
    if scan.time_at[last] is not None or scan.fold(last) in {"au", "aux", "a", "lors", "en", "devant"}:
        return None  # « présenté par Zoé en mars », « au Copil »
    return presence_of(scan, person, structures, group_id)


def _spoke(scan: Scan, i: int, part: Segment, group_id: int | None) -> Presence | None:
    """Who opens a clause of what was decided at word i, having said something there: « M. Lambert a demandé un point »."""
    person = scan.person_at[i]
    opens = i == part.body or scan.sign(i - 1) in {",", ".", ";", "\n"}
    if person is None or person.first != i or not opens or part.role is not Role.DECISION or never_there(scan, i):
        return None
    structures, last = structure_beside(scan, person.last)
    told = scan.fold(last) in {"a", "avait"} and scan.fold(last + 1) in _SAID
    return presence_of(scan, person, structures, group_id) if told else None
