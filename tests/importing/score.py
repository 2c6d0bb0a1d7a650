"""How well directory files are read, against what is true of them: `python -m tests.importing.score [FILE TRUTH]`.

Definitions. A truth names people (first, last, structure, role, phone, email, insee, groups). Each person of the plan stands for the true
person whose mail or phone she bears, else whose name (accents, capitals and order aside) and structure are hers.
- people found: true people for whom at least one person of the plan stands, with the same name, over true people.
- duplicates, precision and recall: over pairs of rows. A pair is found when the plan put both rows in one person; true when both belong to
  the same true person: `row_people` of the truth says so, else the mail, phone or name of the person that the plan made of each row.
- phones, communes: true people found whose main phone (any of her phones) or INSEE code is the true one, over those who have one.
- structures: rows (people) whose structure sheet is the one that most people of the true structure share, and of no other true structure.
- groups: true memberships found, and those found that are true (F1).
- rows accounted for: rows that stand in a person, a structure or what is left aside, over rows read.
"""

from __future__ import annotations

import json
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from bot.communes import communes_of_epci
from bot.domain.directory import WholeDirectory
from bot.domain.directory_imports import ImportPlan, ProposedPerson, RowPlace
from bot.importing import plan_import

EXAMPLE = Path(__file__).parents[2].parent / "shared" / "data" / "annuaire_exemple"
TERRITORY = ("200066918", "200035129")


def sheets() -> WholeDirectory:
    """The directory of the reference territory, still empty."""
    return WholeDirectory(communes=tuple(c.insee for code in TERRITORY for c in communes_of_epci(code)))


def plain(text: str) -> str:
    """Folded words, sorted."""
    folded = "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(sorted("".join(c if c.isalnum() else " " for c in folded).split()))


@dataclass(slots=True)
class Score:
    """The figures of one file, 0 to 1; `seconds` of reading and planning."""

    people: float
    precision: float
    recall: float
    phones: float
    communes: float
    structures: float
    groups: float
    accounted: float
    doubts: int
    seconds: float

    def line(self) -> str:
        """For people to read."""
        told = {
            name: getattr(self, name)
            for name in ("people", "precision", "recall", "phones", "communes", "structures", "groups", "accounted")
        }
        return "  ".join(f"{name} {100 * value:.2f} %" for name, value in told.items()) + f"  doubts {self.doubts}  {self.seconds:.2f} s"


def score(name: str, content: bytes, truth: dict[str, Any]) -> Score:
    """The figures of a file."""
    began = time.perf_counter()
    plan = plan_import(name, content, sheets())
    seconds = time.perf_counter() - began
    true_people: list[dict[str, Any]] = truth["people"]
    stands = _stands_for(plan, true_people)
    found = {t: p for p, t in stands.items() if t is not None}
    named = sum(_same_name(plan.people[p], true_people[t]) for t, p in found.items())
    true_pairs, found_pairs = _pairs(plan, stands, truth)
    hits = len(true_pairs & found_pairs)
    return Score(
        people=named / len(true_people),
        precision=hits / len(found_pairs) if found_pairs else 1.0,
        recall=hits / len(true_pairs) if true_pairs else 1.0,
        phones=_share(
            [
                (true_people[t]["phone"], plan.people[p].phones)
                for t, p in found.items()
                if true_people[t]["phone"] and plan.people[p].phones
            ]
        ),
        communes=_share([(true_people[t]["insee"], (plan.people[p].commune,)) for t, p in found.items() if true_people[t]["insee"]]),
        structures=_structures(plan, true_people, found),
        groups=_groups(plan, true_people, found),
        accounted=_accounted(plan),
        doubts=len(plan.doubts),
        seconds=seconds,
    )


