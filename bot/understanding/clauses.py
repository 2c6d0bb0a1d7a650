"""What stands around a clause: who it is about, whether it is to come."""

from __future__ import annotations

from bot.understanding.away_words import absent_words, excused_words
from bot.understanding.informing import tells_outsiders
from bot.understanding.lexicon_files import spaced, table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.sentences import Sentence
from bot.understanding.strangers import FIRST_NAMES
from bot.understanding.verbs import Deed, deed_at

_CUES = table("cues")


def _agreed_meetings() -> list[str]:
    """« RV pris », « réunion est calée », « créneau a été bloqué »: a meeting and what was done for it."""
    agreed = _CUES["agreed_next"]
    return [f"{noun} {link}{done}" for noun in agreed["nouns"] for link in agreed["links"] for done in agreed["done"]]


def _as_typed(tag: str) -> list[str]:
    """The cues of a tag, also with « d' », « qu' », « au »…; those of decisions also with « pr », « ts » and « tt » as people type them."""
    words: list[str] = [*_CUES[tag]["words"]]
    if tag == "next":
        words += _agreed_meetings()
    if tag not in {"next", "decision_noun", "action"}:
        for ending, others in ((" de", (" d'", " du", " des")), (" que", (" qu'",)), (" à", (" au", " aux"))):
            words += [w[: -len(ending)] + other for w in words if w.endswith(ending) and w.count(" ") > 0 for other in others]
    if tag not in {"decision", "decision_kept"}:
        return list(dict.fromkeys(words))
    once = [w.replace("pour", "pr") for w in words]
    return list(dict.fromkeys([*words, *once, *(w.replace("tous ", "ts ").replace("tout le", "tt le") for w in [*words, *once])]))


ROLES = PhraseTable({tag: _as_typed(tag) for tag in ("decision", "decision_kept", "decision_noun", "next", "action", "topic")})


_AWAY = PhraseTable({"away": [*excused_words(), *absent_words()]})
_REPORTS = frozenset(spaced(said) for said in _CUES["reports"]["said"])
_REPORTING = frozenset(spaced(said) for said in _CUES["reports"]["small"]) | _REPORTS
_LONGEST_REPORT = 9  # words of « nous a malheureusement fait savoir qu'elle »
_WERE = frozenset({"etant", "etait", "est", "etaient", "sont", "s", "c", "n", "ne"})
_RUNG = words_of("cues", "rung")
OPENERS = frozenset({"et", "puis", "donc", "alors", "aussi", "ensuite", "enfin", "mais", "et puis", "ah", "bon", "euh", "oui", "que", "qu"})


_LEADS_ON = frozenset({"que", "qu", "dont", "comme", "de", "a", "par", "pour", "avec", "chez", "si", "quand"})
CLAUSE_SIGNS = frozenset({",", ":", "-", "–", "—", "(", "→", ">", "•", "+", "/", "«"})


def deed_of(scan: Scan, after: int, end: int) -> tuple[Deed, int] | None:
    """The verb after a subject, unless a name or a cue stands in its place."""
    deed = deed_at(scan.words, after)
    if deed is None or deed[1] >= end:
        return None
    at = deed[1]
    return None if scan.person_at[at] is not None or scan.thing_at[at] is not None or ROLES.at(scan.words, at) is not None else deed


def said_or_done(scan: Scan, deed: tuple[Deed, int] | None) -> tuple[Deed, int] | None:
    """« rappelle » told apart: somebody rings the CAF, or recalls the calendar during the meeting."""
    if deed is None or deed[0] is not Deed.WILL or scan.fold(deed[1]) not in {"rappelle", "rappellent", "signale", "informe"}:
        return deed
    if scan.fold(deed[1] - 1) in {"en", "le", "la", "l", "les"} or tells_outsiders(scan, deed[1]):
        return deed  # « Éric en informe les kinés »
    if scan.fold(deed[1]).startswith("rappel") and scan.fold(deed[1] + 1) in {"le", "la", "l", "les"} and scan.fold(deed[1] + 2) in _RUNG:
        return deed
    near = range(deed[1] + 1, min(len(scan), deed[1] + 4))
    somebody = any(
        scan.person_at[k] or scan.thing_at[k] or (scan.time_at[k] and scan.fold(k) not in {"de", "du"}) or scan.words[k].is_number
        for k in near
    )
    return deed if somebody else (Deed.SPEAKS, deed[1])


