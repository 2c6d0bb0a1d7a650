"""Where a message comes back to who was there, after something else was told."""

from __future__ import annotations

from bot.understanding.choosing import ARTICLES
from bot.understanding.counts import everyone_noun, number_value
from bot.understanding.lexicon_files import table
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.strangers import stranger_at
from bot.understanding.verbs import deed_at

_CUES = PhraseTable(table("roll")["openings"])
_WHOLE = PhraseTable({"whole": table("roll")["whole"]["words"]})
_HEADED = PhraseTable({"headed": table("roll")["headings"]["words"]})
_AWAY_AFTER = PhraseTable({"after": table("roll")["states"]["words"]})
_MOST_NAMES, _SIGLE = 12, 7
_THE = frozenset({"le", "la", "l", "les"})
# not « la CAF présente son bilan »
_AFTER_STATE = frozenset({"et", "aussi", "mais", "egalement", "comme", "encore", "finalement", "hier", "car"})
_BULLETS = frozenset("-–—•*▪▸►·>")
_NOT_COUNTED = frozenset({"ont", "sont", "seront", "etaient", "qui", "a", "par", "pour", "isolees", "agees", "de", "du", "en"}) | {
    *("max", "maxi", "maximum", "mini", "minimum")  # « 12 personnes max »
}


def heads_roll(scan: Scan, i: int, colon: int) -> bool:
    """Whether words [i, colon) before a colon announce people who were there: « Animation : », « Vu aussi : », « Autour de la table : »."""
    found = _HEADED.at(scan.words, i)
    return (
        found is not None
        and found.last <= colon
        and all(scan.fold(k) in {"aussi", "egalement", "encore"} or scan.sign(k) == "." for k in range(found.last, colon))
    )


def opens_roll(scan: Scan, i: int, end: int) -> bool:
    """Whether a clause that begins at word i tells who or how many were there: « présents : Zoé », « y avait Paul », « 15 personnes »."""
    cue = _CUES.at(scan.words, i)
    if cue is not None and cue.last < end:
        j = cue.last + 1 if scan.sign(cue.last) == ":" else cue.last
        while j < end and scan.fold(j) in ARTICLES:
            j += 1
        return _someone(scan, j, end) or (scan.number_at[j] is not None and scan.time_at[j] is None)
    whole = _WHOLE.at(scan.words, i)
    if whole is not None:
        return _closes(scan, whole.last)
    number = number_value(scan, i)
    if number is not None:
        noun = everyone_noun(scan, number[2])
        if noun is None and (away := _AWAY_AFTER.at(scan.words, number[2])) is not None:
            return _closes(scan, away.last)  # « 2 excusés : Zoé et Karim »
        return noun is not None and noun <= end and scan.fold(noun) not in _NOT_COUNTED and deed_at(scan.words, noun) is None
    return _names_then_state(scan, i, end)


def _closes(scan: Scan, i: int) -> bool:
    """Whether the clause ends before word i, or goes on about those who were there."""
    return i >= len(scan) or not scan.words[i].is_word or scan.fold(i) in _AFTER_STATE


def _someone(scan: Scan, i: int, end: int) -> bool:
    if i >= end:
        return False
    thing = scan.thing_at[i]
    return scan.person_at[i] is not None or (thing is not None and bool(thing.structures)) or stranger_at(scan, i, end) is not None


def _names_then_state(scan: Scan, i: int, end: int) -> bool:
    """Whether names and « étaient là », « excusés » after them begin at word i: « thomas et paola étaient là », « la caf excusée »."""
    j, named, houses = i, 0, 0
    while j < end and named + houses < _MOST_NAMES:
        person, house = scan.person_at[j], _house_at(scan, j, end)
        if person is not None:
            named, j = named + 1, person.last
        elif house is not None:
            houses, j = houses + 1, house
        elif (stranger := stranger_at(scan, j, end)) is not None:
            named, j = named + 1, stranger
        elif named + houses and (scan.sign(j) in {",", "&", "+", "/"} or scan.fold(j) == "et"):
            j += 1
        else:
            break
    state = _AWAY_AFTER.at(scan.words, j) if j < end else None
    if state is None or not named + houses:
        return False
    return not houses or _told_of_house(scan, i, state, alone=houses == 1 and not named)


def _house_at(scan: Scan, i: int, end: int) -> int | None:
    """The word after « la CAF », « dac » at word i."""
    at = i + (scan.fold(i) in _THE and i + 1 < end)
    thing = scan.thing_at[at]
    if thing is not None:
        return thing.last if thing.first == at and thing.structures else None
    sigle = scan.sign(at).isupper() and 2 <= len(scan.sign(at)) <= _SIGLE and not scan.text.isupper()
    return at + 1 if sigle else None  # « MSA excusée »


def _told_of_house(scan: Scan, i: int, state: Found, *, alone: bool) -> bool:
    """Whether « excusée » behind a structure ends the clause: not « la CAF présente son bilan », « relancer l'ARS, la CAF absentes »."""
    said = scan.fold(state.last - 1)
    if said == "presente" or not scan.words[state.first - 1].is_word:
        return False
    if alone and said.endswith("s") and scan.sign(i - 1) == "," and (scan.thing_at[i - 2] or scan.person_at[i - 2]) is not None:
        return False
    return _closes(scan, state.last)


def is_line(scan: Scan, first: int, last: int) -> bool:
    """Whether words [first, last) are an item of a list, or a line that is only a name."""
    if scan.sign(first - 1) in _BULLETS:
        return True
    return scan.sign(first - 1) == "\n" and all(scan.person_at[k] is not None or not scan.words[k].is_word for k in range(first, last))


def of_somebody(scan: Scan, i: int) -> bool:
    """Whether word i tells where somebody of a list works: « - Marie Leroy, CCAS », « Anne Dupont (CCAS) », not « avec Bonnet, MSP »."""
    j = i - 1
    while j > 0 and scan.fold(j) in ARTICLES:
        j -= 1
    if j < 1 or scan.sign(j) not in _APART or (scan.person_at[j - 1] is None and not scan.words[j - 1].is_capital):
        return False
    first = _name_before(scan, j)
    return first is not None and (scan.sign(j) == "(" or lined(scan, first))


def lined(scan: Scan, first: int) -> bool:
    """Whether word `first` opens an item of a list, one a line."""
    return scan.sign(first - 1) in _BULLETS and (first < 2 or scan.sign(first - 2) in {"\n", ":"})


def _name_before(scan: Scan, j: int) -> int | None:
    """The first word of the name that ends before word j; None if no name does."""
    person = scan.person_at[j - 1]
    if person is not None:
        return person.first
    return next((k for k in range(max(0, j - 5), j) if stranger_at(scan, k, j) == j), None)


_APART = frozenset({",", "(", "-", "–", "—", "/", "|", ":"})
