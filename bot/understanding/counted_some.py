"""Whether a number counts only some of those who were there, or people only spoken of: « 2 pers. du CCAS », « 30 personnes isolées »."""

from __future__ import annotations

from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan, of_the_meeting
from bot.understanding.strangers import stranger_at

_SPOKEN_OF = words_of("counts", "spoken_of")
_EVENTS = words_of("counts", "events")
_AT = frozenset({"a", "au", "aux", "sur", "lors", "pour", "pdt", "pendant", "dans"})
_PAST_AT = _AT | {"l", "la", "le", "les", "du", "de", "notre", "nos", "chaque"}
_GO_ON = frozenset({"dont", "et", "avec", "de", "du", "des", "d"})
_LOOKS_BACK = frozenset({"retour", "retours", "bilan", "succes", "point", "restitution", "zoom"})
_HERE = frozenset({"presents", "presentes", "present", "participants", "participantes", "connectes", "pax"})
_INVITED = frozenset({"invites", "invitees", "nouveaux", "nouvelles"})
_HEAD = 8  # words: « GT Nutrition, forum hier… » tells that the forum is what was held
_STILL = frozenset({"encore", "toujours", "plus", "que", "au", "moins", "tjs", "tjrs", "bien", "donc", "juste"})
_LACKS = frozenset(
    {"manque", "manquent", "manquera", "faut", "faudra", "faudrait", "besoin", "cherche", "cherchons", "recherche", "trouver"}
)
_EXCEPT = frozenset({"sauf", "sf", "hormis", "excepte", "manquait", "manquaient", "manque", "manquent", "moins"})


def sets_apart(scan: Scan, i: int) -> bool:
    """Whether the number at word i counts those who were not there: « tous sauf 2 », « il manquait 3 personnes »."""
    j = i - 1 - (scan.fold(i - 1) in {"les", "que", "environ"})
    return scan.fold(j) in _EXCEPT or (scan.fold(j) in {"de", "d", "pour"} and scan.fold(j - 1) in {"exception", "absence", "part"})


def still_wanted(scan: Scan, first: int, last: int) -> bool:
    """Whether a number [first, last) counts people still looked for: « manque encore 4 bénévoles », « il faut 2 animateurs »."""
    j, adverb = first - 1, False
    while scan.fold(j) in _STILL:
        j, adverb = j - 1, True
    if scan.fold(j) in {"de", "d"}:
        j -= 1
    purpose = any(scan.fold(k) in {"pour", "pr", "afin"} for k in range(last, min(len(scan), last + 4)))
    return scan.fold(j) in _LACKS and (adverb or purpose or not scan.fold(j).startswith("manque"))


def only_some(scan: Scan, first: int, last: int, *, announced: bool, start: int) -> bool:
    """Whether a number [first, last) counts some of those who were there, or people only spoken of."""
    house = scan.thing_at[first - 2] if scan.sign(first - 1) == ":" and first >= 2 else None
    if house is not None and house.structures:
        return True  # « - CSAPA : 2 personnes »
    if scan.fold(last - 1) in _INVITED and among(scan, first, start):
        return True  # « Dr Bonnet et 2 invités : Mme Vignal et M. Combes »
    apart = scan.fold(last - 1) not in _HERE or scan.sign(first - 1) in {":", "("}  # « Retour sur la marche : 300 participants »
    elsewhere_told = elsewhere(scan, last) or (apart and of_an_occasion(scan, first))
    if sets_apart(scan, first) or (elsewhere_told and (not announced or _in_its_sentence(scan, first))):
        return True
    if scan.fold(first - 1) in {"+", "plus"} or scan.sign(first - 1) == "+" or (not announced and _of_some(scan, last)):
        return True
    if announced:
        return scan.sign(first - 1) == ":" and _of_structure(scan, last, among_others=_listed_with_others(scan, last))
    return (
        _heads_list(scan, first, last)
        or _sigle_beside(scan, first, last)
        or _of_structure(scan, last, among_others=among(scan, first, start))
    )


def _heads_list(scan: Scan, first: int, i: int) -> bool:
    """Whether a house stands behind « : 2 pers » at word i and others follow: « : 2 pers mission locale, 1 PJJ, la Ligue »."""
    if scan.sign(first - 1) != ":" or i >= len(scan) or not scan.words[i].is_word or scan.fold(i) in _AT | _GO_ON:
        return False
    comma = next((k for k in range(i + 1, min(len(scan) - 2, i + 6)) if scan.sign(k) in {",", "+", "."}), i)
    if comma == i or scan.sign(comma) == "." or any(scan.person_at[i:comma]) or any(scan.time_at[i:comma]):
        return False
    own, house = scan.thing_at[i], scan.thing_at[comma + 1] or scan.thing_at[comma + 2]
    counted = scan.number_at[comma + 1] is not None and scan.time_at[comma + 1] is None
    named = own is not None and bool(own.structures) and scan.person_at[comma + 1] is not None
    return counted or named or (house is not None and bool(house.structures))


