"""What a simulated person can say and send: texts, commands, deep links, files, contacts, forwards, edits, reactions."""

from __future__ import annotations

from typing import Any

from bot.simulator.chats import PrivateChat
from bot.simulator.files import document_content, photo_content, sticker_content, voice_content
from bot.simulator.links import automatic_entities
from bot.simulator.messages import Message, StoredFile
from bot.simulator.refusals import NotPossible

Json = dict[str, Any]


class Speaker(PrivateChat):
    """Somebody who writes to the bot. All is synchronous: the update is queued before the call returns."""

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


def _marked(text: str, field: str) -> Json:
    entities = automatic_entities(text, [])
    return {field: entities} if entities else {}


def _captioned(caption: str) -> Json:
    return {"caption": caption} | _marked(caption, "caption_entities") if caption else {}
