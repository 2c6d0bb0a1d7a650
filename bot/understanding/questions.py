"""Whether a message asks something of the directory, the agenda or the minutes, and what."""

from __future__ import annotations

from bot.domain.drafts import Field
from bot.domain.requests import FindPartner, Request
from bot.understanding.asked_again import asks_what_followed, has_it, lacks_it
from bot.understanding.asked_ahead import asks_if_nothing, asks_to_confirm, asks_what_is_there, of_a_day, tells_where
from bot.understanding.asked_meetings import LAST, days_ahead, group_asked, of_the_last, read_agenda_question, read_minutes_question
from bot.understanding.asking import TALKED, Asking, asking, start_of
from bot.understanding.lexicon_files import table
from bot.understanding.partner_choices import on_duty
from bot.understanding.partners import (
    CONTACT,
    clause_before,
    closes_with_contact,
    find_partner,
    in_question,
    names_function,
    opens_with_contact,
    seeks,
)
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention

_LEXICON = table("requests")
_AGENDA = PhraseTable({"agenda": _LEXICON["agenda"]["words"]})
_MINUTES = PhraseTable({"minutes": _LEXICON["minutes"]["words"]})
_FIND = PhraseTable({"find": _LEXICON["find"]["words"]})
_ASKS = PhraseTable({"asks": _LEXICON["question_words"]["words"]})
_ATTENDED = PhraseTable({"attended": _LEXICON["attended"]["words"]})
_PLANNED = PhraseTable({"planned": _LEXICON["planned"]["words"]})
_SOMETHING = PhraseTable({"something": _LEXICON["something"]["words"]})
_MEETINGS = PhraseTable({"meeting": [*table("cues")["meeting"]["words"], "gts", "copils", "cotechs", "commissions", "réus", "rdvs"]})
_PROPOSES = PhraseTable({"proposes": _LEXICON["proposes"]["words"]})
_GIVES = frozenset({"donne", "donnez", "donner", "file", "envoie", "montre", "affiche", "sors", "moi", "nous"})
_WHOM = PhraseTable({"whom": table("partners")["whom"]["words"]})
_TELLING = frozenset({"est", "sont", "etait", "etaient", "ont", "avait", "avaient"})
_OF_WHERE = frozenset({"de", "du", "des", "d", "qui", "a", "au", "chez", "aux"})
_WANTS_FOR_HERSELF = frozenset(
    {"voudrais", "veux", "aimerais", "souhaite", "souhaiterais", "faudrait", "faut", "prendre", "avoir", "reserver", "demander", "fixer"}
)
_MINE = frozenset({"mon", "mes", "ton", "tes", "notre", "nos", "ce"})
_LEISURE = frozenset(
    {"blague", "blagues", "histoire", "resto", "restaurant", "film", "serie", "chanson", "recette", "hotel", "bar", "poeme"}
)
_PLAY = frozenset(
    {"veut", "vient", "apporte", "amene", "ramene", "prend", "mange", "boit", "paie", "gagne", "chante", "joue", "dort", "rentre"}
)
_WHO = frozenset({Field.PEOPLE, Field.HEADCOUNT, Field.PERSON})
_NEXT = frozenset({"prochain", "prochaine", "prochains", "prochaines", "proch"})
_DATES = frozenset({"date", "dates", "planning", "calendrier", "agenda", "horaire", "horaires", "creneau"})


def read_question(scan: Scan) -> Request | None:
    """The question that a message asks, None if it asks none of these."""
    start = start_of(scan)
    if start >= len(scan) or not any(w.is_word for w in scan.words):
        return None
    asked = asking(scan, start)
    if _asks_for_minutes(scan, asked):
        return read_minutes_question(scan)
    if not _asks_person(scan, asked) and _asks_for_agenda(scan, asked):
        return read_agenda_question(scan)
    alone = in_question(scan)
    if alone is not scan:
        start = start_of(alone)
        return _search(alone, asking(alone, start)) or _search(scan, asked)
    return _search(scan, asked)


