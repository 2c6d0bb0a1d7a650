"""What a person does on the chat page of the trial."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, expect

from bot.simulator import Simulator

pytestmark = pytest.mark.browser


async def start_conversation(page: Page) -> None:
    await page.get_by_role("button", name="Démarrer").click()
    await expect(page.locator(".message.theirs").last).to_contain_text("Bonjour")


async def say(page: Page, words: str) -> None:
    await page.get_by_label("Votre message").fill(words)
    await page.get_by_label("Votre message").press("Enter")


async def test_she_logs_a_meeting_and_downloads_its_minutes(page: Page, simulator: Simulator) -> None:
    await start_conversation(page)
    await say(page, "GT Diabète hier 14h-16h30, 12 présents")
    card = page.locator(".message.theirs").last
    await expect(card.locator("strong").first).to_have_text("GT Diabète")
    await expect(card.locator("blockquote")).to_have_text("❓ À quelle date Sophie relance-t-elle la CAF\u202f?")

    await page.get_by_role("button", name="✅ Enregistrer").click()
    await expect(page.get_by_text("GT Diabète est gardé. Le compte rendu arrive.")).to_be_visible()
    await expect(page.locator("#toast")).to_have_text("Réunion enregistrée")
    await expect(page.get_by_role("button", name="✅ Enregistrer")).to_have_count(0)

    async with page.expect_download() as waited:
        await page.get_by_role("link", name="Télécharger Compte rendu - GT Diabète.docx").click()
    download = await waited.value
    assert download.suggested_filename == "Compte rendu - GT Diabète.docx"
    assert (await download.path()).read_bytes() == b"PK\x03\x04 un compte rendu"
    assert simulator.world.violations == []


async def test_an_alert_must_be_acknowledged(page: Page) -> None:
    await start_conversation(page)
    await say(page, "GT Diabète hier")
    await page.get_by_role("button", name="✅ Enregistrer").click()
    await page.get_by_role("button", name="↩︎ Annuler").click()
    await expect(page.get_by_role("dialog")).to_contain_text("Rien n’est gardé de cette réunion.")
    await page.get_by_role("button", name="D’accord").click()
    await expect(page.get_by_text("Annulé.")).to_be_visible()


async def test_each_person_has_her_own_chat(page: Page) -> None:
    await start_conversation(page)
    await page.get_by_role("tab", name="Marc").click()
    await expect(page.locator(".message")).to_have_count(0)
    await page.get_by_label("Code d’invitation (facultatif)").fill("CODE-7")
    await page.get_by_role("button", name="Démarrer").click()
    await expect(page.locator(".message.theirs").last).to_contain_text("Bonjour Marc, je suis Maillon. Votre code : CODE-7.")
    await page.get_by_role("tab", name="Claire").click()
    await expect(page.locator(".message.theirs").last).to_contain_text("Bonjour Claire, je suis Maillon.")


async def test_the_code_of_an_invited_person_is_filled_in(page: Page, simulator: Simulator) -> None:
    simulator.world.person("Inès").invitation = "CODE-9"
    await page.get_by_role("tab", name="Inès").click()
    await expect(page.get_by_label("Code d’invitation (facultatif)")).to_have_value("CODE-9")
    await page.get_by_role("button", name="Démarrer").click()
    await expect(page.locator(".message.mine")).to_contain_text("/start CODE-9")


async def test_an_invitation_link_is_followed_as_somebody_else(page: Page, simulator: Simulator) -> None:
    await start_conversation(page)
    await say(page, "/inviter")
    await page.get_by_role("link", name="rejoindre le projet").click()
    await page.get_by_role("dialog").get_by_role("button", name="Une inconnue").click()
    await expect(page.locator(".message.theirs").last).to_contain_text("Bonjour Nadia, je suis Maillon. Votre code : CODE-42.")
    assert simulator.world.person("Nadia").messages[0].text == "/start CODE-42"


async def test_news_for_somebody_else_show_on_her_tab(page: Page, simulator: Simulator) -> None:
    await start_conversation(page)
    simulator.world.person("Marc").starts()
    await expect(page.get_by_role("tab", name="Marc")).to_contain_text("1")


async def test_the_clock_goes_forward(page: Page, simulator: Simulator) -> None:
    await expect(page.locator("#clock-hour")).to_have_text("9\u00a0h\u00a005")
    await page.get_by_role("button", name="+ 1 h", exact=True).click()
    await expect(page.locator("#clock-hour")).to_have_text("10\u00a0h\u00a005")
    await page.get_by_role("button", name="Lundi matin").click()
    await expect(page.locator("#clock-hour")).to_have_text("8\u00a0h")
    await expect(page.locator("#clock-day")).to_have_text("lundi 16 février")
    assert simulator.world.clock.local().isoformat() == "2026-02-16T08:00:00+01:00"


async def test_today_becomes_a_day_when_the_clock_jumps(page: Page) -> None:
    await start_conversation(page)
    await expect(page.locator(".day")).to_have_text(["aujourd’hui"])
    await page.get_by_role("button", name="+ 1 jour").click()
    await expect(page.locator(".day")).to_have_text(["vendredi 13 février"])
    await say(page, "GT Diabète hier")
    await expect(page.locator(".day")).to_have_text(["vendredi 13 février", "aujourd’hui"])


async def test_the_slash_menu_and_shift_enter(page: Page, simulator: Simulator) -> None:
    await start_conversation(page)
    field = page.get_by_label("Votre message")
    await field.press_sequentially("/")
    await expect(page.get_by_role("option")).to_have_text(
        ["/reunionnoter une réunion", "/heuresnoter des heures", "/aidece que je sais faire", "/inviterinviter quelqu’un"]
    )
    await field.press_sequentially("in")
    await field.press("Enter")
    await expect(page.get_by_role("link", name="rejoindre le projet")).to_be_visible()

    await field.press_sequentially("une ligne")
    await field.press("Shift+Enter")
    await field.press_sequentially("une autre")
    await field.press("Enter")
    await expect(page.locator(".message.mine").last.locator(".words")).to_have_text("une ligne\nune autre")


async def test_a_file_is_sent_and_answered(page: Page) -> None:
    await start_conversation(page)
    await page.locator("#file").set_input_files([{"name": "annuaire.csv", "mimeType": "text/csv", "buffer": b"nom;prenom\n"}])
    await expect(page.locator(".message.theirs").last.locator(".words")).to_have_text("Reçu : annuaire.csv, 11 octets")


async def test_the_directory_answers_while_she_types(page: Page) -> None:
    await start_conversation(page)
    await page.get_by_label("Votre message").press_sequentially("@maillon_essai_bot sophie")
    await page.get_by_role("option", name="Sophie Martin").click()
    await expect(page.locator(".message.mine").last.locator(".words")).to_have_text("Sophie Martin · 04 66 00 00 00")


async def test_what_people_write_is_never_markup(page: Page) -> None:
    await start_conversation(page)
    await say(page, "<img src=x onerror=alert(1)><b>gras</b>")
    await expect(page.locator(".message.mine").last.locator(".words")).to_have_text("<img src=x onerror=alert(1)><b>gras</b>")
    await expect(page.locator(".message.mine").last.locator(".words *")).to_have_count(0)


async def test_a_blocked_bot_can_be_unblocked(page: Page) -> None:
    await start_conversation(page)
    await page.get_by_role("button", name="Joindre").click()
    await page.get_by_role("menuitem", name="Bloquer le bot").click()
    await page.get_by_role("button", name="Débloquer").click()
    await expect(page.get_by_label("Votre message")).to_be_visible()


async def test_all_is_within_reach_of_the_keyboard(page: Page) -> None:
    await page.get_by_role("tab", name="Claire").focus()
    await page.keyboard.press("ArrowDown")
    await expect(page.get_by_role("tab", name="Marc")).to_have_attribute("aria-selected", "true")
    await page.keyboard.press("ArrowUp")
    await page.get_by_role("button", name="Démarrer").press("Enter")
    await say(page, "GT Diabète hier")
    await page.get_by_role("button", name="✅ Enregistrer").press("Enter")
    await expect(page.get_by_text("GT Diabète est gardé.")).to_be_visible()
    await expect(page.get_by_role("button", name="↩︎ Annuler")).to_be_focused()


async def test_nothing_overflows_a_small_phone(page: Page) -> None:
    await page.set_viewport_size({"width": 360, "height": 640})
    await start_conversation(page)
    await say(page, "GT Diabète hier")
    await expect(page.get_by_role("button", name="✅ Enregistrer")).to_be_in_viewport()
    width = await page.evaluate("document.documentElement.scrollWidth")
    assert width == 360
    outside = await page.evaluate(
        """() => [...document.querySelectorAll('.key, .round, .steps button')]
            .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5)
            .map((one) => one.textContent)"""
    )
    assert outside == []
    assert re.fullmatch(r"9\u00a0h\u00a005", await page.locator("#clock-hour").inner_text())
