"""Whether a message tells work done for a group, with a bare length and nothing of a meeting."""

from __future__ import annotations

from bot.understanding.groups import Strength
from bot.understanding.hours_crews import crew_leads
from bot.understanding.lengths import PARTS, after, axis_of, clock_as_length, lasts, part_at, worked
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.scan import Scan, names_group
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.when import first_word, mentions_in

_MET = PhraseTable({"met": table("cues")["met"]["words"]})
_MUCH = PhraseTable({"much": table("parts")["much"]["words"]})
_TITLES = words_of("parts", "titles")
_BEFORE_WORK = words_of("parts", "before_work")
_BEFORE_PART = words_of("parts", "before_part")
_DONE = words_of("parts", "done")
_MINE = PhraseTable({"mine": table("parts")["mine"]["words"]})
_KEEPING = words_of("parts", "notes") | words_of("parts", "counting")
_THE_PART = frozenset({"la", "le", "l", "les", "ma", "mon", "mes", "notre", "nos"})
_WHOSE = frozenset({"mes", "ses", "leurs", "nos", "en"})
_KEPT_AS = frozenset({"ajouter", "rajouter", "compter", "noter", "mettre", "inscrire", "saisir"})
_TIME_OF = frozenset({"de", "d"})  # « noter du temps de rédaction »
_LINKS = frozenset({"de", "du", "des", "d", "la", "le", "l", "les", "pour", "pr", "un", "une"})
_BREAKS = frozenset({",", ";", ".", ":", "\n", "-", "–", "/", "(", "|", "•", "*", "!"})
_MY_DAY = frozenset(
    {"toute", "tout", "la", "l", "ma", "mon", "le", "une", "journee", "matinee", "soiree", "apres", "midi", "aprem", "demi"}
)
_HERS = frozenset({"ses", "leurs", "son", "leur"})
_TIME_GIVEN = frozenset({"heures", "temps"})
_COUNTING = _KEEPING | {"valoriser", "valorise", "valorisez", "imputer", "impute", "credite", "crediter", "saisis", "saisissez", "notes"}
_ASKED = frozenset({"peux", "pourrais", "pouvez", "pourriez", "peut", "pourrait", "veux", "possible", "moyen", "penses"})
_NEAR = 6  # words from the work to its length


def works_apart(scan: Scan, *, outcomes: bool) -> bool:
    """« Saisie des feuilles pour le Cotech CLS : une demi-journée mardi », « préparation du Copil, deux heures dimanche »."""
    lengths = _bare_lengths(scan)
    if not lengths or _MET.first(scan.words) is not None:
        return False
    work = _work(scan)
    if work is None or (outcomes and scan.fold(work.first) in {"cr", "compte", "comptes"}):
        return False
    if any(scan.person_at[k] is not None for k in range(_clause_start(scan, work.first), work.first)):
        return False  # « j'ai rencontré Valérie 45 min pour préparer le Copil »
    group = next((g for g in scan.group_at if g is not None), None)
    if group is None:
        return axis_of(scan) is not None
    if work.first < group.first:
        return True
    if any(scan.person_at[i] is not None or scan.thing_at[i] is not None for i in range(len(scan))):
        return False
    follows = all(scan.fold(k) in _LINKS for k in range(group.last, work.first))
    return follows or any(_beside(scan, work, length) for length in lengths)


def told_one_by_one(scan: Scan) -> bool:
    """« Temps GT ETP : préparation 2h20, rédaction 1h10 »: several bare lengths, each with what it was spent on."""
    lengths = _bare_lengths(scan)
    if len(lengths) < 2:
        return False
    begin = 0
    for length in lengths:
        at, end = first_word(scan, length), after(scan, length)
        found = part_at(scan, end, len(scan)) or next(
            (f for i in range(at - 1, max(begin, at - _NEAR) - 1, -1) if (f := _part(scan, i))), None
        )
        if found is None or found.tag == "réunion":
            return False
        begin = end
    return True


