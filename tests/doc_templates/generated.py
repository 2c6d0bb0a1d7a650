"""Records as nobody would type them, made from a fixed seed: thirty-four of each document, 204 in all, each strange in its own way."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

from bot.domain.annual_reviews import AnnualReview, review_of
from bot.domain.attendance import AttendanceState
from bot.domain.convenings import AgendaItem, Convening
from bot.domain.decision_records import DecisionRecord, RecordedDecision, RecordedMeeting
from bot.domain.decisions import ActionStatus, DecisionStatus
from bot.domain.drafts import DayWindow
from bot.domain.minutes import (
    Correspondent,
    FollowedAction,
    MinutedAction,
    MinutedDecision,
    Minutes,
    MinutesState,
    NamedPerson,
    NextMeeting,
    Participant,
    PreviousMinutes,
)
from bot.domain.review_facts import ReviewScope
from bot.domain.signing_sheets import SigningSheet
from bot.domain.writing import Inclusive, NameStyle, WritingStyle
from doc_templates.agenda.render import render as agenda
from doc_templates.annual_review.render import render as review
from doc_templates.decision_record.render import render as record
from doc_templates.invitation.render import render as invitation
from doc_templates.minutes.render import render as minutes
from doc_templates.signing_sheet.render import render as sheet
from tests.doc_templates import review_samples

MANY = 34  # of each document
_WORDS = [
    "accès",
    "aux",
    "soins",
    "prévention",
    "santé",
    "mentale",
    "réunion",
    "partenaires",
    "œuvre",
    "bilan",
    "financement",
    "été",
    "noël",
    "où",
    "çà",
    "d'Alès",
    "l'ARS",
    "n°",
    "12",
    "14h30",
    "50",
    "%",
]
_RIGHT_TO_LEFT = ["مركز الصحة", "שרה כהן", "اجتماع", "החלטה 12", "שלום (R&D)"]
_STRANGE = [
    "R&D <b>",
    "</w:t></w:r>",
    "{{ x }}",
    "{% raw %}",
    "]]>",
    "&#68;DEAUTO",
    "\x00\x07\x1b",
    "\u202etxet",
    "\ufffe\ud800",
    "a\nb\tc\x0c",
    "\u200b\u00ad",
]
_EMOJI = ["🎉", "👩🏽‍⚕️", "❤️", "✅", "🇫🇷", "1️⃣"]


class Maker:
    """Makes the parts of one record; `case` says in what way it is strange."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.style = WritingStyle(inclusive=tuple(Inclusive)[seed % 4], names=tuple(NameStyle)[seed // 4 % 2])
        self.case = ("plain", "empty", "crowd", "notes", "right to left", "emoji", "control", "long words", "one", "nobody")[seed % 10]

    def correspondent(self) -> Correspondent | None:
        """Whom to write to, or nobody."""
        return None if self.case == "empty" else Correspondent(person=self.person(), mail=self.maybe(self.text))

    def some(self, most: int) -> int:
        """How many of something."""
        return {"empty": 0, "nobody": 0, "one": 1, "crowd": self.rng.randint(0, most)}.get(self.case, self.rng.randint(1, most))

    def text(self, words: int = 8) -> str:
        """Some words, strange in the way of the case."""
        chosen = self.rng.choices(_WORDS, k=self.rng.randint(1, words))
        extra = {"right to left": _RIGHT_TO_LEFT, "emoji": _EMOJI, "control": _STRANGE}.get(self.case)
        if extra:
            chosen.insert(self.rng.randrange(len(chosen)), self.rng.choice(extra))
        if self.case == "long words":
            chosen.append(self.rng.choice("xW-œ") * self.rng.randint(80, 400))
        return " ".join(chosen)

    def notes(self) -> str:
        """5,000 words where the case wants them."""
        return " ".join(self.rng.choices(_WORDS, k=5000)) if self.case == "notes" else self.text(30)

    def maybe(self, make: Callable[[], str]) -> str | None:
        """That, or nothing."""
        return make() if self.case != "empty" and self.rng.random() < 0.7 else None

    def person(self) -> NamedPerson:
        """Somebody."""
        return NamedPerson(
            first_name=self.text(1),
            last_name=self.text(2),
            civility=self.rng.choice((None, "Mme", "M.")),
            doctor=self.rng.random() < 0.1,
            function=self.maybe(self.text),
            structure=self.maybe(self.text),
        )

    def people(self) -> tuple[NamedPerson, ...]:
        """300 people in a crowd, else a few."""
        return tuple(self.person() for _ in range(300 if self.case == "crowd" else self.some(12)))

    def day(self) -> date:
        """Some day."""
        return date(2026, 1, 1) + timedelta(days=self.rng.randrange(730))

    def hours(self) -> tuple[time | None, time | None]:
        """Both, the first alone, or neither."""
        starts = time(self.rng.randint(8, 14), self.rng.choice((0, 15, 30)))
        return self.rng.choice(((None, None), (starts, None), (starts, time(self.rng.randint(15, 19), 5))))

    def action(self) -> MinutedAction:
        """An action with any sort of due day."""
        due = self.rng.randrange(4)
        day = self.day()
        return MinutedAction(
            text=self.text(30),
            bearers=tuple(self.text(3) if self.rng.random() < 0.5 else self.person() for _ in range(self.rng.randrange(3))),
            due=day if due == 0 else None,
            due_window=DayWindow(first=day, last=day + timedelta(days=self.rng.randrange(40))) if due == 1 else None,
            due_said=self.text(3) if due == 2 else None,
        )

    def followed(self) -> FollowedAction:
        """An action of an earlier meeting."""
        return FollowedAction(action=self.action(), status=self.rng.choice(list(ActionStatus)), day=self.day(), instance=self.text(3))

    def following(self) -> NextMeeting | None:
        """The next meeting, or nothing."""
        if self.case == "empty" or self.rng.random() < 0.4:
            return None
        starts, ends = self.hours()
        return NextMeeting(day=self.day(), starts=starts, ends=ends, place=self.maybe(self.text))

    def participant(self, person: NamedPerson) -> Participant:
        """A line of the list."""
        state = self.rng.choice(list(AttendanceState))
        if self.rng.random() < 0.2:
            return Participant(said=self.text(3), structure=self.maybe(self.text), count=self.rng.randint(1, 9), state=state)
        return Participant(person=person, state=state, by_visio=self.rng.random() < 0.2, represented_by=self.maybe(self.text))

    def of_minutes(self) -> Minutes:
        """Minutes, sometimes a second version."""
        starts, ends = self.hours()
        made = Minutes(
            organism=self.text(),
            territory=self.text(),
            instance=self.text(5),
            title=self.maybe(self.text),
            state=self.rng.choice(list(MinutesState)),
            moved_on=self.rng.choice((None, self.day())),
            day=self.day(),
            starts=starts,
            ends=ends,
            minutes=self.rng.choice((None, 90)),
            place=self.maybe(self.text),
            headcount=self.rng.choice((None, 0, 1, 300)),
            participants=tuple(self.participant(person) for person in self.people()),
            topics=tuple(self.notes() for _ in range(self.some(5))),
            decisions=tuple(MinutedDecision(text=self.notes(), number=self.maybe(self.text)) for _ in range(self.some(5))),
            actions=tuple(self.action() for _ in range(self.some(6))),
            previous=PreviousMinutes(day=self.day(), approved=self.rng.random() < 0.5) if self.rng.random() < 0.5 else None,
            earlier_actions=tuple(self.followed() for _ in range(self.some(4))),
            next_meeting=self.following(),
            corrections_to=self.correspondent(),
            generated_on=self.day(),
            style=self.style,
        )
        if self.rng.random() < 0.5:
            return made
        return replace(
            made, version=2, before=replace(made, instance=self.text(), topics=made.topics[:1], participants=made.participants[1:])
        )

    def of_record(self) -> DecisionRecord:
        """Decisions of a meeting or of a period."""
        starts, ends = self.hours()
        meeting = RecordedMeeting(
            title=self.maybe(self.text),
            day=self.day(),
            starts=starts,
            ends=ends,
            place=self.maybe(self.text),
            present=self.rng.choice((None, 0, 1, 300)),
            next_meeting=self.following(),
        )
        return DecisionRecord(
            organism=self.text(),
            territory=self.text(),
            scope=self.text(),
            meeting=meeting if self.rng.random() < 0.5 else None,
            first=self.rng.choice((None, date(2025, 1, 1))),
            last=self.day(),
            meetings=self.rng.randrange(99),
            decisions=tuple(
                RecordedDecision(
                    text=self.notes(),
                    number=self.text(1),
                    status=self.rng.choice(list(DecisionStatus)),
                    day=self.day(),
                    instance=self.text(4),
                )
                for _ in range(300 if self.case == "crowd" else self.some(12))
            ),
            actions=tuple(self.followed() for _ in range(self.some(8))),
            made_by=self.rng.choice((None, self.person())),
            generated_on=self.day(),
            style=self.style,
        )

    def of_sheet(self) -> SigningSheet:
        """A sheet to sign."""
        starts, ends = self.hours()
        return SigningSheet(
            organism=self.text(),
            territory=self.text(),
            instance=self.text(5),
            title=self.maybe(self.text),
            day=self.day(),
            starts=starts,
            ends=ends,
            place=self.maybe(self.text),
            expected=self.people(),
            made_by=self.rng.choice((None, self.person())),
            generated_on=self.day(),
            style=self.style,
        )

    def of_convening(self) -> Convening:
        """What people are told before a meeting."""
        starts, ends = self.hours()
        items = tuple(
            AgendaItem(text=self.notes(), minutes=self.rng.choice((None, 10, 45)), speaker=self.maybe(self.text))
            for _ in range(self.some(9))
        )
        return Convening(
            organism=self.text(),
            territory=self.text(),
            instance=self.text(5),
            title=self.maybe(self.text),
            day=self.day(),
            starts=starts,
            ends=ends,
            place=self.maybe(self.text),
            items=items[:1] if self.case == "notes" else items,
            approves=self.rng.choice((None, self.day())),
            reply_by=self.rng.choice((None, self.day())),
            recipients=self.people(),
            each=self.rng.random() < 0.5 and self.case != "notes",
            sender=self.rng.choice((None, self.person())),
            answer_to=self.correspondent(),
            generated_on=self.day(),
            style=self.style,
        )

    def of_review(self) -> AnnualReview:
        """Any review."""
        many = {"empty": 0, "crowd": 90}.get(self.case, self.some(12))
        named = lambda what, rank: self.text(6) or f"{what} {rank}"  # noqa: E731
        facts = (review_samples.year(self.rng.randrange(1_000), first=date(year, 1, 1), many=many, name=named) for year in (2026, 2025))
        head = replace(
            review_samples.head(self.text(5), last=self.rng.choice((date(2026, 3, 11), date(2026, 12, 31)))),
            organism=self.text(),
            territory=self.text(),
            made_by=self.rng.choice((None, self.person())),
        )
        scope = self.rng.choice((ReviewScope(), ReviewScope(axis=9), ReviewScope(structure_id=3)))
        made = review_of(head, scope, facts=next(facts), before=next(facts), names=review_samples.names(named))
        return replace(made, style=self.style)


_DOCUMENTS: dict[str, Callable[[Maker], bytes]] = {
    "minutes": lambda maker: minutes(maker.of_minutes()),
    "decision_record": lambda maker: record(maker.of_record()),
    "signing_sheet": lambda maker: sheet(maker.of_sheet()),
    "annual_review": lambda maker: review(maker.of_review()),
    "agenda": lambda maker: agenda(maker.of_convening()),
    "invitation": lambda maker: invitation(maker.of_convening()),
}


def generated(many: int = MANY) -> dict[str, Callable[[], bytes]]:
    """So many of each document, made when called, by name."""
    return {
        f"{name} {seed:02d} {Maker(seed).case}": lambda make=make, seed=seed: make(Maker(seed))  # type: ignore[misc]
        for name, make in _DOCUMENTS.items()
        for seed in range(many)
    }
