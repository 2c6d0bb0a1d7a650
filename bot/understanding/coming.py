"""Which words announce the next meeting, and which only hold « rdv » or « prochain »."""

from __future__ import annotations

from bot.understanding.days_offered import MOVED
from bot.understanding.groups import Strength
from bot.understanding.lexicon_files import words_of
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.roles import Segment
from bot.understanding.scan import Scan
from bot.understanding.sentences import Sentence
from bot.understanding.times import TimeKind

_NOUNS = words_of("cues", "meeting_nouns")
_UNDATED = PhraseTable({"undated": sorted(words_of("cues", "undated_next"))})
_IS_YET = frozenset({"est", "reste", "date", "la", "encore", "c", "donc", "sera"})
_BARE = frozenset({"prochain", "prochaine", "proch", "next", "suite", "suivante", "reprise", "la prochaine", "le prochain"})
_RETURNS = frozenset({"retrouvailles", "retrouvailles le", "rebelote", "rebelote le", "a nouveau le", "de nouveau le", "save the date"})
_AFTER_BARE = words_of("cues", "after_next")
_DATES = frozenset({"rdv", "rendez vous", "rv", "date", "reunion", "rdv le", "rendez vous le", "rv le"})
_NOT_ONES_OWN = frozenset({"sans", "sur", "de", "un", "des", "les", "ses", "leurs", "prise", "prises", "avec", "son", "leur", "par"})
_TAKES_ONE = frozenset(
    {
        *(
            "a",
            "ai",
            "ont",
            "as",
            "avait",
            "avons",
            "prend",
            "prends",
            "prendra",
            "prendre",
            "prennent",
            "pris",
            "prenne",
            "demande",
            "fixe",
            "fixer",
        ),
        *(
            "cale",
            "caler",
            "obtenu",
            "eu",
            "propose",
            "du",
            "au",
            "le",
            "ce",
            "cet",
            "chaque",
            "nouveau",
            "dernier",
            "premier",
            "mon",
            "notre",
            "votre",
        ),
        *(
            "second",
            "ton",
            "tout",
            "aucun",
            "sans",
            "sur",
            "de",
            "un",
            "des",
            "les",
            "ses",
            "leurs",
            "avec",
            "son",
            "leur",
            "par",
            "et",
            "donne",
        ),
    }
)
_MEETS = words_of("cues", "meets")
_HOLDS_AGAIN = frozenset(
    {"refait", "refaisons", "refera", "recale", "reprogramme", "replanifie", "refixe", "remet", "reprend", "reprendra", "reprenons"}
)
_BLOCKS = frozenset({"bloque", "bloquons", "retient", "retenons", "cale", "calons", "note", "notons", "fixe", "fixons", "garde", "gardons"})
_MAKES = frozenset(
    {
        "fait",
        "fera",
        "donne",
        "redonne",
        "cale",
        "fixe",
        "refait",
        "refera",
        "donnons",
        "donnerons",
        "redonnons",
        "fixons",
        "fixerons",
        "calons",
        "faisons",
        "ferons",
    }
)  # « on se fait une visio lundi »
_VAGUELY = frozenset({"truc", "temps", "moment", "cafe", "dej", "apero", "dejeuner", "midi", "soiree", "matinee"})
_BODIES = frozenset({"comite", "commission", "groupe", "copil", "cotech", "gt", "pleniere", "assemblee", "bureau", "instance", "conseil"})
_WILL_BE = frozenset(
    {"tiendra", "reunira", "lieu", "retrouvera", "prevu", "prevue", "fixe", "fixee", "programme", "programmee", "sera", "est"}
)
_AGAIN = frozenset({"suivant", "suivante", "nouveau", "prochain", "prochaine", "nouvelle", "ulterieure"})
_TOGETHER = frozenset({"avec", "et", "commune", "commun", "+", "&"})  # « prochaine réunion avec le GT Nutrition »
_REACH = 14  # words between the announcement and its day
_WEEK = 7  # days
_KEEPS = frozenset({"propose", "proposons", "retient", "retiens", "retenons", "garde", "gardons", "maintient", "maintiens", "maintenons"})


def told_ahead(scan: Scan, first: int, last: int) -> bool:
    """Whether a day still to come, or days, are told among words [first, last), read towards the future."""
    today = scan.hearing.now.date()
    for i in range(first, last):
        time = scan.time_at[i]
        if time is None or time.kind in {TimeKind.DURATION, TimeKind.RECURRENCE}:
            continue
        ahead = time.days_toward("future")
        if ahead is not None and ahead.last > today:
            return True
    return False


