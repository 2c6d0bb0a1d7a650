"""Who of a list is in no directory: guests, by their name or by what they are."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.attendance import Presence
from bot.french.posts import opens_post
from bot.understanding.callings import called, is_calling
from bot.understanding.choosing import ARTICLES, structure_beside
from bot.understanding.counts import number_value
from bot.understanding.lexicon_files import words_of
from bot.understanding.met_people import ONE
from bot.understanding.noun_phrases import JOINING, OF_OFFICE, STOPPERS, article_at, noun_phrase
from bot.understanding.person_mentions import title_of
from bot.understanding.roll_beside import count_beside
from bot.understanding.roll_deeds import before_list, speaks, there_after, told_state
from bot.understanding.scan import Scan
from bot.understanding.strangers import stranger_at
from bot.understanding.structure_words import by_visio, structure_of_line, told_beside, trimmed
from bot.understanding.told_offices import past_office
from bot.understanding.verbs import Deed, deed_at

ADDING = frozenset({"ajoute", "rajoute", "ajouter", "rajouter", "manque", "manquait", "oublie", "zappe", "omis", "avait"}) | {
    *("enleve", "retire", "enlever", "retirer", "supprime", "mets"),
    *("oubliais", "oubliait", "oublions"),
}
_FORGOTTEN = frozenset({"manque", "manquait", "oublie", "oubliais", "oubliait", "oublions", "zappe", "omis"})
_POSSESSIVES = frozenset({"notre", "mon", "ma", "leur"})
_BEFORE_A_LISTED = frozenset(
    {"et", "avec", "plus", "euh", "presents", "present", "excuses", "dont", "mme", "madame", "monsieur"}
    | {"sauf", "hormis", "excepte", "sans", "manquait", "manquaient", "ni", "aussi", "excuse", "excuser", "excusee", "excusees"}
    | {"comptant", "compris", "incluant"}
    | {"absent", "absente", "absents", "absentes", "presentes", "represente", "representee", "representes", "representees"}
)
_PLANS = words_of("names", "plans")
_NOBODY = words_of("roll", "nobody")
_GOVERNING = frozenset({"presence", "exception", "exclusion", "absence", "compagnie", "venue", "participation"})
_HOUSES = words_of("roll", "houses")
_UNNAMED = words_of("names", "somebody")
_NEVER_IN_NAMES = words_of("roll", "not_names")


@dataclass(slots=True)
class Item:
    """One line of the list while it is read: words [first, last), the presence, and whether « et » ties it to the one before."""

    first: int
    last: int
    presence: Presence
    tied: bool = False
    said_state: bool = False
    heard: bool = False  # a name typed by ear, found in the directory
    more: tuple[Presence, ...] = ()  # the others whom the same words name: « les deux assistantes sociales »


def guest_item(scan: Scan, i: int, end: int, *, in_list: bool, listed: bool, goes_on: bool = False) -> Item | None:
    """Somebody whom the directory does not know: « Mme Pagès », « Farid Amrouche », « le maire de Bessèges », « le planning familial »."""
    if scan.fold(i) in _PLANS and i + 1 < end and scan.number_at[i + 1] is not None:
        return None  # « PRSE 4 »
    title = title_of(scan.words, i)
    name = stranger_at(scan, i, end)
    spoke = name is not None and scan.sign(i - 1) in {"", ",", ".", "\n"} and speaks(scan, name)
    if name is not None and (
        (title is not None or in_list or spoke)
        or scan.sign(i - 1) == ":"
        or _was_there(scan, told_beside(scan, name, end)[1])
        or _besides(scan, i)
    ):
        return _guest(scan, i, name, past=past_office(scan, i, _past_role(scan, name, end), end))
    if title is not None:
        j = i + 1 + (scan.sign(i + 1) == ".")
        formal = in_list and scan.fold(j) in {"le", "la", "l"} and scan.thing_at[j] is None
        return _told_by_words(scan, i, j + 1, end, listed=listed) if formal else None  # « M. le maire de Salindres »
    asked = scan.fold(before_list(scan, i)) in ADDING or sigle_told(scan, i, end) or _came(scan, i, end)
    if not (in_list or asked) or not scan.words[i].is_word or scan.fold(i) in STOPPERS:
        return None
    if not (asked or _after_list_sign(scan, i) or (goes_on and (article_at(scan, i) or scan.fold(i) in ONE) and _told_so(scan, i + 1))):
        return None
    first = i
    if in_presence_of(scan, i):
        i += 1
        if number_value(scan, i) is not None or scan.person_at[i] is not None:
            return None  # « en présence de M. Blanc et de six élus »
    elif scan.fold(i) in {"de", "d", "du", "des", "puis", "ensuite", "apres", "tout", "rien", "aussi"}:
        return None
    own = i == first and scan.fold(i) in _POSSESSIVES
    i += own
    while i < end and scan.fold(i) in {"le", "la", "l", "les", "un", "une", "sa", "son"}:
        i += 1
    if (own or scan.fold(first - 1) in _FORGOTTEN) and not _may_be_there(scan, i, end):
        return None
    if i < end and _nobody_new(scan, i):
        return None
    return _told_by_words(scan, first, i, end, listed=listed)


def _may_be_there(scan: Scan, i: int, end: int) -> bool:
    """Whether word i says what somebody is, or names her: not « notre convention », « j'ai oublié la clé USB »."""
    return i >= end or called(scan, i, end) or scan.words[i].is_capital


