"""The day told once for several things to do: « Zoé fait le plan, Luc l’affiche, tout ça d’ici le 30 avril »."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.domain.drafts import ActionDraft
from bot.understanding.lexicon_files import spaced, words_of
from bot.understanding.scan import Scan
from bot.understanding.sentences import Sentence, sentences
from bot.understanding.times import TimeKind, TimeMention

_SUMMING = ("tout ça", "tout ca", "tout cela", "le tout", "tout", "les deux", "tous les deux", "toutes les deux")
_SETTLES = frozenset({"caler", "fixer", "définir", "confirmer", "préciser", "déterminer", "recaler", "valider", "trouver", "voir"})

_BOUNDS = frozenset(
    {"pour", "pr", "avant", "ici", "echeance", "echeances", "delai", "delais", "deadline", "dl", "limite", "sous", "rendre"}
)
_HEAD_WORDS = words_of("cues", "due_heads")
_LINKS = frozenset({"a", "d", "de", "des", "du", "le", "la", "les", "l", "au", "et", "(", ")", "-", "–"})
_LONGEST_HEAD = 12  # words of « tâches à boucler d’ici la fin du mois »
_DUE_KINDS = frozenset({TimeKind.DAY, TimeKind.MOMENT, TimeKind.WINDOW, TimeKind.PART_OF_DAY, TimeKind.VAGUE})


@dataclass(frozen=True, slots=True)
class HeadDue:
    """A day that heads a sentence up to word `after`; `to_all`: it is that of every task told there, not of the first alone."""

    mention: TimeMention
    after: int
    to_all: bool


def with_one_due(actions: list[ActionDraft]) -> list[ActionDraft]:
    """The actions of one sentence, those before the last given its day where « tout ça » says it of all; unchanged elsewhere."""
    last = actions[-1]
    said = next((s for s in _SUMMING if last.text.casefold().endswith((f", {s}", f" {s}"))), None)
    if said is None or last.due_said is None or len(actions) < 2:
        return actions
    text = last.text[: -len(said)].rstrip(" ,;")
    given = [
        replace(a, due=last.due, due_window=last.due_window, due_said=last.due_said) if a.due_said is None else a for a in actions[:-1]
    ]
    return [*given, replace(last, text=text)] if text else given


def only_settles(action: ActionDraft) -> bool:
    """Whether an action of nobody only says that a day told just before is still open: « le jour reste à caler »."""
    return not action.bearers and spaced(action.text) in {spaced(s) for s in _SETTLES}


def announced_dues(scan: Scan) -> dict[int, HeadDue]:
    """The day told at the head of each sentence for what is to be done in it, or in the items of the list below."""
    found: dict[int, HeadDue] = {}
    below: HeadDue | None = None
    for number, sentence in enumerate(sentences(scan)):
        due = _head_due(scan, sentence) if number else None
        if due is not None and due.after >= sentence.last:
            below = due
        elif due is not None:
            found[number], below = due, None
        elif below is not None and sentence.bullet:
            found[number] = replace(below, after=sentence.first)
        elif number - 1 in found and found[number - 1].to_all and scan.sign(sentence.first - 1) == ";":
            found[number] = replace(found[number - 1], after=sentence.first)
        else:
            below = None
    return found


def _head_due(scan: Scan, sentence: Sentence) -> HeadDue | None:
    """« À faire d’ici la fin du mois : », « pour le 15 : », « Avant Noël, »: a day to come that heads a sentence, and what it covers."""
    mention: TimeMention | None = None
    headed = bounded = False
    for i in range(sentence.body, min(sentence.last, sentence.body + _LONGEST_HEAD)):
        time = scan.time_at[i]
        if time is not None and (mention is None or time is mention):
            mention = time
        elif time is None and scan.fold(i) in _BOUNDS:
            bounded = True
        elif time is None and scan.fold(i) in _HEAD_WORDS:
            headed = True
        elif mention is not None and scan.sign(i) in {":", ","}:
            bounded = bounded or mention.bound is not None or scan.fold(scan.span_of(mention)[0]) in _BOUNDS
            listed = scan.sign(i) == ":"
            told = listed or (not headed and not mention.bare_weekday) or bounded
            ahead = _to_come(scan, mention, bounded=bounded or headed)
            return HeadDue(ahead, i + 1, to_all=listed or bounded) if told and ahead is not None else None
        elif scan.fold(i) not in _LINKS:
            return None
    if mention is None or not (headed or bounded) or scan.sign(sentence.last) != "\n" or sentence.bullet:
        return None
    ahead = _to_come(scan, mention, bounded=True)  # a line that a list follows
    return HeadDue(ahead, sentence.last, to_all=True) if ahead is not None else None


def _to_come(scan: Scan, mention: TimeMention, *, bounded: bool) -> TimeMention | None:
    """The mention read ahead, where it can be the day that something is due."""
    ahead = mention.toward("future")
    if mention.starts is not None or mention.kind not in _DUE_KINDS or mention.kind is TimeKind.VAGUE:
        return ahead if mention.kind is TimeKind.VAGUE and bounded else None
    first = scan.hearing.now.date()
    past = mention.days_toward("past")
    sure = bounded or (past is not None and past.last >= first)
    return ahead if sure and ahead.days is not None and ahead.days.last >= first else None