def _stands_for(plan: ImportPlan, people: list[dict[str, Any]]) -> dict[int, int | None]:
    by_mail = {p["email"]: i for i, p in enumerate(people) if p["email"]}
    by_phone = {p["phone"]: i for i, p in enumerate(people) if p["phone"]}
    by_name = defaultdict(list)
    for i, p in enumerate(people):
        by_name[plain(f"{p['first']} {p['last']}")].append(i)
    stands: dict[int, int | None] = {}
    for index, person in enumerate(plan.people):
        marks = Counter([by_mail[m] for m in person.emails if m in by_mail] + [by_phone[n] for n in person.phones if n in by_phone])
        names = by_name.get(plain(f"{person.first_name} {person.last_name}"), [])
        stands[index] = marks.most_common(1)[0][0] if marks else names[0] if len(names) == 1 else None
    return stands


def _same_name(person: ProposedPerson, true: dict[str, Any]) -> bool:
    """The last name is the true one; the first too, or its initial where the file says no more."""
    if plain(person.last_name) != plain(true["last"]):
        return False
    first, said = plain(true["first"]), plain(person.first_name)
    return said == first or (all(len(word) == 1 for word in said.split()) and first.startswith(said[:1]))


def _pairs(plan: ImportPlan, stands: dict[int, int | None], truth: dict[str, Any]) -> tuple[set[Any], set[Any]]:
    rows_of_true: dict[int, list[RowPlace]] = defaultdict(list)
    told = truth.get("row_people")
    if told is not None:
        for number, index in told.items():
            rows_of_true[index].append(RowPlace(number=int(number)))
    else:
        for p, t in stands.items():
            if t is not None:
                rows_of_true[t] += plan.people[p].rows
    key = lambda row: (row.sheet or "", row.number)  # noqa: E731
    true_pairs = {pair for rows in rows_of_true.values() for pair in combinations(sorted(rows, key=key), 2)}
    found_pairs = {pair for person in plan.people for pair in combinations(sorted(person.rows, key=key), 2)}
    if told is not None:
        found_pairs = {(RowPlace(number=a.number), RowPlace(number=b.number)) for a, b in found_pairs}
    return true_pairs, found_pairs


def _share(pairs: list[tuple[str, tuple[str | None, ...]]]) -> float:
    return sum(true in said for true, said in pairs) / len(pairs) if pairs else 1.0


def _structures(plan: ImportPlan, people: list[dict[str, Any]], found: dict[int, int]) -> float:
    of_true: dict[str, Counter[int | None]] = defaultdict(Counter)
    of_found: dict[int | None, Counter[str]] = defaultdict(Counter)
    lines = [(people[t]["structure"], m.structure) for t, p in found.items() for m in plan.people[p].mandates[:1] if people[t]["structure"]]
    for true, sheet in lines:
        of_true[true][sheet] += 1
        of_found[sheet][true] += 1
    right = [of_true[true].most_common(1)[0][0] == sheet and of_found[sheet].most_common(1)[0][0] == true for true, sheet in lines]
    return sum(right) / len(right) if right else 1.0


def _groups(plan: ImportPlan, people: list[dict[str, Any]], found: dict[int, int]) -> float:
    hits = said = true = 0
    for t, p in found.items():
        mine = {plain(plan.groups[g].name) for g in plan.people[p].groups}
        wanted = {plain(name) for name in people[t]["groups"]}
        hits, said, true = hits + len(mine & wanted), said + len(mine), true + len(wanted)
    return 2 * hits / (said + true) if said + true else 1.0


def _accounted(plan: ImportPlan) -> float:
    rows = {row for person in plan.people for row in person.rows} | {row for s in plan.structures for row in s.rows}
    return (len(rows) + len(plan.aside)) / plan.read


def main() -> None:
    """Scores the two reference files, or the one named."""
    given = sys.argv[1:]
    files = (
        [(Path(given[0]), Path(given[1]))]
        if given
        else [(EXAMPLE / f"annuaire.{kind}", EXAMPLE / "verite.json") for kind in ("csv", "xlsx")]
    )
    for path, truth in files:
        print(path.name, score(path.name, path.read_bytes(), json.loads(truth.read_text(encoding="utf-8"))).line())


if __name__ == "__main__":
    main()
