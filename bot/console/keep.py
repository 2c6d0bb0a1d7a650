"""`maillon sauvegarder` and `maillon restaurer`: a copy of the database while the bot runs, and its return."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.console.refusals import DONE, Refused, complain, say
from bot.console.setting import single_instance, wanted_settings
from storage import backup
from storage.engine import DatabaseRefused


def save(path: str) -> int:
    """Writes a new file with all that the database holds at this moment."""
    settings, target = wanted_settings(), Path(path)
    with _explained(target):
        backup.back_up(settings.database_url, target)
    say(f"Sauvegarde faite : {target}")
    return DONE


def restore(path: str) -> int:
    """Puts a backup back, the bot being stopped; the former database is set aside."""
    settings, saved = wanted_settings(), Path(path)
    with single_instance(settings), _explained(saved):
        aside = backup.restore(settings.database_url, saved)
    if aside is not None:
        complain(f"L’ancienne base est mise de côté : {aside}")
    say("La base est restaurée. Relancez le bot : maillon lancer")
    return DONE


@contextmanager
def _explained(file: Path) -> Iterator[None]:
    """Every refusal of the storage in French, with what to do."""
    try:
        yield
    except (backup.NotSqlite, DatabaseRefused) as refused:
        raise Refused("Cette base est sur PostgreSQL : sauvegardez-la par pg_dump et restaurez-la par pg_restore.") from refused
    except backup.NoDatabase as refused:
        raise Refused(f"Il n’y a pas de fichier {refused.path}. Vérifiez le chemin, MAILLON_DATA_DIR et MAILLON_DATABASE_URL.") from refused
    except backup.FileExists as refused:
        raise Refused(f"{refused.path} existe déjà. Donnez un autre nom : une sauvegarde n’en écrase jamais une autre.") from refused
    except backup.DatabaseInUse as refused:
        raise Refused("La base est utilisée par un autre programme. Arrêtez le bot, puis recommencez.") from refused
    except backup.NotABackup as refused:
        raise Refused(_unfit(refused)) from refused
    except OSError as refused:
        raise Refused(f"Impossible d’écrire ou de lire {file} : vérifiez le dossier, les droits et la place sur le disque.") from refused


def _unfit(refused: backup.NotABackup) -> str:
    if refused.revision is not None:
        return f"{refused.path} vient d’une version plus récente de Maillon. Installez-la d’abord. Rien n’a été touché."
    if refused.problems:
        return f"{refused.path} est endommagé. Essayez une autre sauvegarde. Rien n’a été touché."
    return f"{refused.path} n’est pas une sauvegarde de Maillon. Rien n’a été touché."
