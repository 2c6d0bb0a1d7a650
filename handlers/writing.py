"""How documents are written: what the territory chose, with what it looks like, changed by a tap or a sentence."""

from __future__ import annotations

from bot.actions import writing as acts
from bot.domain.writing import Inclusive, NameStyle, SetWriting, WritingStyle
from bot.texts import buttons
from bot.texts import writing as texts
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows
from handlers.replies import Button, Reply
from handlers.room import Room, Scene

_INCLUSIVE = {"d": Inclusive.DOUBLE, "e": Inclusive.EPICENE, "m": Inclusive.MEDIAN, "g": Inclusive.MASCULINE}
_NAMES = {"c": NameStyle.CAPITALS, "p": NameStyle.PLAIN}
_LETTERS: dict[Inclusive | NameStyle, str] = {choice: letter for table in (_INCLUSIVE, _NAMES) for letter, choice in table.items()}
_AS_IT_IS = "-"


def on_writing(room: Room) -> Reply:
    """/ecriture"""
    return _page(acts.chosen_writing(room.work, room.account))


def changed(room: Room, request: SetWriting) -> Reply:
    """« écris en point médian »: kept at once, and shown with the way back."""
    before = acts.chosen_writing(room.work, room.account)
    after = acts.set_writing(room.work, room.account, request, now=room.now)
    already = after == before and request != SetWriting()
    return _page(after, before=before, note=texts.ALREADY if already else None)


def on_set(room: Room) -> Reply:
    """A choice, or ↩︎, which bears both."""
    assert room.visit.tap is not None
    said = _told(room.visit.tap.argument)
    before = acts.chosen_writing(room.work, room.account)
    after = acts.set_writing(room.work, room.account, said, now=room.now)
    back = said.inclusive is not None and said.names is not None
    return _page(after, before=None if back else before, in_place=True)


def _page(style: WritingStyle, *, before: WritingStyle | None = None, note: str | None = None, in_place: bool = False) -> Reply:
    """`before`: what ↩︎ goes back to, when it was another style."""
    manners = [_choice(one, style.inclusive, f"{_LETTERS[one]}{_AS_IT_IS}") for one in Inclusive]
    names = [_choice(one, style.names, f"{_AS_IT_IS}{_LETTERS[one]}") for one in NameStyle]
    back = f"{_LETTERS[before.inclusive]}{_LETTERS[before.names]}" if before is not None and before != style else ""
    undo = ((Button(label=buttons.UNDO, tap=Tap(Do.WRITING, 0, 0, back)),),) if back else ()
    return Reply(
        text=texts.page(style, note=note),
        keyboard=(*rows(manners, 2), *rows(names, 2), *undo),
        in_place=in_place,
        toast=texts.NOTED if in_place else None,
    )


def _choice(one: Inclusive | NameStyle, now: Inclusive | NameStyle, argument: str) -> Button:
    return Button(label=texts.choice_button(one, chosen=one is now), tap=Tap(Do.WRITING, 0, 0, argument))


def _told(argument: str) -> SetWriting:
    """What a button asks for. KeyError, IndexError for what we never wrote."""
    inclusive, names = argument[0], argument[1]
    return SetWriting(
        inclusive=None if inclusive == _AS_IT_IS else _INCLUSIVE[inclusive], names=None if names == _AS_IT_IS else _NAMES[names]
    )


TAPS: dict[Do, Scene] = {Do.WRITING: on_set}
