"""Places that are typed and that the directory does not have: « salle du conseil », « au planning familial », « à Vézénobres »."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understanding.callings import called
from bot.understanding.choosing import ATTENDANCE
from bot.understanding.groups import Strength
from bot.understanding.lexicon_files import words_of
from bot.understanding.person_mentions import title_of
from bot.understanding.place_words import ARTICLES, SOMEBODY, goes_on, name_goes_on, numbers_place, past_owner, whole
from bot.understanding.roll_openings import of_somebody
from bot.understanding.scan import Scan
from bot.understanding.verbs import is_infinitive, names_task
from bot.understanding.when import Ranges

PLACE_NOUNS = words_of("places", "nouns")
_BEFORE_PLACE = words_of("places", "before") | {"@"}
_EATING = frozenset(
    {"resto", "restaurant", "cafe", "bar", "ecole", "college", "lycee", "gymnase", "cinema", "ehpad", "bibliotheque", "mairie"}
)
_STILL_OPEN = frozenset({"voir", "definir", "fixer", "preciser", "confirmer", "determiner", "trouver", "caler"})  # « lieu à voir »
_STANDS_ALONE = frozenset(  # a place even without « à » before it
    {
        "salle", "mairie", "foyer", "espace", "locaux", "mediatheque", "gymnase",
        "bibliotheque", "bureau", "cantine", "amphi", "siege", "maison", "centre",
    }
)  # fmt: skip
_TABLES = frozenset({"resto", "restaurant", "cafe", "bar", "auberge", "brasserie", "bistrot"})
_BOXES = frozenset({"lieu", "endroit", "adresse"})
_UNTOLD = frozenset({"visio", "zoom", "teams", "telephone", "tel", "distance", "meme", "idem", "habituel", "distanciel", "inconnu"})
WITHIN = frozenset({"de", "du", "des", "d", "la", "le", "l", "les"})
_SERVICES = words_of("roll", "houses")  # which also come: « 14h-16h, mission locale d'Alès, Zoé »
_NO_PLACE = words_of("places", "no_place")
_KEPT = frozenset(
    {"retenu", "retenue", "retenus", "pris", "prise", "coince", "coincee", "bloque", "bloquee", "reste", "restee", "appele", "appelee"}
)
_BEFORE_NOUN = ARTICLES | {"mon", "ma", "mes", "notre", "nos", "votre", "vos", "son", "sa", "ses", "leur", "leurs", "un", "une"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place as told: words [first, last)."""

    place_id: int | None = None
    said: str | None = None
    commune: str | None = None
    first: int = 0
    last: int = 0


def announced(scan: Scan, i: int, start: int) -> bool:
    """Whether « à », « au », « chez »… stands before word i, over an article."""
    j = i - 1
    while j >= start and scan.fold(j) in _BEFORE_NOUN:
        j -= 1
    while j > start and scan.fold(j) in {"batiment", "bat", "salle", ".", ":"}:
        j -= 1
    return j >= start and (scan.fold(j) in _BEFORE_PLACE or scan.sign(j)[:1] == "📍")


def typed_place(scan: Scan, ranges: Ranges) -> Where | None:
    """« à l'école de Cendras », « salle du conseil », « chez Mamie Rose »."""
    hosted = "chez" in scan.folds
    for first, last in ranges:
        for i in range(first, last):
            if not (hosted or scan.folds[i] in PLACE_NOUNS or _two_words(scan, i)):
                continue
            if not _place_noun(scan, i, first):
                head = _room_of(scan, i, first)
                if head is None:
                    continue
                i = head
            word_eats = scan.fold(i) in _TABLES
            j = max(i + 1, scan.person_at[i].last if scan.person_at[i] is not None else i + 1)  # type: ignore[union-attr]
            while j < last and j < i + 7 and (goes_on(scan, j) or numbers_place(scan, j) or (word_eats and name_goes_on(scan, j))):
                j += 1
            j = past_owner(scan, i, whole(scan, j, last), last)
            while j > i + 1 and scan.fold(j - 1) in {"de", "du", "des", "d", "la", "le", "l", "a"}:
                j -= 1
            commune = next((t.commune for k in range(i, j) if (t := scan.thing_at[k]) is not None and t.commune), None)
            if scan.fold(i - 1) == "chez":
                i -= 1
            return Where(said=scan.slice(i, j), commune=commune, first=i, last=j)
    return None


