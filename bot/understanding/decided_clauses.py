"""Which clauses say that something was decided by their form alone: « feuille de route adoptée », « le forum est repoussé », « : ok »."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.understanding.clauses import is_denied
from bot.understanding.groups import Strength
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.roles import Role, Segment
from bot.understanding.scan import Scan
from bot.understanding.tasks import STATUS
from bot.understanding.words import LINKS

_FORMS = PhraseTable({"decided": table("cues")["decided_forms"]["words"]})
_CHANGED = words_of("decisions", "changed")
_CHANGES = words_of("decisions", "changes")
_OPENINGS = _FORMS.openings | STATUS.openings | _CHANGED | _CHANGES
_TOWARDS = frozenset({"a", "au", "aux", "en", "de", "d", "sur", "le", "la", "les", "un", "une", "l", "des"})
_BECOMES = words_of("decisions", "becomes")
_UNCHANGED = frozenset({"inchange", "inchangee", "inchanges", "inchangees", "gratuit", "gratuite", "gratuits", "ouvert", "ouverte", "fixe"})
_DETERMINERS = frozenset({"le", "la", "l", "les", "un", "une", "ce", "cet", "cette", "ces", "notre", "nos", "chaque", "deux", "trois"})
_PREPOSITIONS = frozenset({"a", "de", "d", "dans", "chez", "sur", "avec", "en", "pour", "par", "sous", "vers", "et", "sans", "entre"})
_NO_SUBJECT = frozenset(
    {
        *("il", "elle", "ils", "elles", "on", "je", "j", "tu", "nous", "vous", "ca", "cela", "ceci", "qui", "ai", "ont", "avons"),
        *("reunion", "seance", "rencontre", "reu", "ambiance", "climat", "situation", "contexte", "question", "sujet", "probleme"),
        *("besoin", "besoins", "demande", "demandes", "difficulte", "difficultes", "chiffres", "delai", "delais", "file", "attente"),
    }
)
_SAYS_NOTHING = LINKS | frozenset(
    {"c", "est", "ok", "ca", "tout", "tous", "bien", "unanimite", "pour", "donc", "sont", "ete", "aussi", "oui"}
)
_FAR = 14  # words: a subject is no longer
_LONG = 45  # days: what was voted before is no decision of this meeting
_BREAKS = frozenset({",", ":", "-", "–", "("})


def with_decisions(scan: Scan, parts: list[Segment]) -> list[Segment]:
    """Facts or topics that hold a form such as « validé » become decisions: the whole part, or its clauses if it tells facts too."""
    found: list[Segment] = []
    for part in parts:
        found += _cut_out(scan, part) if part.role in {Role.FACTS, Role.TOPIC} else [part]
    return found


def _cut_out(scan: Scan, part: Segment) -> list[Segment]:
    found: list[Segment] = []
    mixed: bool | None = None
    if part.role is Role.TOPIC and scan.fold(part.body + 1) in {"que", "qu"}:
        return [part]  # « Mathilde annonce que le festival est reporté »
    while part.body < part.last and (at := _decided_at(scan, part)) is not None:
        mixed = _tells_facts(scan, part.body, part.last) if mixed is None else mixed
        first, last = _bounds(scan, part, at) if mixed else (part.body, part.last)
        if _tells_away(scan, first, last) or _put_off(scan, part, at):
            break
        if first > part.body:
            found.append(replace(part, last=first))
        begin = first if first > part.body else part.first
        found.append(replace(part, role=Role.DECISION, first=begin, body=first, last=last, kept_cue=True))
        part = replace(part, first=last, body=last)
    return [*found, part] if part.body < part.last else found


def _decided_at(scan: Scan, part: Segment) -> int | None:
    """The first word that says so."""
    tests: tuple[Callable[[Scan, Segment, int], bool], ...] = (_is_form, _is_status, _is_changed, _is_pointed, _changes)
    for i in range(part.body, part.last):
        if scan.folds[i] in _OPENINGS and any(test(scan, part, i) for test in tests):
            return i
    return None


def _is_form(scan: Scan, part: Segment, i: int) -> bool:
    """« validé », « feu vert », « aura lieu »."""
    form = _FORMS.at(scan.words, i)
    if form is None or _is_present(scan, form.last - 1) or _long_ago(scan, form.last):
        return False
    if scan.fold(i).startswith("retenu") and scan.fold(form.last) in {"par", "chez", "ailleurs", "a", "au", "aux", "en"}:
        return False  # « M. Tessier, retenu par un autre rendez-vous »
    return scan.fold(i - 1) not in {"encore", "etre", "sera"} and not is_denied(scan, i, part.body)


def _long_ago(scan: Scan, i: int) -> bool:
    """Whether a time long past follows: « le budget voté l'an dernier »."""
    time = scan.time_at[i]
    past = time.days if time is not None and time.future is None else None
    return past is not None and (scan.hearing.now.date() - past.last).days > _LONG


