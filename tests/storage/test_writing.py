"""What a territory chose of its writing is kept, and every document of it is told."""

from __future__ import annotations

import pytest

from bot.domain.papers import PaperKind, PaperOrder
from bot.domain.writing import USUAL, Inclusive, NameStyle, WritingStyle
from storage.territories import create_territory
from storage.unit_of_work import SqlStore
from tests.storage.world import TODAY, World


def chosen(store: SqlStore, territory_id: int) -> WritingStyle:
    with store.read(territory_id) as work:
        return work.writing.get()


def test_nothing_chosen_is_the_usual_style(store: SqlStore) -> None:
    territory = create_territory(store, name="Ganges", organism="Reseda", zone="Europe/Paris")
    assert chosen(store, territory.id) == USUAL == WritingStyle(inclusive=Inclusive.DOUBLE, names=NameStyle.CAPITALS)


@pytest.mark.parametrize("inclusive", Inclusive)
@pytest.mark.parametrize("names", NameStyle)
def test_each_choice_is_kept_over_the_one_before(
    store: SqlStore, ales: World, nimes: World, inclusive: Inclusive, names: NameStyle
) -> None:
    before = chosen(store, nimes.territory.id)
    style = WritingStyle(inclusive=inclusive, names=names)
    for one in (WritingStyle(inclusive=Inclusive.MEDIAN), style):
        with store.work(ales.territory.id) as work:
            work.writing.save(one)
    assert (chosen(store, ales.territory.id), chosen(store, nimes.territory.id)) == (style, before)


def test_each_document_is_told(store: SqlStore, ales: World) -> None:
    style = WritingStyle(inclusive=Inclusive.EPICENE, names=NameStyle.PLAIN)
    by = ales.claire.person_id
    with store.work(ales.territory.id) as work:
        work.writing.save(style)
    with store.read(ales.territory.id) as work:
        of_meeting = PaperOrder(kind=PaperKind.DECISIONS, meeting_id=ales.held.id)
        of_groups = PaperOrder(kind=PaperKind.DECISIONS, group_ids=(ales.diabetes.id,))
        planned = PaperOrder(kind=PaperKind.INVITATION, meeting_id=ales.planned.id)
        told = [
            work.minutes(ales.held.id, on=TODAY),
            work.papers.decision_record(of_meeting, by=by, on=TODAY),
            work.papers.decision_record(of_groups, by=by, on=TODAY),
            work.papers.signing_sheet(planned, by=by, on=TODAY),
            work.papers.convening(planned, by=by, on=TODAY),
            work.papers.annual_review(PaperOrder(kind=PaperKind.REVIEW), by=by, on=TODAY, named=True),
        ]
    assert [one.style if one else None for one in told] == [style] * 6
