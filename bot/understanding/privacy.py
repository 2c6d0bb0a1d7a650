"""Which words of a message tell the situation of a patient, and must be kept nowhere."""

from __future__ import annotations

from bot.understanding.lexicon_files import spaced, table, words_of
from bot.understanding.person_mentions import title_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.sentences import sentences
from bot.understanding.tokens import fold
from bot.understanding.unknown_groups import unknown_group

_ANNOUNCES = PhraseTable({"announces": table("privacy")["announces"]["words"]})
_KIN = PhraseTable({"kin": table("privacy")["kin"]["words"]})
_SENSITIVE = PhraseTable(
    {"sensitive": sorted(words_of("privacy", "health") | words_of("privacy", "social") | words_of("privacy", "phrases"))}
)
_STREETS = PhraseTable({"street": table("privacy")["streets"]["words"]})
_SOMEBODY = words_of("privacy", "somebody")
_FIRST_NAMES = words_of("first_names", "common")
_ALSO_WORDS = frozenset(fold(" ".join(words_of("names", "also_words"))).split())
_PROFESSIONAL = words_of("privacy", "professional")
_SPEAKS = frozenset(spaced(table("privacy")["professional"]["speaks"]).split())
_PLACE_NOUNS = words_of("places", "nouns")
_SERVICES = words_of("privacy", "services")
_LISTS = words_of("privacy", "lists")
_CASES = frozenset({"cas", "situation", "situations", "dossier", "patient", "patiente"})
_RELATIVES = words_of("privacy", "relatives")
_CATEGORIES = frozenset({"patients", "usagers", "residents"})
_LONGEST_NAME = 8  # words
_SENSITIVE_STEMS = ("schizophr", "toxicoman", "alcooliq", "suicid", "bipolair", "psychot", "depressi", "seroposi", "hospitalis")
_BEFORE_NAMES = frozenset({"jeune", "petit", "petite", "patient", "patiente", "famille", "usager"})
_NOT_NAMES = frozenset(spaced(w) for w in ("maire", "president", "presidente", "prefet", "directeur", "directrice", "ministre"))


def private_words(scan: Scan, *, keep_lead: bool = False) -> frozenset[int]:
    """The words of the sentences in which somebody accompanied can be recognised, and her name wherever it stands; empty: none.

    `keep_lead`: the words before the person stay, as in « rappelle-moi d'appeler la fille de… ».
    """
    known = scan.memo.get(("private", keep_lead))
    if isinstance(known, frozenset):
        return known
    found = scan.memo[("private", keep_lead)] = _private_words(scan, keep_lead=keep_lead)
    return found


def _private_words(scan: Scan, *, keep_lead: bool) -> frozenset[int]:
    dropped: set[int] = set()
    names: set[str] = set()
    for sentence in sentences(scan):
        named = _strangers(scan, sentence.first, sentence.last)
        if not _tells(scan, sentence.first, sentence.last, named):
            continue
        dropped |= set(range(_begins(scan, sentence.first, sentence.last, named, keep_lead=keep_lead), sentence.last))
        strangers = [i for i in range(sentence.first, sentence.last) if _is_stranger(scan, i)]
        names |= {scan.fold(i) for i in (*named, *strangers) if len(scan.fold(i)) > 2}
    if not dropped:
        return frozenset()
    return frozenset(dropped | {i for i in range(len(scan)) if scan.fold(i) in names})


def _tells(scan: Scan, first: int, last: int, named: list[int]) -> bool:
    """Whether a sentence tells a situation: who (a stranger named, a patient, an age) and what (health, social, an address)."""
    met = unknown_group(scan, first, last) or (first, first)
    inside = [i for i in range(first, last) if not met[0] <= i < met[1]]
    told = [
        i
        for i in inside
        if _is_sensitive(scan, i) and scan.group_at[i] is None and scan.thing_at[i] is None and not _where_one_works(scan, i)
    ]
    sensitive = bool(told) and not _told_apart(scan, first, last, told)
    if not named and not sensitive:
        return False
    aged = any(_age(scan, i) for i in inside) or any(
        scan.words[i + 1].is_number and scan.fold(i + 2) == "ans" for i in named if i + 1 < last
    )
    if aged or (named and sensitive):
        return True
    if named and (_discussed(scan, first, named[0]) or _has_kin(scan, named[0], last)):
        return True
    street = _STREETS.first(scan.words, first, last) is not None
    if named:
        return street or (_situation(scan, first, last) and _announced(scan, first, last))
    return (street and _announced(scan, first, last)) or _unknown_name(scan, first, last)


