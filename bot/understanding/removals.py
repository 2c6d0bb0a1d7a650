"""What a message takes off a card: « pas de décision », « supprime la première décision », « enlève Karim et Sophie »."""

from __future__ import annotations

from bot.understanding.changes import Change, typed
from bot.understanding.lexicon_files import table
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.plan_objects import is_outcome
from bot.understanding.pointing import by_words, ordinal_at, said_words
from bot.understanding.scan import Scan
from bot.understanding.sentences import sentences
from bot.understanding.taking_off import DETERMINERS, LISTS, PRONOUNS, emptied, fields_of, take_off, with_items
from bot.understanding.turns import politely_corrects, words_in

_VERBS = PhraseTable({"remove": table("turns")["removes"]["words"]})
_FIELDS = PhraseTable(table("turns")["fields"])
_OTHERS = PhraseTable({"head": table("turns")["corrects"]["heads"]})
_NONE = frozenset({"pas", "aucune", "aucun", "sans", "ni", "zero"})
_EMPTY_TAIL = words_in("small", "empty_tail")
_DECIDING = {"decide": "decisions", "acte": "decisions", "parle": "topics", "evoque": "topics", "discute": "topics"}
_SKIPPED_BEFORE_VERB = words_in("corrects", "skipped")


def remove(scan: Scan, change: Change) -> None:
    """Take off the card what the message takes off; those words are used up."""
    _never_said(scan, change)
    _empty(scan, change)
    for sentence in sentences(scan):
        for verb in _VERBS.all(scan.words, sentence.body, sentence.last):
            if verb.first in change.taken or is_outcome(scan, verb.first) or not _commands(scan, verb, sentence.body):
                continue
            end = _end(scan, verb.last, sentence.last)
            for first, last in _objects(scan, verb.last, end):
                take_off(scan, change, first, last)
                change.take(first, last)
            change.take(verb.first, verb.last)


def _never_said(scan: Scan, change: Change) -> None:
    """« on n'a pas décidé d'imprimer le flyer », « on n'a rien décidé », « on n'a pas parlé du film »."""
    for sentence in sentences(scan):
        for i in range(sentence.body, sentence.last - 1):
            tag = _DECIDING.get(scan.fold(i + 1))
            if tag is None or scan.fold(i) not in {"pas", "rien"} or scan.fold(i - 1) not in {"a", "avons"}:
                continue
            items = getattr(change.meeting, tag)
            words = said_words(scan, i + 2, sentence.last)
            meant = by_words(words, items) if words else []
            if len(meant) == 1 or not words:
                left = tuple(item for k, item in enumerate(items) if words and k not in meant)
                change.put(with_items(change.meeting, tag, left), LISTS[tag])
            else:
                change.miss(typed(scan, i + 2, sentence.last))
            change.take(sentence.body, sentence.last)
            break


def _commands(scan: Scan, verb: Found, start: int) -> bool:
    """Whether the verb is said to Maillon: at the head of a clause, not « on retire le flyer » nor « Karim supprime »."""
    i = verb.first - 1
    if i < start or not scan.words[i].is_word:
        return True
    if scan.fold(i) in {"l", "le", "la", "les"} and i - 1 >= start:
        i -= 1
    polite = next((k for k in range(max(start, i - 5), i + 1) if politely_corrects(scan, k)), None)
    return polite is not None or scan.fold(i) in _SKIPPED_BEFORE_VERB | {
        "et",
        "puis",
        "non",
        "stp",
        "aussi",
        "plutot",
        "finalement",
        "pardon",
        "a",
    }


def _end(scan: Scan, i: int, end: int) -> int:
    """Where what a verb takes off ends: at another order, or at « c'est », « par »."""
    for k in range(i, end):
        if k > i and (
            _VERBS.at(scan.words, k)
            or (_OTHERS.at(scan.words, k) and scan.fold(k) not in {"plus", "le", "la", "les"} and scan.person_at[k] is None)
        ):
            last = k
            while last > i and (not scan.words[last - 1].is_word or scan.fold(last - 1) in {"et", "mais", "puis"}):
                last -= 1
            return last
        if scan.sign(k) in {":", ";", "?"}:
            return k
    return end


def _objects(scan: Scan, first: int, end: int) -> list[tuple[int, int]]:
    """The things named one after the other, « Karim, Sophie et la première décision »."""
    found: list[tuple[int, int]] = []
    begin = first
    for i in range(first, end + 1):
        apart = i < end and (scan.sign(i) in {",", "+", "&"} or scan.fold(i) in {"et", "ni"}) and scan.person_at[i] is None
        if not (i == end or apart):
            continue
        if begin < i:
            if found and not _nominal(scan, begin):
                break
            found.append((begin, i))
        begin = i + 1
    return found


def _nominal(scan: Scan, i: int) -> bool:
    """Whether word i may begin the name of a thing or of somebody."""
    covered = scan.person_at[i] is not None or scan.thing_at[i] is not None or scan.fold(i) in PRONOUNS
    return (
        covered
        or scan.words[i].is_capital
        or scan.fold(i) in DETERMINERS
        or _FIELDS.at(scan.words, i) is not None
        or ordinal_at(scan, i) is not None
    )


def _empty(scan: Scan, change: Change) -> None:
    """« pas de décision », « aucune action », « sans lieu »: a part of the card made empty."""
    for phrase in _FIELDS.all(scan.words):
        if phrase.tag in {"people", "away", "headcount"}:
            continue
        before = {scan.fold(k) for k in range(max(0, phrase.first - 4), phrase.first)}
        tail = range(phrase.last, min(len(scan), phrase.last + 4))
        plain = all(not scan.words[k].is_word or scan.fold(k) in _EMPTY_TAIL for k in tail)
        if before & _NONE and plain and not any(scan.time_at[k] is not None for k in tail):
            change.put(emptied(change.meeting, phrase.tag), *fields_of(phrase.tag))
            change.take(max(0, phrase.first - 4), min(len(scan), phrase.last + 4))
