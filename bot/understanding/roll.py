"""Who was there and who was not: the attendance list that a message tells in whatever order."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from bot.domain.attendance import AttendanceState, Presence
from bot.understanding.counts import everyone_noun, number_value, staff_noun
from bot.understanding.index import VocabularyIndex, stem
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.names import PersonMention, title_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.verbs import Deed, deed_at

_CUES = table("cues")
_TABLE = PhraseTable({tag: _CUES[tag]["words"] for tag in ("excused", "absent", "represented", "present", "everyone")})
_STATES = {"excused": AttendanceState.EXCUSED, "absent": AttendanceState.ABSENT, "represented": AttendanceState.REPRESENTED}
_SIGNS = {sign: tag for tag, several in _CUES["signs"].items() for sign in several}
_PEOPLE = words_of("names", "somebody")
_AUTHOR = words_of("names", "author") | {"moi"}
_ARTICLES = frozenset({"le", "la", "l", "les", "un", "une", "des", "du", "de", "d"})
_PREFIX_ONLY = frozenset({"sauf", "hormis", "excepte", "manquait", "manquaient", "il manquait", "a part", "moins", "pas vu", "personne de"})
_ENDS_LIST = frozenset({".", "\n", ";", "!", "?"})
_STOPPERS = frozenset(
    {
        "pour",
        "pr",
        "sur",
        "on",
        "nous",
        "il",
        "elle",
        "c",
        "qui",
        "que",
        "afin",
        "ce",
        "cet",
        "cette",
        "dans",
        "en",
        "a",
        "au",
        "aux",
        "mais",
        "car",
        "compris",
        "comprise",
        "inclus",
        "incluse",
    }
)
MAX_CANDIDATES = 8


@dataclass(slots=True)
class Item:
    """One line of the list while it is read: words [first, last), the presence, and whether « et » ties it to the one before."""

    first: int
    last: int
    presence: Presence
    tied: bool = False
    said_state: bool = False


@dataclass(slots=True)
class Roll:
    """What was read of an attendance: its items in order, whether all the group was there, and who is excepted."""

    items: list[Item] = field(default_factory=list)
    everyone: bool = False
    author_away: bool = False

    @property
    def presences(self) -> tuple[Presence, ...]:
        """The presences in the order told."""
        return tuple(item.presence for item in self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class RollSetting:
    """What the reading of names depends on: the group met, the words of the place and of the head count, which list nobody."""

    group_id: int | None
    skipped: frozenset[int] = frozenset()
    listed: bool = False


def read_roll(scan: Scan, ranges: Iterable[tuple[int, int]], setting: RollSetting, *, listed: bool = False) -> Roll:
    """Read the people of those words; `listed`: they are known to be a list (an answer to « qui était là ? »)."""
    roll = Roll()
    for first, last in ranges:
        _read_range(scan, first, last, setting, roll, listed=listed)
    _drop_doubles(roll)
    return roll


def _read_range(scan: Scan, first: int, last: int, setting: RollSetting, roll: Roll, *, listed: bool) -> None:
    state = _STATES.get(_SIGNS.get(scan.sign(first - 1)[:1], ""), AttendanceState.PRESENT)
    fresh = len(roll.items)
    in_list = listed or state is not AttendanceState.PRESENT or _SIGNS.get(scan.sign(first - 1)[:1]) == "present"
    muted = False
    i = first
    while i < last:
        if scan.sign(i) in _ENDS_LIST:
            state, in_list, fresh, muted = AttendanceState.PRESENT, listed, len(roll.items), False
            i += 1
            continue
        if scan.sign(i) == ":":
            muted = False
        if i in setting.skipped:
            i += 1
            continue
        cue = _TABLE.at(scan.words, i) if scan.person_at[i] is None else None
        if cue is not None and cue.last <= last:
            if scan.fold(cue.first) == "sans" and not (scan.sign(cue.last) == ":" or _someone_at(scan, min(cue.last, len(scan) - 1))):
                i = cue.last
                continue
            if scan.fold(cue.first) == "ok" and not (cue.first > 0 and scan.person_at[cue.first - 1] is not None):
                i = cue.last
                continue
            if (
                cue.tag == "represented"
                and scan.fold(cue.last - 1) not in {"par", "a"}
                and not scan.sign(cue.last - 1).endswith(("é", "ée", "és", "ées"))
            ):
                i = cue.last
                continue
            if cue.tag == "everyone":
                roll.everyone = True
                in_list = True
            elif cue.tag == "present":
                muted = muted and cue.last - cue.first == 1
                state, in_list = (
                    (AttendanceState.PRESENT, True)
                    if cue.last - cue.first > 1 or scan.fold(i) != "avec" or state is AttendanceState.PRESENT
                    else (state, in_list)
                )
            elif not _applies_back(scan, cue.first, cue.last, cue.tag, roll, fresh, first):
                state, in_list = _STATES[cue.tag], True
            i = cue.last
            continue
        denies = (
            i + 2
            if scan.fold(i) == "pas" and scan.fold(i + 1) in {"de", "d"}
            else i + 1
            if scan.fold(i) == "pas" and scan.sign(i - 1) in {",", "(", "mais", "et"}
            else last
        )
        if denies < last and scan.person_at[denies] is not None:
            denied = _item_at(scan, denies, last, setting, in_list=True)
            if denied is not None:
                denied.presence = replace(denied.presence, state=AttendanceState.ABSENT)
                denied.said_state = True
                roll.items.append(denied)
                i = denied.last
                continue
        item = _item_at(scan, i, last, setting, in_list=in_list)
        if item is not None and muted and state is AttendanceState.PRESENT:
            i = max(item.last, i + 1)
            continue
        if item is None:
            if scan.words[i].is_word and scan.fold(i) in {"pour", "pr", "sur", "on", "qui"} and scan.time_at[i] is None:
                in_list = listed
            i += 1
            continue
        if item.presence.count:
            item.presence = replace(item.presence, state=state)
            item.tied = scan.fold(i - 1) in {"et", "&", "ni"} or (scan.fold(i - 1) in _ARTICLES and scan.fold(i - 2) == "et")
            roll.items.append(item)
            in_list = True
            _like_the_last(scan, roll, item)
            muted = muted or _speaks(scan, item.last)
        i = max(item.last, i + 1)


def _like_the_last(scan: Scan, roll: Roll, item: Item) -> None:
    """« Julie excusée, la CAF aussi »; « Aminata non »."""
    beyond = scan.fold(item.last)
    if beyond in {"aussi", "egalement", "pareil", "itou"} and len(roll.items) > 1 and roll.items[-2].said_state:
        item.presence = replace(item.presence, state=roll.items[-2].presence.state)
        item.said_state = True
    elif beyond == "non" and scan.sign(item.last + 1) in {".", ",", ";", "", "\n"}:
        item.presence = replace(item.presence, state=AttendanceState.ABSENT)
        item.said_state = True


def _speaks(scan: Scan, i: int) -> bool:
    """Whether the person who ends before word i is told to have spoken: what follows names no one present."""
    deed = deed_at(scan.words, i)
    if deed is None or deed[0] is Deed.WILL:
        return False
    if deed[0] is Deed.SPEAKS:
        return True
    return (
        scan.fold(deed[1]) in {"a", "ont", "avait", "avaient"}
        and deed[1] + 1 < len(scan)
        and scan.fold(deed[1] + 1).endswith(("e", "i", "u", "t", "is", "it"))
        and _TABLE.at(scan.words, deed[1]) is None
    )


def _applies_back(scan: Scan, first: int, last: int, tag: str, roll: Roll, fresh: int, start: int) -> bool:
    """Give an away state to the people just named (« Sophie Martin et la PMI excusées »); False if it announces those who follow."""
    said = " ".join(w.fold for w in scan.words[first:last])
    if said in _PREFIX_ONLY or scan.sign(last) == ":" or (len(roll.items) <= fresh and not roll.items):
        return False
    if not roll.items:
        return False
    if (
        last < len(scan)
        and _someone_at(scan, last)
        and scan.sign(first - 1) not in {",", "("}
        and not _agrees(scan, roll, scan.fold(last - 1))
    ):
        return False
    between = roll.items[-1].last
    gap = [
        k
        for k in range(between, first)
        if scan.words[k].is_word
        and scan.fold(k)
        not in {
            "est",
            "etait",
            "sont",
            "etaient",
            "s",
            "a",
            "qui",
            "aussi",
            "tous",
            "toutes",
            "deux",
            "les",
            "bien",
            "m",
            "nous",
            "c",
            "en",
            "ne",
            "n",
            "avait",
            "il",
            "elle",
            "ils",
            "elles",
            "y",
            "devait",
            "devaient",
            "venir",
            "mais",
            "ete",
            "prevu",
            "present",
            "presente",
            "finalement",
        }
    ]
    if (
        gap
        or any(scan.sign(k) in _ENDS_LIST for k in range(between, first))
        or (
            scan.sign(first - 1) == ","
            and first - between > 1
            and scan.fold(first - 1) not in {"il", "elle", "ils", "elles"}
            and scan.sign(between) != ","
        )
    ):
        return False
    state = _STATES[tag]
    k = len(roll.items) - 1
    plural = (
        scan.fold(last - 1).endswith("s")
        or any(scan.fold(k) in {"ont", "sont", "etaient", "avaient"} for k in range(first, last))
        or scan.fold(first - 1) in {"sont", "etaient", "toutes", "tous", "deux", "ont", "avaient"}
    )
    _mark(roll, k, state)
    while plural and k > fresh and (roll.items[k].tied or (k == len(roll.items) - 1 and not any(it.tied for it in roll.items[fresh:]))):
        k -= 1
        _mark(roll, k, state)
    return True


def _someone_at(scan: Scan, i: int) -> bool:
    """Whether somebody is named at word i, over an article."""
    j = i + 1 if scan.fold(i) in {"la", "le", "l"} and i + 1 < len(scan) else i
    person, thing = scan.person_at[j], scan.thing_at[j]
    return (person is not None and person.first == j) or (thing is not None and thing.first == j and bool(thing.structures))


def _agrees(scan: Scan, roll: Roll, cue: str) -> bool:
    """Whether « excusé », « excusée » can be said of the person just named, and only of one."""
    person = roll.items[-1].presence.person_id
    if person is None or cue in {"exc", "excuses", "absents"}:
        return False
    feminine = cue.endswith("ee") or cue == "absente"
    civility = scan.index.people[person].civility
    return civility is None or civility.startswith("Mme") == feminine


def _mark(roll: Roll, k: int, state: AttendanceState) -> None:
    before = roll.items[k].presence.state
    if not (before is AttendanceState.EXCUSED and state is AttendanceState.ABSENT):
        roll.items[k].presence = replace(roll.items[k].presence, state=state)
    roll.items[k].said_state = True


def _item_at(scan: Scan, i: int, end: int, setting: RollSetting, *, in_list: bool) -> Item | None:
    """One item that begins at word i; an item of count 0 is one to pass over (the author, a subject of something to do)."""
    person = scan.person_at[i]
    if person is not None and person.first == i:
        return _person_item(scan, person, setting)
    if scan.fold(i) == "moi" or scan.fold(i) in _AUTHOR - {"je", "j"}:
        return Item(i, i + 1, Presence(count=0))
    counted = _counted_item(scan, i, end, setting, in_list=in_list)
    if counted is not None:
        return counted
    thing = scan.thing_at[i]
    if thing is not None and thing.first == i and thing.structures:
        verb = deed_at(scan.words, thing.last)
        if not in_list and verb is not None and verb[0] is not Deed.DID:
            return Item(i, thing.last, Presence(count=0))
        if _names_the_meeting(scan, i) or not _stands_in_list(scan, i, in_list=in_list):
            return Item(i, thing.last, Presence(count=0))
        return _structure_item(scan, i, setting, count=1, first=i)
    if scan.time_at[i] is not None or scan.group_at[i] is not None or thing is not None:
        return None
    return _guest_item(scan, i, end, in_list=in_list, listed=setting.listed)


def _stands_in_list(scan: Scan, i: int, *, in_list: bool) -> bool:
    """Whether a structure at word i is told as somebody present: after a sign, « et », « avec » — not « accordé par l'agglo »."""
    j = i - 1
    while j >= 0 and scan.fold(j) in {"la", "le", "l", "les"}:
        j -= 1
    if j < 0:
        return True
    if scan.fold(j) in {
        "par",
        "de",
        "du",
        "d",
        "des",
        "pour",
        "pr",
        "chez",
        "sur",
        "via",
        "entre",
        "dans",
        "vers",
        "que",
        "a",
        "au",
        "aux",
        "en",
        "auprès",
        "aupres",
        "sous",
    }:
        return False
    return (
        in_list
        or scan.sign(j) in {",", ":", "+", "(", "\n", ".", "&", ";", "-", "–", "/"}
        or scan.fold(j) in {"et", "avec", "plus", "dont"}
        or not scan.words[j].is_word
        or scan.time_at[j] is not None
        or scan.thing_at[j] is not None
        or scan.person_at[j] is not None
    )


