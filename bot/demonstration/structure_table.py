"""Which structures the demonstration's network has: their kinds, and the table of their names, sigles, aliases and communes.

Public institutions bear their real kind and plausible names; every shop, practice and association is invented.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.demonstration import axes as a
from bot.domain.contributions import Nature


@dataclass(frozen=True, slots=True)
class StructureKind:
    """What structures of a kind share: nature of their people's time, functions (masculine|feminine), relative size, axes they work on."""

    nature: Nature | None
    functions: tuple[str, ...]
    size: float = 1.0
    axes: tuple[int, ...] = ()


_EVERY_AXIS = tuple(axis.number for axis in a.AXES)

KINDS: dict[str, StructureKind] = {
    "carrier": StructureKind(Nature.TEAM, ("chargé de mission|chargée de mission",), 0.0),
    "institution": StructureKind(
        Nature.EMPLOYER_TIME,
        (
            "chargé de mission|chargée de mission",
            "responsable de service",
            "conseiller technique|conseillère technique",
            "directeur adjoint|directrice adjointe",
            "chargé de prévention|chargée de prévention",
        ),
        12,
        _EVERY_AXIS,
    ),
    "town hall": StructureKind(
        Nature.EMPLOYER_TIME,
        ("maire", "adjoint à la santé|adjointe à la santé", "conseiller municipal|conseillère municipale", "secrétaire de mairie"),
        3,
        (a.OLD_AGE_AND_DISABILITY, a.RIGHTS_AND_CARE, a.PRIMARY_CARE, a.ENVIRONMENT),
    ),
    "ccas": StructureKind(
        Nature.EMPLOYER_TIME,
        (
            "directeur|directrice",
            "assistant social|assistante sociale",
            "agent d'accueil|agente d'accueil",
            "conseiller en insertion|conseillère en insertion",
        ),
        4,
        (a.HARDSHIP, a.OLD_AGE_AND_DISABILITY, a.RIGHTS_AND_CARE, a.NUTRITION),
    ),
    "cms": StructureKind(
        Nature.EMPLOYER_TIME,
        (
            "responsable de territoire",
            "assistant social|assistante sociale",
            "éducateur spécialisé|éducatrice spécialisée",
            "secrétaire médico-social|secrétaire médico-sociale",
        ),
        7,
        (a.HARDSHIP, a.EARLY_CHILDHOOD, a.OLD_AGE_AND_DISABILITY, a.RIGHTS_AND_CARE),
    ),
    "pmi": StructureKind(
        Nature.EMPLOYER_TIME,
        ("médecin de PMI", "puériculteur|puéricultrice", "sage-femme de PMI", "infirmier|infirmière"),
        6,
        (a.EARLY_CHILDHOOD, a.NUTRITION),
    ),
    "hospital": StructureKind(
        Nature.EMPLOYER_TIME,
        (
            "cadre de santé",
            "infirmier|infirmière",
            "médecin hospitalier|médecin hospitalière",
            "assistant social|assistante sociale",
            "psychologue",
            "diététicien|diététicienne",
            "directeur adjoint|directrice adjointe",
        ),
        14,
        (a.MENTAL_HEALTH, a.CHRONIC_DISEASES, a.EARLY_CHILDHOOD, a.ADDICTIONS, a.OLD_AGE_AND_DISABILITY, a.RIGHTS_AND_CARE),
    ),
    "mental health": StructureKind(
        Nature.EMPLOYER_TIME,
        ("psychologue", "infirmier|infirmière", "médecin psychiatre", "éducateur spécialisé|éducatrice spécialisée", "cadre de santé"),
        7,
        (a.MENTAL_HEALTH, a.YOUTH, a.ADDICTIONS),
    ),
    "addiction care": StructureKind(
        Nature.EMPLOYER_TIME,
        (
            "chef de service|cheffe de service",
            "infirmier|infirmière",
            "éducateur spécialisé|éducatrice spécialisée",
            "médecin addictologue",
            "chargé de prévention|chargée de prévention",
        ),
        8,
        (a.ADDICTIONS, a.YOUTH, a.HARDSHIP),
    ),
    "health house": StructureKind(
        Nature.INDEMNIFIED,
        (
            "médecin généraliste",
            "infirmier|infirmière",
            "coordinateur|coordinatrice",
            "kinésithérapeute",
            "infirmier en pratique avancée|infirmière en pratique avancée",
        ),
        7,
        (a.PRIMARY_CARE, a.CHRONIC_DISEASES, a.RIGHTS_AND_CARE),
    ),
    "care network": StructureKind(
        Nature.INDEMNIFIED,
        ("coordinateur|coordinatrice", "médecin généraliste", "pharmacien|pharmacienne", "infirmier|infirmière"),
        8,
        (a.PRIMARY_CARE, a.RIGHTS_AND_CARE, a.CHRONIC_DISEASES, a.ENVIRONMENT),
    ),
    "elder care": StructureKind(
        Nature.EMPLOYER_TIME,
        (
            "directeur|directrice",
            "infirmier coordinateur|infirmière coordinatrice",
            "animateur|animatrice",
            "psychologue",
            "médecin coordonnateur|médecin coordonnatrice",
        ),
        4,
        (a.OLD_AGE_AND_DISABILITY, a.CHRONIC_DISEASES, a.NUTRITION),
    ),
    "disability": StructureKind(
        Nature.EMPLOYER_TIME,
        ("directeur|directrice", "chef de service|cheffe de service", "éducateur spécialisé|éducatrice spécialisée", "ergothérapeute"),
        5,
        (a.OLD_AGE_AND_DISABILITY, a.MENTAL_HEALTH, a.YOUTH),
    ),
    "school": StructureKind(
        Nature.EMPLOYER_TIME,
        (
            "infirmier scolaire|infirmière scolaire",
            "assistant social scolaire|assistante sociale scolaire",
            "conseiller principal d'éducation|conseillère principale d'éducation",
            "principal adjoint|principale adjointe",
            "professeur|professeure",
        ),
        5,
        (a.YOUTH, a.ADDICTIONS, a.NUTRITION, a.MENTAL_HEALTH),
    ),
    "integration": StructureKind(
        Nature.EMPLOYER_TIME,
        (
            "conseiller en insertion|conseillère en insertion",
            "directeur|directrice",
            "encadrant technique|encadrante technique",
            "chargé d'accompagnement|chargée d'accompagnement",
        ),
        7,
        (a.YOUTH, a.HARDSHIP, a.RIGHTS_AND_CARE),
    ),
    "housing": StructureKind(
        Nature.EMPLOYER_TIME,
        (
            "chef de service|cheffe de service",
            "travailleur social|travailleuse sociale",
            "éducateur spécialisé|éducatrice spécialisée",
            "veilleur de nuit|veilleuse de nuit",
        ),
        7,
        (a.HARDSHIP, a.MENTAL_HEALTH, a.RIGHTS_AND_CARE, a.ENVIRONMENT),
    ),
    "social centre": StructureKind(
        Nature.EMPLOYER_TIME,
        ("directeur|directrice", "animateur|animatrice", "médiateur santé|médiatrice santé", "référent famille|référente famille"),
        7,
        (a.NUTRITION, a.YOUTH, a.EARLY_CHILDHOOD, a.HARDSHIP, a.RIGHTS_AND_CARE, a.ENVIRONMENT),
    ),
    "association": StructureKind(
        Nature.EMPLOYER_TIME,
        ("directeur|directrice", "chargé de projet|chargée de projet", "animateur|animatrice", "médiateur|médiatrice"),
        6,
        _EVERY_AXIS,
    ),
    "volunteers": StructureKind(
        Nature.VOLUNTEER,
        ("président|présidente", "bénévole", "trésorier|trésorière", "secrétaire"),
        6,
        _EVERY_AXIS,
    ),
    "residents": StructureKind(
        Nature.RESIDENT,
        ("habitant relais|habitante relais", "membre du conseil citoyen"),
        4,
        (a.ENVIRONMENT, a.NUTRITION, a.RIGHTS_AND_CARE, a.HARDSHIP),
    ),
    "pharmacy": StructureKind(
        Nature.NOT_INDEMNIFIED,
        ("pharmacien|pharmacienne", "préparateur en pharmacie|préparatrice en pharmacie"),
        1.5,
        (a.CHRONIC_DISEASES, a.PRIMARY_CARE, a.ADDICTIONS, a.ENVIRONMENT),
    ),
    "nurses": StructureKind(
        Nature.NOT_INDEMNIFIED,
        ("infirmier libéral|infirmière libérale",),
        2,
        (a.PRIMARY_CARE, a.CHRONIC_DISEASES, a.OLD_AGE_AND_DISABILITY),
    ),
    "doctors": StructureKind(
        Nature.NOT_INDEMNIFIED, ("médecin généraliste",), 1.5, (a.PRIMARY_CARE, a.CHRONIC_DISEASES, a.RIGHTS_AND_CARE)
    ),
    "physiotherapists": StructureKind(
        Nature.NOT_INDEMNIFIED, ("kinésithérapeute",), 1.5, (a.PRIMARY_CARE, a.CHRONIC_DISEASES, a.OLD_AGE_AND_DISABILITY)
    ),
    "midwives": StructureKind(Nature.NOT_INDEMNIFIED, ("sage-femme libérale",), 1.5, (a.EARLY_CHILDHOOD,)),
    "speech therapists": StructureKind(Nature.NOT_INDEMNIFIED, ("orthophoniste",), 1.5, (a.EARLY_CHILDHOOD, a.YOUTH)),
    "psychologists": StructureKind(Nature.NOT_INDEMNIFIED, ("psychologue",), 1, (a.MENTAL_HEALTH, a.YOUTH)),
    "dieticians": StructureKind(Nature.NOT_INDEMNIFIED, ("diététicien|diététicienne",), 1, (a.NUTRITION, a.CHRONIC_DISEASES)),
    "dentists": StructureKind(
        Nature.NOT_INDEMNIFIED, ("chirurgien-dentiste|chirurgienne-dentiste",), 1, (a.PRIMARY_CARE, a.RIGHTS_AND_CARE)
    ),
}

