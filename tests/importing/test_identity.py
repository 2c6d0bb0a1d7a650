"""Taking a directory out and bringing it in again changes nothing, whatever was accepted."""

from __future__ import annotations

import csv
import io
import itertools
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.actions.directory_imports import preview, write_plan
from bot.communes import communes_of_epci
from bot.domain.directory_imports import FileProblem
from bot.domain.errors import FileRefused
from bot.importing import plan_import
from bot.importing.export_files import export_files
from bot.texts.exports import COLUMNS
from storage.territories import create_territory
from storage.unit_of_work import SqlStore
from tests.databases import database_url, store

__all__ = ["database_url", "store"]
NOW = datetime(2026, 11, 22, tzinfo=UTC)
HEADER = ["Nom", "Prénom", "Structure", "Fonction", "Tél.", "Mail", "Commune", "Groupes", "Remarques"]
NAMES = st.from_regex(r"[A-ZÉ][a-zéè]{2,7}([ '-][A-ZÉ][a-zéè]{2,7})?", fullmatch=True)
WORDS = st.text(alphabet="abcdeéèçœ'- ABÉ", min_size=1, max_size=9)
ROW = st.tuples(
    st.one_of(st.sampled_from(["MARTIN", "Le Gall", "d'Almeida", "N'DIAYE", "Ly"]), NAMES),
    st.one_of(st.sampled_from(["Zoé", "Jean-Luc", "A.", "", "Marie Claude"]), NAMES),
    st.one_of(st.sampled_from(["CCAS d'Alès", "CHAC", "CPTS", "", "Asso - Les Tilleuls: accueil", "Libéral"]), WORDS),
    st.sampled_from(["Directrice", "", "Chargée de mission : santé", "=1+1", "IDE"]),
    st.sampled_from(["04 66 11 22 33", "612345678", "", "06 12 34 56 78 / 04 66 11 22 33", "+41 22 379 00 00", "12"]),
    st.sampled_from(["a.b@exemple.fr", "", "c@exemple.fr; d@exemple.fr", "contact@exemple.fr"]),
    st.sampled_from(["Alès", "30500 St Ambroix", "", "Nulle-Part", "Saint-Julien"]),
    st.sampled_from(["GT Diabète", "GT Diabète, Copil CLS", "", "Santé / environnement"]),
    st.one_of(st.sampled_from(["=HYPERLINK(1)", "-à relancer", "@ici", "'cité'", "une\nautre ligne; et", ""]), WORDS),
)
TWO_PHONES = "06 12 34 56 78 / 04 66 11 22 33"
NAMESAKE = st.tuples(
    st.just("MARTIN"),
    st.sampled_from(["", "Zoé", "Jean-Luc", "A."]),
    st.sampled_from(["", "CCAS d'Alès", "CHAC"]),
    st.sampled_from(["", "Directrice"]),
    st.sampled_from(["", "04 66 11 22 33", "612345678", TWO_PHONES]),
    st.sampled_from(["", "a.b@exemple.fr"]),
    st.just(""),
    st.sampled_from(["", "GT Diabète"]),
    st.sampled_from(["", "=HYPERLINK(1)", "'cité'"]),
)
_ranks = itertools.count()


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.one_of(st.lists(ROW, min_size=1, max_size=8), st.lists(NAMESAKE, min_size=2, max_size=6)))
@example(rows=[("MARTIN", "", "", "", TWO_PHONES, "", "", "", ""), ("MARTIN", "Zoé", "", "", TWO_PHONES, "", "", "GT Diabète", "")])
@example(rows=[("MARTIN", "", "", "", TWO_PHONES, "", "", "", ""), ("MARTIN", "Zoé", "", "", TWO_PHONES, "a.b@exemple.fr", "", "", "")])
@example(rows=[("MARTIN", "A.", "", "", "", "", "", "", "")] * 3)
def test_out_and_in_again_changes_nothing(store: SqlStore, rows: list[tuple[str, ...]]) -> None:
    territory = create_territory(store, name=f"T{next(_ranks)}", organism="", zone="Europe/Paris", communes=communes_of_epci("200066918"))
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([HEADER, *rows])
    with store.work(territory.id) as work:
        try:
            plan = plan_import("a.csv", out.getvalue().encode(), work.sheets.read())
            plan = replace(plan, directory_version=work.directory.vocabulary_version())
        except FileRefused as refused:
            assert refused.problem is FileProblem.EMPTY  # noqa: PT017
            return
        write_plan(work, plan, choices={}, file_name="a.csv", account=None, now=NOW)
    with store.read(territory.id) as work:
        sheets = work.sheets.read()
        files = export_files(work.exported(), COLUMNS, sheets)
        for name in ("maillon.xlsx", "personnes.csv", "personnes.vcf") if sheets.people else ():
            again = preview(work, plan_import(name, files[name], sheets))
            changed = (again.people_added, again.people_changed, again.structures_added, again.structures_changed, again.groups_added)
            assert (name, changed) == (name, (0, 0, 0, 0, 0))
