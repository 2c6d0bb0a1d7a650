"""What a person can do from the page or over HTTP: `POST /sim/people/KEY/ACT` with a JSON body.

start {payload} · say {text, reply_to} · tap {message_id, label | row, column, times} · key {label} · edit {message_id, text} ·
react {message_id, emoji} · inline {query} · pick {inline_id, title} · block · unblock · sticker {emoji} · voice {seconds} · photo ·
contact {phone, first_name, last_name} · location {latitude, longitude} · forward {text, from_name}
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.simulator.messages import Message
from bot.simulator.people import Person
from bot.simulator.refusals import NotPossible
from bot.simulator.taps import Tap

Json = dict[str, Any]


def _sent(message: Message) -> Json:
    return {"message_id": message.id}


def _message(person: Person, given: Json) -> Message:
    message = person.message(int(given["message_id"]))
    if message is None:
        raise NotPossible("that message is not in the chat any more")
    return message


def _start(person: Person, given: Json) -> Json:
    return _sent(person.starts(str(given.get("payload", "")).strip()))


def _say(person: Person, given: Json) -> Json:
    reply_to = person.message(int(given["reply_to"])) if given.get("reply_to") else None
    return _sent(person.says(str(given["text"]), reply_to=reply_to))


def _tap(person: Person, given: Json) -> Json:
    message = _message(person, given)
    label = given.get("label")
    if label is None:
        rows = (message.keyboard or {}).get("inline_keyboard", [])
        try:
            label = rows[int(given["row"])][int(given["column"])]["text"]
        except IndexError:
            raise NotPossible("that button is not on the message any more") from None
    return _tapped(person.presses(str(label), on=message, times=int(given.get("times", 1))))


def _key(person: Person, given: Json) -> Json:
    return _tapped(person.presses(str(given["label"])))


def _tapped(tap: Tap) -> Json:
    switch = tap.button.get("switch_inline_query_current_chat", tap.button.get("switch_inline_query"))
    return {"query_id": tap.id, "opened": tap.opened, "copied": tap.copied, "switch_inline_query": switch, "answered": tap.answered}


def _edit(person: Person, given: Json) -> Json:
    person.edits(_message(person, given), str(given["text"]))
    return {}


def _react(person: Person, given: Json) -> Json:
    person.reacts(_message(person, given), str(given.get("emoji", "")))
    return {}


def _inline(person: Person, given: Json) -> Json:
    return {"inline_id": person.asks_inline(str(given.get("query", ""))).id}


def _pick(person: Person, given: Json) -> Json:
    asked = person.inline_queries.get(str(given["inline_id"]))
    if asked is None:
        raise NotPossible("that list of results is gone")
    return _sent(person.picks(asked, str(given["title"])))


def _block(person: Person, given: Json) -> Json:
    person.blocks()
    return {}


def _unblock(person: Person, given: Json) -> Json:
    person.unblocks()
    return {}


def _contact(person: Person, given: Json) -> Json:
    return _sent(person.sends_contact(str(given["phone"]), str(given["first_name"]), last_name=str(given.get("last_name", ""))))


def _location(person: Person, given: Json) -> Json:
    return _sent(person.sends_location(float(given["latitude"]), float(given["longitude"])))


def _forward(person: Person, given: Json) -> Json:
    return _sent(person.forwards(str(given["text"]), from_name=str(given["from_name"])))


ACTS: dict[str, Callable[[Person, Json], Json]] = {
    "start": _start,
    "say": _say,
    "tap": _tap,
    "key": _key,
    "edit": _edit,
    "react": _react,
    "inline": _inline,
    "pick": _pick,
    "block": _block,
    "unblock": _unblock,
    "contact": _contact,
    "location": _location,
    "forward": _forward,
    "sticker": lambda person, given: _sent(person.sends_sticker(str(given.get("emoji", "👍")))),
    "voice": lambda person, given: _sent(person.sends_voice(seconds=int(given.get("seconds", 3)))),
    "photo": lambda person, given: _sent(person.sends_photo(caption=str(given.get("caption", "")))),
}


def send_file(person: Person, name: str, content: bytes, *, mime: str, caption: str) -> Json:
    """A chosen file: pictures go as photos, sound as voice, the rest as documents."""
    if mime in ("image/jpeg", "image/png"):
        return _sent(person.sends_photo(content, caption=caption))
    if mime.startswith("audio/ogg"):
        return _sent(person.sends_voice(content))
    return _sent(person.sends_document(name, content, mime=mime, caption=caption))
