"""What every command needs first: settings explained in French, logs without secrets, the database, and one bot a database."""

from __future__ import annotations

import json
import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.console.refusals import Refused
from bot.settings import Settings, SettingsRefused, load_settings

if TYPE_CHECKING:
    from storage.unit_of_work import SqlStore

_TOKEN = re.compile(r"\b\d{3,}:[A-Za-z0-9_-]{10,}")
_WRONG = {
    "missing": "n’est pas renseigné",
    "invalid": "n’est pas correct",
}


def wanted_settings() -> Settings:
    """The settings of the environment, or a French sentence for each that is wrong."""
    try:
        return load_settings()
    except SettingsRefused as refused:
        raise Refused("\n".join(explain(refused))) from refused


def explain(refused: SettingsRefused) -> list[str]:
    """One line a wrong setting."""
    return [
        f"{p.variable} {_WRONG.get(p.problem, 'n’est pas correct')}. Voyez la liste des réglages dans le README." for p in refused.problems
    ]


def telegram_token(settings: Settings) -> str:
    """The bot's token; refused in French when there is none."""
    if settings.token is None:
        raise Refused("MAILLON_TOKEN n’est pas renseigné : demandez un jeton à @BotFather, puis MAILLON_TOKEN=… maillon lancer")
    return settings.token.get_secret_value()


@contextmanager
def store_of(settings: Settings) -> Iterator[SqlStore]:
    """The database, brought to the newest migration, closed at the end."""
    from storage.engine import DatabaseUnreachable, open_store, upgrade

    settings.data_dir.mkdir(parents=True, exist_ok=True)
    try:
        upgrade(settings.database_url)
        store = open_store(settings.database_url)
    except DatabaseUnreachable as error:
        raise Refused(f"La base de données ne répond pas ({error}). Vérifiez MAILLON_DATABASE_URL.") from error
    try:
        yield store
    finally:
        store.close()


def territory_named(store: SqlStore, name: str | None) -> int:
    """The id of the territory of that name, or of the only one; refused in French when that says none, or several."""
    territories = store.desk.territories()
    found = [territory for territory in territories if name in (None, territory.name)]
    if len(found) == 1:
        return found[0].id
    if not territories:
        raise Refused("Il n’y a pas encore de territoire. Créez-le : maillon initialiser --help")
    listed = ", ".join(f"« {territory.name} »" for territory in territories)
    raise Refused(f"Précisez le territoire : --territoire NOM. Ici : {listed}.")


@contextmanager
def single_instance(settings: Settings) -> Iterator[None]:
    """A lock on the data folder: two bots on one token would share out the messages between them."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    with (settings.data_dir / "maillon.lock").open("w") as lock:
        try:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:  # Windows
            pass
        except OSError as error:
            raise Refused("Maillon fonctionne déjà avec ce dossier de données. Arrêtez-le d’abord.") from error
        lock.write(str(os.getpid()))
        lock.flush()
        yield


class Discreet(logging.Formatter):
    """Log lines in which no token can appear, as text or as one JSON object a line."""

    def __init__(self, *, as_json: bool, token: str | None) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._as_json, self._token = as_json, token

    def format(self, record: logging.LogRecord) -> str:
        """The line, tokens replaced."""
        line = super().format(record)
        if self._as_json:
            line = json.dumps(
                {"at": self.formatTime(record), "level": record.levelname, "from": record.name, "what": line}, ensure_ascii=False
            )
        if self._token:
            line = line.replace(self._token, "[jeton]")
        return _TOKEN.sub("[jeton]", line)


def write_logs(settings: Settings) -> None:
    """Warnings and accidents to standard error; nothing that people typed is ever logged."""
    handler = logging.StreamHandler()
    token = settings.token.get_secret_value() if settings.token else None
    handler.setFormatter(Discreet(as_json=settings.log_format == "json", token=token))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for chatty in ("httpx", "telegram", "apscheduler", "alembic", "aiohttp.access"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    quiet_answers()


def quiet_answers() -> None:
    """An answer that is no JSON raises an error, which we tell; python-telegram-bot would print its traceback besides."""
    logging.getLogger("telegram.request").setLevel(logging.CRITICAL)
