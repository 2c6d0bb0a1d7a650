"""What a subject is told to do, be it without a verb: « Rachid et moi rédigeons », « Todo : zoé maquette »."""

from __future__ import annotations

from bot.understanding.clauses import ROLES, deed_of, is_to_come, promised, said_or_done, starts_clause, takes_part
from bot.understanding.cutting import Cut
from bot.understanding.other_bodies import rules
from bot.understanding.roles import Role
from bot.understanding.scan import Scan
from bot.understanding.spoke_in_turn import speaks_of_thing
from bot.understanding.tasks import short_task, told_infinitive
from bot.understanding.verbs import PROMISED, Deed, deed_at, is_ours

_BY_DAY = frozenset({"avant", "d", "ici", "jusqu"})


def deed_told(scan: Scan, i: int, after: int, end: int, *, bearers: tuple[tuple[int, int], ...]) -> tuple[Deed, int] | None:
    """The verb of a subject at word i that ends before word `after`, and the word from which its text is told."""
    if scan.fold(after) == "on" and any(first == last for first, last in bearers):
        after += 1  # « Inès et moi on rédige la première version »
    deed = said_or_done(scan, deed_of(scan, after, end))
    if deed is not None and deed[0] is Deed.WILL and speaks_of_thing(scan, i, after, deed[1]):
        return None
    if deed is not None and scan.fold(deed[1]) in {"rajoute", "ajoute"} and _length_at(scan, deed[1] + 1):
        return Deed.DID, deed[1]  # « et je rajoute 1h10 de trajet »: hours
    if deed is None and any(first == last for first, last in bearers) and is_ours(scan.words, after):
        return Deed.WILL, after  # « Rachid et moi rédigeons le dossier »
    if deed is not None and PROMISED.at(scan.words, after) is not None and not _named_before(scan, i):
        return Deed.DID, after
    return deed


def _length_at(scan: Scan, i: int) -> bool:
    time = scan.time_at[i] if i < len(scan) else None
    return time is not None and time.seconds is not None


def bracketed_task(cut: Cut, i: int, bearers: tuple[tuple[int, int], ...]) -> tuple[int, tuple[tuple[int, int], ...]] | None:
    """Where a task begins that a list holds in brackets, and whose it is: « Tâches : Leïla (liste), Paola et Karim (formation) »."""
    count = next((n for n, (_, last) in enumerate(bearers, 1) if cut.scan.sign(last) == "("), None)
    if count is None or not _lists_tasks(cut, i):
        return None
    body = short_task(cut.scan, bearers[count - 1][1] + 1, cut.sentence.last)
    return (body, bearers[:count]) if body is not None else None


def task_alone(cut: Cut, i: int, after: int) -> int | None:
    """Where the task of a subject at word i begins that no verb tells: « Yann de voir… », « Todo : zoé maquette, karim minibus »."""
    opens = i == cut.sentence.body or starts_clause(cut.scan, i)
    return (told_infinitive(cut.scan, after) if opens else None) or (
        short_task(cut.scan, after, cut.sentence.last) if _lists_tasks(cut, i) else None
    )


def _named_before(scan: Scan, i: int) -> bool:
    """Whether whoever stands at word i was named before, in the list of those who were there."""
    person = scan.person_at[i]
    return person is None or any((p := scan.person_at[k]) is not None and set(p.ids) & set(person.ids) for k in range(i))


def _lists_tasks(cut: Cut, i: int) -> bool:
    """Whether somebody at word i opens an item of a list told in one breath: « À faire : zoé maquette, karim résa minibus »."""
    cue = next((ROLES.at(cut.scan.words, p.first) for p in cut.parts if p.role is Role.ACTION), None)
    headed = cue is not None and cue.tag == "action" and ":" in {cut.scan.sign(cue.last), cut.scan.sign(cue.last - 1)}
    return headed and cut.parts[-1].role is Role.ACTION and (cut.scan.sign(i - 1) in {":", ",", "/", "."} or cut.scan.fold(i - 1) == "et")


