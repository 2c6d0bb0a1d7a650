"""How a row of codes is read: rules find the smallest expressions of time (atoms) and replace their lexemes by one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import Literal

from bot.domain.recurrence import Recurrence
from bot.understanding.time_calendar import Said
from bot.understanding.time_mentions import Bound, Edge, PartOfDay
from bot.understanding.time_rows import Lexeme, Row

Sort = Literal["DAY", "WIN", "CLK", "HRS", "RNG", "PRT", "DUR", "REC", "INT", "VAG", "NIL"]
"""DAY a day · WIN several, one of them · CLK an hour · HRS an hour or a length (« 2h ») · RNG from an hour to another ·
PRT part of the day · DUR a length · REC a recurrence · INT from a day to another · VAG words to keep · NIL words that say no time."""


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time as said: months and days keep their own calendar."""

    months: int = 0
    days: Fraction = Fraction(0)
    seconds: Fraction = Fraction(0)

    def total(self) -> int:
        """Seconds, a month as 30 days and a year as 365."""
        years, months = divmod(self.months, 12)
        return round((years * 365 + months * 30 + self.days) * 86400 + self.seconds)

    def plus(self, other: Length) -> Length:
        """Both, one after the other."""
        return Length(self.months + other.months, self.days + other.days, self.seconds + other.seconds)


@dataclass(slots=True, kw_only=True, eq=False)
class Atom:
    """What was read so far at some lexemes; later steps join atoms. See `TimeMention` for the meaning of what they share.

    Never changed once made, yet not frozen: a message makes hundreds, and freezing doubles the time of each.
    """

    sort: Sort
    said: Said | None = None
    until: Said | None = None
    starts: time | None = None
    ends: time | None = None
    part: PartOfDay | None = None
    edge: Edge | None = None
    length: Length | None = None
    count: int = 1
    recurrence: Recurrence | None = None
    bound: Bound | None = None
    by_convention: bool = False
    approximate: bool = False
    sure: bool = True
    article: bool = False  # « une heure »: rather a length than one o'clock
    bare: bool = False  # a month or a part of the day without a word that makes it a time
    offset: int | None = None  # days from today, of « hier » and the like
    age: bool = False  # « 67 ans »: no time unless a word says so
    of_hour: bool = False  # « du matin », « de l'aprèm »: says of which half of the day the hour before it is


@dataclass(frozen=True, slots=True)
class Scene:
    """When the words are said. `evening`: the day of « ce soir », which is yesterday in the small hours (convention 2)."""

    now: datetime
    today: date
    evening: date
    small_hours: bool

    @classmethod
    def at(cls, now: datetime, night_ends: time) -> Scene:
        """The scene of a message sent at that local time."""
        small_hours = now.time().replace(tzinfo=None) < night_ends
        today = now.date()
        return cls(now, today, today - timedelta(days=1) if small_hours and today > date.min else today, small_hours)


@dataclass(slots=True, eq=False)
class Hit:
    """A pattern found at lexemes [first, last) of the row. Never changed (see `Atom`)."""

    match: re.Match[str]
    row: Row
    first: int
    last: int
    scene: Scene

    def __getitem__(self, name: str) -> str:
        """The code or digits of a named group, empty when it took no part."""
        return (self.match[name] or "") if name in self.match.re.groupindex else ""

    def number(self, name: str, default: int = 0) -> int:
        """The digits of a named group."""
        said = self[name]
        digits = said.lstrip("#OWwMJ~")
        return int(digits) if digits.lstrip("+-").isdigit() else default

    def at(self, name: str) -> Lexeme:
        """The lexeme where a named group begins, be it after the sign of its code."""
        start = self.row.offsets[self.first] + self.match.start(name)
        return self.row.lexemes[self.row.index[start] if start in self.row.index else self.row.index[start - 1]]

    @property
    def before(self) -> str:
        """The code just before."""
        return self.row.code(self.first - 1)

    @property
    def after(self) -> str:
        """The code just after."""
        return self.row.code(self.last)

    def atoms(self) -> list[Atom]:
        """The atoms among the lexemes, in order."""
        return [lexeme.value for lexeme in self.row.lexemes[self.first : self.last] if isinstance(lexeme.value, Atom)]


