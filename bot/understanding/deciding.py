"""What « on », « nous », « le groupe » decide."""

from __future__ import annotations

from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan

_SUBJECTS = PhraseTable({"subject": table("decisions")["subjects"]["words"]})
_DECIDED = words_of("decisions", "decided")
_PHRASES = PhraseTable({"decides": table("decisions")["decides_phrases"]["words"]})
_ADVERBS = words_of("decisions", "adverbs")
_BODIES = frozenset({"comite", "commission", "copil", "cotech", "groupe", "assemblee", "pleniere", "bureau", "conseil", "gt"})
_OF_A_BODY = frozenset(
    {
        *(
            "approuve",
            "adopte",
            "rejette",
            "ecarte",
            "enterine",
            "repousse",
            "reporte",
            "acte",
            "vote",
            "ratifie",
            "renonce",
            "abandonne",
            "retire",
        ),
        *(
            "decide",
            "privilegie",
            "reconduit",
            "maintient",
            "retient",
            "refuse",
            "arrete",
            "suspend",
            "emet",
            "rend",
            "autorise",
            "mandate",
        ),
    }
)
_ENDS = frozenset({"boucle", "bouclee", "arrete", "arretee", "termine", "terminee"})
_NEAR = 16  # words of what was looked at before « et calé »
_NOUNS = frozenset({"le", "la", "l", "les", "un", "une", "des", "du", "notre", "nos", "ce", "cette", "ces"})
_FAR = 80  # words: a body named further back is not meant
_SOON = 10  # words between a thing and the day that is given to it
_MEETINGS = ("date", "prochain", "reunion", "rdv", "rendez", "creneau", "seance", "rencontre", "suite")
_SAID_AWAY = frozenset({"decide", "acte", "convenu"})
_OPEN_FUTURES = frozenset(
    {
        "verra",
        *(verb + end for verb in ("tranche", "decide", "statue", "arbitre") for end in ("ra", "rons")),
        "verrons",
        "pourra",
        "devra",
        "aura",
        "sera",
        "faudra",
        "saura",
        "reparlera",
        "rediscutera",
        "attendra",
        "reverra",
        "reverrons",
        "retrouvera",
        "retrouverons",
        "pourrons",
        "serons",
        "aurons",
    }
)
_SUBORDINATES = frozenset({"quand", "dont", "comme", "lorsque", "puisque", "car", "parce", "pendant", "l", "sinon"})
_REFLEXIVE = words_of("decisions", "reflexive")
_CLITICS = words_of("decisions", "clitics")
_IN_HAND = frozenset(
    {
        form
        for verb in words_of("decisions", "in_hand")
        for form in (
            (verb, verb[:-1], verb[:-2] + "ons", verb[:-2] + "eons", verb[:-3] + "cons", verb[:-3] + "ie")
            if verb.endswith("er")
            else (verb,)
        )
    }
)


def _regular() -> frozenset[str]:
    """The forms that « il », « nous », « ils » take of the regular verbs that decide."""
    found: set[str] = set()
    for verb in words_of("decisions", "decides_er"):
        stem = verb[:-2]
        soft = stem + "e" if stem.endswith("g") else stem
        doubled = stem + stem[-1] if stem.endswith("jet") else stem
        found |= {doubled + "e", doubled + "ent", soft + "ons", doubled + "era", doubled + "eront", doubled + "erons"}
    return frozenset(found)


_PLAINLY = words_of("decisions", "decides")
DECIDES = _PLAINLY | _regular()


def group_decides(scan: Scan, i: int, end: int) -> int | None:
    """Where the text of a decision begins that « on », « le groupe », « les membres » take at word i: « on a enfin choisi… »."""
    if scan.folds[i] in {"il", "elle"}:
        return i if _institution_decides(scan, i) else None
    if scan.fold(i - 1) in {"et", "puis"} and _is_decided(scan.fold(i)):
        return i if _goes_on(scan, i, end) else None
    subject = _SUBJECTS.at(scan.words, i) if scan.folds[i] in _SUBJECTS.openings else None
    if subject is None and scan.fold(i) == "avons" and (i == 0 or not scan.words[i - 1].is_word):
        j = _past_adverbs(scan, i + 1, end)  # « Avons arrêté le principe d'un repas »: « nous » is left out
        return (_past_of(scan, j + 1) if _participle(scan.fold(j)) in _SAID_AWAY else i) if _is_decided(scan.fold(j)) else None
    if subject is None or (scan.fold(i) == "nous" and scan.fold(i - 1) in {"il", "elle", "ils", "elles", "qui", "on"}):
        return None
    j = _past_adverbs(scan, subject.last, end)
    pronoun = scan.fold(i) in {"on", "nous"}
    if scan.fold(i) == "nous" and _is_done_to_us(scan, j):
        return None
    plain = subject.first if pronoun else i
    if _agrees(scan, j):
        return plain
    if scan.fold(j) in {"s", "se", "nous"} and scan.fold(j + 1) in {"est", "sont", "sommes"}:
        j += 1
    if scan.fold(j) in {"a", "ont", "avons", "est", "sont", "sommes"}:
        j = _past_adverbs(scan, j + 1, end)
        if _is_decided(scan.fold(j)) and not ends_at(scan, j):
            return _past_of(scan, j + 1) if _participle(scan.fold(j)) in _SAID_AWAY else plain
        return None
    while not pronoun and j < end and scan.fold(j) in _CLITICS:
        j += 1
    if scan.fold(j) in (_PLAINLY if pronoun else DECIDES):
        return _past_of(scan, j + 1) if scan.fold(j) in {"decide", "decident", "decidons"} else plain
    return plain if pronoun and _does(scan, i, j, end) else None


