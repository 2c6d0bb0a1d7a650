"""Whether a message is a command in plain words, thanks, a test, a plan, or simply not for Maillon."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.domain.gists import Gist
from bot.domain.requests import Command, NotForMe
from bot.french.points_put_off import puts_off_point
from bot.understanding.groups import Strength
from bot.understanding.lexicon_files import spaced, table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.privacy import private_words
from bot.understanding.scan import Scan
from bot.understanding.templates import read_templates

_LEXICON = table("requests")
_COMMANDS = {spaced(said): name for name, several in _LEXICON["commands"].items() for said in several}
_EXPORT_PIECES = {name: said for name, said in _LEXICON["export"].items() if name != "says"}
_EXPORT = tuple(re.compile(said.format(**_EXPORT_PIECES)) for said in _LEXICON["export"]["says"])
_POLITE_END = re.compile(r"(?: (?:merci|s il te plait|s il vous plait|d avance))+$")
_THANKS = words_of("requests", "thanks")
_POLITE_WORDS = frozenset(" ".join(words_of("requests", "polite")).split())
_POLITE_CORE = frozenset(" ".join(words_of("requests", "polite_core")).split())
_KIND_SIGNS = frozenset("👍🙏👌😀😃😄😁🙂😊😉❤🎉👏💪😘🥰🤗✨💐🌞☀😅😂🤣")
_TEST = words_of("requests", "test")
_DIVERSION = PhraseTable({"diversion": _LEXICON["diversion"]["words"]})
_GISTS = PhraseTable(_LEXICON["gists"])
_PLAN = frozenset({"annule", "annulee", "annules", "reporte", "reportee", "repousse", "repoussee", "decale", "decalee"})


def said_plainly(scan: Scan) -> str:
    """The words of a message folded, signs and polite words left out."""
    return " ".join(w.fold for w in scan.words if (w.is_word or w.is_number) and w.fold not in {"stp", "svp", "please"})


def read_command(scan: Scan) -> Command | None:
    """The command that the whole message says: « annule », « reprends mon brouillon »."""
    templates = read_templates(scan)
    if templates is not None:
        return templates
    if len(scan) > 14:
        return None
    if scan.text.strip() == "?":
        return Command(name="aide")
    name = _COMMANDS.get(said_plainly(scan))
    if name is None and any(way.fullmatch(_POLITE_END.sub("", said_plainly(scan))) for way in _EXPORT):
        name = "exporter"
    return Command(name=name) if name is not None else None


def diverts(scan: Scan) -> bool:
    """Whether a message tries to turn the bot from its work."""
    return _DIVERSION.first(scan.words) is not None


def not_for_me(scan: Scan) -> NotForMe:
    """Why nothing is written, whether to ask what is meant, and whether a patient's situation was told."""
    return replace(_reason(scan), privacy_warning=bool(private_words(scan)), gist=gist_of(scan))


def gist_of(scan: Scan) -> Gist | None:
    """What it speaks of: the first of these gists that a word of it names."""
    found = {match.tag for i in range(len(scan.words)) if (match := _GISTS.at(scan.words, i)) is not None}
    return next((gist for gist in Gist if gist.value in found), None)


def _reason(scan: Scan) -> NotForMe:
    said = said_plainly(scan)
    words = said.split()
    if not words:
        kind = any(c in _KIND_SIGNS for c in scan.text)
        return NotForMe(reason="thanks" if kind else "unclear", clarify=False)
    if said in _TEST:
        return NotForMe(reason="test")
    polite = len(words) <= 10 and all(w in _POLITE_WORDS for w in words) and any(w in _POLITE_CORE for w in words)
    if (
        polite
        or said in _THANKS
        or (len(words) <= 6 and (words[0] in {"merci", "super", "ok", "parfait", "top", "bravo"} or words[-1] == "merci"))
    ):
        return NotForMe(reason="thanks")
    if diverts(scan):
        return NotForMe(reason="diversion")
    grouped = any(g is not None and g.strength >= Strength.NAMED for g in scan.group_at)
    if any(w in _PLAN for w in words) and not puts_off_point(scan.text) and (grouped or any(t is not None for t in scan.time_at)):
        return NotForMe(reason="plan", clarify=True)
    if grouped:
        return NotForMe(reason="unclear", clarify=True)
    timed = any(t is not None for t in scan.time_at)
    if timed and len(words) <= 4:
        return NotForMe(reason="unclear", clarify=True)
    return NotForMe(reason="elsewhere", clarify=False)
