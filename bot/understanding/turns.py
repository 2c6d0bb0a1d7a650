"""What a sentence is, said while a card stands open: a question, a plain yes or no, small talk, or something about the work."""

from __future__ import annotations

from typing import Literal

from bot.domain.drafts import Field
from bot.understanding.asking import asking
from bot.understanding.lexicon_files import spaced, table
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind
from bot.understanding.tokens import tokenize

_LEXICON = table("turns")


def words_in(section: str, key: str) -> frozenset[str]:
    """The folded words of a list of the table of turns."""
    listed = _LEXICON[section][key]
    return frozenset(spaced(listed if isinstance(listed, str) else " ".join(listed)).split())


NEXT = PhraseTable({"next": _LEXICON["next"]["words"]})
_ASKS = PhraseTable({"asks": _LEXICON["questions"]["openings"]})
_ASKS_INSIDE = words_in("questions", "inside")
_GREETINGS = words_in("questions", "greetings")
_POLITELY = PhraseTable({"lead": _LEXICON["requests"]["leads"]})
_CHAT = PhraseTable({"chat": _LEXICON["chat"]["openings"]})
_YES, _YES_BESIDE = words_in("assent", "core"), words_in("assent", "filler")
_NO, _NO_BESIDE, _NOT_RIGHT = words_in("denial", "core"), words_in("denial", "filler"), words_in("denial", "not_right")
_YES_SIGNS = frozenset(_LEXICON["assent"]["signs"])
_HEADS = PhraseTable({"head": _LEXICON["corrects"]["heads"], "remove": _LEXICON["removes"]["words"]})
_NAMED_PARTS = PhraseTable({"named": _LEXICON["corrects"]["named"]})
_SHORTEST_STORY = 8  # words
_ANYWHERE = PhraseTable({"corrects": _LEXICON["corrects"]["anywhere"]})
_SKIPPED = words_in("corrects", "skipped") | {",", "…", ".", "!"}
_NOTED = frozenset({"as", "avez", "n", "t", "avais", "aviez", "ne"})  # « tu as oublié Karim », « tu n'as pas noté la CAF »
_CONTACT = words_in("contact", "words")
_PRONOUNS = frozenset({"tu", "il", "elle", "on", "nous", "vous", "je", "ils", "elles"})
_MAY_ASK_ITSELF = frozenset({Field.TOPICS})
_NEAR = 3  # words from the first one to the question word
_LONGEST_REMARK = 14  # words


def asks(scan: Scan, asked: Field | None) -> bool:
    """Whether a message asks something of Maillon: neither an answer nor a correction, unless it politely asks for one."""
    start = _start(scan)
    if start >= len(scan) or politely_corrects(scan, start):
        return False
    marked = any(scan.sign(i) == "?" for i in range(len(scan)))
    opening = _ASKS.at(scan.words, start)
    if opening is not None and scan.sign(opening.last) == ":":
        return False
    inside = len(scan) <= _LONGEST_REMARK and any(
        scan.fold(i) in _ASKS_INSIDE and scan.fold(i - 1) != "importe" for i in range(start, len(scan))
    )
    word = asking(scan, start)
    inside = inside or (word.word in {"quel", "combien", "quoi", "comment"} and word.at - start <= _NEAR)
    if marked:
        return opening is not None or inside or _inverted(scan) or not _tentative(scan)
    return asked not in _MAY_ASK_ITSELF and (opening is not None or inside or _inverted(scan))


def _start(scan: Scan) -> int:
    i = 0
    while i < len(scan) and (scan.fold(i) in _GREETINGS or not (scan.words[i].is_word or scan.words[i].is_number)):
        i += 1
    return i


def politely_corrects(scan: Scan, start: int = 0) -> bool:
    """« tu peux enlever Karim ? », « merci d'ajouter la CAF »."""
    lead = _POLITELY.at(scan.words, start)
    if lead is None:
        return False
    i = lead.last
    while scan.fold(i) in {"de", "d", "me", "m", "l", "le", "la", "les"}:
        i += 1
    found = _HEADS.at(scan.words, i)
    return found is not None and scan.fold(i).endswith(("er", "re"))