def _names_the_meeting(scan: Scan, i: int) -> bool:
    """« rencontre CPTS », « réu avec… » apart: a structure that says which meeting it was; or the employer of the person just named."""
    j = i - 1
    while j >= 0 and scan.fold(j) in _ARTICLES:
        j -= 1
    if scan.words[j].canon in {"reunion", "rencontre", "rdv", "comite", "commission"} if j >= 0 else False:
        return True
    person = scan.person_at[i - 2] if i >= 2 and scan.sign(i - 1) == "," else None
    thing = scan.thing_at[i]
    if person is None or thing is None:
        return False
    return any(scan.index.people[p].structure_id in thing.structures for p in person.ids) and len(person.ids) == 1


def _person_item(scan: Scan, person: PersonMention, setting: RollSetting) -> Item:
    structures, last = structure_beside(scan, person.last)
    presence = presence_of(scan, person, structures, setting.group_id)
    return Item(person.first, last, presence)


def structure_beside(scan: Scan, i: int) -> tuple[tuple[int, ...], int]:
    """The structure said right after a name (« du CCAS », « (CAF) ») and the word after it; () and i if none."""
    j = i
    opened = scan.sign(j) == "("
    if opened:
        j += 1
    links = 0
    while scan.fold(j) in {"de", "du", "des", "d", "la", "le", "l", "pour", "a", "au"} and links < 3:
        j, links = j + 1, links + 1
    thing = scan.thing_at[j] if j < len(scan) else None
    if thing is None or thing.first != j or not thing.structures or not (opened or (links and scan.fold(i) in {"de", "du", "des", "d"})):
        if opened:
            close = next((k for k in range(i + 1, min(len(scan), i + 9)) if scan.sign(k) == ")"), None)
            inside = range(i + 1, close) if close else range(0)
            if close and not any(_TABLE.at(scan.words, k) or scan.person_at[k] is not None or scan.time_at[k] is not None for k in inside):
                found = tuple(s for k in inside if (t := scan.thing_at[k]) is not None for s in t.structures)
                return found, close + 1
        return (), i
    last = thing.last
    return thing.structures, last + 1 if opened and scan.sign(last) == ")" else last