def _nobody_new(scan: Scan, i: int) -> bool:
    """Whether a structure, a count or « le reste » stands at word i, which is no guest told by words; « le nouveau directeur » is."""
    return (
        scan.thing_at[i] is not None
        or (scan.number_at[i] is not None and scan.fold(i + 1) not in OF_OFFICE | _UNNAMED)
        or (number_value(scan, i) is not None and scan.fold(i - 1) in {"les", "nos", "ses"})
        or (scan.fold(i) in {"nouveau", "nouvelle"} and not is_calling(scan.fold(i + 1)))
        or scan.fold(i) in _NOBODY
    )


def _came(scan: Scan, i: int, end: int) -> bool:
    """Whether « la directrice de l'ARS était là » begins at word i."""
    if scan.fold(i) not in {"le", "la", "l", "un", "une"} or i + 1 >= end or scan.fold(i + 1) not in _UNNAMED:
        return False
    last = noun_phrase(scan, i + 1, end)
    beyond = structure_beside(scan, last)[1]
    return there_after(scan, beyond)


def _told_by_words(scan: Scan, first: int, i: int, end: int, *, listed: bool) -> Item | None:
    """« le maire de Bessèges », « Planning familial »: the words from i, past what opens them at `first`."""
    articled = i > first
    last = _past_town(scan, noun_phrase(scan, i, end), end)
    longest = 8 if scan.fold(i) in OF_OFFICE or is_calling(scan.fold(i)) else 6
    if last == i or last - i > longest:
        return None
    if deed_at(scan.words, last) is not None and not scan.words[i].is_capital and not there_after(scan, last):
        return None
    if any(scan.folds[k] in _NEVER_IN_NAMES for k in range(i, last)) or any(_does(scan, k) for k in range(i + 1, last)):
        return None
    if last - i == 1 and scan.folds[i] in {"groupe", "equipe", "aussi", "egalement"}:
        return None  # « avec le groupe »: all of it, and nobody more
    inside = _named_in_brackets(scan, last, end) if articled or listed else None
    if inside is not None and called(scan, i, last):
        return Item(first, inside + 1, Presence(said=scan.slice(last + 1, inside), structure_said=scan.slice(i, last)))
    named = last - i >= 2 and all(scan.words[k].is_capital for k in range(i, min(last, i + 2)))
    if not named and not articled and deed_at(scan.words, i) is not None:
        return None
    return (
        _guest(scan, first, last, said=i)
        if named
        or (scan.sign(first - 1) == "+" and scan.fold(i) in _UNNAMED and whole_piece(scan, last, end))
        or (
            (articled or listed or _named_or_post(scan, i, last))
            and (whole_piece(scan, last, end) or (last - i > 2 and scan.person_at[last] is not None))
        )
        else None
    )


