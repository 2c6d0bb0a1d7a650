"""Show how a message is read, with where each part was found: `python -m bot.understanding "phrase" [--le …] [--territoire …]`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.agenda import AskAgenda, SeePlanned
from bot.domain.checklist import PlanChecklist
from bot.domain.convenings import PlanAgenda
from bot.domain.date_searches import FindDate
from bot.domain.drafts import Span
from bot.domain.leads import SetLeads
from bot.domain.parked import ParkPoints
from bot.domain.peace_requests import EndLeave, NoSetting, SetRhythm, TakeLeave
from bot.domain.reminder_orders import OrderReminder
from bot.domain.requests import (
    AskMinutes,
    AskPaper,
    AskReview,
    ChangeSheet,
    Command,
    CorrectDraft,
    FindPartner,
    Hearing,
    KeepContent,
    NameGroup,
    NotForMe,
    PlanMeeting,
    Request,
    SetReminder,
    UpdateAttendance,
)
from bot.domain.turnout import TellTurnout
from bot.domain.vocabulary import AxisWords, GroupWords, PersonWords, PlaceWords, StructureWords, Vocabulary
from bot.domain.writing import SetWriting
from bot.understanding.index import VocabularyIndex, compile_index
from bot.understanding.reader import read

TITLES: dict[type[Request], str] = {
    KeepContent: "à enregistrer",
    CorrectDraft: "correction de la fiche ouverte",
    NameGroup: "nom d’un groupe nouveau",
    UpdateAttendance: "changement de présences",
    ChangeSheet: "changement dans l’annuaire",
    FindPartner: "question à l’annuaire",
    SetReminder: "rappel",
    OrderReminder: "rappel à changer ou à supprimer",
    PlanMeeting: "changement dans l’agenda",
    PlanAgenda: "ordre du jour d’une réunion à venir",
    SeePlanned: "ce que l’on sait d’une réunion à venir",
    PlanChecklist: "à prévoir pour une réunion",
    ParkPoints: "points remis au prochain ordre du jour",
    FindDate: "date cherchée",
    TellTurnout: "qui viendra à une réunion",
    TakeLeave: "congé",
    EndLeave: "retour de congé",
    SetRhythm: "moments où Maillon écrit",
    NoSetting: "réglage qui n’existe pas",
    SetWriting: "écriture des documents",
    SetLeads: "rappels avant chaque réunion",
    AskAgenda: "question à l’agenda",
    AskMinutes: "question aux comptes rendus",
    AskPaper: "document demandé",
    AskReview: "bilan demandé",
    Command: "commande",
    NotForMe: "rien à enregistrer",
}
_FIELDS = {
    "group": "groupe",
    "day": "jour",
    "duration": "heures",
    "headcount": "nombre",
    "people": "personnes",
    "place": "lieu",
    "decisions": "décision",
    "actions": "action",
    "next_meeting": "prochaine fois",
    "topics": "sujet",
    "person": "personne",
    "minutes": "durée",
    "part": "nature",
}


def main(arguments: list[str] | None = None) -> int:
    """Read the sentence of the command line and print its reading in French; 0, or 2 for a wrong date or file."""
    parser = argparse.ArgumentParser(prog="python -m bot.understanding", description="Montre comment Maillon lit une phrase.")
    parser.add_argument("phrase", help="le message, tel qu’il est tapé")
    parser.add_argument("--le", metavar="2026-03-11T18:30", help="jour et heure d’envoi (maintenant par défaut)")
    parser.add_argument("--territoire", type=Path, metavar="FICHIER.json", help="annuaire, dans la forme de territoire_corpus.json")
    parser.add_argument("--auteur", metavar="« Prénom Nom »", help="qui parle (personne de l’annuaire)")
    chosen = parser.parse_args(arguments)
    try:
        now = datetime.fromisoformat(chosen.le) if chosen.le else datetime.now(tz=ZoneInfo("Europe/Paris"))  # noqa: TID251  - a console door
        vocabulary = (
            vocabulary_of(json.loads(chosen.territoire.read_text(encoding="utf-8"))) if chosen.territoire else Vocabulary(version=0)
        )
    except (OSError, ValueError, KeyError) as trouble:
        sys.stderr.write(f"Impossible de lire la date ou l’annuaire : {trouble}\n")
        return 2
    if now.tzinfo is None:
        now = now.replace(tzinfo=ZoneInfo("Europe/Paris"))
    index = compile_index(vocabulary)
    author = next((p.id for p in vocabulary.people if p.full_name == chosen.auteur), None)
    request = read(chosen.phrase, Hearing(now=now, author_id=author), index)
    sys.stdout.write("\n".join(shown(chosen.phrase, request, index)) + "\n")
    return 0


def shown(text: str, request: Request, index: VocabularyIndex) -> list[str]:
    """The lines that tell a reading: what it is, its parts, and the words that each was read from."""
    lines = [f"→ {TITLES[type(request)]}"]
    if isinstance(request, KeepContent | CorrectDraft):
        for title, drafts in (("Réunion", request.content.meetings), ("Heures", request.content.hours)):
            for draft in drafts:
                lines += [f"{title} :", *_parts(draft, index), *_spans(text, draft.spans)]
        if request.content.privacy_warning:
            lines.append("⚠ situation d’une personne accompagnée : ces mots ne sont pas gardés")
        return lines
    return lines + _parts(request, index)


def _parts(value: Any, index: VocabularyIndex) -> list[str]:
    lines = []
    for part in fields(value):
        content = getattr(value, part.name)
        if part.name == "spans" or content in (None, (), False, ""):
            continue
        lines.append(f"  {part.name} : {_plain(content, part.name, index)}")
    return lines


def _plain(value: Any, name: str, index: VocabularyIndex) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, tuple):
        return ", ".join(_plain(v, name, index) for v in value)
    if is_dataclass(value):
        inside = (f"{p.name} {_plain(v, p.name, index)}" for p in fields(value) if (v := getattr(value, p.name)) not in (None, (), False))
        return f"({', '.join(inside)})"
    return _name(value, name, index) or str(value)


def _name(value: Any, name: str, index: VocabularyIndex) -> str | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    if name.startswith("group"):
        return index.groups[value].name
    if name in {"person_id", "person_candidates", "stand_in_id", "candidates", "people"} and value in index.people:
        return index.people[value].full_name
    if name in {"structure_id", "structure_candidates", "structures"}:
        return index.structures[value].name
    return index.places[value].name if name == "place_id" else None


def _spans(text: str, spans: Iterable[Span]) -> list[str]:
    return [f"    [{s.start}:{s.end}] {_FIELDS[s.field.value]} ← « {text[s.start : s.end]} »" for s in sorted(spans, key=lambda s: s.start)]


def vocabulary_of(territory: dict[str, Any]) -> Vocabulary:
    """The words of a directory in the form of `territoire_corpus.json`; ids are the numbers of its own (`p07` → 7)."""
    people = {f"{p['first']} {p['last']}": _number(p["id"]) for p in territory["people"]}
    structures = {s["name"]: _number(s["id"]) for s in territory["structures"]}
    return Vocabulary(
        version=1,
        groups=tuple(
            GroupWords(
                id=_number(g["id"]),
                name=g["name"],
                kind=g["kind"],
                axis=g["axis"],
                aliases=tuple(g["aliases"]),
                member_ids=tuple(people[m] for m in g["members"]),
                pilot_ids=(people[g["pilot"]],),
            )
            for g in territory["groups"]
        ),
        people=tuple(_person_words(p, structures) for p in territory["people"]),
        structures=tuple(
            StructureWords(id=_number(s["id"]), name=s["name"], aliases=tuple(s["aliases"]), commune=s["commune"])
            for s in territory["structures"]
        ),
        places=tuple(
            PlaceWords(id=_number(p["id"]), name=p["name"], commune=p["commune"], aliases=tuple(p["aliases"])) for p in territory["places"]
        ),
        axes=tuple(AxisWords(number=a["number"], name=a["name"]) for a in territory["axes"]),
        communes=tuple(dict.fromkeys(x["commune"] for key in ("people", "structures", "places") for x in territory[key] if x["commune"])),
    )


def _person_words(person: dict[str, Any], structures: dict[str, int]) -> PersonWords:
    return PersonWords(
        id=_number(person["id"]),
        first_name=person["first"],
        last_name=person["last"],
        civility=person["civility"],
        doctor=person["doctor"],
        structure_id=structures[person["structure"]],
        function=person["role"],
        commune=person["commune"],
    )


def _number(ident: str) -> int:
    return int(ident[1:])


if __name__ == "__main__":
    raise SystemExit(main())