def _asks_for_minutes(scan: Scan, asked: Asking) -> bool:
    """« cr du 4 novembre », « on avait décidé quoi », « y avait qui au dernier GT »."""
    start = asked.start
    asks = _ASKS.at(scan.words, start) is not None
    quoi = len(scan) <= 20 and any(scan.fold(i) in {"quoi", "quand", "koi", "ou"} for i in range(start, len(scan)))
    minutes = _MINUTES.first(scan.words, start)
    if minutes is not None and (
        (_opens(scan, start, minutes.first) and _asks_minutes(scan, minutes.first, minutes.last))
        or ((asked.mark or asks or quoi or asked.wants is not None or has_it(scan, asked, minutes.first)) and not _plans(scan))
    ):
        return True
    if _plans(scan):
        return False
    if (minutes is not None and lacks_it(scan, minutes.first)) or asks_what_followed(scan, asked):
        return True
    asks = asks or asked.mark or asked.word is not None or (asked.wants is not None and asked.wants.first <= start + 1)
    talked = TALKED.first(scan.words, start)
    if talked is not None and scan.fold(talked.last - 1) == "quoi" and group_asked(scan) is None and not any(scan.time_at):
        talked = None  # « qui fait quoi à la CAF ? » is asked of the directory
    if talked is not None and scan.fold(talked.first) == "parle" and scan.fold(talked.first - 1) in {"je", "tu"}:
        talked = None  # « faudrait que je parle à un psy »
    if talked is not None and (asks or scan.fold(start) == "ce") and (asked.word is not None or asked.mark or talked.first > start):
        return True
    attended = _ATTENDED.first(scan.words, start)
    return (
        attended is not None
        and attended.first <= start + 2
        and (
            group_asked(scan) is not None
            or asked.mark
            or of_the_last(scan)
            or any(t is not None and t.days is not None for t in scan.time_at)
        )
    )


def _asks_for_agenda(scan: Scan, asked: Asking) -> bool:
    """« c'est quand le prochain GT », « j'ai quoi jeudi », « y a des trucs de prévu à Atome en janvier »."""
    start = asked.start
    if CONTACT.first(scan.words, start, start + 6) is not None and _MINUTES.first(scan.words, start) is None:
        return False  # « c'est quoi le mail de Lucie »
    if _PROPOSES.first(scan.words, start, min(len(scan), start + 6)) is not None:
        return False
    if asks_what_is_there(scan, asked) or asks_to_confirm(scan, asked) or asks_if_nothing(scan, start):
        return True
    asks = _ASKS.at(scan.words, start) is not None
    agenda = _AGENDA.first(scan.words, start)
    if agenda is not None and scan.fold(agenda.last - 1).startswith("reunion") and agenda.last - agenda.first == 1 and not asked.mark:
        agenda = agenda if scan.fold(agenda.first) == "reunions" and agenda.first <= start + 1 and len(scan) <= 8 else None
    met = group_asked(scan) is not None or _MEETINGS.first(scan.words, start) is not None
    ahead = days_ahead(scan, scan.hearing.now.date()) is not None
    if asked.word == "quand" and (asked.mark or met) and _MINUTES.first(scan.words, start) is None:
        return True
    first = start + (scan.fold(start) in {"mon", "mes", "l", "le", "les", "ton"})
    wants = asked.wants is not None and scan.fold(agenda.first) in _DATES if agenda is not None else False
    if (
        agenda is not None
        and (agenda.first in {start, first} or asked.mark or asks or wants)
        and (not _tells_next(scan, asked, agenda.first) or of_a_day(scan, agenda))
    ):
        return True
    upcoming = next((i for i in range(start, min(len(scan), start + 9)) if scan.fold(i) in _NEXT), None)
    coming = upcoming is not None and (met or ahead or scan.fold(upcoming - 1) in _DATES) and not _tells_next(scan, asked, upcoming)
    if coming and upcoming is not None and (asked.plain or upcoming <= start + 3) and not tells_where(scan, asked, upcoming):
        return asked.word not in {"qui", "comment"}
    if not met and _PLANNED.first(scan.words, start) is None:
        return False
    if asked.word in {"où", "quel"} and (ahead or upcoming is not None or _PLANNED.first(scan.words, start) is not None):
        return met
    dated = any(scan.fold(i) in _DATES for i in range(start, len(scan)))
    if dated and met and (asked.mark or scan.fold(start) in _DATES or asked.wants is not None):
        return True
    placed = any(t is not None for t in scan.thing_at) and _PLANNED.first(scan.words, start) is not None
    return (ahead or placed) and not seeks(scan) and _WHOM.first(scan.words) is None and _asks_what_is_planned(scan, asked)


