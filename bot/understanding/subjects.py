"""Who will do something: the subjects that stand before a verb."""

from __future__ import annotations

from bot.understanding.deciding import group_decides
from bot.understanding.function_bearers import FEELS, function_at
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.strangers import FIRST_NAMES, stranger_at
from bot.understanding.tokens import fold
from bot.understanding.verbs import Deed, deed_at

_DECIDES = words_of("decisions", "decides")
_AUTHOR = words_of("names", "author") - {"je", "j"}
_IMPERSONAL = frozenset({"faut", "faudra", "faudrait", "reste", "restera", "y", "n", "ne", "manque", "semble"})
_SEASONS = frozenset({"noel", "paques", "toussaint", "avril", "mai", "mars", "juin", "janvier"})  # « - Noël : buffet à prévoir »
_FROM = frozenset({"de", "du", "des", "d"})
_SEVERAL = frozenset(
    {"pilotes", "membres", "partenaires", "referents", "structures", "communes", "mairies", "ecoles", "participants", "autres"}
)


_ASIDES = PhraseTable({"aside": table("names")["asides"]["words"]})


def bearers_at(scan: Scan, i: int, end: int) -> tuple[int, tuple[tuple[int, int], ...]] | None:
    """The subjects that begin at word i (« Odile, Samira et moi », « la CAF (Céline Laurent) », « je ») and the word after them."""
    found: list[tuple[int, int]] = []
    j = i
    while j < end:
        one = _bearer_at(scan, j, end)
        if one is None:
            break
        after, bearer = one
        found.append(bearer)
        j = after
        if not (scan.sign(j) in {",", "&", "/", "+"} or scan.fold(j) == "et") or _bearer_at(scan, j + 1, end) is None:
            break
        if scan.fold(j + 1) == "c" and _emphatic_at(scan, j + 1, end) is not None:
            break  # « avec Aurélie et c'est Chantal qui cherche »
        j += 1
    if found and scan.sign(j) == "," and scan.fold(j + 1) in {"lui", "elle", "eux", "elles"} and scan.sign(j + 2) == ",":
        j += 3  # « Benoît, lui, contacte la presse »
    aside = _ASIDES.at(scan.words, j + 1) if found and scan.sign(j) == "," else None
    if aside is not None and scan.sign(aside.last) == ",":
        j = aside.last + 1  # « Hugo, de son côté, sollicite l'ARS »
    return (j, tuple(found)) if found else None


def _bearer_at(scan: Scan, i: int, end: int) -> tuple[int, tuple[int, int]] | None:
    if i >= end:
        return None
    person = scan.person_at[i]
    if person is not None:
        return _past_house(scan, _past_parenthesis(scan, person.last, end)), (person.first, person.last)
    return (
        _author_at(scan, i)
        or _emphatic_at(scan, i, end)
        or _pronoun_at(scan, i)
        or _structure_at(scan, i, end)
        or _everybody_at(scan, i, end)
        or _head_name_at(scan, i)
        or _named_before_at(scan, i)
        or _stranger_at(scan, i, end)
        or function_at(scan, i, end)
    )


def _author_at(scan: Scan, i: int) -> tuple[int, tuple[int, int]] | None:
    """« je », « moi », « moi je »: the author is told as (i, i)."""
    if scan.fold(i) == "moi" and scan.fold(i + 1) in {"je", "j"}:
        return i + 2, (i, i)
    if scan.fold(i)[:1] in set("aeiou") and scan.sign(i).casefold() == "j" + scan.fold(i):
        return i, (i, i)  # « jenvoie »
    return (i + 1, (i, i)) if scan.fold(i) in {"je", "j", "moi"} else None


def _emphatic_at(scan: Scan, i: int, end: int) -> tuple[int, tuple[int, int]] | None:
    """« c'est Nathalie qui… », « c'est la CAF qui… », « c'est moi qui… »."""
    if scan.fold(i) != "c" or scan.fold(i + 1) != "est" or i + 2 >= end:
        return None
    if scan.fold(i + 2) in _AUTHOR and scan.fold(i + 3) == "qui":
        return i + 4, (i, i)
    named = scan.person_at[i + 2]
    found = (named.last, (named.first, named.last)) if named is not None else _structure_at(scan, i + 2, end)
    if found is None:
        first_name = scan.fold(i + 2) in scan.index.first_names or scan.fold(i + 2) in FIRST_NAMES
        last = stranger_at(scan, i + 2, end) or (i + 3 if first_name else None)
        found = (last, (i + 2, last)) if last is not None else None
    if found is None:
        return None
    after = _past_denied(scan, found[0])
    return (after + 1, found[1]) if scan.fold(after) == "qui" else None


