"""Which lines give a task without a verb of their own: « Affiche : Zoé », « moi : devis », « sono à trouver », « → saisine du juge »."""

from __future__ import annotations

from bot.understanding.callings import is_calling
from bot.understanding.choosing import ATTENDANCE
from bot.understanding.clauses import is_to_come
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.other_bodies import granted
from bot.understanding.phrases import PhraseTable
from bot.understanding.roles import Role, Segment
from bot.understanding.roll_openings import heads_roll, opens_roll
from bot.understanding.scan import Scan
from bot.understanding.sentences import Sentence
from bot.understanding.verbs import is_infinitive

STATUS = PhraseTable({"status": table("decisions")["status"]["words"]})
_ARROWS = frozenset({"→", "=", ">", "-", "➡", "👉", "⇒", "➜"})
_POINTERS = frozenset({"→", ">", "➡", "👉", "⇒", "➜"})
_NOT_TASKS = words_of("cues", "no_tasks")
_TASK_NOUNS = words_of("cues", "task_nouns")
_SPOKE_OF = words_of("cues", "spoke_of")
_TELLS = frozenset(
    {
        *("est", "sont", "a", "ont", "avait", "avaient", "etait", "etaient", "il", "elle", "on", "je", "j", "ils", "elles", "nous", "vous"),
        *("y", "ne", "n", "pas", "qui", "que", "qu", "serait", "sera", "seront", "ok", "oui", "non", "excuse", "excusee", "reste"),
    }
)
_LOOSE_ENDS = frozenset(
    {"voir", "suivre", "venir", "retenir", "noter", "discuter", "savoir", "dire", "partir", "compter", "signaler", "ajouter", "rappeler"}
)
_NOTHING_TO = frozenset({"rien", "aide", "aides", "mal", "difficulte", "difficultes", "pret", "prets", "prete", "pretes", "prochaine"})
_PAPERS = frozenset(
    {"cerfa", "faq", "ppt", "rib", "odj", "pdf", "aap", "com", "doc", "mail", "sms", "flyer", "tdr", "cctp", "sacem", "cpom", "cr"}
)
_OBJECTS = frozenset({"du", "des", "de", "d", "le", "la", "les", "l", "un", "une", "pour"})
_TERM = frozenset({"echeance", "delai", "deadline", "pour", "avant", "d", "ici", "a", "rendre"})  # « échéance fin novembre »
_LONGEST = 20  # words of a task that are looked at
_MOST_WORDS = 7  # before « à trouver », « : Zoé »


def names_task(scan: Scan, sentence: Sentence) -> bool:
    """« Affiche : Zoé », « Salle : Jérôme avant le 30 », « affiches : Chloé, commande avant vendredi »: a thing, a colon, who."""
    body = sentence.body + (scan.fold(sentence.body) in {"reste", "restent", "manque"})  # « Reste le planning : Pauline »
    colon = _colon(scan, body, sentence.last)
    who = _past_arrow(scan, colon, sentence.last) if colon is not None else sentence.last
    if colon is None or colon == body or who >= sentence.last:
        return signed_task(scan, sentence)
    first = body + (scan.fold(body) in {"pour", "pr"})
    first += scan.fold(first) in {"la", "le", "l", "les"} and first + 1 < colon  # « la salle », not « là : Karim »
    if (scan.person_at[who] is None and scan.fold(who) != "moi") or not _is_thing(scan, first, colon):
        return False
    i = who + (scan.fold(who) == "moi")
    while i < sentence.last and scan.sign(i) != ",":
        told = scan.person_at[i] or scan.time_at[i] or scan.fold(i) in {"et", "avant", "pour", "moi"} or not scan.words[i].is_word
        if not told:
            return False
        i += 1
    following = scan.person_at[i + 1] if i + 1 < sentence.last else None
    return following is None or all(scan.person_at[k] or not scan.words[k].is_word or scan.fold(k) == "et" for k in range(i, sentence.last))


def _colon(scan: Scan, first: int, last: int) -> int | None:
    """The colon or the arrow after the first few words."""
    for i in range(first, min(last, first + _MOST_WORDS)):
        if scan.sign(i) in {":", "→", "⇒", "➜", "="} or (scan.sign(i) in {"-", "=", "–"} and scan.sign(i + 1) == ">"):
            return i
        if i > first and _is_hers(scan, i) and not any(is_calling(scan.fold(k)) for k in range(first, i)):
            return i
    return None


