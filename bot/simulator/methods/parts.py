"""What several methods read alike: the chat, a formatted text, the reply markup, a reply, a file."""

from __future__ import annotations

import re
from typing import Any

from bot.simulator.files import MAX_UPLOAD
from bot.simulator.formatting import Entity, read_html, trimmed, utf16_length
from bot.simulator.keyboards import checked_markup
from bot.simulator.links import LinkProblem, automatic_entities, checked_link
from bot.simulator.messages import Message, StoredFile
from bot.simulator.methods.arguments import Arguments
from bot.simulator.people import Person
from bot.simulator.refusals import ApiRefusal, bad_request, blocked
from bot.simulator.world import World

Json = dict[str, Any]
MAX_TEXT, MAX_CAPTION = 4096, 1024
_ENTITY_NAMES = (
    "mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough spoiler blockquote "
    "expandable_blockquote code pre text_link text_mention custom_emoji"
)
_ENTITY_TYPES = frozenset(_ENTITY_NAMES.split())
_FLAGS = ("is_disabled", "prefer_small_media", "prefer_large_media", "show_above_text")


def person_of(world: World, args: Arguments) -> Person:
    """Whose private chat `chat_id` names; refused for strangers, for who never pressed Start, and for who blocked the bot."""
    said = args.text("chat_id")
    if not said:
        raise bad_request("chat_id is empty")
    person = world.by_id.get(int(said)) if re.fullmatch(r"\d{1,18}", said) else None
    if person is None or not person.started:
        raise bad_request("chat not found")
    if person.blocked:
        raise blocked()
    return person


def formatted(world: World, args: Arguments, field: str = "text", entities: str = "entities") -> tuple[str, list[Entity]]:
    """The plain text and entities of a field with its parse_mode or explicit entities; not yet trimmed nor measured."""
    text = args.text(field)
    return parsed(world, text, args.text("parse_mode"), args.json(entities) if args.has(entities) else None)


def parsed(world: World, text: str, parse_mode: str, explicit: Any) -> tuple[str, list[Entity]]:
    """The same for a text that stands elsewhere (an inline result)."""
    mode = parse_mode.lower()
    if text and mode and mode != "none":
        if mode == "html":
            return read_html(text, world.violations)
        if mode in ("markdown", "markdownv2"):
            world.violation(f"parse_mode {parse_mode} is not simulated: send HTML")
            raise bad_request(f"can't parse entities: the simulator knows no {parse_mode}, send HTML")
        raise bad_request("unsupported parse_mode")
    return text, _explicit(text, explicit or [])


def _explicit(text: str, entities: Any) -> list[Entity]:
    if not isinstance(entities, list):
        raise bad_request("can't parse MessageEntity: expected an Array")
    length = utf16_length(text)
    for entity in entities:
        if entity.get("type") not in _ENTITY_TYPES:
            raise bad_request("can't parse MessageEntity: Unsupported type specified")
        offset, end = int(entity["offset"]), int(entity["offset"]) + int(entity["length"])
        if offset < 0:
            raise bad_request(f"receive an entity with incorrect offset {offset}")
        if offset > length:
            raise bad_request(f"entity begins after the end of the text at UTF-16 offset {offset}")
        if end > length:
            raise bad_request(f"entity beginning at UTF-16 offset {offset} ends after the end of the text at UTF-16 offset {end}")
        if entity["type"] == "text_link":
            try:
                entity["url"] = checked_link(str(entity.get("url", "")))
            except LinkProblem as problem:
                raise bad_request(f"entity URL '{entity.get('url')}' is invalid: {problem}") from None
    return entities


def measured(text: str, entities: list[Entity], *, most: int, too_long: str) -> tuple[str, list[Entity]]:
    """Trimmed, with automatic entities; refused over `most` code points."""
    text, entities = trimmed(text, entities)
    if len(text) > most:
        raise bad_request(too_long)
    return text, automatic_entities(text, entities)


def text_content(world: World, args: Arguments) -> tuple[Json, str]:
    """The content of a text message and what the bot sent; everything about the text is checked, the chat is not."""
    if not args.has("text"):
        raise bad_request("message text is empty")
    text, entities = formatted(world, args)
    _check_preview(args)
    text, entities = measured(text, entities, most=MAX_TEXT, too_long="message is too long")
    if not text:
        raise bad_request("text must be non-empty")
    content: Json = {"text": text} | ({"entities": entities} if entities else {})
    if args.has("link_preview_options"):
        content["link_preview_options"] = args.json("link_preview_options")
    return content, args.text("text")


def _check_preview(args: Arguments) -> None:
    options = args.json("link_preview_options")
    if options is None:
        return
    for name in _FLAGS:
        if not isinstance(options.get(name, False), bool):
            raise bad_request(f'field "{name}" must be of type Boolean')


def caption_content(world: World, args: Arguments) -> Json:
    """The caption fields of a document or photo."""
    text, entities = formatted(world, args, "caption", "caption_entities")
    text, entities = measured(text, entities, most=MAX_CAPTION, too_long="message caption is too long")
    return ({"caption": text} if text else {}) | ({"caption_entities": entities} if entities else {})


def markup_of(world: World, args: Arguments) -> Json | None:
    """The checked reply markup."""
    markup = args.json("reply_markup", what="reply keyboard markup")
    return None if markup is None else checked_markup(markup, world.violations)


def inline_markup_of(world: World, args: Arguments) -> Json | None:
    """The checked inline keyboard; other markups are refused, as for every edit."""
    markup = markup_of(world, args)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


def replied_message(args: Arguments, person: Person) -> Message | None:
    """The message to which this one replies."""
    reply = args.json("reply_parameters")
    if reply is None and not args.has("reply_to_message_id"):
        return None
    if isinstance(reply, dict) and "message_id" not in reply:
        raise bad_request('can\'t find field "message_id"')
    wanted = int(reply["message_id"]) if isinstance(reply, dict) else args.integer("reply_to_message_id", 0)
    message = person.message(wanted)
    tolerant = bool(reply.get("allow_sending_without_reply")) if isinstance(reply, dict) else args.boolean("allow_sending_without_reply")
    if message is None and not tolerant:
        raise bad_request("message to be replied not found")
    return message


def file_of(world: World, args: Arguments, field: str, *, folder: str) -> StoredFile:
    """The uploaded file, or an earlier one named by its file_id."""
    upload = args.uploads.get(field)
    said = args.text(field)
    if upload is None and said.startswith("attach://"):
        upload = args.uploads.get(said.removeprefix("attach://"))
    if upload is not None:
        if not upload.content:
            raise bad_request("file must be non-empty")
        if len(upload.content) > MAX_UPLOAD:
            raise ApiRefusal(413, "Request Entity Too Large")
        return world.files.keep(folder=folder, name=upload.name, content=upload.content, mime=upload.mime)
    if not said:
        raise bad_request(f"there is no {field} in the request")
    if said.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    known = world.files.by_id(said)
    if known is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return known
