"""What stands in a private chat with the bot: who she is, her messages, what is on her screen."""

from __future__ import annotations

import asyncio
from collections import deque
from itertools import islice
from typing import TYPE_CHECKING, Any

from bot.simulator.messages import Message

if TYPE_CHECKING:
    from bot.simulator.taps import InlineQuery, Tap
    from bot.simulator.world import World

Json = dict[str, Any]


class PrivateChat:
    """A person's chat with the bot, as a Telegram client shows it to her."""

    def __init__(
        self,
        world: World,
        key: str,
        number: int,
        first_name: str,
        *,
        last_name: str = "",
        username: str | None = None,
        language: str = "fr",
    ) -> None:
        self.world, self.key, self.id = world, key, number
        self.first_name, self.last_name, self.username, self.language = first_name, last_name, username, language
        self.label = first_name
        self.started = False
        self.blocked = False
        self.invitation = ""  # a code that the page proposes when she presses Start
        self.revision = 0  # grows with each message, edit or deletion of the bot's
        self.change: asyncio.Future[None] | None = None  # done at the next one, for who waits
        self.keyboard: Json | None = None  # the reply keyboard shown under her text field
        self.toasts: deque[str] = deque(maxlen=100)  # texts of answered taps, oldest first
        self.chat_actions: deque[str] = deque(maxlen=100)
        self.taps: deque[Tap] = deque(maxlen=100)
        self.inline_queries: dict[str, InlineQuery] = {}
        self._by_id: dict[int, Message] = {}
        self._user_json: Json | None = None

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.key} {self.id}>"

    def user(self) -> Json:
        """Herself as a User."""
        if self._user_json is None:
            names = {"first_name": self.first_name, "last_name": self.last_name, "username": self.username}
            known = {name: value for name, value in names.items() if value}
            self._user_json = {"id": self.id, "is_bot": False} | known | {"language_code": self.language}
        return self._user_json

    def chat(self) -> Json:
        """Her chat with the bot as a Chat."""
        names = {"first_name": self.first_name, "last_name": self.last_name, "username": self.username}
        return {"id": self.id, "type": "private"} | {name: value for name, value in names.items() if value}

    @property
    def messages(self) -> list[Message]:
        """All messages of her chat that are still there, oldest first, hers and the bot's."""
        return list(self._by_id.values())

    @property
    def bot_messages(self) -> list[Message]:
        """The bot's messages, oldest first."""
        return [message for message in self._by_id.values() if message.from_bot]

    def recent(self, most: int) -> list[Message]:
        """The newest bot messages, newest first, at most so many."""
        return list(islice((message for message in reversed(self._by_id.values()) if message.from_bot), most))

    @property
    def last(self) -> Message | None:
        """The newest message of the bot."""
        return next((message for message in reversed(self._by_id.values()) if message.from_bot), None)

    @property
    def visible_buttons(self) -> list[str]:
        """The words on all inline buttons that stand in her chat now, newest message first, and on her reply keyboard."""
        shown = [label for message in reversed(self._by_id.values()) for label in message.labels]
        return shown + [button["text"] for row in (self.keyboard or {}).get("keyboard", []) for button in row]

    def message(self, message_id: int) -> Message | None:
        """The message with this id."""
        return self._by_id.get(message_id)

    def commands(self) -> list[Json]:
        """The « / » menu that she sees."""
        return self.world.profile.commands_for(self.id, self.language)

    def forget(self) -> None:
        """Back to a chat that never started."""
        self.started = self.blocked = False
        self.keyboard = None
        self.inline_queries = {}
        self._by_id.clear()
        for memory in (self.toasts, self.chat_actions, self.taps):
            memory.clear()

    def add(self, message: Message) -> None:
        """A message comes into the chat; the oldest leaves when the history is full."""
        self._by_id[message.id] = message
        if len(self._by_id) > self.world.settings.history:
            self._by_id.pop(next(iter(self._by_id)))
        self.show("message", message)

    def drop(self, message: Message) -> None:
        """A message leaves the chat."""
        message.deleted = True
        self._by_id.pop(message.id, None)
        self.show("deleted", message)

    def show(self, kind: str, message: Message) -> None:
        """Tell whoever watches that a message came, changed or left."""
        if self.world.listened:
            self.world.publish(kind, self, message=message.to_json() | {"edits": message.edits, "reaction": message.reaction})
        if message.from_bot:
            self.revision += 1
            if self.change is not None and not self.change.done():
                self.change.set_result(None)
            self.change = None
        self.world.changed()
