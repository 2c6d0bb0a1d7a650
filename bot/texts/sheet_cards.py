"""What the card of a sheet says: who, what changes (before → after), and one question at the end."""

from __future__ import annotations

from datetime import date

from bot.domain.people import Person
from bot.domain.sheet_changes import Meant, Sheet, SheetCard, SheetChange, SheetDeed, SheetQuestion, SheetView, question_of
from bot.french.dates import long_date
from bot.french.lists import and_list
from bot.french.names import proper_name
from bot.french.phones import spoken
from bot.texts import neighbourhoods
from bot.texts.names import DOUBT, Names, bold, safe
from bot.texts.sheet_pages import WHO_SEES, ask_erasure, erased

OFFERED = 6  # those that a question proposes
NEW = "<i>(nouvelle fiche)</i>"
DROPPED = "C’est abandonné : rien n’a changé dans l’annuaire."
UNDONE = "↩︎ C’est annulé : l’annuaire est comme avant."
RIGHT = "<i>Rien n’est encore changé. Tout est juste ? Touchez ✅. Sinon, touchez ❌ et redites-le.</i>"
STILL_RIGHT = "<i>Est-ce toujours juste ? Touchez ✅. Sinon, dites simplement ce qui change, par exemple</i> <code>nouveau numéro de Sophie Martin 06…</code>"
KEPT = "✅ <b>C’est noté dans l’annuaire.</b>"
ONE_OF_TWO = "❓ <b>Quelle fiche garder ?</b> L’autre disparaît ; ses groupes, ses présences et ses heures passent sur la fiche gardée."


def card(change: SheetChange, view: SheetView, names: Names, *, today: date, sure: bool = False) -> str:
    """The card of a change that is not kept yet, its question included."""
    asked = question_of(change)
    if change.deed is SheetDeed.ERASE and view.who is not None:
        return ask_erasure(view.who, names, sure=sure)
    tail = _question(change, asked) if asked else STILL_RIGHT if change.deed is SheetDeed.CHECK else RIGHT
    return "\n\n".join(part for part in (_body(change, view, names, today=today), tail) if part)


def kept_card(kept: SheetCard, names: Names, *, today: date) -> str:
    """The same card once kept; it shows what was before."""
    if kept.change.deed is SheetDeed.ERASE:
        return erased(kept.view or SheetView())
    return f"{KEPT}\n\n{_body(kept.change, kept.view or SheetView(), names, today=today)}"


def dropped(change: SheetChange, view: SheetView) -> str:
    """What is said once the card was given up."""
    return "\n".join(line for line in (DROPPED, _subject(change, view)) if line)


def undone(change: SheetChange, view: SheetView) -> str:
    """What is said once ↩︎ took it back."""
    return "\n".join(line for line in (UNDONE, _subject(change, view)) if line)


def _subject(change: SheetChange, view: SheetView) -> str:
    if view.structure is not None or view.place is not None:
        return safe(view.structure.name if view.structure else view.place or "")
    if change.deed is SheetDeed.NEIGHBOURHOODS:
        return safe(and_list([one.name for one in change.neighbourhoods]))
    named = [view.who.person.full_name] if view.who else [change.who.said] if change.who else []
    other = [view.other.person.full_name] if view.other else [change.other.said] if change.other else []
    return safe(and_list([*named, *other]))


def _question(change: SheetChange, asked: SheetQuestion) -> str:
    if asked == "stays":
        return ONE_OF_TWO
    meant = {"who": change.who, "other": change.other, "where": change.where}[asked]
    many = len(meant.ids) if meant is not None else 0
    return _asked(change, asked) + (
        f"\n<i>Il y en a {many} : si ce n’est pas l’une de celles-ci, redites-le en précisant.</i>" if many > OFFERED else ""
    )


