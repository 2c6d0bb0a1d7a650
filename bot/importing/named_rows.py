"""Which people a row names: usually one, sometimes several, none when the name is that of a structure or of a desk."""

from __future__ import annotations

from collections.abc import Sequence

from bot.importing.cells import Cells, Entry
from bot.importing.columns import Layout
from bot.importing.names import Habits, Name, name_of_parts, read_name, several_names, titles_of
from bot.importing.words import spaced, spelt_first_names, words, words_of


def is_a_person(title: str) -> bool:
    """Whether a title alone in its row is somebody's name."""
    civility, doctor, bare = titles_of(title)
    known = spelt_first_names()
    said = words(bare)
    if len(said) < 2 or set(said) & words_of("contents", "structures"):
        return False
    return (
        bool(civility or doctor) or any(word in known for word in said) or (bare.upper() != bare and any(w.isupper() for w in bare.split()))
    )


def names_of(cells: Cells, emails: list[str], layout: Layout, habits: Habits, base: Entry) -> list[Name]:
    """The people of a row: usually one; none when the name is that of a structure or of a desk (« Accueil »)."""
    if not cells.full:
        name = name_of_parts(cells.first, cells.last, emails=emails, habits=habits) if cells.first or cells.last else None
        return [name] if name is not None else []
    desk = set(words(cells.full)) & (words_of("contents", "structures") | words_of("contents", "generic_mailboxes"))
    if desk and not is_a_person(cells.full) and not any(word in spelt_first_names() for word in words(cells.full)):
        if base.structure:
            base.notes.append(cells.full)
        else:
            base.structure = cells.full
        return []
    read = [read_name(part, emails=emails, habits=habits, last_first=layout.last_first) for part in several_names(cells.full)]
    return [name for name in read if name is not None]


def share_of(base: Entry, rank: int, names: Sequence[Name]) -> Entry:
    """The entry of one of the people of a row: mails by name, else by rank; phones by rank."""
    last = spaced(names[rank].last).replace(" ", "")
    own = [mail for mail in base.emails if last and last in mail]
    named = {mail for name in names for mail in base.emails if spaced(name.last).replace(" ", "") in mail}
    if not own and not named and len(base.emails) == len(names):
        own = [base.emails[rank]]
    phones = [base.phones[rank]] if len(base.phones) == len(names) else list(base.phones)
    return Entry(
        row=base.row, name=None, structure=base.structure, function=base.function, phones=phones, emails=own,
        structure_phones=list(base.structure_phones), structure_emails=list(base.structure_emails), commune=base.commune,
        insee=base.insee, groups=list(base.groups), notes=list(base.notes),
    )  # fmt: skip
