"""Where the sentences, lines and items of a message begin and end."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from bot.understanding.choosing import ATTENDANCE
from bot.understanding.lexicon_files import table
from bot.understanding.numbering import counts_on, numbers
from bot.understanding.person_mentions import title_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan, of_the_meeting
from bot.understanding.strangers import stranger_at
from bot.understanding.verbs import deed_at

SIGNS: dict[str, str] = {sign: role for role, several in table("cues")["signs"].items() for sign in several}


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words [first, last) between two strong stops; `body`: after the bullet; `sign`: the emoji or bullet that opens it."""

    first: int
    body: int
    last: int
    sign: str = ""
    numbered: bool = False

    @property
    def bullet(self) -> bool:
        """Whether it is an item of a list."""
        return bool(self.sign) or self.numbered


_PREAMBLES = PhraseTable({"preamble": table("cues")["preamble"]["words"]})
_AFTER_PREAMBLE = frozenset({"que", "qu"})
_STATES = frozenset({"exc", "abs", "pres"})
_STOPS = frozenset({"\n", "!", "?", "…"})
_ABBREVIATIONS = frozenset(
    {
        "dr",
        "mme",
        "mm",
        "mmes",
        "drs",
        "m",
        "mr",
        "bat",
        "st",
        "ste",
        "av",
        "tel",
        "env",
        "pers",
        "p",
        "n",
        "art",
        "cf",
        "ex",
        "ch",
        "bd",
        "rdv",
        "resp",
        "max",
        "min",
        "approx",
        "proch",
        "prev",
        "ref",
        "doc",
        "conv",
        "sem",
        "nb",
        "fav",
        "delib",
        "comm",
        "obs",
        "coord",
        "suppl",
    }
)
_TITLES = frozenset({"mmes", "drs", "dr", "mme", "m", "st", "ste", "mm", "mr", "bat", "av", "bd"})
_OPENERS = frozenset(  # after « hépatite C. », « avec Karim B. »: another sentence begins
    [
        "decision",
        "decisions",
        "action",
        "actions",
        "prochaine",
        "prochain",
        "on",
        "nous",
        "excuse",
        "excuses",
        "excusee",
        "excusees",
        "absent",
        "absents",
        "absente",
        "present",
        "presents",
        "le",
        "la",
        "les",
        "il",
        "elle",
        "je",
        *("go", "ok", "stop", "feu", "pas", "reste", "rdv", "suite", "proch", "objectif", "point", "retour", "affiche", "accord", "avis"),
    ]
)
_ON_WITH_COUNT = frozenset(  # « 7 pers. présentes », « 9 pers. dont 2 élus »
    {"presentes", "presents", "dont", "avec", "de", "du", "des", "d", "en", "sur", "inscrites", "inscrits", "venues", "venus", "et", "env"}
    | {"plus", "max", "maxi", "autour", "a", "au", "dans", "excusees", "excuses", "absentes", "absents", "minimum", "environ", "qui"}
)
_AFTER_COUNT = frozenset(  # after « env. », « max. » in small letters
    {"on", "nous", "il", "elle", "je", "tout", "chacun", "prochaine", "prochain", "decision", "decide", "action", "rdv", "ok", "merci"}
)
_PIECE, _BACK = 14, 120  # words of one item of a list, and of a list
_HELLO = frozenset({"bonjour", "bonsoir", "salut", "coucou", "hello", "bon", "alors", "donc", "re", "euh"})
_BULLETS = frozenset("-–—•*▪▸►·>→⇒➜➔=☐□◻○●◦➢")


def sentences(scan: Scan) -> list[Sentence]:
    """The sentences and lines of a message in order, bullets and opening emoji told apart."""
    known = scan.memo.get("sentences")
    if isinstance(known, list):
        return known
    found: list[Sentence] = []
    first = 0
    for i in range(len(scan) + 1):
        if i < len(scan) and not _stops(scan, i, first):
            continue
        emoji = i < len(scan) and _is_emoji(scan.sign(i))
        if i > first:
            found.append(_opened(scan, first, i))
        first = i if emoji else i + 1
    kept = [s for s in found if s.body < s.last]
    scan.memo["sentences"] = kept
    return kept


