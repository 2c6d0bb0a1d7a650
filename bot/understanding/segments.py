"""How a message falls into parts: facts and attendance, decisions, actions, topics, the next meeting."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.understanding.lexicon_files import table, words_of
from bot.understanding.names import title_of
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.verbs import Deed, deed_at, is_infinitive


class Role(StrEnum):
    """What a part of a message tells."""

    FACTS = "facts"
    DECISION = "decision"
    ACTION = "action"
    NEXT = "next"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Words [first, last) of one role; its own text begins at `body`. `bearers`: [first, last) of each subject of an action, the
    author as (i, i). `sentence` numbers the sentence that it belongs to; `bullet`: that sentence is an item of a list."""

    role: Role
    first: int
    last: int
    body: int
    sentence: int
    bullet: bool = False
    bearers: tuple[tuple[int, int], ...] = ()
    kept_cue: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words [first, last) between two strong stops; `body`: after the bullet; `sign`: the emoji or bullet that opens it."""

    first: int
    body: int
    last: int
    sign: str = ""
    numbered: bool = False

    @property
    def bullet(self) -> bool:
        """Whether it is an item of a list."""
        return bool(self.sign) or self.numbered


_CUES = table("cues")
_ROLES = PhraseTable(
    {
        "decision": _CUES["decision"]["words"],
        "decision_kept": _CUES["decision_kept"]["words"],
        "next": _CUES["next"]["words"],
        "action": _CUES["action"]["words"],
        "topic": _CUES["topic"]["words"],
    }
)
_AWAY = PhraseTable({"away": [*_CUES["excused"]["words"], *_CUES["absent"]["words"]]})
_HOSTS = frozenset({"anime", "animent", "presente", "presentent", "accueille", "accueillent", "recoit", "propose", "ouvre", "conclut"})
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
_PRESENT = PhraseTable({"present": [*_CUES["present"]["words"], *_CUES["everyone"]["words"]]})
_WERE = frozenset({"etait", "est", "etaient", "sont", "s", "c", "n", "ne"})
_FORMS = PhraseTable({"decided": _CUES["decided_forms"]["words"]})
_SIGNS: dict[str, str] = {sign: role for role, several in _CUES["signs"].items() for sign in several}
_STOPS = frozenset({"\n", ";", "!", "?", "…"})
_ABBREVIATIONS = frozenset(
    {
        "dr",
        "mme",
        "m",
        "mr",
        "bat",
        "st",
        "ste",
        "av",
        "tel",
        "env",
        "pers",
        "p",
        "n",
        "art",
        "cf",
        "ex",
        "ch",
        "bd",
        "rdv",
        "resp",
        "max",
        "min",
        "approx",
        "nb",
    }
)
_TITLES = frozenset({"dr", "mme", "m", "st", "ste", "mm", "mr", "bat", "av", "bd"})
_BULLETS = frozenset("-–—•*▪▸►·>")
_OPENERS = frozenset(
    {"et", "puis", "donc", "alors", "aussi", "ensuite", "enfin", "mais", "et puis", "ah", "bon", "euh", "oui", "que", "qu"}
)
_CLAUSE_SIGNS = frozenset({",", ":", "-", "–", "—", "(", "→", ">", "•", "+", "/", "«"})


def sentences(scan: Scan) -> list[Sentence]:
    """The sentences and lines of a message in order, bullets and opening emoji told apart."""
    found: list[Sentence] = []
    first = 0
    for i in range(len(scan) + 1):
        if i < len(scan) and not _stops(scan, i, first):
            continue
        emoji = i < len(scan) and _is_emoji(scan.sign(i))
        if i > first:
            found.append(_opened(scan, first, i))
        first = i if emoji else i + 1
    return [s for s in found if s.body < s.last]


def _stops(scan: Scan, i: int, first: int) -> bool:
    sign = scan.sign(i)
    if scan.time_at[i] is not None or (scan.person_at[i] is not None and sign == "."):
        return sign == "\n"
    if sign in _STOPS:
        return True
    if sign == ".":
        before = scan.fold(i - 1)
        glued = i + 1 < len(scan) and scan.words[i + 1].start == scan.words[i].end
        alone = i < 2 or scan.words[i - 1].start > scan.words[i - 2].end
        capital = i + 1 < len(scan) and scan.words[i + 1].is_capital
        short = (before in _ABBREVIATIONS and (not capital or before in _TITLES)) or (len(before) == 1 and before.isalpha() and alone)
        return not ((glued and scan.words[i + 1].is_number) or (short and i + 1 < len(scan) and scan.sign(i + 1) != "\n") or i == first)
    return _is_emoji(sign) and i > first and not _is_emoji(scan.sign(i - 1)) and scan.sign(i + 1) not in {":", ""}


def _is_emoji(sign: str) -> bool:
    return len(sign) > 0 and ord(sign[0]) >= 0x2600 and unicodedata.category(sign[0]) in {"So", "Sk", "Cn", "Mn"}


def _opened(scan: Scan, first: int, last: int) -> Sentence:
    body, sign, numbered = first, "", False
    opens = first == 0 or scan.sign(first - 1) == "\n"
    while body < last and (_is_emoji(scan.sign(body)) or scan.sign(body) in _BULLETS) and scan.time_at[body] is None:
        sign = sign or scan.sign(body)
        body += 1
    if (
        body + 1 < last
        and scan.words[body].is_number
        and scan.time_at[body] is None
        and scan.sign(body + 1) in {")", "/", ".", "°", "-"}
        and len(scan.sign(body)) <= 2
    ):
        numbered = True
        body += 2
    if not opens and _SIGNS.get(sign) in {"next", "action"}:
        sign = ""
    return Sentence(first, body, last, sign, numbered)


def segments(scan: Scan) -> list[Segment]:
    """The parts of a message in order; headings (« Actions : ») give their role to the lines below."""
    found: list[Segment] = []
    inherited: Role | None = None
    for number, sentence in enumerate(sentences(scan)):
        carried = (
            found[-1].role
            if found and sentence.first and scan.sign(sentence.first - 1) == ";" and found[-1].role in {Role.DECISION, Role.TOPIC}
            else None
        )
        parts = _cut(scan, sentence, number, inherited or carried)
        heading = _heading(scan, sentence, parts)
        if heading is not None:
            inherited = heading
            continue
        if (
            inherited is not None
            and not sentence.bullet
            and (sentence.first == 0 or scan.sign(sentence.first - 1) != "\n" or parts[0].role not in {inherited, Role.FACTS})
        ):
            inherited = None
        found += parts
    return found


def _heading(scan: Scan, sentence: Sentence, parts: list[Segment]) -> Role | None:
    """The role of a line that is only a cue: « Actions : »."""
    if len(parts) != 1 or parts[0].role is Role.FACTS or parts[0].bearers:
        return None
    rest = [i for i in range(parts[0].body, sentence.last) if scan.words[i].is_word or scan.words[i].is_number]
    stands_alone = sentence.last < len(scan) and scan.sign(sentence.last) == "\n"
    return parts[0].role if not rest and stands_alone and not parts[0].kept_cue else None


@dataclass(slots=True)
class _Cut:
    scan: Scan
    sentence: Sentence
    number: int
    parts: list[Segment] = field(default_factory=list)

    def open(self, role: Role, first: int, body: int, *, bearers: tuple[tuple[int, int], ...] = (), kept_cue: bool = False) -> None:
        """Close the part before `first` and open another."""
        if self.parts:
            before = self.parts[-1]
            if before.first >= first or (before.role is role and before.body >= first and not before.bearers):
                self.parts[-1] = replace(before, body=first if kept_cue else body, bearers=bearers, role=role, kept_cue=kept_cue)
                return
            self.parts[-1] = replace(before, last=first)
        self.parts.append(
            Segment(
                role=role,
                first=first,
                last=self.sentence.last,
                body=body,
                sentence=self.number,
                bullet=self.sentence.bullet,
                bearers=bearers,
                kept_cue=kept_cue,
            )
        )


def _cut(scan: Scan, sentence: Sentence, number: int, inherited: Role | None) -> list[Segment]:
    cut = _Cut(scan, sentence, number)
    signed = {"decision": Role.DECISION, "action": Role.ACTION, "next": Role.NEXT}.get(_SIGNS.get(sentence.sign, ""))
    cut.open(signed or inherited or Role.FACTS, sentence.first, sentence.body)
    i = sentence.body
    while i < sentence.last:
        i = _step(cut, i, listed=inherited is Role.ACTION or signed is Role.ACTION)
    if number and len(cut.parts) == 1 and cut.parts[0].role is Role.FACTS and _names_task(scan, sentence):
        cut.parts[0] = replace(cut.parts[0], role=Role.ACTION)
    return _decided(scan, sentence, [p for p in cut.parts if p.last > p.first])


def _names_task(scan: Scan, sentence: Sentence) -> bool:
    """« Affiche : Zoé », « Salle : Jérôme avant le 30 »: a few words, a colon, who, and maybe for when."""
    colon = next((i for i in range(sentence.body, min(sentence.last, sentence.body + 6)) if scan.sign(i) == ":"), None)
    if colon is None or colon == sentence.body or colon + 1 >= sentence.last or scan.person_at[colon + 1] is None:
        return False
    before, behind = range(sentence.body, colon), range(colon + 1, sentence.last)
    if any(
        _AWAY.at(scan.words, i) or _PRESENT.at(scan.words, i) or scan.time_at[i] or scan.group_at[i] or scan.thing_at[i] for i in before
    ):
        return False
    return all(scan.person_at[i] or scan.time_at[i] or scan.fold(i) == "et" or not scan.words[i].is_word for i in behind)


def _step(cut: _Cut, i: int, *, listed: bool) -> int:
    """Look at word i for the start of another part; the next word to look at."""
    scan, end = cut.scan, cut.sentence.last
    if scan.time_at[i] is not None:
        return _after_time(cut, i)
    current = cut.parts[-1]
    if current.role is Role.ACTION and not current.bearers and scan.sign(i) == "," and scan.sign(i - 1) == ")":
        cut.open(Role.ACTION, i + 1, i + 1)
        return i + 1
    if i == cut.sentence.body and scan.fold(i) in {"on", "nous"} and _ROLES.at(scan.words, i) is None:
        deed = deed_at(scan.words, i + 1)
        if (
            deed is not None
            and deed[0] is Deed.WILL
            and not any(t is not None and t.ends is not None for t in scan.time_at[i : cut.sentence.last])
        ):
            cut.open(Role.TOPIC, i, i, kept_cue=True)
            return i + 1
    bearer = bearers_at(scan, i, end) if _may_start_subject(scan, i, cut.sentence) else None
    if bearer is not None:
        after, bearers = bearer
        deed = deed_at(scan.words, after)
        if (
            deed is not None
            and deed[1] < end
            and (scan.person_at[deed[1]] is not None or scan.thing_at[deed[1]] is not None or _ROLES.at(scan.words, deed[1]) is not None)
        ):
            deed = None
        if deed is not None and _told_away(scan, after):
            deed = None
        if deed is not None and deed[0] is Deed.WILL and deed[1] < end and not _decided_of(cut, i):
            cut.open(Role.ACTION, _with_time_before(scan, i, cut.sentence), deed[1], bearers=bearers)
            return deed[1] + 1
        arrow = after
        while arrow < end and scan.sign(arrow) in {"→", "=", ">", "-", "➡", "👉"}:
            arrow += 1
        pointed = arrow > after and scan.sign(arrow - 1) in {"→", ">", "➡", "👉"}
        if (pointed or scan.sign(after) == ":") and after + 1 < end and (pointed or listed or is_infinitive(scan.fold(after + 1))):
            body = arrow if pointed else after + 1
            cut.open(Role.ACTION, i, body, bearers=bearers)
            return body
        if cut.parts[-1].role is not Role.FACTS and i > cut.sentence.body and scan.person_at[i] is not None and _told_away(scan, after):
            cut.open(Role.FACTS, i, i)
            return max(after, i + 1)
        if (
            deed is not None
            and deed[0] is Deed.SPEAKS
            and deed[1] < end
            and scan.fold(deed[1]) in _HOSTS
            and _is_to_come(scan, deed[1], end)
        ):
            cut.open(Role.ACTION, i, deed[1], bearers=bearers)
            return deed[1] + 1
        if (
            deed is not None
            and cut.parts[-1].role is not Role.FACTS
            and deed[0] is Deed.DID
            and i > cut.sentence.body
            and scan.sign(i - 1) in {",", "-", "–"}
        ):
            cut.open(Role.FACTS, i, i)
        return max(after, i + 1)
    group = scan.group_at[i]
    if (
        group is not None
        and group.first == i
        and group.strength >= 3
        and cut.parts[-1].role is Role.TOPIC
        and scan.sign(i - 1) in {",", "(", "-", "–"}
    ):
        cut.open(Role.FACTS, i, i)
        return group.last
    if scan.person_at[i] is not None or scan.group_at[i] is not None or scan.thing_at[i] is not None:
        if _ROLES.at(scan.words, i) is None or scan.group_at[i] is None or not _is_next(scan, i):
            return i + 1
    decided = _group_decides(scan, i, end) if scan.fold(i - 1) not in {"pas", "que", "qu", "si"} else None
    if decided is not None and (_ROLES.at(scan.words, i) is None or cut.parts[-1].role is Role.TOPIC):
        cut.open(Role.DECISION, i, decided, kept_cue=decided == i)
        return decided + 1
    cue = _ROLES.at(scan.words, i)
    if cue is not None and _holds(cut, cue):
        _open_cue(cut, cue)
        return cue.last
    return i + 1


def _decided_of(cut: _Cut, i: int) -> bool:
    """Whether a structure follows « on a décidé que » at once: it is what was decided, not a task."""
    current = cut.parts[-1]
    return (
        current.role is Role.DECISION
        and current.body <= i <= current.body + 2
        and cut.scan.person_at[i] is None
        and cut.scan.fold(i) not in {"je", "j"}
    )


def _told_away(scan: Scan, i: int) -> bool:
    """Whether « était malade », « excusé » follows word i."""
    return any(
        _AWAY.at(scan.words, k) is not None for k in range(i, min(len(scan), i + 4)) if all(scan.fold(j) in _WERE for j in range(i, k))
    )


def _is_to_come(scan: Scan, first: int, last: int) -> bool:
    """Whether a day still to come is told among those words."""
    today = scan.hearing.now.date()
    return any(
        (t := scan.time_at[i]) is not None
        and t.days is not None
        and t.days.first > today
        and (t.past is None or t.past == t.future or t.days == t.future)
        for i in range(first, last)
    )


def _group_decides(scan: Scan, i: int, end: int) -> int | None:
    """Where the text of a decision begins that « on », « le groupe », « les membres » take at word i: « on a enfin choisi… »."""
    subject = _SUBJECTS.at(scan.words, i)
    if subject is None:
        return None
    j = subject.last
    while j < end and scan.fold(j) in _ADVERBS:
        j += 1
    plain = subject.first if scan.fold(i) in {"on", "nous"} else i
    if scan.fold(j) in {"a", "ont", "avons", "est", "sont"}:
        j += 1
        while j < end and scan.fold(j) in _ADVERBS:
            j += 1
        if scan.fold(j) in _DECIDED:
            return _past_of(scan, j + 1) if scan.fold(j) in _SAID_AWAY else plain
        return None
    if scan.fold(j) in _DECIDES:
        return _past_of(scan, j + 1) if scan.fold(j) in {"decide", "decident", "decidons"} else plain
    ahead = scan.fold(j)
    if scan.fold(i) in {"on", "nous"} and ahead.endswith(("ra", "rons")) and len(ahead) > 3 and ahead not in _OPEN_FUTURES:
        return plain
    return None


def _past_of(scan: Scan, i: int) -> int:
    """Past « de », « que », « d' » after « décidé »."""
    return i + 1 if scan.fold(i) in {"de", "d", "que", "qu"} else i


