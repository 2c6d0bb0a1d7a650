"""How a message asks: its question word, « t'as un… », « il me faut… », the future it asks about, the mark that closes it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understanding.lexicon_files import table, words_of
from bot.understanding.person_mentions import title_of
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.scan import Scan

_LEXICON = table("requests")
_OPENERS = words_of("requests", "openers")
_WORDS = {
    "qui": "qui",
    "quand": "quand",
    "qd": "quand",
    "quoi": "quoi",
    "koi": "quoi",
    "combien": "combien",
    "cb": "combien",
    "comment": "comment",
    "quel": "quel",
    "quelle": "quel",
    "quels": "quel",
    "quelles": "quel",
    "lequel": "quel",
    "laquelle": "quel",
}
_VERBS = words_of("requests", "before_question_word")
_BEFORE = frozenset({"a", "vers", "chez", "avec", "pour", "par", "de", "d", "dans", "sur", "en", "depuis", "jusqu"})
_ASIDE = frozenset(
    ["deja", "exactement", "stp", "svp", "pour", "le", "la", "les", "du", "de", "des", "d", "au", "a", "l", "dans", "en", "merci", "encore"]
)
_BESIDE_DEEDS = frozenset({"aussi", "bien", "donc", "enfin", "egalement", "surtout", "encore", "deja", "tous", "toutes", "pas", "beaucoup"})
_OF = frozenset({"de", "d", "sur", "avec", "pour", "a", "par", "chez", "et"})
_TOLD = frozenset({"a", "ai", "ont", "avons", "est", "sont", "etait", "etaient"})  # what tells is no question
_DEEDS = frozenset(
    {"vu", "revu", "lu", "relu", "recu", "eu", "pu", "mis", "remis", "pris", "repris", "appris", "dit", "fini", "choisi", "tenu", "rendu"}
)
_CAN = frozenset({"tu", "peux", "pourrais", "vous", "pouvez", "pourriez", "est", "ce", "que", "qqn", "quelqu", "un", "peut", "stp", "svp"})
TALKED = PhraseTable({"talked": _LEXICON["talked"]["words"]})
_HAS = PhraseTable({"has": _LEXICON["has"]["words"]})
_WANTS = PhraseTable({"wants": _LEXICON["wants"]["words"]})
_EXISTS = PhraseTable({"exists": _LEXICON["exists"]["words"]})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What asks in a message; `start`: its first word past greetings; `at`: where the question word stands (-1: none)."""

    start: int
    mark: bool
    word: str | None = None
    at: int = -1
    has: Found | None = None  # « t'as », « tu connais », « vous avez »
    wants: Found | None = None  # « il me faut », « je cherche », « donne-moi »
    exists: Found | None = None  # « y a-t-il », « est-ce qu'il y a »

    @property
    def plain(self) -> bool:
        """Whether it asks at all."""
        return self.mark or self.word is not None or self.has is not None or self.wants is not None or self.exists is not None


def start_of(scan: Scan) -> int:
    """The first word past greetings and signs."""
    i = 0
    while i < len(scan) and (scan.fold(i) in _OPENERS or not (scan.words[i].is_word or scan.words[i].is_number)):
        i += 1
    return i


def asking(scan: Scan, start: int) -> Asking:
    """What asks in a message, from word `start` on."""
    end = len(scan)
    mark = any(scan.sign(i) == "?" or (scan.fold(i) == "ou" and scan.fold(i + 1) in {"pas", "non"}) for i in range(start, end))
    found = next(((word, i) for i in range(start, end) if (word := _question_word(scan, i, start)) is not None), (None, -1))
    return Asking(
        start=start,
        mark=mark,
        word=found[0],
        at=found[1],
        has=_led(scan, _HAS, start, end),
        wants=_led(scan, _WANTS, start, end),
        exists=_led(scan, _EXISTS, start, end) or _elided(scan, start),
    )


def _elided(scan: Scan, i: int) -> Found | None:
    """« y'a »."""
    return Found(i, i + 3, "exists") if scan.fold(i) == "y" and scan.sign(i + 1) in {"'", "’"} and scan.fold(i + 2) == "a" else None


def _led(scan: Scan, phrases: PhraseTable, start: int, end: int) -> Found | None:
    """The first of these phrases that opens the message or a clause of it, or stands anywhere in a short one."""
    return next(
        (
            f
            for f in phrases.all(scan.words, start, end)
            if (f.first <= start + 3 or _opens_clause(scan, f.first) or end - start <= 14) and not _tells_a_deed(scan, f)
        ),
        None,
    )


