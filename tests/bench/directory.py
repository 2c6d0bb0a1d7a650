"""How well and how fast the directory is searched, beside its peers in the same run: `python -m tests.bench.directory`.

`--sizes 1600 16000 160000 --seed N --queries K` (of each kind; slow peers are asked `--slow-queries` of them). One made directory a
size, typed queries of fourteen kinds, absent names. PostgreSQL's pg_trgm is left out: it asks for a server with an extension that this
house does not require.
"""

from __future__ import annotations

import argparse
import gc
import random
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from resource import getpagesize

from bot.finding import Index, Sheet
from bot.finding.entries import Entries
from tests.bench.made_directory import make_directory
from tests.bench.search_peers import PEERS, SHOWN, Ours, Peer
from tests.bench.typed_queries import Query, Typist

_WITHOUT_LEXICON = "synonym or sigle"


@dataclass(slots=True)
class Marks:
    """What one peer made of the queries."""

    first: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    shown: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    took: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)  # of the processor: what the machine's other guests do not lengthen

    def share(self, marks: dict[str, list[bool]], kind: str | None) -> float:
        """Of all kinds but the one that needs a lexicon when `kind` is None; in percent."""
        all_marks = marks[kind] if kind else [mark for one, several in marks.items() if one != _WITHOUT_LEXICON for mark in several]
        return 100 * sum(all_marks) / max(1, len(all_marks))

    def percentile(self, share: float, *, worked: bool = False) -> float:
        """In milliseconds."""
        times = sorted(self.worked if worked else self.took)
        return times[min(len(times) - 1, int(share * len(times)))] * 1e3


def _memory() -> float:
    """What this process holds, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * getpagesize() / 1e6


def _ask(peer: Peer, queries: Sequence[Query], *, sheets: Sequence[Sheet], misses: int = 0) -> Marks:
    marks = Marks()
    for query in queries:
        worked, began = time.thread_time(), time.perf_counter()
        found = peer.find(query.text)
        marks.took.append(time.perf_counter() - began)
        marks.worked.append(time.thread_time() - worked)
        marks.first[query.kind].append(bool(found) and found[0] in query.right)
        marks.shown[query.kind].append(not query.right.isdisjoint(found[:SHOWN]))
        if misses and not marks.first[query.kind][-1]:
            right, taken = ([sheets[place].label for place in places] for places in (sorted(query.right)[:2], found[:1]))
            print(f"    missed ({query.kind}): {query.text} → {', '.join(taken)}, not {', '.join(right)}")
    return marks


def _table(asked: dict[str, Marks], kinds: Sequence[str]) -> None:
    print(f"{'first % / among three %':<26}" + "".join(f"{name:>18}" for name in asked))
    for kind in (*kinds, None):
        cells = [f"{marks.share(marks.first, kind):.1f} / {marks.share(marks.shown, kind):.1f}" for marks in asked.values()]
        print(f"{kind or 'all but synonym or sigle':<26}" + "".join(f"{cell:>18}" for cell in cells))
    for label, share, worked in (("p50 ms", 0.5, False), ("p95 ms", 0.95, False), ("p95 ms of the processor", 0.95, True)):
        print(f"{label:<26}" + "".join(f"{marks.percentile(share, worked=worked):>18.2f}" for marks in asked.values()))


def run(size: int, args: argparse.Namespace) -> None:
    """One size: make, build, ask, tell."""
    rng = random.Random(f"{args.seed}-{size}")
    directory = make_directory(size, rng)
    typist = Typist(directory, rng)
    queries = typist.queries(args.queries)
    kinds = tuple(dict.fromkeys(query.kind for query in queries))
    fewer = [query for kind in kinds for query in [q for q in queries if q.kind == kind][: args.slow_queries]]
    print(f"\n== {size:,} people, {len(directory.sheets) - size:,} structures, {len(queries)} queries, seed {args.seed}")
    asked: dict[str, Marks] = {}
    for make in PEERS:
        if args.ours and make is not Ours:
            continue
        gc.collect()
        held, began = _memory(), time.perf_counter()
        try:
            peer = make(directory.sheets)
        except ImportError as missing:
            print(f"{make.name}: left out ({missing})")
            continue
        took = time.perf_counter() - began
        print(f"{make.name}: built in {took * 1e3:.0f} ms, {max(0.0, _memory() - held):.0f} MB")
        asked[make.name] = _ask(peer, fewer if make.slow else queries, sheets=directory.sheets, misses=args.misses if make is Ours else 0)
        if isinstance(peer, Ours):
            _about_ours(peer.index, directory.sheets, typist.absent(args.absent))
        del peer
    _table(asked, kinds)
    if not args.ours:
        ratio = asked["WRatio labels"].percentile(0.95, worked=True) / asked["Maillon"].percentile(0.95, worked=True)
        print(f"p95 of the processor, WRatio over labels / ours: {ratio:.1f}")


def _about_ours(index: Index, sheets: Sequence[Sheet], absent: Sequence[str]) -> None:
    wrong = [(name, answer) for name in absent if (answer := index.find(name)).confident]
    print(f"    absent names without a confident answer: {100 * (1 - len(wrong) / max(1, len(absent))):.1f} % of {len(absent)}")
    for name, answer in wrong[:8]:
        print(f"      {name} → {answer.verdict}: {answer.hits[0].sheet.label} ({answer.hits[0].score:.2f})")
    worked, began = time.thread_time(), time.perf_counter()
    Index(sheets)
    took, worked = (time.perf_counter() - began) * 1e3, (time.thread_time() - worked) * 1e3
    entries = Entries(sheets)
    words = len(entries.name_book.words) + len(entries.facet_book.words)  # those written of several glued ones included
    print(f"    rebuilt in {took:.0f} ms ({worked:.0f} of the processor); distinct words {words:,}")


def main() -> None:
    """Read the command line and run each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_600, 16_000, 160_000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--queries", type=int, default=60, help="of each kind")
    parser.add_argument("--slow-queries", type=int, default=15, help="of each kind, for the slow peers")
    parser.add_argument("--absent", type=int, default=300)
    parser.add_argument("--misses", type=int, default=0, help="1: print what ours missed")
    parser.add_argument("--ours", action="store_true", help="without the peers")
    args = parser.parse_args()
    for size in args.sizes:
        run(size, args)


if __name__ == "__main__":
    main()
