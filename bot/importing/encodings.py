"""In which encoding a text was written: the marks at its head, else the reading that looks most like French."""

from __future__ import annotations

import codecs
import re

from bot.domain.directory_imports import FileProblem
from bot.domain.errors import FileRefused

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ONE_BYTE = ("cp1252", "mac-roman", "cp850", "latin-1")
_FRENCH = re.compile(r"[a-z](?:[éèêëàâçîïôûùœ])|[éèêëàâçîïôûù][a-z]|\b[ÉÈÀÇÎÔ][a-zA-Z]|[A-Z][ÉÈÊËÀÇÎÏÔ]|[ldLD]’[A-Za-zé]|[«»–]")
_ODD = re.compile(
    r"[\x80-\x9f¬©®ŽÐÞþßýÝ¥§¶†‡‰‹›™¢£¤¦ˆ‚„ƒ¸¨ºª‘“”•÷±¿¡░▒▓│┤╡╢╖╕╣║╗╝┐└┴┬├─┼╚╔╩╦╠═╬┘┌█▄▀■]|[a-z][ÀÈÉÊËÎÏÔÇÙÛŒ][a-z]|[a-z][ÈÉÊËÎÏÔ]\b"
)
_SAMPLE = 400_000


def decoded(content: bytes) -> str:
    """The text of a file. Raises FileRefused when no reading gives words."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding)
    without_mark = _wide_without_mark(content)
    if without_mark is not None:
        return _strictly(content, without_mark)
    if content.count(b"\x00") > len(content) // 100:
        raise FileRefused(FileProblem.DAMAGED)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    sample = content[:_SAMPLE]
    best = max(_ONE_BYTE, key=lambda encoding: _looks_french(sample.decode(encoding, errors="replace")))
    return content.decode(best, errors="replace")


def _wide_without_mark(content: bytes) -> str | None:
    head = content[:4000]
    if len(head) < 4:
        return None
    for encoding, blanks in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if blanks.count(0) > 0.6 * len(blanks):
            return encoding
    return None


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as broken:
        raise FileRefused(FileProblem.DAMAGED) from broken


def _looks_french(text: str) -> int:
    return len(_FRENCH.findall(text)) - 3 * len(_ODD.findall(text)) - 5 * text.count("\ufffd")
