"""Which words only ask, suppose, remark or speak of what would be decided: « on garde le stand ? », « si le budget est validé »."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.understanding.ideas import only_an_idea
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.roles import Role, Segment
from bot.understanding.scan import Scan
from bot.understanding.sentences import Sentence
from bot.understanding.told_by_others import by_others
from bot.understanding.verbs import Deed, deed_at

_SPOKEN_OF = words_of("decisions", "spoken_of")
_THEMES = PhraseTable({"theme": table("decisions")["themes"]["words"]})
_REPORTED = words_of("cues", "spoke_of")
_TELLS_THAT = words_of("decisions", "tells_that")
_AGREEING = words_of("decisions", "agreeing")
_JUDGED = words_of("decisions", "judged")
_SETTLED = frozenset({"acte", "decide", "arrete", "tranche", "fixe", "valide", "fait", "sur", "definitif", "encore"})
_YES = frozenset({"oui", "ok", "valide", "validee", "banco", "go", "adopte", "adoptee", "accepte", "acceptee", "approuve"})
_BREAKS = frozenset({",", ":", ";", "(", "-", "–", "—", "→"})
_NO_CONDITION = frozenset({"possible", "besoin", "necessaire", "oui", "non", "bien", "meme", "jamais"})
_BEFORE_QUE = frozenset({"des", "tant", "avant", "condition", "attendant", "fois", "jusqu"})
_AUXILIARY = frozenset({"ete", "est", "sont", "etait", "etaient"})
_GOES_ON = frozenset({"par", "en", "au", "aux", "a", "lors", "pour", "avec", "chez", "dans", "des", "depuis", "puis", "mais", "et", "sans"})
_FAR = 12  # words: what « si » supposes is told in fewer
_NOUN = 14  # words of what was spoken of, up to its verb


def with_doubts(scan: Scan, sentence: Sentence, parts: list[Segment], *, headed: bool) -> list[Segment]:
    """The parts of a sentence, those that only ask, suppose or remark turned into topics; `headed`: a heading says « Décisions »."""
    asked = _asked_from(scan, sentence)
    supposes = not headed and _supposes(scan, sentence.body)
    parts = [replace(p, role=Role.TOPIC, body=p.first) if only_an_idea(scan, sentence, p) else p for p in parts]
    if not headed:
        parts = _news_apart(scan, parts)
    return [replace(p, role=Role.TOPIC, bearers=()) if _is_open(scan, sentence, p, asked=asked, supposes=supposes) else p for p in parts]


def _news_apart(scan: Scan, parts: list[Segment]) -> list[Segment]:
    """The parts of a sentence, what another body decided turned into topics; what « Décisions : » announces was decided."""
    announced = {b.first for a, b in pairwise(parts) if a.role is Role.DECISION and scan.sign(b.first - 1) == ":"}
    return [
        replace(p, role=Role.TOPIC) if p.role is Role.DECISION and p.first not in announced and by_others(scan, p) else p for p in parts
    ]


def supposed(scan: Scan, i: int, first: int) -> bool:
    """Whether word i stands in a clause that « si », « quand », « dès que » open, from word `first` on."""
    for k in range(i - 1, max(first, i - _FAR) - 1, -1):
        if scan.sign(k) in _BREAKS or scan.fold(k) in {"mais", "donc"}:
            return False
        if _supposes(scan, k) or (scan.fold(k) in {"que", "qu"} and (scan.fold(k - 1) in _BEFORE_QUE or _reports(scan, k - 1))):
            return True
    return False


def spoken_of(scan: Scan, i: int, end: int, *, noun: bool) -> bool:
    """Whether what is named at word i was only spoken of: « refus de la subvention annoncé », « la demande refusée a été discutée ».

    `noun`: a noun stands there (« refus de », « le choix du »), else a participle, which decides where it is the verb of its clause.
    """
    if not noun and _is_verb(scan, i):
        return False
    for k in range(i + 1, min(end, i + _NOUN)):
        if scan.sign(k) in _BREAKS:
            return False
        if scan.folds[k] in _SPOKEN_OF and (_is_verb(scan, k) or (noun and _closes(scan, k, end))):
            return True
    return False


def is_theme(scan: Scan, i: int, end: int) -> bool:
    """Whether a noun that could decide names a theme: « arrêt du tabac », « Validation des acquis : Julie a présenté… »."""
    if _THEMES.at(scan.words, i) is not None:
        return True
    colon = next((k for k in range(i, min(end, i + _FAR)) if scan.sign(k) == ":"), end) + 1
    if colon >= end:
        return False
    named = scan.person_at[colon] or scan.thing_at[colon]
    deed = deed_at(scan.words, named.last) if named is not None else None
    return scan.fold(colon) in _REPORTED or (deed is not None and deed[0] is not Deed.WILL)


def _is_open(scan: Scan, sentence: Sentence, part: Segment, *, asked: int, supposes: bool) -> bool:
    """Whether a part decides nothing, or asks for what somebody may do."""
    questioned = asked <= part.first or (part.last >= sentence.last and asked < sentence.last)
    if part.role is Role.ACTION:
        return questioned and (not part.bearers or (asked <= part.first and asked > sentence.body) or _is_asked(scan, asked))
    if part.role is not Role.DECISION:
        return False
    return questioned or _nothing_settled(scan, part) or (supposes and part.kept_cue) or _remarks(scan, part)


def _nothing_settled(scan: Scan, part: Segment) -> bool:
    """« on s'oriente vers un CLS à 5 axes, mais rien n'est acté »."""
    near = (i for i in range(part.body, part.last - 3) if scan.folds[i] == "rien" and scan.fold(i + 1) == "n")
    return any(scan.fold(i + 2) in {"est", "a"} and scan.fold(i + 3 + (scan.fold(i + 3) == "ete")) in _SETTLED for i in near)


def _asked_from(scan: Scan, sentence: Sentence) -> int:
    """The first word of what a sentence asks, its end where it asks nothing or where « oui » answers at once."""
    for i in range(sentence.body, sentence.last):
        if _is_asked(scan, i):
            return i
    if scan.sign(sentence.last) != "?" or scan.folds[sentence.last + 1] in _YES:
        return sentence.last
    opened = next((k for k in range(sentence.last - 1, sentence.body, -1) if scan.sign(k) in {"(", ")"}), sentence.body)
    return sentence.last if scan.sign(opened) == "(" else sentence.body


def _is_asked(scan: Scan, i: int) -> bool:
    """« est-ce que »."""
    return scan.folds[i] == "est" and scan.fold(i + 1) == "ce" and scan.fold(i + 2) in {"que", "qu"}


def _supposes(scan: Scan, i: int) -> bool:
    """« si la CAF refuse », « s'il pleut », « quand le budget sera voté »; not « même si », « si possible »."""
    said, after = scan.fold(i), scan.fold(i + 1)
    if said == "s":
        return after in {"il", "ils"}
    if said not in {"si", "quand", "lorsque", "lorsqu"} or after in _NO_CONDITION - {"jamais"}:
        return False
    return i == 0 or scan.fold(i - 1) not in {"meme", "comme"}


