"""Where the demonstration's meetings are held: rooms, town halls and social centres, by the name of their commune."""

from __future__ import annotations

from bot.demonstration.wording import of_commune, short_commune
from bot.domain.vocabulary import PlaceWords

# One line a place: name ; commune ; aliases.
_ROOMS = """
Maison de la santé ; Alès ; maison santé, la maison de la santé
Hôtel de ville d'Alès ; Alès ; mairie d'Alès, hôtel de ville
Centre hospitalier – salle des Cévennes ; Alès ; salle des Cévennes, CH salle Cévennes
Centre hospitalier – salle du Mont-Bouquet ; Alès ; salle du Mont-Bouquet, Mont-Bouquet
Centre social Les Prés-Saint-Jean ; Alès ; centre social prés st jean, centre social des prés
Centre social Rochebelle ; Alès ; CS Rochebelle
Centre social Tamaris ; Alès ; CS Tamaris
CCAS d'Alès ; Alès ; ccas ales
Siège d'Alès Agglomération ; Alès ; siège de l'agglo, l'agglo
Sous-préfecture d'Alès ; Alès ; sous-préfecture, sous-préf
Espace du Fort ; Alès ; le Fort
Salle des Magnans ; Alès ; les Magnans
Médiathèque d'Alès ; Alès ; médiathèque
Maison des associations ; Alès ; maison des assos
Maison des adolescents ; Alès ; MDA, maison des ados
Mission locale d'Alès ; Alès ; Mission locale
Lycée Jean-Baptiste Dumas ; Alès ; lycée JBD, lycée Dumas
Pôle culturel et scientifique de Rochebelle ; Alès ; pôle culturel de Rochebelle
Maison des services ; La Grand-Combe ; maison des services de La Grand-Combe
Centre social Le Trescol ; La Grand-Combe ; Le Trescol
Centre médico-social de La Grand-Combe ; La Grand-Combe ; CMS Grand-Combe
Maison de santé pluriprofessionnelle de Saint-Ambroix ; Saint-Ambroix ; MSP de Saint-Ambroix, MSP St-Ambroix
Siège de Cèze Cévennes ; Saint-Ambroix ; com com de Cèze Cévennes
Espace Marcel-Pagnol ; Anduze ; Marcel-Pagnol
Espace de vie sociale La Filature ; Saint-Jean-du-Gard ; La Filature
Foyer municipal de Bessèges ; Bessèges ; foyer de Bessèges
Salle des Tilleuls ; Salindres ; les Tilleuls
Salle polyvalente de Génolhac ; Génolhac ; salle polyvalente Génolhac
Salle Louis-Pasteur ; Saint-Privat-des-Vieux ; Louis-Pasteur
Foyer rural de Barjac ; Barjac ; foyer de Barjac
"""
_TOWN_HALLS = (
    "La Grand-Combe", "Anduze", "Saint-Ambroix", "Bessèges", "Saint-Jean-du-Gard", "Salindres", "Génolhac", "Barjac", "Vézénobres",
    "Saint-Martin-de-Valgalgues", "Les Mages", "Saint-Christol-lez-Alès", "Saint-Privat-des-Vieux", "Rousson", "Saint-Hilaire-de-Brethmas",
)  # fmt: skip


def build_places() -> tuple[PlaceWords, ...]:
    """All places, with their ids."""
    lines = [tuple(cell.strip() for cell in line.split(";")) for line in _ROOMS.strip().splitlines()]
    rooms = [(name, commune, tuple(alias.strip() for alias in aliases.split(","))) for name, commune, aliases in lines]
    halls = [(f"Mairie {of_commune(name)}", name, (f"mairie {short_commune(name)}",)) for name in _TOWN_HALLS]
    return tuple(
        PlaceWords(id=number, name=name, commune=commune, aliases=aliases)
        for number, (name, commune, aliases) in enumerate((*rooms, *halls), start=1)
    )
