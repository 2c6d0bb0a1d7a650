"""The figures of a review: totals are the sums of their parts, a scope takes its share, minutes stay whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.annual_reviews import AnnualReview, ReviewHead, ReviewNames, review_of
from bot.domain.contributions import Nature, Part
from bot.domain.decisions import ActionStatus, DecisionStatus
from bot.domain.groups import GroupKind
from bot.domain.review_facts import (
    GivenTime,
    ReviewedAction,
    ReviewedDecision,
    ReviewedMeeting,
    ReviewScope,
    Sighting,
    YearFacts,
)
from bot.domain.voluntary_accounts import VoluntaryAccount, account_lines, rate_on

GROUPS = {1: (GroupKind.GT, 3), 2: (GroupKind.GT, 3), 3: (GroupKind.COPIL, None), None: (None, None)}
NAMES = ReviewNames(
    structures={1: "CAF", 2: "CCAS", 3: "CPAM"},
    seats={1: "30007", 2: "30010"},
    axes={3: "Santé mentale"},
    communes={"30007": "Alès", "30010": "Anduze"},
)
HEAD = ReviewHead(
    organism="Le Chaînon",
    territory="CLS",
    scope="CLS",
    year=2026,
    first=date(2026, 1, 1),
    last=date(2026, 12, 31),
    complete=True,
    named=True,
    made_by=None,
    generated_on=date(2026, 12, 31),
)
days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
structures = st.sampled_from([None, 1, 2, 3])
communes = st.sampled_from([None, "30007", "30010"])


@st.composite
def years(draw: st.DrawFn) -> YearFacts:
    """Any year."""
    meetings = []
    for rank in range(draw(st.integers(0, 8))):
        group = draw(st.sampled_from(list(GROUPS)))
        kind, axis = GROUPS[group]
        present = draw(st.none() | st.integers(0, 40))
        meetings.append(
            ReviewedMeeting(
                id=rank, day=draw(days), instance=f"G{group}", group_id=group, kind=kind, axis=axis, commune=draw(communes), present=present
            )
        )
    which = st.integers(0, len(meetings) - 1)
    seen = st.builds(Sighting, meeting_id=which, person_id=st.none() | st.integers(1, 6), structure_id=structures, count=st.integers(1, 5))
    time = []
    for _ in range(draw(st.integers(0, 8))):
        group = draw(st.sampled_from(list(GROUPS)))
        time.append(
            GivenTime(
                day=draw(days),
                minutes=draw(st.integers(1, 100_001)),
                part=draw(st.sampled_from(Part)),
                nature=draw(st.none() | st.sampled_from(Nature)),
                person_id=draw(st.none() | st.integers(1, 6)),
                structure_id=draw(structures),
                group_id=group,
                axis=GROUPS[group][1],
                commune=draw(communes),
            )
        )
    decided = st.builds(ReviewedDecision, meeting_id=which, status=st.sampled_from(DecisionStatus))
    entrusted = st.builds(ReviewedAction, meeting_id=which, status=st.sampled_from(ActionStatus), due=st.none() | days)
    return YearFacts(
        meetings=tuple(meetings),
        sightings=tuple(draw(st.lists(seen, max_size=8))) if meetings else (),
        time=tuple(time),
        decisions=tuple(draw(st.lists(decided, max_size=6))) if meetings else (),
        actions=tuple(draw(st.lists(entrusted, max_size=6))) if meetings else (),
    )


def reviewed(facts: YearFacts, scope: ReviewScope | None = None, *, before: YearFacts | None = None) -> AnnualReview:
    """The review of these facts."""
    return review_of(HEAD, scope or ReviewScope(), facts=facts, before=before or YearFacts(), names=NAMES)


@settings(max_examples=60, deadline=None)
@given(years(), years())
def test_totals_are_the_sums_of_their_parts(facts: YearFacts, before: YearFacts) -> None:
    review = reviewed(facts, before=before)
    totals = review.totals
    assert totals.minutes == sum(one.minutes for one in facts.time)
    assert totals.minutes == sum(review.natures.values()) == sum(review.parts.values())
    assert totals.minutes == sum(line.minutes for line in review.accounts) == sum(line.minutes for line in review.axes)
    bears = {line.account: line.minutes for line in review.accounts}
    assert totals.voluntary_minutes == bears[VoluntaryAccount.BENEVOLAT] + bears[VoluntaryAccount.SERVICES]
    for lines in (review.kinds, review.instances, review.axes):
        assert totals.meetings == sum(line.meetings for line in lines)
    assert totals.meetings == sum(now for now, _ in review.months)
    assert review.before.meetings == sum(then for _, then in review.months)
    assert (
        totals.participations == sum(line.participations for line in review.kinds) == sum(line.participations for line in review.instances)
    )
    assert totals.unrecorded == sum(line.unrecorded for line in review.instances)
    assert totals.communes == len(review.communes)
    assert (totals.decisions, totals.actions) == (sum(review.decisions.values()), sum(review.actions.values()))
    assert totals.structures - len(review.new_structures) == review.before.structures - len(review.lost_structures)


@settings(max_examples=60, deadline=None)
@given(years())
def test_the_groups_share_the_year_between_them(facts: YearFacts) -> None:
    whole = reviewed(facts).totals
    shares = [reviewed(facts, ReviewScope(group_ids=(group,))).totals for group in GROUPS]  # type: ignore[arg-type]
    for figure in ("meetings", "participations", "unrecorded", "minutes", "voluntary_minutes", "decisions", "actions"):
        assert getattr(whole, figure) == sum(getattr(share, figure) for share in shares)


def test_a_structure_is_counted_by_its_own_people_alone() -> None:
    met = ReviewedMeeting(id=1, day=date(2026, 3, 10), instance="GT", group_id=1, kind=GroupKind.GT, axis=3, present=12)
    other = replace(met, id=2, present=5)
    facts = YearFacts(
        meetings=(met, other),
        sightings=(
            Sighting(meeting_id=1, person_id=1, structure_id=1),
            Sighting(meeting_id=1, structure_id=1, count=2),
            Sighting(meeting_id=1, person_id=2, structure_id=2),
            Sighting(meeting_id=2, person_id=2, structure_id=2),
        ),
        time=(
            GivenTime(day=met.day, minutes=95, part=Part.MEETING, structure_id=1),
            GivenTime(day=met.day, minutes=60, part=Part.ACTION, structure_id=2),
        ),
    )
    totals = reviewed(facts, ReviewScope(structure_id=1)).totals
    assert (totals.meetings, totals.participations, totals.people, totals.structures, totals.minutes) == (1, 3, 1, 1, 95)


def test_new_structures_and_those_not_seen_again() -> None:
    def seen(*ids: int) -> YearFacts:
        return YearFacts(time=tuple(GivenTime(day=date(2026, 1, 5), minutes=1, part=Part.ACTION, structure_id=one) for one in ids))

    review = reviewed(seen(1, 2), before=seen(2, 3))
    assert (review.new_structures, review.lost_structures) == (("CAF",), ("CPAM",))


def test_an_action_is_late_the_day_after_it_was_due() -> None:
    met = ReviewedMeeting(id=1, day=date(2026, 3, 10), instance="GT")
    due = [date(2026, 12, 30), date(2026, 12, 31), None]
    actions = [ReviewedAction(meeting_id=1, status=ActionStatus.OPEN, due=day) for day in due]
    actions.append(ReviewedAction(meeting_id=1, status=ActionStatus.DONE, due=date(2026, 1, 1)))
    assert reviewed(YearFacts(meetings=(met,), actions=tuple(actions))).late_actions == 1


def test_benevolat_is_worth_the_rate_of_its_day_rounded_once() -> None:
    def line(day: date, minutes: int, nature: Nature) -> GivenTime:
        return GivenTime(day=day, minutes=minutes, part=Part.ACTION, nature=nature)

    time = (
        line(date(2025, 12, 31), 10, Nature.VOLUNTEER),  # 11,88 € an hour: 1,98 €
        line(date(2026, 1, 1), 10, Nature.RESIDENT),  # 12,02 €: 2,0033 €
        line(date(2026, 1, 1), 20, Nature.VOLUNTEER),  # 4,0066 €
        line(date(2026, 1, 1), 600, Nature.EMPLOYER_TIME),
    )
    lines = {one.account: (one.minutes, one.value) for one in account_lines(time)}
    assert lines == {
        VoluntaryAccount.BENEVOLAT: (40, Decimal("7.99")),
        VoluntaryAccount.SERVICES: (600, None),
        VoluntaryAccount.OUTSIDE: (0, None),
        VoluntaryAccount.TO_BE_TOLD: (0, None),
    }
    assert rate_on(date(2020, 1, 1)) is None
    assert account_lines((line(date(2020, 1, 1), 10, Nature.VOLUNTEER),))[0].value is None
