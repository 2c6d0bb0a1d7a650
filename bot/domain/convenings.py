"""What people are told before a meeting: its day, its place, its agenda, and by when they answer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from bot.domain.minutes import Correspondent, NamedPerson
from bot.domain.writing import USUAL, WritingStyle


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """A point of the agenda; `minutes` and `speaker` only if they were said."""

    text: str
    minutes: int | None = None
    speaker: str | None = None


Change = Literal["all", "add", "remove", "length", "speaker", "first", "last"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAgenda:
    """« ordre du jour du Copil de mardi : bilan 20 min, budget »: the points of a meeting to come; `day` None: the next one.

    `change`: they are all of them, or are added to those that it has, taken off, given another length or speaker, or put first or last; no
    points: it was not said which. « point 2 », « dernier point » may name one by its rank.
    """

    points: tuple[str, ...]
    group_id: int | None = None
    group_candidates: tuple[int, ...] = ()
    day: date | None = None
    change: Change = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Convening:
    """All that an agenda or an invitation says. `recipients` are the members, by name; `each`: one letter a person.

    `approves` is the day of the meeting whose minutes were sent out and wait for approval.
    """

    organism: str
    territory: str
    instance: str
    title: str | None = None
    day: date
    starts: time | None = None
    ends: time | None = None
    place: str | None = None
    commune: str | None = None
    items: tuple[AgendaItem, ...] = ()
    approves: date | None = None
    reply_by: date | None = None
    recipients: tuple[NamedPerson, ...] = ()
    each: bool = False
    sender: NamedPerson | None = None
    answer_to: Correspondent | None = None
    generated_on: date
    style: WritingStyle = USUAL

    @property
    def timed(self) -> bool:
        """Whether each point has a length and the meeting a beginning, so that each point has its hour."""
        return self.starts is not None and bool(self.items) and all(item.minutes for item in self.items)

    def item_starts(self) -> tuple[time, ...]:
        """When each point begins; empty unless `timed`."""
        if not self.timed or self.starts is None:
            return ()
        moment = datetime.combine(self.day, self.starts)
        begun: list[time] = []
        for item in self.items:
            begun.append(moment.time())
            moment += timedelta(minutes=item.minutes or 0)
        return tuple(begun)


_LONGEST_ITEM = 240  # minutes
_LENGTH = r"(?:(?P<hours>\d{1,2}) ?h ?(?P<rest>\d{2})?|(?P<minutes>\d{1,3}) ?(?:min(?:ute)?s?|mn|['’′]))(?![\w’'])\.?"
_BESIDE = re.compile(r"^(?P<text>.*\S) ?\((?P<beside>[^()]+)\)$")
_ONLY_LENGTH = re.compile(rf"^{_LENGTH}$", re.IGNORECASE)
_FIRST = re.compile(rf"^{_LENGTH} ?[:–—-]? ?(?:de |d['’])?(?P<text>\S.*)$", re.IGNORECASE)
_OF_THE_DAY = r"(?<!\bà)(?<!\b(?-i:a))(?<!\bde)(?<!\bvers)(?<!\bdès)(?<!\bavant)(?<!\baprès)(?<!\bpour)(?<!\ben)"  # « point à 4 h »
_LAST = re.compile(rf"^(?P<text>.*?\S){_OF_THE_DAY}(?: ?[,;:–—]| -)? ?(?<!\d){_LENGTH}$", re.IGNORECASE)
_BORNE = re.compile(rf"^(?P<item>.*?\S{_OF_THE_DAY} ?(?<!\d){_LENGTH})(?: ?[–—-])? (?P<name>\S.*)$", re.IGNORECASE)
_BARE = re.compile(r"^(?P<text>.*[^\W\d]\W*) (?P<minutes>\d{1,3})$")  # « bilan 30 »
_NUMBERED = re.compile(  # « axe 10 », « article 60 », « décembre 10 »: a number that names
    r"\b(?:h|heures?|axes?|actions?|fiches?|articles?|lots?|phases?|points?|annexes?|pages?|semaines?|sem|n[°o]|numéros?|covid|gt|lois?|décrets?|agenda|horizon|objectifs?|"
    r"à|a|de|du|le|la|les|au|vers|dès|avant|après|pour|en|et|ou|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\W*$",
    re.IGNORECASE,
)
_SHORT = {"qd": "questions diverses", "q.d": "questions diverses", "qdiv": "questions diverses"}
_BY = r"(?:(?:présentée?|animée?) par |rapport(?:eur|eure|euse|rice)s?(?: ?: ?| ))"
_NAME = re.compile(rf"^(?:par |{_BY})?((?:(?:M\.|Mme|Dr|Pr) ?)?[A-ZÀ-Ý][\w’'.-]*(?: (?:(?:et )?[A-ZÀ-Ý][\w’'.-]*|de|du|la|le|des))*)$")
_TOLD_BY = re.compile(rf"^(?P<text>.*?\S) {_BY}(?P<name>[A-ZÀ-Ý].*)$")


def agenda_item(told: str) -> AgendaItem:
    """A point as typed: « bilan de l’année (15 min, Sophie Martin) », « enquête 20 min Karim », « 10 min : tour de table »."""
    text = re.sub(r"\s+", " ", told).strip(" .;")
    speaker: str | None = None
    minutes: int | None = None
    beside = _BESIDE.match(text)
    if beside:
        for part in re.split(r" ?[,;–] ?", beside["beside"]):
            length, name = _ONLY_LENGTH.match(part.strip()), _NAME.match(part.strip())
            if length or (part.strip().isdigit() and _usual(int(part))):
                minutes = _minutes(length) if length else int(part)
            elif name and speaker is None:
                speaker = name[1]
            else:
                return AgendaItem(text=text)
        text = beside["text"]
    if minutes is None and speaker is None:
        text, speaker = _borne(text)
    found = _LAST.match(text) or _FIRST.match(text) if minutes is None else None
    if found and _minutes(found):
        text, minutes = found["text"].strip(" ,:–—-"), _minutes(found)
    elif minutes is None:
        text, minutes = _bare(text)
    return AgendaItem(text=_SHORT.get(text.lower(), text), minutes=minutes, speaker=speaker)


def _borne(text: str) -> tuple[str, str | None]:
    """« budget 40 min Karim », « budget rapporteur Karim 40 min », « budget présenté par Karim »: the point, and who tells it."""
    borne = _BORNE.match(text)
    if borne and (name := _NAME.match(borne["name"].strip("-–— "))):
        return borne["item"], name[1]
    told_by = _TOLD_BY.match(text)
    length = _LAST.match(told_by["name"]) if told_by else None
    name = _NAME.match(length["text"] if length else told_by["name"]) if told_by else None
    if told_by is None or name is None:
        return text, None
    return told_by["text"] + (told_by["name"][length.end("text") :] if length else ""), name[1]


def _bare(text: str) -> tuple[str, int | None]:
    """« bilan 30 »: a length such as one gives to a point, said without « min »."""
    found = _BARE.match(text)
    length = int(found["minutes"]) if found else 0
    if not found or not _usual(length) or _NUMBERED.search(found["text"]):
        return text, None
    return found["text"].strip(" ,:–—-("), length


def _usual(length: int) -> bool:
    """« 30 », « 45 »: not the 51 of « article 51 »."""
    return 5 <= length <= 180 and length % 5 == 0


def only_beside(told: str) -> bool:
    """Whether « 15 min », « rapporteur Sophie », « par Marc » tell of the point before, and are none."""
    return _ONLY_LENGTH.match(told) is not None or (re.match(f"par |{_BY}", told) is not None and _NAME.match(told) is not None)


def with_length(told: str, minutes: int) -> str:
    """The point, as typed, that takes so long."""
    item = agenda_item(told)
    return f"{item.text} ({', '.join(filter(None, (f'{minutes} min', item.speaker)))})"


def with_speaker(told: str, speaker: str) -> str:
    """The point, as typed, that this one tells."""
    item = agenda_item(told)
    return f"{item.text} ({', '.join(filter(None, (f'{item.minutes} min' if item.minutes else '', speaker)))})"


def is_diverse(point: str) -> bool:
    """« questions diverses », « divers »: what an agenda ends with."""
    return re.fullmatch(r"(?:questions |points |sujets )?divers(?:es)?", agenda_item(point).text, re.IGNORECASE) is not None


def _minutes(found: re.Match[str]) -> int | None:
    """The length; None for what is too long for one (« point 14 h »)."""
    length = int(found["minutes"]) if found["minutes"] else 60 * int(found["hours"]) + int(found["rest"] or 0)
    return length if 0 < length <= _LONGEST_ITEM else None


def minutes_told(points: Iterable[str]) -> int:
    """How long the points of an agenda take together, of those that tell it."""
    return sum(agenda_item(point).minutes or 0 for point in points)


def minutes_over(points: Iterable[str], starts: time | None, ends: time | None) -> int:
    """By how many minutes the points exceed the hours of the meeting; 0 when they fit, or when its hours are not known."""
    if starts is None or ends is None:
        return 0
    length = (ends.hour * 60 + ends.minute - starts.hour * 60 - starts.minute) % (24 * 60)
    return max(0, minutes_told(points) - length)
