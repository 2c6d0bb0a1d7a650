"""Which words name somebody accompanied, or an illness or a hardship that is somebody's."""

from __future__ import annotations

from bot.understanding.lexicon_files import spaced, table, words_of
from bot.understanding.person_mentions import title_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.tokens import fold

_SENSITIVE = PhraseTable(
    {
        "sensitive": sorted(
            words_of("privacy", "health") | words_of("privacy", "social") | words_of("privacy", "phrases") | words_of("situations", "deeds")
        )
    }
)
_SOMEBODY = words_of("privacy", "somebody")
_FIRST_NAMES = words_of("first_names", "common")
_ALSO_WORDS = frozenset(fold(" ".join(words_of("names", "also_words"))).split())
_PROFESSIONAL = words_of("privacy", "professional")
_SPEAKS = frozenset(spaced(table("privacy")["professional"]["speaks"]).split())
_PLACE_NOUNS = words_of("places", "nouns")
_CASES = frozenset({"cas", "situation", "situations", "dossier", "patient", "patiente"})
_LONGEST_NAME = 8  # words
_SENSITIVE_STEMS = ("schizophr", "toxicoman", "alcooliq", "suicid", "bipolair", "psychot", "depressi", "seroposi", "hospitalis")
_BEFORE_NAMES = frozenset({"jeune", "petit", "petite", "patient", "patiente", "famille", "usager"})
_NOT_NAMES = frozenset(spaced(w) for w in ("maire", "president", "presidente", "prefet", "directeur", "directrice", "ministre"))


def is_sensitive(scan: Scan, i: int) -> bool:
    """Whether word i begins an illness, a treatment or a hardship."""
    said = scan.folds[i]
    if said == "sonde" and scan.person_at[i - 1] is not None and i + 2 < len(scan) and scan.words[i + 2].is_capital:
        return False  # « Fatima sonde la CARSAT »
    if scan.fold(i - 1) == "france":
        return False  # « une dame de France Alzheimer »
    return said.startswith(_SENSITIVE_STEMS) or (said in _SENSITIVE.openings and _SENSITIVE.at(scan.words, i) is not None)


def is_case(scan: Scan, i: int) -> bool:
    """Whether word i is « cas », « situation », « dossier », and not in the name of a group."""
    return scan.folds[i] in _CASES and scan.group_at[i] is None


def is_age(scan: Scan, i: int) -> bool:
    """Whether number i is somebody's age, rather than a time that passed."""
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


def titled_strangers(scan: Scan, first: int, last: int) -> list[int]:
    """The words of names with a title that the directory does not know: « Mme Pujol Ginette », « M. B. »."""
    found: list[int] = []
    case = next((i for i in range(first, last) if is_case(scan, i)), last)
    for i in range(first, last):
        title = title_of(scan.words, i)
        guessed = scan.person_at[i] if title is not None else None
        if title is None or title == "docteur" or (guessed is not None and not guessed.near):
            continue
        j = i + 2 if scan.sign(i + 1) == "." else i + 1
        if j < last and title_of(scan.words, j) is not None:
            continue  # « Mme Mme… »: the name is looked for behind the last title
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


def is_stranger(scan: Scan, i: int) -> bool:
    """Whether word i names somebody whom the directory does not know and who is no partner."""
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
    tells = scan.fold(j) in {"a", "est", "etait", "avait", "vit", "souffre", "refuse", "prend", "fait", "ne", "n"} and scan.sign(j) != "à"
    return tells or (scan.sign(j) == "," and scan.words[min(j + 1, len(scan) - 1)].is_number)


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
    if j > i and ((sigles and scan.sign(j).isupper() and len(scan.sign(j)) > 2 and not is_sensitive(scan, j)) or _names_structure(scan, j)):
        return True
    speaks = next((k for k in range(i, min(len(scan), i + 8)) if scan.fold(k) in _SPEAKS), None)
    return speaks is not None and not any(scan.fold(k) in {"son", "sa", "ses"} for k in range(speaks, min(len(scan), speaks + 8)))


def _names_structure(scan: Scan, i: int) -> bool:
    thing = scan.thing_at[i] if i < len(scan) else None
    return thing is not None and bool(thing.structures)