def _is_next(scan: Scan, i: int) -> bool:
    return scan.fold(i).startswith("proch")


def _after_time(cut: _Cut, i: int) -> int:
    """Past a time; facts come back after a topic told in the header (« sur la canicule de 9h à midi à la mairie »)."""
    scan = cut.scan
    time = scan.time_at[i]
    last = i
    while last < cut.sentence.last and scan.time_at[last] is time:
        last += 1
    current = cut.parts[-1]
    if current.role is Role.TOPIC and time is not None and time.starts is not None and time.ends is not None and i > current.body:
        cut.open(Role.FACTS, i, i)
    return last


def _may_start_subject(scan: Scan, i: int, sentence: Sentence) -> bool:
    person = scan.person_at[i]
    if person is not None:
        return person.first == i
    if i == sentence.body or scan.sign(i - 1) in _CLAUSE_SIGNS or scan.fold(i - 1) in _OPENERS or scan.time_at[i - 1] is not None:
        return True
    return scan.fold(i) in {"je", "j"} or (scan.fold(i) == "c" and scan.fold(i + 1) == "est")


def bearers_at(scan: Scan, i: int, end: int) -> tuple[int, tuple[tuple[int, int], ...]] | None:
    """The subjects that begin at word i (« Odile, Samira et moi », « la CAF (Céline Laurent) », « je ») and the word after them."""
    found: list[tuple[int, int]] = []
    j = i
    while j < end:
        one = _bearer_at(scan, j, end)
        if one is None:
            break
        after, bearer = one
        found.append(bearer)
        j = after
        if scan.sign(j) in {",", "&", "/"} or scan.fold(j) == "et":
            if _bearer_at(scan, j + 1, end) is not None:
                j += 1
                continue
        break
    return (j, tuple(found)) if found else None


