"""Whose decision it is when it is not the group's: « la CAF a décidé de fermer », « apparemment… », « Mme Petit a confirmé 60 000 € »."""

from __future__ import annotations

from bot.understanding.function_bearers import is_function
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.other_bodies import another_body_at, granted_by, rules
from bot.understanding.phrases import PhraseTable
from bot.understanding.roles import Segment
from bot.understanding.scan import Scan
from bot.understanding.told_apart import they_elsewhere
from bot.understanding.told_before import earlier_after

_NEWS = PhraseTable({"news": table("told_elsewhere")["news"]["words"]})
_GROUP = PhraseTable({"subject": table("decisions")["subjects"]["words"]})
_SAID = words_of("told_elsewhere", "said")
_SAYS = words_of("told_elsewhere", "says")
_TELLS_THAT = words_of("decisions", "tells_that")
_DECIDED = words_of("decisions", "decided")
_ADVERBS = words_of("decisions", "adverbs")
_PERHAPS = frozenset({"aurait", "auraient"})
_HAS = frozenset({"a", "ont", "avait", "avaient"}) | _PERHAPS
_AGREEMENT = frozenset({"accord", "feu", "aval", "avis"})
_GIVES = frozenset({"donne", "donnent", "emet", "emettent", "rend", "rendent", "emis", "rendu"})
_PRONOUNS = frozenset(
    {
        "on",
        "nous",
        "il",
        "elle",
        "ils",
        "elles",
        "qui",
        "que",
        "qu",
        "ce",
        "c",
        "cela",
        "ca",
        "y",
        "tous",
        "toutes",
        "quoi",
        "en",
        "n",
        "ne",
    }
)
_ARTICLES = frozenset({"le", "la", "l", "les", "un", "une", "notre", "nos", "leur", "leurs", "chaque"})
_OF = frozenset({"de", "d", "du", "des", "a", "au", "aux", "en", "sur", "pour", "par", "avec", "chez", "dans", "sous"})
_WHICH = frozenset({"qui", "dont"})
_THAT = frozenset({"que", "qu", "si", "comment", "pourquoi", "quand", "ou"})
_THEN = frozenset({"donc", "mais", "puis", "alors", "ensuite"})
_BREAKS = frozenset({":", ";", ".", "\n", "→", "(", "-", "–", "=", ">"})
_PASSIVE = frozenset({"est", "sont", "ete"})
_OBJECTS = frozenset({"nous", "lui", "leur", "y", "en"})
_CLITICS = frozenset({"nous", "s", "se", "y", "en", "lui", "leur", "est", "sont", "m", "me"})
_LONG = 9  # words of « le conseil d'administration de la Mission locale »
_NEAR = 4  # words from « ils » to what they decided
_FAR = 16  # words between who speaks and what it is about
_WHOLE = 30  # words: news are told of what follows in fewer


def decider(scan: Scan, i: int, first: int) -> int | None:
    """Where whoever else « a décidé », « est d'accord » at word i begins, not before word `first`; None where the group did, or nobody."""
    agreeing = scan.folds[i] in _AGREEMENT or (scan.folds[i] == "d" and scan.fold(i + 1) == "accord")
    aux = _giving(scan, i) if agreeing else _auxiliary(scan, i, first)
    if aux is None or aux <= first:
        return None
    end = aux - (scan.fold(aux - 1) in _OBJECTS)
    if scan.sign(end - 1) == "," and scan.fold(end - 2) in {"lui", "elle", "eux", "elles"} and scan.sign(end - 3) == ",":
        end -= 3
    start = _named_from(scan, end, first)
    plural = scan.folds[aux].endswith("nt")
    while plural and start is not None and start - 1 > first and (scan.fold(start - 1) == "et" or scan.sign(start - 1) == ","):
        before = _named_from(scan, start - 1, first)
        if before is None or not (scan.fold(start - 1) == "et" or scan.thing_at[start - 2] or scan.person_at[start - 2]):
            break
        start = before
    return None if start is None or _is_group(scan, start, end) else start


def by_others(scan: Scan, part: Segment) -> bool:
    """Whether another body than the group that met took the decision that a part tells: « L'ARS a décidé de financer deux postes »."""
    if not part.kept_cue or _is_group(scan, part.body, part.body + 1):
        return False  # « on a décidé que l'ARS finance le poste », « on lance le projet si la CAF est d'accord »
    for k in range(part.body, part.last):
        if granted_by(scan, k):
            return True
        if scan.folds[k] in _DECIDED or scan.folds[k] in _AGREEMENT:
            start = decider(scan, k, part.body - 1)
            if start is not None:
                return another_body_at(scan, start) is not None
            if scan.folds[k] in _DECIDED and _auxiliary(scan, k, part.body) is not None:
                return False
    subject = another_body_at(scan, part.body)
    return subject is not None and rules(scan, part.body, subject)


