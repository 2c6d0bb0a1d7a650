"""Who of the directory answers a question: by name, structure, function, group, place or theme."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import chain, pairwise
from typing import Literal

from bot.domain.requests import FindPartner
from bot.french.stems import stem
from bot.understanding.asking import asking
from bot.understanding.groups import GroupMention, Strength
from bot.understanding.index import Kind, VocabularyIndex
from bot.understanding.lexicon_files import words_of
from bot.understanding.partner_choices import apart, employed_at, is_trade, left_out, synonym_at, trades_known
from bot.understanding.partner_filters import (
    LEXICON,
    asked_words,
    author_last,
    bearers_of,
    by_civility,
    by_commune,
    by_theme,
    deed_asked,
    function_score,
    function_stems,
    groups_shared,
    told_by_deeds,
)
from bot.understanding.partner_themes import of_theme
from bot.understanding.person_mentions import title_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.privacy import private_words
from bot.understanding.scan import Scan, without
from bot.understanding.structures_asked import MAX_ANSWERS, asks_structures, houses, structures_of_communes
from bot.understanding.typed_texts import told
from bot.understanding.words import key_words

FieldName = Literal["name", "structure", "phone", "email", "function", "groups"]

_FIELDS = PhraseTable(LEXICON["fields"])
CONTACT = PhraseTable({"contact": LEXICON["contact_words"]["words"]})
_ONE = PhraseTable(
    {"one": [said for said in LEXICON["somebody"]["words"] if said.startswith(("qu", "qq")) or "monde" in said or " gens" in said]}
)
_SOMEBODY = PhraseTable({"somebody": LEXICON["somebody"]["words"]})
_MEMBERS = PhraseTable({"members": LEXICON["members"]["words"]})
_LEADS_IN = words_of("partners", "leads_in")
_CONTACTS = frozenset({"tel", "telephone", "num", "numero", "mail", "email", "portable", "contact", "coordonnees", "coord", "fiche", "06"})
_APART = frozenset({",", ";", ":", "-", ".", "\n", "?"})
_CONTACT_INSIDE = frozenset((said, where) for said in ("contact", "contacts") for where in ("a", "au", "aux", "chez", "dans"))
_OF_HOUSE = frozenset({"de", "du", "des", "d", "la", "le", "l", "a", "au", "chez"})
_PILOT = PhraseTable({"pilot": LEXICON["pilot"]["words"]})


def seeks(scan: Scan) -> bool:
    """Whether somebody to be found is named: a phone or mail, a trade, a function, « quelqu'un à la CAF », the members of a group."""
    if asks_structures(scan):
        return True
    if CONTACT.first(scan.words) is not None or _SOMEBODY.first(scan.words) is not None or _MEMBERS.first(scan.words) is not None:
        return True
    if (group := _group(scan)) is not None and groups_shared(scan, group):
        return True
    for i, word in enumerate(scan.words):
        free = scan.thing_at[i] is None and scan.time_at[i] is None and scan.group_at[i] is None and scan.person_at[i] is None
        if free and word.is_word and (is_trade(scan, i) or synonym_at(scan, i) is not None):
            return True
    return False


def opens_with_contact(scan: Scan, start: int) -> bool:
    """« tel Sylvie Meunier », « tous les contacts de la CAF »: a few words that name what is sought."""
    i = start
    while i < len(scan) and (scan.fold(i) in _LEADS_IN or not scan.words[i].is_word) and CONTACT.at(scan.words, i) is None:
        i += 1
    if i >= len(scan):
        return False
    named = any(t.at(scan.words, i) is not None for t in (CONTACT, _MEMBERS)) or synonym_at(scan, i) is not None
    return named or (is_trade(scan, i) and scan.person_at[i] is None)


def closes_with_contact(scan: Scan) -> bool:
    """« je dois joindre l'infirmière du lycée, son mail stp », « Sophie du CCAS, son num »: what is asked of whom was just told."""
    end = len(scan)
    while end > 0 and (not scan.words[end - 1].is_word or scan.fold(end - 1) in {"stp", "svp", "merci", "please"}):
        end -= 1
    for i in range(max(1, end - 4), end):
        found = CONTACT.at(scan.words, i + 1) if scan.fold(i) in {"son", "sa", "ses", "leur", "leurs"} else None
        if found is not None:
            return found.last == end and (scan.sign(i - 1) in _APART or _only_names(scan, i))
    first = end - 1
    return scan.fold(first - 1) in {"le", "l", "les"} and CONTACT.at(scan.words, first) is not None and _only_names(scan, first - 1)


def _only_names(scan: Scan, end: int) -> bool:
    """Whether nothing but somebody's name, and where she works, stands before word `end`: « martin de la cpam son mail »."""
    person = scan.person_at[0]
    known = (scan.person_at[i] is not None or scan.thing_at[i] is not None or scan.fold(i) in _OF_HOUSE for i in range(1, end))
    return person is not None and all(known)


