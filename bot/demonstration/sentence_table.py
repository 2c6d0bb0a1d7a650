"""What the demonstration's meetings talk about, decide and leave to do, by theme.

`{of}` and `{at}` are filled with a commune, `{month}` with a month.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """Sentences of one theme."""

    topics: tuple[str, ...]
    decisions: tuple[str, ...]
    actions: tuple[str, ...]


EVERYWHERE = Theme(
    topics=(
        "Tour de table des actualités",
        "Suite du compte rendu précédent",
        "Calendrier des prochains mois",
        "Points à remonter au Copil",
    ),
    decisions=(
        "Garder le rythme d’une rencontre par mois jusqu’à l’été",
        "Inviter un élu ou une élue de la commune à la prochaine rencontre",
        "Partager les documents du groupe dans un dossier commun",
        "Présenter l’avancement du groupe au prochain Copil",
        "Proposer à deux habitantes et deux habitants de rejoindre le groupe",
        "Reconduire l’action l’an prochain dans les mêmes conditions",
    ),
    actions=(
        "Envoyer le calendrier des prochaines dates",
        "Réserver la salle pour la prochaine rencontre",
        "Relire le compte rendu avant sa diffusion",
        "Mettre à jour la liste de diffusion du groupe",
        "Préparer la présentation pour le Copil",
        "Relancer les structures qui n’ont pas répondu",
        "Rédiger un court article pour la lettre du réseau",
    ),
)

THEMES: dict[str, Theme] = {
    "steering": Theme(
        topics=(
            "Bilan de l’année et indicateurs",
            "Avancement des fiches-actions",
            "Financements et appels à projets",
            "Avenant au contrat",
            "Articulation des instances",
        ),
        decisions=(
            "Valider le bilan de l’année présenté en séance",
            "Valider le programme d’actions et son calendrier",
            "Retenir les trois priorités proposées par le comité technique",
            "Demander aux signataires une contribution avant la fin de {month}",
            "Étendre le programme aux communes {of} et des environs",
            "Confier l’évaluation à la commission dédiée",
        ),
        actions=(
            "Transmettre le bilan signé aux financeurs",
            "Rédiger la note de synthèse pour les élus et les élues",
            "Préparer l’avenant au contrat",
            "Chiffrer les besoins pour l’année prochaine",
        ),
    ),
    "technical": Theme(
        topics=(
            "Préparation du Copil",
            "Revue des fiches-actions",
            "Indicateurs à consolider",
            "Réponses aux appels à projets",
            "Difficultés remontées par les groupes",
        ),
        decisions=(
            "Proposer au Copil de prolonger deux fiches-actions",
            "Retenir un tableau de suivi commun à tous les groupes",
            "Répondre ensemble à l’appel à projets de prévention",
            "Reporter au trimestre prochain la fiche-action sur la mobilité",
            "Fixer l’ordre du jour du prochain Copil",
        ),
        actions=(
            "Compléter le tableau de suivi des fiches-actions",
            "Rassembler les indicateurs des groupes",
            "Rédiger le volet commun de la réponse à l’appel à projets",
            "Vérifier les conventions qui arrivent à échéance",
        ),
    ),
    "plenary": Theme(
        topics=("Bilan de l’année des groupes", "Témoignages d’habitantes et d’habitants", "Ateliers par axe", "Perspectives de l’année"),
        decisions=(
            "Ouvrir un groupe sur la santé des saisonniers et des saisonnières",
            "Tenir la prochaine plénière {at}",
            "Publier la synthèse des ateliers dans la lettre du réseau",
        ),
        actions=(
            "Mettre en forme la synthèse des ateliers",
            "Recenser les personnes volontaires pour les groupes",
            "Envoyer le diaporama aux participants et aux participantes",
        ),
    ),
    "outreach": Theme(
        topics=(
            "Programme de la journée",
            "Communication et affiches",
            "Stands et partenaires",
            "Logistique et transport",
            "Budget prévisionnel",
        ),
        decisions=(
            "Retenir {at} pour accueillir la journée",
            "Ouvrir les inscriptions le premier lundi de {month}",
            "Proposer un stand de dépistage et un stand d’accès aux droits",
            "Imprimer le guide en deux mille exemplaires",
            "Prévoir une navette depuis les communes des hautes vallées",
        ),
        actions=(
            "Demander trois devis à des imprimeurs",
            "Relancer les partenaires pour leurs stands",
            "Réserver les barnums auprès de la mairie",
            "Préparer l’affiche et le dossier de presse",
            "Contacter la radio locale pour une interview",
        ),
    ),
    "birth": Theme(
        topics=(
            "Sorties de maternité",
            "Entretien prénatal précoce",
            "Soutien à l’allaitement",
            "Dépression du post-partum",
            "Lieux d’accueil pour les parents",
        ),
        decisions=(
            "Diffuser le livret « sortie de maternité » dans toutes les maisons de santé",
            "Ouvrir un café des parents {at} un mardi par mois",
            "Organiser la journée allaitement en {month}",
            "Former les professionnelles et les professionnels des crèches aux troubles du langage",
            "Créer un circuit court entre la maternité et la PMI",
        ),
        actions=(
            "Finaliser le livret « sortie de maternité »",
            "Faire le lien avec les crèches du secteur",
            "Recenser les sages-femmes disponibles",
            "Préparer le questionnaire pour les jeunes parents",
        ),
    ),
    "youth": Theme(
        topics=(
            "Repérage du mal-être",
            "Accueil des jeunes sans médecin traitant",
            "Interventions dans les collèges",
            "Usage des écrans",
            "Vie affective et relationnelle",
        ),
        decisions=(
            "Intervenir dans quatre collèges avant la fin de {month}",
            "Ouvrir une permanence santé à la Mission locale",
            "Former vingt adultes relais au repérage du mal-être",
            "Bâtir une mallette d’outils commune aux établissements",
            "Associer les délégués et les déléguées de classe au projet",
        ),
        actions=(
            "Envoyer le planning des interventions aux établissements",
            "Rassembler les outils existants dans la mallette",
            "Contacter les infirmières et infirmiers scolaires",
            "Préparer la soirée avec les parents",
        ),
    ),
    "elders": Theme(
        topics=(
            "Retour à domicile après une hospitalisation",
            "Prévention des chutes",
            "Répit des aidants",
            "Isolement et visites",
            "Accessibilité des cabinets",
        ),
        decisions=(
            "Lancer un atelier équilibre {at}",
            "Créer une fiche de liaison entre les urgences et le domicile",
            "Organiser une journée des aidants en {month}",
            "Recenser les cabinets accessibles aux fauteuils roulants",
            "Proposer un binôme de visites aux personnes isolées",
        ),
        actions=(
            "Rédiger la première version de la fiche de liaison",
            "Recenser les ateliers équilibre du territoire",
            "Relancer les services d’aide à domicile",
            "Préparer le programme de la journée des aidants",
        ),
    ),
    "hardship": Theme(
        topics=(
            "Domiciliation",
            "Aide alimentaire d’urgence",
            "Plan grand froid",
            "Ouverture de droits",
            "Accueil de nuit",
            "Violences et mise à l’abri",
        ),
        decisions=(
            "Tenir une permanence commune d’accès aux droits {at}",
            "Partager le planning des distributions alimentaires",
            "Ouvrir un accueil de jour le samedi pendant l’hiver",
            "Adopter une fiche d’orientation commune",
            "Former les équipes à l’accueil des personnes victimes de violences",
        ),
        actions=(
            "Mettre à jour la carte des distributions",
            "Transmettre la liste des accueils de nuit",
            "Relancer la CAF pour les créneaux de permanence",
            "Rédiger la fiche d’orientation",
        ),
    ),
    "mental": Theme(
        topics=(
            "Délais de rendez-vous au CMP",
            "Semaines d’information sur la santé mentale",
            "Prévention du suicide",
            "Logement et troubles psychiques",
            "Pair-aidance",
        ),
        decisions=(
            "Retenir le thème et les dates des Semaines d’information",
            "Former vingt personnes aux premiers secours en santé mentale en {month}",
            "Organiser un ciné-débat {at}",
            "Écrire un protocole d’alerte avec les bailleurs",
            "Ouvrir le groupe aux pairs-aidants et aux pairs-aidantes",
        ),
        actions=(
            "Réserver le cinéma pour la soirée-débat",
            "Envoyer le protocole aux bailleurs pour relecture",
            "Trouver deux formateurs ou formatrices",
            "Recenser les lieux d’écoute du territoire",
        ),
    ),
    "addictions": Theme(
        topics=(
            "Mois sans tabac",
            "Consultation jeunes consommateurs",
            "Réduction des risques en fête",
            "Orientation vers le CSAPA",
            "Alcool et travail",
        ),
        decisions=(
            "Tenir un stand de réduction des risques aux fêtes {of}",
            "Former les pharmacies à la remise de matériel",
            "Organiser trois ateliers d’aide à l’arrêt du tabac en {month}",
            "Diffuser une carte des consultations avancées",
        ),
        actions=(
            "Commander les kits de prévention",
            "Recenser les pharmacies volontaires",
            "Caler les dates des ateliers d’arrêt du tabac",
            "Imprimer la carte des consultations",
        ),
    ),
    "nutrition": Theme(
        topics=(
            "Ateliers cuisine",
            "Repas des cantines",
            "Jardins partagés",
            "Activité physique adaptée",
            "Repérage du surpoids chez l’enfant",
        ),
        decisions=(
            "Valider le calendrier des ateliers cuisine",
            "Ouvrir un atelier cuisine {at}",
            "Proposer deux créneaux de marche par semaine",
            "Organiser le défi des familles en {month}",
            "Travailler avec les cantines sur le petit déjeuner",
        ),
        actions=(
            "Envoyer l’affiche des ateliers cuisine",
            "Trouver des semences pour les jardins",
            "Contacter les diététiciennes et diététiciens du secteur",
            "Chiffrer le matériel des ateliers",
        ),
    ),
    "diabetes": Theme(
        topics=(
            "Dépistage du diabète",
            "Suivi des pieds et des yeux",
            "Ateliers d’éducation thérapeutique",
            "Rétinographie itinérante",
            "Activité physique adaptée",
        ),
        decisions=(
            "Lancer l’enquête sur le suivi podologique dans les pharmacies",
            "Organiser une journée de dépistage {at} en {month}",
            "Proposer la rétinographie dans trois maisons de santé",
            "Ouvrir un cycle d’ateliers d’éducation thérapeutique",
            "Inviter l’association de patients à animer un atelier",
        ),
        actions=(
            "Relancer les pharmacies pour l’enquête",
            "Préparer le questionnaire de l’enquête",
            "Caler les dates de la rétinographie",
            "Envoyer les affiches de la journée de dépistage",
        ),
    ),
    "chronic": Theme(
        topics=(
            "Programmes d’éducation thérapeutique",
            "Parcours après une hospitalisation",
            "Souffle et activité physique",
            "Soins palliatifs à domicile",
            "Repérage de l’insuffisance cardiaque",
        ),
        decisions=(
            "Créer un annuaire des programmes d’éducation thérapeutique",
            "Proposer une réunion ville-hôpital par trimestre",
            "Organiser une journée du souffle {at}",
            "Adopter une fiche de sortie commune",
        ),
        actions=(
            "Compléter l’annuaire des programmes",
            "Préparer la réunion ville-hôpital",
            "Demander les chiffres du dernier trimestre",
            "Rédiger la fiche de sortie",
        ),
    ),
    "screening": Theme(
        topics=("Taux de participation aux dépistages", "Octobre rose", "Mars bleu", "Invitations non reçues", "Freins au dépistage"),
        decisions=(
            "Installer un stand de dépistage au marché {of}",
            "Organiser la marche rose le premier dimanche d’octobre",
            "Remettre les kits de dépistage dans les pharmacies volontaires",
            "Traduire le dépliant en trois langues",
        ),
        actions=(
            "Demander les taux de participation par commune",
            "Commander les rubans et les dépliants",
            "Réserver l’emplacement du marché",
            "Relancer les pharmacies volontaires",
        ),
    ),
    "rights": Theme(
        topics=(
            "Renoncement aux soins",
            "Complémentaire santé solidaire",
            "Transport vers les soins",
            "Médiation en santé",
            "Rattrapage vaccinal",
            "Interprétariat",
        ),
        decisions=(
            "Tenir une permanence d’accès aux droits {at} deux fois par mois",
            "Faire un dépliant commun sur la complémentaire santé solidaire",
            "Organiser une séance de vaccination en {month}",
            "Tester un transport solidaire vers les spécialistes",
            "Ouvrir l’interprétariat par téléphone aux cabinets volontaires",
        ),
        actions=(
            "Relire le dépliant avec la CPAM",
            "Lister les trajets les plus demandés",
            "Caler les dates des permanences",
            "Contacter le centre de vaccination",
        ),
    ),
    "primary": Theme(
        topics=(
            "Patients sans médecin traitant",
            "Soins non programmés",
            "Accueil des internes",
            "Projet de maison de santé",
            "Délégation de tâches",
        ),
        decisions=(
            "Écrire un protocole commun pour les soins non programmés",
            "Accueillir les internes lors d’une journée {at}",
            "Soutenir le projet de maison de santé {of}",
            "Partager une liste d’attente entre les cabinets",
        ),
        actions=(
            "Recenser les cabinets qui accueillent un ou une interne",
            "Rédiger la première version du protocole",
            "Organiser la visite du local",
            "Demander les chiffres de la CPAM par commune",
        ),
    ),
    "environment": Theme(
        topics=("Qualité de l’air intérieur", "Plan canicule", "Moustique tigre", "Habitat indigne", "Pollens et ambroisie"),
        decisions=(
            "Diffuser les gestes contre le moustique tigre avant {month}",
            "Visiter dix logements signalés {at}",
            "Tenir à jour le registre des personnes fragiles pendant l’été",
            "Former les aides à domicile à la qualité de l’air intérieur",
        ),
        actions=(
            "Imprimer les affiches sur le moustique tigre",
            "Recenser les lieux frais du territoire",
            "Transmettre les signalements au guichet unique",
            "Préparer l’atelier sur l’air intérieur",
        ),
    ),
    "local": Theme(
        topics=(
            "Besoins des habitantes et des habitants",
            "Permanences de santé",
            "Mobilité vers les soins",
            "Actions de l’été",
            "Accueil des nouveaux professionnels",
        ),
        decisions=(
            "Ouvrir une permanence de médiation santé {at}",
            "Organiser une matinée santé au marché {of}",
            "Proposer une marche santé chaque mois",
            "Faire venir le bus santé {at} en {month}",
            "Recueillir la parole des habitantes et des habitants par une enquête courte",
        ),
        actions=(
            "Distribuer les affiches dans les commerces",
            "Trouver une salle pour la permanence",
            "Préparer le questionnaire de l’enquête",
            "Prévenir les médecins du secteur",
            "Demander le passage du bus santé",
        ),
    ),
}

# Happenings that belong to no group: title, axis.
EVENTS: tuple[tuple[str, int], ...] = (
    ("Atelier cuisine {at}", 7),
    ("Marche santé {at}", 7),
    ("Stand prévention au marché {of}", 9),
    ("Ciné-débat santé mentale {at}", 5),
    ("Journée de vaccination {at}", 9),
    ("Permanence du bus santé {at}", 9),
    ("Atelier équilibre {at}", 3),
    ("Café des parents {at}", 1),
    ("Formation premiers secours en santé mentale {at}", 5),
    ("Atelier moustique tigre {at}", 11),
    ("Intervention au collège {at}", 2),
    ("Stand Mois sans tabac {at}", 6),
    ("Dépistage du diabète {at}", 8),
    ("Distribution de kits d’hygiène {at}", 4),
    ("Visite de la maison de santé {of}", 10),
)

# Hours that are said, not derived from an attendance: what, and their part by its value.
HOURS_SAID: tuple[tuple[str, str], ...] = (
    ("préparation de l’ordre du jour", "préparation"),
    ("préparation de l’atelier", "préparation"),
    ("préparation du diaporama", "préparation"),
    ("recherche d’intervenants", "préparation"),
    ("appels aux partenaires", "préparation"),
    ("trajet aller-retour", "déplacement"),
    ("rédaction du compte rendu", "rédaction"),
    ("rédaction de la réponse à l’appel à projets", "rédaction"),
    ("relecture du guide", "rédaction"),
    ("permanence", "action"),
    ("animation d’un atelier", "action"),
    ("tenue d’un stand", "action"),
    ("distribution d’affiches", "action"),
    ("formation au repérage", "formation"),
    ("traduction d’un dépliant", "autre"),
)