def _past_town(scan: Scan, i: int, end: int) -> int:
    """The word after « d'Alès » at word i, a town that a structure bears too; i if no town is told."""
    town = scan.thing_at[i + 1] if scan.fold(i) in {"de", "d"} and i + 1 < end else None
    return town.last if town is not None and town.only_commune else i


def _named_in_brackets(scan: Scan, i: int, end: int) -> int | None:
    """The word after the name in « (Marine Coste) » at word i; None where no stranger is named there."""
    last = stranger_at(scan, i + 1, end) if scan.sign(i) == "(" else None
    return last if last is not None and scan.sign(last) == ")" else None


def _named_or_post(scan: Scan, i: int, last: int) -> bool:
    return any(scan.words[k].is_capital for k in range(i, last)) or opens_post(scan.slice(i, last)) or scan.fold(i) in _HOUSES


def _besides(scan: Scan, i: int) -> bool:
    """Whether « , plus » or « + » stands before somebody at word i: « 5 présents, plus Sophie Martin »."""
    return scan.sign(i - 1) == "+" or (scan.fold(i - 1) in {"plus", "aussi"} and (scan.sign(i - 2) == "," or scan.fold(i - 2) == "et"))


def _was_there(scan: Scan, i: int) -> bool:
    """Whether « était là », « n'est pas venu » follows whoever ends before word i: « Un stagiaire, Paul Durieux, était là »."""
    return told_state(scan, i + 1 if scan.sign(i) == "," else i)


def _does(scan: Scan, i: int) -> bool:
    """Whether word i is a verb: « l'appli marche bien » is nobody."""
    deed = deed_at(scan.words, i) if not scan.words[i].is_capital else None
    return deed is not None and deed[1] == i and deed[0] is Deed.WILL and scan.fold(i) not in {"suivi", "charge", "service"}


def sigle_told(scan: Scan, i: int, end: int) -> bool:
    """Whether sigles that no structure bears begin at word i, told present or away: « la CPAM et l'ARS n'ont pas pu venir »."""
    j = i
    for _ in range(6):
        j += scan.fold(j) in ARTICLES
        if (
            j >= end
            or not (scan.sign(j).isupper() and len(scan.sign(j)) >= 3)
            or any(at[j] is not None for at in (scan.group_at, scan.time_at))
        ):
            return False
        j += 1
        if told_state(scan, j):
            return True
        if scan.fold(j) != "et" and scan.sign(j) != ",":
            return False
        j += 1
    return False


def _after_list_sign(scan: Scan, i: int) -> bool:
    """Whether a sign or a small word of a list stands before word i."""
    stroke = scan.sign(i - 1) == "/" and (article_at(scan, i) or scan.fold(i) in ONE) and called(scan, i + 1, i + 2)
    signed = i == 0 or stroke or scan.sign(i - 1) in {",", ":", "+", "(", "&", "-", "–", "•", "\n"}
    run_on = (
        scan.person_at[i - 1] is not None
        and scan.fold(i) in {"le", "la", "l", "une", "un"}
        and not scan.text[scan.words[i].start].isupper()
        and _told_so(scan, i + 1)
    )
    return (
        signed
        or run_on
        or (scan.fold(i - 1) in {"puis", "enfin"} and scan.fold(i - 2) == "et" and scan.fold(i) in ONE and called(scan, i + 1, i + 2))
        or scan.fold(i - 1) in _BEFORE_A_LISTED
        or (scan.fold(i - 1) in {"que", "qu"} and scan.fold(i - 2) in {"ainsi", "avait"})
    )


def _told_so(scan: Scan, i: int) -> bool:
    """Whether word i, behind somebody and an article, is a calling, a house or a name: « le maire », not « M. Rey le diagnostic »."""
    return i < len(scan) and (called(scan, i, i + 2) or scan.fold(i) in _HOUSES or scan.words[i].is_capital)


