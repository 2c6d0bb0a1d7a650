"""How the things of a territory are called on the screen: people with their structures, groups, places."""

from __future__ import annotations

from html import escape

from bot.domain.attendance import Presence
from bot.domain.drafts import Bearer, Field
from bot.domain.permissions import Role
from bot.domain.vocabulary import AxisWords, GroupWords, PersonWords, PlaceWords, StructureWords, Vocabulary
from bot.french.folding import fold, folded_words, only_says
from bot.french.plurals import counted
from bot.french.typography import typographic
from bot.french.unnaming import SOMEBODY

FORGOTTEN = SOMEBODY
DOUBT = " – <b>à vérifier</b>"


class Names:
    """Finds by id what the vocabulary knows; built once a version of the vocabulary. All results are plain text, not HTML."""

    __slots__ = ("axes", "groups", "people", "places", "sigles", "structures", "vocabulary")

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.groups: dict[int, GroupWords] = {g.id: g for g in vocabulary.groups}
        self.people: dict[int, PersonWords] = {p.id: p for p in vocabulary.people}
        self.structures: dict[int, StructureWords] = {s.id: s for s in vocabulary.structures}
        self.places: dict[int, PlaceWords] = {p.id: p for p in vocabulary.places}
        sigles = (name for s in vocabulary.structures for name in (s.name, *s.aliases) if name.isupper())
        self.sigles: dict[str, str] = {name.lower(): name for name in sigles}
        self.axes: dict[int, AxisWords] = {a.number: a for a in vocabulary.axes}

    def group(self, group_id: int | None) -> str:
        """A group's name."""
        group = self.groups.get(group_id or 0)
        return group.name if group else "sans groupe"

    def person(self, person_id: int | None) -> str:
        """« Sophie Martin »."""
        person = self.people.get(person_id or 0)
        return person.full_name if person else FORGOTTEN

    def structure(self, structure_id: int | None) -> str:
        """A structure's name."""
        structure = self.structures.get(structure_id or 0)
        return structure.name if structure else "structure inconnue"

    def people_called(self, name: str) -> tuple[int, ...]:
        """Those who bear exactly that name, accents, case, hyphens and order of its words aside."""
        wanted = folded_words(name)
        return tuple(p.id for p in self.vocabulary.people if folded_words(p.full_name) == wanted)

    def person_and_structure(self, person_id: int | None) -> str:
        """« Sophie Martin (CCAS d’Alès) »."""
        person = self.people.get(person_id or 0)
        if person is None:
            return FORGOTTEN
        structure = self.structures.get(person.structure_id or 0)
        return f"{person.full_name} ({structure.name})" if structure else person.full_name

    def _person_of(self, person_id: int, structure_said: str | None) -> str:
        """« Sophie Martin (CCAS d’Alès, « Mission locale ») »: her structure, and the one told that the directory does not know."""
        label = self.person_and_structure(person_id)
        if structure_said is None:
            return label
        return f"{label[:-1]}, « {structure_said} »)" if label.endswith(")") else f"{label} ({structure_said})"

    def person_apart(self, person_id: int) -> str:
        """What tells somebody apart from her homonyms, for a button."""
        person = self.people.get(person_id)
        if person is None:
            return FORGOTTEN
        structure = self.structures.get(person.structure_id or 0)
        more = structure.name if structure else person.function or person.commune
        return f"{person.full_name} – {more}" if more else person.full_name

    def presence(self, presence: Presence) -> str:
        """One line of attendance: a name and structure, « 2 personnes (CCAS d’Alès) », or the words as typed."""
        if presence.person_id:
            label = self._person_of(presence.person_id, presence.structure_said)
        elif presence.structure_id and presence.said and not self._names_structure(presence.said, presence.structure_id):
            label = f"{presence.said} ({self.structure(presence.structure_id)})"
        elif presence.structure_id:
            structure = self.structure(presence.structure_id)
            label = structure if presence.count == 1 else f"{counted(presence.count, 'personne')} ({structure})"
        elif presence.structure_said and presence.count > 1 and presence.structure_said == presence.said:
            label = f"{counted(presence.count, 'personne')} ({presence.structure_said})"
        else:
            said = presence.said or FORGOTTEN
            said = f"{said} ({presence.structure_said})" if presence.structure_said else said
            label = said if presence.count == 1 else f"{said} ({presence.count})"
        if not presence.represented_by:
            return label
        return f"{label}, par {presence.represented_by}" if label.endswith(")") else f"{label} (par {presence.represented_by})"

    def _names_structure(self, said: str, structure_id: int) -> bool:
        """Whether these words are only another way to write the structure: then its name says it all."""
        structure = self.structures.get(structure_id)
        return structure is not None and only_says(said, (structure.name, *structure.aliases))

    def bearer(self, bearer: Bearer) -> str:
        """Who takes an action."""
        if bearer.person_id:
            return self.person(bearer.person_id)
        if bearer.structure_id:
            return self.structure(bearer.structure_id)
        return bearer.said or FORGOTTEN

    def place(self, place_id: int | None, said: str | None, commune: str | None) -> str | None:
        """Where, with the commune when it adds something; None when nothing was said."""
        place = self.places.get(place_id or 0)
        where = place.commune if place else commune
        name = place.name if place else self._typed_place(said, where)
        if not name:
            return where
        return f"{name}, {where}" if where and fold(where) not in fold(name) else name

    def _typed_place(self, said: str | None, commune: str | None) -> str | None:
        """« salle rimbaud a ales » without the commune that is told behind; « cpam » as the directory writes it."""
        end = f" a {fold(commune)}" if commune else ""
        if said and end and fold(said).endswith(end) and len(fold(said)) == len(said):
            said = said[: -len(end)].rstrip(" ,")
        return self.sigles.get(said, said) if said else said


def role_name(role: Role, civility: str | None) -> str:
    """A role as it is said of somebody: « contributeur » of M., « contributrice » of Mme, both where nobody said which."""
    masculine = _MASCULINE.get(role, role.value)
    if civility in _LADIES or masculine == role.value:
        return role.value
    return masculine if civility in _GENTLEMEN else f"{role.value} ou {masculine}"


_LADIES = ("Mme", "Mlle", "Madame")
_GENTLEMEN = ("M.", "M", "Mr", "Monsieur")
_MASCULINE = {
    Role.ADMINISTRATOR: "administrateur",
    Role.COORDINATOR: "coordinateur",
    Role.CONTRIBUTOR: "contributeur",
    Role.READER: "lecteur",
}


def bold(text: str) -> str:
    """Text in bold, escaped."""
    return f"<b>{escape(text, quote=False)}</b>"


def safe(text: str) -> str:
    """Text of a person or of the directory, made harmless for Telegram HTML."""
    return escape(text.replace("'", "’"), quote=False)


def said(text: str) -> str:
    """Words that a person typed, with French typography, made harmless."""
    return safe(typographic(text))


def doubt(unsure: tuple[Field, ...], field: Field) -> str:
    """The mark behind a part of a card that is to be checked."""
    return DOUBT if field in unsure else ""
