"""Is this link one that Telegram accepts, and what else does a text hold that Telegram marks by itself."""

from __future__ import annotations

import re
from typing import Any

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*)://(.*)", re.S)
_USER = re.compile(r"tg://user\?id=(\d+)$", re.I)
_HOST = re.compile(r"(?:[^\s/?#@]*@)?(\[[0-9a-fA-F:.]+\]|[^\s/?#:@]+)(:\d{1,5})?([/?#]\S*)?$")
_AUTOMATIC = re.compile(
    r"(?P<url>https?://[^\s<>\"«»]+[^\s<>\"«».,;:!?)\]'’])"
    r"|(?P<email>[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,})"
    r"|(?<![\w/<>])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/<>])"
    r"|(?<![\w@.])(?P<mention>@[A-Za-z0-9_]{3,32})(?!\w)"
    r"|(?<!\w)(?P<hashtag>#(?=\w*[^\W\d])\w{1,256})"
)
_TRIGGERS = re.compile(r"[/@#]|://")


class LinkProblem(Exception):
    """Why the server does not take a link, in its words."""


def checked_link(url: str) -> str:
    """The link as Telegram keeps it (a missing scheme becomes http), or a LinkProblem."""
    found = _SCHEME.match(url.strip())
    scheme, rest = (found.group(1).lower(), found.group(2)) if found else ("http", url.strip())
    if scheme == "tg":
        return url.strip()
    if not found and re.match(r"(mailto|tel|javascript|data):", rest, re.I):
        raise LinkProblem("Unsupported URL protocol")
    if scheme not in ("http", "https", "ton", "tonsite"):
        raise LinkProblem("Unsupported URL protocol")
    if not rest or rest[0] in "/?#":
        raise LinkProblem("URL host is empty")
    host = _HOST.match(rest)
    if host is None or ("." not in host.group(1).strip(".") and not host.group(1).startswith("[")):
        raise LinkProblem("Wrong HTTP URL")
    return f"{scheme}://{rest}" if host.group(3) else f"{scheme}://{rest}/"


def mentioned_user(url: str) -> int | None:
    """The user id of a `tg://user?id=` link."""
    found = _USER.match(url)
    return int(found.group(1)) if found else None


def automatic_entities(text: str, taken: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """`taken` with the commands, links, addresses, mentions and hashtags that Telegram marks by itself (UTF-16 offsets)."""
    if _TRIGGERS.search(text) is None:
        return taken
    closed = [one for one in taken if one["type"] in ("code", "pre", "text_link", "text_mention", "custom_emoji")]
    found = list(taken)
    ascii_only = text.isascii()
    for one in _AUTOMATIC.finditer(text):
        start = one.start() if ascii_only else len(text[: one.start()].encode("utf-16-le", "surrogatepass")) // 2
        length = len(one.group()) if ascii_only else len(one.group().encode("utf-16-le", "surrogatepass")) // 2
        if all(start >= other["offset"] + other["length"] or start + length <= other["offset"] for other in closed):
            found.append({"offset": start, "length": length, "type": one.lastgroup})
    found.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return found
