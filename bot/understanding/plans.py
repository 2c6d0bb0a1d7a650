"""Whether a message plans a meeting to come, moves one that is planned, or cancels it."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.drafts import DraftContent
from bot.domain.near_days import PLANNED_AHEAD
from bot.domain.requests import NotForMe, PlanDeed, PlanMeeting
from bot.french.points_put_off import puts_off_point
from bot.understanding.cancelled_after import cancelled_after
from bot.understanding.evidence import weigh
from bot.understanding.groups import GroupMention, Strength
from bot.understanding.lengths import MEETING
from bot.understanding.lexicon_files import table
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.plan_ends import NO_MORE, STOPS, end_ordered, is_over, of_year
from bot.understanding.plan_left import left_behind
from bot.understanding.plan_near import changes_what_stands
from bot.understanding.plan_objects import is_of_meeting, passes_by, subject_of
from bot.understanding.plan_requests import one_at_a_time, request_of, two_groups, which_days
from bot.understanding.plan_rules import how_often
from bot.understanding.plan_spots import Told, read_told, rest_of
from bot.understanding.plan_states import after_all, stated, words_of_state
from bot.understanding.plan_titles import title_told
from bot.understanding.planned_points import points_behind
from bot.understanding.scan import Scan
from bot.understanding.several_days import LISTING, are_announced, are_to_come, days_listed, is_half_listed
from bot.understanding.tokens import fold
from bot.understanding.turns import plainly_corrects
from bot.understanding.when import mentions_in

_LEXICON = table("plans")
_AGENDA = _LEXICON["agenda"]
_IN_AGENDA = [
    " ".join(filter(None, (verb, link, place))) for verb in _AGENDA["verbs"] for link in _AGENDA["links"] for place in _AGENDA["places"]
]
_ARTICLE = frozenset({"le", "la", "l", "les", "un", "une"})
_SETS = {word: deed for deed in (PlanDeed.MOVE, PlanDeed.PLAN) for word in table("plans")["sets"][deed.name.lower()]}
_ORDERS = PhraseTable(
    {
        PlanDeed.CANCEL.value: [*_LEXICON["cancel"]["words"], *STOPS, *NO_MORE],
        PlanDeed.MOVE.value: _LEXICON["move"]["words"],
        PlanDeed.PLAN.value: [*_LEXICON["plan"]["words"], *_IN_AGENDA],
    }
)
_EARLIER = PhraseTable({"earlier": _LEXICON["earlier"]["words"]})
_MEETS = PhraseTable({"meets": _LEXICON["meets"]["words"]})
_NONE = PhraseTable({"none": _LEXICON["none"]["words"]})
_NONE_SMALL = frozenset(_LEXICON["none"]["small"].split())
_WONDERS = PhraseTable({"wonder": _LEXICON["wonder"]["words"]})
_LEAD = frozenset(_LEXICON["lead"]["words"].split())
_BEHIND = frozenset(_LEXICON["behind"]["words"].split())
_ANY_MEETING = frozenset({"reunion", "reunions", "la reunion", "rdv", "rendez-vous", "seance", "rencontre"})
_NOUNS = frozenset({"report", "annulation", "decalage", "deplacement"})  # « report du copil au 17 »
_GOES = frozenset({"passe", "bascule"})  # « le GT du 21 mai passe à 15h »
_REACH = 12  # words within which an order is given
_SPARE = 6  # words that a message may add to what it plans


def read_order(scan: Scan) -> PlanMeeting | NotForMe | None:
    """« reporte le GT de jeudi au 12 », « planifie un Copil », « GT Diabète un jeudi sur deux »: plain enough to come before all else."""
    evidence = weigh(scan)
    none = None if evidence.headcount or evidence.roll else _none_there(scan)
    if none is not None:
        return none
    if evidence.headcount or evidence.roll or _WONDERS.first(scan.words) is not None:
        return None
    verb, group = _verb(scan), _group(scan)
    off = cancelled_after(scan, group) if group is not None and _leads(scan, group.first) else None
    if off is not None:
        return off
    if verb is not None and scan.fold(verb.first) in _NOUNS and scan.fold(verb.last) == "point":
        return None  # « report du point budget au prochain copil »
    worked = verb is not None and verb.tag == PlanDeed.PLAN and bool(evidence.hours)  # « inscris 2h de préparation pour le copil »
    if verb is not None and not worked and _opens(scan, verb.first) and is_of_meeting(scan, verb):
        deed = PlanDeed(verb.tag)
        return _moved(scan, deed, group, verb) if deed is not PlanDeed.PLAN else _planned(scan, group, verb)
    subject = subject_of(scan, verb) if verb is not None and scan.fold(verb.first) in _GOES else None
    if verb is not None and subject is not None:
        return _moved(scan, PlanDeed.MOVE, group, verb) if _leads(scan, subject) else None
    if group is None or evidence.hours or not _leads(scan, group.first):
        return None
    stands = _stated(scan, group) or _over(scan, group)
    if stands is not None:
        return stands
    told = read_told(scan, deed=PlanDeed.PLAN)
    if _tells_past(scan) or _asks(scan):
        return None
    if told.rule is None and how_often(scan) and _spare(scan, group, told) <= _SPARE:
        return which_days(scan, group)
    return _planned(scan, group, None) if told.rule is not None else None


def read_beside(scan: Scan, draft: DraftContent) -> PlanMeeting | NotForMe | None:
    """An order, or a next date, of a group or of a day that is none of the open card: the card stays as it is."""
    known = {m.group_id for m in draft.meetings} | {h.group_id for h in draft.hours}
    order = read_order(scan)
    if isinstance(order, PlanMeeting):
        other = order.group_id is not None and order.group_id not in known
        if order.whole_series or other or (draft.meetings and _on_another_day(scan, order, draft)):
            return order
    group = _group(scan)
    if isinstance(order, NotForMe) and group is not None and not set(group.ids) & known:
        return order
    if group is None or set(group.ids) & known or not known - {None} or plainly_corrects(scan):
        return None
    return read_plan(scan) if any(scan.fold(k).startswith("prochain") for k in range(group.first)) else None


def _on_another_day(scan: Scan, order: PlanMeeting, draft: DraftContent) -> bool:
    """« annule le GT de jeudi », said over the card of a meeting held on Monday."""
    told = [days for m in mentions_in(scan, [(0, len(scan))]) for days in (m.days_toward("past"), m.days_toward("future")) if days]
    return order.on is not None and not any(days.first == meeting.day for days in told for meeting in draft.meetings)


def read_plan(scan: Scan) -> PlanMeeting | NotForMe | None:
    """What is told of the agenda without an order: « prochain GT mardi 8 à 14h », « le copil de mardi est reporté au 3 »."""
    evidence = weigh(scan)
    if evidence.headcount or evidence.roll or evidence.hours or _asks(scan) or _WONDERS.first(scan.words) is not None:
        return None
    if puts_off_point(scan.text):
        return None  # « le point budget est reporté à la prochaine fois »
    verb, group = _verb(scan), _group(scan)
    if verb is not None and scan.fold(verb.first) in _NOUNS:
        return None  # « j'ai reçu le report du copil »
    if verb is not None and verb.tag != PlanDeed.PLAN and (group is not None or MEETING.first(scan.words) is not None):
        return _moved(scan, PlanDeed(verb.tag), group, verb) if is_of_meeting(scan, verb) else None
    if group is None or not _leads(scan, group.first):
        return None
    return _moved(scan, PlanDeed.MOVE, group, None, stated=True) if changes_what_stands(scan) else _planned(scan, group, None)


def read_announced(scan: Scan) -> PlanMeeting | None:
    """A meeting of which nothing but when and where is told, for its next such day: « Copil CLS jeudi de 10h à 12h salle Rimbaud »."""
    plan = read_plan(scan)
    if not isinstance(plan, PlanMeeting) or plan.deed is not PlanDeed.PLAN:
        return None
    return plan if _spare(scan, _group(scan), read_told(scan, deed=PlanDeed.PLAN)) == 0 else None


def read_several(scan: Scan) -> NotForMe | None:
    """« prochains GT Diabète : 10/09, 8/10 et 12/11 à 10h »: the meetings of a group, of which one is planned at a time."""
    evidence, listed, group = weigh(scan), days_listed(scan), _group(scan)
    if not listed or evidence.headcount or evidence.roll or evidence.hours or _asks(scan) or group is None:
        return None
    named = {i for i, other in enumerate(scan.group_at) if other is not None}
    bare = not rest_of(scan, read_told(scan, deed=PlanDeed.PLAN).words | named, _LEAD | _BEHIND | LISTING)
    if not bare or not _opens_with(scan, group.first) or not are_to_come(scan, listed):
        return None
    ahead = are_announced(scan, listed)
    return one_at_a_time(scan, group if ahead else None) if ahead or not two_groups(scan, group) else None


def _tells_past(scan: Scan) -> bool:
    """Whether a day is told that cannot be to come; « le 1er lundi du mois » that comes again can."""
    today = scan.hearing.now.date()
    told = [m for m in mentions_in(scan, [(0, len(scan))]) if m.rank is None]
    return any((days := m.days_toward("future")) is not None and days.last < today for m in told)


def _verb(scan: Scan) -> Found | None:
    """The verb that changes the agenda, near the beginning, unless it is part of a name or of a time."""
    for found in _ORDERS.all(scan.words, 0, min(len(scan), _REACH + 3)):
        named = any(at[i] is not None for i in range(found.first, found.last) for at in (scan.group_at, scan.person_at, scan.thing_at))
        if found.first <= _REACH and not named and not passes_by(scan, found):
            return found
    return _set_at(scan)


def _set_at(scan: Scan) -> Found | None:
    """« mets le GT de mardi à 14h », « ajoute le Copil vendredi 10h »: a plain verb, its group and then when, of the agenda."""
    i = next((k for k in range(min(len(scan), _REACH)) if scan.fold(k) in _SETS), None)
    group = next((g for g in scan.group_at[i + 1 : i + 4] if g is not None), None) if i is not None else None
    if i is None or group is None or not all(scan.fold(k) in _ARTICLE for k in range(i + 1, group.first)):
        return None
    timed = any(time is not None and (time.starts is not None or time.days is not None) for time in scan.time_at[group.last :])
    return Found(i, i + 1, _SETS[scan.fold(i)]) if timed else None


def _opens(scan: Scan, i: int) -> bool:
    """Whether only small words stand before word i: « peux-tu décaler », « bon, j'annule »."""
    return all(scan.fold(k) in _LEAD | {"j"} or not scan.words[k].is_word for k in range(i)) and not _passive(scan, i)


