"""Which names that are also words mean people, by the list or the cue that they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.lexicon_files import words_of
from bot.understanding.name_gaps import AFTER_NAME, LIST_SIGNS, ROW_SIGNS, before_state, before_unnamed, past_state
from bot.understanding.person_mentions import PersonMention
from bot.understanding.verbs import Deed, deed_at
from bot.understanding.weak_names import SEASONS, tells_somebody
from bot.understanding.words import Word

_ROW_STOPS = frozenset({".", ",", ";", "\n", "|", "//", ":", ")", "!"})


_LIST_CUES = frozenset(
    {
        "avec",
        "presents",
        "presentes",
        "dont",
        "excuse",
        "excuses",
        "excusee",
        "excusees",
        "absent",
        "absents",
        "sauf",
        *("ajoute", "ajouter", "rajoute", "rajouter", "enleve", "enlever", "retire", "retirer", "supprime", "supprimer"),
        *("efface", "effacer", "raye", "rayer", "vire", "virer"),
        "exc",
        "abs",
        "dt",
        "pres",
        "hors",
        *("remplace", "remplacait", "representait"),
        *("sans", "ni", "hormis", "excepte", "manquait", "manquaient"),
    }
)


_HELD = words_of("roll", "held")
_SAID = words_of("roll", "said_there")


_BEFORE_SEASON = frozenset({"avant", "apres", "ici", "fin", "depuis", "vers", "debut", "courant", "en", "des", "jusqu", "mi"})
FIRST_NAMES = words_of("first_names", "common")


def keep_listed(words: Sequence[Word], found: list[PersonMention]) -> tuple[PersonMention, ...]:
    """Drop the weak names that no list, cue or neighbour makes a person."""
    found = [m for m in found if not (m.weak and _is_season(words, m))]
    kept = [not m.weak or _cued(words, m) or tells_somebody(words, m) for m in found]
    ends = {m.last: k for k, m in enumerate(found)}
    starts = {m.first: k for k, m in enumerate(found)}
    _runs(words, found, kept)
    _rows(words, found, kept)
    _alone(words, found, kept)
    order = list(range(len(found)))
    for direction in (order, order[::-1]):
        for k in direction:
            if kept[k]:
                continue
            mention = found[k]
            before = _skip(words, mention.first, -1)
            before = before if before is None or before in ends else before_state(words, before)
            if before is not None and before not in ends and _closes_piece(words, mention):
                before = before_unnamed(words, before)
            after = _skip(words, past_state(words, mention.last), +1)
            left = before is not None and kept[ends[before]] if before in ends else False
            right = after is not None and kept[starts[after]] if after in starts else False
            kept[k] = left or right
    return tuple(m for k, m in enumerate(found) if kept[k])


def _is_season(words: Sequence[Word], mention: PersonMention) -> bool:
    """« avant noel et zoe… »: a day, though somebody bears that name and a name stands beside it."""
    first = words[mention.first]
    told = mention.first > 0 and words[mention.first - 1].fold in _BEFORE_SEASON
    return told and first.fold in SEASONS and not first.is_capital


def _runs(words: Sequence[Word], found: list[PersonMention], kept: list[bool]) -> None:
    """Keep the weak names of lists told without signs: « bouzid bonnet karim », « 9h-10h30 benoit zoé jérôme »."""
    k = 0
    while k < len(found):
        last = k + 1
        while last < len(found) and found[last - 1].last == found[last].first:
            last += 1
        bounded = (found[k].first == 0 or _ends_list(words[found[k].first - 1])) and (
            found[last - 1].last >= len(words) or _ends_list(words[found[last - 1].last])
        )
        firsts = all(m.bare and words[m.first].fold in FIRST_NAMES for m in found[k:last])
        if last - k > 1 and _with_more(words, found[last - 1].last):
            kept[k:last] = [True] * (last - k)  # « garnier chevalier + 2 internes »
        if last - k > 1 and any(kept[k:last]) and (last - k > 2 or bounded or firsts):
            kept[k:last] = [True] * (last - k)
        k = last


def _rows(words: Sequence[Word], found: list[PersonMention], kept: list[bool]) -> None:
    """Keep the weak names that a row of capitals makes people, whatever stands before: « Boulanger, Tessier, Roche + 1 ADAPEI »."""
    k = 0
    while k < len(found):
        last = k + 1
        while last < len(found) and _in_row(words, found[last - 1], found[last]):
            last += 1
        row = found[k:last]
        names = [m for m in row if words[m.first].is_capital and words[m.first].fold not in SEASONS]
        opens = row[0].first == 0 or not words[row[0].first - 1].is_word
        if len(row) > 1 and len(names) == len(row) and opens and not all(w.text.isupper() for m in row for w in words[m.first : m.last]):
            kept[k:last] = [True] * (last - k)
        k = last


def _alone(words: Sequence[Word], found: list[PersonMention], kept: list[bool]) -> None:
    """Keep the weak names of a row that stands alone between two stops: « visio, mercier + boulanger. », « CSAPA. Meunier, moi. »."""
    k = 0
    while k < len(found):
        last = k + 1
        while last < len(found) and _in_row(words, found[last - 1], found[last]):
            last += 1
        row = found[k:last]
        first, me_before = _past_me(words, row[0].first - 1, -1)
        after, me_after = _past_me(words, row[-1].last, +1)
        several = len(row) + me_before + me_after > 1 and first > 0
        if len(row) == 1 and _named_alone(words, row[0]):
            kept[k] = True
        if several and _is_stop(words, first - 1) and _is_stop(words, after) and not any(words[m.first].fold in SEASONS for m in row):
            kept[k:last] = [True] * (last - k)
        k = last


def _named_alone(words: Sequence[Word], mention: PersonMention) -> bool:
    """Whether a capital stands alone behind a comma and before a stop: « 12h30-14h, Bonnet. », « à 9h, Tessier, RAS »."""
    i, word = mention.first, words[mention.first]
    if i < 2 or words[i - 1].text != "," or not word.is_capital or word.text.isupper() or word.fold in SEASONS:
        return False
    ends = mention.last >= len(words) or words[mention.last].text in {".", "\n", ";"}
    return ends or (
        words[mention.last].text == "," and (words[i - 2].is_number or words[i - 2].fold in {"h", "min", "matin", "soir", "hier"})
    )


def _past_me(words: Sequence[Word], i: int, step: int) -> tuple[int, bool]:
    """Where a row ends that « et moi », « moi + » lengthens on one side of it, and whether it does."""
    told = 0 <= i < len(words) and 0 <= i + step < len(words) and words[i].fold in ROW_SIGNS and words[i + step].fold == "moi"
    beyond = i + 2 * step if told else i
    return beyond + (step < 0), told


def _is_stop(words: Sequence[Word], i: int) -> bool:
    return not 0 <= i < len(words) or words[i].text in _ROW_STOPS or words[i].fold == "h" or (i > 0 and words[i - 1].fold == "h")


def _in_row(words: Sequence[Word], one: PersonMention, other: PersonMention) -> bool:
    """Whether only a comma, « + », « / » or « et » stands between two names."""
    return other.first == one.last + 1 and words[one.last].fold in ROW_SIGNS


def _ends_list(word: Word) -> bool:
    return not word.is_word or word.fold in LIST_SIGNS or word.fold in _LIST_CUES or word.fold == "h"


def _cued(words: Sequence[Word], mention: PersonMention) -> bool:
    if mention.last < len(words) and words[mention.last].fold in AFTER_NAME:
        return True
    if mention.last + 1 < len(words) and words[mention.last].fold in {"en", "comme"} and words[mention.last + 1].fold in AFTER_NAME:
        return True  # « passe Bonnet en absent »
    also = mention.last < len(words) and words[mention.last].fold in {"aussi", "egalement", "itou", "idem"}
    if also and mention.first and words[mention.first - 1].text == "," and words[mention.first].fold not in SEASONS:
        return True
    opens = mention.first == 0 or words[mention.first - 1].text in {".", "\n", ",", ";"}
    if (words[mention.first].is_capital or opens) and mention.last < len(words) and _acts(words, mention):
        return True
    if opens and words[mention.first].is_capital and any(told(words, mention.last) for told in (_paired, _told_away, _spent, _held)):
        return True
    if opens and words[mention.first].is_capital and mention.first and _with_more(words, mention.last):
        return True  # « 11h-12h15, Rey + DDTM »
    if words[mention.first - 1].fold in {"que", "qu"} and words[mention.first].fold in FIRST_NAMES and _acts(words, mention):
        return True  # « le flyer que claire doit corriger »
    opens = opens or words[mention.first - 1].fold == "et"
    if opens and words[mention.first].fold not in SEASONS and (_plainly_away(words, mention.last) or _has_spoken(words, mention.last)):
        return True  # « moulin s'est excusé », « tessier a présenté le dossier »
    if (
        words[mention.first].is_capital
        and mention.first
        and words[mention.first - 1].fold in {"a", "pour", "par", "chez"}
        and words[mention.first].fold not in SEASONS
    ):
        return True
    i = mention.first - 1
    if i >= 0 and words[i].text == "+" and words[mention.first].is_capital and words[mention.first].fold not in SEASONS:
        return True  # « + Caron à la réu de ce matin »
    if i >= 0 and words[i].text in {":", "("} and i >= 1:
        i -= 1
    short = i >= 0 and i < mention.first - 1 and words[i].fold in {"p", "e", "a", "exc", "abs", "la", "vu", "vus", "absence", "absences"}
    return i >= 0 and (short or words[i].fold in _LIST_CUES) and words[mention.first].fold not in {"durant", "mars"}


def _has_spoken(words: Sequence[Word], i: int) -> bool:
    """Whether « a présenté », « avait expliqué » follows, that is said of nobody but a person."""
    return i + 1 < len(words) and words[i].fold in {"a", "avait"} and words[i + 1].fold in _SAID


def _spent(words: Sequence[Word], i: int) -> bool:
    """Whether « : 1h30 », « , 2h » follows: hours of somebody."""
    told = i + 2 < len(words) and words[i].text in {":", ",", "→", "-", "–", "="} and words[i + 1].is_number
    return told and words[i + 2].fold in {"h", "heure", "heures", "min", "mn", "minutes"}


def _held(words: Sequence[Word], i: int) -> bool:
    """Whether « présidait », « animait » follows: « Noël présidait »."""
    return i < len(words) and words[i].fold in _HELD


def _paired(words: Sequence[Word], i: int) -> bool:
    """Whether « et Vasseur. » follows, with nothing more: « Picard et Vasseur. »."""
    if i + 1 >= len(words) or words[i].fold not in {"et", "&"} or not words[i + 1].is_capital:
        return False
    return i + 2 >= len(words) or words[i + 2].text in {".", "\n", ","}


def _told_away(words: Sequence[Word], i: int) -> bool:
    """Whether « pas là », « n'est pas venu », « était là », « là » follows: « Vasseur pas là »."""
    said = [w.fold for w in words[i : i + 4]] + [""] * 4
    if said[0] == "la":
        return i + 1 >= len(words) or not words[i + 1].is_word
    if said[0] in {"n", "etait", "est", "a", "s"}:
        said = said[1:]
    return "pas" in said[:2] or said[0] in {"la", "present", "presente", "venu", "venue", "excuse", "excusee", "absent", "absente"}


