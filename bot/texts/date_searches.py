"""What is said while a date is looked for: the card, what members are asked, the counts, and the date that was found."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.date_searches import Ballot, Board, DateCount, DateSearch, Fit, ProposedDate, SearchState
from bot.french.dates import short_date, weekday, weekday_and_date
from bot.french.hours import clock_range
from bot.french.lists import and_list
from bot.french.names import of
from bot.french.plurals import counted
from bot.texts.names import Names, bold, safe

RIGHT = "<i>✅ envoie la question aux membres qui ont rejoint Maillon. Pour d’autres dates, redites la phrase.</i>"
NOBODY_ASKED = "<i>✅ ouvre la recherche : vous notez les réponses. Pour d’autres dates, redites la phrase.</i>"
NOBODY = "👥 Aucun membre n’a rejoint Maillon."
ASK_GROUP = "Pour quel groupe ?"
NO_DATE = "Je ne trouve aucun jour libre dans ces dates. Redites la phrase avec vos dates."
DROPPED = "C’est abandonné : personne n’a rien reçu."
YOURS = "<i>Touchez ce qui vous va. Vous pouvez changer d’avis tant que la date n’est pas choisie.</i>"
AGAIN = "La date n’est plus fixée : vos réponses sont gardées."
OVER = "La recherche est close, aucune date n’a été retenue."
ALL_PAST = "Toutes ces dates sont passées."
PROPOSE_OTHERS = "Pour d’autres dates, redites la phrase."
BEST_FIRST = "<i>La date qui convient au plus grand nombre est en haut. ✅ en fait la réunion prévue.</i>"
CLOSED = "❌ <b>Recherche close</b>, aucune date n’est retenue."
NOTED = "C’est noté."
NONE_OPEN = "Aucune recherche de date en cours."
HOW = "Pour en lancer une : <code>cherche une date pour le GT Nutrition : mardi 8 à 14h ou jeudi 10 à 10h</code>"
WHOSE = "De qui notez-vous la réponse ?"
WHICH_SEARCH = "De quelle recherche parlez-vous ? Touchez-la, puis donnez vos réponses."
NOT_OF_GROUP = "Cette personne n’est pas membre du groupe : je n’ai rien noté. Pour voir qui l’est : /dates, puis ✏️ Noter une réponse."
UNCERTAIN = "Une question de date est peut-être arrivée ci-dessus, peut-être pas : la connexion a été coupée. /dates la redonne."
SOMEBODY = "Quelqu’un"
MOST_NAMED = 8
FITS = {Fit.YES: "✅ oui", Fit.IF_NEEDED: "si besoin", Fit.NO: "❌ non"}


def card(search: DateSearch, names: Names, *, asked: Sequence[int], to_note: Sequence[int], marks: Sequence[str]) -> str:
    """What is about to be asked, and of whom; `marks`: what each date has against it."""
    parts = ["🗓 <b>Chercher une date</b>"]
    if search.group_id is None:
        dates = _numbered(search.content.dates, marks)
        return "\n\n".join(part for part in (*parts, dates, ASK_GROUP) if part)
    place = names.place(search.content.place_id, search.content.place_said, search.content.commune)
    head = bold(names.group(search.group_id)) + (f"\n📍 {safe(place)}" if place else "")
    if not search.content.dates:
        return "\n\n".join([*parts, head, NO_DATE])
    who = [f"👥 {counted(len(asked), 'membre')} à interroger : {_people(asked, names)}"] if asked else [NOBODY]
    who += [f"✏️ Sans compte, à noter par vous : {_people(to_note, names)}"] if to_note else []
    return "\n\n".join([*parts, head, _numbered(search.content.dates, marks), "\n".join(who), RIGHT if asked else NOBODY_ASKED])


def _numbered(dates: Sequence[ProposedDate], marks: Sequence[str]) -> str:
    return "\n".join(f"{n}. {_capital(date_said(offered))}{marks[n - 1]}" for n, offered in enumerate(dates, 1))


def date_said(offered: ProposedDate) -> str:
    """« jeudi 10 décembre, de 14 h à 16 h », « vendredi 11 décembre, le matin »."""
    day = weekday_and_date(offered.day)
    if offered.starts is not None:
        return f"{day}, {clock_range(offered.starts, offered.ends)}"
    return f"{day}, {_PARTS[offered.part]}" if offered.part is not None else day


_PARTS = {"matin": "le matin", "midi": "à midi", "après-midi": "l’après-midi", "soir": "le soir"}


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def holiday_mark(name: str | None, *, school: bool, clash: bool) -> str:
    """What stands behind a date that has something against it."""
    said = [f"férié ({name})"] if name else ["vacances scolaires"] if school else []
    said += ["pilote ou lieu déjà pris"] if clash else []
    return f" ⚠️ {', '.join(said)}" if said else ""


def _people(people: Sequence[int], names: Names) -> str:
    shown = [safe(names.person(person)) for person in people[:MOST_NAMED]]
    rest = len(people) - len(shown)
    return and_list([*shown, *([counted(rest, "autre")] if rest > 0 else [])])


def ballot(told: Ballot, *, hers: bool = True, name: str = "") -> str:
    """What a member is asked, or what became of it; `hers` False: who asks notes the answers of `name`."""
    head = f"🗓 {bold(told.group)} : quelle date ?" if hers else f"✏️ {bold(told.group)} : réponses {safe(of(name))}"
    if told.search.state is SearchState.SETTLED and told.settled_on is not None:
        return f"🗓 {bold(told.group)} : c’est {_the(told.settled_on)}.\n<i>{safe(told.asker or SOMEBODY)} a choisi cette date.</i>"
    if told.search.state is not SearchState.OPEN:
        return f"🗓 {bold(told.group)}\n\n{OVER}"
    lines = []
    for n, offered in enumerate(told.search.content.dates):
        fit = told.given.get(n)
        said = " – passée" if n in told.past else f" – {FITS[fit]}" if fit is not None else ""
        lines.append(f"{n + 1}. {_capital(date_said(offered))}{said}")
    parts = [head]
    if hers:
        parts.append(f"{safe(told.asker or SOMEBODY)} cherche une date. {AGAIN if told.search.rounds else ''}".strip())
    parts.append("\n".join(lines))
    return "\n\n".join([*parts, *([ALL_PAST] if len(told.past) == len(lines) else [YOURS] if hers else [])])


def _the(offered: ProposedDate) -> str:
    return f"le {bold(date_said(offered))}"


def board(told: Board, names: Names) -> str:
    """The counts, the best date first."""
    if told.search.state is SearchState.CLOSED:
        return f"{CLOSED}\n{safe(told.group)}"
    lines = [_counted(one, names) for one in told.counts]
    members = len(told.answered) + len(told.awaited) + len(told.to_note)
    who = [f"👥 Réponses : {len(told.answered)} sur {members}"]
    who += [f"Attendues : {_people(told.awaited, names)}"] if told.awaited else []
    who += [f"✏️ À noter par vous : {_people(told.to_note, names)}"] if told.to_note else []
    over = all(one.past for one in told.counts)
    parts = [
        f"🗓 {bold(told.group)} : quelle date ?",
        "\n".join(lines),
        "\n".join(who),
        f"{ALL_PAST} {PROPOSE_OTHERS}" if over else BEST_FIRST,
    ]
    return "\n\n".join(parts)


def _counted(one: DateCount, names: Names) -> str:
    said = f"{one.place + 1}. {_capital(date_said(one.offered))}"
    if one.past:
        return f"<s>{said}</s> – passée"
    figures = [f"{len(one.yes)} oui", *([f"{len(one.if_needed)} si besoin"] if one.if_needed else []), f"{len(one.no)} non"]
    line = f"{said}\n   {bold(figures[0])}, {', '.join(figures[1:])}"
    return f"{line}\n   <i>Non : {_people(one.no, names)}</i>" if one.no else line


def listed(searches: Sequence[tuple[str, int, bool]]) -> str:
    """Those that are open: group, number of dates, whether she asks."""
    if not searches:
        return f"{NONE_OPEN}\n{HOW}"
    lines = [
        f"{n}. {bold(group)}, {counted(count, 'date')}{' – vous cherchez' if hers else ''}"
        for n, (group, count, hers) in enumerate(searches, 1)
    ]
    return "\n".join(["🗓 <b>Dates cherchées</b>", "", *lines])


EVERYONE = "Tous les membres"
THE_OTHERS = "Tous les autres membres"


def noted(name: str, told: Sequence[tuple[ProposedDate, Fit]], *, group: str) -> str:
    """What was just noted of somebody."""
    lines = [f"• {_capital(date_said(offered))} : {FITS[fit]}" for offered, fit in told]
    return "\n".join([f"✏️ {bold(name)} – {safe(group)}", *lines])


def which_group(groups: Sequence[str]) -> str:
    """What was told fits several date searches."""
    return f"Plusieurs recherches de date sont ouvertes ({', '.join(map(safe, groups))}) : redites-le avec le nom du groupe."


def unread(words: Sequence[str]) -> str:
    """Below what was noted: what of her words was not."""
    return f"⚠️ Pas compris, donc pas noté : {and_list([f'« {safe(one)} »' for one in words])}."


def not_of_group(words: Sequence[str]) -> str:
    """Below what was noted: who is no member."""
    who = and_list([safe(one) for one in words])
    if len(words) == 1:
        return f"⚠️ {who} n’est pas membre du groupe : sa réponse n’est pas notée."
    return f"⚠️ {who} ne sont pas membres du groupe : leurs réponses ne sont pas notées."


def elsewhere(words: Sequence[str]) -> str:
    """Days that were told and are none of those proposed."""
    are = "n’est pas une date proposée" if len(words) == 1 else "ne sont pas des dates proposées"
    return f"⚠️ {and_list([f'« {safe(one)} »' for one in words])} {are}."


def taken_back(group: str) -> str:
    """↩︎ of that."""
    return f"↩︎ <b>C’est annulé</b> : les réponses sont comme avant.\n{safe(group)}"


WHICH_CHOSEN = "Quelle date retenez-vous ? Touchez-la : elle devient la réunion prévue."


OVER_CARD = "La carte ouverte n’a pas changé ; pour elle, commencez par <code>décision :</code> ou <code>prochaine réunion</code>."


def chosen_or_corrected(group: str) -> str:
    """« finalement le 17 » may choose a date, or correct the day of a meeting."""
    return (
        f"Est-ce la date que vous retenez pour {bold(group)} ? Touchez-la alors. "
        "Si vous parlez d’une autre réunion, redites-le avec son groupe : je n’ai rien changé."
    )


def not_proposed(words: Sequence[str], searches: Sequence[tuple[str, Sequence[ProposedDate]]], *, over_card: bool = False) -> str:
    """A day was chosen that is none of those proposed; `searches`: each group with its dates to come, `over_card`: a card stands open."""
    are = "n’est pas une date proposée" if len(words) == 1 else "ne sont pas des dates proposées"
    offered = "\n".join(f"{bold(group)} : {' ; '.join(map(date_said, dates))}" for group, dates in searches)
    told = f"{and_list([f'« {safe(one)} »' for one in words])} {are}. Touchez celle que vous retenez :\n{offered}"
    return f"{told}\n{OVER_CARD}" if over_card else told


def which(name: str) -> str:
    """Several members bear that name."""
    return f"Plusieurs membres peuvent être « {safe(name)} » : redites avec le nom complet."


def date_button(place: int, offered: ProposedDate) -> str:
    """« ✅ 2 – jeu. 10/12 à 14 h » : it becomes the planned meeting."""
    hour = f" {clock_range(offered.starts, None)}" if offered.starts is not None else f" {offered.part}" if offered.part else ""
    return f"✅ {place + 1} – {weekday(offered.day)[:3]}. {short_date(offered.day)[:5]}{hour}"


def fit_button(place: int, fit: Fit, *, chosen: bool) -> str:
    """« 2 oui », « ☑️ 2 oui » once it is said."""
    word = {Fit.YES: "oui", Fit.IF_NEEDED: "si besoin", Fit.NO: "non"}[fit]
    return f"{'☑️ ' if chosen else ''}{place + 1} {word}"


def drop_date_button(place: int) -> str:
    """Takes that date off the card."""
    return f"❌ Date {place + 1}"
