"""Who the network's people are, in which structures and functions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.contributions import Nature


class Visibility(StrEnum):
    """Who may see a person's phone and mail; see `may_see_contact` in bot/domain/permissions.py."""

    TEAM = "équipe"
    NETWORK = "réseau"


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """An organisation of the network; `nature` is how its people's time counts unless they say otherwise; `commune` an INSEE code.

    `neighbourhood` is the name of the QPV in which it is.
    """

    id: int
    name: str
    sigle: str | None = None
    aliases: tuple[str, ...] = ()
    commune: str | None = None
    phone: str | None = None
    email: str | None = None
    nature: Nature | None = None
    neighbourhood: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of the directory with her current main mandate; `nature` None: that of the structure; phones are E.164."""

    id: int
    first_name: str
    last_name: str
    civility: str | None = None
    doctor: bool = False
    structure_id: int | None = None
    function: str | None = None
    phone: str | None = None
    email: str | None = None
    commune: str | None = None
    nature: Nature | None = None
    visibility: Visibility = Visibility.TEAM
    objected: bool = False  # she objected: her phone and mail are for the coordinators only
    hidden: bool = False  # she has a phone or a mail that whoever asks may not see

    @property
    def full_name(self) -> str:
        """First and last name, as said."""
        return f"{self.first_name} {self.last_name}".strip()
