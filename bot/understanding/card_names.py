"""Who of a card a name means: somebody of the directory, or a guest whom only the card knows."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.attendance import Presence
from bot.understanding import edits
from bot.understanding.lexicon_files import spaced
from bot.understanding.scan import Scan


def guest_named(said: str | None, people: tuple[Presence, ...]) -> Presence | None:
    """The one of the card whom the directory does not know and who has that name, or that first name."""
    name = spaced(said or "").split()
    guests = [p for p in people if p.person_id is None and p.said and not p.candidates]
    same = [p for p in guests if spaced(p.said or "").split()[: len(name)] == name] if name else []
    return same[0] if len(same) == 1 else None


def of_the_list(scan: Scan, i: int, said: Presence, people: tuple[Presence, ...]) -> Presence:
    """Who is meant when somebody of that name stands in the list: « enlève Karim » is the Karim who was there."""
    mention = scan.person_at[i]
    if mention is None:
        guest = guest_named(said.said, people)
        return replace(guest, state=said.state) if guest is not None and said.person_id is None and said.structure_id is None else said
    here = [p.person_id for p in people if p.person_id is not None and p.person_id in mention.ids]
    if len(here) == 1:
        return replace(said, person_id=here[0], candidates=())
    name = spaced(mention.said)
    guest = guest_named(name, people)
    if not here and guest is not None and (mention.bare or spaced(guest.said or "") == name):
        return replace(guest, state=said.state)
    return edits.narrowed(said, people)