def _stops(scan: Scan, i: int, first: int) -> bool:
    sign = scan.sign(i)
    if scan.time_at[i] is not None or (scan.person_at[i] is not None and sign == "."):
        return sign == "\n" or (sign == "." and (_ends_name(scan, i) or _ends_month(scan, i)))
    if sign in {"?", "!"} and scan.sign(i + 1) in {"»", "”"}:
        return False  # « slogan « On en parle ? », trois conférences »
    if counts_on(scan, i):
        return True
    if sign in _STOPS or (sign == ";" and not goes_on_listing(scan, i)):
        return True
    if sign == ".":
        before = scan.fold(i - 1)
        if _ends_name(scan, i) or numbers(scan, i) or (scan.time_at[i - 1] is not None and _ends_month(scan, i)):
            return not numbers(scan, i)
        glued = i + 1 < len(scan) and scan.words[i + 1].start == scan.words[i].end
        alone = i < 2 or scan.words[i - 1].start > scan.words[i - 2].end
        capital = i + 1 < len(scan) and scan.words[i + 1].is_capital
        short = (before in _ABBREVIATIONS and (not capital or before in _TITLES | {"proch"})) or (
            len(before) == 1 and before.isalpha() and alone
        )
        if scan.sign(i + 1) in {":", ",", ")"} or shortens_state(scan, i, first):
            return False
        if before in {"env", "max"} and scan.fold(i + 1) in _AFTER_COUNT and not glued:
            return True
        counted = before == "pers" or (before == "p" and scan.words[i - 2].is_number)  # « 9 p. Option B retenue »
        told_on = scan.fold(i + 1) in _ON_WITH_COUNT and (scan.fold(i + 1), scan.fold(i + 2)) != ("qui", "fait")
        if counted and i + 1 < len(scan) and scan.words[i + 1].is_word and not told_on and not glued:
            return True
        if len(before) == 1 and capital and scan.fold(i + 1) in _OPENERS and not glued:
            return True
        return not ((glued and scan.words[i + 1].is_number) or (short and i + 1 < len(scan) and scan.sign(i + 1) != "\n") or i == first)
    return _is_emoji(sign) and i > first and not _is_emoji(scan.sign(i - 1)) and scan.sign(i + 1) not in {":", ""}


def shortens_state(scan: Scan, i: int, first: int) -> bool:
    """Whether the full stop at word i only shortens a word: what heads a line from word `first` on, « Exc. L. Fabre », « exc., »."""
    if scan.sign(i + 1) in {":", ","}:
        return True
    return i == first + 1 and scan.fold(first) in _STATES and i + 1 < len(scan) and scan.sign(i + 1) != "\n"


def goes_on_listing(scan: Scan, i: int) -> bool:
    """Whether « ; » at word i only parts those of a list: « Présents : Sophie Martin (CCAS) ; Karim Benali »."""
    if i + 1 >= len(scan) or not (scan.person_at[i + 1] is not None or stranger_at(scan, i + 1, len(scan)) is not None):
        return False
    last = next((k for k in range(i + 1, min(len(scan), i + _PIECE)) if scan.sign(k) in {";", "\n", "."}), min(len(scan), i + _PIECE))
    told = any(scan.time_at[k] is not None or deed_at(scan.words, k) is not None or scan.sign(k) == ":" for k in range(i + 1, last))
    first = next((k for k in range(i - 1, max(-1, i - _BACK), -1) if scan.sign(k) in {"\n", "."} and scan.time_at[k] is None), -1)
    colon = next((k for k in range(i - 1, first, -1) if scan.sign(k) == ":" and scan.time_at[k] is None), None)
    return not told and colon is not None and any(ATTENDANCE.at(scan.words, k) is not None for k in range(first + 1, colon))


def _ends_name(scan: Scan, i: int) -> bool:
    """Whether the stop at word i, after an initial that ends a name (« Camille J. RAS »), ends the sentence too: no name follows."""
    person = scan.person_at[i - 1] if i else None
    if person is None or len(scan.fold(i - 1)) != 1 or person.first >= i - 1 or i + 1 >= len(scan):
        return False
    after = scan.words[i + 1]
    somebody = scan.person_at[i + 1] is not None or scan.thing_at[i + 1] is not None or title_of(scan.words, i + 1) is not None
    if somebody or not after.is_word or after.start == scan.words[i].end:
        return False
    if after.fold in {"nous", "le", "la", "les"} and scan.fold(i + 2) != "avons" and deed_at(scan.words, i + 1) is not None:
        return False  # « Karim H. nous envoie »
    return after.fold in _OPENERS or (after.is_capital and not scan.index.bearing(after.fold))


def _ends_month(scan: Scan, i: int) -> bool:
    """Whether the stop after « fin nov. », « sous 8 j. » ends the sentence too: a capital that is no part of the day follows."""
    time = scan.time_at[i - 1]
    if time is None or i + 1 >= len(scan) or scan.time_at[i + 1] is time or not scan.words[i - 1].is_word:
        return False
    after = scan.words[i + 1]
    begins = after.is_capital or scan.person_at[i + 1] is not None or after.fold in _AFTER_COUNT
    return after.is_word and begins and scan.time_at[i + 1] is None


