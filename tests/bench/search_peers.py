"""What the search is compared with in the same run: RapidFuzz over everything, SQLite's trigrams, tantivy with and without a rerank."""

from __future__ import annotations

import re
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.finding import Index, Sheet
from bot.french.folding import fold

SHOWN = 3
_WORD = re.compile(r"\w+")


class Peer(ABC):
    """Something that finds sheets, by their places."""

    name: str
    slow = False  # asked a part of the queries only

    @abstractmethod
    def __init__(self, sheets: Sequence[Sheet]) -> None: ...

    @abstractmethod
    def find(self, query: str) -> list[int]:
        """The first sheets found, best first."""


def _label(sheet: Sheet) -> str:
    return fold(sheet.label)


def _rest(sheet: Sheet) -> str:
    return fold(" ".join((*sheet.functions, *(way for s in sheet.structures for way in (s.name, *s.aliases)), *sheet.communes)))


class Ours(Peer):
    """The search of the house."""

    name = "Maillon"

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self.index = Index(sheets)
        self._places = {(sheet.kind, sheet.id): place for place, sheet in enumerate(sheets)}

    def find(self, query: str) -> list[int]:
        """As the bot asks it."""
        return [self._places[(hit.sheet.kind, hit.sheet.id)] for hit in self.index.find(query, limit=SHOWN).hits]


class WRatioOfLabels(Peer):
    """RapidFuzz over the names."""

    name = "WRatio labels"
    slow = True

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._texts = [_label(sheet) for sheet in sheets]

    def find(self, query: str) -> list[int]:
        """The three best of all."""
        return [place for _, _, place in process.extract(fold(query), self._texts, scorer=fuzz.WRatio, limit=SHOWN)]


class WRatioOfSheets(WRatioOfLabels):
    """RapidFuzz over all that a sheet says."""

    name = "WRatio sheets"

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._texts = [f"{_label(sheet)} {_rest(sheet)}" for sheet in sheets]


class Trigrams(Peer):
    """SQLite FTS5 with its trigram tokenizer, any trigram of the query, the name counting most."""

    name = "FTS5 trigram"
    slow = True

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._base = sqlite3.connect(":memory:")
        self._base.execute("CREATE VIRTUAL TABLE sheets USING fts5(label, rest, tokenize='trigram')")
        self._base.executemany(
            "INSERT INTO sheets(rowid, label, rest) VALUES (?, ?, ?)", ((k, _label(s), _rest(s)) for k, s in enumerate(sheets))
        )

    def find(self, query: str) -> list[int]:
        """By BM25."""
        plain = fold(query)
        parts = {plain[k : k + 3] for k in range(len(plain) - 2)}
        asked = " OR ".join('"' + part.replace('"', '""') + '"' for part in sorted(parts)) or '"' + plain.replace('"', "") + '"'
        rows = self._base.execute("SELECT rowid FROM sheets WHERE sheets MATCH ? ORDER BY bm25(sheets, 3.0, 1.0) LIMIT ?", (asked, SHOWN))
        return [row[0] for row in rows]


class Tantivy(Peer):
    """tantivy, each word as written, as a beginning and with one or two slips."""

    name = "tantivy"
    taken = SHOWN

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        import tantivy

        self._tantivy = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("label", stored=False)
        builder.add_text_field("rest", stored=False)
        builder.add_integer_field("place", stored=True, fast=True)
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema)
        writer = self._index.writer(64_000_000, 1)
        for place, sheet in enumerate(sheets):
            writer.add_document(tantivy.Document(label=_label(sheet), rest=_rest(sheet), place=place))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def find(self, query: str) -> list[int]:
        """By BM25 of what is written, a constant for what is near."""
        t, schema = self._tantivy, self._schema
        should = []
        for word in _WORD.findall(fold(query)):
            for field, boost in (("label", 2.0), ("rest", 1.0)):
                should.append((t.Occur.Should, t.Query.boost_query(t.Query.term_query(schema, field, word), boost)))
                slips = 0 if len(word) < 3 else 1 if len(word) < 6 else 2
                for prefix in (False, True):
                    near = t.Query.fuzzy_term_query(schema, field, word, distance=min(slips, 1) if prefix else slips, prefix=prefix)
                    should.append((t.Occur.Should, t.Query.boost_query(near, boost)))
        if not should:
            return []
        hits = self._searcher.search(t.Query.boolean_query(should), self.taken, count=False).hits
        return [self._searcher.doc(address)["place"][0] for _, address in hits]


class TantivyReranked(Tantivy):
    """The same with its first hundred looked at again, word by word."""

    name = "tantivy + rerank"
    taken = 100

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        super().__init__(sheets)
        self._words = [(_WORD.findall(_label(sheet)), _WORD.findall(_rest(sheet))) for sheet in sheets]

    def find(self, query: str) -> list[int]:
        """The mean, over the words typed, of the nearest word of the sheet, the name's a little more."""
        words = _WORD.findall(fold(query))
        found = super().find(query)
        return sorted(found, key=lambda place: -self._score(words, place))[:SHOWN]

    def _score(self, words: list[str], place: int) -> float:
        label, rest = self._words[place]
        total = 0.0
        for word in words:
            best = 0.0
            for known, weight in ((label, 1.0), (rest, 0.95)):
                for other in known:
                    near = OSA.normalized_similarity(word, other)
                    if other.startswith(word):
                        near = max(near, 0.8 + 0.2 * len(word) / len(other))
                    best = max(best, near * weight)
            total += best
        unsaid = sum(1 for other in label if other not in words)
        return total / max(1, len(words)) - 0.01 * unsaid


PEERS: tuple[type[Peer], ...] = (Ours, WRatioOfLabels, WRatioOfSheets, Trigrams, Tantivy, TantivyReranked)
