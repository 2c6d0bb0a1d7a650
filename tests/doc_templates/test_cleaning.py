"""Which characters reach Word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from doc_templates.cleaning import clean, clean_all


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\x07c", "abc"),
        ("a\tb", "a b"),
        ("a\r\nb\rc\x0bd\x0ce\u2028f", "a\nb\nc\nd\ne\nf"),
        ("\ud83d x \udcff", " x "),
        ("\u202egnol\u2069", "gnol"),
        ("Bravo 🎉🎉 à tous ❤️", "Bravo à tous "),
        ("👩🏽‍⚕️ soins", "soins"),
        ("e\u0301te\u0301", "été"),
        ("\ufeffœ Ÿ № CO₂ – « » → ½ ™", "œ Ÿ № CO₂ – « » → ½ ™"),
        ("שרה مركز", "שרה مركز"),
    ],
)
def test_what_stays(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(st.text(alphabet=st.characters(), max_size=100))
def test_everything_that_stays_fits_in_xml(text: str) -> None:
    element = etree.Element("t")
    element.text = clean(text)
    assert etree.fromstring(etree.tostring(element)).text in (element.text, None)
    assert clean(clean(text)) == clean(text)


def test_all_strings_are_cleaned_and_nothing_else_passes() -> None:
    assert clean_all({"a": ["x\x00", {"b": "\u202ey"}], "c": True, "d": 3}) == {"a": ["x", {"b": "y"}], "c": True, "d": 3}
    with pytest.raises(TypeError, match="object"):
        clean_all({"a": object()})
