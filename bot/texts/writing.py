"""How documents are written, each choice with what it looks like."""

from __future__ import annotations

from bot.domain.writing import Inclusive, NameStyle, WritingStyle
from bot.french.mixed import counted_mixed, mixed
from bot.french.names import titled_name
from bot.texts.help import example

NOTED = "C’est noté."
ALREADY = "C’est déjà ainsi que j’écris."
_STATE = "Une circulaire de 2017 écarte le point médian des textes officiels de l’État."
_MADE_NEXT = (
    "Vos prochains documents Word s’écriront ainsi ; ceux qui sont partis restent tels quels. Vos propres mots (points, décisions, actions) "
    "et les titres (« la directrice », « Dre ») ne changent pas."
)


def page(style: WritingStyle, *, note: str | None = None) -> str:
    """All choices, the present ones ticked, each with words of a document; `note` comes first."""
    manners = [_line(one.value, _people(one), chosen=one is style.inclusive) for one in Inclusive]
    names = [_line(f"noms {one.value}", _names(one), chosen=one is style.names) for one in NameStyle]
    said = ("écris en point médian", "noms sans capitales")
    lines = [note, ""] if note else []
    lines += ["📄 <b>L’écriture de vos documents</b>", "", *manners]
    lines += [f"<i>{_STATE}</i>"] if style.inclusive is Inclusive.MEDIAN else []
    return "\n".join([*lines, "", *names, "", _MADE_NEXT, "", "<i>Touchez, ou écrivez par exemple :</i>", *map(example, said)])


def _line(what: str, shown: str, *, chosen: bool) -> str:
    return f"{'☑️' if chosen else '–'} {f'<b>{what}</b>' if chosen else what} : « {shown} »"


def _people(manner: Inclusive) -> str:
    """« Les participantes et les participants, 2 excusées et excusés »."""
    everybody = mixed("les participants", manner)
    return f"{everybody[0].upper()}{everybody[1:]}, {counted_mixed(2, 'excusé', manner)}"


def _names(names: NameStyle) -> str:
    """« Mme Anne de LA TOUR, Dre Zoé ÉVRARD »."""
    capitals = names is NameStyle.CAPITALS
    shown = (("Anne", "de La Tour", False), ("Zoé", "Évrard", True))
    return ", ".join(titled_name(first, last, civility="Mme", doctor=doctor, capitals=capitals) for first, last, doctor in shown)


def choice_button(one: Inclusive | NameStyle, *, chosen: bool) -> str:
    """A choice, marked when it is the present one."""
    words = f"Noms {one.value}" if isinstance(one, NameStyle) else f"{one.value[0].upper()}{one.value[1:]}"
    return f"☑️ {words}" if chosen else words
