"""What is said of what is to be seen to before a planned meeting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.checklist import Thing
from bot.french.dates import long_date
from bot.french.lists import and_list
from bot.texts.names import bold, safe, said

WHICH = "Je n’ai rien noté : plusieurs réunions correspondent. Redites-le avec le groupe et le jour."
SIGNS = {False: "⬜", True: "☑️"}


def checklist(label: str, day: date, things: Sequence[Thing]) -> str:
    """The whole list of a meeting."""
    return "\n".join([f"{bold('À prévoir')} : {safe(label)}, {long_date(day)}", *listed(things)])


def listed(things: Sequence[Thing]) -> list[str]:
    """What is to be seen to, a line each."""
    return [f"{SIGNS[one.done]} {said(one.text)}" for one in things]


def button(thing: Thing) -> str:
    """One of them, to tick or not."""
    return f"{SIGNS[thing.done]} {thing.text}"


def opening(things: Sequence[Thing]) -> str:
    """The button that opens the list: how much of it is done."""
    return f"{SIGNS[all(one.done for one in things)]} À prévoir ({sum(one.done for one in things)}/{len(things)})"


def taken_off(gone: Sequence[str], missing: Sequence[str]) -> str:
    """What was taken off the list, and what of that is not found on it."""
    lines = [f"❌ Retiré de la liste : {and_list([said(one) for one in gone])}."] if gone else []
    which = and_list([f"« {safe(one)} »" for one in missing])
    return "\n".join([*lines, *([f"Je ne trouve pas {which} dans ce qui est à prévoir."] if missing else [])])


def not_listed(things: Sequence[str], *, rest: bool = False) -> str:
    """Something was seen to that stands on no list; `rest`: other things were ticked."""
    which = and_list([f"« {safe(thing)} »" for thing in things])
    ticked = "je n’ai coché que le reste" if rest else "je n’ai rien coché"
    return f"Je ne trouve pas {which} dans ce qui est à prévoir : {ticked}. Touchez ci-dessous ce qui est fait."


def undone(label: str) -> str:
    """↩︎: the list is as before."""
    return f"↩︎ <b>C’est annulé</b> : {bold(label)}, la liste est comme avant."
