"""Whether a cue such as « décision », « reste à », « point sur » means its role where it stands: many are also ordinary words."""

from __future__ import annotations

from bot.understanding.clauses import CLAUSE_SIGNS, OPENERS, after_facts, is_denied
from bot.understanding.coming import holds_next
from bot.understanding.cutting import Cut
from bot.understanding.deciding import ends_at
from bot.understanding.hours_held import tells_length
from bot.understanding.lexicon_files import words_of
from bot.understanding.met_people import met_at
from bot.understanding.phrases import Found
from bot.understanding.roles import Role
from bot.understanding.scan import Scan, names_group, of_the_meeting
from bot.understanding.subjects import bearers_at
from bot.understanding.told_apart import told_apart
from bot.understanding.told_elsewhere import told_elsewhere
from bot.understanding.undecided import is_theme, spoken_of, supposed
from bot.understanding.verbs import Deed, deed_at, is_infinitive

_ANYWHERE = frozenset(
    {"on", "c", "ca", "va", "feu", "ok", "accord", "pas", "go", "oui", "non", "tout", "avis", "validation", "banco", "decidons"}
)
_SUBORDINATES = frozenset({"que", "qu", "si", "quand", "dont", "comme", "lorsque", "puisque", "puisqu", "car", "ou", "et"})
_DENIED = frozenset({"pas", "sans", "aucun", "aucune", "ni", "jamais"})
_ALL = frozenset({"tout", "tt", "tous", "toutes", "tlm", "moi", "nous", "chacun", "eux", "elles"})
_SPENT = frozenset({"passe", "bosse", "travaille", "planche", "avance", "consacre"})
_AGREEING = frozenset(
    {
        *(
            "groupe",
            "comite",
            "commission",
            "assemblee",
            "monde",
            "membres",
            "est",
            "sont",
            "sommes",
            "etait",
            "etaient",
            "tous",
            "toutes",
            "d",
        ),
        *(
            "donne",
            "donnent",
            "emet",
            "emettent",
            "rend",
            "rendent",
            "son",
            "leur",
            "un",
            "le",
            "a",
            "dit",
            "ont",
            "se",
            "s",
            "met",
            "mettent",
        ),
        *("mis", "accord", "bien", "enfin", "aussi", "toujours", "feu", "vert", "avis", "favorable"),
    }
)
_BEFORE_HOURS = frozenset({"de", "a", "le", "la", "au", "du", "donc", "plutot", "un", "creneau", "horaire", "l"})
_WISHES = words_of("decisions", "wishes")
_NOT_SPOKEN_OF = frozenset({"parking", "trottoir", "quai", "parvis", "perron", "palier", "chemin", "papier", "coup", "moment", "pas"})
_AT_START = ("idee", "proposition", "suggestion", "tour ", "tours ", "retour", "restitution", "etat", "sur la table")


_ACCORDING = frozenset(
    {"suite", "a", "selon", "apres", "depuis", "malgre", "conformement", "vu", "sur", "avec", "contre", "attendant", "attend", "appliquer"}
)
_TAKES_BACK = frozenset({"enfin", "euh", "ah", "oups", "pardon", "fait"})


def holds(cut: Cut, cue: Found) -> bool:
    """Whether a cue means its role there: many are also ordinary words."""
    scan, i = cut.scan, cue.first
    at_start = i == cut.sentence.body or scan.sign(i - 1) in CLAUSE_SIGNS or scan.fold(i - 1) in OPENERS
    said = " ".join(w.fold for w in scan.words[cue.first : cue.last])
    role = cut.parts[-1].role
    if cue.tag == "next":
        if said.endswith(("heure", "heures")) and i > cut.sentence.body:
            return False  # « prochaine le 15, même heure »
        if said.startswith("reprise") and role is Role.DECISION and i > cut.sentence.body:
            return False  # « on suspend les ateliers, reprise en février »
        told = role is not Role.TOPIC
        return holds_next(scan, cue, first=cut.sentence.body, end=cut.sentence.last, at_start=at_start, opens=not cut.number, told=told)
    if cue.tag == "action":
        return _holds_action(cut, cue, said, at_start=at_start)
    if cue.tag == "topic":
        return _holds_topic(cut, cue, said, at_start=at_start)
    if scan.fold(i) == "non" and scan.fold(i - 1) in _TAKES_BACK:
        return False  # « chez Claire, enfin non à la Maison de la santé »
    if tells_length(scan, cue.last - 1) or ("releve" in {said[:6], scan.fold(i - 2)} and not _heads_list(cut, cue)):
        return False
    if ends_at(scan, cue.last - 1):
        return False  # « on a bouclé à 12h »
    return _holds_decision(cut, cue, at_start=at_start) and not told_elsewhere(cut, i)


