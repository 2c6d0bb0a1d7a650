"""What is to be discussed, told behind the meeting that is planned: « …, on parlera du budget et des fontaines », « …, odj : budget »."""

from __future__ import annotations

import re

from bot.understanding.lexicon_files import table
from bot.understanding.phrases import PhraseTable
from bot.understanding.point_lists import points_told
from bot.understanding.privacy import private_words
from bot.understanding.scan import Scan

_LEXICON = table("agenda_points")["behind_plan"]
_OPENS = PhraseTable({tag: _LEXICON[tag] for tag in ("left", "kept")})
_BREAKS = frozenset({",", ".", ";", "\n", "-", "–", "—", "(", ":"})
_AND_OF = re.compile(r",?\s+et (?:du |des |de la |de l['’])", re.IGNORECASE)  # « du budget et des fontaines »
_SMALL = frozenset(_LEXICON["small"].split())


def points_behind(scan: Scan) -> tuple[tuple[str, ...], frozenset[int]]:
    """The points, and the words that tell them; none where a patient's situation is told."""
    for found in _OPENS.all(scan.words):
        if found.first and (scan.sign(found.first - 1) in _BREAKS or scan.time_at[found.first - 1] is not None):
            first = found.first if found.tag == "kept" else found.last
            while first < len(scan) - 1 and (scan.fold(first) in _SMALL or not scan.words[first].is_word):
                first += 1
            if first >= len(scan) or private_words(scan):
                return (), frozenset()
            said = scan.text[scan.words[first].start :].strip(" .;:)")
            said = _AND_OF.sub(", ", said) if found.tag == "left" else said
            return tuple(points_told(said)), frozenset(range(found.first, len(scan)))
    return (), frozenset()