def agrees_to(scan: Scan, after: int, end: int) -> int | None:
    """Where the task begins that somebody says yes to: « Chloé : OK pour tenir le stand »; None where no infinitive follows."""
    j = after + (scan.sign(after) in {":", "→", "=", ","})
    if j == after or scan.fold(j) not in {"ok", "okay", "partante", "partant", "volontaire", "oui", "dispo"}:
        return None
    body = j + 2
    infinitive = body < end and scan.fold(body).endswith(("er", "ir", "re", "oir")) and scan.time_at[body] is None
    return body if scan.fold(j + 1) in {"pour", "pr"} and infinitive and scan.person_at[body] is None else None


def tells_news(cut: Cut, i: int, verb: int) -> bool:
    """Whether a structure only gives its news: « Tour de table : le CCAS recrute », « l'ARS refuse le poste »; a day to come binds."""
    current, scan = cut.parts[-1], cut.scan
    if rules(scan, i, verb):
        return not any((t := scan.time_at[k]) is not None and t.bound is not None for k in range(verb, cut.sentence.last))
    if current.role is not Role.TOPIC or scan.person_at[i] is not None or scan.fold(i) in {"je", "j", "moi"}:
        return False
    heads = range(max(cut.sentence.body, current.first - 4), current.body + 1)
    around = any(scan.fold(k) == "tour" and scan.fold(k + 1) == "de" and scan.fold(k + 2) == "table" for k in heads)
    bound = is_to_come(scan, verb, cut.sentence.last) or scan.fold(verb).endswith(("ra", "ront"))
    return around and not bound


def decided_of(cut: Cut, i: int) -> bool:
    """Whether a structure follows « on a décidé que » at once: it is what was decided, not a task."""
    current = cut.parts[-1]
    clause = next((k for k in range(i, cut.sentence.last) if cut.scan.sign(k) in {";", ":"}), cut.sentence.last)
    if any((t := cut.scan.time_at[k]) is not None and t.bound is not None and cut.scan.fold(k) in _BY_DAY for k in range(i, clause)):
        return False  # « il a été convenu que la CPTS recense les cabinets avant le 20 janvier »
    return (
        current.role is Role.DECISION
        and current.body <= i <= current.body + 2
        and all(len(cut.scan.fold(k)) <= 3 or cut.scan.time_at[k] is not None for k in range(current.body, i))
        and cut.scan.person_at[i] is None
        and cut.scan.fold(i) not in {"je", "j"}
    )


def after_speech(cut: Cut, i: int, after: int, bearers: tuple[tuple[int, int], ...], *, deed: tuple[Deed, int] | None, away: bool) -> int:
    """Past a subject at word i without a task: what it said is a topic, or a promise; it may stand among those who were there."""
    scan, end = cut.scan, cut.sentence.last
    if deed is not None and deed[0] is Deed.SPEAKS:
        clause = next((k for k in range(deed[1], end) if scan.sign(k) == "," and scan.time_at[k] is None), end)
        if promised(scan, after, deed[1], clause) and is_to_come(scan, deed[1], clause):
            cut.open(Role.ACTION, i, deed[1], bearers=bearers)
            return deed[1] + 1
        if (
            clause < end
            and clause - deed[1] > 1
            and scan.fold(deed[1] - 1) not in {"me", "m"}
            and cut.parts[-1].role is Role.FACTS
            and i > cut.sentence.body
        ):
            cut.open(Role.TOPIC, deed[1], deed[1], kept_cue=True)
            cut.open(Role.FACTS, clause, clause)
            return clause
    inside = cut.parts[-1].role is not Role.FACTS and i > cut.sentence.body
    if inside and scan.person_at[i] is not None and (away or takes_part(scan, i, deed)):
        cut.open(Role.FACTS, i, i)
    return max(after, i + 1)


def is_intention(cut: Cut, i: int) -> bool:
    """« on cale une journée en mai » at the head of a sentence: neither decided nor borne by anybody."""
    scan = cut.scan
    if scan.fold(i) not in {"on", "nous"} or ROLES.at(scan.words, i) is not None:
        return False
    deed = deed_at(scan.words, i + 1)
    return (
        deed is not None
        and deed[0] is Deed.WILL
        and not any(t is not None and t.ends is not None for t in scan.time_at[i : cut.sentence.last])
    )
