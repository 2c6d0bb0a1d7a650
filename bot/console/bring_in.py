"""`maillon importer`: a partner directory, from its file to the sheets of the territory."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bot.console.refusals import DONE, Refused, say
from bot.console.setting import store_of, territory_named, wanted_settings
from bot.domain.errors import FileRefused, PlanMoved
from bot.wiring import SystemClock


def bring_in(path: str, *, simulated: bool, territory: str | None) -> int:
    """Reads the file, writes its sheets in one transaction unless `simulated`, and tells all that it did."""
    from bot.actions.directory_imports import planned_over, preview, write_plan
    from bot.console.import_report import report
    from bot.importing import plan_import
    from bot.texts.errors import refusal

    file = Path(path)
    content = _content(file)
    with store_of(wanted_settings()) as store:
        territory_id = territory_named(store, territory)
        with store.read(territory_id) as work:
            sheets, version = planned_over(work)
        try:
            plan = replace(plan_import(file.name, content, sheets), directory_version=version)
            if simulated:
                with store.read(territory_id) as work:
                    outcome = preview(work, plan)
            else:
                with store.work(territory_id) as work:
                    outcome = write_plan(work, plan, choices={}, file_name=file.name, account=None, now=SystemClock().now()).outcome
        except (FileRefused, PlanMoved) as refused:
            raise Refused(refusal(refused)) from refused
    say(report(plan, outcome, file_name=file.name, simulated=simulated))
    return DONE


def _content(file: Path) -> bytes:
    from bot.importing.files import HEAVIEST

    try:
        if file.stat().st_size > HEAVIEST:
            raise Refused("Ce fichier est trop lourd pour un annuaire. Retirez-en les images et les feuilles inutiles, puis recommencez.")
        return file.read_bytes()
    except FileNotFoundError as error:
        raise Refused(f"Il n’y a pas de fichier {file}. Vérifiez le chemin.") from error
    except OSError as error:
        raise Refused(f"Impossible de lire {file} : vérifiez que c’est un fichier et que vous avez le droit de le lire.") from error
