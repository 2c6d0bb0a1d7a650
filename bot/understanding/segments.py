"""How a message falls into parts: facts and attendance, decisions, actions, topics, the next meeting."""

from __future__ import annotations

from dataclasses import replace

from bot.understanding.appointments import appointed, closes_with_appointment
from bot.understanding.clauses import (
    deed_of,
    ends_topic,
    may_start_subject,
    past_absence,
    promised_that,
    starts_clause,
    tells_of_telling,
    told_away,
    with_time_before,
)
from bot.understanding.coming import announces_next, meets_again, told_ahead
from bot.understanding.cutting import Cut
from bot.understanding.decided_clauses import with_decisions
from bot.understanding.deciding import group_decides
from bot.understanding.done_bare import cut_behind
from bot.understanding.entrusted import OPENINGS as ENTRUSTS
from bot.understanding.entrusted import entrusted, entrusted_by_form
from bot.understanding.facts_behind import tells_facts_again
from bot.understanding.headings import carries, crossed_out, heading, heads_columns, heads_next
from bot.understanding.held_cues import holds
from bot.understanding.objects import with_objects
from bot.understanding.opening_cues import cue_at, open_cue
from bot.understanding.own_lives import ones_own_life
from bot.understanding.roles import Role, Segment
from bot.understanding.scan import Scan
from bot.understanding.sentences import SIGNS, Sentence, sentences
from bot.understanding.several_meetings import AFTER_SIGNS, begins_story, tells_after
from bot.understanding.spending import counts_hours
from bot.understanding.subject_deeds import (
    after_speech,
    agrees_to,
    bracketed_task,
    decided_of,
    deed_told,
    is_intention,
    task_alone,
    tells_news,
)
from bot.understanding.subjects import bearers_at, nearest
from bot.understanding.tasks import (
    came_out,
    gapped,
    heads_task,
    names_task,
    next_task,
    pointed,
    to_do,
    verb_shared,
)
from bot.understanding.told_apart import told_apart, wished
from bot.understanding.told_elsewhere import heads_recall, only_topics, told_elsewhere
from bot.understanding.undecided import supposed, with_doubts
from bot.understanding.verbs import Deed

_NEAR = 40  # words: further back, the hours are no head of this list


def segments(scan: Scan) -> list[Segment]:
    """The parts of a message in order; headings (« Actions : ») give their role to the lines below."""
    known = scan.memo.get("segments")
    if isinstance(known, list):
        return known
    found: list[Segment] = []
    inherited: Role | None = None
    recall: Sentence | None = None
    for number, sentence in enumerate(sentences(scan)):
        carried = found[-1].role if found and sentence.first and carries(scan, sentence, found[-1]) else None
        if heads_next(scan, sentence):
            inherited = Role.NEXT
            continue
        if number and heads_columns(scan, sentence):
            inherited = Role.ACTION
            continue
        parts = _cut(scan, sentence, number, inherited or carried)
        recall = heads_recall(scan, sentence, recall)
        if recall not in {None, sentence}:
            parts = only_topics(parts)
        headed = heading(scan, sentence, parts)
        if headed is not None:
            inherited = headed
            continue
        if (
            inherited is not None
            and not sentence.bullet
            and (sentence.first == 0 or scan.sign(sentence.first - 1) != "\n" or parts[0].role not in {inherited, Role.FACTS})
        ):
            inherited = None
        found += parts
    scan.memo["segments"] = found
    return found


def _cut(scan: Scan, sentence: Sentence, number: int, inherited: Role | None) -> list[Segment]:
    cut = Cut(scan, sentence, number)
    dated = number > 0 and sentence.sign in {"📅", "🗓", "📆"} and told_ahead(scan, sentence.body, sentence.last)
    signs = {"decision": Role.DECISION, "action": Role.ACTION, "next": Role.NEXT}
    given_up = crossed_out(scan, sentence)
    signed = Role.NEXT if dated else Role.DECISION if given_up else signs.get(SIGNS.get(sentence.sign, ""))
    cut.open(signed or inherited or Role.FACTS, sentence.first, sentence.body)
    if cut.parts[0].role is Role.FACTS and counts_hours(scan, sentence.body, sentence.last):
        cut.parts[0] = replace(cut.parts[0], last=sentence.last)
        return [cut.parts[0]]
    if number and signed is None and inherited is None and told_apart(scan, sentence):
        cut.open(Role.TOPIC, sentence.body, sentence.body, kept_cue=True)
    i = sentence.body
    while i < sentence.last:
        i = _step(cut, i, listed=inherited is Role.ACTION or signed is Role.ACTION)
    if number and announces_next(scan, sentence):
        return [replace(cut.parts[0], role=Role.NEXT, bearers=(), last=sentence.last)]
    if number and cut.parts[0].role is Role.FACTS:
        whole = cut.parts[0]
        if (
            (len(cut.parts) == 1 and names_task(scan, sentence))
            or to_do(scan, whole.body, whole.last)
            or heads_task(scan, whole.body)
            or entrusted_by_form(scan, whole.body, whole.last)
        ):
            cut.parts[0] = replace(whole, role=Role.ACTION)
        elif not _told_of(cut) and (role := came_out(scan, sentence)) is not None:
            cut.parts[0] = replace(whole, role=role)
    elif inherited is Role.DECISION and not sentence.bullet and len(cut.parts) == 1 and to_do(scan, sentence.body, sentence.last):
        cut.parts[0] = replace(cut.parts[0], role=Role.ACTION)  # « axe retenu ; lettre à rédiger par Benoît »
    parts = with_decisions(scan, [p for p in cut.parts if p.last > p.first], head=sentence.first)
    return with_objects(scan, with_doubts(scan, sentence, parts, headed=inherited is Role.DECISION))


