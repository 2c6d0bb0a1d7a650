"""Which words beside the name of a group show that it is named: « pour le », « prochaine », the head of a message."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.greetings import only_greets
from bot.understanding.index import GroupCore
from bot.understanding.lexicon_files import words_of
from bot.understanding.words import LINKS, Word

_FEW = frozenset({"un", "une", "deux", "trois", "quatre", *"23456789"})
_WEAK_KINDS = words_of("groups", "weak")


_FOR = frozenset({"pour", "pr"})
_MINUTES = frozenset({"cr", "crs", "pv", "rendu", "rendus"})  # of a meeting: « compte rendu nutrition »


WHEN = words_of("groups", "when")


_TALK = words_of("groups", "talk")


SHORT_DAYS = frozenset({"lun", "mar", "mer", "jeu", "ven", "sam", "dim"})  # « plénière jeu 9h » is of no « jeunes »


_NO_NAME = LINKS | {"groupe", "travail", "sur"}


def shortened(words: Sequence[Word], i: int) -> bool:
    """Whether a word that opens the message is cut by a dot before a day: « dépist. hier 14-16h »."""
    if i or len(words[0].fold) < 4 or len(words) < 3 or words[1].text != "." or words[1].start != words[0].end:
        return False
    return words[2].is_number or words[2].fold in WHEN | SHORT_DAYS


def tellable(word: Word, core: GroupCore, *, hinted: bool) -> bool:
    """Whether one word alone may name a group: not « se » nor « soins » in passing."""
    if len(word.fold) <= 4 and not word.text.isupper():
        return hinted and len(word.fold) >= 3
    return hinted or core.main or core.bare or word.text.isupper()


def counts_people(words: Sequence[Word], i: int) -> bool:
    """Whether a short sigle at word i is what somebody is, no group: « une AS du CMP », « 2 AS de secteur »."""
    before = words[i - 1] if i else None
    if before is None or not 2 <= len(words[i].fold) <= 3:
        return False
    several = before.is_number and before.text in _FEW and words[i - 2].text in {",", ":", "+", "-", "–"} if i >= 2 else False
    return before.fold in _FEW or several


def hinted_at(words: Sequence[Word], i: int, *, only_meeting: bool = False) -> bool:
    """Whether the words before word i announce a group there; `only_meeting`: a word for a meeting alone counts."""
    k = i - 1
    while k >= 0 and k > i - 6 and words[k].is_word and words[k].canon in _NO_NAME:
        k -= 1
    if k < 0 or only_greets(words, k):
        return (i == 0 or k >= 0) and not only_meeting
    if words[k].canon in _WEAK_KINDS:
        return True
    if not only_meeting and words[k].fold in _MINUTES:
        return True  # « t'aurais le CR de la SISM »
    if not only_meeting and words[k].fold in {"prochain", "prochaine", "proch", "dernier", "derniere"}:
        return True
    if only_meeting:
        return False
    if k < 12 and all(not words[j].is_word or words[j].fold in _TALK for j in range(k + 1)):
        return True  # « bonsoir alors la nutrition c'était… »
    return (
        words[k].fold in _FOR
        or words[k].text in {"\n", "."}
        or not (words[k].is_word or words[k].is_number or words[k].text in {",", "(", "/", "-", "«", '"', "–", ":"})
    )
