"""Which words only tell a thought to be pursued: « idée d'un médicobus à creuser », « piste à étudier : … »; nobody has to do it."""

from __future__ import annotations

from bot.understanding.lexicon_files import words_of
from bot.understanding.roles import Role, Segment
from bot.understanding.scan import Scan
from bot.understanding.sentences import Sentence

_IDEAS = words_of("decisions", "ideas")
_PURSUED = words_of("decisions", "pursued")
_OPENS = 3  # words of « une belle idée »
_LONGEST = 16  # words up to « à creuser »


def only_an_idea(scan: Scan, sentence: Sentence, part: Segment) -> bool:
    """Whether a part of a sentence tells an idea to be pursued, by nobody in particular and for no day."""
    if part.role not in {Role.ACTION, Role.DECISION} or part.bearers or any(scan.time_at[part.first : part.last]):
        return False
    pursued = _pursued(scan, part)
    if pursued is None:
        return False
    opening = range(sentence.body, min(pursued, sentence.body + _OPENS))
    beside = range(max(sentence.body, pursued - 2), pursued) if part.role is Role.ACTION else range(0)
    return any(scan.folds[k] in _IDEAS for near in (opening, beside) for k in near)


def _pursued(scan: Scan, part: Segment) -> int | None:
    """The word « à » of « à creuser » in a part, or the first of what is to be pursued: « reste à creuser »."""
    if scan.fold(part.body) in _PURSUED:
        return part.first
    return next(
        (k for k in range(part.first, min(part.last, part.first + _LONGEST)) if scan.folds[k] == "a" and scan.fold(k + 1) in _PURSUED),
        None,
    )
