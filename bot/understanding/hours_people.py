"""Whose hours a message tells: the author’s, somebody else’s, several people’s."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.domain.drafts import Field, HoursDraft, Span
from bot.understanding.callings import is_calling
from bot.understanding.choosing import choose_people, structure_beside
from bot.understanding.companions import accompanying, with_companions
from bot.understanding.counts import everyone_noun, number_value, staff_noun
from bot.understanding.hours_away import author_told, gave_none
from bot.understanding.hours_companions import companions
from bot.understanding.hours_crews import crew_before, crew_leads, set_apart
from bot.understanding.hours_self_noted import notes_her_own
from bot.understanding.lexicon_files import spaced, table, words_of
from bot.understanding.person_mentions import PersonMention, title_of
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.strangers import FIRST_NAMES, stranger_at
from bot.understanding.times import TimeMention
from bot.understanding.tokens import fold

EACH = PhraseTable({"each": table("parts")["each"]["words"]})


_LIKEWISE = frozenset({"pareil", "idem", "itou", "aussi", "autant", "egalement", "meme"})
_INSTEAD = frozenset({"pour", "pr", "a", "de", "d"})


_MEANING = frozenset({("parle", "de"), ("parle", "d"), ("veux", "dire"), ("voulais", "dire"), ("est", "a"), ("a", "dire")})
_AS_LONG = frozenset({"x", "×", "*", "chacun", "chacune", "ont", "meme", "pareil", "idem", "autant"})


PARTS = PhraseTable(table("parts")["parts"])
_NO_PEOPLE = words_of("cues", "not_people") | words_of("parts", "occasions") | {"kits", "flyers", "affiches", "km"}


_PART_WORDS = frozenset(spaced(said) for several in table("parts")["parts"].values() for said in several)


@dataclass(slots=True)
class Line:
    """One length of time and the words [first, last) that tell about it."""

    time: TimeMention | None  # None: the length must be asked
    at: int
    first: int
    last: int
    part: Found | None = None


def for_people(
    scan: Scan, line: Line, base: HoursDraft, *, whole: tuple[int, int] | None, before: list[HoursDraft], private: frozenset[int]
) -> list[HoursDraft]:
    """One line for each of those whose hours are told; the author's where nobody else is."""
    first, last = whole or (line.first, line.last)
    author = scan.hearing.author_id
    crew = crew_before(scan, line.time, line.at)
    if crew is not None and base.minutes is not None:
        base = replace(base, minutes=base.minutes // crew[0])  # « bénévoles 4 x 2h »
    if before and (one := set_apart(scan, line.at)) is not None and before[-1].count > 1:
        before[-1] = replace(before[-1], count=before[-1].count - one)  # « … sauf un resté 1h »
        return [replace(_of_the_same(base, before[-1]), count=one)]
    counted = crew or _count(scan, first, last, line)
    if counted is None and (lead := crew_leads(scan)) is not None:
        counted = lead[0] or 1, lead[1], None
        base = base if lead[0] is not None else replace(base, minutes=None)  # how many they were is not told
    others = [counted_draft(base, counted)] if counted is not None else []
    people, instead, with_author = _named(scan, base, first, last, private)
    if counted is None:
        known = {p.person_id for p in people}
        people += [c for c in companions(scan, first, last, base) if c.person_id is None or c.person_id not in known | {author}]
    mine = replace(base, person_id=author)
    if counted is not None:
        joined = (
            with_author
            or (not instead and (_added(scan, first, last, counted[0]) or with_companions(scan, first, last)))
            or (
                not people
                and any(scan.fold(k) in {"on", "nous"} and scan.fold(k - 1) not in {"chez", "de", "avec", "d"} for k in range(first, last))
            )
        )
        return [*([mine] if joined else []), *people, *others]
    people = list({p.person_id or p.person_candidates or p.person_said: p for p in reversed(people)}.values())[::-1]
    beside = _we_were(scan, first, last) if line.part is not None and line.part.tag == "action" and not instead else None
    if beside is not None and len(people) < beside:
        rest = beside - 1 - sum(p.count for p in people)
        return [mine, *people, *([counted_draft(base, (rest, "personnes", None))] if rest > 0 else [])]
    if not people:
        return [_of_the_same(base, before[-1])] if before and before[-1].person_id != author and not with_author else [mine]
    return _shared(scan, line, people if instead and not with_author else [mine, *people])


def _shared(scan: Scan, line: Line, drafts: list[HoursDraft]) -> list[HoursDraft]:
    """The hours of each where « 3h x2 (Sophie et moi) » multiplies by who they were, not by times."""
    times = line.time.count if line.time is not None else 1
    if times != len(drafts) or times < 2 or scan.fold(line.at + 1) in {"x", "×"} or scan.sign(line.at + 1) in {"x", "×", "*"}:
        return drafts
    return [replace(d, minutes=d.minutes // times) if d.minutes is not None and len(d.days) < 2 else d for d in drafts]


def _added(scan: Scan, first: int, last: int, value: int) -> bool:
    """Whether those counted come on top of the author: « 2h15 de terrain, plus 3 habitantes qui ont fait pareil »."""
    numbers = ((i, n[0]) for i in range(first + 1, last) if (n := number_value(scan, i)) is not None)
    return any(told == value and (scan.fold(i - 1) in {"plus", "avec"} or scan.sign(i - 1) == "+") for i, told in numbers)


def _with_me(scan: Scan, i: int, beyond: int) -> bool:
    """« 2 bénévoles + moi », « moi et 2 bénévoles »: counted beside the author."""
    behind = scan.fold(beyond) in {"et", "plus"} or scan.sign(beyond) == "+"
    before = scan.fold(i - 1) in {"et", "plus"} or scan.sign(i - 1) == "+"
    return (behind and scan.fold(beyond + 1) == "moi") or (before and scan.fold(i - 2) == "moi")


def _only_speaks(scan: Scan, i: int, last: int) -> bool:
    """Whether somebody is only told of before a colon: « mais Benoît insiste : préparation du Copil, 2h »."""
    colon = next((k for k in range(i, min(last, i + 4)) if scan.sign(k) in {":", ",", ".", "\n"}), None)
    if colon is None or scan.sign(colon) != ":" or colon == i:
        return False
    return all(
        scan.words[k].is_word and all(at[k] is None for at in (scan.time_at, scan.group_at, scan.person_at, scan.thing_at, scan.number_at))
        for k in range(i, colon)
    ) and scan.fold(i) not in {"et", "a", "ont", "pour", "pr", "aussi", "sur", "au", "en"}


def _named(scan: Scan, base: HoursDraft, first: int, last: int, private: frozenset[int]) -> tuple[list[HoursDraft], bool, bool]:
    """Those named beside the author; whether they stand instead of her; whether she is told of too."""
    author = scan.hearing.author_id
    people: list[HoursDraft] = []
    instead = False
    elsewhere = notes_her_own(scan, first, last)
    with_author = author_told(scan, first, last)
    i = first
    while i < last:
        person = scan.person_at[i]
        if person is None or person.first != i:
            name = _stranger(scan, i, first, last) if i not in private else None
            if name is not None:
                instead = instead or not _accompanies(scan, i)
                span = Span(field=Field.PERSON, start=scan.words[i].start, end=scan.words[name - 1].end)
                people.append(replace(base, person_said=scan.slice(i, name), spans=(*base.spans, span)))
            i = name or i + 1
            continue
        if person.first in elsewhere or _only_speaks(scan, person.last, last) or gave_none(scan, person, last):
            i = person.last
            continue
        structures, beyond = structure_beside(scan, person.last)
        ids = choose_people(person.ids, scan.index, structures=structures, group_id=base.group_id, author_id=None)
        people = [p for p in people if not _takes_up(scan, person, p)]
        if author in ids and (len(ids) == 1 or person.ids == (author,)):
            with_author = with_author or not _signs(scan, person)
        else:
            ids = tuple(p for p in ids if p != author)
            if not people and ((scan.fold(i - 1) in _INSTEAD and not _likewise(scan, person)) or not _accompanies(scan, i)):
                instead = True
            people.append(_of_person(base, person, ids))
        i = max(beyond, i + 1)
    return people, instead, with_author


def _signs(scan: Scan, person: PersonMention) -> bool:
    """Whether somebody's name only signs the message: « Bonne soirée, Marie-Hélène »."""
    ends = all(not scan.words[k].is_word for k in range(person.last, len(scan)))
    return ends and scan.sign(person.first - 1) in {",", "\n", ".", "!", "-", "–"}


def _takes_up(scan: Scan, person: PersonMention, before: HoursDraft) -> bool:
    """Whether a whole name only makes plain whom a part of it meant before: « pour Simon, … Simon Gaillard donc », « je parle de… »."""
    said, whole = fold(before.person_said or ""), fold(person.said).split()
    told = scan.fold(person.last) in {"donc", "hein"} or scan.folds[max(0, person.first - 3) : person.first][-2:] in _MEANING
    return told and len(whole) > 1 and said in whole


def _we_were(scan: Scan, first: int, last: int) -> int | None:
    """« on était 3 »: how many, the author among them, spent the time told; None if it is not said."""
    for i in range(first + 1, last):
        number = number_value(scan, i)
        if number is not None and 1 < number[0] <= 30 and scan.fold(i - 1) in {"etait", "etions"} and scan.fold(i - 2) in {"on", "nous"}:
            return number[0]
    return None


def _of_person(base: HoursDraft, person: PersonMention, ids: tuple[int, ...]) -> HoursDraft:
    """The hours of somebody of the directory, or of one among several."""
    return replace(
        base,
        person_id=ids[0] if len(ids) == 1 else None,
        person_said=person.said,
        person_candidates=ids[:8] if len(ids) > 1 else (),
        spans=(*base.spans, Span(field=Field.PERSON, start=person.start, end=person.end)),
    )


def _of_the_same(base: HoursDraft, before: HoursDraft) -> HoursDraft:
    """« Karim a fait 2h de route et 1h de préparation »: the second length is told of the same one."""
    return replace(
        base,
        person_id=before.person_id,
        person_said=before.person_said,
        person_candidates=before.person_candidates,
        structure_id=before.structure_id,
        count=before.count,
    )


def _stranger(scan: Scan, i: int, first: int, last: int) -> int | None:
    """The word after the name of somebody unknown whose hours are told at word i: « par Josette Dupuis », « Josette : 2h »."""
    name = stranger_at(scan, i, last)
    if name is None or (title_of(scan.words, i) is None and scan.fold(i) not in FIRST_NAMES):
        return None
    opens = i == first or scan.sign(i - 1) in {",", ";", "\n", ":", "+", "&", "(", "-", "–", "."}
    told = opens or scan.fold(i - 1) in {
        "par",
        "pour",
        "pr",
        "avec",
        "et",
        "plus",
        "que",
        "binome",
        "note",
        "ajoute",
        "mets",
        "compte",
        "a",
    }
    before = scan.fold(i - 2)
    of = scan.fold(i - 1) in {"de", "d"} and (scan.time_at[i - 2] is not None or before in _PART_WORDS)
    return name if told or of else None


def _likewise(scan: Scan, person: PersonMention) -> bool:
    """« pour Olivier Bonnet aussi », « Simon Gaillard pareil »: as well as the author."""
    return scan.fold(person.last) in _LIKEWISE


def _accompanies(scan: Scan, i: int) -> bool:
    """Whether a name joins the author: « avec Thomas », « 2h30 d'atelier… Simon Gaillard pareil »."""
    person = scan.person_at[i]
    if person is not None and _likewise(scan, person):
        return True
    j = i - 1
    while j >= 0 and (
        scan.person_at[j] is not None
        or scan.number_at[j] is not None
        or is_calling(scan.fold(j))
        or scan.fold(j) in {"et", "mme", "m", "dr", "le", "la", "l"}
        or scan.sign(j) == ","
        or (scan.sign(j) == "." and title_of(scan.words, j - 1) is not None)  # « avec Mme. Arnaud », not « avec Lucie. Florence »
    ):
        j -= 1
    return scan.fold(j) in {"avec", "plus", "binome"} or scan.sign(j) == "+"


def _count(scan: Scan, first: int, last: int, line: Line) -> tuple[int, str | None, int | None] | None:
    """« 4 bénévoles x 2h », « 3 habitants, 2h chacun »: how many, what they are called, their structure."""
    for i in range(first, last):
        if scan.fold(i) in {"un", "une"} and accompanying(scan, i):
            return 1, scan.slice(i + 1, i + 2), None
        number = number_value(scan, i)
        if number is None or scan.fold(i - 1) in {"axe", "x"}:
            continue
        value, _, after_number = number
        noun = staff_noun(scan, after_number) or everyone_noun(scan, after_number)
        if scan.fold(after_number) in _NO_PEOPLE or PARTS.at(scan.words, after_number) is not None:
            continue
        if noun is None and not (scan.words[after_number].is_word if after_number < last else False):
            continue
        end = noun or after_number + 1
        j = end
        while scan.fold(j) in {"de", "du", "des", "la", "l", "d"}:
            j += 1
        thing = scan.thing_at[j] if j < last else None
        structure = thing.structures[0] if thing is not None and len(thing.structures) == 1 and j > end else None
        placed = thing is not None and not thing.structures and j > end  # « bénévoles du centre social des prés », a place
        end = thing.last if placed and thing is not None else end
        beyond = thing.last if structure is not None and thing is not None else end
        near = (
            any(scan.fold(k) in _AS_LONG for k in range(beyond, min(last, beyond + 5)))
            or scan.sign(beyond) in {"x", "×", "*"}
            or line.at - beyond in {0, 1}
            or _with_me(scan, i, beyond)
            or accompanying(scan, i)
            or EACH.first(scan.words, first, last)
        )
        if near and (value > 1 or accompanying(scan, i)):
            return value, scan.slice(after_number, end), structure
    return None


def counted_draft(base: HoursDraft, counted: tuple[int, str | None, int | None]) -> HoursDraft:
    """Hours of several unnamed people."""
    value, said, structure = counted
    return replace(base, count=value, person_said=said, structure_id=structure, person_id=None)
