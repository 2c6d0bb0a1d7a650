"""Which document's template words speak of: a caption, a file's name, or a whole message that asks for a template or a sample of one."""

from __future__ import annotations

import re

from bot.domain.requests import Command
from bot.domain.templates import TemplateKind
from bot.understanding.lexicon_files import spaced, table, words_of
from bot.understanding.scan import Scan

_NOUNS = {
    spaced(said).replace(".", ""): kind
    for section in ("papers", "reviews", "templates")
    for tag, several in table(section)["nouns"].items()
    if (kind := TemplateKind.__members__.get(tag.upper())) is not None
    for said in several
}
_NOUN = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _NOUNS), key=len, reverse=True))})\b")
_SIGNS = re.compile(r"[^\w]+|_")
_TEMPLATE = re.compile(r"\bmodeles?\b")
_KNOWN = frozenset(spaced(table("templates")["known"]["words"]).split())
_SAMPLE = words_of("templates", "sample")
_DOCUMENTS = frozenset({"document", "documents", "word"})
_LONGEST = 20  # words of a demand


def kind_named(words: str) -> TemplateKind | None:
    """« notre modèle de feuille d’émargement », « modele_invitation_2026 »: the only document that is named; None for none or several."""
    kinds = {_NOUNS[found[0]] for found in _NOUN.finditer(_plain(words))}
    return kinds.pop() if len(kinds) == 1 else None


def read_templates(scan: Scan) -> Command | None:
    """Whether the whole message asks for a template or for a sample of one: every word of it is known. Its kind is told by `kind_named`."""
    if len(scan) > _LONGEST or any(scan.sign(i) in {":", "\n"} for i in range(len(scan))):
        return None
    said = _plain(scan.text)
    if not _TEMPLATE.search(said):
        return None
    words = set(_TEMPLATE.sub(" ", _NOUN.sub(" ", said)).split())
    if not words <= _KNOWN | _SAMPLE or not (_NOUN.search(said) or words & (_SAMPLE | _DOCUMENTS)):
        return None
    return Command(name="exemple_de_modele" if words & _SAMPLE else "modele")


def _plain(words: str) -> str:
    """Folded, signs as spaces: « compte-rendu » is two words, as in a file’s name."""
    return " ".join(_SIGNS.sub(" ", spaced(words.replace(".", ""))).split())
