"""Whether a clause behind a comma tells what is done already: « Karim relance la CAF, budget validé le 12, local trouvé pour janvier »."""

from __future__ import annotations

from dataclasses import replace

from bot.understanding.deciding import group_decides
from bot.understanding.hours_held import DONE
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.roles import Role, Segment
from bot.understanding.scan import Scan, names_group
from bot.understanding.tasks_behind import opens_task

_BREAKS = frozenset({",", ";", "-", "–", "—", "/"})
_ENDS = _BREAKS | {".", "\n", "(", ":"}
_THE = frozenset({"le", "la", "l", "les", "des", "du", "un", "une", "son", "sa", "ses", "leur", "leurs", "ce", "cette", "mon", "ma", "mes"})
_NOT_BEFORE = _THE | {"au", "aux", "en", "par", "de", "d", "pour"}
_ONE = frozenset({"un", "une", "des"})
_OF = frozenset({"de", "d", "du", "des", "en", "a", "au", "aux", "la", "le", "l", "les"})
_BEHIND = frozenset({"par", "pour", "pr", "et"})
_FOR = frozenset({"pour", "pr", "sur", "avec", "des"})  # « des » as « dès » is folded too
_IS = frozenset({"est", "sont", "ete", "etait", "etaient"})
_HAS = frozenset({"a", "ont", "avons", "ai", "avait", "avaient"})
_SHALL = frozenset({"aura", "auront", "sera", "seront", "tiendra", "tiendront"})
_WHAT_IS = PhraseTable({"is": table("facts_behind")["what_is"]["words"]})
_WE = frozenset({"on", "nous", "j", "je"})
_LONGEST = 8  # words of « les 200 affiches du forum ont bien été commandées »


_AGREED = frozenset(said + end for said in words_of("facts_behind", "agreed") for end in ("", "e", "s", "es"))
_DECIDED = words_of("cues", "decided_forms")
_WELL = words_of("facts_behind", "well")
_NO_THINGS = words_of("facts_behind", "no_things")


def opens_behind(scan: Scan, i: int, part: Segment, end: int, *, head: int) -> Role | None:
    """What begins at word i behind a comma: a task of its own, or what is done already, which is a decision or was said; else None."""
    told = part.role is Role.TOPIC and part.kept_cue and scan.sign(i - 1) in _BREAKS and is_done_part(scan, part)
    if opens_task(scan, i, replace(part, role=Role.ACTION) if told else part, end, head=head):
        return Role.ACTION  # « …, budget validé, convention à signer par Sophie »
    return Role.TOPIC if (told or part.role is not Role.TOPIC) and tells_done(scan, i, part, end) else None


def tells_done(scan: Scan, i: int, part: Segment, end: int) -> bool:
    """Whether word i opens such a clause behind a task or a decision; not « association basée à Alès », which belongs to the task."""
    if scan.sign(i - 1) not in _BREAKS or i <= part.body + 1 or part.role is Role.NEXT or not _stands_apart(scan, i - 1):
        return False
    last = _clause_end(scan, i, end)
    done = _done_in(scan, i, last)
    if done is None and part.role is not Role.FACTS and (_WHAT_IS.at(scan.words, i) is not None or _will_be(scan, i, last)):
        return part.role is not Role.DECISION
    if done is None or _goes_on(scan, done, last, end, part):
        return False
    if part.role is Role.FACTS:
        return last >= end and _told_at_last(scan, i, done, part)
    return part.role is not Role.DECISION or ":" not in scan.signs[part.first : i]  # « décisions : affiche validée, salle trouvée »


def _stands_apart(scan: Scan, i: int) -> bool:
    """Whether the sign at word i parts two clauses: not « 50-54 ans », « flyers/affiches »."""
    return scan.sign(i) in {",", ";"} or scan.words[i - 1].end < scan.words[i].start


def is_done_part(scan: Scan, part: Segment) -> bool:
    """Whether a part only tells what is done already."""
    return _done_in(scan, part.body, _clause_end(scan, part.body, part.last)) is not None


def _will_be(scan: Scan, i: int, last: int) -> bool:
    """Whether a clause of its own tells what will be: « le forum aura lieu le 12 mars »."""
    verb = next((k for k in range(i + 2, min(last, i + _LONGEST)) if scan.folds[k] in _SHALL), None)
    return verb is not None and scan.fold(i) in _THE and is_thing(scan, i, verb)


