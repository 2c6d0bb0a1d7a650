"""Who is added to an attendance kept before, taken out of it, or told away, in the words of a change."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.attendance import AttendanceState, Presence
from bot.understanding.choosing import presence_of
from bot.understanding.counted_some import still_wanted
from bot.understanding.counts import everyone_noun, number_value
from bot.understanding.lexicon_files import words_of
from bot.understanding.person_mentions import title_of
from bot.understanding.phrases import Found
from bot.understanding.roll import read_roll
from bot.understanding.roll_guests import Item
from bot.understanding.roll_setting import RollSetting
from bot.understanding.scan import Scan
from bot.understanding.update_orders import MODES, Orders
from bot.understanding.update_slips import taken_for
from bot.understanding.update_states import in_place_of, missed_it, pronoun_state, states_given, told_of

_NOTES = frozenset({"mets", "met", "mettez", "note", "notez", "compte", "comptez", "marque"})
_LISTS = words_of("requests", "lists")
_PAST_GUEST = frozenset(["a", "au", "aux", "dans", "pour", "pr", "hier", "qui", "sur", "et", "en", "stp", "svp", "ce", "cette", "aujourd"])
_POLITE = frozenset({"stp", "svp", "merci", "s", "please", "il", "te", "vous", "plait"})
_CHANGES = words_of("requests", "update")  # « corrige » is no Corinne
_OF_SHEETS = words_of("partners", "contact_words")  # « l'adresse de la Mission locale » is nobody of hers
_BESIDE = 4  # others at most between somebody and what is told of them all
_THE = frozenset({"le", "la", "l", "les"})
_MEETING_WORDS = words_of("requests", "meeting_words")


def changed_people(scan: Scan, setting: RollSetting) -> tuple[tuple[Presence, ...], tuple[Presence, ...], tuple[Presence, ...]]:
    """Whom a change adds, whom it takes out, and who is told away."""
    add: list[Presence] = []
    remove: list[Presence] = []
    away: list[Presence] = []
    orders = Orders(scan)
    cues = orders.forward
    began = next((f.last for f in cues if _orders(scan, f)), len(scan))
    ranges = [(0, began), (began, len(scan))] if began < len(scan) else [(0, began)]
    items = [
        item
        for part in ranges
        for item in read_roll(scan, [part], replace(setting, listed=part[0] == began), listed=part[0] == began).items
    ]
    known = [_named_after(scan, items, k) for k in range(len(items)) if not _accompanied(scan, items[k]) and not _renamed(scan, items, k)]
    missed, swapped, given = _missed(scan), taken_for(scan), states_given(scan, known)
    for k, item in enumerate(known):
        back = orders.pointed_back(item.last)
        told = given.get(k) or _state_told(scan, item, back=back)
        here = _housed(scan, item) if missed else item.presence
        said = replace(here, state=told or (AttendanceState.PRESENT if missed or back else here.state))
        if (item.first >= began and _only_says_where(scan, item)) or not _is_somebody(scan, item):
            continue
        if swapped is not None and item.first <= swapped[0].first < item.last:
            remove.append(said)
        elif orders.mode(item.first, item.last) == "remove":
            remove.append(replace(said, state=AttendanceState.PRESENT))
            if said.state is not AttendanceState.PRESENT and scan.fold(item.first - 1) != "pas":
                away.append(said)
        elif said.state is not AttendanceState.PRESENT:
            away.append(said)
        else:
            add.append(said)
    replaced = [p for i, p in enumerate(scan.person_at) if p is not None and p.first == i and in_place_of(scan, i)]
    remove += [presence_of(scan, person, (), setting.group_id) for person in replaced]
    for cue in cues:
        guest = _ordered_guest(scan, cue, items) if _orders(scan, cue) and cue.tag == "add" else None
        add += [guest] if guest is not None else []
    return tuple(add), tuple(remove), tuple(away)


def _state_told(scan: Scan, item: Item, *, back: bool) -> AttendanceState | None:
    """The state that the words behind somebody tell of her; None if they tell none."""
    missed = AttendanceState.ABSENT if missed_it(scan, _past_those_with(scan, item.last)) else None
    return pronoun_state(scan, item) or missed or (told_of(scan, item.last) if back else None)


def _past_those_with(scan: Scan, i: int) -> int:
    """Past others named beside whoever ends before word i: « Zoé et Mehdi n'y étaient pas »."""
    for _ in range(_BESIDE):
        if scan.fold(i) != "et" and scan.sign(i) != ",":
            break
        person = scan.person_at[i + 1]
        if person is None or person.first != i + 1:
            break
        i = person.last
    return i


