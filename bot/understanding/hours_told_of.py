"""Which lengths told are no hours given: those of others every week, told twice over, or only foreseen: « compté 4h, ça m'en a pris 6 »."""

from __future__ import annotations

from dataclasses import replace

from bot.understanding.counts import number_value
from bot.understanding.hours_lengths import Length
from bot.understanding.hours_not_given import recurs
from bot.understanding.lengths import more_or_less, part_at
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind
from bot.understanding.when import mentions_in

_SAME_AGAIN = PhraseTable({"same": table("parts")["same_again"]["words"]})
_FORESEEN = words_of("parts", "foreseen")
_SPENT = words_of("parts", "spent")
_OTHERS = frozenset({"les", "des", "nos", "leurs", "ils", "elles"})
_HAVE = frozenset({"ont", "font", "suivent"})
_HAD = frozenset({"avais", "avait", "avions", "avaient"})
_COMPARED = frozenset({"plus", "moins"})
_EXPECTED = frozenset({"prevu", "prevue", "prevues", "prevus", "habitude", "annonce", "d"})
_BEFORE_COMPARED = frozenset({"a", "fait", "passe", "bosse", "travaille", "donne", "elle", "il", "environ", "en", "y", "meme"})
_NEAR = 6  # words between a length and what was foreseen of it
_FAR = 12
_HALF, _TWICE = "moitie", "double"


def hours_given(scan: Scan, lengths: list[Length], last: int) -> list[Length]:
    """The lengths that were given, told before word `last`."""
    if not _FORESEEN.isdisjoint(scan.folds):
        lengths = _really_spent(scan, lengths, last)
    if not _COMPARED.isdisjoint(scan.folds):
        lengths = _told_of_another(scan, lengths)
    if len(lengths) < 2:
        return lengths
    kept = [k for k in lengths if not _every_week_of_others(scan, k[1], k[2])] or lengths
    return _told_once(scan, kept, last)


def _told_of_another(scan: Scan, lengths: list[Length]) -> list[Length]:
    """The lengths, « Florence 20 min de plus que moi » counted from the other one told; to be asked where there is none."""
    apart = [_compared(scan, at, end) for _, at, end in lengths]
    found: list[Length] = []
    for k, (mention, at, end) in enumerate(lengths):
        beyond = apart[k]
        if beyond is None:
            found.append((mention, at, end))
        elif scan.fold(beyond - 1) not in _EXPECTED:  # « 3h, une heure de plus que prévu » is no other length
            others = [j for j in (*range(k - 1, -1, -1), *range(k + 1, len(lengths))) if apart[j] is None]
            known = lengths[others[0]][0].total_minutes if others else None
            whole = more_or_less(scan, mention, known) if known is not None else None
            found.append((replace(mention, count=1, seconds=whole * 60 if whole is not None else None), at, beyond))
    return found or lengths


def _compared(scan: Scan, at: int, end: int) -> int | None:
    """The word after « de plus que moi », told of a length from word `at` to `end`, or « de plus » behind « Florence a fait »."""
    if scan.fold(end) not in {"de", "en"} or scan.fold(end + 1) not in _COMPARED:
        return None
    i = end + 2
    if scan.fold(i) in {"que", "qu"}:
        person = scan.person_at[i + 1] if i + 1 < len(scan) else None
        return person.last if person is not None else min(i + 2, len(scan))
    j = at - 1
    while scan.fold(j) in _BEFORE_COMPARED or scan.sign(j) in {":", "→"}:
        if scan.fold(j) in {"elle", "il"}:
            return i
        j -= 1
    return i if j >= 0 and scan.person_at[j] is not None and scan.fold(i) not in {"de", "pour", "sur"} else None