def presence_of(scan: Scan, person: PersonMention, structures: tuple[int, ...], group_id: int | None) -> Presence:
    """Who a name means, by what stands beside it and then by the group; several left: candidates, the author's own groups first."""
    ids = choose_people(person.ids, scan.index, structures=structures, group_id=group_id, author_id=scan.hearing.author_id)
    if not ids:
        return Presence(count=0)
    if len(ids) == 1:
        return Presence(person_id=ids[0], said=person.said)
    return Presence(said=person.said, candidates=ids[:MAX_CANDIDATES])


def choose_people(
    ids: Collection[int], index: VocabularyIndex, *, structures: Collection[int], group_id: int | None, author_id: int | None
) -> tuple[int, ...]:
    """The people who remain possible, best first; empty when only the author is meant."""
    left = [p for p in ids if p != author_id]
    if structures:
        left = [p for p in left if index.people[p].structure_id in structures] or left
    group = index.groups.get(group_id) if group_id is not None else None
    if len(left) > 1 and group is not None:
        inside = set(group.member_ids) | set(group.pilot_ids)
        left = [p for p in left if p in inside] or left
    if len(left) > 1 and author_id is not None:
        own = set(index.groups_of.get(author_id, ()))
        left.sort(key=lambda p: not own.intersection(index.groups_of.get(p, ())))
    return tuple(left)


