"""What came out of a meeting: its topics, decisions, actions and the next date, as told."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import time

from bot.domain.drafts import ActionDraft, Bearer, DayWindow, NextMeetingDraft
from bot.understanding.choosing import choose_people
from bot.understanding.days_ahead import Ahead, day_ahead
from bot.understanding.function_bearers import is_function
from bot.understanding.impossible_days import names_no_day
from bot.understanding.lexicon_files import spaced, table
from bot.understanding.nothing_said import takes_it
from bot.understanding.phrases import PhraseTable
from bot.understanding.ranks import confided
from bot.understanding.roles import Segment
from bot.understanding.roles_said import role_at
from bot.understanding.scan import Scan
from bot.understanding.strangers import stranger_at
from bot.understanding.taken_back import corrected
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.typed_texts import CHATTER, told, without_tail
from bot.understanding.when import mentions_in
from bot.understanding.where import read_where
from bot.understanding.words import HYPHENS, LINKS

_SAME_HOUR = PhraseTable({"same": table("cues")["same"]["hour"]})
SAME_PLACE = PhraseTable({"same": table("cues")["same"]["place"]})
_NOBODY = frozenset({"que", "qu", "nous", "vous", "lui", "leur", "me", "m", "te", "t"})
_CHARGED = frozenset({"pilote", "porteur", "porteuse", "responsable", "resp", "referent", "referente", "ref", "qui"})
_LEADS = _CHARGED | {"par", "pour"}
_FOR_WHEN = frozenset({"au", "aux", "a", "pour", "pr", "avant", "lors", "apres", "des", "partir", "jusqu", "ici"})
_HELD = frozenset(
    {"point", "atelier", "reunion", "bilan", "forum", "journee", "ouverture", "lancement", "demarrage", "visite", "inauguration"}
)
_STILL_OPEN = ("fix", "defin", "confirm", "voir", "precis", "cal", "doodle")
_DUE_KINDS = frozenset({TimeKind.DAY, TimeKind.MOMENT, TimeKind.WINDOW, TimeKind.INTERVAL, TimeKind.PART_OF_DAY, TimeKind.VAGUE})


def read_action(scan: Scan, part: Segment, *, group_id: int | None, private: Collection[int] = ()) -> ActionDraft | None:
    """Something to do: its text without its bearer and its day."""
    bearers = tuple(b for first, last in part.bearers for b in bearers_of(scan, first, last, group_id))
    due = _due_mention(scan, part)
    left_out = set(private) | _covered(scan, due)
    body, last = part.body, part.last
    headed = scan.person_at[body] if not bearers and body < last else None
    if headed is not None and headed.first == body and scan.sign(headed.last) in {":", "→"}:  # « action G. Rey : communiqué »
        bearers, body = (bearer_of(scan, headed.first, headed.last, group_id),), headed.last + 1
    if not bearers:
        named, trailing = _trailing_bearer(scan, part)
        if named:
            bearers = tuple(bearer_of(scan, first, end, group_id) for first, end in named)
            left_out |= trailing
    while body < last and (scan.fold(body) in _NOBODY or scan.sign(body) == "à") and not _hyphened(scan, body):
        body += 1
    text = without_tail(told(scan, body, last, left_out))
    if part.verb is not None and text:
        verb = told(scan, *part.verb, left_out)
        text = f"{verb} {text}"
    if part.about is not None and takes_it(text):
        text = told(scan, *part.about, left_out)  # « il reste les kits à distribuer, Chloé s'en charge »
    elif part.about is not None:
        text = f"{told(scan, *part.about, left_out)}\u00a0: {text}"
    if not any(c.isalpha() for c in text):
        return None
    action = ActionDraft(text=text, bearers=bearers)
    return action if due is None else due_on(scan, action, due)


def _hyphened(scan: Scan, i: int) -> bool:
    """Whether « T- » of « T-shirts » stands at word i."""
    return scan.text[scan.words[i].end : scan.words[i].end + 1] in HYPHENS and scan.words[i].end < len(scan.text)


def due_on(scan: Scan, action: ActionDraft, due: TimeMention) -> ActionDraft:
    """An action due on the day, or in the days, of a mention read ahead."""
    if due.kind is TimeKind.VAGUE or due.days is None:
        return replace(action, due_said=due.words)
    if due.days.single or due.bound in {"before", "by", "until"}:
        return replace(action, due=due.due, due_said=due.words)
    week = (due.days.last - due.days.first).days == 6  # « cette semaine » begins today for what is to be done
    first_day = max(due.days.first, scan.hearing.now.date()) if week else due.days.first
    return replace(action, due_window=DayWindow(first=first_day, last=due.days.last), due_said=due.words)


def bearers_of(scan: Scan, first: int, last: int, group_id: int | None) -> tuple[Bearer, ...]:
    """Who words [first, last) mean; several for « les 2 CCAS » where two bear that name."""
    thing = scan.thing_at[last - 1] if last > first else None
    if thing is not None and len(thing.structures) == 2 and scan.fold(thing.first - 1) in {"2", "deux"}:
        return tuple(Bearer(structure_id=s, said=thing.said) for s in thing.structures)
    return (bearer_of(scan, first, last, group_id),)


def bearer_of(scan: Scan, first: int, last: int, group_id: int | None) -> Bearer:
    """Who words [first, last) mean; (i, i) is the author."""
    if first == last:
        return Bearer(person_id=scan.hearing.author_id, said=None if scan.hearing.author_id is not None else "moi")
    person = scan.person_at[first]
    if person is not None:
        author = scan.hearing.author_id
        if person.ids == (author,):
            return Bearer(person_id=author)
        ids = choose_people(person.ids, scan.index, structures=(), group_id=group_id, author_id=None)
        return Bearer(person_id=ids[0], said=person.said) if len(ids) == 1 else Bearer(said=person.said, candidates=ids[:8])
    if is_function(scan, first, last):
        role = role_at(scan, first + 1, last, group_id=group_id, article=scan.fold(first))
        alone = role is not None and role.last == last and len(role.ids) == 1
        return Bearer(person_id=role.ids[0] if role is not None and alone else None, said=scan.slice(first, last))
    thing = scan.thing_at[last - 1]
    if thing is not None and len(thing.structures) == 1:
        return Bearer(structure_id=thing.structures[0], said=thing.said)
    ids = scan.index.bearing(scan.fold(first)) if last == first + 1 else ()
    if ids:
        ids = choose_people(ids, scan.index, structures=(), group_id=group_id, author_id=None)
        return (
            Bearer(person_id=ids[0], said=scan.slice(first, last))
            if len(ids) == 1
            else Bearer(said=scan.slice(first, last), candidates=ids[:8])
        )
    return Bearer(said=scan.slice(first, last))


def _due_mention(scan: Scan, part: Segment) -> TimeMention | None:
    today = scan.hearing.now.date()
    found: list[TimeMention] = []
    for mention in mentions_in(scan, [(part.first, part.moves or part.last)]):
        if scan.fold(scan.span_of(mention)[0]) == "depuis" or scan.fold(scan.span_of(mention)[0] - 1) == "depuis":
            continue
        if mention.kind not in _DUE_KINDS or _qualifies(scan, mention, part.body) or _of_another(scan, mention, part.body):
            continue
        ahead = mention.toward("future")
        if mention.kind is TimeKind.VAGUE or (ahead.days is not None and ahead.days.last >= today):
            found.append(ahead)
    bound = [m for m in found if m.bound is not None or spaced(m.words).startswith(("pour ", "pr ", "avant ", "d ici "))]
    return (bound or found or [None])[0]  # type: ignore[list-item]


def _qualifies(scan: Scan, mention: TimeMention, first: int) -> bool:
    """Whether a day tells which thing is meant, not for when: « prépare la réunion du 15 », but « le porte au conseil du 15 »."""
    at = scan.span_of(mention)[0]
    if mention.kind is TimeKind.INTERVAL or mention.bound is not None or scan.fold(at) not in {"du", "de"}:
        return False
    for i in range(at - 1, max(first, at - 6) - 1, -1):
        if scan.fold(i) in _FOR_WHEN:
            return False
        if not scan.words[i].is_word:
            break
    return True


def _of_another(scan: Scan, mention: TimeMention, first: int) -> bool:
    """Whether a day belongs to what is held then, told behind the task: « suit le financement, point d'étape début février »."""
    comma = next((k for k in range(scan.span_of(mention)[0] - 1, first, -1) if scan.sign(k) == ","), None)
    return comma is not None and mention.bound is None and scan.fold(comma + 1) in _HELD


