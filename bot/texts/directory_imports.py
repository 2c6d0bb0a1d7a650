"""What is said while a directory is brought in by its file: the preview, each doubt, and what became of it."""

from __future__ import annotations

from bot.domain.directory_imports import AsideReason, Choice, Doubt, DoubtKind, ImportOutcome, ImportPlan, RowPlace
from bot.french.lists import and_list
from bot.french.plurals import counted
from bot.texts.names import bold, safe

KEEP = "✅ Importer"
LATER = "⏰ Décider plus tard"
ALL_LATER = "⏰ Tout plus tard"
TWO_PEOPLE = "Deux personnes différentes"
NO_COMMUNE = "Laisser vide"
FILE_GONE = "Telegram ne me donne plus ce fichier. Renvoyez-le, s’il vous plaît."
MOST_SHOWN = 5


def preview(plan: ImportPlan, outcome: ImportOutcome, *, file_name: str, open_doubt: int | None) -> str:
    """The card: what would be added, updated and left aside, then the doubt that is asked."""
    titles = sum(left.reason is AsideReason.TITLE for left in plan.aside)
    lost = [left for left in plan.aside if left.reason is not AsideReason.TITLE]
    lines = [
        f"📇 {bold(file_name)} – {counted(plan.read, 'ligne lue')}",
        "",
        f"Personnes : {_counts(outcome.people_added, outcome.people_changed, outcome.people_same)}",
        *([f"· {counted(outcome.merged_rows, 'ligne réunie')} à une autre (mêmes personnes)"] if outcome.merged_rows else []),
        f"Structures : {_counts(outcome.structures_added, outcome.structures_changed, outcome.structures_same)}",
        *([f"Groupes : {counted(outcome.groups_added, 'nouveau')}"] if outcome.groups_added else []),
        *([f"Titres et sections, sans rien à garder : {counted(titles, 'ligne')}"] if titles else []),
    ]
    if lost:
        lines += [
            f"De côté : {counted(len(lost), 'ligne')} sans nom ni structure",
            *(f"· {_place(one.row)} : {safe(one.said)}" for one in lost[:MOST_SHOWN]),
        ]
        lines += [f"· … et {counted(len(lost) - MOST_SHOWN, 'autre')}"] if len(lost) > MOST_SHOWN else []
    unread = [value for value in plan.unread if not value.kept]
    if unread:
        lines += [f"Pas gardé : {counted(len(unread), 'valeur')}", *(f"· {_place(v.row)} : {safe(v.said)}" for v in unread[:MOST_SHOWN])]
    unusual = len(plan.unread) - len(unread)
    lines += [f"Numéros inhabituels, gardés tels quels : {unusual}"] if unusual else []
    lines += [f"Colonnes non lues : {safe(and_list(plan.unread_columns[:MOST_SHOWN]))}"] if plan.unread_columns else []
    asked = question(plan.doubts[open_doubt], rank=open_doubt + 1, of=len(plan.doubts)) if open_doubt is not None else ""
    return "\n".join([*lines, "", asked or "Rien n’est encore écrit : touchez ✅ pour importer."])


def question(doubt: Doubt, *, rank: int, of: int) -> str:
    """One doubt."""
    place = _place(doubt.row)
    head = f"❓ {rank}/{of} – {place} : " if of > 1 else f"❓ {place[0].upper()}{place[1:]} : "
    if doubt.kind is DoubtKind.SAME_PERSON:
        return f"{head}{bold(doubt.said)} et {bold(doubt.choices[1].label)}, est-ce la même personne ?"
    if doubt.kind is DoubtKind.WHICH_COMMUNE:
        return f"{head}quelle commune est « {safe(doubt.said)} » ?"
    return f"{head}quelle structure est « {safe(doubt.said)} » ?"


def choice(doubt: Doubt, given: Choice) -> str:
    """The button of one answer."""
    first = given == doubt.choices[0]
    if doubt.kind is DoubtKind.SAME_PERSON:
        return TWO_PEOPLE if first else f"La même : {given.label}"
    if doubt.kind is DoubtKind.WHICH_COMMUNE:
        return NO_COMMUNE if first else given.label
    return f"Une structure à part : {given.label}" if first else given.label


def kept(outcome: ImportOutcome, *, file_name: str, later: int) -> str:
    """What the import wrote."""
    lines = [
        f"✅ {bold(file_name)} est importé.",
        f"Personnes : {_counts(outcome.people_added, outcome.people_changed, outcome.people_same)}",
        f"Structures : {_counts(outcome.structures_added, outcome.structures_changed, outcome.structures_same)}",
        *([f"Groupes : {counted(outcome.groups_added, 'nouveau')}"] if outcome.groups_added else []),
        *([f"{counted(later, 'doute laissé')} pour plus tard : rien n’a été réuni ni deviné."] if later else []),
    ]
    return "\n".join(lines)


def dropped(file_name: str) -> str:
    """It was given up."""
    return f"C’est abandonné : rien du fichier {bold(file_name)} n’a été écrit, et je n’en garde rien."


def undone(file_name: str) -> str:
    """It was taken back."""
    return f"↩︎ L’import du fichier {bold(file_name)} est annulé : l’annuaire est comme avant."


def _counts(added: int, changed: int, same: int) -> str:
    told = [
        (added, counted(added, "ajoutée")),
        (changed, f"{changed} mise{'s' if changed > 1 else ''} à jour"),
        (same, counted(same, "inchangée")),
    ]
    return and_list([words for count, words in told if count]) or "rien de nouveau"


def _place(row: RowPlace) -> str:
    return f"feuille « {safe(row.sheet)} », ligne {row.number}" if row.sheet else f"ligne {row.number}"