def _asked(change: SheetChange, asked: SheetQuestion) -> str:
    if asked == "where":
        return f"❓ <b>Quelle structure</b> est « {safe(change.where.said if change.where else '')} » ?"
    if asked == "other":
        return f"❓ <b>Qui</b> est « {safe(change.other.said if change.other else '')} » ?"
    said = safe(change.who.said if change.who else "")
    if change.deed is SheetDeed.ADD:
        return f"❓ <b>« {said} » est déjà dans l’annuaire.</b> Est-ce la même personne ?"
    if change.deed is SheetDeed.MERGE:
        return f"❓ <b>Plusieurs fiches « {said} ».</b> Laquelle d’abord ?"
    return f"❓ <b>Qui</b> est « {said} » ?"


def _body(change: SheetChange, view: SheetView, names: Names, *, today: date) -> str:
    match change.deed:
        case SheetDeed.LEAVE:
            lines = _leaving(change, view, names, today=today)
        case SheetDeed.MERGE:
            lines = _merging(change, view, names)
        case SheetDeed.STRUCTURE:
            lines = _of_structure(change, view)
        case SheetDeed.PLACE:
            lines = [bold(view.place or ""), neighbourhoods.line(change, view, before=view.neighbourhood)]
        case SheetDeed.NEIGHBOURHOODS:
            lines = [neighbourhoods.listed_on_card(change, view)]
        case SheetDeed.ADD if view.who is None:
            lines = [f"{bold(proper_name(change.who.said))} {NEW}", *_changes(change, None, names)] if change.who else []
        case SheetDeed.CHECK if change.day is None and view.who is not None:
            lines = [_name(change.who, view.who), *_held(view.who, names)]
        case SheetDeed.INFORM | SheetDeed.OBJECT | SheetDeed.ASK_ERASURE | SheetDeed.CHECK:
            lines = [_name(change.who, view.who), f"{_NOTED[change.deed]} {long_date(change.day or today)}", _MEANING.get(change.deed, "")]
        case _:
            lines = [_name(change.who, view.who), *_changes(change, view.who, names)]
            if change.day is not None:
                lines.append(f"Depuis le {long_date(change.day)}")
    return "\n".join(line for line in lines if line)


_NOTED = {
    SheetDeed.INFORM: "ℹ️ Information donnée le",
    SheetDeed.OBJECT: "✋ Opposition notée le",
    SheetDeed.CHECK: "☑️ Fiche vérifiée le",
    SheetDeed.ASK_ERASURE: "❗ Effacement demandé le",
}
_MEANING = {
    SheetDeed.OBJECT: "<i>Le téléphone et le mail ne sont plus vus que par la coordination.</i>",
    SheetDeed.ASK_ERASURE: "<i>La coordination trouve cette demande dans /annuaire, et y répond.</i>",
}


def _name(meant: Meant | None, sheet: Sheet | None) -> str:
    if sheet is not None:
        return bold(sheet.person.full_name)
    return bold(proper_name(meant.said)) if meant is not None and meant.said else ""


def _changes(change: SheetChange, sheet: Sheet | None, names: Names) -> list[str]:
    """One line for each part that changes: before → after."""
    person = sheet.person if sheet else None
    lines = [_line("Nom", person.full_name if person else None, change.name)]
    moves = change.where is not None and change.where.settled
    carried = moves and not change.function and person is not None and person.function
    if moves and change.where is not None:
        before = names.structure(person.structure_id) if person and person.structure_id else None
        lines.append(_line("Structure", before, _place(change.where, names)) + _new_structure(change.where))
    if change.function:
        lines.append(_line("Fonction", person.function if person else None, change.function))
    elif carried and person is not None:
        lines.append(f"Fonction : {safe(person.function or '')}{DOUBT}")
    lines.append(_line("Téléphone", _phone(person.phone if person else None), _phone(change.phone)))
    lines.append(_line("Mail", person.email if person else None, change.email))
    lines.append(_line("Commune", person.commune if person else None, change.commune))
    if change.visibility is not None:
        lines.append(_line("Coordonnées", WHO_SEES[person.visibility] if person else None, WHO_SEES[change.visibility]))
    return [line for line in lines if line]