def past_hesitation(scan: Scan, i: int) -> int:
    """The word after « euh de » that hesitates between a cue and what it announces."""
    j = i
    while scan.fold(j) in {"euh", "heu", "ben", "bah", "donc"}:
        j += 1
    return j + 1 if j > i and scan.fold(j) in {"de", "d", "que", "qu"} else j


_QUALITIES = frozenset(
    {"collegiale", "unanime", "ferme", "et", "definitive", "commune", "importante", "principale", "ensemble", "finale", "est", "a", "ete"}
    | {"prise", "prises", "unanimes", "communes", "collegialement", "unanimement", "suivante", "suivantes", "cles", "actees", "validees"}
)


def past_qualities(scan: Scan, i: int, end: int) -> int:
    """The word after « collégiale : », « est prise de » behind « décision », which only say what decision it was; i elsewhere."""
    j = i
    while j < end and scan.fold(j) in _QUALITIES:
        j += 1
    return j + 1 if j > i and (scan.sign(j) == ":" or scan.fold(j) in {"de", "d", "que", "qu"}) and j + 1 < end else i


def past_rank(scan: Scan, i: int, end: int) -> int:
    """The word after « n°1 : »."""
    j = i
    while j < end and (scan.fold(j) in {"n", "no", "numero", "°"} or (scan.words[j].is_number and scan.time_at[j] is None)):
        j += 1
    return j + 1 if j > i and scan.sign(j) in {":", "-", "–", ")", "."} else i


def told_away(scan: Scan, i: int) -> bool:
    """Whether « était malade », « excusé », « nous a fait savoir qu'elle ne pourrait pas venir » follows word i."""
    j = i + (scan.sign(i) == ",")  # « Mme Arnaud, souffrante, »
    while j < min(len(scan), i + _LONGEST_REPORT) and scan.fold(j) in _REPORTING:
        j += 1
        if _AWAY.at(scan.words, j) is not None and any(scan.fold(k) in _REPORTS for k in range(i, j)):
            return True
    if scan.sign(i) == "," and _AWAY.at(scan.words, i + 1) is not None and scan.person_at[i - 1] is not None:
        return scan.sign(i + 2) in {",", ".", ""} or i + 2 >= len(scan)
    return any(
        _AWAY.at(scan.words, k) is not None for k in range(i, min(len(scan), i + 4)) if all(scan.fold(j) in _WERE for j in range(i, k))
    )


def past_absence(scan: Scan, i: int) -> int | None:
    """The word after « , absente, », « (excusé) » at word i, that somebody just named was away; None where it stands otherwise."""
    if scan.sign(i) not in {",", "("} or _AWAY.at(scan.words, i + 1) is None:
        return None
    close = next((k for k in range(i + 2, min(len(scan), i + 7)) if scan.sign(k) in {",", ")", "."}), None)
    return close + 1 if close is not None and scan.sign(close) != "." and close + 1 < len(scan) else None


def is_to_come(scan: Scan, first: int, last: int) -> bool:
    """Whether a day still to come is told among those words."""
    today = scan.hearing.now.date()
    return any(
        (t := scan.time_at[i]) is not None
        and t.days is not None
        and t.days.first > today
        and (t.past is None or t.past == t.future or t.days == t.future)
        for i in range(first, last)
    )


