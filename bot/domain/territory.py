"""Whose rows these are: a territory, with the people who may speak to the bot in its name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.permissions import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory:
    """A local health project; `zone` is an IANA name; `organism` is the carrier as printed on documents."""

    id: int
    name: str
    organism: str
    zone: str

    @property
    def timezone(self) -> ZoneInfo:
        """The zone in which its people live and speak."""
        return ZoneInfo(self.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Someone who joined: a Telegram user who is a person of a territory, with one role. `name` is her full name.

    `unreachable`: the last time that Maillon wrote to her by itself, she had blocked it.
    """

    id: int
    territory_id: int
    telegram_id: int
    chat_id: int
    person_id: int
    name: str
    role: Role
    unreachable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A one-time door: `code` is known only when it is issued (a digest is stored); `person_id` None: a new sheet named `name`."""

    id: int
    territory_id: int
    role: Role | None
    name: str
    person_id: int | None
    group_ids: tuple[int, ...]
    expires_at: datetime
    used_at: datetime | None
    issued: bool
