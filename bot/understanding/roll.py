"""Who was there and who was not: the attendance list that a message tells in whatever order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bot.domain.attendance import AttendanceState, Presence
from bot.understanding.appositions import named_after
from bot.understanding.author_away import of_the_author
from bot.understanding.choosing import ARTICLES, ATTENDANCE
from bot.understanding.lexicon_files import table
from bot.understanding.met_people import met_at
from bot.understanding.phrases import Found
from bot.understanding.roll_ahead import announced_ahead
from bot.understanding.roll_away_counts import counted_away
from bot.understanding.roll_beside import comes_besides
from bot.understanding.roll_callings import callings_begin
from bot.understanding.roll_colleagues import colleagues
from bot.understanding.roll_deeds import (
    HELD,
    asked_to_keep,
    holds_alone,
    hosts,
    speaks,
    speaks_in_turn,
    speaks_together,
    told_together,
)
from bot.understanding.roll_denied import denied, taken_off
from bot.understanding.roll_guests import Item
from bot.understanding.roll_heard import heard
from bot.understanding.roll_hosts import shown_by_people
from bot.understanding.roll_instead import instead_of
from bot.understanding.roll_invited import never_came
from bot.understanding.roll_items import item_at
from bot.understanding.roll_lines import line_of_people
from bot.understanding.roll_mentions import once_each
from bot.understanding.roll_not_there import excepts_the_present
from bot.understanding.roll_openings import is_line
from bot.understanding.roll_runs import role_opens, run_begins
from bot.understanding.roll_setting import RollSetting
from bot.understanding.roll_stand_ins import stand_in
from bot.understanding.roll_states import (
    ENDS_LIST,
    STATES,
    applies_back,
    like_the_last,
    means_presence,
    only_after,
    someone_at,
    unnamed,
)
from bot.understanding.roll_told_of import meant_again
from bot.understanding.scan import Scan
from bot.understanding.sentences import goes_on_listing, shortens_state
from bot.understanding.spoke_in_turn import house_in_turn
from bot.understanding.told_offices import past_aside

_CUES = table("cues")
_SIGNS = {sign: tag for tag, several in _CUES["signs"].items() for sign in several}
_THOSE_THERE = ("present", "particip", "pers", "connect", "membre", "inscrit", "autour")  # « 4 présents : l'ADIL, la mairie… »
_BACK = frozenset({"donc", "reste", "restait", "restaient", "restent"})  # « pas de Chantal, donc Fatima et moi »


@dataclass(slots=True)
class Roll:
    """What was read of an attendance: its items in order, whether all the group was there, and who is excepted."""

    items: list[Item] = field(default_factory=list)
    everyone: bool = False
    heading: AttendanceState | None = None  # of a line such as « Excusés » alone, for the lines below it
    listing: bool = False  # the line above told people, and nothing else

    @property
    def presences(self) -> tuple[Presence, ...]:
        """The presences in the order told."""
        return tuple(item.presence for item in self.items)


def read_roll(scan: Scan, ranges: Iterable[tuple[int, int]], setting: RollSetting, *, listed: bool = False) -> Roll:
    """Read the people of those words; `listed`: they are known to be a list (an answer to « qui était là ? »)."""
    roll = Roll()
    for first, last in ranges:
        _read_range(scan, first, last, setting, roll, listed=listed)
    roll.items = once_each([heard(scan, item, setting.group_id) for item in roll.items])
    roll.items = [item for item in roll.items if not (shown_by_people(scan, item, roll.items) or never_came(scan, item))]
    return roll


def _read_range(scan: Scan, first: int, last: int, setting: RollSetting, roll: Roll, *, listed: bool) -> None:
    line = is_line(scan, first, last)
    told = line_of_people(scan, first, last, setting) if line and (roll.listing or scan.sign(first - 1) == ">") else None
    if told is not None:
        roll.items += told
        return
    before, headed = len(roll.items), roll.heading if line else None
    walk = _Walk(scan, first, last, setting, roll, listed=listed)
    if headed is not None:
        walk.state, walk.in_list = headed, True
    i = first
    while i < last:
        i = walk.step(i)
    roll.listing = line and len(roll.items) > before
    cue = ATTENDANCE.at(scan.words, first)
    alone = (
        cue is not None and cue.tag in {"present", *STATES} and (cue.last == last or (cue.last == last - 1 and scan.sign(cue.last) == ":"))
    )
    roll.heading = walk.state if alone and scan.sign(last) == "\n" else headed


class _Walk:
    """One pass over the words of a list: the state that the next people have, and whether a list is being told."""

    __slots__ = (
        *("apposed", "aside", "first", "fresh", "hosts", "in_list", "last", "listed"),
        *("met", "muted", "past", "represents", "roll", "scan", "setting", "state"),
    )

    def __init__(self, scan: Scan, first: int, last: int, setting: RollSetting, roll: Roll, *, listed: bool) -> None:
        sign = _SIGNS.get(scan.sign(first - 1)[:1], "")
        self.scan, self.first, self.last, self.setting, self.roll, self.listed = scan, first, last, setting, roll, listed
        self.state = STATES.get(sign, AttendanceState.PRESENT)
        self.in_list = listed or sign == "present" or self.state is not AttendanceState.PRESENT
        self.fresh = len(roll.items)
        self.past = first  # the word after whoever represents somebody
        self.aside = False  # a list was being told where a bracket opened
        self.met = -1  # the word at which whoever was met is told
        self.represents = False  # somebody was told to stand for another
        self.muted = False  # somebody was told to have spoken: whoever is named after is not thereby present
        self.apposed: Item | None = None  # those just counted, whose names follow
        self.hosts = False  # … but whoever did it « avec » them was: « a animé l'atelier avec Zoé »

    def step(self, i: int) -> int:
        """Read what stands at word i; the next word to read."""
        scan = self.scan
        if scan.sign(i) == ";" and goes_on_listing(scan, i):
            return i + 1
        if scan.sign(i) in ENDS_LIST and not (scan.sign(i) == "." and shortens_state(scan, i, self.first)):
            self.state, self.in_list, self.fresh, self.muted = AttendanceState.PRESENT, self.listed, len(self.roll.items), False
            self.represents = False
            return i + 1
        self._sign(i)
        if scan.fold(i) == "nous" and scan.number_at[i + 1] is not None and scan.sign(i + 2) in {"+", "&"}:
            self.in_list = True  # « nous 2 + une sage-femme du planning »
            return i + 2
        if i in self.setting.skipped:
            return i + 1
        if self.roll.everyone and self.state is not AttendanceState.PRESENT and comes_besides(scan, i):
            self.state, self.in_list, self.fresh = AttendanceState.PRESENT, True, len(self.roll.items)  # « tous sauf la PMI, plus Karim »
            return i + 1
        if self.state is not AttendanceState.PRESENT and scan.fold(i) in _BACK and someone_at(scan, min(i + 1, len(scan) - 1)):
            self.state, self.in_list, self.fresh = AttendanceState.PRESENT, True, len(self.roll.items)
            return i + 1
        if scan.fold(i) == "par" and self._represented_too(i):
            return self.past
        past = self._counted_away(i) or self._met(i)
        cue = ATTENDANCE.at(scan.words, i) if past is None and scan.person_at[i] is None else None
        if cue is not None and cue.last <= self.last:
            self._hear(cue)
            return max(cue.last, self.past)
        return past or self._aside(i) or self._item(i)

    def _sign(self, i: int) -> None:
        """Take what a colon or a bracket at word i says of the list."""
        scan, sign = self.scan, self.scan.sign(i)
        if sign == ":":
            self.muted = False
            self.in_list = self.in_list or (i - 1 in self.setting.skipped and scan.fold(i - 1).startswith(_THOSE_THERE))
            if not self.listed and self.in_list and scan.person_at[i - 1] is not None and i + 1 < self.last:
                self.in_list = (
                    scan.person_at[i + 1] is not None or ATTENDANCE.at(scan.words, i + 1) is not None
                )  # « avec Sophie et Inès : le coffre-fort numérique »
        elif sign == "(":
            self.aside = self.in_list
        elif sign == ")" and self.aside:
            self.in_list, self.aside = True, False  # « Nathalie (qui a dû filer à 14h15) et Bastien Roumégas »

    def _met(self, i: int) -> int | None:
        """« on a vu la directrice », « lui et moi »: the word from which to read on, None where nobody is told so."""
        met = met_at(self.scan, i) if self.state is AttendanceState.PRESENT else None
        if met is not None:
            self.in_list, self.met = True, met
        elif (again := meant_again(self.scan, self.first, i, self.setting, self.roll.items)) is not None:
            self.roll.items += again[0]
            return again[1]
        return met

    def _counted_away(self, i: int) -> int | None:
        """« 3 excusés », « 2 absents »: so many, unnamed unless their names follow; the word after, None elsewhere."""
        found = counted_away(self.scan, i, self.last, self.setting.skipped, self.state)
        if found is None:
            return None
        self.in_list, self.fresh, self.state = True, len(self.roll.items), found.state
        self.roll.items += [found.unnamed] if found.unnamed is not None else []
        return found.last

    def _hear(self, cue: Found) -> None:
        """Take a cue: who follows or who was just named is present, excused, absent…"""
        if self.scan.fold(cue.first) == "en" and only_after(self.scan, cue) and self.roll.items and unnamed(self.roll.items[-1]):
            return  # « une infirmière en formation »
        if of_the_author(self.scan, cue):
            return
        if not means_presence(self.scan, cue) or (cue.tag == "everyone" and announced_ahead(self.scan, cue, cue.first)):
            return
        if cue.tag == "represented" and self.scan.fold(cue.last - 1) in {"par", "a"}:
            self._represented(cue.last)
        elif cue.tag == "everyone":
            self.roll.everyone = self.in_list = True
            if self.scan.fold(cue.last - 1) in {"sf", "sauf", "hormis", "excepte", "de", "du"}:  # « ts sf la CAF »
                self.state = AttendanceState.ABSENT
        elif cue.tag == "present":
            self.muted = self.muted and self.scan.fold(cue.first) in {"avec", "dont"} and not self.hosts
            told = self.scan.fold(cue.first) != "avec" or self.scan.fold(cue.first - 1) == "mais"
            if cue.last - cue.first > 1 or told or self.state is AttendanceState.PRESENT:
                self.state, self.in_list = AttendanceState.PRESENT, True
        elif excepts_the_present(self.scan, cue):
            self.state, self.in_list = AttendanceState.PRESENT, True
        elif not applies_back(self.scan, cue, self.roll.items, self.fresh) and not only_after(self.scan, cue):
            self.state, self.in_list = STATES[cue.tag], True

    def _represented(self, first: int) -> None:
        """« M. Fabre, représenté par M. Saïdi »: who stands for the one just named is told from word `first` on."""
        past = stand_in(self.scan, first, self.last, self.setting, self.roll.items)
        self.represents, self.past = self.represents or past is not None, past or self.past

    def _represented_too(self, i: int) -> bool:
        """« la CPAM était représentée par Philippe, l'ARS par Isabelle »: the second is represented as well."""
        items = self.roll.items[self.fresh :]
        announced = self.state is AttendanceState.REPRESENTED
        if not items or items[-1].last != i or not (announced or self.represents):
            return False
        self._represented(i + 1)
        return self.past > i

    def _aside(self, i: int) -> int | None:
        """Whoever is told otherwise than by a line of their own: a colleague, one replaced, taken back, denied; the word after, if any."""
        scan, items, setting = self.scan, self.roll.items, self.setting
        read = colleagues(scan, i, items) or instead_of(scan, i, self.last, setting, items)
        read = read or taken_off(scan, i, items) or denied(scan, i, self.last, setting)
        if read is None:
            return None
        self.roll.items += [read[0]] if read[0] is not None else []
        return read[1]

    def _told(self, i: int, *, goes_on: bool) -> Item | None:
        """The line that begins at word i, past « , de la CAF, » where a state follows; None if none does."""
        item = item_at(self.scan, i, self.last, self.setting, in_list=self.in_list, goes_on=goes_on)
        if item is not None and item.presence.person_id is not None:
            item.last = past_aside(self.scan, item.last, self.last)
        return item

    def _item(self, i: int) -> int:
        """Read one line of the list, if one begins at word i."""
        scan, end = self.scan, self.last
        begins = scan.words[i].is_word and run_begins(scan, i, end)
        self.in_list = self.in_list or begins or (i == self.first and role_opens(scan, i, end, self.setting))
        self.in_list = (told := not self.in_list and callings_begin(scan, i, end, self.setting.skipped)) or self.in_list
        goes_on = told or self.met == i or (bool(self.roll.items) and self.roll.items[-1].last == i)
        item = self._told(i, goes_on=goes_on)
        if item is None:
            if scan.words[i].is_word and scan.fold(i) in {"pour", "pr", "sur", "on", "qui"} and scan.time_at[i] is None:
                self.in_list = self.listed
            return i + 1
        if item.presence.count and named_after(scan, item, self.last):
            self.apposed = item
            item.presence, self.in_list = replace(item.presence, count=0), True
        elif item.presence.count and self.apposed is not None:
            item.first = self.apposed.first  # « une interne, Manon Castel » is one line
            if item.presence.person_id is None and not item.presence.candidates and item.presence.structure_id is None:
                item.presence = replace(item.presence, structure_id=self.apposed.presence.structure_id)
            self.apposed = None
        if item.presence.count and asked_to_keep(scan, item.last):
            return item.last
        spoke = speaks(scan, item.last)
        heard = spoke or speaks_together(scan, item.last)
        heard = heard or (self.muted and (speaks_in_turn(scan, i, item.last) or told_together(scan, item.last)))
        heard = (heard and scan.person_at[i] is not None) or (self.muted and house_in_turn(scan, item))
        if item.presence.count and not (self.muted and self.state is AttendanceState.PRESENT and not heard):
            state = item.presence.state if item.said_state else self.state
            if self.state is not AttendanceState.PRESENT and (spoke or scan.fold(item.last) in HELD):
                state = AttendanceState.PRESENT  # « en l'absence d'Odile, Thierry présidait »
            item.presence = replace(item.presence, state=state)
            item.tied = scan.fold(i - 1) in {"et", "&", "ni"} or (scan.fold(i - 1) in ARTICLES and scan.fold(i - 2) == "et")
            self.roll.items.append(item)
            self.roll.items += [replace(item, presence=replace(p, state=self.state), tied=True, more=()) for p in item.more]
            self.in_list = True
            like_the_last(scan, self.roll.items, item)
            self.muted = self.muted or (spoke and not holds_alone(scan, item.last))
            self.hosts = hosts(scan, item.last) if spoke else self.hosts
        return max(item.last, i + 1)