def decides_at(scan: Scan, i: int) -> bool:
    """Whether « a décidé », « aurait finalement refusé » stands at word i."""
    if scan.fold(i) in {"vient", "viennent"} and scan.fold(i + 1) in {"de", "d"}:
        return scan.fold(i + 2).endswith(("er", "ir", "re")) and scan.thing_at[i + 2] is None
    if scan.fold(i) not in _HAS:
        return False
    j = i + 1
    while scan.fold(j) in _ADVERBS:
        j += 1
    return scan.fold(j) in _DECIDED


def _giving(scan: Scan, i: int) -> int | None:
    """The verb of « l'ARS a donné son accord pour », whose « accord » is word i."""
    i -= scan.folds[i] == "accord" and scan.fold(i - 1) == "d"
    if scan.folds[i] == "d":
        return i - 1 if scan.fold(i - 1) in {"est", "sont"} else None
    k = i - 1 - (scan.fold(i - 1) in {"son", "leur", "un", "le"})
    if scan.fold(k) not in _GIVES:
        return None
    return k - (scan.fold(k - 1) in _HAS)


def _auxiliary(scan: Scan, i: int, first: int) -> int | None:
    k = i - 1
    while k > first and scan.folds[k] in _ADVERBS:
        k -= 1
    return k if k >= first and scan.folds[k] in _HAS else None


def _named_from(scan: Scan, end: int, first: int) -> int | None:
    """Where the words that name somebody or a house begin, that end before word `end`: « le directeur du CCAS », « la mairie d'Alès »."""
    k = end - 1
    if k < first or not scan.words[k].is_word or scan.folds[k] in _PRONOUNS or scan.time_at[k] is not None:
        return None
    while k >= max(first, end - _LONG) and scan.words[k].is_word and scan.time_at[k] is None:
        person, thing = scan.person_at[k], scan.thing_at[k]
        k = person.first if person is not None else thing.first if thing is not None else k
        if person is not None and scan.fold(k - 1) not in _OF:
            return max(k, first)
        if scan.folds[k] in _ARTICLES and scan.fold(k - 1) not in _OF:
            return max(k, first)
        if scan.folds[k] in {"que", "qu", "et", "mais", "donc"}:
            break
        k -= 1
    return k + 1 if k < end - 1 and (k < first or not scan.words[k].is_word or scan.folds[k] in {"que", "qu", "et"}) else None


def _is_group(scan: Scan, start: int, end: int) -> bool:
    """Whether « le comité », « les partenaires » is all that stands there; « le bureau de la CPTS » is another's."""
    subject = _GROUP.at(scan.words, start)
    if subject is None or any(scan.thing_at[k] is not None for k in range(subject.last, end)):
        return False
    return another_body_at(scan, start) is None


def is_news(scan: Scan, i: int, first: int) -> bool:
    """Whether what another « a décidé » at word i was only heard of: « apparemment », « on apprend que », « la semaine dernière »."""
    they = they_elsewhere(scan, first)
    if _according_to(scan, first, i) or (they is not None and they <= i <= they + _NEAR):
        return True
    start = decider(scan, i, first)
    if start is None:
        return False
    if scan.folds[_auxiliary(scan, i, first) or i] in _PERHAPS or earlier_after(scan, i, month=True):
        return True
    if scan.fold(start - 1) in {"que", "qu"} and any(
        scan.folds[k] in _TELLS_THAT or scan.folds[k].startswith(("annonc", "appri", "confirm"))
        for k in range(max(first, start - 4), start)
    ):
        return True
    return _NEWS.first(scan.words, max(first, start - _WHOLE), start) is not None


def _according_to(scan: Scan, first: int, i: int) -> bool:
    """Whether « selon l'agglo », « d'après M. Lambert » opens the clause of word i; « d'après le sondage » tells no news."""
    j = first + (2 if scan.fold(first) == "d" and scan.fold(first + 1) == "apres" else scan.fold(first) == "selon")
    if j == first or j >= i:
        return False
    j += scan.fold(j) in _ARTICLES
    return scan.thing_at[j] is not None or scan.person_at[j] is not None


