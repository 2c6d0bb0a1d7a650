"""Who is invented to try a template: three people of nowhere, a day, and the names of a territory that does not exist."""

from __future__ import annotations

from datetime import date

from bot.domain.minutes import NamedPerson

DAY = date(2026, 3, 10)
ORGANISM, TERRITORY, INSTANCE = "Réseau Exemple", "Pays d’Exemple", "Groupe Exemple"
PLACE, COMMUNE = "Maison de la santé", "Exempleville"
TITLE = "Bilan & perspectives <2026>"  # signs that break a careless document
CLAIRE = NamedPerson(first_name="Claire", last_name="Exemple", civility="Mme", function="coordinatrice", structure=ORGANISM)
ANA = NamedPerson(first_name="Ana", last_name="Modèle", function="référente santé", structure="Centre social")
PAUL = NamedPerson(first_name="Paul", last_name="Essai", civility="M.", function="référent santé", structure="Mission locale")
