"""What people named did in the meeting: spoke, or held it with others."""

from __future__ import annotations

from bot.understanding.choosing import ATTENDANCE
from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan
from bot.understanding.verbs import Deed, deed_at

HELD = words_of("roll", "held")


def speaks(scan: Scan, i: int) -> bool:
    """Whether the person who ends before word i is told to have spoken: what follows names no one present."""
    deed = deed_at(scan.words, i)
    if deed is None or deed[0] is Deed.WILL:
        return False
    if deed[0] is Deed.SPEAKS:
        return True
    return (
        scan.fold(deed[1]) in {"a", "ont", "avait", "avaient"}
        and deed[1] + 1 < len(scan)
        and scan.fold(deed[1] + 1).endswith(("e", "i", "u", "t", "is", "it"))
        and ATTENDANCE.at(scan.words, deed[1]) is None
    )


def hosts(scan: Scan, i: int) -> bool:
    """Whether « a ouvert », « animait » follows: it was done there, with whoever is named after « avec »."""
    return any(scan.folds[k] in HELD for k in range(i, min(i + 3, len(scan))))
