"""Which clauses say that something was decided by their form alone: « feuille de route adoptée », « le forum est repoussé », « : ok »."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.understanding.changed_things import (
    CHANGED,
    CHANGES,
    FUTURE,
    PUT,
    STAYS,
    changes,
    inverts,
    is_changed,
    is_closed,
    is_pointed,
    names_somebody,
    noun_start,
    qualifies,
)
from bot.understanding.clauses import is_denied
from bot.understanding.counts import find_headcount
from bot.understanding.decided_turns import OPENINGS, turns
from bot.understanding.deciding import ends_at
from bot.understanding.group_answers import is_object
from bot.understanding.groups import Strength
from bot.understanding.hours_held import tells_length
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.roles import Role, Segment
from bot.understanding.scan import Scan, names_group, names_held
from bot.understanding.subjects import bearers_at
from bot.understanding.tasks import STATUS, to_do
from bot.understanding.told_before import recalled
from bot.understanding.told_by_others import is_news, said_by_somebody
from bot.understanding.undecided import spoken_of, supposed
from bot.understanding.verbs import Deed, deed_at
from bot.understanding.words import LINKS

_FORMS = PhraseTable({"decided": table("cues")["decided_forms"]["words"]})
_OPENINGS = (
    {"ok"} | _FORMS.openings | STATUS.openings | CHANGED | CHANGES | PUT.openings | STAYS | OPENINGS | {"a", "ont", "est", "sont", "n"}
)
_SAYS_NOTHING = LINKS | frozenset(
    {"c", "est", "ok", "ca", "tout", "tous", "bien", "unanimite", "pour", "donc", "sont", "ete", "aussi", "oui"}
)
_INTO = frozenset({"a", "au", "aux", "de", "du", "d", "en", "dans", "chez"})
_THE = frozenset({"le", "la", "l", "les", "un", "une"})
_AFTER_NOUN = frozenset({"de", "d", "du", "des", "un", "une"})
_LONG = 45  # days: what was voted before is no decision of this meeting
_LENT = ("reserv", "pret", "lou", "dispo", "bloqu")
_SPOKE = words_of("decisions", "spoke")


def with_decisions(scan: Scan, parts: list[Segment], *, head: int) -> list[Segment]:
    """Facts or topics that hold a form such as « validé » become decisions: the whole part, or its clauses if it tells facts too.

    `head`: the word with which their sentence begins.
    """
    found: list[Segment] = []
    for part in parts:
        found += _cut_out(scan, part, head) if part.role in {Role.FACTS, Role.TOPIC} else [part]
    return found


def _cut_out(scan: Scan, part: Segment, head: int) -> list[Segment]:
    found: list[Segment] = []
    mixed: bool | None = None
    if scan.sign(part.last) == "?":
        return [part]
    told = scan.fold(part.body - 1) in {"vous", "je"} and "je" in {scan.fold(part.body - 1), scan.fold(part.body - 2)}
    if part.role is Role.TOPIC and scan.fold(part.body + 1) in {"que", "qu"} and not told:
        return [part]  # « Mathilde annonce que le festival est reporté »
    while part.body < part.last and (at := _decided_at(scan, part, head)) is not None:
        mixed = _tells_facts(scan, part.body, part.last) or _tells_away(scan, part.body, part.last) if mixed is None else mixed
        first, last = _bounds(scan, part, at) if mixed else (part.body, part.last)
        if _tells_away(scan, first, last) or _put_off(scan, part, at):
            break
        spoke = _past_speakers(scan, first, last) if part.role is Role.FACTS and first == part.body else None
        if first > part.body or spoke is not None:
            found.append(replace(part, last=spoke if spoke is not None else first))
        begin = first if first > part.body else part.first
        role = Role.TOPIC if _reserved_until(scan, at) else Role.DECISION
        found.append(replace(part, role=role, first=begin, body=first, last=last, kept_cue=True))
        part = replace(part, first=last, body=last)
    if found and scan.sign(part.body) == "," and to_do(scan, part.body + 1, part.last):
        part = replace(part, role=Role.ACTION, body=part.body + 1)  # « tracé choisi, t-shirts à commander avant juin »
    return [*found, part] if part.body < part.last else found


def _past_speakers(scan: Scan, first: int, last: int) -> int | None:
    """The word after « Mme Noël et M. Blanc ont présenté » at word `first`: those who spoke of what was decided were there."""
    subject = bearers_at(scan, first, last)
    if subject is None or not all(end > begin and scan.person_at[begin] is not None for begin, end in subject[1]):
        return None
    deed = deed_at(scan.words, subject[0])
    spoke = deed is not None and deed[0] is not Deed.WILL and deed[1] + 1 < last
    said = deed[1] + 1 if deed is not None and spoke and scan.fold(deed[1]) in {"a", "ont", "avait", "avaient"} else subject[0]
    return said + 1 if spoke and scan.fold(said) in _SPOKE else None


def _decided_at(scan: Scan, part: Segment, head: int) -> int | None:
    """The first word that says so."""
    tests: tuple[Callable[[Scan, Segment, int], bool], ...] = (
        _is_form,
        _is_status,
        is_changed,
        is_pointed,
        is_closed,
        inverts,
        changes,
        turns,
    )
    for i in range(part.body, part.last):
        said = scan.folds[i] in _OPENINGS or scan.folds[i].endswith(FUTURE)
        if said and any(test(scan, part, i) for test in tests) and not _unsure(scan, part, i, head):
            return i
    return None


def _unsure(scan: Scan, part: Segment, i: int, head: int) -> bool:
    if supposed(scan, i, part.body) or spoken_of(scan, i, part.last, noun=False) or _long_ago(scan, i + 1) or tells_length(scan, i):
        return True
    return recalled(scan, i, head) or said_by_somebody(scan, i, part.body) or is_news(scan, i, head)


def _reserved_until(scan: Scan, i: int) -> bool:
    """Whether « réservée jusqu'à 17h » stands at word i: how long one has the room, no decision."""
    time = scan.time_at[i + 3] if scan.fold(i + 1) == "jusqu" else None
    return time is not None and time.days is None and scan.folds[i].startswith(_LENT)


