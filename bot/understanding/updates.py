"""Whether a message changes the attendance of a meeting kept before, and how."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.attendance import AttendanceState, Presence
from bot.domain.requests import UpdateAttendance
from bot.understanding.counts import find_headcount, number_value
from bot.understanding.groups import Strength, ordered_for
from bot.understanding.lengths import lasts
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.meeting_names import choose_group
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.privacy import private_words
from bot.understanding.roll import read_roll
from bot.understanding.roll_guests import Item
from bot.understanding.roll_items import RollSetting
from bot.understanding.scan import Scan
from bot.understanding.when import Ranges, mentions_in, read_when

_LEXICON = table("requests")
_CUES = PhraseTable({"update": _LEXICON["update"]["words"]})
_MODES = PhraseTable({"add": _LEXICON["add"]["words"], "remove": _LEXICON["remove"]["words"]})
_ANYWHERE = frozenset(
    {
        "a ajouter",
        "a rajouter",
        "a enlever",
        "dans les presents",
        "aux presents",
        "dans les excuses",
        "dans les absents",
        "l ajouter",
        "les ajouter",
        "la rajouter",
        "le rajouter",
        "l enlever",
        "les enlever",
        "le retirer",
        "la retirer",
    }
)
_SMALL = words_of("requests", "small_in_updates")
_NOT_HIM = frozenset({"c est pas", "ce n est pas", "c etait pas", "ce n etait pas"})
_TELLING = frozenset({"decide", "valide", "acte", "prochaine", "prochain", "parle"})
_LISTS = words_of("requests", "lists")
_POINTING = words_of("requests", "pointing")
_PAST_GUEST = frozenset(["a", "au", "aux", "dans", "pour", "pr", "hier", "qui", "sur", "et", "en", "stp", "svp", "ce", "cette", "aujourd"])
_MEETING_WORDS = words_of("requests", "meeting_words")
_STRONG = frozenset(
    {
        "ajoute",
        "rajoute",
        "ajouter",
        "rajouter",
        "enleve",
        "retire",
        "enlever",
        "retirer",
        "supprime",
        "corrige",
        "rectifie",
        "oublie",
        "remplace",
        "mets",
    }
)


def read_update(scan: Scan) -> UpdateAttendance | None:
    """The change of attendance that a message asks for; None if it asks for none."""
    whole: Ranges = [(0, len(scan))]
    if not _announced(scan) or any(lasts(m) for m in mentions_in(scan, whole)):
        return None
    group = choose_group(scan, whole)
    if group is not None and group.strength < Strength.HINTED:
        group = None
    when = read_when(scan, whole, durations=False)
    headcount = find_headcount(scan, whole)
    versus = _versus(scan)
    total = versus if versus is not None else headcount.value if headcount is not None else None
    skipped = frozenset(private_words(scan)) | (frozenset(range(headcount.first, headcount.last)) if headcount is not None else frozenset())
    group_id = group.ids[0] if group is not None and len(group.ids) == 1 else None
    skipped |= _behind_not(scan)
    if headcount is not None and versus is None and _ordered(scan, headcount.first):
        total = None  # « ajoute 3 personnes » is no total
    add, remove, away = _lists(scan, RollSetting(group_id=group_id, skipped=skipped))
    if total is None and not (add or remove or away):
        return None
    return UpdateAttendance(
        group_id=group_id,
        group_candidates=ordered_for(group.ids, scan.hearing.author_id, scan.index) if group is not None and group_id is None else (),
        day=when.day,
        which="date" if when.day is not None else "last",
        add=add,
        remove=remove,
        away=away,
        headcount=total,
        privacy_warning=bool(private_words(scan)),
    )


def _announced(scan: Scan) -> bool:
    """Whether a message says that it changes what was kept, or tells nothing but who was there, or how many in place of how many."""
    if _opens_with_plus(scan) or _tells_who(scan):
        return True
    first = scan.person_at[0] if len(scan) else None
    if first is not None and scan.fold(first.last) == "pas" and first.last + 1 < len(scan) and scan.person_at[first.last + 1] is not None:
        return True
    versus = _versus(scan) is not None and len(scan) <= 30 and not any(t is not None and t.starts is not None for t in scan.time_at)
    if versus and not any(scan.fold(i) in _TELLING for i in range(len(scan))):
        return True
    return any(_announces(scan, found, versus=versus) for found in _CUES.all(scan.words))


def _opens_with_plus(scan: Scan) -> bool:
    """« + Aminata », « GT droits de lundi : + 2 bénévoles »: a plus after nothing but the meeting meant."""
    i = 0
    while i < len(scan) and (
        scan.time_at[i] is not None or scan.group_at[i] is not None or scan.fold(i) in _SMALL or scan.sign(i) in {":", ",", "-", "–", "→"}
    ):
        i += 1
    return scan.sign(i) == "+"


def _announces(scan: Scan, found: Found, *, versus: bool) -> bool:
    """Whether a cue stands where it announces a change."""
    strong = scan.fold(found.first) in _STRONG or scan.fold(found.last - 1) in _STRONG
    lead = sum(
        1
        for k in range(found.first)
        if scan.words[k].is_word and scan.group_at[k] is None and scan.time_at[k] is None and scan.person_at[k] is None
    )
    said = " ".join(w.fold for w in scan.words[found.first : found.last])
    if said in _ANYWHERE and len(scan) <= 24:
        return True
    if said == "on etait":
        return versus and lead <= 4
    if said in _NOT_HIM:
        return found.last < len(scan) and lead <= 2 and scan.person_at[found.last] is not None
    return lead <= (4 if strong else 2) or (said in {"finalement", "en fait"} and len(scan) <= 16 and scan.person_at[0] is not None)


def _tells_who(scan: Scan) -> bool:
    """« Thomas Hervé était aussi présent au GT addictions de lundi »: nothing but that somebody was there, said of a day or a group."""
    if len(scan) > 24 or any(t is not None and (t.starts is not None or t.seconds is not None) for t in scan.time_at):
        return False
    i = 0
    while i < len(scan) and (
        scan.fold(i) in {"et", "au", "fait", "mme", "m", "dr", "le", "la", "l", ",", "pour", ":"} or scan.time_at[i] is not None
    ):
        i += 1
    said = next((k + 1 for k in range(i, min(len(scan), i + 6)) if scan.fold(k) in {"que", "qu"}), i)
    person = scan.person_at[said] if said < len(scan) else None
    if person is None:
        return False
    j = person.last
    while j < len(scan) and (scan.fold(j) in {"et", "la", "le", "mme"} or scan.sign(j) == "," or scan.person_at[j] is not None):
        j += 1
    if _away_alone(scan):
        return True
    while j < len(scan) and scan.fold(j) in {"aussi", "bien", "y", "lui", "elle", "n", "ne"}:
        j += 1
    if scan.fold(j) not in {"etait", "etaient"}:
        return False
    told = any(
        scan.fold(k) in {"la", "present", "presente", "presents", "aussi", "bien"} for k in range(person.last, min(len(scan), j + 4))
    )
    placed = any(t is not None and t.days is not None for t in scan.time_at) or any(g is not None for g in scan.group_at)
    return told and placed


def _away_alone(scan: Scan) -> bool:
    """« pour hier : Lucie excusée, Florence absente »: names, a day past, who was away, and nothing else."""
    left = [
        k
        for k in range(len(scan))
        if scan.words[k].is_word
        and all(at[k] is None for at in (scan.time_at, scan.group_at, scan.person_at))
        and scan.fold(k) not in _SMALL
        and not scan.fold(k).startswith(("excus", "absent"))
    ]
    dated = any(t is not None and t.days is not None for t in scan.time_at)
    return dated and not left and any(scan.fold(k).startswith(("excus", "absent")) for k in range(len(scan)))


def _versus(scan: Scan) -> int | None:
    """« 9 pas 8 », « 10 et pas 9 », « pas 8 mais 9 »: the new total."""
    values = [
        (i, n)
        for i in range(len(scan))
        if (n := number_value(scan, i)) is not None and (i == 0 or scan.number_at[i - 1] is not scan.number_at[i])
    ]
    denied = [
        v
        for v in values
        if scan.fold(v[0] - 1) == "pas"
        or (scan.fold(v[0] - 1) == "de" and scan.fold(v[0] - 2) == "lieu")
        or (scan.fold(v[0] - 1) == "non" and scan.fold(v[0] - 2) == "et")
    ]
    told = [v for v in values if v not in denied]
    if denied and told:
        return told[0][1][0]
    return values[1][1][0] if len(values) == 2 and _takes_back(scan, values[0][1][2], values[1][0]) else None


def _takes_back(scan: Scan, first: int, last: int) -> bool:
    """« j'ai mis 12 mais c'était 15 », « compté 10, on était 11 en fait »: the second number replaces the first, noted before."""
    between = {scan.fold(k) for k in range(first, last)}
    noted = any(scan.fold(k) in {"mis", "compte", "note", "marque", "dit", "saisi", "ecrit"} for k in range(first))
    return noted and bool(between & {"mais", "etait", "fait", "alors", "etions"})


def _behind_not(scan: Scan) -> frozenset[int]:
    """Numbers that only say what the total is not."""
    return frozenset(i for i in range(len(scan)) if scan.number_at[i] is not None and scan.fold(i - 1) == "pas")


def _lists(scan: Scan, setting: RollSetting) -> tuple[tuple[Presence, ...], tuple[Presence, ...], tuple[Presence, ...]]:
    add: list[Presence] = []
    remove: list[Presence] = []
    away: list[Presence] = []
    cues = [f for f in _MODES.all(scan.words) if not _points_back(scan, f.first)]
    began = next((f.last for f in cues if _orders(scan, f)), len(scan))
    ranges = [(0, began), (began, len(scan))] if began < len(scan) else [(0, began)]
    items = [
        item
        for part in ranges
        for item in read_roll(scan, [part], replace(setting, listed=part[0] == began), listed=part[0] == began).items
    ]
    items = [item for k, item in enumerate(items) if not _accompanied(scan, item) and not _renamed(scan, items, k)]
    missed = _missed(scan)
    for item in items:
        mode = _mode(scan, item)
        said = replace(item.presence, state=AttendanceState.PRESENT) if missed else item.presence
        if item.first >= began and _only_says_where(scan, item):
            continue
        if said.person_id is None and said.structure_id is None and not said.candidates and not _counted_guest(scan, item.first):
            continue
        if mode == "remove":
            remove.append(replace(said, state=AttendanceState.PRESENT))
            if said.state is not AttendanceState.PRESENT and scan.fold(item.first - 1) != "pas":
                away.append(said)
        elif said.state is not AttendanceState.PRESENT:
            away.append(said)
        else:
            add.append(said)
    for cue in cues:
        guest = _ordered_guest(scan, cue, items) if _orders(scan, cue) and cue.tag == "add" else None
        if guest is not None:
            add.append(guest)
    return tuple(add), tuple(remove), tuple(away)


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
    """Whether « une interne » is the one named right after: « une interne, Manon Castel »."""
    said, after = items[k], items[k + 1] if k + 1 < len(items) else None
    unnamed = said.presence.person_id is None and said.presence.count == 1 and not scan.words[said.last - 1].is_capital
    apposed = after is not None and after.first == said.last + 1 and scan.sign(said.last) == ","
    return unnamed and apposed and after is not None and scan.words[after.first].is_capital


def _ordered(scan: Scan, i: int) -> bool:
    """Whether an order to add stands just before word i."""
    return any(f.last == i and _orders(scan, f) for f in _MODES.all(scan.words, 0, i))


def _ordered_guest(scan: Scan, cue: Found, items: list[Item]) -> Presence | None:
    """Whoever is told right after an order and whom nothing else reads: « rajoute 3 personnes »."""
    first = i = cue.last
    number = number_value(scan, i) if i < len(scan) else None
    count, i = (number[0], number[2]) if number is not None else (1, i)
    while i < len(scan) and scan.fold(i) in {"le", "la", "l", "les", "un", "une", "aussi", "moi"}:
        i += 1
    if i == first or i >= len(scan) or any(item.first < i + 1 and first < item.last for item in items):
        return None
    last = i
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
    return (
        scan.number_at[i] is not None or scan.words[i].is_capital or scan.fold(i) in {"le", "la", "l", "un", "une", "mme", "m", "mr", "dr"}
    )


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
    """« il manquait Karim dans le Copil », « dans la liste »: left out of what was kept; « il manquait Karim au Copil » was away."""
    at = next((i for i in range(min(len(scan), 6)) if scan.fold(i) in {"manquait", "manquaient"}), None)
    return at is not None and any(scan.fold(i) in {"dans", "sur"} for i in range(at, len(scan)))


def _points_back(scan: Scan, i: int) -> bool:
    """« faut l'enlever », « tu peux les ajouter », « à retirer »: said of who was just named."""
    return scan.fold(i) in _POINTING and scan.fold(i - 1) in {"l", "la", "le", "les", "a"} and i > 1


