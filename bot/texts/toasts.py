"""The few words that pass over the chat after a tap."""

from __future__ import annotations

FRESH_CARD = "Voici la carte à jour."
WHAT_TO_CORRECT = "Que faut-il corriger ?"
FRESH_PLAN = "L’annuaire a changé depuis cet aperçu : j’ai relu le fichier. Vérifiez, puis touchez ✅."
KEPT = "C’est enregistré."
UNDONE = "C’est annulé."
WAS_CANCELLED = "Cette réunion est annulée dans l’agenda. L’enregistrer quand même ?"
CORRECTED_MEANWHILE = "Cette réunion a été corrigée entre-temps. Voici la carte à jour, avec vos changements : vérifiez, puis touchez ✅."


def group_made(name: str) -> str:
    """A group was made."""
    return f"Nouveau groupe : {name}."
