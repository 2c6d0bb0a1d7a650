"""What a whole sheet says, with where each datum comes from; what the person herself is told; the notice that informs her."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.papers import LeftPaper
from bot.domain.people import Visibility
from bot.domain.sheet_changes import Datum, Sheet, SheetView
from bot.french.dates import date_with_year, long_date
from bot.french.lists import and_list
from bot.french.phones import spoken
from bot.french.plurals import counted
from bot.texts.names import Names, bold, safe, said
from bot.texts.papers import FEMININE
from bot.texts.sources import source_words

WHO_SEES = {
    Visibility.TEAM: "vues par la coordination et les pilotes de ses groupes",
    Visibility.NETWORK: "vues par la coordination et tous les pilotes",
}
CORRECT_ME = (
    "Écrivez simplement ce qui est juste, par exemple :\n"
    "<code>mon numéro a changé : 06 39 98 01 02</code>\n"
    "<code>mon mail c’est prenom.nom@exemple.fr</code>\n"
    "<code>je suis maintenant infirmière au CSAPA</code>"
)
FINAL = "⚠️ <b>C’est définitif :</b> on n’annule pas un effacement."
ERASED = "✅ <b>C’est effacé.</b> Le nom n’apparaît plus nulle part dans Maillon ; les totaux n’ont pas changé."
_LABELS = {
    "": "fiche",
    "first_name": "nom",
    "last_name": "nom",
    "phone": "téléphone",
    "email": "mail",
    "other_phones": "autres téléphones",
    "other_emails": "autres mails",
    "note": "note",
    "civility": "civilité",
    "nature": "nature du temps donné",
    "commune": "commune",
    "mandate": "fonction et structure",
    "visibility": "qui voit les coordonnées",
    "informed_on": "information",
    "objected_on": "opposition",
    "erasure_asked_on": "demande d’effacement",
    "checked_on": "vérification",
}
_SHOWN_MINUTES = 30


def page(sheet: Sheet, names: Names) -> str:
    """The whole sheet as a coordinator sees it."""
    return "\n".join([bold(sheet.person.full_name), *_held(sheet, names, whose="Coordonnées")])


def own(sheet: Sheet, names: Names) -> str:
    """What Maillon knows of the person who asks, and her rights."""
    held = [line.replace("de ses groupes", "de vos groupes") for line in _held(sheet, names, whose="Vos coordonnées")]
    lines = ["<b>Votre fiche dans l’annuaire</b>", *held]
    return "\n".join([*lines, "\n<i>C’est votre fiche : vous pouvez la corriger, vous y opposer ou demander son effacement.</i>"])


def _held(sheet: Sheet, names: Names, *, whose: str) -> list[str]:
    person = sheet.person
    structure = names.structure(person.structure_id) if person.structure_id else None
    charge = ", ".join(part for part in (person.function, structure) if part)
    groups = and_list([names.group(group) for group in sheet.group_ids])
    seen = "vues par la coordination seulement (opposition)" if sheet.objected_on else WHO_SEES[person.visibility]
    lines = (
        safe(charge) + (f", depuis le {date_with_year(sheet.since)}" if sheet.since and charge else ""),
        f"📞 {safe(', '.join(map(spoken, (person.phone, *sheet.other_phones))))}" if person.phone else "",
        f"✉️ {safe(', '.join((person.email, *sheet.other_emails)))}" if person.email else "",
        f"📍 {safe(person.commune)}" if person.commune else "",
        f"📁 {safe(groups)}" if groups else "",
        f"👁 {whose} : {seen}" if person.phone or person.email else "",
        f"✋ Opposition notée le {date_with_year(sheet.objected_on)}" if sheet.objected_on else "",
        f"❗ Effacement demandé le {date_with_year(sheet.erasure_asked_on)}" if sheet.erasure_asked_on else "",
        _informed(sheet, names),
        *_sources(sheet, names),
    )
    return [line for line in lines if line]


def _informed(sheet: Sheet, names: Names) -> str:
    if sheet.informed_on is None:
        return "ℹ️ Pas encore d’information donnée sur cette fiche"
    by = f" par {safe(names.person(sheet.informed_by))}" if sheet.informed_by else ""
    return f"ℹ️ Information donnée le {date_with_year(sheet.informed_on)}{by}"


def _sources(sheet: Sheet, names: Names) -> list[str]:
    """Where each datum comes from, when, and who said it."""
    told = dict.fromkeys(f"• {_LABELS.get(datum.field, datum.field)} : {_source(datum, names)}" for datum in sheet.data if datum.source)
    return ["\n<b>D’où viennent ces données</b>", *told] if told else []


def _source(datum: Datum, names: Names) -> str:
    by = f" par {safe(names.person(datum.by))}" if datum.by else ""
    at = f", le {date_with_year(datum.at.date())}" if datum.at else ""
    return f"{safe(source_words(datum.source))}{by}{at}"


def notice(sheet: Sheet, *, territory: str, organism: str, writer: str, address: str | None) -> str:
    """A text to send to the person (art. 14 of the GDPR), which a tap copies; `writer` is whom to answer, `address` her mail."""
    held = ["nom", "fonction" if sheet.person.function else ""]
    held = [
        *held,
        "structure" if sheet.person.structure_id else "",
        "téléphone" if sheet.person.phone else "",
        "adresse mail" if sheet.person.email else "",
    ]
    answer = f"{writer} ({address})" if address else writer
    words = (
        f"Bonjour {sheet.person.full_name},\n\n"
        f"Pour faire vivre la démarche ({territory}), un annuaire des partenaires est tenu (responsable : {organism}). Vous y figurez avec "
        f"vos données professionnelles : {and_list([one for one in held if one])} ; s’y ajoutent vos groupes, vos présences aux réunions, avec les "
        "comptes rendus qui les citent, et les heures que vous y consacrez. Ces données viennent de vous, de vos collègues ou de l’annuaire "
        "du réseau.\n\n"
        "Ces données servent à organiser le travail commun et à en rendre compte, au titre de l’intérêt légitime de la démarche. Seules la "
        "coordination et les personnes qui pilotent un groupe les consultent. Personne n’est noté ni classé. Après trois ans sans "
        "contact, votre fiche est proposée à l’effacement.\n\n"
        f"Vous pouvez voir ces données, les faire corriger, vous y opposer ou demander leur effacement : écrivez à {answer}. "
        "Vous pouvez aussi saisir la CNIL (cnil.fr)."
    )
    return f"Texte à envoyer (un appui le copie) :\n\n<pre>{said(words)}</pre>"


def ask_erasure(sheet: Sheet, names: Names, *, sure: bool) -> str:
    """What an erasure does, before it is done: first the facts, then once more that it is final."""
    lines = [f"❓ <b>Effacer {safe(sheet.person.full_name)} ?</b>", *_held(sheet, names, whose="Coordonnées")[:4], ""]
    lines.append("La fiche disparaît ; le nom est retiré des présences, des actions, des décisions, des brouillons et du journal.")
    lines.append("Les réunions et les heures restent comptées, sans le nom. Si la personne a un accès à Maillon, il se ferme aussi.")
    return "\n".join([*lines, "", FINAL] if sure else lines)


def erased(left: SheetView) -> str:
    """What is said once it is done, with the minutes and the other documents that had left before."""
    minutes = [f"{safe(line.label) or 'Réunion'}, {long_date(line.day)}" for line in left.sent]
    papers = [_paper(paper) for paper in left.papers]
    if not minutes and not papers:
        return f"{ERASED}\n\nAucun document déjà envoyé ne porte ce nom."
    told = [ERASED]
    if minutes:
        head = "<b>Ces comptes rendus déjà envoyés portent le nom.</b> /cr en redonne une version sans lui, à renvoyer à la place :"
        told.append("\n".join([head, *_listed(minutes)]))
    if papers:
        head = "<b>Ces documents déjà envoyés le portent aussi :</b>" if minutes else "<b>Ces documents déjà envoyés portent le nom :</b>"
        told.append("\n".join([head, *_listed(papers), "Redemandez ceux qui servent encore, et remplacez les anciens."]))
    return "\n\n".join(told)


def _listed(lines: Sequence[str]) -> list[str]:
    rest = len(lines) - _SHOWN_MINUTES
    return [f"• {line}" for line in lines[:_SHOWN_MINUTES]] + ([f"… et {counted(rest, 'autre')}"] if rest > 0 else [])


def _paper(paper: LeftPaper) -> str:
    if paper.kind is None:
        return f"fichier de l’annuaire, parti le {date_with_year(paper.left_on)}"
    when = [long_date(paper.day)] if paper.day else [f"parti{'e' if paper.kind in FEMININE else ''} le {date_with_year(paper.left_on)}"]
    return ", ".join([paper.kind.value, *([safe(paper.label)] if paper.label else []), *when])
