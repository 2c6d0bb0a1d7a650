"""Which of several people of one first name takes an action."""

from __future__ import annotations

import pytest

from tests.understanding.territory import PEOPLE, kept


@pytest.mark.parametrize("there", ["Karim Haddad", "Karim Benali"])
def test_the_one_who_was_there(there: str) -> None:
    (meeting,) = kept(f"CR GT Précarité du 4/11\nPrésents : {there}, Luc\nActions :\n- Karim : mail aux écoles").meetings
    assert [[b.person_id for b in a.bearers] for a in meeting.actions] == [[PEOPLE[there]]]


def test_nobody_is_chosen_where_both_were_there() -> None:
    (meeting,) = kept("CR GT Précarité du 4/11\nPrésents : Karim Haddad, Karim Benali\nActions :\n- Karim : mail aux écoles").meetings
    ((bearer,),) = [a.bearers for a in meeting.actions]
    assert (bearer.person_id, set(bearer.candidates)) == (None, {PEOPLE["Karim Haddad"], PEOPLE["Karim Benali"]})