def _is_emoji(sign: str) -> bool:
    return len(sign) > 0 and ord(sign[0]) >= 0x2300 and unicodedata.category(sign[0]) in {"So", "Sk", "Cn", "Mn"}


def _is_signed(scan: Scan) -> bool:
    """Whether emoji open the parts of a message, rather than end its sentences."""
    used = [w.text for w in scan.words if w.text in SIGNS]
    return len(set(used)) >= 4 or (len(set(used)) >= 2 and len(used) >= 3)


def _closes_opening(scan: Scan, first: int, last: int) -> bool:
    """Whether the sign at word `first` closes « c'est fait ✅ », « Copil CLSM ✅ », said before the hours and what else was."""
    told = any((t := scan.time_at[k]) is not None and t.starts is not None for k in range(first, last))
    return told and not any(scan.time_at[k] is not None for k in range(first))


_TO_YOU = frozenset({"te", "t", "vous"})
_TELLS = frozenset({"parler", "dire", "raconter", "faire", "donner", "transmettre", "noter", "signaler", "resumer", "partager", "toucher"})
_TOLD_AS = frozenset({"un", "le", "petit", "retour", "point", "compte", "rendu", "cr", "resume", "topo", "bilan", "mot", "vite", "rapide"})
_LONGEST_LEAD = 10  # words of « je prends enfin deux minutes pour te »


def _past_telling(scan: Scan, i: int, last: int) -> int | None:
    """The word after « je prends deux minutes pour te parler du », « je profite du train pour te faire un retour sur »; None elsewhere."""
    if scan.fold(i) in {"voici", "voila"}:
        of = next((k for k in range(i + 1, min(last - 2, i + _LONGEST_LEAD)) if of_the_meeting(scan, k)), None)
        return of if of is not None and not any(scan.time_at[i:of]) else None  # « voici ce que je retiens de notre réunion d'hier »
    if scan.fold(i) not in {"je", "j"} or i + 4 >= last:
        return None
    for j in range(i + 2, min(last - 2, i + _LONGEST_LEAD)):
        if scan.fold(j) in _TO_YOU and scan.fold(j - 1) in {"pour", "de"} and scan.fold(j + 1) in _TELLS:
            k = j + 2
            while k < last and scan.fold(k) in _TOLD_AS:
                k += 1
            return k + 1 if scan.fold(k) in {"du", "de", "d", "des", "sur", "que", "qu"} and k + 1 < last else None
    return None


def _opened(scan: Scan, first: int, last: int) -> Sentence:
    body, sign, numbered = first, "", False
    opens = first == 0 or scan.sign(first - 1) == "\n"
    if scan.sign(body) == "[" and scan.sign(body + 1 + (scan.fold(body + 1) == "x")) == "]" and body + 3 < last:
        body, sign = body + 2 + (scan.fold(body + 1) == "x"), "☐"
    elif scan.sign(body) == "." and body + 1 < last:  # behind « 2. », where a sentence goes on counting
        body, sign = body + 1, "."
    while body < last and (_is_emoji(scan.sign(body)) or scan.sign(body) in _BULLETS) and scan.time_at[body] is None:
        sign = "→" if sign in {"-", "="} and scan.sign(body) == ">" else sign or scan.sign(body)
        body += 1
    if (
        body + 1 < last
        and scan.words[body].is_number
        and scan.time_at[body] is None
        and scan.sign(body + 1) in {")", "/", ".", "°", "-"}
        and len(scan.sign(body)) <= 2
    ):
        numbered = True
        body += 2
    hello = body
    while hello < last and (scan.folds[hello] in _HELLO or (scan.sign(hello) == "," and hello > body)):
        hello += 1
    told = _past_telling(scan, hello, last)
    if told is not None:
        return Sentence(first, told, last, sign, numbered)
    said = _PREAMBLES.at(scan.words, hello) if hello < last and scan.folds[hello] in _PREAMBLES.openings else None
    if said is not None and said.last < last:
        body = said.last + (scan.folds[said.last] in _AFTER_PREAMBLE or scan.sign(said.last) in {":", ","})
    if not opens and not _is_signed(scan) and (SIGNS.get(sign) in {"next", "action"} or _closes_opening(scan, first, last)):
        sign = ""
    return Sentence(first, body, last, sign, numbered)
