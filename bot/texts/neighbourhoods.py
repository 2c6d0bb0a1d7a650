"""What is said of priority neighbourhoods (QPV): in a card of the directory, in their list, on the sheet of a structure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.neighbourhoods import Neighbourhood
from bot.domain.sheet_changes import SheetChange, SheetView
from bot.texts.help import example
from bot.texts.names import bold, safe

NEW = " <i>(nouveau QPV)</i>"
NONE_YET = (
    "📍 <b>Aucun QPV n’est encore connu.</b>\nDonnez-m’en la liste, par exemple : "
    f"{example('QPV : Cévennes (Alès, QN03001M), Prés-Saint-Jean (Alès)')}\nOu dites-le d’une structure : "
    f"{example('le centre social est dans le QPV Cévennes')}"
)
_HOW = (
    f"Pour en ajouter : {example('QPV : Cévennes (Alès)')}\n"
    f"Pour dire où est une structure ou un lieu : {example('le centre social est dans le QPV Cévennes')}\n"
    f"Pour en retirer : {example('retire le QPV Cévennes')}"
)
NOWHERE = "Dans aucun QPV"


def line(change: SheetChange, view: SheetView, *, before: str | None) -> str:
    """« QPV : Cévennes → <b>Prés-Saint-Jean</b> (nouveau QPV) »; nothing when it is not spoken of."""
    if not change.neighbourhoods and not change.outside:
        return ""
    one = change.neighbourhoods[0] if change.neighbourhoods and not change.outside else None
    after = bold(one.name) + (NEW if one.name in view.new else "") if one else "<b>aucun</b>"
    return f"QPV : {after}" if before is None or (one and one.name == before) else f"QPV : {safe(before)} → {after}"


def listed_on_card(change: SheetChange, view: SheetView) -> str:
    """The QPV that the list gains, or loses."""
    told = [f"• {_one(one)}{NEW if one.name in view.new and not change.outside else ''}" for one in change.neighbourhoods]
    if change.outside:
        return "\n".join(["<b>QPV à retirer</b>", *told, "<i>Les structures et les lieux qui y sont ne seront plus dans aucun QPV.</i>"])
    return "\n".join(["<b>Quartiers prioritaires (QPV)</b>", *told])


def listed(neighbourhoods: Sequence[Neighbourhood]) -> str:
    """All of the territory's."""
    if not neighbourhoods:
        return NONE_YET
    return "\n".join(["📍 <b>Quartiers prioritaires (QPV)</b>", "", *(f"• {_one(one)}" for one in neighbourhoods), "", _HOW])


def which(structure: str) -> str:
    """Above the buttons of the QPV in which a structure may be."""
    return f"📍 {bold(structure)}\n<b>Dans quel QPV ?</b>"


def of_sheet(neighbourhood: str) -> str:
    """A line of the sheet of a structure."""
    return f"📍 QPV {safe(neighbourhood)}"


def _one(one: Neighbourhood) -> str:
    beside = ", ".join(part for part in (one.commune, one.code) if part)
    return bold(one.name) + (f" ({safe(beside)})" if beside else "")