def clause_before(scan: Scan) -> int:
    """Where the last clause begins, if it is the one that asks: « Mme X, sans logement → quelle assistante sociale au DAC ? »."""
    end = len(scan) - 1
    while end > 0 and not (scan.words[end].is_word or scan.words[end].is_number):
        end -= 1
    begin = next(
        (i + 1 for i in range(end, 0, -1) if scan.sign(i) in {"→", "->", ">", "⇒", "?", ".", "\n", ";"} and not _abbreviates(scan, i)), 0
    )
    return begin if any(scan.person_at[i] is None and scan.words[i].is_word for i in range(begin, end + 1)) else 0


def _abbreviates(scan: Scan, i: int) -> bool:
    return scan.sign(i) == "." and len(scan.fold(i - 1)) <= 3


def find_partner(scan: Scan, *, after: int = 0) -> FindPartner:
    """The people and structures that a question is about; both empty when nobody fits."""
    private = private_words(scan)
    if asks_structures(scan) and not private:
        return structures_of_communes(scan)
    hidden = frozenset(range(after)) or private if private else frozenset()
    if hidden:
        scan = without(scan, hidden)
    words = told(scan, 0, len(scan), private) if private else " ".join(scan.text.split())
    fields = _fields(scan)
    out, names = left_out(scan)
    unwanted: frozenset[int] = frozenset()
    if out:
        unwanted = frozenset(_answers(without(scan, frozenset(range(len(scan))) - names))[0]) | employed_at(scan, names)
        scan = without(scan, out)
    found = [_answers(without(scan, hidden)) for hidden in apart(scan)] or [_answers(scan)]
    people = tuple(dict.fromkeys(p for pool, _ in found for p in pool if p not in unwanted))[:MAX_ANSWERS]
    structures = tuple(dict.fromkeys(s for _, kept in found for s in kept))
    return FindPartner(words=words, people=people, structures=structures, fields=fields, privacy_warning=bool(private))


def _answers(scan: Scan) -> tuple[list[int], tuple[int, ...]]:
    """The people who answer one search, and the structures to show with them."""
    index = scan.index
    people: list[int] | None = _named(scan)
    structures = _structures(scan)
    group = _group(scan)
    filters = people is not None
    pool = list(index.people) if people is None else people
    if group is not None and not (filters and len(pool) == 1):
        members = set(_of_group(scan, group.ids, index))
        for other in groups_shared(scan, group):
            members &= set(_of_group(scan, other.ids, index))
        pool, filters = [p for p in pool if p in members], True
    if structures and not (people is not None and len(pool) == 1):
        inside = {p for s in structures for p in index.people_of_structure.get(s, ())}
        everybody = [] if group is None else _of_group(scan, group.ids, index, pilots=False)  # « qui gère les situations complexes au DAC »
        pool, filters = [p for p in pool if p in inside] or [p for p in everybody if p in inside and people is None], True
    pool, filters, by_function = _by_function(scan, pool, filters=filters)
    found, filters = by_commune(scan, pool, filters=filters)
    pool = found or (of_theme(scan) if people is None and group is None and not structures else found)
    pool = by_civility(scan, pool) if people is None else pool
    of_place = bool(found) and people is None and group is None and not structures and not by_function
    themed = by_theme(scan, pool, filters=filters) if not by_function else pool
    pool = themed or (pool if structures and CONTACT.first(scan.words) is not None else [])  # « …, c'est pour un jeune »
    if of_place and len(pool) == len(found) and deed_asked(scan):
        pool = []  # « qui fait de la garde d'enfants à Alès »: nobody does, though many work there
    if not filters and len(pool) == len(index.people):
        pool = []
    whole = {p for s in structures for p in index.people_of_structure.get(s, ())}
    one = bool(pool) and _ONE.first(scan.words) is not None
    alone = people is None and not by_function and group is None and not one
    lead = scan.folds[: next((i for i, t in enumerate(scan.thing_at) if t is not None), 0)]
    # « on a qui comme contacts à l'ARS », « contacts au CCAS »: people, not their house as in « contact CCAS »
    of_house = any(two in _CONTACT_INSIDE for two in pairwise(lead))
    who = bool(pool) and ("qui" in lead or of_house)
    kept = tuple(structures) if alone and not who and (set(pool) == whole or len(pool) > 1) else ()
    return author_last(scan, pool), kept


def _fields(scan: Scan) -> tuple[FieldName, ...]:
    said = {f.tag for f in _FIELDS.all(scan.words)}
    if "contact" in said or not said:
        return ("name", "structure", "phone", "email")
    order: tuple[FieldName, ...] = ("name", "structure", "phone", "email", "function", "groups")
    return tuple(f for f in order if f in said)


def _named(scan: Scan) -> list[int] | None:
    """The people whose names are said, None if no name is; a name told in a question is a name even if it is also a word."""
    found: dict[int, None] = {}
    said = False
    for i in range(len(scan)):
        person = scan.person_at[i]
        if person is not None and person.first == i:
            said = True
            found.update(dict.fromkeys(person.ids))
        elif person is None and scan.group_at[i] is None and scan.thing_at[i] is None and scan.words[i].is_word:
            ids = _loose_name(scan, i)
            if ids:
                said = True
                found.update(dict.fromkeys(ids))
    return _own_first(scan, found) if said else None


