"""What an outcome is about when that was told before it: « le festival, on le garde », « Devis : Fatima le demande »."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.understanding.choosing import ATTENDANCE
from bot.understanding.clauses import is_denied
from bot.understanding.counts import everyone_noun
from bot.understanding.groups import Strength
from bot.understanding.lexicon_files import words_of
from bot.understanding.nothing_said import sees_with, takes_it
from bot.understanding.roles import Role, Segment
from bot.understanding.scan import Scan
from bot.understanding.verbs import names_task

_ADVERBS = words_of("decisions", "adverbs")
_OBJECTS = frozenset({"le", "la", "les", "l", "en", "y"})
_EMPTY = words_of("decisions", "hollow")
_BREAKS = frozenset({",", ":", ";", "-", "–", "—", "→", "⇒", "➜", ">", "=", "(", ")", "\n", "!", "?", ".", "•", "*"})
_LEADING = frozenset({"et", "puis", "donc", "mais", "alors", "ensuite", "enfin", "aussi", "euh", "bon", "ben", "bah", "sinon"})
_PLACED = frozenset({"a", "au", "aux", "en", "avec", "chez", "dans", "sauf", "hormis", "vers", "depuis", "entre", "dont", "selon"})
_DETERMINERS = frozenset({"le", "la", "l", "les", "un", "une", "ce", "cet", "cette", "ces", "notre", "nos", "chaque"})
_BEFORE_NOUN = _DETERMINERS | _PLACED | {"des", "du", "de", "d", "pour", "pr", "sur", "deux", "trois"}
_THINGS = frozenset({"le", "la", "l", "les", "du", "des", "un", "une"})
_OFFERS = frozenset({"propose", "proposent", "proposait", "proposaient", "proposee", "suggere", "suggerent", "soumet", "preconise"})
_LEFT = frozenset({"reste", "restait", "manque"})
_CANCELS = ("annul", "supprim")
_FAR = 12  # words: what an outcome is about is told in fewer
_SMALL = frozenset({"visio", "presentiel", "tour", "table", "merci", "bonjour", "bonsoir", "coucou", "salut", "resume", "bref"})


def with_objects(scan: Scan, parts: list[Segment]) -> list[Segment]:
    """The parts, those that only say « on garde », « Zoé s'en charge » joined with what stands before them in their sentence."""
    parts = _with_next(scan, parts) if any(part.role is Role.NEXT for part in parts) else parts
    found = _joined(scan, parts)
    again = len(found) < len(parts) or any(p.last != q.last for p, q in zip(found, parts, strict=True))
    return _joined(scan, found) if again else found


def _with_next(scan: Scan, parts: list[Segment]) -> list[Segment]:
    """The parts, each decision or task whose object is the next meeting with the clause that announces it: both are kept."""
    found = list(parts)
    for k, (part, behind) in enumerate(pairwise(parts)):
        if behind.role is Role.NEXT and part.role in {Role.DECISION, Role.ACTION} and _governs(scan, part, behind.first):
            signs = (i for i in range(behind.body, behind.last) if scan.sign(i) in _BREAKS and scan.time_at[i] is None)
            found[k] = replace(part, last=next(signs, behind.last), moves=behind.first)
            if any(scan.folds[i].startswith(_CANCELS) for i in range(part.body, part.last)):
                found[k + 1] = replace(behind, role=Role.FACTS, body=behind.last)  # « on annule la prochaine du 12 »: nobody meets then
    return found


def _governs(scan: Scan, part: Segment, i: int) -> bool:
    """Whether the verb of a part, all that is left of it, stands right before the next meeting at word i: « on décale | le prochain »."""
    verb = i - 1
    while verb > part.body and scan.fold(verb) in _DETERMINERS:
        verb -= 1
    if part.last != i or verb < part.body or not scan.words[verb].is_word:
        return False
    if part.role is Role.DECISION and scan.sign(verb) in {"à", "au"}:
        return True  # « inviter la CAF à la prochaine réunion le 12 »
    told = part.bearers or scan.fold(part.body) in {"on", "nous"}
    return names_task(scan.fold(verb)) or bool(told and verb == part.body + (part.role is Role.DECISION))


