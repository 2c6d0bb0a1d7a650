"""What coordinators type to change the agenda, and what each says. Said on Wednesday 18 November 2026 at 18:30.

A reading is the deed, the group, `<` the day on which it stood, then when and where it will be: days as 12-08 (the year only when it is not
2026), `+7d` by how much it moves, the rule of a series in brackets.
"""

PLANS = (
    ("prochain GT Nutrition mardi 8 à 14h salle Rimbaud", "plan GT Nutrition 12-08 14:00 salle Rimbaud"),
    ("on se revoit pour le Copil CLS le 12 janvier 9h30-12h", "plan Copil CLS 2027-01-12 09:30-12:00"),
    ("GT précarité mardi prochain 14h-16h", "plan GT Précarité 11-24 14:00-16:00"),
    ("demain copil asv 9h mairie", "plan Copil ASV 11-19 09:00 mairie"),
    ("GT addictions prévu le 3/12 à 9h à la maison de la santé", "plan GT Addictions 12-03 09:00 maison de la santé"),
    ("le gt préca aura lieu jeudi 14h à la banque alimentaire", "plan GT Précarité 11-19 14:00 banque alimentaire"),
    ("prochain gt préca le 3 décembre à 14h", "plan GT Précarité 12-03 14:00"),
    ("lundi 14h gt nutri à la mairie", "plan GT Nutrition 11-23 14:00 mairie"),
    ("le gt sism se tiendra le 12 janvier à 14h à la MDA", "plan GT SISM 2027-01-12 14:00 MDA"),
    ("on se voit demain 14h pour le GT Précarité", "plan GT Précarité 11-19 14:00"),
    ("planifie un GT Diabète mardi 8 décembre de 14h à 16h à la mairie d'Anduze", "plan GT Diabète 12-08 14:00-16:00 mairie d'Anduze"),
    ("note dans l'agenda : GT Diabète le 8 décembre 14h-16h", "plan GT Diabète 12-08 14:00-16:00"),
    ("planifie une réunion avec la CAF jeudi 10h à la mairie", "plan « Réunion avec la CAF » 11-19 10:00 mairie"),
    ("demain copil", "plan ? 11-19"),
    ("Copil CLS tous les 2es mardis de mars, juin et novembre", "plan Copil CLS [P1M 2 2 3,6,11]"),
    ("Copil CLS tous les 2es mardis de mars, juin et novembre de 9h à 11h", "plan Copil CLS 09:00-11:00 [P1M 2 2 3,6,11]"),
    ("GT Diabète un jeudi sur deux à 14h jusqu'en juin", "plan GT Diabète 14:00 [P2W 4 → 2027-06-30]"),
    ("tous les mardis GT Diabète à 14h", "plan GT Diabète 14:00 [P1W 2]"),
    ("inscris dans mon agenda un copil CLS mardi 8 à 14h", "plan Copil CLS 12-08 14:00"),
    ("planifie un GT Diabète jeudi, le 10 décembre, à 14h", "plan GT Diabète 12-10 14:00"),
    ("planifie un GT Diabète mardi 8 décembre à 14h, réponse avant le 5", "plan GT Diabète 12-08 14:00"),
    ("GT Diabète tous les lundis à 9h sauf pendant les vacances", "plan GT Diabète 09:00 [P1W 1 hors vacances]"),
)
MOVES = (
    ("reporte le GT Diabète de jeudi au 12 même heure", "move GT Diabète <11-19 12-12"),
    ("décale le copil CLS d'une semaine", "move Copil CLS +7d"),
    ("Copil CLS reporté au 15 décembre, 14h", "move Copil CLS 12-15 14:00"),
    ("le copil de mardi est reporté au 3 décembre", "move ? <11-24 12-03"),
    ("la réunion de demain est décalée à 15h", "move ? <11-19 15:00"),
    ("peux-tu décaler le GT Diabète de mardi à jeudi même heure ?", "move GT Diabète <11-24 11-26"),
    ("le GT Diabète passe à 15h", "move GT Diabète 15:00"),
    ("le GT Diabète du 21 mai passe à 15h", "move GT Diabète <2027-05-21 15:00"),
    ("on avance le GT Nutrition de jeudi 10 décembre à 9h30", "move GT Nutrition <12-10 09:30"),
    ("le GT Nutrition de mardi 8 décembre est avancé d'une heure", "move GT Nutrition <12-08 -60min"),
    ("repousse la réunion de jeudi de deux jours", "move ? <11-19 +2d"),
    ("copil reporté", "move ?"),
    ("le GT Diabète de mardi passe à 15h", "move GT Diabète <11-24 15:00"),
    ("le GT de jeudi passe à 15h", "move ? <11-19 15:00"),
    ("la réunion de jeudi passe à 15h", "move ? <11-19 15:00"),
    ("décale le GT Diabète de jeudi 14h à vendredi 15h", "move GT Diabète <11-19 11-20 15:00"),
    ("l'heure du GT Diabète de jeudi est décalée à 15h", "move GT Diabète <11-19 15:00"),
    ("le GT Diabète, on le décale à mardi", "move GT Diabète 11-24"),
    ("la CAF a reporté le GT Diabète au 12", "move GT Diabète 12-12"),
)
CANCELS = (
    ("annule la plénière", "cancel Plénière CLS"),
    ("annule le GT de jeudi", "cancel ? <11-19"),
    ("la réunion de demain est annulée", "cancel ? <11-19"),
    ("finalement le gt nutri de jeudi est annulé", "cancel GT Nutrition <11-19"),
    ("J'annule le GT Respiratoire de jeudi, je suis clouée au lit", "cancel GT Santé respiratoire <11-19"),
    ("GT jeunes de demain annulé (grève des bus), on vous redonne une date", "cancel GT Santé des jeunes <11-19"),
    ("réunion annulée hier, personne n'est venu", "cancel ? <11-17"),
    ("j'annule le GT de jeudi, je suis malade depuis lundi", "cancel ? <11-19"),
    ("suite à la grève le GT Diabète de jeudi est annulé", "cancel GT Diabète <11-19"),
    ("gt diabete annule jeudi pour cause de greve", "cancel GT Diabète <11-19"),
    ("annule tous les GT Diabète", "cancel GT Diabète tous"),
)
