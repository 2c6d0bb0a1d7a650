"""Turns of phrase of time that were misheard once, each with others of its kind. Readings as in `time_phrases`, said the same day."""

MONTHS_IN_SHORT = (
    ("fermeture du local 15 aout", "day 08-15"),
    ("COPIL 3 sept", "day 09-03"),
    ("le 3 sept. à 14h", "moment 09-03 14:00"),
    ("mardi 7 sept 9h-11h", "moment 2027-09-07 09:00-11:00"),
    ("fin sept", "window 09-21..09-30"),
    ("mi-sept", "window 09-11..09-20"),
    ("en sept.", "window 09-01..09-30"),
    ("de juin à sept", "interval 06-01..09-30"),
    ("de sept à déc", "interval 09-01..12-31"),
    ("d'ici fin dec", "window 12-21..12-31 by"),
    ("le 12 fev", "day 2027-02-12"),
    ("GT du 12 sept présents : Anna", "day 09-12"),
    ("on était 7 le 3 sept", "day 09-03"),
    ("le 3 sept personnes présentes", "day 04-03"),
    ("le 12, sept présents", "day 03-12"),
    ("le 12 sept heures de route", "day 03-12 ; duration 420"),
    ("réunion équipe 15 avril", "day 04-15"),
    ("convention à signer av. 15/12", "day 12-15 before"),
)

HOURS_OF_A_HALF = (
    ("on cale lundi 2h de l'aprèm", "moment 03-16 14:00 après-midi"),
    ("vendredi 4 h de l'après midi", "moment 03-13 16:00 après-midi"),
    ("lundi deux heures de l'après-midi", "moment 03-16 14:00 après-midi"),
    ("mardi 8h du soir", "moment 03-17 20:00 soir"),
    ("lundi 2h de préparation", "day 03-16 ; duration 120"),
    ("une heure du matin", "clock 01:00 matin"),
    ("après le déjeuner", "part après-midi début"),
    ("vingt heures minuit et quart", "range 20:00-00:15"),
    ("maraude cette nuit 22h 3h du matin", "moment 03-11 22:00-03:00 nuit"),
    ("1h 20 de route", "duration 80"),
    ("demain à 10 heures précises", "moment 03-12 10:00"),
    ("à 10 heures précises demain", "moment 03-12 10:00"),
)

REPEATED_ON = (
    ("RCP toutes les deux semaines le vendredi", "recurrence 03-13 P2W 5"),
    ("tous les 15 jours, le jeudi à 14h", "recurrence 03-12 P2W 4 14:00"),
    ("une semaine sur deux le mercredi", "recurrence 03-18 P2W 3"),
    ("le vendredi une semaine sur deux", "recurrence 03-13 P2W 5"),
    ("chaque 1er jeudi", "recurrence 04-02 P1M 4 nth 1"),
    ("tous les mois le 3", "recurrence 04-03 P1M"),
    ("tous les mois le 15 à 9h", "recurrence 03-15 P1M 09:00"),
    ("le 3 tous les mois", "recurrence 04-03 P1M"),
    ("chaque mois, le 2e mardi", "recurrence 04-14 P1M 2 nth 2"),
    ("tous les deux mois le 1er lundi", "recurrence 04-06 P2M 1 nth 1"),
    ("chaque année le 8 mars", "recurrence 2027-03-08 P1Y"),
    ("chaque fin de mois", "recurrence 03-11 P1M"),
    ("une fois par trimestre", "recurrence 03-11 P3M"),
    ("un samedi par mois", "recurrence 03-14 P1M 6"),
    ("tous les 1er du mois", "recurrence 04-01 P1M"),
    ("tous les jours ouvrés à 9h", "recurrence 03-12 P1D 09:00"),
    ("tous les 15 jours, lundi 2h", "recurrence 03-11 P2W ; day 03-16 ; duration 120 ?"),
    ("tous les mois, lundi 14h", "recurrence 03-11 P1M ; moment 03-16 14:00"),
)

BETWEEN = (
    ("joignable entre 12 et 14", "range 12:00-14:00 ?"),
    ("permanence entre 9 et 12", "range 09:00-12:00 ?"),
    ("on se voit entre 14 et 16", "range 14:00-16:00 ?"),
    ("appelle-moi entre 12 et 14, pas avant", "range 12:00-14:00 ?"),
    ("ouvert entre 9 et 17 au local", "range 09:00-17:00 ?"),
    ("le 2 avril entre midi et 14h", "moment 04-02 12:00-14:00"),
)

