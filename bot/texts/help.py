"""How one finds one's way: help by role, welcome, who I am, what was not understood. Its examples are tested."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.gists import Gist
from bot.domain.permissions import Role, Verb, may
from bot.french.hours import duration
from bot.french.lists import and_list
from bot.texts.names import bold, role_name, safe

MEETING_EXAMPLE = (
    "GT Diabète hier 14h-16h30, 12 présents, excusée : PMI, Sophie Martin relance la CAF avant le 15, prochaine réunion le 12 janvier à 14h"
)
READS_ONLY = (
    "<b>Votre accès permet de lire les chiffres du territoire.</b>\n"
    "Je vous les envoie chaque semaine, et /semaine les donne tout de suite.\n"
    "/bilan envoie ceux d’une année, en Word et en tableur ; ou écrivez par exemple <code>bilan 2026 axe 3</code>"
)
PLAN_EXAMPLE = "prochain GT Nutrition mardi 8 à 14h, salle Rimbaud"
HOURS_EXAMPLES = ("2h30 de préparation jeudi dernier pour le Copil CLS", "3 x 1h de permanence à La Grand-Combe")
AHEAD_EXAMPLES = (
    ("prochain GT Nutrition jeudi à 14h, salle Rimbaud", Verb.LOG_OWN_MEETING),
    ("ordre du jour du GT Nutrition : bilan 20 min, budget", Verb.LOG_OWN_MEETING),
    ("rappelle-moi lundi à 9h de relancer la CAF", Verb.BE_REMINDED),
    ("mon point de la semaine le jeudi à 9h", Verb.READ_FIGURES),
    ("je suis en congé du 3 au 14", Verb.BE_REMINDED),
)


def help_text(role: Role) -> str:
    """The short help of that role, with sentences to imitate."""
    parts = ["<b>Écrivez-moi comme à une collègue.</b>" if may(role, Verb.LOG_OWN_HOURS) else READS_ONLY]
    if may(role, Verb.LOG_OWN_MEETING):
        parts.append(f"Une réunion, en un message :\n{example(MEETING_EXAMPLE)}")
    if may(role, Verb.LOG_OWN_HOURS):
        parts.append("Des heures :\n" + "\n".join(example(words) for words in HOURS_EXAMPLES))
        ahead = [example(words) for words, verb in AHEAD_EXAMPLES if may(role, verb)]
        parts.append("Ce qui vient :\n" + "\n".join(ahead))
        parts.append(_card_signs(_correction(role)))
    commands = [f"/{name} – {what}" for name, what in commands_of(role) if name != "aide"]  # she is reading it
    return "\n\n".join([*parts, "\n".join(commands)])


def _card_signs(correction: str) -> str:
    """What the signs of a card do, and words that correct it."""
    return (
        "Je montre d’abord une carte :\n"
        "✅ l’enregistre\n"
        f"✏️ la corrige (ou écrivez simplement {example(correction)})\n"
        "❌ l’abandonne\n"
        "↩︎ annule ce qui est enregistré, pendant 24 h"
    )


def _correction(role: Role) -> str:
    return "non, 13 présents" if may(role, Verb.LOG_OWN_MEETING) else "non, 2 h"


def edited(role: Role) -> str:
    """A message that was already read has been changed in the chat."""
    done = "Vous avez modifié un message déjà lu :"
    if not may(role, Verb.LOG_OWN_HOURS):
        return f"{done} écrivez plutôt un nouveau message."
    return f"{done} pour changer la carte, écrivez simplement la correction, par exemple {example(_correction(role))}"


def no_draft(role: Role) -> str:
    """Nothing is begun; how to begin depends on the role."""
    if may(role, Verb.LOG_OWN_MEETING):
        return "Rien n’est commencé. Racontez-moi une réunion en un message, ou écrivez /reunion."
    if may(role, Verb.LOG_OWN_HOURS):
        return "Rien n’est commencé. Dites-moi vos heures en un message, ou écrivez /heures."
    return "Rien n’est commencé : votre accès permet de lire, pas d’enregistrer."


def example(words: str) -> str:
    """A sentence to imitate: a tap copies it."""
    return f"<code>{safe(words)}</code>"


COMMANDS: tuple[tuple[str, str, Verb | None], ...] = (
    ("aide", "ce que je sais faire", None),
    ("reunion", "enregistrer une réunion pas à pas", Verb.LOG_OWN_MEETING),
    ("presences", "corriger qui était là", Verb.LOG_OWN_MEETING),
    ("heures", "noter des heures", Verb.LOG_OWN_HOURS),
    ("annuaire", "trouver quelqu’un", Verb.READ_DIRECTORY),
    ("cr", "retrouver un compte rendu", Verb.READ_MINUTES),
    ("decisions", "un relevé de décisions", Verb.READ_MINUTES),
    ("actions", "ce qui reste à faire", Verb.LOG_OWN_MEETING),
    ("bilan", "le bilan d’une année, en chiffres", Verb.READ_FIGURES),
    ("emargement", "une feuille d’émargement", Verb.READ_MINUTES),
    ("odj", "un ordre du jour", Verb.READ_MINUTES),
    ("convocation", "une invitation à une réunion", Verb.READ_MINUTES),
    ("modele", "vos modèles de documents Word", Verb.SET_TEMPLATES),
    ("ecriture", "l’écriture de vos documents : féminin et masculin, noms", Verb.SET_WRITING),
    ("rappel", "programmer un rappel", Verb.BE_REMINDED),
    ("rappels", "vos rappels", Verb.BE_REMINDED),
    ("semaine", "votre semaine en un coup d’œil", Verb.READ_FIGURES),
    ("dates", "les dates cherchées pour une réunion", Verb.READ_AGENDA),
    ("agenda", "les prochaines réunions", Verb.READ_AGENDA),
    ("groupes", "les groupes", Verb.READ_AGENDA),
    ("brouillon", "reprendre ou abandonner ce qui est commencé", Verb.LOG_OWN_HOURS),
    ("annuler", "annuler le dernier enregistrement", Verb.LOG_OWN_HOURS),
    ("inviter", "inviter quelqu’un", Verb.INVITE),
    ("moi", "ce que je sais de vous", None),
)

# How the plain sentence begins: « /cr GT Diabète » is « compte rendu GT Diabète ». Commands that use their words themselves are not here.
SENTENCES = {
    "reunion": "",
    "presences": "",
    "heures": "",
    "cr": "compte rendu",
    "decisions": "les décisions",
    "actions": "les actions",
    "emargement": "la feuille d’émargement",
    "odj": "l’ordre du jour",
    "convocation": "l’invitation",
    "agenda": "agenda",
}


def commands_of(role: Role) -> list[tuple[str, str]]:
    """The commands that this role may use, with what they do."""
    return [(name, what) for name, what, verb in COMMANDS if verb is None or may(role, verb)]


def welcome(first_name: str, role: Role, territory: str, group_names: tuple[str, ...], *, civility: str | None) -> str:
    """The first words after joining; `civility` as in the directory."""
    pilot = ""
    if group_names and role is Role.PILOT:
        pilot = f"\n{'Vos groupes' if len(group_names) > 1 else 'Votre groupe'} : {safe(and_list(list(group_names)))}."
    return f"Bienvenue, {safe(first_name)} ! Votre rôle : {role_name(role, civility)} – {bold(territory)}.{pilot}\n\n{help_text(role)}"


def me(
    name: str,
    role: Role,
    territory: str,
    structure: str | None,
    group_names: tuple[str, ...],
    minutes_this_year: int,
    *,
    civility: str | None,
) -> str:
    """What is known of the person who asks; `civility` as in the directory."""
    lines = [bold(name), f"{role_name(role, civility).capitalize()} · {safe(territory)}"]
    if structure:
        lines.append(f"🏢 {safe(structure)}")
    if group_names:
        shown = [safe(g) for g in group_names[:12]]
        rest = len(group_names) - len(shown)
        lines.append("📁 " + ", ".join(shown) + (f" et {rest} autre{'s' if rest > 1 else ''}" if rest else ""))
    lines.append(f"⏱ {_noted(minutes_this_year)} cette année")
    return "\n".join(lines)


def _noted(minutes: int) -> str:
    """« 14 min notées », « 1 h 30 notée », « 2 h notées »: the first number says whether there are several."""
    if not minutes:
        return "Aucune heure notée"
    several = (minutes if minutes < 60 else minutes // 60) > 1
    return f"{duration(minutes)} notée{'s' if several else ''}"


def nothing_to_cancel(role: Role) -> str:
    """Neither an open card nor anything kept of late; how older things are corrected depends on the role."""
    nothing = "Il n’y a rien à annuler : ni carte ouverte, ni enregistrement de moins de 24 h."
    if may(role, Verb.READ_MINUTES):
        return f"{nothing} Pour corriger une réunion plus ancienne : /cr"
    if may(role, Verb.LOG_OWN_HOURS):
        return f"{nothing} Pour corriger des heures plus anciennes, demandez à la coordination."
    return "Il n’y a rien à annuler : votre accès permet de lire, pas d’enregistrer."


def not_understood(role: Role) -> str:
    """What to say when the words are not for the bot or not understood; nothing was written."""
    if may(role, Verb.LOG_OWN_MEETING):
        return (
            "Je n’ai pas compris, et je n’ai rien enregistré. Pour une réunion, dites-moi le groupe, le jour, l’heure et qui était là :\n"
            f"{example('GT Diabète hier 14h-16h, 12 présents')}\nSinon : /aide"
        )
    if may(role, Verb.LOG_OWN_HOURS):
        return (
            "Je n’ai pas compris, et je n’ai rien enregistré. Pour noter vos heures :\n"
            f"{example('2h de préparation hier pour le GT Diabète')}\nSinon : /aide"
        )
    return "Je n’ai pas compris. Écrivez /aide pour voir ce que je sais faire."


_ABOUT: dict[Gist, tuple[Verb, str, tuple[str, ...], str]] = {
    Gist.REMINDER: (
        Verb.BE_REMINDED,
        "Pour un rappel, dites le jour, l’heure et quoi :",
        ("rappelle-moi jeudi à 9h de relancer la CAF",),
        "Pour changer ou supprimer les vôtres : /rappels",
    ),
    Gist.LEAVE: (
        Verb.BE_REMINDED,
        "Pour un congé :",
        ("je suis en congé du 3 au 14",),
        "",
    ),
    Gist.WEEK: (
        Verb.READ_FIGURES,
        "Pour choisir quand je vous écris :",
        ("mon point de la semaine le jeudi à 17h", "ne m’écris pas avant 9h"),
        "Votre semaine, maintenant : /semaine",
    ),
    Gist.AGENDA_ITEM: (
        Verb.READ_MINUTES,
        "Pour préparer une réunion :",
        (
            "ordre du jour du GT Diabète du 8 décembre : budget 15 min, questions diverses",
            "à prévoir pour le GT Diabète de jeudi : salle, café",
        ),
        "",
    ),
    Gist.SEARCH: (
        Verb.LOG_OWN_MEETING,
        "Pour chercher une date :",
        ("cherche une date pour le GT Diabète : mardi 8 à 14h, jeudi 10 à 10h ou vendredi 11 matin",),
        "",
    ),
    Gist.AGENDA: (
        Verb.LOG_OWN_MEETING,
        "Pour l’agenda :",
        (PLAN_EXAMPLE, "reporte le GT Diabète au 12 décembre à 14h", "annule le GT Diabète du 12 décembre"),
        "Le lire : /agenda",
    ),
    Gist.INVITE: (Verb.INVITE, "Pour inviter quelqu’un : /inviter", (), ""),
}


def not_understood_about(gist: Gist, role: Role) -> str:
    """The same where the words show what they are about: how to say that. Empty where this role has nothing to say of it."""
    verb, opening, examples, more = _ABOUT[gist]
    if not may(role, verb):
        return ""
    told = [
        f"Je n’ai pas compris, et je n’ai rien enregistré. {opening}",
        *(example(words) for words in examples),
        more,
        "Autre chose ? /aide",
    ]
    return "\n".join(line for line in told if line)


THANKS = "À votre service !"
CLARIFY = "Je n’ai pas bien compris, et je n’ai rien enregistré. Est-ce une réunion passée, ou des heures ? Redites-le avec le groupe et le jour. Sinon : /aide"
PLAN = (
    "Cette réunion semble à venir : je n’ai rien enregistré. Racontez-la-moi quand elle aura eu lieu. "
    f"Pour l’inscrire à l’agenda dès maintenant, dites seulement le groupe, le jour et l’heure : {example(PLAN_EXAMPLE)}"
)
HOURS_AHEAD = "Ces heures sont à venir : je n’ai rien enregistré. Dites-les-moi quand elles seront faites."
TWO_REQUESTS = "Je lis un rappel et autre chose dans ce message : je n’ai rien enregistré. Envoyez-les-moi en deux messages."
NOT_TEXT = "Je ne lis que les messages écrits : tapez votre phrase, ou dictez-la avec le micro du clavier. Sinon : /aide"
DROPPED = "C’est abandonné : rien n’a été enregistré."
DROPPED_AMENDMENT = "La correction est abandonnée : la réunion reste telle qu’elle est enregistrée."
DROPPED_HOURS = "La correction est abandonnée : les heures restent telles qu’elles sont enregistrées."
LATER = "Je ne sais pas encore faire cela, et je n’ai rien enregistré. Écrivez /aide pour voir ce que je sais faire."
NOT_KEPT_YET = "Rien n’est encore enregistré : touchez ✅ pour garder, ou dites ce qui change."
STILL_ASKING = "Rien n’est encore enregistré : il me manque une réponse, en bas de la carte."
CHANGE_WHAT_IS_KEPT = "Dites ce qui change, par exemple <code>13 présents</code>, ou touchez ↩︎ sous la carte pour annuler."
CANNOT_ANSWER = "Je ne sais pas encore répondre à cela. Écrivez /aide pour voir ce que je sais faire."
CANNOT_ANSWER_OVER_CARD = "Je ne sais pas encore répondre à cela ; votre carte n’a pas bougé."
NOTHING_OPEN = "Rien n’est en cours : je n’ai rien changé. Pour défaire votre dernier enregistrement, écrivez <code>annule</code>"
ALREADY = "C’est déjà ce qui est noté : je n’ai rien changé."
NOT_AN_ANSWER = (
    "Je n’ai pas compris ce message ; votre carte n’a pas bougé. Touchez un bouton, écrivez la correction, ou ❌ pour abandonner."
)


def not_on_card(said: Sequence[str], *, rest_changed: bool) -> str:
    """Words that name nothing on the card, as typed; whether the others did change something."""
    words = safe(and_list([f"« {one} »" for one in said]))
    if rest_changed:
        return f"Je n’ai pas trouvé {words} sur la carte ; le reste est changé."
    return f"Je ne trouve pas {words} sur la carte : je n’ai rien changé."


def which_of_several(said: str, *, rest_changed: bool) -> str:
    """Words that name one of several things of the card, as typed."""
    fate = "Le reste est changé." if rest_changed else "Je n’ai rien changé."
    which, of = (
        ("lequel", "le premier » ou « le dernier") if said.casefold().startswith("le ") else ("laquelle", "la première » ou « la dernière")
    )
    return f"« {safe(said)} » : {which} ? Redites-le avec « {of} ». {fate}"
