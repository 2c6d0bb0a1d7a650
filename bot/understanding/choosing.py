"""Which people and structures a name means, by what stands beside it and by the group."""

from __future__ import annotations

from collections.abc import Collection

from bot.domain.attendance import Presence
from bot.understanding.away_words import absent_words, excused_words
from bot.understanding.index import VocabularyIndex
from bot.understanding.lexicon_files import table
from bot.understanding.person_mentions import PersonMention
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan

ATTENDANCE = PhraseTable(
    {
        "excused": excused_words(),
        "absent": absent_words(),
        **{tag: table("cues")[tag]["words"] for tag in ("represented", "present", "everyone")},
    }
)
ARTICLES = frozenset({"le", "la", "l", "les", "un", "une", "des", "du", "de", "d"})

MAX_CANDIDATES = 8


def structure_beside(scan: Scan, i: int) -> tuple[tuple[int, ...], int]:
    """The structure said right after a name (« du CCAS », « (CAF) ») and the word after it; () and i if none."""
    j = i
    opened = scan.sign(j) == "("
    if opened:
        j += 1
    links = 0
    while scan.fold(j) in {"de", "du", "des", "d", "la", "le", "l", "les", "pour", "pr", "a", "au"} and links < 3:
        j, links = j + 1, links + 1
    thing = scan.thing_at[j] if j < len(scan) else None
    if (
        thing is None
        or thing.first != j
        or not thing.structures
        or not (opened or (links and scan.fold(i) in {"de", "du", "des", "d", "pour", "pr"}) or _own_structure(scan, i))
    ):
        if opened:
            close = next((k for k in range(i + 1, min(len(scan), i + 9)) if scan.sign(k) == ")"), None)
            inside = range(i + 1, close) if close else range(0)
            if close and not any(
                ATTENDANCE.at(scan.words, k) or scan.person_at[k] is not None or scan.time_at[k] is not None for k in inside
            ):
                found = tuple(s for k in inside if (t := scan.thing_at[k]) is not None for s in t.structures)
                return found, close + 1
        return (), i
    last = thing.last
    return thing.structures, last + 1 if opened and scan.sign(last) == ")" else last


def _own_structure(scan: Scan, i: int) -> bool:
    """Whether the structure at word i is that of whoever is named right before: « Martin CCAS, Colin CD30 »."""
    person, thing = scan.person_at[i - 1] if i else None, scan.thing_at[i]
    if person is None or thing is None or person.last != i or thing.first != i:
        return False
    return any(scan.index.people[p].structure_id in thing.structures for p in person.ids)


def presence_of(scan: Scan, person: PersonMention, structures: tuple[int, ...], group_id: int | None) -> Presence:
    """Who a name means, by what stands beside it and then by the group; several left: candidates, the author's own groups first."""
    ids = choose_people(person.ids, scan.index, structures=structures, group_id=group_id, author_id=scan.hearing.author_id)
    if not ids:
        return Presence(count=0)
    if not person.full and structures and not any(scan.index.people[p].structure_id in structures for p in ids):
        return Presence(said=person.said, candidates=ids[:MAX_CANDIDATES])  # « M. Haddad de la CPAM », who works elsewhere
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