def _told_of(cut: Cut) -> bool:
    """Whether the first words are but what a task is about: « → chiffrage : Laurent le demande »."""
    return len(cut.parts) > 1 and cut.parts[1].role is Role.ACTION and cut.scan.sign(cut.parts[1].first - 1) == ":"


def _step(cut: Cut, i: int, *, listed: bool) -> int:
    """Look at word i for the start of another part; the next word to look at."""
    scan, end = cut.scan, cut.sentence.last
    current = cut.parts[-1]
    told = current.role not in {Role.FACTS, Role.NEXT} and i > current.body
    if told and begins_story(scan, i, end):
        cut.open(Role.FACTS, i, i)
    if told and scan.sign(i - 1) in AFTER_SIGNS and (group_told := tells_after(scan, i, end)) is not None:
        cut.open(Role.FACTS, i, i)
        return group_told
    if scan.time_at[i] is not None:
        return _after_time(cut, i)
    current = cut.parts[-1]
    if _ends_task(scan, i, current, end):
        cut.open(Role.ACTION, i + 1, i + 1)
        return i + 1
    if current.role is not Role.FACTS and i > current.body and tells_facts_again(scan, i, current, end):
        cut.open(Role.FACTS, i, i)
        return i + 1
    if (past := cut_behind(cut, i)) is not None:
        return past
    if current.role is Role.FACTS and closes_with_appointment(scan, i, end):
        cut.open(Role.TOPIC, i, i, kept_cue=True)
        return i + 1
    if scan.folds[i] in {"on", "nous"} and meets_again(scan, i, end):
        cut.open(Role.NEXT, i, i)
        return i + 2
    decided = group_decides(scan, i, end) if scan.fold(i - 1) not in {"pas", "que", "qu", "si"} else None
    held = cut.parts[-1].role is Role.NEXT and i == cut.parts[-1].body  # « la prochaine on la fait au CCAS le 14 »
    decided = None if held or (decided is not None and supposed(scan, i, max(cut.sentence.body, i - 3))) else decided
    if i == cut.sentence.body and decided is None and is_intention(cut, i):
        cut.open(Role.TOPIC, i, i, kept_cue=True)
        return i + 1
    given = entrusted(scan, i, end, opens=starts_clause(scan, i) or i == cut.sentence.body) if scan.folds[i] in ENTRUSTS else None
    if given is not None:
        cut.open(Role.ACTION, i, given[0], bearers=given[1])
        return given[0] + 1
    return _after_clause_start(cut, i, decided, listed=listed)


def _ends_task(scan: Scan, i: int, current: Segment, end: int) -> bool:
    """Whether a task of nobody ends at word i, and another one begins behind it, not what tells of the meeting itself."""
    if current.role is not Role.ACTION or current.bearers or not next_task(scan, i, current.body):
        return False
    return not (i + 1 < end and tells_facts_again(scan, i + 1, current, end))


def _after_clause_start(cut: Cut, i: int, decided: int | None, *, listed: bool) -> int:
    """Look at word i for a subject, a group taken up again, what the group decides from word `decided` on, or a cue."""
    scan, end = cut.scan, cut.sentence.last
    current = cut.parts[-1]
    subject = bearers_at(scan, i, end) if may_start_subject(scan, i, cut.sentence) else None
    if subject is not None:
        return _after_subject(cut, i, *subject, listed=listed)
    group = scan.group_at[i]
    if group is not None and current.role is Role.TOPIC and ends_topic(scan, i):
        cut.open(Role.FACTS, i, i)
        return group.last
    covered = scan.person_at[i] is not None or group is not None or scan.thing_at[i] is not None
    cue = cue_at(scan, i)
    if covered and (cue is None or group is None or not scan.fold(i).startswith("proch")):
        return i + 1
    if decided is not None and (cue is None or (current.role is Role.TOPIC and cue.tag != "topic")) and not told_elsewhere(cut, i):
        cut.open(Role.DECISION, i, decided, kept_cue=decided == i)
        return decided + 1
    if cue is not None and holds(cut, cue):
        return open_cue(cut, cue)
    return i + 1


