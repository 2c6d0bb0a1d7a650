"""How what is due to people leaves: claimed, told together to each of them at Telegram's pace, once; what is too late is kept."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from bot.actions.notices import lose
from bot.actions.reminders import days_off
from bot.actions.weeks import hours_by_axis, week_of
from bot.domain.date_searches import Ballot
from bot.domain.notices import OF_MEETINGS, Due, Fate, Notice, NoticeKind, fate, has_begun, local
from bot.domain.quiet import Quiet
from bot.domain.rhythms import Away
from bot.domain.weeks import Week
from bot.jobs.date_searches import ballot_due
from bot.jobs.doubts import Doubts
from bot.jobs.marks import Marks
from bot.jobs.outcomes import Outcome, outcome_of, pause_after
from bot.jobs.pace import Pace
from bot.jobs.planning import Planner
from bot.ports import Clock, DeliveryProblem, Mark, Messenger, Step, Store
from bot.texts import date_searches as search_texts
from bot.texts import notices as texts
from bot.texts import weeks as week_texts

log = logging.getLogger(__name__)
AT_ONCE = 256  # messages on their way or waiting for their turn
FEW = 128  # people whose turn is still to come: more are claimed
Aside = Callable[..., Awaitable[object]]
Errand = tuple[Callable[[Sequence[Notice]], Awaitable[None]], list[Notice]]
Fates = Callable[[Due, Quiet, tuple[Away, ...], bool], tuple[Fate, datetime]]


class Claimed(NamedTuple):
    """What is due to one person: what is said now, apart from the point of the week, and the steps that the rest takes."""

    to_say: list[Notice]
    weeks: list[Notice]
    searches: list[Notice]  # of dates: a message each, whose buttons answer
    others: list[Mark]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The point of the week, and whether its picture has something to show."""

    week: Week
    pictured: bool


