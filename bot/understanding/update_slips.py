"""Whether a message says that what was noted of a meeting kept was wrong: « je l'avais pas noté », « j'ai mis A, c'est B »."""

from __future__ import annotations

from itertools import pairwise

from bot.understanding.person_mentions import PersonMention, title_of
from bot.understanding.scan import Scan
from bot.understanding.update_states import restated

_NOTED = frozenset(
    {
        *("note", "notee", "notes", "mis", "mise", "compte", "comptee", "comptes", "inscrit", "inscrite", "inscrits", "saisi", "saisie"),
        *("marque", "marquee", "ecrit", "ecrite", "indique", "indiquee", "cite", "citee", "cites", "mentionne", "mentionnee"),
        *("rentre", "rentree", "coche", "cochee", "enregistre", "enregistree", "signale", "signalee", "liste", "listee"),
    }
)
_HAVE = frozenset({"ai", "as", "avais", "avait", "avez", "avons"})
_LISTS = frozenset({"liste", "saisie", "feuille", "cr", "rendu", "presents", "decompte", "fiche", "emargement", "presences"})
_LONGEST = 40  # words of a message that only mends
_NEAR = 12  # words between the one noted and the one meant


def noted_amiss(scan: Scan) -> bool:
    """Whether a short message says that somebody was noted or left out by mistake."""
    if len(scan) > _LONGEST or not (any(scan.person_at) or any(scan.thing_at) or any(scan.number_at)):
        return False
    if any(scan.sign(i) == "?" for i in range(len(scan))):
        return False
    return (
        restated(scan) is not None
        or _never_noted(scan)
        or _not_counted(scan)
        or _noted_though(scan)
        or _left_out_of_list(scan)
        or taken_for(scan) is not None
    )


def _deeds(scan: Scan) -> list[int]:
    """Where « ai noté », « as compté » stands, « pas » between them or not: the word of what was done."""
    return [i for i in range(1, len(scan)) if scan.fold(i) in _NOTED and scan.fold(i - 1 - (scan.fold(i - 1) == "pas")) in _HAVE]


def _not_counted(scan: Scan) -> bool:
    """« Inès n'a pas été comptée, elle était là »."""
    return any(scan.fold(i) in _NOTED and scan.folds[max(0, i - 3) : i] == ("a", "pas", "ete") for i in range(3, len(scan)))


def _never_noted(scan: Scan) -> bool:
    """« Gilles était excusé, je l'avais pas noté », « j'ai pas mis Bruno hier »."""
    return any(scan.fold(i - 1) == "pas" for i in _deeds(scan))


def _noted_though(scan: Scan) -> bool:
    """« tu as compté Chloé alors qu'elle y était pas »."""
    for i in _deeds(scan):
        named = next((p for p in scan.person_at[i + 1 : i + 5] if p is not None), None)
        if named is not None:
            after = [scan.fold(k) for k in range(named.last, named.last + _NEAR)]
            if any(pair in {("alors", "qu"), ("alors", "que"), ("mais", "il"), ("mais", "elle")} for pair in pairwise(after)):
                return True
    return False


def _left_out_of_list(scan: Scan) -> bool:
    """« manquait le Dr Simon dans ma liste d'hier »."""
    at = next((i for i in range(min(len(scan), 6)) if scan.fold(i) in {"manquait", "manquaient"}), None)
    return at is not None and any(
        scan.fold(i) in {"dans", "sur", "a"} and {scan.fold(i + 1), scan.fold(i + 2)} & _LISTS for i in range(at, len(scan))
    )


def taken_for(scan: Scan) -> tuple[PersonMention, PersonMention] | None:
    """« j'ai noté Karim Haddad, c'est Karim Benali »: who was noted, and who was there instead; None where nobody was."""
    for i in _deeds(scan):
        noted = next((p for p in scan.person_at[i + 1 : i + 4] if p is not None), None)
        if noted is None or scan.fold(i - 1) == "pas":
            continue
        for k in range(noted.last, min(len(scan) - 2, noted.last + _NEAR)):
            if scan.fold(k) == "c" and scan.fold(k + 1) in {"est", "etait"}:
                meant = scan.person_at[_past_titles(scan, k + 2)]
                if meant is not None and meant.ids != noted.ids and scan.fold(meant.last) != "qui":
                    return noted, meant
    return None


def _past_titles(scan: Scan, i: int) -> int:
    while i < len(scan) - 1 and (scan.fold(i) in {"bien", "plutot", "en", "fait", "la", "le", "l"} or title_of(scan.words, i) is not None):
        if scan.person_at[i] is not None:
            break
        i += 1
    return min(i, len(scan) - 1)