def may_start_subject(scan: Scan, i: int, sentence: Sentence) -> bool:
    """Whether who does something may begin at word i: somebody named, or the head of a clause."""
    person = scan.person_at[i]
    if person is not None:
        return person.first == i
    if i == sentence.body or scan.words[i - 1].text in CLAUSE_SIGNS or scan.folds[i - 1] in OPENERS or scan.time_at[i - 1] is not None:
        return True
    said = scan.folds[i]
    if said in {"il", "elle"} and scan.fold(i - 1).startswith(("excus", "absent")):
        return True  # « jean-luc excusé il nous envoie son diaporama demain »
    if (said in FIRST_NAMES and said in scan.folds[:i]) or said in scan.index.last_names:
        deed = deed_at(scan.words, i + 1)  # dictated: « … il y avait Sonia Haddad … on a décidé de … Sonia demande un devis »
        return deed is not None and deed[0] is Deed.WILL
    return said in {"je", "j"} or (said == "c" and scan.folds[i + 1] == "est") or _for_us(scan, i)


def _for_us(scan: Scan, i: int) -> bool:
    """Whether « la CPAM nous envoie » stands at word i, dictated behind what was decided; not « la liste que la CPAM nous envoie »."""
    thing = scan.thing_at[i + 1] if scan.folds[i] in {"la", "le", "l"} else None
    if thing is None or not thing.structures or thing.first != i + 1 or scan.fold(thing.last) != "nous":
        return False
    deed = deed_at(scan.words, thing.last)
    return deed is not None and deed[0] is Deed.WILL and scan.fold(i - 1) not in _LEADS_ON


def with_time_before(scan: Scan, i: int, sentence: Sentence) -> int:
    """Where an action begins when its day stands before its subject: « Demain j'envoie le CR »."""
    time = scan.time_at[i - 1] if i > sentence.body else None
    if time is None:
        return i
    first = i - 1
    while first > sentence.body and scan.time_at[first - 1] is time:
        first -= 1
    return first if first == sentence.body or scan.sign(first - 1) in CLAUSE_SIGNS or scan.fold(first - 1) in OPENERS else i


def after_facts(scan: Scan, i: int) -> bool:
    """Whether a time, a name, a place or a group ends just before word i."""
    return any(at[i - 1] is not None for at in (scan.time_at, scan.person_at, scan.thing_at, scan.group_at)) if i else False


_DENY_NEAR = frozenset({"ni", "pas", "jamais", "non", "sans", "rien", "aucun", "aucune"})
_DENY_FAR = frozenset({"ni", "rien", "aucun", "aucune", "personne"})


def is_denied(scan: Scan, i: int, first: int) -> bool:
    """Whether « pas », « rien n'a été », « aucune » stand before word i in its clause, from word `first` on."""
    for k in range(i - 1, max(first - 1, i - 6), -1):
        if not scan.words[k].is_word:
            return False
        if scan.fold(k) == "pas" and scan.fold(k + 1) == "grand":
            return True  # « pas grand-chose de décidé »
        if scan.fold(k) in (_DENY_NEAR if i - k <= 3 else _DENY_FAR):
            return True
    return False


_RECORDS = frozenset({"note", "saisis", "rentre", "enregistre", "consigne", "inscris", "ecris", "remplis", "solde", "rattrape", "entre"})
_PASSES_ON = frozenset(
    {
        "transmets",
        "envoie",
        "mets",
        "ajoute",
        "rajoute",
        "fais",
        "resume",
        "partage",
        "adresse",
        "poste",
        "remplace",
        "donne",
        "remonte",
        "rapporte",
        "relaie",
    }
)


def tells_of_telling(scan: Scan, i: int, verb: int, sentence: Sentence) -> bool:
    """Whether « je » at word i only says that it reports, before or beside the facts: « je note en retard le copil du 18 »."""
    if scan.fold(i) not in {"je", "j"} or scan.fold(verb) not in _RECORDS | _PASSES_ON:
        return False
    bare = verb + 1 >= len(scan) or not scan.words[verb + 1].is_word or scan.fold(verb + 1) in {"ca", "cela", "tout"}
    if scan.fold(verb) in {"note", "ecris", "inscris", "consigne"} and bare:
        return True  # « d'accord je note », « je note ça avant de dormir »
    opens = i <= _first_told(scan)
    if scan.fold(verb) in _RECORDS:
        return opens or sentence.first == 0
    if scan.fold(verb + 1) in {"pour", "pr"} and scan.person_at[verb + 2] is not None:
        return opens and scan.fold(verb) == "transmets"
    ahead = len(scan) if scan.sign(sentence.last - 1) == ":" else sentence.last  # « Je transmets pour Claire : » above the facts
    near = range(verb, min(ahead, verb + 20))
    return opens and any(scan.group_at[k] is not None or scan.time_at[k] is not None for k in near)


