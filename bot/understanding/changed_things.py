"""Which clauses decide something of a thing: « le forum est repoussé », « charte signée », « le marché reste en mai »."""

from __future__ import annotations

from bot.understanding.clauses import is_denied
from bot.understanding.groups import Strength
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.roles import Segment
from bot.understanding.scan import Scan

_LISTED = words_of("decisions", "changed")
CHANGED = _LISTED | {w + end for w in _LISTED if w[-1] in "eiut" for end in ("e", "s", "es")}  # « gelé », « gelée », « gelés », « gelées »
_PUT = table("decisions")["put"]
PUT = PhraseTable({"put": [f"{did} {where}" for did in _PUT["participles"] for where in _PUT["where"]]})  # « mis en pause »
CHANGES = words_of("decisions", "changes")
_TURNED_DOWN = frozenset(
    w + end
    for w in ("retenu", "reconduit", "renouvele", "accepte", "accorde", "maintenu", "suivi", "prolonge")
    for end in ("", "e", "s", "es")
)
STAYS = frozenset({"bouge", "bougent", "change", "changent", "varie", "varient", "bougera", "changera"})
_TOWARDS = frozenset({"a", "au", "aux", "en", "de", "d", "sur", "le", "la", "les", "un", "une", "l", "des"})
_BECOMES = words_of("decisions", "becomes")
_UNCHANGED = frozenset({"inchange", "inchangee", "inchanges", "inchangees", "gratuit", "gratuite", "gratuits", "ouvert", "ouverte", "fixe"})
_DETERMINERS = frozenset({"le", "la", "l", "les", "un", "une", "ce", "cet", "cette", "ces", "notre", "nos", "chaque", "deux", "trois"})
_PREPOSITIONS = frozenset({"a", "de", "d", "dans", "chez", "sur", "avec", "en", "pour", "par", "sous", "vers", "et", "sans", "entre"})
_NO_SUBJECT = frozenset(
    {
        *("il", "elle", "ils", "elles", "on", "je", "j", "tu", "nous", "vous", "ca", "cela", "ceci", "qui", "ai", "ont", "avons"),
        *("reunion", "seance", "rencontre", "reu", "ambiance", "climat", "situation", "contexte", "question", "sujet", "probleme"),
        *("besoin", "besoins", "demande", "demandes", "difficulte", "difficultes", "chiffres", "delai", "delais", "file", "attente"),
    }
)
_HOW = frozenset({"tous", "toutes", "a", "pour", "au", "en", "jusqu", "jusque", "des", "sans", "avec", "dans", "sous"})
_BE = frozenset({"a", "ont", "est", "sont", "sera", "seront", "n", "ne"})
FUTURE = ("ira", "era", "dra", "ront")
_SOMEBODY = words_of("names", "somebody")
_VERBS = words_of("decisions", "no_participle")
_SUPPLIERS = words_of("decisions", "suppliers")
_HANDS_IN = words_of("decisions", "hands_in")
_OPEN = words_of("decisions", "open_futures")
_FAR = 14  # words: a subject is no longer
_BREAKS = frozenset({",", ":", "-", "–", "("})


def names_somebody(scan: Scan, part: Segment, i: int) -> bool:
    """Whether a person or a group is named not far before word i."""
    return any(scan.person_at[k] is not None or scan.group_at[k] is not None for k in range(max(part.body, i - _FAR), i))


