"""Whether a message that asks for a reminder also tells a leave, gives an order or asks for a second one: said, rather than half lost."""

from __future__ import annotations

import re
from itertools import islice

from bot.french.dates import WEEKDAYS
from bot.understanding.leads import lead_told
from bot.understanding.plans import read_order
from bot.understanding.reminder_cues import reminder_cue
from bot.understanding.reminder_text import says_no_task
from bot.understanding.reminders import read_reminder
from bot.understanding.rhythms import read_rhythm
from bot.understanding.scan import Scan, scan
from bot.understanding.sheets import read_sheet
from bot.understanding.tokens import fold
from bot.understanding.updates import read_update
from bot.understanding.verbs import is_task
from bot.understanding.when import mentions_in

_JOINTS = re.compile(r"\s*[,;\n]+\s*(?:(?:et|puis)\s+)*|\s+(?:(?:et|puis)\s+)+", re.IGNORECASE)
_SAME_DAY = re.compile(r"(?:le )?(?:matin|jour|midi|soir) meme\b.* d(?:e |['’ ])?\w")
_SHORTEST = 2  # letters of a word of a task: « cr »
_NO_TASK = frozenset(
    {
        "entre",
        "vers",
        "soit",
        "ou",
        "et",
        "le",
        "la",
        "les",
        "de",
        "du",
        "rappelle",
        "rappelles",
        "rappelez",
        "moi",
        "rappel",
        "non",
        "plutot",
        "finalement",
        *WEEKDAYS,
    }
)
_MOST = 8  # joints of one message: beyond, it is another thing
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


def first_of_two(seen: Scan) -> tuple[str, str] | None:
    """« jeudi 9h30 ordre du jour ; vendredi 11h appeler la mairie »: the first of two reminders, and the words of the rest."""
    for joint in islice(_JOINTS.finditer(seen.text), _MOST):
        before, rest = seen.text[: joint.start()], seen.text[joint.end() :]
        if (_SAME_DAY.match(fold(rest)) or _whole(scan(rest, seen.hearing, seen.index))) and _whole(scan(before, seen.hearing, seen.index)):
            return before, rest.strip()
    return _unjoined(seen)


def _unjoined(seen: Scan) -> tuple[str, str] | None:
    """« jeudi 9h relancer Karim vendredi 14h appeler l'ARS »: a second day, and something to do right behind it."""
    told = [m for m in mentions_in(seen, [(0, len(seen))]) if m.days is not None and m.recurrence is None]
    for mention in told[1:_MOST]:
        first, last = seen.span_of(mention)
        last += seen.fold(last) in {"de", "d"}
        if is_task(seen.words, last) and not seen.time_at[first - 1]:
            before, rest = seen.text[: mention.start].rstrip(), seen.text[mention.start :]
            if _whole(scan(rest, seen.hearing, seen.index)) and _whole(scan(before, seen.hearing, seen.index)):
                return before, rest.strip()
    return None


def _whole(seen: Scan) -> bool:
    """Whether words ask for a reminder of their own: a moment and something to do."""
    heard = read_reminder(seen)
    if heard is None or says_no_task(heard, seen.text):
        return False
    if not (heard.day or heard.day_window or heard.recurrence or lead_told(seen)):
        return False
    return any(len(word) >= _SHORTEST and word not in _NO_TASK for word in fold(heard.what).split())
