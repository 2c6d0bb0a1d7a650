"""Who is named without having been there: « devait venir », « a écrit », « croisé Denis », « signale par mail », « Claire… non, Julie »."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.attendance import AttendanceState
from bot.understanding.choosing import ATTENDANCE
from bot.understanding.lexicon_files import spaced, table, words_of
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.roll_ahead import announced_ahead
from bot.understanding.roll_guests import Item
from bot.understanding.scan import Scan

_ROLL = table("roll")["not_there"]
_WANTED = [f"{want} {deed}" for want in _ROLL["wanted"] for deed in _ROLL["deeds"]]
_MISSED = [f"{want} {deed}" for want in _ROLL["missed"] for deed in _ROLL["deeds"]]
_AFTER = PhraseTable({"absent": _MISSED, "told": [*_WANTED, *_ROLL["after"]]})
_BEFORE = PhraseTable({"told": [*_WANTED, *_ROLL["before"]]})
_REMOTE = PhraseTable({"remote": _ROLL["by_post"]})
_AWAY_FOR = PhraseTable({"away": _ROLL["away_for"]})
_APART = PhraseTable({"apart": _ROLL["took_no_part"]})
_POSTED = words_of("roll", "posted")
_SENT = frozenset(spaced(_ROLL["sent"]).split())
_UNSEEN = PhraseTable({"unseen": _ROLL["unseen"]})
_NOBODY = PhraseTable({"nobody": _ROLL["nobody"]})
_EXCEPT = frozenset({"part", "sauf", "hormis", "excepte", "exception", "dehors"})
_DONE_THERE = words_of("roll", "done_there")
_DONE_WITH_US = words_of("roll", "done_with_us")
_DONE_OR_OWN = words_of("roll", "done_or_own")
_DONE_BY_HOUSES = words_of("roll", "done_by_houses")
_BEFALLEN = words_of("roll", "befallen")
_DONE_ELSEWHERE = words_of("roll", "done_elsewhere")
_ONES_OWN = words_of("verbs", "ones_own")
_SPOKE_OF = words_of("cues", "spoke_of")
_TO_THE_GROUP = words_of("verbs", "those_there") | words_of("cues", "meeting_nouns")
_OWN = frozenset({"son", "sa", "ses", "leur", "leurs"})
_HAVE = frozenset({"a", "ont", "avait", "avaient"})
_ARE = frozenset({"est", "sont", "etait", "etaient"})
_US = frozenset({"nous", "ns", "vous"})
_PRONOUNS = _US | {"s", "se", "lui", "leur", "m", "me", "l", "les", "y", "en", "n", "ne"}
_SMALL = words_of("decisions", "adverbs") | {"pas", "jamais", "toujours", "rien", "tout", "hier", "tous", "recemment", "vraiment", "trop"}
_NOT_DONE = frozenset({"une", "de", "le", "lieu", "envie", "raison", "hate", "peu", "meme", "deux", "trois", "quatre", "la", "ete", "si"})
_DONE_ENDS = ("é", "ée", "és", "ées", "i", "ie", "is", "u", "ue", "us", "it", "ert", "int", "aint", "eint")
_TAKES_BACK = frozenset({"non", "pardon", "euh", "plutot", "enfin", "en", "fait", "erreur", "je", "veux", "dire", "c", "etait"})
_ENDS = frozenset({".", ";", "\n", "!", "?"})
_LONGEST = 5  # words of a phrase said before a name
_REACH = 12  # words after a name in which its clause tells of it
_DEED = 4  # words between a name and « par mail »


def never_there(scan: Scan, i: int) -> bool:
    """Whether whoever is named at word i is only told of: not there, nor said to be away."""
    first, last = _run(scan, i)
    return (
        _is_told(scan, i, last)
        or any(_said_before(scan, k) for k in {i, first})
        or _taken_back(scan, last_of(scan, i))
        or _addressed(scan, first)
        or _written_to(scan, i)
    )


def done_elsewhere(scan: Scan, item: Item) -> int | None:
    """The word after « l'ARS a répondu », « Denis a appelé Zoé hier », « est pris le 20 »: what somebody did that was not done here."""
    last = _run(scan, item.last - 1)[1] if scan.person_at[item.last - 1] is not None else _past_houses(scan, item.last)
    taken = _AWAY_FOR.at(scan.words, last)
    if taken is not None and announced_ahead(scan, taken, item.first):
        return taken.last
    j = last
    while scan.fold(j) in _PRONOUNS and j < last + 3:
        j += 1
    if scan.fold(j) in _ARE and scan.fold(j + 1) in _BEFALLEN and not _state_follows(scan, j + 2):
        return _clause_end(scan, j)
    if scan.fold(j) not in _HAVE or scan.sign(j) == "à" or ATTENDANCE.at(scan.words, last) or ATTENDANCE.at(scan.words, j):
        return None
    k = j + 1
    while k < min(len(scan), j + 4) and scan.fold(k) in _SMALL:
        k += 1
    if k >= len(scan) or ATTENDANCE.at(scan.words, k) is not None or not _is_participle(scan, k):
        return None
    with_us = not _US.isdisjoint(scan.folds[last:j])
    here = _is_done_here(scan, k, item, with_us=with_us) or _state_follows(scan, k + 1)
    return None if here else _clause_end(scan, k)