class NoticeRunner:
    """Makes due what is to come, and delivers what is due."""

    def __init__(self, *, store: Store, clock: Clock, messenger: Messenger, aside: Aside, pace: Pace, at_once: int = AT_ONCE) -> None:
        self._store, self._clock, self._messenger, self._aside, self._pace = store, clock, messenger, aside, pace
        self._planner = Planner(store=store, clock=clock)
        self._marks = Marks(desk=store.notices, clock=clock, aside=aside)
        self._doubts = Doubts(clock=clock, messenger=messenger, pace=pace)
        self._at_once = at_once
        self._errands: deque[Errand] = deque()
        self._carriers: set[asyncio.Task[None]] = set()
        self._few_left = asyncio.Event()
        self._bell = asyncio.Event()
        self._busy = asyncio.Lock()
        self._stopping = False
        self._stumbled = False

    async def tick(self) -> None:
        """Time went by: something may be due."""
        self.ring()

    def ring(self) -> None:
        """Something was made due (call it in the loop's thread)."""
        self._bell.set()

    async def run(self) -> None:
        """Delivers at each ring, for ever."""
        while True:
            await self._bell.wait()
            self._bell.clear()
            await self.deliver_due()

    async def stop(self, *, within: float) -> None:
        """Lets what is leaving leave, that many seconds at most; the rest is due again at the next start."""
        self._stopping = True
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._busy.acquire(), within)

    async def recover(self) -> None:
        """After a crash: of what may have arrived she hears that it may have; it is never sent again by itself."""
        lost = await self._aside(lambda: self._store.notices.recover(now=self._clock.now()))
        assert isinstance(lost, tuple)
        for group in _by_account(lost):
            await self._doubts.tell(group)

    async def deliver_due(self) -> None:
        """Plans, claims and delivers all that is due; one round at a time. A fault of the database waits for the next tick."""
        async with self._busy:
            try:
                if self._stumbled:  # nothing of ours is on its way now: what we had taken is nobody's
                    await self.recover()
                    self._stumbled = False
                await self._aside(self._planner.plan)
                await self._doubts.tell_again()
                while not self._stopping and (due := await self._aside(self._claim)):
                    assert isinstance(due, list)
                    await self._hand_out(due)
            except Exception:
                self._stumbled = True
                log.exception("the notices stumbled")
            finally:
                await asyncio.gather(*self._carriers, return_exceptions=True)
                self._errands.clear()  # what a stop leaves behind: it is due again at the next start
                self._stumbled |= not await self._marks.all_written()

    def _claim(self) -> list[Claimed]:
        """What is due, person by person: what to say now, what waits for the morning, what is kept for the next digest."""
        now = self._clock.now()
        fates = _fates(now)
        return [_decided(group, now, fates) for group in _by_account(self._store.notices.claim(now=now))]

    async def _hand_out(self, due: Sequence[Claimed]) -> None:
        """Gives what is to be said to the carriers; returns when so little of it is left that more may be claimed meanwhile."""
        if others := [mark for claimed in due for mark in claimed.others]:
            await self._marks.take(others)
        for claimed in due:
            if claimed.to_say:
                self._errands.append((self._send, claimed.to_say))
            if claimed.weeks:
                self._errands.append((self._send_week, claimed.weeks[-1:]))
            for notice in claimed.searches:
                self._errands.append((self._send_search, [notice]))
        for _ in range(min(len(self._errands), self._at_once - len(self._carriers))):
            carrier = asyncio.get_running_loop().create_task(self._carry())
            self._carriers.add(carrier)
            carrier.add_done_callback(self._carriers.discard)
        if len(self._errands) > FEW:
            self._few_left.clear()
            await self._few_left.wait()

    async def _carry(self) -> None:
        """Delivers what is handed out, one after the other, until nothing is left."""
        while self._errands and not self._stopping:
            send, group = self._errands.popleft()
            if len(self._errands) <= FEW:
                self._few_left.set()
            try:
                await send(group)
            except Exception:
                self._stumbled = True
                log.exception("a notice stumbled")
        self._few_left.set()

    async def _send_week(self, group: Sequence[Notice]) -> None:
        """One point of the week; nothing when it has nothing to say."""
        notice = group[0]
        told = await self._aside(self._week, notice)
        if not isinstance(told, Told) or not told.week.says_something:
            await self._marks.take([Mark(notice.id, Step.MOOT, reason="nothing to say")])
            return
        now = self._clock.now()
        text = week_texts.week(told.week, today=local(now, notice.due.zone).date(), late=texts.late(notice, now))
        send = partial(self._messenger.send_week, notice.chat_id, text=text, week=told.week)
        await self._deliver(group, lambda _: send(), pictured=told.pictured)

    def _week(self, notice: Notice) -> Told | None:
        with self._store.work(notice.territory_id) as work:
            account, now = work.accounts.get(notice.account_id), self._clock.now()
            if account is None:
                return None
            week = week_of(work, account, now=now, by_itself=True)
            return Told(week=week, pictured=_is_news(week) and hours_by_axis(work, account, now=now).worth_drawing)

    async def _send_search(self, group: Sequence[Notice]) -> None:
        """A date that is looked for, or found; nothing of an earlier round, nor of one that is not hers to answer."""
        notice = group[0]
        ballot = await self._aside(ballot_due, self._store, notice, self._clock.now())
        if not isinstance(ballot, Ballot):
            await self._marks.take([Mark(notice.id, Step.MOOT, reason="settled")])
            return
        text = search_texts.ballot(ballot)
        send = partial(self._messenger.send_ballot, notice.chat_id, text=text, ballot=ballot)
        await self._deliver(group, lambda _: send())

    async def _send(self, group: Sequence[Notice]) -> None:
        """All that is due to her, in one message."""

        def said(left: Sequence[Notice]) -> Awaitable[int]:
            return self._messenger.send_notices(left[0].chat_id, text=texts.rung(left, now=self._clock.now()), notices=left)

        await self._deliver(group, said)

    async def _deliver(
        self, group: Sequence[Notice], send: Callable[[Sequence[Notice]], Awaitable[int]], *, pictured: bool = False
    ) -> None:
        """Nothing leaves before it is written that it leaves: killed in between, nothing is said twice."""
        await self._pace.turn(group[0].chat_id)
        going = await self._marks.take([Mark(notice.id, Step.SENDING) for notice in group])
        left = group if all(going) else [notice for notice, goes in zip(group, going, strict=True) if goes]
        if not left:
            return
        try:
            async with self._pace.leaving():
                message_id = await send(left)
        except DeliveryProblem as problem:
            await self._failed(left, problem)
            return
        self._marks.put([Mark(notice.id, Step.SENT, message_id, pictured=pictured) for notice in left])

    async def _failed(self, group: Sequence[Notice], problem: DeliveryProblem) -> None:
        log.warning("%s notices: %s", len(group), problem.reason)
        attempts = group[0].attempts
        outcome = outcome_of(problem, attempts=attempts)
        if outcome is Outcome.AGAIN:
            pause = pause_after(problem, attempts=attempts)
            self._pace.rest(problem.after or 0.0)
            at = self._clock.now() + pause
            await self._marks.take([Mark(notice.id, Step.AGAIN, at=at, reason=problem.reason) for notice in group])
            return
        step = Step.UNCERTAIN if outcome is Outcome.UNCERTAIN else Step.FAILED
        await self._marks.take([Mark(notice.id, step, reason=problem.reason) for notice in group])
        if outcome is Outcome.UNCERTAIN:
            await self._doubts.tell(group)
        elif outcome is Outcome.GONE:
            await self._aside(self._lose, group[0])

    def _lose(self, notice: Notice) -> None:
        with self._store.work(notice.territory_id) as work:
            lose(work, notice.account_id, now=self._clock.now())