def _passive(scan: Scan, i: int) -> bool:
    return scan.sign(i).endswith(("é", "ée", "és", "ées"))


def _asks(scan: Scan) -> bool:
    return any(scan.sign(i) == "?" for i in range(len(scan)))


def _group(scan: Scan) -> GroupMention | None:
    named = [g for i, g in enumerate(scan.group_at) if g is not None and g.first == i and g.strength >= Strength.NAMED]
    return max(named, key=lambda g: g.strength, default=None)


def _leads(scan: Scan, first: int) -> bool:
    """Whether nothing stands before the meeting that would make it something else, in a message of one line."""
    return _opens_with(scan, first) and not any(scan.sign(i) == "\n" for i in range(len(scan)))


def _opens_with(scan: Scan, first: int) -> bool:
    """Whether no person, task or other noun stands before the meeting."""
    meets = _MEETS.first(scan.words, 0, first)
    skipped = {*after_all(scan), *(range(meets.first, meets.last) if meets is not None else ())}
    if any(scan.person_at[i] is not None for i in range(first)):
        return False
    if meets is None and scan.fold(first - 1) in {"au", "aux", "du", "de", "pour", "des"} and not _of_next(scan, first):
        return False
    return all(
        i in skipped or scan.fold(i) in _LEAD or scan.time_at[i] is not None or scan.thing_at[i] is not None or not scan.words[i].is_word
        for i in range(first)
    )


