"""A coordinator gives her minutes a template of her own: sent, mended, tried, kept for all or for a group, taken back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from bot.domain.templates import TemplateKind
from doc_templates.received import picture
from doc_templates.received.kinds import KINDS
from storage import tables
from tests.conversations.conftest import Received, Someone, Story, plain, quiet
from tests.conversations.test_amendments import taps
from tests.databases import database_url, store
from tests.doc_templates.received_samples import template, with_relation

__all__ = ["database_url", "store"]
GOOD = template(
    "LE NÔTRE : {{ titre }}, {{ date }}", "{%p for d in decisions %}", "{{ d.texte }}", "{%p endfor %}", header="{{ organisme }}"
)
OTHER = template("CELUI DU GROUPE : {{ titre }}")
DIABETES = "GT Diabète hier 14h-16h, 12 présents, décision : fiche unique"
NUTRITION = "GT Nutrition hier 10h-11h, 3 présents"


@pytest.fixture(autouse=True)
def no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice draws for seconds: one story alone looks at its picture."""
    monkeypatch.setattr("handlers.word_files.can_draw", lambda: False)


async def sends(who: Someone, story: Story, content: bytes, name: str = "modele.docx", caption: str = "modèle de compte rendu") -> None:
    """Sends a file and waits for the answer."""
    who.person.sends_document(name, content, caption=caption)
    who._looking_at = None
    await quiet(who.person, story.store)


async def minutes(story: Story, said: str) -> Received:
    """Keeps a meeting and receives its minutes."""
    before = sum(bool(m.document) for m in story.claire.person.bot_messages)
    await story.claire.says(said)
    await story.claire.presses("✅ Enregistrer")
    return (await receives(story.claire, before + 1))[-1]


async def again(story: Story, label: str) -> Received:
    """The minutes of that meeting once more."""
    before = sum(bool(m.document) for m in story.claire.person.bot_messages)
    await story.claire.says("/cr")
    wanted = next(one for one in story.claire.buttons if label in one)
    await story.claire.presses(wanted)
    return (await receives(story.claire, before + 1))[-1]


async def receives(who: Someone, count: int) -> list[Received]:
    """All documents that the bot sent her, once there are that many and no more after a silence."""

    def from_the_bot() -> list[Received]:
        return [Received(m.document) for m in who.person.bot_messages if m.document]

    await who.person.waits_for(lambda her: len(from_the_bot()) >= count or None, within=30)
    await who.person.world.settle()
    assert len(from_the_bot()) == count
    return from_the_bot()


def first_line(received: Received) -> str:
    """The first words of the document."""
    return received.text.split("\n")[0]


async def test_sent_tried_kept_used_and_taken_back(story: Story) -> None:
    claire = story.claire
    await sends(claire, story, GOOD)
    claire.sees("📄 modele.docx – modèle de compte rendu", "Pour tout le territoire, ou pour un groupe ?")
    (trial,) = await receives(claire, 1)
    assert (trial.name, first_line(trial)) == ("Essai-de-modele.docx", "LE NÔTRE : Groupe Exemple, Mardi 10 mars 2026")
    await claire.presses("✅ Tout le territoire", times=2)
    claire.sees("✅ modele.docx est le modèle de compte rendu de tout le territoire.")
    kept = claire.card

    assert first_line(await minutes(story, DIABETES)).startswith("LE NÔTRE : GT Diabète, ")
    await taps(claire, kept, "↩︎ Annuler")
    assert plain(kept.text) == "↩︎ modele.docx n’est plus utilisé. Compte rendu, tout le territoire : modèle de Maillon."
    assert first_line(await again(story, "Diabète")) == "Projet de compte rendu"
    await taps(claire, kept, "↩︎ Le remettre")
    assert first_line(await again(story, "Diabète")).startswith("LE NÔTRE : GT Diabète, ")


async def test_its_trial_is_written_as_the_territory_writes(story: Story) -> None:
    await story.claire.says("écris en point médian")
    await sends(story.claire, story, template("{{ participation }}"))
    (trial,) = await receives(story.claire, 1)
    assert first_line(trial) == "5 participant·es, 1 excusé – 2 structures"


