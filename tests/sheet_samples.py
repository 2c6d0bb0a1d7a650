"""Every sentence about sheets with sample values, for tests/message_catalogue.py: the function, the case, the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.domain.drafts import DraftState
from bot.domain.meetings import MeetingLine, MeetingState
from bot.domain.papers import LeftPaper, PaperKind
from bot.domain.people import Visibility
from bot.domain.sheet_changes import Datum, Meant, ProposalKind, Sheet, SheetCard, SheetChange, SheetDeed, SheetView
from bot.texts import buttons, proposals, sheet_cards, sheet_pages
from bot.texts.names import Names
from tests import builders

Told = tuple[str, str, str]
SOPHIE = Sheet(
    person=replace(builders.PEOPLE[3], phone="+33466000001", email="s.martin@ccas.example"),
    group_ids=(1, 2, 3, 4),
    seen_on=date(2026, 2, 3),
)
KARIM = Sheet(person=builders.PEOPLE[4], group_ids=(1, 5), pilots=(1,))
MARTIN = Meant(said="Sophie Martin", ids=(4,), id=4)
PHONE = SheetChange(deed=SheetDeed.CHANGE, who=MARTIN, phone="+33639980102", email="s.martin@ales.example")
MOVES = SheetChange(deed=SheetDeed.CHANGE, who=MARTIN, where=Meant(said="la CAF", ids=(5,), id=5), day=date(2026, 3, 9))
LEAVES = SheetChange(
    deed=SheetDeed.LEAVE,
    who=Meant(said="Karim", ids=(5,), id=5),
    other=Meant(said="Sonia Haddad", new=True),
    where=Meant(said="CCAS", ids=(2,), id=2),
)
MERGES = SheetChange(deed=SheetDeed.MERGE, who=MARTIN, other=Meant(said="Karim", ids=(5,), id=5))
ADDS = SheetChange(
    deed=SheetDeed.ADD,
    who=Meant(said="Paul Roux", new=True),
    function="infirmier",
    where=Meant(said="MSP d’Anduze", new=True),
    phone="+33639980103",
    commune="Anduze",
)
DURANDS = Meant(said="Durand", ids=(7, 8))
PMI = SheetChange(deed=SheetDeed.STRUCTURE, where=Meant(said="la PMI", ids=(4,), id=4), commune="Salindres", name="PMI des Cévennes")
OF_PMI = SheetView(structure=replace(builders.STRUCTURES[3], commune="Alès"))


def samples(names: Names, *, today: date) -> Iterator[Told]:
    """All of them."""
    yield from _cards(names, today)
    yield from _proposals()
    yield from _pages(names)
    kept = SheetCard(
        id=1, account_id=1, version=2, state=DraftState.KEPT, change=PHONE, view=SheetView(who=SOPHIE), touched_at=builders.NOW
    )
    yield "sheet_cards.kept_card", "un numéro", sheet_cards.kept_card(kept, names, today=today)
    yield "sheet_cards.dropped", "un départ", sheet_cards.dropped(LEAVES, SheetView(who=KARIM))
    yield "sheet_cards.undone", "une structure", sheet_cards.undone(PMI, OF_PMI)
    yield "buttons.keep_sheet", "une de deux fiches", buttons.keep_sheet(names.person_apart(4))


def _pages(names: Names) -> Iterator[Told]:
    told = Datum(field="phone", source="conversation", at=builders.NOW, by=1)
    whole = replace(SOPHIE, since=date(2024, 9, 1), data=(Datum(field="", source="invitation", at=builders.NOW), told))
    asked = replace(whole, informed_on=date(2026, 3, 10), informed_by=1, objected_on=date(2026, 3, 11), erasure_asked_on=date(2026, 3, 11))
    yield "sheet_pages.page", "une fiche", sheet_pages.page(whole, names)
    yield "sheet_pages.page", "après une opposition et une demande d’effacement", sheet_pages.page(asked, names)
    yield "sheet_pages.own", "sa propre fiche", sheet_pages.own(whole, names)
    words = {"territory": "CLS du bassin alésien", "organism": "Association Le Chaînon santé", "writer": "Claire Fontaine"}
    yield "sheet_pages.notice", "avec un mail", sheet_pages.notice(SOPHIE, **words, address="claire@chainon.example")
    yield "sheet_pages.notice", "sans mail", sheet_pages.notice(KARIM, **words, address=None)
    yield "sheet_pages.ask_erasure", "d’abord", sheet_pages.ask_erasure(SOPHIE, names, sure=False)
    yield "sheet_pages.ask_erasure", "une seconde fois", sheet_pages.ask_erasure(SOPHIE, names, sure=True)
    line = MeetingLine(
        id=1, state=MeetingState.HELD, label="GT Diabète", day=date(2026, 3, 10), starts=None, ends=None, place=None, has_minutes=True
    )
    yield (
        "sheet_pages.erased",
        "des comptes rendus sont partis",
        sheet_pages.erased(SheetView(sent=(line, replace(line, label="", day=date(2026, 2, 3))))),
    )
    papers = (
        LeftPaper(kind=PaperKind.SIGNING_SHEET, left_on=date(2026, 3, 9), label="GT Diabète", day=date(2026, 3, 10)),
        LeftPaper(kind=PaperKind.DECISIONS, left_on=date(2026, 3, 9), label="GT Diabète"),
        LeftPaper(kind=None, left_on=date(2026, 3, 2)),
    )
    yield "sheet_pages.erased", "d’autres documents aussi", sheet_pages.erased(SheetView(sent=(line,), papers=papers))
    yield "sheet_pages.erased", "d’autres documents seulement", sheet_pages.erased(SheetView(papers=papers[:1]))
    yield "sheet_pages.erased", "aucun n’est parti", sheet_pages.erased(SheetView())


def _proposals() -> Iterator[Told]:
    waiting = {ProposalKind.NEWCOMER: 2, ProposalKind.SILENT: 5}
    yield "proposals.directory", "rien à compléter", proposals.directory(1600, 277, {}, keeps=False, exports=False)
    yield "proposals.directory", "de la coordinatrice", proposals.directory(1600, 277, {}, keeps=True, exports=True)
    yield "proposals.directory", "à compléter", proposals.directory(1600, 277, waiting, keeps=True, exports=True)
    for kind in ProposalKind:
        yield "proposals.kind_button", f"{kind.value}, une", proposals.kind_button(kind, 1)
        yield "proposals.kind_button", f"{kind.value}, plusieurs", proposals.kind_button(kind, 3)
    yield "proposals.newcomers", "deux personnes", proposals.newcomers(["Mme Vidal", "Lou Castel"])
    yield "proposals.newcomer_button", "une personne", proposals.newcomer_button("Mme Vidal")


def _cards(names: Names, today: date) -> Iterator[Told]:
    told = (
        ("un numéro et un mail", PHONE, SheetView(who=SOPHIE)),
        ("une autre structure", MOVES, SheetView(who=SOPHIE)),
        ("un départ, quelqu’un à sa place", LEAVES, SheetView(who=KARIM)),
        ("un départ, personne à sa place", replace(LEAVES, other=None, where=None), SheetView(who=KARIM)),
        ("un départ, qui à sa place ?", replace(LEAVES, other=DURANDS), SheetView(who=KARIM)),
        ("deux fiches", MERGES, SheetView(who=SOPHIE, other=KARIM)),
        ("deux fiches, l’une reste", replace(MERGES, stays=4), SheetView(who=SOPHIE, other=KARIM)),
        ("plus de deux fiches", replace(MERGES, who=DURANDS, other=None), SheetView()),
        ("une nouvelle fiche", ADDS, SheetView()),
        ("une fiche qui existe peut-être", replace(ADDS, who=Meant(said="Sophie Martin", ids=(4,))), SheetView()),
        ("une structure", PMI, OF_PMI),
        ("quelqu’un à choisir", replace(PHONE, who=DURANDS), SheetView()),
        ("une structure à choisir", replace(MOVES, where=Meant(said="CCAS", ids=(2, 3))), SheetView(who=SOPHIE)),
        ("une personne informée", SheetChange(deed=SheetDeed.INFORM, who=MARTIN, day=date(2026, 3, 10)), SheetView(who=SOPHIE)),
        ("une opposition", SheetChange(deed=SheetDeed.OBJECT, who=MARTIN), SheetView(who=SOPHIE)),
        ("une demande d’effacement", SheetChange(deed=SheetDeed.ASK_ERASURE, who=MARTIN), SheetView(who=SOPHIE)),
        ("qui voit ses coordonnées", SheetChange(deed=SheetDeed.CHANGE, who=MARTIN, visibility=Visibility.NETWORK), SheetView(who=SOPHIE)),
        ("un effacement", SheetChange(deed=SheetDeed.ERASE, who=MARTIN), SheetView(who=SOPHIE)),
        ("une fiche à vérifier", SheetChange(deed=SheetDeed.CHECK, who=MARTIN), SheetView(who=SOPHIE)),
        ("une fiche vérifiée", SheetChange(deed=SheetDeed.CHECK, who=MARTIN, day=today), SheetView(who=SOPHIE)),
    )
    for case, change, view in told:
        yield "sheet_cards.card", case, sheet_cards.card(change, view, names, today=today)
