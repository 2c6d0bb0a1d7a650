"""Which methods does the simulator know, and which parameters each of them has (Bot API 10)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.simulator.methods import answering, editing, presenting, receiving, sending
from bot.simulator.methods.arguments import Arguments
from bot.simulator.world import World

Doing = Callable[[World, Arguments], Any]
Waiting = Callable[[World, Arguments], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Method:
    """A method: its name as documented, what it does (at once, or awaited), and its parameters."""

    name: str
    parameters: frozenset[str]
    does: Doing | None = None
    awaits: Waiting | None = None


_EVERY_SEND = (
    "business_connection_id message_thread_id direct_messages_topic_id disable_notification protect_content allow_paid_broadcast "
    "message_effect_id suggested_post_parameters reply_parameters reply_markup chat_id ephemeral_message_parameters receiver_user_id "
    "callback_query_id reply_to_message_id allow_sending_without_reply"
)
_CAPTION = "caption parse_mode caption_entities"
_EDIT = "business_connection_id chat_id message_id inline_message_id reply_markup"

_DOING: tuple[tuple[str, str, Doing], ...] = (
    ("getMe", "", presenting.get_me),
    ("logOut", "", presenting.log_out),
    ("close", "", presenting.log_out),
    ("sendMessage", f"{_EVERY_SEND} text parse_mode entities link_preview_options disable_web_page_preview", sending.send_message),
    ("sendDocument", f"{_EVERY_SEND} {_CAPTION} document thumbnail disable_content_type_detection", sending.send_document),
    ("sendPhoto", f"{_EVERY_SEND} {_CAPTION} photo show_caption_above_media has_spoiler", sending.send_photo),
    ("sendContact", f"{_EVERY_SEND} phone_number first_name last_name vcard", sending.send_contact),
    (
        "sendLocation",
        f"{_EVERY_SEND} latitude longitude horizontal_accuracy live_period heading proximity_alert_radius",
        sending.send_location,
    ),
    ("sendChatAction", "business_connection_id chat_id message_thread_id action", sending.send_chat_action),
    (
        "editMessageText",
        f"{_EDIT} text parse_mode entities link_preview_options rich_message disable_web_page_preview",
        editing.edit_message_text,
    ),
    ("editMessageCaption", f"{_EDIT} {_CAPTION} show_caption_above_media", editing.edit_message_caption),
    ("editMessageReplyMarkup", _EDIT, editing.edit_message_reply_markup),
    ("deleteMessage", "chat_id message_id", editing.delete_message),
    ("setMessageReaction", "chat_id message_id reaction is_big", editing.set_message_reaction),
    ("answerCallbackQuery", "callback_query_id text show_alert url cache_time", answering.answer_callback_query),
    (
        "answerInlineQuery",
        "inline_query_id results cache_time is_personal next_offset button switch_pm_parameter switch_pm_text",
        answering.answer_inline_query,
    ),
    ("setMyCommands", "commands scope language_code", presenting.set_my_commands),
    ("getMyCommands", "scope language_code", presenting.get_my_commands),
    ("deleteMyCommands", "scope language_code", presenting.delete_my_commands),
    ("setChatMenuButton", "chat_id menu_button", presenting.set_chat_menu_button),
    ("getChatMenuButton", "chat_id", presenting.get_chat_menu_button),
    ("setMyName", "name language_code", presenting.set_my_name),
    ("getMyName", "language_code", presenting.get_my_name),
    ("setMyDescription", "description language_code", presenting.set_my_description),
    ("getMyDescription", "language_code", presenting.get_my_description),
    ("setMyShortDescription", "short_description language_code", presenting.set_my_short_description),
    ("getMyShortDescription", "language_code", presenting.get_my_short_description),
    ("getChat", "chat_id", presenting.get_chat),
    ("getFile", "file_id", presenting.get_file),
)
_AWAITING: tuple[tuple[str, str, Waiting], ...] = (
    ("getUpdates", "offset limit timeout allowed_updates", receiving.get_updates),
    (
        "setWebhook",
        "url certificate ip_address max_connections allowed_updates drop_pending_updates secret_token",
        receiving.set_webhook,
    ),
    ("deleteWebhook", "drop_pending_updates", receiving.delete_webhook),
    ("getWebhookInfo", "", receiving.get_webhook_info),
)

METHODS: dict[str, Method] = {name.lower(): Method(name, frozenset(parameters.split()), does=does) for name, parameters, does in _DOING} | {
    name.lower(): Method(name, frozenset(parameters.split()), awaits=awaits) for name, parameters, awaits in _AWAITING
}
"""By name in lower case: the real server does not mind the case of a method's name."""