def told_without_length(scan: Scan) -> bool:
    """« note mes heures pour le stand », « passé l'après-midi à préparer le Copil »: hours of which the length must be asked."""
    if any(lasts(m) for m in mentions_in(scan, [(0, len(scan))])):
        return False
    if crew_leads(scan) is not None or _vaguely(scan):
        return True
    lead = next((i for i in range(len(scan)) if scan.words[i].is_word), len(scan))
    mine = _MINE.first(scan.words, lead, lead + 5)
    if mine is not None and scan.sign(len(scan) - 1) != "?" and mine.last < len(scan):
        return True
    if counts_for_another(scan):
        return True
    if _asks_to_note(scan) and worked(scan, lead, min(len(scan), lead + 6)) is not None:
        return True
    if orders_part(scan):
        return True
    for i in range(lead, min(len(scan), lead + 4)):
        if scan.fold(i) not in {"passe", "consacre"} or (scan.fold(i) == "consacre" and scan.fold(i - 1) != "ai"):
            continue
        j = i + 1
        while j < len(scan) and (scan.time_at[j] is not None or scan.fold(j) in _MY_DAY):
            j += 1
        timed = any(scan.time_at[k] is not None for k in range(i + 1, j))
        if timed and (scan.fold(j) in {"a", "sur"}) and j + 1 < len(scan) and scan.group_at[j + 1] is None:
            return True
    deed = worked(scan, lead, min(len(scan), lead + 6))
    first = scan.fold(deed - 1) == "ai" if deed is not None else _did_its_part(scan, lead)
    told = any((g := scan.group_at[i]) is not None and g.strength >= Strength.HINTED for i in range(len(scan))) or axis_of(scan) is not None
    return first and told and _MET.first(scan.words) is None


def _vaguely(scan: Scan) -> bool:
    """« pas mal d'heures sur le GT cette semaine », « beaucoup bossé pour le GT »: much, and nobody knows how much."""
    found = _MUCH.first(scan.words, 0, min(len(scan), _NEAR))
    if found is None or any(scan.person_at) or scan.sign(len(scan) - 1) == "?":
        return False
    group = next((g for g in scan.group_at if g is not None), None)
    if group is None or group.first < found.last:
        return False
    return not any(scan.fold(k) in {"au", "en", "lors", "pendant", "aux"} for k in range(max(found.last, group.first - 2), group.first))


def told_until(scan: Scan, first: int, last: int) -> int:
    """Where work told without its length ends: « pas mal d'heures sur le GT, je te donne le détail vendredi » goes on of another day."""
    for k in range(first, last - 1):
        if not scan.words[k].is_word and scan.fold(k + 1) in {"je", "j", "tu"} and any(scan.group_at[first:k]):
            return k
    return last


def spent_in_meeting(scan: Scan) -> bool:
    """« On a passé une demi-journée en GT Nutrition, salle des Tilleuls : Élise, Simon »: a meeting, and who was there."""
    group = next((i for i in range(1, len(scan)) if names_group(scan, i) and scan.fold(i - 1) == "en"), None)
    named = group is not None and any(scan.sign(k) == ":" for k in range(group, len(scan)))
    return named and scan.fold(0) in {"on", "nous"}


def counts_as_hours(scan: Scan) -> bool:
    """« une demi-journée jeudi… À mettre dans ses heures ! »: a length, and whose hours it belongs to."""
    noted = crew_leads(scan) is not None or any(
        scan.folds[i] == "heures" and scan.folds[i - 1] in _WHOSE and any(w in _KEPT_AS for w in scan.folds[max(0, i - 5) : i - 1])
        for i in range(2, len(scan))
    )
    noted = noted or any(
        scan.folds[i] in {"en", "comme"}
        and scan.folds[i - 1] in _KEEPING
        and (part := PARTS.at(scan.words, i + 1))
        and part.tag != "réunion"
        for i in range(1, len(scan) - 1)
    )
    return noted and any(lasts(m) for m in mentions_in(scan, [(0, len(scan))]))


def _asks_to_note(scan: Scan) -> bool:
    """« peux-tu noter mes heures ? », « compte mes heures stp », wherever it stands."""
    return any(
        scan.fold(i) == "heures" and scan.fold(i - 1) in {"mes", "nos", "les"} and scan.fold(i - 2) in _KEEPING for i in range(2, len(scan))
    )


def counts_for_another(scan: Scan) -> bool:
    """« tu peux lui compter ses heures ? », « note-leur leurs heures », « mets les heures de prépa de Yann »: those of somebody named."""
    if not any(scan.person_at) or (scan.sign(len(scan) - 1) == "?" and not any(w in _ASKED for w in scan.folds)):
        return False
    for i in range(1, len(scan)):
        if scan.folds[i] not in _TIME_GIVEN or not any(w in _COUNTING for w in scan.folds[max(0, i - 6) : i]):
            continue
        if scan.folds[i - 1] in _HERS:
            return True
        named = any(p is not None and scan.fold(k - 1) in {"de", "d", "a"} for k, p in enumerate(scan.person_at[i : i + 8], i))
        if scan.folds[i - 1] in {"les", "le", "des", "du", "d", "l"} and named:
            return True
    return False


