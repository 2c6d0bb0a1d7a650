"""A code opens once, for one person, before it expires; and the door says nothing else."""

from __future__ import annotations

import hashlib
import re
import threading
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.domain.errors import AlreadyJoined, InvitationInvalid
from bot.domain.permissions import Role
from bot.domain.territory import Account
from storage.unit_of_work import SqlStore
from tests.storage.world import NOW, World

WEEK = NOW + timedelta(days=7)


def invite(store: SqlStore, ales: World, *, name: str = "", person_id: int | None = None, role: Role = Role.CONTRIBUTOR) -> str:
    with store.work(ales.territory.id) as work:
        prepared = work.invitations.prepare(name=name, person_id=person_id, by=ales.claire.id, expires_at=WEEK)
        code = work.invitations.issue(prepared.id, role=role, group_ids=[ales.diabetes.id] if role is Role.PILOT else [])
    assert code is not None
    return code


def enter(store: SqlStore, code: str, *, telegram_id: int = 77, name: str = "Inès sur Telegram", late: timedelta = timedelta()) -> Account:
    return store.desk.redeem(code, telegram_id=telegram_id, chat_id=telegram_id + 1, telegram_name=name, now=NOW + late)


def test_a_stranger_has_no_account(store: SqlStore, ales: World) -> None:
    assert store.desk.account_of(404) is None
    assert store.desk.account_of(ales.claire.telegram_id) == ales.claire


def test_her_work_is_in_the_territory_that_she_joined(store: SqlStore, ales: World, nimes: World) -> None:
    for world in (ales, nimes):
        with store.work_of(world.claire.telegram_id) as known:
            assert known is not None
            account, work = known
            assert (account, work.territory, work.drafts.get(world.draft.id)) == (world.claire, world.territory, world.draft)
    with store.work_of(404) as known:
        assert known is None


def test_an_invitation_without_a_sheet_makes_one(store: SqlStore, ales: World) -> None:
    account = enter(store, invite(store, ales, name="Inès Durand"))
    assert account == Account(
        id=account.id,
        territory_id=ales.territory.id,
        telegram_id=77,
        chat_id=78,
        person_id=account.person_id,
        name="Inès Durand",
        role=Role.CONTRIBUTOR,
    )
    with store.read(ales.territory.id) as work:
        assert work.directory.people([account.person_id])[account.person_id].full_name == "Inès Durand"
    assert store.desk.account_of(77) == account


def test_without_a_name_the_telegram_name_is_taken(store: SqlStore, ales: World) -> None:
    assert enter(store, invite(store, ales)).name == "Inès sur Telegram"


def test_an_invitation_to_somebody_known_makes_no_second_sheet(store: SqlStore, ales: World) -> None:
    account = enter(store, invite(store, ales, name="", person_id=ales.karim.id))
    assert (account.person_id, account.name) == (ales.karim.id, "Karim Benali")


def test_a_pilot_gets_her_groups(store: SqlStore, ales: World) -> None:
    with store.read(ales.territory.id) as work:
        before = work.directory.vocabulary_version()
    account = enter(store, invite(store, ales, person_id=ales.karim.id, role=Role.PILOT))
    with store.read(ales.territory.id) as work:
        (group,) = work.directory.groups_of(account.person_id)
        assert ales.karim.id in group.pilot_ids
        assert work.directory.vocabulary_version() > before


def test_a_code_opens_once(store: SqlStore, ales: World) -> None:
    code = invite(store, ales)
    enter(store, code, telegram_id=77)
    with pytest.raises(InvitationInvalid):
        enter(store, code, telegram_id=78)
    assert store.desk.account_of(78) is None


def test_the_same_tap_twice_is_answered_the_same(store: SqlStore, ales: World) -> None:
    code = invite(store, ales, name="Inès Durand")
    assert enter(store, code) == enter(store, code, late=timedelta(days=30))


def test_a_code_expires(store: SqlStore, ales: World) -> None:
    code = invite(store, ales)
    with pytest.raises(InvitationInvalid):
        enter(store, code, late=timedelta(days=7))
    assert enter(store, code, late=timedelta(days=7, microseconds=-1)).role is Role.CONTRIBUTOR


@pytest.mark.parametrize("code", ["", "nothing", "x" * 500, "é\x00"])
def test_an_unknown_code_opens_nothing(store: SqlStore, ales: World, code: str) -> None:
    with pytest.raises(InvitationInvalid):
        enter(store, code)


def test_who_joined_cannot_join_again_and_spends_no_code(store: SqlStore, ales: World) -> None:
    code = invite(store, ales)
    with pytest.raises(AlreadyJoined):
        enter(store, code, telegram_id=ales.claire.telegram_id)
    assert enter(store, code).telegram_id == 77


def test_of_two_people_with_one_code_one_comes_in(store: SqlStore, ales: World) -> None:
    code = invite(store, ales)
    answers: list[str] = []
    together = threading.Barrier(2)

    def knock(telegram_id: int) -> None:
        together.wait()
        try:
            enter(store, code, telegram_id=telegram_id)
            answers.append("in")
        except InvitationInvalid:
            answers.append("refused")

    run(knock, 301, 302)
    assert sorted(answers) == ["in", "refused"]


def test_of_two_codes_used_by_one_person_at_once_one_is_left(store: SqlStore, ales: World) -> None:
    codes = [invite(store, ales), invite(store, ales)]
    answers: list[str] = []
    together = threading.Barrier(2)

    def knock(number: int) -> None:
        together.wait()
        try:
            enter(store, codes[number])
            answers.append("in")
        except AlreadyJoined:
            answers.append("already")

    run(knock, 0, 1)
    assert sorted(answers) == ["already", "in"]
    with store.engines.read() as connection:
        assert (
            connection.execute(sa.text("SELECT count(*) FROM invitations WHERE digest IS NOT NULL AND used_at IS NULL")).scalar_one() == 1
        )


def run(target: object, *arguments: int) -> None:
    threads = [threading.Thread(target=target, args=(argument,)) for argument in arguments]  # type: ignore[arg-type]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_a_code_fits_a_deep_link_and_is_not_stored(store: SqlStore, ales: World) -> None:
    code = invite(store, ales)
    assert re.fullmatch(r"[A-Za-z0-9_-]{16}", code)
    with store.engines.read() as connection:
        digests = {bytes(row[0]) for row in connection.execute(sa.text("SELECT digest FROM invitations WHERE digest IS NOT NULL"))}
    assert digests == {hashlib.sha256(one.encode()).digest() for one in (code, ales.code)}


def test_an_invitation_tells_how_far_it_is(store: SqlStore, ales: World) -> None:
    assert (ales.invitation.issued, ales.invitation.role, ales.invitation.group_ids) == (True, Role.PILOT, (ales.diabetes.id,))
    assert (ales.invitation.used_at, ales.invitation.expires_at) == (NOW, WEEK)
    with store.work(ales.territory.id) as work:
        prepared = work.invitations.prepare(name="Inès", person_id=None, by=ales.claire.id, expires_at=WEEK)
        assert work.invitations.get(prepared.id) == prepared
        assert (prepared.issued, prepared.role, prepared.used_at, prepared.group_ids) == (False, None, None, ())


def test_a_code_is_given_once(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        prepared = work.invitations.prepare(name="Inès", person_id=None, by=None, expires_at=WEEK)
        assert work.invitations.issue(prepared.id, role=Role.READER, group_ids=[]) is not None
        assert work.invitations.issue(prepared.id, role=Role.ADMINISTRATOR, group_ids=[]) is None
        issued = work.invitations.get(prepared.id)
    assert issued is not None
    assert issued.role is Role.READER
