"""Whether what is ticked in the column of a group makes a member: « x » does, « - » does not, « ? » is for somebody to say."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.importing.words import fold, words, words_of

_GROUP_TITLE_END = re.compile(r"\s*\([^)]*\)\s*$")
_SAYS_NOT = frozenset("non pas ne plus ex ancien ancienne anciennement demission demissionnaire sorti sortie".split())  # noqa: SIM905


class Mark(StrEnum):
    """What a mark says of somebody and a group."""

    MEMBER = "member"
    MEMBER_AS = "member_as"  # and in which way: « pilote », « suppléante »
    NOT = "not"
    UNCLEAR = "unclear"


def mark_of(cell: str) -> Mark:
    """What a cell under the name of a group says."""
    said = fold(cell).strip(" .")
    if said in words_of("contents", "marks_yes"):
        return Mark.MEMBER
    if said in words_of("contents", "marks_no") or not said:
        return Mark.NOT
    if "?" in said or set(words(said)[:1]) & _SAYS_NOT or not any(sign.isalpha() for sign in said):
        return Mark.UNCLEAR
    return Mark.MEMBER_AS


def is_mark(cell: str) -> bool:
    """Whether a cell holds a mark and nothing else."""
    return mark_of(cell) in (Mark.MEMBER, Mark.NOT)


def group_named(title: str) -> str:
    """The group that the header of such a column names, without what stands in brackets behind it."""
    return _GROUP_TITLE_END.sub("", title)


def names_no_group(title: str) -> bool:
    """Whether a header says only that groups stand below (« GT », « Instances »), not which one."""
    return set(words(title)) <= words_of("contents", "group_headers")
