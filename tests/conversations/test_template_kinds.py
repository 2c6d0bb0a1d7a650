"""Templates of the papers beside the minutes: sent, refused, mended, accepted, used by the paper, taken back; and the kind, asked."""

from __future__ import annotations

import pytest

from bot.domain.templates import TemplateKind
from doc_templates.received.kinds import KINDS
from tests.conversations.conftest import Story, plain
from tests.conversations.test_amendments import taps
from tests.conversations.test_templates import DIABETES, first_line, no_picture, receives, rows_of, sends
from tests.databases import database_url, store
from tests.doc_templates.received_samples import template

__all__ = ["database_url", "no_picture", "store"]
K = TemplateKind
ASKED = {
    "décisions": "les décisions du GT Diabète depuis janvier",
    "émargement": "la feuille d'émargement du GT Diabète du 19 mars",
    "ordre du jour": "l'ordre du jour du GT Diabète du 19 mars",
    "invitation": "l'invitation du GT Diabète du 19 mars",
    "bilan": "bilan 2026 du GT Diabète",
}
MET = f"{DIABETES}. Prochaine réunion jeudi 19 mars 9h-17h à la Maison de la santé"
LETTERS = template("{%p for l in lettres %}", "CHEZ NOUS : {{ l.appel }}", "{%p endfor %}")


async def met(story: Story) -> None:
    """A meeting was kept, its next one is planned, and its agenda known."""
    await story.claire.says(MET)
    await story.claire.presses("✅ Enregistrer")
    await receives(story.claire, 1)
    await story.claire.says("ordre du jour du GT Diabète du 19 mars : bilan, enquête")


async def paper(story: Story, words: str, *, many: int = 1) -> tuple[str, str]:
    """The first words of the Word file that she asks for, and what is said below it; `many` files come."""
    before = sum(bool(message.document) for message in story.claire.person.bot_messages)
    await story.claire.says(words)
    received = await receives(story.claire, before + many)
    words = [plain(message.text) for message in story.claire.person.bot_messages if message.document]
    rank = next(rank for rank in range(before, before + many) if received[rank].name.endswith(".docx"))
    return first_line(received[rank]), words[rank]


@pytest.mark.parametrize(
    ("caption", "asked", "faulty", "hint", "good", "printed", "ours", "kind"),
    [
        ("notre modèle de convocation", "invitation", "{{ objett }}", "objet", "NOUS : {{ objet }}", "NOUS : GT Diabète", "Invitation",
         "invitation"),
        ("feuille d’émargement", "émargement", "{{ donees_personnelles }}", "donnees_personnelles", "NOUS : {{ participation }}",
         "NOUS : 6 participantes et participants attendus", "Feuille d’émargement", "feuille d’émargement"),
        ("modèle de relevé de décisions", "décisions", "{{ contenue }}", "contenu", "NOUS : {{ contenu }}", "NOUS : 1 décision",
         "Relevé de décisions", "relevé de décisions"),
    ],
)  # fmt: skip
async def test_sent_refused_mended_accepted_used_and_taken_back(
    story: Story, caption: str, asked: str, faulty: str, hint: str, good: str, printed: str, ours: str, kind: str
) -> None:
    claire, named = story.claire, f"modèle {'d’' if kind == 'invitation' else 'de '}{kind}"
    await met(story)
    await sends(claire, story, template(faulty), caption=caption)
    claire.sees(f"• champ inconnu : {faulty.strip('{ }')} – vouliez-vous dire {hint} ?")
    assert rows_of(story) == []

    await sends(claire, story, template(good), caption=caption)
    claire.sees(f"📄 modele.docx – {named}")
    trial = (await receives(claire, 2))[-1]
    assert (trial.name, first_line(trial).split(" : ")[0]) == ("Essai-de-modele.docx", "NOUS")
    await claire.presses("✅ Tout le territoire")
    claire.sees(f"✅ modele.docx est le {named} de tout le territoire.")
    kept = claire.card
    assert (await paper(story, ASKED[asked]))[0] == printed

    await taps(claire, kept, "↩︎ Annuler")
    assert plain(kept.text) == (f"↩︎ modele.docx n’est plus utilisé. {kind[0].upper()}{kind[1:]}, tout le territoire : modèle de Maillon.")
    assert (await paper(story, ASKED[asked]))[0] == ours
    await taps(claire, kept, "↩︎ Le remettre")
    assert (await paper(story, ASKED[asked]))[0] == printed


async def test_a_review_prints_its_figures_and_says_where_its_charts_are(story: Story) -> None:
    await met(story)
    await sends(story.claire, story, template("NOUS : {{ titre }} {{ annee }}"), caption="bilan")
    words = "Les graphiques restent dans le modèle de Maillon : un modèle à vous imprime les mêmes chiffres, en phrases et en tableaux."
    story.claire.sees("📄 modele.docx – modèle de bilan", words)
    await receives(story.claire, 2)
    await story.claire.presses("👥 Un groupe")
    await story.claire.presses("GT Diabète")
    story.claire.sees("✅ modele.docx est le modèle de bilan du groupe GT Diabète.")
    assert (await paper(story, ASKED["bilan"], many=2))[0] == "NOUS : GT Diabète 2026"
    assert (await paper(story, "bilan 2026", many=2))[0] == "Bilan annuel 2026 – en cours"


