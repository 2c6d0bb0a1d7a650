"""How what is due to people is stored: made due once, withdrawn, and what she did with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.notices import OF_MEETINGS, Due, Notice, NoticeAnswer, NoticeKind
from bot.domain.reminders import Reminder
from storage import tables
from storage.leaving import MOMENT
from storage.queries.notices import LOST, NOTICES, SEEN, notice_of
from storage.scope import Scope, own
from storage.statements import Prepared
from storage.tables import DeliveryState

_t = tables.notices
_WAITS = (DeliveryState.QUEUED, DeliveryState.CANCELLED)
_WANTED = _t.c.id == sa.bindparam("wanted")
_REMINDER = _t.c.reminder_id == sa.bindparam("reminder")
_PLAN = Prepared(
    {"sqlite": sqlite.insert(_t).on_conflict_do_nothing(), "postgresql": postgresql.insert(_t).on_conflict_do_nothing()},
    keys=[column.name for column in _t.c if column.name != "id"],
)
_MOVED = ("on", "at", "zone", "loud", "until", "due_at")
_MOVE = Prepared(
    sa.update(_t)
    .where(own(_t), _REMINDER, _t.c.turn == sa.bindparam("which"), _t.c.snoozes == sa.bindparam("again"), _t.c.state.in_(_WAITS))
    .values(
        {name: sa.bindparam(f"new_{name}", type_=_t.c[name].type) for name in _MOVED}
        | {"state": DeliveryState.QUEUED, "changed_at": MOMENT}
    )
)
_WITHDRAW = Prepared(
    sa.update(_t)
    .where(own(_t), _REMINDER, _t.c.state.in_((DeliveryState.QUEUED, DeliveryState.CLAIMED)))
    .values(state=DeliveryState.CANCELLED, changed_at=MOMENT)
)
_PASS_OVER = Prepared(
    sa.update(_t)
    .where(own(_t), _REMINDER, _t.c.snoozes == 0, _t.c.turn < sa.bindparam("newer"), _t.c.state == DeliveryState.QUEUED)
    .values(state=DeliveryState.MISSED, answer=NoticeAnswer.LATER, reason="a newer one is due", changed_at=MOMENT)
)
_WITHDRAW_OTHERS = Prepared(
    sa.update(_t)
    .where(own(_t), _REMINDER, _t.c.state == DeliveryState.QUEUED, _t.c.snoozes == 0, _t.c.turn != sa.bindparam("which"))
    .values(state=DeliveryState.CANCELLED, changed_at=MOMENT)
)
_LAST_TURN = Prepared(sa.select(sa.func.max(_t.c.turn).label("last")).where(own(_t), _REMINDER, _t.c.snoozes == 0))
_GET = Prepared(NOTICES.where(own(_t), _WANTED))
_OF_MESSAGE = Prepared(
    NOTICES.where(own(_t), _t.c.account_id == sa.bindparam("account"), _t.c.message_id == sa.bindparam("message")).order_by(
        _t.c.due_at,
        _t.c.id,  # as they were said: the numbers of a message never change
    )
)
_its = _t.alias()
_BESIDE = Prepared(
    NOTICES.where(
        own(_t),
        _t.c.account_id == sa.bindparam("account"),
        _t.c.message_id == sa.select(_its.c.message_id).where(own(_its), _its.c.id == sa.bindparam("wanted")).scalar_subquery(),
    ).order_by(_t.c.due_at, _t.c.id)
)
_RUNG = Prepared(
    NOTICES.where(
        own(_t),
        _t.c.account_id == sa.bindparam("account"),
        _t.c.kind == NoticeKind.REMINDER,
        _t.c.state == DeliveryState.SENT,
        _t.c.answer.is_(None),
        _t.c.changed_at >= sa.bindparam("since", type_=_t.c.changed_at.type),
    ).order_by(_t.c.changed_at.desc(), _t.c.due_at, _t.c.id)
)
_ANSWER = Prepared(
    sa.update(_t)
    .where(own(_t), _WANTED, _t.c.answer.is_(None))
    .values(answer=sa.bindparam("given", type_=_t.c.answer.type), changed_at=MOMENT)
)
_SETTLE = Prepared(
    sa.update(_t)
    .where(
        own(_t),
        _REMINDER,
        _t.c.answer.is_(None),
        _t.c.state.in_(LOST),
    )
    .values(answer=NoticeAnswer.LATER)
)
_SEE = Prepared(
    sa.update(_t).where(own(_t), _t.c.reminder_id.in_(sa.bindparam("listed", expanding=True)), _t.c.state.in_(LOST)).values(reason=SEEN)
)
_WEEK = sa.and_(own(_t), _t.c.account_id == sa.bindparam("account"), _t.c.kind == NoticeKind.WEEK)
_MOVE_WEEK = Prepared(
    sa.update(_t)
    .where(_WEEK, _t.c.turn == sa.bindparam("which"), _t.c.state == DeliveryState.QUEUED)
    .values({name: sa.bindparam(f"new_{name}", type_=_t.c[name].type) for name in _MOVED} | {"changed_at": MOMENT})
)
_FORGET_WEEK = Prepared(sa.delete(_t).where(_WEEK, _t.c.state == DeliveryState.QUEUED))
_WEEK_WAITS = Prepared(sa.select(sa.func.min(_t.c.turn).label("first")).where(_WEEK, _t.c.state == DeliveryState.QUEUED))
_WITHDRAW_WEEK = Prepared(
    sa.update(_t)
    .where(_WEEK, _t.c.state == DeliveryState.QUEUED, _t.c.due_at <= sa.bindparam("before", type_=_t.c.due_at.type))
    .values(state=DeliveryState.CANCELLED, changed_at=MOMENT)
)
_WAKE = Prepared(
    sa.update(_t)
    .where(
        own(_t),
        _t.c.account_id == sa.bindparam("account"),
        _t.c.state == DeliveryState.QUEUED,
        _t.c.attempts > 0,
        _t.c.reason == "quiet",
        _t.c.due_at > MOMENT,
    )
    .values(due_at=MOMENT)
)
_OF_MEETING = Prepared(
    NOTICES.where(own(_t), _t.c.meeting_id == sa.bindparam("meeting"), _t.c.meeting_day == sa.bindparam("day_of")).order_by(_t.c.id)
)
_REANSWER = Prepared(
    sa.update(_t)
    .where(own(_t), _WANTED, _t.c.answer == sa.bindparam("was", type_=_t.c.answer.type))
    .values(answer=sa.bindparam("given", type_=_t.c.answer.type), changed_at=MOMENT)
)
_SAID = (DeliveryState.SENT, DeliveryState.UNCERTAIN)
_OF_LEAVE = sa.and_(own(_t), _t.c.kind == NoticeKind.STAND_IN, _t.c.turn == sa.bindparam("leave"))
_WITHDRAW_STAND_IN = Prepared(
    sa.update(_t)
    .where(_OF_LEAVE, _t.c.state.in_((DeliveryState.QUEUED, DeliveryState.CLAIMED)))
    .values(state=DeliveryState.CANCELLED, changed_at=MOMENT)
)
_STAND_IN_HEARD = Prepared(sa.select(_t.c.id).where(_OF_LEAVE, _t.c.state.in_((DeliveryState.SENDING, *_SAID))).limit(1))
_ASKED = NOTICES.where(
    own(_t), _t.c.account_id == sa.bindparam("account"), _t.c.kind.in_(sorted(OF_MEETINGS)), _t.c.state.in_(_SAID)
).order_by(_t.c.changed_at.desc(), _t.c.id.desc())
_MOST_ASKED = 8  # questions among which a sentence may name one
_STAND_OPEN = Prepared(_ASKED.where(sa.or_(_t.c.answer.is_(None), _t.c.answer == NoticeAnswer.MOVING)).limit(_MOST_ASKED))
_LAST_ANSWERED = Prepared(_ASKED.where(_t.c.answer.is_not(None)).limit(1))


class SqlNotices:
    """What is due to the people of one territory, in one transaction."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def plan(self, reminder: Reminder, due: Due, *, turn: int = 0, snoozes: int = 0, now: datetime) -> bool:
        """Makes it due, or moves it while it has not begun to leave; False when it has."""
        moved = {f"new_{name}": getattr(due, name) for name in _MOVED}
        if self._scope.change(_MOVE, reminder=reminder.id, which=turn, again=snoozes, moment=now, **moved):
            return True
        values = {"account_id": reminder.account_id, "reminder_id": reminder.id, "turn": turn, "snoozes": snoozes}
        return self._insert(NoticeKind.REMINDER, due, now=now, **values)

    def tell_unreachable(self, account_id: int, due: Due, *, about: int, now: datetime) -> None:
        """Makes it due to a coordinator that somebody does not receive anything; once a day at most."""
        values = {"account_id": account_id, "about_account_id": about, "turn": due.on.toordinal(), "snoozes": 0}
        self._insert(NoticeKind.UNREACHABLE, due, now=now, **values)

    def ask_about(
        self, meeting_id: int, due: Due, *, kind: NoticeKind, day: date, account_id: int, snoozes: int = 0, now: datetime
    ) -> bool:
        """Makes it due to ask her about a meeting of that day; False when that was due before, to whomever."""
        about: dict[str, int | date] = {"meeting_id": meeting_id, "meeting_day": day}
        return self._insert(kind, due, now=now, account_id=account_id, turn=0, snoozes=snoozes, **about)

    def announce(self, meeting_id: int, due: Due, *, lead: int, day: date, account_id: int, now: datetime) -> bool:
        """Makes it due to tell her of a meeting of that day, `lead` minutes before it; False when that was due before, to whomever."""
        about: dict[str, int | date] = {"meeting_id": meeting_id, "meeting_day": day}
        return self._insert(NoticeKind.AHEAD, due, now=now, account_id=account_id, turn=0, snoozes=lead, **about)

    def tell_week(self, account_id: int, due: Due, *, meant: date, now: datetime) -> bool:
        """Makes her point of the week of that day due, or moves it while it waits; False when it has begun to leave, or never will."""
        moved = {f"new_{name}": getattr(due, name) for name in _MOVED}
        if self._scope.change(_MOVE_WEEK, account=account_id, which=meant.toordinal(), moment=now, **moved):
            return True
        return self._insert(NoticeKind.WEEK, due, now=now, account_id=account_id, turn=meant.toordinal(), snoozes=0)

    def forget_week(self, account_id: int) -> date | None:
        """The points of the week that wait are to be planned anew; the day for which the first of them was meant."""
        waits = self._scope.one(_WEEK_WAITS, account=account_id)
        self._scope.change(_FORGET_WEEK, account=account_id)
        return date.fromordinal(waits.first) if waits is not None and waits.first is not None else None

    def withdraw_week(self, account_id: int, *, before: datetime, now: datetime) -> None:
        """The point of the week that is due before that moment and has not begun to leave never will."""
        self._scope.change(_WITHDRAW_WEEK, account=account_id, before=before, moment=now)

    def about_meeting(self, meeting_id: int, day: date) -> tuple[Notice, ...]:
        """All that asks, or asked, about a meeting of that day."""
        return tuple(notice_of(row) for row in self._scope.rows(_OF_MEETING, meeting=meeting_id, day_of=day))

    def last_asked(self, account_id: int) -> Notice | None:
        """What she was asked last about a meeting and has not answered, or not wholly."""
        return next(iter(self.all_asked(account_id)), None)

    def all_asked(self, account_id: int) -> tuple[Notice, ...]:
        """The same, and what she was asked before it; the last first."""
        return tuple(notice_of(row) for row in self._scope.rows(_STAND_OPEN, account=account_id))

    def last_answered(self, account_id: int) -> Notice | None:
        """The question about a meeting that she answered last, whatever she answered."""
        row = self._scope.one(_LAST_ANSWERED, account=account_id)
        return None if row is None else notice_of(row)

    def reanswer(self, notice_id: int, answer: NoticeAnswer | None, *, was: NoticeAnswer, now: datetime) -> bool:
        """Changes what she did with it, None taking it back; False when it was answered otherwise."""
        return self._scope.change(_REANSWER, wanted=notice_id, given=answer, was=was, moment=now) == 1

    def _insert(self, kind: NoticeKind, due: Due, *, now: datetime, **values: int | date) -> bool:
        row = {name: getattr(due, name) for name in _MOVED} | values
        row |= {"kind": kind, "state": DeliveryState.QUEUED, "attempts": 0, "queued_at": now, "changed_at": now}
        return self._scope.change(_PLAN, territory_id=self._scope.territory_id, **row) == 1

    def tell_stand_in(self, account_id: int, due: Due, *, about: int, leave_id: int, now: datetime) -> None:
        """Makes it due to somebody that she stands in for the one who goes on that leave; once."""
        self._insert(NoticeKind.STAND_IN, due, now=now, account_id=account_id, about_account_id=about, turn=leave_id, snoozes=0)

    def withdraw_stand_in(self, leave_id: int, *, now: datetime) -> bool:
        """What tells of that leave and has not begun to leave never will; whether somebody has heard of it."""
        self._scope.change(_WITHDRAW_STAND_IN, leave=leave_id, moment=now)
        return self._scope.one(_STAND_IN_HEARD, leave=leave_id) is not None

    def tell_stand_in_over(self, account_id: int, due: Due, *, about: int, leave_id: int, now: datetime) -> None:
        """Makes it due to somebody who was told so that she does not stand in any more; once."""
        self._insert(NoticeKind.STAND_IN_OVER, due, now=now, account_id=account_id, about_account_id=about, turn=-leave_id, snoozes=0)

    def tell_date_search(self, account_id: int, due: Due, *, search_id: int, turn: int, now: datetime) -> None:
        """Makes it due to her that a date is looked for, or found; once a round (`turn`)."""
        self._insert(NoticeKind.DATE_SEARCH, due, now=now, account_id=account_id, turn=search_id, snoozes=turn)

    def wake(self, account_id: int, *, now: datetime) -> None:
        """What waited for her return is looked at again now."""
        self._scope.change(_WAKE, account=account_id, moment=now)

    def withdraw(self, reminder_id: int, *, now: datetime) -> None:
        """What is due because of that reminder and has not begun to leave will not leave."""
        self._scope.change(_WITHDRAW, reminder=reminder_id, moment=now)

    def pass_over(self, reminder_id: int, *, newer: int, now: datetime) -> None:
        """The times of a series before that one that have not begun to leave never will: that one says the same in a moment."""
        self._scope.change(_PASS_OVER, reminder=reminder_id, newer=newer, moment=now)

    def withdraw_others(self, reminder_id: int, *, turn: int, now: datetime) -> None:
        """What is due because of that reminder at other turns, and neither put off nor leaving, will not leave."""
        self._scope.change(_WITHDRAW_OTHERS, reminder=reminder_id, which=turn, moment=now)

    def last_turn(self, reminder_id: int) -> int | None:
        """The newest of the times of a series that is a notice."""
        row = self._scope.one(_LAST_TURN, reminder=reminder_id)
        return None if row is None or row.last is None else int(row.last)

    def get(self, notice_id: int) -> Notice | None:
        """A notice of this territory."""
        row = self._scope.one(_GET, wanted=notice_id)
        return None if row is None else notice_of(row)

    def of_message(self, account_id: int, message_id: int) -> tuple[Notice, ...]:
        """What one message told her."""
        return tuple(notice_of(row) for row in self._scope.rows(_OF_MESSAGE, account=account_id, message=message_id))

    def beside(self, account_id: int, notice_id: int) -> tuple[Notice, ...]:
        """What the message told her that tells of that notice."""
        return tuple(notice_of(row) for row in self._scope.rows(_BESIDE, account=account_id, wanted=notice_id))

    def rung(self, account_id: int, *, since: datetime) -> tuple[Notice, ...]:
        """The reminders that rang for her since then and that she has not answered, those that rang last first."""
        return tuple(notice_of(row) for row in self._scope.rows(_RUNG, account=account_id, since=since))

    def answer(self, notice_id: int, answer: NoticeAnswer, *, now: datetime) -> bool:
        """Notes what she did with it; True only for the first answer."""
        return self._scope.change(_ANSWER, wanted=notice_id, given=answer, moment=now) == 1

    def settle(self, reminder_id: int) -> None:
        """What did not reach her for sure is no longer told: she has seen this reminder."""
        self._scope.change(_SETTLE, reminder=reminder_id)

    def see(self, reminder_ids: Sequence[int]) -> None:
        """She looks at the list which says that these did not reach her for sure: the point of the week says it no more."""
        self._scope.change(_SEE, listed=list(reminder_ids))
