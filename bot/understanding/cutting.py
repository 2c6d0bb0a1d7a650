"""A sentence while it is being cut into its parts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bot.understanding.roles import Role, Segment
from bot.understanding.scan import Scan
from bot.understanding.sentences import Sentence


@dataclass(slots=True)
class Cut:
    """The parts cut so far of sentence `number`; the last one is still open."""

    scan: Scan
    sentence: Sentence
    number: int
    parts: list[Segment] = field(default_factory=list)

    def open(self, role: Role, first: int, body: int, *, bearers: tuple[tuple[int, int], ...] = (), kept_cue: bool = False) -> None:
        """Close the part before `first` and open another."""
        if self.parts:
            before = self.parts[-1]
            if before.first >= first or (before.role is role and before.body >= first and not before.bearers):
                self.parts[-1] = replace(before, body=first if kept_cue else body, bearers=bearers, role=role, kept_cue=kept_cue)
                return
            self.parts[-1] = replace(before, last=first)
        self.parts.append(
            Segment(
                role=role,
                first=first,
                last=self.sentence.last,
                body=body,
                sentence=self.number,
                bullet=self.sentence.bullet,
                bearers=bearers,
                kept_cue=kept_cue,
            )
        )

    def only_names(self, i: int) -> bool:
        """Whether the sentence up to word i only names a thing: « trod au lycée » of « trod au lycée ok pour janvier »."""
        scan, first = self.scan, self.sentence.body
        plain = all(scan.words[k].is_word and not (scan.time_at[k] or scan.person_at[k] or scan.group_at[k]) for k in range(first, i))
        return self.number > 0 and first < i and len(self.parts) == 1 and plain
