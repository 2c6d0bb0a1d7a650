"""Which expressions of time belong together: « hier » and « 14h-16h » make one moment, « jeudi » and « la semaine prochaine » one day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from bot.understanding.time_atoms import Atom, Scene
from bot.understanding.time_calendar import Said, choose, one, ranked, read_days
from bot.understanding.time_interval_rules import completed
from bot.understanding.time_link_rules import SMALL
from bot.understanding.time_mentions import Bound, Days
from bot.understanding.time_repeated_days import repeated_on, repeated_too
from bot.understanding.time_rows import Row

SMALL_WORDS = (",", "a", "vers", "de", "d'", "des", "le", "la", "l'", "en", "dans", "au", "du", "mais", "entre", "~", ":", "(", "-", "pile")
GAP = frozenset((*SMALL_WORDS, "jusqu'", "jusque", "avant", "apres", "partir", "depuis"))
HOUR_CUES = frozenset(["a", "vers", "des", "avant", "apres", "jusqu'", "partir", "depuis", "entre"])
BOUNDS: dict[str, Bound] = {"avant": "before", "apres": "after", "jusqu'": "until", "jusque": "until", "partir": "from", "des": "from"}
CLOCKS = ("CLK", "RNG", "HRS")
LONGEST_GAP = 4
OPENINGS = frozenset(
    ["", "¶", "le", "les", "du", "des", ".", "!", "?", ":", ";"]
)  # before « 12 et 13 mars »; « axe 12 et 13 mars » has one day


@dataclass(slots=True, eq=False)
class Piece:
    """An atom at lexemes [first, last) of the row. Never changed (see `Atom`)."""

    atom: Atom
    first: int
    last: int


def pieces_of(row: Row) -> list[Piece]:
    """The atoms of a row, in order."""
    return [Piece(lexeme.value, i, i + 1) for i, lexeme in enumerate(row.lexemes) if isinstance(lexeme.value, Atom)]


def join_all(row: Row, scene: Scene) -> list[Piece]:
    """All pieces, those that belong together joined."""
    found: list[Piece] = []
    week: Days | None = None
    for piece in _with_listed_days(row, pieces_of(row)):
        gap = _gap(row, found[-1], piece) if found else None
        if gap is not None and _listed(gap) and week is not None:
            piece = _within_week(piece, week)
        elif gap in (("et",), (",",)):
            piece = Piece(repeated_too(found[-1].atom, piece.atom), piece.first, piece.last)
        joined = _join(found[-1], piece, gap, row, scene) if gap is not None and set(gap) <= GAP and len(gap) <= LONGEST_GAP else None
        if joined is None and gap is not None and _listed(gap):
            found[-1] = _sharing_month(found[-1], piece)
        week = (
            _week_of(found[-1] if found else None, piece, scene)
            if joined is not None
            else (week if gap is not None and _listed(gap) else None)
        )
        if joined is not None:
            found[-1] = joined
        else:
            found.append(piece)
    return _from_moment_to_moment(row, found)


def _gap(row: Row, left: Piece, right: Piece) -> tuple[str, ...]:
    return tuple(lexeme.code for lexeme in row.lexemes[left.last : right.first][: LONGEST_GAP + 1])


def _listed(gap: tuple[str, ...]) -> bool:
    return set(gap) <= {",", "et", "ou", "le", "les", "-", "/", "au"} and len(gap) <= 3


def _with_listed_days(row: Row, pieces: list[Piece]) -> list[Piece]:
    """Adds the numbers that share a month with the day after them: « les 12, 13 et 14 mars »."""
    found: list[Piece] = []
    for piece in pieces:
        said = piece.atom.said
        added: list[Piece] = []
        k = piece.first
        while piece.atom.sort == "DAY" and said is not None and said.dom is not None and len(added) < 6:
            k = k - 1 if row.code(k - 1) == "le" else k
            number = row.code(k - 2)
            if (
                row.code(k - 1) not in ("et", ",", "ou")
                or not number.startswith("#")
                or not number[1:].isdigit()
                or not 1 <= int(number[1:]) <= 31
            ):
                break
            added.insert(0, Piece(Atom(sort="DAY", said=completed(Said(dom=int(number[1:])), said)), k - 2, k - 1))
            k -= 2
        opened = row.code(added[0].first - 1) if added else ""
        after_day = opened in (",", "et", "ou") and found and found[-1].atom.sort == "DAY" and found[-1].last == added[0].first - 1
        if (added and (opened in OPENINGS or opened.startswith("Ws"))) or after_day:
            found += added
        found.append(piece)
    return found


def _sharing_month(left: Piece, right: Piece) -> Piece:
    """« le 18 et le 19 juin »: the first day takes the month of the second."""
    first, second = left.atom.said, right.atom.said
    if left.atom.sort != "DAY" or right.atom.sort != "DAY" or first is None or second is None:
        return left
    if first.dom is None or first.month is not None or first.fixed is not None or second.month is None:
        return left
    return replace(left, atom=replace(left.atom, said=completed(first, second)))


def _week_of(left: Piece | None, right: Piece, scene: Scene) -> Days | None:
    """The week in which the weekdays that follow are to be read, once a week and a weekday have been joined."""
    said = left.atom.said if left is not None and left.atom.sort == "WIN" else None
    if said is None or said.grain != "week" or said.edge or right.atom.sort != "DAY":
        return None
    reading = read_days(said, scene.today)
    return choose(reading, "any", scene.today) if reading else None


def _within_week(piece: Piece, week: Days) -> Piece:
    said = piece.atom.said
    if piece.atom.sort != "DAY" or said is None or not said.bare_weekday or said.weekday is None:
        return piece
    there = one(week.first + timedelta(days=said.weekday - 1))
    return replace(piece, atom=replace(piece.atom, said=Said(fixed=there, weekday=said.weekday)))


def _join(left: Piece, right: Piece, gap: tuple[str, ...], row: Row, scene: Scene) -> Piece | None:
    """Both pieces as one, None when they say two things."""
    a, b = left.atom, right.atom
    atom: Atom | None = None
    if b.sort in CLOCKS and a.sort in ("DAY", "PRT", "REC") and a.starts is None:
        cued = bool(HOUR_CUES & set(gap)) or row.code(right.first - 1) in HOUR_CUES
        atom = _with_clock(a, b, gap) if _clockish(b, right, row, cued=cued) else None
    elif a.sort in CLOCKS and b.sort in ("DAY", "PRT", "REC") and b.starts is None and not {":", "-"} & set(gap):
        atom = _with_clock(b, a, ()) if _clock_before(left, right, row) else None
    elif {"(", ":", "-"} & set(gap) and not (a.sort == "WIN" and b.sort == "DAY") and not (b.said and b.said.relative):
        return None
    elif a.sort == "DAY" and b.sort == "PRT" and a.part is None and (b.said is None or b.said.relative):
        atom = _with_part(a, b)
    elif a.sort == "PRT" and b.sort == "DAY" and (a.said is None or _same_day(a, b, scene)) and b.part is None:
        atom = _with_part(b, a)
    elif a.sort == "REC" and b.sort == "PRT" and a.recurrence is not None:
        atom = replace(a, part=b.part, edge=b.edge)
    elif {a.sort, b.sort} == {"DAY", "REC"}:
        atom = repeated_on(a, b, gap)
    elif a.sort == "DAY" and b.sort == "DAY":
        atom = _apposed(a, b, scene)
    elif "WIN" in (a.sort, b.sort) and "DAY" in (a.sort, b.sort):
        atom = _in_window(a, b, scene, bounded=bool(BOUNDS.keys() & set(gap)))
    if atom is None:
        return None
    bound = next((BOUNDS[code] for code in gap if code in BOUNDS), None)
    if bound is not None and b.sort in CLOCKS and b.sort != "RNG":
        atom = replace(atom, bound=bound)
    closed = "(" in gap and row.code(right.last) == ")"
    return Piece(replace(atom, approximate=a.approximate or b.approximate or "vers" in gap or "~" in gap), left.first, right.last + closed)


def _clockish(atom: Atom, piece: Piece, row: Row, *, cued: bool) -> bool:
    """Whether « 2h » after a day is an hour: « mardi 14h », « lundi 2h de l'aprèm »; not « mardi 2h », « mardi 8h de formation »."""
    after = row.lexemes[piece.last].value if piece.last < len(row.lexemes) else None
    if atom.sort != "HRS" or (isinstance(after, Atom) and after.of_hour):
        return True
    counted = row.is_spent_on(piece.last) or (row.code(piece.last) == "chacun" and row.code(piece.last + 1) in ("_", "N", "S"))
    return cued or ((atom.offset or 0) >= SMALL and not counted and not atom.article and not row.is_in_all(piece.last))


