"""Who tells her own hours, so that a message tells none of hers: « Paola note ses heures elle-même », « Julie saisira les siennes »."""

from __future__ import annotations

from bot.understanding.lexicon_files import words_of
from bot.understanding.person_mentions import PersonMention
from bot.understanding.scan import Scan

_NOTES = words_of("parts", "notes_her_own")
_OWN = frozenset(
    {("ses", "heures"), ("ses", "h"), ("leurs", "heures"), ("son", "temps"), ("leur", "temps"), ("sa", "saisie"), ("leur", "saisie")}
)
_HERS = frozenset({("les", "siennes"), ("les", "leurs"), ("le", "sien"), ("son", "cote"), ("leur", "cote")})
_HERSELF = frozenset({"elle", "lui", "elles", "eux"})
_SHE = frozenset({"elle", "il", "elles", "ils"})
_DONE = frozenset({"a", "ont", "aura", "auront", "deja"})
_REACH = 5  # words between the verb and what shows that the hours are her own


def notes_her_own(scan: Scan, first: int, last: int) -> frozenset[int]:
    """The first words of the people of words [first, last) who note their own hours."""
    found: set[int] = set()
    for k in range(first + 1, last):
        if scan.fold(k) in _NOTES and _hers(scan, k, last):
            found |= {person.first for person in _subjects(scan, k, first)}
    return frozenset(found)


def _hers(scan: Scan, k: int, last: int) -> bool:
    """Whether the hours noted by the verb at word k are those of its subject."""
    for i in range(k + 1, min(last, k + 1 + _REACH)):
        if not scan.words[i].is_word and scan.sign(i) != "-":
            return False
        pair = (scan.fold(i), scan.fold(i + 1))
        if pair in _OWN or pair in _HERS:
            return True
        beyond = i + 1 + (scan.sign(i + 1) == "-")
        if scan.fold(i) in _HERSELF and scan.fold(beyond) in {"meme", "memes"}:
            return True
    return False


def _subjects(scan: Scan, k: int, first: int) -> list[PersonMention]:
    """Those who note: whoever stands right before the verb, « et » between them, or is meant by « elle », « ils »."""
    done = k
    while done > first and scan.fold(done - 1) in _DONE:
        done -= 1
    there = _before(scan, done - (scan.fold(done - 1) == "qui"), first)
    if there is not None:
        joined = [there]
        while scan.fold(there.first - 1) == "et" and (other := _before(scan, there.first - 1, first)) is not None:
            joined.append(other)
            there = other
        return joined
    if scan.fold(done - 1) not in _SHE:
        return []
    told = {p.first: p for i in range(first, done) if (p := scan.person_at[i]) is not None}
    several = scan.fold(done - 1).endswith("s")
    return list(told.values()) if several else list(told.values())[-1:]


def _before(scan: Scan, i: int, first: int) -> PersonMention | None:
    return scan.person_at[i - 1] if i > first else None
