"""`maillon verifier`: what is wrong with this installation, and how to mend each thing."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from bot.console.refusals import DONE, Refused, say
from bot.console.setting import explain, quiet_answers
from bot.settings import Settings, SettingsRefused, load_settings

if TYPE_CHECKING:
    from telegram.request import BaseRequest

OURS = "maillon"
PACKAGES = ("bot", "handlers", "storage", "doc_templates")
SECONDS_FOR_TELEGRAM = 15.0


def check() -> int:
    """Says that all is in order, or refuses with the list of what to mend; changes nothing."""
    faults = list(name_faults())
    try:
        settings = load_settings()
    except SettingsRefused as refused:
        faults += explain(refused)
    else:
        faults += [*_folder_faults(settings.data_dir), *_database_faults(settings.database_url), *_token_faults(settings)]
    _refuse(faults)
    say("Tout est en ordre.")
    return DONE


def refuse_stolen_names() -> None:
    """Refuses to start when one of our packages is not ours."""
    _refuse(list(name_faults()))


def _refuse(faults: list[str]) -> None:
    if faults:
        raise Refused("À réparer :\n" + "\n".join(f"– {fault}" for fault in faults))


def name_faults() -> Iterator[str]:
    """Our package names are common words: another distribution, or a folder found first, may have taken one."""
    owners = packages_distributions()
    home = _folder_of("bot")
    for package in PACKAGES:
        others = sorted({owner for owner in owners.get(package, ()) if owner.casefold() != OURS})
        if others:
            yield (
                f"Le paquet Python « {package} » appartient aussi à {', '.join(others)}. "
                "Installez Maillon dans un environnement à lui : python3 -m venv maillon && maillon/bin/pip install ."
            )
        elif _folder_of(package) != home:
            yield (
                f"Un autre dossier « {package} » est lu à la place de celui de Maillon : {_folder_of(package)}. "
                "Lancez maillon depuis un autre dossier, ou enlevez ce chemin de PYTHONPATH."
            )


def _folder_of(package: str) -> Path | None:
    """Where the folder that holds this package lies."""
    spec = find_spec(package)
    return Path(spec.origin).resolve().parents[1] if spec and spec.origin else None


def _folder_faults(folder: Path) -> Iterator[str]:
    there = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    if not there.is_dir():
        yield f"{there} n’est pas un dossier. Donnez un dossier à MAILLON_DATA_DIR."
    elif not os.access(there, os.W_OK | os.X_OK):
        yield f"Impossible d’écrire dans {there}. Donnez-en le droit à cet utilisateur, ou un autre dossier à MAILLON_DATA_DIR."


def _database_faults(url: str) -> Iterator[str]:
    from storage.engine import DatabaseRefused, current_revision, newest_revision

    if url.startswith("sqlite") and not Path(url.partition(":///")[2]).exists():
        yield "La base n’existe pas encore. Créez-la : maillon initialiser --help"
        return
    try:
        revision, newest = current_revision(url), newest_revision()
    except DatabaseRefused:
        yield "MAILLON_DATABASE_URL doit commencer par sqlite:/// ou postgresql+psycopg:// et nommer une base."
        return
    except Exception:
        yield (
            "Le fichier de la base n’est pas lisible. Corrigez MAILLON_DATABASE_URL, ou restaurez une sauvegarde : maillon restaurer --help"
            if url.startswith("sqlite")
            else "La base de données ne répond pas. Démarrez-la, ou corrigez MAILLON_DATABASE_URL."
        )
        return
    if revision is None:
        yield "La base est vide. Créez le territoire : maillon initialiser --help"
    elif revision < newest:
        yield "La base date d’une version précédente. Sauvegardez-la ; « maillon lancer » la mettra à jour."
    elif revision > newest:
        yield "La base vient d’une version plus récente de Maillon. Installez cette version, ou restaurez une sauvegarde plus ancienne."
    else:
        yield from _territory_faults(url)


def _territory_faults(url: str) -> Iterator[str]:
    from storage.engine import open_store

    store = open_store(url)
    try:
        if not store.desk.territories():
            yield "La base ne contient encore aucun territoire. Créez-le : maillon initialiser --help"
        if damaged := store.integrity():
            yield f"La base est abîmée ({'; '.join(damaged[:3])}). Restaurez la dernière sauvegarde saine : maillon restaurer --help"
    finally:
        store.close()


def _token_faults(settings: Settings) -> Iterator[str]:
    if settings.token is None:
        yield "MAILLON_TOKEN n’est pas renseigné. Demandez un jeton à @BotFather dans Telegram, puis : export MAILLON_TOKEN=…"
        return
    fault = asyncio.run(_greeting_fault(settings.api_url.rstrip("/"), settings.token.get_secret_value()))
    if fault:
        yield fault


async def _greeting_fault(api_url: str, token: str) -> str | None:
    """What is wrong when Telegram is asked who we are (getMe); None when it answers."""
    from telegram.error import InvalidToken, TelegramError

    from handlers.transport import AiohttpRequest, NeverLeft

    quiet_answers()
    request: BaseRequest = AiohttpRequest(connections=1, answer_seconds=SECONDS_FOR_TELEGRAM)
    await request.initialize()
    try:
        await request.post(f"{api_url}/bot{token}/getMe")
    except InvalidToken:
        return f"{api_url} ne reconnaît pas le jeton. Demandez-en un à @BotFather (/token) pour MAILLON_TOKEN, et vérifiez MAILLON_API_URL."
    except NeverLeft:
        return f"Personne ne répond à l’adresse {api_url}. Vérifiez le réseau et MAILLON_API_URL."
    except TelegramError:
        return f"{api_url} ne répond pas comme Telegram. Vérifiez MAILLON_API_URL, ou réessayez dans un moment."
    finally:
        await request.shutdown()
    return None