async def test_a_faulty_one_is_told_what_to_mend_and_nothing_is_kept(story: Story) -> None:
    await sends(story.claire, story, template("{{ titer }}", header="Le { date }"))
    story.claire.sees(
        "📄 modele.docx – 2 choses à corriger avant que je m’en serve :",
        "• en-tête : il faut deux accolades de chaque côté : {{ date }} (dans « Le { date } »)",
        "• champ inconnu : titer – vouliez-vous dire titre ?",
        "Corrigez dans Word, puis renvoyez-moi le document : je n’en ai rien gardé.",
    )
    assert story.claire.buttons == ["📄 Exemple de modèle"]
    assert rows_of(story) == []
    await sends(story.claire, story, template("{{ titre }}", header="Le {{ date }}"))
    story.claire.sees("📄 modele.docx – modèle de compte rendu")


async def test_a_group_has_its_own_and_the_others_that_of_the_territory(story: Story) -> None:
    claire = story.claire
    await sends(claire, story, GOOD)
    await claire.presses("✅ Tout le territoire")
    await sends(claire, story, OTHER, "sport.docx")
    await claire.presses("👥 Un groupe")
    claire.sees("👥 Pour quel groupe ?")
    await claire.presses("◀ Retour")
    await claire.presses("👥 Un groupe")
    await claire.presses("GT Nutrition")
    claire.sees("✅ sport.docx est le modèle de compte rendu du groupe GT Nutrition.")
    await receives(claire, 2)
    assert first_line(await minutes(story, NUTRITION)) == "CELUI DU GROUPE : GT Nutrition"
    assert first_line(await minutes(story, DIABETES)).startswith("LE NÔTRE : GT Diabète, ")

    await claire.says("modèles de compte rendu")
    claire.sees(
        "📄 Modèle de compte rendu",
        "• Tout le territoire : modele.docx (version 1, par Claire Fontaine, le 11/03/2026)",
        "• GT Nutrition : sport.docx (version 1, par Claire Fontaine, le 11/03/2026)",
    )
    await claire.presses("❌ Sans modèle propre – GT Nutrition")
    claire.sees("✅ C’est fait. Compte rendu, groupe GT Nutrition : modèle modele.docx. Les versions d’avant restent.")
    assert first_line(await again(story, "Nutrition")).startswith("LE NÔTRE : GT Nutrition, ")
    await claire.presses("↩︎ Annuler")
    assert first_line(await again(story, "Nutrition")) == "CELUI DU GROUPE : GT Nutrition"


async def test_one_tap_back_to_the_previous_version(story: Story) -> None:
    claire = story.claire
    for content, name in ((GOOD, "un.docx"), (OTHER, "deux.docx")):
        await sends(claire, story, content, name)
        await claire.presses("✅ Tout le territoire")
        story.passes(minutes=1)
    claire.sees("✅ deux.docx est le modèle de compte rendu de tout le territoire (version 2).")
    await claire.says("/modele compte rendu")
    await claire.presses("↩︎ Version d’avant – territoire")
    claire.sees("↩︎ deux.docx n’est plus utilisé. Compte rendu, tout le territoire : modèle un.docx.")
    await claire.says("/modele compte rendu")
    await claire.presses("❌ Modèle de Maillon – territoire")
    claire.sees("✅ C’est fait. Compte rendu, tout le territoire : modèle de Maillon. Les versions d’avant restent.")
    await claire.presses("↩︎ Annuler")
    claire.sees("↩︎ C’est annulé. Compte rendu, tout le territoire : modèle un.docx.")


async def test_an_older_one_is_not_taken_back_under_a_newer_one(story: Story) -> None:
    claire = story.claire
    await sends(claire, story, GOOD)
    await claire.presses("✅ Tout le territoire")
    first = claire.card
    story.passes(minutes=1)
    await sends(claire, story, OTHER, "deux.docx")
    await claire.presses("✅ Tout le territoire")
    await taps(claire, first, "↩︎ Annuler")
    assert claire.toast == "Un autre modèle a pris sa place depuis : je n’ai rien changé. Écrivez /modele pour voir ceux qui servent."


async def test_a_dropped_one_leaves_no_byte(story: Story) -> None:
    await sends(story.claire, story, GOOD)
    await story.claire.presses("❌ Abandonner")
    story.claire.sees("C’est abandonné : je n’ai rien gardé de modele.docx.")
    assert [row.content for row in rows_of(story)] == [None]