def _tells_next(scan: Scan, asked: Asking, i: int) -> bool:
    """« prochain GT préca le 3 décembre à 14h » tells a date and asks nothing."""
    timed = any(t is not None and (t.starts is not None or _names_date(scan, t)) for t in scan.time_at[i : len(scan)])
    return timed and not asked.mark and asked.word is None


def _names_date(scan: Scan, mention: TimeMention) -> bool:
    """« le 12 janvier », « mardi 8 »: one day by its number, not « en janvier » nor « mardi »."""
    first, last = scan.span_of(mention)
    return mention.kind is TimeKind.DAY and mention.day is not None and any(scan.words[k].is_number for k in range(first, last))


def _asks_what_is_planned(scan: Scan, asked: Asking) -> bool:
    """« y a des réunions cette semaine », « j'ai des trucs demain ? », « combien de réunions j'ai la semaine prochaine »."""
    clock = any(t is not None and t.starts is not None for t in scan.time_at)
    something = _SOMETHING.first(scan.words, asked.start)
    if asked.mark:
        exists = asked.exists is not None or asked.has is not None or something is not None or _PLANNED.first(scan.words) is not None
        return exists and not (clock and asked.exists is None and asked.has is None)
    if clock:
        return False
    if asked.word in {"combien", "quoi", "quel"} or (asked.wants is not None and asked.wants.first == asked.start):
        return True
    return (something is not None and something.first <= asked.start + 1) or (asked.exists is not None and _inverted(scan, asked))


def _inverted(scan: Scan, asked: Asking) -> bool:
    """« y a-t-il », « est-ce que »: asked even without a mark."""
    assert asked.exists is not None
    said = {scan.fold(i) for i in range(asked.exists.first, asked.exists.last)}
    return "t" in said or "ce" in said


def _search(scan: Scan, asked: Asking) -> FindPartner | None:
    """Somebody looked for in the directory, by a question or a want that names whom."""
    start = asked.start
    find = _FIND.first(scan.words, start)
    asks = _ASKS.at(scan.words, start) is not None
    led = find is not None and (find.first <= start + 1 or ((asked.mark or asks) and find.first <= start + 6))
    if _for_somebody_else(scan) or _of_her_message(scan) or on_duty(scan):
        return None
    sought = seeks(scan) or (asked.wants is not None and group_asked(scan) is not None and any(t and t.structures for t in scan.thing_at))
    if _tells_whom(scan, start):
        return find_partner(scan)
    if led and (sought or not _idle(scan, asked)):
        return find_partner(scan, after=clause_before(scan))
    if not sought or any(t is not None and t.kind is TimeKind.DURATION for t in scan.time_at):
        return None
    timed = any(t is not None and t.starts is not None for t in scan.time_at)
    all_of_them = scan.fold(start) in {"tous", "toutes"} and scan.fold(start + 1) == "les"
    short = len([w for w in scan.words if w.is_word]) <= (14 if all_of_them else 10)
    asks = asked.word is not None or asked.wants is not None or asked.has is not None or asked.exists is not None
    if (
        (asks and (not timed or asked.mark))
        or (asked.mark and short and not timed)
        or (short and not timed and opens_with_contact(scan, start))
        or closes_with_contact(scan)
    ):
        return find_partner(scan, after=clause_before(scan))
    return None


def _tells_whom(scan: Scan, start: int) -> bool:
    """« la dame du CCAS de Saint-Jean »: whom one looks for, unless it is asked who was there."""
    while scan.fold(start) in _GIVES or scan.sign(start) == "-":
        start += 1
    told = _WHOM.at(scan.words, start)
    return (
        told is not None
        and scan.hearing.asked not in _WHO
        and (scan.fold(told.last) in _OF_WHERE or _whom_we_have(scan, told.last))
        and len(scan) <= 14
        and not any(t is not None for t in scan.time_at)
        and not any(n is not None for n in scan.number_at)
        and not any(scan.fold(k) in _TELLING and scan.fold(k - 1) != "qui" for k in range(told.last, len(scan)))
    )


