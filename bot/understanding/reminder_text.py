"""What a reminder is to say: the words of the task, without those that ask for it, tell when, or name the boxes of a form."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.domain.requests import SetReminder
from bot.understanding.groups import Strength
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.reminder_days import counted_back
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.tokens import fold
from bot.understanding.typed_texts import told, without_tail
from bot.understanding.verbs import is_infinitive, names_task

_LEXICON = table("requests")
_NOUNS = _LEXICON["reminder_nouns"]
ORDERS = tuple(
    " ".join(part for part in (verb, link, noun) if part)
    for verb in _NOUNS["verbs"]
    for link in _NOUNS["links"]
    for noun in _NOUNS["nouns"]
)
POLITE = frozenset(" ".join(words_of("requests", "reminder_polite")).split())
LINKS = frozenset({"de", "d", "a", "que", "qu", "pour", "pr", "le", "la", "l", "au", ":", ",", "et", "moi", "-", "–", "(", ")"})
_LEADS = PhraseTable({"lead": [*_LEXICON["reminder_lead"]["words"], *_LEXICON["reminder_asks"]["words"], *ORDERS]})
_LABELS = PhraseTable({"label": _LEXICON["reminder_labels"]["words"]})
_RELATIVE = frozenset({"veille", "lendemain", "jour", "matin", "avant", "apres"})
_TO_GROUP = frozenset(
    {
        "le",
        "la",
        "l",
        "les",
        "du",
        "de",
        "d",
        "des",
        "prochain",
        "prochaine",
        "chaque",
        "reunion",
        "tous",
        "toutes",
        "un",
        "une",
        "notre",
        "mon",
    }
)
_SMALL_HEADS = (
    "afin de ",
    "afin d'",
    "afin d’",
    "de ",
    "d'",
    "d’",
    "que ",
    "qu'",
    "à ",
    "au ",
    "pour que je ",
    "pour que j'",
    "pour ",
    "que je ",
)
_TO_WHOM = frozenset({"m", "me", "nous", "lui", "leur", "l", "le", "la", "les", "vous", "y", "bien", "ne", "n", "pas"})
_CALLS_BEFORE = re.compile(r"^(?:.*?\s)??rapp?ell?e[sz]?\s+", re.IGNORECASE)
_NOBODY = POLITE | frozenset(
    {"moi", "nous", "toi", "lui", "leur", "a", "au", "aux", "de", "d", "que", "qu", "bien", "aussi", "encore", "juste", "surtout", "pour"}
)
_LONGEST_NAME = 4  # words
_CALLS = frozenset({"rappelle", "rappelles", "rappelez", "rapelle"})


def what_to_do(scan: Scan, mentions: Sequence[TimeMention], private: Collection[int], *, anchored: bool) -> str:
    """The task of a reminder; `anchored`: it has no day of its own, so that « la veille du copil » only says when."""
    dated = next((m for m in mentions if m.days is not None and m.kind is not TimeKind.VAGUE), None)
    spoken = {id(m) for m in mentions if m.kind is not TimeKind.DURATION and not _of_task(m, dated)}
    left = set(private) | {i for i, t in enumerate(scan.time_at) if t is not None and id(t) in spoken and not _tells_task(t)}
    left |= _labels(scan) | {i for i, t in enumerate(scan.time_at) if t is not None and counted_back(scan, scan.span_of(t)[1]) is not None}
    leads = [
        lead
        for lead in _LEADS.all(scan.words)
        if (_leads(scan, lead.first, left) or lead.first > 2) and scan.fold(lead.first) not in {"merci", "stp", "svp"}
    ]
    for lead in leads[:1]:
        left |= set(range(lead.first, lead.last))
        again = _LEADS.at(scan.words, lead.last)
        if again is not None:
            left |= set(range(again.first, again.last))
        before = range(lead.first)
        if all(k in left or not scan.words[k].is_word or scan.fold(k) in POLITE for k in before):
            left |= set(before)
    for lead in leads[1:]:
        if lead.last - lead.first > 2 and not any(scan.words[k].is_word for k in range(lead.last, len(scan))):
            left |= set(range(lead.first, lead.last))  # « …, me laisse pas oublier »
    without = left | anchor(scan) if anchored else left
    return _text(scan, without, mentions) or _text(scan, left, mentions) or told(scan, 0, len(scan), private)


def says_no_task(heard: SetReminder, text: str) -> bool:
    """« rappelle-moi jeudi »: the ear then gives the whole sentence for the task."""
    whole = heard.what.strip().casefold() == text.strip().casefold()
    return not heard.what or (whole and heard.what.casefold().startswith("rappel"))


def names_due_actions(what: str) -> bool:
    """« la veille de l'échéance de l'action de Sophie »: the due days of actions, which are recalled from their meeting."""
    said = fold(what)
    return "echeance" in said and "action" in said


def _of_task(mention: TimeMention, dated: TimeMention | None) -> bool:
    """Whether a day told after that of the reminder belongs to what must be done: « ven 20 8h envoyer affiches 1er déc »."""
    if dated is None or mention.days is None or mention.recurrence is not None:
        return False
    other = dated.recurrence is not None or mention.days != dated.days  # beside a series: what limits it is read before
    return mention.start > dated.end and mention.starts is None and other


def _text(scan: Scan, left: set[int], mentions: Sequence[TimeMention]) -> str:
    left, first = set(left), 0
    while first < len(scan) and (
        first in left or scan.fold(first) in LINKS or not (scan.words[first].is_word or scan.words[first].is_number)
    ):
        first += 1
    for k in range(len(scan)):
        if (
            k in left
            and k + 1 < len(scan)
            and k + 1 not in left
            and scan.fold(k + 1) in {"de", "d", "que", "qu"}
            and all(j in left or scan.fold(j) in LINKS for j in range(k))
        ):
            left.add(k + 1)
    left |= {k for k in range(len(scan)) if _is_picture(scan.sign(k)) or scan.fold(k) in {"stp", "svp"}}
    if scan.fold(first) == "je" and first and scan.fold(first - 1) in {"que", "qu"}:
        first += 1 + (scan.fold(first + 1) in {"dois", "doive"})  # « pour que je prépare les paniers »
    elif scan.fold(first) in {"dois", "doive"}:
        first += 1
    text = told(scan, first, len(scan), left)
    word = text.split(" ", 1)[0].casefold()
    if word[:1] == "d" and is_infinitive(fold(word[1:])) and not is_infinitive(fold(word)):
        text = text[1:]  # « dappeler la CAF »
    for small in _SMALL_HEADS:
        if text.casefold().startswith(small):
            text = text[len(small) :]
    for tail in (", s'il vous plaît", ", s’il vous plaît", " s'il vous plaît", " s'il te plaît", " s’il te plaît", " s'il te plait"):
        text = text.rstrip(" ?!.").removesuffix(tail)
    return without_tail(text.rstrip(" ?!"))


def _is_picture(sign: str) -> bool:
    """Whether a sign is an emoji, that says nothing of the task."""
    return bool(sign) and (ord(sign[0]) >= 0x1F000 or sign[0] in "⏰⏱⏲⌚☀☎✅❗❤")


def _leads(scan: Scan, i: int, left: Collection[int]) -> bool:
    """Whether nothing but times, signs and small words stands before word i."""
    return all(k in left or not scan.words[k].is_word or scan.fold(k) in LINKS | POLITE | {"un", "note"} for k in range(i))


def _labels(scan: Scan) -> set[int]:
    """The words of « Objet : », « quand : » at the head of a line."""
    found = [
        f for f in _LABELS.all(scan.words) if scan.sign(f.last) == ":" and (f.first == 0 or scan.sign(f.first - 1) in {"\n", "-", "•", "*"})
    ]
    return {k for f in found for k in range(f.first, f.last + 1)}


def anchor(scan: Scan) -> set[int]:
    """The words of « la veille du copil », « J-7 GT nutrition », « une semaine avant chaque réunion du groupe »."""
    group = next((g for i, g in enumerate(scan.group_at) if g is not None and g.first == i and g.strength >= Strength.HINTED), None)
    if group is None:
        return set()
    i = group.first
    while i > 0 and scan.fold(i - 1) in _TO_GROUP:
        i -= 1
    if i > 2 and scan.words[i - 1].is_number and scan.sign(i - 2) in {"-", "–"} and scan.fold(i - 3) == "j":
        return set(range(i - 3, group.last))
    if scan.fold(i - 1) not in _RELATIVE:
        return set()
    first = i - 1
    length = scan.time_at[first - 1] if first else None
    if length is not None and length.kind is TimeKind.DURATION:
        first = scan.span_of(length)[0]
    while first > 0 and scan.fold(first - 1) in {"la", "le", "l", "juste", "avant", "un", "peu", "-"}:
        first -= 1
    return set(range(first, group.last))


def _tells_task(mention: TimeMention) -> bool:
    """Whether a time belongs to what must be done: « le bilan 2026 »."""
    return mention.grain in {"year"}


def to_somebody(scan: Scan, what: str) -> str:
    """« rappelle à Marc d'envoyer le CR », « rappelle Marc vendredi d'envoyer le CR »: she is to call it to his mind."""
    calls = _CALLS_BEFORE.search(what) if told_to(scan) is not None else None
    if calls is not None:
        named = what[calls.end() :]
        return f"rappeler au {named[3:]}" if named.casefold().startswith("le ") else f"rappeler à {named}"
    i = next((i for i in range(min(len(scan), 6)) if scan.fold(i) in _CALLS and scan.fold(i + 1) in {"a", "au", "aux"}), None)
    timed = i is None or scan.time_at[i + 1] is not None or (i + 2 < len(scan) and scan.time_at[i + 2] is not None)
    return what if i is None or timed or not what or what.startswith("rappel") else f"rappeler {scan.words[i + 1].text} {what}"


def told_to(scan: Scan) -> int | None:
    """Where « rappelle Marc vendredi 10h de m envoyer le tableau » begins: somebody, perhaps when, and what he is to do."""
    i = next((i for i in range(min(len(scan) - 3, 6)) if scan.fold(i) in _CALLS), None)
    if i is None:
        return None
    first = k = i + 1 + (scan.fold(i + 1) in {"la", "le", "l"})
    relative = anchor(scan)
    while (
        k < min(len(scan), first + _LONGEST_NAME)
        and scan.words[k].is_word
        and scan.fold(k) not in _NOBODY
        and k not in relative
        and not scan.time_at[k]
    ):
        k += 1
    named = k > first
    while k < len(scan) and (scan.time_at[k] is not None or k in relative or scan.fold(k) in {"a", "pour", "le", ","}):
        k += 1
    if not named or scan.fold(k) not in {"de", "d"}:
        return None
    k += 1
    while scan.fold(k) in _TO_WHOM:
        k += 1
    return i if names_task(scan.fold(k)) else None