def _told_at_last(scan: Scan, i: int, done: int, part: Segment) -> bool:
    """Whether a clause that ends facts tells no more of the meeting itself: « hier 14h-16h, 8 présents, local trouvé pour janvier »."""
    counted = scan.number_at[i] is not None or scan.fold(i) in _WE | _THE or _present(scan, done)
    timed = any((t := scan.time_at[k]) is not None and t.starts is not None for k in range(i, min(len(scan), done + 4)))
    told = any(scan.number_at[k] is not None for k in range(part.first, i - 1))
    return told and not counted and not timed and scan.folds[done] not in _DECIDED


def _clause_end(scan: Scan, i: int, end: int) -> int:
    return next((k for k in range(i, end) if scan.sign(k) in _ENDS and scan.time_at[k] is None), end)


def _done_in(scan: Scan, i: int, last: int) -> int | None:
    """The participle of the clause [i, last), if it tells of its own noun what is done."""
    return next((k for k in range(i + 1, min(last, i + _LONGEST)) if _is_done(scan, i, k, last)), None)


def _is_done(scan: Scan, i: int, k: int, last: int) -> bool:
    """Whether word k is the participle that such a clause tells of its own noun: « les affiches sont arrivées », « rien de prévu »."""
    if scan.fold(i) == "rien":
        return scan.folds[k] in DONE and scan.fold(k - 1) in {"de", "d"}
    if scan.folds[k] not in DONE or scan.time_at[k] is not None or scan.fold(k - 1) in _NOT_BEFORE:
        return False
    begin = k
    while begin > i + 1 and scan.folds[begin - 1] in _WELL:
        begin -= 1
    if scan.folds[i] in _WE:
        if group_decides(scan, i, last) is not None:
            return False  # « on a parqué le logo »
        return begin > i + 1 and scan.folds[begin - 1] in _HAS and all(scan.folds[j] in _WELL | _HAS for j in range(i + 1, begin))
    said = begin > i + 1 and scan.folds[begin - 1] in _IS
    while begin > i + 1 and scan.folds[begin - 1] in _IS | _HAS | _WELL and said:
        begin -= 1
    if scan.fold(i) in _THE - _ONE and not said:
        return False  # « Karim envoie le planning, le budget validé et la liste »
    closed = k + 1 >= last or scan.time_at[k + 1] is not None or scan.fold(k + 1) in _BEHIND  # not « l'asso réserve la salle »
    return (said or closed or not _present(scan, k)) and is_thing(scan, i, begin)


def _present(scan: Scan, k: int) -> bool:
    """Whether word k may as well be a verb, for want of its accent: « réserve », « valide »."""
    return scan.sign(k).lower().endswith("e") and scan.folds[k][:-1] not in DONE


def is_thing(scan: Scan, first: int, last: int, *, named: bool = False) -> bool:
    """Whether words [first, last) only name a thing of which it can be told: « budget », « salle du forum », « 3 devis ».

    `named`: it may begin with words that name a structure or a place too, « planning », « atelier tamaris ».
    """
    words = range(first, last)
    if not words or any(scan.person_at[k] or scan.time_at[k] or names_group(scan, k) for k in words):
        return False
    if (
        (scan.thing_at[first] is not None and not named)
        or scan.folds[first] in _WELL
        or any((scan.folds[k] in _NO_THINGS and not (named and scan.folds[k] in _FOR)) or scan.sign(k) == "à" for k in words)
    ):
        return False
    return any(len(scan.folds[k]) > 2 and scan.folds[k] not in _OF and not scan.words[k].is_number for k in words)


def _goes_on(scan: Scan, done: int, last: int, end: int, part: Segment) -> bool:
    """Whether that clause belongs to the task all the same: who did it, a term behind it, or more things of a list follow."""
    behind = range(done + 1, last)
    if scan.fold(done + 1) == "par" and scan.folds[done] not in _AGREED:
        return True  # « Karim relit le guide, texte envoyé par Sophie »
    if any(scan.folds[k] == "et" for k in behind) and not any(scan.folds[k] in DONE and not _present(scan, k) for k in behind):
        return True  # « Karim apporte badges, flyers imprimés et affiches »
    term = scan.time_at[last + 1] if part.role is Role.ACTION and last + 1 < end else None
    return term is not None and (term.bound is not None or scan.fold(last + 1) in {"pour", "pr", "avant"})
