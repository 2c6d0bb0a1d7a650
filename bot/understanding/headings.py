"""Which lines give their role to those below or beside them: « Actions : », « Qui / Quoi / Quand », « Décidé : a ; b », « ❌ stand »."""

from __future__ import annotations

from bot.understanding.choosing import ATTENDANCE
from bot.understanding.clauses import ROLES
from bot.understanding.roles import Role, Segment
from bot.understanding.scan import Scan
from bot.understanding.sentences import Sentence

_WHO_COLUMN = frozenset({"qui", "responsable", "responsables", "pilote", "pilotes", "porteur", "porteurs", "referent"})
_COLUMNS = _WHO_COLUMN | {
    *("quoi", "quand", "pour", "action", "actions", "tache", "taches", "echeance", "echeances", "delai", "delais", "date", "statut", "et"),
    *("a", "faire", "n", "fait", "par", "limite"),
}
_CROSSES = frozenset({"❌", "🚫", "✖", "✗", "✘"})


def is_column(scan: Scan, i: int) -> bool:
    """Whether a word is but the head of a column: « Actions / qui / quand »."""
    return scan.fold(i) in {"qui", "quoi", "quand", "echeance", "echeances", "delai", "delais", "pilote", "responsable", "pour", "et"}


def heads_columns(scan: Scan, sentence: Sentence) -> bool:
    """Whether a line only names the columns of a table of tasks: « Qui / Quoi / Quand », « Action | Responsable | Échéance »."""
    signs = sum(scan.sign(i) in {"/", "|", ";", "→", "-", "–"} for i in range(sentence.body, sentence.last))
    words = [scan.fold(i) for i in range(sentence.body, sentence.last) if scan.words[i].is_word]
    return signs >= 1 and bool(set(words) & _WHO_COLUMN) and len(words) >= 2 and all(word in _COLUMNS for word in words)


def crossed_out(scan: Scan, sentence: Sentence) -> bool:
    """Whether a line with a cross gives a thing up, below one with a tick: « ✅ conférence », « ❌ pas de course »; nobody is named."""
    if sentence.sign not in _CROSSES:
        return False
    ticked = any(scan.sign(k) in {"✅", "☑", "✔", "✓"} for k in range(sentence.first))
    inside = range(sentence.body, sentence.last)
    named = any(scan.person_at[k] or scan.thing_at[k] or ATTENDANCE.at(scan.words, k) for k in inside)
    return ticked and not named and sum(scan.words[k].is_word for k in inside) > 1


def carries(scan: Scan, sentence: Sentence, before: Segment) -> bool:
    """Whether a sentence goes on with the list of the one before: « Décidé : a ; b », « À faire : sono (Zoé) ; flyer = Karim »."""
    if sentence.sign == "." and before.role in {Role.DECISION, Role.ACTION}:
        return True  # « Décisions 1. expo photo 2. pas de conférence »
    if scan.sign(sentence.first - 1) != ";":
        return False
    return before.role in {Role.DECISION, Role.TOPIC} or (before.role is Role.ACTION and scan.sign(sentence.body + 1) in {"=", ":", "→"})


def heads_next(scan: Scan, sentence: Sentence) -> bool:
    """Whether a line is only « Prochaine réunion » or « Prochaine : »."""
    cue = ROLES.at(scan.words, sentence.body) if scan.folds[sentence.body] in ROLES.openings else None
    if (
        cue is None
        or cue.tag != "next"
        or scan.sign(sentence.last) != "\n"
        or not scan.fold(cue.first).startswith(("proch", "suite", "rendez", "rdv"))
    ):
        return False
    return cue.last == sentence.last or (cue.last + 1 == sentence.last and scan.sign(cue.last) == ":")


def heading(scan: Scan, sentence: Sentence, parts: list[Segment]) -> Role | None:
    """The role of a line that is only a cue: « Actions : »."""
    if len(parts) != 1 or parts[0].role is Role.FACTS or parts[0].bearers:
        return None
    rest = [i for i in range(parts[0].body, sentence.last) if (scan.words[i].is_word or scan.words[i].is_number) and not is_column(scan, i)]
    stands_alone = sentence.last < len(scan) and scan.sign(sentence.last) == "\n"
    return parts[0].role if not rest and stands_alone and not parts[0].kept_cue else None
