"""Whether a verb of the agenda is said of a meeting: « annule le GT », « le copil est reporté »; not « annule le rappel du GT »."""

from __future__ import annotations

from bot.understanding.groups import Strength
from bot.understanding.lengths import MEETING
from bot.understanding.lexicon_files import table
from bot.understanding.phrases import Found
from bot.understanding.roles import Role
from bot.understanding.scan import Scan
from bot.understanding.segments import segments
from bot.understanding.times import TimeKind

_LEXICON = table("plans")
_SMALL = frozenset(f"{_LEXICON['lead']['words']} {_LEXICON['before_object']['words']}".split()) - {"au", "aux"}
_BEHIND_VERB = frozenset(_LEXICON["behind_verb"]["words"].split())
_GOVERNS = frozenset({"du", "de", "d", "des", "au", "aux", "pour", "sur", "avec", "dans"})
_DETERMINERS = frozenset({"le", "la", "l", "les", "un", "une", "ce", "cette", "mon", "ma", "mes", "notre", "nos", "prochain", "prochaine"})
_BREAKS = frozenset({",", ".", ";", "!", "?", "\n", "(", ")", "–", "…"})
_DECIDED = frozenset({"decide", "decider", "decidons", "acte", "actons", "convenu", "convenons"})
_HEADINGS = _DECIDED | {"decision", "decisions", "action", "actions"}
_WENT = frozenset({"est", "s", "etait", "a", "bien", "mal", "y", "on"})
_TOLD = frozenset({Role.DECISION, Role.ACTION})


def is_of_meeting(scan: Scan, verb: Found) -> bool:
    """Whether what is planned, moved or cancelled is a meeting, and not something or somebody of one; what was decided is no order."""
    begin, end = _clause(scan, verb)
    if _was_decided(scan, verb, begin):
        return False
    after = _first_noun(scan, verb.last, end)
    if after is not None and _meets(scan, after):
        return True
    if subject_of(scan, verb) is not None:
        return not _acts(scan, verb)
    return after is None and _first_noun(scan, begin, verb.first) is None


def passes_by(scan: Scan, verb: Found) -> bool:
    """Whether « passe de » leads from no hour or day to another: « passe de bons moments », « s'est bien passé de 14h à 15h »."""
    if scan.fold(verb.last - 1) != "de" or scan.fold(verb.first) != "passe":
        return False
    timed = verb.last < len(scan) and scan.time_at[verb.last] is not None
    return not timed or scan.sign(verb.first).endswith("é") or scan.fold(verb.first - 1) in _WENT


def subject_of(scan: Scan, verb: Found) -> int | None:
    """The word from which a meeting is named before the verb, in its clause: « le copil CLS de mardi est reporté »."""
    begin, _ = _clause(scan, verb)
    return next((i for i in range(begin, verb.first) if _meets(scan, i) and not _governed(scan, i, begin)), None)


def _clause(scan: Scan, verb: Found) -> tuple[int, int]:
    """The words between the stops around a verb; « note à l'agenda : » goes on behind its colon."""
    begin = next((k + 1 for k in range(verb.first - 1, -1, -1) if scan.sign(k) in _BREAKS or scan.sign(k) == ":"), 0)
    return begin, next((k for k in range(verb.last, len(scan)) if scan.sign(k) in _BREAKS), len(scan))


def _was_decided(scan: Scan, verb: Found, begin: int) -> bool:
    """« on a décidé de reporter le forum », « décision : annuler le GT »: told of a meeting that was held."""
    return is_outcome(scan, verb.first) or any(scan.fold(k) in _DECIDED for k in range(begin, verb.first))


def is_outcome(scan: Scan, i: int) -> bool:
    """Whether word i stands in what « décision : », « action : » announce: it is told of a meeting, and orders nothing."""
    colon = next((k for k in range(i - 1, -1, -1) if not scan.words[k].is_word), 0)
    headed = scan.sign(colon) == ":" and scan.fold(colon - 1) in _HEADINGS
    return headed or any(p.role in _TOLD and not p.kept_cue and not p.bearers and p.body <= i < p.last for p in segments(scan))


def _meets(scan: Scan, i: int) -> bool:
    """Whether a group, or a word for a meeting, begins at word i."""
    group = scan.group_at[i]
    return (group is not None and group.first == i and group.strength >= Strength.NAMED) or MEETING.at(scan.words, i) is not None


def _first_noun(scan: Scan, first: int, last: int) -> int | None:
    """The first word that is neither small nor tells when; « 2h de préparation » are something."""
    for i in range(first, last):
        if not scan.words[i].is_word and not scan.words[i].is_number:
            continue
        time = scan.time_at[i]
        lasts = time is not None and time.kind is TimeKind.DURATION and scan.fold(scan.span_of(time)[0]) not in {"d", "de"}
        if _meets(scan, i) or lasts or (time is None and scan.fold(i) not in _SMALL):
            return i
    return None


def _governed(scan: Scan, i: int, begin: int) -> bool:
    """« le rappel du GT », « ma présence au copil »: said of something else of that meeting; « la date du GT » is not."""
    k = i - 1
    while k >= begin and scan.fold(k) in _DETERMINERS:
        k -= 1
    return k >= begin and scan.fold(k) in _GOVERNS and _first_noun(scan, begin, k) is not None


def _acts(scan: Scan, verb: Found) -> bool:
    """« le GT annule sa visite », « le GT avance bien »: the group does it; « le GT passe à 15h », « copil reporté » happen to it."""
    done = scan.sign(verb.last - 1).endswith(("é", "ée", "és", "ées")) and scan.fold(verb.first - 1) not in {"a", "ont"}
    told = scan.time_at[verb.last] is not None
    if done or told or len(scan.words) == verb.last or not scan.words[verb.last].is_word:
        return not done and not told and scan.fold(verb.first) == "avance"
    return scan.fold(verb.last) not in _BEHIND_VERB
