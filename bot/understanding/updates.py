"""Whether a message changes the attendance of a meeting kept before, and how."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.attendance import AttendanceState, Presence
from bot.domain.requests import UpdateAttendance
from bot.understanding.counts import find_headcount, number_value
from bot.understanding.groups import Strength, ordered_for
from bot.understanding.lengths import lasts
from bot.understanding.lexicon_files import table
from bot.understanding.meeting_names import choose_group
from bot.understanding.phrases import PhraseTable
from bot.understanding.privacy import private_words
from bot.understanding.roll import read_roll
from bot.understanding.roll_items import RollSetting
from bot.understanding.scan import Scan
from bot.understanding.when import Ranges, mentions_in, read_when

_LEXICON = table("requests")
_CUES = PhraseTable({"update": _LEXICON["update"]["words"]})
_MODES = PhraseTable({"add": _LEXICON["add"]["words"], "remove": _LEXICON["remove"]["words"]})
_ANYWHERE = frozenset({"a ajouter", "a rajouter", "a enlever", "dans les presents", "aux presents", "dans les excuses", "dans les absents"})
_STRONG = frozenset(
    {
        "ajoute",
        "rajoute",
        "ajouter",
        "rajouter",
        "enleve",
        "retire",
        "enlever",
        "retirer",
        "supprime",
        "corrige",
        "rectifie",
        "oublie",
        "remplace",
        "mets",
    }
)


def read_update(scan: Scan) -> UpdateAttendance | None:
    """The change of attendance that a message asks for; None if it asks for none."""
    whole: Ranges = [(0, len(scan))]
    if not _announced(scan) or any(lasts(m) for m in mentions_in(scan, whole)):
        return None
    group = choose_group(scan, whole)
    if group is not None and group.strength < Strength.HINTED:
        group = None
    when = read_when(scan, whole, durations=False)
    headcount = find_headcount(scan, whole)
    total = headcount.value if headcount is not None else _versus(scan)
    skipped = frozenset(private_words(scan)) | (frozenset(range(headcount.first, headcount.last)) if headcount is not None else frozenset())
    group_id = group.ids[0] if group is not None and len(group.ids) == 1 else None
    skipped |= _behind_not(scan)
    add, remove, away = _lists(scan, RollSetting(group_id=group_id, skipped=skipped))
    if total is None and not (add or remove or away):
        return None
    return UpdateAttendance(
        group_id=group_id,
        group_candidates=ordered_for(group.ids, scan.hearing.author_id, scan.index) if group is not None and group_id is None else (),
        day=when.day,
        which="date" if when.day is not None else "last",
        add=add,
        remove=remove,
        away=away,
        headcount=total,
        privacy_warning=bool(private_words(scan)),
    )


def _announced(scan: Scan) -> bool:
    if scan.sign(0) == "+":
        return True
    first = scan.person_at[0] if len(scan) else None
    if first is not None and scan.fold(first.last) == "pas" and first.last + 1 < len(scan) and scan.person_at[first.last + 1] is not None:
        return True
    for found in _CUES.all(scan.words):
        strong = scan.fold(found.first) in _STRONG or scan.fold(found.last - 1) in _STRONG
        lead = sum(1 for k in range(found.first) if scan.words[k].is_word and scan.group_at[k] is None and scan.time_at[k] is None)
        said = " ".join(w.fold for w in scan.words[found.first : found.last])
        if said in _ANYWHERE and len(scan) <= 20:
            return True
        if said == "on etait":
            if _versus(scan) is not None and lead <= 4:
                return True
            continue
        if lead <= (4 if strong else 2) or (said in {"finalement", "en fait"} and len(scan) <= 16 and scan.person_at[0] is not None):
            return True
    return False


def _versus(scan: Scan) -> int | None:
    """« 9 pas 8 », « 10 et pas 9 », « pas 8 mais 9 »: the new total."""
    values = [
        (i, n)
        for i in range(len(scan))
        if (n := number_value(scan, i)) is not None and (i == 0 or scan.number_at[i - 1] is not scan.number_at[i])
    ]
    denied = [
        v
        for v in values
        if scan.fold(v[0] - 1) == "pas"
        or (scan.fold(v[0] - 1) == "de" and scan.fold(v[0] - 2) == "lieu")
        or (scan.fold(v[0] - 1) == "non" and scan.fold(v[0] - 2) == "et")
    ]
    told = [v for v in values if v not in denied]
    return told[0][1][0] if denied and told else None


def _behind_not(scan: Scan) -> frozenset[int]:
    """Numbers that only say what the total is not."""
    return frozenset(i for i in range(len(scan)) if scan.number_at[i] is not None and scan.fold(i - 1) == "pas")


def _lists(scan: Scan, setting: RollSetting) -> tuple[tuple[Presence, ...], tuple[Presence, ...], tuple[Presence, ...]]:
    add: list[Presence] = []
    remove: list[Presence] = []
    away: list[Presence] = []
    roll = read_roll(scan, [(0, len(scan))], setting, listed=False)
    for item in roll.items:
        mode = _mode(scan, item.first)
        said = item.presence
        if said.person_id is None and said.structure_id is None and not said.candidates and not _counted_guest(scan, item.first):
            continue
        if mode == "remove":
            remove.append(replace(said, state=AttendanceState.PRESENT))
            if said.state is not AttendanceState.PRESENT and scan.fold(item.first - 1) != "pas":
                away.append(said)
        elif said.state is not AttendanceState.PRESENT:
            away.append(said)
        else:
            add.append(said)
    return tuple(add), tuple(remove), tuple(away)


def _counted_guest(scan: Scan, i: int) -> bool:
    return (
        scan.number_at[i] is not None or scan.words[i].is_capital or scan.fold(i) in {"le", "la", "l", "un", "une", "mme", "m", "mr", "dr"}
    )


def _mode(scan: Scan, i: int) -> str:
    """Whether the nearest verb before word i adds or removes."""
    mode = "add"
    for found in _MODES.all(scan.words, 0, i):
        if scan.sign(found.first) == "pas" and scan.number_at[found.last] is not None if found.last < len(scan) else False:
            continue
        mode = found.tag
    return mode
