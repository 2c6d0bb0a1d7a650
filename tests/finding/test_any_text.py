"""Any text may be typed and any text may stand in a sheet: nothing is raised, and the time grows no faster than the text."""

from __future__ import annotations

import time

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.domain.vocabulary import StructureWords
from bot.finding import Index, Sheet, SheetKind
from bot.finding.letters import LetterTable
from bot.finding.wordbook import WordBook
from bot.french.sounds import sound
from tests.finding.by_hand import hamlet, labels

VILLAGE = Index(hamlet())
ANY = st.text(max_size=60)
WORD = st.text(alphabet="abcdelrtuéß1-", min_size=1, max_size=9)


@given(ANY)
@settings(max_examples=300, deadline=None)
def test_any_question_is_answered(typed: str) -> None:
    answer = VILLAGE.find(typed)
    assert (len(answer.hits) == 0) == (answer.verdict == "nobody")
    assert VILLAGE.find(typed) == answer


@given(first=ANY, last=ANY, function=ANY, structure=ANY, commune=ANY)
@settings(max_examples=150, deadline=None)
def test_any_sheet_is_taken(first: str, last: str, function: str, structure: str, commune: str) -> None:
    made = StructureWords(id=1, name=structure, aliases=(commune,))
    sheet = Sheet(
        kind=SheetKind.PERSON, id=1, first_name=first, last_name=last, functions=(function,), structures=(made,), communes=(commune,)
    )
    index = Index((sheet, Sheet(kind=SheetKind.STRUCTURE, id=1, structures=(made,)), Sheet(kind=SheetKind.PERSON, id=2)))
    for typed in (first, last, f"{first} {last}", f"{last} {structure}", function):
        index.find(typed)


@given(st.text(alphabet="abcdefghilmnoprstuv", min_size=3, max_size=10), st.text(alphabet="abcdefghilmnoprstuv", min_size=3, max_size=10))
@settings(max_examples=150, deadline=None)
def test_whoever_is_in_is_found_by_her_whole_name(first: str, last: str) -> None:
    assume(first != last)  # « pmi pmi » says a structure twice
    sheet = Sheet(kind=SheetKind.PERSON, id=99, first_name=first.capitalize(), last_name=last.capitalize())
    assert labels(Index((*hamlet(), sheet)).find(sheet.label))[0] == sheet.label


@given(st.lists(WORD, max_size=30), WORD, st.sampled_from((1, 2)))
@settings(max_examples=200, deadline=None)
def test_the_table_of_letters_leaves_no_near_word_out(words: list[str], word: str, slips: int) -> None:
    from rapidfuzz.distance import OSA

    near = [other for other in words if OSA.distance(word, other) <= slips]
    assert set(near) <= set(LetterTable(words).near(word, slips))


@given(st.lists(WORD, min_size=1, max_size=30), WORD)
@settings(max_examples=100, deadline=None)
def test_farther_is_more(words: list[str], word: str) -> None:
    book = WordBook(words)
    near, far = (set(book.matches(word, last=True, reach=reach)) for reach in (0, 2))
    assert near <= far <= set(words)


@given(st.text(max_size=40))
def test_any_word_has_a_sound(word: str) -> None:
    assert (sound(word) == "") == (word == "")


def test_a_text_a_thousand_times_longer_takes_no_time_to_speak_of() -> None:
    def took(typed: str) -> float:
        began = time.perf_counter()
        VILLAGE.find(typed)
        return time.perf_counter() - began

    for piece in ("martin ", "a", "st ", "l'", "a.b.", "é-"):
        assert min(took(piece * 200_000) for _ in range(2)) < 0.5
