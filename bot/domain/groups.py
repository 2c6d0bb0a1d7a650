"""Which instances a territory has: steering and technical committees, working groups, plenaries."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class GroupKind(StrEnum):
    """Kind of an instance, as said in the field."""

    COPIL = "Copil"
    COTECH = "Cotech"
    GT = "GT"
    PLENARY = "plénière"
    COMMISSION = "commission"
    PROJECT = "groupe projet"
    OTHER = "autre"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """An instance that meets; `code` begins the numbers of its decisions (GTN-2026-014); `axis` is an axis number."""

    id: int
    name: str
    kind: GroupKind
    code: str
    axis: int | None = None
    aliases: tuple[str, ...] = ()
    pilot_ids: tuple[int, ...] = ()
    member_ids: tuple[int, ...] = ()


_FIRST_WORDS = {
    "gt": GroupKind.GT,
    "groupe": GroupKind.GT,
    "copil": GroupKind.COPIL,
    "comité": GroupKind.COPIL,
    "cotech": GroupKind.COTECH,
    "plénière": GroupKind.PLENARY,
    "pleniere": GroupKind.PLENARY,
    "commission": GroupKind.COMMISSION,
}


def kind_of_name(name: str) -> GroupKind:
    """The kind that a group's name begins with; OTHER when it says none."""
    return _FIRST_WORDS.get(name.split(maxsplit=1)[0].casefold() if name.split() else "", GroupKind.OTHER)


def code_of_name(name: str, *, taken: set[str]) -> str:
    """A unique code for the numbers of its decisions: sigles and initials (« GT Santé mentale » → GTSM)."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    words = re.findall(r"[A-Za-z0-9]+", plain)
    letters = "".join(
        word.upper() if word.isupper() and len(word) < 5 else word[0].upper() for word in words if len(word) > 2 or word.isupper()
    )
    code = (letters or "GRP")[:12]
    return next(candidate for candidate in (code, *(f"{code}{n}" for n in range(2, 10_000))) if candidate not in taken)
