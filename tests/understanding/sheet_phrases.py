"""How people say that a sheet of the directory changes, and what each sentence means: ours, written before the reader was.

Every third one was set aside until the reader was done (`SET_ASIDE`); what it scored at first sight stands in docs/decisions/.
A name stands as in the directory, after « ? » when nobody bears it, between « / » when several may be meant.
"""

from __future__ import annotations

ALES, COMBE = "CCAS d'Alès", "CCAS de La Grand-Combe"
CCAS = f"{ALES} / {COMBE}"
CSAPA, PMI, CPTS = (
    "CSAPA des Cévennes",
    "Protection maternelle et infantile d'Alès",
    "Communauté professionnelle territoriale de santé Cévennes",
)
MARTINS = "Sophie Martin / Philippe Martin"

PHRASES: tuple[tuple[str, dict[str, str]], ...] = (
    (
        "Karim Benali est parti, c'est Sonia Haddad qui le remplace au CCAS",
        {"deed": "leave", "who": "Karim Benali", "other": "?Sonia Haddad", "where": CCAS},
    ),
    ("nouveau numéro de Sophie Martin 06 39 98 01 02", {"deed": "change", "who": "Sophie Martin", "phone": "+33639980102"}),
    ("le mail de Nadia Ferhat c'est n.ferhat@csapa.example", {"deed": "change", "who": "Nadia Ferhat", "email": "n.ferhat@csapa.example"}),
    ("la CPTS a déménagé à Salindres", {"deed": "structure", "where": CPTS, "commune": "Salindres"}),
    ("fusionne les deux Martin", {"deed": "merge", "who": MARTINS}),
    ("Mme Roux est maintenant élue à la santé", {"deed": "change", "who": "Nathalie Roux", "function": "élue à la santé"}),
    ("Julie Lefebvre est passée au CSAPA", {"deed": "change", "who": "Julie Lefebvre", "where": CSAPA}),
    (
        "ajoute Paul Roux, infirmier à la MSP d'Anduze, 06 39 98 01 03 à l'annuaire",
        {"deed": "add", "who": "?Paul Roux", "function": "infirmier", "where": "?MSP d'Anduze", "phone": "+33639980103"},
    ),
    ("Claire Simon s'appelle maintenant Claire Garnier", {"deed": "change", "who": "Claire Simon", "name": "Claire Garnier"}),
    ("Thomas Hervé a quitté le CSAPA", {"deed": "leave", "who": "Thomas Hervé"}),
    ("Solène Brun est partie à la retraite", {"deed": "leave", "who": "Solène Brun"}),
    (
        "Denis Roche est parti à la retraite, Amélie Faure le remplace",
        {"deed": "leave", "who": "Denis Roche", "other": "?Amélie Faure"},
    ),
    (
        "Chloé Dumas remplace Brigitte Morel à la Ligue",
        {"deed": "leave", "who": "Brigitte Morel", "other": "Chloé Dumas", "where": "Ligue contre le cancer – comité du Gard"},
    ),
    ("c'est désormais Laurent Fabre qui remplace Mehdi Saïdi", {"deed": "leave", "who": "Mehdi Saïdi", "other": "Laurent Fabre"}),
    ("Inès Colin ne travaille plus au département", {"deed": "leave", "who": "Inès Colin"}),
    ("bonjour, Zoé Renard a changé de numéro : 0639980104", {"deed": "change", "who": "Zoé Renard", "phone": "+33639980104"}),
    ("nouveau tel de Simon Gaillard : 06.39.98.01.05", {"deed": "change", "who": "Simon Gaillard", "phone": "+33639980105"}),
    (
        "le numéro de Mme Vasseur est maintenant le 06 39 98 01 06",
        {"deed": "change", "who": "Marie-Hélène Vasseur", "phone": "+33639980106"},
    ),
    ("le portable de Bruno Tessier c'est le 06 39 98 01 07", {"deed": "change", "who": "Bruno Tessier", "phone": "+33639980107"}),
    ("Camille Jacquet : 06 39 98 01 08", {"deed": "change", "who": "Camille Jacquet", "phone": "+33639980108"}),
    (
        "mets à jour le mail de Chantal Avril : c.avril@ba30.example",
        {"deed": "change", "who": "Chantal Avril", "email": "c.avril@ba30.example"},
    ),
    (
        "nouvelle adresse mail de Pauline Chevalier pauline@msp.example",
        {"deed": "change", "who": "Pauline Chevalier", "email": "pauline@msp.example"},
    ),
    ("note le mail de Gilles Rey : g.rey@ars.example", {"deed": "change", "who": "Gilles Rey", "email": "g.rey@ars.example"}),
    (
        "le nouveau mail de Cédric Moulin est cedric.moulin@pjj.example merci",
        {"deed": "change", "who": "Cédric Moulin", "email": "cedric.moulin@pjj.example"},
    ),
    ("change le numéro de Lucie Arnaud pour le 06 39 98 01 09", {"deed": "change", "who": "Lucie Arnaud", "phone": "+33639980109"}),
    ("corrige le téléphone de Yann Le Goff : 04 66 00 00 10", {"deed": "change", "who": "Yann Le Goff", "phone": "+33466000010"}),
    ("numéro de Martin 06 39 98 01 11", {"deed": "change", "who": MARTINS, "phone": "+33639980111"}),
    ("le nouveau numéro de la PMI c'est le 04 66 00 00 12", {"deed": "structure", "where": PMI, "phone": "+33466000012"}),
    ("mail du CSAPA : accueil@csapa.example", {"deed": "structure", "where": CSAPA, "email": "accueil@csapa.example"}),
    (
        "la Mission locale a changé de numéro : 04 66 00 00 13",
        {"deed": "structure", "where": "Mission locale Alès", "phone": "+33466000013"},
    ),
    ("le GEM a déménagé à Anduze", {"deed": "structure", "where": "GEM Les Mûriers", "commune": "Anduze"}),
    ("le CSAPA est maintenant à La Grand-Combe", {"deed": "structure", "where": CSAPA, "commune": "La Grand-Combe"}),
    ("l'UNAFAM s'est installée à Saint-Ambroix", {"deed": "structure", "where": "UNAFAM Gard", "commune": "Saint-Ambroix"}),
    ("le CCAS a déménagé à Bessèges", {"deed": "structure", "where": CCAS, "commune": "Bessèges"}),
    (
        "l'ANPAA s'appelle maintenant Addictions France Gard",
        {"deed": "structure", "where": "ANPAA 30 – Association Addictions France", "name": "Addictions France Gard"},
    ),
    (
        "la Mission locale change de nom : Mission locale jeunes Cévennes",
        {"deed": "structure", "where": "Mission locale Alès", "name": "Mission locale jeunes Cévennes"},
    ),
    ("fusionne Sophie Martin et Philippe Martin", {"deed": "merge", "who": "Sophie Martin", "other": "Philippe Martin"}),
    ("fusionner les fiches de Karim Haddad et Karim Benali", {"deed": "merge", "who": "Karim Haddad", "other": "Karim Benali"}),
    ("les deux Simon sont la même personne", {"deed": "merge", "who": "Pierre Simon / Claire Simon"}),
    ("Karim Benali et Karim Haddad c'est la même personne", {"deed": "merge", "who": "Karim Benali", "other": "Karim Haddad"}),
    ("Anne Lefèvre et Julie Lefebvre sont en double", {"deed": "merge", "who": "Anne Lefèvre", "other": "Julie Lefebvre"}),
    ("doublon : Stéphane Roy et Nathalie Roux", {"deed": "merge", "who": "Stéphane Roy", "other": "Nathalie Roux"}),
    (
        "Damien Leroux est désormais directeur de la MDA",
        {"deed": "change", "who": "Damien Leroux", "function": "directeur", "where": "Maison des adolescents du Gard"},
    ),
    ("Aurélie Vidal devient coordinatrice du CLS", {"deed": "change", "who": "Aurélie Vidal", "function": "coordinatrice du CLS"}),
    ("Hugo Lemaire est devenu chef de projet", {"deed": "change", "who": "Hugo Lemaire", "function": "chef de projet"}),
    (
        "la nouvelle fonction d'Élise Durant : puéricultrice référente",
        {"deed": "change", "who": "Élise Durant", "function": "puéricultrice référente"},
    ),
    (
        "Leïla Mansouri est maintenant infirmière au CSAPA",
        {"deed": "change", "who": "Leïla Mansouri", "function": "infirmière", "where": CSAPA},
    ),
    (
        "Mme Colin est à présent conseillère technique à la CAF",
        {"deed": "change", "who": "Inès Colin", "function": "conseillère technique", "where": "CAF du Gard"},
    ),
    ("Fatima Zeroual travaille maintenant à la CAF", {"deed": "change", "who": "Fatima Zeroual", "where": "CAF du Gard"}),
    ("Jérôme Picard a rejoint la Mission locale", {"deed": "change", "who": "Jérôme Picard", "where": "Mission locale Alès"}),
    ("Thierry Blanc est maintenant au CCAS de La Grand-Combe", {"deed": "change", "who": "Thierry Blanc", "where": COMBE}),
    ("Patrick Lambert part à la CPAM", {"deed": "change", "who": "Patrick Lambert", "where": "CPAM du Gard"}),
    (
        "Paola D'Angelo a été mutée à l'ARS",
        {"deed": "change", "who": "Paola D'Angelo", "where": "Agence régionale de santé Occitanie – délégation du Gard"},
    ),
    (
        "Olivier Bonnet est passé à la maison médicale de Bessèges",
        {"deed": "change", "who": "Olivier Bonnet", "where": "?maison médicale de Bessèges"},
    ),
    (
        "ajoute à l'annuaire Léa Fournier, psychologue au CSAPA, lea.fournier@csapa.example",
        {"deed": "add", "who": "?Léa Fournier", "function": "psychologue", "where": CSAPA, "email": "lea.fournier@csapa.example"},
    ),
    (
        "nouveau contact : Marc Delmas, assistant social à la CAF, 06 39 98 01 14",
        {"deed": "add", "who": "?Marc Delmas", "function": "assistant social", "where": "CAF du Gard", "phone": "+33639980114"},
    ),
    (
        "crée une fiche pour Hélène Pons, directrice de l'EHPAD Les Oliviers",
        {"deed": "add", "who": "?Hélène Pons", "function": "directrice", "where": "?EHPAD Les Oliviers"},
    ),
    ("ajoute Mme Nadège Bastide dans l'annuaire", {"deed": "add", "who": "?Nadège Bastide"}),
    (
        "ajouter le Dr Alain Teissier, médecin généraliste à Anduze, à l'annuaire",
        {"deed": "add", "who": "?Alain Teissier", "function": "médecin généraliste", "commune": "Anduze"},
    ),
    ("nouvelle fiche : Rose Camblor, PMI", {"deed": "add", "who": "?Rose Camblor", "where": PMI}),
    ("Mme Durant s'appelle désormais Élise Castel", {"deed": "change", "who": "Élise Durant", "name": "Élise Castel"}),
    ("Sophie Martin s'est mariée, elle s'appelle Sophie Vernet", {"deed": "change", "who": "Sophie Martin", "name": "Sophie Vernet"}),
    ("le nom de Chloé Dumas est maintenant Chloé Arnal", {"deed": "change", "who": "Chloé Dumas", "name": "Chloé Arnal"}),
    ("efface Odile Marchand de l'annuaire", {"deed": "erase", "who": "Odile Marchand"}),
    ("supprime la fiche de Monique Serre", {"deed": "erase", "who": "Monique Serre"}),
    ("Rachid Bouzid demande à être effacé de l'annuaire", {"deed": "erase", "who": "Rachid Bouzid"}),
    ("Sophie Martin a été informée hier", {"deed": "inform", "who": "Sophie Martin", "day": "2026-12-08"}),
    ("j'ai informé Philippe Martin", {"deed": "inform", "who": "Philippe Martin", "day": "2026-12-09"}),
    ("Céline Laurent est informée depuis le 3 décembre", {"deed": "inform", "who": "Céline Laurent", "day": "2026-12-03"}),
    ("karim benali est parti c'est sonia haddad qui le remplace", {"deed": "leave", "who": "Karim Benali", "other": "?sonia haddad"}),
    ("sophie martin nouveau num 0639980115", {"deed": "change", "who": "Sophie Martin", "phone": "+33639980115"}),
    ("le tel de nathalie roux c le 06 39 98 01 16", {"deed": "change", "who": "Nathalie Roux", "phone": "+33639980116"}),
    (
        "mme lefebvre est maintenant directrice du ccas de la grand combe",
        {"deed": "change", "who": "Julie Lefebvre", "function": "directrice", "where": COMBE},
    ),
    ("la pmi a demenage a anduze", {"deed": "structure", "where": PMI, "commune": "Anduze"}),
    ("valerie noel est partie, remplacée par Lucie Arnaud", {"deed": "leave", "who": "Valérie Noël", "other": "Lucie Arnaud"}),
    (
        "Benoît Chabert est remplacé par Hugo Lemaire depuis le 1er décembre",
        {"deed": "leave", "who": "Benoît Chabert", "other": "Hugo Lemaire", "day": "2026-12-01"},
    ),
    ("Isabelle Petit quitte l'ARS le 31 décembre", {"deed": "leave", "who": "Isabelle Petit", "day": "2026-12-31"}),
    ("à noter : Florence Girard n'est plus au CH", {"deed": "leave", "who": "Florence Girard"}),
    ("Michel Durand est parti, personne ne le remplace pour l'instant", {"deed": "leave", "who": "Michel Durand"}),
    ("Nadia Ferhat quitte le CSAPA, son remplaçant est Thomas Hervé", {"deed": "leave", "who": "Nadia Ferhat", "other": "Thomas Hervé"}),
    ("Stéphane Roy a pris la place d'Inès Colin", {"deed": "leave", "who": "Inès Colin", "other": "Stéphane Roy"}),
    ("Roux a un nouveau numéro, le 06 39 98 01 17", {"deed": "change", "who": "Nathalie Roux", "phone": "+33639980117"}),
    (
        "pour info le mail de Philippe Martin a changé, c'est p.martin@cpam.example",
        {"deed": "change", "who": "Philippe Martin", "email": "p.martin@cpam.example"},
    ),
    (
        "Laurent Fabre : laurent.fabre@ml.example et 06 39 98 01 18",
        {"deed": "change", "who": "Laurent Fabre", "email": "laurent.fabre@ml.example", "phone": "+33639980118"},
    ),
    (
        "Émilie Rousseau est maintenant présidente de la CPTS",
        {"deed": "change", "who": "Émilie Rousseau", "function": "présidente", "where": CPTS},
    ),
    (
        "depuis lundi Mathilde Perrin est chargée de mission à la CPAM",
        {"deed": "change", "who": "Mathilde Perrin", "function": "chargée de mission", "where": "CPAM du Gard", "day": "2026-12-07"},
    ),
    ("mon numéro a changé : 06 39 98 01 19", {"deed": "change", "who": "Claire Fontaine", "phone": "+33639980119"}),
    ("mon mail c'est claire@reseda.example", {"deed": "change", "who": "Claire Fontaine", "email": "claire@reseda.example"}),
    (
        "je suis maintenant directrice de Reseda",
        {"deed": "change", "who": "Claire Fontaine", "function": "directrice", "where": "Association Reseda"},
    ),
    ("peux-tu supprimer Gilles Rey de l'annuaire stp", {"deed": "erase", "who": "Gilles Rey"}),
    ("il faut fusionner les deux fiches Martin", {"deed": "merge", "who": MARTINS}),
    ("Claire Simon et Pierre Simon, c'est la même fiche", {"deed": "merge", "who": "Claire Simon", "other": "Pierre Simon"}),
    ("Eric Boulanger s'installe à Bessèges", {"deed": "change", "who": "Éric Boulanger", "commune": "Bessèges"}),
    ("ajoute le numéro de Leïla Mansouri : 06 39 98 01 20", {"deed": "change", "who": "Leïla Mansouri", "phone": "+33639980120"}),
    (
        "Odile Marchand a pour nouveau mail odile@reseda.example",
        {"deed": "change", "who": "Odile Marchand", "email": "odile@reseda.example"},
    ),
    ("Nathalie Roux ne veut plus être dans l'annuaire", {"deed": "erase", "who": "Nathalie Roux"}),
    ("les deux fiches Martin sont la même personne", {"deed": "merge", "who": MARTINS}),
    (
        "Claire Simon s'est mariée, elle s'appelle Claire Garnier maintenant",
        {"deed": "change", "who": "Claire Simon", "name": "Claire Garnier"},
    ),
    (
        "ajoute Paul Durieux, kiné à Salindres, 06 39 98 01 22",
        {"deed": "add", "who": "?Paul Durieux", "function": "kiné", "phone": "+33639980122", "commune": "Salindres"},
    ),
    ("le CSAPA des Cévennes s'appelle maintenant CSAPA Les Gardons", {"deed": "structure", "where": CSAPA, "name": "CSAPA Les Gardons"}),
    ("la PMI d'Alès devient la PMI Les Lilas", {"deed": "structure", "where": PMI, "name": "PMI Les Lilas"}),
    ("Sophie Martin du CCAS d'Alès est partie", {"deed": "leave", "who": "Sophie Martin"}),
    (
        "le numéro de Karim Benali est faux, c'est le 06 39 98 01 22",
        {"deed": "change", "who": "Karim Benali", "phone": "+33639980122"},
    ),
    ("le bon numéro de karim benali c'est 06 39 98 01 22", {"deed": "change", "who": "Karim Benali", "phone": "+33639980122"}),
    (
        "le mail de karim benali ne marche plus, c'est karim.b@mission.example",
        {"deed": "change", "who": "Karim Benali", "email": "karim.b@mission.example"},
    ),
    ("Sophie Martin a quitté le CCAS d'Alès pour la CAF", {"deed": "change", "who": "Sophie Martin", "where": "CAF du Gard"}),
    ("corrige le nom de Sophie Martin : Sophie Martin-Roux", {"deed": "change", "who": "Sophie Martin", "name": "Sophie Martin-Roux"}),
    ("Sophie Martin s'appelle en fait Sophie Martain", {"deed": "change", "who": "Sophie Martin", "name": "Sophie Martain"}),
    ("je change de numéro 06 39 98 01 21", {"deed": "change", "who": "Claire Fontaine", "phone": "+33639980121"}),
    ("j'ai changé de mail, c'est claire@chainon.example", {"deed": "change", "who": "Claire Fontaine", "email": "claire@chainon.example"}),
)

