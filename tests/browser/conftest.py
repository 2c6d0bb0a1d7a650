"""What the tests of the page need: a simulator, a tiny bot, and Debian's Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from playwright.async_api import Browser, Page, async_playwright

from bot.simulator import SimulatedClock, Simulator, start
from tests.browser.small_bot import present, small_bot

CHROMIUM = os.environ.get("MAILLON_TEST_CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
FRIDAY = datetime(2026, 2, 13, 8, 5, tzinfo=UTC)  # 9 h 05 in Paris


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    simulator = await start(clock=SimulatedClock(frozen_at=FRIDAY))
    world = simulator.world
    world.person("Claire", last_name="Dumas", label="Claire (coordinatrice)")
    world.person("Marc", last_name="Vidal", label="Marc (pilote)")
    world.person("Inès", last_name="Roche", label="Inès (contributrice)")
    world.person("Nadia", label="Une inconnue")
    bot = small_bot(simulator)
    async with bot:
        assert bot.updater is not None
        await bot.updater.start_polling()
        await bot.start()
        await present(bot)
        world.ready = True
        yield simulator
        await bot.updater.stop()
        await bot.stop()
    await simulator.stop()


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    if shutil.which(CHROMIUM) is None:
        pytest.fail(f"no Chromium at {CHROMIUM}: apt-get install chromium, or set MAILLON_TEST_CHROMIUM")
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        await launched.close()


@pytest.fixture
async def page(browser: Browser, simulator: Simulator) -> AsyncIterator[Page]:
    """The page at desktop width, ready; a script error or a refused resource fails the test."""
    context = await browser.new_context(viewport={"width": 1280, "height": 900}, locale="fr-FR", accept_downloads=True)
    opened = await context.new_page()
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    await opened.goto(simulator.url)
    await opened.wait_for_selector("html[data-ready=yes]")
    yield opened
    assert problems == []
    await context.close()
