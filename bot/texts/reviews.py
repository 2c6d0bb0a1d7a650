"""What is said of the review of a year: what comes, of what, and which one can be asked for."""

from __future__ import annotations

from bot.domain.annual_reviews import AnnualReview
from bot.french.dates import date_range
from bot.french.hours import duration
from bot.french.plurals import counted
from bot.texts.help import example
from bot.texts.names import bold, safe

REVIEW_EXAMPLE = "bilan 2026 axe 3"
WHICH_REVIEW = (
    f"📄 <b>Quel bilan ?</b>\nTouchez une ligne, ou écrivez par exemple {example(REVIEW_EXAMPLE)}, "
    f"{example('le bilan du GT Diabète')} ou {example('bilan 2026 d’Anduze')}"
)
WHICH_OF_HERS = "📄 <b>Quel bilan ?</b>\nVous pouvez recevoir ceux des groupes que vous pilotez."
NONE_OF_HERS = "Vous pouvez recevoir le bilan des groupes que vous pilotez, mais vous n’en pilotez pas encore : demandez à la coordination."


def coming(title: str, year: int, *, figures: bool) -> str:
    """What will arrive, named in full, so that a wrong guess is seen at once."""
    if figures:
        return f"Les chiffres de {year} arrivent, en tableur : {bold(title)}."
    return f"Le bilan {year} arrive, en Word puis en tableur : {bold(title)}."


def caption(said: AnnualReview, *, figures: bool) -> str:
    """The words under the file."""
    what = f"Chiffres du bilan {said.year}" if figures else f"Bilan {said.year}"
    met = counted(said.totals.meetings, "réunion tenue", "réunions tenues")
    whole = "" if said.complete else "\nL’année est en cours."
    return (
        f"{what} – {safe(said.scope)}, {date_range(said.first, said.last)} : {met} ; temps donné : {duration(said.totals.minutes)}{whole}"
    )


def not_begun(year: int, *, present: int) -> str:
    """A year to come has no review; `present`: the year that has one."""
    return f"L’année {year} n’a pas commencé : je n’ai rien à compter. Écrivez par exemple {example(f'bilan {present}')}"


def unclear(words: str) -> str:
    """The words after /bilan were not understood."""
    return f"Je n’ai pas compris de quel bilan il s’agit : « {safe(words)} ». Par exemple : {example(REVIEW_EXAMPLE)}"


def review_button(title: str, year: int) -> str:
    """One review."""
    return f"📄 {title} – {year}"
