"""Fifty people who talk to a bot at once: each says her next words as soon as she is answered, and every answer is timed."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field

from tests.bench.local_api import Fields, LocalApi

SENTENCE = "2h de préparation hier pour le GT Nutrition"


@dataclass(slots=True)
class Talker:
    """One person: when she last said something, and the card that she sees."""

    id: int
    first_name: str
    said_at: float = 0.0
    waits_for: str = ""  # the method that answers her
    tapping: bool = False


@dataclass(slots=True)
class Measures:
    """What happened since the last reset; seconds."""

    of_texts: list[float] = field(default_factory=list)
    of_taps: list[float] = field(default_factory=list)
    kept: int = 0
    odd: list[str] = field(default_factory=list)  # answers that were not expected


class Crowd:
    """The people. With `keeps_hours` each text is answered by a card, and each card is kept by ✅; else each text is echoed."""

    def __init__(self, people: list[tuple[int, str]], *, keeps_hours: bool) -> None:
        self.talkers = {number: Talker(number, name) for number, name in people}
        self.keeps_hours = keeps_hours
        self.measures = Measures()
        self.quiet = False  # nobody begins anything new
        self.api: LocalApi | None = None

    def all_speak(self) -> None:
        """Everybody begins."""
        for talker in self.talkers.values():
            self._says(talker)

    def waiting(self) -> int:
        """How many have not been answered yet."""
        return sum(bool(talker.waits_for) for talker in self.talkers.values())

    def on_call(self, chat_id: int, method: str, fields: Fields) -> None:
        """Hears what the bot does in a chat."""
        talker = self.talkers[chat_id]
        if method != talker.waits_for:
            return
        took = time.perf_counter() - talker.said_at
        talker.waits_for = ""
        if talker.tapping:
            self.measures.of_taps.append(took)
            self._expect("enregistré" in fields["text"], fields)
            self.measures.kept += 1
            self._says(talker)
            return
        self.measures.of_texts.append(took)
        if not self.keeps_hours:
            self._says(talker)
        elif data := _keep_button(fields):
            self._taps(talker, int(fields["message_id"]), data)
        else:
            self._expect(False, fields)

    def _expect(self, good: bool, fields: Fields) -> None:
        if not good:
            self.measures.odd.append(fields["text"])

    def _says(self, talker: Talker) -> None:
        talker.tapping = False
        if self.quiet:
            return
        assert self.api is not None
        message = self._message(talker, self.api.new_message_id()) | {"from": self._user(talker), "text": SENTENCE}
        talker.said_at, talker.waits_for = time.perf_counter(), "sendmessage"
        self.api.push("message", message)

    def _taps(self, talker: Talker, message_id: int, data: str) -> None:
        assert self.api is not None
        talker.tapping, talker.said_at, talker.waits_for = True, time.perf_counter(), "editmessagetext"
        card = self._message(talker, message_id) | {"text": "…"}
        number = str(self.api.new_message_id())
        self.api.push("callback_query", {"id": number, "from": self._user(talker), "message": card, "chat_instance": "1", "data": data})

    @staticmethod
    def _user(talker: Talker) -> dict[str, object]:
        return {"id": talker.id, "is_bot": False, "first_name": talker.first_name, "language_code": "fr"}

    @staticmethod
    def _message(talker: Talker, number: int) -> dict[str, object]:
        chat = {"id": talker.id, "type": "private", "first_name": talker.first_name}
        return {"message_id": number, "date": int(time.time()), "chat": chat}


def _keep_button(fields: Fields) -> str | None:
    rows = json.loads(fields.get("reply_markup", "{}")).get("inline_keyboard", [])
    return next((button["callback_data"] for row in rows for button in row if button["text"].startswith("✅")), None)
