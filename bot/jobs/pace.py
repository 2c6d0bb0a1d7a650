"""How fast Maillon may speak by itself: Telegram takes 30 messages a second in all and one a second in a chat; answers go first."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable

A_SECOND = 28  # of the 30: the rest is for those who speak with the bot meanwhile
IN_A_CHAT = 1.1  # seconds
BURST = 3  # messages that a chat takes in as many seconds, answers included
SLIPPED = 0.25  # seconds
CROWDED = 0.01  # seconds before looking again
MOST_CHATS = 5_000  # remembered


class Pace:
    """Gives turns, evenly spaced. `seconds` is a clock that only grows; `in_a_chat` the seconds between two messages there."""

    def __init__(self, seconds: Callable[[], float], *, a_second: float = A_SECOND, in_a_chat: float = IN_A_CHAT) -> None:
        self._seconds, self._in_a_chat = seconds, in_a_chat
        self._step = 1.0 / a_second
        self._free = 0.0  # from when the next turn may be given
        self._most = a_second + 1
        self._away = 0  # messages whose answer has not come
        self._answered: deque[float] = deque()  # when the answers of the last second came
        self._chats: dict[int, deque[float]] = {}  # when the last messages left, or will

    async def turn(self, chat_id: int) -> None:
        """Waits until a message may leave for that chat."""
        now = self._seconds()
        at = max(now, self._free, self._open_from(chat_id))
        self._take(now)
        self._note(chat_id, at)
        if at > now:
            await asyncio.sleep(at - now)

    def leaving(self) -> Pace:
        """Around the request (`async with`). However late messages arrive and in whatever crowd, Telegram counts one at some moment before
        its answer: those on their way with those answered within a second are all that it may count in one.
        """
        return self

    async def __aenter__(self) -> None:
        while self._away + self._recent() >= self._most:  # noqa: ASYNC110 - it is time that is waited for
            await asyncio.sleep(CROWDED)
        self._away += 1

    async def __aexit__(self, *_: object) -> None:
        self._away -= 1
        self._answered.append(self._seconds())

    def spoke(self, chat_id: int) -> None:
        """An answer left for that chat: it takes the place of a turn."""
        now = self._seconds()
        self._answered.append(now)
        self._take(now)
        self._note(chat_id, now)

    def rest(self, seconds: float) -> None:
        """Telegram asked for silence: nobody has a turn for so long."""
        self._free = max(self._free, self._seconds() + seconds)

    def _take(self, now: float) -> None:
        """The next turn; what a busy loop let slip just before is made up for."""
        self._free = max(now - SLIPPED, self._free) + self._step

    def _recent(self) -> int:
        since = self._seconds() - 1.0
        while self._answered and self._answered[0] <= since:
            self._answered.popleft()
        return len(self._answered)

    def _open_from(self, chat_id: int) -> float:
        left = self._chats.get(chat_id)
        if not left:
            return 0.0
        return max(left[-1] + self._in_a_chat, left[0] + BURST * self._in_a_chat if len(left) == BURST else 0.0)

    def _note(self, chat_id: int, at: float) -> None:
        left = self._chats.get(chat_id)
        if left is None:
            left = self._chats[chat_id] = deque(maxlen=BURST)
        left.append(at)
        if len(self._chats) > MOST_CHATS:
            fresh = self._seconds() - BURST * self._in_a_chat
            self._chats = {chat: left for chat, left in self._chats.items() if left[-1] > fresh}
