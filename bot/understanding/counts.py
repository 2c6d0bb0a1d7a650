"""How many people were there: the total that a message says, corrections and sums included."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understanding.author_away import tells_author_away
from bot.understanding.counted_some import among, only_some
from bot.understanding.counts_apart import counts_the_away, drawn_elsewhere
from bot.understanding.counts_by_moment import may_head, most_there, part_of_whole, tells_whole, told_exactly
from bot.understanding.counts_joined import all_sorts, in_groups, is_one_kind, joined
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.other_occasions import Other, came, of_another_occasion, share, told_this_time
from bot.understanding.phrases import PhraseTable
from bot.understanding.rough_counts import ROUGHLY, about_alone, mistyped, rough_before
from bot.understanding.scan import Scan

_NOUNS = PhraseTable({"noun": table("names")["people_nouns"]["everyone"]})
_STAFF = PhraseTable({"noun": table("names")["people_nouns"]["staff"]})
_HALVES = PhraseTable({"half": table("counts")["halves"]["words"]})
_WE_WERE = PhraseTable({"were": table("counts")["were"]["words"]})
_CORRECTIONS = words_of("counts", "corrections")
_CORRECTING = frozenset({"non", "pardon", "plutot", "oups", "rectif", "correction", "erreur", "enfin", "fait", "sorry"})
_SOMEBODY = words_of("names", "somebody")
_ROOMY = frozenset({"petite", "petit", "grande", "grand", "juste", "prevue", "prevu", "suffisante", "adaptee", "places", "place"})
_SUMS = frozenset({"=", "→", "⇒", "=>"})
_ARTICLES = frozenset({"le", "la", "l", "les"})
_JOINS = frozenset({"et", "avec", "plus"})
_BEFORE_NUMBER = frozenset(
    {"une", "petite", "bonne", "grosse", "belle", "a", "de", "donc", "euh", "bien", "encore", "finalement", "que"}
) | {
    *("seulement", "exactement", "precisement", "juste"),
}
_PLANS = words_of("names", "plans")
_PLACE_NOUNS = words_of("places", "nouns")
_PEOPLE_SIGNS = frozenset(table("cues")["signs"]["present"])


@dataclass(frozen=True, slots=True)
class Headcount:
    """A total said by words [first, last)."""

    value: int
    approximate: bool
    first: int
    last: int


def number_value(scan: Scan, i: int) -> tuple[int, bool, int] | None:
    """The whole number at word i that is no time: value, whether it is rough, and the word after it."""
    number = scan.number_at[i]
    if number is None or number.whole is None or scan.time_at[i] is not None or number.ordinal:
        return None
    if i > 0 and scan.words[i].is_number and scan.words[i - 1].is_word and scan.words[i - 1].end == scan.words[i].start:
        return None
    last = i
    while last < len(scan) and scan.number_at[last] is number:
        last += 1
    return number.whole, number.approximate, last


def everyone_noun(scan: Scan, i: int) -> int | None:
    """The word after « personnes », « présents » and the like at word i."""
    if scan.fold(i) in {"de", "d"}:
        i += 1
    found = _NOUNS.at(scan.words, i)
    return found.last if found else i + 1 if mistyped(scan.fold(i)) else None


def staff_noun(scan: Scan, i: int) -> int | None:
    """The word after « pers », « agents », « représentantes » at word i."""
    found = _STAFF.at(scan.words, i)
    return found.last if found else None


def find_headcount(scan: Scan, ranges: list[tuple[int, int]]) -> Headcount | None:
    """The total said in those words, the last one where a correction follows."""
    totals: list[Headcount] = []
    halves: list[Headcount] = []
    for first, last in ranges:
        i = first
        while i < last:
            if scan.number_at[i] is None:
                i += 1
                continue
            found = _share_at(scan, i, first) or _shared_out(scan, i, last) or _total_at(scan, i, first, last)
            half = _half_at(scan, i, last) if found is None else None
            if found is not None:
                totals.append(found)
            if half is not None:
                halves.append(half)
            i = found.last if found else half.last if half else i + 1
    if len(totals) == 1 and halves and "autour" in scan.folds[totals[0].first : totals[0].last]:
        halves, totals = [*totals, *halves], []  # « 7 autour de la table et 5 en visio »
    if totals:
        return max(totals, key=lambda t: (_rank(scan, t), -t.first))
    if len(halves) >= 2:
        return Headcount(sum(h.value for h in halves), any(h.approximate for h in halves), halves[0].first, halves[-1].last)
    return None


def _rank(scan: Scan, total: Headcount) -> int:
    """How surely a total is that of the meeting: « 12 présents » more than « 8 personnes »."""
    if told_exactly(scan, total.first, total.last):
        return 3
    if of_another_occasion(scan, total.first, total.last) is not Other.NO:
        return 0  # « en juin on était 12, là 8 »
    said = {scan.fold(i) for i in range(total.first, total.last)}
    if said & {"presents", "presentes", "participants", "participantes", "connectes", "pax", "present"} or _counted_before(
        scan, total.first, 0
    ):
        return 2
    return 1


def _half_at(scan: Scan, i: int, end: int) -> Headcount | None:
    number = number_value(scan, i)
    if number is None:
        return None
    value, rough, after = number
    after = everyone_noun(scan, after) or after
    half = _HALVES.at(scan.words, after)
    last = half.last if half is not None else _there(scan, after, end)
    return Headcount(value, rough, i, last) if last is not None and last <= end else None


def _there(scan: Scan, i: int, end: int) -> int | None:
    """The word after « à la salle Cévennes » at word i, if so many more followed at a distance: « + 3 en visio »."""
    j = i
    while scan.fold(j) in {"a", "au", "aux", "dans"} | _ARTICLES:
        j += 1
    thing = scan.thing_at[j] if i < j < end else None
    if thing is None or not (scan.sign(thing.last) in {"+", ",", "&"} or scan.fold(thing.last) in {"et", "plus"}):
        return None
    others = number_value(scan, thing.last + 1) if thing.last + 1 < end else None
    return thing.last if others is not None and _HALVES.at(scan.words, others[2]) is not None else None


def _share_at(scan: Scan, i: int, start: int) -> Headcount | None:
    """« présents : 4/7 » at word i: four came out of seven; « , 9 sur 14. » stands by itself."""
    there = share(scan, i) if scan.sign(i + 1) == "/" or scan.fold(i + 1) == "sur" else None
    if there is None or (i > 0 and scan.number_at[i - 1] is scan.number_at[i]):
        return None
    alone = (
        scan.fold(i + 1) == "sur" and scan.sign(i - 1) in {",", ":", "("} and (there[1] >= len(scan) or not scan.words[there[1]].is_word)
    )
    return Headcount(there[0], False, i, there[1]) if alone or _counted_before(scan, i, start) else None


def _shared_out(scan: Scan, i: int, end: int) -> Headcount | None:
    """« trois groupes de 6 » at word i: eighteen, or about."""
    groups = in_groups(scan, i, end)
    return Headcount(groups[0], True, i, groups[1]) if groups is not None else None


def _total_at(scan: Scan, i: int, start: int, end: int) -> Headcount | None:
    number = number_value(scan, i)
    if number is None or scan.fold(i - 1) in _PLANS:
        return None  # « PRSE 4 présenté »
    value, rough, after = number
    first = i
    corrected = _corrected(scan, after, end)
    noun = everyone_noun(scan, after) if after < end else None
    if corrected is not None and noun is None:
        value, rough, after = corrected
        noun = everyone_noun(scan, after) if after < end else None
    elif noun is not None and (again := _corrected(scan, noun, end)) is not None:
        value, rough, after = again
        noun = everyone_noun(scan, after) or after
    rough = rough or rough_before(scan, first) or (noun is None and scan.fold(after) in ROUGHLY)
    if noun is None and scan.fold(after) in ROUGHLY:
        noun = everyone_noun(scan, after + 1)
    if scan.fold(first - 1) == "pour" and scan.fold(first - 2) in _ROOMY:
        return None  # « la salle est trop petite pour 30 personnes »
    if (scan.sign(first - 1) == "(" and _counts_those_before(scan, first - 1)) or counts_the_away(scan, noun):
        return None
    most = most_there(scan, noun or after, value)
    announced = most is not None or _is_announced(scan, first, after, start)
    if noun is None and _reaches(scan, first) and not (after >= len(scan) or scan.sign(after) in {",", ".", "\n", ")", "!", ";"}):
        return None  # « on passe à 2 ateliers »
    noun = noun or _other_noun(scan, first, after, end, value=value) or came(scan, after)
    whole = tells_whole(scan, first, after)
    announced = announced or whole or told_this_time(scan, first)
    if noun is None and not announced and not _followed(scan, first, after, start) and not about_alone(scan, first, after, start):
        return None
    last = noun or after
    apart = noun is not None and not announced and is_one_kind(scan, first, after)  # « 10 pros et 5 jeunes »
    half = not whole and _half_at(scan, i, end) is not None
    if apart or half or only_some(scan, first, last, announced=announced, start=start):
        return None
    if (not announced and drawn_elsewhere(scan, first, start)) or not 1 <= value <= 2000:
        return None
    if scan.fold(after) in {"nouvelles", "nouveaux"} or of_another_occasion(scan, first, last) is Other.SURE:
        return None
    return Headcount((most or value) + (joined(scan, last) if noun is not None else 0), rough or most is not None, first, last)


def _is_announced(scan: Scan, first: int, after: int, start: int) -> bool:
    """Whether « on était », « à 12 : », « au final » tells that the number [first, after) is that of those who came."""
    closes = after >= len(scan) or not scan.words[after].is_word
    return (
        _counted_before(scan, first, start)
        or (
            scan.fold(first - 1) == "a"
            and (scan.sign(after) == ":" or scan.fold(after) == "avec" or (closes and may_head(scan, first - 2)))
        )
        or (scan.fold(first - 1) in {"finalement", "final"} and closes)
    )


def _other_noun(scan: Scan, first: int, after: int, end: int, *, value: int) -> int | None:
    """The word after « élus et techniciens », « élus présents » or the « p » of « 5p. »; None if none follows the number."""
    there = after + 1 if scan.fold(after) in _SOMEBODY and scan.fold(after + 1) in {"presents", "presentes"} else None
    if there is not None and there < end and value > 4 and not tells_author_away(scan) and not among(scan, first, first - 12):
        return there + 1
    sorts = all_sorts(scan, after, end) if value > 4 and scan.fold(first - 1) not in {"avec", "dont", "et", "plus"} else None
    told = scan.time_at[first - 1] is not None or scan.thing_at[first - 1] is not None  # « 14h-16h 6 p. », « CPAM 6 p. »
    opens = scan.sign(first - 1) in {",", ":", "\n", "-", "–", "("} or told
    glued = scan.fold(after) == "p" and (
        scan.words[after].start == scan.words[after - 1].end or (opens and scan.sign(after + 1) in {".", ",", ")", ":", "\n", ""})
    )
    return after + 1 if sorts is None and glued else sorts


def _followed(scan: Scan, first: int, after: int, start: int) -> bool:
    """Whether « dont… », « avec… » follows a number that opens its clause, or the number sums up those just listed."""
    opens = first == start or scan.sign(first - 1) in {",", "(", ":", "\n", "-", "–", *_SUMS} or scan.time_at[first - 1] is not None
    return (opens and _with_some(scan, after)) or _sums_up(scan, first, after, start)


def _with_some(scan: Scan, i: int) -> bool:
    """Whether « dont Karim », « avec moi », « av. moi » stands at word i: the number before was of everybody."""
    i += scan.sign(i) == "("  # « 16 (dont 4 en visio) »
    me = "moi" in scan.folds[i + 1 : i + 3]
    return scan.fold(i) in {"dont", "dt"} or (scan.fold(i) == "avec" and (me or scan.time_at[i - 2] is None))


def _reaches(scan: Scan, i: int) -> bool:
    """Whether « on passe à », « on monte à » stands before the number at word i."""
    return any(scan.fold(k) in {"passe", "monte", "arrive", "tombe"} for k in range(max(0, i - 3), i))


def _sums_up(scan: Scan, first: int, after: int, start: int) -> bool:
    """Whether the number [first, after) sums up those just listed: « Zoé, Karim, 2 parents = 6 »."""
    alone = after >= len(scan) or scan.sign(after) in {".", "\n", ")", ",", ";"} or scan.fold(after) in {"avec", "en", "au"}
    summed = scan.sign(first - 1) in _SUMS or _says_so(scan, first)
    return alone and summed and any(scan.person_at[k] is not None for k in range(max(start, first - 40), first))


def _says_so(scan: Scan, first: int) -> bool:
    """Whether « donc », « soit » stands before the number, right behind somebody: « Zoé, Karim et moi, donc 5 »."""
    k = first - 2 - (scan.sign(first - 2) == ",")
    return scan.fold(first - 1) in {"donc", "soit"} and k >= 0 and (scan.person_at[k] is not None or scan.fold(k) == "moi")


def _counts_those_before(scan: Scan, i: int) -> bool:
    """Whether the parenthesis at word i counts those just listed: « , l'HAD (2 pers.) », « CAF (2) »; not « à la mairie (12 pers.) »."""
    beside = scan.thing_at[i - 1]
    if beside is not None and beside.structures:
        return True
    j = i - 1
    while j > i - 4 and scan.words[j].is_word and scan.fold(j) not in _ARTICLES | _JOINS:
        if any(at[j] is not None for at in (scan.time_at, scan.group_at, scan.person_at)) or scan.fold(j) in _PLACE_NOUNS:
            return False
        j -= 1
    if j == i - 1:
        return False
    while scan.fold(j) in _ARTICLES:
        j -= 1
    return j >= 0 and (scan.sign(j) in {",", "+", "&"} or scan.fold(j) in _JOINS or (scan.sign(j) in {"-", "–", "•"} and j < i - 2))


def _corrected(scan: Scan, i: int, end: int) -> tuple[int, bool, int] | None:
    """The number that takes back the one before word i: « non pardon 13 »."""
    j, correcting = i, False
    while j < end and (scan.fold(j) in _CORRECTIONS or scan.sign(j) in {",", "…", "."}):
        correcting = correcting or scan.fold(j) in _CORRECTING
        j += 1
    if not correcting or j >= end or scan.fold(j - 1) == "pas":
        return None
    return number_value(scan, j)


def _counted_before(scan: Scan, i: int, start: int) -> bool:
    j = i - 1
    if part_of_whole(scan, i):
        return False
    while j >= start and (scan.fold(j) in ROUGHLY or scan.sign(j) in {":", "=", "("} or scan.fold(j) in _BEFORE_NUMBER):
        j -= 1
    if scan.fold(j) in {"realite", "fait"} and scan.fold(j - 1) == "en" and j - 1 > start:
        j -= 2  # « nous étions en réalité 13 »
    if j >= 0 and scan.sign(j)[0] in _PEOPLE_SIGNS:
        return True
    return any((found := _WE_WERE.at(scan.words, k)) is not None and found.last == j + 1 for k in range(max(0, j - 3), j + 1))