async def test_what_nobody_answered_about_is_forgotten_after_a_week(story: Story) -> None:
    await sends(story.claire, story, GOOD)
    assert [row.digest for row in rows_of(story)] == [hashlib.sha256(GOOD).digest()]
    story.passes(days=8)
    story.store.purge(story.served.world.clock.now())
    assert [row.content for row in rows_of(story)] == [None]


async def test_a_kept_one_that_fails_gives_way_to_ours_and_says_so(story: Story) -> None:
    await sends(story.claire, story, GOOD)
    await receives(story.claire, 1)
    await story.claire.presses("✅ Tout le territoire")
    with story.store.engines.write() as connection:  # as if a newer Maillon had taken a blank away
        connection.execute(tables.templates.update().values(content=template("{{ champ_disparu }}")))
    received = await minutes(story, DIABETES)
    assert first_line(received) == "Projet de compte rendu"
    caption = next(plain(m.text) for m in reversed(story.claire.person.bot_messages) if m.document)
    assert caption.split("\n")[1] == (
        "⚠️ Le modèle modele.docx n’a pas pu être rempli : voici le document sur le modèle de Maillon. Écrivez /modele pour en changer."
    )


async def test_the_sample_comes_on_demand_and_is_itself_a_template(story: Story) -> None:
    await story.claire.says("exemple de modèle de compte rendu")
    story.claire.sees("L’exemple de modèle arrive.")
    (received,) = await receives(story.claire, 1)
    assert (received.name, received.file.content) == ("Modele-compte-rendu.docx", KINDS[TemplateKind.MINUTES].sample())
    await sends(story.claire, story, received.file.content)
    story.claire.sees("📄 modele.docx – modèle de compte rendu")


@pytest.mark.parametrize(
    ("name", "content", "caption", "line"),
    [
        (
            "compte rendu.docx",
            lambda: template("Compte rendu du 3 mars"),
            "",
            "Ce document Word n’a pas de champ à remplir : je n’en ai rien gardé. Pour en faire un modèle, écrivez par exemple {{ titre }} "
            "là où le titre doit paraître. L’exemple ci-dessous montre tous les champs.",
        ),
        (
            "modele.odt",
            lambda: b"PK",
            "",
            "Je prends les modèles au format Word .docx. Ouvrez ce document dans Word, enregistrez-le sous « Document Word (.docx) », puis "
            "renvoyez-le.",
        ),
        (
            "modele.docx",
            lambda: with_relation("image", "http://ailleurs.exemple/logo.png"),
            "",
            "• un contenu pris ailleurs (http://ailleurs.exemple/logo.png) : insérez-le dans le document, sans lien",
        ),
    ],
)
async def test_what_is_no_template_gets_a_kind_sentence(
    story: Story, name: str, content: Callable[[], bytes], caption: str, line: str
) -> None:
    await sends(story.claire, story, content(), name, caption)
    story.claire.sees(line)
    assert (story.claire.buttons, rows_of(story)) == (["📄 Exemple de modèle"], [])


async def test_only_coordinators_choose_and_no_other_file_is_fetched(story: Story) -> None:
    for who in (story.marc, story.ines):
        await sends(who, story, GOOD)
        who.sees("Les modèles de documents sont choisis par la coordination : envoyez-lui le vôtre, elle pourra me le donner.")
        await who.says("/modele")
        who.sees("Les modèles de documents sont choisis par la coordination : envoyez-lui le vôtre, elle pourra me le donner.")
    assert [call.method for call in story.served.world.calls if call.method == "getFile"] == []
    await sends(story.claire, story, GOOD)
    one = rows_of(story)[0].id
    for letters in ("tk", "tx", "tg", "tc", "tw", "tb", "to", "ts", "tm", "tq"):
        await story.marc.forges(f"{letters}:{one}:1")
        assert story.marc.toast.startswith("Les modèles de documents sont choisis par la coordination")
    assert [row.state for row in rows_of(story)] == ["open"]


def rows_of(story: Story) -> list[Any]:
    """The templates as stored."""
    with story.store.engines.read() as connection:
        return list(connection.execute(tables.templates.select()))


@pytest.mark.skipif(not picture.can_draw(), reason="LibreOffice is not installed")
async def test_the_first_page_comes_as_a_picture(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.word_files.can_draw", lambda: True)
    await sends(story.claire, story, GOOD)
    shown = await story.claire.person.waits_for(lambda her: next((m for m in her.bot_messages if "photo" in m.content), None), within=60)
    assert plain(shown.text) == "La première page de l’essai."
