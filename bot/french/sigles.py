"""What the sigles of health, social work and territories stand for, and which kinds of structures they name: `lexicon/sigles.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of structures: its sigles with the long names of each, its other names, and whether a territory has `many` of them.

    `near`: what is said for a sigle and is not its name, « planning familial » for a CPEF.
    """

    id: str
    sigles: Mapping[str, tuple[str, ...]]
    near: Mapping[str, tuple[str, ...]]
    other_names: tuple[str, ...]
    many: bool

    @property
    def names(self) -> tuple[str, ...]:
        """All its long names."""
        return (*(name for names in self.sigles.values() for name in names), *self.other_names)


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind of structures."""
    return tuple(
        Kind(
            id=kind["id"],
            sigles={sigle: tuple(names) for sigle, names in kind.get("sigles", {}).items()},
            near={sigle: tuple(names) for sigle, names in kind.get("near", {}).items()},
            other_names=tuple(kind.get("names", ())),
            many=kind.get("many", False),
        )
        for kind in _lexicon()["kind"]
    )


@cache
def long_names() -> Mapping[str, tuple[str, ...]]:
    """Each sigle and what is said for it, of a structure or not, in the order of the alphabet."""
    said = ((sigle, (*names, *kind.near.get(sigle, ()))) for kind in kinds() for sigle, names in kind.sigles.items())
    of_kinds = {sigle: names for sigle, names in said if names}
    others = {sigle: tuple(names) for sigle, names in _lexicon()["others"].items()}
    return dict(sorted((of_kinds | others).items()))


@cache
def _lexicon() -> dict[str, Any]:
    return tomllib.loads((files("bot.french") / "lexicon" / "sigles.toml").read_text(encoding="utf-8"))
