"""How French sets its signs: no-break spaces, quotation marks, apostrophes and ellipses, without harming addresses and hours."""

from __future__ import annotations

import re

NBSP = "\N{NO-BREAK SPACE}"  # before : and » , after « , around units, between a civility and a name
NNBSP = "\N{NARROW NO-BREAK SPACE}"  # before ; ! ? and between thousands
APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"

_SP = r"[ \t\u00a0\u202f\u2009]"
_PROTECTED = (
    r"(?P<kept>(?:https?://|www\.|tg://)[^\s<>\"«»]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|&(?:\#?\w{1,8});"
    r"|</?[a-zA-Z][^<>\n]*>)"
)
_QUOTES = re.compile(_PROTECTED + r'|(?<![\w"])"(?P<quoted>[^"\s«»](?:[^"\n«»]*[^"\s«»])?)"(?![\w"])')
_SIGNS = re.compile(
    _PROTECTED
    + rf"""
    |(?P<empty>«{_SP}*»)
    |(?P<opening>«{_SP}*)
    |(?P<closing>(?<=\S){_SP}*»)
    |(?P<ellipsis>(?<!\.)\.\.\.(?!\.))
    |(?P<high>(?<=[^\s!?;:(\[«]){_SP}*(?P<high_signs>[;!?]+)(?=[\s»)\]”"’.,<…]|$))
    |(?P<colon>(?<=[^\s!?;:(\[«]){_SP}*:(?=[\s<»]|$))
    |(?P<apostrophe>(?<=[^\W\d_])'(?=\w))
    |(?P<hour>(?<![\w:/-])(?<!\d[.,])(?P<hours>[01]?\d|2[0-4]){_SP}?[hH](?:{_SP}?(?P<minutes>[0-5]\d)(?!{_SP}?[hH]))?(?![\w\u00b0]))
    |(?P<unit>(?<=\d){_SP}*(?P<unit_sign>[%€])(?!\w))
    |(?P<rank>(?<!\w)(?P<rank_sign>[nN]°){_SP}*(?=\d))
    |(?P<civility>(?<!\w)(?P<civility_word>M\.|MM\.|Mmes?|Mlle|Dre?|Pre?){_SP}+(?=[A-ZÀ-ÖØ-ÞŒ]))
    """,
    re.VERBOSE,
)


def typographic(text: str) -> str:
    """Plain text or Telegram HTML, set as French wants it.

    Hours written with an h are spaced (« 14h30 » → « 14 h 30 », « 14h00 » → « 14 h »); addresses, e-mails, tags, entities and
    hours with a colon stay as they are. Applied twice, it changes nothing more.
    """
    return _SIGNS.sub(_sign, _QUOTES.sub(_quote, text))


def hour_with_minutes(hours: int, minutes: int) -> str:
    """« 14 h 30 », « 9 h 05 », « 14 h »: spaced so that it never breaks over two lines."""
    return f"{hours}{NBSP}h{NBSP}{minutes:02d}" if minutes else f"{hours}{NBSP}h"


def _quote(match: re.Match[str]) -> str:
    return match["kept"] or f"«{NBSP}{match['quoted']}{NBSP}»"


def _sign(match: re.Match[str]) -> str:  # one short branch a sign
    kind = match.lastgroup
    if match["hour"]:
        return hour_with_minutes(int(match["hours"]), int(match["minutes"] or 0))
    if match["high"]:
        return NNBSP + match["high_signs"]
    if match["unit"]:
        return NBSP + match["unit_sign"]
    if match["rank"]:
        return match["rank_sign"] + NBSP
    if match["civility"]:
        return match["civility_word"] + NBSP
    signs = {"opening": f"«{NBSP}", "closing": f"{NBSP}»", "ellipsis": "…", "colon": f"{NBSP}:", "apostrophe": APOSTROPHE}
    return signs.get(kind or "", match[0])