def _heads_list(cut: Cut, cue: Found) -> bool:
    """Whether « relevé de décisions » announces them: « moi : relevé de décisions pour le 23 » speaks of the paper."""
    after = cut.scan.fold(cue.last)
    paper = after in {"a", "au", "pour", "pr", "avant", "d", "et"} or cut.scan.time_at[cue.last] is not None
    return cut.scan.sign(cue.last) == ":" or (cue.first == cut.sentence.body and not paper)


_BARE_HEADS = frozenset(
    {"action", "actions", "taches", "suites", "plan d action", "plan d actions"}
)  # « plan d'actions 2028 voté » heads nothing


_MUST = ("il fau", "fau", "reste a", "il reste", "penser a", "ne pas oublier")  # « on garde l'affiche, il faut relancer la CAF »


def _holds_action(cut: Cut, cue: Found, said: str, *, at_start: bool) -> bool:
    """Whether what is to be done begins there."""
    scan, i, role = cut.scan, cue.first, cut.parts[-1].role
    if said in {"action", "actions"} and (subject := bearers_at(scan, cue.last, cut.sentence.last)) is not None:
        deed = deed_at(scan.words, subject[0])
        return (deed is not None and deed[0] is Deed.WILL) or scan.sign(subject[0]) in {":", "→"}  # « action G. Rey : communiqué »
    if said == "a rendre":  # « À rendre vendredi : … » heads a list, « convention à rendre le 15 » tells of one
        return i == cut.sentence.body and any(scan.sign(k) == ":" for k in range(cue.last, min(cut.sentence.last, cue.last + 8)))
    if said.startswith("fau") and scan.fold(cue.last) == "il":
        return False  # « faut-il reporter le forum ? »
    if said.startswith("fau") and told_apart(scan, cut.sentence):
        return False  # « Faudrait un jour refaire la plaquette »
    return (
        (at_start or said.startswith(("il ", "reste ")) or (said.startswith("fau") and scan.fold(i - 1) not in {"ne", "il", "comme"}))
        and (scan.sign(cue.last) in {":", "/"} or cue.last >= cut.sentence.last or said not in _BARE_HEADS)
        and (role is not Role.DECISION or i == cut.sentence.body or (scan.sign(i - 1) in {",", "/"} and said.startswith(_MUST)))
    )


def _holds_decision(cut: Cut, cue: Found, *, at_start: bool) -> bool:
    """Whether what was decided begins there."""
    scan, i, role = cut.scan, cue.first, cut.parts[-1].role
    if cue.tag.startswith("decision") and role is Role.DECISION and _goes_on(cut, i):
        return False  # « ils sont d'accord pour »: the decision has begun with its subject
    if cue.tag == "decision_kept" and role is Role.DECISION and supposed(scan, i, cut.parts[-1].body):
        return False  # « décidé que si la CAF refuse on annule »
    if cut.number == 0 and _names_the_meeting(scan, cue):
        return False
    if cue.tag == "decision":
        if _is_told_of(scan, i) or (scan.fold(i - 1) == "comme" and cue.last - cue.first == 1):
            return False  # « comme décidé en septembre »
        if is_denied(scan, i, cut.sentence.body) or spoken_of(scan, i, cut.sentence.last, noun=scan.fold(i) == "decision"):
            return False
        if scan.fold(cue.first - 1) in {"est", "sont", "ete", "etait"} and cue.last - cue.first == 1:
            return False  # « c'est acté », « est décidé »: the clause around it is the decision
        if (
            scan.fold(i) in {"a", "ont"}
            and scan.fold(i - 1) not in {"il", "qui", "qu", "que", "quoi", "ce"}
            and not _introduces(scan, cue.last)
        ):
            return False  # « un répit a été décidé, à titre d'essai »: what was decided stands before
        if cue.last >= cut.sentence.last and not at_start:
            return False  # « le principe est acté »: the whole clause is the decision
        return at_start or cue.last - cue.first > 1 or scan.sign(cue.last) == ":" or role is Role.FACTS
    named = cue.tag == "decision_noun" or scan.fold(i) == "validation"
    if named and (is_theme(scan, i, cut.sentence.last) or spoken_of(scan, i, cut.sentence.last, noun=True)):
        return False
    if cue.tag == "decision_noun":
        return at_start and role is Role.FACTS
    return _holds_kept(scan, cue, role, at_start=at_start)


