"""Which planned meeting was shown just before, so that a few words speak of it: « mets le budget en premier », « salle réservée »."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.territory import Account
from bot.ports import UnitOfWork

_IN_HAND = timedelta(hours=12)
_VERB, _NOUN, _AGENDA = "look", "prepared", "agenda"


def look(work: UnitOfWork, account: Account, meeting_id: int, *, update_id: int, now: datetime, part: str = "") -> None:
    """Its agenda, its list (`part`: "list") or its page was shown to her."""
    work.journal.note(account_id=account.id, verb=_VERB, noun=_NOUN, noun_id=meeting_id, now=now, detail=f"{update_id} {meeting_id} {part}")


def look_at_agenda(work: UnitOfWork, account: Account, group_id: int, *, update_id: int, now: datetime) -> None:
    """What comes of that group was shown to her."""
    work.journal.note(account_id=account.id, verb=_VERB, noun=_AGENDA, noun_id=group_id, now=now, detail=f"{update_id} {group_id}")


def agenda_just_shown(work: UnitOfWork, account: Account, *, update_id: int, now: datetime) -> int | None:
    """The group whose agenda she looked at with what she said or tapped last, of late."""
    looked = _looked(work, account, update_id=update_id, now=now, noun=_AGENDA)
    return int(looked[1]) if looked else None


def shown_just_before(work: UnitOfWork, account: Account, *, update_id: int, now: datetime) -> int | None:
    """The planned meeting that she looked at with what she said or tapped last, of late."""
    looked = _looked(work, account, update_id=update_id, now=now)
    return int(looked[1]) if looked else None


def list_shown(work: UnitOfWork, account: Account, *, update_id: int, now: datetime) -> bool:
    """Whether it was the list of what is to be seen to before it."""
    return _looked(work, account, update_id=update_id, now=now)[2:] == ["list"]


def _looked(work: UnitOfWork, account: Account, *, update_id: int, now: datetime, noun: str = _NOUN) -> list[str]:
    looked = (work.journal.last(account_id=account.id, verb=_VERB, noun=noun, since=now - _IN_HAND) or "").split()
    return looked if looked and looked[0] == str(work.update_before(update_id, sender_id=account.telegram_id)) else []


def looked_lately(work: UnitOfWork, account: Account, *, now: datetime) -> tuple[int, ...]:
    """The planned meetings that she looked at or prepared of late, the last one first."""
    looks = work.journal.lately(account_id=account.id, verb=_VERB, noun=_NOUN, since=now - _IN_HAND)
    return tuple(dict.fromkeys(int(looked.split()[1]) for looked in looks))