def _is_status(scan: Scan, part: Segment, i: int) -> bool:
    """« café-répit : ok », « stand partagé → oui »: a word that closes its line after a sign, nobody named before it."""
    if scan.sign(i - 1) not in {":", "→", "=", ">", "-", "–"} or i - 1 <= part.body:
        return False
    status = STATUS.at(scan.words, i)
    if status is None or (status.last < part.last and scan.sign(status.last) not in {",", "(", ".", "-", "–"}):
        return False
    return not any(scan.person_at[k] is not None or scan.group_at[k] is not None for k in range(max(part.body, i - _FAR), i))


def _is_changed(scan: Scan, part: Segment, i: int) -> bool:
    """« le forum est repoussé », « l'évaluation sera confiée à un cabinet »: said of something, not of somebody."""
    if scan.fold(i) not in _CHANGED or is_denied(scan, i, part.body):
        return False
    j = i - 1
    while j > part.body and scan.fold(j).endswith("ment"):
        j -= 1
    if scan.fold(j) == "ete":
        j -= 1
    elif scan.fold(j) not in {"est", "sont", "sera", "seront"}:
        return False
    return _of_something(scan, part, j)


def _is_pointed(scan: Scan, part: Segment, i: int) -> bool:
    """« Lucie, Aminata → programmation 2027 arrêtée (5 actions) »: what an arrow points at in the facts, closed by a participle."""
    if scan.fold(i) not in _CHANGED or scan.person_at[i] is not None or not (i + 1 >= part.last or not scan.words[i + 1].is_word):
        return False
    j = i - 1
    while j > part.body and (scan.words[j].is_word or scan.words[j].is_number):
        j -= 1
    return j < i - 1 and scan.sign(j) in {"→", "⇒", "➜"}


def _changes(scan: Scan, part: Segment, i: int) -> bool:
    """« la fête passe au samedi 12 », « le marché reste en mai », « l'observatoire change de nom »."""
    verb, after = scan.fold(i), scan.fold(i + 1)
    if verb not in _CHANGES or scan.sign(i).endswith("é") or i + 1 >= part.last or is_denied(scan, i, part.body):
        return False
    time = scan.time_at[i + 1]
    if time is not None and time.starts is not None and time.days is None:
        return False
    dated = time is not None
    if not (dated or after in _TOWARDS or after in _UNCHANGED or (verb.startswith("dev") and after in _BECOMES)):
        return False
    return _of_something(scan, part, i)


def _of_something(scan: Scan, part: Segment, i: int) -> bool:
    """Whether the words before word i name a thing: a determiner not far before, no person, no structure, no pronoun."""
    first = _noun_start(scan, i, part.body)
    if first is None or scan.person_at[i - 1] is not None or any(scan.fold(k) in _NO_SUBJECT for k in range(first, i)):
        return False
    thing = scan.thing_at[i - 1]
    return thing is None or thing.first > first + 1


def _noun_start(scan: Scan, i: int, first: int) -> int | None:
    """Where the words that name the subject of the verb at word i begin: « le forum emploi », or the clause."""
    start, j, first = None, i - 1, max(first, i - _FAR)
    while j >= first and (scan.words[j].is_word or scan.words[j].is_number) and _is_plain(scan, j):
        if scan.fold(j) in _DETERMINERS and scan.fold(j - 1) not in _PREPOSITIONS:
            start = j
        j -= 1
    if start is None and i - 1 > j and (j < first or scan.sign(j) in _BREAKS | {"\n"}):
        return j + 1
    return start


def _is_plain(scan: Scan, i: int) -> bool:
    group = scan.group_at[i]
    return scan.time_at[i] is None and scan.person_at[i] is None and (group is None or group.strength < Strength.NAMED)


def _is_present(scan: Scan, i: int) -> bool:
    """Whether « confirme » is no participle: it bears no accent in a message that has some."""
    return (
        scan.fold(i).endswith("e")
        and not scan.fold(i).endswith("ee")
        and scan.sign(i).endswith("e")
        and "é" in scan.text
        and scan.fold(i) in {"confirme", "refuse", "lance", "cree", "rejete"}
    )


def _bounds(scan: Scan, part: Segment, at: int) -> tuple[int, int]:
    """The clause around word `at` that tells the decision."""
    first, last = _clause(scan, part, at)
    if not _says_what(scan, first, last) and first > part.body + 1:
        before = _clause(scan, part, first - 2)[0]
        first = _noun_start(scan, first - 1, before) or before
    if _tells_facts(scan, first, at):
        first = _noun_start(scan, at, first) or first
    return first, last


def _says_what(scan: Scan, first: int, last: int) -> bool:
    """Whether a clause tells what was decided beside that it was: « voté à l'unanimité » does not."""
    forms = {k for f in _FORMS.all(scan.words, first, last) for k in range(f.first, f.last)}
    return any(scan.words[k].is_word and k not in forms and scan.fold(k) not in _SAYS_NOTHING for k in range(first, last))


def _tells_facts(scan: Scan, first: int, last: int) -> bool:
    inside = range(first, last)
    timed = any((t := scan.time_at[i]) is not None and (t.starts is not None or t.seconds is not None) for i in inside)
    return timed or any((g := scan.group_at[i]) is not None and g.strength >= Strength.NAMED for i in inside)


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
    while last < part.last and scan.sign(last) not in {",", "-", "–"}:
        last += 1
    return first, last