def _inverted(scan: Scan) -> bool:
    """« qu'a-t-on décidé », « peux-tu », « avons-nous »: a verb and its pronoun tied by a hyphen."""
    for i in range(1, len(scan)):
        if scan.fold(i) not in _PRONOUNS or scan.text[scan.words[i - 1].end : scan.words[i].start] != "-":
            continue
        before = scan.fold(i - 1)
        if (
            before == "t"
            or (scan.fold(i) in {"tu", "je", "il", "on"} and before != "rendez")
            or (before.endswith(("ons", "ez")) and before not in {"rendez", "chez"} and scan.fold(i) in {"nous", "vous"})
        ):
            return True
    return False


def _tentative(scan: Scan) -> bool:
    """« le GT Nutrition ? », « 14h-16h ? »: an answer said with a doubt, all of whose words are known."""
    plain = [i for i in range(len(scan)) if scan.words[i].is_word and not _covered(scan, i)]
    return len(plain) <= 3 and len(plain) < sum(_covered(scan, i) for i in range(len(scan)))


def _covered(scan: Scan, i: int) -> bool:
    return any(at[i] is not None for at in (scan.time_at, scan.number_at, scan.person_at, scan.group_at, scan.thing_at))


def agrees(text: str) -> bool:
    """Whether the whole message is a plain yes, whatever else its words may name."""
    words = [w.folded.rstrip("'’") for w in tokenize(text) if w.kind in {"word", "number"}]
    return 0 < len(words) <= 8 and "?" not in text and all(w in _YES | _YES_BESIDE for w in words) and any(w in _YES for w in words)


def yes_or_no(scan: Scan) -> Literal["assent", "denial"] | None:
    """Whether the whole message is a plain yes, or a plain no."""
    words = [w.fold for w in scan.words if w.is_word or w.is_number]
    if any(w.text == "?" for w in scan.words):
        return None
    if not words:
        return "assent" if any(sign in _YES_SIGNS for sign in scan.text) else None
    if len(words) > 8:
        return None
    if all(w in _NO | _NO_BESIDE | _NOT_RIGHT for w in words):
        denied = "pas" in words and any(w in _NOT_RIGHT | {"ca"} for w in words)
        if denied or any(w in _NO for w in words):
            return "denial"
    known = all(w in _YES | _YES_BESIDE for w in words)
    return "assent" if known and any(w in _YES for w in words) else None


def chats(scan: Scan) -> bool:
    """Whether a message only chats: « tu es nul », « attends », « je ne sais plus »."""
    start = _start(scan)
    if start >= len(scan):
        return any(w.is_word for w in scan.words)
    if scan.fold(start) in {"tu", "vous"} and not politely_corrects(scan, start) and scan.fold(start + 1) not in _NOTED:
        return True
    if _CHAT.at(scan.words, start) is None or len(scan) > _LONGEST_REMARK + 6:
        return False
    return not any(
        scan.person_at[i] or scan.group_at[i] or scan.thing_at[i] or _is_told_time(scan, i) or scan.fold(i).startswith("excus")
        for i in range(start, len(scan))
    )


def _is_told_time(scan: Scan, i: int) -> bool:
    time = scan.time_at[i]
    return time is not None and time.kind is not TimeKind.DURATION


def plainly_corrects(scan: Scan) -> bool:
    """Whether a message says that it corrects: « non… », « c'était… », « plutôt… », « enlève… », « … au lieu de… »."""
    i = 0
    while i < len(scan) and scan.fold(i) in _SKIPPED:
        i += 1
    could_not = scan.fold(i) == "pas" and scan.fold(i + 1) in {"pu", "eu", "mal"}  # « pas pu venir au GT… », « pas eu le temps » tell
    if (_HEADS.at(scan.words, i) is not None and not scan.sign(i).endswith("é") and not could_not) or politely_corrects(scan, i):
        return True
    named = _NAMED_PARTS.at(scan.words, i)
    if named is not None and (scan.fold(named.last) in {"c", "est", "etait", "sera", "sont", "etaient"} or scan.sign(named.last) == ":"):
        return True
    counts = scan.fold(i) in {"on", "nous"} and scan.fold(i + 1) in {"etait", "etions"} and scan.number_at[i + 2] is not None
    if counts and len(scan) <= _SHORTEST_STORY:
        return True
    return len(scan) <= _LONGEST_REMARK and _ANYWHERE.first(scan.words) is not None


def wants_contact(scan: Scan) -> bool:
    """« tel de la CAF », « coordonnées de Karim »."""
    return scan.fold(0) in _CONTACT and scan.fold(1) in {"de", "du", "des", "d"}
