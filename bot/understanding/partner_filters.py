"""How a question to the directory narrows down who may answer."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from bot.domain.vocabulary import PersonWords
from bot.french.stems import stem
from bot.understanding.groups import GroupMention, Strength
from bot.understanding.index import VocabularyIndex
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.spelling import sounds_like, stems_of
from bot.understanding.things import same_commune
from bot.understanding.words import LINKS, key_words

LEXICON = table("partners")
_NO_TRADE = words_of("partners", "no_trade")
_BOTH = PhraseTable({"both": LEXICON["both"]["words"]})


_ASKING = frozenset(
    [
        "qui",
        "que",
        "quoi",
        "quel",
        "quelle",
        "quels",
        "quelles",
        "est",
        "ce",
        "c",
        "s",
        "a",
        "on",
        "y",
        "il",
        "elle",
        "deja",
        "stp",
        "svp",
        "merci",
        "je",
        "tu",
        "me",
        "moi",
        "donne",
        "numero",
        "num",
        "tel",
        "telephone",
        "mail",
        "email",
        "adresse",
        "contact",
        "contacts",
        "coordonnees",
        "coord",
        "portable",
        "cherche",
        "trouve",
        "joindre",
        "comment",
        "pour",
        "dans",
        "sur",
        "un",
        "une",
        "des",
        "les",
        "avec",
        "chez",
        "fait",
        "occupe",
        "pilote",
        "travaille",
        "annuaire",
        "liste",
        "membres",
        "membre",
        "gt",
        "copil",
        "quelqu",
        "monsieur",
        "dame",
        "mme",
        "m",
        "dr",
        "personne",
        "bonjour",
        "salut",
        "numeros",
        "besoin",
        "voudrais",
        "faut",
        "connais",
        "sait",
        "bosse",
        "et",
        "ou",
        "pas",
        "plus",
        "au",
        "aux",
        "en",
        "nom",
        "appelle",
        "interlocuteur",
        "secteur",
        "france",
        "service",
        "services",
        "coin",
        "noms",
        "tels",
        "mails",
        "liste",
        "quelquun",
        "qqn",
        "qqun",
        "aurais",
        "aurait",
        "auriez",
        "avez",
        "repertoire",
        "comme",
        "orienter",
        "adresser",
        "contacter",
        "appeler",
        "territoire",
        "leur",
        "charge",
        "sein",
        "aupres",
        "renseigner",
    ]
)


def asked_words(scan: Scan) -> list[str]:
    """The words that say what is looked for, small and asking words left out."""
    out = []
    for i, word in enumerate(scan.words):
        covered = scan.person_at[i] is not None or scan.thing_at[i] is not None or scan.time_at[i] is not None
        covered = covered or ((g := scan.group_at[i]) is not None and (g.strength >= Strength.HINTED or word.fold in _NO_TRADE))
        ours = word.fold == "reseau" and scan.fold(i - 1) in {"du", "le", "notre", "ce"}  # « les éducateurs du réseau »: all of them
        if word.is_word and not (covered or ours) and len(word.fold) >= 3 and word.canon not in LINKS and word.fold not in _ASKING:
            out.append(word.canon)
    return out


def told_by_deeds(scan: Scan) -> frozenset[str]:
    """The words that say what somebody does: « la dame de l'UNAFAM qui aide les familles » is no home help."""
    who = (i for i in range(1, len(scan)) if scan.fold(i) == "qui" and (scan.thing_at[i - 1] is not None or scan.fold(i - 1) in _SOMEBODY))
    return frozenset(scan.words[i].canon for i in range(next(who, len(scan)) + 1, len(scan)))


def deed_asked(scan: Scan) -> bool:
    """Whether it is asked who does something: « qui fait de la garde d'enfants à Alès », not « qui travaille à Alès »."""
    asked = set(asked_words(scan))
    at = next((i for i in range(1, len(scan)) if scan.fold(i) in _DOES and scan.fold(i - 1) == "qui"), len(scan))
    return any(scan.canon(i) in asked for i in range(at + 1, len(scan)))


def function_stems(index: VocabularyIndex, word: str) -> frozenset[str]:
    """The stems of functions that a word can be: itself, or longer words that it shortens (« kiné », « péd »)."""
    exact = stem(word)
    if exact in index.functions:
        return frozenset({exact})
    if len(word) >= 4:
        longer = frozenset(s for s in index.functions if s.startswith(exact) and len(exact) >= 4)
        if longer or len(word) < 8:
            return longer
        heard = _heard(exact)
        return frozenset(s for s in index.functions if s[:2] == exact[:2] and _heard(s) == heard)
    return frozenset()


_SOMEBODY = frozenset({"dame", "monsieur", "personne", "collegue", "femme", "homme", "fille", "gars", "celui", "celle"})
_DOES = words_of("partners", "does")
_DOCTOR = frozenset({stem("medecin")})


