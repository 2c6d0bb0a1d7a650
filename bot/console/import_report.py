"""What `maillon importer` says of a file: what was read, what changes, each doubt, each row and value left aside."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.directory_imports import AsideReason, Datum, Doubt, DoubtKind, ImportOutcome, ImportPlan, RowPlace
from bot.french.plurals import counted
from bot.french.typography import typographic

_REASONS = {
    AsideReason.NO_NAME: "ni nom ni structure",
    AsideReason.FORMULA: "le nom est une formule, que je ne calcule pas",
    AsideReason.TITLE: "titre, section ou en-tête",
    AsideReason.UNREADABLE: "fiche illisible",
}
_DATA = {
    Datum.NAME: "nom",
    Datum.CIVILITY: "civilité",
    Datum.STRUCTURE: "structure",
    Datum.FUNCTION: "fonction",
    Datum.PHONE: "téléphone",
    Datum.EMAIL: "mail",
    Datum.COMMUNE: "commune",
    Datum.GROUPS: "groupe",
    Datum.NOTE: "remarque",
}


def report(plan: ImportPlan, outcome: ImportOutcome, *, file_name: str, simulated: bool) -> str:
    """The whole report, one line a fact."""
    return typographic("\n".join(_lines(plan, outcome, file_name=file_name, simulated=simulated)))


def _lines(plan: ImportPlan, outcome: ImportOutcome, *, file_name: str, simulated: bool) -> Iterator[str]:
    yield f"{file_name} : {counted(plan.read, 'ligne lue')}, {counted(outcome.rows, 'ligne gardée')}, {len(plan.aside)} de côté."
    merged = f" ({counted(outcome.merged_rows, 'ligne réunie')} à une autre)" if outcome.merged_rows else ""
    yield f"Personnes : {_counts(outcome.people_added, outcome.people_changed, outcome.people_same)}{merged}."
    yield f"Structures : {_counts(outcome.structures_added, outcome.structures_changed, outcome.structures_same)}."
    yield f"Groupes : {counted(outcome.groups_added, 'nouveau')}."
    if plan.doubts:
        yield f"À décider ({len(plan.doubts)}), rien n’est deviné :"
        yield from (f"– {_place(doubt.row)} : {_doubt(doubt)}" for doubt in plan.doubts)
    if plan.aside:
        yield f"Lignes laissées de côté ({len(plan.aside)}) :"
        yield from (f"– {_place(left.row)} : {_REASONS[left.reason]}{f' « {left.said} »' if left.said else ''}" for left in plan.aside)
    if plan.unread:
        yield f"Valeurs à vérifier ({len(plan.unread)}) :"
        for value in plan.unread:
            fate = "gardé tel quel, numéro inhabituel" if value.kept else "pas gardé"
            yield f"– {_place(value.row)} : {_DATA[value.datum]} « {value.said} », {fate}"
    if plan.unread_columns:
        yield f"Pas lu : {', '.join(plan.unread_columns)}."
    yield "Simulation : rien n’a été écrit." if simulated else "L’annuaire est à jour."


def _counts(added: int, changed: int, same: int) -> str:
    return f"{counted(added, 'ajoutée')}, {changed} mise{'s' if changed > 1 else ''} à jour, {counted(same, 'inchangée')}"


def _place(row: RowPlace) -> str:
    return f"feuille « {row.sheet} », ligne {row.number}" if row.sheet else f"ligne {row.number}"


def _doubt(doubt: Doubt) -> str:
    if doubt.kind is DoubtKind.SAME_PERSON:
        return f"{doubt.said} est peut-être la même personne que {doubt.choices[1].label} ; je garde deux fiches"
    others = ", ".join(choice.label for choice in doubt.choices[1:])
    if doubt.kind is DoubtKind.WHICH_COMMUNE:
        return f"commune « {doubt.said} » : {others} ? Je la laisse vide"
    return f"structure « {doubt.said} » : {others} ? Je lui fais sa propre fiche"