def _counted_item(scan: Scan, i: int, end: int, setting: RollSetting, *, in_list: bool) -> Item | None:
    """« 2 pers du CCAS », « 1 du Département », « 3 habitants », « deux bénévoles de la banque alimentaire »."""
    number = number_value(scan, i)
    if number is None or i in setting.skipped:
        return None
    value, _, after = number
    if (
        after >= end
        or not 1 <= value <= 500
        or scan.fold(after)
        in {
            "nouvelles",
            "nouveaux",
            "nouvelle",
            "nouveau",
            "euros",
            "ans",
            "fois",
            "%",
            "x",
            "points",
            "dossiers",
            "reunion",
            "reunions",
            "rdv",
            "heures",
            "heure",
            "h",
            "min",
            "jours",
            "semaines",
            "mois",
            "axes",
            "capteurs",
            "tables",
            "chaises",
            "affiches",
            "flyers",
        }
        or not scan.words[after].is_word
    ):
        return None
    noun_end = staff_noun(scan, after) or everyone_noun(scan, after) or after
    j = noun_end
    if noun_end == after or scan.fold(j) in {"de", "du", "des", "d"}:
        while j < end and scan.fold(j) in _ARTICLES:
            j += 1
    k = j
    while (
        k < end
        and k < j + 4
        and scan.words[k].is_word
        and scan.thing_at[k] is None
        and scan.time_at[k] is None
        and scan.fold(k) not in _STOPPERS | {"et", "excuse", "excuses"}
    ):
        k += 1
    thing = scan.thing_at[k] if k < end else None
    if thing is not None and thing.first == k and thing.structures and (k == j or noun_end == after):
        return _structure_item(scan, k, setting, count=value, first=i)
    if scan.fold(after) in {"de", "d"}:
        after += 1
    if scan.fold(after) == "ou":
        return None
    last = _noun_phrase(scan, after, end)
    said = scan.slice(after, last)
    if not said:
        return None
    if not in_list and not _counts_people(scan, i, after):
        return None
    everyone = everyone_noun(scan, after)
    if everyone is not None and everyone >= last:
        return Item(i, last, Presence(count=0))
    return Item(i, last, Presence(said=said, count=value))


