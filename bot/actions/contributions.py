"""How hours are made: those that attendance gives, and those that a person says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.attendance import Presence
from bot.domain.contributions import ContributionSource, Nature, NatureShare, Part
from bot.domain.drafts import HoursDraft, MeetingDraft, present
from bot.domain.errors import InTheFuture, NotAllowed, TooLong
from bot.domain.likely_hours import MINUTES_OF_A_DAY
from bot.domain.meetings import Contribution
from bot.domain.people import Person, Structure
from bot.domain.permissions import Verb, may
from bot.domain.territory import Account
from bot.domain.vocabulary import PersonWords, StructureWords
from bot.french.folding import folded_words
from bot.french.posts import post_and_structure
from bot.ports import UnitOfWork

_WORDS = {
    Nature.VOLUNTEER: {"benevole"},
    Nature.EMPLOYER_TIME: {"salarie", "salariee"},
    Nature.RESIDENT: {"habitant", "habitante"},
}


@dataclass(frozen=True, slots=True)
class Natures:
    """Under what title the time of these people and structures counts."""

    people: Mapping[int, Person | PersonWords]
    structures: Mapping[int, Structure | StructureWords]

    def of_person(self, person_id: int | None) -> Nature | None:
        """The person's own nature, else that of her structure, else unknown."""
        person = self.people.get(person_id or 0)
        if person is None:
            return None
        return person.nature or self.of_structure(person.structure_id)

    def of_structure(self, structure_id: int | None) -> Nature | None:
        """How a structure's people count."""
        structure = self.structures.get(structure_id or 0)
        return structure.nature if structure else None

    def structure_of(self, person_id: int | None) -> int | None:
        """The person's structure at this moment."""
        person = self.people.get(person_id or 0)
        return person.structure_id if person else None


def nature_of_words(said: str | None) -> Nature | None:
    """The nature that words tell by themselves: « 5 habitants », « une bénévole »; None for a name."""
    return next((nature for word in folded_words(said or "") for nature, known in _WORDS.items() if word.removesuffix("s") in known), None)


def natures_for(work: UnitOfWork, person_ids: set[int], structure_ids: set[int]) -> Natures:
    """Reads what is needed to tell the natures of these people and structures (two queries)."""
    people = work.directory.people(person_ids) if person_ids else {}
    wanted = structure_ids | {person.structure_id for person in people.values() if person.structure_id}
    return Natures(people, work.directory.structures(wanted) if wanted else {})


def natures_of_meeting(work: UnitOfWork, draft: MeetingDraft, author_id: int | None) -> Natures:
    """The natures of everyone on the card of a meeting."""
    people = {p.person_id for p in draft.people if p.person_id} | ({author_id} if author_id else set())
    return natures_for(work, people, {p.structure_id for p in draft.people if p.structure_id})


def hours_of_meeting(
    draft: MeetingDraft, *, author_id: int | None, natures: Natures, axis: int | None, meeting_id: int | None
) -> list[Contribution]:
    """One contribution a present person (each once, the author too), one a structure's unnamed people, one for those only counted.

    Empty while the day or the duration is unknown. The rest of the head count has the natures that were said: never voluntary by itself.
    """
    if draft.day is None or not draft.minutes:
        return []
    one = Contribution(
        day=draft.day,
        minutes=draft.minutes,
        part=Part.MEETING,
        source=ContributionSource.FROM_ATTENDANCE,
        group_id=draft.group_id,
        axis=axis,
        meeting_id=meeting_id,
        place_said=draft.place_said,
        commune=draft.commune,
    )
    author = author_id if draft.author_present else None
    there = present(draft.people, besides=author)
    listed = (Presence(person_id=author), *there) if author is not None else there
    made = [_given(one, presence, natures) for presence in listed]
    others = (draft.headcount or 0) - sum(c.count for c in made)
    return with_shares([*made, replace(one, count=others)] if others > 0 else made, draft.natures)


def with_shares(made: list[Contribution], shares: tuple[NatureShare, ...]) -> list[Contribution]:
    """The same hours, those without a nature split as the shares say, the unnamed first; what no share reaches stays without."""
    left = [(share.nature, share.count if share.count is not None else sum(c.count for c in made)) for share in shares]
    shared: list[Contribution] = []
    for contribution in reversed(made):
        wanted = contribution.count if contribution.nature is None else 0
        while wanted and left:
            nature, count = left.pop(0)
            taken = min(count, wanted)
            shared.append(replace(contribution, nature=nature, count=taken))
            wanted -= taken
            if count > taken:
                left.insert(0, (nature, count - taken))
        if contribution.nature is not None or wanted:
            shared.append(replace(contribution, count=wanted or contribution.count))
    return shared[::-1]


def _given(one: Contribution, presence: Presence, natures: Natures) -> Contribution:
    """The hours of one line of the list."""
    person_id = presence.person_id
    told = nature_of_words(presence.said) or _nature_beside(presence)
    nature = natures.of_person(person_id) if person_id else told or natures.of_structure(presence.structure_id)
    structure_id = natures.structure_of(person_id) if person_id else presence.structure_id
    return replace(one, count=presence.count, nature=nature, person_id=person_id, structure_id=structure_id)


def _nature_beside(presence: Presence) -> Nature | None:
    """The nature that a post told beside a name tells: « Sophie Martin, bénévole »."""
    return nature_of_words(post_and_structure(presence.structure_said)[0]) if presence.structure_said else None


def hours_as_said(draft: HoursDraft, *, account: Account, natures: Natures, axis: int | None) -> list[Contribution]:
    """One contribution a day said; the speaker's own hours when nobody is named."""
    person_id = draft.person_id or (None if draft.person_said or draft.structure_id else account.person_id)
    known = natures.of_person(person_id) if person_id else nature_of_words(draft.person_said) or natures.of_structure(draft.structure_id)
    return [
        Contribution(
            day=day,
            minutes=draft.minutes or 0,
            count=draft.count,
            part=draft.part or Part.OTHER,
            nature=draft.nature or known,
            source=ContributionSource.SAID,
            person_id=person_id,
            structure_id=draft.structure_id or natures.structure_of(person_id),
            group_id=draft.group_id,
            axis=draft.axis or axis,
            what=draft.what,
            place_said=draft.place_said,
            commune=draft.commune,
        )
        for day in draft.days
    ]


def check_hours(draft: HoursDraft, *, account: Account, today: date) -> None:
    """Raises NotAllowed for another's hours without the right, InTheFuture, TooLong for more than a day can hold."""
    check_whose(draft, account=account)
    for day in draft.days:
        if day > today:
            raise InTheFuture(day)
    if not 0 < (draft.minutes or 0) <= MINUTES_OF_A_DAY:
        raise TooLong(draft.minutes or 0)


def check_whose(draft: HoursDraft, *, account: Account) -> None:
    """Raises NotAllowed for another's hours without the right to note them."""
    for_another = bool(draft.person_said or draft.person_candidates or draft.structure_id or draft.count > 1)
    verb = Verb.LOG_ANY_HOURS if for_another or draft.person_id not in (None, account.person_id) else Verb.LOG_OWN_HOURS
    if not may(account.role, verb):
        raise NotAllowed(verb)