def _bearer_at(scan: Scan, i: int, end: int) -> tuple[int, tuple[int, int]] | None:
    if i >= end:
        return None
    person = scan.person_at[i]
    if person is not None:
        return _past_parenthesis(scan, person.last, end), (person.first, person.last)
    if (
        scan.fold(i) == "c"
        and scan.fold(i + 1) == "est"
        and i + 2 < end
        and (named := scan.person_at[i + 2]) is not None
        and scan.fold(named.last) == "qui"
    ):
        return named.last + 1, (named.first, named.last)
    if scan.fold(i) == "moi" and scan.fold(i + 1) in {"je", "j"}:
        return i + 2, (i, i)
    if scan.fold(i) in {"je", "j", "moi"}:
        return i + 1, (i, i)
    if scan.fold(i) in {"elle", "il"} and (i == 0 or scan.sign(i - 1) in {".", ",", "\n", "!", ";"} or scan.fold(i - 1) in {"et", "mais"}):
        spoken = _spoken_of(scan, i)
        deed = deed_at(scan.words, i + 1)
        if (
            spoken is not None
            and deed is not None
            and deed[0] is Deed.WILL
            and scan.fold(i + 1) not in {"faut", "faudra", "faudrait", "reste"}
        ):
            return i + 1, spoken
    j = i
    while j < end and scan.fold(j) in {"la", "le", "l", "les"}:
        j += 1
    thing = scan.thing_at[j] if j < end else None
    if thing is not None and thing.structures and thing.first == j:
        after = thing.last
        if (
            scan.sign(after) == "("
            and after + 1 < end
            and (inside := scan.person_at[after + 1]) is not None
            and scan.sign(inside.last) == ")"
        ):
            return inside.last + 1, (inside.first, inside.last)
        return after, (j, after)
    if title_of(scan.words, i) is not None and i + 1 < end:
        name = i + 2 if scan.sign(i + 1) == "." else i + 1
        if name < end and scan.words[name].is_capital:
            return _past_parenthesis(scan, name + 1, end), (i, name + 1)
    return None


