"""What is said of who comes to a planned meeting and who is excused from it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.attendance import AttendanceState, Presence
from bot.french.dates import long_date
from bot.french.plurals import agreed
from bot.texts.names import Names, bold, safe

WHICH = "De quelle réunion s’agit-il ?"
LATE = "ℹ️ Un retard ou un départ avant la fin se note après la réunion : redites-le alors, si cela compte."
INSTEAD = "ℹ️ Qui représente qui se note après la réunion : redites-le alors."
WHO_BY_NAME = (
    "Avant une réunion, je note qui s’excuse par son nom : écrivez par exemple <code>Karim et Sophie excusés au GT Diabète de jeudi</code>. "
    "Un nombre seul se note après la réunion."
)
_SIGNS = {AttendanceState.PRESENT: ("👍", "annoncée"), AttendanceState.EXCUSED: ("🙏", "excusée")}
SHOWN = 12


def noted(label: str, day: date, people: Sequence[Presence], names: Names, *, late: bool = False, instead: bool = False) -> str:
    """« C'est noté pour le Copil CLS, jeudi 12 mars 2026 », who, and what was told besides and is not kept."""
    not_kept = [*([LATE] if late else []), *([INSTEAD] if instead else [])]
    return "\n".join([f"✅ <b>C’est noté</b> : {safe(label)}, {long_date(day)}", *told_lines(people, names), *not_kept])


def unnamed(count: int) -> str:
    """Beside those who are noted: how many more were told without a name, which is not kept."""
    return f"ℹ️ {count} {agreed('personne', count)} sans nom : dites-moi qui, ou redites le nombre après la réunion."


def told_lines(people: Sequence[Presence], names: Names) -> list[str]:
    """Who said that they come, and who is excused, a line each."""
    lines = []
    for state, (sign, word) in _SIGNS.items():
        listed = [safe(names.presence(one)) for one in people if one.state is state]
        if listed:
            more = f" et {len(listed) - SHOWN} de plus" if len(listed) > SHOWN else ""
            lines.append(f"{sign} {agreed(f'personne {word}', len(listed)).capitalize()} : {', '.join(listed[:SHOWN])}{more}")
    return lines


def unheard(people: Sequence[int], names: Names) -> list[str]:
    """The usual members who have not said whether they come, in one line."""
    listed = [safe(names.person(one)) for one in people]
    more = f" et {len(listed) - SHOWN} de plus" if len(listed) > SHOWN else ""
    return [f"👥 Sans réponse : {', '.join(listed[:SHOWN])}{more}"] if listed else []


def undone(label: str, day: date) -> str:
    """↩︎: what that message told holds no more."""
    return f"↩︎ <b>C’est annulé</b> : {safe(label)}, {long_date(day)}, comme avant."


def who(said: str) -> str:
    """Somebody fits several sheets."""
    return f"Qui est {bold(said)} ?"


def in_full(said: Sequence[str]) -> str:
    """Several fit several sheets, or too many to choose by a button."""
    return f"Plusieurs fiches correspondent à {', '.join(map(safe, said))} : redites-le avec le prénom, le nom et le groupe."
