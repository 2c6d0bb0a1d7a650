"""How the source of a datum is told: rows keep a plain word, or « import: » and the name of a file."""

from __future__ import annotations

from bot.domain.directory_imports import FROM_FILE as _FROM_FILE

_SAID = {"conversation": "saisie dans Maillon", "invitation": "invitation à rejoindre Maillon"}


def source_words(source: str) -> str:
    """« import du fichier annuaire.xlsx », « saisie dans Maillon »; a word that is not known stays as it is."""
    file = source.removeprefix(_FROM_FILE)
    return f"import du fichier {file}" if file != source else _SAID.get(source, source)
