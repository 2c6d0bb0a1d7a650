"""Which of the territory's priority neighbourhoods (QPV) words mean, and who may see the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.directory_imports import ImportPlan
from bot.domain.errors import NotAllowed
from bot.domain.neighbourhoods import Neighbourhood, by_code, told_again
from bot.domain.permissions import Verb, may
from bot.domain.sheet_changes import SheetChange
from bot.domain.territory import Account
from bot.french.folding import folded_words
from bot.ports import UnitOfWork

_SMALL = frozenset({"le", "la", "les", "l", "de", "du", "des", "d", "quartier"})
_SAINTS = {"st": "saint", "ste": "sainte"}


def listed_neighbourhoods(work: UnitOfWork, account: Account) -> tuple[Neighbourhood, ...]:
    """The list. Raises NotAllowed for whoever does not read the directory."""
    if not may(account.role, Verb.READ_DIRECTORY):
        raise NotAllowed(Verb.READ_DIRECTORY)
    return work.sheet_changes.neighbourhoods()


def known_neighbourhoods(work: UnitOfWork, change: SheetChange) -> SheetChange:
    """The change with the QPV of the list that its words mean, each once; others are new."""
    listed, meant = work.sheet_changes.neighbourhoods(), list[Neighbourhood]()
    for said in change.neighbourhoods:
        one = meant_by(said, (*listed, *meant))
        meant = [*(other for other in meant if other.name != one.name), one]
    return replace(change, neighbourhoods=tuple(meant))


def in_file(work: UnitOfWork, plan: ImportPlan) -> tuple[ImportPlan, tuple[Neighbourhood, ...]]:
    """The plan with the QPV of the list that its structures name, and those that the list does not have yet."""
    listed, new = work.sheet_changes.neighbourhoods(), list[Neighbourhood]()
    structures = []
    for structure in plan.structures:
        if structure.neighbourhood:
            one = meant_by(Neighbourhood(name=structure.neighbourhood), (*listed, *new))
            new += [] if one in (*listed, *new) else [one]
            structure = replace(structure, neighbourhood=one.name)
        structures.append(structure)
    return replace(plan, structures=tuple(structures)), tuple(new)


def meant_by(said: Neighbourhood, listed: Sequence[Neighbourhood]) -> Neighbourhood:
    """The one of the list that bears this code, or this name (« les Prés St-Jean » is « Prés-Saint-Jean »); else a new one."""
    wanted = _words(said.name)
    known = by_code(said.code, listed) or next((one for one in listed if _words(one.name) == wanted), None)
    return told_again(known, said) if known is not None else said


def _words(name: str) -> list[str]:
    return sorted(_SAINTS.get(word, word) for word in folded_words(name) if word not in _SMALL)
