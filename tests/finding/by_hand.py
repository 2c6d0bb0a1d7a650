"""A small directory made by hand, with the names that are easily taken for another."""

from __future__ import annotations

from bot.domain.vocabulary import StructureWords
from bot.finding import Answer, Index, Sheet, SheetKind, sheet_of_structure

CCAS = StructureWords(id=1, name="CCAS de Saint-Jean-du-Gard", aliases=("CCAS",), commune="Saint-Jean-du-Gard")
CMP = StructureWords(id=2, name="Centre médico-psychologique d'Anduze", commune="Anduze")
PMI = StructureWords(id=3, name="PMI de La Grand-Combe", commune="La Grand-Combe")
CSAPA = StructureWords(id=4, name="CSAPA des Gardons", aliases=("Blannaves",), commune="Saint-Ambroix")
HOSPITAL = StructureWords(id=5, name="Centre hospitalier Alès-Cévennes", aliases=("C.H.A.C.", "l'hôpital"), commune="Alès")
MAIRIE = StructureWords(id=6, name="Mairie de Sainte-Croix-de-Caderle", commune="Sainte-Croix-de-Caderle")
STRUCTURES = (CCAS, CMP, PMI, CSAPA, HOSPITAL, MAIRIE)

# first name, last name, civility, function, structure, groups
_PEOPLE = (
    ("Anne", "Lefèvre", "Mme", "directrice", CCAS, ()),
    ("Anne", "Lefebvre", "Mme", "puéricultrice", PMI, ()),
    ("Paul", "Lefèvre", "M.", "médecin généraliste", HOSPITAL, ()),
    ("Sophie", "Martin", "Mme", "assistante sociale", CCAS, ("GT Précarité",)),
    ("Philippe", "Martin", "M.", "assistant social", PMI, ()),
    ("Marie-Claude", "Talbi", "Mme", "infirmière", CMP, ()),
    ("Jean-Luc", "Delatour", "M.", "psychologue", CMP, ("GT Santé mentale",)),
    ("Ali", "El Haddad", "M.", "médecin addictologue", CSAPA, ()),
    ("Awa", "N'Diaye", "Mme", "kinésithérapeute", HOSPITAL, ()),
    ("Paola", "D'Angelo", "Mme", "éducatrice spécialisée", CSAPA, ()),
    ("Yves", "Le Gall", "M.", "maire", MAIRIE, ()),
    ("Martin", "Gallet", "M.", "secrétaire de mairie", MAIRIE, ()),
    ("Gisèle", "Ben Ali", "Mme", "sage-femme", PMI, ()),
    ("Nathalie", "Roux", "Mme", "conseillère technique", HOSPITAL, ()),
    ("Nathalie", "Roux", "Mme", "infirmière", PMI, ()),
)


def hamlet() -> tuple[Sheet, ...]:
    """Fifteen people and six structures."""
    people = (
        Sheet(
            kind=SheetKind.PERSON,
            id=number,
            first_name=first,
            last_name=last,
            civility=civility,
            doctor=function.startswith("médecin"),
            functions=(function,),
            structures=(structure,),
            communes=(structure.commune or "",),
            groups=groups,
        )
        for number, (first, last, civility, function, structure, groups) in enumerate(_PEOPLE, start=1)
    )
    return (*people, *(sheet_of_structure(structure) for structure in STRUCTURES))


def labels(answer: Answer) -> list[str]:
    """Whom an answer offers, in order."""
    return [hit.sheet.label for hit in answer.hits]


def first(index: Index, query: str) -> str | None:
    """Whom an answer offers first."""
    return next(iter(labels(index.find(query))), None)
