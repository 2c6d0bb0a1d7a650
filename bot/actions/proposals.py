"""What Maillon proposes about sheets: newcomers of a meeting, pairs that may be one person, sheets that nobody has seen for long."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import combinations

from bot.domain.attendance import Presence
from bot.domain.errors import NotAllowed, OldButton
from bot.domain.permissions import Verb, may
from bot.domain.sheet_changes import Meant, Proposal, ProposalKind, ProposalState, SheetChange, SheetDeed
from bot.domain.territory import Account
from bot.domain.vocabulary import PersonWords
from bot.french.folding import folded_words, one_slip
from bot.french.names import short_civility
from bot.ports import UnitOfWork

A_WEEK = 5  # sheets to check
SILENT_AFTER = timedelta(days=365)
FORGOTTEN_AFTER = timedelta(days=3 * 365)
MOST_PAIRS = 50  # that wait for an answer at a time
_TITLE = re.compile(r"^(Mme|Mlle|Madame|M\.|Mr|Monsieur|Dr|Docteur)\s+", re.IGNORECASE)
_PARTICLES = frozenset({"de", "du", "des", "la", "le", "el", "ben", "d’", "d'"})


def propose_newcomers(work: UnitOfWork, account: Account, meeting_ids: Sequence[int], *, today: date) -> tuple[Proposal, ...]:
    """The people named in these kept meetings whom the directory does not know; each is proposed once, whatever came of it.

    Empty for those who may not make sheets. Returns those of these meetings that nobody has answered.
    """
    if not may(account.role, Verb.EDIT_OWN_SHEETS):
        return ()
    for meeting_id in meeting_ids:
        meeting = work.meetings.get(meeting_id)
        for presence in meeting.people if meeting is not None else ():
            name = newcomer(presence)
            if name is not None:
                proposal = Proposal(
                    id=0,
                    kind=ProposalKind.NEWCOMER,
                    state=ProposalState.OPEN,
                    structure_id=presence.structure_id,
                    meeting_id=meeting_id,
                    said=name,
                    proposed_on=today,
                )
                work.proposals.offer(proposal, key=_key(name))
    return tuple(p for p in work.proposals.open_ones(ProposalKind.NEWCOMER) if p.meeting_id in set(meeting_ids))


def _key(name: str) -> str:
    """The words of a name without its title, in one order."""
    return " ".join(sorted(folded_words(_TITLE.sub("", name))))


def newcomer(presence: Presence) -> str | None:
    """The name of somebody whom the directory does not know: « Mme Vidal », « Lou Vidal », not « une dame » nor « Secours catholique »."""
    said = " ".join((presence.said or "").split())
    bare = _TITLE.sub("", said)
    words = [word for word in bare.split() if word not in _PARTICLES]
    named = bool(words) and all(word[:1].isupper() and word.replace("-", "").replace("’", "").replace("'", "").isalpha() for word in words)
    alone = len(words) == 1 and bare == said
    sigle = any(word.isupper() and len(word) > 1 for word in words) and bare == said
    fits = presence.person_id is None and presence.count == 1 and not presence.candidates
    return said if fits and named and not alone and not sigle and len(words) <= 4 and len(said) <= 80 else None


def refresh(work: UnitOfWork, *, today: date) -> None:
    """Brings what is proposed up to date: pairs, and a few silent sheets a week."""
    left = MOST_PAIRS - len(work.proposals.open_ones(ProposalKind.DUPLICATE))
    for first, second in likely_pairs(work):
        if left <= 0:  # those refused do not count: they would hide the next ones
            break
        pair = Proposal(id=0, kind=ProposalKind.DUPLICATE, state=ProposalState.OPEN, person_id=first, other_id=second, proposed_on=today)
        left -= work.proposals.offer(pair, key=f"{first}-{second}")
    forgotten = work.proposals.silent(today - FORGOTTEN_AFTER)
    _offer_silent(work, ProposalKind.FORGET, forgotten, today=today)
    _offer_silent(work, ProposalKind.SILENT, work.proposals.silent(today - SILENT_AFTER)[len(forgotten) :], today=today)


def _offer_silent(work: UnitOfWork, kind: ProposalKind, people: Iterable[int], *, today: date) -> None:
    """The longest silences first, until five were proposed since Monday; one answered is not proposed again for a year."""
    left = A_WEEK - work.proposals.offered_since(kind, today - timedelta(days=today.weekday()))
    for person_id in people:
        if left <= 0:
            return
        silent = Proposal(id=0, kind=kind, state=ProposalState.OPEN, person_id=person_id, proposed_on=today)
        left -= work.proposals.offer(silent, key=f"{person_id}:{today.year}")


def likely_pairs(work: UnitOfWork) -> tuple[tuple[int, int], ...]:
    """Two sheets that may be of one person: the same words in any order, a last name one slip away, the same phone or mail."""
    people = work.directory.vocabulary().people
    found = dict.fromkeys(work.proposals.same_contact())
    found |= dict.fromkeys(_of_the_same_name(people))
    found |= dict.fromkeys(_of_almost_the_same_name(people))
    return tuple(found)


def _of_the_same_name(people: Iterable[PersonWords]) -> Iterable[tuple[int, int]]:
    called: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for person in people:
        called[tuple(sorted(folded_words(person.full_name)))].append(person.id)
    return (pair for name, ids in called.items() if len(name) > 1 and len(ids) < 6 for pair in combinations(sorted(ids), 2))


def _of_almost_the_same_name(people: Iterable[PersonWords]) -> Iterable[tuple[int, int]]:
    """In one structure, the same first name and a last name one letter away: « Sophie Martin » and « Sophie Matrin »."""
    near: dict[tuple[int, str], list[tuple[str, int]]] = defaultdict(list)
    for person in people:
        if person.structure_id is not None:
            near[person.structure_id, " ".join(folded_words(person.first_name))].append(
                (" ".join(folded_words(person.last_name)), person.id)
            )
    for several in near.values():
        for (one, first), (other, second) in combinations(sorted(several[:40], key=lambda named: named[1]), 2):
            if len(one) > 3 and one != other and one_slip(one, other):
                yield first, second


def to_do(work: UnitOfWork, account: Account, *, today: date) -> dict[ProposalKind, tuple[Proposal, ...]]:
    """All that waits for an answer, by kind; the weekly digest shows the same. Raises NotAllowed."""
    if not may(account.role, Verb.EDIT_ANY_SHEET):
        raise NotAllowed(Verb.EDIT_ANY_SHEET)
    refresh(work, today=today)
    known = {_key(p.full_name) for p in work.directory.vocabulary().people}
    for proposed in work.proposals.open_ones(ProposalKind.NEWCOMER):  # somebody may have added her since
        if _key(proposed.said or "") in known:
            work.proposals.settle(proposed.id, ProposalState.DONE)
    for asked in work.proposals.open_ones(ProposalKind.ASKED):  # she may have taken it back
        sheet = work.sheet_changes.get(asked.person_id) if asked.person_id is not None else None
        if sheet is None or sheet.erasure_asked_on is None:
            work.proposals.settle(asked.id, ProposalState.REFUSED)
    return {kind: work.proposals.open_ones(kind) for kind in ProposalKind}


def change_proposed(work: UnitOfWork, proposal: Proposal) -> SheetChange:
    """The change that a proposal stands for. Raises OldButton when its sheets are gone."""
    if proposal.kind is ProposalKind.NEWCOMER:
        said = proposal.said or ""
        title = _TITLE.match(said)
        structure = work.directory.structures([proposal.structure_id]).get(proposal.structure_id) if proposal.structure_id else None
        return SheetChange(
            deed=SheetDeed.ADD,
            who=Meant(said=_TITLE.sub("", said), new=True),
            where=Meant(said=structure.name, ids=(structure.id,), id=structure.id) if structure else None,
            civility=short_civility(title[1]) if title else None,
            doctor=title is not None and title[1].casefold().startswith("d"),
            proposal_id=proposal.id,
        )
    people = work.directory.people([i for i in (proposal.person_id, proposal.other_id) if i is not None])
    who = people.get(proposal.person_id or 0)
    other = people.get(proposal.other_id or 0)
    if who is None or (proposal.kind is ProposalKind.DUPLICATE and other is None):
        raise OldButton
    deed = {ProposalKind.DUPLICATE: SheetDeed.MERGE, ProposalKind.SILENT: SheetDeed.CHECK}.get(proposal.kind, SheetDeed.ERASE)
    return SheetChange(
        deed=deed,
        who=Meant(said=who.full_name, ids=(who.id,), id=who.id),
        other=Meant(said=other.full_name, ids=(other.id,), id=other.id) if other is not None else None,
        proposal_id=proposal.id,
    )
