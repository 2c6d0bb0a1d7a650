"""How a directory is brought in: previewed, its doubts decided, kept in one transaction, and taken back within a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.actions.neighbourhoods import in_file
from bot.domain.directory import KnownPerson, WholeDirectory
from bot.domain.directory_imports import (
    FROM_FILE,
    UNDO_WINDOW,
    DirectoryImport,
    ImportOutcome,
    ImportPlan,
    ImportState,
    ImportTrace,
    TakenChoice,
)
from bot.domain.errors import DirectoryMoved, DraftGone, DraftMoved, NotAllowed, NothingToUndo, OldButton, PlanMoved, UndoTooLate
from bot.domain.groups import Group, code_of_name, kind_of_name
from bot.domain.import_outcome import SheetChanges, changes_of, settled
from bot.domain.permissions import Verb, may
from bot.domain.territory import Account
from bot.ports import UnitOfWork


def may_import(account: Account) -> None:
    """Raises NotAllowed unless her role brings directories in."""
    if not may(account.role, Verb.IMPORT_DIRECTORY):
        raise NotAllowed(Verb.IMPORT_DIRECTORY)


def planned_over(work: UnitOfWork) -> tuple[WholeDirectory, int]:
    """The directory as it stands, with its version (read first: a change meanwhile is noticed), for a plan that bears it."""
    version = work.directory.vocabulary_version()
    return work.sheets.read(), version


def preview(work: UnitOfWork, plan: ImportPlan, *, choices: dict[int, int] | None = None) -> ImportOutcome:
    """What keeping that plan would do to the directory as it stands now; writes nothing."""
    return changes_of(settled(plan, choices or {}), work.sheets.read()).outcome


def open_import(
    work: UnitOfWork, account: Account, plan: ImportPlan, *, file_name: str, now: datetime, update_id: int | None
) -> DirectoryImport:
    """Keeps a plan as a card, the same for the same update. Raises NotAllowed."""
    may_import(account)
    known = work.imports.of_update(update_id) if update_id is not None else None
    return known or work.imports.add(account_id=account.id, file_name=file_name, plan=plan, now=now, update_id=update_id)


def decide(work: UnitOfWork, account: Account, seen: tuple[int, int], *, doubt: int, choice: int | None, now: datetime) -> DirectoryImport:
    """Answers a doubt (None: later) of the import `seen` (id, version). Raises NotAllowed, DraftGone, DraftMoved, OldButton."""
    one = _open_one(work, account, seen)
    if doubt >= len(one.plan.doubts) or (choice is not None and choice >= len(one.plan.doubts[doubt].choices)):
        raise OldButton
    others = tuple(taken for taken in one.taken if taken.doubt != doubt)
    return work.imports.save(replace(one, taken=(*others, TakenChoice(doubt=doubt, choice=choice)), touched_at=now))


def put_off_doubts(work: UnitOfWork, account: Account, seen: tuple[int, int], *, now: datetime) -> DirectoryImport:
    """« Décider plus tard » for all that is still open. Raises NotAllowed, DraftGone, DraftMoved."""
    one = _open_one(work, account, seen)
    answered = {taken.doubt for taken in one.taken}
    later = tuple(TakenChoice(doubt=i) for i in range(len(one.plan.doubts)) if i not in answered)
    return work.imports.save(replace(one, taken=(*one.taken, *later), touched_at=now))


def drop_import(work: UnitOfWork, account: Account, seen: tuple[int, int], *, now: datetime) -> DirectoryImport:
    """Gives it up; nothing was written, and what the file said is forgotten. Raises NotAllowed, DraftGone, DraftMoved."""
    one = _open_one(work, account, seen)
    return work.imports.save(_ended(one, ImportState.DROPPED, now=now))


def keep_import(work: UnitOfWork, account: Account, seen: tuple[int, int], *, now: datetime) -> DirectoryImport:
    """Writes the directory, once, in this transaction. Raises NotAllowed, DraftGone, DraftMoved, PlanMoved."""
    one = _open_one(work, account, seen)
    claimed = work.imports.save(_ended(one, ImportState.KEPT, now=now))  # before anything: one tap of two
    trace = write_plan(work, one.plan, choices=one.choices, file_name=one.file_name, account=account, now=now)
    return work.imports.save(replace(claimed, trace=trace))


def left_behind(work: UnitOfWork, account: Account, seen: tuple[int, int]) -> DirectoryImport | None:
    """The open import that was seen when the directory moved since its plan: its file is to be read again. Raises as `keep_import`."""
    one = _open_one(work, account, seen)
    return one if one.plan.directory_version != work.directory.vocabulary_version() else None


def keep_again(work: UnitOfWork, account: Account, seen: tuple[int, int], *, plan: ImportPlan, now: datetime) -> DirectoryImport:
    """Keeps the import where the newer plan of its file says the same; else it stays open with that plan, to be looked at again.

    Raises as `keep_import`.
    """
    one = _open_one(work, account, seen)
    same = replace(one.plan, directory_version=plan.directory_version) == plan
    again = work.imports.save(replace(one, plan=plan, taken=one.taken if same else (), touched_at=now))
    return keep_import(work, account, (again.id, again.version), now=now) if same else again


def own_import(work: UnitOfWork, account: Account, import_id: int) -> DirectoryImport:
    """An import of hers, whatever its state. Raises NotAllowed, DraftGone."""
    may_import(account)
    one = work.imports.get(import_id)
    if one is None or one.account_id != account.id:
        raise DraftGone
    return one


def write_plan(
    work: UnitOfWork, plan: ImportPlan, *, choices: dict[int, int], file_name: str, account: Account | None, now: datetime
) -> ImportTrace:
    """Writes all that a plan changes; `account` None is the console. Returns what ↩︎ needs, and the counts. Raises PlanMoved."""
    if not work.directory.claim_version(plan.directory_version):  # its sheets may be there by now, of the same file sent twice
        raise PlanMoved
    before = work.sheets.read()
    plan, neighbourhoods = in_file(work, plan)
    for one in neighbourhoods:
        work.sheet_changes.keep_neighbourhood(one)
    changes = changes_of(settled(plan, choices), before)
    by, source = account.person_id if account else None, f"{FROM_FILE}{file_name}"
    structure_ids = work.sheets.add_structures(changes.new_structures, source=source, by=by, now=now)
    work.sheets.change_structures(changes.changed_structures, source=None, by=by, now=now)
    group_ids = work.sheets.add_groups(_groups(work, changes))
    real = _Ids(
        {temporary.id: id_ for temporary, id_ in zip(changes.new_structures, structure_ids, strict=True)},
        {temporary: id_ for (temporary, _), id_ in zip(changes.new_groups, group_ids, strict=True)},
    )
    people_ids = work.sheets.add_people([real.settle(person) for person in changes.new_people], source=source, by=by, now=now)
    work.sheets.change_people([real.settle(person) for person in changes.changed_people], by=by, now=now)
    outcome = changes.outcome
    detail = (
        f"people +{outcome.people_added} ~{outcome.people_changed}; structures +{outcome.structures_added} ~{outcome.structures_changed}"
    )
    work.journal.note(account_id=account.id if account else None, verb="import", noun="directory", noun_id=None, now=now, detail=detail)
    known_people, known_structures = {p.id: p for p in before.people}, {s.id: s for s in before.structures}
    return ImportTrace(
        people_added=people_ids,
        structures_added=structure_ids,
        groups_added=group_ids,
        neighbourhoods_added=tuple(one.name for one in neighbourhoods),
        people_before=tuple(known_people[person.id] for person in changes.changed_people),
        structures_before=tuple(known_structures[structure.id] for structure in changes.changed_structures),
        directory_version=work.directory.vocabulary_version(),
        outcome=outcome,
        later=len(plan.doubts) - len(choices),
    )


def undo_import(work: UnitOfWork, account: Account, import_id: int, *, now: datetime) -> DirectoryImport:
    """Takes a kept import back. Raises NotAllowed, NothingToUndo, UndoTooLate, DirectoryMoved (something used or changed it since)."""
    may_import(account)
    one = work.imports.get(import_id)
    if one is None or one.state is not ImportState.KEPT:
        raise NothingToUndo
    if one.trace is None or now - one.touched_at > UNDO_WINDOW:  # the trace goes once it is too late
        raise UndoTooLate(one.touched_at)
    trace = one.trace
    if work.directory.vocabulary_version() != trace.directory_version:
        raise DirectoryMoved
    work.sheets.change_people(trace.people_before, by=account.person_id, now=now)
    work.sheets.change_structures(trace.structures_before, source=None, by=account.person_id, now=now)
    if not work.sheets.remove_unused(
        people=trace.people_added, structures=trace.structures_added, groups=trace.groups_added, since=one.touched_at
    ):
        raise DirectoryMoved
    for name in trace.neighbourhoods_added:
        work.sheet_changes.drop_neighbourhood(name)
    work.journal.note(account_id=account.id, verb="undo import", noun="directory", noun_id=import_id, now=now)
    return work.imports.save(_ended(one, ImportState.UNDONE, now=now))


class _Ids:
    """The ids that the database gave, by the temporary ones."""

    def __init__(self, structures: dict[int, int], groups: dict[int, int]) -> None:
        self._structures, self._groups = structures, groups

    def settle(self, person: KnownPerson) -> KnownPerson:
        """The same sheet, pointing to what exists."""
        real = self._structures
        mandates = tuple(replace(m, structure_id=real.get(m.structure_id or 0, m.structure_id)) for m in person.mandates)
        return replace(person, mandates=mandates, group_ids=tuple(sorted(self._groups.get(g, g) for g in person.group_ids)))


def _groups(work: UnitOfWork, changes: SheetChanges) -> list[Group]:
    taken = {group.code for group in work.directory.groups()}
    made: list[Group] = []
    for _, name in changes.new_groups:
        code = code_of_name(name, taken=taken)
        taken.add(code)
        made.append(Group(id=0, name=name, kind=kind_of_name(name), code=code))
    return made


def _open_one(work: UnitOfWork, account: Account, seen: tuple[int, int]) -> DirectoryImport:
    import_id, version = seen
    one = own_import(work, account, import_id)
    if one.state is not ImportState.OPEN:
        raise DraftGone
    if one.version != version:
        raise DraftMoved
    return one


def _ended(one: DirectoryImport, state: ImportState, *, now: datetime, trace: ImportTrace | None = None) -> DirectoryImport:
    """Without what the file said: the directory holds it now, or nobody does."""
    return replace(one, state=state, plan=ImportPlan(read=one.plan.read), taken=(), trace=trace, touched_at=now)
