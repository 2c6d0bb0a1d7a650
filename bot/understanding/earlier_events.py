"""Whether a day told behind the facts is that of another event: « Stand de samedi : 25 », « a raconté sa maraude de vendredi »."""

from __future__ import annotations

from bot.understanding.groups import Strength
from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan
from bot.understanding.times import TimeMention

_EVENTS = words_of("counts", "events")
_POSSESSIVES = frozenset({"sa", "son", "leur", "ses", "leurs"})
_LOOKS_BACK = frozenset({"bilan", "retour", "retours"})


def of_an_earlier_event(scan: Scan, mention: TimeMention) -> bool:
    """Whether « de samedi » goes with an event told after the group and its hours, that the sentence opens with or somebody owns."""
    first, last = scan.span_of(mention)
    noun = first - (scan.fold(first) not in {"de", "du"}) - 1
    if mention.starts is not None or scan.fold(noun + 1) not in {"de", "du"} or noun < 3:
        return False
    if scan.fold(noun) not in _EVENTS or scan.group_at[noun] is not None:
        return False
    before = noun - 1
    headed = scan.sign(last) == ":" and (scan.sign(before) in {".", "\n"} or scan.fold(before - 1) in _LOOKS_BACK)
    owned = scan.fold(before) in _POSSESSIVES and scan.words[before - 1].is_word
    return (headed or owned or _spoken_of(scan, before)) and _met_before(scan, before)


def _spoken_of(scan: Scan, i: int) -> bool:
    """Whether the article at word i follows a verb in a sentence of its own: « Chloé rappelle la collecte de vendredi »."""
    if scan.fold(i) not in {"le", "la", "l", "les", "du", "des"} or scan.thing_at[i] is not None:
        return False
    verb = next((k for k in range(i - 1, max(0, i - 4), -1) if scan.words[k].is_word and scan.person_at[k] is None), None)
    named = next((k for k in range(i - 1, max(0, i - 5), -1) if scan.person_at[k] is not None or scan.fold(k) in {"on", "nous"}), None)
    if verb is None or named is None or verb < named:
        return False
    return any(scan.sign(k) in {".", "\n"} for k in range(max(0, named - 4), named))


def _met_before(scan: Scan, i: int) -> bool:
    """Whether a group and hours from one clock time to another are told before word i."""
    named = any((g := scan.group_at[k]) is not None and g.strength >= Strength.NAMED for k in range(i))
    return named and any((t := scan.time_at[k]) is not None and t.starts is not None and t.ends is not None for k in range(i))
