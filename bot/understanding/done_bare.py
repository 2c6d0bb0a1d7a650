"""What is done already, typed behind who was there without a comma: « … karim excuse budget valide convention signee fini 15h10 »."""

from __future__ import annotations

from bot.understanding.clauses import ROLES
from bot.understanding.cutting import Cut
from bot.understanding.done_behind import is_thing, opens_behind
from bot.understanding.hours_held import DONE, ends_bare, leads_to_end
from bot.understanding.lexicon_files import words_of
from bot.understanding.roles import Role
from bot.understanding.scan import Scan
from bot.understanding.tasks import heads_task
from bot.understanding.tasks_behind import opens_bare_task

_STATES = ("excus", "absent", "present", "represent")
_COUNTED = words_of("facts_behind", "counted")
_BEING = frozenset({"est", "sont", "ete", "a", "ont", "bien", "tout", "tous", "toutes", "enfin", "deja", "donc"})
_OF_PEOPLE = ("prevenu", "contacte", "invite", "parti", "arrive", "inscrit", "relance", "remis", "recrute", "embauche")
_NOT_OPENING = frozenset(
    {"le", "la", "l", "les", "des", "du", "de", "d", "au", "aux", "en", "a", "par", "pour", "pr", "et", "ou", "mais", "on", "nous"}
)
_NOT_OPENING |= frozenset(
    {"un", "une", "ok", "qui", "que", "car", "dont", "comme", "avec", "sauf", "sans", "hors", "il", "elle", "ils", "elles", "je", "j"}
)
_GOES_ON = _NOT_OPENING - {"on", "nous", "il", "elle", "ils", "elles", "je", "j", "sauf", "ok"}
_OBJECTS = frozenset({"le", "la", "l", "les", "des", "du", "un", "une", "son", "sa", "ses", "leur", "que", "qu", "ce", "cette"})
_FAIT = frozenset({"fait", "faite", "faits", "faites"})
_MOST_NAMED = 12  # words of « absents karim et sophie »
_MOST_WORDS = 8  # of « subvention de l'ars pour le bus »


def cut_behind(cut: Cut, i: int) -> int | None:
    """Open what begins at word i behind a comma, or bare behind who was there; the next word to look at, None if nothing does."""
    scan, end, current = cut.scan, cut.sentence.last, cut.parts[-1]
    word = scan.words[i].is_word or (scan.words[i].is_number and scan.words[i - 1].is_word)  # not « …, 3 stands prévus »
    opens = word and scan.folds[i] not in _NOT_OPENING | _BEING and not scan.folds[i].startswith(_STATES)
    bare = opens and _stands_behind(cut, i)
    past = _past_done(scan, i, end) if bare else None
    if past is not None:
        cut.open(Role.TOPIC, i, i, kept_cue=True)
        if past < end and scan.words[past].is_word and scan.fold(past) not in _GOES_ON:
            cut.open(Role.ACTION if heads_task(scan, past) else Role.FACTS, past, past)
        return past
    if bare and opens_bare_task(scan, i, end):
        cut.open(Role.ACTION, i, i)
        return i + 1
    behind = opens_behind(scan, i, current, end, head=cut.sentence.body)
    if behind is None:
        return None
    cut.open(behind, i, i, kept_cue=behind is Role.TOPIC)
    return i + 1


def _past_done(scan: Scan, i: int, end: int) -> int | None:
    """The word after « budget validé » at word i; None where nothing is told to be done."""
    for k in range(i + 1, min(end, i + _MOST_WORDS + 1)):
        if not scan.words[k].is_word or scan.time_at[k] is not None or scan.fold(k).startswith(_STATES) or scan.fold(k) in _COUNTED:
            return None
        if (cue := ROLES.at(scan.words, k - 1)) is not None and cue.tag != "action":
            return None  # « prochaine séance prévue », not « plan d'action adopté »
        if ends_bare(scan, k) and scan.time_at[leads_to_end(scan, k + 1, end) % len(scan)] is not None:
            return None  # « salle rimbaud fini 11h30 »
        if scan.folds[k] in DONE or scan.folds[k] in _FAIT or scan.folds[k] == "ok":
            return k + 1 if _tells(scan, i, k, end) else None
    return None


def _stands_behind(cut: Cut, i: int) -> bool:
    """Whether a state, a count, a name, hours, or another such clause of the facts ends before word i; behind a task, its term."""
    scan, current = cut.scan, cut.parts[-1]
    time = scan.time_at[i - 1]
    if current.role is Role.ACTION:
        return time is not None and time.bound is not None and time.days is not None and i > current.body + 1
    if current.role is not Role.FACTS:
        return False
    said = scan.fold(i - 1 - (scan.sign(i - 1) == ","))
    if said.startswith(_STATES):
        return True
    if scan.sign(i - 1) == ",":
        return False
    if said in _COUNTED or (time is not None and (time.starts is not None or time.ends is not None)):
        return True
    if _names(scan, i - 1):
        told = (scan.fold(k) for k in range(max(current.first, i - _MOST_NAMED), i))
        return any(word == "avec" or word.startswith(_STATES) for word in told)
    return len(cut.parts) > 1 and current.first == i and cut.parts[-2].role is Role.TOPIC and cut.parts[-2].kept_cue


def _names(scan: Scan, i: int) -> bool:
    """Whether somebody's name, or a structure's, ends with word i."""
    person, thing = scan.person_at[i], scan.thing_at[i]
    return (person is not None and person.last == i + 1) or (thing is not None and bool(thing.structures) and thing.last == i + 1)


def _tells(scan: Scan, i: int, k: int, end: int) -> bool:
    """Whether words [i, k) name a thing and word k tells that it is done: « planning validé », not « caf prévenue », « zoé valide le… »."""
    closed = k + 1 >= end or not scan.words[k + 1].is_word or scan.time_at[k + 1] is not None
    if not closed and (scan.fold(k + 1) in _OBJECTS or scan.folds[k] in _FAIT):
        return False
    last = k
    while last > i + 1 and scan.folds[last - 1] in _BEING:
        last -= 1
    thing = scan.thing_at[i]
    house = thing is not None and bool(thing.structures) and thing.last >= last
    if (house or _names(scan, i - 1)) and scan.folds[k].startswith(_OF_PEOPLE):
        return False
    person = scan.person_at[i - 1]
    if person is not None and person.last - person.first == 1 and last > i + 1:
        return False  # « avec sophie dupont convention prête »: that word may be her name
    return scan.folds[last - 1] not in _NOT_OPENING and is_thing(scan, i, last, named=True)