# One line a structure: name ; sigle ; aliases ; commune (none when its seat is out of the territory) ; axes, when not those of its kind.
NAMED: dict[str, str] = {
    "carrier": "Association Le Chaînon santé ; ; Le Chaînon, Chaînon santé, Le Chaînon santé, l'asso ; Alès",
    "institution": """
        Agence régionale de santé Occitanie – délégation du Gard ; ARS ; ARS DD30, DD ARS 30, l'agence ; ; 1 2 3 4 5 6 7 8 9 10 11
        Conseil départemental du Gard ; CD30 ; CD 30, Département, le département, conseil départemental ; ; 1 2 3 4 9
        CPAM du Gard ; CPAM ; CPAM 30, la sécu, caisse primaire ; ; 7 8 9 10
        CAF du Gard ; CAF ; CAF 30 ; ; 1 2 4 9
        MSA du Languedoc ; MSA ; la MSA ; ; 3 5 8 9 10
        Carsat Languedoc-Roussillon ; Carsat ; la Carsat ; ; 3 8 9
        Sous-préfecture d'Alès ; ; sous-préfecture, la sous-préf ; Alès ; 4 9 11
        Direction départementale de l'emploi, du travail et des solidarités du Gard ; DDETS ; DDETS 30 ; ; 4 9
        Direction des services départementaux de l'Éducation nationale du Gard ; DSDEN ; DSDEN 30, Éducation nationale ; ; 2 5 6 7
        Conseil régional Occitanie ; ; la Région, Région Occitanie ; ; 2 10 11
        Alès Agglomération – service santé publique ; ; Alès Agglo, l'agglo, service santé publique ; Alès ; 1 3 5 7 9 10 11
        Communauté de communes de Cèze Cévennes ; 3C ; Cèze Cévennes, CC Cèze Cévennes, la com com ; Saint-Ambroix ; 1 3 9 10 11
        France Travail – agence d'Alès ; ; France Travail, Pôle emploi ; Alès ; 4 9
        Protection judiciaire de la jeunesse – unité d'Alès ; PJJ ; PJJ Alès ; Alès ; 2 5 6
        Maison départementale des personnes handicapées du Gard ; MDPH ; MDPH 30 ; ; 3
        Service pénitentiaire d'insertion et de probation – antenne d'Alès ; SPIP ; SPIP 30 ; Alès ; 4 5 6
        Dispositif d'appui à la coordination du Gard ; DAC ; DAC 30 ; Alès ; 3 8 9 10
        Parc national des Cévennes – antenne de Génolhac ; PNC ; Parc des Cévennes ; Génolhac ; 7 11
    """,
    "hospital": """
        Centre hospitalier Alès-Cévennes ; CHAC ; CH, CH Alès, l'hôpital, hôpital d'Alès ; Alès
        Clinique des Trois Vallons ; ; Trois Vallons, la clinique ; Alès
        Permanence d'accès aux soins de santé d'Alès ; PASS ; la PASS ; Alès ; 4 9
        Équipe mobile psychiatrie précarité des Cévennes ; EMPP ; équipe mobile ; Alès ; 4 5
        Centre gratuit d'information, de dépistage et de diagnostic d'Alès ; CeGIDD ; centre de dépistage ; Alès ; 2 4 6
        Centre de rééducation Les Châtaigniers ; ; Les Châtaigniers ; Saint-Privat-des-Vieux ; 3 7 8
        Hospitalisation à domicile des Gardons ; HAD ; HAD des Gardons ; Alès ; 3 8 10
    """,
    "pmi": """
        PMI d'Alès ; PMI ; PMI Alès, protection maternelle et infantile ; Alès
        PMI de La Grand-Combe ; ; PMI Grand-Combe, PMI gd combe ; La Grand-Combe
        PMI de Saint-Ambroix ; ; PMI St-Ambroix ; Saint-Ambroix
    """,
    "mental health": """
        CMP adultes d'Alès ; ; CMP, CMP Alès ; Alès
        CMP adultes de La Grand-Combe ; ; CMP, CMP Grand-Combe ; La Grand-Combe
        CMP adultes de Saint-Ambroix ; ; CMP, CMP St-Ambroix ; Saint-Ambroix
        CMP enfants et adolescents d'Alès ; CMPEA ; CMP enfants, CMPEA Alès ; Alès
        Maison des adolescents du Gard – antenne d'Alès ; MDA ; MDA 30, maison des ados ; Alès
        Point accueil écoute jeunes La Passerelle ; PAEJ ; La Passerelle ; Alès
    """,
    "addiction care": """
        CSAPA des Gardons ; CSAPA ; le CSAPA ; Alès
        CAARUD L'Escale ; CAARUD ; L'Escale ; Alès
        Consultation jeunes consommateurs des Gardons ; CJC ; la CJC ; Alès
    """,
    "care network": """
        CPTS Gardons et Cévennes ; CPTS ; CPTS Alès ; Alès
        CPTS Cèze et Mont Lozère ; ; CPTS Cèze ; Saint-Ambroix
    """,
    "disability": """
        ESAT Les Genêts ; ; Les Genêts ; Salindres
        IME La Châtaigneraie ; ; La Châtaigneraie ; Saint-Jean-du-Pin
        SESSAD du Galeizon ; ; SESSAD ; Cendras
        SAVS des Cévennes ; ; SAVS ; Alès
        Foyer d'accueil médicalisé Les Cigales ; FAM ; Les Cigales ; Rousson
        Maison d'accueil temporaire Le Répit ; ; Le Répit ; Bagard
        Entraide handicap Cévennes ; EHC ; Entraide handicap ; Alès
    """,
    "integration": """
        Mission locale d'Alès ; MLJ ; Mission locale, ML ; Alès
        École de la deuxième chance des Cévennes ; E2C ; deuxième chance ; Alès
        Chantier d'insertion Terre et Gardon ; ; Terre et Gardon ; Saint-Martin-de-Valgalgues
        Régie de quartiers Les Mains liées ; ; la régie, régie de quartiers ; Alès
        Plateforme mobilité En route ; ; En route, plateforme mobilité ; Alès
        Maison France Services de La Grand-Combe ; MFS ; France Services ; La Grand-Combe
        Maison France Services de Génolhac ; ; France Services Génolhac ; Génolhac
        Maison France Services de Barjac ; ; France Services Barjac ; Barjac
    """,
    "housing": """
        CHRS Le Mas des Cévennes ; CHRS ; le Mas ; Alès
        CADA Les Quatre Vents ; CADA ; Les Quatre Vents ; Alès
        Foyer de jeunes travailleurs Le Tremplin ; FJT ; Le Tremplin ; Alès
        Accueil de jour La Halte ; ; La Halte ; Alès
        Maison relais Les Lauriers ; ; pension de famille, Les Lauriers ; La Grand-Combe
        Logis du Gardon, bailleur social ; ; Logis du Gardon ; Alès
        SIAO du Gard – antenne d'Alès ; SIAO ; le 115 ; Alès
    """,
    "association": """
        GEM Les Micocouliers ; GEM ; le GEM, Les Micocouliers ; Alès ; 5
        Centre d'information sur les droits des femmes et des familles ; CIDFF ; CIDFF 30 ; Alès ; 4 9
        Planning des Cévennes ; ; le Planning ; Alès ; 1 2 9
        Comité d'éducation pour la santé Gard Cévennes ; CES ; comité d'éducation pour la santé ; Alès ; 1 2 6 7 8
        Dépistage des cancers – antenne d'Alès ; CRCDC ; centre de dépistage des cancers ; Alès ; 8
        Maison sport-santé du Galeizon ; MSS ; sport-santé ; Alès ; 3 7 8
        Maison des aidants Le Fil ; ; Le Fil, maison des aidants ; Alès ; 3
        Épicerie solidaire Le Panier ; ; Le Panier, épicerie solidaire ; Alès ; 4 7
        Interprètes en Cévennes ; ; les interprètes ; Alès ; 1 4 9
        Air et habitat Cévennes ; AHC ; Air et habitat ; Alès ; 4 11
        Petite enfance en Cévennes ; ; Petite enfance en Cévennes ; Anduze ; 1
        Crèche Les Cigalous ; ; Les Cigalous ; Alès ; 1 7
        Crèche La Ribambelle ; ; La Ribambelle ; La Grand-Combe ; 1 7
        Relais petite enfance des Gardons ; RPE ; relais petite enfance ; Anduze ; 1
        Lieu d'accueil enfants-parents La Courte Échelle ; LAEP ; La Courte Échelle ; Alès ; 1
        Médiathèque itinérante des hautes vallées ; ; médiathèque itinérante ; Génolhac ; 1 2 9
        Radio Châtaigne ; ; Radio Châtaigne ; Alès ; 2 9 11
        Compagnie de théâtre-forum Les Passeurs ; ; Les Passeurs ; Alès ; 2 5 6
        Atelier vélo La Roue libre ; ; La Roue libre ; Alès ; 7 9 11
        Numérique pour tous Cévennes ; NPTC ; Numérique pour tous ; Alès ; 9 3
        Services à domicile Bel Âge ; ; Bel Âge, aide à domicile ; Alès ; 3
        Services à domicile Vallée Longue ; ; Vallée Longue ; La Grand-Combe ; 3
        Services à domicile Cèze ; ; aide à domicile Cèze ; Saint-Ambroix ; 3
    """,
    "volunteers": """
        Diabète Cévennes, association de patients ; ADC ; Diabète Cévennes ; Alès ; 7 8
        Souffle 30, association de patients respiratoires ; ; Souffle 30 ; Alès ; 8 11
        Cœur et marche en Cévennes ; ; Cœur et marche ; Anduze ; 7 8
        Amitié familles et santé psychique ; AFSP ; Amitié familles ; Alès ; 5
        Vie sobre Gard ; ; Vie sobre ; Alès ; 6
        Comité local contre le cancer ; CLCC ; le comité cancer ; Alès ; 8
        Les Blouses mauves ; ; Blouses mauves ; Alès ; 3 8
        Accompagner, soins palliatifs Cévennes ; ASPC ; Accompagner ; Alès ; 8 3
        Banque de vivres des Cévennes ; ; banque de vivres ; Alès ; 4 7
        Table ouverte La Grand-Combe ; ; Table ouverte ; La Grand-Combe ; 4 7
        Entraide paysanne des Gardons ; ; Entraide paysanne ; Vézénobres ; 7 5
        Vestiaire solidaire de Saint-Ambroix ; ; vestiaire solidaire ; Saint-Ambroix ; 4
        Secours cévenol ; ; Secours cévenol ; Alès ; 4 9 11
        Visiteurs à domicile des Cévennes ; ; les visiteurs ; Alès ; 3
        France mémoire Cévennes ; ; France mémoire ; Alès ; 3
        Allaiter en Cévennes ; ; Allaiter ; Alès ; 1
        Parents ensemble ; ; Parents ensemble ; Salindres ; 1 2
        Sourds et voisins du Gard ; ; Sourds et voisins ; Alès ; 3 9
        Jardins partagés de Tamaris ; ; jardins de Tamaris ; Alès ; 7 11
        Jardin des Prés-Saint-Jean ; ; jardin des Prés ; Alès ; 7 11
        Club de marche Les Godillots ; ; Les Godillots ; Anduze ; 3 7 8
        Gym et équilibre Alès ; ; Gym et équilibre ; Alès ; 3 7
        Rando santé Génolhac ; ; Rando santé ; Génolhac ; 7 8
        Club des aînés de Bessèges ; ; aînés de Bessèges ; Bessèges ; 3
        Club des aînés de Salindres ; ; aînés de Salindres ; Salindres ; 3
        Sentinelles des allergies ; ; Sentinelles ; Saint-Christol-lez-Alès ; 11 8
        Rivières vivantes ; ; Rivières vivantes ; Anduze ; 11
        Cévennes sans moustique tigre ; ; sans moustique tigre ; Saint-Hilaire-de-Brethmas ; 11
        Accueil des exilés en Cévennes ; ; Accueil des exilés ; Saint-Jean-du-Gard ; 4 9
        Entraide don du sang d'Alès ; ; don du sang ; Alès ; 9 10
    """,
    "residents": """
        Conseil citoyen des Prés-Saint-Jean ; ; conseil citoyen Prés-Saint-Jean ; Alès
        Conseil citoyen des Cévennes ; ; conseil citoyen Cévennes ; Alès
        Conseil citoyen de Rochebelle ; ; conseil citoyen Rochebelle ; Alès
        Conseil citoyen de La Grand-Combe ; ; conseil citoyen Grand-Combe ; La Grand-Combe
    """,
    "social centre": """
        Centre social Les Prés-Saint-Jean ; ; centre social, centre social prés st jean, centre social des prés ; Alès
        Centre social Rochebelle ; ; centre social, CS Rochebelle ; Alès
        Centre social des Cévennes ; ; centre social, CS Cévennes ; Alès
        Centre social Tamaris ; ; centre social, CS Tamaris ; Alès
        Centre social Le Trescol ; ; centre social, Le Trescol ; La Grand-Combe
        Centre social L'Oustal ; ; centre social, L'Oustal ; Saint-Ambroix
        Centre social Lou Valat ; ; centre social, Lou Valat ; Bessèges
        Espace de vie sociale La Filature ; EVS ; La Filature ; Saint-Jean-du-Gard
        Espace de vie sociale Le Platane ; ; Le Platane ; Anduze
        Espace de vie sociale Hautes Cévennes ; ; EVS Génolhac ; Génolhac
    """,
    "school": """
        Lycée Jean-Baptiste Dumas ; ; lycée JBD, lycée Dumas ; Alès
        Lycée de La Prairie ; ; La Prairie ; Alès
        Lycée professionnel Les Mûriers ; ; LP Les Mûriers ; Alès
        Lycée professionnel Marie-Curie ; ; LP Marie-Curie ; Saint-Jean-du-Gard
        Collège Diderot ; ; Diderot ; Alès
        Collège Jean-Moulin ; ; Jean-Moulin ; Alès
        Collège Jean-Racine ; ; Racine ; Alès
        Collège Le Ribéral ; ; Le Ribéral ; La Grand-Combe
        Collège Armand-Coussens ; ; Coussens ; Saint-Ambroix
        Collège Florian ; ; Florian ; Anduze
        Collège des Hautes Vallées ; ; Hautes Vallées ; Bessèges
        Collège La Gardonnenque ; ; Gardonnenque ; Brignon
        Collège de la Salindrenque ; ; Salindrenque ; Salindres
        Maison familiale rurale des Gardons ; MFR ; la MFR ; Vézénobres
        Centre de formation d'apprentis des Cévennes ; CFA ; le CFA ; Alès
        Institut de formation en soins infirmiers d'Alès ; IFSI ; l'IFSI ; Alès
    """,
}