def _is_somebody(scan: Scan, item: Item) -> bool:
    """Whether an item is of this meeting: not only told to tell two people apart, nor a word of politeness read as a guest."""
    presence = item.presence
    named = presence.person_id is not None or presence.structure_id is not None or bool(presence.candidates)
    polite = all(scan.fold(k) in _POLITE | _THE | _CHANGES for k in range(item.first, item.last))
    thing = any(scan.fold(k) in _OF_SHEETS for k in range(item.first, item.first + 2) if k < item.last)
    counted_in = not named and {scan.fold(item.first - 1), scan.fold(item.first - 2)} & {"comptant", "compris", "incluant", "inclus"}
    told = named or _counted_guest(scan, item.first)
    return not _set_apart(scan, item) and not _wanted(scan, item) and not polite and not thing and not counted_in and told


def _set_apart(scan: Scan, item: Item) -> bool:
    """« Ajouter Dr Lefèvre (et non Mme Lefebvre) »: only told so that nobody mixes them up."""
    k = item.first - 1
    while k > 0 and scan.fold(k) in {"mme", "m", "mr", "dr", "le", "la", "l", "docteur", "madame", "monsieur"}:
        k -= 1
    if scan.fold(k) not in {"non", "pas"}:
        return False
    return any(scan.sign(j) == "(" for j in range(max(0, k - 2), k))


def _accompanied(scan: Scan, item: Item) -> bool:
    """Whether somebody is only told of in « qui accompagnait le Dr Bonnet »."""
    k = item.first - 1
    while k >= 0 and item.first - k <= 6 and scan.words[k].is_word and scan.person_at[k] is None:
        if scan.fold(k) == "qui":
            return scan.fold(k + 1) not in {"etait", "etaient", "est", "sont", "a", "ont", "manque", "manquait"} and scan.fold(
                k - 1
            ) not in {"c", "est"}
        k -= 1
    return False


def _renamed(scan: Scan, items: list[Item], k: int) -> bool:
    """Whether « une interne », « une de ses collègues de l'ARS » is the one named right after: « une interne, Manon Castel »."""
    said, after = items[k], items[k + 1] if k + 1 < len(items) else None
    unnamed = said.presence.person_id is None and said.presence.count == 1
    unnamed = unnamed and (not scan.words[said.last - 1].is_capital or _one_of(scan, said))
    apposed = after is not None and after.first in {said.last + 1, said.last + 2} and scan.sign(said.last) == ","
    return unnamed and apposed and after is not None and (scan.words[after.first].is_capital or scan.person_at[after.first] is not None)


def _one_of(scan: Scan, item: Item) -> bool:
    """Whether somebody is told as « une collègue de… », « un de ses agents… », without a name."""
    return any(scan.fold(k) in {"un", "une"} for k in range(max(0, item.first - 6), item.first + 1))


def _named_after(scan: Scan, items: list[Item], k: int) -> Item:
    """The item with the structure told of her just before her name: « une collègue de l'ARS, Mme Astruc »."""
    item = items[k]
    if k == 0 or item.presence.person_id is not None or item.presence.structure_id is not None or not _renamed(scan, items, k - 1):
        return item
    structure = items[k - 1].presence.structure_id
    return item if structure is None else replace(item, presence=replace(item.presence, structure_id=structure))


def ordered(scan: Scan, i: int) -> bool:
    """Whether an order to add stands just before word i: « ajoute 3 personnes » tells no total."""
    return any(f.last == i and _orders(scan, f) for f in MODES.all(scan.words, 0, i))