def _clause_end(scan: Scan, k: int) -> int:
    """The word before which the clause of word k ends: at a sign, or where « et » or « mais » goes on with another."""
    while k < len(scan) and scan.sign(k) not in _ENDS | {",", ":", ")"} and not (scan.fold(k) in {"et", "mais"} and scan.person_at[k + 1]):
        k += 1
    return k


def _past_houses(scan: Scan, i: int) -> int:
    """The word after the structures that « et » or a comma ties to the one that ends before word i: « l'ARS et la CPAM ont signé »."""
    for _ in range(_REACH):
        tied = scan.sign(i) in {",", "&", "+"} or scan.fold(i) == "et"
        k = i + 1 + (scan.fold(i + 1) in {"la", "le", "l"})
        thing = scan.thing_at[k] if tied and k < len(scan) else None
        if thing is None or not thing.structures:
            break
        i = thing.last
    return i


def _is_participle(scan: Scan, k: int) -> bool:
    """Whether word k, after « a » or « ont », is what was done: « signé », « fini »; typed without accents, only where it is known."""
    word = scan.words[k]
    if not word.is_word or word.fold in _NOT_DONE or scan.time_at[k] is not None or scan.person_at[k] is not None:
        return False
    return word.fold in _DONE_ELSEWHERE or (word.text.casefold().endswith(_DONE_ENDS) and len(word.fold) > 1)


def _is_done_here(scan: Scan, k: int, item: Item, *, with_us: bool) -> bool:
    """Whether what was done, told by word k, is done in a meeting: « a rappelé », « nous a rejoints »; less by a house than by somebody."""
    done, house = scan.fold(k), item.presence.person_id is None and item.presence.structure_id is not None
    if done in _DONE_BY_HOUSES or with_us:
        return not with_us or not {done, done.rstrip("s")} & _DONE_ELSEWHERE
    if done in _DONE_WITH_US:
        return k + 1 >= len(scan) or scan.time_at[k + 1] is not None or any(scan.fold(j) in _TO_THE_GROUP for j in (k + 1, k + 2))
    if done in _DONE_OR_OWN:
        own = scan.fold(k + 1) in _OWN or any(scan.fold(j) in _ONES_OWN for j in (k + 1, k + 2))
        return not own and (not house or any(scan.fold(j) in _SPOKE_OF for j in (k + 1, k + 2, k + 3)))
    return done in _DONE_THERE and not house


def missed_it(scan: Scan, item: Item) -> Item:
    """The item of somebody named, absent where « aurait dû venir », « devait venir, pas vu » or « … n'a pas participé » says so."""
    said = _AFTER.at(scan.words, item.last)
    away = said is not None and said.tag == "absent" and not _state_follows(scan, said.last, plainly=True)
    if away or (said is not None and _unseen(scan, said.last)) or _took_no_part(scan, item.last):
        item.presence, item.said_state = replace(item.presence, state=AttendanceState.ABSENT), True
    elif said is not None and _excused_after(scan, said.last):
        item.presence, item.said_state = replace(item.presence, state=AttendanceState.EXCUSED), True
    return item


def _excused_after(scan: Scan, i: int) -> bool:
    """Whether « , excusé », « mais s'est excusée » follows « devait venir » that ends before word i, and nobody is named after."""
    for k in range(i, min(len(scan), i + 4)):
        if scan.sign(k) in _ENDS or scan.person_at[k] is not None:
            return False
        cue = ATTENDANCE.at(scan.words, k)
        if cue is not None:
            return cue.tag == "excused" and (cue.last >= len(scan) or not scan.words[cue.last].is_word)
    return False


def excepts_the_present(scan: Scan, cue: Found) -> bool:
    """Whether « à part » stands after « personne », « tous absents »: those who follow were there."""
    if not _EXCEPT.intersection(scan.folds[cue.first : cue.last]):
        return False
    for k in range(cue.first - 1, max(-1, cue.first - 8), -1):
        if scan.sign(k) in _ENDS or scan.person_at[k] is not None:
            return False
        found = _NOBODY.at(scan.words, k)
        if found is not None and found.last <= cue.first:
            return scan.fold(k - 1) not in {"une", "la", "cette", "chaque", "par", "de"}
    return False


def last_of(scan: Scan, i: int) -> int:
    """The word after the name at word i."""
    person = scan.person_at[i]
    return person.last if person is not None else i + 1


def _run(scan: Scan, i: int) -> tuple[int, int]:
    """The first word of the names that « , » or « et » tie to the one at word i, and the word after the last."""
    first, last = i, last_of(scan, i)
    for _ in range(_REACH):
        tied = scan.sign(first - 1) in {",", "&", "+"} or scan.fold(first - 1) == "et"
        person = scan.person_at[first - 2] if tied and first >= 2 else None
        if person is None:
            break
        first = person.first
    for _ in range(_REACH):
        tied = scan.sign(last) in {",", "&", "+"} or scan.fold(last) == "et"
        person = scan.person_at[last + 1] if tied and last + 1 < len(scan) else None
        if person is None:
            break
        last = person.last
    return first, last


