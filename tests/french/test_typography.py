"""How signs are set."""

import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.french.typography import typographic

B, N = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Bravo !", f"Bravo{N}!"),
        ("Bravo!", f"Bravo{N}!"),
        ("Quoi?!", f"Quoi{N}?!"),
        ("un ; deux", f"un{N}; deux"),
        ("Lieu: Alès", f"Lieu{B}: Alès"),
        ("Lieu : Alès", f"Lieu{B}: Alès"),
        ("« bonjour »", f"«{B}bonjour{B}»"),
        ("«bonjour»", f"«{B}bonjour{B}»"),
        ('le "pacte santé" est lancé', f"le «{B}pacte santé{B}» est lancé"),
        ("l'enquête d'Alès", "l’enquête d’Alès"),
        ("à suivre...", "à suivre…"),
        ("à 14h30", f"à 14{B}h{B}30"),
        ("de 14h à 16 h 00", f"de 14{B}h à 16{B}h"),
        ("2h30 de préparation", f"2{B}h{B}30 de préparation"),
        ("45 % et 12€", f"45{B}% et 12{B}€"),
        ("fiche n° 3", f"fiche n°{B}3"),
        ("avec M. Benali et Mme Roux", f"avec M.{B}Benali et Mme{B}Roux"),
        ("<b>Copil</b> : Alès", f"<b>Copil</b>{B}: Alès"),
        ("<b>Bravo</b>!", f"<b>Bravo</b>{N}!"),
        ("(non !)", f"(non{N}!)"),
        ("de 14h-16h30", f"de 14{B}h-16{B}h{B}30"),
        ("14h–16h00", f"14{B}h–16{B}h"),
        (f"14{B}h-16h30", f"14{B}h-16{B}h{B}30"),
        ("9h-12h/14h-17h, puis 18h", f"9{B}h-12{B}h/14{B}h-17{B}h, puis 18{B}h"),
        ("à 14 h - la suite", f"à 14{B}h - la suite"),
        ("09h05", f"9{B}h{B}05"),
        ("R&amp;D ; suite", f"R&amp;D{N}; suite"),
        ("<code>14h-16h30 !</code> : oui !", f"<code>14h-16h30 !</code>{B}: oui{N}!"),
        ("«https://exemple.fr» !", f"«{B}https://exemple.fr{B}»{N}!"),
        ('<a href="https://exemple.fr/?a=1">ici !</a>', f'<a href="https://exemple.fr/?a=1">ici{N}!</a>'),
    ],
)
def test_signs_are_set(typed: str, printed: str) -> None:
    assert typographic(typed) == printed


@pytest.mark.parametrize(
    "text",
    [
        "https://exemple.fr/a?b=c;d!",
        "voir www.exemple.fr/?q=1:2 merci",
        "14:30",
        "de 14:00 à 16:30",
        "claire.dumas@sante-ales.fr",
        "R&amp;D",
        '<a href="https://exemple.fr/?a=1">ici</a>',
        "ratio 1:2",
        "24h/24",
        "14-16h",
        "14h-16",
        "<code>2h30 de prépa : « l'axe 9 » !</code>",
        "<pre>14h\n16h !</pre>",
        '<a href="tg://user?id=1">Claire</a>',
        "l’été",
        "(?)",
        "a;b",
        "?",
        ":-)",
        "B2h30",
        "n°",
        "",
    ],
)
def test_addresses_hours_and_code_are_left_alone(text: str) -> None:
    assert typographic(text) == text


pieces = st.sampled_from(
    [
        *"«»\"'’.…:;!?%€()[]<>&@/ \n\t\u00a0\u202faéZ1290h°,-",
        "14h30",
        "16 h",
        "n°",
        "M. ",
        "https://a.fr?",
        "www.b",
        "c@d.fr",
        "&amp;",
        "<b>",
        "</b>",
        "...",
        "Mme ",
        ' "',
        '" ',
        "<code>",
        "</code>",
        '<a href="x">',
        "-16h30",
        "–",
        "/24",
        "\ue000",
        "l'",
    ]
)


@settings(max_examples=300)
@given(st.one_of(st.lists(pieces, max_size=25).map("".join), st.text(max_size=60)))
@example('"a" "b"')
@example('x"a"b"')
def test_set_twice_nothing_more_changes(text: str) -> None:
    once = typographic(text)
    assert typographic(once) == once


@given(st.lists(pieces, max_size=25).map("".join))
def test_no_word_is_lost(text: str) -> None:
    letters = [sign.lower() for sign in typographic(text) if sign.isalpha()]
    assert letters == [sign.lower() for sign in text if sign.isalpha()]


def test_french_needs_no_babel_to_be_imported() -> None:
    rooms = ", ".join(f"bot.french.{room}" for room in ("dates", "hours", "names", "plurals", "lists", "typography"))
    code = f"import sys; import {rooms}; sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
