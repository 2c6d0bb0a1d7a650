"""How `sample.docx` was made: our template under the names that people write; `python -m doc_templates.minutes.make_sample`."""

from __future__ import annotations

from pathlib import Path

from doc_templates.engine import template_of
from doc_templates.minutes.blanks import BLANKS
from doc_templates.sample import translated


def make_sample() -> bytes:
    """The sample as bytes."""
    return translated(template_of("minutes"), BLANKS)


if __name__ == "__main__":
    Path(__file__).with_name("sample.docx").write_bytes(make_sample())
