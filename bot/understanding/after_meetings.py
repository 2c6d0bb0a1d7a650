"""What a few words answer to « a-t-elle eu lieu ? »: held, not held, cancelled, put off and to when, later, never again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import Enum, auto

from bot.understanding.lexicon_files import spaced, table
from bot.understanding.phrases import PhraseTable
from bot.understanding.times import find_times
from bot.understanding.tokens import tokenize
from bot.understanding.words import Word, split_words

_LEXICON = table("after_meetings")
_BESIDE_A_DAY = frozenset(spaced(" ".join(_LEXICON["day"]["beside"])).split())
_BEFORE_A_DAY = frozenset(spaced(" ".join(_LEXICON["day"]["before"])).split())
_PHRASES = PhraseTable({**_LEXICON["answers"], "": [*_LEXICON["polite"], *_LEXICON["subjects"]]})
_ORDERS = frozenset(spaced(_LEXICON["elsewhere"]["orders"]).split())
_LONGEST = 120  # characters


class Said(Enum):
    """What became of the meeting, or of the question."""

    DONE = auto()
    NOT_HELD = auto()  # and nobody said whether it was put off
    CANCELLED = auto()
    MOVED = auto()
    LATER = auto()
    NEVER = auto()


class When(Enum):
    """When she wants to be asked again."""

    EVENING = auto()
    MORNING = auto()


# What wins where several are said, and what says it.
_ANSWERS = (
    (Said.NEVER, {"never"}),
    (Said.MOVED, {"moved"}),
    (Said.CANCELLED, {"cancelled"}),
    (Said.NOT_HELD, {"not_held"}),
    (Said.LATER, {"later"}),
    (Said.NOT_HELD, {"no"}),
    (Said.DONE, {"yes", "fait", "held"}),
)
_HELD = frozenset({"yes", "fait", "held"})
_TIMES = frozenset({"evening", "morning"})
_ALONE = {"fait", "held"}  # said beside anything but a yes, it contradicts it
_CLEAR = frozenset({"held", "not_held", "cancelled", "moved", "never"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was answered; `rest`: to when it was put off, as typed; `when`: to when the question is. `clear`: even after other talk."""

    answer: Said
    rest: str = ""
    when: When | None = None
    clear: bool = True


def read_answer(text: str, *, name: str = "") -> Answer | None:
    """The answer that these words are as a whole; None when they say anything else, or ask. `name`: of the group asked about."""
    if len(text) > _LONGEST or "?" in text:
        return None
    text = _without(text, name)
    words = split_words(text)
    said, i = _walk(words)
    rest = text[_day_from(words, i) :].strip(" .!") if i < len(words) else ""
    answer = _answer(said, rest) if not rest or said[-1:] == ["moved"] else None
    return replace(answer, clear=False) if answer is not None and len(words) == 1 and words[0].text.casefold() == "annule" else answer


def refuses(text: str) -> bool:
    """Whether the first words say that it was not held, whatever follows: « annulée, Karim prévient les autres »."""
    words = split_words(text[:_LONGEST])
    said, _ = _walk(words)
    ordered = bool(words) and words[0].fold in _ORDERS  # « reporte le point », « annule le rappel »
    return not ordered and bool({"cancelled", "moved", "not_held", "no"} & set(said)) and "?" not in text


def _without(text: str, name: str) -> str:
    """« le GT Nutrition n'a pas eu lieu » without the group asked about; « annule le GT Nutrition » is an order, of any of its meetings."""
    words, named = split_words(text), [word.fold for word in split_words(name)]
    if not named or not words or words[0].fold in _ORDERS:
        return text
    folds = [word.fold for word in words]
    at = next((i for i in range(len(folds) - len(named) + 1) if folds[i : i + len(named)] == named), None)
    return text if at is None else f"{text[: words[at].start]} {text[words[at + len(named) - 1].end :]}"


def _walk(words: tuple[Word, ...]) -> tuple[list[str], int]:
    """What the words say one after the other, and the first of them that says anything else."""
    said: list[str] = []
    i = 0
    while i < len(words):
        found = _PHRASES.at(words, i)
        if found is None and (words[i].is_word or words[i].is_number):
            break
        if found is not None and found.tag in _TIMES and "moved" in said:  # « reportée à demain »: its new day
            break
        if found is not None and found.tag == "reason":
            if _HELD.intersection(said):  # « oui, vu avec 12 personnes »
                break
            i = _after_reason(words, i)
        else:
            said += [found.tag] if found is not None and found.tag else []
            i = found.last if found is not None else i + 1
    return said, i


def _answer(said: list[str], rest: str) -> Answer | None:
    given = set(said) - {"no_day", "evening", "morning", "yes"}
    if given & _ALONE and len(given) > 1:
        return None
    kind = next((answer for answer, tags in _ANSWERS if set(said) & tags and (given or "yes" in tags)), None)
    if kind is None or (_TIMES & set(said) and kind is not Said.LATER):
        return None
    when = When.EVENING if "evening" in said else When.MORNING if "morning" in said else None
    return Answer(answer=kind, rest=rest, when=when, clear=bool(given & _CLEAR))


def _after_reason(words: tuple[Word, ...], first: int) -> int:
    """The word behind a reason, which ends with its clause."""
    return next((i for i in range(first, len(words)) if words[i].fold in {",", ".", ";"}), len(words))


def _day_from(words: tuple[Word, ...], i: int) -> int:
    """Where in the text the day begins: « à mardi », « pour le 12 »."""
    while i < len(words) - 1 and words[i].fold in _BEFORE_A_DAY:
        i += 1
    return words[i].start


def read_new_day(text: str, now: datetime) -> tuple[date, time | None] | None:
    """The one day that these words tell, past ones too, with its hour if any; None when they tell none, several, or anything more."""
    mentions = find_times(tokenize(text[:200]), now, tense="future")
    if len(mentions) != 1 or mentions[0].day is None or mentions[0].recurrence is not None:
        return None
    mention = mentions[0]
    beside = [w.fold for w in split_words(f"{text[: mention.start]} {text[mention.end :]}") if w.is_word or w.is_number]
    polite = _BESIDE_A_DAY | frozenset(spaced(" ".join(_LEXICON["polite"])).split())
    return (mentions[0].day, mention.starts) if set(beside) <= polite else None
