"""Which words of a message tell the situation of a patient, and must be kept nowhere."""

from __future__ import annotations

from bot.understanding.accompanied import is_age, is_case, is_sensitive, is_stranger, titled_strangers
from bot.understanding.another_matter import another_matter
from bot.understanding.groups import Strength
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.person_mentions import title_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.privacy_of_known import told_of_known
from bot.understanding.privacy_of_one import opening, told_of_one
from bot.understanding.privacy_of_shown import told_of_shown
from bot.understanding.private_follow_ups import leads_back
from bot.understanding.scan import Scan
from bot.understanding.sentences import sentences
from bot.understanding.unknown_groups import unknown_group

_ANNOUNCES = PhraseTable({"announces": table("privacy")["announces"]["words"]})
_KIN = PhraseTable({"kin": table("privacy")["kin"]["words"]})
_STREETS = PhraseTable({"street": table("privacy")["streets"]["words"]})
_SERVICES = words_of("privacy", "services")
_LISTS = words_of("privacy", "lists")
_RELATIVES = words_of("privacy", "relatives")
_CATEGORIES = frozenset({"patients", "usagers", "residents"})


def private_words(scan: Scan, *, keep_lead: bool = False) -> frozenset[int]:
    """The words of the sentences in which somebody accompanied can be recognised, and her name wherever it stands; empty: none.

    `keep_lead`: the words before the person stay, as in « rappelle-moi d'appeler la fille de… ».
    """
    known = scan.memo.get(("private", keep_lead))
    if isinstance(known, frozenset):
        return known
    found = scan.memo[("private", keep_lead)] = _private_words(scan, keep_lead=keep_lead)
    return found


def _private_words(scan: Scan, *, keep_lead: bool) -> frozenset[int]:
    dropped: set[int] = set()
    names: set[str] = set()
    told: set[str] = set()  # what was told of the one whose situation stands right before
    disguised = False
    for sentence in sentences(scan):
        for begin, end in told_of_one(scan, sentence.first, sentence.last, keep_lead=keep_lead):
            dropped |= set(range(begin, _ends(scan, begin, end)))
        for begin, end in told_of_known(scan, sentence.first, sentence.last):
            dropped |= set(range(begin, end))
        shown = told_of_shown(scan, sentence.first, sentence.last)
        if shown is not None:
            begin = shown if keep_lead else opening(scan, shown, sentence.first)
            dropped |= set(range(begin, _ends(scan, begin, sentence.last)))
        named = titled_strangers(scan, sentence.first, sentence.last)
        if not _tells(scan, sentence.first, sentence.last, named):
            if told and leads_back(scan, sentence.body, sentence.last, told, named_only=disguised):
                person = scan.person_at[sentence.body]
                dropped |= set(range(person.last if person is not None else sentence.first, sentence.last))
            else:
                told = _of_her(scan, shown, sentence.last) if shown is not None else set()
                disguised = bool(told)
            continue
        begins = _begins(scan, sentence.first, sentence.last, named, keep_lead=keep_lead)
        ends = _ends(scan, begins, sentence.last)
        dropped |= set(range(begins, ends))
        told, disguised = (_of_her(scan, begins, ends) if ends == sentence.last else set()), False
        strangers = [i for i in range(sentence.first, sentence.last) if is_stranger(scan, i)]
        names |= {scan.fold(i) for i in (*named, *strangers) if len(scan.fold(i)) > 2}
    if not dropped:
        return frozenset()
    return frozenset(dropped | {i for i in range(len(scan)) if scan.fold(i) in names})


def _of_her(scan: Scan, first: int, last: int) -> set[str]:
    """The capitals of a situation that nobody of the directory bears: her name, where she lives."""
    capitals = (w.fold for w in scan.words[first:last] if w.is_word and w.is_capital and len(w.fold) > 3)
    return {"", *(said for said in capitals if said not in scan.index.words)}


def _tells(scan: Scan, first: int, last: int, named: list[int]) -> bool:
    """Whether a sentence tells a situation: who (a stranger named, a patient, an age) and what (health, social, an address)."""
    met = unknown_group(scan, first, last) or (first, first)
    inside = [i for i in range(first, last) if not met[0] <= i < met[1]]
    told = [
        i
        for i in inside
        if is_sensitive(scan, i) and scan.group_at[i] is None and scan.thing_at[i] is None and not _where_one_works(scan, i)
    ]
    sensitive = bool(told) and not _told_apart(scan, first, last, told)
    if not named and not sensitive:
        return False
    aged = any(is_age(scan, i) for i in inside) or any(
        scan.words[i + 1].is_number and scan.fold(i + 2) == "ans" for i in named if i + 1 < last
    )
    if aged or (named and sensitive):
        return True
    if named and (_discussed(scan, first, named[0]) or _has_kin(scan, named[0], last)):
        return True
    street = _STREETS.first(scan.words, first, last) is not None
    if named:
        return street or (_situation(scan, first, last) and _announced(scan, first, last))
    return (street and _announced(scan, first, last)) or _unknown_name(scan, first, last)