def ends_at(scan: Scan, i: int) -> bool:
    """Whether the participle at word i tells until when one met: « on a bouclé à 12h », not « on a fixé à 10h le début »."""
    time = scan.time_at[i + 2] if scan.fold(i) in _ENDS and scan.fold(i + 1) in {"a", "vers"} else None
    return time is not None and time.starts is not None and time.days is None


def _goes_on(scan: Scan, i: int, end: int) -> bool:
    """Whether « calé » at word i goes on with « on a revu les fiches et calé le calendrier »: the verb before decided nothing."""
    if scan.fold(i + 1) not in _NOUNS and (i + 1 >= end or scan.number_at[i + 1] is None):
        return False
    for k in range(i - 3, max(0, i - _NEAR) - 1, -1):
        if scan.sign(k) in {".", ";", "\n", ":"}:
            return False
        if scan.fold(k) in {"on", "nous"} and scan.fold(k + 1) in {"a", "avons"}:
            return not _is_decided(scan.fold(_past_adverbs(scan, k + 2, end)))
    return False


def _institution_decides(scan: Scan, i: int) -> bool:
    """« Le comité s'est réuni… Il approuve l'avenant »: « il » is the body named before, if the verb is one of a body."""
    if scan.fold(i + 1) not in _OF_A_BODY and (
        scan.fold(i + 1) != "a" or _participle(scan.fold(i + 2)) not in {"approuve", "adopte", "vote"}
    ):
        return False
    return any(scan.fold(k) in _BODIES for k in range(max(0, i - _FAR), i))


def _agrees(scan: Scan, i: int) -> bool:
    """Whether « donne son accord », « est pour » follow at word i; not « est pour l'instant », « est pour 2027 »."""
    said = _PHRASES.at(scan.words, i)
    if said is None:
        return False
    return scan.fold(said.last - 1) not in {"pour", "contre"} or not (
        scan.time_at[said.last] is not None or (scan.fold(said.last), scan.fold(said.last + 1)) in {("l", "instant"), ("le", "moment")}
    )


def _is_done_to_us(scan: Scan, j: int) -> bool:
    """Whether the verb at word j behind « nous » is that of another: « l'ARS nous soutient », « la CAF nous a accordé le poste »."""
    verb = scan.fold(j)
    return verb in {"a", "ont", "est", "sont"} or (_PHRASES.at(scan.words, j) is not None and verb.endswith(("e", "ent", "t")))


def _past_adverbs(scan: Scan, j: int, end: int) -> int:
    while j < end and scan.fold(j) in _ADVERBS:
        j += 1
    return j


def _participle(word: str) -> str:
    """A past participle as people mistype it: « décider », « desidé », « choisit »."""
    word = word.replace("desi", "deci")
    return word[:-1] if word.endswith(("er", "it", "is")) else word


def _is_decided(word: str) -> bool:
    return word in _DECIDED or _participle(word) in _DECIDED


def _does(scan: Scan, i: int, j: int, end: int) -> bool:
    """Whether the verb after « on », « nous » at word i says what the group will do: « on distribue… », « nous n'irons pas… »,
    « on va tester… »; not what it said, saw, feels, or has in hand (« on prépare la journée »)."""
    if scan.fold(i - 1) in _SUBORDINATES or scan.sign(i - 1) == "où":
        return False
    while j < end and scan.fold(j) in _CLITICS:
        j += 1
    if scan.fold(j - 1) in {"se", "s"} and scan.fold(i) == "on":
        given = scan.time_at[j + 1] if j + 1 < end and scan.fold(j) == "donne" else None
        if given is not None and given.seconds is not None:
            return True  # « on se donne 6 mois pour tester »
        return j < end and scan.fold(j) in _REFLEXIVE
    if j < end and scan.fold(j) in {"va", "allons"}:
        j = _past_adverbs(scan, j + 1, end)
        while j < end and scan.fold(j) in _CLITICS:
            j += 1
        return j < end and scan.fold(j).endswith(("er", "ir", "re", "oir")) and scan.fold(j) not in _IN_HAND
    verb = scan.fold(j) if j < end and scan.time_at[j] is None and scan.person_at[j] is None else ""
    if verb.endswith(("ra", "rons")) and len(verb) >= 3:
        return verb not in _OPEN_FUTURES
    if verb in {"cale", "calons"}:
        return _is_settled(scan, j + 1, end)
    if scan.fold(i) == "nous":
        return verb.endswith("ons") and not verb.endswith("ions") and len(verb) > 4 and verb not in _IN_HAND
    present = verb.endswith(("e", "t", "d")) and (not verb.endswith("ait") or verb.endswith("fait")) and len(verb) > 2
    return present and verb not in _IN_HAND and not verb.endswith("ment")


def _is_settled(scan: Scan, i: int, end: int) -> bool:
    """Whether « la journée pro au 8 octobre » stands at word i: one day is given; not « une journée en mai », « la prochaine au 12 »."""
    named = scan.fold(i) in {"le", "la", "l", "les", "notre"} and i + 1 < end and not scan.fold(i + 1).startswith(_MEETINGS)
    days = (t.days for k in range(i + 1, min(end, i + _SOON)) if (t := scan.time_at[k]) is not None)
    return named and any(d is not None and d.single for d in days)


def _past_of(scan: Scan, i: int) -> int:
    """Past « de », « que », « d' » after « décidé »."""
    return i + 1 if scan.fold(i) in {"de", "d", "que", "qu"} else i
