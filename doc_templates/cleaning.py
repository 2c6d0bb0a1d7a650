"""Which characters may reach Word: no control, no direction override, no half surrogate, no emoji (blank in LibreOffice's PDF)."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

_FORBIDDEN = re.compile(
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f"  # controls, line feed excepted
    "\ud800-\udfff"  # half surrogates
    "\ufdd0-\ufdef\ufffe\uffff\ufeff"  # non-characters and byte order marks
    "\u202a-\u202e\u2066-\u2069"  # direction overrides: they make a name read as another
    "\ufff9-\ufffc"
    "]"
)
_EMOJI = re.compile(
    "["
    "\U0001f000-\U0001faff"
    "\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff"
    "\ufe00-\ufe0f\u200d\u20e3"
    "\U000e0000-\U000e0fff"
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use, and planes without a printable character
    "]+ ?"
)


def clean(text: str) -> str:
    """The text in NFC, lines kept (`\\n`), page and column breaks too, tabs as spaces, forbidden characters left out."""
    text = re.sub("\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _EMOJI.sub("", _FORBIDDEN.sub("", text)))


def clean_all(value: Any) -> Any:
    """The same for every string of a JSON-like value. Raises TypeError for anything that JSON does not know."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool | int | None):
        return value
    if isinstance(value, dict):
        return {str(key): clean_all(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [clean_all(item) for item in value]
    raise TypeError(f"a template takes plain values, not {type(value).__name__}")