def _is_told(scan: Scan, i: int, last: int) -> bool:
    """Whether what follows the name at word i, or « devaient venir » after the names tied to it, tells no presence."""
    after = last_of(scan, i)
    found = _AFTER.at(scan.words, after)
    if found is None and last > after and scan.fold(last).endswith(("aient", "ont", "s")):
        found = _AFTER.at(scan.words, last)
    if found is not None:
        return found.tag == "told" and not _state_follows(scan, found.last) and not _unseen(scan, found.last)
    for k in range(after + 1, min(len(scan), after + _DEED)):
        if not scan.words[k].is_word or scan.person_at[k] is not None or ATTENDANCE.at(scan.words, k) is not None:
            return False
        by_post = _REMOTE.at(scan.words, k)
        if by_post is not None:
            return ATTENDANCE.at(scan.words, after) is None and not _state_follows(scan, by_post.last)
    return False


def _said_before(scan: Scan, i: int) -> bool:
    """Whether « croisé », « peut-être », « devaient venir » ends right before word i."""
    near = (k for k in range(max(0, i - _LONGEST), i) if scan.folds[k] in _BEFORE.openings)
    return any((found := _BEFORE.at(scan.words, k)) is not None and found.last == i for k in near)


def _state_follows(scan: Scan, i: int, *, plainly: bool = False) -> bool:
    """Whether the clause goes on to say if she was there: « … mais excusée »; `plainly`: only that she was there."""
    for k in range(i, min(len(scan), i + _REACH)):
        if scan.sign(k) in _ENDS or scan.person_at[k] is not None:
            return False
        cue = ATTENDANCE.at(scan.words, k)
        unseen = cue is not None and cue.tag == "present" and scan.fold(k - 1) in {"pas", "jamais"}  # « on l'a pas vu »
        if cue is not None and not unseen and scan.fold(k) not in {"avec", "a", "sans", "sauf"} and not (plainly and cue.tag != "present"):
            return True
        if scan.fold(k) in {"venu", "venue", "venus", "venues", "arrive", "arrivee", "rejoint", "rejoints", "reste", "restee"}:
            return True
    return False


def _unseen(scan: Scan, i: int) -> bool:
    """Whether « on l'a pas vu », « pas venu », « on l'attend toujours » goes on from word i, said of the one who was to come."""
    for k in range(i, min(len(scan), i + _REACH)):
        if scan.sign(k) in _ENDS or scan.person_at[k] is not None:
            return False
        found = _UNSEEN.at(scan.words, k)
        if found is not None:
            return found.last >= len(scan) or scan.person_at[found.last] is None
    return False


def _took_no_part(scan: Scan, i: int) -> bool:
    """Whether « n'a pas participé » is said of whoever ends before word i."""
    for k in range(i, min(len(scan), i + _REACH)):
        if scan.sign(k) in _ENDS or scan.person_at[k] is not None or scan.fold(k) in {"que", "qu", "dont", "on", "nous"}:
            return False
        found = _APART.at(scan.words, k)
        if found is not None:
            return scan.fold(found.last) not in {"a", "au", "aux"} or scan.time_at[found.last] is not None
    return False


def _taken_back(scan: Scan, i: int) -> bool:
    """Whether « … non en fait Claire Simon » follows the name that ends before word i."""
    k, said = i, set[str]()
    while k < min(len(scan), i + 9) and (scan.fold(k) in _TAKES_BACK or scan.sign(k) in {",", "…", "...", ".", "-", "–", "("}):
        said |= {scan.fold(k)} if scan.words[k].is_word else set()
        k += 1
    if k >= len(scan) or scan.person_at[k] is None or (scan.words[i].is_word and scan.fold(i) not in {"non", "euh", "pardon"}):
        return False
    return bool(said & {"non", "pardon", "erreur"}) and bool(said & {"en", "pardon", "plutot", "euh", "enfin", "erreur", "dire", "etait"})


def _addressed(scan: Scan, i: int) -> bool:
    """Whether « à envoyer à », « transmis à » stands before the first of the names at word i."""
    link = i - 1 - (scan.fold(i - 1) in {"la", "l"})
    return scan.fold(link) == "a" and link > 0 and scan.fold(link - 1) in _SENT


def _written_to(scan: Scan, i: int) -> bool:
    """Whether « un mail à Éric et » stands before the name at word i: whoever one writes to is not thereby there."""
    k = i
    for _ in range(_REACH):
        before = scan.person_at[k - 2] if k >= 2 and scan.fold(k - 1) == "et" else None
        if before is None:
            break
        k = before.first
    return k >= 2 and scan.fold(k - 1) == "a" and scan.fold(k - 2) in _POSTED
