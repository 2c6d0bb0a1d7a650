"""Which plain text and entities does a formatted text become: strict HTML, explicit entities, automatic ones, trimming.

Offsets and lengths of entities are counted in UTF-16 units, as in the Bot API; offsets in error messages are bytes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from bot.simulator.links import LinkProblem, checked_link, mentioned_user
from bot.simulator.refusals import ApiRefusal, bad_request

Entity = dict[str, Any]

_STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
_TAGS = {*_STYLES, "a", "code", "pre", "tg-emoji", "blockquote"}
_SPACES = " \t\r\n\f\v"
_NEXT = re.compile(r"[<&]")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,7})|#([0-9]{1,8})|(lt|gt|amp|quot)(?![a-zA-Z]));?")


def utf16_length(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(slots=True)
class _Open:
    tag: str
    start: int  # UTF-16 units
    position: int  # characters of the plain text
    attributes: dict[str, str]


@dataclass(slots=True)
class _HtmlReader:
    """One pass over an HTML text, in the way of the real server (its refusals included)."""

    source: str
    violations: list[str]
    plain: list[str] = field(default_factory=list)
    length: int = 0  # of the plain text, UTF-16 units
    opened: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def read(self) -> tuple[str, list[Entity]]:
        """The plain text and its entities, sorted as the server sorts them."""
        at = 0
        while (found := _NEXT.search(self.source, at)) is not None:
            self._keep(self.source[at : found.start()])
            at = self._reference(found.start()) if found.group() == "&" else self._tag(found.start())
        self._keep(self.source[at:])
        if self.opened:
            raise self._refusal(f'Can\'t find end tag corresponding to start tag "{self.opened[-1].tag}"')
        self.entities.sort(key=lambda one: (one["offset"], -one["length"]))
        return "".join(self.plain), self.entities

    def _keep(self, text: str) -> None:
        if text:
            self.plain.append(text)
            self.length += utf16_length(text)

    def _refusal(self, reason: str, at: int | None = None) -> ApiRefusal:
        where = "" if at is None else f" at byte offset {self._byte(at)}"
        return bad_request(f"can't parse entities: {reason}{where}")

    def _byte(self, at: int) -> int:
        return len(self.source[:at].encode())

    def _reference(self, at: int) -> int:
        found = _REFERENCE.match(self.source, at)
        decoded = None if found is None else _decoded(found)
        if found is None or decoded is None:
            self._keep("&")
            return at + 1
        self._keep(decoded)
        return found.end()

    def _tag(self, at: int) -> int:
        return self._end_tag(at) if self.source.startswith("</", at) else self._start_tag(at)

    def _start_tag(self, at: int) -> int:
        end = _until(self.source, at + 1, stops=_SPACES + ">")
        if end == len(self.source):
            raise self._refusal("Unclosed start tag", at)
        name = self.source[at + 1 : end].lower()
        if name not in _TAGS:
            raise self._refusal(f'Unsupported start tag "{name}"', at)
        attributes, end = self._attributes(name, at, end)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self._refusal('Tag "span" must have class "tg-spoiler"', at)
        self.opened.append(_Open(name, self.length, sum(map(len, self.plain)), attributes))
        return end + 1

    def _attributes(self, tag: str, at: int, end: int) -> tuple[dict[str, str], int]:
        """The attributes of a start tag and the position of its `>`."""
        found: dict[str, str] = {}
        while True:
            end = _skip_spaces(self.source, end)
            if self.source[end : end + 1] == ">":
                return found, end
            if end == len(self.source):
                raise self._refusal(f'Unclosed start tag "{tag}"', at)
            stop = _until(self.source, end, stops=_SPACES + "=>")
            name = self.source[end:stop].lower()
            if not name:
                raise self._refusal(f'Empty attribute name in the tag "{tag}"', at)
            end = _skip_spaces(self.source, stop)
            if self.source[end : end + 1] != "=":
                found[name] = ""  # a bare attribute: <blockquote expandable>
                continue
            found[name], end = self._value(tag, at, _skip_spaces(self.source, end + 1))

    def _value(self, tag: str, at: int, start: int) -> tuple[str, int]:
        quote = self.source[start : start + 1]
        if not quote:
            raise self._refusal(f'Unclosed start tag "{tag}"', at)
        if quote not in "'\"":
            end = start
            while self.source[end : end + 1].isalnum() or self.source[end : end + 1] in (".", "-"):
                end += 1
            if self.source[end : end + 1] not in (*_SPACES, ">"):
                raise self._refusal("Unexpected end of name token", start)
            return self.source[start:end].lower(), end
        end = self.source.find(quote, start + 1)
        if end < 0:
            raise self._refusal("Unclosed start tag", at)
        return _REFERENCE.sub(lambda one: _decoded(one) or one.group(), self.source[start + 1 : end]), end + 1

    def _end_tag(self, at: int) -> int:
        if not self.opened:
            raise self._refusal("Unexpected end tag", at)
        stop = _until(self.source, at, stops=_SPACES + ">")
        name = self.source[at + 2 : stop].lower()
        end = _skip_spaces(self.source, stop)
        if self.source[end : end + 1] != ">":
            raise self._refusal("Unclosed end tag", at)
        opened = self.opened[-1]
        if name and name != opened.tag:
            raise bad_request(
                f'can\'t parse entities: Unmatched end tag at byte offset {self._byte(at)}, expected "</{opened.tag}>", found "</{name}>"'
            )
        self.opened.pop()
        if self.length > opened.start:
            self._close(opened)
        return end + 1

    def _close(self, opened: _Open) -> None:
        entity: Entity = {"offset": opened.start, "length": self.length - opened.start}
        match opened.tag:
            case "a":
                self._close_link(entity, opened)
            case "pre" | "code":
                self._close_code(entity, opened)
            case "tg-emoji":
                number = opened.attributes.get("emoji-id", "")
                if not number.isdigit() or not 0 < int(number) < 2**63:
                    raise self._refusal("Invalid custom emoji identifier specified")
                self.entities.append(entity | {"type": "custom_emoji", "custom_emoji_id": number})
            case "blockquote":
                kind = "expandable_blockquote" if "expandable" in opened.attributes else "blockquote"
                self.entities.append(entity | {"type": kind})
            case tag:
                self.entities.append(entity | {"type": _STYLES[tag]})

    def _close_link(self, entity: Entity, opened: _Open) -> None:
        url = opened.attributes.get("href") or "".join(self.plain)[opened.position :]
        user = mentioned_user(url)
        if user is not None:
            self.entities.append(entity | {"type": "text_mention", "user": {"id": user, "is_bot": False, "first_name": ""}})
            return
        try:
            self.entities.append(entity | {"type": "text_link", "url": checked_link(url)})
        except LinkProblem as problem:
            self.violations.append(f"link {url!r} is dropped by the server: {problem}")

    def _close_code(self, entity: Entity, opened: _Open) -> None:
        language = opened.attributes.get("class", "").removeprefix("language-") if opened.tag == "code" else ""
        last = self.entities[-1] if self.entities else {}
        same = (last.get("offset"), last.get("length")) == (entity["offset"], entity["length"])
        if opened.tag == "pre" and same and last.get("type") == "code":
            last["type"] = "pre"
            if last.get("_language"):
                last["language"] = last["_language"]
            return
        self.entities.append(entity | {"type": opened.tag} | ({"_language": language} if language else {}))


def _decoded(found: re.Match[str]) -> str | None:
    hexadecimal, decimal, name = found.groups()
    if name:
        return _NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF else None


def _until(text: str, start: int, *, stops: str) -> int:
    while start < len(text) and text[start] not in stops:
        start += 1
    return start


def _skip_spaces(text: str, start: int) -> int:
    while start < len(text) and text[start] in _SPACES:
        start += 1
    return start


def read_html(source: str, violations: list[str]) -> tuple[str, list[Entity]]:
    """Plain text and entities of an HTML text; refuses like the real server; dropped links are added to `violations`."""
    if "<" not in source and "&" not in source:
        return source, []
    plain, entities = _HtmlReader(source, violations).read()
    for entity in entities:
        entity.pop("_language", None)
    return plain, entities


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """The text without white space at both ends, with the entities that remain."""
    start = len(text) - len(text.lstrip(_SPACES))
    kept = text.strip(_SPACES)
    if len(kept) == len(text):
        return text, entities
    shift, length = utf16_length(text[:start]), utf16_length(kept)
    moved: list[Entity] = []
    for entity in entities:
        first = max(entity["offset"] - shift, 0)
        last = min(entity["offset"] + entity["length"] - shift, length)
        if last > first:
            moved.append(entity | {"offset": first, "length": last - first})
    return kept, moved