@lru_cache(maxsize=2048)
def _heard(word: str) -> str:
    """A word as it sounds, near enough: « pédopsikiatre » and « pédopsychiatre »."""
    for typed, sound in (("ch", "k"), ("qu", "k"), ("ph", "f"), ("th", "t"), ("y", "i"), ("c", "k"), ("z", "s"), ("h", "")):
        word = word.replace(typed, sound)
    return sounds_like(word)


def bearers_of(index: VocabularyIndex, stems: Iterable[str]) -> frozenset[int]:
    """Those whose function has one of these words at least; doctors, whose title says theirs, among them."""
    return index.doctors.union(*(index.functions.get(s, ()) for s in stems))


def function_score(person: PersonWords, stems: list[frozenset[str]], synonyms: list[tuple[tuple[str, ...], ...]]) -> int:
    """How well the function of somebody answers the words asked: one for a word, two for a synonym."""
    own = stems_of(key_words(person.function or "")) | (_DOCTOR if person.doctor else frozenset())
    score = sum(1 for k in stems if not own.isdisjoint(k))
    for several in synonyms:
        if any(own.issuperset(words) for words in several) or (person.doctor and any(words == ("medecin",) for words in several)):
            score += 2
    return score


def by_commune(scan: Scan, pool: list[int], *, filters: bool) -> tuple[list[int], bool]:
    """Those of the pool who work in a commune that is named."""
    communes = [t.commune for i, t in enumerate(scan.thing_at) if t is not None and t.first == i and t.only_commune and t.commune]
    if not communes:
        return pool, filters
    people, structures = scan.index.people, scan.index.structures

    def lives(p: int) -> bool:
        person = people[p]
        home = person.commune or (structures[person.structure_id].commune if person.structure_id in structures else None)
        return any(same_commune(home, c) for c in communes)

    return [p for p in pool if lives(p)], True


def by_civility(scan: Scan, pool: list[int]) -> list[int]:
    """« le monsieur de l'ARS », « la dame de la CAF »."""
    wanted = None
    for i in range(len(scan)):
        if scan.fold(i) in {"monsieur", "homme", "gars", "mec"}:
            wanted = ("M.", "M")
        elif scan.fold(i) in {"dame", "femme", "fille"} and not scan.fold(i - 1).startswith("sage"):
            wanted = ("Mme", "Madame")
    left = [p for p in pool if wanted is None or scan.index.people[p].civility in wanted]
    return left or pool


@cache
def _themes() -> PhraseTable:
    tags: dict[str, list[str]] = {}  # several themes may be told by one word
    for tag, several in LEXICON["themes"].items():
        for said in (tag, *several):
            tags.setdefault(said, []).append(tag)
    return PhraseTable({"|".join(several): [s for s, t in tags.items() if t == several] for several in tags.values()})


def by_theme(scan: Scan, pool: list[int], *, filters: bool) -> list[int]:
    """Among those left, whoever deals with the theme asked, by function and then by groups; all where no theme is asked."""
    themes = (f for f in _themes().all(scan.words) if scan.thing_at[f.first] is None)
    told = (f for f in themes if (g := scan.group_at[f.first]) is None or g.strength < Strength.HINTED)
    tags = {tag for f in told for tag in f.tag.split("|")}
    words = {stem(w) for w in asked_words(scan)} | {stem(w) for tag in tags for w in key_words(tag)}
    tagged = [tuple(stem(w) for w in key_words(tag)) for tag in LEXICON["themes"] if tag in tags]
    if not words or len(pool) <= 1:
        return pool
    people = scan.index.people

    def by_function(p: int) -> bool:
        own = stems_of(key_words(people[p].function or ""))
        return any(own.issuperset(tag) for tag in tagged) or (not filters and not own.isdisjoint(words))

    def by_groups(p: int) -> bool:
        names = [stems_of(key_words(scan.index.groups[g].name)) for g in scan.index.groups_of.get(p, ())]
        return any(name.issuperset(tag) for tag in tagged for name in names)

    bearers = bearers_of(scan.index, words.union(*tagged))
    found = [p for p in pool if p in bearers and by_function(p)]
    if found:
        return found
    if not filters:
        return [
            p
            for g in scan.index.vocabulary.groups
            if any(stems_of(key_words(g.name)).issuperset(tag) for tag in tagged)
            for p in g.pilot_ids
        ]
    return [p for p in pool if by_groups(p)] or ([] if tagged else pool)


def author_last(scan: Scan, pool: list[int]) -> list[int]:
    """The author is seldom whom she looks for, unless she asks who is in a group."""
    return list(dict.fromkeys(pool))


def groups_shared(scan: Scan, group: GroupMention) -> list[GroupMention]:
    """The other groups that the people sought belong to as well: « à la fois au GT addicto et au GT jeunes », « en commun »."""
    if _BOTH.first(scan.words) is None:
        return []
    named = [g for i, g in enumerate(scan.group_at) if g is not None and g.first == i and g.strength >= Strength.HINTED]
    return [g for g in named if set(g.ids).isdisjoint(group.ids)]
