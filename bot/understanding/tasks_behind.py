"""Whether a clause behind a comma is a task of its own: « on était 6, CR à faire par Marc », « …, relancer la CAF avant vendredi »."""

from __future__ import annotations

from bot.understanding.clauses import ROLES
from bot.understanding.lexicon_files import words_of
from bot.understanding.roles import Role, Segment
from bot.understanding.scan import Scan
from bot.understanding.subjects import bearers_at
from bot.understanding.tasks import heads_task, to_do
from bot.understanding.verbs import is_infinitive

_LEFT_OPEN = words_of("facts_behind", "left_open")
_WHEN_OR_WHERE = words_of("facts_behind", "when_or_where")
_JUDGED = words_of("facts_behind", "judged")
_HAPPENS = words_of("facts_behind", "happens")  # « rencontre avec Philippe » is no infinitive
_BARE_WORDS = 9
_MOST_WORDS = 6  # before « à faire »


def opens_task(scan: Scan, i: int, part: Segment, end: int, *, head: int) -> bool:
    """Whether word i opens one, behind what that part tells: not one of several things decided, nor of those that were spoken of.

    At the `head` of a sentence « compte rendu à faire par Marc » does so too, unless the sentence may tell which meeting it is.
    """
    opens = i == head and part.role is Role.FACTS and (part.sentence > 0 or scan.hearing.draft is not None)
    if not opens and (scan.sign(i - 1) != "," or i <= part.body or part.role in {Role.TOPIC, Role.NEXT}):
        return False
    if part.role is Role.DECISION and ":" in scan.signs[part.first : part.body + 1]:
        return False  # « décisions : affiche validée, convention à signer »
    last = next((k for k in range(i, end) if scan.sign(k) == "," and scan.time_at[k] is None), end)
    if ROLES.at(scan.words, i) is not None or (opens and (":" in scan.signs[i:last] or bearers_at(scan, i, end) is not None)):
        return False  # « Moi : devis à envoyer », « l'ARS s'engage à financer le bus »
    if to_do(scan, i, last):
        return not _left_open(scan, i, last) and (part.role is not Role.FACTS or opens or _is_given(scan, i, part, last))
    return not opens and part.role is Role.FACTS and heads_task(scan, i) and _can_stand_alone(scan, i, part, last)


def opens_bare_task(scan: Scan, i: int, end: int) -> bool:
    """Whether « convention à relire par Sophie », « relancer la CAF avant vendredi » is typed at word i, without a comma before it."""
    last = min(end, i + _BARE_WORDS)
    given = any(scan.person_at[k] or ((t := scan.time_at[k]) is not None and t.bound is not None) for k in range(i + 2, last))
    term = scan.time_at[i - 1]
    given = given or (heads_task(scan, i) and term is not None and term.bound is not None)
    if not given or scan.words[i].is_number or scan.fold(i) in _HAPPENS or scan.person_at[i] is not None or scan.thing_at[i] is not None:
        return False
    return heads_task(scan, i) or (to_do(scan, i, last) and not _left_open(scan, i, last))


def _is_given(scan: Scan, i: int, part: Segment, last: int) -> bool:
    """Whether it is no theme told in the header, « hier 10h-12h avec Zoé, journée à organiser »: who, when or how many is told."""
    told = _adds(scan, part, i) or any(scan.number_at[k] and not scan.time_at[k] for k in range(part.first, i))
    return told or any(scan.person_at[k] or scan.time_at[k] or scan.fold(k) == "moi" for k in range(i, last))


def _adds(scan: Scan, part: Segment, i: int) -> bool:
    """Whether it is said of the meeting of an open card, and is no header of another one."""
    return scan.hearing.draft is not None and not any(scan.group_at[k] for k in range(part.first, i))


def _left_open(scan: Scan, i: int, last: int) -> bool:
    """Whether « lieu à confirmer », « date à caler », « difficile à organiser » stands there: no task."""
    verb = next((k + 1 for k in range(i + 1, last - 1) if scan.fold(k) == "a" and is_infinitive(scan.fold(k + 1))), last)
    if verb >= last or scan.fold(verb) in _LEFT_OPEN or scan.fold(verb - 2) in _JUDGED:
        return True
    return any(scan.fold(k) in _WHEN_OR_WHERE for k in range(i, min(verb, i + _MOST_WORDS)))


def _can_stand_alone(scan: Scan, i: int, part: Segment, last: int) -> bool:
    """Whether an infinitive there is no theme told behind the hours: « hier 14h-16h, préparer la rentrée »."""
    due = any((t := scan.time_at[k]) is not None and t.days is not None and t.bound is not None for k in range(i, last))
    before = range(part.first, i)
    if ":" in scan.signs[part.first : i]:
        return False  # « Envies : un podcast, embaucher Zoé »
    told = part.sentence > 0 or _adds(scan, part, i) or any(scan.time_at[k] or scan.number_at[k] for k in before)
    return told and (due or scan.time_at[i - 2] is None)
