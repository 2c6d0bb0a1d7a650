"""What a few words answer to « a-t-elle eu lieu ? »: held, not held, cancelled, put off and to when, later, never again."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import Enum, auto

from bot.understanding.lexicon_files import spaced, table
from bot.understanding.phrases import PhraseTable
from bot.understanding.times import find_times
from bot.understanding.tokens import tokenize
from bot.understanding.words import Word, split_words

_LEXICON = table("after_meetings")
_BESIDE_A_DAY = frozenset(spaced(" ".join(_LEXICON["day"]["beside"])).split())
_BEFORE_A_DAY = frozenset(spaced(" ".join(_LEXICON["day"]["before"])).split())
_PHRASES = PhraseTable({**_LEXICON["answers"], "": [*_LEXICON["polite"], *_LEXICON["slips"], *_LEXICON["subjects"]]})
_BACK = PhraseTable({**_LEXICON["answers"], **_LEXICON["back"], "": [*_LEXICON["polite"], *_LEXICON["slips"], *_LEXICON["subjects"]]})
_SUBJECTS = frozenset(spaced(" ".join(_LEXICON["subjects"])).split())
_CORRECTS = PhraseTable({"slip": _LEXICON["slips"], "turn": _LEXICON["turns"]})
_BOTH = PhraseTable({"both": _LEXICON["several"]["both"]})
_RANKS: dict[str, int] = _LEXICON["several"]["ranks"]
_BETWEEN = re.compile(r"\s*(?:[,;\n]|\.(?=\s)|\bet\b|\bmais\b|\bpuis\b)\s*", re.IGNORECASE)
_DAY_OF_MONTH = re.compile(r"\d{1,2}(?![\dh:/.])(?!\s*h\b)")  # « 18 », « 18 à 10h », « 20 14h », of « au 18 »
_PLURALS = frozenset(spaced(_LEXICON["several"]["plurals"]).split())
_BESIDE_A_WAIT = frozenset(spaced(_LEXICON["when"]["beside"]).split())
_IN_A_WHILE = tuple(f"{spaced(words)} " for words in _LEXICON["when"]["in_a_while"])
_ORDERS = frozenset(spaced(_LEXICON["elsewhere"]["orders"]).split())
_MOST_IN_A_CAUSE = 2  # words beside those that are nobody: « Marc Delmas malade »
_LONGEST = 120  # characters


class Said(Enum):
    """What became of the meeting, or of the question."""

    DONE = auto()
    NOT_HELD = auto()  # and nobody said whether it was put off
    CANCELLED = auto()
    MOVED = auto()
    LATER = auto()
    UNDATED = auto()  # nobody knows (yet)
    NO_DATE = auto()  # put off, and nobody knows to when
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
    (Said.UNDATED, {"no_day"}),
)
_HELD = frozenset({"yes", "fait", "held"})
_TIMES = frozenset({"evening", "morning"})
_ALONE = {"fait", "held"}  # said beside anything but a yes, it contradicts it
_CLEAR = frozenset({"held", "not_held", "cancelled", "moved", "never"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was answered; `rest`: to when it, or the question, was put off, as typed; `when`: to when the question is.

    `clear`: even after other talk.
    """

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
    answer = _answer(said, rest) if not rest or said[-1:] == ["moved"] or "later" in said else None
    if answer is not None and rest and answer.answer not in {Said.MOVED, Said.LATER}:
        return None
    return replace(answer, clear=False) if answer is not None and len(words) == 1 and words[0].text.casefold() == "annule" else answer


def refuses(text: str) -> bool:
    """Whether the first words say that it was not held, whatever follows: « annulée, Karim prévient les autres »."""
    words = split_words(text[:_LONGEST])
    said, _ = _walk(words)
    ordered = bool(words) and words[0].fold in _ORDERS  # « reporte le point », « annule le rappel »
    return not ordered and bool({"cancelled", "moved", "not_held", "no"} & set(said)) and "?" not in text


def tells_fate(text: str) -> bool:
    """Whether these words, behind a group, say that its meeting was put off, cancelled or not held, and nothing else but when."""
    answer = read_answer(text)
    return answer is not None and answer.answer in {Said.CANCELLED, Said.MOVED, Said.NO_DATE, Said.NOT_HELD} and answer.clear


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
        cause = _cause_from(words, i, said)
        if cause > i:
            i = cause
            continue
        if found is None and (words[i].is_word or words[i].is_number):
            break
        if found is not None and found.tag == "causes":
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
    kind = next((answer for answer, tags in _ANSWERS if set(said) & tags and (given or tags & {"yes", "no_day"})), None)
    if kind is None or (_TIMES & set(said) and kind is not Said.LATER):
        return None
    if kind is Said.MOVED and not rest and {"no_day", "later"} & set(said):
        kind = Said.NO_DATE
    when = When.EVENING if "evening" in said else When.MORNING if "morning" in said else None
    return Answer(answer=kind, rest=rest, when=when, clear=bool(given & _CLEAR))


def _cause_from(words: tuple[Word, ...], i: int, said: list[str]) -> int:
    """Behind « Marc malade », « la salle est fermée », said from word i on; i where no cause is told so shortly, or beside a new day."""
    opens = i == 0 or not words[i - 1].is_word
    if not (opens or {"cancelled", "not_held"} & set(said[-1:])):
        return i
    j, named = i, 0
    while j < len(words) and words[j].is_word and named <= _MOST_IN_A_CAUSE:
        found = _PHRASES.at(words, j)
        if found is not None and found.tag == "causes":
            return found.last
        if found is not None and found.tag:
            return i
        named += words[j].fold not in _SUBJECTS
        j += 1
    return i