@dataclass(frozen=True, slots=True)
class LocalStructures:
    """A kind of structure that stands in several communes; `{of}`, `{name}` and `{short}` are filled with each commune."""

    kind: str
    name: str
    aliases: tuple[str, ...]
    communes: tuple[str, ...]


LOCAL: tuple[LocalStructures, ...] = (
    LocalStructures(
        "ccas",
        "CCAS {of}",
        ("CCAS {name}", "ccas {short}"),
        (
            "Alès",
            "La Grand-Combe",
            "Saint-Christol-lez-Alès",
            "Saint-Privat-des-Vieux",
            "Saint-Martin-de-Valgalgues",
            "Saint-Hilaire-de-Brethmas",
            "Rousson",
            "Salindres",
            "Saint-Julien-les-Rosiers",
            "Anduze",
            "Saint-Ambroix",
            "Bessèges",
            "Saint-Jean-du-Gard",
            "Les Salles-du-Gardon",
            "Les Mages",
            "Ribaute-les-Tavernes",
            "Vézénobres",
            "Bagard",
            "Barjac",
            "Cendras",
            "Génolhac",
        ),
    ),
    LocalStructures(
        "town hall",
        "Mairie {of}",
        ("mairie {name}", "mairie {short}"),
        (
            "Alès",
            "La Grand-Combe",
            "Anduze",
            "Saint-Ambroix",
            "Bessèges",
            "Saint-Jean-du-Gard",
            "Salindres",
            "Rousson",
            "Génolhac",
            "Barjac",
            "Vézénobres",
            "Saint-Martin-de-Valgalgues",
            "Saint-Christol-lez-Alès",
            "Les Mages",
            "Le Martinet",
            "Mialet",
            "Chamborigaud",
            "Branoux-les-Taillades",
            "Molières-sur-Cèze",
            "Saint-Florent-sur-Auzonnet",
            "Lézan",
            "Saint-Sauveur-de-Cruzières",
        ),
    ),
    LocalStructures(
        "cms",
        "Centre médico-social {of}",
        ("CMS", "CMS {name}", "cms {short}"),
        ("Alès", "La Grand-Combe", "Saint-Ambroix", "Anduze", "Bessèges"),
    ),
    LocalStructures(
        "health house",
        "Maison de santé pluriprofessionnelle {of}",
        ("MSP", "MSP {name}", "MSP {short}", "maison de santé {of}"),
        ("Saint-Ambroix", "La Grand-Combe", "Anduze", "Bessèges", "Saint-Jean-du-Gard", "Génolhac", "Barjac", "Vézénobres", "Salindres"),
    ),
)

