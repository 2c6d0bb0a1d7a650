"""What asks for a reminder: « rappelle-moi », a bell, a task told after a time to come, « la veille du copil imprimer »."""

from __future__ import annotations

from bot.understanding.asking import TALKED
from bot.understanding.choosing import ARTICLES
from bot.understanding.leads import lead_told
from bot.understanding.lexicon_files import spaced, table, words_of
from bot.understanding.partners import CONTACT, seeks
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.reminder_days import dated
from bot.understanding.reminder_text import LINKS as _LINKS
from bot.understanding.reminder_text import ORDERS, POLITE, anchor, told_to
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.verbs import is_infinitive, is_task, names_task
from bot.understanding.when import mentions_in

_LEXICON = table("requests")
CUES = PhraseTable({"reminder": [*_LEXICON["reminder"]["words"], *_LEXICON["reminder_asks"]["words"], *ORDERS]})
_TOLD = frozenset(
    {
        "date",
        "dates",
        "heure",
        "horaire",
        "horaires",
        "lieu",
        "salle",
        "adresse",
        "quand",
        "decision",
        "decisions",
        "jour",
        "qui",
        "quel",
        "quelle",
    }
)
_STRONG = frozenset(
    (
        "rappelle moi",
        "rappelles moi",
        "rapelle moi",
        "rappelez moi",
        "rappelle nous",
        "rappel",
        "pense bete",
        "pensebete",
        "me faire penser",
        "pense a me rappeler",
        "fais moi penser",
        "fait moi penser",
        "faut que je pense",
        "je dois penser",
        "n oublie pas de me rappeler",
        "me rappeler",
        "alerte moi",
        "previens moi",
        "mets moi un rappel",
        "mets un rappel",
        "programme un rappel",
        "tu me rappelles",
        "peux tu me rappeler",
        "tu peux me rappeler",
        "reminder",
        *(spaced(said) for said in _LEXICON["reminder_asks"]["words"]),
        *(spaced(said) for said in ORDERS),
    )
)
_TELL_ME = frozenset(
    {"rappelle moi", "rappelles moi", "rapelle moi", "rappelez moi", "tu me rappelles", "me rappeler", "me redire"}
) | frozenset({"peux tu me rappeler", "tu peux me rappeler"})
_HAVE_TO = frozenset({"doit", "doivent", "devait", "devaient", "devrait", "va", "vont", "voulait", "veut", "peut"})
_BELLS = frozenset("⏰🔔🛎⏱⏲🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛📆📅🗓📌")
_BEFORE_TASK = words_of("requests", "before_task")
_SAID_ANYWHERE = frozenset(
    {"tu me le rappelles", "mets moi un rappel", "mets un rappel", "programme un rappel", "pense bete", "pensebete"}
)  # said anywhere
_CHANGES = frozenset({"ajouter", "rajouter", "enlever", "retirer", "supprimer", "compter", "inscrire", "corriger", "rectifier", "modifier"})
_EVE = frozenset({"la", "l", "le", "veille", "lendemain"})
_TO_TASK = frozenset({"a", "de", "d", ":", ","})
_SAYS = frozenset({"dis", "dites", "redis", "redites"})
_MEETINGS = frozenset({"reunion", "reu", "seance", "rencontre"})


def reminder_cue(scan: Scan, *, weak: bool = False) -> Found | None:
    """What asks for a reminder: a phrase of the lexicon, a bell, or a task told after a time to come."""
    if _task_ahead(scan) and not _asks_for_contact(scan):
        return Found(0, 0, "reminder")
    if scan.fold(0) == "j" and scan.sign(1) in {"-", "–"} and len(scan) > 4 and scan.words[2].is_number and _tasked(scan):
        return Found(0, 0, "reminder")
    if scan.fold(0) in _EVE and _before_meeting(scan):
        return Found(0, 0, "reminder")
    told_when = _told_when(scan)
    if told_when is not None:
        return told_when
    if (other := told_to(scan)) is not None and _leads(scan, other):
        return Found(other, other + 1, "reminder")
    for found in CUES.all(scan.words):
        said = " ".join(w.fold for w in scan.words[found.first : found.last])
        strong = said in _STRONG and not (said in _TELL_ME and (_asks_for_contact(scan) or _asks_to_be_told(scan, found.last)))
        strong = strong and not _called_back(scan, found.first)
        if (
            strong
            and (said != "rappel" or _leads(scan, found.first))
            and not (said == "rappel" and scan.fold(found.last) in {"des", "du", "sur"})
        ):
            return found
        if weak and _leads(scan, found.first):
            return found
    return None


def _told_when(scan: Scan) -> Found | None:
    """« dis-moi vendredi à 16h d'envoyer les CR »: a time to come between what asks and what is to be done."""
    for i in range(min(len(scan) - 3, 8)):
        if scan.fold(i) not in _SAYS or scan.fold(i + 1) != "moi" or not _leads(scan, i):
            continue
        k = i + 2
        while k < len(scan) and (scan.time_at[k] is not None or scan.fold(k) in {"a", "pour", "le"}):
            k += 1
        if k > i + 2 and scan.fold(k) in {"de", "d"} and k + 1 < len(scan) and names_task(scan.fold(k + 1)):
            return Found(i, i + 2, "reminder")
    return None


def _asks_for_contact(scan: Scan) -> bool:
    """« rappelle-moi le numéro de Lucie »: asked of the directory."""
    asked = TALKED.first(scan.words) is not None or (seeks(scan) and CONTACT.first(scan.words) is not None)
    return asked and _ahead(scan) is None


