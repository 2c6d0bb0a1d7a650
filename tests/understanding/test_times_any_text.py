"""Times in any text at all: nothing raises, nothing is slow, places lie inside the text."""

from __future__ import annotations

import random
import time
from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.times import find_times
from bot.understanding.tokens import tokenize
from tests.understanding.time_phrases import FUTURE, HOURS, HURRIED, LENGTHS, NO_TIME, PAST, REPEATED

NOW = datetime(2026, 3, 11, 18, 30, tzinfo=ZoneInfo("Europe/Paris"))
PHRASES = tuple(phrase for table in (PAST, FUTURE, HURRIED, HOURS, LENGTHS, REPEATED) for phrase, _ in table)
PIECES = sorted({word for phrase in (*PHRASES, *NO_TIME) for word in phrase.split()} | {"\n", ",", "-", "31", "99", "24h", "0", "9" * 20})
moments = st.datetimes(min_value=datetime(1950, 1, 1), max_value=datetime(2150, 1, 1), timezones=st.just(ZoneInfo("Europe/Paris")))


def spans_are_right(text: str, now: datetime) -> None:
    tokens = tokenize(text)
    found = find_times(tokens, now)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(tokens[mention.first].start == mention.start and tokens[mention.last - 1].end == mention.end for mention in found)
    assert all(mention.days is None or mention.days.first <= mention.days.last for mention in found)


@given(st.text(max_size=200), moments)
def test_arbitrary_unicode(text: str, now: datetime) -> None:
    spans_are_right(text, now)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=25), moments)
def test_recombined_fragments(pieces: list[str], now: datetime) -> None:
    spans_are_right(" ".join(pieces), now)


@given(
    st.sampled_from(PHRASES),
    st.sampled_from(["Bonjour Karim. ", "Copil CLS ok !\n", "✅ ", "Sophie Martin, Inès Colin\n", "x" * 50 + "\n"]),
)
def test_words_before_do_not_change_the_reading(phrase: str, before: str) -> None:
    alone = find_times(tokenize(phrase), NOW)
    after = find_times(tokenize(before + phrase), NOW)
    assert [(m.kind, m.days, m.starts, m.ends, m.seconds, m.start + len(before)) for m in alone] == [
        (m.kind, m.days, m.starts, m.ends, m.seconds, m.start) for m in after
    ]


NAMED = ("de ", "9", "le 1 ", "le 1")
OTHERS = (
    "14h ",
    "lundi ",
    "1/",
    "un et ",
    "du 1 au ",
    "à ",
    "3 x ",
    "fin ",
    "1.",
    "12 janvier ",
    "la veille de ",
    "(",
    "2h et ",
    "le 1 et ",
    "é́",
)


def seconds(text: str) -> float:
    """The least processor time of five readings."""
    spent = []
    for _ in range(5):
        began = time.process_time()
        find_times(tokenize(text), NOW)
        spent.append(time.process_time() - began)
    return min(spent)


@pytest.mark.parametrize("piece", NAMED)
@pytest.mark.bench
def test_4096_characters_take_less_than_50_ms(piece: str) -> None:
    assert seconds((piece * 4096)[:4096]) < 0.05


@pytest.mark.bench
def test_a_mixed_message_of_4096_characters_takes_less_than_50_ms() -> None:
    assert seconds(" ".join(random.Random(7).choices(PIECES, k=1200))[:4096]) < 0.05


@pytest.mark.parametrize("piece", OTHERS)
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    short, long = (piece * 4096)[:1024], (piece * 4096)[:4096]
    assert seconds(long) < max(8 * seconds(short), 0.02)