EHPADS = (
    ("EHPAD Les Oliviers", "Alès"),
    ("EHPAD Le Mas des Cerisiers", "Alès"),
    ("EHPAD Les Jardins du Gardon", "Anduze"),
    ("EHPAD La Soleillade", "La Grand-Combe"),
    ("EHPAD Notre-Dame des Pins", "Saint-Privat-des-Vieux"),
    ("EHPAD Les Faïsses", "Saint-Jean-du-Gard"),
    ("EHPAD La Clairière", "Bessèges"),
    ("EHPAD Les Hautes Terres", "Génolhac"),
    ("EHPAD Le Clos des Mages", "Les Mages"),
    ("EHPAD Les Terrasses", "Saint-Ambroix"),
    ("EHPAD La Pinède", "Barjac"),
    ("SSIAD des Gardons", "Alès"),
    ("SSIAD de La Grand-Combe", "La Grand-Combe"),
    ("SSIAD Cèze", "Saint-Ambroix"),
    ("SSIAD des Hautes Cévennes", "Génolhac"),
    ("SSIAD d'Anduze", "Anduze"),
    ("Résidence autonomie Les Marronniers", "Alès"),
    ("Résidence autonomie Le Bosquet", "Salindres"),
    ("Plateforme de répit des Gardons", "Alès"),
)