def _past_role(scan: Scan, i: int, end: int) -> int:
    """The word after what somebody named just before word i is: « Mme Castanier la CPE »; i if it is not told."""
    if scan.fold(i) not in {"le", "la", "l"} or i + 1 >= end or deed_at(scan.words, i) is not None:
        return i
    last = noun_phrase(scan, i + 1, end)
    return last if last > i + 1 and whole_piece(scan, last, end) else i


def in_presence_of(scan: Scan, i: int) -> bool:
    """Whether « de » at word i goes on with « en présence de »: « en présence de Zoé, de la CPAM et du planning familial »."""
    if scan.fold(i) not in {"de", "du", "des", "d"} or not (scan.sign(i - 1) == "," or scan.fold(i - 1) == "et"):
        return False
    return any(scan.folds[k] in _GOVERNING for k in range(max(0, i - 40), i))


def _guest(scan: Scan, first: int, last: int, *, said: int | None = None, past: int | None = None) -> Item:
    """Somebody unknown told by words [first, last), with the structure told beside if it is known; `past`: the word after all that."""
    if past is not None and past > last:
        return Item(first, past, Presence(said=scan.slice(first, last), structure_said=trimmed(scan, last, past)))
    counted = count_beside(scan, last)
    if counted is not None:
        those = scan.slice(first if said is None else said, last)
        house = those if counted[0] > 1 and not called(scan, first if said is None else said, last) else None
        return Item(first, counted[1], Presence(said=those, structure_said=house, count=counted[0]))
    structures, beyond = structure_beside(scan, last)
    if beyond == last:
        structures, beyond = structure_of_line(scan, first, last)
    beyond = past_structure(scan, last) if beyond == last else beyond
    structure = structures[0] if len(structures) == 1 else None
    words, beyond = (trimmed(scan, last, beyond), beyond) if beyond > last else told_beside(scan, last, len(scan), named=said is None)
    if words is None and structure is None and said is None and first and opens_post(scan.sign(first - 1)):
        words = scan.sign(first - 1)  # « l'élue Mme Gomez »
    name = scan.slice(first if said is None else said, last)
    visio = by_visio(scan, last, beyond)
    return Item(first, beyond, Presence(said=name, structure_id=structure, structure_said=None if structure else words, by_visio=visio))


def past_structure(scan: Scan, i: int) -> int:
    """The word after « pour les pompiers » at word i, whom somebody named just before stands for; i if nobody is told."""
    if scan.fold(i) not in {"pour", "pr"} or scan.fold(i + 1) not in {"le", "la", "l", "les"} or i + 2 >= len(scan):
        return i
    last = noun_phrase(scan, i + 2, len(scan))
    told = i + 2 < last <= i + 5 and (
        last >= len(scan) or scan.sign(last) in {",", "+", ".", "\n", ")", ";", "&"} or scan.fold(last) == "et"
    )
    return last if told else i


def whole_piece(scan: Scan, last: int, end: int) -> bool:
    """Whether a piece that ends before word `last` is all that stands before the next list sign, its structure told beside apart."""
    last = max(last, structure_beside(scan, last)[1])
    return (
        last >= end
        or scan.time_at[last] is not None
        or scan.number_at[last] is not None
        or (article_at(scan, last) and scan.fold(last - 1) not in JOINING)
        or scan.sign(last) in {",", "+", "(", ")", "&", ".", "\n", ";", "-", "–", "/"}
        or scan.fold(last) in {"et", "excuse", "excusee", "excuses", "on", "nous", "voila", "euh", "bref", "y", "exc", "abs", "avec"}
        or (scan.fold(last) == "par" and stranger_at(scan, last + 1, end) is not None)
        or there_after(scan, last)
        or scan.fold(last + 1) in {"participait", "participaient", "assistait", "assistaient"}
        or count_beside(scan, last) is not None
    )