def _spoken_of(scan: Scan, i: int) -> tuple[int, int] | None:
    """The last person named before « elle » or « il »."""
    for k in range(i - 1, max(-1, i - 40), -1):
        person = scan.person_at[k]
        if person is not None:
            return person.first, person.last
    return None


def _past_parenthesis(scan: Scan, i: int, end: int) -> int:
    if scan.sign(i) != "(":
        return i
    close = next((k for k in range(i, min(end, i + 8)) if scan.sign(k) == ")"), None)
    return i if close is None else close + 1


def _with_time_before(scan: Scan, i: int, sentence: Sentence) -> int:
    """Where an action begins when its day stands before its subject: « Demain j'envoie le CR »."""
    time = scan.time_at[i - 1] if i > sentence.body else None
    if time is None:
        return i
    first = i - 1
    while first > sentence.body and scan.time_at[first - 1] is time:
        first -= 1
    return first if first == sentence.body or scan.sign(first - 1) in _CLAUSE_SIGNS or scan.fold(first - 1) in _OPENERS else i


def _holds(cut: _Cut, cue: Found) -> bool:
    """Whether a cue means its role there: many are also ordinary words."""
    scan, i = cut.scan, cue.first
    at_start = i == cut.sentence.body or scan.sign(i - 1) in _CLAUSE_SIGNS or scan.fold(i - 1) in _OPENERS
    said = " ".join(w.fold for w in scan.words[cue.first : cue.last])
    role = cut.parts[-1].role
    if cue.tag == "next":
        return _holds_next(cut, cue, at_start=at_start)
    if cue.tag == "action":
        if said in {"action", "actions"} and (told := bearers_at(scan, cue.last, cut.sentence.last)) is not None:
            deed = deed_at(scan.words, told[0])
            return deed is not None and deed[0] is Deed.WILL
        return (
            (at_start or said.startswith(("il ", "reste ")))
            and (scan.sign(cue.last) == ":" or said not in {"action", "actions", "taches"})
            and role is not Role.DECISION
        )
    if cue.tag == "topic":
        if said == "sur":
            return role is Role.FACTS and (at_start or _after_facts(scan, i)) and not scan.words[min(cue.last, len(scan) - 1)].is_number
        return (
            (at_start or cue.last - cue.first > 1)
            and role in {Role.FACTS, Role.TOPIC}
            and (scan.sign(cue.last) == ":" or said not in {"contenu", "objet", "sujet", "theme", "sujets", "themes"} or at_start)
        )
    if cue.tag == "decision":
        return at_start or cue.last - cue.first > 1 or scan.sign(cue.last) == ":" or role is Role.FACTS
    return at_start or role in {Role.FACTS, Role.TOPIC}


