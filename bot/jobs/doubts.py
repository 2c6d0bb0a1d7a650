"""What may have arrived or not: she is told so, and told again for a while when that does not leave either."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.notices import Notice
from bot.jobs.outcomes import TRIES, pause_after
from bot.jobs.pace import Pace
from bot.ports import Clock, DeliveryProblem, Messenger
from bot.texts import notices as texts

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaid:
    """A doubt that could not be told, and when it is to be tried again."""

    group: Sequence[Notice]
    attempts: int
    at: datetime


class Doubts:
    """Tells of what is uncertain, which is never sent again. What it has to tell again is in memory only: killed in between, /rappels
    and the next point of the week tell it."""

    def __init__(self, *, clock: Clock, messenger: Messenger, pace: Pace) -> None:
        self._clock, self._messenger, self._pace = clock, messenger, pace
        self._unsaid: list[Unsaid] = []

    async def tell(self, group: Sequence[Notice], *, attempts: int = 1) -> None:
        """That these may have arrived. Twice is no harm; nobody is told for ever."""
        try:
            await self._pace.turn(group[0].chat_id)
            async with self._pace.leaving():
                await self._messenger.send_text(group[0].chat_id, text=texts.uncertain(group))
        except DeliveryProblem as problem:
            log.warning("note about %s notices: %s", len(group), problem.reason)
            if attempts < TRIES and not problem.gone:
                at = self._clock.now() + pause_after(problem, attempts=attempts)
                self._unsaid.append(Unsaid(group=group, attempts=attempts + 1, at=at))

    async def tell_again(self) -> None:
        """What could not be told before and is to be tried now."""
        now = self._clock.now()
        ripe = [one for one in self._unsaid if one.at <= now]
        self._unsaid = [one for one in self._unsaid if one.at > now]
        for one in ripe:
            await self.tell(one.group, attempts=one.attempts)
