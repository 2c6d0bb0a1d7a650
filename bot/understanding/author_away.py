"""Whether the author of a message was at the meeting: « je n'étais pas là », « moi absente », « c'est Simon qui me remplaçait »."""

from __future__ import annotations

from bot.understanding.greetings import only_greets
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.roll_deeds import HELD
from bot.understanding.scan import Scan

_LEXICON = table("roll")["author_away"]
_AWAY = PhraseTable({"away": _LEXICON["words"], "because": _LEXICON["reasons"]})
_UNSAID = PhraseTable({"unsaid": _LEXICON["unsaid"]})
_CAUSES = words_of("roll", "author_causes")
_LATE = words_of("roll", "author_late")
_ENDS = frozenset({".", "\n", ";", "!", "?"})
_AT = frozenset({"a", "au", "aux"})
_LED = 8  # words between « Paul animait » and « (j'étais souffrant) »
_REACH = 14  # words between « je n'étais pas au GT… » and « (malade) »


def tells_author_away(scan: Scan) -> bool:
    """Whether somewhere the author says not to have been there."""
    known = scan.memo.get("author away")
    if not isinstance(known, bool):
        told = _unsaid(scan) is not None or any(_is_told(scan, found) for found in _AWAY.all(scan.words))
        known = scan.memo["author away"] = told
    return known


def _unsaid(scan: Scan) -> Found | None:
    """« Pas pu venir au GT jeunes de jeudi » at the head of a message: it is the author who could not."""
    i = 0
    while i < len(scan) and (not scan.words[i].is_word or only_greets(scan.words, i)):
        i += 1
    found = _UNSAID.at(scan.words, i)
    if found is None:
        return None
    after = found.last
    while scan.fold(after) not in _AT and after < len(scan) and scan.time_at[after] is not None:
        after += 1  # « pas pu venir hier au GT »
    if scan.fold(after) not in _AT:
        return None
    met = after + 1 + (scan.fold(after + 1) in {"la", "l"})
    told = met < len(scan) and (scan.group_at[met] is not None or scan.words[met].canon in {"reunion", "rencontre", "seance"})
    named = any(scan.sign(k) == ":" and scan.person_at[k + 1] is not None for k in range(met, len(scan) - 1))  # « Absente au GT : Zoé »
    return found if told and not named else None


def of_the_author(scan: Scan, cue: Found) -> bool:
    """Whether an away word is said of the author, and so of nobody listed: « je n'étais pas au GT (malade), c'est Karim qui animait »."""
    if scan.sign(cue.last) == ":":
        return False
    unsaid = _unsaid(scan)
    if unsaid is not None and cue.first < unsaid.last:
        return True
    for k in range(cue.last - 1, max(-1, cue.first - _REACH), -1):
        if scan.sign(k) in _ENDS or scan.person_at[k] is not None:
            return False
        found = _AWAY.at(scan.words, k)
        if found is not None:
            return _is_told(scan, found)
    return False


def _is_told(scan: Scan, found: Found) -> bool:
    """Whether the words tell of this meeting: « car j'étais malade », not « désolée du retard, j'étais en congés »."""
    if found.tag == "away":
        return True
    if any(scan.folds[k] in _LATE for k in range(len(scan))):
        return False
    led = any(scan.fold(k) in HELD for k in range(max(0, found.first - _LED), found.first))
    aside = scan.sign(found.first - 1) == "(" or scan.fold(found.first - 1) == "moi"
    cause = scan.fold(found.first - 1) in _CAUSES or (aside and led)
    return cause or _for_the_meeting(scan, found.last) or _so_another_led(scan, found.last)


def _so_another_led(scan: Scan, i: int) -> bool:
    """Whether « donc pas au GT », « , c'est Pauline qui a animé » follows word i closely."""
    for k in range(i, min(len(scan) - 2, i + _LED)):
        if scan.sign(k) in _ENDS:
            return False
        if scan.fold(k) in {"donc", "alors", "coup"} and scan.fold(k + 1) == "pas":
            return True
        person = scan.person_at[k + 2] if (scan.fold(k), scan.fold(k + 1)) == ("c", "est") else None
        if person is not None and scan.fold(person.last) == "qui":
            return any(scan.fold(j) in HELD for j in range(person.last + 1, min(len(scan), person.last + 5)))
    return False


def _for_the_meeting(scan: Scan, i: int) -> bool:
    """Whether « pour le GT », « lors de la réunion » stands at word i."""
    j = i
    while scan.fold(j) in {"pour", "lors", "pendant", "le", "la", "l", "de", "du", "ce", "cette", "mon", "notre"} and j < i + 4:
        j += 1
    return j > i and (scan.group_at[j] is not None or scan.words[j].canon in {"reunion", "rencontre", "seance"}) if j < len(scan) else False