def meets_again(scan: Scan, i: int, end: int) -> bool:
    """Whether « on » or « nous » at word i says that they will meet: « on se recale ça lundi », « on refait une visio le 15 »."""
    if scan.fold(i) not in {"on", "nous"}:
        return False
    j = i + 1
    while j < end and scan.fold(j) in {"donc", "ensuite", "y", "en"}:
        j += 1
    reach = min(end, i + _REACH)
    if _recurs(scan, j, reach):
        return False
    if scan.fold(j) in {"se", "s", "nous"}:
        verb = scan.fold(j + 1) if scan.fold(j + 1) != "en" else scan.fold(j + 2)
        named = (
            verb not in _MAKES or scan.fold(j + 2) == "ca" or any(scan.fold(k) in _NOUNS | _VAGUELY for k in range(j + 2, min(end, j + 6)))
        )
        return verb in _MEETS and named and told_ahead(scan, j + 2, reach)
    if scan.fold(j) in _BLOCKS:
        return _keeps_day(scan, j + 1, reach)
    if scan.fold(j) not in _HOLDS_AGAIN:
        return False
    what = range(j + 1, min(end, j + 5))
    time = scan.time_at[j + 1]
    some_day = time is not None and time.days is not None and (time.days.last - time.days.first).days > _WEEK
    straight = time is not None and not (some_day and scan.fold(j).startswith("ref"))  # « 84 tests faits. On refait en mai »
    return (straight or any(scan.fold(k) in _NOUNS or scan.fold(k) == "ca" for k in what)) and told_ahead(scan, j + 1, reach)


def _keeps_day(scan: Scan, i: int, end: int) -> bool:
    """Whether « le 19 janvier à 18h pour la suite » stands at word i: a day kept free to meet."""
    i += scan.fold(i) in {"le", "la", "au"} and scan.time_at[i] is None
    time = scan.time_at[i] if i < end else None
    ahead = time.days_toward("future") if time is not None else None
    if time is None or ahead is None or not ahead.single or not told_ahead(scan, i, i + 1):
        return False
    return time.starts is not None or any(scan.fold(k) in {"suite", "prochaine", "prochain"} for k in range(i, end))


def announces_next(scan: Scan, sentence: Sentence) -> bool:
    """« Le comité technique suivant se tiendra le 14 », « La commission se réunira de nouveau le 8 »: a meeting again, on a day to come."""
    first, end = sentence.body, sentence.last
    begin = first + (scan.fold(first) in {"le", "la", "l", "notre"})
    if _put_off_to(scan, begin, end) or _day_heads(scan, first, end):
        return True
    if scan.fold(begin) not in _BODIES | _NOUNS and (scan.group_at[begin] is None or begin == first):
        return False
    verb = next((k for k in range(begin + 1, min(end, begin + 8)) if scan.folds[k] in _WILL_BE), None)
    if verb is None:
        return False
    near = {scan.fold(k) for k in range(begin, min(end, verb + 4))}
    return bool(near & _AGAIN) and told_ahead(scan, verb, min(end, verb + _REACH))


def _day_heads(scan: Scan, i: int, end: int) -> bool:
    """« octobre pour le prochain, date à voir », « Le 12 janvier à 14h pour la suite »: a day to come, then what it is for."""
    begin = i
    while i < end and (scan.time_at[i] is not None or (i == begin and scan.fold(i) in {"le", "en", "au"})):
        i += 1
    if i == begin or scan.fold(i) not in {"pour", "pr"} or not told_ahead(scan, begin, i):
        return False
    j = i + 1 + (scan.fold(i + 1) in {"le", "la", "l", "une"})
    closes = j + 1 + (scan.fold(j + 1) in _NOUNS | _BODIES)
    return scan.fold(j) in _AGAIN | {"suite"} and (closes >= end or not scan.words[closes].is_word)


def _put_off_to(scan: Scan, begin: int, end: int) -> bool:
    """« La réunion du 15 décembre est reportée au 22 », « celle du 12 est décalée au 19 »: one day to come in place of another."""
    group = scan.group_at[begin]
    after = group.last if group is not None else begin + 1
    named = scan.fold(begin) in _NOUNS | {"celle", "celui", "date"} or group is not None
    if not named or scan.fold(after) not in {"du", "de"} or not told_ahead(scan, after, min(end, after + 2)):
        return False
    moved = next((k for k in range(after + 2, min(end, after + 9)) if scan.fold(k) in MOVED), None)
    return moved is not None and scan.fold(moved + 1) in {"au", "a", "pour", "le"} and told_ahead(scan, moved + 1, min(end, moved + 4))


def of_another_group(scan: Scan, part: Segment, group_id: int | None) -> bool:
    """Whether an announcement names a group that is not the one whose meeting is told: « le GT Nutrition se réunit le 12 »."""
    if group_id is None:
        return False
    for i in range(part.first, part.last):
        if scan.time_at[i] is not None:
            return False
        group = scan.group_at[i]
        if group is not None and group.first == i and group.strength >= Strength.NAMED:
            return group_id not in group.ids and scan.fold(i - 1) not in _TOGETHER and scan.fold(i - 2) not in _TOGETHER
    return False