def _with_more(words: Sequence[Word], i: int) -> bool:
    """Whether « + DDTM », « + 2 habitants » follows."""
    return i + 1 < len(words) and words[i].text == "+" and (words[i + 1].is_capital or words[i + 1].is_number)


def _plainly_away(words: Sequence[Word], i: int) -> bool:
    """Whether « s'est excusé », « n'est pas venue », « était absent » follows, that is said of nobody but a person."""
    said = [w.fold for w in words[i : i + 5]] + [""] * 5
    k = 1 if said[0] in {"s", "n"} else 0
    if said[k] not in {"est", "etait", "a", "avait"}:
        return False
    k += 1 + (said[k + 1] in {"pas", "ete"})
    return said[k] in {"excuse", "excusee", "absent", "absente", "venu", "venue"} or (said[k - 1] == "pas" and said[k] == "pu")


def _acts(words: Sequence[Word], mention: PersonMention) -> bool:
    """Whether a verb of something to do follows the name: « MH réserve le cinéma »."""
    if mention.last < len(words) and words[mention.last].fold in _HELD and words[mention.first].fold not in SEASONS:
        return True  # « Olivier présidait »
    deed = deed_at(words, mention.last)
    return deed is not None and (deed[0] is Deed.WILL or (words[mention.first].is_capital and words[mention.first].fold not in SEASONS))


def _skip(words: Sequence[Word], i: int, step: int) -> int | None:
    """The boundary of the neighbour over one list sign, None where no list sign stands."""
    k = i if step > 0 else i - 1
    if not 0 <= k < len(words) or words[k].fold not in LIST_SIGNS:
        return None
    beyond = k + step
    if 0 <= beyond < len(words) and words[beyond].fold in LIST_SIGNS:
        k = beyond
    return k + 1 if step > 0 else k


def _closes_piece(words: Sequence[Word], mention: PersonMention) -> bool:
    """Whether nothing but a sign follows the name, which is no season: « , vasseur. », not « , petit budget »."""
    alone = mention.last >= len(words) or words[mention.last].text in _ROW_STOPS or words[mention.last].fold in LIST_SIGNS
    return alone and words[mention.first].fold not in SEASONS
