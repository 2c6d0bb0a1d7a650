"""Whether one person, named or not, is told in a situation: « une femme battue », « la voisine qui entend des voix »."""

from __future__ import annotations

from bot.understanding.accompanied import is_age, is_stranger
from bot.understanding.lexicon_files import words_of
from bot.understanding.person_mentions import title_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan

_STATES = PhraseTable({"state": words_of("situations", "states")})
_DEEDS = PhraseTable({"deed": words_of("situations", "deeds")})
_EVENTS = PhraseTable({"event": words_of("situations", "events")})
_SOMEONE = PhraseTable({"someone": words_of("situations", "someone")})
_PERSONS = PhraseTable({"one": words_of("situations", "one") | words_of("situations", "someone")})
_KIN = PhraseTable({"kin": words_of("situations", "kin")})
_OPENINGS = _STATES.openings | _DEEDS.openings | _EVENTS.openings
_SEARCHES = words_of("situations", "searches")
_THEMES = words_of("situations", "themes")
_INDEFINITE = frozenset({"un", "une", "cette", "cet", "ce", "notre", "1"})
_OWN = frozenset({"ma", "mon", "sa", "son", "ta", "ton", "votre", "leur"})
_DEFINITE = frozenset({"la", "le", "l", "du", "au"})
_SMALL = frozenset({"petite", "petit", "jeune", "vieille", "vieux", "vieil", "autre", "pauvre", "ancienne", "ancien"})
_OF = frozenset({"de", "d", "du", "des"})
_HAS = frozenset({"a", "avait", "aurait", "est", "etait", "serait", "ete", "eu", "reste", "vient", "sort", "fait", "vit", "devenue"})
_BETWEEN = frozenset({"qui", "y", "n", "ne", "s", "se", "en", "deja", "re", "encore", "toujours", "tres", "gravement", "vraiment", "aussi"})
_BEFORE_DEED = _HAS | _BETWEEN | frozenset({"un", "une", "le", "la", "du", "de", "d", "par", "des"})
_JOINS = frozenset({"et", "age", "agee", "seule", "seul", "habitant", "mariee", "marie", "tres", "celibataire", "ans", "migrante"})
_COMES = frozenset({"venue", "venu", "recue", "recu", "accueillie", "accueilli", "vue", "vu", "orientee", "oriente", "arrivee", "adressee"})
_SOMEONE_BEGINS = _INDEFINITE | _OWN | _DEFINITE | _SMALL | _PERSONS.openings
_BREAKS = frozenset({".", ";", "!", "?", "\n", "…", ":", "("})
_SHARES = frozenset({"deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "vingt", "cent", *map(str, range(2, 101))})
_FAR = 7  # words between somebody and what is told of them
_APPOSED = 6  # words of « , sans papiers, »


def told_of_one(scan: Scan, first: int, last: int, *, keep_lead: bool = False) -> list[tuple[int, int]]:
    """The words [begin, end) of a sentence from where one person is told in a situation, to its end.

    `keep_lead`: the words before the person stay, as in « rappelle-moi d'appeler la dame battue ».
    """
    told = max((i for i in range(first, last) if scan.folds[i] in _OPENINGS), default=first - 1)
    for i in range(first, told + 1):
        if scan.group_at[i] is None and _told_at(scan, i, first, last):
            return [(i if keep_lead else opening(scan, i, first), last)]
    return []


def _told_at(scan: Scan, i: int, first: int, last: int) -> bool:
    """Whether somebody told in a situation begins at word i; a word that can begin nothing of the kind is passed over at once."""
    said = scan.folds[i]
    if said in _SOMEONE_BEGINS and _someone_told(scan, i, first, last):
        return True
    if said in _EVENTS.openings and _event_of_one(scan, i, first, last):
        return True
    return _named_told(scan, i, first, last) or _pronoun_told(scan, i, first, last)


def opening(scan: Scan, i: int, first: int) -> int:
    """Where what leads to the person at word i begins: behind the last sign, or the last fact of the meeting."""
    begin = i
    while begin > first and scan.words[begin - 1].is_word and not _is_fact(scan, begin - 1):
        begin -= 1
    owner = scan.person_at[first]
    theirs = owner is not None and owner.last in {begin, i - 1} and scan.fold(i) in {"son", "sa", "ses", "leur"}
    return first if theirs else begin  # « Nadia et son fils handicapé »


def _is_fact(scan: Scan, i: int) -> bool:
    found = (scan.group_at[i], scan.person_at[i], scan.time_at[i], scan.thing_at[i], scan.number_at[i])
    return any(one is not None for one in found)


def _someone_told(scan: Scan, i: int, first: int, last: int) -> bool:
    """Whether « une femme battue », « la voisine qui entend des voix », « ma nièce est enceinte » begins at word i."""
    said = scan.fold(i)
    determined = said in _INDEFINITE or said in _OWN or said in _DEFINITE
    noun = i + determined
    while noun < last and noun < i + 3 and scan.fold(noun) in _SMALL and _PERSONS.at(scan.words, noun + 1) is not None:
        noun += 1
    found = _PERSONS.at(scan.words, noun)
    if found is None or found.last > last or _general(scan, i, first, found.last):
        return False
    shown = _SOMEONE.at(scan.words, noun) is not None and scan.fold(noun) != "femme"
    after = found.last
    if said in _OWN:
        return _KIN.at(scan.words, noun) is not None and (_state(scan, after, last) > 0 or _deed(scan, after, last))
    if said in _INDEFINITE or (said in _DEFINITE and shown):
        return _state(scan, after, last) > 0 or _deed(scan, after, last)
    if said in _DEFINITE:
        return (scan.fold(after) in _HAS | _BETWEEN or scan.sign(after) == ",") and _deed(scan, after, last)
    bare = i == first or not scan.words[i - 1].is_word or _is_fact(scan, i - 1) or scan.fold(i - 1) in _COMES | _OF | {"avec", "pour"}
    if not bare:
        return False
    states = _state(scan, after, last)
    come = any(scan.fold(k) in _COMES for k in range(after, min(last, after + _FAR)))
    return states > (0 if shown or come else 1) or (shown and _deed(scan, after, last))


def _general(scan: Scan, i: int, first: int, after: int) -> bool:
    """Whether somebody at word i is anybody: « témoignage d'une maman battue », « une femme sur dix », « qui contacter pour un jeune »."""
    if scan.fold(after) == "d" and scan.fold(after + 1) == "accueil":
        return True
    if any(scan.fold(k) == "sur" and scan.fold(k + 1) in _SHARES for k in range(after, after + 4)):
        return True
    searched = any(scan.fold(k) in _SEARCHES for k in range(first, min(i, first + 4))) and scan.fold(i) in _INDEFINITE
    return searched or any(scan.fold(k) in _THEMES for k in range(max(first, i - 3), i))


def _state(scan: Scan, i: int, last: int) -> int:
    """How many states are told of somebody right after word i: « enceinte battue », « de 30 ans, sans papiers », « syrienne expulsée »."""
    states, k, other = 0, i, 0
    end = min(last, i + 2 * _FAR)
    while k < end and scan.sign(k) not in _BREAKS:
        found = _STATES.at(scan.words, k)
        if found is not None and found.last <= last:
            states, k = states + 1, found.last
        elif scan.fold(k) in _JOINS | _BETWEEN | {"est", "etait", "a", "ete"} or scan.sign(k) == "," or scan.words[k].is_number:
            k += 1
        elif scan.fold(k) in _OF and k + 1 < last and (scan.words[k + 1].is_capital or is_age(scan, k + 1)):
            k += 2
        elif scan.words[k].is_capital or (other == 0 and k == i and scan.fold(k).endswith(("enne", "ien", "aise", "ais", "aine", "ain"))):
            k, other = k + 1, 1
        else:
            break
    return states


def _deed(scan: Scan, i: int, last: int) -> bool:
    """Whether « qui a perdu son bébé », « suivi par la PJJ qui fume du crack » is told within a few words from word i."""
    k = _past_complement(scan, i, last)
    k += scan.sign(k) == ","
    while k < last and scan.fold(k) in _BETWEEN:
        if _deed_at(scan, k, last):
            return True
        k += 1
    if _deed_at(scan, k, last):
        return True
    if scan.fold(k) not in _HAS:
        return False
    while k < last and scan.fold(k) in _BEFORE_DEED:
        if _deed_at(scan, k, last) or (k > i and _STATES.at(scan.words, k) is not None):
            return True
        k += 1
    found = _STATES.at(scan.words, k)
    return _deed_at(scan, k, last) or (found is not None and found.last <= last)


def _past_complement(scan: Scan, i: int, last: int) -> int:
    """The word after « du dessus », « de Zoé », « d'à côté » at word i."""
    if scan.fold(i) not in _OF:
        return i
    k = i + 1
    while k < last and scan.fold(k) in {"a", "en", "la", "le", "l", "mon", "ma"} and k < i + 3:
        k += 1
    return k + 1 if k < last and scan.words[k].is_word else i


def _deed_at(scan: Scan, k: int, last: int) -> bool:
    found = _DEEDS.at(scan.words, k) if k < last else None
    return found is not None and found.last <= last


def _event_of_one(scan: Scan, i: int, _: int, last: int) -> bool:
    """Whether « fausse couche de ma nièce », « le décès de son mari », « dépression de la voisine » begins at word i."""
    found = _EVENTS.at(scan.words, i)
    if found is None or found.last + 1 >= last or scan.fold(found.last) not in {"de", "d", "du", "chez"}:
        return False
    k = found.last + 1
    if scan.fold(k) in _OWN:
        return _KIN.at(scan.words, k + 1) is not None
    if scan.fold(k) in _DEFINITE | _INDEFINITE:
        if _SOMEONE.at(scan.words, k + 1) is not None and scan.fold(k + 1) != "femme":
            return True
        theirs = scan.fold(k + 2) in _OF and k + 3 < last and (scan.words[k + 3].is_capital or scan.fold(k + 3) in _OWN)
        return theirs and _KIN.at(scan.words, k + 1) is not None
    return title_of(scan.words, k) is not None or (scan.words[k].is_capital and is_stranger(scan, k))


def _named_told(scan: Scan, i: int, _: int, last: int) -> bool:
    """Whether somebody named at word i is told of, whoever it is: « M. Karim B., sans papiers, a fait… », « Chantal a perdu son mari »."""
    person = scan.person_at[i]
    initial = len(scan.fold(i)) == 1 and scan.words[i].is_capital and scan.sign(i + 1) == "."
    if person is not None and person.first != i:
        return False
    if person is None and not initial and not is_stranger(scan, i):
        return False
    after = person.last if person is not None else i + 1
    while after < last and (scan.sign(after) == "." or (len(scan.fold(after)) == 1 and scan.words[after].is_capital)):
        after += 1
    if scan.sign(after) == ",":
        comma = next((k for k in range(after + 1, min(last, after + 1 + _APPOSED)) if scan.sign(k) == ","), None)
        apposed = _STATES.at(scan.words, after + 1)
        if apposed is not None and comma is not None and _deed(scan, comma + 1, last):
            return True
        return apposed is not None and person is None and scan.fold(after + 1) != "malade"
    suffered = _STATES.at(scan.words, after)
    if suffered is not None and scan.fold(suffered.last) == "par" and scan.fold(suffered.last + 1) in _OWN | {"un", "une"}:
        return True  # « Fatima D. battue par son mari »
    verb = scan.fold(after) in _HAS | _BETWEEN
    return (verb or person is None) and any(_deed_at(scan, k, last) for k in range(after, min(last, after + 4)) if _leads(scan, after, k))


def _leads(scan: Scan, first: int, k: int) -> bool:
    return all(scan.fold(n) in _BEFORE_DEED for n in range(first, k))


def _pronoun_told(scan: Scan, i: int, _: int, last: int) -> bool:
    """Whether « elle a perdu son bébé », « il fume du crack » begins at word i."""
    if scan.fold(i) not in {"elle", "il"}:
        return False
    return any(_deed_at(scan, k, last) for k in range(i + 1, min(last, i + 5)) if _leads(scan, i + 1, k))
