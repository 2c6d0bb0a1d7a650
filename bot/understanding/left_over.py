"""What a sentence of facts tells besides them: « …, la diététicienne a présenté l'étude » is kept as something spoken of."""

from __future__ import annotations

from collections.abc import Collection

from bot.understanding.callings import is_calling
from bot.understanding.choosing import ATTENDANCE
from bot.understanding.coming import told_ahead
from bot.understanding.groups import Strength, kind_at
from bot.understanding.lexicon_files import words_of
from bot.understanding.roles import Segment
from bot.understanding.scan import Scan
from bot.understanding.verbs import Deed, deed_at
from bot.understanding.words import LINKS

_SIGNS = frozenset({",", ";", ".", "\n", "("})
_ENDS = frozenset({".", "\n", ";", "!", "…"})
_OF = frozenset({"du", "de", "d"})
_WHEN_ONLY = LINKS | {"apres", "suite", "ensuite", "echeance", "quand", "date"}
_NO_THEME = LINKS | words_of("cues", "no_themes") | words_of("places", "nouns")
_MOODS = words_of("cues", "moods")
_FEWEST = 3  # words that say something


def left_over(scan: Scan, part: Segment, taken: Collection[int]) -> list[tuple[int, int]]:
    """The clauses [first, last) of a part in which somebody did something and of which nothing was `taken`."""
    found: list[tuple[int, int]] = []
    begin = part.body
    for i in range(part.body, part.last + 1):
        if i == part.last or scan.sign(i) in _SIGNS:
            if begin > part.body and _tells(scan, begin, i, taken):
                found.append((begin, i))
            begin = i + 1
    return found or _listed_behind(scan, part, taken)


def _listed_behind(scan: Scan, part: Segment, taken: Collection[int]) -> list[tuple[int, int]]:
    """What was spoken of, told behind those who were there: « …, Zoé, Mehdi, parcoursup, harcèlement, forum santé »."""
    timed = any((t := scan.time_at[i]) is not None and t.ends is not None for i in range(part.body, part.last))
    last = next((i for i in range(part.last - 1, part.body - 1, -1) if i in taken and not (timed and _only_lasts(scan, i))), part.last)
    first = last + 2
    if first >= part.last or scan.sign(last + 1) != "," or scan.fold(first) in _NO_THEME or not scan.words[first].is_word:
        return []
    if is_calling(scan.fold(first)):
        return []  # « le Dr Aubert, allergologue à Nîmes »
    inside = range(first, part.last)
    if any(scan.person_at[i] or ((g := scan.group_at[i]) and g.strength >= Strength.NAMED) or _tells_presence(scan, i) for i in inside):
        return []
    said = [i for i in inside if scan.words[i].is_word and len(scan.fold(i)) >= 4 and scan.fold(i) not in LINKS and not scan.time_at[i]]
    return [(first, part.last)] if len(said) > 1 and any(scan.fold(i) not in _MOODS for i in said) else []


def _tells(scan: Scan, first: int, last: int, taken: Collection[int]) -> bool:
    inside = range(first, last)
    if any(i in taken or scan.time_at[i] is not None or scan.group_at[i] is not None for i in inside):
        return False
    if any(_tells_presence(scan, i) or kind_at(scan.words, i)[0] is not None for i in inside):
        return False
    told = [i for i in inside if scan.words[i].is_word and len(scan.fold(i)) >= 4 and scan.fold(i) not in LINKS]
    done = any((deed := deed_at(scan.words, i)) is not None and deed[0] is not Deed.WILL for i in range(first + 1, last))
    return len(told) >= _FEWEST and done


def _only_lasts(scan: Scan, i: int) -> bool:
    """Whether « 48h » of « dispositif 48h chrono » stands at word i."""
    time = scan.time_at[i]
    return time is not None and time.seconds is not None and time.starts is None


def tells_event(scan: Scan, part: Segment, taken: Collection[int]) -> bool:
    """Whether a sentence behind the head only tells of some other day: « Vernissage le 5 octobre à 18h », « Stand du 2 : 9 venus »."""
    inside = range(part.body, part.last)
    if not part.sentence or not _is_whole(scan, part) or any(i in taken and scan.words[i].is_word for i in inside):
        return False
    days = {id(t): scan.span_of(t) for i in inside if (t := scan.time_at[i]) is not None}
    if not any(_of_a_thing(scan, part, first) for first, _ in days.values()) and (
        any(_tells_presence(scan, i) for i in inside) or not any(told_ahead(scan, *span) for span in days.values())
    ):
        return False
    free = (i for i in inside if scan.words[i].is_word and scan.time_at[i] is None and scan.person_at[i] is None)
    return any(scan.fold(i) not in _WHEN_ONLY and (len(scan.fold(i)) >= 4 or scan.sign(i).isupper()) for i in free)


def _is_whole(scan: Scan, part: Segment) -> bool:
    """Whether a part ends its sentence and heads nothing: not « Forum du 20 mai : Chloé fait le plan », « À boucler avant le 1er »."""
    if scan.fold(part.body) == "a" and ":" not in scan.signs[part.body : part.last]:
        return False
    return part.last >= len(scan) or scan.sign(part.last) in _ENDS or scan.sign(part.last) > "\u2300"


def _of_a_thing(scan: Scan, part: Segment, at: int) -> bool:
    """Whether « l'atelier du », « stand du » stands before the day at word `at`, that they were counted on: a colon follows."""
    of = at if scan.fold(at) in _OF else at - 1
    noun = of - 1
    return noun >= part.body and scan.fold(of) in _OF and scan.words[noun].is_word and ":" in scan.signs[at : min(part.last, at + 4)]


def _tells_presence(scan: Scan, i: int) -> bool:
    """Whether word i tells who was there or away: not « a présenté »."""
    spoke = scan.fold(i).startswith("present") and scan.fold(i - 1) in {"a", "ont", "avait", "avaient", "ai", "nous"}
    return not spoke and ATTENDANCE.at(scan.words, i) is not None
