"""Who somebody on the card turns out to be: « Julie s'appelle Julie Roche », « elle est du CSAPA »."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.attendance import Presence
from bot.domain.drafts import Field
from bot.understanding.changes import Change, typed
from bot.understanding.choosing import presence_of
from bot.understanding.lexicon_files import spaced, table
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.sentences import sentences
from bot.understanding.strangers import stranger_at
from bot.understanding.turns import words_in

_CALLS = PhraseTable({"calls": table("turns")["named"]["calls"]})
_BELONGS = PhraseTable({"belongs": table("turns")["named"]["belongs"]})
_SUBJECTS = PhraseTable({"subject": table("turns")["named"]["subjects"]})
_SKIPPED = words_in("corrects", "skipped") | {"non", "pardon", "fait", "en", "plutot", "et", "mais", ","}
_ARTICLES = frozenset({"le", "la", "l", "les", "du", "de", "des", "d"})
_LONGEST_NAME = 4


def name_people(scan: Scan, change: Change) -> None:
    """Give somebody of the card the name or the structure that a message tells; those words are used up."""
    for sentence in sentences(scan):
        i = sentence.body
        while i < sentence.last and scan.fold(i) in _SKIPPED:
            i += 1
        subject = _subject(scan, change, i)
        if subject is None:
            continue
        at, after = subject
        _told_of(scan, change, at, i, after, sentence.last)


def _subject(scan: Scan, change: Change, i: int) -> tuple[int | None, int] | None:
    """Which line of the list words at i speak of, and the word after them; line None: somebody who does not stand there."""
    people = change.meeting.people
    pronoun = _SUBJECTS.at(scan.words, i)
    if pronoun is not None:
        unknown = [k for k, p in enumerate(people) if p.person_id is None and p.structure_id is None and not p.candidates]
        return (unknown[-1], pronoun.last) if unknown else None
    person = scan.person_at[i]
    if person is None and not (i < len(scan) and scan.words[i].is_capital):
        return None
    after = person.last if person is not None else stranger_at(scan, i, len(scan)) or i + 1
    name = spaced(typed(scan, i, after))
    here = [k for k, p in enumerate(people) if person is not None and p.person_id in person.ids]
    here = here or [k for k, p in enumerate(people) if p.person_id is None and p.said and spaced(p.said).split()[:1] == name.split()[:1]]
    return (here[0] if len(here) == 1 else None, after)


def _told_of(scan: Scan, change: Change, at: int | None, first: int, after: int, end: int) -> None:
    """Read « s'appelle… », « c'est… », « est du… » behind a subject, and « et elle est du… » behind that."""
    i = after + (scan.sign(after) == ",")
    calls = _CALLS.at(scan.words, i)
    if scan.fold(first) in {"son", "nom"} and calls is None and scan.fold(i) in {"c", "est"}:
        calls = _CALLS.at(scan.words, first)
    if calls is None and _BELONGS.at(scan.words, i) is None:
        return
    named, i = _name(scan, calls.last, end) if calls is not None else (None, i)
    if calls is not None and named is None:
        i = calls.last
        if scan.fold(i) not in _ARTICLES or not (scan.fold(calls.last - 1) in {"est", "etait"} and scan.fold(calls.first) == "c"):
            return
    structure, i = _structure(scan, i, end)
    if named is None and structure is None:
        return
    if at is None:
        if calls is not None and scan.fold(calls.first) == "s":
            change.miss(typed(scan, first, after))
            change.take(first, end)
        return
    line = _renamed(scan, change, change.meeting.people[at], named, structure)
    change.put(replace(change.meeting, people=tuple(line if k == at else p for k, p in enumerate(change.meeting.people))), Field.PEOPLE)
    change.take(first, i)


def _name(scan: Scan, i: int, end: int) -> tuple[tuple[int, int] | None, int]:
    """The name at word i: somebody of the directory, or capitals in a row."""
    last = i
    while last < end and last < i + _LONGEST_NAME:
        word = scan.words[last]
        person = scan.person_at[last]
        if person is not None and last == i:
            last = person.last
            continue
        capital = word.is_word and word.is_capital and not (scan.thing_at[last] is not None and scan.thing_at[last].structures)  # type: ignore[union-attr]
        particle = (
            last > i and scan.fold(last) in {"de", "la", "le", "du", "el", "ben"} and last + 1 < end and scan.words[last + 1].is_capital
        )
        particle = particle and scan.thing_at[last + 1] is None and not scan.words[last + 1].text.isupper()
        if not (capital or particle):
            break
        last += 1
    return ((i, last), last) if last > i else (None, i)


def _structure(scan: Scan, i: int, end: int) -> tuple[tuple[tuple[int, ...], str] | None, int]:
    """The structure told at word i, known or not: « du CSAPA », « et elle est du CSAPA »; the word after it."""
    j = i
    while j < end and (scan.fold(j) in {"et", "elle", "il", ","} or scan.sign(j) == ","):
        j += 1
    belongs = _BELONGS.at(scan.words, j)
    j = belongs.last if belongs is not None else j
    if belongs is None and scan.fold(j) not in _ARTICLES:
        return None, i
    while j < end and scan.fold(j) in _ARTICLES | {"au", "a"} and scan.thing_at[j] is None:
        j += 1
    thing = scan.thing_at[j] if j < end else None
    if thing is not None and thing.structures:
        return (thing.structures, thing.said), thing.last
    last = j
    while (
        last < end
        and last < j + 5
        and scan.words[last].is_word
        and scan.fold(last) not in {"et", "qui", "pas", "non"}
        and scan.time_at[last] is None
    ):
        last += 1
    return (((), scan.slice(j, last)), last) if j < last and scan.words[j].is_capital else (None, i)


def _renamed(
    scan: Scan, change: Change, line: Presence, named: tuple[int, int] | None, structure: tuple[tuple[int, ...], str] | None
) -> Presence:
    """The line under its new name and structure."""
    ids = structure[0] if structure is not None else ()
    if named is not None:
        person = scan.person_at[named[0]]
        if person is not None and person.last == named[1] and (person.full or not person.bare):
            known = presence_of(scan, person, ids, change.meeting.group_id)
            if known.person_id is not None or known.candidates:
                return replace(known, state=line.state, represented_by=line.represented_by, by_visio=line.by_visio)
        line = replace(line, said=scan.slice(*named), person_id=None, candidates=())
    if structure is None or line.person_id is not None:
        return line
    if len(ids) == 1:
        return replace(line, structure_id=ids[0], structure_said=None)
    return replace(line, structure_id=None, structure_said=structure[1])