def _loose_name(scan: Scan, i: int) -> tuple[int, ...]:
    """A name that is also a word, or a name with a title that nobody bears, at word i: « mail de Claire »."""
    before = scan.fold(i - 1)
    if (
        before not in {"de", "d", "du", "a", "est"}
        and not (i and before in _CONTACTS)
        and title_of(scan.words, max(i - 1, 0)) is None
        and not (before == "." and i > 1)
        and not (scan.words[i].is_capital and i > 0)
    ):
        return ()
    if scan.time_at[i] is not None and before not in {"de", "d"}:
        return ()
    said = scan.words[i].fold
    keys = (*scan.index.last_names.get(said, ()), *(scan.index.first_names.get(said, ()) if before not in {"a", "est"} else ()))
    return tuple(dict.fromkeys(p for key in keys if len(key.words) == 1 for p in key.ids))


def _own_first(scan: Scan, found: Iterable[int]) -> list[int]:
    own = set(scan.index.groups_of.get(scan.hearing.author_id or -1, ()))
    return sorted(found, key=lambda p: not own.intersection(scan.index.groups_of.get(p, ())))


def _structures(scan: Scan) -> list[int]:
    found: dict[int, None] = {}
    for i, thing in enumerate(scan.thing_at):
        if thing is not None and thing.first == i:
            found.update(dict.fromkeys(thing.structures or houses(scan, thing.places)))
        elif scan.fold(i) in {"liberale", "liberales"}:
            found.update(dict.fromkeys(p.id for p in scan.index.phrases.get("liberal", ()) if p.kind is Kind.STRUCTURE))
    return list(found)


def in_question(scan: Scan) -> Scan:
    """The scan of the sentence that asks alone, where others stand around it: « qui pilote le GT ? Une collègue de Nîmes demande »."""
    mark = max((i for i in range(len(scan)) if scan.sign(i) == "?"), default=None)
    if mark is None:
        return scan
    ends = {".", "!", "?", "\n", ";"}
    first = next((i + 1 for i in range(mark - 1, -1, -1) if scan.sign(i) in ends and not _abbreviates(scan, i)), 0)
    told = asking(scan, first)
    asks = told.word is not None or told.has is not None or told.wants is not None or told.exists is not None
    hidden = frozenset(range(mark + 1, len(scan))) | (frozenset(range(first)) if asks else frozenset())
    return without(scan, hidden) if any(scan.words[i].is_word for i in hidden) else scan


def _group(scan: Scan) -> GroupMention | None:
    groups = [g for i, g in enumerate(scan.group_at) if g is not None and g.first == i]
    plain = [g for g in groups if g.strength >= Strength.HINTED and not (g.last - g.first == 1 and synonym_at(scan, g.first) == "as")]
    return (plain or [None])[0]  # type: ignore[list-item]


def _of_group(scan: Scan, ids: tuple[int, ...], index: VocabularyIndex, *, pilots: bool = True) -> list[int]:
    pilot = pilots and _PILOT.first(scan.words) is not None
    return list(
        dict.fromkeys(
            p for g in ids for p in (index.groups[g].pilot_ids if pilot else index.groups[g].member_ids + index.groups[g].pilot_ids)
        )
    )


@cache
def _synonym(said: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(stem(w) for w in key_words(function)) for function in LEXICON["synonyms"][said])


def _by_function(scan: Scan, pool: list[int], *, filters: bool) -> tuple[list[int], bool, bool]:
    """Those whose function has the most of the words asked, if any of these is a word of functions."""
    asked = asked_words(scan)
    stems = [k for k in (function_stems(scan.index, w) for w in asked) if k]
    synonyms = [
        _synonym(said) for i in range(len(scan)) if (said := synonym_at(scan, i)) is not None and (scan.group_at[i] is None or said == "as")
    ]
    deeds = told_by_deeds(scan)
    trades = [w for w in asked if stem(w) in trades_known() and w not in deeds]
    if trades and not synonyms and not any(function_stems(scan.index, w) for w in trades):
        return [], True, True  # « un dentiste dans le réseau »: nobody, however many work in a network
    if not stems and not synonyms:
        nobody = bool(trades)
        return ([], True, True) if nobody else (pool, filters, False)
    bearers = bearers_of(scan.index, {*chain(*stems), *chain(*chain(*synonyms))})
    scores = {p: function_score(scan.index.people[p], stems, synonyms) for p in pool if p in bearers}
    best = max(scores.values(), default=0)
    if best == 0:
        # « l'infirmière du CCAS », which has none: nobody, rather than all who work there
        return ([], True, True) if not filters or trades or (synonyms and not stems) else (pool, filters, False)
    return [p for p in pool if scores.get(p) == best], True, True


def names_function(scan: Scan) -> bool:
    """Whether all the words of a message, small ones apart, name a function, a group, a structure or a place."""
    asked = asked_words(scan)
    known = [w for w in asked if function_stems(scan.index, w)]
    synonyms = [i for i in range(len(scan)) if synonym_at(scan, i) is not None]
    return bool(known or synonyms) and len(known) + len(synonyms) >= len(asked)
