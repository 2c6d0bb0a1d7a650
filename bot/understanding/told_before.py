"""Which decisions were taken before this meeting: « on avait décidé », « pour rappel », « comme voté en juin », « l'an dernier on a… »."""

from __future__ import annotations

from datetime import date

from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan, names_group
from bot.understanding.times import TimeMention

_RECALLS = PhraseTable({"recall": table("told_elsewhere")["recalls"]["words"]})
EARLIER = PhraseTable({"earlier": table("told_elsewhere")["earlier"]["words"]})
_RESUMES = words_of("told_elsewhere", "resumes")
_ADVERBS = words_of("decisions", "adverbs")
_HAD = frozenset({"avait", "avaient", "avions"})
_HAS = frozenset({"a", "ont", "avons"})
_AS = frozenset({"on", "l", "le", "nous", "cela", "ca", "c", "il", "avait", "avions", "avaient", "a", "ont", "ete", "etait", "est", "deja"})
_SETTLED = frozenset({"decide", "acte", "convenu", "vote", "valide", "adopte", "retenu", "approuve"})
_WE = frozenset({"on", "nous"})
_QUALIFIES = frozenset({"de", "d", "du", "des", "comme", "depuis", "pour", "pr"})
_MEETINGS = frozenset({"reunion", "seance", "rencontre", "copil", "cotech", "gt", "comite", "commission", "pleniere"})
_OPENERS = frozenset({"et", "puis", "alors", "que", "rappel"})
_NO_NEWS = 30  # words: a recall is told of what follows in fewer
_NEAR = 12  # words between when it was and that it was decided
_LONG = 45  # days: what is further back is another meeting
_LAST = ("dernier", "dernière", "derniere", "passé", "passée", "passe", "passee")
_NOUNS = ("decision", "resolution", "arbitrage")


def recalled(scan: Scan, i: int, first: int) -> bool:
    """Whether what is decided at word i was decided before, as told from word `first` of its sentence on."""
    late = any(scan.folds[k].startswith("oubli") for k in range(max(first, i - _NO_NEWS), i))  # « j'avais oublié : on avait décidé… »
    return (
        (pluperfect(scan, i) and not late)
        or _as_decided(scan, i, first)
        or _recall_before(scan, i, first)
        or _of_another_time(scan, i, first)
    )


def opens_recall(scan: Scan, i: int) -> bool:
    """Whether « rappel des décisions », « suivi des décisions » stands at word i."""
    return scan.fold(i) in _RECALLS.openings and _RECALLS.at(scan.words, i) is not None


def pluperfect(scan: Scan, i: int) -> bool:
    """Whether « avait », « avait été » stands before the participle at word i: « on avait enfin décidé »."""
    k = i - 1
    while k > 0 and (scan.folds[k] in _ADVERBS or scan.folds[k] == "ete"):
        k -= 1
    return k >= 0 and scan.folds[k] in _HAD


def _as_decided(scan: Scan, i: int, first: int) -> bool:
    """« comme on l'avait décidé en juin », « comme validé en juin, le poste est partagé »; « comme convenu, on garde le bus » decides."""
    k = i - 1
    while k > first and scan.folds[k] in _AS:
        k -= 1
    if k >= first and scan.folds[k] == "comme":
        return True
    if scan.folds[first] != "comme" or scan.fold(i) in _WE:
        return False
    j = first + 1
    while j < i and scan.folds[j] in _AS:
        j += 1
    return scan.folds[j] in _SETTLED and not any(scan.folds[k] in _WE for k in range(j, i))


def _recall_before(scan: Scan, i: int, first: int) -> bool:
    """Whether « pour rappel », « suivi des décisions » announces it; « mais », « aujourd'hui », a new « , on » come back to the meeting."""
    for k in range(i, max(first, i - _NO_NEWS) - 1, -1):
        if _resumes(scan, k):
            return False
        if scan.folds[k] in _RECALLS.openings and (marker := _RECALLS.at(scan.words, k)) is not None and _opens(scan, k, first):
            return True if marker.last <= i else scan.folds[i].startswith(_NOUNS) or k == i
        if scan.folds[k].startswith(_NOUNS) and k < i and told_of_earlier(scan, k) and any(scan.sign(j) == ":" for j in range(k, i)):
            return True
        if scan.sign(k) == "," and scan.fold(k + 1) in _WE and _RECALLS.first(scan.words, max(first, k - 4), k) is None:
            return False
    return False


def _resumes(scan: Scan, i: int) -> bool:
    """Whether word i comes back to the meeting: « mais », « aujourd'hui », « cette fois »."""
    if scan.folds[i] in _RESUMES or scan.sign(i) == ";":
        return True
    time = scan.time_at[i]
    if time is not None and (time.starts is not None or (time.days is not None and time.days.single and time.days.first == _held(scan)[0])):
        return True
    return scan.folds[i] in {"cette", "ce"} and scan.fold(i + 1) in {"fois", "coup"}


def _opens(scan: Scan, i: int, first: int) -> bool:
    """Whether a recall is told by the sentence, not decided: « un mail de rappel des décisions » is a thing."""
    return i == first or scan.fold(i - 1) not in {"de", "d", "du", "un", "le", "mail", "a"}


