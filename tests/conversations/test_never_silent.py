"""Whatever is sent, something kind comes back, and what the network breaks is mended."""

from __future__ import annotations

import pytest

from bot.simulator import Fault
from tests.conversations.conftest import Story, plain, quiet

ANYTHING = ("?", "🙂", "merci !", "azertyuiop", "<b>coucou</b> & co", "/commandeinconnue", "a" * 4096, "12", "null", "de " * 1300)


@pytest.mark.parametrize("words", ANYTHING)
async def test_any_text_gets_an_answer(story: Story, words: str) -> None:
    before = len(story.claire.person.bot_messages)
    await story.claire.says(words)
    assert len(story.claire.person.bot_messages) == before + 1


async def test_stickers_voices_photos_and_contacts_get_a_kind_word(story: Story) -> None:
    claire = story.claire
    person = claire.person
    for send in (
        person.sends_sticker,
        person.sends_voice,
        person.sends_photo,
        lambda: person.sends_contact("+33639980102", "Sophie"),
        lambda: person.sends_document("a.txt", b"a"),
    ):
        before = len(person.bot_messages)
        send()
        await quiet(person, story.store)
        assert len(person.bot_messages) == before + 1


async def test_an_edited_message_is_answered(story: Story) -> None:
    claire = story.claire
    sent = claire.person.says("GT Diabète hier 14h-16h, 12 présents")
    await quiet(claire.person, story.store)
    claire.person.edits(sent, "GT Diabète hier 14h-16h, 13 présents")
    await quiet(claire.person, story.store)
    claire.sees(
        "Vous avez modifié un message déjà lu : pour changer la carte, écrivez simplement la correction, par exemple non, 13 présents"
    )


@pytest.mark.parametrize("kind", ["429", "500"])
async def test_a_stumble_of_telegram_loses_nothing(story: Story, kind: str) -> None:
    claire = story.claire
    story.served.world.faults.add(
        Fault(kind=kind, method="sendMessage", retry_after=1) if kind == "429" else Fault(kind=kind, method="sendMessage")
    )
    claire.person.says("GT Diabète hier 14h-16h, 12 présents")
    await claire.person.waits_for(lambda her: her.last if her.last and "✅ Enregistrer" in her.last.labels else None, within=12)
    await claire.presses("✅ Enregistrer")
    claire.sees("✅ C’est enregistré.")


async def test_a_card_that_arrived_in_spite_of_an_error_is_not_shown_again_once_it_is_kept(story: Story) -> None:
    claire = story.claire
    story.served.world.faults.add(Fault(kind="lost_after_commit", method="sendMessage"))
    claire.person.says("2h de préparation hier pour le GT Diabète")
    await claire.person.waits_for(lambda her: her.last if her.last and "✅ Enregistrer" in her.last.labels else None, within=12)
    await claire.presses("✅ Enregistrer")
    assert [plain(message.text).splitlines()[0] for message in claire.person.bot_messages[1:]] == ["✅ C’est enregistré."]


async def test_a_stumble_of_telegram_stops_no_little_clock_for_ever(story: Story) -> None:
    claire = story.claire
    await claire.says("2h de préparation hier pour le GT Diabète")
    story.served.world.faults.add(Fault(kind="500", method="answerCallbackQuery"))
    await claire.presses("✅ Enregistrer")
    await claire.person.waits_for(lambda her: her.taps and all(tap.answered for tap in her.taps), within=5)
    claire.sees("✅ C’est enregistré.")


async def test_a_card_that_telegram_would_not_edit_is_kept_and_said_so(story: Story) -> None:
    claire = story.claire
    await claire.says("2h de préparation hier pour le GT Diabète")
    fault = story.served.world.faults.add(Fault(kind="500", method="editMessageText"))
    await claire.presses("✅ Enregistrer")
    await claire.person.waits_for(lambda her: her.taps and all(tap.answered for tap in her.taps), within=5)
    claire.sees("✅ C’est enregistré.")
    assert fault not in story.served.world.faults.active


async def test_the_same_update_twice_is_one_card(story: Story) -> None:
    claire = story.claire
    claire.person.says("GT Diabète hier 14h-16h, 12 présents")
    story.served.world.queue.repeat_last()
    await quiet(claire.person, story.store)
    assert sum("✅ Enregistrer" in m.labels for m in claire.person.bot_messages) == 1


async def test_whoever_blocks_the_bot_breaks_nothing(story: Story) -> None:
    story.marc.person.says("/aide")
    story.marc.person.blocks()
    await quiet(story.marc.person, story.store)
    await story.claire.says("/moi")
    story.claire.sees("Claire Fontaine")