TERMS = (
    ("convention de 2 ans", "duration 1051200"),
    ("contrat d'un an", "duration 525600"),
    ("CDD de 6 mois", "duration 259200"),
    ("mission de 18 mois", "duration 784800"),
    ("subvention pluriannuelle de 3 ans", "duration 1576800"),
    ("3 ans de financement", "duration 1576800"),
    ("2 ans", "duration 1051200"),
    ("journée complète", "duration 420 convention"),
    ("la journée entière", "duration 420 convention"),
)

NEXT_ONES = (
    ("Prochaine jeudi 19 mars 14h", "moment 03-19 14:00"),
    ("prochaine mardi à 9h", "moment 03-17 09:00"),
    ("prochain jeudi 19 à 14h", "moment 03-19 14:00"),
    ("prochain lundi le 23 mars", "day 03-23"),
)

MOVED = (
    ("réu décalée du lundi 8 au lundi 15 mars", "day 2027-03-08 ; day 2027-03-15"),
    ("COPIL reporté du 12 au 19 mars", "day 03-12 ? ; day 03-19"),
    ("réunion avancée du jeudi 19 au mardi 17", "day 03-19 ; day 03-17"),
    ("on repousse la réu du 12 mars au 2 avril", "day 03-12 ; day 04-02"),
    ("GT déplacé du 3 avril au 10 avril", "day 04-03 ; day 04-10"),
    ("décalé du 12/03 au 19/03", "day 03-12 ; day 03-19"),
    ("formation du 16 au 20 mars", "interval 03-16..03-20"),
    ("réunion reportée. Formation du 16 au 20 mars", "interval 03-16..03-20"),
)

LISTED = (
    ("les jeudis 12, 19 et 26 mars", "day 03-12 ; day 03-19 ; day 03-26"),
    ("les mardis 17 et 24 mars", "day 03-17 ; day 03-24"),
    ("les lundis 14h", "recurrence 03-16 P1W 1 14:00"),
    ("dispo les 5, 6 ou 9 oct", "day 10-05 ; day 10-06 ; day 10-09"),
    ("en juin ou juillet", "interval 06-01..07-31"),
    ("de mi-avril à fin mai", "interval 04-11..05-31"),
    ("Reprise en janvier, semaine du 10", "window 2027-01-04..2027-01-10"),
    ("en mars, semaine du 16", "window 03-16..03-22"),
    ("le week-end du 4 et 5 avril", "window 04-04..04-05"),
)

PERIODS = (
    ("au second semestre", "window 07-01..12-31"),
    ("le 1er semestre 2027", "window 2027-01-01..2027-06-30"),
    ("les deux prochaines semaines", "window 03-12..03-25"),
    ("au cours du mois", "window 03-01..03-31"),
    ("dans le courant de la semaine", "window 03-09..03-15"),
    ("le reste du mois", "window 03-11..03-31"),
    ("tout le mois de mars", "window 03-01..03-31"),
    ("toute la semaine prochaine", "window 03-16..03-22"),
    ("au début du mois de mai", "window 05-01..05-10"),
    ("la nuit prochaine", "part 03-11 nuit"),
    ("samedi matin prochain", "part 03-14 matin ALT 03-14 03-21"),
    ("que s'est-il passé lundi de cette semaine", "day 03-09"),
    ("la semaine prochaine, disons mercredi", "day 03-18 ~"),
    ("la semaine prochaine mardi et jeudi", "day 03-17 ; day 03-19"),
)

NO_TIME_EITHER = (
    "entre 12 et 14 personnes",
    "on sera entre 10 et 12",
    "enfant de 2 ans",
    "bébé de 18 mois",
    "enfants de 6 mois à 3 ans",
    "les moins de 6 ans",
    "il a 2 ans",
    "jeunes de 16 à 25 ans",
    "note 4/5",
    "note moyenne 8/10",
    "satisfaction des participants : 4/5",
    "4/5 des présents",
    "3/4 des présents",
    "module 2/3",
    "12 rue du 4 Septembre",
    "place du 8 mai 1945",
    "boulevard du 14 juillet",
    "collège du 8 mai",
    "une seconde référente",
    "une seconde réunion",
    "au 1er étage",
    "2e axe",
    "article 3",
    "20/20",
    "24/24",
    "24h/24 et 7j/7",
    "7 jours sur 7",
    "bon mardi !",
    "appel au 15",
    "8/10 satisfaits",
)