def _is_hers(scan: Scan, i: int) -> bool:
    """Whether « c'est Fatima », « c'est moi » stands at word i: « le goûter c'est moi »."""
    named = scan.fold(i) == "c" and scan.fold(i + 1) == "est" and i + 2 < len(scan)
    return named and (scan.person_at[i + 2] is not None or scan.fold(i + 2) == "moi")


def _past_arrow(scan: Scan, i: int, last: int) -> int:
    if _is_hers(scan, i):
        return i + 2
    while i < last and scan.sign(i) in _ARROWS | {":", "–"}:
        i += 1
    return i


def signed_task(scan: Scan, sentence: Sentence) -> bool:
    """« Relance des mairies par Inès avant le 1er », « Envoi du guide (Florence) »: the noun of a task, and at its end who."""
    first = sentence.body
    if scan.fold(first) not in _TASK_NOUNS:
        return False
    for i in range(first + 1, sentence.last):
        if scan.fold(i) in _TELLS and scan.time_at[i] is None and scan.sign(i) != "à":
            return False
        person = scan.person_at[i]
        given = scan.fold(i - 1) in {"a", "par"} and scan.fold(i - 2).startswith(("confie", "attribue", "assure"))
        if person is not None and person.first == i and (scan.sign(i - 1) == "(" or scan.fold(i - 1) == "par" or given):
            return all(
                scan.person_at[k] or scan.time_at[k] or not scan.words[k].is_word or scan.fold(k) in {"et", *_TERM}
                for k in range(i, sentence.last)
            )
    return False


def _is_thing(scan: Scan, first: int, last: int) -> bool:
    """Whether those few words name something to do or to make, no part of the roll nor a role in the meeting."""
    if heads_roll(scan, first, last):
        return False
    task = scan.fold(first) in _TASK_NOUNS and last - first > 1  # « relance CAF : Sophie »
    if any(ATTENDANCE.at(scan.words, i) or scan.time_at[i] or scan.group_at[i] for i in range(first, last)):
        return False
    if not task and any(scan.thing_at[i] for i in range(first, last)):
        return False
    if opens_roll(scan, first, last) or _is_sigle(scan, first):
        return False
    said = [scan.fold(i) for i in range(first, last) if scan.words[i].is_word]
    return bool(said) and not any(word in _NOT_TASKS or word in _TELLS for word in said) and any(len(word) >= 3 for word in said)


def _is_sigle(scan: Scan, i: int) -> bool:
    """Whether a sigle of people stands at word i (« ATMO : Mme Sorel »), not of a paper (« CR : Zoé »)."""
    said = scan.sign(i)
    return said.isupper() and len(said) >= 3 and scan.words[i].is_word and scan.fold(i) not in _PAPERS and not scan.text.isupper()


def pointed(scan: Scan, after: int, end: int, *, listed: bool, line: int | None = None) -> int | None:
    """Where a task begins that a sign gives to the subject that ends before word `after`.

    « Sophie → flyer », « B. Chabert : envoyer la convention »; `line`: where the line begins if the subject opens it, then a colon is
    enough before words that can be a task: « moi : devis pour le 30 ».
    """
    arrow = after
    while arrow < end and scan.sign(arrow) in _ARROWS:
        arrow += 1
    if arrow > after and scan.sign(arrow - 1) in _POINTERS:
        return arrow if arrow < end and not _is_outcome(scan, arrow, end) else None
    columns = {":", "=", "/", "|"} if listed and line is not None else {":", "="}
    if scan.sign(after) not in columns or after + 1 >= end:
        return None
    if listed or is_infinitive(scan.fold(after + 1)) or (line is not None and _can_be_task(scan, after + 1, end)):
        return after + 1
    return None


def _is_outcome(scan: Scan, i: int, end: int) -> bool:
    """Whether what an arrow points at is no task: who was there, how many, that nothing or something came out."""
    if ATTENDANCE.at(scan.words, i) is not None or scan.fold(i) in {"rien", "ras", "tous", "toutes", "tout"}:
        return True
    status = STATUS.at(scan.words, i)
    if status is not None and (status.last >= end or not scan.words[status.last].is_word):
        return True
    return scan.number_at[i] is not None and scan.time_at[i] is None and (i + 1 >= end or scan.fold(i + 1) in {"avec", "p", "pers", "en"})


