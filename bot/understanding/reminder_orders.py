"""What is asked of reminders that are kept: « supprime le rappel de la CAF », « décale le rappel du lundi à 10h », « plus besoin de… »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.drafts import DraftContent
from bot.domain.reminder_orders import OrderReminder, ReminderDeed
from bot.domain.reminders import ReminderLine
from bot.domain.requests import Hearing
from bot.understanding.lexicon_files import table
from bot.understanding.spelling import alike
from bot.understanding.times import TimeKind, TimeMention, find_times
from bot.understanding.tokens import Token, fold, tokenize

_LEXICON = table("reminder_orders")
_BEFORE, _NOUN, _ARTICLES, _OF_IT = (_LEXICON[name] for name in ("before", "nouns", "articles", "of_it"))
_DROP, _MOVE = ("|".join(_LEXICON[name]) for name in ("drop", "move"))
_DROPS = re.compile(rf"^{_BEFORE}(?:(?:{_DROP}) (?:moi )?(?P<which>{_ARTICLES}*){_NOUN}|{'|'.join(_LEXICON['drop_whole'])})(?: |$)")
_MOVES = re.compile(rf"^{_BEFORE}(?:{_MOVE}) (?:moi )?{_OF_IT}?(?P<which>{_ARTICLES}+){_NOUN}(?: |$)")
_VERB = re.compile(rf"^{_BEFORE}(?:{_DROP}|{_MOVE})(?= )")
_NAMED = re.compile(rf"^{_BEFORE}(?P<which>{_ARTICLES}+){_NOUN} ")
_DROP_TAIL = re.compile(rf" (?:{'|'.join(_LEXICON['drop_tail'])})(?: stp| svp| merci)?$")
_MOVE_TAIL = re.compile(rf" {_LEXICON['move_tail']} ")
_SMALL, _ALL = frozenset(_LEXICON["small"]), frozenset(_LEXICON["all"])
_OF = frozenset({"de", "d", "du"})
_TO = frozenset({"a", "pour", "vers", "plutot", ":", ",", "→", "-", ">"})  # « à mardi » alone is a farewell
_LINKS = _OF | _TO | {"au", "en", "dans", "le"}
_AFTER = frozenset({"stp", "svp", "merci", "plutot", "le", "la", "a", "et", "s", "il", "te", "vous", "plait", "ok", "?", ".", "!", ","})
_STANDS = {"veille": -1, "lendemain": 1, "surlendemain": 2}  # days from the one on which it stands
_TO_STANDS = _TO | frozenset({"au", "le", "la", "l", "jour", "avant", "non", "finalement", "en", "fait"})
_A_DAY = 24 * 60  # minutes
_LONGEST = 40  # words: what is longer tells something else
_BACKWARDS = re.compile(rf"^{_BEFORE}avanc")
_TYPED = re.compile(r"\s+")


def read_reminder_order(text: str, hearing: Hearing) -> OrderReminder | None:
    """What the message asks of her reminders; None for anything else, and for a card on which a reminder is spoken of."""
    words = tokenize(text)
    if len(words) > _LONGEST or _speaks_of_reminders(hearing.draft):
        return None
    spoken = [i for i, word in enumerate(words) if _is_said(word)]
    said = " ".join(_plain(words[i]) for i in spoken)
    dropped, moved = _DROPS.match(said), _MOVES.match(said)
    if dropped is not None:
        first = _place(spoken, said, dropped.end())
        return _order(ReminderDeed.DROP, words[first:], text, hearing.now, which=dropped["which"] or "")
    if moved is not None:
        order = _moved(words[_place(spoken, said, moved.end()) :], text, hearing.now, which=moved["which"])
        return replace(order, shift=-abs(order.shift)) if _BACKWARDS.match(said) else order
    return _told_last(words, spoken, said, text, hearing.now)


def read_unnoted_order(text: str, hearing: Hearing) -> OrderReminder | None:
    """« décale relance la caf d'une heure », « le point agenda c'est à 10h »: an order that names a reminder by its words alone."""
    words = [word for word in tokenize(text) if _is_said(word)]
    verb = _VERB.match(" ".join(_plain(word) for word in words))
    place = len(verb[0].split()) if verb is not None else 0
    if place >= len(words):
        return None
    begins = words[place].start
    order = read_reminder_order(f"{text[:begins]}le rappel {text[begins:]}", hearing)
    return order if order is not None and order.words else None


def says_all(order: OrderReminder, text: str) -> bool:
    """Whether a reminder has every word by which one is named."""
    return _says([_plain(word) for word in tokenize(text)], order.words)


def _told_last(words: Sequence[Token], spoken: Sequence[int], said: str, text: str, now: datetime) -> OrderReminder | None:
    """« le rappel de la CAF, tu peux le supprimer », « le rappel du lundi passe à 10h »."""
    named = _NAMED.match(said)
    if named is None:
        return None
    first = _place(spoken, said, named.end())
    ends = _DROP_TAIL.search(said, named.end() - 1)
    if ends is not None:
        return _order(ReminderDeed.DROP, words[first : _place(spoken, said, ends.start() + 1)], text, now, which=named["which"])
    turns = _MOVE_TAIL.search(said, named.end() - 1)
    tail = words[_place(spoken, said, turns.end()) :] if turns is not None else ()
    if turns is None or not _is_moment(text, tail, now):
        return None
    order = _order(ReminderDeed.MOVE, words[first : _place(spoken, said, turns.start() + 1)], text, now, which=named["which"])
    return replace(order, **_when(text, tail, now))


def _speaks_of_reminders(draft: DraftContent | None) -> bool:
    """Whether a card has a reminder among what was said at its meeting: « enlève le rappel du contexte »."""
    told = [(*m.topics, *m.decisions, *(a.text for a in m.actions)) for m in draft.meetings] if draft is not None else []
    return any("rappel" in fold(one) for several in told for one in several)


def _plain(word: Token) -> str:
    return word.folded.replace("'", "")


def _is_said(word: Token) -> bool:
    return word.kind in {"word", "number"}


def _place(spoken: Sequence[int], said: str, end: int) -> int:
    """The word of the message that comes after so many letters of what is said."""
    count = len(said[:end].split())
    return spoken[count] if count < len(spoken) else spoken[-1] + 1


def _moved(words: Sequence[Token], text: str, now: datetime, *, which: str) -> OrderReminder:
    """Which one, and when it rings from now on: the longest end of the message that is nothing but a moment."""
    links = [i for i, word in enumerate(words) if _plain(word) in _LINKS]
    times = find_times(words, now, tense="future")
    stand = {i for i, word in enumerate(words) if _plain(word) in _STANDS}
    starts = sorted({*links, *stand, *(t.first for t in times)})
    for i in starts:
        naming = _plain(words[i]) in _OF or (i > 0 and _plain(words[i - 1]) in _OF)  # « le rappel de lundi à mardi »
        if _is_moment(text, words[i:], now) and (not naming or _shift(text, words[i:], now)):
            order = _order(ReminderDeed.MOVE, words[:i], text, now, which=which)
            return replace(order, **_when(text, words[i:], now))
    return _order(ReminderDeed.MOVE, words, text, now, which=which)


def read_shift(words: Sequence[Token], text: str, now: datetime) -> tuple[int, str] | None:
    """« au lendemain », « à la veille 14h »: so many minutes from the day on which it stands, and the hour that is told."""
    place = next((i for i, word in enumerate(words) if _plain(word) in _STANDS), None)
    if place is None or any(_plain(word) not in _TO_STANDS for word in words[:place] if _is_said(word)):
        return None
    days, after = _STANDS[_plain(words[place])], words[place + 1 :]
    told = tokenize(text[after[0].start : after[-1].end]) if after else ()
    times = [time for time in find_times(told, now, tense="future") if time.kind is not TimeKind.DURATION]
    timed = {i for time in times for i in range(time.first, time.last)}
    if any(i not in timed and _plain(word) not in _LINKS | _AFTER for i, word in enumerate(told)):
        return None
    twice = -1 if any(_plain(word) == "avant" for word in words[:place]) else 0
    return (days + twice) * _A_DAY, " ".join(text[after[0].start + t.start : after[0].start + t.end] for t in times)


def _is_moment(text: str, tail: Sequence[Token], now: datetime) -> bool:
    """Whether these words are times and small words alone."""
    if read_shift(tail, text, now) is not None:
        return True
    tail = _unlinked(tail)
    told = tokenize(text[tail[0].start : tail[-1].end]) if tail else ()
    times = find_times(told, now, tense="future")
    timed = {i for t in times for i in range(t.first, t.last)}
    return bool(times) and all(i in timed or _plain(word) in _LINKS | _AFTER for i, word in enumerate(told))


def _unlinked(tail: Sequence[Token]) -> Sequence[Token]:
    first = next((i for i, word in enumerate(tail) if _plain(word) not in _TO), len(tail))
    return tail[first:]


def _when(text: str, tail: Sequence[Token], now: datetime) -> dict[str, Any]:
    stands = read_shift(tail, text, now)
    if stands is not None:
        return {"shift": stands[0], "moment": stands[1]}
    shift = _shift(text, tail, now)
    if shift:
        return {"shift": shift}
    tail = _unlinked(tail)
    times = find_times(tokenize(text[tail[0].start : tail[-1].end]), now, tense="future")
    begins = tail[0].start
    return {"moment": text[begins + times[0].start : begins + times[-1].end]}


def _shift(text: str, tail: Sequence[Token], now: datetime) -> int:
    """« d'une heure », « de 2 jours »: by how many minutes it moves."""
    if _plain(tail[0]) not in _OF:
        return 0
    times = find_times(tokenize(text[tail[0].start : tail[-1].end]), now, tense="future")
    one = times[0] if len(times) == 1 else None
    return one.seconds // 60 if one is not None and one.kind is TimeKind.DURATION and one.seconds else 0