NOT_SHEETS: tuple[str, ...] = (
    "Karim est parti à 16h",
    "GT Diabète hier 14h-16h, Karim Benali est parti, Sonia Haddad le remplace",
    "ajoute Karim Benali à la réu d'hier",
    "dans le gt droits de lundi remplace Sophie par Florence",
    "le numéro de Sophie Martin ?",
    "numéro de Sophie Martin",
    "le mail de la CPTS",
    "rappelle-moi d'appeler Sophie Martin au 06 39 98 01 02 demain",
    "qui remplace Karim Benali ?",
    "est-ce que Sophie Martin a changé de numéro ?",
    "Sophie Martin relance la CAF pour le 15",
    "la CPTS a déménagé la réunion à Salindres",
    "2h de préparation hier avec Karim Benali",
    "fusionne les deux réunions d'hier",
    "efface toutes les réunions de juin",
    "Mme Roux est malade",
    "Sophie Martin est arrivée à 10h",
    "on est passés au CSAPA hier",
    "Julie Lefebvre est passée au stand hier 2h",
    "Sophie m'a remplacée à l'animation du copil",
    "ajoute le numéro de la salle",
    "supprime la dernière réunion",
    "il faut que j'appelle Nadia Ferhat",
    "Sophie Martin a informé les familles hier",
    "Mme Roux est maintenant en arrêt maladie",
    "Sophie Martin est désormais malade",
    "Karim Benali est maintenant injoignable",
    "Julie Lefebvre est maintenant enceinte",
    "Sophie Martin est maintenant d'accord",
    "Sophie Martin est maintenant au courant",
    "Sophie Martin devient grand-mère",
    "la Mission locale devient partenaire",
    "Thomas Hervé a quitté la réunion à 16h",
    "ajoute Paul Roux et Jean Petit à l'annuaire",
    "ajoute Sophie Martin au GT Nutrition",
    "Nathalie Roux est maintenant pilote du GT Nutrition",
    "le 06 39 98 01 22 de Karim Benali est faux",
    "le 06 39 98 01 22 n'est plus le numéro de Karim Benali",
    "Sophie Martin c'est plutôt Karim Benali",
    "je note le 06 39 98 01 21",
)

TOLD = tuple(pair for place, pair in enumerate(PHRASES) if place % 3 != 2)
SET_ASIDE = tuple(pair for place, pair in enumerate(PHRASES) if place % 3 == 2)
