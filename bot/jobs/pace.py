"""How fast Maillon may speak by itself: Telegram takes 30 messages a second in all and one a second in a chat; answers go first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

A_SECOND = 28  # of the 30: the rest is for those who speak with the bot meanwhile
IN_A_CHAT = 1.1  # seconds between two messages
MOST_CHATS = 5_000  # remembered; what is older than a second is forgotten


class Pace:
    """Gives turns, evenly spaced. `seconds` is a clock that only grows."""

    def __init__(self, seconds: Callable[[], float], *, a_second: float = A_SECOND) -> None:
        self._seconds = seconds
        self._step = 1.0 / a_second
        self._free = 0.0  # from when the next turn may be given
        self._chats: dict[int, float] = {}

    async def turn(self, chat_id: int) -> None:
        """Waits until a message may leave for that chat."""
        now = self._seconds()
        at = max(now, self._free, self._chats.get(chat_id, 0.0))
        self._free = max(now, self._free) + self._step
        self._chats[chat_id] = at + IN_A_CHAT
        if len(self._chats) > MOST_CHATS:
            self._chats = {chat: free for chat, free in self._chats.items() if free > now}
        if at > now:
            await asyncio.sleep(at - now)

    def spoke(self, chat_id: int) -> None:
        """An answer left for that chat: it takes the place of a turn."""
        now = self._seconds()
        self._free = max(now, self._free) + self._step
        self._chats[chat_id] = max(now, self._chats.get(chat_id, 0.0)) + IN_A_CHAT

    def rest(self, seconds: float) -> None:
        """Telegram asked for silence: nobody has a turn for so long."""
        self._free = max(self._free, self._seconds() + seconds)
