"""Whether a message says that it changes who was at a meeting kept before, and to which total."""

from __future__ import annotations

from bot.understanding.choosing import ATTENDANCE
from bot.understanding.counts import find_headcount
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.update_away import tells_only_away
from bot.understanding.update_bare_totals import bare_total
from bot.understanding.update_slips import noted_amiss
from bot.understanding.update_states import NOTES, in_place_of, is_away, missed_it, moves_state, notes_state, tells_apart
from bot.understanding.update_totals import new_total, now_total, tells_new_total

_LEXICON = table("requests")
_CUES = PhraseTable({"update": _LEXICON["update"]["words"]})
_STATED = (("le", "present"), ("la", "presente"), ("les", "presents"), ("les", "presentes"))
_ANYWHERE = frozenset(
    {
        *(f"{verb} le total" for verb in ("porter", "ramener", "changer", "corriger", "mettre", "passer", "monter", "descendre")),
        "a ajouter",
        "a rajouter",
        "a enlever",
        "dans les presents",
        "aux presents",
        "dans les excuses",
        "dans les absents",
        "l ajouter",
        "les ajouter",
        "la rajouter",
        "le rajouter",
        "l enlever",
        "les enlever",
        "le retirer",
        "la retirer",
        *(f"{verb} {whom} {state}" for verb in ("compte", "mets", "note", "marque") for whom, state in _STATED),
        *(f"a {verb} {state}" for verb in ("compter", "mettre", "noter", "marquer") for _, state in _STATED),
    }
)
_KEPT_BEFORE = frozenset({"enregistree", "enregistre", "saisie", "saisi", "notee", "rentree", "envoyee", "donnee"})
_SMALL = words_of("requests", "small_in_updates")
_NOT_HIM = frozenset({"c est pas", "ce n est pas", "c etait pas", "ce n etait pas"})
_TELLING = frozenset({"decide", "valide", "acte", "prochaine", "prochain", "parle"})
_LAST = frozenset({"dernier", "derniere"})
_HERE = frozenset({"present", "presente", "presents", "presentes"})
_THERE = frozenset({"la", "present", "presente", "presents", "presentes", "aussi", "bien"})
_INFINITIVES = frozenset(
    {"ajouter", "rajouter", "enlever", "retirer", "rectifier", "corriger", "modifier", "supprimer", "remplacer", "completer"}
)
_ORDERS = frozenset({"retire", "enleve", "ajoute", "rajoute", "supprime", "remplace", "retirez", "enlevez", "ajoutez", "rajoutez"})
_HEADS = frozenset({"presences", "presence", "presents", "modif", "modifs", "maj", "correction", "corrections", "emargement"})
_HEADING = 10  # words that may head an order after a colon
_FAR = 60  # words: a cue further on announces nothing
_STRONG = frozenset(
    {
        *("manque", "manquait"),
        *("ajoutes", "rajoutes", "inscris", "enleves", "retires", "supprimes", "effaces", "remplaces", "corriges", "rectifies"),
        "ajoute",
        "rajoute",
        "ajoutez",
        "rajoutez",
        "enlevez",
        "retirez",
        "supprimez",
        "corrigez",
        "mettez",
        "inscrivez",
        "ajouter",
        "rajouter",
        "enleve",
        "retire",
        "enlever",
        "retirer",
        "supprime",
        "corrige",
        "rectifie",
        "oublie",
        "remplace",
        "mets",
        "vire",
        "virer",
        "efface",
        "raye",
    }
)


def announces_change(scan: Scan) -> bool:
    """Whether a message says that it changes what was kept, or tells nothing but who was there, or how many in place of how many."""
    if _opens_with_plus(scan) or _adds_to_meeting(scan) or _tells_who(scan) or _tells_of_the_last(scan) or _counts_again(scan):
        return True
    state = notes_state(scan)
    if state is not None and (moves_state(scan, state) or find_headcount(scan, [(0, len(scan))]) is None):
        return True
    if noted_amiss(scan) or tells_only_away(scan) or (tells_new_total(scan) and now_total(scan) is not None):
        return True
    if bare_total(scan) is not None:
        return True
    replaces = scan.fold(0) in NOTES and any(p is not None and in_place_of(scan, p.first) for p in scan.person_at)
    if replaces or tells_apart(scan):
        return True
    first = scan.person_at[0] if len(scan) else None
    if first is not None and scan.fold(first.last) == "pas" and first.last + 1 < len(scan) and scan.person_at[first.last + 1] is not None:
        return True
    versus = new_total(scan) is not None and len(scan) <= 30 and not any(t is not None and t.starts is not None for t in scan.time_at)
    if versus and not any(scan.fold(i) in _TELLING for i in range(len(scan))):
        return True
    return any(_announces(scan, found, versus=versus) for found in _CUES.all(scan.words, 0, min(len(scan), _FAR)))


