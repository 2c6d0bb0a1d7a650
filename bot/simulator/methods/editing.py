"""What happens when the bot changes or deletes a message, or puts a reaction on one."""

from __future__ import annotations

from typing import Any

from bot.simulator.messages import Message
from bot.simulator.methods.arguments import Arguments
from bot.simulator.methods.parts import caption_content, inline_markup_of, person_of, text_content
from bot.simulator.people import Person
from bot.simulator.refusals import NOT_MODIFIED, bad_request
from bot.simulator.world import World

Json = dict[str, Any]
_DELETABLE = 48 * 3600  # seconds
_REACTION_WORDS = (
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 "
    "🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡"
)
_REACTIONS = frozenset(_REACTION_WORDS.split())


def edit_message_text(world: World, args: Arguments) -> Json:
    """editMessageText; without reply_markup the keyboard goes."""
    content, source = text_content(world, args)
    keyboard = inline_markup_of(world, args)
    person, message = _message_to(world, args, "edit")
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return _replace(world, person, message, content=content, keyboard=keyboard, source=source)


def edit_message_caption(world: World, args: Arguments) -> Json:
    """editMessageCaption of a document or photo."""
    caption = caption_content(world, args)
    keyboard = inline_markup_of(world, args)
    person, message = _message_to(world, args, "edit")
    if "text" in message.content or message.file is None:
        raise bad_request("there is no caption in the message to edit")
    kept = {name: value for name, value in message.content.items() if name not in ("caption", "caption_entities")}
    return _replace(world, person, message, content=kept | caption, keyboard=keyboard, source=args.text("caption"))


def edit_message_reply_markup(world: World, args: Arguments) -> Json:
    """editMessageReplyMarkup; without reply_markup the keyboard goes."""
    keyboard = inline_markup_of(world, args)
    person, message = _message_to(world, args, "edit")
    return _replace(world, person, message, content=message.content, keyboard=keyboard, source=message.source)


def delete_message(world: World, args: Arguments) -> bool:
    """deleteMessage, within 48 hours."""
    person, message = _message_to(world, args, "delete")
    if world.stamp() - message.date >= _DELETABLE:
        raise bad_request("message can't be deleted for everyone")
    person.drop(message)
    return True


def set_message_reaction(world: World, args: Arguments) -> bool:
    """setMessageReaction: a bot puts at most one emoji."""
    reaction = args.json("reaction") or []
    if not isinstance(reaction, list) or any(one.get("type") != "emoji" for one in reaction):
        raise bad_request("can't parse reaction types JSON object")
    if len(reaction) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(str(one.get("emoji", "")).rstrip("\ufe0f") not in _REACTIONS for one in reaction):
        raise bad_request("REACTION_INVALID")
    person, message = _message_to(world, args, "react")
    message.reaction = reaction[0]["emoji"] if reaction else ""
    person.show("edited", message)
    return True


def _message_to(world: World, args: Arguments, verb: str) -> tuple[Person, Message]:
    """The message that the call names, or the refusal in the words that belong to `verb`."""
    if args.has("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    person = person_of(world, args)
    number = args.integer("message_id", 0)
    if number <= 0:
        raise bad_request("message identifier is not specified")
    message = person.message(number)
    if message is None:
        raise bad_request(f"message to {verb} not found")
    if verb == "edit" and (not message.from_bot or message.other_markup):
        raise bad_request("message can't be edited")
    return person, message


def _replace(world: World, person: Person, message: Message, *, content: Json, keyboard: Json | None, source: str) -> Json:
    if content == message.content and keyboard == message.keyboard:
        raise NOT_MODIFIED
    message.replace(content=content, keyboard=keyboard, stamp=world.stamp())
    message.source = source
    person.show("edited", message)
    return message.to_json()
