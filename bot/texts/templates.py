"""What is said of templates: of which document they are, the trial, whose template one becomes, and which ones are in use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.papers import PaperKind
from bot.domain.templates import TemplateFault, TemplateKind, TemplateProblem
from bot.french.dates import short_date
from bot.french.names import elides
from bot.texts.help import example
from bot.texts.names import bold, safe

TRIAL_NAME = "Essai-de-modele.docx"  # plain ASCII
TRIAL = "Un essai de votre modèle, rempli de données inventées."
PICTURE = "La première page de l’essai."
TRIAL_LOST = "L’essai n’est peut-être pas arrivé. Renvoyez-moi le document Word pour le revoir."
SAMPLE_COMING = "L’exemple de modèle arrive."
WHICH_SAMPLE = "📄 <b>Un exemple de modèle : pour quel document ?</b>"
WHICH_GROUP = "👥 <b>Pour quel groupe ?</b>"
NOTHING_TO_RESET = "C’est déjà le cas."
_NO_CHARTS = "Les graphiques restent dans le modèle de Maillon : un modèle à vous imprime les mêmes chiffres, en phrases et en tableaux."


def called(kind: TemplateKind) -> str:
    """What the document is called, without its article: « compte rendu », « feuille d’émargement »."""
    return PaperKind[kind.name].value if kind.name in PaperKind.__members__ else "compte rendu"


def template_of(kind: TemplateKind) -> str:
    """« modèle de compte rendu », « modèle d’invitation »."""
    name = called(kind)
    return f"modèle d’{name}" if elides(name) else f"modèle de {name}"


def sample_words(kind: TemplateKind) -> str:
    """What one writes to get a sample."""
    return f"exemple de {template_of(kind)}"


def kind_button(kind: TemplateKind) -> str:
    """A kind of document as a button."""
    return f"📄 {_capital(called(kind))}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def which_kind(file_name: str) -> str:
    """A file came without a word on what it is."""
    return f"📄 {bold(file_name)}\n\n<b>C’est le modèle de quel document ?</b>"


def sample(kind: TemplateKind) -> str:
    """The words under a sample."""
    charts = f" {_NO_CHARTS}" if kind is TemplateKind.REVIEW else ""
    return (
        f"Le {template_of(kind)} de Maillon, avec ses champs entre accolades. Changez-le dans Word (logo, couleurs, textes, ordre), "
        f"puis renvoyez-le-moi : je le vérifie avant de m’en servir.{charts}"
    )


def sample_lost(kind: TemplateKind) -> str:
    """The sample may not have arrived."""
    return f"L’exemple de modèle n’est peut-être pas arrivé. Pour le redemander, écrivez {example(sample_words(kind))}"


def proposed(file_name: str, kind: TemplateKind) -> str:
    """A template that passed: its trial comes, and whose is it to be?"""
    charts = f"{_NO_CHARTS}\n" if kind is TemplateKind.REVIEW else ""
    return (
        f"📄 {bold(file_name)} – {template_of(kind)}\n"
        f"Tous ses champs sont justes. Un essai arrive, rempli de données inventées : regardez-le dans Word.\n{charts}\n"
        "<b>Pour tout le territoire, ou pour un groupe ?</b>"
    )


def kept(file_name: str, kind: TemplateKind, group: str | None, *, rank: int) -> str:
    """From now on it is used."""
    whose = f"du groupe {bold(group)}" if group else "de tout le territoire"
    which = f" (version {rank})" if rank > 1 else ""
    return (
        f"✅ {bold(file_name)} est le {template_of(kind)} {whose}{which}.\n"
        "Il vaut pour tout ce que j’enverrai désormais. Pour voir vos modèles ou revenir en arrière : /modele"
    )


def dropped(file_name: str) -> str:
    """Given up."""
    return f"C’est abandonné : je n’ai rien gardé de {bold(file_name)}."


def withdrawn(file_name: str, kind: TemplateKind, group: str | None, *, now: str | None) -> str:
    """One step back; `now` is the file that is used instead, None for ours."""
    gone = f"{bold(file_name)} n’est plus utilisé" if file_name else "C’est annulé"
    return f"↩︎ {gone}. {_place_of(kind, group)} : {_model(now)}."


def reset(kind: TemplateKind, group: str | None, *, now: str | None) -> str:
    """Back to what stands above; the versions before are kept."""
    return f"✅ C’est fait. {_place_of(kind, group)} : {_model(now)}. Les versions d’avant restent."


def _place_of(kind: TemplateKind, group: str | None) -> str:
    return f"{_capital(called(kind))}, {f'groupe {bold(group)}' if group else 'tout le territoire'}"


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


def listed(used: Mapping[TemplateKind, Sequence[Used]]) -> str:
    """Which templates are in use for which documents, and how to bring one."""
    kinds = [f"<b>{_capital(called(kind))}</b>\n" + "\n".join(map(_line, places)) for kind, places in used.items()]
    rest = "Les autres documents suivent le modèle de Maillon." if kinds else "Tous les documents suivent le modèle de Maillon."
    return "\n\n".join(["📄 <b>Modèles de documents</b>", *kinds, rest, f"Pour en changer, touchez un document, ou {_HOW}"])


def of_kind(kind: TemplateKind, used: Sequence[Used], blanks: str) -> str:
    """Which templates of one kind are in use, its blanks, and how to bring one."""
    lines = [_line(one) for one in used] or ["• Tout le territoire : modèle de Maillon"]
    head = f"📄 <b>{_capital(template_of(kind))}</b>"
    return "\n".join([head, "", *lines, "", f"Pour en changer, {_HOW}", f"<i>Champs : {safe(blanks)}</i>"])


_HOW = "envoyez-moi votre document Word, avec des champs entre deux accolades, par exemple {{ titre }}."


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


def fell_back(file_name: str, faults: Sequence[TemplateFault]) -> str:
    """Below a document that her template could not print."""
    lost = next((fault.said for fault in faults if fault.problem is TemplateProblem.NOT_GONE_THROUGH), None)
    if lost is not None:
        return (
            f"⚠️ Le modèle {bold(file_name)} n’imprime qu’une lettre, sans la liste {bold(lost)} : les voici toutes sur le modèle de Maillon. "
            "Écrivez /modele pour en changer."
        )
    return f"⚠️ Le modèle {bold(file_name)} n’a pas pu être rempli : voici le document sur le modèle de Maillon. Écrivez /modele pour en changer."