def _every_week_of_others(scan: Scan, at: int, end: int) -> bool:
    """« les patients ont 2h d'atelier chaque mardi »."""
    first = at
    while first > max(0, at - _FAR) and scan.words[first - 1].is_word:
        first -= 1
    others = scan.fold(first) in _OTHERS and any(scan.fold(k) in _HAVE for k in range(first, at))
    if not others:
        return False
    for k in range(end - 1, min(len(scan), end + _NEAR)):
        time = scan.time_at[k]
        if recurs(scan, k) or (time is not None and time.kind is TimeKind.RECURRENCE):
            return True
        if not scan.words[k].is_word and k >= end:
            return False
    return False


def _told_once(scan: Scan, lengths: list[Length], last: int) -> list[Length]:
    """The lengths, the second of two equal ones left out where « c'est le même » follows, and no other day is told of it."""
    cue = _SAME_AGAIN.first(scan.words, lengths[-1][2], last)
    if cue is None:
        return lengths
    (one, _, end), (two, at, behind) = lengths[-2], lengths[-1]
    days = [[m.days for m in mentions_in(scan, [r]) if m.days is not None] for r in ((end, at), (behind, cue.first))]
    same = one.total_minutes == two.total_minutes and (not days[0] or not days[1] or days[0][0] == days[1][0])
    return lengths[:-1] if same else lengths


def _really_spent(scan: Scan, lengths: list[Length], last: int) -> list[Length]:
    """The lengths, one only foreseen left out for the one spent: another length, a bare number, or « la moitié »."""
    for k, (mention, at, end) in enumerate(lengths):
        if mention.kind is not TimeKind.DURATION or not mention.seconds or not _is_foreseen(scan, at, end):
            continue
        stop = lengths[k + 1][1] if k + 1 < len(lengths) else last
        if k + 1 < len(lengths) and any(scan.fold(j) in _SPENT for j in range(max(end, stop - _NEAR), stop)):
            if _another_work(scan, lengths[k][2], lengths[k + 1][2], last):
                return lengths
            return [*lengths[:k], *lengths[k + 1 :]]
        spent = _spent(scan, end, stop, mention.seconds)
        if spent is not None:
            return [*lengths[:k], (replace(mention, seconds=spent), at, end), *lengths[k + 1 :]]
    return lengths


def _another_work(scan: Scan, end: int, behind: int, last: int) -> bool:
    """« prévu 2h de prépa, fait 1h de route »: the second length is of something else."""
    one, two = part_at(scan, end, last), part_at(scan, behind, last)
    return one is not None and two is not None and one.tag != two.tag


def _is_foreseen(scan: Scan, at: int, end: int) -> bool:
    """« j'avais compté 4h », « prépa prévue 2h », « 2h de prépa prévues »."""
    for k in range(at - 1, max(-1, at - _NEAR), -1):
        if scan.fold(k) in _FORESEEN:
            return scan.fold(k) != "compte" or scan.fold(k - 1) in _HAD  # « j'ai compté 3h » gives them
        if not scan.words[k].is_word:
            break
    for k in range(end, end + 4):
        if scan.fold(k) in ({"prevues", "prevus", "prevu", "prevue"} if k == end else {"prevues", "prevus"}):
            return True
        if not (k < len(scan) and scan.words[k].is_word):
            break
    return False


def _spent(scan: Scan, first: int, last: int, seconds: int) -> int | None:
    """The seconds of « ça m'en a pris 6 », « fait que la moitié », « finalement le double » among the words [first, last)."""
    cue = next((k for k in range(first, last) if scan.fold(k) in _SPENT), None)
    if cue is None:
        return None
    for k in range(cue + 1, min(last, cue + _NEAR)):
        if scan.fold(k) in {_HALF, _TWICE} and scan.fold(k + 1) not in {"de", "du", "d", "avec"}:
            return seconds // 2 if scan.fold(k) == _HALF else seconds * 2
        number = number_value(scan, k)
        if number is not None:
            closes = number[2] >= len(scan) or not scan.words[number[2]].is_word
            return number[0] * 3600 if closes and seconds % 3600 == 0 and 1 <= number[0] <= 12 else None
    return None
