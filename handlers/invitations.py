"""How a coordinator invites and how the invited joins."""

from __future__ import annotations

from bot.actions.groups import own_first
from bot.actions.invitations import issue_invitation, prepare_invitation, roles_to_offer
from bot.domain.errors import InvitationIssued, NotAllowed, Refusal
from bot.domain.permissions import Role, Verb, may
from bot.texts import buttons, help, invitations
from bot.texts.errors import STRANGER, refusal
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows, short, turning
from handlers.replies import Button, Reply
from handlers.room import Home, Room
from handlers.visits import Visit

GROUPS_A_PAGE = 8


def on_invite(room: Room) -> Reply:
    """/inviter Prénom Nom: whom."""
    if not may(room.account.role, Verb.INVITE):
        raise NotAllowed(Verb.INVITE)
    name = " ".join(room.visit.words.split())[:80]
    if not name:
        return Reply(text=invitations.ASK_NAME)
    known = room.names.people_called(name)
    invitation = prepare_invitation(room.work, room.account, name=name, person_id=known[0] if len(known) == 1 else None, now=room.now)
    if len(known) > 1:
        offered = [(short(room.names.person_apart(p)), p) for p in known[:6]] + [(buttons.ANOTHER_PERSON, 0)]
        keyboard = rows([Button(label=label, tap=Tap(Do.INVITE_PERSON, invitation.id, 0, str(p))) for label, p in offered], 1)
        return Reply(text=invitations.ask_which(name), keyboard=keyboard)
    return _roles(room, invitation.id, name, invitation.person_id, in_place=False)


def on_person(room: Room) -> Reply:
    """Which of the homonyms is invited."""
    tap = room.visit.tap
    assert tap is not None
    old = room.work.invitations.get(tap.subject)
    if old is None or old.issued:
        raise InvitationIssued
    chosen = prepare_invitation(room.work, room.account, name=old.name, person_id=tap.number or None, now=room.now)
    return _roles(room, chosen.id, old.name, chosen.person_id, in_place=True)


def _roles(room: Room, invitation_id: int, name: str, person_id: int | None, *, in_place: bool) -> Reply:
    person = room.names.people.get(person_id or 0)
    structure = room.names.structure(person.structure_id) if person and person.structure_id else person.function if person else None
    civility = person.civility if person else None
    given = roles_to_offer(room.account)
    offered = [Button(label=buttons.role(r, civility=civility), tap=Tap(Do.INVITE_ROLE, invitation_id, 0, r.name)) for r in given]
    return Reply(
        text=invitations.ask_role(person.full_name if person else name, structure, new=person is None, civility=civility),
        keyboard=rows(offered, 1),
        in_place=in_place,
    )


def on_role(room: Room) -> Reply:
    """With which role; a pilot needs a group first."""
    tap = room.visit.tap
    assert tap is not None
    role = Role[tap.argument]
    if not may(room.account.role, Verb.INVITE):
        raise NotAllowed(Verb.INVITE)
    if role is Role.PILOT:
        return _groups(room, tap.subject, page=0)
    return _issue(room, tap.subject, role=role, group_ids=())


def _groups(room: Room, invitation_id: int, *, page: int) -> Reply:
    if not may(room.account.role, Verb.INVITE):
        raise NotAllowed(Verb.INVITE)
    invitation = room.work.invitations.get(invitation_id)
    if invitation is None or invitation.issued:
        raise InvitationIssued
    listed = own_first(room.work, invitation.person_id)
    shown = listed[page * GROUPS_A_PAGE : (page + 1) * GROUPS_A_PAGE]
    offered = [Button(label=short(g.name), tap=Tap(Do.INVITE_GROUP, invitation_id, 0, str(g.id))) for g in shown]
    more = (page + 1) * GROUPS_A_PAGE < len(listed)
    pages = turning(page, more=more, to=lambda n: Tap(Do.INVITE_GROUP_PAGE, invitation_id, 0, str(n)))
    return Reply(text=invitations.ask_group(invitation.name), keyboard=(*rows(offered, 1), *pages), in_place=True)


def on_group_page(room: Room) -> Reply:
    """The next groups to choose from."""
    tap = room.visit.tap
    assert tap is not None
    return _groups(room, tap.subject, page=tap.number)


def on_group(room: Room) -> Reply:
    """The group that the pilot leads."""
    tap = room.visit.tap
    assert tap is not None
    return _issue(room, tap.subject, role=Role.PILOT, group_ids=(tap.number,))


def _issue(room: Room, invitation_id: int, *, role: Role, group_ids: tuple[int, ...]) -> Reply:
    invitation, code = issue_invitation(room.work, room.account, invitation_id, role=role, group_ids=group_ids, now=room.now)
    link = f"https://t.me/{room.home.bot_username}?start={code}"
    names = tuple(room.names.group(g) for g in group_ids)
    person = room.names.people.get(invitation.person_id or 0)
    expires = invitation.expires_at.astimezone(room.work.territory.timezone)
    name, civility = (person.full_name, person.civility) if person else (invitation.name, None)
    return Reply(text=invitations.issued(name, role, names, link, expires, civility=civility), in_place=True)


def arrive(home: Home, visit: Visit) -> list[Reply]:
    """/start CODE: joins, once; anybody else gets the same polite refusal."""
    words = visit.text.split()
    account = home.store.desk.account_of(visit.telegram_id)
    if account is None and len(words) < 2:
        return [Reply(text=STRANGER)]
    if len(words) >= 2:
        try:
            account = home.store.desk.redeem(
                words[1], telegram_id=visit.telegram_id, chat_id=visit.chat_id, telegram_name=visit.full_name, now=home.clock.now()
            )
        except Refusal as refused:
            return [Reply(text=refusal(refused))]
    assert account is not None
    with home.store.read(account.territory_id) as work:
        groups = tuple(g.name for g in work.directory.groups_of(account.person_id) if account.person_id in g.pilot_ids)
        person = work.directory.people([account.person_id]).get(account.person_id)
        civility = person.civility if person else None
        return [Reply(text=help.welcome(account.name.split()[0], account.role, work.territory.name, groups, civility=civility))]