def _mode(scan: Scan, item: Item) -> str:
    """Whether the nearest verb before somebody, in the same sentence, adds or removes; or one behind that points back."""
    begin = next((k + 1 for k in range(item.first - 1, -1, -1) if scan.sign(k) in {"\n", ";"} or _full_stop(scan, k)), 0)
    ahead = next((k for k in range(item.last, len(scan)) if _full_stop(scan, k) or scan.sign(k) == "\n" or _another(scan, k)), len(scan))
    back = next((k for k in range(item.last, ahead) if _points_back(scan, k)), None)
    if back is not None:
        return "remove" if scan.fold(back).startswith(("enlev", "retir", "supprim", "efface", "vire", "raye")) else "add"
    mode = "add"
    for found in _MODES.all(scan.words, begin, item.first):
        if scan.sign(found.first) == "pas" and scan.number_at[found.last] is not None if found.last < len(scan) else False:
            continue
        if not _points_back(scan, found.first):
            mode = found.tag
    return mode


def _another(scan: Scan, i: int) -> bool:
    person = scan.person_at[i]
    return person is not None and person.first == i


def _full_stop(scan: Scan, i: int) -> bool:
    """Whether a sentence ends at word i: not the dot of « Dr. » or of an initial."""
    return scan.sign(i) in {"!", "?"} or (scan.sign(i) == "." and len(scan.fold(i - 1)) > 3)