def _covered(scan: Scan, mention: TimeMention | None) -> set[int]:
    if mention is None:
        return set()
    return set(range(*scan.span_of(mention)))


def _trailing_bearer(scan: Scan, part: Segment) -> tuple[list[tuple[int, int]], set[int]]:
    """The bearers told after the task: « relance CAF (Sophie) », « flyer : Karim et Zoé », « bilan par Inès »."""
    for i in range(part.body + 1, part.last):
        hers = scan.fold(i - 1) == "est" and scan.fold(i - 2) == "c" and i - 2 > part.body  # « le goûter c'est moi »
        if scan.fold(i) == "moi" and (
            hers or scan.sign(i - 1) in {"(", "→", ":", ">"} or (scan.sign(i - 1) == "," and _nothing_more(scan, i + 1, part.last))
        ):
            return [(i, i)], set(range(i - 1 - hers, i + 1 + (scan.sign(i + 1) == ")")))
        person = scan.person_at[i]
        thing = scan.thing_at[i]
        named = person or (thing if thing is not None and thing.structures else None)
        if named is None and (last := _unknown_bearer(scan, i, part.last)) is not None:
            return [(i, last)], set(range(i - 1, last + (scan.sign(last) == ")")))
        if named is None or named.first != i:
            continue
        before = scan.sign(i - 1)
        ends = before == "," and person is not None and scan.person_at[i - 2] is None and _nothing_more(scan, named.last, part.last)
        if (
            not (ends or hers)
            and before not in {"(", ":", "→", "=", ">", "-", "–", "/", "|"}
            and scan.fold(i - 1) not in _LEADS
            and not (scan.fold(i - 1) in {"le", "la", "l"} and scan.fold(i - 2) == "par")
            and not confided(scan, i)
        ):
            continue
        if scan.fold(i - 1) == "pour" and person is None:
            continue
        return _with_others(scan, part, named.first, named.last, hers=hers)
    return [], set()