def _is_form(scan: Scan, part: Segment, i: int) -> bool:
    """« validé », « feu vert », « aura lieu »."""
    form = _FORMS.at(scan.words, i)
    if scan.fold(i - 1) == "comme":
        return False  # « comme validé en juin »
    if form is not None and form.first > part.body and names_group(scan, form.first - 1):
        return False  # « GT jeunes bouclé »
    if form is None or _is_present(scan, form.last - 1) or _long_ago(scan, form.last):
        return False
    if ends_at(scan, form.last - 1):
        return False
    if scan.fold(form.last) in {"que", "qu"} and scan.fold(i - 1) in {"a", "ont"} and scan.thing_at[i - 2] is not None:
        return False  # « la CAF a confirmé que le poste est supprimé »
    noun = form.last - i > 1 and scan.fold(form.last - 1) in _AFTER_NOUN
    if noun and (spoken_of(scan, i, part.last, noun=True) or (part.role is Role.TOPIC and i > part.body and scan.words[i - 1].is_word)):
        return False
    if scan.fold(i).startswith("retenu") and scan.fold(i - 1) in {"a", "ont"} and scan.fold(i - 2) in {"nous", "m", "vous"}:
        return False  # « le Dr Bouzid nous a retenus »
    kept = scan.fold(i).startswith("retenu") and scan.fold(form.last) in {"par", "chez", "ailleurs", "a", "au", "aux", "en"}
    if kept and not (scan.fold(i - 1) in {"est", "sont"} and not names_somebody(scan, part, i)):
        return False  # « M. Tessier, retenu par un autre rendez-vous »
    return scan.fold(i - 1) not in {"encore", "etre", "sera"} and not is_denied(scan, i, part.body)


