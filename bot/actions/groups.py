"""Which groups one sees first, and how a territory gets them: the first message about one makes it, with one tap."""

from __future__ import annotations

from bot.domain.errors import NotAllowed
from bot.domain.groups import Group, code_of_name, kind_of_name
from bot.domain.permissions import Verb, may
from bot.domain.territory import Account
from bot.ports import UnitOfWork

LONGEST_NAME = 80


def own_first(work: UnitOfWork, person_id: int | None) -> tuple[Group, ...]:
    """All groups: those that she pilots or belongs to, then the others, each by name."""
    own = work.directory.groups_of(person_id) if person_id is not None else ()
    known = {group.id for group in own}
    return (*own, *(group for group in work.directory.groups() if group.id not in known))


def make_group(work: UnitOfWork, account: Account, name: str) -> Group:
    """The group of that name, made if the territory has none (case aside); its maker belongs to it. Raises NotAllowed."""
    if not may(account.role, Verb.LOG_ANY_MEETING):
        raise NotAllowed(Verb.LOG_ANY_MEETING)
    known = work.directory.groups()
    tidy = " ".join(name.split())[:LONGEST_NAME]
    for group in known:
        if group.name.casefold() == tidy.casefold():
            return group
    code = code_of_name(tidy, taken={group.code for group in known})
    return work.directory.add_group(name=tidy, kind=kind_of_name(tidy), code=code, member_id=account.person_id)
