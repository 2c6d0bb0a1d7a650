"""What is to be mended in a template that was sent, and where, in sentences that say what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.templates import TemplateFault, TemplatePlace, TemplateProblem
from bot.french.plurals import counted
from bot.texts.help import example
from bot.texts.names import bold, safe

_SHOWN = 8
UNREAD = "Je prends les modèles au format Word .docx. Ouvrez ce document dans Word, enregistrez-le sous « Document Word (.docx) », puis renvoyez-le."
_ALONE: dict[TemplateProblem, str] = {
    TemplateProblem.TOO_HEAVY: "Ce document est trop lourd pour un modèle, ou le devient une fois ouvert. Réduisez ses images (10 Mo au plus), puis renvoyez-le.",
    TemplateProblem.NOT_WORD: UNREAD,
    TemplateProblem.PROTECTED: "Ce document est protégé par un mot de passe ou à l’ancien format (.doc). Enregistrez-le en .docx sans mot de passe, puis renvoyez-le.",
    TemplateProblem.DAMAGED: "Je n’arrive pas à ouvrir ce document : il semble abîmé. Ouvrez-le dans Word, enregistrez-en une copie, puis renvoyez-la.",
    TemplateProblem.MACROS: "Ce document contient des macros : par prudence, je ne le prends pas. Enregistrez-le en .docx sans macros, puis renvoyez-le.",
    TemplateProblem.ENDLESS: "Ce document demande trop de travail pour un modèle : par prudence, je ne l’utilise pas. Repartez d’un document plus simple.",
    TemplateProblem.SOURCE: "Ce document contient du code XML que Word n’écrit pas : par prudence, je ne le prends pas. Enregistrez-en une copie avec Word, puis renvoyez-la.",
    TemplateProblem.NO_BLANKS: (
        "Ce document Word n’a pas de champ à remplir : je n’en ai rien gardé. Pour en faire un modèle, écrivez par exemple {{ titre }} "
        "là où le titre doit paraître. L’exemple ci-dessous montre tous les champs."
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
        case TemplateProblem.NOT_GONE_THROUGH:
            return f"il manque la liste {bold(fault.said)} : parcourez-la avec {example(f'{{%p for x in {fault.said} %}}')}"
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
