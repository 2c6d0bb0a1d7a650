"""Who of a list is in no directory: guests, by their name or by what they are."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.attendance import Presence
from bot.understanding.choosing import ARTICLES, ATTENDANCE, structure_beside
from bot.understanding.person_mentions import title_of
from bot.understanding.scan import Scan
from bot.understanding.strangers import stranger_at
from bot.understanding.verbs import Deed, deed_at

ADDING = frozenset(
    {
        "ajoute",
        "rajoute",
        "ajouter",
        "rajouter",
        "manque",
        "manquait",
        "oublie",
        "zappe",
        "omis",
        "enleve",
        "retire",
        "enlever",
        "retirer",
        "supprime",
        "mets",
        "avait",
    }
)


STOPPERS = frozenset(
    {
        "pour",
        "pr",
        "sur",
        "on",
        "nous",
        "il",
        "elle",
        "c",
        "qui",
        "que",
        "afin",
        "ce",
        "cet",
        "cette",
        "dans",
        "en",
        "a",
        "au",
        "aux",
        "mais",
        "car",
        "compris",
        "comprise",
        "inclus",
        "incluse",
    }
)


@dataclass(slots=True)
class Item:
    """One line of the list while it is read: words [first, last), the presence, and whether « et » ties it to the one before."""

    first: int
    last: int
    presence: Presence
    tied: bool = False
    said_state: bool = False


def noun_phrase(scan: Scan, i: int, end: int) -> int:
    """The word after the noun and its complements that begin at word i."""
    j = i
    while (
        j < end
        and not (j > i and scan.fold(j) in {"salle", "mairie", "mediatheque", "foyer"})
        and j < i + 6
        and scan.words[j].is_word
        and scan.time_at[j] is None
        and scan.group_at[j] is None
        and scan.person_at[j] is None
        and not ((thing := scan.thing_at[j]) is not None and thing.structures)
        and scan.fold(j) not in STOPPERS | {"et", "avec", "plus"}
        and ATTENDANCE.at(scan.words, j) is None
    ):
        j += 1
    while j > i + 1 and scan.fold(j - 1) in ARTICLES:
        j -= 1
    return j


def guest_item(scan: Scan, i: int, end: int, *, in_list: bool, listed: bool) -> Item | None:
    """Somebody whom the directory does not know: « Mme Pagès », « Farid Amrouche », « le maire de Bessèges », « le planning familial »."""
    title = title_of(scan.words, i)
    name = stranger_at(scan, i, end)
    spoke = deed_at(scan.words, name) if name is not None and scan.sign(i - 1) in {"", ",", ".", "\n"} else None
    if name is not None and (title is not None or in_list or scan.sign(i - 1) == ":" or (spoke is not None and spoke[0] is Deed.SPEAKS)):
        return _guest(scan, i, name)
    if title == "docteur":
        return None
    asked = scan.fold(i - 1) in ADDING
    if not (in_list or asked) or not scan.words[i].is_word or scan.fold(i) in STOPPERS:
        return None
    if not (asked or _after_list_sign(scan, i)):
        return None
    first = i
    if scan.fold(i) in {"de", "d", "du", "des", "puis", "ensuite", "apres", "tout", "rien"}:
        return None
    while i < end and scan.fold(i) in {"le", "la", "l", "les", "un", "une"}:
        i += 1
    if i < end and (
        scan.thing_at[i] is not None
        or scan.fold(i) in {"nouveau", "nouvelle", "nouveaux", "nouvelles", "reste", "suite", "autre", "autres"}
    ):
        return None
    articled = i > first
    last = noun_phrase(scan, i, end)
    if last == i or last - i > 6 or (deed_at(scan.words, last) is not None and not scan.words[i].is_capital):
        return None
    named = last - i >= 2 and all(scan.words[k].is_capital for k in range(i, min(last, i + 2)))
    if not named and deed_at(scan.words, i) is not None:
        return None
    return (
        _guest(scan, first, last, said=i)
        if named or ((articled or any(scan.words[k].is_capital for k in range(i, last)) or listed) and _whole_piece(scan, first, last, end))
        else None
    )


def _after_list_sign(scan: Scan, i: int) -> bool:
    """Whether a sign or a small word of a list stands before word i."""
    signed = i == 0 or scan.sign(i - 1) in {",", ":", "+", "(", "&", "-", "–", "•", "\n"}
    return signed or scan.fold(i - 1) in {"et", "avec", "plus", "presents", "excuses", "dont"}


def _guest(scan: Scan, first: int, last: int, *, said: int | None = None) -> Item:
    """Somebody unknown told by words [first, last), with the structure told beside if it is known."""
    structures, beyond = structure_beside(scan, last)
    structure = structures[0] if len(structures) == 1 else None
    return Item(first, beyond, Presence(said=scan.slice(first if said is None else said, last), structure_id=structure))


def _whole_piece(scan: Scan, first: int, last: int, end: int) -> bool:
    """Whether [first, last) is all that stands between two list signs."""
    return (
        last >= end
        or scan.time_at[last] is not None
        or scan.sign(last) in {",", "+", "(", ")", "&", ".", "\n", ";"}
        or scan.fold(last) in {"et", "excuse", "excusee", "excuses"}
    )
