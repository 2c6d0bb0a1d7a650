"""Whether a message changes the directory, and how: « Karim Benali est parti, c'est Sonia Haddad qui le remplace »."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from bot.domain.drafts import Field
from bot.domain.people import Visibility
from bot.domain.requests import ChangeSheet
from bot.domain.sheet_changes import SheetChange, SheetDeed
from bot.french.stems import stem
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.new_sheets import read_new_sheet
from bot.understanding.privacy import private_words
from bot.understanding.scan import Scan
from bot.understanding.sheet_contacts import read_contact
from bot.understanding.sheet_patterns import core_of, piece, ways_to_say
from bot.understanding.sheet_slots import Slots
from bot.understanding.sheet_words import Line, line_of
from bot.understanding.tokens import fold

_LONGEST = 300  # signs: what is longer tells more than a change of one sheet
_OVER_CARD = re.compile(r"\b(?:maintenant|desormais|dorenavant|a present|S\d+|retraite|poste|fonctions|quitte|quittera|c est .+ qui)\b")
_OF_GROUPS = re.compile(r"\b(?:pilotes?|membres?|animat(?:eur|rice)|present[es]*|absent[es]*|excuse[es]*|la|malade|en retard|ok)\b")


def read_sheet(scan: Scan) -> ChangeSheet | None:
    """The change of the directory that a whole message asks for; None if it asks for none, or for anything else besides."""
    if len(scan.text) > _LONGEST or private_words(scan):
        return None
    line = line_of(scan)
    start, end = core_of(line.words)
    asked = scan.hearing.asked
    if "?" in line.words[start:end]:
        if not re.match(r"(?:peux|tu peux|pouvez|pourr|on peut)", line.words[start:end]):
            return None
        end = line.words.index("?", start)
        start, end = start, len(line.words[:end].rstrip())
    slots = Slots(scan, line)
    found = read_new_sheet(slots, start, end) or _sentence(slots, start, end, texts=asked is not None) or read_contact(slots, start, end)
    if found is None or not _plausible(found, line, scan):
        return None
    return ChangeSheet(change=found)


def _sentence(slots: Slots, start: int, end: int, *, texts: bool) -> SheetChange | None:
    """The first way to say it that covers the whole sentence."""
    words = slots.line.words
    always = ("merge", "erase", "object", "visibility.network", "visibility.team")
    deeds = always if texts else (*always, "inform", "name", "structure", "change", "leave")
    for deed in deeds:
        for pattern in ways_to_say(deed):
            met = pattern.fullmatch(words, start, end)
            made = _made(deed, slots, met) if met else None
            if made is not None:
                return made
    return None


def _made(deed: str, slots: Slots, met: re.Match[str]) -> SheetChange | None:
    said = {name for name, value in met.groupdict().items() if value}
    who = slots.person(met.span("who")) if "who" in said else slots.author()
    if who is None and deed != "structure":
        return None
    day = slots.day(met.span())
    match deed:
        case "name":
            return SheetChange(deed=SheetDeed.CHANGE, who=who, name=slots.typed(met.span("name")), day=day)
        case "structure":
            return _of_structure(slots, met, said)
        case "merge":
            other = slots.person(met.span("other")) if "other" in said else None
            who = slots.namesakes(who) if who is not None and other is None else who
            alone = other is None and who is not None and len(who.ids) < 2
            return None if alone else SheetChange(deed=SheetDeed.MERGE, who=who, other=other)
        case "inform" | "object":
            return SheetChange(deed=SheetDeed[deed.upper()], who=who, day=day or slots.scan.hearing.now.date())
        case "visibility.network" | "visibility.team":
            seen = Visibility.NETWORK if deed.endswith("network") else Visibility.TEAM
            return SheetChange(deed=SheetDeed.CHANGE, who=who, visibility=seen)
        case "erase":
            return SheetChange(deed=SheetDeed.ERASE, who=who)
        case "leave":
            other = slots.somebody(met.span("other")) if "other" in said else None
            if other is not None and day is not None and piece("since").search(" ".join((*slots.scan.folds, met[0]))) is None:
                return None  # « Karim remplace Sophie demain »: for that day only
            where = slots.structure(met.span("where")) if "where" in said and other is not None else None
            return SheetChange(deed=SheetDeed.LEAVE, who=who, other=other, where=where, day=day)
    made = SheetChange(deed=SheetDeed.CHANGE, who=who, commune=slots.commune(met, said), day=day)
    if "function" in said:
        if not _is_function(slots, met):
            return None
        made = replace(made, function=slots.typed(met.span("function")))
    return replace(made, where=slots.structure(met.span("where"))) if "where" in said else made


def _of_structure(slots: Slots, met: re.Match[str], said: set[str]) -> SheetChange | None:
    where = slots.structure(met.span("where"))
    if where is None or where.new:
        return None
    named = slots.typed(met.span("name")) if "name" in said else None
    if named is not None and named == named.lower() and not re.search(r"\b(?:appellent|appelle|nomme|nom)\b", met[0]):
        return None  # « devient partenaire »
    return SheetChange(deed=SheetDeed.STRUCTURE, where=where, name=named, commune=slots.commune(met, said), day=slots.day(met.span()))


def _is_function(slots: Slots, met: re.Match[str]) -> bool:
    """Whether these words say what somebody does, and not how she is: « élue à la santé », never « malade » nor « en congé »."""
    first = next((p for p in slots.line.within(*met.span("function"))), None)
    if first is None or first.person is not None:
        return False  # « le poste de Sophie Martin » is hers, not a function of that name
    if re.search(r"\b(?:fonction|poste|titre|qualite|metier) ", met[0]):
        return True
    return first.said != "en" and _is_trade(slots, first.said)


def _is_trade(slots: Slots, said: str) -> bool:
    return said in _functions() or stem(said) in slots.scan.index.functions or _ending().search(said) is not None


@cache
def _functions() -> frozenset[str]:
    trades = table("partners")["professions"]["words"]
    return words_of("sheets", "functions") | frozenset(fold(word) for word in trades.split())


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(table("sheets")["functions"]["endings"])


def _plausible(change: SheetChange, line: Line, scan: Scan) -> bool:
    """Whether the directory is meant, and not the roll of a meeting: over a card more must be said."""
    over = scan.hearing.draft is not None
    if change.deed is SheetDeed.LEAVE and over and not _OVER_CARD.search(line.words):
        return False
    if change.deed is SheetDeed.INFORM and (over or scan.hearing.asked is Field.PEOPLE) and "prevenu" in line.words:
        return False
    if change.function and _OF_GROUPS.match(change.function.casefold().replace("é", "e")):
        return False
    return not (change.other is not None and change.who is not None and change.other.id == change.who.id is not None)
