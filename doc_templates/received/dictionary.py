"""The published dictionary of blanks, from the very data with which templates are filled: `python -m doc_templates.received.dictionary`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bot.french.typography import typographic
from doc_templates.blanks import Blank
from doc_templates.received.kinds import KINDS, Kind

PAGE = Path(__file__).parents[2] / "docs" / "blanks.md"
_HEAD = """# Les champs d’un modèle Word

Un modèle est un document Word ordinaire, avec votre logo et vos styles. Là où un renseignement doit paraître, on écrit son nom entre
deux accolades : `{{ titre }}`. Cette page est faite par `python -m doc_templates.received.dictionary`.

- **Une liste** se parcourt : `{%p for point in points %}`, puis `{{ point }}`, puis `{%p endfor %}`, chacun seul dans son paragraphe.
  Dans un tableau : `{%tr for decision in decisions %}`, `{{ decision.texte }}`, `{%tr endfor %}`, chaque balise seule dans sa ligne.
- **Une partie facultative** s’entoure de `{%p if lieu %}` et `{%p endif %}` ; `{%p else %}` dit ce qui vaut sinon.
- **Mettre en forme** : `{{ titre|upper }}`, `{{ decisions|length }}`, `{{ lieu|default("à préciser") }}`. Rien d’autre n’est permis.
- Les champs se lisent dans le corps, les en-têtes, les pieds de page et les notes de bas de page.

Le plus simple : écrire « exemple de modèle de compte rendu » (ou d’invitation, de feuille d’émargement, d’ordre du jour, de relevé de
décisions, de bilan) à Maillon, changer le document reçu dans Word, puis le lui renvoyer.
"""


def dictionary() -> str:
    """The whole page, in Markdown."""
    return _HEAD + "".join(f"\n## {kind.title}\n\n{_note(kind)}{_table(kind.blanks)}{_inner(kind.blanks)}" for kind in KINDS.values())


def _note(kind: Kind) -> str:
    return f"{kind.note}\n\n" if kind.note else ""


def names_of(kind: Kind) -> str:
    """The names alone, in the order of the page."""
    return ", ".join(blank.name for blank in kind.blanks)


def _table(blanks: Sequence[Blank], owner: str = "") -> str:
    rows = "".join(f"| `{owner}{blank.name}` | {typographic(blank.says)}{_kind(blank)} |\n" for blank in blanks)
    return f"| champ | ce qui s’y imprime |\n|---|---|\n{rows}"


def _kind(blank: Blank) -> str:
    if blank.is_list:
        return f" – liste : `for {blank.each} in {blank.name}`"
    return " – à mettre derrière `if`" if blank.asks else ""


def _inner(blanks: Iterable[Blank], owner: str = "") -> str:
    return "".join(_lists(blanks, owner))


def _lists(blanks: Iterable[Blank], owner: str) -> Iterator[str]:
    for blank in blanks:
        if blank.columns:
            yield f"\nChaque `{blank.each}` de `{owner}{blank.name}` :\n\n{_table(blank.columns, f'{blank.each}.')}"
            yield from _lists(blank.columns, f"{blank.each}.")


if __name__ == "__main__":
    PAGE.write_text(dictionary(), encoding="utf-8")