def _counts_people(scan: Scan, i: int, after: int) -> bool:
    """Whether a number told outside any list counts people: « 25 parents », « + 3 autres »."""
    if scan.sign(i - 1) in {"+", "("} or scan.fold(i - 1) in {"et", "dont", "avec", "plus"}:
        return True
    return scan.fold(after) in _PEOPLE or stem(scan.canon(after)) in scan.index.functions or staff_noun(scan, after) is not None


def _noun_phrase(scan: Scan, i: int, end: int) -> int:
    j = i
    while (
        j < end
        and not (j > i and scan.fold(j) in {"salle", "mairie", "mediatheque", "foyer"})
        and j < i + 6
        and scan.words[j].is_word
        and scan.time_at[j] is None
        and scan.group_at[j] is None
        and scan.person_at[j] is None
        and not (scan.thing_at[j] is not None and scan.thing_at[j].structures)
        and scan.fold(j) not in _STOPPERS | {"et", "avec", "plus"}
        and _TABLE.at(scan.words, j) is None
    ):
        j += 1
    while j > i + 1 and scan.fold(j - 1) in _ARTICLES:
        j -= 1
    return j


def _structure_item(scan: Scan, i: int, setting: RollSetting, *, count: int, first: int) -> Item:
    thing = scan.thing_at[i]
    assert thing is not None
    last = thing.last
    if scan.sign(last) == "(" and (inside := scan.person_at[last + 1]) is not None:
        if scan.sign(inside.last) == ")":
            return Item(first, inside.last + 1, presence_of(scan, inside, thing.structures, setting.group_id))
        return Item(first, last, Presence(count=0))
    if len(thing.structures) > 1:
        return Item(
            first,
            last,
            Presence(said=thing.said, count=count, candidates=thing.structures[:MAX_CANDIDATES], candidates_are_structures=True),
        )
    return Item(first, last, Presence(structure_id=thing.structures[0], said=thing.said, count=count))


