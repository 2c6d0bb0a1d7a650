"""The picture of the year that follows « votre semaine »: once, after its words, and only when there is something to see."""

from __future__ import annotations

import io

import sqlalchemy as sa
from PIL import Image

from bot.domain.permissions import Role
from bot.simulator import Message
from bot.simulator.faults import Fault
from storage import tables
from tests.builders import invite
from tests.conversations.bells import moves_to, rings, stays_silent
from tests.conversations.conftest import Someone, Story, plain
from tests.conversations.test_amendments import rows
from tests.conversations.test_week import tells

CAPTION = [
    "📊 Heures par axe en 2026, du 1er janvier au 11 mars : 44 h",
    "Axe 7 – Obésité infantile, nutrition : 28 h",
    "Axe 9 – Diabète : 16 h",
]


def pictures_of(who: Someone) -> list[Message]:
    """The photos that came to her."""
    return [message for message in who.person.messages if "photo" in message.content]


async def receives_picture(story: Story, who: Someone, count: int = 1) -> Message:
    """The newest photo, once there are that many and no more after two rounds."""
    story.passes(seconds=3)
    await who.person.waits_for(lambda her: len(pictures_of(who)) >= count or None, within=20.0)
    await stays_silent(story, who)
    assert len(pictures_of(who)) == count
    return pictures_of(who)[-1]


async def two_axes(story: Story) -> None:
    await tells(story.marc, "GT Diabète hier 14h-16h, 8 présents")
    await tells(story.claire, "GT Nutrition hier 14h-16h, 14 présents")


class TestTheYearByAxis:
    async def test_it_follows_the_words_that_she_asked_for(self, story: Story) -> None:
        await two_axes(story)
        await story.claire.says("/semaine")
        words = story.claire.card
        photo = await receives_picture(story, story.claire)
        assert photo.id > words.id
        assert plain(photo.text).splitlines() == CAPTION
        assert photo.file is not None
        assert (len(photo.file.content) <= 60_000, Image.open(io.BytesIO(photo.file.content)).width) == (True, 960)

    async def test_it_comes_once_with_the_point_of_the_week(self, story: Story) -> None:
        await two_axes(story)
        moves_to(story, 2026, 3, 13, 16)
        assert (await rings(story.claire)).startswith("📊 Votre semaine")
        photo = await receives_picture(story, story.claire)
        assert plain(photo.text).splitlines()[0] == "📊 Heures par axe en 2026, du 1er janvier au 13 mars : 44 h"
        moves_to(story, 2026, 3, 16, 9)
        await stays_silent(story, story.claire)
        assert len(pictures_of(story.claire)) == 1

    async def test_none_when_one_bar_would_stand_alone(self, story: Story) -> None:
        await tells(story.claire, "GT Diabète hier 14h-16h, 8 présents")
        await story.claire.says("/semaine")
        moves_to(story, 2026, 3, 13, 16)
        await rings(story.claire)
        story.passes(seconds=3)
        await stays_silent(story, story.claire)
        assert rows(story, tables.outbox.c.kind, where=tables.outbox.c.kind == "picture of the week") == []

    async def test_a_pilot_sees_her_groups_only(self, story: Story) -> None:
        await two_axes(story)
        await story.marc.says("/semaine")
        story.passes(seconds=3)
        await stays_silent(story, story.marc)
        assert pictures_of(story.marc) == []

    async def test_a_lectrice_gets_the_same_figures(self, story: Story) -> None:
        await story.join(story.stranger, invite(story.store, story.doors.territory, person_id=4, role=Role.READER))
        await two_axes(story)
        await story.stranger.says("/semaine")
        assert plain((await receives_picture(story, story.stranger)).text).splitlines() == CAPTION

    async def test_one_who_lost_the_right_meanwhile_gets_none(self, story: Story) -> None:
        await two_axes(story)
        await story.claire.says("/semaine")
        with story.store.engines.write() as connection:
            connection.execute(sa.update(tables.accounts).where(tables.accounts.c.person_id == 1).values(role=Role.CONTRIBUTOR))
        story.passes(seconds=3)
        await stays_silent(story, story.claire)
        assert pictures_of(story.claire) == []

    async def test_cut_while_it_is_sent_it_is_told_and_never_doubled(self, story: Story) -> None:
        await two_axes(story)
        await story.claire.says("/semaine")
        story.served.world.faults.add(Fault(kind="lost_after_commit", method="sendPhoto"))
        story.passes(seconds=3)
        told = await rings(story.claire)
        assert (
            told
            == "L’image des heures par axe est peut-être arrivée ci-dessus, peut-être pas : la connexion a été coupée. /semaine la redonne."
        )
        await stays_silent(story, story.claire)
        assert len(pictures_of(story.claire)) == 1