def labelled(scan: Scan, ranges: Ranges) -> Where | None:
    """« lieu : brasserie du Gardon »: whatever follows the name of that box on its line."""
    for first, last in ranges:
        for i in range(first, last - 2):
            opens = i == 0 or not scan.words[i - 1].is_word
            if scan.fold(i) not in _BOXES or scan.sign(i + 1) != ":" or not opens or not scan.words[i + 2].is_word:
                continue
            end = next((k for k in range(i + 2, last) if _ends_label(scan, k)), last)
            said = scan.folds[i + 2 : end]
            if 0 < len(said) <= 8 and not any(word in _STILL_OPEN or word in _UNTOLD for word in said):
                return Where(said=scan.slice(i + 2, end), first=i + 2, last=end)
    return None


def _ends_label(scan: Scan, k: int) -> bool:
    """Whether what stands behind the name of a box ends at word k: at a sign, a time, or a dash between spaces."""
    apart = scan.sign(k) in {"-", "–", "—"} and scan.words[k].start > scan.words[k - 1].end
    return apart or scan.sign(k) in {"\n", "(", ",", ".", ";", "/", "|"} or scan.time_at[k] is not None


def told_after_time(scan: Scan, ranges: Ranges) -> Where | None:
    """« 17h-18h30, au planning familial », « hier à la Verrerie »: told where a place stands, whatever it is."""
    for first, last in ranges:
        for i in range(first + 1, last - 1):
            if scan.fold(i) not in {"au", "aux", "a", "chez", "@"} or scan.time_at[i] is not None or not _beside_time(scan, i):
                continue
            if ATTENDANCE.at(scan.words, i) is not None:
                continue  # « à l'exception de Mme Laurent »
            j = i + 1
            while j < last and scan.fold(j) in ARTICLES and not (scan.words[j].is_capital and scan.fold(j) != "l"):
                j += 1  # … but « La Grand-Combe » keeps its own
            begin = j
            j += scan.fold(j) in ARTICLES
            bare = scan.fold(i) in {"a", "chez"} and begin == i + 1
            if j >= last or scan.fold(j) in _NO_PLACE or is_infinitive(scan.fold(j)) or (bare and not scan.words[j].is_capital):
                continue
            if len(scan.fold(j)) < 3 or scan.thing_at[j] is not None or scan.number_at[j] is not None or not goes_on(scan, j):
                continue
            if any(scan.person_at[k] is not None for k in range(j, min(last, j + 3))) and scan.fold(i) == "chez":
                continue
            while j < last and j < begin + 7 and goes_on(scan, j):
                j += 1
            j = whole(scan, j, last)
            while j > begin + 1 and scan.fold(j - 1) in {"de", "du", "des", "d", "la", "le", "l", "a"}:
                j -= 1
            commune = next((t.commune for k in range(begin, j) if (t := scan.thing_at[k]) is not None and t.commune), None)
            return Where(said=scan.slice(begin, j), commune=commune, first=begin, last=j)
    return None


def told_town(scan: Scan, first: int, last: int) -> Where | None:
    """« à Vézénobres »: a town that the directory does not know, by its capital letter."""
    for i in range(first, last - 1):
        if scan.fold(i) != "a" or scan.time_at[i] is not None or not scan.words[i + 1].is_word or not scan.words[i + 1].is_capital:
            continue
        if all(at[i + 1] is None for at in (scan.time_at, scan.group_at, scan.person_at, scan.thing_at)):
            j = i + 2
            while (
                j < last and scan.words[j].is_word and scan.words[j].is_capital and scan.person_at[j] is None and scan.group_at[j] is None
            ):
                j += 1
            return Where(said=scan.slice(i + 1, j), first=i + 1, last=j)
    return None