def _order(deed: ReminderDeed, words: Sequence[Token], text: str, now: datetime, *, which: str) -> OrderReminder:
    """Which one the words name."""
    times = find_times(words, now, tense="future")
    inside = {i for t in times for i in range(t.first, t.last)}
    plain = tuple(_plain(w) for i, w in enumerate(words) if i not in inside and _is_said(w) and _plain(w) not in _SMALL)
    timed = tuple(_plain(w) for i, w in enumerate(words) if i in inside and _is_said(w) and _plain(w) not in _SMALL)
    schedule = _schedule(times)
    alone = (*plain, *timed) if not any(schedule.values()) else ()
    bare = alone[0] if len(alone) == 1 else ""
    rank = int(bare) if bare.isdecimal() and len(bare) < 4 else None
    nameless = not plain and not timed
    naming = [w for w in words if _is_said(w) and _plain(w) not in _SMALL]
    said = _TYPED.sub(" ", text[naming[0].start : naming[-1].end]) if naming else ""
    return OrderReminder(
        deed=deed,
        said=said,
        words=plain if rank is None else (),
        timed=timed if rank is None else (),
        rank=rank,
        every=nameless and _is_all(which),
        **schedule,
    )


def _is_all(which: str) -> bool:
    """« tous mes rappels », « les rappels », against « le rappel »."""
    return bool(_ALL.intersection(which.split())) or bool({"les", "mes", "ces", "nos"}.intersection(which.split()))


