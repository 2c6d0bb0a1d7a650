"""What past meetings decided and entrusted, said again in the chat, and where something was talked of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Literal

from bot.domain.decision_records import DecisionRecord, RecordedDecision
from bot.domain.decisions import ActionStatus, DecisionStatus
from bot.domain.drafts import DayWindow
from bot.domain.memory import Mention, Mentions, PassageKind, Sought
from bot.domain.minutes import FollowedAction, NamedPerson
from bot.french.dates import date_window, date_with_year, long_date, short_date
from bot.french.lists import and_list
from bot.french.mentions import Place, bare, places
from bot.french.names import person_name
from bot.french.typography import typographic
from bot.texts.names import bold, safe, said

NO_LABEL = "Réunion"
Want = Literal["minutes", "decisions", "actions"]
_ON_A_SCREEN = 8  # items of one meeting
_ON_A_SCREEN_EACH = 10  # items of several, all together
_LONGEST = 220
_AROUND = 70
_TITLES = {"decisions": "⚖️ Décisions", "actions": "☑️ Actions"}
_WHAT = {"decisions": "décision", "actions": "action"}
_SIGNS = {PassageKind.DECISION: "⚖️ ", PassageKind.ACTION: "☑️ ", PassageKind.TOPIC: "💬 ", PassageKind.TITLE: ""}
_AT_THE = {
    **dict.fromkeys(("gt", "copil", "cotech", "groupe", "comité", "conseil", "clsm", "cls", "collectif", "bureau", "séminaire"), "au "),
    **dict.fromkeys(("commission", "plénière", "cellule", "réunion", "rencontre", "journée", "formation"), "à la "),
    **dict.fromkeys(("assemblée", "atelier", "équipe", "instance"), "à l’"),
}


def outcomes(records: Sequence[DecisionRecord], *, want: Want, today: date) -> str:
    """What one meeting decided or entrusted, or several, each under its own heading: one screen."""
    if len(records) == 1 and not _items(records[0], want=want, today=today):
        return _nothing(records[0], want)
    most = _ON_A_SCREEN if len(records) == 1 else max(2, _ON_A_SCREEN_EACH // len(records))
    return "\n\n".join(_section(record, want=want, most=most, today=today) for record in records)


def _section(record: DecisionRecord, *, want: Want, most: int, today: date) -> str:
    items = _items(record, want=want, today=today)
    shown = items if len(items) == most + 1 else items[:most]  # « … et 1 autre » would take as much room as that one
    lines = [f"{_TITLES[want]} – {bold(record.scope or NO_LABEL)}, {long_date(_day(record))}"]
    lines += [f"{rank}. {item}" for rank, item in enumerate(shown, start=1)]
    if len(items) > len(shown):
        lines.append(f"… et {len(items) - len(shown)} autres")
    return "\n".join(lines if items else [*lines, f"Aucune {_WHAT[want]} notée."])


def _items(record: DecisionRecord, *, want: Want, today: date) -> list[str]:
    if want == "actions":
        return [_action(one, today) for one in record.actions]
    return [_decision(one) for one in record.decisions]


def _decision(one: RecordedDecision) -> str:
    return _capital(_clipped(one.text)) + ("" if one.status is DecisionStatus.TAKEN else f" ({one.status.value})")


def _action(one: FollowedAction, today: date) -> str:
    """« Karim Benali : relancer la CAF – 12/03/2026 (en retard) », as the point of the week has it."""
    action = one.action
    who = f"{bold(and_list([_bearer(one) for one in action.bearers]))} : " if action.bearers else ""
    by_when = _due(action.due, action.due_window, action.due_said)
    late = one.status is ActionStatus.OPEN and action.due is not None and action.due < today
    state = "en retard" if late else one.status.value
    what = _clipped(action.text) if who else _capital(_clipped(action.text))
    return f"{who}{what}{f' – {by_when}' if by_when else ''} ({state})"


def _bearer(one: NamedPerson | str) -> str:
    return one if isinstance(one, str) else person_name(one.first_name, one.last_name)


def _due(day: date | None, window: DayWindow | None, words: str | None) -> str:
    if day is not None:
        return short_date(day)
    return date_window(window.first, window.last) if window is not None else said(words or "")


def _day(record: DecisionRecord) -> date:
    assert record.meeting is not None
    return record.meeting.day


def _nothing(record: DecisionRecord, want: Want) -> str:
    return f"Aucune {_WHAT[want]} n’a été notée {_at_the(record.scope)} du {date_with_year(_day(record))}."


def _at_the(label: str) -> str:
    """« au GT Diabète », « à la plénière »; what begins otherwise is called a meeting."""
    first = label.split(maxsplit=1)[0].casefold() if label.split() else ""
    if first in _AT_THE:
        return f"{_AT_THE[first]}{safe(label)}"
    return f"à la réunion « {safe(label)} »" if label else "à la réunion"


def _clipped(text: str) -> str:
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 1].rpartition(" ")[0].rstrip(" ,;:") + "…"
    return said(short.strip())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def which(want: Want) -> str:
    """The heading of the list of meetings, when what one of them decided or entrusted was asked for."""
    return f"{_sign(want)} <b>Les {_WHAT[want]}s de quelle réunion ?</b>"


def which_button(label: str, day: date, *, want: Want) -> str:
    """One of these meetings."""
    return f"{_sign(want)} {label or NO_LABEL} – {short_date(day)}"


def _sign(want: Want) -> str:
    return _TITLES[want].split()[0]


def mentions(told: Mentions, words: str, sought: tuple[Sought, ...], *, scope: str) -> str:
    """The meetings that talked of it with the sentence that says it; `scope`: the group that was named, if any."""
    if not told.found:
        return _unfound(words, scope=scope)
    heading = "" if told.all_words else f"Je ne trouve pas tous les mots {_quoted(words)} ensemble. Au plus près :\n\n"
    if len(told.found) == 1:
        return heading + _mention(told.found[0], sought, whole=True)
    title = "" if heading else f"📄 {bold(typographic(f'« {bare(words)} »'))}\n\n"
    body = "\n\n".join(f"{rank}. {_mention(one, sought, whole=False)}" for rank, one in enumerate(told.found, start=1))
    rest = "\n\n… et d’autres, plus anciennes. Pour préciser, ajoutez un mot ou le groupe." if told.more else ""
    return heading + title + body + rest


def _mention(one: Mention, sought: tuple[Sought, ...], *, whole: bool) -> str:
    day = long_date(one.line.day) if whole else short_date(one.line.day)
    sign = "📄 " if whole else ""
    return f"{sign}{bold(one.line.label or NO_LABEL)}, {day}\n{_SIGNS[one.passage.kind]}« {_excerpt(one.passage.text, sought)} »"


def _excerpt(text: str, sought: tuple[Sought, ...]) -> str:
    """The sentence, cut around the words sought, which stand in bold."""
    found = places(text, sought)
    first, end = _window(text, found)
    parts = [safe(text[first : found[0].first])] if found else [safe(text[first:end])]
    inside = [one for one in found if one.end <= end]
    for one, following in pairwise([*inside, None]):
        assert one is not None
        parts += [bold(text[one.first : one.end]), safe(text[one.end : following.first if following else end])]
    return f"{'… ' if first else ''}{''.join(parts).strip()}{' …' if end < len(text) else ''}"


def _window(text: str, found: tuple[Place, ...]) -> tuple[int, int]:
    """What of the text is shown: from some words before the first place to some words after, cut between words."""
    if len(text) <= 2 * _AROUND or not found:
        return 0, min(len(text), 2 * _AROUND)
    first = max(0, found[0].first - _AROUND)
    first = text.find(" ", first, found[0].first) + 1 or found[0].first if first else 0
    end = min(len(text), max(first + 2 * _AROUND, found[0].end))
    return first, end if end == len(text) else max(text.rfind(" ", found[0].end, end), found[0].end)


def _unfound(words: str, *, scope: str) -> str:
    where = f" ({safe(scope)})" if scope else ""
    go_on = "Essayez sans nommer le groupe, ou avec un autre mot" if scope else "Essayez avec un autre mot"
    return f"Je ne trouve pas {_quoted(words)} dans les comptes rendus que vous pouvez lire{where}. {go_on} ; /cr montre les derniers."


def _quoted(words: str) -> str:
    return f"« {said(bare(words))} »"