def _beside_time(scan: Scan, i: int) -> bool:
    """Whether a time stands right before word i, or before the sign that precedes it."""
    if scan.time_at[i - 1] is not None or (scan.fold(i - 1) == "jour" and scan.fold(i - 2) == "du"):
        return True  # « compte rendu du jour à la CAF d'Alès »
    group = scan.group_at[i - 1]
    named = i + 1 + (scan.fold(i + 1) in ARTICLES)
    if group is not None and group.strength >= Strength.HINTED and named < len(scan) and scan.words[named].is_capital:
        return True  # « réunion préca à la PASS ce matin »
    return i >= 2 and scan.sign(i - 1) in {",", "(", "-", "–", "—", "/", "|", ":", "\n", ".", ")"} and scan.time_at[i - 2] is not None


def _place_noun(scan: Scan, i: int, start: int) -> bool:
    word = scan.words[i]
    if (scan.fold(i - 1) == "chez" and scan.fold(i - 2) == "de") or _kept_there(scan, i):
        return False  # « une interprète de chez ISM », « Simon retenu au cabinet »
    host = scan.fold(i - 1) == "chez" or (scan.fold(i - 2) == "chez" and scan.fold(i - 1) in {"les", "le", "la", "l"})
    if host and i > start and word.is_capital and scan.thing_at[i] is None and not _titled(scan, i):
        return True
    if (
        not word.is_word
        or word.text.endswith("é")  # « la commission a siégé »
        or scan.time_at[i] is not None
        or scan.person_at[i] is not None
        or scan.thing_at[i] is not None
        or scan.group_at[i] is not None
    ):
        return False
    if scan.fold(i - 1) == "chez" and word.is_capital:
        return True
    if (word.fold not in PLACE_NOUNS and not _two_words(scan, i)) or _serves_there(scan, i) or of_somebody(scan, i):
        return False
    opened = next((k for k in range(i - 1, max(start, i - 5), -1) if scan.sign(k) in {"(", ")"}), None)
    if opened is not None and scan.sign(opened) == "(" and scan.person_at[opened - 1] is not None:
        return False  # « Patrick Lambert (réunion en préfecture) »
    if _no_place_here(scan, i):
        return False
    beside = scan.sign(i - 1) in {",", "-", "–", "\n"} or scan.time_at[i - 1] is not None
    if (beside and i > start and word.fold in _EATING and i + 1 < len(scan)) or _behind_time(scan, i, start):
        return True
    if scan.sign(i - 1) == "(" and i > start + 1 and scan.time_at[i - 2] is not None:
        return True
    if (
        word.fold == "salle"
        and i > start
        and scan.fold(i - 1) not in {"de", "la", "une", "sa", "notre", "cette", "reserve", "reserver", "voir", "voit", "meme", "d", "les"}
    ):
        return True
    return announced(scan, i, start) or (
        word.fold in _STANDS_ALONE
        and (i == start or scan.time_at[i - 1] is not None or scan.sign(i - 1) in {",", "(", "-", "–", "—", "/", "\n"})
    )


def _of_things(scan: Scan, i: int) -> bool:
    """Whether « salle » at word i is one thing of a list: « fait : convocations, salle, diaporama »."""
    return scan.sign(i + 1) in {",", "."} and scan.sign(i - 1) == "," and scan.time_at[i - 2] is None


def _kept_there(scan: Scan, i: int) -> bool:
    """Whether somebody is told to be kept away at word i: « Mansouri prise à la pharmacie », « coincé à la gare »."""
    j = i - 1
    while scan.fold(j) in _BEFORE_NOUN | {"a", "au", "aux", "dans", "en", "chez"}:
        j -= 1
    return j < i - 1 and scan.fold(j) in _KEPT


def _two_words(scan: Scan, i: int) -> bool:
    """Whether « sous-préfecture » stands at word i."""
    return scan.folds[i] == "sous" and scan.fold(i + 1) == "prefecture"