def _after_reason(words: tuple[Word, ...], first: int) -> int:
    """The word behind a reason, which ends with its clause."""
    return next((i for i in range(first, len(words)) if words[i].fold in {",", ".", ";"}), len(words))


def _day_from(words: tuple[Word, ...], i: int) -> int:
    """Where in the text the day begins: « à mardi », « pour le 12 »."""
    while i < len(words) - 1 and words[i].fold in _BEFORE_A_DAY:
        i += 1
    return words[i].start


def takes_back(text: str) -> tuple[str, bool] | None:
    """« ah si, elle a eu lieu, on était 6 », said of an answer just given: what is told behind it, and whether it says so in full words.

    « si » alone is half of it: something else may follow. None where it says anything else.
    """
    if "?" in text:
        return None
    words = split_words(text)
    said: set[str] = set()
    i = behind = 0
    while i < len(words):
        found = _BACK.at(words, i)
        if found is None and (words[i].is_word or words[i].is_number):
            break
        i = found.last if found is not None else i + 1
        if found is not None and found.tag:
            said.add(found.tag)
            behind = i
    in_full = "held" in said or {"fait", "no"} <= said
    if not said <= {"yes", "no", "fait", "held", "si"} or not (in_full or "si" in said):
        return None
    return (text[words[behind].start :].strip(" ,.;!") if behind < len(words) else ""), in_full


def corrects(text: str, *, plainly: bool = False) -> bool:
    """Whether she takes back what she has said: « pardon », « je me suis trompée »; not `plainly`, « en fait », « ah non » do too."""
    words = split_words(text[:_LONGEST])
    return any(found.tag == "slip" or not plainly for found in _CORRECTS.all(words))


def of_both(text: str) -> str | None:
    """What « les deux annulées », « reportées » say of each of two meetings; None where they speak of one."""
    words = split_words(text[:_LONGEST])
    found = _BOTH.first(words)
    plural = next((word for word in words if word.fold in _PLURALS), None)
    if found is None and plural is None:
        return None
    if plural is not None:
        text = f"{text[: plural.end - 1]}{text[plural.end :]}"
        words = split_words(text)
        found = _BOTH.first(words)
    return text if found is None else f"{text[: words[found.first].start]} {text[words[found.last - 1].end :]}".strip()


def pieces(text: str) -> list[str]:
    """The clauses of « la 1 annulée, la 2 reportée à mardi »."""
    return [piece for piece in _BETWEEN.split(text) if piece.strip()]


def numbered(text: str) -> tuple[int | None, str]:
    """« la 1 annulée », « 2 : oui », « la deuxième on était 8 »: the number that one of several questions bears, and what is said of it."""
    words = split_words(text[:_LONGEST])
    at = next((i for i, word in enumerate(words) if word.is_word or word.is_number), len(words))
    article = at < len(words) and words[at].fold in {"la", "le", "l", "n", "no", "numero"}
    at += article
    while at < len(words) and words[at].fold in {"°", "reunion", "numero"}:
        at += 1
    rank = _RANKS.get(words[at].fold) if at < len(words) else None
    if rank is None:
        return None, text
    behind = next((i for i in range(at + 1, len(words)) if words[i].is_word or words[i].is_number), len(words))
    rest = text[words[behind].start :] if behind < len(words) else ""
    signed = behind > at + 1
    return (rank, rest) if article or signed or not words[at].is_number or read_answer(rest) is not None else (None, text)


def read_when(text: str) -> When | None:
    """« demain matin », « ce soir », said where it was asked when; None when they say anything else."""
    words = split_words(text)
    said, i = _walk(words)
    times = [tag for tag in said if tag in _TIMES]
    if i < len(words) or len(times) != 1 or set(said) - _TIMES - {"yes"}:
        return None
    return When.EVENING if times == ["evening"] else When.MORNING


def read_wait(text: str, now: datetime, *, tomorrow: bool = False, asked: bool = True) -> datetime | None:
    """« dans 15 min », « ça finit vers 11h »: the one moment to come that these words tell; `tomorrow`: of the next day.

    Not `asked` when: only « dans… », « d'ici… » tells it.
    """
    if not asked and not spaced(text).startswith(_IN_A_WHILE):
        return None
    mentions = find_times(tokenize(text[:200]), now, tense="future")
    if len(mentions) != 1 or mentions[0].starts is None or mentions[0].recurrence is not None:
        return None
    mention, starts = mentions[0], mentions[0].starts
    beside = {w.fold for w in split_words(f"{text[: mention.start]} {text[mention.end :]}") if w.is_word or w.is_number}
    moment = datetime.combine(mention.day or now.date() + timedelta(days=tomorrow), starts)
    return moment if beside <= _BESIDE_A_WAIT and moment > now.replace(tzinfo=None) else None


def read_new_day(text: str, now: datetime, *, else_on: date | None = None) -> tuple[date, time | None] | None:
    """The one day that these words tell, past ones too, with its hour if any; None when they tell none, several, or anything more.

    `else_on`: the day of which an hour told alone speaks.
    """
    text = f"le {text}" if _DAY_OF_MONTH.match(text) else text
    mentions = find_times(tokenize(text[:200]), now, tense="future")
    if len(mentions) != 1 or mentions[0].recurrence is not None:
        return None
    mention = mentions[0]
    day = mention.day or (else_on if mention.starts is not None else None)
    if day is None:
        return None
    beside = [w.fold for w in split_words(f"{text[: mention.start]} {text[mention.end :]}") if w.is_word or w.is_number]
    polite = _BESIDE_A_DAY | frozenset(spaced(" ".join([*_LEXICON["polite"], *_LEXICON["slips"]])).split())
    return (day, mention.starts) if set(beside) <= polite else None