def _past_denied(scan: Scan, i: int) -> int:
    """The word after « et pas Aurélie », « , non Karim » at word i; i elsewhere."""
    j = i + (scan.fold(i) == "et" or scan.sign(i) == ",")
    other = scan.person_at[j + 1] if scan.fold(j) in {"pas", "non"} and j + 1 < len(scan) else None
    return other.last + (scan.sign(other.last) == ",") if other is not None else i


def _pronoun_at(scan: Scan, i: int) -> tuple[int, tuple[int, int]] | None:
    """« elle », « il » at the head of a clause: whoever was named last."""
    opens = (
        i == 0
        or scan.sign(i - 1) in {".", ",", "\n", "!", ";", "("}
        or scan.fold(i - 1) in {"et", "mais", "excuse", "excusee", "absent", "absente"}
    )
    if scan.fold(i) not in {"elle", "il"} or not opens or scan.fold(i + 1) in _IMPERSONAL:
        return None
    if group_decides(scan, i, i + 4) is not None:
        return None
    spoken, deed = _spoken_of(scan, i), deed_at(scan.words, i + 1)
    return (i + 1, spoken) if spoken is not None and deed is not None and deed[0] is Deed.WILL else None


def _structure_at(scan: Scan, i: int, end: int) -> tuple[int, tuple[int, int]] | None:
    """« la CAF », « la CAF (Céline Laurent) », « les 2 CCAS »."""
    j = i
    while j < end and scan.fold(j) in {"la", "le", "l", "les", "2", "deux"}:
        j += 1
    thing = scan.thing_at[j] if j < end else None
    if thing is None or not thing.structures or thing.first not in {i, j}:
        return None
    inside = scan.person_at[thing.last + 1] if scan.sign(thing.last) == "(" else None
    if inside is not None and scan.sign(inside.last) == ")":
        return inside.last + 1, (inside.first, inside.last)
    return thing.last, (j, thing.last)


def _everybody_at(scan: Scan, i: int, end: int) -> tuple[int, tuple[int, int]] | None:
    """« chacun », « tout le monde », « chaque pilote », « les pilotes » who will do something."""
    if scan.fold(i) in {"chacun", "chacune"}:
        j = i + 1
    elif scan.fold(i) == "chaque" or (scan.fold(i) == "les" and scan.fold(i + 1) in _SEVERAL):
        j = i + 2
    elif (scan.fold(i), scan.fold(i + 1), scan.fold(i + 2)) == ("tout", "le", "monde"):
        j = i + 3
    else:
        return None
    deed = deed_at(scan.words, j) if j < end else None
    return (
        (j, (i, j))
        if deed is not None and deed[0] is Deed.WILL and scan.fold(j) not in _DECIDES | FEELS and group_decides(scan, i, end) is None
        else None
    )


def _head_name_at(scan: Scan, i: int) -> tuple[int, tuple[int, int]] | None:
    """« Boulanger → questionnaire », « Benoît, lui, contacte… »: a name that is also a word, in capitals at the head of a line."""
    bullet = scan.sign(i - 1) in {"-", "–", "•", "*"} and (i == 1 or scan.sign(i - 2) == "\n")
    opens = i == 0 or bullet or scan.sign(i - 1) in {"\n", ".", ";", "!"}
    free = all(at[i] is None for at in (scan.group_at, scan.thing_at, scan.time_at)) and scan.fold(i) not in _SEASONS
    if not (opens and free and scan.words[i].is_capital and scan.index.bearing(scan.fold(i))):
        return None
    if scan.sign(i + 1) in {"→", ">", "➡", "👉", ":", "⇒"} or (scan.sign(i + 1) in {"-", "="} and scan.sign(i + 2) == ">"):
        return i + 1, (i, i + 1)
    aside = scan.sign(i + 1) == "," and scan.fold(i + 2) in {"lui", "elle"}
    return (i + 1, (i, i + 1)) if aside else None


