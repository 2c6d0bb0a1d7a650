"""Which groups one sees first, and how a territory gets them: the first message about one makes it, with one tap."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.drafts import Draft, DraftContent, HoursDraft, MeetingDraft
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


def withdraw_made(work: UnitOfWork, account: Account, draft: Draft) -> tuple[DraftContent, tuple[str, ...]]:
    """Withdraws the groups that ➕ made for a card given up or undone, if nothing else speaks of them; she alone belongs to such a group.

    Returns the content of the card with their names as words, as before ➕, and these names.
    """
    items: tuple[MeetingDraft | HoursDraft, ...] = (*draft.content.meetings, *draft.content.hours)
    named = {item.group_id for item in items if item.group_id is not None}
    gone: dict[int | None, str] = {}
    for group in work.directory.groups(named):
        bare = group.member_ids == (account.person_id,) and not group.pilot_ids and not group.aliases and group.axis is None
        if bare and work.directory.remove_unused_group(group, besides=draft.id):
            gone[group.id] = group.name
    meetings = tuple(replace(m, group_id=None, title=gone[m.group_id]) if m.group_id in gone else m for m in draft.content.meetings)
    hours = tuple(replace(h, group_id=None, group_said=gone[h.group_id]) if h.group_id in gone else h for h in draft.content.hours)
    return replace(draft.content, meetings=meetings, hours=hours), tuple(gone.values())