def orders_change(scan: Scan) -> bool:
    """Whether the first words ask for a change: « je souhaiterais rectifier la présence au Copil », « Retire Sophie de… »."""
    first = next((i for i in range(len(scan)) if scan.words[i].is_word), 0)
    if scan.fold(first) in _ORDERS and scan.person_at[first + 1] is not None:
        return not any(scan.sign(i) == "?" for i in range(len(scan)))
    return any(scan.fold(i) in _INFINITIVES for i in range(min(len(scan), 7))) and not any(scan.sign(i) == "?" for i in range(len(scan)))


def _adds_to_meeting(scan: Scan) -> bool:
    """« pour le GT jeunes d'hier, 2 personnes du CCAS en plus »: a meeting kept before, then who is told more or less."""
    if len(scan) > 30:
        return False
    i, named = 0, False
    while i < len(scan) and (scan.time_at[i] is not None or scan.group_at[i] is not None or scan.fold(i) in _SMALL):
        named = named or scan.group_at[i] is not None
        i += 1
    if not named or scan.sign(i) not in {",", ":", "-", "–"}:
        return False
    return any(scan.fold(k) in {"en", "de"} and scan.fold(k + 1) in {"plus", "moins"} for k in range(i, len(scan)))


def _opens_with_plus(scan: Scan) -> bool:
    """« + Aminata », « GT droits de lundi : + 2 bénévoles »: a plus after nothing but the meeting meant."""
    i = 0
    while i < len(scan) and (
        scan.time_at[i] is not None
        or scan.group_at[i] is not None
        or scan.fold(i) in _SMALL | _HEADS
        or scan.sign(i) in {":", ",", "-", "–", "→", "\n", "("}
    ):
        i += 1
    return scan.sign(i) == "+"


def _tells_of_the_last(scan: Scan) -> bool:
    """« à la dernière réunion, Anne était excusée et Philippe présent »: who was there or not at a meeting kept, and no hour."""
    if len(scan) > 40 or not any(scan.fold(i) in _LAST for i in range(min(len(scan), 12))):
        return False
    if any(t is not None and (t.starts is not None or t.seconds is not None or t.days is not None) for t in scan.time_at):
        return False
    if "nombre" in scan.folds and now_total(scan) is not None and not any(scan.sign(i) == "?" for i in range(len(scan))):
        return True
    states = [i for i in range(len(scan)) if scan.fold(i).startswith(("excus", "absent")) or scan.fold(i) in _HERE]
    named = any(p is not None for p in scan.person_at) or any(t is not None and t.structures for t in scan.thing_at)
    return bool(states) and named and not any(scan.sign(i) == "?" for i in range(len(scan)))


def _counts_again(scan: Scan) -> bool:
    """« pour la plénière du 1er avril, nous étions finalement 86 »: a meeting of a day gone, another total, and nothing more."""
    if not _in_fact(scan) or len(scan) > 20 or not any(scan.group_at):
        return False
    told = [t for t in scan.time_at if t is not None]
    dated = any(t.days is not None for t in told) and not any(t.starts is not None or t.seconds is not None for t in told)
    return dated and not any(scan.person_at) and find_headcount(scan, [(0, len(scan))]) is not None


def _in_fact(scan: Scan) -> bool:
    """« finalement », « en réalité », « en fait »."""
    return "finalement" in scan.folds or any(
        scan.fold(i) == "en" and scan.fold(i + 1) in {"realite", "fait"} for i in range(min(len(scan), _FAR))
    )


def _announces(scan: Scan, found: Found, *, versus: bool) -> bool:
    """Whether a cue stands where it announces a change."""
    strong = scan.fold(found.first) in _STRONG or scan.fold(found.last - 1) in _STRONG
    lead = sum(
        1
        for k in range(found.first)
        if scan.words[k].is_word and scan.group_at[k] is None and scan.time_at[k] is None and scan.person_at[k] is None
    )
    said = " ".join(w.fold for w in scan.words[found.first : found.last])
    if (said in _ANYWHERE or scan.fold(found.last - 1) in _KEPT_BEFORE) and len(scan) <= 24:
        return True
    if said == "on etait":
        return versus and lead <= 4
    if (said.endswith("aussi") or strong) and len(scan) <= 24:
        lead = sum(1 for k in range(found.first) if _lead_word(scan, k))
    if _forgot_a_thing(scan, found):
        return False
    if said == "en plus" and _more_at(scan, found.first):
        return True
    if strong and scan.sign(found.first - 1) == ":" and lead <= _HEADING and any(scan.group_at[: found.first]):
        return True  # « relecture de la feuille d'émargement du GT d'hier : ajouter Céline »
    if said in _NOT_HIM:
        return found.last < len(scan) and lead <= 2 and scan.person_at[found.last] is not None
    really = said in {"finalement", "en fait", "en realite"} and len(scan) <= 26 and any(_told_away(scan, k) for k in range(len(scan)))
    return (
        really or lead <= (4 if strong else 2) or (said in {"finalement", "en fait"} and len(scan) <= 16 and scan.person_at[0] is not None)
    )


