"""Whether a person is found and replaced wherever a card kept as JSON names her, and nothing else is touched."""

from __future__ import annotations

from datetime import date

from bot.domain.attendance import Presence
from bot.domain.contributions import ContributionSource, Part
from bot.domain.drafts import ActionDraft, Bearer, DraftContent, HoursDraft, MeetingDraft
from bot.domain.meetings import Contribution
from bot.domain.sheet_changes import Meant, SheetChange, SheetDeed
from storage import tables
from storage.cards_as_json import with_person
from storage.tables.base import IDS, JsonOf, PeopleIds

SOPHIE, OTHER = 4, 8
CARD = DraftContent(
    meetings=(
        MeetingDraft(
            author_id=SOPHIE,
            group_id=SOPHIE,
            people=(
                Presence(person_id=SOPHIE),
                Presence(said="Martin", candidates=(SOPHIE, 5)),
                Presence(said="CCAS", candidates=(SOPHIE, 5), candidates_are_structures=True),
            ),
            actions=(ActionDraft(text="relancer", bearers=(Bearer(person_id=SOPHIE),)),),
        ),
    ),
    hours=(HoursDraft(person_id=SOPHIE, minutes=60),),
)


def test_another_sheet_takes_her_place() -> None:
    after = with_person(JsonOf(DraftContent), CARD, SOPHIE, OTHER)
    meeting = after.meetings[0]
    assert (meeting.author_id, meeting.group_id) == (OTHER, SOPHIE)
    assert meeting.people == (
        Presence(person_id=OTHER),
        Presence(said="Martin", candidates=(OTHER, 5)),
        Presence(said="CCAS", candidates=(SOPHIE, 5), candidates_are_structures=True),
    )
    assert meeting.actions[0].bearers == (Bearer(person_id=OTHER),)
    assert after.hours == (HoursDraft(person_id=OTHER, minutes=60),)


def test_who_stood_twice_in_a_list_stands_once_and_keeps_both_lines_of_hours() -> None:
    bearers = (Bearer(person_id=SOPHIE), Bearer(person_id=OTHER), Bearer(person_id=5))
    people = (Presence(person_id=SOPHIE), Presence(person_id=OTHER, by_visio=True), Presence(said="une dame"))
    meeting = MeetingDraft(people=people, actions=(ActionDraft(text="relancer", bearers=bearers),))
    hours = (HoursDraft(person_id=SOPHIE, minutes=60), HoursDraft(person_id=OTHER, minutes=30))
    after = with_person(JsonOf(DraftContent), DraftContent(meetings=(meeting,), hours=hours), SOPHIE, OTHER)
    assert after.meetings[0].people == (Presence(person_id=OTHER, by_visio=True), Presence(said="une dame"))
    assert after.meetings[0].actions[0].bearers == (Bearer(person_id=OTHER), Bearer(person_id=5))
    assert after.hours == (HoursDraft(person_id=OTHER, minutes=60), HoursDraft(person_id=OTHER, minutes=30))


def test_somebody_erased_is_somebody_and_her_hours_are_not_the_authors() -> None:
    after = with_person(JsonOf(DraftContent), CARD, SOPHIE, None, words=lambda text: text.replace("Martin", "quelqu’un"))
    meeting = after.meetings[0]
    assert meeting.author_id is None
    assert meeting.people[:2] == (Presence(said="quelqu’un"), Presence(said="quelqu’un", candidates=(5,)))
    assert meeting.actions[0].bearers == (Bearer(said="quelqu’un"),)
    assert after.hours == (HoursDraft(person_said="quelqu’un", minutes=60),)


def test_hours_that_were_kept_lose_only_the_link() -> None:
    hours = (Contribution(day=date(2026, 3, 10), minutes=60, part=Part.ACTION, source=ContributionSource.SAID, person_id=SOPHIE),)
    after = with_person(JsonOf(tuple[Contribution, ...]), hours, SOPHIE, None)
    assert (after[0].person_id, after[0].minutes) == (None, 60)


def test_a_card_of_a_sheet_follows_too() -> None:
    change = SheetChange(
        deed=SheetDeed.CHANGE, who=Meant(said="Martin", ids=(SOPHIE, 5), id=SOPHIE), where=Meant(said="CCAS", ids=(SOPHIE,))
    )
    after = with_person(JsonOf(SheetChange), change, SOPHIE, OTHER)
    assert after.who == Meant(said="Martin", ids=(OTHER, 5), id=OTHER)
    assert after.where == Meant(said="CCAS", ids=(SOPHIE,))


def test_each_list_of_ids_tells_of_whom_it_is() -> None:
    """A new one is of people, and follows their sheets, unless it is named here."""
    lists = {str(c): type(c.type) for table in tables.metadata.sorted_tables for c in table.c if getattr(c.type, "kind", None) == IDS.kind}
    assert {name for name, kind in lists.items() if kind is not PeopleIds} == {"entries.meeting_ids", "reminders.group_candidates"}
