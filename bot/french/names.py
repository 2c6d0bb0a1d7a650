"""How people and places are named: « Mme Sophie MARTIN », « MARTIN Sophie », « d’Alès », « du Vigan », « de l’atelier »."""

from __future__ import annotations

import re
import unicodedata

from bot.french.typography import APOSTROPHE, NBSP

_CIVILITIES = {
    "mme": "Mme", "madame": "Mme", "mlle": "Mme", "mademoiselle": "Mme",
    "m": "M.", "mr": "M.", "monsieur": "M.", "mmes": "Mmes", "mm": "MM.", "dre": "Mme", "docteure": "Mme",
}  # fmt: skip
_PARTICLES = frozenset({"de", "d", "van", "von", "der", "den", "dos", "da", "di", "del", "della", "y", "ben", "bin", "el", "al"})
_ASPIRATED = frozenset({"hackathon", "haies", "hall", "halle", "halte", "hameau", "handicap", "hangar", "harkis",
    "hasard", "haut", "haute", "hauteur", "hautes", "hauts", "havre", "hierarchie", "hors", "houx", "huit"})  # fmt: skip


_LETTERS = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"(?:(?:M\.|[A-ZÀ-Þ][a-zà-ÿ'’-]+)[ -]){1,2}[A-ZÀ-Þ][a-zà-ÿ'’-]+")


def written_as_a_name(words: str) -> bool:
    """Whether two or three words with a capital stand alone: « Xavier Zorglub », « M. Jean Dupontel »."""
    return _NAME.fullmatch(words.strip()) is not None


def short_civility(civility: str | None) -> str | None:
    """« Mme » or « M. » from any way to write it (« Madame », « Mr », « Dre »); None for what tells no gender."""
    return _CIVILITIES.get((civility or "").strip().rstrip(".").lower())


def is_feminine(civility: str | None) -> bool | None:
    """The gender that the civility tells, None when it tells none: then sentences stay neutral."""
    short = short_civility(civility)
    return None if short is None else short.startswith("Mm")


def person_name(first_name: str, last_name: str, *, capitals: bool | None = None) -> str:
    """« Sophie Martin » as said; « Sophie MARTIN » with `capitals`, « Sophie Martin » without, however it was typed."""
    if capitals is None:
        return _tidy(f"{first_name} {last_name}")
    return _tidy(f"{_softened(first_name, shortest=3)} {last_name_in(last_name, capitals=capitals)}")


def last_name_in(last_name: str, *, capitals: bool) -> str:
    """« LE GOFF », « d’ORMESSON », « de LA TOUR »; « Le Goff », « d’Ormesson », « de La Tour » when capitals are not wanted."""
    if capitals:
        return " ".join(_in_capitals(word) for word in _tidy(last_name).split(" "))
    return _softened(proper_name(last_name), shortest=2)


def list_name(first_name: str, last_name: str, *, capitals: bool = True) -> str:
    """« MARTIN Sophie », « de LA TOUR Anne » for lists; « Sophie Martin » where capitals do not tell the last name from the first."""
    if not capitals:
        return person_name(first_name, last_name, capitals=False)
    return _tidy(f"{last_name_in(last_name, capitals=True)} {_softened(first_name, shortest=3)}")


def titled_name(first_name: str, last_name: str, *, civility: str | None = None, doctor: bool = False, capitals: bool | None = None) -> str:
    """« Mme Sophie Martin », « Dre Anne Roux », « Sophie Martin » when nothing is known; the title never breaks from the name."""
    short = short_civility(civility)
    title = ("Dre" if short == "Mme" else "Dr") if doctor else short
    name = person_name(first_name, last_name, capitals=capitals)
    return f"{title}{NBSP}{name}" if title else name


def elides(word: str) -> bool:
    """Whether de, le, la, que lose their vowel before this word: « d’Alès », « d’Hyères », « de haut », « de Yaoundé »."""
    decomposed = unicodedata.normalize("NFD", word.strip().lower().replace("œ", "oe").replace("æ", "ae"))
    letters = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    if letters.startswith("h"):
        head = letters.replace(APOSTROPHE, "-").split(" ")[0].split("-")[0]
        return head not in _ASPIRATED
    if letters.startswith("y"):
        return len(letters) > 1 and letters[1] not in "aeiouy"
    if letters.split(" ")[0] in ("onze", "onzieme", "oui", "ouistiti"):
        return False
    return letters[:1] in tuple("aeiou")


def of(name: str) -> str:
    """A proper name after « de »: « d’Alès », « de Nîmes », « du Vigan », « des Mages », « de La Grand-Combe »."""
    name = name.strip()
    for article, contracted in (("Le ", "du "), ("Les ", "des ")):
        if name.startswith(article):
            return contracted + name.removeprefix(article)
    return f"d{APOSTROPHE}{name}" if elides(name) else f"de {name}"


def at(name: str) -> str:
    """A town after « à »: « à Alès », « au Vigan », « aux Mages », « à La Grand-Combe »."""
    name = name.strip()
    for article, contracted in (("Le ", "au "), ("Les ", "aux ")):
        if name.startswith(article):
            return contracted + name.removeprefix(article)
    return f"à {name}"


def _tidy(name: str) -> str:
    return " ".join(name.replace("'", APOSTROPHE).split())


def _in_capitals(word: str) -> str:
    head, mark, rest = word.partition(APOSTROPHE)
    if mark and head == "d":
        return f"d{APOSTROPHE}{rest.upper()}"
    return word if word in _PARTICLES else word.upper()


def _softened(name: str, *, shortest: int) -> str:
    """« LE GOFF » as « Le Goff », « DE LA TOUR » as « de La Tour », « D’ORMESSON » as « d’Ormesson »; the rest as it is.

    Words of fewer than `shortest` signs are left: « JP » is no name in capitals.
    """
    words = _tidy(name).split(" ")
    particle = len(words) > 1 and words[0] == "DE"
    softened = [_softened_word(word, shortest=shortest) for word in words[particle:]]
    return " ".join(["de", *softened] if particle else softened)


def _softened_word(word: str, *, shortest: int) -> str:
    head, mark, rest = word.partition(APOSTROPHE)
    if mark and head in ("d", "D") and rest.isupper():
        return f"d{APOSTROPHE}{_softened_word(rest, shortest=shortest)}"
    return _LETTERS.sub(lambda run: run[0].capitalize(), word) if word.isupper() and len(word) >= shortest else word


def proper_name(typed: str) -> str:
    """A name as typed, with capitals where somebody typed none: « sonia haddad » is « Sonia Haddad », « MARTIN Claire » stays."""
    return _tidy(typed) if any(sign.isupper() for sign in typed) else " ".join(_with_capitals(word) for word in _tidy(typed).split(" "))


def _with_capitals(word: str) -> str:
    if word in _PARTICLES - {"el", "ben", "al"}:
        return word
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
