"""Who speaks with the bot: simulated people, what they tap, and what they wait for."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from typing import Any, TypeVar

from bot.simulator.messages import Message, Version
from bot.simulator.refusals import NotPossible
from bot.simulator.speaking import Speaker
from bot.simulator.taps import InlineQuery, Tap

Json = dict[str, Any]
Found = TypeVar("Found")
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Person(Speaker):
    """A person with a Telegram client in her hand. What she does is synchronous; what she waits for is awaited."""

    def starts(self, payload: str = "") -> Message:
        """Press Start, or follow a deep link with `payload` (1-64 of A-Z a-z 0-9 _ -); unblocks the bot as the real client does."""
        if payload and _PAYLOAD.fullmatch(payload) is None:
            raise NotPossible(f"a deep link cannot carry {payload!r}")
        if self.blocked:
            self.unblocks()
        self.started = True
        return self.says(f"/start {payload}".rstrip())

    def presses(self, label: str, *, on: Message | None = None, times: int = 1) -> Tap:
        """Tap a button that stands on the screen now: on the message `on`, else on the newest message that shows it.

        `times=2` is a double tap: two callback queries before any answer. A button of the reply keyboard sends its words.
        Raises NotPossible, with what is visible, when no current message has such a button.
        """
        for message in [on] if on is not None else reversed(self._by_id.values()):
            button = message.button(label)
            if button is not None and not message.deleted:
                taps = [self._tap(message, button) for _ in range(times)]
                return taps[0]
        if on is None and (key := self._reply_key(label)) is not None:
            return self._type_key(key)
        raise NotPossible(f"{self.label} sees no button {label!r}; she sees {self.visible_buttons}")

    def presses_stale(self, label: str, *, on: Message, version: int = -1) -> Tap:
        """Tap a button of an EARLIER version of a message, as a slow phone does: `version` indexes `on.earlier`."""
        earlier: Version = on.earlier[version]
        for row in (earlier.keyboard or {}).get("inline_keyboard", []):
            for button in row:
                if button["text"] == label:
                    return self._tap(on, button)
        raise NotPossible(f"that version has no button {label!r}")

    def asks_inline(self, query: str, *, offset: str = "") -> InlineQuery:
        """Type `@bot query` in the chat."""
        if len(query) > 256:
            raise NotPossible("an inline query has at most 256 characters")
        asked = InlineQuery(id=self.world.queries.new_id(), person=self, query=query, offset=offset)
        self.world.queries.open(asked)
        self.inline_queries = dict(list(self.inline_queries.items())[-20:]) | {asked.id: asked}
        update = {"id": asked.id, "from": self.user(), "chat_type": "sender", "query": query, "offset": offset}
        self.world.queue.add("inline_query", update, chat=self.id)
        self.world.changed()
        return asked

    def picks(self, asked: InlineQuery, title: str) -> Message:
        """Send the result with this title."""
        result = next((one for one in asked.results if one.get("title") == title), None)
        if result is None:
            raise NotPossible(f"no result {title!r} in {asked.titles}")
        content = result["_content"]
        chosen = {"result_id": result["id"], "from": self.user(), "query": asked.query}
        self.world.queue.add("chosen_inline_result", chosen, chat=self.id)
        return self._sends(content, via_bot=self.world.profile.user(), keyboard=result.get("reply_markup"))

    def blocks(self) -> None:
        """Block the bot."""
        self._set_blocked(True)

    def unblocks(self) -> None:
        """Unblock the bot."""
        self._set_blocked(False)

    # --- what she waits for

    async def waits_for(self, predicate: Callable[[Person], Found | None], within: float = 5.0) -> Found:
        """What `predicate(person)` gives as soon as it is true; asked again at each change."""
        return await self.world.waits_for(lambda: predicate(self), within, what=f"for {self.label}; the bot last said {self._last_words()}")

    async def waits_for_reply(self, within: float = 5.0) -> Message:
        """The newest bot message that came or changed after her own last message; waits for it."""
        return await self.waits_for(lambda person: person.reply(), within)

    async def waits_for_change(self, revision: int, *, within: float = 5.0) -> int:
        """Wait until the bot sent, edited or deleted something since `revision` (read from `person.revision`); the new revision.

        Lighter than `waits_for`: only what happens in her own chat wakes it, so that a crowd can wait at once.
        """
        while self.revision == revision:
            if self.change is None:
                self.change = asyncio.get_running_loop().create_future()
            async with asyncio.timeout(within):
                await asyncio.shield(self.change)
        return self.revision

    def reply(self) -> Message | None:
        """The newest bot message that came after her own last message, or None."""
        last = next(reversed(self._by_id.values()), None)
        return last if last is not None and last.from_bot else None

    # --- inside

    def _last_words(self) -> str:
        return repr(self.last.text[:80]) if self.last is not None else "nothing"

    def _tap(self, message: Message, button: Json) -> Tap:
        tap = Tap(id=self.world.queries.new_id(), person=self, message=message, button=button)
        self.taps.append(tap)
        if "callback_data" in button:
            self.world.queries.open(tap)
            shown = message.to_json() if not message.deleted else {"chat": message.chat, "message_id": message.id, "date": 0}
            update = {"id": tap.id, "from": self.user(), "message": shown, "chat_instance": str(-self.id), "data": button["callback_data"]}
            self.world.queue.add("callback_query", update, chat=self.id)
            self.world.changed()
        else:
            tap.answered, tap.opened = True, button.get("url", "")
        return tap

    def _reply_key(self, label: str) -> Json | None:
        rows = (self.keyboard or {}).get("keyboard", [])
        return next((button for row in rows for button in row if button["text"] == label), None)

    def _type_key(self, key: Json) -> Tap:
        if key.get("request_contact"):
            message = self.sends_contact("+33600000000", self.first_name, last_name=self.last_name, user_id=self.id)
        else:
            message = self.says(key["text"])
        if (self.keyboard or {}).get("one_time_keyboard"):
            self.keyboard = None
        return Tap(id="", person=self, message=message, button=key, answered=True)

    def _set_blocked(self, blocked: bool) -> None:
        if self.blocked == blocked:
            return
        self.blocked = blocked
        bot = self.world.profile.user()
        states: list[Json] = [{"user": bot, "status": "member"}, {"user": bot, "status": "kicked", "until_date": 0}]
        old, new = states if blocked else reversed(states)
        update = {"chat": self.chat(), "from": self.user(), "date": self.world.stamp(), "old_chat_member": old, "new_chat_member": new}
        self.world.queue.add("my_chat_member", update, chat=self.id)
        self.world.publish("blocked" if blocked else "unblocked", self)
        self.world.changed()
