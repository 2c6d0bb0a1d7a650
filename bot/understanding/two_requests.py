"""Whether a message that asks for a reminder also tells a leave or gives an order: it is said again in two, rather than half lost."""

from __future__ import annotations

import re

from bot.understanding.plans import read_order
from bot.understanding.reminders import reminder_cue
from bot.understanding.rhythms import read_rhythm
from bot.understanding.scan import Scan, scan
from bot.understanding.sheets import read_sheet
from bot.understanding.updates import read_update

_STOPS = re.compile(r"[,;.!\n]\s*")
_ENDS = re.compile(r"(?:[\s,;.:!]|\bet\b|\bpuis\b)+$")


def hides_another(seen: Scan) -> bool:
    """« je suis en congé du 3 au 14, rappelle-moi de… », « annule la réunion de jeudi et rappelle-moi de… », the leave told last too."""
    cue = reminder_cue(seen)
    if cue is None or cue.last == 0:
        return False
    before = _ENDS.sub("", seen.text[: seen.words[cue.first].start])
    if before:
        first = scan(before, seen.hearing, seen.index)
        if read_rhythm(first) or read_order(first) or read_sheet(first) or read_update(first):
            return True
    after = _STOPS.split(seen.text[seen.words[cue.last - 1].end :])[1:]
    return any(read_rhythm(scan(clause, seen.hearing, seen.index)) is not None for clause in after)
