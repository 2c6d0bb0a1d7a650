"""What happens when the bot sends something: texts, files, contacts, places, chat actions."""

from __future__ import annotations

from typing import Any

from bot.simulator.files import document_content, photo_content
from bot.simulator.messages import Message, StoredFile
from bot.simulator.methods.arguments import Arguments
from bot.simulator.methods.parts import caption_content, file_of, markup_of, person_of, replied_message, text_content
from bot.simulator.people import Person
from bot.simulator.refusals import bad_request
from bot.simulator.world import World

Json = dict[str, Any]
_ACTION_NAMES = (
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location "
    "record_video_note upload_video_note"
)
_ACTIONS = frozenset(_ACTION_NAMES.split())


def send_message(world: World, args: Arguments) -> Json:
    """sendMessage."""
    content, source = text_content(world, args)
    markup = markup_of(world, args)
    return _deliver(world, args, person_of(world, args), content, markup=markup, source=source)


def send_document(world: World, args: Arguments) -> Json:
    """sendDocument: a multipart upload or a file_id."""
    return _send_file(world, args, "document", "documents")


def send_photo(world: World, args: Arguments) -> Json:
    """sendPhoto."""
    return _send_file(world, args, "photo", "photos")


def _send_file(world: World, args: Arguments, field: str, folder: str) -> Json:
    caption = caption_content(world, args)
    markup = markup_of(world, args)
    person = person_of(world, args)
    file = file_of(world, args, field, folder=folder)
    content = document_content(file) if field == "document" else photo_content(file)
    return _deliver(world, args, person, content | caption, markup=markup, source=args.text("caption"), file=file)


def send_contact(world: World, args: Arguments) -> Json:
    """sendContact."""
    card: Json = {"phone_number": args.required("phone_number"), "first_name": args.required("first_name")}
    card |= {name: args.text(name) for name in ("last_name", "vcard") if args.has(name)}
    return _deliver(world, args, person_of(world, args), {"contact": card}, markup=markup_of(world, args))


def send_location(world: World, args: Arguments) -> Json:
    """sendLocation."""
    latitude, longitude = args.number("latitude"), args.number("longitude")
    if not -90 <= latitude <= 90 or not -180 <= longitude <= 180:
        raise bad_request("wrong location specified")
    content = {"location": {"latitude": latitude, "longitude": longitude}}
    return _deliver(world, args, person_of(world, args), content, markup=markup_of(world, args))


def send_chat_action(world: World, args: Arguments) -> bool:
    """sendChatAction: shown for five seconds or until a message comes."""
    action = args.text("action").lower()
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    person = person_of(world, args)
    person.chat_actions.append(action)
    world.publish("action", person, action=action)
    world.changed()
    return True


def _deliver(
    world: World,
    args: Arguments,
    person: Person,
    content: Json,
    *,
    markup: Json | None,
    source: str = "",
    file: StoredFile | None = None,
) -> Json:
    """Put a message of the bot into a chat and return it as the Bot API does."""
    reply_to = replied_message(args, person)
    if world.settings.pace:
        world.pace.check(person.id)
    inline = markup is not None and "inline_keyboard" in markup
    message = Message(
        id=world.next_message_id(),
        chat=person.chat(),
        sender=world.profile.user(),
        date=world.stamp(),
        content=content,
        from_bot=True,
        source=source,
        keyboard=markup if inline else None,
        other_markup=markup is not None and not inline,
        reply_to=reply_to,
        protected=args.boolean("protect_content"),
        file=file,
    )
    if markup is not None and not inline:
        _show_reply_markup(world, person, markup)
    person.add(message)
    return message.to_json()


def _show_reply_markup(world: World, person: Person, markup: Json) -> None:
    if "keyboard" in markup or markup.get("remove_keyboard"):
        person.keyboard = markup if "keyboard" in markup else None
        world.publish("keyboard", person, keyboard=person.keyboard)
