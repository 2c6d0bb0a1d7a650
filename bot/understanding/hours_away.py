"""Who is named beside hours without having given any: « sans Lucie », « Sophie 0 cette fois », « moi j'étais au bureau »."""

from __future__ import annotations

from bot.understanding.away_words import NAMED_STATES
from bot.understanding.lengths import lasts
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.person_mentions import PersonMention, title_of
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.scan import Scan

_TO_ASK = PhraseTable({"ask": table("parts")["to_ask"]["words"]})
_SELF = frozenset({"moi", "je", "j", "me", "m"})
_ASKED_FOR = words_of("parts", "asks")  # « je vous remercie », « je souhaite »
_KEEPING = words_of("parts", "notes")
_SAYING = words_of("parts", "told_me")
_ELSEWHERE = words_of("parts", "elsewhere")
_MEANT_TO = words_of("parts", "meant_to")
_BEFORE_STATE = words_of("parts", "before_state")
_WITHOUT = frozenset({"sans", "sauf", "hormis", "excepte", "exceptee", "ni", "pas"})
_NOTHING = frozenset({"0", "zero", "0h", "aucune", "rien"})
_AUX = frozenset({"a", "avait", "ont", "avaient"})
_WAS = frozenset({"etais", "suis"})
_STOPS = frozenset({".", ";", "\n", "!", "?"})
_DID = frozenset({"fait", "mais", "passe", "donne", "tenu"})
_NEAR = 12  # words from a name to what says that its bearer did not come
_ROW = 8  # names of one row


def author_told(scan: Scan, first: int, last: int) -> bool:
    """Whether the author says that she worked too: « Lucie et moi », « j'ai fait »; not « pas moi », « Lucie m'a dit que »."""
    return any(
        scan.fold(i) in _SELF
        and title_of(scan.words, i) is None
        and not _only_asks(scan, i)
        and not _not_she(scan, i, last)
        and (scan.fold(i - 2), scan.fold(i - 1)) not in {("plus", "que"), ("moins", "que")}
        for i in range(first, last)
    )


def gave_none(scan: Scan, person: PersonMention, last: int) -> bool:
    """Whether somebody named did not give the hours told: « sans Lucie », « Lucie n'a pas pu venir », « Sophie Martin 0 »."""
    after = person.last
    if scan.fold(after) in _NOTHING or (scan.sign(after) in {":", "="} and scan.fold(after + 1) in _NOTHING):
        return True
    if _is_length(scan, after):
        return False
    if left_to_ask(scan, after):
        return True
    return _left_out(scan, person.first) or _away(scan, person, last)


def left_to_ask(scan: Scan, i: int) -> bool:
    """Whether « à voir avec lui », « je sais plus » at word i tells of whoever is named before that the hours are not known."""
    i += scan.sign(i) in {":", ",", "("} and scan.fold(i + 1) != "je"
    found = _TO_ASK.at(scan.words, i) if scan.fold(i) in _TO_ASK.openings else None
    if found is None:
        return False
    closes = found.last >= len(scan) or not scan.words[found.last].is_word or scan.fold(found.last) in {"avec", "encore", "plus", "et"}
    return closes or scan.fold(i) != "a"  # « 2h avec Thomas à voir les locaux »


def _left_out(scan: Scan, i: int) -> bool:
    """Whether « sans », « sauf », « pas avec » stands before the row of names that ends at word i."""
    for _ in range(_ROW):
        while i > 0 and (title_of(scan.words, i - 1) is not None or scan.sign(i - 1) == "."):
            i -= 1
        if scan.fold(i - 1) in _WITHOUT or (scan.fold(i - 2), scan.fold(i - 1)) == ("a", "part"):
            return True
        if scan.fold(i - 1) in {"remplace", "remplacait"} and scan.fold(i - 2) != "par":
            return True  # « Lucie a remplacé Florence »
        if scan.fold(i - 1) in {"avec", "de", "d"} and scan.fold(i - 2) in {"pas", "absence", "place"}:
            return True
        if (
            (scan.fold(i - 2), scan.fold(i - 1)) == ("voir", "avec")
            and scan.fold(i - 3) == "a"
            and scan.sign(i - 4) in {",", ".", ":", "("}
        ):
            return True  # « Lucie 1h30, à voir avec Florence »
        other = scan.person_at[i - 2] if i > 1 and scan.fold(i - 1) in {"et", "ni"} else None
        if other is None:
            return False
        i = other.first
    return False


