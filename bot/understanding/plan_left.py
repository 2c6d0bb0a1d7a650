"""What stands behind the day and the hour of a plan and was not read: a place as it was typed, or words that the card says it left out."""

from __future__ import annotations

from bot.understanding.groups import GroupMention
from bot.understanding.lexicon_files import spaced, table
from bot.understanding.plan_spots import Told, rest_of
from bot.understanding.privacy import private_words
from bot.understanding.scan import Scan
from bot.understanding.typed_places import PLACE_NOUNS
from bot.understanding.verbs import names_task

_LEXICON = table("plans")["left"]
_SMALL = frozenset(spaced(_LEXICON["small"]).split())
_NO_SIGLES = frozenset(spaced(_LEXICON["no_sigles"]).split())
_VOWELS = frozenset("aeiouy")
_ENDS = frozenset({",", ";", ".", "(", ")", "\n", "-", "–"})
_MOST_OF_A_PLACE = 5  # words


def left_behind(scan: Scan, group: GroupMention, told: Told, small: frozenset[str]) -> tuple[str | None, str | None]:
    """« mardi 15 10h, cds tamaris, café à prévoir »: the place that those words may be where none was read, and what is left of them."""
    rest = rest_of(scan, told.words | frozenset(range(group.first, group.last)), small | _SMALL)
    first = next((i for i in range(len(scan)) if scan.time_at[i] is not None), len(scan))
    rest = [i for i in rest if i > first]
    if not rest:
        return None, None
    private = private_words(scan)
    spot = told.spot
    placed = bool(spot.place_id or spot.place_said or spot.commune) or "place" in told.same
    place, loose = None, []
    for start, end in _clauses(scan, rest, told):
        if any(i in private for i in range(start, end)):
            continue
        if not placed and place is None and _may_be_place(scan, start, end):
            place = scan.slice(start, end)
        else:
            loose.append(scan.slice(start, end))
    return place, ", ".join(loose) or None


def _clauses(scan: Scan, rest: list[int], told: Told) -> list[tuple[int, int]]:
    """The runs of words in which something was not read, each with the small words inside it and before it."""
    runs: list[tuple[int, int]] = []
    for i in rest:
        if runs and i < runs[-1][1]:
            continue
        start = i
        while start > 0 and scan.words[start - 1].is_word and start - 1 not in told.words and scan.fold(start - 1) not in _SMALL:
            start -= 1
        end = i + 1
        while end < len(scan) and scan.sign(end) not in _ENDS and end not in told.words:
            end += 1
        while end > i + 1 and scan.fold(end - 1) in _SMALL:
            end -= 1
        runs.append((start, end))
    return runs


def _may_be_place(scan: Scan, first: int, last: int) -> bool:
    """« cds tamaris », « les locaux du cds »: a few nouns, the first of them a sort of place or a sigle."""
    head = first + (scan.fold(first) in {"le", "la", "les", "l", "au", "a"})
    if not head < last - 1 or last - head > _MOST_OF_A_PLACE or any(scan.person_at[i] is not None for i in range(first, last)):
        return False
    if any(names_task(scan.fold(i)) for i in range(head, last)) or any(scan.words[i].text.endswith("é") for i in range(head, last)):
        return False
    return scan.fold(head) in PLACE_NOUNS or _is_sigle(scan, head)


def _is_sigle(scan: Scan, i: int) -> bool:
    """« cds », « MSP », « PMI »."""
    said = scan.fold(i)
    capitals = scan.sign(i).isupper() and any(letter.islower() for letter in scan.text)
    return 2 <= len(said) <= 5 and said not in _NO_SIGLES and (capitals or _VOWELS.isdisjoint(said))