def _told_apart(scan: Scan, first: int, last: int, told: list[int]) -> bool:
    """Whether a group and who was there come first and what was spoken of after « on »: « GT Ados avec Zoé Roy, on a parlé de suicide »."""
    turn = next((i for i in range(first + 1, last) if scan.fold(i) in {"on", "nous"} and scan.sign(i - 1) in {",", ":", "-", "–"}), None)
    if turn is None or told[0] < turn:
        return False
    grouped = any(scan.group_at[i] is not None for i in range(first, turn)) or unknown_group(scan, first, turn) is not None
    return grouped and not any(_is_stranger(scan, i) or title_of(scan.words, i) is not None for i in range(turn, last))


def _discussed(scan: Scan, first: int, last: int) -> bool:
    """Whether « cas discuté », « la situation de » stands before a name, and is no name of a group."""
    return any(_is_case(scan, i) for i in range(first, last))


def _is_case(scan: Scan, i: int) -> bool:
    return scan.folds[i] in _CASES and scan.group_at[i] is None


def _has_kin(scan: Scan, first: int, last: int) -> bool:
    """Whether « sa fille », « son mari » follows a name: their private life is told."""
    return any(scan.folds[i] in {"sa", "son", "ses"} and scan.folds[i + 1] in _RELATIVES for i in range(first, last))


def _announced(scan: Scan, first: int, last: int) -> bool:
    """Whether words such as « la fille de », « le cas de » announce somebody accompanied."""
    if _KIN.first(scan.words, first, last) is not None:
        return True
    found = (_ANNOUNCES.at(scan.words, i) for i in range(first, last))
    return any(f is not None and f.last <= last and scan.fold(f.last - 1) not in _CATEGORIES for f in found)


def _begins(scan: Scan, first: int, last: int, named: list[int], *, keep_lead: bool) -> int:
    """Where the private part of a sentence begins: after the facts of the meeting that stand before it."""
    marks = [
        i
        for i in range(first, last)
        if _ANNOUNCES.at(scan.words, i)
        or _age(scan, i)
        or _is_stranger(scan, i)
        or (title_of(scan.words, i) is not None and (i + 1 in named or i + 2 in named))
    ]
    marks += [i for i in range(first, last) if scan.group_at[i] is None and scan.thing_at[i] is None and _is_sensitive(scan, i)] + named
    start = min(marks, default=first)
    if keep_lead:
        return start
    facts = [i for i in range(first, start) if scan.time_at[i] is not None or scan.group_at[i] is not None or scan.person_at[i] is not None]
    facts += [min(i + 1, start - 1) for i in range(first, start) if scan.number_at[i] is not None and not _age(scan, i)]
    if not facts:
        return first
    cut = max((k for k in range(first, start) if scan.sign(k) in {",", ":", "-", "–"}), default=max(facts))
    return max(cut, max(facts)) + 1 if max(facts) < start else start


def _is_sensitive(scan: Scan, i: int) -> bool:
    said = scan.folds[i]
    if said == "sonde" and scan.person_at[i - 1] is not None and i + 2 < len(scan) and scan.words[i + 2].is_capital:
        return False  # « Fatima sonde la CARSAT »
    return said.startswith(_SENSITIVE_STEMS) or (said in _SENSITIVE.openings and _SENSITIVE.at(scan.words, i) is not None)


def _where_one_works(scan: Scan, i: int) -> bool:
    """Whether « hôpital », « psychiatre » at word i is the service or the profession of somebody listed: « Luc Petit (Hôpital d'Alès) »."""
    if scan.folds[i] not in _SERVICES:
        return False
    begin = next((k for k in range(i - 1, max(-1, i - 60), -1) if scan.sign(k) in {".", ";", "!", "?"}), -1) + 1
    headed = any(scan.sign(k + 1) == ":" and scan.folds[k] in _LISTS for k in range(begin, i))
    opened = next((k for k in range(i - 1, max(begin - 1, i - 7), -1) if scan.sign(k) in {"(", ")"}), None)
    beside = opened is not None and scan.sign(opened) == "(" and scan.words[opened - 1].is_capital
    return headed and (beside or scan.sign(i - 1) in {",", "-", "–", "/"} or scan.fold(i - 1) in {"la", "l", "en", "de", "d", "du"})


def _situation(scan: Scan, first: int, last: int) -> bool:
    return any(scan.fold(i) in {"situation", "cas", "patient", "patiente", "usager", "usagere"} for i in range(first, last))


def _unknown_name(scan: Scan, first: int, last: int) -> bool:
    """Whether somebody whom the directory does not know is told of: « Kevin a fait une TS », « Léa M. est hospitalisée »."""
    return any(_is_stranger(scan, i) for i in range(first, last))


