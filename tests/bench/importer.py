"""How long a big directory file takes to be planned, and in how much memory: `nice -n 19 python -m tests.bench.importer --rows 100000`.

The aim: 100,000 rows in under 2 minutes (of the processor) and 500 MB, whichever the kind of file. People, structures and communes are
made ones; each row has a phone, a mail, groups; one row in ten says again somebody of the rows above, otherwise written.
"""

from __future__ import annotations

import argparse
import csv
import io
import random
import time
from collections.abc import Iterator
from resource import RUSAGE_SELF, getrusage

import openpyxl

from bot.domain.directory import WholeDirectory
from bot.importing import plan_import
from tests.bench.made_directory import make_directory

_START, _END = "BEGIN:VCARD\r\nVERSION:3.0\r\n", "END:VCARD\r\n"
HEADER = ("Civilité", "NOM", "Prénom", "Structure", "Fonction", "Tél.", "Mail", "Commune", "Groupes", "Remarques")
GROUPS = ("GT Santé mentale", "GT Précarité", "Copil CLS", "GT Accès aux droits", "Commission logement")


def rows(count: int, seed: int) -> Iterator[tuple[str, ...]]:
    """The header and that many rows."""
    rng = random.Random(seed)
    made = list(make_directory(count, rng).sheets[:count])
    yield HEADER
    for number in range(len(made)):
        again = number and rng.random() < 0.1
        rank = rng.randrange(number) if again else number
        said = made[rank]
        last = said.last_name.upper() if rng.random() < 0.5 else said.last_name
        phone = f"{600_000_000 + rank * 7:09}"
        typed = f"0{phone}" if rng.random() < 0.5 else " ".join(("0" + phone)[i : i + 2] for i in range(0, 10, 2))
        mail = f"{said.first_name}.{said.last_name}{rank}@exemple.fr".lower().replace(" ", "")
        groups = "; ".join(rng.sample(GROUPS, rng.randrange(3)))
        yield ("Mme", last, said.first_name, said.structures[0].name, said.functions[0], typed, mail, said.communes[0], groups, "")


def file_of(kind: str, count: int, seed: int) -> bytes:
    """The file."""
    if kind == "csv":
        out = io.StringIO()
        csv.writer(out, delimiter=";").writerows(rows(count, seed))
        return out.getvalue().encode()
    if kind == "vcf":
        said = list(rows(count, seed))[1:]
        return "".join(
            f"{_START}N:{r[1]};{r[2]};;;\r\nORG:{r[3]}\r\nTITLE:{r[4]}\r\nTEL:{r[5]}\r\nEMAIL:{r[6]}\r\n{_END}" for r in said
        ).encode()
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet("Annuaire")
    for row in rows(count, seed):
        page.append(row)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def main() -> None:
    """Read the command line, make the file, plan it, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--kind", choices=("csv", "xlsx", "vcf"), default="csv")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--profile", action="store_true", help="where the time goes")
    args = parser.parse_args()
    content = file_of(args.kind, args.rows, args.seed)
    before = getrusage(RUSAGE_SELF).ru_maxrss / 1e3
    worked, began = time.process_time(), time.perf_counter()
    if args.profile:
        import cProfile

        profile = cProfile.Profile()
        plan = profile.runcall(plan_import, f"a.{args.kind}", content, WholeDirectory())
        profile.print_stats("tottime")
    else:
        plan = plan_import(f"a.{args.kind}", content, WholeDirectory())
    print(
        f"{args.kind}, {args.rows:,} rows, {len(content) / 1e6:.1f} MB: {time.perf_counter() - began:.1f} s "
        f"({time.process_time() - worked:.1f} of the processor), at most {getrusage(RUSAGE_SELF).ru_maxrss / 1e3:.0f} MB "
        f"({before:.0f} before); {len(plan.people):,} people, {len(plan.structures):,} structures, {len(plan.doubts):,} doubts"
    )


if __name__ == "__main__":
    main()
