"""What is said of templates: what is to be mended and where, the trial, whose template it becomes, and which ones are in use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.templates import TemplateFault, TemplatePlace, TemplateProblem
from bot.french.dates import short_date
from bot.french.plurals import counted
from bot.texts.help import example
from bot.texts.names import bold, safe

_SHOWN = 8
SAMPLE_WORDS = "exemple de modèle de compte rendu"
TRIAL_NAME = "Essai-de-modele.docx"  # plain ASCII
TRIAL = "Un essai de votre modèle, rempli de données inventées."
PICTURE = "La première page de l’essai."
TRIAL_LOST = "L’essai n’est peut-être pas arrivé. Renvoyez-moi le document Word pour le revoir."
SAMPLE = (
    "Le modèle de compte rendu de Maillon, avec ses champs entre accolades. Changez-le dans Word (logo, couleurs, textes, ordre), "
    "puis renvoyez-le-moi : je le vérifie avant de m’en servir."
)
SAMPLE_COMING = "L’exemple de modèle arrive."
SAMPLE_LOST = f"L’exemple de modèle n’est peut-être pas arrivé. Pour le redemander, écrivez {example(SAMPLE_WORDS)}"
WHICH_GROUP = "👥 <b>Pour quel groupe ?</b>"
NOTHING_TO_RESET = "C’est déjà le cas."
UNREAD = "Je prends les modèles au format Word .docx. Ouvrez ce document dans Word, enregistrez-le sous « Document Word (.docx) », puis renvoyez-le."
OTHER_KIND = (
    "Pour l’instant, je sais prendre un modèle de compte rendu, pas encore celui d’un autre document : je n’ai rien gardé de ce fichier."
)
_ALONE: dict[TemplateProblem, str] = {
    TemplateProblem.TOO_HEAVY: "Ce document est trop lourd pour un modèle, ou le devient une fois ouvert. Réduisez ses images (10 Mo au plus), puis renvoyez-le.",
    TemplateProblem.NOT_WORD: UNREAD,
    TemplateProblem.PROTECTED: "Ce document est protégé par un mot de passe ou à l’ancien format (.doc). Enregistrez-le en .docx sans mot de passe, puis renvoyez-le.",
    TemplateProblem.DAMAGED: "Je n’arrive pas à ouvrir ce document : il semble abîmé. Ouvrez-le dans Word, enregistrez-en une copie, puis renvoyez-la.",
    TemplateProblem.MACROS: "Ce document contient des macros : par prudence, je ne le prends pas. Enregistrez-le en .docx sans macros, puis renvoyez-le.",
    TemplateProblem.ENDLESS: "Ce document demande trop de travail pour un modèle : par prudence, je ne l’utilise pas. Repartez d’un document plus simple.",
    TemplateProblem.SOURCE: "Ce document contient du code XML que Word n’écrit pas : par prudence, je ne le prends pas. Enregistrez-en une copie avec Word, puis renvoyez-la.",
    TemplateProblem.NO_BLANKS: (
        "Ce document Word n’a pas de champ à remplir : je n’en ai rien gardé. Pour en faire un modèle de compte rendu, écrivez par exemple "
        "{{ titre }} là où le titre doit paraître. L’exemple ci-dessous montre tous les champs."
    ),
    TemplateProblem.FAILED: "Je n’ai pas réussi à remplir ce document avec des données d’essai. Repartez de l’exemple ci-dessous, puis renvoyez-le.",
}  # fmt: skip
_PLACES = {
    TemplatePlace.BODY: "",
    TemplatePlace.FILE: "",
    TemplatePlace.HEADER: "en-tête",
    TemplatePlace.FOOTER: "pied de page",
    TemplatePlace.NOTES: "note de bas de page",
    TemplatePlace.PROPERTIES: "propriétés du document",
    TemplatePlace.ELSEWHERE: "",
}


def refused(file_name: str, faults: Sequence[TemplateFault]) -> str:
    """Everything to mend, eight faults at most."""
    alone = next((fault for fault in faults if fault.problem in _ALONE), None)
    if alone is not None:
        return f"📄 {bold(file_name)}\n{_ALONE[alone.problem]}"
    lines = [f"• {_place(fault)}{_fault(fault)}" for fault in faults[:_SHOWN]]
    more = [f"… et {counted(len(faults) - _SHOWN, 'autre')}"] if len(faults) > _SHOWN else []
    head = f"📄 {bold(file_name)} – {counted(len(faults), 'chose')} à corriger avant que je m’en serve :"
    return "\n".join([head, "", *lines, *more, "", "Corrigez dans Word, puis renvoyez-moi le document : je n’en ai rien gardé."])


def _place(fault: TemplateFault) -> str:
    return f"{_PLACES[fault.place]} : " if _PLACES[fault.place] else ""


def _fault(fault: TemplateFault) -> str:
    said, line = safe(fault.said), _where(fault)
    match fault.problem:
        case TemplateProblem.UNKNOWN:
            meant = f" – vouliez-vous dire {bold(fault.hint)} ?" if fault.hint else " – l’exemple ci-dessous montre tous les champs"
            return f"champ inconnu : {bold(fault.said)}{meant}{line}"
        case TemplateProblem.IS_LIST:
            return f"{bold(fault.said)} est une liste : parcourez-la avec {example(f'{{%p for x in {fault.said} %}}')}{line}"
        case TemplateProblem.NOT_LIST:
            return f"{bold(fault.said)} n’est pas une liste : écrivez simplement {example(f'{{{{ {fault.said} }}}}')}{line}"
        case TemplateProblem.SINGLE_BRACE:
            return f"il faut deux accolades de chaque côté : {example(f'{{{{ {fault.said} }}}}')}{line}"
        case TemplateProblem.UNFINISHED:
            return f"une balise n’est pas fermée dans son paragraphe : « {said} »"
        case TemplateProblem.BADLY_WRITTEN:
            return f"je ne comprends pas cette balise : « {said} »{line}" if said else "une balise est mal écrite"
        case TemplateProblem.UNCLOSED:
            return f"« {said} » n’a pas sa fin ({'endfor' if 'for' in fault.said else 'endif'}){line}"
        case TemplateProblem.UNOPENED:
            return f"« {said} » n’a pas de début{line}"
        case TemplateProblem.NOT_FILLED_THERE:
            return f"« {said} » est dans un commentaire ou une note de fin : je n’y remplis rien{line}"
        case TemplateProblem.FORBIDDEN:
            return f"construction interdite : « {said} »{line}. Un modèle ne contient que des champs, for et if"
    return _markup(fault)


def _markup(fault: TemplateFault) -> str:
    match fault.problem:
        case TemplateProblem.EMBEDDED:
            return "un objet incorporé (classeur, document, PDF) : remplacez-le par une image ou un tableau"
        case TemplateProblem.OUTSIDE:
            return f"un contenu pris ailleurs ({safe(fault.said)}) : insérez-le dans le document, sans lien"
        case TemplateProblem.FIELD:
            return f"un champ Word qui va chercher un contenu ailleurs ({safe(fault.said)}) : supprimez-le"
    return "quelque chose que je ne peux pas remplir"


def _where(fault: TemplateFault) -> str:
    line = fault.line
    return f" (dans « {safe(line)} »)" if line and line.strip("{}% ") != fault.said and line != fault.said else ""


def proposed(file_name: str) -> str:
    """A template that passed: its trial comes, and whose is it to be?"""
    return (
        f"📄 {bold(file_name)} – modèle de compte rendu\n"
        "Tous ses champs sont justes. Un essai arrive, rempli de données inventées : regardez-le dans Word.\n\n"
        "<b>Pour quelles réunions m’en servir ?</b>"
    )


def kept(file_name: str, group: str | None, *, rank: int) -> str:
    """From now on it is used."""
    whose = f"du groupe {bold(group)}" if group else "de tout le territoire"
    which = f" (version {rank})" if rank > 1 else ""
    return (
        f"✅ {bold(file_name)} est le modèle de compte rendu {whose}{which}.\n"
        "Il vaut pour tous les comptes rendus que j’enverrai. Pour les voir ou revenir en arrière : /modele"
    )


def dropped(file_name: str) -> str:
    """Given up."""
    return f"C’est abandonné : je n’ai rien gardé de {bold(file_name)}."


def withdrawn(file_name: str, group: str | None, *, now: str | None) -> str:
    """One step back; `now` is the file that is used instead, None for ours."""
    gone = f"{bold(file_name)} n’est plus utilisé" if file_name else "C’est annulé"
    return f"↩︎ {gone}. {_place_of(group)} : {_model(now)}."


def reset(group: str | None, *, now: str | None) -> str:
    """Back to what stands above; the versions before are kept."""
    return f"✅ C’est fait. {_place_of(group)} : {_model(now)}. Les versions d’avant restent."


def _place_of(group: str | None) -> str:
    return f"Groupe {bold(group)}" if group else "Pour le territoire"


def _model(now: str | None) -> str:
    return f"modèle {bold(now)}" if now else "modèle de Maillon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """A template in use; `file_name` None is ours, `group` None the territory."""

    group: str | None
    file_name: str | None
    rank: int
    author: str | None
    day: date


def listed(used: Sequence[Used], blanks: str) -> str:
    """Which templates are in use, and how to bring one."""
    lines = [_line(one) for one in used] or ["Tous les comptes rendus suivent le modèle de Maillon."]
    how = "Pour en changer, envoyez-moi votre document Word, avec des champs entre deux accolades, par exemple {{ titre }} ou {{ date }}."
    return "\n".join(["📄 <b>Modèles de compte rendu</b>", "", *lines, "", how, f"<i>Champs : {safe(blanks)}</i>"])


def _line(one: Used) -> str:
    by = f", par {safe(one.author)}" if one.author else ""
    about = f" (version {one.rank}{by}, le {short_date(one.day)})" if one.file_name else ""
    return f"• {bold(one.group) if one.group else 'Tout le territoire'} : {safe(one.file_name or 'modèle de Maillon')}{about}"


def back_button(group: str | None) -> str:
    """One step back there."""
    return f"↩︎ Version d’avant – {group or 'territoire'}"


def ours_button(group: str | None) -> str:
    """What stands above again."""
    return f"❌ Sans modèle propre – {group}" if group else "❌ Modèle de Maillon – territoire"


def fell_back(file_name: str) -> str:
    """Below minutes that her template could not print."""
    return f"⚠️ Le modèle {bold(file_name)} n’a pas pu être rempli : voici le compte rendu sur le modèle de Maillon. Écrivez /modele pour en changer."
