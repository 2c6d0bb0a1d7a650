"""Which buttons stand below what is said while a date is looked for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.date_searches import Ballot, Board, DateSearch, Fit, SearchState
from bot.texts import buttons
from bot.texts import date_searches as words
from handlers.callbacks import Do, Tap
from handlers.replies import Button, Keyboard

LETTERS = {"y": Fit.YES, "i": Fit.IF_NEEDED, "n": Fit.NO}


def _tap(label: str, do: Do, search: DateSearch, argument: object = "") -> Button:
    return Button(label=label, tap=Tap(do, search.id, search.version, str(argument)))


def card_keyboard(search: DateSearch, groups: Sequence[tuple[int, str]] = (), *, asks: bool = True) -> Keyboard:
    """✅ ❌, each date to leave out, or the groups to choose among; `asks`: some members will be asked."""
    drop = _tap(buttons.DROP, Do.DATE_DROP, search)
    if search.group_id is None:
        return (*[(_tap(name, Do.DATE_GROUP, search, group),) for group, name in groups], (drop,))
    dates = search.content.dates
    if not dates:
        return ((drop,),)
    less = [_tap(words.drop_date_button(n), Do.DATE_LESS, search, n) for n in range(len(dates))] if len(dates) > 1 else []
    pairs = tuple(tuple(less[i : i + 3]) for i in range(0, len(less), 3))
    return ((_tap(buttons.ASK_MEMBERS if asks else buttons.OPEN_SEARCH, Do.DATE_KEEP, search),), *pairs, (drop,))


def ballot_keyboard(ballot: Ballot, *, hers: bool = True) -> Keyboard:
    """Yes, if need be, no, for each date to come; 📅 once one is chosen. `hers` False: who asks notes it for somebody."""
    search = ballot.search
    if search.state is SearchState.SETTLED and ballot.meeting_id is not None:
        return ((Button(label=buttons.CALENDAR_FILE, tap=Tap(Do.CALENDAR_MEETING, ballot.meeting_id)),),)
    if search.state is not SearchState.OPEN:
        return ()
    rows = []
    for place in range(len(search.content.dates)):
        if place not in ballot.past:
            rows.append(tuple(_fit(ballot, place, letter, hers=hers) for letter in LETTERS))
    return tuple(rows)


def _fit(ballot: Ballot, place: int, letter: str, *, hers: bool) -> Button:
    label = words.fit_button(place, LETTERS[letter], chosen=ballot.given.get(place) is LETTERS[letter])
    if hers:
        return Button(label=label, tap=Tap(Do.DATE_ANSWER, ballot.search.id, 0, f"{place}.{letter}"))
    return Button(label=label, tap=Tap(Do.DATE_NOTE, ballot.search.id, 0, f"{ballot.person_id}.{place}.{letter}"))


def board_keyboard(board: Board) -> Keyboard:
    """✅ of each date to come, the best first; ✏️ to note an answer, ❌ to close; ↩︎ once it is closed."""
    search = board.search
    if search.state is SearchState.CLOSED:
        return ((_tap(buttons.UNDO, Do.DATE_REOPEN, search),),)
    dates = [(_tap(words.date_button(one.place, one.offered), Do.DATE_SETTLE, search, one.place),) for one in board.counts if not one.past]
    note = ((_tap(buttons.NOTE_ANSWER, Do.DATE_WHOM, search),),) if dates else ()
    return (*dates, *note, (_tap(buttons.CLOSE_SEARCH, Do.DATE_CLOSE, search),))


def whom_keyboard(search: DateSearch, people: Sequence[tuple[int, str]]) -> Keyboard:
    """The members, each her page of answers."""
    names = [_tap(name, Do.DATE_PERSON, search, person) for person, name in people]
    return (*[(button,) for button in names], (_tap(buttons.COUNTS, Do.DATE_BOARD, search),))
