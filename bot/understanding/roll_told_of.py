"""Whom a list takes up of those only told of: « remplaçait Bruno excusé », « au cabinet du Dr Simon, Bruno, lui et moi »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.choosing import ATTENDANCE, presence_of
from bot.understanding.lexicon_files import words_of
from bot.understanding.roll_guests import Item
from bot.understanding.roll_items import item_at
from bot.understanding.roll_setting import RollSetting
from bot.understanding.roll_states import STATES, someone_at
from bot.understanding.scan import Scan

_PREMISES = words_of("places", "premises_of_somebody")
_PRONOUNS = frozenset({"lui", "elle"})
_FAR = 25  # words between the premises of somebody and « avec elle »


def meant_again(scan: Scan, first: int, i: int, setting: RollSetting, listed: Sequence[Item]) -> tuple[list[Item], int] | None:
    """Whoever a pronoun at word i means, told of since word `first`, and the word after; None where none means anybody."""
    if scan.folds[i] not in _PRONOUNS:
        return None
    if _him_and_me(scan, i):
        him = _told_again(scan, first, i, setting, listed)
        return ([him] if him is not None else []), i + 3
    host = _host_again(scan, i, setting, listed)
    return ([host], host.last) if host is not None else None


def _him_and_me(scan: Scan, i: int) -> bool:
    """Whether « lui et moi » stands at word i."""
    return scan.fold(i) in _PRONOUNS and (scan.fold(i + 1), scan.fold(i + 2)) == ("et", "moi")


def _told_again(scan: Scan, first: int, i: int, setting: RollSetting, listed: Sequence[Item]) -> Item | None:
    """Whoever « lui » at word i means: the last one told of since word `first` who is not yet listed; None if nobody is left."""
    known = {item.presence.person_id for item in listed}
    told = [p for k in range(first, i) if (p := scan.person_at[k]) is not None and p.first == k]
    presences = [presence_of(scan, p, (), setting.group_id) for p in told]
    other = next((p for p in reversed(presences) if p.count and p.person_id not in known), None)
    return Item(i, i + 1, other) if other is not None else None


def _host_again(scan: Scan, i: int, setting: RollSetting, listed: Sequence[Item]) -> Item | None:
    """Whoever « avec elle » at word i means, told before only for her premises: « au cabinet d'Anne Lefèvre, avec elle et Zoé »."""
    if scan.fold(i - 1) not in {"avec", "av"}:
        return None
    known = {item.presence.person_id for item in listed}
    for k in range(i - 2, max(-1, i - _FAR), -1):
        person = scan.person_at[k]
        if person is None or person.first != k or not _hosted_by(scan, k):
            continue
        presence = presence_of(scan, person, (), setting.group_id)
        return Item(i, i + 1, presence) if presence.count and presence.person_id not in known else None
    return None


def _hosted_by(scan: Scan, i: int) -> bool:
    """Whether « chez », « au cabinet de », « dans le bureau du » stands before the name at word i."""
    if scan.fold(i - 1) == "chez":
        return True
    return scan.fold(i - 1) in {"de", "du", "d"} and scan.fold(i - 2) in _PREMISES


def replaced(scan: Scan, i: int, past: int, end: int, setting: RollSetting) -> tuple[Item, int] | None:
    """« Camille qui remplaçait Bruno Tessier excusé », he named by words [i, past): told away, and the word after; None elsewhere."""
    after = past + (scan.sign(past) in {",", "("})
    cue = ATTENDANCE.at(scan.words, after) if past > i and after < end else None
    told = cue is not None and cue.tag in {"excused", "absent"} and scan.fold(cue.first).startswith(("excus", "absent"))
    if cue is None or not told or someone_at(scan, min(cue.last, len(scan) - 1)):
        return None
    item = item_at(scan, i, past, setting, in_list=True)
    if item is None or not item.presence.count:
        return None
    item.presence, item.said_state = replace(item.presence, state=STATES[cue.tag]), True
    return item, cue.last
