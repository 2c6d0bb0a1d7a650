"""Which keyboards does the server take, and how does it refuse the others."""

from __future__ import annotations

from typing import Any

from bot.simulator.links import LinkProblem, checked_link
from bot.simulator.refusals import bad_request

Json = dict[str, Any]
Row = list[Json]

MAX_BUTTONS = 100
MAX_CALLBACK_BYTES = 64
MAX_COPY_TEXT = 256
_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
_MAY_BE_EMPTY = ("switch_inline_query", "switch_inline_query_current_chat", "callback_game")
_STYLES = ("danger", "success", "primary")
_DECORATION = ("text", "style", "icon_custom_emoji_id")
_REPLY_ACTIONS = ("request_users", "request_chat", "request_contact", "request_location", "request_poll", "web_app")
_REPLY_FLAGS = ("is_persistent", "resize_keyboard", "one_time_keyboard", "selective")
_IN_INLINE = "can't parse inline keyboard button: "
_IN_REPLY = "can't parse keyboard button: "


def checked_markup(markup: Any, violations: list[str]) -> Json | None:
    """The reply markup as the server keeps it (None for an empty one); oddities that it silently drops go to `violations`."""
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        rows = _rows(markup["inline_keyboard"], "inline_keyboard", "inline keyboard button")
        kept = [[_inline_button(button, violations) for button in row] for row in rows if row]
        _check_count(kept)
        return {"inline_keyboard": kept} if kept else None
    if "keyboard" in markup:
        _check_flags(markup, _REPLY_FLAGS)
        rows = _rows(markup["keyboard"], "keyboard", "keyboard button")
        keyboard = [[_reply_button(button) for button in row] for row in rows if row]
        _check_count(keyboard)
        return markup | {"keyboard": keyboard} if keyboard else None
    _check_flags(markup, ("remove_keyboard", "force_reply", "selective"))
    return markup if markup.get("remove_keyboard") or markup.get("force_reply") else None


def _rows(rows: Any, field: str, what: str) -> list[Row]:
    if not isinstance(rows, list):
        raise bad_request(f'field "{field}" must be of type Array')
    for row in rows:
        if not isinstance(row, list):
            raise bad_request(f'field "{field}" must be an Array of Arrays')
        for button in row:
            if not isinstance(button, dict | str):
                raise bad_request(f"can't parse {what}: {what.capitalize()} must be an Object")
    return rows


def _check_flags(markup: Json, names: tuple[str, ...]) -> None:
    for name in names:
        if not isinstance(markup.get(name, False), bool):
            raise bad_request(f'field "{name}" must be of type Boolean')


def _check_count(rows: list[Row]) -> None:
    if sum(map(len, rows)) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")


def _text(button: Json, where: str) -> str:
    if "text" not in button:
        raise bad_request(where + 'Can\'t find field "text"')
    text = button["text"]
    if not isinstance(text, str):
        raise bad_request(where + 'Field "text" must be of type String')
    if not text.strip():
        raise bad_request(where + "Button text must be non-empty")
    return text


def _inline_button(button: Json | str, violations: list[str]) -> Json:
    if isinstance(button, str):
        raise bad_request(_IN_INLINE + "InlineKeyboardButton must be an Object")
    text = _text(button, _IN_INLINE)
    actions = [name for name in _ACTIONS if name in button and (button[name] or name in _MAY_BE_EMPTY)]
    if not actions:
        raise bad_request(_IN_INLINE + "Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request(_IN_INLINE + f"Exactly one action must be specified, found {', '.join(actions)}")
    violations.extend(f"button {text!r} has an unknown field {name!r}" for name in button.keys() - set(_ACTIONS) - set(_DECORATION))
    kept = {name: button[name] for name in _DECORATION if name in button}
    if button.get("style", "primary") not in _STYLES:
        raise bad_request("BUTTON_STYLE_INVALID")
    action = actions[0]
    return kept | {action: _inline_action(action, button[action])}


def _inline_action(action: str, value: Any) -> Any:
    match action:
        case "callback_data":
            if not isinstance(value, str):
                raise bad_request(_IN_INLINE + 'Field "callback_data" must be of type String')
            if not 1 <= len(value.encode()) <= MAX_CALLBACK_BYTES:
                raise bad_request("BUTTON_DATA_INVALID")
        case "url":
            return _button_url(value)
        case "copy_text":
            if not isinstance(value, dict) or not isinstance(value.get("text"), str):
                raise bad_request(_IN_INLINE + 'Field "copy_text" must be of type Object')
            if not 1 <= len(value["text"]) <= MAX_COPY_TEXT:
                raise bad_request("BUTTON_COPY_TEXT_INVALID")
        case "web_app":
            _check_web_app(value, "inline keyboard button")
        case "callback_game" | "pay":
            raise bad_request("BUTTON_TYPE_INVALID")
        case "switch_inline_query" | "switch_inline_query_current_chat":
            if not isinstance(value, str):
                raise bad_request(_IN_INLINE + f'Field "{action}" must be of type String')
    return value


def _button_url(url: Any) -> str:
    if not isinstance(url, str):
        raise bad_request(_IN_INLINE + 'Field "url" must be of type String')
    try:
        return checked_link(url)
    except LinkProblem as problem:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {problem}") from None


def _check_web_app(value: Any, where: str) -> None:
    url = value.get("url") if isinstance(value, dict) else None
    if not isinstance(url, str) or not url.startswith("https://"):
        raise bad_request(f"{where} Web App URL '{url}' is invalid: Only HTTPS links are allowed")


def _reply_button(button: Json | str) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    _text(button, _IN_REPLY)
    if sum(1 for name in _REPLY_ACTIONS if button.get(name)) > 1:
        raise bad_request(_IN_REPLY + "At most one action must be specified")
    for request in ("request_users", "request_chat"):
        if request in button and "request_id" not in button[request]:
            raise bad_request(_IN_REPLY + 'Can\'t find field "request_id"')
    users = button.get("request_users")
    if users is not None and not 1 <= int(users.get("max_quantity", 1)) <= 10:
        raise bad_request("BUTTON_QUANTITY_MAX_INVALID")
    if "web_app" in button:
        _check_web_app(button["web_app"], "keyboard button")
    return button


def labels(markup: Json | None) -> list[list[str]]:
    """The words on the buttons of an inline or reply keyboard, row by row."""
    rows = (markup or {}).get("inline_keyboard") or (markup or {}).get("keyboard") or []
    return [[button["text"] for button in row] for row in rows]
