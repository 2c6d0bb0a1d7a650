"""Under what title people gave their time, as a message tells it: « les 12 sont bénévoles », « 4 habitants, les autres salariés »."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.contributions import Nature, NatureShare
from bot.domain.drafts import DraftContent, Field, MeetingDraft
from bot.domain.requests import CorrectDraft
from bot.understanding import edits
from bot.understanding.counts import number_value
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan

_NATURES = PhraseTable(table("natures")["natures"])
_ALL = PhraseTable({"all": table("natures")["all"]["words"]})
_GLUE = words_of("natures", "glue")
_SAYS_HOW = frozenset({"sont", "etaient", "etait", "est", "titre", "temps", "indemnises", "indemnisees"})


def correct_natures(scan: Scan, content: DraftContent, *, asked: Field | None, at: int) -> CorrectDraft | None:
    """The content with the natures that the message tells; None when it tells anything else, or only counts people."""
    shares = _shares(scan)
    if shares is None or not (asked is Field.NATURE or not content.meetings or _tells_how(scan)):
        return None
    if content.meetings and (asked is Field.NATURE or len(content.meetings) == 1):
        at = min(at, len(content.meetings) - 1)
        changed = edits.put_meeting(content, at, replace(content.meetings[at], natures=_of_meeting(shares, content.meetings[at])))
        return CorrectDraft(content=changed, changed=(Field.NATURE,))
    if content.meetings or len(shares) != 1 or not (asked is Field.NATURE or len(content.hours) == 1):
        return None
    at = min(at, len(content.hours) - 1)
    changed = edits.put_hours(content, at, replace(content.hours[at], nature=shares[0].nature))
    return CorrectDraft(content=changed, changed=(Field.NATURE,))


def _of_meeting(shares: tuple[NatureShare, ...], meeting: MeetingDraft) -> tuple[NatureShare, ...]:
    """« les 12 » of 12 present are all of them."""
    if len(shares) == 1 and meeting.headcount is not None and (shares[0].count or 0) >= meeting.headcount:
        return (replace(shares[0], count=None),)
    return shares


def _tells_how(scan: Scan) -> bool:
    """Whether it says how people count: « 5 habitants » alone only says who was there."""
    return _ALL.first(scan.words) is not None or any(scan.fold(i) in _SAYS_HOW for i in range(len(scan)))


def _shares(scan: Scan) -> tuple[NatureShare, ...] | None:
    """The shares in the order in which counts are taken off, the one without count last; None when the message says anything else."""
    if _NATURES.first(scan.words) is None:
        return None
    shares: list[NatureShare] = []
    count: int | None = None
    i = 0
    while i < len(scan):
        number, nature, everyone = number_value(scan, i), _NATURES.at(scan.words, i), _ALL.at(scan.words, i)
        if nature is not None:
            shares.append(NatureShare(nature=Nature[nature.tag], count=count))
            count, i = None, nature.last
        elif number is not None and count is None:
            count, i = number[0], number[2]
        elif everyone is not None and count is None:
            i = everyone.last
        elif scan.fold(i) in _GLUE:
            i += 1
        else:
            return None
    return _in_order(shares) if count is None else None


def _in_order(shares: Iterable[NatureShare]) -> tuple[NatureShare, ...] | None:
    ordered = tuple(sorted(shares, key=lambda share: share.count is None))
    return ordered if sum(share.count is None for share in ordered) < 2 else None