def _told_away(scan: Scan, k: int) -> bool:
    """Whether « excusé », « n'était pas là », « n'a pas pu venir » stands at word k."""
    cue = ATTENDANCE.at(scan.words, k)
    return is_away(scan, k) or (cue is not None and cue.tag in {"excused", "absent"} and cue.last - cue.first > 2)


def _more_at(scan: Scan, i: int) -> bool:
    """« au GT d'hier il y avait 2 personnes de l'UNAFAM en plus »: somebody named just before, a meeting meant, and no total."""
    named = scan.person_at[i - 1] is not None or scan.thing_at[i - 1] is not None
    return named and len(scan) <= 24 and any(scan.group_at[:i]) and find_headcount(scan, [(0, len(scan))]) is None


def _forgot_a_thing(scan: Scan, found: Found) -> bool:
    """« Karim a oublié ses clés »: somebody forgot something, nobody was left out."""
    i = found.last - 1
    if scan.fold(i) == "oublie" and (scan.fold(i - 1) in {"n", "ne", "pas"} or scan.fold(i + 1) == "pas"):
        return True  # « n'oublie pas : lundi… »
    if scan.fold(i) != "oublie" or scan.fold(i - 1) not in {"a", "ont"} or i < 2:
        return False
    return scan.person_at[i - 2] is not None or scan.fold(i - 2) in {"il", "elle", "ils", "elles"}


def _lead_word(scan: Scan, k: int) -> bool:
    """Whether a word before « était là aussi » tells more than who and when."""
    named = scan.words[k].is_capital or any(at[k] is not None for at in (scan.group_at, scan.time_at, scan.person_at, scan.thing_at))
    return scan.words[k].is_word and not named and scan.fold(k) not in _SMALL


def _tells_who(scan: Scan) -> bool:
    """« Thomas Hervé était aussi présent au GT addictions de lundi »: nothing but that somebody was there, said of a day or a group."""
    if len(scan) > 24 or any(t is not None and (t.starts is not None or t.seconds is not None) for t in scan.time_at):
        return False
    i = 0
    while i < len(scan) and (
        scan.fold(i) in {"et", "au", "fait", "mme", "m", "dr", "le", "la", "l", ",", "pour", ":", "du", "de", "d"}
        or scan.time_at[i] is not None
        or scan.group_at[i] is not None
    ):
        i += 1
    said = next((k + 1 for k in range(i, min(len(scan), i + 10)) if scan.fold(k) in {"que", "qu"}), i)
    while scan.fold(said) in {"mme", "m", "mr", "dr", "docteur", "madame", "monsieur"} or (scan.sign(said) == "." and said > i):
        said += 1
    person = scan.person_at[said] if said < len(scan) else None
    if person is None:
        return False
    j = person.last
    while j < len(scan) and (scan.fold(j) in {"et", "la", "le", "mme"} or scan.sign(j) == "," or scan.person_at[j] is not None):
        j += 1
    if missed_it(scan, j):
        return True
    if _away_alone(scan, said if said > i and scan.fold(said - 1) in _SMALL | {"que", "qu", "."} else 0):
        return True
    while j < len(scan) and scan.fold(j) in {"aussi", "bien", "y", "lui", "elle", "n", "ne"}:
        j += 1
    if scan.fold(j) not in {"etait", "etaient"}:
        return False
    words = {"aussi", "bien"} if any(scan.group_at[k] is not None for k in range(i)) else _THERE
    told = any(scan.fold(k) in words for k in range(person.last, min(len(scan), j + 4))) or _others_too(scan, j + 1, said)
    placed = any(t is not None and t.days is not None for t in scan.time_at) or any(g is not None for g in scan.group_at)
    return told and placed


def _others_too(scan: Scan, i: int, head: int) -> bool:
    """« copil de cet aprem : M. Blanc était là, l'UNAFAM aussi »: others likewise, of a meeting that the words before `head` point at."""
    pointed = (
        any(scan.time_at[k] is not None and scan.fold(k - 1) in {"de", "du", "d"} for k in range(1, head)) and ":" in scan.folds[:head]
    )
    k = i + 2 + (scan.fold(i + 2) in {"la", "le", "l"})
    if not pointed or scan.fold(i) != "la" or scan.sign(i + 1) != "," or k >= len(scan):
        return False
    person, thing = scan.person_at[k], scan.thing_at[k]
    last = person.last if person is not None else thing.last if thing is not None and thing.structures else k
    return last > k and scan.fold(last) in {"aussi", "egalement"}


def _away_alone(scan: Scan, first: int) -> bool:
    """« pour hier : Lucie excusée, Florence absente »: names, a day past, who was away, and nothing else."""
    left = [
        k
        for k in range(first, len(scan))
        if scan.words[k].is_word
        and all(at[k] is None for at in (scan.time_at, scan.group_at, scan.person_at))
        and scan.fold(k) not in _SMALL
        and not (is_away(scan, k) or scan.fold(k) in {"present", "presente"})
    ]
    dated = any(t is not None and t.days is not None for t in scan.time_at)
    return dated and not left and any(is_away(scan, k) for k in range(len(scan)))