def _long_ago(scan: Scan, i: int) -> bool:
    """Whether a time long past follows: « le budget voté l'an dernier »."""
    time = scan.time_at[i]
    past = time.days if time is not None and time.future is None else None
    return past is not None and (scan.hearing.now.date() - past.last).days > _LONG


def _is_status(scan: Scan, part: Segment, i: int) -> bool:
    """« café-répit : ok », « stand partagé → oui »: a word that closes its line after a sign, nobody named before it."""
    if scan.sign(i - 1) == "," and scan.fold(i) in {"non", "oui", "ok", "stop"} and i + 1 >= part.last and part.role is Role.TOPIC:
        return noun_start(scan, i - 1, part.body) is not None  # « par contre le stand au marché de Noël, non »
    bracket = scan.sign(i - 1) == "("
    if (
        scan.sign(i - 1) == "," and scan.fold(i) in CHANGED and not is_denied(scan, i, part.body)
    ):  # « Femmes : axe proposé, renvoyé au bureau »
        return any(scan.sign(k) == ":" for k in range(part.body, i - 1)) and not names_somebody(scan, part, i)
    if not (bracket or scan.sign(i - 1) in {":", "→", "=", ">", "-", "–"}) or i - 1 <= part.body:
        return False
    status = STATUS.at(scan.words, i)
    if bracket:  # « capteurs dans 4 écoles (ok agglo) »
        closed = status is not None and any(scan.sign(k) == ")" for k in range(status.last, min(part.last, status.last + 4)))
        return closed and not names_somebody(scan, part, i)
    goes_on = status is None or scan.fold(status.last) in {"du", "de", "des", "d", "au", "aux"}  # « fiche 3 : retirée du programme »
    if goes_on and scan.fold(i) in CHANGED and not is_denied(scan, i, part.body):
        return not names_somebody(scan, part, i)
    if status is None or (status.last < part.last and scan.sign(status.last) not in {",", "(", ".", "-", "–"}):
        return False
    return not names_somebody(scan, part, i)


def _is_present(scan: Scan, i: int) -> bool:
    """Whether « confirme » is no participle: it bears no accent in a message that has some."""
    if scan.fold(i - 1) in {"elle", "il", "je", "qui"}:
        return scan.sign(i).endswith("e")  # « elle valide son diplôme »
    return (
        scan.fold(i).endswith("e")
        and not scan.fold(i).endswith("ee")
        and scan.sign(i).endswith("e")
        and "é" in scan.text
        and scan.fold(i) in {"confirme", "refuse", "lance", "cree", "rejete"}
    )


def _bounds(scan: Scan, part: Segment, at: int) -> tuple[int, int]:
    """The clause around word `at` that tells the decision."""
    aside = _past_aside(scan, part, at)
    if aside is not None:
        return aside, _clause(scan, replace(part, first=aside, body=aside), aside)[1]
    first, last = _clause(scan, part, at)
    if not _says_what(scan, first, last) and first > part.body + 1:
        before = _clause(scan, part, first - 2)[0]
        first = noun_start(scan, first - 1, before) or before
    if _tells_facts(scan, first, at, ours=False) and not _group_took_it(scan, first, at):
        first = noun_start(scan, at, first) or at
    return first, last


def _group_took_it(scan: Scan, first: int, at: int) -> bool:
    """Whether a group at word `first` « a choisi » at word `at`, the meeting told before: « Le GT Nutrition a choisi le traiteur »."""
    group = scan.group_at[first + (scan.fold(first) in _THE)]
    took = group is not None and scan.fold(group.last) in {"a", "ont"} and at - group.last <= 2
    return took and any(names_group(scan, k) for k in range(first))