def _of_next(scan: Scan, i: int) -> bool:
    """« prochaine réunion du GT Diabète », « date du copil »."""
    return any(scan.fold(k) in {"prochaine", "reunion", "date", "dates", "seance", "rencontre"} for k in range(i))


def _planned(scan: Scan, group: GroupMention | None, verb: Found | None) -> PlanMeeting | NotForMe | None:
    told = read_told(scan, deed=PlanDeed.PLAN)
    points, told_of_points = points_behind(scan)
    told = replace(told, words=told.words | told_of_points)
    title = title_told(scan, verb, told) if group is None else None
    ahead = told.spot.day is None or told.spot.day >= scan.hearing.now.date()
    if not ahead or (group is None and title is None) or not (told.dated or told.impossible or verb is not None):
        return None
    if verb is None and _spare(scan, group, told) > _SPARE:
        return None
    other_day = told.rule is not None and told.rule.dom is not None and told.spot.day is not None and told.spot.day.day != told.rule.dom
    if (told.rule is None and is_half_listed(scan)) or other_day:  # « le 1er et le 15 de chaque mois »
        return one_at_a_time(scan, group)
    request = request_of(scan, PlanDeed.PLAN, group, told, title=title)
    if not isinstance(request, PlanMeeting) or group is None:
        return request
    place, loose = left_behind(scan, group, told, _LEAD | _BEHIND)
    return replace(request, spot=replace(request.spot, place_said=place) if place else request.spot, loose=loose, points=points)