def is_closed(scan: Scan, part: Segment, i: int) -> bool:
    """« charte cantine signée, goûters supprimés »: a thing and its participle, which ends the clause or says how."""
    agreed = scan.fold(i) == "ok"  # « naloxone ok, tests salivaires pas ok »
    if not (agreed or scan.fold(i) in CHANGED) or scan.fold(i - 1) in {"a", "ont", "ai", "avons", "d", "de"}:
        return False
    if not agreed and (is_denied(scan, i, part.body) or scan.fold(i - 1) in _DETERMINERS | {"du", "des", "au", "mon"}):
        return False  # « relecture du programme »
    if (
        i + 1 < part.last
        and scan.words[i + 1].is_word
        and scan.fold(i + 1) not in _HOW
        and scan.time_at[i + 1] is None
        and scan.fold(i + 2) not in {"tous", "toutes"}
    ):
        return False
    first = i
    while first > part.body and _of_name(scan, first - 1) and (_is_plain(scan, first - 1) or qualifies(scan, first - 1)):
        first -= 1
    while first < i and scan.time_at[first] is not None:
        first += 1
    if first == i or not (first == part.body or scan.sign(first - 1) in _BREAKS) or scan.number_at[first] is not None:
        return False
    said = [scan.fold(k) for k in range(first, i) if scan.time_at[k] is None and not (agreed and k == i - 1 and scan.fold(k) == "pas")]
    things = any(scan.thing_at[k] is not None for k in range(first, i)) if agreed else False
    return any(len(word) >= 4 for word in said) and not things and not any(word in _NO_SUBJECT or word in _VERBS for word in said)


def _of_name(scan: Scan, i: int) -> bool:
    """Whether word i may belong to the name of a thing: a word, a number, the stroke of « convention CAF / CPAM »."""
    return scan.words[i].is_word or scan.words[i].is_number or (scan.sign(i) in {"/", "&"} and scan.thing_at[i + 1] is not None)


def is_changed(scan: Scan, part: Segment, i: int) -> bool:
    """« le forum est repoussé », « l'évaluation sera confiée à un cabinet »: said of something, not of somebody."""
    if not _is_participle(scan, i):
        return False
    if scan.fold(i) in _TURNED_DOWN and scan.fold(i - 1) in {"pas", "ete"} and _of_something(scan, part, _past_denial(scan, i)):
        return scan.fold(i + 1) != "encore" and "encore" not in scan.folds[max(part.body, i - 4) : i]
    if is_denied(scan, i, part.body):
        return False
    j = i - 1
    while j > part.body and scan.fold(j).endswith("ment"):
        j -= 1
    if scan.fold(j) == "ete":
        j -= 1
    elif scan.fold(j) not in {"est", "sont", "sera", "seront"}:
        return False
    return _of_something(scan, part, j)


def _past_denial(scan: Scan, i: int) -> int:
    """The word « n' » of « n'a pas été retenue », « n'est pas reconduit » before the participle at word i; i where nothing is denied."""
    j = i - 1 - (scan.fold(i - 1) == "ete")
    denied = scan.fold(j) in {"pas", "plus"} and scan.fold(j - 1) in {"a", "ont", "est", "sont", "sera", "seront"}
    return j - 1 - (scan.fold(j - 2) in {"n", "ne"}) if denied else i


def _is_participle(scan: Scan, i: int) -> bool:
    return scan.fold(i) in CHANGED or PUT.at(scan.words, i) is not None


def inverts(scan: Scan, part: Segment, i: int) -> bool:
    """« A été écarté : le numéro unique », « Sont prolongés les ateliers »: the verb first, then what it is said of."""
    if i != part.body or i == 0 or scan.fold(i) not in _BE:
        return False
    j = i + 1 + (scan.fold(i) in {"n", "ne"})
    while scan.fold(j) in {"pas", "plus", "ete", "aussi", "egalement", "donc", "enfin", "finalement", "ainsi"}:
        j += 1
    named = scan.sign(j + 1) == ":" or scan.fold(j + 1) in _DETERMINERS or scan.fold(j + 1) in {"par", "a", "pour", "comme"}
    return j > i + (scan.fold(i) in {"a", "ont"}) and j + 2 < part.last and _is_participle(scan, j) and named


def is_pointed(scan: Scan, part: Segment, i: int) -> bool:
    """« Lucie, Aminata → programmation 2027 arrêtée (5 actions) »: what an arrow points at in the facts, closed by a participle."""
    if scan.fold(i) not in CHANGED or scan.person_at[i] is not None or not (i + 1 >= part.last or not scan.words[i + 1].is_word):
        return False
    j = i - 1
    while j > part.body and (scan.words[j].is_word or scan.words[j].is_number):
        j -= 1
    return j < i - 1 and scan.sign(j) in {"→", "⇒", "➜"}