def _past_aside(scan: Scan, part: Segment, at: int) -> int | None:
    """The word after facts in brackets between the verb and what it decides: « a validé hier (14h-16h, mairie) le plan »."""
    straight = _past_setting(scan, part, at + 1)
    if straight is not None:
        return straight
    k = at + 1
    while (
        k < part.last
        and scan.sign(k) != "("
        and (scan.time_at[k] is not None or scan.fold(k) in {"a", "au", "la", "le", "ce", "cet", "cette"})
    ):
        k += 1
    close = next((c for c in range(k, part.last) if scan.sign(c) == ")"), None) if k < part.last and scan.sign(k) == "(" else None
    if close is None or close + 1 >= part.last or not scan.words[close + 1].is_word or not _tells_facts(scan, k, close):
        return None
    return close + 1


def _past_setting(scan: Scan, part: Segment, i: int) -> int | None:
    """The word after « hier de 14h à 16h à l'hôtel de ville » at word i, if what was decided follows; None where no hour is told."""
    k, timed = i, False
    while k < part.last:
        time = scan.time_at[k]
        timed = timed or (time is not None and (time.starts is not None or time.ends is not None))
        placed = time is not None or scan.thing_at[k] is not None
        ahead = k + 1 < part.last and (scan.time_at[k + 1] is not None or scan.thing_at[k + 1] is not None or scan.fold(k + 1) in _INTO)
        if not (placed or (scan.fold(k) in _INTO | _THE and ahead)):
            break
        k += 1
    return k if timed and k < part.last and scan.fold(k) in _THE else None


def _says_what(scan: Scan, first: int, last: int) -> bool:
    """Whether a clause tells what was decided beside that it was: « voté à l'unanimité » does not."""
    forms = {k for table in (_FORMS, STATUS) for f in table.all(scan.words, first, last) for k in range(f.first, f.last)}
    return any(scan.words[k].is_word and k not in forms and scan.fold(k) not in _SAYS_NOTHING for k in range(first, last))


def _tells_facts(scan: Scan, first: int, last: int, *, ours: bool = True) -> bool:
    """Whether hours or a group are told there; `ours`: a group counts even if it only says whose a thing is, « le calendrier des GT »."""
    times = ((i, t) for i in range(first, last) if (t := scan.time_at[i]) is not None)
    timed = any(t.starts is not None or (t.seconds is not None and (ours or not qualifies(scan, i))) for i, t in times)
    told = (g for i in range(first, last) if (g := scan.group_at[i]) is not None and g.strength >= Strength.NAMED)
    named = [g for g in told if scan.hearing.draft is None or not is_object(scan, g)]
    counted = "," in scan.signs[first:last] and find_headcount(scan, [(first, last)]) is not None  # « 14 présents, budget adopté »
    return timed or counted or any(ours or g.first == first or scan.fold(g.first - 1) not in {"du", "des", "de", "d"} for g in named)


def _tells_away(scan: Scan, first: int, last: int) -> bool:
    return any(scan.fold(i).startswith(("excus", "absent")) for i in range(first, last))


def _put_off(scan: Scan, part: Segment, at: int) -> bool:
    """« le GT nutrition était reporté, finalement… »: said of the meeting itself, at the head of the message."""
    if part.body > 2 or not scan.fold(at).startswith(("report", "ajourn", "annul")):
        return False
    j = at - 1
    while j > part.body and scan.fold(j) in {"est", "etait", "a", "ete", "avait", "d", "abord", "deux", "fois"}:
        j -= 1
    return scan.group_at[j] is not None or scan.fold(j) in {"reunion", "seance", "rencontre", "reu"}


def _clause(scan: Scan, part: Segment, at: int) -> tuple[int, int]:
    first, last = at, at
    while first > part.body and scan.sign(first - 1) not in {",", ":", "-", "–", "→"}:
        first -= 1
    while (
        last < part.last
        and (scan.sign(last) not in {",", "-", "–"} or scan.time_at[last] is not None)
        and not (last > at and names_held(scan, last))
    ):
        last += 1
    if last < part.last and names_held(scan, last):  # « charte adoptée au copil ASV de ce matin »
        while last > at + 1 and scan.fold(last - 1) in {"au", "a", "la", "le", "l", "en", "du", "de", "lors", "par", "ce", "cette"}:
            last -= 1
    return first, last
