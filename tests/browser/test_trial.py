"""`maillon essai` as a person meets it: the page opens, Claire tells a meeting, keeps it, and downloads its minutes."""

from __future__ import annotations

import asyncio
import io
import os
import re
import signal
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import docx
import pytest
from playwright.async_api import Browser, Page, expect

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
MEETING = (
    "GT Diabète hier de 14h à 16h30 à la Maison de la santé, 12 présents dont Sophie Martin, Karim Benali et 2 pers du CCAS d'Alès. "
    "Excusée : PMI. On a décidé de lancer l'enquête avant fin janvier, Sophie relance la CAF pour le 15."
)


@pytest.fixture
async def trial() -> AsyncIterator[str]:
    """The address of a running trial; it is ready in less than 10 s on 2 idle cores (30 are allowed here)."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "essai", "--port", "0", "--sans-navigateur"),
        cwd=ROOT,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    began = time.monotonic()
    address = None
    while address is None:
        line = (await asyncio.wait_for(process.stdout.readline(), 30 - (time.monotonic() - began))).decode()
        address = re.search(r"est prête : (\S+)", line)
    yield address[1]
    process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(process.wait(), 20) == 0


@pytest.fixture
async def phone(browser: Browser, trial: str) -> AsyncIterator[Page]:
    """The page on a phone."""
    context = await browser.new_context(viewport={"width": 390, "height": 844}, locale="fr-FR", accept_downloads=True)
    page = await context.new_page()
    await page.goto(trial)
    await page.wait_for_selector("html[data-ready=yes]")
    yield page
    await context.close()


async def test_a_meeting_from_the_first_word_to_the_word_file(phone: Page) -> None:
    await expect(phone.locator(".message.theirs").last).to_contain_text("Bienvenue, Claire")
    await phone.get_by_label("Votre message").fill(MEETING)
    await phone.get_by_label("Votre message").press("Enter")
    card = phone.locator(".message.theirs").last
    await expect(card).to_contain_text("12\u00a0présents")
    await expect(card).to_contain_text("Karim Benali (Mission locale d’Alès)")
    await phone.get_by_role("button", name="PMI d’Alès").click()
    await phone.get_by_role("button", name="✅ Enregistrer").click()
    async with phone.expect_download(timeout=15_000) as waited:
        await phone.get_by_role("link", name=re.compile("^Télécharger CR_GT-Diabete")).click()
    content = (await (await waited.value).path()).read_bytes()
    words = "\n".join(cell.text for table in docx.Document(io.BytesIO(content)).tables for row in table.rows for cell in row.cells)
    assert "BENALI Karim" in words
    await expect(phone.get_by_role("button", name="↩︎ Annuler")).to_be_visible()


async def test_a_stranger_learns_nothing(phone: Page) -> None:
    await phone.get_by_role("tab").last.click()
    await phone.get_by_role("button", name="Démarrer").click()
    await expect(phone.locator(".message.theirs").last).to_contain_text("Maillon est réservé aux personnes invitées")
