"""Which words say that somebody will do something, or did or said it in the meeting."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from bot.understanding.lexicon_files import spaced, table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.words import Word


class Deed(StrEnum):
    """What a verb says of its subject."""

    WILL = "will"  # « relance », « va voir », « doit renvoyer »
    SPEAKS = "speaks"  # « présente », « propose »
    DID = "did"  # « a expliqué », « était »


def _forms() -> frozenset[str]:
    found: set[str] = set()
    for verb in words_of("verbs", "er"):
        verb = verb.rstrip("_")
        if verb.endswith("er"):
            root = verb[:-2]
            present = root + ("e" if not root.endswith("oy") else "")
            found |= {root + end for end in ("e", "ent", "era", "eront", "erai", "erons", "er")} | {present}
            if root.endswith(("oy", "uy", "ay")):
                found |= {root[:-1] + "i" + end for end in ("e", "ent", "era", "eront", "erai")}
        else:
            found.add(verb)
    return frozenset(found | {w.rstrip("_") for w in words_of("verbs", "forms")})


_PLAIN = _forms()
_OURS = words_of("verbs", "ours")
_AGAIN = {*("re" + w for w in _PLAIN), *("r" + w for w in _PLAIN if w[0] in "aeiou")}
_WILL = _PLAIN | _AGAIN
_INFINITIVES = frozenset(w for w in _WILL if w.endswith(("er", "ir", "re", "oir")))
_SPEECH = PhraseTable({"speech": table("verbs")["speech"]["words"]})
_AUXILIARY = PhraseTable({"auxiliary": table("verbs")["auxiliary"]["words"]})
_OFFERS = PhraseTable({"offer": table("verbs")["offers"]["words"]})
PROMISED = PhraseTable({"promised": table("verbs")["promised"]["words"]})
_CHARGED = PhraseTable({"charged": table("verbs")["charged"]["words"]})
_WILL_SAY = frozenset({"si", "s", "quand", "combien", "comment", "ou", "quel", "quelle", "quels", "quelles", "qui"})
_PRONOUNS = frozenset(spaced(w) for w in table("verbs")["pronouns"]["words"])
_PAST = frozenset(spaced(w) for w in table("verbs")["past"]["words"])
_TOWARDS = frozenset({"se", "s", "nous", "vous", "lui", "leur"})
_DETERMINERS = frozenset(
    {
        "le",
        "la",
        "les",
        "l",
        "un",
        "une",
        "des",
        "du",
        "ce",
        "cet",
        "cette",
        "ces",
        "son",
        "sa",
        "ses",
        "notre",
        "nos",
        "deux",
        "trois",
        "quatre",
        "tous",
        "toutes",
    }
)
_NOUN_ENDINGS = (
    "trice",
    "iere",
    "enne",
    "logue",
    "aire",
    "able",
    "iste",
    "ee",
    "ure",
    "ence",
    "ance",
    "ogue",
    "ite",
    "ment",
    "elle",
    "ette",
    "euse",
    "aine",
    "atre",
    "ade",
    "ere",
    "femme",
    "homme",
    *("ciale", "icale", "erale", "ocale", "ipale", "onale", "riale", "ntale", "liale"),  # « l'assistante sociale du DAC »
    *("juste", "toute", "comme", "seule"),  # « Simon juste la dernière heure »
)
_NOUNS_IN_ER = words_of("verbs", "nouns_in_er")
_NOUNS_IN_RE = words_of("verbs", "nouns_in_re")
_ENDINGS_IN_RE = tuple(words_of("verbs", "endings_in_re"))
_BEHIND_TASKS = _DETERMINERS | {"a", "au", "aux", "de", "d", "chez", "mon", "ma", "mes", "pour", "sur"}
_MOSTLY_SAID = frozenset({"propose", "presente", "anime", "accueille"})
_JUST = frozenset({"vient", "viennent"})
_IT = frozenset({"le", "la", "les", "l", "en", "y"})
_TO_SOMEBODY = frozenset({"a", "au", "aux", "les", "le", "ses", "son", "leurs", "leur", "tous", "toutes", "chaque"})
_NO_FUTURE = frozenset({"camera", "cholera", "opera", "caldera"})
_SAYING = frozenset({"que", "qu", "si"})


def is_ours(words: Sequence[Word], i: int) -> bool:
    """Whether a verb in -ons at word i tells what « Rachid et moi » will do: « rédigeons », « faisons »."""
    said = words[i].fold if i < len(words) else ""
    return said in _OURS or (said.endswith("ons") and (said[:-5] + "ger" if said.endswith("geons") else said[:-3] + "er") in _INFINITIVES)


def is_infinitive(word: str) -> bool:
    """Whether a folded word is the infinitive of something to do."""
    return word in _INFINITIVES


def is_task(words: Sequence[Word], i: int) -> bool:
    """Whether word i is the infinitive of a task, known or by its ending (« relancer », « récupérer les clés », « passer prendre »)."""
    if i >= len(words) or not words[i].is_word:
        return False
    said = words[i].fold
    if said in _INFINITIVES:
        return True
    return _is_regular(said) and i + 1 < len(words) and (words[i + 1].fold in _BEHIND_TASKS or words[i + 1].is_capital)


def names_task(word: str) -> bool:
    """Whether a folded word behind « de » is what is to be done, known or by its ending: « 10h de signer la convention »."""
    return word in _INFINITIVES or _is_regular(word) or (word.endswith(_ENDINGS_IN_RE) and word not in _NOUNS_IN_RE)


def _is_regular(word: str) -> bool:
    return len(word) >= 5 and word.endswith(("er", "oir", "ir")) and word not in _NOUNS_IN_ER


def deed_at(words: Sequence[Word], i: int) -> tuple[Deed, int] | None:
    """The verb of a subject that ends just before word i, over pronouns, and the word from which its text is told; None if no verb."""
    j = i
    while j < len(words) and j < i + 4 and words[j].fold in _PRONOUNS:
        j += 1
    if j >= len(words) or not words[j].is_word:
        return None
    if _OFFERS.at(words, j):
        return Deed.WILL, j
    if words[j].fold in {"aura", "auront", "aurai"} and j + 1 < len(words) and words[j + 1].fold.endswith(("e", "i", "u", "is", "it")):
        return Deed.WILL, j  # « aura envoyé la liste »
    if _is_denied(words, i, j):
        return Deed.DID, j  # « ne pourra pas faire l'affiche »
    if just_did(words, j):
        return Deed.DID, j  # « vient d'acter »
    charged = _CHARGED.at(words, i) or _CHARGED.at(words, j)
    if charged is not None and charged.last < len(words):
        return Deed.WILL, charged.last
    infinitive = _after_auxiliary(words, j) or (_after_auxiliary(words, i) if j > i and words[j].fold in _PAST else None)
    if infinitive is not None:
        return Deed.WILL, infinitive
    if words[j].fold in _PAST and words[j].text != "à":
        return Deed.DID, j
    return _finite_verb(words, j, pronoun=words[j - 1].fold if j > i else None)


def _is_denied(words: Sequence[Word], i: int, j: int) -> bool:
    """Whether « pas », « plus » follow the verb at word j: « ne pourra pas », « n'envoie plus »; `i`: where its pronouns begin."""
    after = words[j + 1].fold if j + 1 < len(words) else ""
    return after == "pas" or (after in {"plus", "jamais"} and any(word.fold in {"ne", "n"} for word in words[i:j]))


