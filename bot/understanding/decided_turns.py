"""Which clauses decide by a turn of their own: a lasting rule, what is given up, expected or launched, « OK stand partagé »."""

from __future__ import annotations

from bot.understanding.coming import told_ahead
from bot.understanding.hours_held import leads_to_end
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.roles import Segment
from bot.understanding.scan import Scan, names_group
from bot.understanding.times import TimeKind

LASTING = PhraseTable({"lasting": table("decisions")["lasting"]["words"]})
_EXPECTED = PhraseTable({"expected": table("decisions")["expected"]["words"]})
_LAUNCHED = words_of("decisions", "launched")
_NO_LOSS = words_of("decisions", "given_up")
_AGREED = frozenset({"ok", "go", "banco", "oui", "stop", "exit", "fini", "finie", "finis", "termine", "terminee"})
_OF = frozenset({"de", "d", "du", "des"})
_NOT_AGREED = frozenset(
    {
        *("merci", "voila", "donc", "alors", "bonjour", "bonsoir", "moi", "nous", "pour", "pr", "tous", "tout", "toutes", "bien", "tres"),
        *("super", "mais", "note", "vu", "recu", "pas", "sauf", "avec", "sur", "dans", "chez", "pris", "parfait", "bonne", "bon", "demain"),
        *("il", "elle", "ils", "elles", "on", "ca", "cest", "est", "suis", "sont", "que", "qui", "et", "je", "ta", "ton", "ma", "mon"),
    }
)
_ANSWERS = frozenset({"decision", "decisions", "reponse", "reponses", "arbitrage", "verdict", "notification", "avis"})
_BREAKS = frozenset({",", ":", "-", "–", "—", "(", ";"})
_LABEL = 6  # words of « CAFÉ PARENTS : »
_REACH = 12  # words between « pas de » and the season it is said of
_INSTEAD = frozenset({"place", "finalement", "cher", "chere", "chers", "lieu", "plus", "reconduit", "reconduite"})

OPENINGS = LASTING.openings | _EXPECTED.openings | _LAUNCHED | _AGREED | {"pas", "plus", "aucun", "aucune", "a", "c"}


def turns(scan: Scan, part: Segment, i: int) -> bool:
    """Whether one of these turns says at word i that the clause was decided."""
    return (
        lasts(scan, part, i) or _is_over(scan, part, i) or _gives_up(scan, part, i) or _is_expected(scan, part, i) or _heads(scan, part, i)
    )


def lasts(scan: Scan, part: Segment, i: int) -> bool:
    """« désormais », « systématiquement »."""
    return LASTING.at(scan.words, i) is not None


def _is_over(scan: Scan, part: Segment, i: int) -> bool:
    """« Les permanences du samedi, c'est fini »: a thing, and that there will be no more of it."""
    if not (scan.fold(i) == "c" and scan.fold(i + 1) == "est" and scan.fold(i + 2) in {"fini", "termine", "stop", "mort"}):
        return False
    named = scan.fold(part.body) in {"le", "la", "l", "les"} and scan.sign(i - 1) == "," and part.body > 1
    return named and i + 3 >= part.last and not any(names_group(scan, k) or scan.person_at[k] is not None for k in range(part.body, i))


def _gives_up(scan: Scan, part: Segment, i: int) -> bool:
    """« pas de bus cette année », « il n'y aura plus de distribution en août », « aucun stand en 2027 »: a thing, and until when."""
    said = scan.fold(i)
    if said in {"pas", "plus"}:
        if scan.fold(i + 1) not in {"de", "d"}:
            return False
        j = i + 2
    elif said in {"aucun", "aucune"}:
        j = i + 1
    else:
        return False
    if j >= part.last or not (_opens(scan, part, i) or scan.fold(i - 1) in {"aura", "a", "fera", "fait", "ferons"}):
        return False
    thing = scan.thing_at[j]
    free = scan.words[j].is_word and scan.person_at[j] is None and thing is None and scan.time_at[j] is None and not names_group(scan, j)
    return (
        free
        and len(scan.fold(j)) >= 3
        and (said == "plus" or scan.fold(j) not in _NO_LOSS)
        and _for_a_while(scan, j, min(part.last, i + _REACH))
    )


def _for_a_while(scan: Scan, first: int, last: int) -> bool:
    """Whether a season or what comes instead is told there: « cette année », « le lundi », « en août », « à la place », « trop cher »."""
    for i in range(first, last):
        if scan.sign(i) in {".", "\n"}:
            return False
        time = scan.time_at[i]
        if time is not None and (time.kind is TimeKind.RECURRENCE or (time.days is not None and time.starts is None)):
            return True
        if scan.fold(i) in _INSTEAD or (scan.fold(i) in {"annee", "ete", "hiver", "automne", "printemps", "samedi", "lundi", "instant"}):
            return True
    return False


def _is_expected(scan: Scan, part: Segment, i: int) -> bool:
    """« bilans attendus au 15 janvier », « tableau à rendre pour le 3 »: a thing, and a day to come."""
    cue = _EXPECTED.at(scan.words, i)
    if cue is None or i <= part.body or scan.number_at[i - 1] is not None or scan.person_at[i - 1] is not None:
        return False
    if any(scan.fold(k) in _ANSWERS for k in range(part.body, min(i, part.body + 2))):
        return False  # « Décision de l'ARS attendue en janvier »
    return scan.words[i - 1].is_word and told_ahead(scan, cue.last, min(part.last, cue.last + 4))


def _heads(scan: Scan, part: Segment, i: int) -> bool:
    """« OK stand partagé », « Lancement du stand en mai »: at the head of a line or sentence that is not the first."""
    label = scan.sign(i - 1) == ":" and i - part.body <= _LABEL and scan.fold(i) in _LAUNCHED  # « CAFÉ PARENTS : arrêt en juin »
    if not (i == part.body or label) or i == 0 or i + 1 >= part.last:
        return False
    after = scan.fold(i + 1)
    if (scan.fold(i), after, scan.fold(i + 2)) == ("a", "la", "place"):
        return i + 4 < part.last and scan.fold(i + 3) not in {"de", "du", "des", "d"}  # « à la place, 4 interventions en classe »
    if scan.fold(i) in _AGREED:
        hour = leads_to_end(scan, i + 1, part.last)
        if hour < part.last and scan.time_at[hour] is not None:
            return False  # « fini plus tôt à 15h30 »
        free = all(at[i + 1] is None for at in (scan.person_at, scan.time_at, scan.group_at, scan.number_at))
        return scan.words[i + 1].is_word and free and len(after) >= 3 and after not in _NOT_AGREED
    if scan.fold(i) not in _LAUNCHED or not (after in _OF or after in {"en", "a", "au"}):
        return False
    here = any(names_group(scan, k) or scan.fold(k) in {"reunions", "travaux", "groupe"} for k in range(i, part.last))
    return not here and told_ahead(scan, i + 1, part.last)


def _opens(scan: Scan, part: Segment, i: int) -> bool:
    return i == part.body or scan.sign(i - 1) in _BREAKS or scan.fold(i - 1) in {"et", "mais", "donc", "finalement", "conclusion"}