def _told_apart(scan: Scan, first: int, last: int, told: list[int]) -> bool:
    """Whether a group and who was there come first and what was spoken of after « on »: « GT Ados avec Zoé Roy, on a parlé de suicide »."""
    turn = next((i for i in range(first + 1, last) if scan.fold(i) in {"on", "nous"} and scan.sign(i - 1) in {",", ":", "-", "–"}), None)
    if turn is None or told[0] < turn:
        return False
    grouped = any(scan.group_at[i] is not None for i in range(first, turn)) or unknown_group(scan, first, turn) is not None
    return grouped and not any(is_stranger(scan, i) or title_of(scan.words, i) is not None for i in range(turn, last))


def _discussed(scan: Scan, first: int, last: int) -> bool:
    """Whether « cas discuté », « la situation de » stands before a name, and is no name of a group."""
    return any(is_case(scan, i) for i in range(first, last))


def _has_kin(scan: Scan, first: int, last: int) -> bool:
    """Whether « sa fille », « son mari » follows a name: their private life is told."""
    return any(scan.folds[i] in {"sa", "son", "ses"} and scan.folds[i + 1] in _RELATIVES for i in range(first, last))


def _announced(scan: Scan, first: int, last: int) -> bool:
    """Whether words such as « la fille de », « le cas de » announce somebody accompanied."""
    if _KIN.first(scan.words, first, last) is not None:
        return True
    found = (_ANNOUNCES.at(scan.words, i) for i in range(first, last))
    return any(f is not None and f.last <= last and scan.fold(f.last - 1) not in _CATEGORIES for f in found)


def _begins(scan: Scan, first: int, last: int, named: list[int], *, keep_lead: bool) -> int:
    """Where the private part of a sentence begins: after the facts of the meeting that stand before it."""
    marks = [
        i
        for i in range(first, last)
        if _ANNOUNCES.at(scan.words, i)
        or is_age(scan, i)
        or is_stranger(scan, i)
        or (title_of(scan.words, i) is not None and (i + 1 in named or i + 2 in named))
    ]
    marks += [i for i in range(first, last) if scan.group_at[i] is None and scan.thing_at[i] is None and is_sensitive(scan, i)] + named
    start = min(marks, default=first)
    if keep_lead:
        return start
    facts = [i for i in range(first, start) if scan.time_at[i] is not None or scan.group_at[i] is not None or scan.person_at[i] is not None]
    facts += [min(i + 1, start - 1) for i in range(first, start) if scan.number_at[i] is not None and not is_age(scan, i)]
    if not facts:
        return first
    cut = max((k for k in range(first, start) if scan.sign(k) in {",", ":", "-", "–"}), default=max(facts))
    return max(cut, max(facts)) + 1 if max(facts) < start else start


def _ends(scan: Scan, first: int, last: int) -> int:
    """Where the private part of a sentence ends: before a comma that opens the meeting, « …, GT Santé mentale hier 14h-16h »,
    or before another matter, « … et puis Jérôme propose un atelier »."""
    for comma in (k for k in range(first + 1, last) if scan.sign(k) in {",", "-", "–"}):
        group = scan.group_at[comma + 1] if comma + 1 < last else None
        if group is None or group.strength < Strength.NAMED:
            continue
        timed = any(scan.time_at[i] is not None for i in range(group.last, last))
        told = any(is_sensitive(scan, i) and scan.group_at[i] is None for i in range(comma, last)) or bool(
            titled_strangers(scan, comma, last)
        )
        told = told or _has_kin(scan, comma, last)
        if timed and not told and not any(is_stranger(scan, i) or is_age(scan, i) for i in range(comma, last)):
            return comma
    return another_matter(scan, first, last) or last


def _where_one_works(scan: Scan, i: int) -> bool:
    """Whether « hôpital », « psychiatre » at word i is the service or the profession of somebody listed: « Luc Petit (Hôpital d'Alès) »."""
    if scan.folds[i] not in _SERVICES:
        return False
    begin = next((k for k in range(i - 1, max(-1, i - 60), -1) if scan.sign(k) in {".", ";", "!", "?"}), -1) + 1
    headed = any(scan.sign(k + 1) == ":" and scan.folds[k] in _LISTS for k in range(begin, i))
    opened = next((k for k in range(i - 1, max(begin - 1, i - 7), -1) if scan.sign(k) in {"(", ")"}), None)
    beside = opened is not None and scan.sign(opened) == "(" and scan.words[opened - 1].is_capital
    return headed and (beside or scan.sign(i - 1) in {",", "-", "–", "/"} or scan.fold(i - 1) in {"la", "l", "en", "de", "d", "du"})


def _situation(scan: Scan, first: int, last: int) -> bool:
    return any(scan.fold(i) in {"situation", "cas", "patient", "patiente", "usager", "usagere"} for i in range(first, last))


def _unknown_name(scan: Scan, first: int, last: int) -> bool:
    """Whether somebody whom the directory does not know is told of: « Kevin a fait une TS », « Léa M. est hospitalisée »."""
    return any(is_stranger(scan, i) for i in range(first, last))
