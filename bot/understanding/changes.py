"""A meeting while a sentence corrects it: what changed, what the words did not find, and which words are used up."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bot.domain.drafts import Field, HoursDraft, MeetingDraft, NextMeetingDraft
from bot.understanding.scan import Scan
from bot.understanding.when import Ranges


@dataclass(slots=True)
class Change:
    """A meeting while it is corrected. `heard`: the words spoke of the card, be it in vain; `taken`: words that have told their part."""

    meeting: MeetingDraft
    fields: list[Field] = field(default_factory=list)
    hours: list[HoursDraft] = field(default_factory=list)  # told beside: « plus 1 h de route »
    not_found: list[str] = field(default_factory=list)
    several: list[str] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    heard: bool = False

    def put(self, meeting: MeetingDraft, *fields: Field) -> None:
        """Replace the meeting; the fields count as changed if it differs."""
        self.heard = True
        if meeting != self.meeting:
            self.meeting = meeting
            self.fields += [f for f in fields if f not in self.fields]

    def put_next(self, following: NextMeetingDraft | None) -> None:
        """Replace the next meeting; the words that told it do not count as a change."""
        before = self.meeting.next_meeting
        if following is not None and before is not None and replace(following, said=before.said) == before:
            following = before
        self.put(replace(self.meeting, next_meeting=following), Field.NEXT_MEETING)

    def miss(self, said: str) -> None:
        """Note words that name nothing on the card."""
        self.heard = True
        if said not in self.not_found:
            self.not_found.append(said)

    def take(self, first: int, last: int) -> None:
        """Words [first, last) have told their part."""
        self.taken |= set(range(first, last))

    def left(self, ranges: Ranges) -> Ranges:
        """Those ranges less the words that have told their part."""
        found: Ranges = []
        for first, last in ranges:
            begin = first
            for i in range(first, last + 1):
                if i == last or i in self.taken:
                    if begin < i:
                        found.append((begin, i))
                    begin = i + 1
        return found


def typed(scan: Scan, first: int, last: int) -> str:
    """Words [first, last) as typed, signs at both ends left out."""
    return scan.slice(first, last).strip(" \t\n,;:.!?«»\"'()-–")