def _away(scan: Scan, person: PersonMention, last: int) -> bool:
    """Whether what follows a name says that its bearer did not come, and gave no hours all the same."""
    i = person.last
    row = False
    for _ in range(_ROW):
        other = scan.person_at[i + 1] if i + 1 < last and scan.fold(i) == "et" else None
        if other is None:
            break
        i, row = other.last, True
    cue = _state_after(scan, i, last)
    if cue is None or (row and not any(scan.fold(k).endswith(("nt", "ees", "es")) for k in range(i, cue.last))):
        return False
    for k in range(cue.last, last):
        if scan.sign(k) in _STOPS or scan.person_at[k] is not None or _is_length(scan, k):
            break
        if scan.fold(k) in _DID:
            return False  # « Lucie, absente au GT, a fait 2h de route »
    return True


def _state_after(scan: Scan, first: int, last: int) -> Found | None:
    """What says of those just named that they were away: « , finalement malade », « devait m'aider mais n'est pas venue »."""
    meant = scan.fold(first + (scan.fold(first) == "qui")) in _MEANT_TO
    for i in range(first, min(last, first + _NEAR)):
        cue = NAMED_STATES.at(scan.words, i)
        if cue is not None and cue.tag == "away":
            return cue if _closes(scan, cue) else None
        if scan.sign(i) in _STOPS or scan.person_at[i] is not None or _is_length(scan, i):
            return None
        if not (meant or scan.sign(i) in {",", "("} or scan.fold(i) in _BEFORE_STATE):
            return None
    return None


def _closes(scan: Scan, cue: Found) -> bool:
    """Whether « n'a pas pu » says that somebody did not come: not « n'a pas pu finir »."""
    if scan.fold(cue.last - 1) != "pu":
        return True
    after = scan.fold(cue.last)
    return after not in _AUX and not (after.endswith(("er", "ir", "re")) and after not in {"venir", "etre", "aider", "participer"})


def _is_length(scan: Scan, i: int) -> bool:
    time = scan.time_at[i] if 0 <= i < len(scan) else None
    return time is not None and lasts(time)


def _only_asks(scan: Scan, i: int) -> bool:
    """Whether « je », « me » at word i only asks Maillon: « je vous remercie de compter 2h pour M. Chabert », « peux-tu me noter… »."""
    j = i + 1
    while scan.fold(j) in {"vous", "te", "t", "en", "y", "l", "le", "la", "les"}:
        j += 1
    return scan.fold(j) in (_ASKED_FOR if scan.fold(i) in {"je", "j"} else _KEEPING if scan.fold(i) in {"me", "m"} else ())


def _not_she(scan: Scan, i: int, last: int) -> bool:
    """Whether the author at word i says that she did no work, or how she knows: « pas moi », « elle m'a dit », « je n'y étais pas »."""
    said, after = scan.fold(i), scan.fold(i + 1)
    if any(left_to_ask(scan, k) for k in (i - 1, i, i + 1)):
        return True
    if said == "moi":
        apart = scan.fold(i - 1) in {"sans", "sauf", "hormis", "pas", "selon"} or (scan.fold(i - 2), scan.fold(i - 1)) in {
            ("a", "part"),
            ("d", "apres"),
        }
        tells_on = after in {"j", "je"} or (scan.sign(i + 1) == "," and scan.fold(i + 2) in {"j", "je"})
        return apart or tells_on or after in _NOTHING | {"non", "pas"}
    if said in {"me", "m"}:
        return scan.fold(i + 1 + (after in _AUX)) in _SAYING
    clause = _clause(scan, i + 1, min(last, i + _NEAR))
    if "pas" in clause[:5]:
        return clause[clause.index("pas") + 1 :][:1] != ["mal"]  # « j'ai pas mal travaillé »
    return any(w in _WAS for w in clause[:2]) and any(w in _ELSEWHERE for w in clause[:6]) and not {"avec", "aussi"} & {*clause}


def _clause(scan: Scan, first: int, last: int) -> list[str]:
    """The words [first, last) up to the first sign."""
    end = next((k for k in range(first, last) if not (scan.words[k].is_word or scan.sign(k) in {"'", "’"})), last)
    return [scan.fold(k) for k in range(first, end) if scan.words[k].is_word]
