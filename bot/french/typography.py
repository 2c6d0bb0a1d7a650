"""How French sets its signs: no-break spaces, quotation marks, apostrophes and ellipses, without harming addresses and hours."""

from __future__ import annotations

import re

NBSP = "\N{NO-BREAK SPACE}"  # before : and » , after « , around units, between a civility and a name
NNBSP = "\N{NARROW NO-BREAK SPACE}"  # before ; ! ? and between thousands
APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"

_SP = "[ \\t\u00a0\u202f\u2009]"
_LEFT_ALONE = "\ue000"  # stands for what is kept as it is while the rest is set
_KEPT = re.compile(
    rf"(?s:<(code|pre)\b[^<>]*>.*?</\1>)|<a\s[^<>]*>|(?:https?://|www\.|tg://)[^\s<>\"«»{_LEFT_ALONE}]+|{_LEFT_ALONE}", re.IGNORECASE
)
_MAY_BE_KEPT = ("://", "www.", "<code", "<pre", "<a ", _LEFT_ALONE)
_QUOTES = re.compile(r'(?P<kept></?[a-zA-Z][^<>\n]*>)|(?<![\w"])"(?P<quoted>[^"\s«»](?:[^"\n«»]*[^"\s«»])?)"(?![\w"])')

# Each pattern begins with a set of signs or a literal, so that the search leaps over everything else (measured: ten times quicker).
_SIGN = re.compile(rf"[ \t\u00a0\u202f\u2009;!?:»%€](?:(?<={_SP}){_SP}*(?P<sign>[;!?]+|[:»%€])|(?<=[;!?])[;!?]*|(?<=[:»%€]))")
_OPENING = re.compile(rf"«(?!{NBSP}(?!{_SP})){_SP}*(?!{_SP}*»)")
_APOSTROPHE = re.compile(r"'(?<=[^\W\d_]')(?=\w)")
_ELLIPSIS = re.compile(r"\.\.\.(?<!\.\.\.\.)(?!\.)")
_HOUR = rf"(?:[01]?\d|2[0-4]){_SP}?[hH](?:{_SP}?[0-5]\d(?!{_SP}?[hH]))?(?![\w°])"
_AND_HOUR = rf"{_SP}?[-–/]{_SP}?"
_HOURS = re.compile(
    rf"[0-9](?<![\w:/–-].)(?<!\d[.,].)(?:(?<=[01])\d|(?<=2)[0-4]|){_SP}?[hH](?:{_SP}?[0-5]\d(?!{_SP}?[hH]))?(?![\w°])"
    rf"(?:{_AND_HOUR}{_HOUR})*(?!{_AND_HOUR}\d)"
)
_ONE_HOUR = re.compile(rf"(\d+){_SP}?[hH](?:{_SP}?([0-5]\d)(?!\d|{_SP}?[hH]))?")
_RANK = re.compile(rf"[nN]°(?<!\w[nN]°){_SP}*(?=\d)")
_CIVILITY = re.compile(rf"[MDP](?<!\w[MDP])(?:(?<=M)(?:\.|M\.|mes?|lle)|(?<=[DP])re?){_SP}+(?=[A-ZÀ-ÖØ-ÞŒ])")
_ENTITY = re.compile(r"&#?\w{1,8}$")
_BEFORE_NO_SIGN = frozenset("!?;:([«")
_AFTER_HIGH_SIGNS = frozenset('»)]”"’.,<…')


def typographic(text: str) -> str:
    """Plain text or Telegram HTML, set as French wants it.

    Hours written with an h are spaced (« 14h30 » → « 14 h 30 », « 14h00 » → « 14 h »), on both sides of a range or on none; addresses,
    tags, entities, what stands in code, and hours with a colon stay as they are. Applied twice, it changes nothing more.
    """
    if '"' in text:
        text = _QUOTES.sub(_quote, text)
    for sign in _MAY_BE_KEPT:
        if sign in text:
            return _set_around(text)
    return _set(text)


def hour_with_minutes(hours: int, minutes: int) -> str:
    """« 14 h 30 », « 9 h 05 », « 14 h »: spaced so that it never breaks over two lines."""
    return f"{hours}{NBSP}h{NBSP}{minutes:02d}" if minutes else f"{hours}{NBSP}h"


def _set_around(text: str) -> str:
    """What is kept is put aside, the rest is set, and it is put back."""
    kept: list[str] = []

    def put_aside(match: re.Match[str]) -> str:
        kept.append(match[0])
        return _LEFT_ALONE

    pieces = _set(_KEPT.sub(put_aside, text)).split(_LEFT_ALONE)
    return "".join(part for both in zip(pieces, [*kept, ""], strict=True) for part in both)


def _set(text: str) -> str:
    if "'" in text:
        text = _APOSTROPHE.sub(APOSTROPHE, text)
    if "..." in text:
        text = _ELLIPSIS.sub("…", text)
    if "«" in text:
        text = _OPENING.sub(f"«{NBSP}", text)
    text = _HOURS.sub(_hours, _SIGN.sub(_sign, text))
    if "°" in text:
        text = _RANK.sub(_with_nbsp, text)
    return _CIVILITY.sub(_with_nbsp, text)


def _quote(match: re.Match[str]) -> str:
    return match["kept"] or f"«{NBSP}{match['quoted']}{NBSP}»"


def _hours(match: re.Match[str]) -> str:
    return _ONE_HOUR.sub(lambda hour: hour_with_minutes(int(hour[1]), int(hour[2] or 0)), match[0])


def _with_nbsp(match: re.Match[str]) -> str:
    return match[0].rstrip(" \t\u00a0\u202f\u2009") + NBSP


def _sign(match: re.Match[str]) -> str:
    """The sign with the space that it wants before it, or untouched where it is no punctuation."""
    text, start, end = match.string, match.start(), match.end()
    before, after = text[start - 1 : start], text[end : end + 1]
    sign = match["sign"] or match[0]
    if not before or before.isspace():
        return match[0]
    if sign == "»":
        return match[0] if before == "«" else f"{NBSP}»"
    if sign in "%€":
        return match[0] if not before.isdecimal() or after.isalnum() or after == "_" else NBSP + sign
    if before in _BEFORE_NO_SIGN:
        return match[0]
    if sign == ":":
        return f"{NBSP}:" if not after or after in "<»" or after.isspace() else match[0]
    if after and after not in _AFTER_HIGH_SIGNS and not after.isspace():
        return match[0]
    ends_entity = match[0][0] == ";" and "&" in text[max(0, start - 10) : start] and _ENTITY.search(text, max(0, start - 10), start)
    return match[0] if ends_entity else NNBSP + sign
