"""Which people a row names: usually one, sometimes several, none when the name is that of a structure or of a desk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.directory import once
from bot.importing.cells import Cells, Entry
from bot.importing.columns import Layout, begins_like_a_function
from bot.importing.contacts import bare_of_contacts, contacts_of, is_shared
from bot.importing.names import Habits, Name, name_of_parts, read_name, several_names, titles_of
from bot.importing.words import fold, slug, spaced, spelt_first_names, words, words_of

_RANK = re.compile(r"^(?:\d{1,4}\s?[.)°:–-]|[-–•*])\s?(?=\D)")  # « 12. DUPONT Marie »
_LEADS_TO_FUNCTION = re.compile(r"(\s[-–—:]\s|,\s?|\n)")


def is_a_person(title: str) -> bool:
    """Whether a title alone in its row is somebody's name."""
    civility, doctor, bare = titles_of(title)
    known = spelt_first_names()
    said = words(bare)
    if not said or set(said) & words_of("contents", "structures"):
        return False
    if civility or doctor:
        return True
    mixed = bare.upper() != bare and any(word.isupper() for word in bare.split())
    return len(said) > 1 and (mixed or any(word in known for word in said))


@dataclass(frozen=True, slots=True)
class NamesRead:
    """The people of a row, and what stands where a name should that is none."""

    names: tuple[Name, ...] = ()
    unread: tuple[str, ...] = ()


def names_of(cells: Cells, layout: Layout, habits: Habits, base: Entry) -> NamesRead:
    """The people of a row: usually one; none when the name is that of a structure or of a desk (« Accueil »).

    A phone, a mail, a function or a structure written beside the name go to `base`.
    """
    if not cells.full:
        name = name_of_parts(cells.first, cells.last, emails=base.emails, habits=habits) if cells.first or cells.last else None
        said = " ".join(part for part in (cells.first, cells.last) if part)
        return NamesRead((name,)) if name is not None else NamesRead(unread=(said,) if said else ())
    full = _RANK.sub("", _without_contacts(cells.full, base))
    desk = set(words(full)) & (words_of("contents", "structures") | words_of("contents", "generic_mailboxes"))
    if desk and not is_a_person(full) and not any(word in spelt_first_names() for word in words(full)):
        if not base.structure:
            base.structure = full
        elif spaced(full) != spaced(base.structure):
            base.also(full)
        return NamesRead()
    parts = several_names(_without_function(full, base))
    read = [(part, read_name(part, emails=base.emails, habits=habits, last_first=layout.last_first)) for part in parts]
    return NamesRead(tuple(name for _, name in read if name is not None), tuple(part for part, name in read if name is None))


def _without_contacts(full: str, base: Entry) -> str:
    """The name alone, when a phone or a mail stands in its cell."""
    if "@" not in full and sum(sign.isdigit() for sign in full) < 9:
        return full
    found = contacts_of(full)
    base.phones = once((*base.phones, *(phone.number for phone in found.phones)))
    base.emails = once((*base.emails, *found.emails))
    return bare_of_contacts(full) or full


def _without_function(full: str, base: Entry) -> str:
    """The name alone, when a comma or a dash leads to what she does: « Marie DUPONT, directrice »."""
    name, sign, rest = _LEADS_TO_FUNCTION.split(full, maxsplit=1) if _LEADS_TO_FUNCTION.search(full) else (full, "", "")
    if not sign or len(titles_of(name)[2].split()) < 2 or not begins_like_a_function(rest):
        return full
    if not base.function:
        base.function = rest
    elif fold(rest) != fold(base.function):
        base.also(rest)
    return name


def share_of(base: Entry, rank: int, names: Sequence[Name]) -> Entry:
    """The entry of one of the people of a row: mails by name, else by rank; phones by rank."""
    phones = (base.phones[rank],) if len(base.phones) == len(names) else base.phones
    own = tuple(mail for mail, ranks in _owners(base.emails, names).items() if rank in ranks)
    return replace(base, phones=phones, emails=own)


def mails_of_nobody(emails: Sequence[str], names: Sequence[Name]) -> tuple[str, ...]:
    """The mails of a row that nothing gives to one of its people rather than to another."""
    return tuple(mail for mail, ranks in _owners(emails, names).items() if not ranks)


def _owners(emails: Sequence[str], names: Sequence[Name]) -> dict[str, set[int]]:
    """Whose each mail is: of whom it names, of all when it is a shared mailbox, else of the only one left or by rank."""
    lasts = [slug(name.last) for name in names]
    owners = {mail: {rank for rank, last in enumerate(lasts) if last and last in slug(mail.partition("@")[0])} for mail in emails}
    free = [mail for mail in emails if not owners[mail] and not is_shared(mail)]
    without = [rank for rank in range(len(names)) if not any(rank in ranks for ranks in owners.values())]
    if len(free) == len(without):
        owners |= {mail: {rank} for mail, rank in zip(free, without, strict=True)}
    return owners | {mail: set(range(len(names))) for mail in emails if not owners[mail] and is_shared(mail)}