def said_by_somebody(scan: Scan, i: int, first: int) -> bool:
    """Whether somebody only said what stands at word i: « Mme Petit a rappelé que le budget est voté », « M. Blanc regrette l'abandon… ».

    « M. Blanc a présenté le bilan, approuvé », « : validé », « et le comité l'a adopté » decide: they are clauses of their own.
    """
    k, listed, that = i, not _is_told(scan, i), False
    while k >= max(first, i - _FAR):
        said = scan.folds[k]
        if (said in _SAID or said in _SAYS) and _subject_before(scan, k, first):
            return k == i or that or (listed and not any(scan.fold(j) == "unanimite" for j in range(i, min(len(scan), i + 10))))
        if scan.sign(k) == ")":
            k = next((j for j in range(k, max(first, k - 8), -1) if scan.sign(j) == "("), k) - 1
            continue
        that, listed = that or said in _THAT, listed or said in _WHICH
        if scan.sign(k) in _BREAKS or said in _THEN or (scan.sign(k) == "," and not (listed and scan.fold(k + 1) in _ARTICLES)):
            return False
        if said in _GROUP.openings and scan.fold(k - 1) not in {"que", "qu"} and _decides(scan, k):
            return False
        k -= 1
    return False


def _is_told(scan: Scan, i: int) -> bool:
    """Whether word i is the verb of a clause, « est adopté », rather than a thing told of."""
    return any(scan.folds[k] in _PASSIVE for k in range(max(0, i - 3), i + 1))


def _decides(scan: Scan, i: int) -> bool:
    """Whether « on », « le comité », « tout le monde » begins there as a subject, not « sur le groupe »."""
    return _GROUP.at(scan.words, i) is not None and scan.fold(i - 1) not in _OF


def _subject_before(scan: Scan, verb: int, first: int) -> bool:
    """Whether somebody named is the subject of the verb at word `verb`: « Mme Petit (ARS) nous a », « M. Lambert, pour le CCAS, a »."""
    k = verb - 1
    while k > first and (scan.folds[k] in _ADVERBS or scan.folds[k] in _CLITICS or scan.folds[k] == "ete"):
        k -= 1
    helped = scan.folds[k] in _HAS - _PERHAPS if k >= first else False
    k -= helped
    while k > first and scan.folds[k] in _CLITICS:
        k -= 1
    reflexive = verb - 1 - k > 0 and any(scan.folds[j] in {"est", "sont"} for j in range(k + 1, verb))
    if not helped and not reflexive and (scan.folds[verb] not in _SAYS or scan.sign(verb).endswith("é")):
        return False
    end = _before_aside(scan, k + 1, first)
    person = scan.person_at[end - 1] if end > first else None
    if person is not None:
        return scan.fold(person.first - 1) not in _OF | {"que", "qu"} or _represents(scan, person.first)
    start = next(
        (j for j in range(end - 2, max(first, end - _LONG) - 1, -1) if scan.folds[j] in _ARTICLES and scan.fold(j - 1) not in _OF), None
    )
    return start is not None and is_function(scan, start, end) and scan.fold(start - 1) not in {"que", "qu"}


def _represents(scan: Scan, i: int) -> bool:
    """« L'ARS, représentée par Mme Petit, »."""
    return scan.fold(i - 1) == "par" and scan.fold(i - 2).startswith("represente")


def _before_aside(scan: Scan, end: int, first: int) -> int:
    """The word after whoever is named before « (ARS) », « , pour le CCAS, », « de l'ARS » that end before word `end`."""
    k = end - 1
    if k <= first:
        return end
    if scan.sign(k) == ")" and scan.person_at[k - 1] is not None:
        return k  # « L'ARS (Mme Petit) »
    if scan.sign(k) in {")", ","}:
        other = "(" if scan.sign(k) == ")" else ","
        opened = next((j for j in range(k - 1, max(first, k - _LONG), -1) if scan.sign(j) == other), None)
        if scan.sign(k) == "," and scan.person_at[k - 1] is not None:
            return k
        return opened if opened is not None and scan.person_at[opened - 1] is not None else end
    thing = scan.thing_at[k]
    if thing is not None:
        j = thing.first - 1
        while j > first and scan.folds[j] in {"de", "du", "d", "la", "l", "le", "pour", "a", "des"}:
            j -= 1
        return j + 1 if scan.person_at[j] is not None else end
    return end