def _whom_we_have(scan: Scan, i: int) -> bool:
    """Whether « qu'on a sur », « que je connais à » stands at word i: those of the directory."""
    return scan.fold(i) in {"que", "qu"} and any(scan.fold(k) in {"a", "ai", "connait", "connais", "avons"} for k in range(i + 2, i + 5))


def _of_her_message(scan: Scan) -> bool:
    """« Karim, tu as reçu mon mail ? »: a letter, not an address."""
    mine = [i for i in range(1, len(scan)) if scan.fold(i) in {"mail", "mails", "message", "courriel"} and scan.fold(i - 1) in _MINE]
    return bool(mine) and sum(scan.words[i].is_word and CONTACT.at(scan.words, i) is not None for i in range(len(scan))) <= len(mine)


def _idle(scan: Scan, asked: Asking) -> bool:
    """« qui vient au resto ce midi ? »: asked of friends, not of a directory."""
    if any(scan.fold(i) in _LEISURE for i in range(len(scan))):
        return True  # « tu connais une bonne blague ? »
    if asked.word != "qui":
        return False
    return bool({scan.fold(asked.at + 1), scan.fold(asked.at + 2)} & _PLAY) or any(
        t is not None and t.kind is not TimeKind.RECURRENCE for t in scan.time_at
    )


def read_lookup(scan: Scan) -> FindPartner | None:
    """A few words that only name somebody or a function: « infirmière scolaire », « Sophie Martin »."""
    words = [i for i in range(len(scan)) if scan.words[i].is_word]
    if not 0 < len(words) <= 7 or any(t is not None for t in scan.time_at) or any(n is not None for n in scan.number_at):
        return None
    full = all(scan.person_at[i] is not None and scan.person_at[i].full for i in words)  # type: ignore[union-attr]
    return find_partner(scan) if full or names_function(scan) else None


def _opens(scan: Scan, start: int, i: int) -> bool:
    """Whether only small words and a number stand between the start and word i: « les 3 derniers CR »."""
    return (
        all(
            scan.fold(k) in LAST | {"le", "la", "les", "l", "du", "des", "de", "mon", "mes", "un"}
            or scan.words[k].is_number
            or not scan.words[k].is_word
            or scan.group_at[k] is not None
            for k in range(start, i)
        )
        or i <= start + 2
    )


def _asks_minutes(scan: Scan, first: int, last: int) -> bool:
    """« cr du 4 novembre », « les décisions du dernier Copil »: not « décision : on lance », « cr à faire par Zoé »."""
    to_write = scan.fold(last) == "a" and (scan.fold(last + 1) == "faire" or scan.fold(last + 2) == "par")
    return (
        scan.sign(last) != ":"
        and not (to_write and scan.fold(first) in {"cr", "compte", "pv"})
        and (scan.fold(first) in {"cr", "compte", "comptes", "pv", "c", "releve", "les", "actions", "decisions", "resume", "recap"})
        and not any(t is not None and t.kind is TimeKind.DURATION for t in scan.time_at)
    )


def _plans(scan: Scan) -> bool:
    return any(t is not None and t.kind is TimeKind.DURATION for t in scan.time_at)


def _asks_person(scan: Scan, asked: Asking) -> bool:
    """« qui… », « c'est qui… », « avant la réunion de demain : qui est… »."""
    start = asked.start
    opens = asked.word == "qui" and asked.at > start and not scan.words[asked.at - 1].is_word
    return opens or scan.fold(start) == "qui" or tuple(scan.fold(start + k) for k in range(3)) == ("c", "est", "qui")


def _for_somebody_else(scan: Scan) -> bool:
    """« je suis bien au secrétariat du Dr… ? », « je voudrais un rdv », « mon rdv de demain »: words meant for others."""
    folded = " ".join(w.fold for w in scan.words)
    if "je suis bien" in folded or any(said in folded for said in ("mon rdv", "mon rendez")):
        return True
    wanted = (i for i in range(2, len(scan)) if scan.fold(i) in {"rdv", "rendez"} and scan.fold(i - 1) == "un")
    return any(scan.fold(k) in _WANTS_FOR_HERSELF for i in wanted for k in range(max(0, i - 4), i - 1))