def _can_be_task(scan: Scan, first: int, end: int) -> bool:
    """Whether words after « Samira : » can be a task: they name a thing, tell nothing that happened, and are nobody's name."""
    end = min(end, first + _LONGEST)
    end = next((i for i in range(first, end) if scan.fold(i) in {"quand", "lorsque", "si"}), end)
    if (
        scan.words[first].is_number
        or scan.number_at[first] is not None
        or (scan.fold(first) in {"un", "une", "le", "la", "l"} and is_calling(scan.fold(first + 1)))
        or ATTENDANCE.at(scan.words, first) is not None
        or scan.fold(first) in _NOT_TASKS - {"contact", "contacts"}
        or (scan.fold(first) == "prise" and scan.fold(first + 2) in {"note", "notes", "parole"})
    ):
        return False
    if granted(scan, end - 1) and end - 1 > first and scan.thing_at[first - 2] is not None:
        return False  # « ARS : subvention accordée »
    if scan.fold(first) in _SPOKE_OF and not is_to_come(scan, first, end):
        return False
    if any(scan.fold(i) in _TELLS and scan.sign(i) != "à" and scan.time_at[i] is None for i in range(first, end)):
        return False
    plain = [i for i in range(first, end) if scan.words[i].is_word and len(scan.fold(i)) >= 3 and _is_free(scan, i)]
    paper = scan.fold(first) in _PAPERS and first + 1 >= end
    return (bool(plain) or paper) and scan.person_at[first] is None and scan.thing_at[first] is None


def _is_free(scan: Scan, i: int) -> bool:
    return scan.time_at[i] is None and scan.person_at[i] is None and scan.thing_at[i] is None and scan.group_at[i] is None


def to_do(scan: Scan, first: int, end: int) -> bool:
    """Whether a line says that something is to be done: « registre à mettre à jour », « sono : à trouver », « convention à signer »."""
    heading = next((k for k in range(first, min(end, first + _MOST_WORDS)) if scan.sign(k) == ":"), None)
    if heading is not None and not any(scan.fold(k) == "a" for k in range(first, heading + 2)):
        first = heading + 1  # « Programme diabète : dossier à déposer »
    last = min(end, first + _MOST_WORDS)
    for i in range(first, last):
        if scan.fold(i) == "a" and i > first and is_infinitive(scan.fold(i + 1)) and scan.fold(i + 1) not in _LOOSE_ENDS:
            return scan.fold(i - 1) not in _NOTHING_TO and _names_something(scan, first, i)
        if not (scan.words[i].is_word or scan.words[i].is_number or scan.sign(i) in {":", "«", "»"}):
            return False
    return False


def heads_task(scan: Scan, i: int) -> bool:
    """Whether a line begins with the infinitive of a task: « prévenir les écoles (moi) », « voir avec la mairie »."""
    said = scan.fold(i)
    if said == "voir":
        return scan.fold(i + 1) in {"avec", "si", "pour"}
    return is_infinitive(said) and said not in _LOOSE_ENDS and scan.words[i + 1 : i + 2] != () and scan.sign(i + 1) not in {":", "?"}


def _names_something(scan: Scan, first: int, last: int) -> bool:
    said = [scan.fold(i) for i in range(first, last) if scan.words[i].is_word]
    unread = all(scan.person_at[i] is None and scan.group_at[i] is None and scan.time_at[i] is None for i in range(first, last))
    return unread and bool(said) and not any(word in _TELLS or word in _NOTHING_TO or word in {"date", "suite"} for word in said)


def next_task(scan: Scan, i: int, body: int) -> bool:
    """Whether a task of nobody ends at word i and another begins: « réserver la salle (Lucie), imprimer… », « relancer X et trouver Y »."""
    if (scan.sign(i) == "," and scan.sign(i - 1) == ")") or _stands_apart(scan, i, body):
        return True
    joined = scan.sign(i) == "," or scan.fold(i) == "et"
    following = i + 2 if scan.fold(i + 1) == "a" else i + 1
    return joined and i > body and is_infinitive(scan.fold(body)) and is_infinitive(scan.fold(following))