def _of_another_time(scan: Scan, i: int, first: int) -> bool:
    """« l'an dernier on a décidé », « décisions de la dernière réunion », « le groupe a validé la semaine dernière le protocole »."""
    if scan.folds[i].startswith(_NOUNS):
        return told_of_earlier(scan, i)
    verb = _past_verb(scan, i)
    if verb is None:
        return False
    for k in range(i - 1, max(first, i - _NEAR) - 1, -1):
        if scan.sign(k) in {":", "\n", "("} or _resumes(scan, k) or (names_group(scan, k) and not _earlier_phrase(scan, k - 1)):
            return False
        if _earlier_phrase(scan, k) or ((time := scan.time_at[k]) is not None and _then(scan, time, near=_adjoins(scan, k, i, verb))):
            return _anchored(scan, k)
    return earlier_after(scan, verb)


def told_of_earlier(scan: Scan, i: int) -> bool:
    """Whether « décisions » at word i is said of an earlier meeting: « de la dernière réunion », « précédentes »."""
    for k in range(i + 1, min(len(scan), i + 6)):
        if not scan.words[k].is_word or names_group(scan, k):
            return False
        if scan.folds[k].startswith("preceden") or scan.folds[k].startswith("anterieur") or EARLIER.at(scan.words, k) is not None:
            return _anchored(scan, i)
    return False


def earlier_after(scan: Scan, verb: int, *, month: bool = False) -> bool:
    """Whether « la semaine dernière » follows the verb in its clause; `month`: « en juin » straight behind it tells as much."""
    for k in range(verb + 1, min(len(scan), verb + _NEAR)):
        if scan.sign(k) in {",", ":", ";", ".", "\n", "("}:
            return False
        time = scan.time_at[k]
        if time is not None and _then(scan, time, near=month and k <= verb + 2):
            return _anchored(scan, verb) and not (k > verb + 1 and _qualified(scan, k - 1))
    return False


def _qualified(scan: Scan, i: int) -> bool:
    """Whether a participle at word i says which thing is meant: « la charte votée l'an dernier »."""
    said = scan.folds[i].rstrip("s")
    return scan.sign(i).endswith(("é", "és", "ée", "ées")) or said in _SETTLED or said.removesuffix("e") in _SETTLED


def _past_verb(scan: Scan, i: int) -> int | None:
    """The participle of « on a enfin décidé » at word i, or i itself behind « a »; None for what is not told in the past."""
    if scan.folds[i - 1] in _HAS and i > 0:
        return i
    aux = next((k for k in range(i + 1, min(len(scan), i + 6)) if scan.folds[k] in _HAS), None)
    if aux is None:
        return None
    j = aux + 1
    while j < len(scan) and scan.folds[j] in _ADVERBS:
        j += 1
    return j


def _adjoins(scan: Scan, k: int, i: int, verb: int) -> bool:
    """« en juin on a décidé »: a month alone before the subject at the head of its clause, and a verb that no future could follow."""
    time = scan.time_at[k]
    at = scan.span_of(time)[0] if time is not None else 0
    opens = at == 0 or not scan.words[at - 1].is_word or scan.folds[at - 1] in _OPENERS | _MEETINGS
    return opens and k >= i - 4 and scan.fold(verb) in _SETTLED


def _earlier_phrase(scan: Scan, k: int) -> bool:
    found = EARLIER.at(scan.words, k) if scan.folds[k] in EARLIER.openings else None
    return found is not None and scan.fold(k - 1) != "comme" and (scan.fold(k - 1) not in {"de", "d"} or scan.fold(k - 2) == "lors")


def _then(scan: Scan, time: TimeMention, *, near: bool) -> bool:
    """Whether a time is a stretch of days wholly before the meeting; one that may also be to come is so only if `near`."""
    days = time.days if time.future is None else time.past if near else None
    vague = time.days is None and time.words.endswith(_LAST) and time.starts is None and time.seconds is None
    held = _held(scan)[0]
    if not vague and (days is None or time.starts is not None or (days.single and (held - days.last).days < _LONG)):
        return False
    at = scan.span_of(time)[0]
    at += scan.fold(at) in {"de", "d", "du"}
    of = scan.fold(at - 1) in {"de", "d", "du"} and scan.fold(at - 2) in _MEETINGS  # « à la réunion d'octobre »
    return (days is None or days.last < held) and (of or scan.fold(at - 1) not in _QUALIFIES) and scan.fold(at) not in _QUALIFIES


def _anchored(scan: Scan, i: int) -> bool:
    """Whether the meeting was told before word i, so that another time is another meeting."""
    return _held(scan)[1] < i


def _held(scan: Scan) -> tuple[date, int]:
    """The day of the meeting and the word that tells it; today, and the first group, where no day is told."""
    known = scan.memo.get("held on")
    if isinstance(known, tuple):
        return known
    held = scan.hearing.now.date(), next((k for k in range(len(scan)) if names_group(scan, k)), len(scan))
    for k in range(len(scan)):
        time = scan.time_at[k]
        if time is not None and time.days is not None and time.days.single and time.days.first <= held[0]:
            held = time.days.first, k
            break
    scan.memo["held on"] = held
    return held
