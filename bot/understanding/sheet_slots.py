"""What the slots of a way to say it hold: who, where, since when."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.sheet_changes import Meant
from bot.french.folding import folded_words
from bot.understanding.person_mentions import PersonMention
from bot.understanding.scan import Scan
from bot.understanding.sheet_words import Line, Piece
from bot.understanding.things import same_commune

Place = tuple[int, int]
_TITLE = re.compile(r"^(?:mme|mlle|madame|mademoiselle|m\.?|mr\.?|monsieur|dr\.?|docteur)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Slots:
    """A message and its line, from which the slots of a pattern are read; a place is [start, end) of the line's words."""

    scan: Scan
    line: Line

    def typed(self, place: Place) -> str:
        """The words as typed."""
        return self.line.as_typed(self.line.within(*place))

    def person(self, place: Place) -> Meant | None:
        """Somebody of the directory; « Mme Roux de la CAF » is none of the other Mme Roux."""
        pieces = self.line.within(*place)
        mention = next((piece.person for piece in pieces if piece.person is not None), None)
        if mention is None:
            return None
        who, where = meant_by(mention), next((piece.thing for piece in pieces if piece.thing is not None), None)
        if where is None:
            return who
        theirs = tuple(i for i in who.ids if self.scan.index.people[i].structure_id in where.structures)
        sure = len(theirs) == 1 and not mention.near
        return replace(who, ids=theirs or who.ids, id=theirs[0] if sure else None)

    def namesakes(self, who: Meant) -> Meant:
        """« les deux Simon » bear it as their last name, if two of them do."""
        people, wanted = self.scan.index.people, folded_words(who.said)
        family = tuple(i for i in who.ids if folded_words(people[i].last_name) == wanted)
        return replace(who, ids=family) if len(family) >= 2 else who

    def author(self) -> Meant | None:
        """Whoever speaks."""
        author = self.scan.hearing.author_id
        return Meant(said="", ids=(author,), id=author) if author is not None else None

    def somebody(self, place: Place) -> Meant | None:
        """Somebody of the directory, or a new name."""
        pieces = self.line.within(*place)
        named = [piece for piece in pieces if piece.person is not None]
        rest = [piece for piece in pieces if piece.person is None and piece.said not in {"mme", "m", "mr", "monsieur", "madame", "dr"}]
        if len(named) == 1 and not rest:
            return self.person(place)
        return self.new_name(pieces)

    def new_name(self, pieces: tuple[Piece, ...]) -> Meant | None:
        """A name as typed; who bears exactly that one is proposed."""
        said = _TITLE.sub("", self.line.as_typed(pieces))
        wanted = folded_words(said)
        if not wanted or len(said) > 80:
            return None
        ids = tuple(p.id for p in self.scan.index.people.values() if folded_words(p.full_name) == wanted)
        return Meant(said=said, ids=ids, id=None, new=not ids)

    def structure(self, place: Place) -> Meant | None:
        """A structure of the territory, or the words of a new one: « la MSP d'Anduze » is not that of Saint-Ambroix."""
        pieces = self.line.within(*place)
        thing = pieces[0].thing if pieces else None
        if thing is None or not thing.structures:
            said = self.typed(place)
            return Meant(said=said, new=True) if said else None
        commune = next((p.thing.commune for p in pieces[1:] if p.thing is not None and p.thing.only_commune), None)
        ids = thing.structures
        if commune is not None:
            ids = tuple(s for s in ids if same_commune(self.scan.index.structures[s].commune, commune) or _bears(self, s, commune))
            if not ids:
                return Meant(said=self.typed(place), new=True)
        return Meant(said=self.typed(place), ids=ids, id=ids[0] if len(ids) == 1 else None)

    def commune(self, met: re.Match[str], said: set[str]) -> str | None:
        """The name of the commune."""
        if "commune" not in said:
            return None
        return next((p.thing.commune for p in self.line.within(*met.span("commune")) if p.thing is not None), None)

    def day(self, place: Place) -> date | None:
        """The day that is said."""
        return next((piece.day for piece in self.line.within(*place) if piece.day is not None), None)


def meant_by(mention: PersonMention) -> Meant:
    """Those who may be meant by a name; one read over a slip of the thumb is asked."""
    ids = mention.ids
    return Meant(said=mention.said, ids=ids, id=ids[0] if len(ids) == 1 and not mention.near else None, near=mention.near)


def _bears(slots: Slots, structure_id: int, commune: str) -> bool:
    structure = slots.scan.index.structures[structure_id]
    wanted = folded_words(commune)
    return any(set(wanted) <= set(folded_words(name)) for name in (structure.name, *structure.aliases))