def _spare(scan: Scan, group: GroupMention | None, told: Told) -> int:
    """How many words say something else; those of a purpose (« pour préparer… ») are as many as they are."""
    named = frozenset(range(group.first, group.last)) if group is not None else frozenset()
    spoken = {i for found in _MEETS.all(scan.words) for i in range(found.first, found.last)}
    return len(rest_of(scan, told.words | named | spoken, _LEAD | _BEHIND))


def _moved(
    scan: Scan, deed: PlanDeed, group: GroupMention | None, verb: Found | None, *, stated: bool = False
) -> PlanMeeting | NotForMe | None:
    """A meeting that is planned and moves, or will not be; « supprime toutes les réunions » is nobody's order."""
    told = of_year(scan, group, read_told(scan, deed=deed))
    ending = end_ordered(scan, verb, told) if verb is not None else told
    if ending is None:
        return None
    told = ending
    spoken = replace(told, words=told.words | frozenset(range(verb.first, verb.last) if verb is not None else ()))
    title = title_told(scan, None, spoken) if group is None else None
    title = None if title is not None and fold(title) in _ANY_MEETING else title
    if group is None and told.on is None and told.among is None and title is None:
        return None
    if verb is not None and _EARLIER.first(scan.words, verb.first, verb.last) is not None:
        told = replace(told, shift_days=-abs(told.shift_days), shift_months=-abs(told.shift_months), shift_minutes=-abs(told.shift_minutes))
    return request_of(scan, deed, group, told, title=title, stated=stated)


def _stated(scan: Scan, group: GroupMention) -> PlanMeeting | NotForMe | None:
    """« le copil de mars sera à 10h », « à partir de mars, les GT Diabète seront salle Rimbaud »: nothing else is told."""
    told = None if _asks(scan) else stated(scan, group)
    if told is None:
        return None
    told = replace(told, words=told.words | words_of_state(scan, group))
    return request_of(scan, PlanDeed.MOVE, group, told, stated=True) if _spare(scan, group, told) == 0 else None


def _none_there(scan: Scan) -> PlanMeeting | NotForMe | None:
    """« pas de GT Diabète le 17 »: that one will not be."""
    group = _group(scan)
    found = _NONE.first(scan.words, 0, group.first) if group is not None else None
    if group is None or found is None or found.last != group.first or _asks(scan):
        return None
    told = read_told(scan, deed=PlanDeed.CANCEL)
    told = replace(told, words=told.words | frozenset(range(found.first, found.last)))
    stands = told.among is not None and (
        any(group_id in group.ids and told.among.first <= day <= told.among.last for group_id, day in scan.hearing.planned)
        or told.among.first - scan.hearing.now.date() > PLANNED_AHEAD  # farther than the days heard of
    )
    day = stands or (told.on is not None and told.on >= scan.hearing.now.date())
    small = all(scan.fold(i) in _NONE_SMALL for i in rest_of(scan, told.words | frozenset(range(group.first, group.last)), _LEAD | _BEHIND))
    named = len(group.ids) == 1 or told.on is not None  # « pas de GT cette semaine » is of nobody
    return request_of(scan, PlanDeed.CANCEL, group, told) if day and small and named else None


def _over(scan: Scan, group: GroupMention) -> PlanMeeting | NotForMe | None:
    """« le GT Diabète s'arrête fin décembre »: nothing else is told."""
    told = None if _asks(scan) else is_over(scan, group)
    return request_of(scan, PlanDeed.CANCEL, group, told) if told is not None and _spare(scan, group, told) == 0 else None
