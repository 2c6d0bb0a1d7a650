"""What a name read in a message is: its place, and the people who may be meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.lexicon_files import table
from bot.understanding.words import Word

_TITLES: dict[str, str] = {word: title for title, several in table("names")["titles"].items() for word in several}


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention:
    """A name: words [first, last), place [start, end) in the text, and the people who may be meant (all equally, in index order).

    `full`: first and last name said. `titled`: a civility stands before. `doctor`: that title is « Dr ». `bare`: one word only.
    `near`: read over a slip of the thumb. `weak`: also an ordinary word, to be taken for a name only in a list.
    `structure_ids`: said beside the name (« Céline de la CAF »), with the words [.., last) included.
    """

    first: int
    last: int
    start: int
    end: int
    ids: tuple[int, ...]
    said: str
    full: bool = False
    titled: bool = False
    bare: bool = False
    near: bool = False
    weak: bool = False
    structure_ids: tuple[int, ...] = ()


def title_of(words: Sequence[Word], i: int) -> str | None:
    """The kind of title that stands at word i (« Mme », « M. », « dr »), None if it is none."""
    word = words[i] if i < len(words) else None
    title = _TITLES.get(word.fold) if word is not None else None
    if word is None or title is None:
        return None
    if word.fold in {"m", "mm"} and not (word.is_capital or (i + 1 < len(words) and words[i + 1].text == ".") or _before_name(words, i)):
        return None
    if word.fold == "pr" and not word.is_capital:
        return None
    return title


def _before_name(words: Sequence[Word], i: int) -> bool:
    """Whether « m » in small letters stands before what can be a name: « et m combes », not « je m occupe » nor « 3 m de haut »."""
    if words[i].text != "m" or i + 1 >= len(words) or not words[i + 1].is_word or len(words[i + 1].fold) < 3:
        return False
    return i == 0 or (
        not words[i - 1].is_number and (not words[i - 1].is_word or words[i - 1].fold in _BEFORE_TITLES or len(words[i - 1].fold) > 3)
    )


_BEFORE_TITLES = frozenset({"et", "de", "par", "que", "dr", "à", "a", "ou"})
