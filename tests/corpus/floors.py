"""How many answers are right, slot by slot; `python -m tests.corpus.floors` raises the floors that the tests hold, and lowers none."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.corpus.adapter import read
from tests.corpus.judge import judged

DATA = Path(__file__).parent / "data"
TERRITORY: dict[str, Any] = json.loads((DATA / "territoire_corpus.json").read_text(encoding="utf-8"))


def right_answers(corpus: str) -> dict[str, int]:
    """Right answers in each slot of `data/<corpus>.jsonl`, whole messages under « perfect »."""
    lines = [json.loads(line) for line in (DATA / f"{corpus}.jsonl").read_text(encoding="utf-8").splitlines()]
    return judged(lines, lambda line: read(line["text"], datetime.fromisoformat(line["sent_at"]), line["author"], TERRITORY))


def raise_floors() -> None:
    """Writes the best of what stood and what is reached now."""
    path = DATA / "floors.json"
    stood = json.loads(path.read_text(encoding="utf-8"))
    for corpus in sorted(one.stem for one in DATA.glob("messages_*.jsonl")):
        now, before = right_answers(corpus), stood.get(corpus, {})
        stood[corpus] = {slot: max(now.get(slot, 0), before.get(slot, 0)) for slot in sorted(now | before)}
        print(corpus, "whole messages:", now["perfect"], "floor:", stood[corpus]["perfect"])
    path.write_text(json.dumps(stood, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise_floors()