def _first_told(scan: Scan) -> int:
    """The first word of the first group named, else of the first time told; the length of the message if there is neither."""
    known = scan.memo.get("first group")
    if not isinstance(known, int):
        told = next((k for k in range(len(scan)) if scan.time_at[k] is not None), len(scan))
        known = next((k for k in range(len(scan)) if scan.group_at[k] is not None), told)
        scan.memo["first group"] = known
    return known


def starts_clause(scan: Scan, i: int) -> bool:
    """Whether a sign or a small word that opens a clause stands before word i."""
    return scan.sign(i - 1) in CLAUSE_SIGNS or scan.fold(i - 1) in {"et", "mais"}


def ends_topic(scan: Scan, i: int) -> bool:
    """Whether a group that is named plainly after a sign takes the facts up again."""
    group = scan.group_at[i]
    return group is not None and group.first == i and group.strength >= 3 and scan.sign(i - 1) in {",", "-", "–", "("}


_BREAKS = frozenset({",", "-", "–"})


def takes_part(scan: Scan, i: int, deed: tuple[Deed, int] | None) -> bool:
    """Whether somebody at word i is told to have spoken or done something there: « …, Zoé a expliqué », « et Isabelle nous a présenté »."""
    if deed is None or deed[0] is Deed.WILL:
        return False
    return scan.fold(i - 1) in {"et", "puis"} or (deed[0] is Deed.DID and scan.sign(i - 1) in _BREAKS)


_ASSENTS = frozenset({"on", "ok", "oui", "tout", "tous", "valide", "validee", "accepte", "adopte", "d"})
_HOSTS = frozenset({"anime", "animent", "presente", "presentent", "accueille", "accueillent", "recoit", "propose", "ouvre", "conclut"})


def promised(scan: Scan, after: int, verb: int, clause: int) -> bool:
    """Whether words of speech can promise: « anime », « nous confirme », « fait le tour avant Noël »."""
    if scan.fold(verb) == "propose" and scan.sign(clause) == "," and scan.fold(clause + 1) in _ASSENTS:
        return False  # « Sylvie propose une expo en mars, on dit oui »
    if scan.fold(verb) in _HOSTS or (scan.fold(verb - 1) in {"nous", "vous"} and after < verb):
        return True
    animated = scan.fold(verb).endswith(("ait", "aient"))  # « Claire animait… »
    return not animated and any((t := scan.time_at[k]) is not None and t.bound is not None for k in range(verb, clause))


_PROMISES = frozenset({"dit", "promis", "assure", "confirme", "indique", "redit"})
_CLITICS = frozenset({"y", "en", "le", "la", "les", "l", "lui", "leur", "nous", "vous", "me", "m", "s", "se"})


def promised_that(scan: Scan, after: int, end: int) -> int | None:
    """The verb of what a subject that ends before word `after` said it would do: « m'a dit qu'il ferait le point »."""
    j = after
    while j < end and scan.folds[j] in _CLITICS:
        j += 1
    said = scan.fold(j) in {"a", "ont"} and scan.fold(j + 1) in _PROMISES and scan.fold(j + 2) in {"que", "qu"}
    if not said or scan.fold(j + 3) not in {"il", "elle", "ils", "elles"}:
        return None
    verb = j + 4
    while verb < end and scan.folds[verb] in _CLITICS:
        verb += 1
    would = verb < end and scan.folds[verb].endswith(("rait", "raient")) and scan.fold(verb + 1) not in {"pas", "plus"}
    return verb if would and not told_away(scan, after) and len(scan.folds[verb]) > 5 else None
