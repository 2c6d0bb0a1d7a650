"""`maillon initialiser`: the database, the territory and the first invitation."""

from __future__ import annotations

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.communes import communes_of_epci
from bot.console.refusals import DONE, Refused, complain, say
from bot.console.setting import store_of, wanted_settings
from bot.domain.permissions import Role
from bot.wiring import SystemClock, first_invitation
from storage.territories import create_territory


def begin(*, name: str, organism: str, epci: list[str], zone: str, coordinator: str) -> int:
    """Makes the territory; its last line is the one-time code, alone."""
    _check_zone(zone)
    first, _, last = coordinator.strip().partition(" ")
    if not first or not last:
        raise Refused('Donnez le prénom et le nom : --coordinatrice "Claire FONTAINE"')
    communes = [commune for code in dict.fromkeys(epci) for commune in _communes(code)]
    with store_of(wanted_settings()) as store:
        known = next((t for t in store.desk.territories() if t.name == name), None)
        territory = known or create_territory(store, name=name, organism=organism, zone=zone, communes=communes, axes=())
        code = first_invitation(store, territory.id, name=coordinator.strip(), role=Role.COORDINATOR, now=SystemClock().now())
    if known:
        complain(f"Le territoire « {name} » existe déjà : voici une nouvelle invitation.")
    else:
        complain(f"Territoire « {name} » créé" + (f" avec {len(communes)} communes." if communes else "."))
    complain(
        f"Invitation de {coordinator.strip()} (coordinatrice), valable 7 jours, une seule fois. Dans Telegram : /start suivi de ce code."
    )
    say(code)
    return DONE


def _check_zone(zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise Refused(f"Fuseau horaire inconnu : {zone}. Par exemple : Europe/Paris, Indian/Reunion.") from error


def _communes(code: str) -> list:  # type: ignore[type-arg]
    found = list(communes_of_epci(code))
    if not found:
        raise Refused(f"Aucune intercommunalité ne porte le code {code}. C’est un numéro SIREN à neuf chiffres, par exemple 200066918.")
    return found