def _clock_before(left: Piece, right: Piece, row: Row) -> bool:
    """Whether an hour-or-length before a day is an hour: « à 3h demain », « 8h ce matin », « 3h du matin »; not « 3h ce matin »."""
    atom = left.atom
    if atom.sort != "HRS":
        return True
    before = row.code(left.first - 1)
    if before in ("pendant", "travail", "x", "+") or (before in ("pour", "un") and (atom.offset or 0) < SMALL):
        return False
    of_part = right.atom.sort == "PRT" and right.atom.said is None and row.text[row.offsets[right.first] :].startswith("PRT")
    of_part = right.atom.of_hour or (of_part and not atom.article)
    return before in HOUR_CUES or (atom.offset or 0) >= SMALL or of_part or right.atom.sort == "REC"


def afternoon(moment: time, atom: Atom) -> time:
    """« 3 heures » of an afternoon or an evening is 15 h."""
    late = (atom.part == "soir" and 4 <= moment.hour < 12) or (atom.part == "après-midi" and 1 <= moment.hour < 12)
    return moment.replace(hour=moment.hour + 12) if late else moment


def _with_clock(atom: Atom, clock: Atom, gap: tuple[str, ...]) -> Atom | None:
    starts = clock.starts
    if starts is None:
        return None
    starts = afternoon(starts, atom)
    ends = afternoon(clock.ends, atom) if clock.ends is not None else None
    if atom.sort == "REC" and atom.recurrence is not None:
        if not gap and atom.recurrence.weekday is None and not atom.recurrence.every.endswith("D"):
            return None
        return replace(atom, recurrence=replace(atom.recurrence, at=starts), starts=starts, ends=ends)
    return replace(atom, starts=starts, ends=ends, sure=atom.sure and clock.sure, bare=False)


