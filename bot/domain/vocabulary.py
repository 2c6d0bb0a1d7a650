"""Which words are a territory's own: its groups, people, structures, places and axes, as the ear needs them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.contributions import Nature


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupWords:
    """A group as it is called; `kind` is the value of `GroupKind`; ids are those of the database."""

    id: int
    name: str
    kind: str
    axis: int | None = None
    aliases: tuple[str, ...] = ()
    member_ids: tuple[int, ...] = ()
    pilot_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonWords:
    """A person as she is called; `structure_id` and `function` are those of her current main mandate, `nature` as in `Person`."""

    id: int
    first_name: str
    last_name: str
    civility: str | None = None
    doctor: bool = False
    structure_id: int | None = None
    function: str | None = None
    commune: str | None = None
    nature: Nature | None = None

    @property
    def full_name(self) -> str:
        """First and last name, as said in French: « Sophie Martin »."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class StructureWords:
    """A structure with its sigle and the other ways in which people write it; `nature` as in `Structure`."""

    id: int
    name: str
    aliases: tuple[str, ...] = ()
    commune: str | None = None
    nature: Nature | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """A place where meetings are held."""

    id: int
    name: str
    commune: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisWords:
    """A priority axis of the territory, by its number."""

    number: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """All the words of one territory; `version` grows with each change, so that indexes are rebuilt only then."""

    version: int
    groups: tuple[GroupWords, ...] = ()
    people: tuple[PersonWords, ...] = ()
    structures: tuple[StructureWords, ...] = ()
    places: tuple[PlaceWords, ...] = ()
    axes: tuple[AxisWords, ...] = ()
    communes: tuple[str, ...] = ()
