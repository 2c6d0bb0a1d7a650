"""How the demonstration writes its data: sentences with French signs, names as a directory types them, and plain forms for addresses."""

from __future__ import annotations

import unicodedata

from bot.french.dates import MONTHS
from bot.french.names import at, elides, of
from bot.french.typography import APOSTROPHE, typographic


def sentence(text: str) -> str:
    """A sentence of the tables with French signs; its blanks stay."""
    return typographic(text)


def filled(text: str, *, commune: str, month: int = 1) -> str:
    """Fills `{of}` and `{at}` with a commune's name and `{month}` with the month of that number, with their elisions."""
    name = MONTHS[month - 1]
    if elides(name):
        text = text.replace("de {month}", f"d{APOSTROPHE}{{month}}")
    return text.format(of=of(commune), at=at(commune), month=name).replace("'", APOSTROPHE)


def of_commune(name: str) -> str:
    """« d'Alès », « des Mages »: with the straight apostrophe of the official names, as directories are typed."""
    return of(name).replace(APOSTROPHE, "'")


def short_commune(name: str) -> str:
    """The name as people type it in a hurry: « St-Jean-du-Gard », « Grand-Combe »."""
    shorter = name.replace("Sainte-", "Ste-").replace("Saint-", "St-")
    for article in ("La ", "Le ", "Les "):
        shorter = shorter.removeprefix(article)
    return shorter


def slug(text: str) -> str:
    """For addresses: plain letters and digits parted by hyphens."""
    folded = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    letters = "".join(character for character in folded if not unicodedata.combining(character))
    return "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in letters).split())
