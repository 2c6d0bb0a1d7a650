"""The day told once for several things to do: « Zoé fait le plan, Luc l’affiche, tout ça d’ici le 30 avril »."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.drafts import ActionDraft
from bot.understanding.lexicon_files import spaced

_SUMMING = ("tout ça", "tout ca", "tout cela", "le tout", "tout", "les deux", "tous les deux", "toutes les deux")
_SETTLES = frozenset({"caler", "fixer", "définir", "confirmer", "préciser", "déterminer", "recaler", "valider", "trouver", "voir"})


def with_one_due(actions: list[ActionDraft]) -> list[ActionDraft]:
    """The actions of one sentence, those before the last given its day where « tout ça » says it of all; unchanged elsewhere."""
    last = actions[-1]
    said = next((s for s in _SUMMING if last.text.casefold().endswith((f", {s}", f" {s}"))), None)
    if said is None or last.due_said is None or len(actions) < 2:
        return actions
    text = last.text[: -len(said)].rstrip(" ,;")
    given = [
        replace(a, due=last.due, due_window=last.due_window, due_said=last.due_said) if a.due_said is None else a for a in actions[:-1]
    ]
    return [*given, replace(last, text=text)] if text else given


def only_settles(action: ActionDraft) -> bool:
    """Whether an action of nobody only says that a day told just before is still open: « le jour reste à caler »."""
    return not action.bearers and spaced(action.text) in {spaced(s) for s in _SETTLES}