def just_did(words: Sequence[Word], j: int) -> bool:
    """Whether « de » and an infinitive follow « vient » at word j."""
    said = words[j + 2].fold if j + 2 < len(words) and words[j].fold in _JUST and words[j + 1].fold in {"de", "d"} else ""
    return len(said) > 3 and said.endswith(("er", "ir", "re", "oir")) and not words[j + 2].is_capital


def _after_auxiliary(words: Sequence[Word], j: int) -> int | None:
    """The infinitive after « va », « doit nous », « se charge de »…"""
    auxiliary = _AUXILIARY.at(words, j)
    if auxiliary is None:
        return None
    k = auxiliary.last
    while k < len(words) and k < auxiliary.last + 3 and words[k].fold in _PRONOUNS:
        k += 1
    return k if k < len(words) and words[k].is_word and words[k].fold.endswith(("er", "ir", "re", "oir")) else None


def _finite_verb(words: Sequence[Word], j: int, *, pronoun: str | None) -> tuple[Deed, int] | None:
    """What the verb at word j tells, after that pronoun if any."""
    said, typed = words[j].fold, words[j].text
    if typed.endswith(("é", "ée", "és", "ées")) and typed not in {"crée", "recrée"}:
        return None
    said_so = _SPEECH.at(words, j - 1 if pronoun in {"s", "se"} else j) or _SPEECH.at(words, j)  # « Michel s'inquiète des lits »
    if said_so is not None and said_so.last - j > 1:
        return Deed.SPEAKS, j
    speech = said_so is not None
    own = j > 1 and words[j - 2].fold in {"je", "moi"}  # « je me charge d'écrire »
    if pronoun in {"me", "m"} and not own and (speech or said in {"dit", "prie", "charge"}):
        return Deed.SPEAKS, j  # « Samira me demande de le noter »
    if pronoun in _IT and (speech or said in {"montre", "montrent"}) and _follows(words, j + 1, _TO_SOMEBODY):
        return Deed.WILL, j  # « Zoé la présente aux équipes », « Bruno le montre aux EHPAD », « Éric en informe les kinés »
    if said.endswith(("ait", "aient")) and not said.endswith(("fait", "rait", "raient")) and not speech:
        return (Deed.DID, j) if pronoun in _TOWARDS else None
    if pronoun in {"nous", "vous", "me", "m"} and said in {"dit", "redit", "dira"} and _follows(words, j + 1, _WILL_SAY):
        return Deed.WILL, j  # « Florence nous dit si la PASS peut venir »
    if pronoun == "en" and said.startswith(("parle", "reparle", "touche")):
        return Deed.WILL, j
    if pronoun is not None and (said.endswith("ant") or (pronoun in _TOWARDS and said.startswith("attend"))):
        return Deed.DID, j  # « Isabelle nous ayant rejoints », « Laurent nous attend à la mission locale »
    towards = pronoun in _TOWARDS and len(said) > 2 and said.endswith(("e", "t", "d", "ra", "ent", "ront")) and not speech
    if towards or (pronoun in {"s", "se"} and said in _WILL):
        return Deed.WILL, j - 1 if pronoun in {"s", "se"} else j
    if speech and (said not in _WILL or said in _MOSTLY_SAID or _follows(words, j + 1, _SAYING)):
        return Deed.SPEAKS, j
    future = (
        (pronoun is None or pronoun in _IT) and said not in _NO_FUTURE and len(said) > 5 and said.endswith(("ront", "era", "ira", "dra"))
    )
    if future or said in _WILL or (pronoun is None and _looks_like_verb(words, j)):
        return Deed.WILL, j
    return None


def _looks_like_verb(words: Sequence[Word], i: int) -> bool:
    """Whether an unknown word after a name can only be a verb: it ends as one and a determiner follows (« recrute 3 jeunes »)."""
    said = words[i].fold
    if (
        not said.endswith(("e", "ent", "ra", "ront"))
        or len(said) < 5
        or said.endswith(_NOUN_ENDINGS)
        or words[i].is_capital
        or i + 1 >= len(words)
    ):
        return False
    return words[i + 1].fold in _DETERMINERS or words[i + 1].is_number


def _follows(words: Sequence[Word], i: int, among: frozenset[str]) -> bool:
    return i < len(words) and words[i].fold in among
