"""Whether the sentence behind a patient's situation still leads back to her: « Camille appelle sa fille », « Le mari est épuisé »."""

from __future__ import annotations

from collections.abc import Collection

from bot.understanding.accompanied import is_age, is_sensitive
from bot.understanding.deciding import group_decides
from bot.understanding.groups import Strength
from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan
from bot.understanding.update_states import is_away
from bot.understanding.verbs import deed_at, is_task

_RELATIVES = words_of("privacy", "relatives")
_HERS = words_of("privacy", "hers")
_CARE = words_of("privacy", "care")
_HEADS = words_of("privacy", "heads")
_SERVICES = words_of("privacy", "services") | {"ase"}  # whom one rings: « Benoît contacte l'ASE »
_OF_PAPERS = words_of("privacy", "of_papers")
_SHOWN = words_of("privacy", "shown")
_HIS_PAPERS = words_of("privacy", "his_papers")
_HER_PAPERS = words_of("privacy", "her_papers")
_FAR = 16  # words between a paper and the pronoun that takes it up
_WHO = frozenset({"monsieur", "dame", "patient", "patiente", "couple", "interesse", "interessee", "fratrie"})
_THE = frozenset({"le", "la", "l", "les", "ce", "cet", "cette", "du", "au", "aux"})
_SUBJECTS = frozenset({"on", "je", "va", "vont", "doit", "peut", "pour", "de"})
_POSSESSIVES = frozenset({"sa", "son", "ses", "leur", "leurs"})


def leads_back(scan: Scan, first: int, last: int, told: Collection[str], *, named_only: bool = False) -> bool:
    """Whether words [first, last), told right behind a situation, still mean whoever it is of.

    `told`: the names and places told of her; `named_only`: an illness alone does not lead back.
    """
    if any(is_away(scan, i) or _of_a_meeting(scan, i) for i in range(first, last)):
        return False
    theme = named_only or scan.fold(first) in _HEADS or group_decides(scan, first, last) is not None
    return any(_means_her(scan, i, told, opens=i <= first + 1, theme=theme) for i in range(first, last))


def _of_a_meeting(scan: Scan, i: int) -> bool:
    """Whether a group, or hours from one clock time to another, stand at word i."""
    group, time = scan.group_at[i], scan.time_at[i]
    return (group is not None and group.strength >= Strength.NAMED) or (time is not None and time.ends is not None)


def _means_her(scan: Scan, i: int, told: Collection[str], *, opens: bool, theme: bool) -> bool:
    """`theme`: what the group decides may be on an illness and of nobody."""
    said, before = scan.folds[i], scan.fold(i - 1)
    if said in told or is_age(scan, i) or (before in _POSSESSIVES and said in _RELATIVES | _HERS):
        return True
    if before in _THE and (said in _WHO or (said in _RELATIVES and opens)):
        return True
    if said in _CARE and before in {"une", "sous", "en"}:
        return True  # « On demande une curatelle »
    if said == "lui" and before not in {"et", "a", "avec", "pour", "chez", "par", "c", "est"}:
        return True  # « Bruno lui trouve une place »
    subject = scan.person_at[i - 1] is not None or before in _SUBJECTS
    done = said in {"l", "le", "la"} and (deed_at(scan.words, i + 1) is not None or is_task(scan.words, i + 1))
    paper = scan.fold(i + 1) in (_OF_PAPERS if not opens else ()) or _of_a_paper(scan, i)
    if subject and done and not paper:
        return True  # « Bruno l'accompagne », « Camille va le voir »
    named = scan.group_at[i] is not None or scan.thing_at[i] is not None or (before == "aux" and _shown_to(scan, i))
    return not theme and not named and (said in _CARE or (said not in _SERVICES and is_sensitive(scan, i)))


def _of_a_paper(scan: Scan, i: int) -> bool:
    """Whether the pronoun at word i takes up a paper told in the same sentence: « le diaporama est fini, Bruno le montre aux EHPAD »."""
    if scan.fold(i + 1) not in _SHOWN | _OF_PAPERS:
        return False
    for k in range(i - 1, max(0, i - _FAR), -1):
        if scan.sign(k) in {".", "\n", "!", "?"}:
            return False
        own = _HIS_PAPERS if scan.fold(k) in _HIS_PAPERS else _HER_PAPERS if scan.fold(k) in _HER_PAPERS else None
        if own is not None:
            agrees = scan.fold(i) == "l" or (scan.fold(i) == "le") == (own is _HIS_PAPERS)
            return agrees and scan.fold(k - 1) in {"le", "la", "l", "notre", "un", "une", "du"}
    return False


def _shown_to(scan: Scan, i: int) -> bool:
    """Whether those at word i are shown a paper, « tessier le montre aux EHPAD »: nobody is placed there."""
    return any(scan.fold(k) in _SHOWN | _OF_PAPERS and _of_a_paper(scan, k - 1) for k in range(max(1, i - 4), i))