def _names_the_meeting(scan: Scan, cue: Found) -> bool:
    """Whether a cue leads to the group that met: « À retenir du GT d'hier : », « c'est bon pour le GT jeunes, 17h-18h, on était 4 »."""
    if cue.tag in {"decision", "action"}:
        near = next((k for k in range(cue.last, cue.last + 4) if names_group(scan, k)), cue.last)
        moved = is_infinitive(scan.fold(cue.last)) or any(scan.fold(k).startswith("proch") for k in range(cue.last, near))
        return near > cue.last and not moved  # « décidé de décaler le prochain GT », « décidé que le prochain GT… »
    first = scan.fold(cue.last - 1) in {"pour", "pr"} and not any(scan.group_at[: cue.first])
    return first and any(names_group(scan, k) for k in range(cue.last, cue.last + 2))


def _is_told_of(scan: Scan, i: int) -> bool:
    """« suite à la décision du copil », « conformément aux décisions de juin »: taken before, what follows is not what it says."""
    if not scan.fold(i).startswith(("decision", "resolution", "arbitrage", "conclusion")):
        return False
    before = i - 1 - (scan.fold(i - 1) in {"derniere", "dernieres", "recente", "recentes"})
    if scan.fold(before) in {"aux", "des", "du", "au"}:
        return scan.fold(before - 1) in _ACCORDING
    return scan.fold(before) in {"la", "l", "cette", "les", "ces", "sa", "leur", "leurs"} and scan.fold(before - 1) in _ACCORDING | {
        "de",
        "d",
    }


def _introduces(scan: Scan, i: int) -> bool:
    """Whether « de », « que », « : », « l'achat » at word i goes on to tell what was decided."""
    return scan.sign(i) == ":" or scan.fold(i) in {"de", "d", "que", "qu", "le", "la", "l", "les", "un", "une", "des", "du"}


def _goes_on(cut: Cut, i: int) -> bool:
    current = cut.parts[-1]
    if not current.kept_cue or not current.body < i <= current.body + 7:
        return False
    near = range(current.body + 1, i)
    return all(cut.scan.words[k].is_word for k in near) and (len(near) <= 2 or all(cut.scan.fold(k) in _AGREEING for k in near))


def _holds_kept(scan: Scan, cue: Found, role: Role, *, at_start: bool) -> bool:
    """Whether words of agreement tell a decision there: « …à 16h feu vert pour le film », not « on a fini le programme »."""
    before, opening = scan.fold(cue.first - 1), scan.fold(cue.first)
    if (role in {Role.ACTION, Role.TOPIC} and before in {"que", "qu"}) or (opening != "on" and before in _DENIED):
        return False  # « faut qu'on relance… » is to do
    if before in {"que", "qu"} and scan.fold(cue.first - 2) in _WISHES:
        return False  # « Chantal aimerait qu'on achète un frigo »
    if before in {"serait", "seraient", "serais"}:
        return False  # « elle serait d'accord pour nous laisser un bout de parking »
    if scan.fold(cue.last - 1) in {"pour", "pr", "sur"} and _only_hours(scan, cue.last):
        return False  # « va pour 14h-16h »: the hours of the meeting, or of the next one
    if scan.fold(cue.last - 1) in {"pour", "pr"} and scan.fold(cue.last) in _ALL and cue.first > 0:
        return False  # « permanence le lundi c'est ok pour tout le monde »: the clause before is the decision
    if at_start:
        return True
    if role in {Role.FACTS, Role.TOPIC}:
        return opening in _ANYWHERE and before not in {"si", "comment", "pourquoi", "quand"}
    return opening in {"on", "ca", "va", "c"} and cue.last - cue.first > 1 and before not in _SUBORDINATES