PHARMACIES = (
    ("des Mimosas", "Anduze"),
    ("du Gardon", "Alès"),
    ("du Vieux Pont", "Alès"),
    ("de la Placette", "Alès"),
    ("du Mûrier", "Alès"),
    ("de la Filature", "Saint-Jean-du-Gard"),
    ("du Chevalement", "La Grand-Combe"),
    ("des Mineurs", "La Grand-Combe"),
    ("de la Cèze", "Saint-Ambroix"),
    ("du Beffroi", "Saint-Ambroix"),
    ("des Genêts", "Salindres"),
    ("du Viaduc", "Chamborigaud"),
    ("du Portalet", "Vézénobres"),
    ("de la Tour", "Barjac"),
    ("des Faïsses", "Génolhac"),
    ("de la Gare", "Bessèges"),
    ("des Rosiers", "Saint-Julien-les-Rosiers"),
)

# Practices: kind, what it is called, where. Their names are those of places, never of people.
PRACTICES = (
    (
        "nurses",
        "Cabinet infirmier",
        (
            "Alès – Rochebelle",
            "Alès – Tamaris",
            "Alès – Centre",
            "Anduze",
            "La Grand-Combe",
            "Saint-Ambroix",
            "Bessèges",
            "Salindres",
            "Génolhac",
        ),
    ),
    (
        "doctors",
        "Cabinet médical",
        (
            "Alès – Centre",
            "Alès – Clavières",
            "Alès – Prés-Saint-Jean",
            "Saint-Christol-lez-Alès",
            "Saint-Hilaire-de-Brethmas",
            "Rousson",
            "Saint-Martin-de-Valgalgues",
            "Chamborigaud",
        ),
    ),
    (
        "physiotherapists",
        "Cabinet de kinésithérapie",
        ("Alès – Centre", "Anduze", "Saint-Privat-des-Vieux", "La Grand-Combe", "Saint-Ambroix", "Salindres"),
    ),
    ("midwives", "Cabinet de sages-femmes", ("Alès", "Anduze", "Saint-Ambroix", "La Grand-Combe")),
    ("speech therapists", "Cabinet d'orthophonie", ("Alès", "Salindres", "Saint-Ambroix")),
    ("psychologists", "Cabinet de psychologie", ("Alès", "Anduze", "Saint-Jean-du-Gard")),
    ("dieticians", "Cabinet de diététique", ("Alès", "Saint-Christol-lez-Alès")),
    ("dentists", "Cabinet dentaire", ("Alès", "La Grand-Combe", "Saint-Ambroix", "Barjac")),
)
