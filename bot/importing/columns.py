"""What each column of a table holds: by the words of its header, and by what stands under it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache

from bot.importing.contacts import contacts_of
from bot.importing.files import Row
from bot.importing.names import titles_of
from bot.importing.places import Places
from bot.importing.signatures import signature
from bot.importing.words import says_nothing, spaced, spelt_first_names, table, words, words_of

_LONGEST_HEADER = 7  # words
_SAMPLE = 300
_GROUP = re.compile(r"^\s*(gt|gdt|groupes? de travail|copil|cotech|commission|comit[ée]|pl[ée]ni[èe]re)\b", re.IGNORECASE)


class Column(StrEnum):
    """What a column holds."""

    FULL_NAME = "full_name"
    LAST_NAME = "last_name"
    FIRST_NAME = "first_name"
    CIVILITY = "civility"
    FUNCTION = "function"
    STRUCTURE = "structure"
    SERVICE = "service"
    PHONE = "phone"
    EMAIL = "email"
    CONTACT = "contact"
    STRUCTURE_PHONE = "structure_phone"
    STRUCTURE_EMAIL = "structure_email"
    COMMUNE = "commune"
    POSTCODE = "postcode"
    INSEE = "insee"
    ADDRESS = "address"
    GROUPS = "groups"
    GROUP_MARK = "group_mark"
    NOTE = "note"
    OTHER_MANDATES = "other_mandates"
    ALIASES = "aliases"
    NEIGHBOURHOOD = "neighbourhood"
    LEFT = "left"
    UNKNOWN = "unknown"


@dataclass(slots=True)
class Layout:
    """The columns of a run of rows; `last_first` is the order that the header of the full name says."""

    columns: dict[int, Column] = field(default_factory=dict)
    titles: dict[int, str] = field(default_factory=dict)
    last_first: bool = True
    frozen: bool = False  # its columns change no more
    in_blocks: bool = False  # the structure is written once, above or beside the first of its people
    _found: dict[Column, list[int]] = field(default_factory=dict)

    @property
    def names_people(self) -> bool:
        """Whether a column holds names of people."""
        return not {Column.FULL_NAME, Column.FIRST_NAME, Column.LAST_NAME}.isdisjoint(self.columns.values())

    def all_of(self, *wanted: Column) -> list[int]:
        """The places of these columns."""
        if len(wanted) == 1 and (found := self._found.get(wanted[0])) is not None:
            return found
        found = [place for place, column in sorted(self.columns.items()) if column in wanted]
        if len(wanted) == 1 and self.frozen:
            self._found[wanted[0]] = found
        return found


def header_of(row: Row, *, above: Row | None = None) -> Layout | None:
    """The layout that a row announces; None when it is no header. The row `above` may say what several columns have in common."""
    said = {place: cell for place, cell in enumerate(row.cells) if cell}
    if len(said) < 2 or any("@" in cell or sum(c.isdigit() for c in cell) > 5 for cell in said.values()):
        return None
    found = {place: header_column(cell) for place, cell in said.items()}
    known = [column for column in found.values() if column is not None]
    telling = {c for c in known if c not in (Column.LEFT, Column.GROUP_MARK, Column.NOTE, Column.CIVILITY)}
    if len(known) < 2 or len(known) * 2 < len(said) or not telling or len(set(known)) < 2:
        return None
    full = next((spaced(cell) for place, cell in said.items() if found[place] is Column.FULL_NAME), "")
    last_first = not full.startswith("prenom")
    columns = {place: column or Column.UNKNOWN for place, column in found.items()}
    columns |= dict.fromkeys(_under_groups(above, columns), Column.GROUP_MARK)
    return Layout(columns, dict(said), last_first)


def _under_groups(above: Row | None, columns: dict[int, Column]) -> list[int]:
    """The columns of unknown titles that stand under « Groupes de travail », a cell merged over several of them."""
    over: dict[int, str] = {}
    for place in range(max(columns, default=-1) + 1):
        cell = above.cells[place] if above is not None and place < len(above.cells) else ""
        over[place] = cell or over.get(place - 1, "")
    wide = {title for title in over.values() if list(over.values()).count(title) > 1 and header_column(title) is Column.GROUPS}
    return [place for place, column in columns.items() if column is Column.UNKNOWN and over.get(place) in wide]


@lru_cache(maxsize=10_000)
def header_column(cell: str) -> Column | None:
    """The column that a header names; None when its words are unknown."""
    said = words(cell)
    if not said or len(said) > _LONGEST_HEADER:
        return None
    if said[0] in words_of("headers", "group_marks") and len(said) > 1 and " ".join(said) not in _phrases():
        rest = set(said[1:]) - {"de", "travail", "et", "ou"}
        if rest and not rest <= {"reseaux", "reseau", "instances", "instance", "suivis", "groupes", "comites", "thematiques"}:
            return Column.GROUP_MARK
    best = max(
        (phrase for phrase in _phrases().items() if set(phrase[0].split()) <= set(said)), key=lambda p: _fit(p[0], said), default=None
    )
    if best is None or len(best[0].split()) * 3 < len([word for word in said if len(word) > 2]):
        return None
    return best[1]


def _fit(phrase: str, said: tuple[str, ...]) -> tuple[int, bool]:
    parts = phrase.split()
    return len(parts), said[: len(parts)] == tuple(parts)


@cache
def _phrases() -> dict[str, Column]:
    named = {spaced(phrase): Column(column) for column, phrases in table("headers")["words"].items() for phrase in phrases}
    return {spaced(phrase): Column.LEFT for phrase in table("headers")["left"]["words"]} | named


def settled(layout: Layout, rows: Sequence[Row], places: Places) -> Layout:
    """The layout once the content of its columns was looked at: what contradicts a header wins, what is unknown is guessed."""
    width = max((len(row.cells) for row in rows), default=0)
    for place in range(width):
        column = layout.columns.get(place, Column.UNKNOWN)
        if column in (Column.LEFT, Column.GROUP_MARK, Column.NOTE, Column.OTHER_MANDATES, Column.ALIASES, Column.INSEE):
            continue
        cells = [row.cells[place] for row in rows[:_SAMPLE] if place < len(row.cells) and not says_nothing(row.cells[place])]
        if column is Column.LAST_NAME and Column.FIRST_NAME in layout.columns.values():
            continue  # « Nom » beside « Prénom » says all
        layout.columns[place] = _by_content(column, layout.titles.get(place, ""), profile(cells, places))
    _share_names(layout, rows)
    layout.frozen = True
    return layout


@dataclass(frozen=True, slots=True)
class Profile:
    """Which share of the cells of a column looks like what; `count` cells were looked at."""

    count: int
    shares: dict[Column, float]

    def share(self, column: Column) -> float:
        """That share, 0 to 1."""
        return self.shares.get(column, 0.0)


def profile(cells: Sequence[str], places: Places) -> Profile:
    """What the cells of a column look like."""
    found = Counter(column for cell in cells for column in _looks_like(cell, places))
    return Profile(len(cells), {column: count / len(cells) for column, count in found.items()})


def _looks_like(cell: str, places: Places) -> set[Column]:
    said = words(cell)
    if not said:
        return set()
    contacts = contacts_of(cell) if "@" in cell or sum(c.isdigit() for c in cell) >= 8 else None
    found: set[Column] = set()
    if contacts is not None:
        found |= {Column.EMAIL} if contacts.emails else set()
        found |= {Column.PHONE} if contacts.phones else set()
    if found:
        return found
    if re.fullmatch(r"\d{4,5}", cell):
        return {Column.POSTCODE}
    if _GROUP.match(cell):
        return {Column.GROUPS}
    civility, doctor, bare = titles_of(cell)
    if not bare or (len(said) == 1 and (civility or doctor)):
        return {Column.CIVILITY}
    if places.read(cell).insee is not None:
        found.add(Column.COMMUNE)
    if begins_like_a_function(cell):
        found.add(Column.FUNCTION)
    if set(said) & words_of("contents", "structures") or signature(cell).kinds:
        found.add(Column.STRUCTURE)
    if not found & {Column.STRUCTURE, Column.FUNCTION} and _is_like_a_name(cell, bare):
        found.add(Column.FULL_NAME)
    return found


@lru_cache(maxsize=20_000)
def begins_like_a_function(text: str) -> bool:
    """Whether its first words name what somebody does: « Directrice adjointe »."""
    return any(word.startswith(start) for word in words(text)[:2] for start in _functions() if len(start) > 4 or word == start)


def _is_like_a_name(cell: str, bare: str) -> bool:
    tokens = bare.split()
    if not 1 < len(tokens) <= 5 or any(c.isdigit() for c in cell):
        return False
    known = spelt_first_names()
    return any(word in known for word in words(bare)) or any(len(token) > 2 and token.isupper() for token in tokens)


def _by_content(column: Column, title: str, seen: Profile) -> Column:
    """The column once its content is known."""
    if seen.count == 0:
        return column
    if column in (Column.PHONE, Column.EMAIL, Column.STRUCTURE_PHONE, Column.STRUCTURE_EMAIL, Column.CONTACT):
        return _which_contact(column, seen)
    doubtful = column is Column.UNKNOWN or (seen.count > 2 and spaced(title) in words_of("headers", "by_content"))
    order = (
        Column.EMAIL,
        Column.PHONE,
        Column.GROUPS,
        Column.CIVILITY,
        Column.STRUCTURE,
        Column.FUNCTION,
        Column.FULL_NAME,
        Column.COMMUNE,
        Column.POSTCODE,
    )
    best = max(order, key=seen.share)
    share = seen.share(best)
    if best in (Column.EMAIL, Column.PHONE) and share > 0.6:
        return Column.CONTACT if min(seen.share(Column.EMAIL), seen.share(Column.PHONE)) > 0.2 else best
    if not doubtful:
        return _unless_swapped(column, best, share, seen)
    if column is Column.UNKNOWN and (seen.count < 2 or share < 0.5):
        return Column.NOTE if not title else Column.UNKNOWN
    return best if share >= 0.5 else column


def _which_contact(column: Column, seen: Profile) -> Column:
    phones, emails = seen.share(Column.PHONE), seen.share(Column.EMAIL)
    if phones < 0.3 and emails < 0.3:
        if column is Column.CONTACT and seen.share(Column.FULL_NAME) > 0.5:
            return Column.FULL_NAME
        return column
    if min(phones, emails) > 0.2:
        return Column.CONTACT
    if column in (Column.PHONE, Column.STRUCTURE_PHONE) and emails > 0.5:
        return Column.EMAIL
    if column in (Column.EMAIL, Column.STRUCTURE_EMAIL) and phones > 0.5:
        return Column.PHONE
    return column


def _unless_swapped(column: Column, best: Column, share: float, seen: Profile) -> Column:
    """A header is believed, unless nothing under it looks like what it says and nearly all looks like something else."""
    swappable = {Column.FULL_NAME, Column.LAST_NAME, Column.STRUCTURE, Column.COMMUNE, Column.FUNCTION, Column.GROUPS}
    if column in swappable and best in swappable and best is not column and share > 0.8 and seen.share(column) < 0.1 and seen.count > 4:
        return column if column is Column.LAST_NAME and best is Column.COMMUNE else best
    return column


def _share_names(layout: Layout, rows: Sequence[Row]) -> None:
    """« Nom » alone holds both names; beside « Prénom » only the last; a second full name is the other column's."""
    firsts, lasts, fulls = (layout.all_of(c) for c in (Column.FIRST_NAME, Column.LAST_NAME, Column.FULL_NAME))
    if lasts and not firsts and not fulls:
        layout.columns[lasts[0]] = Column.FULL_NAME
    elif lasts and fulls and not firsts:  # « Nom » of the structure, and a contact
        layout.columns[lasts[0]] = Column.STRUCTURE if not layout.all_of(Column.STRUCTURE) else Column.LEFT
    elif firsts and fulls and not lasts:
        layout.columns[fulls[0]] = Column.LAST_NAME
    for extra in layout.all_of(Column.FULL_NAME)[1:]:
        layout.columns[extra] = Column.UNKNOWN


@cache
def _functions() -> tuple[str, ...]:
    return tuple(sorted(words_of("contents", "functions")))