def _line(label: str, before: str | None, after: str | None) -> str:
    if not after:
        return ""
    if not before or before == after:
        return f"{label} : {bold(after)}"
    return f"{label} : {safe(before)} → {bold(after)}"


def _phone(phone: str | None) -> str | None:
    return spoken(phone) if phone else None


def _place(where: Meant, names: Names) -> str:
    return names.structure(where.id) if where.id is not None else where.said[:1].upper() + where.said[1:]


def _new_structure(where: Meant) -> str:
    return " <i>(nouvelle structure)</i>" if where.new else ""


def _leaving(change: SheetChange, view: SheetView, names: Names, *, today: date) -> list[str]:
    sheet = view.who
    lines = [f"Départ de {_name(change.who, sheet)}"]
    if sheet is None:
        return lines
    charge = _charge(sheet.person, names)
    if charge:
        lines.append(f"{safe(charge)} → jusqu’au {long_date(change.day or today)}")
    groups = and_list([names.group(group) for group in sheet.group_ids])
    if change.other is None:
        return [*lines, f"Quitte : {safe(groups)}" if groups else ""]
    if not change.other.settled:
        return lines
    comes = _name(change.other, view.other) + (f" {NEW}" if change.other.new else "")
    lines.append(f"\nÀ sa place : {comes}")
    taken = names.structure(sheet.person.structure_id) if sheet.person.structure_id else None
    where = _place(change.where, names) if change.where is not None and change.where.settled else taken if change.where is None else None
    before = view.other.person if view.other else None
    old_structure = names.structure(before.structure_id) if before and before.structure_id else None
    new = _new_structure(change.where) if change.where is not None else ""
    lines.append(_line("Structure", old_structure, where) + new if where else "")
    if sheet.person.function:
        lines.append(_line("Fonction", before.function if before else None, sheet.person.function) + DOUBT)
    lines.append(f"Groupes : {bold(groups)}" if groups else "")
    pilots = and_list([names.group(group) for group in sheet.pilots])
    return [*lines, f"Pilote : {bold(pilots)}" if pilots else ""]


def _charge(person: Person, names: Names) -> str:
    structure = names.structure(person.structure_id) if person.structure_id else None
    return ", ".join(part for part in (person.function, structure) if part)


def _merging(change: SheetChange, view: SheetView, names: Names) -> list[str]:
    """Both sheets one under the other, the one that stays marked once it is chosen."""
    pair = [sheet for sheet in (view.who, view.other) if sheet is not None]
    if len(pair) < 2:
        return ["<b>Deux fiches pour une personne</b>"]
    blocks = []
    for sheet in pair:
        mark = "" if change.stays is None else " → <b>reste</b>" if sheet.person.id == change.stays else " → s’y ajoute et disparaît"
        blocks.append("\n".join([bold(sheet.person.full_name) + mark, *_held(sheet, names)]))
    return ["<b>Deux fiches pour une personne</b>", *(f"\n{block}" for block in blocks)]


def _held(sheet: Sheet, names: Names) -> list[str]:
    person = sheet.person
    groups = and_list([names.group(group) for group in sheet.group_ids])
    parts = (
        safe(_charge(person, names)),
        f"📞 {spoken(person.phone)}" if person.phone else "",
        f"✉️ {safe(person.email)}" if person.email else "",
        f"📁 {safe(groups)}" if groups else "",
        f"🗓 dernière activité : {long_date(sheet.seen_on)}" if sheet.seen_on else "",
    )
    return [part for part in parts if part]


def _of_structure(change: SheetChange, view: SheetView) -> list[str]:
    structure = view.structure
    if structure is None:
        return []
    return [
        bold(structure.name),
        _line("Nom", structure.name, change.name),
        _line("Commune", structure.commune, change.commune),
        _line("Téléphone", _phone(structure.phone), _phone(change.phone)),
        _line("Mail", structure.email, change.email),
        neighbourhoods.line(change, view, before=structure.neighbourhood),
    ]
