"""What the bot says about itself and asks about chats and files: names, commands, menu, getMe, getChat, getFile."""

from __future__ import annotations

from typing import Any

from bot.simulator.methods.arguments import Arguments
from bot.simulator.methods.parts import person_of
from bot.simulator.profile import checked_commands, checked_language, checked_scope, checked_text
from bot.simulator.refusals import bad_request
from bot.simulator.world import World

Json = dict[str, Any]
_MENU_BUTTONS = ("commands", "default", "web_app")


def get_me(world: World, args: Arguments) -> Json:
    """getMe."""
    return world.profile.me()


def log_out(world: World, args: Arguments) -> bool:
    """logOut and close: nothing to do here."""
    return True


def set_my_commands(world: World, args: Arguments) -> bool:
    """setMyCommands for a scope and a language."""
    commands = checked_commands(args.json("commands"))
    key = (checked_scope(args.json("scope")), checked_language(args.text("language_code")))
    if commands:
        world.profile.commands[key] = commands
    else:
        world.profile.commands.pop(key, None)
    world.publish("commands", None)
    return True


def get_my_commands(world: World, args: Arguments) -> list[Json]:
    """getMyCommands of exactly this scope and language."""
    return world.profile.commands.get((checked_scope(args.json("scope")), checked_language(args.text("language_code"))), [])


def delete_my_commands(world: World, args: Arguments) -> bool:
    """deleteMyCommands."""
    world.profile.commands.pop((checked_scope(args.json("scope")), checked_language(args.text("language_code"))), None)
    world.publish("commands", None)
    return True


def set_chat_menu_button(world: World, args: Arguments) -> bool:
    """setChatMenuButton of one chat or of all."""
    button = args.json("menu_button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in _MENU_BUTTONS:
        raise bad_request("can't parse menu button: Unsupported type specified")
    world.profile.menu_buttons[person_of(world, args).id if args.has("chat_id") else 0] = button
    return True


def get_chat_menu_button(world: World, args: Arguments) -> Json:
    """getChatMenuButton."""
    chat = person_of(world, args).id if args.has("chat_id") else 0
    return world.profile.menu_buttons.get(chat, world.profile.menu_buttons.get(0, {"type": "commands"}))


def set_my_name(world: World, args: Arguments) -> bool:
    """setMyName, at most 64 characters."""
    name = checked_text(args.text("name"), most=64, what="bot name")
    return _keep(world, world.profile.names, args, name)


def get_my_name(world: World, args: Arguments) -> Json:
    """getMyName."""
    return {"name": _found(world.profile.names, args) or world.profile.first_name}


def set_my_description(world: World, args: Arguments) -> bool:
    """setMyDescription, at most 512 characters: what an empty chat shows."""
    text = checked_text(args.text("description"), most=512, what="bot description")
    return _keep(world, world.profile.descriptions, args, text)


def get_my_description(world: World, args: Arguments) -> Json:
    """getMyDescription."""
    return {"description": _found(world.profile.descriptions, args)}


def set_my_short_description(world: World, args: Arguments) -> bool:
    """setMyShortDescription, at most 120 characters."""
    text = checked_text(args.text("short_description"), most=120, what="bot short description")
    return _keep(world, world.profile.short_descriptions, args, text)


def get_my_short_description(world: World, args: Arguments) -> Json:
    """getMyShortDescription."""
    return {"short_description": _found(world.profile.short_descriptions, args)}


def get_chat(world: World, args: Arguments) -> Json:
    """getChat of a private chat."""
    person = person_of(world, args)
    gifts = dict.fromkeys(("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False)
    return person.chat() | {"accent_color_id": person.id % 7, "max_reaction_count": 11, "accepted_gift_types": gifts}


def get_file(world: World, args: Arguments) -> Json:
    """getFile, at most 20 MB."""
    file = world.files.to_download(args.text("file_id"))
    return {"file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": len(file.content), "file_path": file.path}


def _keep(world: World, texts: dict[str, str], args: Arguments, text: str) -> bool:
    texts[checked_language(args.text("language_code"))] = text
    world.publish("profile", None)
    return True


def _found(texts: dict[str, str], args: Arguments) -> str:
    return texts.get(checked_language(args.text("language_code"))) or texts.get("", "")
