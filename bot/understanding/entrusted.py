"""To whom a task is entrusted before it is told: « à charge pour Nathalie de transmettre », « il revient au CCAS de… »."""

from __future__ import annotations

from bot.understanding.clauses import is_to_come
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.subjects import bearers_at

_ENTRUSTED = PhraseTable({"entrusted": table("verbs")["entrusted"]["words"]})
OPENINGS = _ENTRUSTED.openings | {"a", "au", "aux"}
_CLITICS = frozenset({"le", "la", "les", "l", "lui", "leur", "y", "en", "nous", "vous", "se", "s", "bien", "ne", "pas"})
_TASK_NOUNS = words_of("cues", "task_nouns")
_TO = frozenset({"de", "d", "pour", "a"})


def entrusted(scan: Scan, i: int, end: int, *, opens: bool) -> tuple[int, tuple[tuple[int, int], ...]] | None:
    """Where the task begins that words from i on entrust, and to whom; `opens`: a clause begins there, « à Lucie de… » is enough."""
    cue = _ENTRUSTED.at(scan.words, i)
    if cue is None and not (opens and scan.fold(i) in {"a", "au", "aux"}):
        return None
    j = cue.last if cue is not None else i + 1
    while scan.fold(j) in {"au", "aux", "a"}:
        j += 1
    found = bearers_at(scan, j, end) if j < end else None
    if found is None:
        return None
    after, bearers = found
    body = after + 1 if scan.fold(after) in _TO else after
    if body == after or body >= end:
        return None
    verb = body
    while verb < end and scan.fold(verb) in _CLITICS:
        verb += 1
    said = scan.fold(verb)
    plain = scan.words[verb].is_word and scan.person_at[verb] is None and scan.thing_at[verb] is None if verb < end else False
    return (body, bearers) if plain and len(said) > 3 and said.endswith(("er", "ir", "re", "oir")) else None


def entrusted_by_form(scan: Scan, first: int, last: int) -> bool:
    """« la délibération sera transmise par Nathalie », « la rédaction est confiée à Élise »: what is to be done, and by whom."""
    for i in range(first + 1, last):
        if scan.person_at[i] is None and (scan.thing_at[i] is None or not scan.thing_at[i].structures):  # type: ignore[union-attr]
            continue
        j = i - 1
        while scan.fold(j) in {"la", "le", "l", "les"}:
            j -= 1
        if (
            scan.person_at[i] is not None
            and scan.fold(j) in {"a", "au"}
            and scan.fold(j - 1).startswith("confie")
            and scan.fold(j - 2) in {"est", "sont", "sera", "seront"}
        ):
            return True
        named = scan.fold(first + (scan.fold(first) in {"la", "l", "le", "les"})) in _TASK_NOUNS
        if scan.fold(j) == "par" and named and is_to_come(scan, first, last):
            return True  # « Impression des affiches par le CCAS avant le 3 décembre »
        if scan.fold(j) == "par" and any(scan.fold(k) in {"sera", "seront"} for k in range(max(first, j - 4), j)):
            return True
    return False