def _schedule(times: Sequence[TimeMention]) -> dict[str, Any]:
    """The weekday, the day and the hour by which a reminder is named."""
    day = next((t for t in times if t.day is not None and t.recurrence is None), None)
    again = next((t.recurrence for t in times if t.recurrence is not None), None)
    bare = next((t.weekday for t in times if t.weekday is not None and (t.bare_weekday or t.day is None)), None)
    return {
        "weekday": bare or (again.weekday if again is not None else None),
        "day": day.day if day is not None and bare is None else None,
        "at": next((t.starts for t in times if t.starts is not None), None),
        "again": again is not None,
    }


def meant(order: OrderReminder, lines: Sequence[ReminderLine], texts: Sequence[str]) -> tuple[ReminderLine, ...]:
    """Those of her reminders that are meant; `texts`: what each says, and about which group. Nearly named ones where none is named."""
    if order.rank is not None and order.rank <= len(lines):
        return (lines[order.rank - 1],)
    heard = [(line, [_plain(word) for word in tokenize(text)]) for line, text in zip(lines, texts, strict=True)]
    whole = tuple(line for line, said in heard if _says(said, order.words) and (_says(said, order.timed) or _at_its_time(order, line)))
    if whole or len(order.words) < 2:
        return whole
    return tuple(line for line, said in heard if 2 * sum(_says(said, (word,)) for word in order.words) >= len(order.words))


def _says(said: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(word == one or (len(word) > 3 and alike(word, one)) for one in said) for word in words)


def _at_its_time(order: OrderReminder, line: ReminderLine) -> bool:
    """Whether it rings at the time by which it is named."""
    rule, due = line.reminder.recurrence, line.next
    rings = line.rings.date() if line.rings is not None else line.reminder.day
    weekday = rule.weekday if rule is not None and rule.weekday is not None else rings.isoweekday() if rings is not None else None
    told = (order.weekday, order.day, order.at)
    return (
        (any(one is not None for one in told) or order.again)
        and order.weekday in (None, weekday)
        and order.day in (None, rings)
        and order.at in (None, line.reminder.hour, due.at if due is not None else None)
        and (rule is not None or not order.again)
    )