def _tells_when(scan: Scan, cue: Found) -> bool:
    """Whether « on a commencé », « on a fini » is said of an hour, not of what was spoken of."""
    if scan.fold(cue.last - 1) not in {"commence", "fini", "vu"}:
        return False
    k = cue.last
    while scan.fold(k) in {"a", "vers", "l", "pile", "donc", "euh", "en"}:
        k += 1
    if scan.fold(k) in {"plus", "trop"} and scan.fold(k + 1) in {"tot", "tard"}:
        return True  # « on a fini plus tôt, 16h »
    just = scan.fold(k) in {"juste", "il", "ca", "on"}  # « on a fini il y a dix minutes », « on a fini ça a duré 2h »
    return just or scan.time_at[k] is not None or (k > cue.last and scan.fold(k) in {"heure", "retard", "instant"})


def _only_hours(scan: Scan, i: int) -> bool:
    """Whether a clock time, with its day, is all that follows word i in its clause."""
    clocked = False
    while i < len(scan) and (scan.time_at[i] is not None or scan.fold(i) in _BEFORE_HOURS):
        time = scan.time_at[i]
        clocked = clocked or (time is not None and time.starts is not None)
        i += 1
    return clocked and (i >= len(scan) or not scan.words[i].is_word)


_CHOSEN = frozenset(f"{part}{end}" for part in ("retenu", "choisi", "arrete", "adopte", "valide", "acte") for end in ("", "s", "e", "es"))


def _holds_topic(cut: Cut, cue: Found, said: str, *, at_start: bool) -> bool:
    """Whether what was spoken of begins there, rather than an hour or those around the table."""
    scan, i, role = cut.scan, cue.first, cut.parts[-1].role
    if met_at(scan, i) is not None or (cut.number == 0 and i == cut.sentence.body and of_the_meeting(scan, cue.last)):
        return False  # « on a vu la directrice »: she was there
    if _tells_when(scan, cue) or (said == "tour de table" and scan.sign(cue.last) == ":" and scan.person_at[cue.last + 1] is not None):
        return False
    if said in {"sujet", "theme", "sujets", "themes"} and scan.fold(cue.last) in _CHOSEN:
        return False  # « thème retenu : le travail »
    if said.startswith("point") and scan.fold(i - 1) in {"le", "un", "ce"}:
        return False  # « Pauline a fait le point sur les ateliers »
    if said.startswith(_AT_START) and not at_start:
        return False  # « l'idée d'un médicobus est retenue »
    if said == "sur" and any(scan.fold(k) in _SPENT for k in range(max(cut.sentence.body, i - 6), i)):
        return False  # « j'ai passé 1h30 dimanche sur la rédaction du guide »
    if said == "sur" and scan.fold(cue.last) in {"place", "site", "zoom", "teams", "whatsapp"}:
        return False  # « Nadia sur place, Thomas en visio »
    if said == "sur" and scan.fold(cue.last) in {"le", "la", "l"} and scan.fold(cue.last + 1) in _NOT_SPOKEN_OF:
        return False  # « J'ai croisé Zoé sur le parking », « de 12h à 14h sur le papier »
    if said == "sur":
        return role is Role.FACTS and (at_start or after_facts(scan, i)) and not scan.words[min(cue.last, len(scan) - 1)].is_number
    return (
        (at_start or cue.last - cue.first > 1)
        and role in {Role.FACTS, Role.TOPIC}
        and (scan.sign(cue.last) == ":" or said not in {"contenu", "objet", "sujet", "theme", "sujets", "themes"} or at_start)
    )