def _is_news(week: Week) -> bool:
    """Whether the picture of the year differs from the one of the week before."""
    return week.says_something and week.figures.total > 0


def _fates(now: datetime) -> Fates:
    """What becomes of what is due, worked out once for all that is due alike: thousands may be at the same minute."""

    @cache
    def fate_of(due: Due, quiet: Quiet, away: tuple[Away, ...], asked: bool) -> tuple[Fate, datetime]:
        return fate(due, now=now, off=days_off(due.zone, quiet), quiet=quiet, away=away, asked=asked)

    return fate_of


def _decided(group: Sequence[Notice], now: datetime, fates: Fates) -> Claimed:
    found = Claimed(to_say=[], weeks=[], searches=[], others=[])
    for notice in group:
        kind = notice.kind
        asked = kind is NoticeKind.REMINDER or kind is NoticeKind.WEEK or (notice.snoozes > 0 and kind in OF_MEETINGS)
        what, at = fates(notice.due, notice.quiet, notice.away, asked)
        if notice.unreachable or notice.chat_id <= 0:  # an account that was closed has no chat any more
            found.others.append(Mark(notice.id, Step.MISSED, reason="unreachable"))
        elif notice.moot:
            found.others.append(Mark(notice.id, Step.MOOT, reason="settled"))
        elif kind is NoticeKind.AHEAD and (what is Fate.KEEP or has_begun(notice, now)):  # even while she was away
            found.others.append(Mark(notice.id, Step.MOOT, reason="begun"))
        elif what is Fate.SEND:
            (found.weeks if kind is NoticeKind.WEEK else found.searches if kind is NoticeKind.DATE_SEARCH else found.to_say).append(notice)
        elif what is Fate.WAIT:
            found.others.append(Mark(notice.id, Step.AGAIN, at=at, reason="quiet"))
        else:
            found.others.append(Mark(notice.id, Step.MISSED, reason="late"))
    if len(found.weeks) > 1:
        found.others.extend(Mark(older.id, Step.MOOT, reason="a newer one is due") for older in found.weeks[:-1])
    return found


def _by_account(found: Sequence[Notice]) -> list[list[Notice]]:
    """Together what is due to one person, in its order."""
    return [list(hers) for _, hers in groupby(found, key=attrgetter("account_id"))]