async def test_of_which_document_is_asked_and_the_answer_is_checked(story: Story) -> None:
    claire = story.claire
    await met(story)
    await sends(claire, story, template("{{ mention_finale }}", "{{ reponse }}"), caption="")
    claire.sees("📄 modele.docx", "C’est le modèle de quel document ?")
    assert claire.buttons == [
        "📄 Ordre du jour", "📄 Compte rendu", "📄 Relevé de décisions", "📄 Invitation", "📄 Feuille d’émargement", "📄 Bilan",
        "❌ Abandonner",
    ]  # fmt: skip
    await claire.presses("📄 Invitation")
    claire.sees("• champ inconnu : mention_finale – l’exemple ci-dessous montre tous les champs")
    assert [(row.state, row.content) for row in rows_of(story)] == [("dropped", None)]

    await sends(claire, story, template("NOUS : {{ reponse }}"), caption="")
    await claire.presses("📄 Ordre du jour", times=2)
    claire.sees("📄 modele.docx – modèle d’ordre du jour")
    await receives(claire, 2)
    await claire.presses("✅ Tout le territoire")
    assert (await paper(story, ASKED["ordre du jour"]))[0] == "NOUS : "


async def test_the_name_of_the_file_tells_it_too(story: Story) -> None:
    await sends(story.claire, story, template("{{ titre }}"), "Modèle-feuille_d-émargement v2.docx", caption="")
    story.claire.sees("📄 Modèle-feuille_d-émargement v2.docx – modèle de feuille d’émargement")


async def test_a_file_that_is_no_template_of_anything_is_not_asked_about(story: Story) -> None:
    await sends(story.claire, story, template("Notes du 3 mars"), "notes.docx", caption="")
    assert (story.claire.buttons, rows_of(story)) == (["📄 Exemple de modèle"], [])
    await story.claire.presses("📄 Exemple de modèle")
    story.claire.sees("📄 Un exemple de modèle : pour quel document ?")
    await story.claire.presses("📄 Bilan")
    assert (await receives(story.claire, 1))[-1].name == "Modele-bilan.docx"


async def test_a_file_left_without_an_answer_goes_and_its_buttons_are_old(story: Story) -> None:
    await sends(story.claire, story, template("{{ titre }}"), caption="")
    card = story.claire.card
    await story.claire.presses("❌ Abandonner")
    story.claire.sees("C’est abandonné : je n’ai rien gardé de modele.docx.")
    one = rows_of(story)[0]
    for data in (f"tm:{one.id}:1:invitation", f"tm:{one.id}:1:rien", f"tm:{one.id}:1", f"tk:{one.id}:1"):
        await story.claire.forges(data)
        assert story.claire.toast.startswith(("Ce modèle n’est plus en attente ici.", "Ce bouton ne sert plus."))
    assert (card.labels, [row.state for row in rows_of(story)]) == ([], ["dropped"])


async def test_letters_are_never_lost_by_a_template_of_one(story: Story) -> None:
    await met(story)
    await sends(story.claire, story, template("NOUS : {{ objet }}"), "une.docx", caption="invitation")
    await story.claire.presses("✅ Tout le territoire")
    await receives(story.claire, 2)
    first, caption = await paper(story, "l'invitation du GT Diabète du 19 mars, une par personne")
    assert (first, caption.split("\n")[1]) == (
        "Invitation",
        "⚠️ Le modèle une.docx n’imprime qu’une lettre, sans la liste lettres : les voici toutes sur le modèle de Maillon. "
        "Écrivez /modele pour en changer.",
    )
    story.passes(minutes=1)
    await sends(story.claire, story, LETTERS, "toutes.docx", caption="invitation")
    await story.claire.presses("✅ Tout le territoire")
    await receives(story.claire, 4)
    assert (await paper(story, "l'invitation du GT Diabète du 19 mars, une par personne"))[0] == "CHEZ NOUS : Monsieur,"


async def test_all_in_use_at_a_glance_then_one_document(story: Story) -> None:
    claire = story.claire
    await claire.says("/modele")
    claire.sees("📄 Modèles de documents", "Tous les documents suivent le modèle de Maillon.")
    for trials, caption in enumerate(("invitation", "ordre du jour"), 1):
        await sends(claire, story, template("{{ titre }}"), f"{caption}.docx", caption=caption)
        await receives(claire, trials)  # its trial comes by itself: what follows must not take it for an answer
        await claire.presses("✅ Tout le territoire")
    await claire.says("/modele")
    claire.sees(
        "Invitation", "• Tout le territoire : invitation.docx (version 1, par Claire Fontaine, le 11/03/2026)",
        "Ordre du jour", "• Tout le territoire : ordre du jour.docx (version 1, par Claire Fontaine, le 11/03/2026)",
    )  # fmt: skip
    await claire.presses("📄 Invitation")
    claire.sees("📄 Modèle d’invitation", f"Champs : {', '.join(blank.name for blank in KINDS[K.INVITATION].blanks)}")
    await claire.presses("❌ Modèle de Maillon – territoire")
    claire.sees("✅ C’est fait. Invitation, tout le territoire : modèle de Maillon. Les versions d’avant restent.")
    await claire.says("notre modèle d'ordre du jour")
    claire.sees("📄 Modèle d’ordre du jour", "• Tout le territoire : ordre du jour.docx (version 1, par Claire Fontaine, le 11/03/2026)")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("exemple de modèle d'invitation", K.INVITATION),
        ("envoie-moi un modèle de feuille d'émargement vierge stp", K.SIGNING_SHEET),
        ("les champs du modèle d’ordre du jour", K.AGENDA),
        ("je voudrais un exemple de modèle de relevé de décisions", K.DECISIONS),
        ("modèle de bilan à remplir", K.REVIEW),
    ],
)
async def test_a_sample_of_each_comes_on_demand(story: Story, words: str, kind: TemplateKind) -> None:
    await story.claire.says(words)
    story.claire.sees("L’exemple de modèle arrive.")
    (received,) = await receives(story.claire, 1)
    assert (received.name, received.file.content) == (KINDS[kind].sample_name, KINDS[kind].sample())