def _with_others(scan: Scan, part: Segment, first: int, last: int, *, hers: bool) -> tuple[list[tuple[int, int]], set[int]]:
    """The bearer at words [first, last) and those joined to it, with the words that only say so; `hers`: « c'est » stands before."""
    found, j = [(first, last)], last
    while j + 1 < part.last and (scan.fold(j) == "et" or scan.sign(j) in {",", "&", "/"}) and (other := scan.person_at[j + 1]) is not None:
        found.append((other.first, other.last))
        j = other.last
    if scan.fold(j) == "et" and scan.fold(j + 1) == "moi" and j + 1 < part.last:
        found.append((j + 1, j + 1))
        j += 2
    begin = first - 1
    while begin > part.body and scan.fold(begin) in {"le", "la", "l", "les"}:
        begin -= 1
    begin -= scan.sign(begin) == ":" and scan.fold(begin - 1) in _CHARGED
    if scan.fold(begin) in _CHARGED:  # « flyer, pilote : Inès »
        begin -= scan.sign(begin - 1) in {",", "(", "-", "–"}
    return found, set(range(begin - hers, j + (scan.sign(j) in {")", "-", "–"})))


def _nothing_more(scan: Scan, i: int, end: int) -> bool:
    """Whether but a term and other names follow word i: « liste des médecins, Sophie, pour le 30/10 »."""
    return all(
        scan.time_at[k] is not None
        or scan.person_at[k] is not None
        or not scan.words[k].is_word
        or scan.fold(k) in _FOR_WHEN | {"et", "le"}
        for k in range(i, end)
    )


