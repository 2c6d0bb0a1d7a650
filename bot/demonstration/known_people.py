"""The demonstration's people whom stories name: the speakers, the members of GT Diabète, and names that are easily taken for another.

All of them are invented.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody who is in every demonstration: `structure` is a name of the table of structures."""

    first_name: str
    last_name: str
    civility: str
    structure: str
    function: str
    doctor: bool = False


CLAIRE = KnownPerson("Claire", "Fontaine", "Mme", "Association Le Chaînon santé", "coordinatrice du contrat local de santé")
MARC = KnownPerson("Marc", "Delmas", "M.", "Centre hospitalier Alès-Cévennes", "cadre de santé, éducation thérapeutique")
INES = KnownPerson("Inès", "Bourelly", "Mme", "Centre social Les Prés-Saint-Jean", "médiatrice santé")

TEAM = (
    CLAIRE,
    KnownPerson("Nadège", "Larguier", "Mme", "Association Le Chaînon santé", "coordinatrice de l'atelier santé ville"),
    KnownPerson("Thomas", "Gaillard", "M.", "Association Le Chaînon santé", "coordinateur du conseil local de santé mentale"),
    KnownPerson("Élodie", "Pagès", "Mme", "Association Le Chaînon santé", "assistante de projet"),
)

DIABETES_GROUP = (
    MARC,
    INES,
    KnownPerson("Sophie", "Martin", "Mme", "CCAS d'Alès", "responsable du pôle insertion"),
    KnownPerson("Karim", "Benali", "M.", "Mission locale d'Alès", "conseiller santé"),
    KnownPerson("Hélène", "Jourdan", "Mme", "Centre hospitalier Alès-Cévennes", "médecin diabétologue", True),
    KnownPerson("Patricia", "Soulier", "Mme", "PMI d'Alès", "puéricultrice"),
    KnownPerson("Laure", "Deleuze", "Mme", "CAF du Gard", "conseillère technique"),
    KnownPerson("Bruno", "Polge", "M.", "Pharmacie du Gardon", "pharmacien"),
    KnownPerson("Samia", "Kaddour", "Mme", "CPTS Gardons et Cévennes", "coordinatrice"),
    KnownPerson("Yves", "Chabrol", "M.", "Diabète Cévennes, association de patients", "président"),
    KnownPerson("Aurore", "Castan", "Mme", "Cabinet de diététique (Alès)", "diététicienne"),
    KnownPerson("Fabien", "Verdier", "M.", "Maison sport-santé du Galeizon", "enseignant en activité physique adaptée"),
    KnownPerson("Julie", "Durand", "Mme", "Cabinet infirmier (Alès – Tamaris)", "infirmière libérale"),
    KnownPerson("Philippe", "Martin", "M.", "CPAM du Gard", "chargé de prévention"),
)

LOOK_ALIKES = (
    # the same name twice, in two structures
    KnownPerson("Nathalie", "Roux", "Mme", "Conseil départemental du Gard", "conseillère technique"),
    KnownPerson("Nathalie", "Roux", "Mme", "Lycée de La Prairie", "infirmière scolaire"),
    KnownPerson("Christine", "Fabre", "Mme", "CCAS de Salindres", "directrice"),
    KnownPerson("Christine", "Fabre", "Mme", "EHPAD Les Oliviers", "infirmière coordinatrice"),
    KnownPerson("Philippe", "Vidal", "M.", "Mairie d'Anduze", "adjoint à la santé"),
    KnownPerson("Philippe", "Vidal", "M.", "CSAPA des Gardons", "médecin addictologue", True),
    KnownPerson("Isabelle", "Blanc", "Mme", "CAF du Gard", "responsable de service"),
    KnownPerson("Isabelle", "Blanc", "Mme", "GEM Les Micocouliers", "animatrice"),
    # one letter apart
    KnownPerson("Julie", "Durant", "Mme", "Centre médico-social de La Grand-Combe", "assistante sociale"),
    KnownPerson("Anne", "Lefèvre", "Mme", "CCAS de La Grand-Combe", "directrice"),
    KnownPerson("Anne", "Lefebvre", "Mme", "Conseil départemental du Gard", "chargée de mission"),
    KnownPerson("Michel", "Meunier", "M.", "Secours cévenol", "président"),
    KnownPerson("Michel", "Mounier", "M.", "Mairie de Saint-Ambroix", "conseiller municipal"),
    KnownPerson("Fatima", "Haddad", "Mme", "Interprètes en Cévennes", "médiatrice"),
    KnownPerson("Fatima", "Hadad", "Mme", "PMI de La Grand-Combe", "puéricultrice"),
    KnownPerson("Catherine", "Gauthier", "Mme", "MSA du Languedoc", "chargée de prévention"),
    KnownPerson("Catherine", "Gautier", "Mme", "SSIAD Cèze", "infirmière coordinatrice"),
    KnownPerson("Éric", "Bonnet", "M.", "Mission locale d'Alès", "directeur"),
    KnownPerson("Éric", "Bonet", "M.", "Logis du Gardon, bailleur social", "chef de service"),
)

KNOWN = TEAM + DIABETES_GROUP + LOOK_ALIKES
RESERVED_LAST_NAMES = frozenset({"Martin", "Benali", "Fontaine", "Delmas", "Bourelly"})  # nobody else bears them
STRANGER = "Loïc Vasseur"  # talks to the bot in the trial and has no sheet
