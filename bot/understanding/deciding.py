"""Which clauses say that something was decided, without announcing it."""

from __future__ import annotations

from dataclasses import replace

from bot.understanding.clauses import is_denied
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.roles import Role, Segment
from bot.understanding.scan import Scan
from bot.understanding.sentences import Sentence

_SUBJECTS = PhraseTable({"subject": table("decisions")["subjects"]["words"]})
_DECIDED = words_of("decisions", "decided")
_DECIDES = words_of("decisions", "decides")
_ADVERBS = words_of("decisions", "adverbs")
_SAID_AWAY = frozenset({"decide", "acte", "convenu"})
_OPEN_FUTURES = frozenset(
    {
        "verra",
        "verrons",
        "pourra",
        "devra",
        "aura",
        "sera",
        "faudra",
        "saura",
        "reparlera",
        "rediscutera",
        "attendra",
        "reverra",
        "reverrons",
        "retrouvera",
        "retrouverons",
        "pourrons",
        "serons",
        "aurons",
    }
)
_SUBORDINATES = frozenset({"quand", "dont", "comme", "lorsque", "puisque", "car", "parce", "pendant", "l", "sinon"})
_CLITICS = words_of("decisions", "clitics")
_IN_HAND = frozenset(
    {
        form
        for verb in words_of("decisions", "in_hand")
        for form in (
            (verb, verb[:-1], verb[:-2] + "ons", verb[:-2] + "eons", verb[:-3] + "cons", verb[:-3] + "ie") if verb.endswith("er") else (verb,)
        )
    }
)
_FORMS = PhraseTable({"decided": table("cues")["decided_forms"]["words"]})


def group_decides(scan: Scan, i: int, end: int) -> int | None:
    """Where the text of a decision begins that « on », « le groupe », « les membres » take at word i: « on a enfin choisi… »."""
    subject = _SUBJECTS.at(scan.words, i) if scan.folds[i] in _SUBJECTS.openings else None
    if subject is None:
        return None
    j = _past_adverbs(scan, subject.last, end)
    pronoun = scan.fold(i) in {"on", "nous"}
    plain = subject.first if pronoun else i
    if scan.fold(j) in {"a", "ont", "avons", "est", "sont"}:
        j = _past_adverbs(scan, j + 1, end)
        if _is_decided(scan.fold(j)):
            return _past_of(scan, j + 1) if _participle(scan.fold(j)) in _SAID_AWAY else plain
        return None
    if scan.fold(j) in _DECIDES:
        return _past_of(scan, j + 1) if scan.fold(j) in {"decide", "decident", "decidons"} else plain
    return plain if pronoun and _does(scan, i, j, end) else None


def _past_adverbs(scan: Scan, j: int, end: int) -> int:
    while j < end and scan.fold(j) in _ADVERBS:
        j += 1
    return j


def _participle(word: str) -> str:
    """A past participle as people mistype it: « décider », « desidé », « choisit »."""
    word = word.replace("desi", "deci")
    return word[:-1] if word.endswith(("er", "it", "is")) else word


def _is_decided(word: str) -> bool:
    return word in _DECIDED or _participle(word) in _DECIDED


def _does(scan: Scan, i: int, j: int, end: int) -> bool:
    """Whether the verb after « on », « nous » at word i says what the group will do: « on distribue… », « nous n'irons pas… »,
    « on va tester… »; not what it said, saw, feels, or has in hand (« on prépare la journée »)."""
    if scan.fold(i - 1) in _SUBORDINATES or scan.sign(i - 1) == "où":
        return False
    while j < end and scan.fold(j) in _CLITICS:
        j += 1
    if j < end and scan.fold(j) in {"va", "allons"}:
        j = _past_adverbs(scan, j + 1, end)
        while j < end and scan.fold(j) in _CLITICS:
            j += 1
        return j < end and scan.fold(j).endswith(("er", "ir", "re", "oir")) and scan.fold(j) not in _IN_HAND
    verb = scan.fold(j) if j < end and scan.time_at[j] is None and scan.person_at[j] is None else ""
    if verb.endswith(("ra", "rons")) and len(verb) > 3:
        return verb not in _OPEN_FUTURES
    if scan.fold(i) == "nous":
        return verb.endswith("ons") and not verb.endswith("ions") and len(verb) > 4 and verb not in _IN_HAND
    present = verb.endswith(("e", "t", "d")) and (not verb.endswith("ait") or verb.endswith("fait")) and len(verb) > 2
    return present and verb not in _IN_HAND and not verb.endswith("ment")


def _past_of(scan: Scan, i: int) -> int:
    """Past « de », « que », « d' » after « décidé »."""
    return i + 1 if scan.fold(i) in {"de", "d", "que", "qu"} else i


def with_decisions(scan: Scan, sentence: Sentence, parts: list[Segment]) -> list[Segment]:
    """Facts or topics that hold a form such as « validé » become decisions: the whole sentence, or its clause if it tells facts too."""
    found: list[Segment] = []
    for part in parts:
        form = _FORMS.first(scan.words, part.body, part.last) if part.role in {Role.FACTS, Role.TOPIC} else None
        if form is not None and _is_present(scan, form.last - 1):
            form = None
        if form is None or scan.fold(form.first - 1) in {"encore", "etre", "sera"} or is_denied(scan, form.first, part.body):
            found.append(part)
            continue
        first, last = part.body, part.last
        if _tells_facts(scan, part):
            first, last = _clause(scan, part, form.first)
        if _tells_away(scan, first, last) or _put_off(scan, part, form.first):
            found.append(part)
            continue
        if first > part.body:
            found.append(replace(part, last=first))
        found.append(
            replace(part, role=Role.DECISION, first=first if first > part.body else part.first, body=first, last=last, kept_cue=True)
        )
        if last < part.last:
            found.append(replace(part, first=last, body=last))
    return found


def _is_present(scan: Scan, i: int) -> bool:
    """Whether « confirme » is no participle: it bears no accent in a message that has some."""
    return (
        scan.fold(i).endswith("e")
        and not scan.fold(i).endswith("ee")
        and scan.sign(i).endswith("e")
        and "é" in scan.text
        and scan.fold(i) in {"confirme", "refuse", "lance", "cree", "rejete"}
    )


def _tells_facts(scan: Scan, part: Segment) -> bool:
    inside = range(part.body, part.last)
    timed = any((t := scan.time_at[i]) is not None and (t.starts is not None or t.seconds is not None) for i in inside)
    return timed or any((g := scan.group_at[i]) is not None and g.strength >= 3 for i in inside)


def _tells_away(scan: Scan, first: int, last: int) -> bool:
    return any(scan.fold(i).startswith(("excus", "absent")) for i in range(first, last))


def _put_off(scan: Scan, part: Segment, at: int) -> bool:
    """« le GT nutrition était reporté, finalement… »: said of the meeting itself, at the head of the message."""
    if part.body > 2 or not scan.fold(at).startswith(("report", "ajourn", "annul")):
        return False
    j = at - 1
    while j > part.body and scan.fold(j) in {"est", "etait", "a", "ete", "avait", "d", "abord", "deux", "fois"}:
        j -= 1
    return scan.group_at[j] is not None or scan.fold(j) in {"reunion", "seance", "rencontre", "reu"}


def _clause(scan: Scan, part: Segment, at: int) -> tuple[int, int]:
    first, last = at, at
    while first > part.body and scan.sign(first - 1) not in {",", ":", "-", "–"}:
        first -= 1
    while last < part.last and scan.sign(last) not in {",", "-", "–"}:
        last += 1
    return first, last
