"""Which lines give a task without a verb of their own: « Affiche : Zoé », « moi : devis », « sono à trouver », « → saisine du juge »."""

from __future__ import annotations

from bot.understanding.choosing import ATTENDANCE
from bot.understanding.clauses import is_to_come
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.roles import Role
from bot.understanding.scan import Scan
from bot.understanding.sentences import Sentence
from bot.understanding.verbs import is_infinitive

STATUS = PhraseTable({"status": table("decisions")["status"]["words"]})
_ARROWS = frozenset({"→", "=", ">", "-", "➡", "👉", "⇒", "➜"})
_POINTERS = frozenset({"→", ">", "➡", "👉", "⇒", "➜"})
_NOT_TASKS = words_of("cues", "no_tasks")
_SPOKE_OF = words_of("cues", "spoke_of")
_TELLS = frozenset(
    {
        *("est", "sont", "a", "ont", "avait", "avaient", "etait", "etaient", "il", "elle", "on", "je", "j", "ils", "elles", "nous", "vous"),
        *("y", "ne", "n", "pas", "qui", "que", "qu", "serait", "sera", "seront", "ok", "oui", "non", "excuse", "excusee", "reste"),
    }
)
_LOOSE_ENDS = frozenset(
    {"voir", "suivre", "venir", "retenir", "noter", "discuter", "savoir", "dire", "partir", "compter", "signaler", "ajouter", "rappeler"}
)
_NOTHING_TO = frozenset({"rien", "aide", "aides", "mal", "difficulte", "difficultes", "pret", "prets", "prete", "pretes", "prochaine"})
_MOST_WORDS = 7  # before « à trouver », « : Zoé »


def names_task(scan: Scan, sentence: Sentence) -> bool:
    """« Affiche : Zoé », « Salle : Jérôme avant le 30 », « affiches : Chloé, commande avant vendredi »: a thing, a colon, who."""
    colon = _colon(scan, sentence.body, sentence.last)
    if colon is None or colon == sentence.body or colon + 1 >= sentence.last or scan.person_at[colon + 1] is None:
        return False
    if not _is_thing(scan, sentence.body, colon):
        return False
    i = colon + 1
    while i < sentence.last and scan.sign(i) != ",":
        told = scan.person_at[i] or scan.time_at[i] or scan.fold(i) in {"et", "avant", "pour"} or not scan.words[i].is_word
        if not told:
            return False
        i += 1
    following = scan.person_at[i + 1] if i + 1 < sentence.last else None
    return following is None or all(scan.person_at[k] or not scan.words[k].is_word or scan.fold(k) == "et" for k in range(i, sentence.last))


def _colon(scan: Scan, first: int, last: int) -> int | None:
    return next((i for i in range(first, min(last, first + _MOST_WORDS)) if scan.sign(i) == ":"), None)


def _is_thing(scan: Scan, first: int, last: int) -> bool:
    """Whether those few words name something to do or to make, no part of the roll nor a role in the meeting."""
    if any(ATTENDANCE.at(scan.words, i) or scan.time_at[i] or scan.group_at[i] or scan.thing_at[i] for i in range(first, last)):
        return False
    said = [scan.fold(i) for i in range(first, last) if scan.words[i].is_word]
    return bool(said) and not any(word in _NOT_TASKS or word in _TELLS for word in said) and any(len(word) >= 3 for word in said)


def pointed(scan: Scan, after: int, end: int, *, listed: bool, line: int | None = None) -> int | None:
    """Where a task begins that a sign gives to the subject that ends before word `after`.

    « Sophie → flyer », « B. Chabert : envoyer la convention »; `line`: where the line begins if the subject opens it, then a colon is
    enough before words that can be a task: « moi : devis pour le 30 ».
    """
    arrow = after
    while arrow < end and scan.sign(arrow) in _ARROWS:
        arrow += 1
    if arrow > after and scan.sign(arrow - 1) in _POINTERS:
        return arrow if arrow < end and not _is_outcome(scan, arrow, end) else None
    if scan.sign(after) != ":" or after + 1 >= end:
        return None
    if listed or is_infinitive(scan.fold(after + 1)) or (line is not None and _can_be_task(scan, after + 1, end)):
        return after + 1
    return None


