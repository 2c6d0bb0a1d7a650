"""Makes a directory of any size for the bench: people with French names and functions in structures of communes, and these structures."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from bot.communes import all_communes
from bot.demonstration import name_table
from bot.demonstration.structure_table import KINDS
from bot.demonstration.wording import of_commune
from bot.domain.vocabulary import StructureWords
from bot.finding import Sheet, SheetKind, sheet_of_structure

_FIRST = " ".join((name_table.WOMEN, name_table.MEN, name_table.WOMEN_MAGHREB, name_table.MEN_MAGHREB, name_table.WOMEN_WORLD)).split()
_LAST = " ".join((name_table.LAST_LOCAL, name_table.LAST_FRANCE, name_table.LAST_MAGHREB, name_table.LAST_WORLD)).split()
_ONSETS = "b c d f g l m n p r s t v b c d f g l m n p r s t v b l m p r ch br cr gr pr tr bl"
_INNER = "b c d f g l m n p r s t v l m n r t d l n r t ll rr nn ss tt ch v"
_VOWELS = "a e i o u a e i o a e o ou au ai eau an en on in é"
_CODAS = [*("" for _ in range(14)), "r", "r", "l", "s", "n", "rt"]
_ENDINGS = "ard ier in et eau on ac as el ois ault aud ot ette elle ière an and ont y ieu es ol our ey at oux ade ange ère ille ot"
_HARSH = re.compile(r"([rlns]t?)([rlnst])\2")  # « rtt »: no French name holds that
_PARTICLES = ["De ", "Le ", "La ", "Du ", "El ", "Ben "]

# How a structure is written: as a sigle or in full, never both, so that a query by the other one needs a lexicon.
WRITTEN_BOTH_WAYS = (
    ("CMP", "Centre médico-psychologique"),
    ("CCAS", "Centre communal d'action sociale"),
    ("PMI", "Protection maternelle et infantile"),
    ("SSIAD", "Service de soins infirmiers à domicile"),
    ("CSAPA", "Centre de soins, d'accompagnement et de prévention en addictologie"),
    ("MSP", "Maison de santé pluriprofessionnelle"),
    ("CPTS", "Communauté professionnelle territoriale de santé"),
    ("IME", "Institut médico-éducatif"),
    ("SAVS", "Service d'accompagnement à la vie sociale"),
    ("GEM", "Groupe d'entraide mutuelle"),
    ("MDA", "Maison des adolescents"),
    ("CMPP", "Centre médico-psycho-pédagogique"),
)
_OTHERS = ("Mairie", "Pharmacie", "Centre social", "Mission locale", "Lycée", "Collège", "Cabinet infirmier", "Cabinet médical", "Crèche")
_NAMED = ("EHPAD", "Association", "Foyer", "Résidence", "Club", "École")
TYPED_FOR = {
    "psychologue": ("psy", "psycho"),
    "kinésithérapeute": ("kiné",),
    "assistante sociale": ("as", "assistante soc"),
    "infirmière": ("ide", "infir"),
    "médecin addictologue": ("addicto",),
    "diététicienne": ("diét",),
    "coordinatrice": ("coordo",),
    "sage-femme": ("sf",),
    "médecin généraliste": ("généraliste", "mg"),
    "éducatrice spécialisée": ("éduc",),
    "directrice": ("dirlo", "dir"),
    "infirmière en pratique avancée": ("ipa",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeDirectory:
    """The sheets, people first; `people` counts them."""

    sheets: tuple[Sheet, ...]
    people: int


def make_directory(size: int, rng: random.Random) -> MadeDirectory:
    """A directory of that many people, and one structure for six of them."""
    communes = _communes(size, rng)
    structures = _structures(max(12, size // 6), communes, rng)
    surnames = made_surnames(int(19 * size**0.66), rng)
    functions = tuple(dict.fromkeys((*TYPED_FOR, *(f.partition("|")[2] or f for kind in KINDS.values() for f in kind.functions))))
    people = []
    for number in range(1, size + 1):
        structure = rng.choice(structures)
        people.append(
            Sheet(
                kind=SheetKind.PERSON,
                id=number,
                first_name=rng.choice(_FIRST),
                last_name=_surname(surnames, rng),
                functions=(rng.choice(functions),),
                structures=(structure,),
                communes=(structure.commune or communes[0],),
            )
        )
    return MadeDirectory(sheets=(*people, *(sheet_of_structure(structure) for structure in structures)), people=size)


def made_surnames(count: int, rng: random.Random) -> list[str]:
    """That many surnames made of syllables: « Chabreaud », « De Mourcel »."""
    found: dict[str, None] = {}
    onsets, inner, vowels, endings = _ONSETS.split(), _INNER.split(), _VOWELS.split(), _ENDINGS.split()
    while len(found) < count:
        name = rng.choice(onsets) + rng.choice(vowels) + rng.choice(_CODAS)
        if rng.random() < 0.45:
            name += rng.choice(inner) + rng.choice(vowels) + rng.choice(_CODAS)
        name = _HARSH.sub(r"\1\2", (name + rng.choice(inner) + rng.choice(endings)).capitalize())
        if 4 <= len(name) <= 14:
            found[(rng.choice(_PARTICLES) if rng.random() < 0.02 else "") + name] = None
    return list(found)


def _surname(made: list[str], rng: random.Random) -> str:
    """A third are common names; among the others a few are common and most are rare."""
    if rng.random() < 0.33:
        return _LAST[int(rng.random() ** 1.5 * len(_LAST))].replace("_", " ")
    one = made[int(rng.random() ** 1.3 * len(made))]
    return f"{one}-{rng.choice(_LAST).replace('_', ' ')}" if rng.random() < 0.02 else one


def _communes(size: int, rng: random.Random) -> list[str]:
    count = {1_600: 58, 16_000: 400}.get(size, max(20, min(3_000, size // 60)))
    inhabited = [commune for commune in all_communes() if (commune.population or 0) > 800]
    return list(dict.fromkeys(commune.name for commune in rng.sample(inhabited, count)))


def _structures(count: int, communes: list[str], rng: random.Random) -> list[StructureWords]:
    names: dict[str, str] = {}
    words = made_surnames(max(40, count // 8), rng)
    while len(names) < count:
        commune, draw = rng.choice(communes), rng.random()
        if draw < 0.45:
            names[f"{rng.choice(rng.choice(WRITTEN_BOTH_WAYS))} {of_commune(commune)}"] = commune
        elif draw < 0.7:
            names[f"{rng.choice(_OTHERS)} {of_commune(commune)}"] = commune
        else:
            names[f"{rng.choice(_NAMED)} {rng.choice(('Les', 'Le', 'La', ''))} {rng.choice(words)}".replace("  ", " ")] = commune
    return [StructureWords(id=number, name=name, commune=commune) for number, (name, commune) in enumerate(names.items(), start=1)]