def _with_part(day: Atom, part: Atom) -> Atom:
    """A day with the part of it; the hours already said follow the part."""
    joined = replace(day, part=part.part, edge=part.edge or day.edge, bare=False, sure=day.sure and (part.sure or part.starts is None))
    starts = day.starts or part.starts
    ends = day.ends or part.ends
    return replace(joined, starts=afternoon(starts, joined) if starts else None, ends=afternoon(ends, joined) if ends else None)


def _readings(atom: Atom, scene: Scene) -> set[date]:
    reading = read_days(atom.said, scene.today) if atom.said is not None else None
    return {days.first for days in (reading.past, reading.future) if days is not None} if reading else set()


def _same_day(a: Atom, b: Atom, scene: Scene) -> bool:
    if b.said is not None and b.said.bare_weekday:
        return any(day.isoweekday() == b.said.weekday for day in _readings(a, scene))
    return bool(_readings(a, scene) & _readings(b, scene))


def _apposed(a: Atom, b: Atom, scene: Scene) -> Atom | None:
    """« hier jeudi 21 », « avant-hier mardi »: two names of one day."""
    first, second = (a, b) if a.said is not None and a.said.relative else (b, a)
    if first.said is None or not first.said.relative or second.said is None or second.said.relative or not _same_day(first, second, scene):
        return None
    said = replace(first.said, weekday=second.said.weekday)
    return replace(first, said=said, starts=a.starts or b.starts, ends=a.ends or b.ends, part=a.part or b.part, edge=a.edge or b.edge)


def _in_window(a: Atom, b: Atom, scene: Scene, *, bounded: bool) -> Atom | None:
    """« mercredi soir la semaine prochaine », « semaine dernière : lundi », « le premier lundi à 13h du mois prochain ».

    `bounded`: « le premier lundi du mois jusqu'en juin » is not the one of June.
    """
    day, window = (a, b) if a.sort == "DAY" else (b, a)
    said, period = day.said, window.said
    if said is None or period is None or period.edge or said.weekday is None or said.fixed is not None or said.dom is not None:
        return None
    reading = read_days(period, scene.today)
    days = choose(reading, "any", scene.today) if reading else None
    if days is None or period.grain not in ("week", "month"):
        return None
    if said.rank is None and period.grain == "week":
        return replace(day, said=Said(fixed=one(days.first + timedelta(days=said.weekday - 1)), weekday=said.weekday))
    if said.rank is not None and said.month is None and period.grain == "month" and a.sort == "DAY" and not bounded:
        found = ranked(days, said.weekday, said.rank)
        return None if found is None else replace(day, said=Said(fixed=one(found), weekday=said.weekday))
    return None


def _from_moment_to_moment(row: Row, pieces: list[Piece]) -> list[Piece]:
    """« de 16 heures aujourd'hui à 17 heures demain » as one interval."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last is not None and _spans(row, last, piece):
            a, b = last.atom, piece.atom
            atom = replace(a, sort="INT", until=b.said, ends=b.starts)
            found[-1] = Piece(atom, last.first, piece.last)
        else:
            found.append(piece)
    return found


def _spans(row: Row, left: Piece, right: Piece) -> bool:
    both = all(p.atom.sort == "DAY" and p.atom.starts is not None and p.atom.ends is None for p in (left, right))
    return (
        both and _gap(row, left, right) in (("a",), ("au",), ("jusqu'", "a"), ("jusqu'", "au")) and row.code(left.first - 1) in ("de", "du")
    )
