"""Who sees somebody's phone and mail: the whole table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.actions.sheet_cards import with_person
from bot.domain.people import Person, Visibility
from bot.domain.permissions import Role, Verb, may, may_see_contact
from bot.domain.sheet_changes import Sheet

TEAM, NETWORK = Visibility.TEAM, Visibility.NETWORK
# role, whose sheet it is: (équipe, réseau, réseau but she objected)
TABLE: dict[tuple[Role | str | None, str], tuple[bool, bool, bool]] = {
    (Role.ADMINISTRATOR, "anybody"): (True, True, True),
    (Role.ADMINISTRATOR, "led"): (True, True, True),
    (Role.ADMINISTRATOR, "own"): (True, True, True),
    (Role.COORDINATOR, "anybody"): (True, True, True),
    (Role.COORDINATOR, "led"): (True, True, True),
    (Role.COORDINATOR, "own"): (True, True, True),
    (Role.PILOT, "anybody"): (False, True, False),
    (Role.PILOT, "led"): (True, True, False),
    (Role.PILOT, "own"): (True, True, True),
    (Role.CONTRIBUTOR, "anybody"): (False, False, False),
    (Role.CONTRIBUTOR, "led"): (False, False, False),
    (Role.CONTRIBUTOR, "own"): (True, True, True),
    (Role.READER, "anybody"): (False, False, False),
    (Role.READER, "led"): (False, False, False),
    (Role.READER, "own"): (True, True, True),
    (None, "anybody"): (False, False, False),
    (None, "led"): (False, False, False),
    (None, "own"): (False, False, False),
    ("patronne", "anybody"): (False, False, False),
    ("patronne", "own"): (False, False, False),
}


@pytest.mark.parametrize(("role", "whose"), TABLE, ids=[f"{role} {whose}" for role, whose in TABLE])
def test_who_sees_a_phone(role: Role | str | None, whose: str) -> None:
    def sees(visibility: Visibility, *, objected: bool) -> bool:
        return may_see_contact(role, visibility=visibility, objected=objected, led=whose == "led", own=whose == "own")

    assert (sees(TEAM, objected=False), sees(NETWORK, objected=False), sees(NETWORK, objected=True)) == TABLE[role, whose]


def test_the_table_has_every_role() -> None:
    assert {role for role, _ in TABLE if isinstance(role, Role)} == set(Role)


def test_further_phones_and_mails_are_hidden_with_the_first() -> None:
    person = Person(id=4, first_name="Sophie", last_name="Martin", phone="+33466000001")
    sheet = Sheet(person=person, other_phones=("+33639980142",), other_emails=("s@ccas.fr",))
    assert with_person(sheet, replace(person, phone=None, hidden=True)) == Sheet(person=replace(person, phone=None, hidden=True))
    assert with_person(sheet, person) == sheet


def test_who_takes_the_directory_out_sees_every_contact() -> None:
    """So the files of an export leave nothing out."""
    exporting = [role for role in Role if may(role, Verb.EXPORT_DIRECTORY)]
    assert exporting == [Role.ADMINISTRATOR, Role.COORDINATOR]
    assert [may_see_contact(role, visibility=TEAM, objected=True) for role in exporting] == [True, True]