def _guest_item(scan: Scan, i: int, end: int, *, in_list: bool, listed: bool) -> Item | None:
    """Somebody whom the directory does not know: « Mme Pagès », « Farid Amrouche », « le maire de Bessèges », « le planning familial »."""
    j = i
    title = title_of(scan.words, i)
    if title is not None:
        j = i + 2 if scan.sign(i + 1) == "." else i + 1
        if j < end and scan.words[j].is_word and scan.words[j].is_capital:
            last = j + 1
            while last < end and scan.words[last].is_word and scan.words[last].is_capital and scan.person_at[last] is None:
                last += 1
            return Item(i, _past_note(scan, last), Presence(said=scan.slice(i, last)))
        if title == "docteur" or j >= end:
            return None
    asked = scan.fold(i - 1) in {"ajoute", "rajoute", "manque", "oublie", "ajouter", "rajouter"}
    if not (in_list or asked) or not scan.words[i].is_word or scan.fold(i) in _STOPPERS:
        return None
    before = scan.sign(i - 1) if i else ","
    if (
        before not in {",", ":", "+", "(", "&", "-", "–", "•", "\n"}
        and scan.fold(i - 1) not in {"et", "avec", "plus", "presents", "excuses", "dont"}
        and not asked
    ):
        return None
    first = i
    if scan.fold(i) in {"de", "d", "du", "des", "puis", "ensuite", "apres", "tout", "rien"}:
        return None
    while i < end and scan.fold(i) in {"le", "la", "l", "les", "un", "une"}:
        i += 1
    if i < end and (
        scan.thing_at[i] is not None
        or scan.fold(i) in {"nouveau", "nouvelle", "nouveaux", "nouvelles", "reste", "suite", "autre", "autres"}
    ):
        return None
    articled = i > first
    last = _noun_phrase(scan, i, end)
    if last == i or last - i > 6 or (deed_at(scan.words, last) is not None and not scan.words[i].is_capital):
        return None
    named = last - i >= 2 and all(scan.words[k].is_capital for k in range(i, min(last, i + 2)))
    if not named and deed_at(scan.words, i) is not None:
        return None
    return (
        Item(first, _past_note(scan, last), Presence(said=scan.slice(i, last)))
        if named or ((articled or any(scan.words[k].is_capital for k in range(i, last)) or listed) and _whole_piece(scan, first, last, end))
        else None
    )


def _past_note(scan: Scan, i: int) -> int:
    _, last = structure_beside(scan, i)
    return last


def _whole_piece(scan: Scan, first: int, last: int, end: int) -> bool:
    """Whether [first, last) is all that stands between two list signs."""
    return (
        last >= end
        or scan.time_at[last] is not None
        or scan.sign(last) in {",", "+", "(", ")", "&", ".", "\n", ";"}
        or scan.fold(last) in {"et", "excuse", "excusee", "excuses"}
    )


def _drop_doubles(roll: Roll) -> None:
    """One line a person: the last state said wins."""
    seen: dict[int, Item] = {}
    kept: list[Item] = []
    for item in roll.items:
        person = item.presence.person_id
        if person is None:
            kept.append(item)
        elif person not in seen:
            seen[person] = item
            kept.append(item)
        elif item.presence.state is not AttendanceState.PRESENT or item.said_state:
            seen[person].presence = replace(seen[person].presence, state=item.presence.state)
    roll.items = kept


def subject_speaks(scan: Scan, person: PersonMention) -> bool:
    """Whether a person is told to have spoken or acted in the meeting."""
    deed = deed_at(scan.words, person.last)
    return deed is not None and deed[0] in {Deed.SPEAKS, Deed.DID}
