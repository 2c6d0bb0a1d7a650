"""What stands in a chat: messages with their current version, their earlier ones, and their form in the Bot API."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.simulator.keyboards import labels

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A file that somebody sent; `mime` is its content type."""

    file_id: str
    unique_id: str
    path: str
    name: str
    mime: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What a message said at some time: its Bot API content fields and its inline keyboard."""

    content: Json
    keyboard: Json | None
    stamp: int


@dataclass(slots=True, kw_only=True)
class Message:
    """A message of a private chat. `content` has the Bot API fields proper to its kind (text, entities, document, caption…).

    `source` is what the bot sent before parsing (HTML), empty for people. `earlier` has the versions that were replaced.
    """

    id: int
    chat: Json
    sender: Json
    date: int
    content: Json
    from_bot: bool
    source: str = ""
    keyboard: Json | None = None
    other_markup: bool = False  # a reply keyboard came with it: the server refuses to edit such a message
    reply_to: Message | None = None
    edit_date: int = 0
    via_bot: Json | None = None
    protected: bool = False
    deleted: bool = False
    reaction: str = ""
    file: StoredFile | None = None
    earlier: list[Version] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words: text or caption, without formatting."""
        words: str = self.content.get("text") or self.content.get("caption") or ""
        return words

    @property
    def buttons(self) -> list[list[str]]:
        """The words on its inline keyboard now, row by row."""
        return labels(self.keyboard)

    @property
    def labels(self) -> list[str]:
        """The words on its inline keyboard now, in one list."""
        return [label for row in self.buttons for label in row]

    @property
    def document(self) -> StoredFile | None:
        """The document that it carries."""
        return self.file if "document" in self.content else None

    @property
    def edits(self) -> int:
        """How many times it was changed."""
        return len(self.earlier)

    def button(self, label: str) -> Json | None:
        """The inline button with exactly these words on the current version."""
        for row in (self.keyboard or {}).get("inline_keyboard", []):
            for button in row:
                if button["text"] == label:
                    found: Json = button
                    return found
        return None

    def replace(self, *, content: Json, keyboard: Json | None, stamp: int, keep: int = 50) -> None:
        """Make a new current version; at most `keep` earlier ones are remembered."""
        self.earlier.append(Version(content=self.content, keyboard=self.keyboard, stamp=self.edit_date or self.date))
        del self.earlier[:-keep]
        self.content, self.keyboard, self.edit_date = content, keyboard, stamp

    def to_json(self, *, with_reply: bool = True) -> Json:
        """Its form in the Bot API, current version."""
        shown: Json = {"message_id": self.id, "from": self.sender, "chat": self.chat, "date": self.date}
        if self.edit_date:
            shown["edit_date"] = self.edit_date
        if self.reply_to is not None and with_reply and not self.reply_to.deleted:
            shown["reply_to_message"] = self.reply_to.to_json(with_reply=False)
        if self.via_bot is not None:
            shown["via_bot"] = self.via_bot
        if self.protected:
            shown["has_protected_content"] = True
        shown.update(self.content)
        if self.keyboard is not None:
            shown["reply_markup"] = self.keyboard
        return shown
