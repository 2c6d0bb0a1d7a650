"""How the bot presents itself: its name, descriptions, menu button, and its commands by scope and language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from bot.simulator.refusals import bad_request

Json = dict[str, Any]

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")
_SCOPES = (
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
    "chat_administrators",
    "chat_member",
)
MAX_COMMANDS = 100

Scope = tuple[str, int]


@dataclass(slots=True)
class BotProfile:
    """The bot as people see it; texts by language code, « » for all others."""

    token: str
    first_name: str
    username: str
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[Scope, str], list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)  # 0: the default one

    @property
    def id(self) -> int:
        """The bot's user id: the part of the token before the colon."""
        return int(self.token.split(":", 1)[0])

    def user(self) -> Json:
        """The bot as a User."""
        return {"id": self.id, "is_bot": True, "first_name": self.names.get("", self.first_name), "username": self.username}

    def me(self) -> Json:
        """The answer to getMe."""
        return self.user() | {
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": True,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    def commands_for(self, chat_id: int, language: str) -> list[Json]:
        """The commands that someone sees in a private chat: the narrowest scope wins, her language before the others."""
        for scope in (("chat", chat_id), ("all_private_chats", 0), ("default", 0)):
            for code in (language, ""):
                if (found := self.commands.get((scope, code))) is not None:
                    return found
        return []


def checked_scope(scope: Any) -> Scope:
    """The scope as a key, or the refusal."""
    if scope in (None, ""):
        return ("default", 0)
    if not isinstance(scope, dict) or scope.get("type") not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    kind = str(scope["type"])
    if kind.startswith("chat") and "chat_id" not in scope:
        raise bad_request("can't parse BotCommandScope: Can't find field \"chat_id\"")
    return (kind, int(scope.get("chat_id", 0)))


def checked_language(code: str) -> str:
    """An ISO 639-1 code or nothing."""
    if _LANGUAGE.fullmatch(code) is None:
        raise bad_request("LANG_CODE_INVALID")
    return code


def checked_commands(commands: Any) -> list[Json]:
    """The commands as kept, or the refusal."""
    if not isinstance(commands, list):
        raise bad_request("expected an Array of BotCommand")
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not isinstance(command, dict):
            raise bad_request("can't parse BotCommand: expected an Object")
        if _COMMAND.fullmatch(str(command.get("command", "")).removeprefix("/")) is None:
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return [{"command": one["command"].removeprefix("/"), "description": one["description"]} for one in commands]


def checked_text(text: str, *, most: int, what: str) -> str:
    """A name or description within its length."""
    if len(text) > most:
        raise bad_request(f"{what} is too long")
    return text
