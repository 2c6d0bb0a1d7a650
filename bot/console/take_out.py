"""`maillon exporter`: everything as open files, one sheet a noun, and the directory as cards."""

from __future__ import annotations

from pathlib import Path

from bot.console.refusals import DONE, Refused, say
from bot.console.setting import store_of, territory_named, wanted_settings


def take_out(folder: str, *, territory: str | None) -> int:
    """Writes the files into a folder, made if need be; overwrites nothing."""
    from bot.importing.export_files import export_files
    from bot.texts.exports import COLUMNS, worded

    target = Path(folder)
    with store_of(wanted_settings()) as store, store.read(territory_named(store, territory)) as work:
        sheets = work.exported()
        files = export_files(worded(sheets), COLUMNS, work.sheets.read())
    try:
        target.mkdir(parents=True, exist_ok=True)
        there = sorted(name for name in files if (target / name).exists())
        if there:
            raise Refused(f"{target / there[0]} existe déjà. Donnez un autre dossier : un export n’en écrase jamais un autre.")
        for name, content in files.items():
            (target / name).write_bytes(content)
    except OSError as error:
        raise Refused(f"Impossible d’écrire dans {target} : vérifiez le dossier, les droits et la place sur le disque.") from error
    say(f"Export fait dans {target} : {', '.join(files)}")
    return DONE