def _is_stranger(scan: Scan, i: int) -> bool:
    word = scan.words[i]
    known = scan.person_at[i] is not None or scan.thing_at[i] is not None or scan.group_at[i] is not None or scan.time_at[i] is not None
    if known or not word.is_word or len(word.text) < 3 or (word.is_capital and word.fold in scan.index.words):
        return False
    if scan.fold(i - 1) in _PLACE_NOUNS or scan.fold(i + 1) == "d" or _is_professional(scan, _past_name(scan, i)):
        return False
    if word.fold in _FIRST_NAMES and word.fold not in _ALSO_WORDS and (not word.is_capital or word.text.isupper()):
        return True
    if not word.is_capital or word.text.isupper():
        return False
    j = i + 1
    if word.fold in _FIRST_NAMES:
        return True
    if len(scan.fold(j)) == 1 and scan.words[j].is_capital:
        return True
    return scan.fold(j) in {"a", "est", "etait", "avait", "vit", "souffre", "refuse", "prend", "fait", "ne", "n"} or (
        scan.sign(j) == "," and scan.words[min(j + 1, len(scan) - 1)].is_number
    )


def _past_name(scan: Scan, i: int) -> int:
    """The word after the capitals that begin at word i."""
    j = i + 1
    while j < min(len(scan), i + _LONGEST_NAME) and scan.words[j].is_capital:
        j += 1
    return j


def _is_professional(scan: Scan, i: int, *, sigles: bool = True) -> bool:
    """Whether what follows a name at word i tells a partner: « , podologue », « de l'UDAF explique… », « (Secours populaire) ».

    `sigles`: unknown capitals are those of a structure (UDAF), not of an illness (SLA).
    """
    j, links = i, 0
    while scan.sign(j) in {",", "(", "-", "–"} or (
        scan.fold(j) in {"de", "du", "des", "d", "la", "le", "l", "les", "qui", "nous", "a"} and links < 4
    ):
        j, links = j + 1, links + 1
    if scan.fold(j) in _PROFESSIONAL:
        return True
    if j > i and (
        (sigles and scan.sign(j).isupper() and len(scan.sign(j)) > 2 and not _is_sensitive(scan, j)) or _names_structure(scan, j)
    ):
        return True
    speaks = next((k for k in range(i, min(len(scan), i + 8)) if scan.fold(k) in _SPEAKS), None)
    return speaks is not None and not any(scan.fold(k) in {"son", "sa", "ses"} for k in range(speaks, min(len(scan), speaks + 8)))


def _names_structure(scan: Scan, i: int) -> bool:
    thing = scan.thing_at[i] if i < len(scan) else None
    return thing is not None and bool(thing.structures)


def _age(scan: Scan, i: int) -> bool:
    if not scan.words[i].is_number or scan.fold(i + 1) not in {"ans", "an", "mois"} or not 0 < int(scan.fold(i)) < 110:
        return False
    if scan.fold(i - 1) in {"de", "d"} and any(scan.fold(k) in _SOMEBODY for k in range(max(0, i - 4), i - 1)):
        return True
    if scan.fold(i + 1) == "mois" or scan.fold(i - 1) in {
        "dans",
        "depuis",
        "pendant",
        "sur",
        "tous",
        "plus",
        "moins",
        "de",
        "des",
        "les",
        "a",
        "en",
        "apres",
        "il",
    }:
        return False
    return scan.sign(i - 1) in {",", "("} or scan.fold(i + 2) in {",", ")", "qui", "habite", "vit"} or scan.words[max(0, i - 1)].is_capital


def _strangers(scan: Scan, first: int, last: int) -> list[int]:
    """The words of names with a title that the directory does not know: « Mme Pujol Ginette », « M. B. »."""
    found: list[int] = []
    case = next((i for i in range(first, last) if _is_case(scan, i)), last)
    for i in range(first, last):
        title = title_of(scan.words, i)
        guessed = scan.person_at[i] if title is not None else None
        if title is None or title == "docteur" or (guessed is not None and not guessed.near):
            continue
        j = i + 2 if scan.sign(i + 1) == "." else i + 1
        while (
            j < min(last, i + _LONGEST_NAME)
            and scan.words[j].is_word
            and scan.words[j].is_capital
            and (scan.person_at[j] is None or scan.person_at[j] is guessed)
            and scan.fold(j) not in _NOT_NAMES
        ):
            found.append(j)
            j += 1
        if found and found[-1] == j - 1 and _is_professional(scan, j, sigles=i < case):
            while found and found[-1] > i:
                found.pop()
            continue
        if (
            j < last
            and scan.words[j].is_word
            and found[-1:] != [j]
            and (scan.fold(i) in {"mme", "mr", "madame", "monsieur"} or scan.sign(i + 1) == ".")
            and not _is_professional(scan, j + 1)
            and scan.fold(j) not in _NOT_NAMES | {"la", "le", "l"}
            and scan.person_at[j] is None
        ):
            found.append(j)
    return found + _after_kin(scan, first, last)


def _after_kin(scan: Scan, first: int, last: int) -> list[int]:
    """The names that stand right after « la petite », « le patient », « la famille »."""
    found: list[int] = []
    for i in range(first + 1, last):
        if scan.folds[i - 1] in _BEFORE_NAMES and scan.words[i].is_capital and scan.person_at[i] is None:
            found.append(i)
    return found