def _behind_time(scan: Scan, i: int, start: int) -> bool:
    """Whether a sort of place stands right behind the hours, and no list goes on: « 9h-11h30 - préfecture - 27 participants »."""
    if i < start + 2 or scan.sign(i - 1) not in {",", "-", "–", "—", "/", "|"} or scan.time_at[i - 2] is None:
        return False
    j = i + 1
    while j < len(scan) and j < i + 7 and (goes_on(scan, j) or scan.fold(j) in WITHIN):
        j += 1
    j = past_owner(scan, i, j, len(scan))
    town = scan.thing_at[j + 1] if scan.fold(j) == "a" and scan.time_at[j] is None else None
    j = town.last if town is not None and town.only_commune else j
    if scan.sign(j) in {".", "\n", ";", ":", "-", "–", "(", ""}:
        return True
    if scan.sign(j) == "," and scan.fold(i) not in _SERVICES and scan.fold(i + 1) in WITHIN and scan.person_at[j + 1] is not None:
        return True  # « 19h-20h40, local du planning familial, Sylvie »
    return scan.sign(j) == "," and (scan.number_at[j + 1] is not None or scan.fold(j + 1) in {"avec", "presents", "participants", "on"})


def _no_place_here(scan: Scan, i: int) -> bool:
    """Whether a sort of place is another word there: « Fatima à la place de Sophie », « accueil du public », « lieu à voir »."""
    behind = scan.fold(i + 1)
    if scan.fold(i) == "salle" and (scan.fold(i - 1) == "en" or _of_things(scan, i)):
        return True  # « 5 en salle, 4 en visio »
    if behind == "a" and names_task(scan.fold(i + 2)) and scan.thing_at[i + 2] is None and not scan.words[i + 2].is_capital:
        return True  # « café à prévoir »
    if scan.fold(i) in {"resto", "restos"} and behind == "du" and scan.fold(i + 2) in {"coeur", "coeurs"}:
        return True
    if scan.fold(i) == "place":
        if scan.fold(i - 1) in {"sa", "leur", "ma", "ta", "notre", "votre"}:
            return True  # « a envoyé Mehdi à sa place »
        return behind in {"de", "d", "du"} and scan.fold(i - 2) == "a"
    if scan.fold(i) == "accueil":
        return not (behind == "de" and scan.fold(i + 2) in {"jour", "nuit", "loisirs"})
    instead = scan.fold(i - 1) == "au" and behind == "du"  # « le 12 au lieu du 5 »
    return scan.fold(i) == "lieu" and (instead or behind in {"de", "d"} or scan.fold(i + 2) in _STILL_OPEN)


def _room_of(scan: Scan, i: int, start: int) -> int | None:
    """Where « infirmerie du lycée », « vestiaire du stade » begins whose house is word i: told right behind the hours, and no person."""
    j = i - 1
    while scan.fold(j) in {"du", "de", "la", "l", "le"}:
        j -= 1
    told = start < j < i - 1 and scan.fold(j + 1) in {"du", "de"} and scan.words[j].is_word and not scan.words[j].is_capital
    if not told or any(at[j] is not None for at in (scan.time_at, scan.person_at, scan.thing_at, scan.group_at)):
        return None
    behind = scan.time_at[j - 1] is not None or (j >= start + 2 and scan.sign(j - 1) == "," and scan.time_at[j - 2] is not None)
    return j if behind and not called(scan, j, j + 1) else None


def _serves_there(scan: Scan, i: int) -> bool:
    """Whether what somebody is stands before « à la mairie »: « Paul Roux élu à la mairie », « Zoé, agent à la mairie »."""
    j = i - 1
    while scan.fold(j) in ARTICLES or scan.fold(j) in {"a", "au", "de", "du", "d", "en"}:
        j -= 1
    if j == i - 1 or j < 1 or scan.fold(j) not in SOMEBODY:
        return False
    before = j - 1 - (scan.sign(j - 1) == "," or scan.fold(j - 1) in {"une", "un", "l"})
    return scan.words[before].is_word and scan.words[before].is_capital and scan.time_at[before] is None and scan.group_at[before] is None


def _titled(scan: Scan, i: int) -> bool:
    """« chez le Dr Simon »: he is named, so he was there; his premises have no name of their own."""
    return title_of(scan.words, i) is not None
