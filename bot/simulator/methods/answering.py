"""What happens when the bot answers a tap or an inline query: each one once, and soon."""

from __future__ import annotations

from typing import Any

from bot.simulator.keyboards import checked_markup
from bot.simulator.methods.arguments import Arguments
from bot.simulator.methods.parts import MAX_TEXT, measured, parsed
from bot.simulator.refusals import QUERY_TOO_OLD, bad_request
from bot.simulator.taps import InlineQuery, Tap
from bot.simulator.world import World

Json = dict[str, Any]
MAX_ANSWER, MAX_RESULTS = 200, 50


def answer_callback_query(world: World, args: Arguments) -> bool:
    """answerCallbackQuery: a toast, an alert or nothing."""
    text = args.text("text")
    if len(text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    if args.has("url"):
        raise bad_request("URL_INVALID")  # only games and t.me links of the bot itself, which we have not
    tap = world.queries.take(args.text("callback_query_id"))
    if not isinstance(tap, Tap):
        raise QUERY_TOO_OLD
    tap.answered, tap.answer, tap.alert = True, text, args.boolean("show_alert")
    if text:
        tap.person.toasts.append(text)
    world.publish("answer", tap.person, text=text, alert=tap.alert, query=tap.id)
    world.changed()
    return True


def answer_inline_query(world: World, args: Arguments) -> bool:
    """answerInlineQuery: at most 50 results, ids of 1-64 bytes, each once."""
    results = args.json("results", what="inline query results")
    if not isinstance(results, list):
        raise bad_request("expected an Array of inline query results")
    if len(results) > MAX_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    ids = [str(result.get("id", "")) for result in results]
    if any(not 1 <= len(one.encode()) <= 64 for one in ids):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(ids)) != len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    ready = [_result(world, result) for result in results]
    asked = world.queries.take(args.text("inline_query_id"))
    if not isinstance(asked, InlineQuery):
        raise QUERY_TOO_OLD
    asked.results, asked.answered, asked.personal = ready, True, args.boolean("is_personal")
    asked.next_offset = args.text("next_offset")
    shown = [{name: one.get(name, "") for name in ("id", "title", "description")} for one in ready]
    world.publish("inline", asked.person, query=asked.query, results=shown, inline_id=asked.id)
    world.changed()
    return True


def _result(world: World, result: Json) -> Json:
    """The result with `_content`, the message that it will become."""
    if result.get("type") not in ("article", "contact"):
        raise bad_request(f'can\'t parse inline query result: type "{result.get("type")}" is unsupported for the inline query result')
    if "reply_markup" in result:
        result["reply_markup"] = checked_markup(result["reply_markup"], world.violations)
    if result["type"] == "contact":
        card = {name: result[name] for name in ("phone_number", "first_name", "last_name", "vcard") if name in result}
        return result | {"title": f"{result['first_name']} {result.get('last_name', '')}".strip(), "_content": {"contact": card}}
    if not result.get("title"):
        raise bad_request("can't parse inline query result: Can't find field \"title\"")
    said = result.get("input_message_content")
    if not isinstance(said, dict):
        raise bad_request("can't parse inline query result: Can't find field \"input_message_content\"")
    if not said.get("message_text"):
        raise bad_request("message text is empty")
    text, entities = parsed(world, said["message_text"], said.get("parse_mode") or "", said.get("entities"))
    text, entities = measured(text, entities, most=MAX_TEXT, too_long="MESSAGE_TOO_LONG")
    return result | {"_content": {"text": text} | ({"entities": entities} if entities else {})}
