"""Whether a message asks for a paper of a meeting, or gives the agenda of one: a document's name among words that are all known."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.domain.convenings import PlanAgenda
from bot.domain.papers import PaperKind
from bot.domain.requests import AskPaper
from bot.understanding.asked_meetings import MONTHS, group_asked
from bot.understanding.groups import GroupMention
from bot.understanding.groups import ordered_for as in_order_for
from bot.understanding.lengths import axis_of
from bot.understanding.lexicon_files import spaced, table
from bot.understanding.person_mentions import PersonMention
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.point_lists import points_told
from bot.understanding.privacy import private_words
from bot.understanding.scan import Scan
from bot.understanding.things import ThingMention
from bot.understanding.times import Days, TimeKind, TimeMention
from bot.understanding.when import mentions_in
from bot.understanding.where import read_where

Which = Literal["last", "next", "date", "period", "any"]
_LEXICON = table("papers")
_KINDS = {
    "decisions": PaperKind.DECISIONS,
    "signing_sheet": PaperKind.SIGNING_SHEET,
    "agenda": PaperKind.AGENDA,
    "invitation": PaperKind.INVITATION,
}
_NOUNS = PhraseTable(_LEXICON["nouns"])
_EACH = PhraseTable({"each": _LEXICON["each"]["words"]})
_REPLY = PhraseTable({"reply": _LEXICON["reply"]["words"]})
_SINCE = PhraseTable({"since": _LEXICON["bounds"]["since"]})
_KNOWN = frozenset(spaced(_LEXICON["known"]["words"]).split())
_LAST = frozenset(spaced(" ".join(_LEXICON["last"]["words"])).split())
_NEXT = frozenset(spaced(" ".join(_LEXICON["next"]["words"])).split())
_PLACED = frozenset({PaperKind.SIGNING_SHEET, PaperKind.INVITATION})
_AT = frozenset({"a", "au", "aux", "chez", "dans", "en"})
_LONGEST = 40  # words of a demand
_DURATIONS = frozenset({TimeKind.DURATION, TimeKind.RECURRENCE})
_TELLERS = frozenset({"par", "rapporteur", "rapporteure", "rapporteuse", "rapportrice", "rapporteurs"})


@dataclass(slots=True)
class _Told:
    """What the words of a demand tell, as they are walked over."""

    each: bool = False
    reply: bool = False  # the next time is the day to answer by
    since: bool = False  # the next time begins a period
    last: bool = False
    next: bool = False
    placed: bool = False  # it may tell a place


def read_paper(scan: Scan) -> AskPaper | PlanAgenda | None:
    """The paper that the whole message asks for, or the agenda that it gives; None as soon as one word says anything else."""
    colon = next((i for i in range(min(len(scan), _LONGEST)) if scan.sign(i) in {":", "\n"}), None)
    if colon is not None:
        return _agenda(scan, colon)
    if len(scan) > _LONGEST:
        return None
    noun = paper_named(scan, _NOUNS, _KNOWN, end=len(scan))
    return _demand(scan, noun) if noun is not None else None


def paper_named(scan: Scan, nouns: PhraseTable, known: Collection[str], *, end: int) -> Found | None:
    """The first of these names of papers in words [0, end), behind nothing but polite words."""
    for i in range(end):
        found = nouns.at(scan.words, i)
        if found is not None:
            return found
        if scan.words[i].is_word and scan.fold(i) not in known:
            return None
    return None


def _demand(scan: Scan, noun: Found) -> AskPaper | None:
    kind = _KINDS[noun.tag]
    told = _Told(placed=kind in _PLACED)
    times = _Times(past=kind is PaperKind.DECISIONS, today=scan.hearing.now.date())
    if not _all_known(scan, noun, len(scan), told, times):
        return None
    group, axis = group_asked(scan), axis_of(scan)
    if group is None and axis is None and not (times.when or told.last or told.next):
        return None  # a bare name: the command of that name
    if kind is PaperKind.SIGNING_SHEET and (told.last or times.over(scan.hearing.now.date())):
        return None  # who was there: asked of the minutes
    if kind is PaperKind.DECISIONS and told.next:
        return None
    group_id, candidates = _ids(scan, group)
    first, last = times.days
    which: Which = "last" if told.last and not times.when else "next" if told.next and not times.when else times.which
    where = read_where(scan, [(noun.last, len(scan))]) if told.placed else None
    return AskPaper(
        kind=kind,
        group_id=group_id,
        group_candidates=candidates,
        axis=axis,
        which=which,
        first=first,
        last=last,
        starts=times.hours.starts if times.hours else None,
        ends=times.hours.ends if times.hours else None,
        each=told.each and kind is PaperKind.INVITATION,
        reply_by=times.reply_by,
        place_id=where.place_id if where else None,
        place_said=where.said if where and where.place_id is None else None,
        commune=where.commune if where else None,
    )


def _at_a_place(scan: Scan, thing: ThingMention) -> bool:
    """« à la Maison de la santé », « à Anduze », « au CCAS »: not « du CCAS »."""
    before = (scan.fold(thing.first - 1), scan.fold(thing.first - 2))
    return bool(thing.places) or before[0] in _AT or (before[0] in {"la", "l", "le"} and before[1] in _AT)


def _all_known(scan: Scan, noun: Found, end: int, told: _Told, times: _Times) -> bool:
    """Whether every word is known; notes in `told` and `times` what they say."""
    i = 0
    while i < end:
        group = scan.group_at[i]
        if noun.first <= i < noun.last:
            i = noun.last
        elif group is not None:
            i = group.last
        elif told.placed and (thing := scan.thing_at[i]) is not None and _at_a_place(scan, thing):
            i = thing.last
        else:
            last = _time(scan, i, told, times) or _cue(scan, i, told) or _plain(scan, i, told)
            if last is None:
                return False
            i = last
    return True


def _time(scan: Scan, i: int, told: _Told, times: _Times) -> int | None:
    """The end of a time that begins at word i, noted; None for none."""
    time, bare = scan.time_at[i], _bare_days(scan, i)
    if time is not None and time.kind not in _DURATIONS:
        times.take(time, reply=told.reply, since=told.since or time.bound in ("from", "after") or _SINCE.at(scan.words, i) is not None)
    elif bare is not None and time is None and _EACH.at(scan.words, i) is None:
        times.take_days(bare, since=told.since)
    else:
        return None
    told.reply = told.since = False
    return max(i + 1, scan.span_of(time)[1]) if time is not None else i + 1


def _cue(scan: Scan, i: int, told: _Told) -> int | None:
    """The end of a turn that begins at word i: one letter each, an answer expected, the start of a period; None for none."""
    each, reply, since = _EACH.at(scan.words, i), _REPLY.at(scan.words, i), _SINCE.at(scan.words, i)
    told.each, told.reply, told.since = told.each or each is not None, told.reply or reply is not None, told.since or since is not None
    found = each or reply or since
    return found.last if found is not None else None


def _plain(scan: Scan, i: int, told: _Told) -> int | None:
    """The next word after one that changes nothing, or says « dernier », « prochain »; None for any other."""
    word = scan.fold(i)
    told.last, told.next = told.last or word in _LAST, told.next or word in _NEXT
    if scan.words[i].is_number:
        return i + 1 if scan.fold(i - 1) in {"axe", "axes"} else None
    return None if scan.words[i].is_word and word not in _KNOWN | _LAST | _NEXT else i + 1


def _bare_days(scan: Scan, i: int) -> Days | None:
    """« 2025 », « janvier et février »: a year or a month that no preposition makes a time."""
    today, word = scan.hearing.now.date(), scan.fold(i)
    if scan.words[i].is_number and re.fullmatch(r"20\d\d", scan.sign(i)):
        return Days(date(int(scan.sign(i)), 1, 1), date(int(scan.sign(i)), 12, 31))
    month = MONTHS.get(word)
    if month is None or scan.person_at[i] is not None:
        return None
    first = date(today.year - (month > today.month), month, 1)
    return Days(first, date(first.year + (month == 12), month % 12 + 1, 1) - timedelta(days=1))


@dataclass(slots=True)
class _Times:
    """The days and hours of a demand; `past`: it is of what was decided, else of what is to come."""

    past: bool
    today: date
    when: tuple[Days, ...] = ()
    since: bool = False
    hours: TimeMention | None = None
    reply_by: date | None = None

    def take(self, time: TimeMention, *, reply: bool, since: bool) -> None:
        """Notes a time: the day to answer by, the days of the meeting or of the period, its hours."""
        told = time.toward("past" if self.past else "future")
        if reply and told.days is not None:
            self.reply_by = told.days.last
            return
        if told.starts is not None:
            self.hours = told
        if told.alternatives and not self.past:  # « jeudi prochain » said on a Wednesday: whichever of both has the meeting
            self.when = (*self.when, *told.alternatives)
        elif told.days is not None:
            self.take_days(told.days, since=since)

    def take_days(self, days: Days, *, since: bool) -> None:
        """Notes days of the meeting or of the period; `since`: they begin it."""
        self.when = (*self.when, days)
        self.since = self.since or since

    @property
    def days(self) -> tuple[date | None, date | None]:
        """First and last day, of the meeting or of the period."""
        if not self.when:
            return None, None
        first, last = min(days.first for days in self.when), max(days.last for days in self.when)
        if self.since and len(self.when) == 1:
            return first, self.today if self.past else None
        return first, min(last, self.today) if self.past and last > self.today >= first else last

    @property
    def which(self) -> Which:
        """Whether a day, a period or nothing was told."""
        first, last = self.days
        if first is None:
            return "any"
        return "date" if first == last else "period"

    def over(self, today: date) -> bool:
        """Whether all its days are past."""
        return bool(self.when) and all(days.last < today for days in self.when)


def _ids(scan: Scan, group: GroupMention | None) -> tuple[int | None, tuple[int, ...]]:
    if group is None:
        return None, ()
    return (group.ids[0], ()) if len(group.ids) == 1 else (None, in_order_for(group.ids, scan.hearing.author_id, scan.index))


def _agenda(scan: Scan, colon: int) -> PlanAgenda | None:
    """« ordre du jour du Copil de mardi : bilan 20 min ; budget »: the points of a meeting to come that is named."""
    noun = paper_named(scan, _NOUNS, _KNOWN, end=colon)
    if noun is None or noun.tag != "agenda" or private_words(scan):
        return None  # a patient's situation is nobody's agenda
    times, told = _Times(past=False, today=scan.hearing.now.date()), _Told()
    if not _all_known(scan, noun, colon, told, times):
        return None
    heads = mentions_in(scan, [(0, colon)])
    group = max((g for i, g in enumerate(scan.group_at[:colon]) if g is not None and g.first == i), key=lambda g: g.strength, default=None)
    first, last = times.days
    if (group is None and not heads) or first != last or times.over(scan.hearing.now.date()):
        return None
    points = tuple(points_told(named_text(scan, scan.words[colon].end)))
    group_id, candidates = _ids(scan, group)
    return PlanAgenda(points=points, group_id=group_id, group_candidates=candidates, day=first) if points else None


def named_text(scan: Scan, first: int, last: int | None = None) -> str:
    """The characters [first, last) of a message, in which whoever is to tell a point has a capital: « budget (sophie) », « par marc »."""
    text = scan.text
    for word, person in zip(scan.words, scan.person_at, strict=False):
        told = person is not None and _tells(scan, person)
        if told and word.is_word and word.text.islower():
            text = text[: word.start] + word.text.title() + text[word.end :]
    return text[first:last]


def _tells(scan: Scan, person: PersonMention) -> bool:
    """Whether somebody is named where who tells a point is: in brackets, behind « par » or « rapporteur », behind a length."""
    before = person.first - 1
    length = scan.time_at[before] if before >= 0 else None
    behind = length is not None and length.kind is TimeKind.DURATION
    bracket = next((sign for i in range(before, -1, -1) if (sign := scan.sign(i)) in {"(", ")"}), "")
    return bracket == "(" or scan.sign(before) == ":" or scan.fold(before) in _TELLERS or behind
