"""What bringing a directory in would do: sheets to add or update, doubts to decide, rows and values left aside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.directory import KnownPerson
from bot.domain.people import Structure


class Datum(StrEnum):
    """A kind of value that a row of a directory can hold."""

    NAME = "name"
    CIVILITY = "civility"
    STRUCTURE = "structure"
    FUNCTION = "function"
    PHONE = "phone"
    EMAIL = "email"
    COMMUNE = "commune"
    NEIGHBOURHOOD = "neighbourhood"
    GROUPS = "groups"
    NOTE = "note"


class AsideReason(StrEnum):
    """Why a row makes no sheet."""

    NO_NAME = "no_name"  # contacts without anybody's name nor a structure
    FORMULA = "formula"  # the name is a formula, which is never computed
    TITLE = "title"  # a title, a section or a repeated header: nothing to keep
    UNREADABLE = "unreadable"


class DoubtKind(StrEnum):
    """What only a person can decide."""

    SAME_PERSON = "same_person"
    WHICH_STRUCTURE = "which_structure"
    WHICH_COMMUNE = "which_commune"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPlace:
    """Where a row stands in the file: a number as the spreadsheet shows it, and the sheet when there are several."""

    number: int
    sheet: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftAside:
    """A row that makes no sheet; `said` is how it begins."""

    row: RowPlace
    reason: AsideReason
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadValue:
    """A value that was not kept, or kept as typed (`kept`) though it looks wrong."""

    row: RowPlace
    datum: Datum
    said: str
    kept: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedStructure:
    """A structure of the file; `id` is the sheet that it already has."""

    id: int | None = None
    name: str
    sigle: str | None = None
    aliases: tuple[str, ...] = ()
    commune: str | None = None
    phone: str | None = None
    email: str | None = None
    neighbourhood: str | None = None
    rows: tuple[RowPlace, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedGroup:
    """A group of the file; `id` is that of the group which the territory already has."""

    id: int | None = None
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedMandate:
    """A function in a structure of the plan (its index)."""

    structure: int | None = None
    function: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedPerson:
    """Somebody of the file, her rows merged; `id` is the sheet that she already has; `groups` are indexes of the plan."""

    id: int | None = None
    first_name: str
    last_name: str
    civility: str | None = None
    doctor: bool = False
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    commune: str | None = None
    note: str | None = None
    mandates: tuple[ProposedMandate, ...] = ()
    groups: tuple[int, ...] = ()
    rows: tuple[RowPlace, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer to a doubt: what it points to (a person or structure of the plan, a sheet's id, an INSEE code) and how it is called."""

    label: str
    person: int | None = None
    sheet: int | None = None
    structure: int | None = None
    commune: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A question about one person (or structure) of the plan; undecided, the first choice holds."""

    kind: DoubtKind
    said: str
    person: int | None = None
    structure: int | None = None
    row: RowPlace
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """All that a file would change; every row read stands in people, structures or `aside` (and `read` counts them).

    `directory_version`: that of the vocabulary of the directory against which the rows were matched; `file_id`: by which Telegram
    gives the file again (None: it came by the console).
    """

    read: int = 0
    directory_version: int = 0
    file_id: str | None = None
    people: tuple[ProposedPerson, ...] = ()
    structures: tuple[ProposedStructure, ...] = ()
    groups: tuple[ProposedGroup, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    aside: tuple[LeftAside, ...] = ()
    unread: tuple[UnreadValue, ...] = ()
    unread_columns: tuple[str, ...] = ()


UNDO_WINDOW = timedelta(hours=24)  # and its trace stays no longer
OPEN_FOR = timedelta(days=7)  # a file that nobody answers about is then forgotten
FROM_FILE = "import:"  # what the source of an imported sheet begins with; the name of the file follows


class FileProblem(StrEnum):
    """Why a file is not read at all."""

    KIND = "kind"  # neither .xlsx, .csv nor .vcf
    OLD_EXCEL = "old_excel"
    PROTECTED = "protected"
    DAMAGED = "damaged"
    BOMB = "bomb"  # it unfolds to far more than it weighs, or refers to things outside
    TOO_HEAVY = "too_heavy"
    TOO_MANY_ROWS = "too_many_rows"
    EMPTY = "empty"  # nobody and no structure in it


class ImportState(StrEnum):
    """Where an import stands."""

    OPEN = "open"
    KEPT = "kept"
    DROPPED = "dropped"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenChoice:
    """A doubt that was answered: the index of the choice, None for « later »."""

    doubt: int
    choice: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOutcome:
    """How many sheets an import adds, changes and leaves as they are; `rows` of the file went into people and structures."""

    people_added: int = 0
    people_changed: int = 0
    people_same: int = 0
    structures_added: int = 0
    structures_changed: int = 0
    structures_same: int = 0
    groups_added: int = 0
    rows: int = 0
    merged_rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportTrace:
    """What an import wrote, so that ↩︎ can take it back: ids that it made, and sheets as they stood before.

    `outcome` and `later` (doubts put off) are what its card says.
    """

    people_added: tuple[int, ...] = ()
    structures_added: tuple[int, ...] = ()
    groups_added: tuple[int, ...] = ()
    neighbourhoods_added: tuple[str, ...] = ()
    people_before: tuple[KnownPerson, ...] = ()
    structures_before: tuple[Structure, ...] = ()
    directory_version: int = 0
    outcome: ImportOutcome = ImportOutcome()
    later: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryImport:
    """A file that somebody sent, kept as a row from its preview to its end; a button acts only on the version that it was drawn for."""

    id: int
    account_id: int | None
    version: int
    state: ImportState
    file_name: str
    plan: ImportPlan
    taken: tuple[TakenChoice, ...] = ()
    trace: ImportTrace | None = None
    update_id: int | None = None
    touched_at: datetime

    @property
    def open_doubt(self) -> int | None:
        """The first doubt that nobody answered nor put off."""
        answered = {choice.doubt for choice in self.taken}
        return next((i for i in range(len(self.plan.doubts)) if i not in answered), None)

    @property
    def choices(self) -> dict[int, int]:
        """What was decided: index of the doubt → index of the choice."""
        return {taken.doubt: taken.choice for taken in self.taken if taken.choice is not None}