LOOKAHEAD = 120
"""Characters of codes that a pattern may look at: no expression of time is as long."""
MOST_SEEN = 2048

Built = Atom | None
Build = Callable[[Hit], Built]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over codes, the kinds of first code it can begin with, and what it builds (None: not a time after all)."""

    openings: frozenset[str]
    pattern: re.Pattern[str]
    build: Build


class Grammar:
    """Rules tried together at each lexeme; the longest that builds something wins, the earlier one if equal."""

    def __init__(self, *, joins: tuple[Sort, ...] = ()) -> None:
        """`joins`: each of its rules needs one of these expressions, so that it is passed over where none was found."""
        self._joins = joins
        self._rules: list[Rule] = []
        self._opened: dict[str, tuple[Rule, ...]] = {}
        self._seen: dict[str, tuple[tuple[int, re.Match[str], Rule], ...]] = {}

    @classmethod
    def of(cls, *grammars: Grammar) -> Grammar:
        """One grammar with all the rules of several."""
        joined = cls()
        joined._rules = [rule for grammar in grammars for rule in grammar._rules]
        return joined

    def rule(self, openings: str, pattern: str) -> Callable[[Build], Build]:
        """Adds a rule. `openings`: first codes without their figures, « # » for any number, « W » for any weekday."""

        def add(build: Build) -> Build:
            self._rules.append(Rule(frozenset(openings.split()), re.compile(pattern), build))
            return build

        return add

    def rewrite(self, row: Row, scene: Scene) -> Row:
        """The row with each expression found replaced by one lexeme that carries its atom."""
        if self._joins and not any(sort in row.text for sort in self._joins):
            return row
        found: list[Lexeme] = []
        i, count, changed = 0, len(row.lexemes), False
        while i < count:
            lexeme = row.lexemes[i]
            rules = self._opened.get(lexeme.code)
            if rules is None:
                rules = self._open(lexeme.code)
            read = self._longest(rules, row, i, scene) if rules else None
            if read is not None:
                found.append(read[0])
                i, changed = read[1], True
            else:
                found.append(lexeme)
                i += 1
        return row if len(found) == count and not changed else Row(found)

    def _open(self, code: str) -> tuple[Rule, ...]:
        kind = re.sub(r"(?<=[#OWwMJs~])[-+]?[\d½,]+$", "", code)
        rules = tuple(rule for rule in self._rules if kind in rule.openings)
        if len(self._opened) < 4096:
            self._opened[code] = rules
        return rules

    def _longest(self, rules: Sequence[Rule], row: Row, i: int, scene: Scene) -> tuple[Lexeme, int] | None:
        at = row.offsets[i]
        for length, match, rule in self._hits(rules, row.text[at : at + LOOKAHEAD]):
            last = row.index.get(at + length)
            if last is None or last == i:
                continue
            atom = rule.build(Hit(match, row, i, last, scene))
            if atom is not None:
                code = "_" if atom.sort == "NIL" else atom.sort
                return Lexeme(code, row.lexemes[i].first, row.lexemes[last - 1].last, value=atom if code != "_" else None), last
        return None

    def _hits(self, rules: Sequence[Rule], ahead: str) -> tuple[tuple[int, re.Match[str], Rule], ...]:
        """What the rules find at the beginning of these codes, longest first; kept, as people type the same words again."""
        known = self._seen.get(ahead)
        if known is None:
            found = [(match.end(), match, rule) for rule in rules if (match := rule.pattern.match(ahead)) is not None]
            found.sort(key=lambda hit: -hit[0])
            known = tuple(found)
            if len(self._seen) >= MOST_SEEN:
                self._seen.clear()
            self._seen[ahead] = known
        return known
