"""Who will do something, in the turns of dictation and notes: asides, promises, lists in one breath, « et moi rédigeons »."""

from __future__ import annotations

import pytest

from tests.understanding.test_undecided import meeting

HEAD = "GT jeunes ce matin 9h-11h avec Zoé, Damien et Mehdi. "


def actions(said: str, head: str = HEAD) -> list[tuple[list[str], str, str | None]]:
    return [(one["who"], one["what"], one.get("due")) for one in meeting(said, head)["actions"]]


@pytest.mark.parametrize(
    ("said", "who", "what"),
    [
        ("Damien, de son côté, sollicite la CAF", "Damien Leroux", "sollicite la CAF"),
        ("Damien, pour sa part, relance les lycées", "Damien Leroux", "relance les lycées"),
        ("Zoé, quant à elle, prépare le flyer", "Zoé Renard", "prépare le flyer"),
        ("Zoé, elle aussi, relit le guide", "Zoé Renard", "relit le guide"),
        ("Damien a accepté de faire la formation", "Damien Leroux", "faire la formation"),
        ("Zoé s'est engagée à relire le guide", "Zoé Renard", "relire le guide"),
        ("Mehdi a promis de rappeler le cuisinier", "Mehdi Saïdi", "rappeler le cuisinier"),
        ("Zoé s'est proposée pour tenir le stand", "Zoé Renard", "tenir le stand"),
        ("Mehdi s'est porté volontaire pour animer l'atelier", "Mehdi Saïdi", "animer l'atelier"),
        ("damien m'a dit qu'il ferait le point avec l'école", "Damien Leroux", "ferait le point avec l'école"),
        ("Zoé a promis qu'elle enverrait les photos", "Zoé Renard", "enverrait les photos"),
        ("Mehdi nous a assuré qu'il contacterait le lycée", "Mehdi Saïdi", "contacterait le lycée"),
        ("Le groupe demande à Damien de présenter un budget", "Damien Leroux", "présenter un budget"),
        ("Mehdi demande à Zoé de relire le guide", "Zoé Renard", "relire le guide"),
    ],
)
def test_who_promised_or_was_asked(said: str, who: str, what: str) -> None:
    assert actions(said) == [([who], what, None)]


def test_we_and_somebody() -> None:
    assert actions("Damien et moi rédigeons le dossier pour le 10 décembre") == [
        (["Damien Leroux", "Samira El Amrani"], "rédigeons le dossier", "2026-12-10")
    ]
    assert actions("Zoé et moi faisons le bilan") == [(["Zoé Renard", "Samira El Amrani"], "faisons le bilan", None)]


def test_lists_in_one_breath() -> None:
    assert actions("Todo : zoé maquette flyer (27/11), mehdi résa minibus, damien liste des élèves") == [
        (["Zoé Renard"], "maquette flyer", "2026-11-27"),
        (["Mehdi Saïdi"], "résa minibus", None),
        (["Damien Leroux"], "liste des élèves", None),
    ]
    assert actions("À Zoé de prévenir les familles. Damien de voir si le lycée peut ouvrir.") == [
        (["Zoé Renard"], "prévenir les familles", None),
        (["Damien Leroux"], "voir si le lycée peut ouvrir", None),
    ]


def test_a_feast_beside_a_name_is_a_day() -> None:
    assert actions("damien doit voir avec la mairie avant noel et zoe relance la caf") == [
        (["Damien Leroux"], "voir avec la mairie", "2026-12-25"),
        (["Zoé Renard"], "relance la caf", None),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Zoé ne pourra pas faire l'affiche",
        "Damien n'envoie pas le devis",
        "Mehdi ne fera plus les permanences",
        "Zoé ne va pas relancer la CAF",
        "Damien ne s'occupe plus du stand",
        "Mehdi ne peut pas animer l'atelier",
    ],
)
def test_what_somebody_will_not_do_is_no_action(said: str) -> None:
    assert actions(said) == []
