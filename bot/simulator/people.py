"""Who speaks with the bot: simulated people, what they see, and all that they can do with a Telegram client in their hand."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from bot.simulator.files import document_content, photo_content, sticker_content, voice_content
from bot.simulator.links import automatic_entities
from bot.simulator.messages import Message, StoredFile, Version
from bot.simulator.refusals import NotPossible
from bot.simulator.taps import InlineQuery, Tap

if TYPE_CHECKING:
    from bot.simulator.world import World

Json = dict[str, Any]
Found = TypeVar("Found")
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Person:
    """A person with her private chat with the bot. What she does is synchronous; what she waits for is awaited."""

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
        self.keyboard: Json | None = None  # the reply keyboard shown under her text field
        self.toasts: deque[str] = deque(maxlen=100)  # texts of answered taps, oldest first
        self.chat_actions: deque[str] = deque(maxlen=100)
        self.taps: deque[Tap] = deque(maxlen=100)
        self.inline_queries: dict[str, InlineQuery] = {}
        self._by_id: dict[int, Message] = {}
        self._user_json: Json | None = None

    def __repr__(self) -> str:
        return f"<Person {self.key} {self.id}>"

    # --- who she is and what she sees

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

    # --- what she says and sends

    def starts(self, payload: str = "") -> Message:
        """Press Start, or follow a deep link with `payload` (1-64 of A-Z a-z 0-9 _ -); unblocks the bot as the real client does."""
        if payload and _PAYLOAD.fullmatch(payload) is None:
            raise NotPossible(f"a deep link cannot carry {payload!r}")
        if self.blocked:
            self.unblocks()
        self.started = True
        return self.says(f"/start {payload}".rstrip())

    def says(self, text: str, *, reply_to: Message | None = None) -> Message:
        """Send a text (or a command). A chat that never started only lets her press Start."""
        if text.startswith("/start"):
            self.started = True
        if not text.strip():
            raise NotPossible("a client sends no empty message")
        if len(text) > 4096:
            raise NotPossible("a client cuts texts of more than 4096 characters into several messages")
        return self._sends({"text": text.strip()} | _marked(text.strip(), "entities"), reply_to=reply_to)

    def sends_document(self, name: str, content: bytes, *, mime: str | None = None, caption: str = "") -> Message:
        """Send a file."""
        file = self.world.files.keep(folder="documents", name=name, content=content, mime=mime)
        return self._sends(document_content(file) | _captioned(caption), file=file)

    def sends_photo(self, content: bytes = b"\xff\xd8\xff", *, caption: str = "") -> Message:
        """Send a photo."""
        file = self.world.files.keep(folder="photos", name="photo.jpg", content=content)
        return self._sends(photo_content(file) | _captioned(caption), file=file)

    def sends_voice(self, content: bytes = b"OggS", *, seconds: int = 3) -> Message:
        """Send a voice message (.ogg, Opus)."""
        file = self.world.files.keep(folder="voice", name="voice.oga", content=content, mime="audio/ogg")
        return self._sends(voice_content(file, seconds), file=file)

    def sends_sticker(self, emoji: str = "👍") -> Message:
        """Send a sticker."""
        file = self.world.files.keep(folder="stickers", name="sticker.webp", content=b"RIFF", mime="image/webp")
        return self._sends(sticker_content(file, emoji), file=file)

    def sends_contact(self, phone: str, first_name: str, *, last_name: str = "", user_id: int | None = None) -> Message:
        """Share a contact card (`user_id` when that contact is on Telegram)."""
        card: Json = {"phone_number": phone, "first_name": first_name}
        card |= ({"last_name": last_name} if last_name else {}) | ({"user_id": user_id} if user_id else {})
        return self._sends({"contact": card})

    def sends_location(self, latitude: float, longitude: float) -> Message:
        """Share a place."""
        return self._sends({"location": {"latitude": latitude, "longitude": longitude}})

    def forwards(self, text: str, *, from_name: str) -> Message:
        """Forward somebody's text (an author who hides her account)."""
        origin = {"type": "hidden_user", "sender_user_name": from_name, "date": self.world.stamp()}
        return self._sends({"text": text, "forward_origin": origin} | _marked(text, "entities"))

    def edits(self, message: Message, text: str) -> None:
        """Change one of her own texts."""
        if message.from_bot or message.deleted or "text" not in message.content:
            raise NotPossible("only one's own text messages can be edited")
        message.replace(content={"text": text} | _marked(text, "entities"), keyboard=None, stamp=self.world.stamp())
        self._tell("edited_message", message)

    def reacts(self, message: Message, emoji: str) -> None:
        """Put a reaction on a message (told to the bot only if it asked for message_reaction)."""
        old, message.reaction = message.reaction, emoji
        reaction = {"chat": self.chat(), "message_id": message.id, "user": self.user(), "date": self.world.stamp()}
        reaction |= {
            "old_reaction": [{"type": "emoji", "emoji": old}] if old else [],
            "new_reaction": [{"type": "emoji", "emoji": emoji}] if emoji else [],
        }
        self.world.queue.add("message_reaction", reaction, chat=self.id)

    def clears(self, message: Message) -> None:
        """Delete a message from the chat, on both sides; the bot is told nothing."""
        self.drop(message)

    # --- what she taps

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

    def reply(self) -> Message | None:
        """The newest bot message that came after her own last message, or None."""
        last = next(reversed(self._by_id.values()), None)
        return last if last is not None and last.from_bot else None

    # --- inside

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
        self.world.changed()

    def _last_words(self) -> str:
        return repr(self.last.text[:80]) if self.last is not None else "nothing"

    def _sends(
        self,
        content: Json,
        *,
        reply_to: Message | None = None,
        file: StoredFile | None = None,
        via_bot: Json | None = None,
        keyboard: Json | None = None,
    ) -> Message:
        if not self.started:
            raise NotPossible(f"{self.label} must press Start first")
        if self.blocked:
            raise NotPossible(f"{self.label} blocked the bot: she must unblock it first")
        message = Message(
            id=self.world.next_message_id(),
            chat=self.chat(),
            sender=self.user(),
            date=self.world.stamp(),
            content=content,
            from_bot=False,
            reply_to=reply_to,
            file=file,
            via_bot=via_bot,
            keyboard=keyboard,
        )
        self.add(message)
        self._tell("message", message)
        return message

    def _tell(self, kind: str, message: Message) -> None:
        self.world.queue.add(kind, message.to_json(), chat=self.id)
        if kind == "edited_message":
            self.show("edited", message)

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


def _marked(text: str, field: str) -> Json:
    entities = automatic_entities(text, [])
    return {field: entities} if entities else {}


def _captioned(caption: str) -> Json:
    return {"caption": caption} | _marked(caption, "caption_entities") if caption else {}
