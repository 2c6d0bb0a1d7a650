"""What stands between two names of one list: a state, « boulanger exc., tessier », or those without a name, « , deux stagiaires, »."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.lexicon_files import words_of
from bot.understanding.words import Word

ROW_SIGNS = frozenset({",", "+", "/", "et", "&"})
LIST_SIGNS = frozenset({",", "et", "+", "plus", ":", "dont", "avec", "(", "puis", "&", "/", "-", "–", "•", "ou", ";"})
_SOMEBODY = words_of("names", "somebody")
_SOME = frozenset({"un", "une", "le", "la", "les", "deux", "trois", "quatre", "cinq", "six"})
AFTER_NAME = frozenset(
    {
        "malade",
        "souffrant",
        "souffrante",
        "empeche",
        "empechee",
        "exc",
        "abs",
        "excuse",
        "excusee",
        "absent",
        "absente",
        "present",
        "presente",
        "ok",
        "represente",
        "representee",
    }
)


def before_state(words: Sequence[Word], i: int) -> int:
    """Where the name ends of which words before i say the state: « boulanger exc., tessier », « boulanger (exc.), tessier »."""
    j = i - (i > 0 and words[i - 1].text == ")")
    j -= j > 0 and words[j - 1].text == "."
    if j < 1 or words[j - 1].fold not in AFTER_NAME:
        return i
    return j - 1 - (j > 1 and words[j - 2].text == "(")


def before_unnamed(words: Sequence[Word], i: int) -> int:
    """Where the name ends before those counted or unnamed who end at word i: « hélène caron, deux pairs-aidants, vasseur »."""
    k = i - 1
    while k > 0 and i - k < 6 and (words[k].is_word or words[k].is_number) and words[k].fold not in LIST_SIGNS:
        k -= 1
    noun = k + 1
    while noun < i and (words[noun].is_number or words[noun].fold in _SOME):
        noun += 1
    told = k > 0 and k + 1 < noun < i and words[k].fold in ROW_SIGNS
    return k if told and bool({words[noun].fold, f"{words[noun].fold}s"} & _SOMEBODY) else i


def past_state(words: Sequence[Word], i: int) -> int:
    """The word after the state told right behind a name that ends before word i: « roche exc., tessier »; i if none is."""
    j = i + (i < len(words) and words[i].text == "(")
    if j >= len(words) or words[j].fold not in AFTER_NAME:
        return i
    j += 1
    j += j < len(words) and words[j].text == "."
    return j + (j < len(words) and words[j].text == ")")
