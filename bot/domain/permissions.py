"""Who may do what: one table, and an unknown role may do nothing."""

from __future__ import annotations

from enum import StrEnum

from bot.domain.people import Visibility


class Role(StrEnum):
    """Roles of the contract; each person who joined has one."""

    ADMINISTRATOR = "administratrice"
    COORDINATOR = "coordinatrice"
    PILOT = "pilote"
    CONTRIBUTOR = "contributrice"
    READER = "lectrice"


class Verb(StrEnum):
    """What can be asked of Maillon and refused. `…_ANY` reaches every group or person, `…_OWN` one's groups or oneself."""

    LOG_ANY_MEETING = "log any meeting"
    LOG_OWN_MEETING = "log a meeting of a group that she pilots"
    LOG_ANY_HOURS = "log anybody's hours"
    LOG_OWN_HOURS = "log her own hours"
    READ_MINUTES = "read minutes"
    READ_DIRECTORY = "read the directory"
    EDIT_ANY_SHEET = "change any sheet of the directory"
    EDIT_OWN_SHEETS = "change the sheets of members of groups that she pilots"
    IMPORT_DIRECTORY = "bring a directory in"
    EXPORT_DIRECTORY = "take the directory out"
    SET_TEMPLATES = "choose the templates of documents"
    SET_WRITING = "choose how documents are worded"
    READ_AGENDA = "read the agenda"
    READ_FIGURES = "read figures"
    BE_REMINDED = "be reminded"
    INVITE = "invite"
    INVITE_COORDINATOR = "invite a coordinator"


_PILOT = {
    Verb.LOG_OWN_MEETING,
    Verb.LOG_ANY_HOURS,
    Verb.LOG_OWN_HOURS,
    Verb.READ_MINUTES,
    Verb.READ_DIRECTORY,
    Verb.READ_AGENDA,
    Verb.READ_FIGURES,
    Verb.EDIT_OWN_SHEETS,
    Verb.BE_REMINDED,
}
_COORDINATOR = _PILOT | {
    Verb.LOG_ANY_MEETING,
    Verb.INVITE,
    Verb.EDIT_ANY_SHEET,
    Verb.IMPORT_DIRECTORY,
    Verb.EXPORT_DIRECTORY,
    Verb.SET_TEMPLATES,
    Verb.SET_WRITING,
}

_TABLE: dict[Role, frozenset[Verb]] = {
    Role.ADMINISTRATOR: frozenset(_COORDINATOR | {Verb.INVITE_COORDINATOR}),
    Role.COORDINATOR: frozenset(_COORDINATOR | {Verb.INVITE_COORDINATOR}),
    Role.PILOT: frozenset(_PILOT),
    Role.CONTRIBUTOR: frozenset({Verb.LOG_OWN_HOURS, Verb.READ_AGENDA, Verb.BE_REMINDED}),
    Role.READER: frozenset({Verb.READ_FIGURES}),
}


def may(role: Role | str | None, verb: Verb) -> bool:
    """Whether that role may do that; unknown roles and None may nothing."""
    return verb in _TABLE.get(role, frozenset()) if isinstance(role, Role) else False


def may_see_contact(
    role: Role | str | None, *, visibility: Visibility, objected: bool = False, led: bool = False, own: bool = False
) -> bool:
    """Whether that role sees somebody's phone and mail: coordinators always, everybody her own, lectrices and strangers never.

    A pilot sees what is open to the network (« réseau ») and the members of the groups that she pilots (`led`), unless they objected.
    """
    if own and isinstance(role, Role):
        return True
    if may(role, Verb.EDIT_ANY_SHEET):
        return True
    return may(role, Verb.READ_DIRECTORY) and not objected and (led or visibility is Visibility.NETWORK)