def _in_its_sentence(scan: Scan, first: int) -> bool:
    """Whether « On était 9 au forum samedi » stands as a sentence of its own behind the meeting, with no hours of it."""
    k = first
    while k > 0 and scan.sign(k - 1) not in {".", "\n", "!", ";"}:
        k -= 1
        time = scan.time_at[k]
        if scan.group_at[k] is not None or (time is not None and time.starts is not None):
            return False
    return k > 0


def spoken_of(scan: Scan, last: int) -> bool:
    """Whether people counted by the words before `last` are only spoken of: « 200 personnes attendues », « 15 inscrits au forum »."""
    return scan.fold(last) in _SPOKEN_OF or elsewhere(scan, last)


def among(scan: Scan, i: int, start: int) -> bool:
    """Whether the number at word i goes on from people named just before: « Zoé et deux personnes »."""
    return (scan.fold(i - 1) in {"et", "aussi"} or scan.sign(i - 1) in {",", "&", "+", "/"}) and any(
        scan.person_at[k] is not None or (scan.words[k].is_capital and stranger_at(scan, k, i) is not None)
        for k in range(max(start, i - 12), i)
    )


def _listed_with_others(scan: Scan, i: int) -> bool:
    """Whether « du Secours populaire » at word i is followed by more of a list: « : 2 pers. du Secours populaire et 3 habitants »."""
    j = next((k for k in range(i, min(i + 7, len(scan))) if not scan.words[k].is_word or scan.fold(k) == "et"), len(scan))
    named = any(scan.words[k].is_capital for k in range(i, min(j, len(scan))))
    return named and (scan.sign(j) in {",", "+"} or scan.fold(j) == "et")


def _of_some(scan: Scan, i: int) -> bool:
    """Whether « de plus de 60 ans », « isolées », « suivies » follows: these people are spoken of, they were not there."""
    if scan.fold(i) == "de":
        return (scan.number_at[i + 1] is not None and scan.time_at[i + 1] is None) or scan.fold(i + 1) in {"plus", "moins"}
    return scan.fold(i) in _SPOKEN_OF


def of_an_occasion(scan: Scan, i: int) -> bool:
    """Whether « retour sur le petit-déjeuner », « Bilan marche bleue : » goes before in the sentence: those came to that, not here."""
    k = i - 1
    colon = False
    while k > 0 and scan.sign(k) not in {".", "\n", ";"}:
        colon = colon or scan.sign(k) == ":"
        opens = k < 2 or not scan.words[k - 2].is_word
        if (
            scan.fold(k - 1) in _LOOKS_BACK
            and not of_the_meeting(scan, k)
            and (scan.fold(k) in {"sur", "de", "du", "d", "des"} or (colon and opens))
        ):
            return True
        k -= 1
    return False


def elsewhere(scan: Scan, i: int) -> bool:
    """Whether « au ciné-débat », « à la marche » at word i tells that these people came to something else than the meeting."""
    j = i
    while scan.fold(i) in _AT and scan.fold(j) in _PAST_AT:
        j += 1
    event = scan.fold(j)
    return j > i and event in _EVENTS and scan.group_at[j] is None and any(scan.group_at[:i]) and event not in scan.folds[:_HEAD]


def _sigle_beside(scan: Scan, first: int, i: int) -> bool:
    """Whether a sigle that the directory lacks stands at word i behind a number of people, others named before: « Zoé, 2 pers CARSAT »."""
    if i >= len(scan) or scan.thing_at[i] is not None or scan.group_at[i] is not None or not any(scan.person_at[max(0, first - 4) : first]):
        return False
    sigle = scan.sign(i)
    return sigle.isupper() and 3 <= len(sigle) <= 8 and scan.words[i].is_word and not scan.text.isupper()


def _of_structure(scan: Scan, i: int, *, among_others: bool) -> bool:
    """Whether « du CCAS », « de la CAF » follows: then only some people are counted.

    `among_others`: others were named before, so anything told of them sets them apart (« Zoé et deux personnes du Secours populaire »).
    """
    i += scan.sign(i) == "." and scan.fold(i + 1) in {"de", "du", "des", "d"}  # « 1 pers. du SMAGE »
    j = i
    if scan.fold(i) not in {"de", "du", "des", "d"}:
        return False
    while scan.fold(j) in {"de", "du", "des", "d", "la", "le", "l"} and j < i + 3:
        j += 1
    if j == i or j >= len(scan):
        return False
    if among_others:
        return True
    sigle = scan.sign(j)
    return scan.thing_at[j] is not None or (sigle.isupper() and len(sigle) > 1)