def orders_part(scan: Scan) -> bool:
    """« mets-moi le trajet de ce matin », « note aussi ma permanence d'hier »: what hours are spent on, of a day gone, to be kept."""
    lead = next((i for i in range(len(scan)) if scan.words[i].is_word), len(scan))
    if _heads(scan, lead):
        return True
    order = next((i for i in range(lead, min(len(scan), lead + 3)) if scan.fold(i) in _KEEPING), None)
    if order is None or scan.sign(len(scan) - 1) == "?":
        return False
    i = order + 1
    while scan.fold(i) in _BEFORE_PART | {"moi", "encore"} or scan.sign(i) in {"-", ":"}:
        i += 1
    part = PARTS.at(scan.words, i)
    if part is None or part.tag in {"réunion", "autre"} or scan.group_at[i] is not None or not _leads_part(scan, i - 1):
        return False
    return _dated(scan)


def _leads_part(scan: Scan, i: int) -> bool:
    """Whether « ma », « du temps de » stands at word i before what hours are spent on."""
    return scan.fold(i) in _THE_PART or (scan.fold(i) in _TIME_OF and scan.fold(i - 1) == "temps")


def _heads(scan: Scan, lead: int) -> bool:
    """« animation d'un atelier hier aprem pour le GT Diabète »: what hours are spent on, a day gone, then for whom, and nobody told."""
    part = PARTS.at(scan.words, lead)
    group = next((g for g in scan.group_at if g is not None), None)
    if part is None or part.tag in {"réunion", "autre"} or group is None or group.first <= part.first:
        return False
    for_it = scan.fold(group.first - 1) in {"pour", "pr"} or (
        scan.fold(group.first - 1) == "le" and scan.fold(group.first - 2) in {"pour", "pr"}
    )
    return for_it and _dated(scan) and not any(scan.person_at) and not any(scan.number_at)


def _dated(scan: Scan) -> bool:
    """Whether a day gone, or today, is told."""
    today = scan.hearing.now.date()
    told = (m.days_toward("past") for m in mentions_in(scan, [(0, len(scan))]) if m.days is not None)
    return any(past is not None and past.first <= today for past in told)


def _did_its_part(scan: Scan, lead: int) -> bool:
    """« j'ai fait la prépa », « je me suis occupé de la logistique »: what hours are spent on, done by the author."""
    for i in range(lead, min(len(scan), lead + 6)):
        if scan.fold(i) not in _DONE or scan.fold(i - 1) not in {"ai", "suis"}:
            continue
        j = i + 1
        while j < min(len(scan), i + 7) and (scan.time_at[j] is not None or scan.fold(j) in _BEFORE_PART):
            j += 1
        part = PARTS.at(scan.words, j)
        return part is not None and part.tag not in {"réunion", "autre"} and scan.group_at[j] is None
    return False


def _bare_lengths(scan: Scan) -> list[TimeMention]:
    """The lengths of a message that tells no clock time; none where it tells one."""
    times = mentions_in(scan, [(0, len(scan))])
    lengths = [m for m in times if (m.kind is TimeKind.DURATION and m.total_minutes) or (m.ends is None and clock_as_length(scan, m))]
    clocked = any(m.starts is not None and (lasts(m) or m not in lengths) for m in times)
    return [] if clocked else lengths


def _work(scan: Scan) -> Found | None:
    """The first word of work that heads a clause: not one that is also the title of a meeting, « bilan SISM »."""
    for i in range(len(scan)):
        found = _part(scan, i)
        if found is None or found.tag == "réunion" or scan.fold(i) in _TITLES:
            continue
        k = i - 1
        while k >= 0 and scan.fold(k) in _BEFORE_WORK and scan.time_at[k] is None:
            k -= 1
        if k < 0 or scan.sign(k) in _BREAKS or scan.time_at[k] is not None or not (scan.words[k].is_word or scan.words[k].is_number):
            return found
        group = scan.group_at[k]
        if group is not None and group.last == k + 1:
            return found
    return None


def _clause_start(scan: Scan, i: int) -> int:
    while i > 0 and scan.sign(i - 1) not in {".", ":", ";", "\n", "!"}:
        i -= 1
    return i


def _part(scan: Scan, i: int) -> Found | None:
    """What time can be spent on, named at word i outside of any name."""
    if (
        scan.folds[i] not in PARTS.openings
        or scan.group_at[i] is not None
        or scan.thing_at[i] is not None
        or scan.time_at[i] is not None
        or scan.person_at[i] is not None
    ):
        return None
    return PARTS.at(scan.words, i)


def _beside(scan: Scan, work: Found, length: TimeMention) -> bool:
    """Whether a length closes the clause that the work opens: « rédaction guide 2h »."""
    at = first_word(scan, length)
    signs = [k for k in range(work.last, at) if scan.sign(k) in _BREAKS]
    near = work.last <= at <= work.last + _NEAR + 2 and all(k >= at - 2 for k in signs)  # « prépa diapo, 3/4 d'heure »
    return near or part_at(scan, after(scan, length), len(scan)) == work