def _holds_next(cut: _Cut, cue: Found, *, at_start: bool) -> bool:
    scan = cut.scan
    said = " ".join(w.fold for w in scan.words[cue.first : cue.last])
    if said in {"rdv", "rendez vous", "rv", "date", "reunion"}:
        where = cue.last + 1 if scan.sign(cue.last) == ":" else cue.last
        return at_start and cut.number > 0 and where < len(scan) and _is_to_come(scan, where, where + 1)
    timed = any(scan.time_at[k] is not None for k in range(cue.last, min(cut.sentence.last, cue.last + 14)))
    return timed and (
        at_start
        or scan.fold(cue.first - 1) in {"la", "le", "pour", "l"}
        or cut.parts[-1].role is not Role.TOPIC
        or cue.last - cue.first > 1
    )


def _after_facts(scan: Scan, i: int) -> bool:
    return any(at[i - 1] is not None for at in (scan.time_at, scan.person_at, scan.thing_at, scan.group_at)) if i else False


def _open_cue(cut: _Cut, cue: Found) -> None:
    role = {"decision_kept": Role.DECISION}.get(cue.tag) or Role(cue.tag)
    announced = cut.scan.sign(cue.last) == ":"
    kept = cue.tag == "decision_kept" or (
        cue.tag == "topic"
        and not announced
        and cue.last - cue.first > 1
        and cut.scan.fold(cue.first) not in {"on", "ordre", "odj", "sujet", "theme"}
    )
    body = cue.first if kept else cue.last
    cut.open(role, cue.first, body, kept_cue=kept)


def _decided(scan: Scan, sentence: Sentence, parts: list[Segment]) -> list[Segment]:
    """Facts or topics that hold a form such as « validé » become decisions: the whole sentence, or its clause if it tells facts too."""
    found: list[Segment] = []
    for part in parts:
        form = _FORMS.first(scan.words, part.body, part.last) if part.role in {Role.FACTS, Role.TOPIC} else None
        if form is not None and _is_present(scan, form.last - 1):
            form = None
        if form is None or scan.fold(form.first - 1) in {"pas", "non", "encore", "etre", "sera", "jamais"}:
            found.append(part)
            continue
        first, last = part.body, part.last
        if _tells_facts(scan, part):
            first, last = _clause(scan, part, form.first)
        if _tells_away(scan, first, last):
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


def _clause(scan: Scan, part: Segment, at: int) -> tuple[int, int]:
    first, last = at, at
    while first > part.body and scan.sign(first - 1) not in {",", ":", "-", "–"}:
        first -= 1
    while last < part.last and scan.sign(last) not in {",", "-", "–"}:
        last += 1
    return first, last
