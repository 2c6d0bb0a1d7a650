"""Which day a repetition falls on when it is said beside it: « toutes les deux semaines le vendredi », « tous les mois le 3 »."""

from __future__ import annotations

from dataclasses import replace

from bot.understanding.time_atoms import Atom


def repeated_too(left: Atom, right: Atom) -> Atom:
    """« chaque mardi et jeudi »: the second weekday is repeated like the first."""
    recurrence, said = left.recurrence, right.said
    if recurrence is None or recurrence.weekday is None or recurrence.nth is not None or recurrence.at is not None:
        return right
    if right.sort != "DAY" or said is None or not said.bare_weekday:
        return right
    return Atom(sort="REC", recurrence=replace(recurrence, weekday=said.weekday))


def repeated_on(left: Atom, right: Atom, gap: tuple[str, ...]) -> Atom | None:
    """A day and a repetition, in whatever order, as one; None when they say two things: « tous les 15 jours, lundi 2h »."""
    if left.sort == "DAY":
        return _on(left, right)
    ranked = right.said is not None and right.said.rank is not None
    return _on(right, left) if "le" in gap or not gap or ranked else None


def _on(day: Atom, repeated: Atom) -> Atom | None:
    """« le lundi toutes les deux semaines », « tous les mois le 3 », « tous les mois, le 2e mardi », « chaque année le 8 mars »."""
    recurrence, said = repeated.recurrence, day.said
    if recurrence is None or said is None or said.year is not None or said.fixed is not None or recurrence.weekday is not None:
        return None
    unit = "" if recurrence.every.startswith("PT") else recurrence.every[-1]
    numbered = said.dom is not None and said.weekday is None and repeated.said is None
    by_rank = unit == "M" and said.rank is not None and said.month is None
    by_number = numbered and unit == ("Y" if said.month is not None else "M")
    if not (by_rank or by_number or (unit and unit in "WM" and said.bare_weekday)):
        return None
    return replace(
        repeated,
        recurrence=replace(
            recurrence,
            weekday=said.weekday,
            nth=said.rank,
            dom=said.dom if by_number else None,
            months=(said.month,) if by_number and said.month is not None else (),
            at=recurrence.at or day.starts,
        ),
        said=replace(said, lean="future") if by_number else repeated.said,
        starts=day.starts or repeated.starts,
        ends=day.ends or repeated.ends,
        part=day.part or repeated.part,
    )