def _after_subject(cut: Cut, i: int, after: int, bearers: tuple[tuple[int, int], ...], *, listed: bool) -> int:
    """Past a subject at word i that ends before word `after`: it will do something, was away, spoke, or is only named."""
    scan, end = cut.scan, cut.sentence.last
    inside = bracketed_task(cut, i, bearers)
    if inside is not None:
        cut.open(Role.ACTION, i, inside[0], bearers=inside[1])
        return inside[0] + 1
    away = told_away(scan, after)
    if not away and (promise := promised_that(scan, after, end)) is not None:
        cut.open(Role.ACTION, i, promise, bearers=bearers)
        return promise + 1
    aside = past_absence(scan, after) if away else None
    does = deed_of(scan, aside, end) if aside is not None else None
    if aside is not None and does is not None and does[0] is Deed.WILL:
        cut.open(Role.ACTION, aside, does[1], bearers=bearers)  # « Mathilde, absente, gère les inscriptions »
        return does[1] + 1
    deed = None if away else deed_told(scan, i, after, end, bearers=bearers)
    if deed is not None and scan.folds[deed[1]] in ENTRUSTS and entrusted(scan, deed[1], end, opens=False) is not None:
        return deed[1]  # « Mehdi demande à Zoé de relire le guide »
    i, bearers = nearest(scan, i, bearers, deed)
    if deed is not None and deed[0] is Deed.WILL and (told := _will(cut, i, deed[1], bearers)) is not None:
        return told
    agreed = agrees_to(scan, after, end) if not away else None
    if agreed is not None and (i == cut.sentence.body or starts_clause(scan, i)):
        cut.open(Role.ACTION, i, agreed, bearers=bearers)
        return agreed + 1
    told = _pointed(cut, i, after, bearers, listed=listed)
    if told is not None:
        cut.open(Role.ACTION, i, told, bearers=bearers)
        return told
    shared = _shared(cut, i, after, bearers, listed=listed) if deed is None else None
    if shared is not None:
        return shared
    alone = task_alone(cut, i, after) if deed is None and not away else None
    if alone is not None:
        cut.open(Role.ACTION, i, alone, bearers=bearers)
        return alone
    return after_speech(cut, i, after, bearers, deed=deed, away=away)


def _will(cut: Cut, i: int, verb: int, bearers: tuple[tuple[int, int], ...]) -> int | None:
    """Past the verb of what the subject at word i will do: a task, unless it only tells news; None for what was decided."""
    scan = cut.scan
    if tells_of_telling(scan, i, verb, cut.sentence) or ones_own_life(scan, verb) or tells_news(cut, i, verb) or wished(scan, i):
        return verb + 1
    if decided_of(cut, i):
        return None
    cut.open(Role.ACTION, with_time_before(scan, i, cut.sentence), verb, bearers=bearers)
    return verb + 1


def _shared(cut: Cut, i: int, after: int, bearers: tuple[tuple[int, int], ...], *, listed: bool) -> int | None:
    """Past a subject whose task has its verb told before: « Zoé appelle la CAF, Karim la CPAM »."""
    current = cut.parts[-1]
    shared = gapped(cut.scan, i, after, opens=listed and i == cut.sentence.body) if current.role is Role.ACTION else None
    if shared is None:
        return None
    verb = verb_shared(cut.scan, current)
    shared = after if verb is not None else shared
    cut.open(Role.ACTION, i, shared, bearers=bearers)
    cut.parts[-1] = replace(cut.parts[-1], verb=verb)
    return max(shared, after + 1)


def _pointed(cut: Cut, i: int, after: int, bearers: tuple[tuple[int, int], ...], *, listed: bool) -> int | None:
    """Where a task begins that a sign gives to the subject at word i; several people told with the facts are the roll instead."""
    scan, sentence = cut.scan, cut.sentence
    told = range(max(sentence.body, i - _NEAR), i)
    if len(bearers) > 1 and any(scan.group_at[k] or ((t := scan.time_at[k]) is not None and t.ends is not None) for k in told):
        return None
    opens = i == sentence.body and cut.number > 0
    goes_on = scan.sign(i - 1) == "," and cut.parts[-1].role is Role.ACTION
    return pointed(scan, after, sentence.last, listed=listed, line=i if opens or goes_on else None)


def _after_time(cut: Cut, i: int) -> int:
    """Past a time; facts come back after a topic told in the header (« sur la canicule de 9h à midi à la mairie »)."""
    scan = cut.scan
    time = scan.time_at[i]
    last = i
    while last < cut.sentence.last and scan.time_at[last] is time:
        last += 1
    current = cut.parts[-1]
    ranged = time is not None and time.starts is not None and time.ends is not None
    if current.role is Role.TOPIC and ranged and i > current.body and not appointed(scan, current.body, cut.sentence.last):
        cut.open(Role.FACTS, i, i)
    return last