def _ordered_guest(scan: Scan, cue: Found, items: list[Item]) -> Presence | None:
    """Whoever is told right after an order and whom nothing else reads: « rajoute 3 personnes »."""
    first = i = cue.last
    number = number_value(scan, i) if i < len(scan) else None
    count, i = (number[0], number[2]) if number is not None else (1, i)
    while i < len(scan) and scan.fold(i) in {"le", "la", "l", "les", "un", "une", "aussi", "moi"}:
        i += 1
    if number is not None and scan.fold(cue.first) in _NOTES and everyone_noun(scan, i) is not None:
        return None  # « mets 7 connectés au lieu de 6 »
    if i == first or i >= len(scan) or any(item.first < i + 1 and first < item.last for item in items):
        return None
    last = i
    if scan.fold(i) in _POLITE or scan.fold(i).startswith(("excus", "absent")):
        return None
    while last < len(scan) and scan.words[last].is_word and scan.fold(last) not in _PAST_GUEST and _plain(scan, last):
        last += 1
    structure = scan.thing_at[last] if last < len(scan) else None
    while last > i and scan.fold(last - 1) in {"de", "du", "des", "d", "la", "le", "l"}:
        last -= 1
    if last == i or any(scan.fold(k) in _MEETING_WORDS or not scan.words[k].is_word for k in range(i, last)):
        return None
    ids = structure.structures if structure is not None else ()
    return Presence(said=scan.slice(i, last), count=count, structure_id=ids[0] if len(ids) == 1 else None)


def _plain(scan: Scan, i: int) -> bool:
    return all(at[i] is None for at in (scan.time_at, scan.group_at, scan.person_at, scan.thing_at, scan.number_at))


def _counted_guest(scan: Scan, i: int) -> bool:
    told = scan.number_at[i] is not None or scan.words[i].is_capital or title_of(scan.words, i) is not None
    return told or scan.fold(i) in {"le", "la", "l", "un", "une"}


def _orders(scan: Scan, cue: Found) -> bool:
    """Whether a cue is an order to add or take away, so that what follows is a list: « rajoute mme Castanier »."""
    return scan.fold(cue.first) in _LISTS or scan.fold(cue.last - 1) in _LISTS


def _only_says_where(scan: Scan, item: Item) -> bool:
    """« à la réunion », « du GT »: the meeting changed, not a guest."""
    presence = item.presence
    if presence.person_id is not None or presence.candidates:
        return False
    before = scan.fold(item.first - 1)
    words = {scan.fold(k) for k in range(item.first, item.last)}
    return before in {"a", "au", "aux", "de", "du", "d", "dans", "pour", "sur", "en", "par"} or bool(words & _MEETING_WORDS)


def _missed(scan: Scan) -> bool:
    """« il manquait Karim dans le Copil », « il manque 3 personnes dans ma réunion »: left out of what was kept; « au Copil »: was away."""
    at = next((i for i in range(min(len(scan), 12)) if scan.fold(i) in {"manquait", "manquaient", "manque", "manquent"}), None)
    if at is None:
        return False
    inside = [i for i in range(at, len(scan)) if scan.fold(i) in {"dans", "sur"}]
    if scan.fold(at) in {"manquait", "manquaient"}:
        return bool(inside)
    return any(scan.fold(k) in _MEETING_WORDS or scan.group_at[k] is not None for i in inside for k in range(i + 1, min(len(scan), i + 4)))


def _wanted(scan: Scan, item: Item) -> bool:
    """« il manque 3 personnes pour le stand »: people still looked for."""
    first = item.first if scan.number_at[item.first] is not None else item.first - 1
    return first > 0 and scan.number_at[first] is not None and still_wanted(scan, first, item.last)


def _housed(scan: Scan, item: Item) -> Presence:
    """Whoever was left out, with the structure told behind: « il manque 3 personnes du CCAS d'Alès dans ma réunion »."""
    i = item.last
    while scan.fold(i) in {"de", "du", "des", "d", "la", "l"}:
        i += 1
    house = scan.thing_at[i] if i > item.last else None
    alone = item.presence.person_id is None and item.presence.structure_id is None
    if not alone or house is None or len(house.structures) != 1:
        return item.presence
    return replace(item.presence, said=None, structure_id=house.structures[0])