def _opens_clause(scan: Scan, i: int) -> bool:
    """Whether nothing but « tu peux », « pourriez-vous » parts word i from the sign before it: « …, tu peux me filer »."""
    k = i - 1
    while k > i - 5 and scan.fold(k) in _CAN:
        k -= 1
    return not scan.words[k].is_word


def _tells_a_deed(scan: Scan, found: Found) -> bool:
    """Whether « on a », « vous avez » goes on with what was done: « on a avancé sur le livret », not « on a qui à la CAF »."""
    if scan.fold(found.last - 1) not in {"a", "avez", "as"}:
        return False
    i = found.last
    while scan.fold(i) in _BESIDE_DEEDS:
        i += 1
    after = scan.sign(i).casefold()
    regular = len(after) > 3 and after.endswith(("é", "ée", "és", "ées", "ert", "crit", "fait"))
    return (regular or scan.fold(i) in _DEEDS) and scan.thing_at[i] is None


def _question_word(scan: Scan, i: int, start: int) -> str | None:
    """The question that word i asks; None where it joins two clauses (« la salle qui… », « quand elle pourra »)."""
    said = scan.fold(i)
    word = _WORDS.get(said)
    if word is None and said == "ou":
        word = "où"
        if scan.sign(i).casefold() != "où" and not (
            scan.fold(i - 1) in {"bosse", "travaille", "passe", "est", "trouve"} and _closes(scan, i + 1)
        ):
            return None
    if word is None or scan.person_at[i] is not None:
        return None
    before = scan.fold(i - 1)
    if said == "qui" and scan.sign(i - 1) == "," and _tells_of(scan, i - 2, start):
        return None  # « on a parlé de M. Bertrand, qui n'a plus de droits »
    if i == start or (before in _BEFORE and i <= start + 2) or (i > start and not scan.words[i - 1].is_word):
        return (
            None
            if word in {"quand"} and scan.fold(i + 1) in {"on", "il", "elle", "elles", "ils", "je", "tu", "ce"} and not _inverted(scan, i)
            else word
        )
    if word == "qui" and before in {"avec", "chez", "vers", "par"} and scan.fold(i - 2) not in {"", ","}:
        return word if _closes(scan, i + 1) or scan.fold(i + 1) in _ASIDE else None
    if word in {"quoi", "combien"}:
        return word
    if word == "quel":
        return word if before in _VERBS | _BEFORE else None
    if word == "qui" and scan.sign(i - 1).casefold() in {"cé", "sé", "cè"}:
        return word
    if word == "qui":
        return word if before in _VERBS - {"passe", "parle", "trouve", "dit"} and not _subject_named(scan, i, start) else None
    if _closes(scan, i + 1) or (word == "où" and before in _VERBS):
        return word
    return word if before in _VERBS and (scan.fold(i + 1) in _ASIDE or scan.time_at[i + 1] is not None) else None


def _tells_of(scan: Scan, i: int, start: int) -> bool:
    """Whether word i ends the name of a person of whom a verb was told before it: not « Samira, qui pilote… », « À Alès, qui fait… »."""
    person = scan.person_at[i] if i >= 0 else None
    first = person.first if person is not None else i
    while first > start and (scan.sign(first - 1) == "." or title_of(scan.words, first - 1) is not None):
        first -= 1
    named = person is not None or first < i
    return named and scan.fold(first - 1) in _OF and any(scan.fold(k) in _TOLD for k in range(start, first))


def _subject_named(scan: Scan, i: int, start: int) -> bool:
    """« c'est Nathalie qui envoie », « la PMI a qui… »: no question."""
    return scan.fold(i - 1) in {"a", "as"} and scan.fold(i - 2) not in {"on", "y", "t", "tu", "n", "il", "qu"} and i - 1 > start


def _inverted(scan: Scan, i: int) -> bool:
    """« quand est-ce que », « quand a-t-on », « quand tu reviens ? »."""
    return scan.fold(i + 1) in {"est", "a"} or any(scan.sign(k) == "?" for k in range(i, len(scan)))


def _closes(scan: Scan, i: int) -> bool:
    """Whether the clause ends at word i."""
    return i >= len(scan) or not scan.words[i].is_word or scan.fold(i) in {"deja", "stp", "svp", "exactement", "merci", "ca", "donc"}
