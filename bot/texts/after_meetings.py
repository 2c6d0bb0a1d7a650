"""What is asked once a meeting has ended, and what each answer says."""

from __future__ import annotations

from datetime import date, time

from bot.domain.notices import Notice, NoticeAnswer, NoticeKind
from bot.french.dates import weekday_and_date
from bot.french.hours import clock, clock_range
from bot.texts.names import bold, safe

NO_LABEL = "Réunion"
ONE_MESSAGE = "<i>Si oui, un seul message suffira ensuite, par exemple</i> <code>12 présents, Karim excusé</code>"
WHICH_DAY = "Réunion reportée à quel jour ? <i>Touchez, ou écrivez par exemple</i> <code>lundi 14h</code>"
NEVER_AGAIN = "Je ne vous le demanderai plus pour cette réunion."
REST_UNREAD = "J’ai repris la réunion, mais je n’ai pas compris la suite : redites-la."
WHICH_OF_THEM = "De quelle réunion parlez-vous ?"
WHICH_CANCELLED = "Quelle réunion est annulée ?"
WHICH_MOVED = "Quelle réunion est reportée ?"
WHICH_HELD = "Quelle réunion a eu lieu ?"
WHICH_LATER = "Pour quelle réunion vous redemander plus tard ?"
WHICH_NEVER = "Pour quelle réunion ne plus vous demander ?"
WHICH_THEN_AGAIN = "De quelle réunion parlez-vous ? Touchez-la, puis redites-moi qui était là."
NOT_READ_OF_IT = "Je n’ai pas compris ce que vous dites de celle-ci : redites-le."
BACK_IN_AGENDA = "C’est remis comme avant."


def asked(notice: Notice) -> str:
    """What is asked, alone in its message; once she has answered, what she answered."""
    if notice.answer is NoticeAnswer.MOVING:
        return f"{_which(notice)}\n{WHICH_DAY}"
    if notice.answer is not None:
        return _answered(notice)
    if notice.held:
        return f"{_which(notice)} : je ne sais pas encore qui était là."
    if notice.kind is NoticeKind.PROMPT:
        return f"{_which(notice)} : a-t-elle eu lieu ?\n{ONE_MESSAGE}"
    return f"{_which(notice)} : je n’ai pas encore le compte rendu. A-t-elle eu lieu ?{_last(notice)}\n{ONE_MESSAGE}"


def _last(notice: Notice) -> str:
    return " Je ne le redemanderai plus." if notice.kind is NoticeKind.LAST_CHASE else ""


def item(notice: Notice) -> str:
    """The same as a line of a list."""
    if notice.answer is not None and notice.answer is not NoticeAnswer.MOVING:
        return _answered(notice)
    if notice.answer is NoticeAnswer.MOVING:
        return f"{_which(notice, '')} : réunion reportée à quel jour ?"
    if notice.held:
        return f"{_which(notice, '')} : qui était là ?"
    if notice.kind is NoticeKind.PROMPT:
        return f"{_which(notice, '')} : a-t-elle eu lieu ?"
    return f"{_which(notice, '')} : pas encore de compte rendu. A-t-elle eu lieu ?{_last(notice)}"


def _which(notice: Notice, sign: str = "🗓") -> str:
    assert notice.meeting_day is not None
    hours = ""
    if notice.meeting_starts and notice.meeting_ends and notice.answer is not NoticeAnswer.MOVED:
        hours = f", {clock_range(notice.meeting_starts, notice.meeting_ends)}"
    return f"{sign} {bold(notice.meeting or NO_LABEL)}, {weekday_and_date(notice.meeting_day)}{hours}".lstrip()


def _answered(notice: Notice) -> str:
    match notice.answer:
        case NoticeAnswer.MOVED:
            when = _moment(notice.later_on, notice.later_at)
            return f"{_which(notice, '✏️')} : réunion reportée{f' au {when}' if when else ''}"
        case NoticeAnswer.CANCELLED:
            return f"{_which(notice, '❌')} : réunion annulée"
        case NoticeAnswer.DROPPED:
            return f"{_which(notice, '❌')} : je ne le demanderai plus"
        case NoticeAnswer.LATER:
            return f"{_which(notice, '⏰')} : je redemande {_moment(notice.later_on, notice.later_at)}".rstrip()
    return _which(notice, "✅")


def _moment(day: date | None, at: time | None) -> str:
    return f"{weekday_and_date(day)}{f' à {clock(at)}' if at else ''}" if day else ""


def moved(label: str, day: date, starts: time | None, *, holiday: str | None) -> str:
    """Over the chat once a meeting was put off, or as a message after a sentence."""
    hour = f" à {clock(starts)}" if starts else ""
    warned = f" (férié : {holiday})" if holiday else ""
    return f"🗓 {safe(label or NO_LABEL)} : réunion reportée au {weekday_and_date(day)}{warned}{hour}. Je vous le redemanderai après."


def cancelled(label: str, day: date) -> str:
    """After a sentence that cancels it."""
    return f"❌ {safe(label or NO_LABEL)}, {weekday_and_date(day)} : réunion annulée."


def put_off_or_cancelled(label: str, day: date, *, half_read: bool = False) -> str:
    """It was not held; `half_read`: more was said, which could not be read."""
    more = "J’ai compris qu’elle n’a pas eu lieu, mais pas la suite : redites-la après.\n\n" if half_read else ""
    return f"{more}🗓 {safe(label or NO_LABEL)}, {weekday_and_date(day)} : si la réunion n’a pas eu lieu, est-elle reportée ou annulée ?"


def later_when(label: str, day: date) -> str:
    """« plus tard »: to when?"""
    return f"⏰ {safe(label or NO_LABEL)}, {weekday_and_date(day)} : je vous redemande quand ?"


def without_a_date(label: str, day: date, again_on: date | None, again_at: time | None) -> str:
    """Put off, and nobody knows to when."""
    again = f" Je vous redemande {_moment(again_on, again_at)}." if again_on else ""
    return f"⏰ {safe(label or NO_LABEL)}, {weekday_and_date(day)} : réunion reportée, date à fixer.{again}"


def uncertain(labels: list[str]) -> str:
    """A question about meetings may have arrived or not."""
    which = ", ".join(bold(label or NO_LABEL) for label in labels)
    return (
        f"Une question d’après réunion ({which}) est peut-être arrivée ci-dessus, peut-être pas : la connexion a été coupée. "
        "Si elle manque, racontez-moi simplement la réunion en un message."
    )
