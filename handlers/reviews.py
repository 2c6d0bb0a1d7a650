"""How the review of a year is asked for: /bilan, a plain sentence, 📄."""

from __future__ import annotations

from datetime import date

from bot.actions import papers as acts
from bot.actions.groups import own_first
from bot.domain.errors import NotAllowed, OfOneStructure, OldButton
from bot.domain.papers import PaperKind, PaperOrder
from bot.domain.permissions import Verb, may
from bot.domain.requests import AskReview, Hearing
from bot.texts import reviews
from bot.understanding.reader import read
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows, short
from handlers.replies import Button, Reply
from handlers.room import Room

GROUPS_SHOWN, MOST_SHOWN = 5, 8
TERRITORY, GROUP, STRUCTURE = "T", "G", "S"
_FIRST_YEAR = 2000  # as far as a sentence reaches
FIGURES = "x"  # at the end of a button's argument: the spreadsheet alone


def on_review(room: Room) -> Reply:
    """/bilan: with words as a sentence, without them a choice."""
    if not may(room.account.role, Verb.READ_FIGURES):
        raise NotAllowed(Verb.READ_FIGURES)
    words = room.visit.words
    if not words:
        return _choice(room)
    heard = read(f"bilan {words}", Hearing(now=room.local_now, author_id=room.account.person_id), room.index)
    return asked(room, heard) if isinstance(heard, AskReview) else Reply(text=reviews.unclear(words))


def _choice(room: Room) -> Reply:
    """This year and the last of the territory, and her own groups."""
    year = room.today.year
    if not acts.reads_every_figure(room.account):
        return _of_hers(room, year, figures=False)
    name = room.work.territory.name
    offered = [_button(TERRITORY, 0, name, one) for one in (year, year - 1)]
    offered += [_button(GROUP, group.id, group.name, year) for group in own_first(room.work, room.account.person_id)[:GROUPS_SHOWN]]
    return Reply(text=reviews.WHICH_REVIEW, keyboard=rows(offered, 1))


def _of_hers(room: Room, year: int, *, figures: bool) -> Reply:
    """A pilot has the reviews of the groups that she pilots."""
    own = room.work.directory.groups(acts.own_groups(room.work, room.account))
    offered = [_button(GROUP, group.id, group.name, year, figures=figures) for group in own[:MOST_SHOWN]]
    return Reply(text=reviews.WHICH_OF_HERS if own else reviews.NONE_OF_HERS, keyboard=rows(offered, 1))


def _button(letter: str, subject: int, title: str, year: int, *, figures: bool = False) -> Button:
    argument = f"{letter}{year}{FIGURES if figures else ''}"
    return Button(label=short(reviews.review_button(title, year)), tap=Tap(Do.REVIEW, subject, 0, argument))


def asked(room: Room, request: AskReview) -> Reply:
    """« bilan 2026 », « le bilan du GT Diabète »: at once, or a choice where the words fit several."""
    if not may(room.account.role, Verb.READ_FIGURES):
        raise NotAllowed(Verb.READ_FIGURES)
    if request.structure_candidates and not may(room.account.role, Verb.READ_DIRECTORY):
        raise OfOneStructure
    year = request.year or room.today.year
    groups, structures = request.group_candidates, request.structure_candidates
    if not acts.reads_every_figure(room.account):
        own = set(acts.own_groups(room.work, room.account))
        groups = tuple(group for group in groups if group in own) or groups
        if not groups:
            return _of_hers(room, year, figures=request.figures)
    if len(groups) > 1:
        found = room.work.directory.groups(groups)[:MOST_SHOWN]
        offered = [_button(GROUP, group.id, group.name, year, figures=request.figures) for group in found]
        return Reply(text=reviews.WHICH_REVIEW, keyboard=rows(offered, 1))
    if len(structures) > 1:
        named = room.work.directory.structures(structures[:MOST_SHOWN])
        offered = [_button(STRUCTURE, one.id, one.name, year, figures=request.figures) for one in named.values()]
        return Reply(text=reviews.WHICH_REVIEW, keyboard=rows(offered, 1))
    return _ordered(
        room,
        year,
        PaperOrder(
            kind=PaperKind.REVIEW,
            group_ids=groups,
            axis=request.axis,
            structure_id=structures[0] if structures else None,
            commune=request.commune,
        ),
        figures=request.figures,
    )


def on_review_tap(room: Room) -> Reply:
    """📄: that review."""
    tap = room.visit.tap
    assert tap is not None
    letter, year, figures = tap.argument[:1], int(tap.argument[1:5]), tap.argument.endswith(FIGURES)
    if letter not in (TERRITORY, GROUP, STRUCTURE) or year < _FIRST_YEAR:
        raise OldButton
    groups = (tap.subject,) if letter == GROUP else ()
    structure = tap.subject if letter == STRUCTURE else None
    return _ordered(room, year, PaperOrder(kind=PaperKind.REVIEW, group_ids=groups, structure_id=structure), figures=figures)


def _ordered(room: Room, year: int, order: PaperOrder, *, figures: bool) -> Reply:
    """The Word file and the spreadsheet, or the spreadsheet alone."""
    if year > room.today.year:
        return Reply(text=reviews.not_begun(year, present=room.today.year))
    title = ""
    for kind in (PaperKind.FIGURES,) if figures else (PaperKind.REVIEW, PaperKind.FIGURES):
        whole = PaperOrder(
            kind=kind,
            group_ids=order.group_ids,
            axis=order.axis,
            structure_id=order.structure_id,
            commune=order.commune,
            first=date(year, 1, 1),
            last=min(date(year, 12, 31), room.today),
        )
        acts.order_paper(room.work, room.account, whole, now=room.now)
        title = room.work.papers.title(whole) or ""
    return Reply(text=reviews.coming(title, year, figures=figures), delivers=True)