def changes(scan: Scan, part: Segment, i: int) -> bool:
    """« la fête passe au samedi 12 », « le marché reste en mai », « l'observatoire change de nom »."""
    verb, after = scan.fold(i), scan.fold(i + 1)
    if verb in _HANDS_IN and (first := noun_start(scan, i, part.body)) is not None and scan.fold(first + 1) in _SUPPLIERS:
        return False
    if (
        verb.endswith(FUTURE)
        and len(verb) > 5
        and verb not in _OPEN | CHANGES
        and scan.person_at[i] is None
        and not scan.words[i].is_capital
    ):
        somebody = any(scan.fold(k) in _SOMEBODY for k in range(max(part.body, i - 5), i))
        return i + 1 < part.last and not somebody and not is_denied(scan, i, part.body) and _of_something(scan, part, i)
    if scan.fold(i - 1) in _DETERMINERS and after in {"de", "d", "du", "des"}:
        return False  # « le reste des libéraux »
    if verb in STAYS and scan.fold(i - 1) == "ne" and after == "pas":
        return _of_something(scan, part, i - 1)  # « la date ne bouge pas »
    if verb not in CHANGES or scan.sign(i).endswith("é") or i + 1 >= part.last or is_denied(scan, i, part.body):
        return False
    time = scan.time_at[i + 1]
    if time is not None and time.starts is not None and time.days is None and not (verb.startswith("pass") and after == "de"):
        return False  # « la réunion commence à 14h », but « les séances passent de 2 h à 1 h 30 »
    dated = time is not None
    if not (dated or after in _TOWARDS or after in _UNCHANGED or (verb.startswith("dev") and after in _BECOMES)):
        return False
    return _of_something(scan, part, i)


def _of_something(scan: Scan, part: Segment, i: int) -> bool:
    """Whether the words before word i name a thing: a determiner not far before, no person, no structure, no pronoun."""
    first = noun_start(scan, i, part.body)
    if first is None or scan.person_at[i - 1] is not None or any(scan.fold(k) in _NO_SUBJECT for k in range(first, i)):
        return False
    thing = scan.thing_at[i - 1]
    return thing is None or thing.first > first + 1


def noun_start(scan: Scan, i: int, first: int) -> int | None:
    """Where the words that name the subject of the verb at word i begin: « le forum emploi », or the clause."""
    start, j, first = None, i - 1, max(first, i - _FAR)
    while j >= first and (scan.words[j].is_word or scan.words[j].is_number) and (_is_plain(scan, j) or qualifies(scan, j)):
        if scan.fold(j) in _DETERMINERS and scan.fold(j - 1) not in _PREPOSITIONS:
            start = j
        j -= 1
    if start is None and i - 1 > j and (j < first or scan.sign(j) in _BREAKS | {"\n"}):
        return j + 1
    return start


def qualifies(scan: Scan, i: int) -> bool:
    """Whether the time at word i only says which thing is meant: « la formation de 40 h », « le goûter du 12 », « dépistage 1er déc »."""
    time = scan.time_at[i]
    if time is None or time.starts is not None or time.ends is not None:
        return False
    first = i
    while first > 0 and scan.time_at[first - 1] is time:
        first -= 1
    if time.seconds is not None and time.days is None and scan.fold(first) in {"en", "sous"}:
        return True  # « RDV tabaco en 10 j. max, ok de tous »
    if scan.fold(first) in {"de", "d", "du"} or scan.fold(first - 1) in {"de", "d", "du"}:
        return True
    return time.days is not None and time.days.first > scan.hearing.now.date()


def _is_plain(scan: Scan, i: int) -> bool:
    group = scan.group_at[i]
    return scan.time_at[i] is None and scan.person_at[i] is None and (group is None or group.strength < Strength.NAMED)
