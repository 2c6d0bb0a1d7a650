"""How a territory writes in its documents: which words speak of mixed people, and whether last names stand in capitals."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Inclusive(StrEnum):
    """How fixed words speak of people who may be women and men."""

    DOUBLE = "double flexion"
    EPICENE = "épicène"
    MEDIAN = "point médian"
    MASCULINE = "masculin générique"


class NameStyle(StrEnum):
    """How last names are written: « Sophie MARTIN », « Sophie Martin »."""

    CAPITALS = "en capitales"
    PLAIN = "sans capitales"


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingStyle:
    """What a document is worded with; it never touches what people typed."""

    inclusive: Inclusive = Inclusive.DOUBLE
    names: NameStyle = NameStyle.CAPITALS

    @property
    def capitals(self) -> bool:
        """Whether last names stand in capitals."""
        return self.names is NameStyle.CAPITALS


USUAL = WritingStyle()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWriting:
    """« écris en point médian », « noms en capitales »; None: not said. Both None: only how it is written was asked."""

    inclusive: Inclusive | None = None
    names: NameStyle | None = None
