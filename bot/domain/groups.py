"""Which instances a territory has: steering and technical committees, working groups, plenaries."""

from __future__ import annotations

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