def is_not_kept(scan: Scan, part: Segment) -> bool:
    """Whether an announcement ends in « donc je propose pas », « on ne la retient pas »: nobody is to meet on its day."""
    for k in range(part.first + 1, part.last - 1):
        if scan.fold(k) in _KEEPS and scan.fold(k + 1) == "pas" and scan.fold(k - 1) in {"je", "on", "ne", "n", "nous", "la", "le", "l"}:
            return not any(told_ahead(scan, j, j + 1) for j in range(k + 2, part.last))
    return False


def holds_next(scan: Scan, cue: Found, *, first: int, end: int, at_start: bool, opens: bool, told: bool) -> bool:
    """Whether a cue such as « prochaine », « rdv » announces the next meeting.

    `first`, `end`: its sentence; `at_start`: a clause begins there; `opens`: this is the first sentence; `told`: what goes before is no
    topic.
    """
    said = " ".join(w.fold for w in scan.words[cue.first : cue.last])
    before, behind = scan.fold(cue.first - 1), cue.last
    if said in _DATES:
        if (before in _NOT_ONES_OWN and cue.first > first) or _labels_meeting(scan, cue):
            return False
        if said not in {"rdv le", "rendez vous le", "rv le"}:
            where = behind + 1 if scan.sign(behind) == ":" else behind
            time = scan.time_at[where] if where < len(scan) else None
            straight = time is not None and (time.kind is TimeKind.VAGUE or told_ahead(scan, where, where + 1))  # « RDV au printemps »
            return straight and ((at_start and not opens) or _breathless(scan, cue, end))
    if said in _RETURNS and (opens or not at_start):
        return False
    opens_clause = at_start or (before == "la" and scan.sign(cue.first - 2) in {",", ".", ";", "\n"})
    if opens_clause and past_undated(scan, behind, end) is not None:
        return True
    if said in _BARE and (not _may_follow(scan, behind, end) or (said == "suite" and scan.fold(behind) in {"a", "aux", "au"})):
        return False
    if said.startswith("reprise") and not (at_start and cue.first > 0 and told_ahead(scan, behind, min(end, behind + 6))):
        return False
    reach = min(end, behind + _REACH)
    if scan.fold(cue.first - 1 - (before in {"la", "le", "l"})) in {"a", "au"}:  # « reporté à la prochaine fois, Zoé le voit avant le 15 »
        reach = next((k for k in range(behind, reach) if scan.sign(k) in {",", ";"} and scan.time_at[k] is None), reach)
    timed = any(scan.time_at[k] is not None for k in range(behind, reach)) and not _recurs(scan, behind, reach)
    return timed and (at_start or before in {"la", "le", "pour", "l"} or told or cue.last - cue.first > 1)


def past_undated(scan: Scan, i: int, end: int) -> int | None:
    """The word after « on verra », « : à caler », « reste à fixer » at word i, which say of the next meeting that it has no date yet."""
    while i < end and (scan.sign(i) in {":", ","} or scan.fold(i) in _IS_YET):
        i += 1
    found = _UNDATED.at(scan.words, i) if i < end else None
    if found is None:
        return None
    last = found.last + (scan.fold(found.last) in {"ensemble", "plus"}) + (scan.fold(found.last + 1) == "tard")
    return last if last >= end or scan.sign(last) in {",", ".", ";", ")", "\n", "!"} else None


def _labels_meeting(scan: Scan, cue: Found) -> bool:
    """Whether « Date : » heads a line of a form and no day was told before it: it is the day of the meeting told."""
    heads = scan.fold(cue.first) == "date" and scan.sign(cue.last) == ":" and scan.sign(cue.first - 1) == "\n"
    return heads and not any(t is not None and t.days is not None for t in scan.time_at[: cue.first])


def _breathless(scan: Scan, cue: Found, end: int) -> bool:
    """Whether « rdv » dictated without a stop begins the announcement: day and hour follow, and it is nobody's own « rdv »."""
    before = cue.first - 1
    if before < 0 or not scan.words[before].is_word or scan.fold(before) in _TAKES_ONE or not scan.fold(before)[-1:].isalpha():
        return False
    return any((t := scan.time_at[k]) is not None and t.starts is not None for k in range(cue.last, min(end, cue.last + 8)))


def _recurs(scan: Scan, first: int, last: int) -> bool:
    """Whether the first time told there comes again and again: « on se voit tous les mois »."""
    time = next((t for i in range(first, last) if (t := scan.time_at[i]) is not None), None)
    return time is not None and time.kind is TimeKind.RECURRENCE


def _may_follow(scan: Scan, i: int, end: int) -> bool:
    """Whether word i can stand after « prochaine » alone: a time, a sign, a group, a word for a meeting; not « le prochain numéro »."""
    if i >= end or not scan.words[i].is_word:
        return True
    return any(at[i] is not None for at in (scan.time_at, scan.group_at)) or scan.fold(i) in _AFTER_BARE | _NOUNS
