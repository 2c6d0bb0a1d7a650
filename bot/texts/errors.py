"""What a refusal says: one French sentence a refusal, which always tells what to do next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from bot.domain import errors
from bot.domain.directory_imports import FileProblem
from bot.domain.permissions import Verb
from bot.french.dates import date_window, date_with_year, long_date, weekday_and_date
from bot.french.hours import duration
from bot.french.plurals import counted
from bot.texts.names import safe

_NOT_ALLOWED: dict[Verb, str] = {
    Verb.LOG_ANY_MEETING: "Vous pouvez enregistrer les réunions des groupes que vous pilotez. Pour celle-ci, demandez à la coordination.",
    Verb.LOG_OWN_MEETING: "Les réunions sont enregistrées par les pilotes et la coordination : demandez-leur. Écrivez /aide pour voir ce que je sais faire pour vous.",
    Verb.LOG_ANY_HOURS: "Vous pouvez noter vos propres heures. Pour celles d’une autre personne, demandez à la coordination.",
    Verb.LOG_OWN_HOURS: "Votre accès permet de lire les chiffres, pas de noter des heures : demandez à la coordination de l’élargir.",
    Verb.READ_MINUTES: "Les comptes rendus sont réservés aux pilotes et à la coordination : demandez-lui celui qu’il vous faut.",
    Verb.READ_DIRECTORY: "L’annuaire est réservé aux pilotes et à la coordination : demandez-lui le contact qu’il vous faut.",
    Verb.EDIT_ANY_SHEET: "Vous pouvez corriger les fiches des membres des groupes que vous pilotez. Pour celle-ci, dites à la coordination ce qui change.",
    Verb.EDIT_OWN_SHEETS: "L’annuaire est tenu par la coordination et les pilotes : dites-leur ce qui change. Pour votre propre fiche : /moi",
    Verb.IMPORT_DIRECTORY: "L’annuaire est tenu par la coordination : envoyez-lui votre fichier, elle pourra l’importer.",
    Verb.EXPORT_DIRECTORY: "L’annuaire entier ne sort que par la coordination : demandez-lui le contact ou la liste qu’il vous faut.",
    Verb.SET_TEMPLATES: "Les modèles de documents sont choisis par la coordination : envoyez-lui le vôtre, elle pourra me le donner.",
    Verb.SET_WRITING: "L’écriture des documents est choisie par la coordination : dites-lui ce qui vous conviendrait.",
    Verb.READ_AGENDA: "Votre accès permet de lire les chiffres, pas l’agenda ni les groupes : demandez à la coordination de l’élargir.",
    Verb.READ_FIGURES: "Votre accès ne permet pas de lire les chiffres : demandez à la coordination ceux qu’il vous faut.",
    Verb.BE_REMINDED: "Votre accès permet de lire les chiffres, pas de programmer des rappels : demandez à la coordination de l’élargir.",
    Verb.INVITE: "Seule la coordination peut inviter quelqu’un. Dites-lui qui vous souhaitez inviter.",
    Verb.INVITE_COORDINATOR: "Seule la coordination peut inviter quelqu’un à la rejoindre. Dites-lui qui vous souhaitez inviter.",
}

_SENTENCES: dict[type[errors.Refusal], Callable[[Any], str]] = {
    errors.NotAllowed: lambda e: _NOT_ALLOWED[e.verb],
    errors.DraftMoved: lambda e: "Cette carte a changé depuis. Écrivez /brouillon pour voir la plus récente.",
    errors.DraftGone: lambda e: "Cette carte n’est plus ouverte. Écrivez un message pour en commencer une autre.",
    errors.ReminderMoved: lambda e: "Ce rappel a changé depuis. Écrivez /rappels pour voir où il en est.",
    errors.ReminderGone: lambda e: "Ce rappel n’est plus prévu. Écrivez /rappels pour voir les autres.",
    errors.AgendaCardMoved: lambda e: "Cette carte a changé depuis. Écrivez /brouillon pour voir la plus récente.",
    errors.AgendaCardGone: lambda e: "Cette carte n’est plus ouverte. Écrivez /agenda pour voir ce qui est prévu.",
    errors.DateSearchMoved: lambda e: "Cette recherche de date a changé depuis. Écrivez /dates pour voir où elle en est.",
    errors.DateSearchGone: lambda e: "Cette recherche de date n’est plus ouverte. Écrivez /dates pour voir celles qui le sont.",
    errors.DateIsOver: lambda e: "Cette date est passée : choisissez-en une autre.",
    errors.NothingPlanned: lambda e: _nothing_planned(e),
    errors.AlreadyCancelled: lambda e: (
        f"Cette réunion est déjà annulée{_which(e)}. Pour la remettre à l’agenda, redites le groupe, le jour et l’heure."
    ),
    errors.NotHersToChange: lambda e: (
        f"Seuls les pilotes du groupe et la coordination peuvent changer cette réunion{_which(e)}. Demandez-leur."
    ),
    errors.PlannedMoved: lambda e: (
        "Cette réunion a été déplacée, annulée ou tenue depuis : je n’ai rien changé. Écrivez /agenda pour voir où elle en est."
    ),
    errors.NotPilot: lambda e: (
        "Seule la personne qui pilote le groupe règle les rappels avant chaque réunion. Demandez-lui ou à la coordination."
    ),
    errors.NotInGroup: lambda e: "Vous ne suivez pas les réunions de ce groupe : dites-moi plutôt un jour, ou un de vos groupes.",
    errors.OfOneStructure: lambda e: (
        "Les chiffres d’une seule structure sont réservés à la coordination. "
        "Vous pouvez demander le bilan du territoire, d’un axe, d’un groupe ou d’une commune."
    ),
    errors.OldButton: lambda e: "Ce bouton ne sert plus. Écrivez /brouillon pour retrouver ce qui est commencé, ou /aide.",
    errors.StillAsking: lambda e: "Il manque encore une réponse : répondez à la question en bas de la carte, puis touchez ✅.",
    errors.InTheFuture: lambda e: f"Le {long_date(e.day)} n’est pas encore passé. Touchez ✏️ pour corriger la date.",
    errors.TooLong: lambda e: f"{duration(e.minutes)} en un jour, ce n’est pas possible. Touchez ✏️ pour corriger la durée.",
    errors.TooDense: lambda e: (
        "C’est beaucoup pour un seul message : je n’ai pas su le lire, et je n’ai rien enregistré. "
        "Envoyez-le en plusieurs messages plus courts, une réunion à la fois."
    ),
    errors.FewerThanNamed: lambda e: (
        f"{counted(e.headcount, 'présent')} pour {counted(e.named, 'personne citée')} : touchez ✏️ pour corriger le nombre."
    ),
    errors.NothingToUndo: lambda e: "C’est déjà annulé : il n’y a plus rien à défaire.",
    errors.UndoTooLate: lambda e: (
        "Plus de 24 h ont passé : on n’annule plus. Une réunion passée se corrige par /cr, puis ✏️ ; "
        "ce qui est à venir, par /agenda, /rappels ou /dates."
    ),
    errors.InvitationInvalid: lambda e: STRANGER,
    errors.InvitationIssued: lambda e: "Cette invitation a déjà son lien, plus haut. Pour en faire une autre : /inviter.",
    errors.AlreadyJoined: lambda e: "Vous êtes déjà des nôtres. Écrivez /aide pour voir ce que je sais faire.",
    errors.MinutesMoved: lambda e: "Ce compte rendu a changé depuis. Écrivez /cr pour recevoir le plus récent.",
    errors.NoLaterMeeting: lambda e: (
        "Un compte rendu se valide à la réunion suivante, et aucune n’est encore enregistrée pour ce groupe. Racontez-la-moi d’abord."
    ),
    errors.MeetingMoved: lambda e: (
        "Cette réunion a été corrigée depuis. Annulez d’abord la correction la plus récente, ou touchez ✏️ pour la corriger encore."
    ),
    errors.SheetMoved: lambda e: (
        "Cette fiche a changé depuis : je n’ai rien annulé. Annulez d’abord le changement le plus récent, ou redites-moi ce qui est juste."
    ),
    errors.NoSuchSheet: lambda e: "Cette fiche n’est plus dans l’annuaire. Écrivez /annuaire pour chercher de nouveau.",
    errors.NoSuchMeeting: lambda e: (
        "Je ne retrouve pas cette réunion. Écrivez /cr pour voir les dernières, ou /reunion pour en enregistrer une."
    ),
    errors.MeetingSettled: lambda e: (
        "C’est déjà réglé : cette réunion est racontée, déplacée ou annulée. Écrivez /agenda ou /cr pour la revoir."
    ),
    errors.DayIsPast: lambda e: f"Le {long_date(e.day)} est déjà passé : dites-moi un jour à venir, par exemple lundi 14h",
    errors.LeaveGone: lambda e: "Ce congé n’est plus noté. Écrivez /moi pour voir ce qui l’est.",
    errors.NoQuietLeft: lambda e: (
        "Il me faut au moins deux heures dans la journée pour vous écrire, par exemple de 9 h à 18 h : je n’ai rien changé."
    ),
    errors.QuietByDay: lambda e: (
        "Je sais me taire le soir, la nuit et le matin, pas au milieu de la journée : je n’ai rien changé. "
        "Par exemple <code>ne m’écris pas avant 9h</code>"
    ),
    errors.FileRefused: lambda e: _FILE_PROBLEMS[e.problem],
    errors.PlanMoved: lambda e: (
        "L’annuaire vient de changer : pour ne rien écrire en double, je n’ai rien importé. "
        "Réessayez ; si je le redis, renvoyez le fichier."
    ),
    errors.TemplateGone: lambda e: (
        "Ce modèle n’est plus en attente ici. Écrivez /modele pour voir ceux qui servent, ou renvoyez le document Word."
    ),
    errors.TemplateMoved: lambda e: (
        "Un autre modèle a pris sa place depuis : je n’ai rien changé. Écrivez /modele pour voir ceux qui servent."
    ),
    errors.DirectoryMoved: lambda e: (
        "L’annuaire a changé ou a servi depuis cet import : l’annuler perdrait ce qui est plus récent. "
        "Corrigez plutôt les fiches, ou renvoyez un fichier à jour."
    ),
}

_FILE_PROBLEMS: dict[FileProblem, str] = {
    FileProblem.KIND: "Je lis les annuaires en .xlsx, .csv ou .vcf. Enregistrez votre fichier sous l’un de ces formats, puis renvoyez-le.",
    FileProblem.OLD_EXCEL: "C’est l’ancien format d’Excel (.xls). Ouvrez-le, enregistrez-le sous « Classeur Excel (.xlsx) », puis renvoyez-le.",
    FileProblem.PROTECTED: "Ce classeur est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe, puis renvoyez-la.",
    FileProblem.DAMAGED: "Je n’arrive pas à ouvrir ce fichier : il semble abîmé ou d’un autre format. Ouvrez-le, enregistrez-le de nouveau, puis renvoyez-le.",
    FileProblem.BOMB: "Ce fichier devient démesuré une fois ouvert : par prudence, je ne l’ouvre pas. Copiez ses lignes dans un classeur neuf, puis renvoyez-le.",
    FileProblem.TOO_HEAVY: "Ce fichier est trop lourd pour un annuaire. Retirez-en les images et les feuilles inutiles, puis renvoyez-le.",
    FileProblem.TOO_MANY_ROWS: "Ce fichier compte plus de 200 000 lignes. Coupez-le en plusieurs fichiers, puis envoyez-les l’un après l’autre.",
    FileProblem.EMPTY: "Je ne trouve ni personne ni structure dans ce fichier. Vérifiez qu’il a une ligne de titres (Nom, Structure, Tél., Mail…), puis renvoyez-le.",
}


def _which(error: errors.NothingPlanned) -> str:
    told = [safe(error.label)] if error.label else []
    told += [long_date(error.day)] if error.day else []
    return f" ({', '.join(told)})" if told else ""


def _nothing_planned(error: errors.NothingPlanned) -> str:
    what = f" ({safe(error.label)})" if error.label else ""
    when = f" le {weekday_and_date(error.day)}" if error.day else ""
    if error.among is not None:
        first, last = error.among
        when = f" {date_window(first, last)}" if last < date.max else f" à partir du {date_with_year(first)}"
    reach = " que vous puissiez changer" if error.to_change else ""
    return f"Je ne trouve pas de réunion prévue{when}{what}{reach}. Écrivez /agenda pour voir ce qui est prévu."


STRANGER = (
    "Bonjour. Maillon est réservé aux personnes invitées par la coordination de leur territoire. "
    "Si vous avez reçu un lien d’invitation, ouvrez-le ; s’il ne fonctionne plus, demandez-en un nouveau."
)


def refusal(error: errors.Refusal) -> str:
    """The sentence of that refusal."""
    return _SENTENCES[type(error)](error)


def accident(reference: str) -> str:
    """What to say when something broke on our side; `reference` is in the log."""
    return (
        "Quelque chose n’a pas marché de mon côté. Rien n’est perdu : réessayez, ou écrivez /brouillon. "
        f"Si cela recommence, donnez ce repère à la personne qui a installé Maillon : {reference}"
    )
