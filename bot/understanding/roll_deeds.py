"""What people named did in the meeting: spoke, or held it with others."""

from __future__ import annotations

from bot.understanding.choosing import ATTENDANCE
from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan
from bot.understanding.verbs import Deed, deed_at

HELD = words_of("roll", "held")
_KEEPING = words_of("parts", "notes")
_HERSELF = frozenset({"elle", "lui", "meme"})
_ASKED = frozenset({("m", "a", deed) for deed in ("demande", "charge", "prie")} | {("nous", "a", "demande")})
_WAS = frozenset(
    {"etait", "etaient", "sont", "est", "ont", "a", "tous", "toutes", "bien", "la", "aussi"}
    | {"present", "presente", "presents", "presentes", "venu", "venue", "venus", "venues", "participe", "participaient", "assiste"}
)

_CAME = frozenset(
    {
        (was, came)
        for was in ("est", "etait")
        for came in ("passe", "passee", "arrive", "arrivee", "intervenu", "intervenue", "restee", "reste")
    }
    | {("a", came) for came in ("rejoint", "assiste", "participe")}
)


def speaks(scan: Scan, i: int) -> bool:
    """Whether the person who ends before word i is told to have spoken: what follows names no one present."""
    deed = deed_at(scan.words, i)
    if deed is None or deed[0] is Deed.WILL:
        return False
    if deed[0] is Deed.SPEAKS:
        return True
    return (
        scan.fold(deed[1]) in {"a", "ont", "avait", "avaient"}
        and deed[1] + 1 < len(scan)
        and scan.fold(deed[1] + 1).endswith(("e", "i", "u", "t", "is", "it"))
        and ATTENDANCE.at(scan.words, deed[1]) is None
    )


def asked_to_keep(scan: Scan, i: int) -> bool:
    """Whether « m'a demandé d'enregistrer » follows whoever ends before word i, who is not thereby present: « elle-même » would tell it."""
    if (scan.fold(i), scan.fold(i + 1), scan.fold(i + 2)) not in _ASKED or scan.fold(i + 3) not in {"de", "d"}:
        return False
    return scan.fold(i + 4) in _KEEPING and not any(word in _HERSELF for word in scan.folds[i + 5 :])


def hosts(scan: Scan, i: int) -> bool:
    """Whether « a ouvert », « animait » follows: it was done there, with whoever is named after « avec »."""
    return any(scan.folds[k] in HELD for k in range(i, min(i + 3, len(scan))))


def holds_alone(scan: Scan, i: int) -> bool:
    """Whether the verb after whoever ends before word i ends its clause: « Mathilde animait, Paola, Karim » goes on with the list."""
    return any(
        scan.folds[k] in HELD and (k + 1 >= len(scan) or scan.sign(k + 1) in {",", "+", "(", ")"}) for k in range(i, min(i + 3, len(scan)))
    )


def speaks_together(scan: Scan, i: int) -> bool:
    """Whether others named after « et » at word i speak with whoever ends there: « Samira et Mathilde ont proposé »."""
    j, tied = i, False
    for _ in range(6):
        if scan.sign(j) not in {",", "&"} and scan.fold(j) != "et":
            break
        tied = tied or scan.sign(j) != ","
        person = scan.person_at[j + 1]
        if person is None:
            return False
        j = person.last
    return tied and j > i and speaks(scan, j)


def told_together(scan: Scan, i: int) -> bool:
    """Whether the state of those tied by « et » is told after the last of them: « Mehdi et Zoé étaient là »."""
    j = i
    for _ in range(6):
        if told_state(scan, j):
            return True
        if scan.fold(j) != "et" and scan.sign(j) not in {",", "&", "+"}:
            return False
        person = scan.person_at[j + 1]
        if person is None:
            return False
        j = person.last
    return False


def speaks_in_turn(scan: Scan, first: int, last: int) -> bool:
    """Whether somebody at words [first, last) shares the verb of who spoke before: « Petit a présenté les crédits, Durand le bilan »."""
    return (
        (scan.sign(first - 1) in {",", ";"} or scan.fold(first - 1) == "et")
        and scan.fold(last) in {"le", "la", "l", "les", "un", "une", "celui", "celle", "ceux"}
        and last + 1 < len(scan)
        and scan.words[last + 1].is_word
        and scan.thing_at[last + 1] is None
        and scan.person_at[last + 1] is None
    )


def told_state(scan: Scan, i: int) -> bool:
    """Whether « était là », « n'est pas venu », « excusé » follows whoever ends before word i."""
    cue = ATTENDANCE.at(scan.words, i)
    if cue is None and scan.fold(i) in {"etait", "etaient", "est", "sont", "avait", "avaient"}:
        cue = ATTENDANCE.at(scan.words, i + 1)
        return cue is not None and cue.tag in {"excused", "absent", "represented"}
    return cue is not None and scan.fold(cue.first) not in {"avec", "dont", "ok", "sauf", "sans", "en", "tout", "presente", "a", "il", "y"}


def was_at(scan: Scan, i: int) -> bool:
    """Whether « étaient au GT », « présents à la réunion », « ont participé au Copil » follows whoever ends before word i."""
    j = i
    while scan.fold(j) in _WAS and j < i + 3:
        j += 1
    return j > i and scan.fold(j) in {"a", "au", "aux", "chez", "avec"} and scan.time_at[j] is None


def there_after(scan: Scan, i: int) -> bool:
    """Whether « était là », « nous a rejoints », « étaient au GT », « est passé » stands at word i."""
    i += scan.fold(i) in {"y", "nous", "aussi"}
    return told_state(scan, i) or was_at(scan, i) or (scan.fold(i), scan.fold(i + 1)) in _CAME


def before_list(scan: Scan, i: int) -> int:
    """The word before « sur ta liste », « dans le compte rendu » that stands before word i; the one before word i elsewhere."""
    if scan.fold(i - 1) not in {"liste", "cr", "rendu", "presences", "presents"}:
        return i - 1
    k = i - 2
    while scan.fold(k) in {"compte", "ta", "ma", "la", "le", "les", "ton", "mon", "notre", "sur", "dans"} and i - k < 6:
        k -= 1
    return k if scan.fold(k + 1) in {"sur", "dans"} else i - 1