def _joined(scan: Scan, parts: list[Segment]) -> list[Segment]:
    found: list[Segment] = []
    for part in parts:
        before = found[-1] if found else None
        if before is not None and (relative := _antecedent(scan, before, part)) is not None:
            found[-1] = replace(before, last=part.first - 1)
            found.append(replace(part, about=relative))
            continue
        if before is not None and (decided := _decided(scan, before, part)) is not None:
            found.append(replace(part, about=decided))
            continue
        told = {Role.FACTS, Role.TOPIC, Role.DECISION} if part.role is Role.DECISION else {Role.FACTS, Role.TOPIC}
        apart = before is None or before.role not in told or before.last != part.first or _headed(scan, before, part)
        if before is None or apart or not _lacks_object(scan, part):
            found.append(part)
            continue
        about = _about(scan, before, part)
        offer = _offered(scan, before) if part.role is Role.DECISION and before.role is not Role.DECISION else None
        if offer is not None and _is_hollow(scan, part):
            found[-1] = replace(before, last=offer)
            found.append(replace(part, first=offer, body=offer, kept_cue=True))
            continue
        if before.role is Role.DECISION and (about is None or about[0] <= before.body + 1):
            found[-1] = replace(before, last=part.last)  # « tout le monde est chaud, donc on y va »
            continue
        if about is None:
            found.append(part)
            continue
        first, last = about
        if first > before.body:
            found[-1] = replace(before, last=first)
        else:
            found.pop()
        if part.role is Role.DECISION:
            found.append(replace(part, first=first, body=first, kept_cue=True))
        else:
            found.append(replace(part, first=first, about=(first, last if part.about is None else part.about[1])))
    return found


def _headed(scan: Scan, before: Segment, part: Segment) -> bool:
    """Whether a topic was told whole and « décision » heads what follows: « on a vu le bilan des marches, décision refaire en mars »."""
    return (
        before.role is Role.TOPIC
        and part.role is Role.DECISION
        and scan.folds[part.first].startswith("decision")
        and scan.sign(part.first - 1) in {",", ";"}
    )


def _decided(scan: Scan, before: Segment, part: Segment) -> tuple[int, int] | None:
    """The thing decided that somebody sees to: « Décision : courrier au bailleur, Camille l'écrit »; both are kept."""
    if part.role is not Role.ACTION or part.about is not None or before.role is not Role.DECISION or before.kept_cue:
        return None
    clitic = scan.fold(part.body - 1) in {"le", "la", "les", "l"} and part.body - 1 > part.first
    return _about(scan, before, part) if clitic and before.last == part.first and scan.words[part.body].is_word else None


def _offered(scan: Scan, before: Segment) -> int | None:
    """The word after what proposes: « Sophie propose une permanence, tout le monde est d'accord », « il est proposé de… : accepté »."""
    verb = next((k for k in range(before.body, before.last - 2) if scan.folds[k] in _OFFERS), None)
    if verb is None or is_denied(scan, verb, before.body):
        return None
    offer = verb + 1 + (scan.fold(verb + 1) in {"de", "d"})
    return offer if scan.words[offer].is_word else None


def _antecedent(scan: Scan, before: Segment, part: Segment) -> tuple[int, int] | None:
    """The thing that a relative clause gives to somebody: « le flyer que Claire doit corriger »; None where it is none."""
    que = part.first - 1
    if (
        part.role is not Role.ACTION
        or part.about is not None
        or not part.bearers
        or before.role not in {Role.TOPIC, Role.FACTS, Role.DECISION}
    ):
        return None
    if scan.fold(que) not in {"que", "qu"} or before.last != part.first or que <= before.body:
        return None
    first = que - 1
    while (
        first > before.body
        and que - first < 6
        and scan.fold(first) not in _THINGS
        and not (scan.words[first].is_number and first < que - 1)
        and _is_plain(scan, first)
    ):
        first -= 1
    headed = first == before.body and scan.fold(first - 1) in _THINGS and scan.fold(first) not in _THINGS  # « on a parlé du | flyer que… »
    named = headed or ((scan.fold(first) in _THINGS or scan.words[first].is_number) and que - first > 1)
    return (first + (scan.fold(first) in {"du", "des"}), que) if named else None


def _lacks_object(scan: Scan, part: Segment) -> bool:
    if part.role is Role.DECISION:
        return _is_hollow(scan, part) or (scan.sign(part.first - 1) == ":" and part.kept_cue)
    if part.role is not Role.ACTION or not part.bearers:
        return False
    said = scan.fold(part.body - 1)
    if said in _OBJECTS and part.body - 1 > part.first and scan.words[part.body].is_word:
        return True
    told = " ".join(scan.fold(i) for i in range(part.body, part.last) if scan.words[i].is_word and scan.time_at[i] is None)
    return takes_it(told) or (scan.sign(part.first - 1) == ":" and sees_with(told))


