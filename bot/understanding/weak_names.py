"""Whether what stands beside a name that is also a word makes it somebody: « bonnet arrivé à 20h », « Mercier et une infirmière »."""

from __future__ import annotations

from collections.abc import Sequence

from bot.french.posts import opens_post
from bot.understanding.away_words import NAMED_STATES
from bot.understanding.lexicon_files import words_of
from bot.understanding.person_mentions import PersonMention
from bot.understanding.words import Word

SEASONS = frozenset({"noel", "mars", "avril", "mai", "juin", "juillet", "aout", "janvier", "durant", "ete", "hiver", "printemps"})
_DAYS = frozenset({"hier", "matin", "soir", "midi", "aprem", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"})
_SOMEBODY = words_of("names", "somebody")
_ONE_OR_SOME = frozenset({"un", "une", "le", "la", "l", "deux", "trois", "quatre", "cinq"})
_NEVER_BARE = frozenset({"petit", "petite", "grand", "long", "court", "bon", "fort", "gros", "juste", "clair", "marche", "matin", "point"})


def tells_somebody(words: Sequence[Word], mention: PersonMention) -> bool:
    """Whether a state, a function or others told by one stand right beside the name."""
    i, said = mention.first, words[mention.first].fold
    if i and words[i].is_capital and said not in SEASONS and _called_before(words, i):
        return True  # « la psychiatre Caron »
    if i and words[i].is_capital and _instead_of(words, i):
        return True  # « c'était Durand pas Durant »
    before = words[i - 1] if i else None
    opens = before is None or before.text in {".", "\n", ",", ";", ":", "/", "("} or before.is_number or before.fold in _DAYS | {"et", "h"}
    if not opens:
        return False
    return (said not in SEASONS | _NEVER_BARE and _with_calling(words, mention.last)) or _state_told(words, mention)


def _called_before(words: Sequence[Word], i: int) -> bool:
    """Whether « le directeur », « l'infirmière » stands right before word i."""
    said = words[i - 1].fold
    return (
        i >= 2 and words[i - 2].fold in {"le", "la", "l"} and (opens_post(said) or (said in _SOMEBODY and said not in {"gens", "relais"}))
    )


def _instead_of(words: Sequence[Word], i: int) -> bool:
    """Whether « pas », « et non » stands before word i, and another name before that; or « c'était », and nothing behind."""
    k = i - 1
    ends = i + 1 >= len(words) or not words[i + 1].is_word
    if i > 1 and words[k].fold in {"etait", "est"} and words[k - 1].fold == "c" and ends:
        return True
    if words[k].fold not in {"pas", "non"}:
        return False
    k -= 1 + (k > 1 and (words[k - 1].fold == "et" or words[k - 1].text == ","))
    return k > 0 and words[k].is_word and words[k].is_capital


def _with_calling(words: Sequence[Word], i: int) -> bool:
    """Whether « et une infirmière », « , deux mamans » follows."""
    if i + 2 >= len(words) or not (words[i].fold in {"et", "avec"} or words[i].text in {",", "+", "&"}):
        return False
    return (words[i + 1].fold in _ONE_OR_SOME or words[i + 1].is_number) and (
        words[i + 2].fold in _SOMEBODY or opens_post(words[i + 2].fold)
    )


def _state_told(words: Sequence[Word], mention: PersonMention) -> bool:
    """Whether a state follows a name that is also a word: « durant n'est pas venue », « picard là », not « avril annulé »."""
    after = mention.last
    if after < len(words) and words[after].fold == "la" and (after + 1 >= len(words) or not words[after + 1].is_word):
        return words[mention.first].fold not in SEASONS
    state = NAMED_STATES.at(words, after)
    if state is None or (words[mention.first].fold in _NEVER_BARE and not words[mention.first].is_capital and state.last - after < 2):
        return False
    return words[mention.first].fold not in SEASONS or state.tag == "away"