def _stands_apart(scan: Scan, i: int, body: int) -> bool:
    """Whether a stroke at word i parts two tasks: « flyer - Julie / bus : Sophie »; not « parents/enfants », « devis / Simon / 30 nov »."""
    if scan.sign(i) not in {"/", ";"} or i + 1 >= len(scan) or scan.time_at[i] is not None or scan.time_at[i + 1] is not None:
        return False
    return any(scan.person_at[body:i]) and scan.words[i - 1].end < scan.words[i].start and scan.words[i].end < scan.words[i + 1].start


def told_infinitive(scan: Scan, after: int) -> int | None:
    """Where the task of a subject begins that « de » and an infinitive follow: « à Solène de prévenir les familles, Yann de voir… »."""
    if scan.fold(after) not in {"de", "d"} or scan.thing_at[after + 1] is not None:
        return None
    return after + 1 if is_infinitive(scan.fold(after + 1)) else None


def short_task(scan: Scan, after: int, end: int) -> int | None:
    """Where the task begins that follows a name in a list « À faire : zoé maquette du flyer, karim = minibus »."""
    if scan.sign(after) in {":", "="}:
        after += 1
        if scan.sign(after - 1) == "=" and after < end and _is_free(scan, after) and scan.words[after].is_word:
            return after  # « zoé = accueil »
    plain = after < end and scan.words[after].is_word and _is_free(scan, after) and len(scan.fold(after)) >= 3
    return after if plain and _can_be_task(scan, after, end) else None


def gapped(scan: Scan, i: int, after: int, *, opens: bool = False) -> int | None:
    """Where the task of a subject without a verb begins: « Zoé s'occupe des flyers et Jérôme du buffet », « …, moi les mails ».

    `opens`: the subject opens a line of a list of tasks.
    """
    if not opens and (not (scan.sign(i - 1) == "," or scan.fold(i - 1) == "et") or scan.person_at[i - 2] is not None):
        return None
    link = scan.fold(after)
    if link == "pour" and scan.fold(after + 1) in {"le", "la", "les", "l"} and "pour" in scan.folds[max(0, i - _LONGEST) : i]:
        return after  # « Sophie voit pour les barnums, Lucie pour les flyers »
    if link not in _OBJECTS - {"pour"}:
        return None
    if scan.thing_at[after + 1] is not None and not (link in {"la", "le", "l", "les"} and not opens):
        return None  # « Sophie relance la CAF et Karim la CPAM », but not « Karim de la CPAM »
    return after + 1 if link in {"du", "des", "de", "d"} else after


def verb_shared(scan: Scan, before: Segment) -> tuple[int, int] | None:
    """The words of a task up to its object, « s'occupe » of « s'occupe de la salle », that the next subject's task means again."""
    if not before.bearers:
        return None
    if before.verb is not None:
        return before.verb
    for k in range(before.body, min(before.last, before.body + _MOST_WORDS)):
        if scan.fold(k) in _OBJECTS:
            return (before.body, k) if k > before.body else None
        if not scan.words[k].is_word or not _is_free(scan, k):
            return None
    return None


def came_out(scan: Scan, sentence: Sentence) -> Role | None:
    """What a line that an arrow opens tells: « → saisine de l'EMPP » was decided, « → sono : à trouver » is to do; None: facts."""
    if sentence.sign not in {"→", "⇒", "➜", "➔"} or _only_lists(scan, sentence.sign):
        return None
    inside = range(sentence.body, sentence.last)
    told = any(
        ATTENDANCE.at(scan.words, i) or scan.group_at[i] or ((t := scan.time_at[i]) is not None and t.starts is not None) for i in inside
    )
    first = scan.fold(sentence.body)
    words = [i for i in inside if scan.words[i].is_word and len(scan.fold(i)) >= 3 and _is_free(scan, i)]
    return None if told or not words or first in _NOT_TASKS | _SPOKE_OF or first in {"rien", "ras", "pas"} else Role.DECISION


def _only_lists(scan: Scan, arrow: str) -> bool:
    """Whether arrows open all lines, that of the hours too: « → 9h30-11h visio », « → Brigitte, Karim et moi »."""
    lines = (i + 2 for i in range(len(scan) - 2) if scan.sign(i) == "\n" and scan.sign(i + 1) == arrow)
    return any((time := scan.time_at[i]) is not None and time.starts is not None and time.ends is not None for i in lines)