def _named_before_at(scan: Scan, i: int) -> tuple[int, tuple[int, int]] | None:
    """« claire écrit » after « claire fontaine », « tessier relit » after « bruno », « EB voit la salle » after « E. Boulanger »."""
    said, typed = scan.fold(i), scan.sign(i)
    initials = typed.isupper() and 2 <= len(typed) <= 3 and not scan.text.isupper()
    free = all(at[i] is None for at in (scan.group_at, scan.thing_at, scan.time_at))
    called = free and i + 1 < len(scan) and (initials or said in FIRST_NAMES or said in scan.index.last_names)
    deed = deed_at(scan.words, i + 1) if called else None
    if not free or not ((deed is not None and deed[0] is Deed.WILL) or (initials and scan.sign(i + 1) in {"→", ">", "-", ":", "⇒"})):
        return None
    named = {p.ids: p for p in scan.person_at[:i] if p is not None and len(p.ids) == 1}
    ours = [p for (one,), p in named.items() if _is_called(scan, one, said, initials=initials)]
    return (i + 1, (ours[0].first, ours[0].last)) if len(ours) == 1 else None


def _is_called(scan: Scan, person: int, said: str, *, initials: bool) -> bool:
    known = scan.index.people[person]
    names = [fold(part) for part in (known.first_name, known.last_name)]
    return said == "".join(n[:1] for n in names) if initials else said in names


def _stranger_at(scan: Scan, i: int, end: int) -> tuple[int, tuple[int, int]] | None:
    """« Mme Pagès », « Sophie », « la CAF »: a name or a sigle that the directory does not know."""
    named = stranger_at(scan, i, end)
    last = named or _sigle_at(scan, i, end)
    first = i + (named is None and scan.fold(i) in {"la", "le", "l"})
    return (_past_parenthesis(scan, last, end), (first, last)) if last is not None else None


def _sigle_at(scan: Scan, i: int, end: int) -> int | None:
    """The word after « la CAF », where no structure bears that sigle, if it will do something."""
    j = i + 1 if scan.fold(i) in {"la", "le", "l"} else i
    if j >= end or not scan.words[j].is_word or not scan.sign(j).isupper() or not 3 <= len(scan.sign(j)) <= 6:
        return None
    if any(at[j] is not None for at in (scan.group_at, scan.thing_at, scan.time_at)) or not any(c.islower() for c in scan.text):
        return None
    deed = deed_at(scan.words, j + 1)
    return j + 1 if deed is not None and deed[0] is Deed.WILL else None


def _spoken_of(scan: Scan, i: int) -> tuple[int, int] | None:
    """The last person named before « elle » or « il »."""
    for k in range(i - 1, max(-1, i - 40), -1):
        person = scan.person_at[k]
        if person is not None:
            return person.first, person.last
    return None


def _past_house(scan: Scan, i: int) -> int:
    """The word after « de la CPAM » at word i, if whoever comes from there will do something: « M. Martin de la CPAM nous envoie… »."""
    if scan.folds[i] not in _FROM:
        return i
    j = i + 1 + (scan.fold(i + 1) in {"la", "le", "l", "les"})
    thing = scan.thing_at[j]
    deed = deed_at(scan.words, thing.last) if thing is not None and thing.structures and thing.first in {i + 1, j} else None
    return thing.last if thing is not None and deed is not None and deed[0] is Deed.WILL else i


def _past_parenthesis(scan: Scan, i: int, end: int) -> int:
    if scan.sign(i) != "(":
        return i
    close = next((k for k in range(i, min(end, i + 8)) if scan.sign(k) == ")"), None)
    return i if close is None else close + 1


def nearest(
    scan: Scan, i: int, bearers: tuple[tuple[int, int], ...], deed: tuple[Deed, int] | None
) -> tuple[int, tuple[tuple[int, int], ...]]:
    """The subject of a verb in the singular after a list without « et »: « avec Monique, Camille envoie… » is Camille alone."""
    if len(bearers) < 2 or deed is None or scan.fold(deed[1]).endswith(("nt", "er", "ir", "re")) or scan.sign(bearers[-1][0] - 1) != ",":
        return i, bearers
    return bearers[-1][0], bearers[-1:]
