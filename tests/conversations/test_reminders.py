"""« Rappelle-moi… »: one card, one tap, and it rings at its hour, once; she says done, later or leave it, and a series goes on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.conversations.conftest import Someone, Story, plain

PARIS_WINTER = timedelta(hours=1)


async def rings(who: Someone, *, within: float = 6.0) -> str:
    """What comes by itself after what she saw last; from then on she looks at it."""
    count = len(who.person.bot_messages)
    await who.person.waits_for(lambda her: len(her.bot_messages) > count or None, within=within)
    await who.person.world.settle()
    who._looking_at = None
    return plain(who.card.text)


def moves_to(story: Story, year: int, month: int, day: int, hour: int, minute: int = 0, *, summer: bool = False) -> None:
    """It is that hour in Alès."""
    story.served.world.clock.advance_to(datetime(year, month, day, hour, minute, tzinfo=UTC) - timedelta(hours=2 if summer else 1))


async def stays_silent(story: Story, who: Someone) -> None:
    """Nothing comes in the time of two ticks."""
    count = len(who.person.bot_messages)
    import asyncio

    await asyncio.sleep(2.3)
    await story.served.world.settle()
    assert len(who.person.bot_messages) == count, plain(who.card.text)


async def test_one_card_one_tap_and_it_rings_at_its_hour(story: Story) -> None:
    claire = story.claire
    await claire.says("relance la CAF jeudi matin")
    claire.sees("⏰ Rappel", "relance la CAF", "📅 Demain, jeudi 12 mars 2026 à 9 h")
    assert claire.buttons == ["✅ Enregistrer", "✏️ Quand", "❌ Abandonner"]
    await claire.presses("✅ Enregistrer")
    claire.sees("⏰ C’est noté", "relance la CAF", "📅 Demain, jeudi 12 mars 2026 à 9 h")
    assert claire.buttons == ["↩︎ Annuler", "✏️ Quand"]
    moves_to(story, 2026, 3, 12, 8, 59)
    await stays_silent(story, claire)
    moves_to(story, 2026, 3, 12, 9)
    assert await rings(claire) == "⏰ relance la CAF"
    assert claire.buttons == ["✅ Fait", "⏰ Plus tard", "❌ Laisser"]
    await claire.presses("✅ Fait")
    assert (plain(claire.card.text), claire.buttons) == ("✅ relance la CAF", [])
    moves_to(story, 2026, 3, 13, 9)
    await stays_silent(story, claire)
    await claire.says("/rappels")
    claire.sees("Aucun rappel n’est prévu. Écrivez par exemple rappelle-moi de réserver la salle jeudi matin")