def _is_hollow(scan: Scan, part: Segment) -> bool:
    """Whether a decision only has its verb: « on le garde », « on laisse tomber », « c'est oui »; « on teste le samedi » has a day."""
    clitic = any(scan.fold(i) in _OBJECTS and scan.words[i].is_word for i in range(part.body + 1, min(part.last, part.body + 3)))
    subjects = {"on", "nous", "ils", "elles", "il", "elle"}

    def clitic_at(i: int) -> bool:
        return scan.fold(i - 2) in subjects or (scan.fold(i - 2) in _OBJECTS | {"ne", "n"} and scan.fold(i - 3) in subjects)

    left = 0
    for i in range(part.body, part.last):
        if scan.time_at[i] is not None and not clitic:
            return False
        if scan.person_at[i] is not None or scan.thing_at[i] is not None or scan.words[i].is_number:
            return False
        said = scan.fold(i)
        if scan.words[i].is_word and said not in _EMPTY and said not in _ADVERBS and scan.time_at[i] is None:
            if (
                i > part.body
                and scan.fold(i - 1) in _BEFORE_NOUN
                and not (scan.fold(i - 1) in _OBJECTS and i <= part.body + 3 and clitic_at(i))
            ):
                return False
            left += 1
    return left <= 1


def _about(scan: Scan, before: Segment, part: Segment) -> tuple[int, int] | None:
    """The words that name it: the clause before, or, where no sign parts them, from the nearest determiner on."""
    last = part.first
    while last > before.body and (scan.sign(last - 1) in _BREAKS - {")"} or scan.fold(last - 1) in _LEADING):
        last -= 1
    while scan.fold(last - 2) == "par" and scan.fold(last - 1) == "contre" and last - 2 >= before.body:
        last -= 2
        while last > before.body and scan.sign(last - 1) == ",":
            last -= 1
    first, start = last, None
    while (
        first > before.body
        and last - first < _FAR
        and (_is_plain(scan, first - 1) or _completes(scan, first - 1, before.body, bare=part.role is Role.DECISION))
    ):
        first -= 1
        if scan.fold(first) in _DETERMINERS and scan.fold(first - 1) not in _PLACED | {"de", "d", "sur", "pour"}:
            start = first
    headed = first == before.body or scan.sign(first - 1) in _BREAKS
    first = first if headed else start if start is not None else last
    if (left := _left_to_do(scan, before.body, last)) is not None:
        return left, last
    while first < last and (scan.fold(first) in _LEADING or not (scan.words[first].is_word or scan.words[first].is_number)):
        first += 1
    if scan.fold(first) in _PLACED or first >= last:
        return None
    told = [scan.fold(i) for i in range(first, last) if scan.words[i].is_word and len(scan.fold(i)) >= 3]
    if not any(word not in _EMPTY and word not in _SMALL and word not in _ADVERBS for word in told):
        further = _about(scan, before, replace(part, first=first)) if before.body < first < part.first else None
        return (further[0], last) if further is not None else None  # « Théâtre : trop cher, on oublie »
    return first, last


def _left_to_do(scan: Scan, first: int, last: int) -> int | None:
    """Where what « il reste deux cents kits à distribuer à Bessèges » tells begins, that ends before word `last`; None without it."""
    for k in range(last - 1, max(first, last - _FAR) - 1, -1):
        if not (scan.words[k].is_word or scan.words[k].is_number) or scan.person_at[k] is not None:
            return None
        if scan.folds[k] in _LEFT and scan.fold(k - 1) == "il":
            return k + 1 if k + 2 < last else None
    return None


def _completes(scan: Scan, i: int, first: int, *, bare: bool) -> bool:
    """Whether a structure at word i only says which paper is meant: « dossier ARS, Jean-Luc le dépose », « la convention avec la CPAM ».

    `bare`: right behind its noun, as « avenant ARS : reporté »; « avec Denis et la CAF, on valide » tells who is there."""
    thing = scan.thing_at[i]
    if thing is None or not thing.structures or thing.first <= first:
        return False
    if bare and scan.fold(thing.first - 1) in _BEFORE_NOUN | {"et"}:
        return False
    return scan.words[thing.first - 1].is_word and scan.person_at[thing.first - 1] is None and _is_plain(scan, thing.first - 1)


def _is_plain(scan: Scan, i: int) -> bool:
    """Whether word i can be one of those of a thing spoken of: no sign, time, name, place, plain group, head count or word of the roll."""
    word = scan.words[i]
    if scan.number_at[i - 1] is not None and scan.number_at[i] is None and everyone_noun(scan, i) == i + 1:
        return False  # « 22 personnes : on a adopté la charte »
    if not (word.is_word or word.is_number or word.text in {"«", "»", '"', "/", "'", "’"}):
        return False
    group, time = scan.group_at[i], scan.time_at[i]
    timed = time is not None and (time.starts is not None or time.seconds is not None or time.days is not None)
    thing = scan.thing_at[i]
    named = group is not None and group.strength >= Strength.NAMED
    return not (timed or named or scan.person_at[i] is not None or thing is not None or ATTENDANCE.at(scan.words, i) is not None)