def _reports(scan: Scan, i: int) -> bool:
    """« Zoé annonce que », « la CAF a confirmé que »: what somebody told, not the group."""
    return scan.fold(i) in _TELLS_THAT or (scan.fold(i).startswith("confirm") and scan.fold(i - 1) not in {"est", "ete"})


def _is_verb(scan: Scan, i: int) -> bool:
    """Whether a participle follows « est », « a été », over « longuement »."""
    k = i - 1
    while k > 0 and k > i - 3 and (scan.fold(k).endswith("ment") or scan.fold(k) in {"bien", "aussi", "beaucoup", "enfin", "ensuite"}):
        k -= 1
    return scan.fold(k) in _AUXILIARY


def _closes(scan: Scan, i: int, end: int) -> bool:
    return i + 1 >= end or not scan.words[i + 1].is_word or scan.time_at[i + 1] is not None or scan.fold(i + 1) in _GOES_ON


def _remarks(scan: Scan, part: Segment) -> bool:
    """« on est d'accord, c'était trop long »: agreement that something was so, nothing agreed on."""
    colon = next((k + 1 for k in range(part.body, min(part.last, part.body + 4)) if scan.sign(k) == ":"), part.body)
    for k in range(colon, part.last - 1):
        if scan.folds[k] == "c" and (scan.fold(k + 1) == "etait" or (scan.fold(k + 1) == "est" and scan.fold(k + 2) in _JUDGED)):
            return k > part.body
        if scan.words[k].is_word and scan.folds[k] not in _AGREEING:
            return False
    return False
