"""What a priority neighbourhood is (« quartier prioritaire de la politique de la ville », QPV), and which one words mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """One of the territory's QPV; `commune` is a name, `code` the official one (QN03001M). Structures and places bear its name."""

    name: str
    commune: str | None = None
    code: str | None = None


def told_again(known: Neighbourhood, said: Neighbourhood) -> Neighbourhood:
    """The one that is known, with what was said now: its name stays, since structures and places bear it."""
    return Neighbourhood(name=known.name, commune=said.commune or known.commune, code=said.code or known.code)


def by_code(code: str | None, known: Iterable[Neighbourhood]) -> Neighbourhood | None:
    """The one that bears this code."""
    return next((one for one in known if code and one.code == code), None)
