"""How fast the ear is: `python -m tests.bench.reader` reads our messages and measures a named peer beside it, in one run on one machine.

The peers look for far less: dateparser's `search_dates` (if installed) finds dates alone, RapidFuzz's `extract` names alone.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from zoneinfo import ZoneInfo

from rapidfuzz import fuzz, process

from bot.demonstration import build, load
from bot.domain.requests import Hearing
from bot.domain.vocabulary import Vocabulary
from bot.understanding.index import VocabularyIndex, compile_index
from bot.understanding.reader import read
from storage.engine import open_store, upgrade
from storage.territories import create_territory

DATA = Path(__file__).parents[1] / "corpus" / "data"
NOW = datetime(2026, 12, 9, 18, 30, tzinfo=ZoneInfo("Europe/Paris"))
SHORT = 80  # characters
LENGTHS = (1024, 2048, 4096)
PIECES = (
    *("de ", "et ", "a b ", "1 ", "7", "le 1 ", "2h de prépa ", "lundi 14h ", "14h-16h ", "1h + ", "3 x 1h ", "12/01 ", "du 3 au 7 mars "),
    *("Marie Martin ", "M. ", "Mme ", "CCAS de ", "GT Diabète ", "présents : ", "excusé ", "- a\n", "\n", "🙂", "é́", "l'", "((a", "a@b.c "),
)

Reading = Callable[[str], object]


def main() -> None:
    """Measures, prints."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.reader", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="repeats each measure and keeps the best (busy machines)")
    rounds: int = parser.parse_args().rounds
    vocabulary = reference_vocabulary()
    index = compile_index(vocabulary)
    laid_out = 1000 * least(partial(compile_index, vocabulary), rounds)
    print(f"{len(vocabulary.people)} people, {len(vocabulary.structures)} structures, {len(vocabulary.groups)} groups: {laid_out:.0f} ms")
    show_messages(messages(), dict(readings(index)), rounds)
    show_lengths(partial(understand, index=index), rounds)


def reference_vocabulary() -> Vocabulary:
    """The words of the demonstration, as the database gives them."""
    demo = build(until=date(2026, 12, 9))
    with tempfile.TemporaryDirectory(prefix="maillon-bench-", ignore_cleanup_errors=True) as folder:
        url = f"sqlite:///{folder}/maillon.sqlite3"
        upgrade(url)
        store = open_store(url)
        territory = create_territory(store, name=demo.name, organism=demo.organism, zone=demo.zone, communes=demo.communes, axes=demo.axes)
        load(store, demo, territory_id=territory.id, now=datetime.now(UTC))
        with store.read(territory.id) as work:
            vocabulary = work.directory.vocabulary()
        store.close()
    return vocabulary


def messages() -> list[str]:
    """All the messages of our corpora, each once."""
    files = (DATA / "messages_dev.jsonl", DATA / "own_messages.jsonl")
    told = [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return list(dict.fromkeys([*told, *(DATA / "negatives.txt").read_text(encoding="utf-8").split("\n")]))


def understand(text: str, index: VocabularyIndex) -> object:
    """The whole reader."""
    return read(text, Hearing(now=NOW, author_id=1), index)


def readings(index: VocabularyIndex) -> Iterator[tuple[str, Reading]]:
    """Ours and those of the peers that are installed."""
    yield "Maillon, everything", partial(understand, index=index)
    labels = [named.name for several in (index.groups, index.structures) for named in several.values()]
    labels += [person.full_name for person in index.people.values()]
    yield f"RapidFuzz extract, {len(labels)} names", lambda text: process.extract(text, labels, scorer=fuzz.partial_ratio, limit=5)
    if find_spec("dateparser") is not None:
        search_dates = import_module("dateparser.search").search_dates
        settings = {"RELATIVE_BASE": NOW.replace(tzinfo=None)}
        yield "dateparser search_dates, dates alone", lambda text: search_dates(text, languages=["fr"], settings=settings)


def least(call: Callable[[], object], rounds: int) -> float:
    """The least processor time of several calls, in seconds."""
    spent = []
    for _ in range(rounds):
        began = time.process_time()
        call()
        spent.append(time.process_time() - began)
    return min(spent)


def costs(texts: Sequence[str], reading: Reading, rounds: int) -> list[float]:
    """The milliseconds that each text takes: all are read in turn, several times, and the best of each is kept."""
    spent = [[1000 * least(partial(reading, text), 1) for text in texts] for _ in range(rounds)]
    return [min(several) for several in zip(*spent, strict=True)]


def show_messages(texts: Sequence[str], by_name: dict[str, Reading], rounds: int) -> None:
    """One line a reader: medians, 95th percentile, and how many times as long as ours."""
    print(f"\n{len(texts)} messages, milliseconds{'median':>33}{'short':>8}{'p95':>8}{'× ours':>8}")
    ours = 0.0
    for name, reading in by_name.items():
        spent = costs(texts, reading, rounds)
        short = [cost for text, cost in zip(texts, spent, strict=True) if len(text) < SHORT]
        median, high = statistics.median(spent), statistics.quantiles(spent, n=20)[-1]
        ours = ours or median
        print(f"{name:<52}{median:8.2f}{statistics.median(short):8.2f}{high:8.2f}{median / ours:8.1f}")


def show_lengths(reading: Reading, rounds: int) -> None:
    """One line for each piece repeated up to a length, dearest first; linear is 2.0 in the last column."""
    rows = []
    for piece in PIECES:
        spent = [1000 * least(partial(reading, (piece * length)[:length]), rounds) for length in LENGTHS]
        rows.append((spent, piece))
    print("\nrepeated to characters" + "".join(f"{length:>9}" for length in LENGTHS) + "  4096 / 2048")
    for spent, piece in sorted(rows, key=lambda row: -row[0][-1]):
        print(f"{piece!r:<22}" + "".join(f"{cost:9.1f}" for cost in spent) + f"{spent[-1] / max(spent[-2], 0.01):13.1f}")


if __name__ == "__main__":
    main()
