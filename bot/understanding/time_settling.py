"""What each expression of time means in the end: its kind and its days in the tense that is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.domain.recurrence import Recurrence, first_day
from bot.understanding.time_atoms import Atom, Scene
from bot.understanding.time_calendar import Reading, Said, after, choose, month_of, one, ranked, read_days, shifted
from bot.understanding.time_cues import TIMED, Cue, cue_of, decided, is_time
from bot.understanding.time_joining import Piece
from bot.understanding.time_mentions import Days, Tense, TimeKind, TimeMention
from bot.understanding.time_rows import Row
from bot.understanding.tokens import Token

KINDS: dict[str, TimeKind] = {
    "DAY": TimeKind.DAY,
    "WIN": TimeKind.WINDOW,
    "CLK": TimeKind.CLOCK,
    "RNG": TimeKind.CLOCK_RANGE,
    "PRT": TimeKind.PART_OF_DAY,
    "DUR": TimeKind.DURATION,
    "REC": TimeKind.RECURRENCE,
    "INT": TimeKind.INTERVAL,
    "VAG": TimeKind.VAGUE,
}


def settle(row: Row, pieces: Sequence[Piece], tokens: Sequence[Token], scene: Scene, *, tense: Tense) -> Iterator[TimeMention]:
    """The mentions of the row, in order."""
    edge = 0
    for piece in pieces:
        piece = decided(row, piece)
        cue = cue_of(row, piece, edge)
        if not is_time(row, piece, cue):
            continue
        trailing = row.code(piece.last) == "plustard" or (
            row.code(piece.last) == "~" and (piece.atom.sort in TIMED or piece.atom.starts is not None)
        )
        last = piece.last + trailing
        mention = _mention(Piece(piece.atom, cue.first, last), cue, row, tokens, scene=scene, tense=tense)
        if mention is not None:
            yield mention
            edge = last


def _kind(atom: Atom) -> TimeKind:
    if atom.sort == "DAY":
        return TimeKind.MOMENT if atom.starts is not None else TimeKind.PART_OF_DAY if atom.part else TimeKind.DAY
    if atom.sort == "PRT" and atom.starts is not None:
        return TimeKind.MOMENT if atom.said is not None else TimeKind.CLOCK_RANGE if atom.ends is not None else TimeKind.CLOCK
    return KINDS[atom.sort]


def _mention(piece: Piece, cue: Cue, row: Row, tokens: Sequence[Token], *, scene: Scene, tense: Tense) -> TimeMention | None:
    """The mention that a piece makes, None when it names a day that does not exist."""
    atom = piece.atom
    reading = _reading(atom, scene)
    if reading is None and (atom.said is not None or atom.sort in ("DAY", "WIN", "INT")):
        return None
    lean = _lean(atom, cue, tense)
    first, last = row.lexemes[piece.first].first, row.lexemes[piece.last - 1].last
    start, end = tokens[first].start, tokens[last - 1].end
    settled = reading is None or reading.settled
    return TimeMention(
        kind=_kind(atom),
        start=start,
        end=end,
        first=first,
        last=last,
        words=_words(tokens, first, last),
        grain=atom.said.grain if atom.said is not None else "day",
        days=choose(reading, lean, scene.today) if reading is not None else None,
        past=None if settled or reading is None else reading.past,
        future=None if settled or reading is None else reading.future,
        alternatives=reading.alternatives if reading is not None else (),
        weekday=atom.recurrence.weekday if atom.recurrence else atom.said.weekday if atom.said is not None else None,
        bare_weekday=atom.sort == "DAY" and atom.said is not None and atom.said.bare_weekday,
        rank=atom.said.rank if atom.said is not None else None,
        starts=atom.starts,
        ends=atom.ends,
        crosses_midnight=atom.sort != "INT" and atom.starts is not None and atom.ends is not None and atom.ends <= atom.starts,
        part=atom.part,
        edge=atom.edge,
        bound=cue.bound,
        seconds=atom.length.total() if atom.length is not None else None,
        count=atom.count,
        by_convention=atom.by_convention,
        approximate=atom.approximate or cue.approximate,
        sure=atom.sure and not (reading is not None and bool(reading.alternatives)),
        recurrence=atom.recurrence,
        left=atom.sort == "DAY" and _is_left(row, piece, cue),
    )


def _is_left(row: Row, piece: Piece, cue: Cue) -> bool:
    """Whether something is moved from that day to another: « reporté du 10 au 17 »."""
    onward = row.code(piece.last) in ("au", "a", ">", "-", "jusqu'")
    return onward and row.code(cue.first) in ("du", "de") and row.hinted(cue.first, "moves", reach=6)


def _lean(atom: Atom, cue: Cue, tense: Tense) -> Tense:
    """The direction of words that do not say theirs: « depuis » looks back, « d'ici » ahead, « avant » and « pour » else ahead."""
    if cue.since:
        return "past"
    if cue.bound == "by" or (tense == "any" and (cue.bound is not None or cue.due)):
        return "future"
    return atom.said.lean if atom.said is not None and tense == "any" else tense