def _is_outcome(scan: Scan, i: int, end: int) -> bool:
    """Whether what an arrow points at is no task: who was there, how many, that nothing or something came out."""
    if ATTENDANCE.at(scan.words, i) is not None or scan.fold(i) in {"rien", "ras", "tous", "toutes", "tout"}:
        return True
    status = STATUS.at(scan.words, i)
    if status is not None and (status.last >= end or not scan.words[status.last].is_word):
        return True
    return scan.number_at[i] is not None and scan.time_at[i] is None and (i + 1 >= end or scan.fold(i + 1) in {"avec", "p", "pers", "en"})


def _can_be_task(scan: Scan, first: int, end: int) -> bool:
    """Whether words after « Samira : » can be a task: they name a thing, tell nothing that happened, and are nobody's name."""
    end = next((i for i in range(first, end) if scan.sign(i) == "," or scan.fold(i) in {"quand", "des", "si"}), end)
    if scan.words[first].is_number or ATTENDANCE.at(scan.words, first) is not None or scan.fold(first) in _NOT_TASKS:
        return False
    if scan.fold(first) in _SPOKE_OF and not is_to_come(scan, first, end):
        return False
    if any(scan.fold(i) in _TELLS and scan.sign(i) != "à" and scan.time_at[i] is None for i in range(first, end)):
        return False
    plain = [i for i in range(first, end) if scan.words[i].is_word and len(scan.fold(i)) >= 3 and _is_free(scan, i)]
    return bool(plain) and scan.person_at[first] is None and scan.thing_at[first] is None


def _is_free(scan: Scan, i: int) -> bool:
    return scan.time_at[i] is None and scan.person_at[i] is None and scan.thing_at[i] is None and scan.group_at[i] is None


def to_do(scan: Scan, first: int, end: int) -> bool:
    """Whether a line says that something is to be done: « registre à mettre à jour », « sono : à trouver », « convention à signer »."""
    last = min(end, first + _MOST_WORDS)
    for i in range(first, last):
        if scan.fold(i) == "a" and i > first and is_infinitive(scan.fold(i + 1)) and scan.fold(i + 1) not in _LOOSE_ENDS:
            return scan.fold(i - 1) not in _NOTHING_TO and _names_something(scan, first, i)
        if not (scan.words[i].is_word or scan.words[i].is_number or scan.sign(i) in {":", "«", "»"}):
            return False
    return False


def _names_something(scan: Scan, first: int, last: int) -> bool:
    said = [scan.fold(i) for i in range(first, last) if scan.words[i].is_word]
    unread = all(scan.person_at[i] is None and scan.group_at[i] is None and scan.time_at[i] is None for i in range(first, last))
    return unread and bool(said) and not any(word in _TELLS or word in _NOTHING_TO or word in {"date", "suite"} for word in said)


def came_out(scan: Scan, sentence: Sentence) -> Role | None:
    """What a line that an arrow opens tells: « → saisine de l'EMPP » was decided, « → sono : à trouver » is to do; None: facts."""
    if sentence.sign not in {"→", "⇒", "➜", "➔"}:
        return None
    inside = range(sentence.body, sentence.last)
    told = any(
        ATTENDANCE.at(scan.words, i) or scan.group_at[i] or ((t := scan.time_at[i]) is not None and t.starts is not None) for i in inside
    )
    first = scan.fold(sentence.body)
    words = [i for i in inside if scan.words[i].is_word and len(scan.fold(i)) >= 3 and _is_free(scan, i)]
    return None if told or not words or first in _NOT_TASKS | _SPOKE_OF or first in {"rien", "ras", "pas"} else Role.DECISION
