"""What « on », « nous », « le groupe » decide."""

from __future__ import annotations

from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan

_SUBJECTS = PhraseTable({"subject": table("decisions")["subjects"]["words"]})
_DECIDED = words_of("decisions", "decided")
_DECIDES = words_of("decisions", "decides")
_ADVERBS = words_of("decisions", "adverbs")
_SAID_AWAY = frozenset({"decide", "acte", "convenu"})
_OPEN_FUTURES = frozenset(
    {
        "verra",
        "verrons",
        "pourra",
        "devra",
        "aura",
        "sera",
        "faudra",
        "saura",
        "reparlera",
        "rediscutera",
        "attendra",
        "reverra",
        "reverrons",
        "retrouvera",
        "retrouverons",
        "pourrons",
        "serons",
        "aurons",
    }
)
_SUBORDINATES = frozenset({"quand", "dont", "comme", "lorsque", "puisque", "car", "parce", "pendant", "l", "sinon"})
_REFLEXIVE = words_of("decisions", "reflexive")
_CLITICS = words_of("decisions", "clitics")
_IN_HAND = frozenset(
    {
        form
        for verb in words_of("decisions", "in_hand")
        for form in (
            (verb, verb[:-1], verb[:-2] + "ons", verb[:-2] + "eons", verb[:-3] + "cons", verb[:-3] + "ie")
            if verb.endswith("er")
            else (verb,)
        )
    }
)


def group_decides(scan: Scan, i: int, end: int) -> int | None:
    """Where the text of a decision begins that « on », « le groupe », « les membres » take at word i: « on a enfin choisi… »."""
    subject = _SUBJECTS.at(scan.words, i) if scan.folds[i] in _SUBJECTS.openings else None
    if subject is None:
        return None
    j = _past_adverbs(scan, subject.last, end)
    pronoun = scan.fold(i) in {"on", "nous"}
    plain = subject.first if pronoun else i
    if scan.fold(j) in {"a", "ont", "avons", "est", "sont"}:
        j = _past_adverbs(scan, j + 1, end)
        if _is_decided(scan.fold(j)):
            return _past_of(scan, j + 1) if _participle(scan.fold(j)) in _SAID_AWAY else plain
        return None
    if scan.fold(j) in _DECIDES:
        return _past_of(scan, j + 1) if scan.fold(j) in {"decide", "decident", "decidons"} else plain
    return plain if pronoun and _does(scan, i, j, end) else None


def _past_adverbs(scan: Scan, j: int, end: int) -> int:
    while j < end and scan.fold(j) in _ADVERBS:
        j += 1
    return j


def _participle(word: str) -> str:
    """A past participle as people mistype it: « décider », « desidé », « choisit »."""
    word = word.replace("desi", "deci")
    return word[:-1] if word.endswith(("er", "it", "is")) else word


def _is_decided(word: str) -> bool:
    return word in _DECIDED or _participle(word) in _DECIDED


def _does(scan: Scan, i: int, j: int, end: int) -> bool:
    """Whether the verb after « on », « nous » at word i says what the group will do: « on distribue… », « nous n'irons pas… »,
    « on va tester… »; not what it said, saw, feels, or has in hand (« on prépare la journée »)."""
    if scan.fold(i - 1) in _SUBORDINATES or scan.sign(i - 1) == "où":
        return False
    while j < end and scan.fold(j) in _CLITICS:
        j += 1
    if scan.fold(j - 1) in {"se", "s"} and scan.fold(i) == "on":
        return j < end and scan.fold(j) in _REFLEXIVE
    if j < end and scan.fold(j) in {"va", "allons"}:
        j = _past_adverbs(scan, j + 1, end)
        while j < end and scan.fold(j) in _CLITICS:
            j += 1
        return j < end and scan.fold(j).endswith(("er", "ir", "re", "oir")) and scan.fold(j) not in _IN_HAND
    verb = scan.fold(j) if j < end and scan.time_at[j] is None and scan.person_at[j] is None else ""
    if verb.endswith(("ra", "rons")) and len(verb) > 3:
        return verb not in _OPEN_FUTURES
    if scan.fold(i) == "nous":
        return verb.endswith("ons") and not verb.endswith("ions") and len(verb) > 4 and verb not in _IN_HAND
    present = verb.endswith(("e", "t", "d")) and (not verb.endswith("ait") or verb.endswith("fait")) and len(verb) > 2
    return present and verb not in _IN_HAND and not verb.endswith("ment")


def _past_of(scan: Scan, i: int) -> int:
    """Past « de », « que », « d' » after « décidé »."""
    return i + 1 if scan.fold(i) in {"de", "d", "que", "qu"} else i
