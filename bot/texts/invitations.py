"""What is said while somebody is invited."""

from __future__ import annotations

from datetime import datetime

from bot.domain.permissions import Role
from bot.french.dates import long_date
from bot.french.lists import and_list
from bot.texts.names import bold, role_name, safe

ASK_NAME = (
    "Qui souhaitez-vous inviter ? Écrivez <code>/inviter</code> suivi du prénom et du nom, dans un même message, "
    "par exemple : <code>/inviter Marc Dupont</code>"
)
WHAT_A_ROLE_MAY = {
    Role.COORDINATOR: "tout voir et tout enregistrer",
    Role.PILOT: "enregistrer les réunions de ses groupes",
    Role.CONTRIBUTOR: "noter ses propres heures",
    Role.READER: "lire les chiffres",
}


def ask_role(name: str, about: str | None, *, new: bool, civility: str | None) -> str:
    """Which role to give; `about` is the structure or function that tells the person apart, `civility` as in the directory."""
    who = bold(name) + (" <i>(nouvelle fiche)</i>" if new else f" ({safe(about)})" if about else "")
    roles = "\n".join(f"· {role_name(role, civility)} : {what}" for role, what in WHAT_A_ROLE_MAY.items())
    return f"Inviter {who}.\n\nQuel rôle ?\n{roles}"


def ask_group(name: str) -> str:
    """Which group the new pilot leads."""
    return f"Quel groupe sera piloté par {bold(name)} ?"


def ask_which(name: str) -> str:
    """Several sheets bear that name."""
    return f"Plusieurs fiches ressemblent à « {safe(name)} ». Laquelle ?"


def issued(name: str, role: Role, group_names: tuple[str, ...], link: str, expires_at: datetime, *, civility: str | None) -> str:
    """The link to forward; `civility` as in the directory."""
    pilot = f" – {and_list([safe(g) for g in group_names])}" if group_names else ""
    return (
        f"Voici l’invitation pour {bold(name)} ({role_name(role, civility)}{pilot}). Envoyez-lui ce lien : il sert une seule fois, "
        f"jusqu’au {long_date(expires_at.date())}.\n\n{link}"
    )
