"""What Maillon proposes about the directory: a line under a kept meeting, and what /annuaire shows as to be completed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.domain.sheet_changes import ProposalKind
from bot.french.lists import and_list
from bot.french.plurals import counted
from bot.texts.names import safe
from bot.texts.sheets import ASK_WHO

SAY_WHAT_CHANGES = (
    "Quelque chose change ? Dites-le, un appui copie l’exemple :\n"
    "<code>nouveau numéro de Sophie Martin 06 39 98 01 02</code>\n"
    "<code>Karim Benali est parti, c’est Sonia Haddad qui le remplace</code>"
)
NOTHING_LEFT = "C’est tout : il n’y a plus rien à compléter ici."
_WHAT = {
    ProposalKind.NEWCOMER: ("➕", "personne à ajouter"),
    ProposalKind.DUPLICATE: ("✏️", "doublon possible"),
    ProposalKind.SILENT: ("✏️", "fiche à vérifier"),
    ProposalKind.ASKED: ("❌", "demande d’effacement"),
    ProposalKind.FORGET: ("❌", "fiche sans activité depuis trois ans"),
}


def directory(people: int, structures: int, waiting: Mapping[ProposalKind, int], *, keeps: bool, exports: bool) -> str:
    """The directory at a glance, with what waits for an answer; `keeps`: she may change sheets; `exports`: have it all as files."""
    lines = [ASK_WHO, f"📇 Dans l’annuaire : {counted(people, 'personne')}, {counted(structures, 'structure')}."]
    if keeps:
        lines.append(SAY_WHAT_CHANGES)
    if exports:
        lines.append("Pour l’avoir en fichiers : <code>exporte l’annuaire</code>")
    if any(waiting.values()):
        lines.append("<b>À compléter</b>, quand vous avez une minute :")
    return "\n\n".join(lines)


def kind_button(kind: ProposalKind, many: int) -> str:
    """« ✏️ 3 fiches à vérifier »."""
    sign, what = _WHAT[kind]
    noun, _, rest = what.partition(" ")
    plural = rest if many < 2 else rest.replace("possible", "possibles")
    return f"{sign} {counted(many, noun)} {plural}"


def newcomers(names: Sequence[str]) -> str:
    """Under a kept meeting: who was there and is not in the directory."""
    return f"<i>Pas encore dans l’annuaire : {safe(and_list(list(names)))}.</i>"


def newcomer_button(name: str) -> str:
    """Adds one of them."""
    return f"➕ {name}"