def _unknown_bearer(scan: Scan, i: int, end: int) -> int | None:
    """The word after whoever the directory does not know, told behind the task: « réserver les vélos (Vélo en Cévennes) », « → Tom »."""
    if scan.sign(i - 1) not in {"(", "→", "⇒"} or not scan.words[i].is_capital or scan.time_at[i] is not None:
        return None
    last = stranger_at(scan, i, end)
    if last is None and scan.sign(i - 1) == "(":
        last = next((k for k in range(i + 1, min(end, i + 6)) if not scan.words[k].is_word), None)
    return last if last is not None and (scan.sign(last) in {")", ",", ".", "\n"} or last >= end) else None


def read_next(
    scan: Scan,
    part: Segment,
    *,
    group_id: int | None,
    starts: time | None,
    ends: time | None,
    place: tuple[int | None, str | None, str | None],
) -> NextMeetingDraft | None:
    """The next meeting told in a part, None when no time is told in it; « même heure », « même lieu » copy those of this meeting."""
    ahead = Ahead() if (unknown := names_no_day(scan, [(part.first, part.last)])) else day_ahead(scan, part)
    mentions, _ = corrected(scan, mentions_in(scan, [(part.first, part.last)]))
    timed = next((m for m in mentions if m.starts is not None), None)
    first, last = (timed.starts, timed.ends) if timed is not None else (None, None)
    words = [scan.fold(i) for i in range(part.body, part.last)]
    vague = (ahead.only_near or any(m.kind is TimeKind.VAGUE for m in mentions)) and not any(word.startswith(_STILL_OPEN) for word in words)
    if ahead.day is None and ahead.window is None and ahead.offer is None and first is None and not vague and not unknown:
        return None
    if first is None and _SAME_HOUR.first(scan.words, part.first, part.last):
        first, last = starts, ends if "horaires" in words else None
    where = read_where(scan, [(part.body, part.last)], ahead=True)
    place_id, place_said, commune = (where.place_id, where.said, where.commune) if where is not None else (None, None, None)
    if where is None and SAME_PLACE.first(scan.words, part.first, part.last):
        place_id, place_said, commune = place
    said = told(scan, part.first, part.last) if ahead.offer is None else scan.slice(ahead.offer.first, ahead.offer.last)
    return NextMeetingDraft(
        day=ahead.day,
        other_day=ahead.other,
        more_days=ahead.more,
        day_window=ahead.window,
        starts=first,
        ends=last,
        place_id=place_id,
        place_said=place_said,
        commune=commune,
        group_id=group_id,
        said=said,
    )


def read_topic(scan: Scan, first: int, last: int, private: Collection[int] = ()) -> str | None:
    """A topic as told, None for what says nothing of the meeting (« très bon échange »)."""
    text = without_tail(told(scan, first, last, private))
    plain = spaced(text)
    if plain.startswith(("prochain", "lieu ", "salle ", "duree ", "date ", "horaire", "heure ", "animateur", "secretaire")):
        return None
    for chatter in CHATTER:
        if plain == chatter or (plain.startswith((chatter + " ", "c est " + chatter)) and len(plain.split()) <= len(chatter.split()) + 3):
            return None
    words = [
        i for i in range(first, last) if i not in private and scan.words[i].is_word and len(scan.fold(i)) >= 3 and scan.fold(i) not in LINKS
    ]
    if private and not all(i not in private for i in range(first, last)) and all(scan.person_at[i] is not None for i in words):
        return None  # « Michel » of « Michel a raconté que… », all the rest of it private
    return text if words and len(text) >= 3 else None