def _tasked(scan: Scan) -> bool:
    """« J-2 GT addictions : envoyer l'ODJ », « J-7 Copil CLS envoyer la convoc »: something to do after a colon, or after the group."""
    group = next((g for g in scan.group_at[:8] if g is not None), None)
    if group is not None and _task_at(scan, group.last):
        return True
    colon = next((i for i in range(3, min(len(scan), 14)) if scan.sign(i) == ":"), None)
    return colon is not None and is_task(scan.words, colon + 1)


def _before_meeting(scan: Scan) -> bool:
    """« la veille du copil à 17h imprimer les dossiers »: nothing but when before the meeting, and then something to do."""
    lead = lead_told(scan)
    return lead is not None and all(scan.fold(k) in _EVE for k in range(lead.first)) and _task_at(scan, lead.last)


def _task_at(scan: Scan, i: int) -> bool:
    """Whether what is to be done is told at word i, over an hour and « de » : « la veille du copil à 17h d imprimer les dossiers »."""
    start = i
    while i < len(scan) and (scan.time_at[i] is not None or scan.fold(i) in _TO_TASK):
        i += 1
    if i >= len(scan):
        return False
    said = scan.fold(i)
    glued = said[:1] == "d" and is_infinitive(said[1:])
    return is_task(scan.words, i) or glued or (i > start and scan.fold(i - 1) in {"de", "d"} and names_task(said))


def _asks_to_be_told(scan: Scan, i: int) -> bool:
    """« me rappeler la date de la prochaine réunion »: asked of the agenda or of the minutes, where no time to come is told."""
    while scan.fold(i) in {"la", "le", "l", "les", "a", "pour"}:
        i += 1
    return scan.fold(i) in _TOLD and _ahead(scan) is None


def _called_back(scan: Scan, i: int) -> bool:
    """« la mairie doit me rappeler lundi », « dis à Yann de me rappeler »: somebody else is to call, nothing is to be said again."""
    if scan.fold(i) != "me" or scan.fold(i + 1) != "rappeler":
        return False
    if scan.fold(i - 1) in _HAVE_TO:
        subject = scan.person_at[i - 2] or scan.thing_at[i - 2] if i >= 2 else None
        return subject is not None or (i >= 3 and scan.fold(i - 3) in ARTICLES)
    return scan.fold(i - 1) in {"de", "d"} and i >= 2 and scan.person_at[i - 2] is not None


def _ahead(scan: Scan) -> TimeMention | None:
    return dated(scan, [m for m in mentions_in(scan, [(0, len(scan))]) if m.kind is not TimeKind.DURATION])


def _task_ahead(scan: Scan) -> bool:
    """Whether the message is a time to come and then something to do, or a bell and a time."""
    i = 0
    bell = timed = False
    while i < len(scan) and (scan.time_at[i] is not None or not scan.words[i].is_word or scan.fold(i) in _BEFORE_TASK):
        bell = bell or scan.sign(i)[:1] in _BELLS
        timed = timed or scan.time_at[i] is not None
        i += 1
    if i >= len(scan) or any(t is not None and (t.ends is not None or t.kind is TimeKind.DURATION) for t in scan.time_at):
        return False
    someone = any(scan.person_at) or any(t is not None and t.structures for t in scan.thing_at)
    if scan.fold(i) in _CHANGES and someone and (any(scan.group_at) or _MEETINGS.intersection(scan.folds)):
        return False  # « ajouter Chloé Dumas au GT de mardi », « … à la réunion de ce matin » speaks of who was there
    ahead = _ahead(scan)
    if ahead is None or not (bell or timed or scan.fold(scan.span_of(ahead)[0] - 1) not in {"de", "du", "d"}):
        return False
    return bell or ((is_task(scan.words, i) or _calls(scan, i)) and not any(scan.sign(k) == "?" for k in range(len(scan))))


def _calls(scan: Scan, i: int) -> bool:
    """« jeu 14h tél P. Lambert », « lundi 9h mail à la CAF »: a noun that stands for « appeler », « écrire à » somebody."""
    if scan.fold(i) not in {"tel", "appel", "mail", "sms", "relance", "telephone"}:
        return False
    j = i + 1
    while scan.fold(j) in {"a", "au", "la", "le", "l", "mme"}:
        j += 1
    return scan.person_at[j] is not None or (j > i + 1 and scan.thing_at[j] is not None)


def asks_reminder(scan: Scan) -> bool:
    """Whether a message says « rappelle-moi » and the like, or rings a bell: whatever stands open, it is a reminder."""
    if _asks_for_contact(scan):
        return False
    if scan.sign(0)[:1] in _BELLS and _task_ahead(scan):
        return True
    if (other := told_to(scan)) is not None and _leads(scan, other):
        return True
    relative = anchor(scan)
    if relative and _leads(scan, 0) and scan.fold(0) == "j" and _tasked(scan):
        return True
    for found in CUES.all(scan.words):
        said = " ".join(w.fold for w in scan.words[found.first : found.last])
        if said in _TELL_ME and (_asks_to_be_told(scan, found.last) or _called_back(scan, found.first)):
            return False
        if said in _STRONG and (
            _leads(scan, found.first)
            or (relative and min(relative) <= 3 and found.first - max(relative) in {1, 2})
            or said in _SAID_ANYWHERE
        ):
            return not (said == "rappel" and scan.fold(found.last) in {"des", "du", "sur", "de"})
    return False


def _leads(scan: Scan, i: int) -> bool:
    """Whether nothing but times and small words stands before word i."""
    return all(
        scan.time_at[k] is not None or not scan.words[k].is_word or scan.fold(k) in _LINKS | POLITE | {"un", "note"} for k in range(i)
    )