def _words(tokens: Sequence[Token], first: int, last: int) -> str:
    """The text of the tokens, spaces between them as one."""
    return "".join(("" if token.glued or i == 0 else " ") + token.text for i, token in enumerate(tokens[first:last]))


def _reading(atom: Atom, scene: Scene) -> Reading | None:
    if atom.recurrence is not None:
        reading = read_days(atom.said, scene.today) if atom.said is not None and atom.recurrence.dom is None else None
        there = reading.future.first if reading is not None and reading.future else _first_time(atom.recurrence, scene)
        return Reading(one(there), one(there)) if there is not None else None
    if atom.said is None:
        return None
    if atom.sort == "INT" and atom.until is not None:
        return _between(atom.said, atom.until, scene.today)
    return read_days(atom.said, scene.today)


def _first_time(recurrence: Recurrence, scene: Scene) -> date | None:
    """The first day of a recurrence: today still counts when its hour is to come."""
    today = scene.today
    over = recurrence.at is not None and recurrence.at <= scene.now.time().replace(tzinfo=None)
    if recurrence.weekday is None:
        since = today + timedelta(days=1) if over else today
        return since if recurrence.dom is None else first_day(recurrence, since=since)
    if recurrence.nth is not None:
        for months in range(3):
            there = shifted(today.replace(day=1), months=months)
            month, ranks = month_of(there.year, there.month), (recurrence.nth, *recurrence.nths)
            for found in sorted(day for rank in ranks if (day := ranked(month, recurrence.weekday, rank)) is not None):
                if found > today or (found == today and recurrence.at is not None and not over):
                    return found
        return None
    if today.isoweekday() == recurrence.weekday and recurrence.at is not None and not over:
        return today
    return after(today, recurrence.weekday)


def _between(first: Said, second: Said, today: date) -> Reading | None:
    """The readings of an interval: its ends are read together, so that it ends after it begins."""
    begin, end = read_days(first, today), read_days(second, today)
    if begin is None or end is None:
        return None
    if begin.settled and (first.fixed is not None or end.settled):
        past = future = _ending(choose(begin, "any", today), second, end)
    elif end.settled:
        ends = (*end.alternatives, choose(end, "any", today))
        found = [_beginning(first, days) for days in ends]
        return Reading(found[-1], found[-1], tuple(days for days in found[:-1] if days is not None))
    else:
        past = _beginning(first, end.past)
        future = _ending(begin.future, second, None)
        going_on = _ending(begin.past, second, None)
        if going_on is not None and not first.bare_weekday and going_on.last >= today and (going_on.last - going_on.first).days < 200:
            future = going_on
    return None if past is None and future is None else Reading(past or future, future or past)


def _ending(start: Days | None, second: Said, known: Reading | None) -> Days | None:
    """From a known beginning to the nearest end after it."""
    if start is None:
        return None
    read = known if known is not None and known.settled else read_days(second, start.first)
    last = (read.future or read.past) if read is not None else None
    return Days(start.first, last.last) if last is not None and last.last >= start.first else None


def _beginning(first: Said, end: Days | None) -> Days | None:
    """The nearest beginning before a known end."""
    read = read_days(first, end.last) if end is not None else None
    start = (read.past or read.future) if read is not None else None
    return Days(start.first, end.last) if start is not None and end is not None and start.first <= end.last else None
