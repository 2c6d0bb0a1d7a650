"""How days are said: dates in figures and words, weekdays and their neighbours, days counted from today."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.understanding.time_atoms import Atom, Built, Grammar, Hit
from bot.understanding.time_calendar import Said, after, before, made, month_of, one, ranked, read_days, shifted, week_of, year_of
from bot.understanding.time_mentions import Days

DAYS = Grammar()

WEEKDAY = r"(?:(?P<wd>[Ww]\d) (?:, )?(?:(?:le|du|ce) )?)?"
DOM = r"(?:[#O](?P<d>\d{1,2})) "
MONTH = r"(?P<m>M\d+|w2) "
YEAR = r"(?:(?:, |de |en )?#(?P<y>(?:19|20|21)\d\d) |#(?P<yy>2\d) (?=[,.;:)¶] |$))?"
WAY = r"(?:(?P<way>dernier|prochain) (?=$|[.,;!?¶)] |a #|de #|vers ))?"
HOUR = r"#\d{1,2} (?:Uh |: #\d)|#\d{1,2} (?:- |a |/ )#\d{1,2} (?:Uh |(?:[,.;:¶!] |$))"
BESIDE_SHORT = rf"(?:(?:a |de |des |vers )?(?:{HOUR})|P(?:matin|apm|soir|midi) |(?:[+/] |et )[Ww]\d )"  # « mar », « jeu » are days
NOT_COUNTED = r"(?!N |S |U\w+ |WE |journee |demi |quart |x |#½ |/ #|: #\d\d? (?!Uh |: |N )|[.] #\d|% |am |pm |Pnuit |- #)"
SHARES = {("1", "2"), ("1", "3"), ("2", "3"), ("1", "4"), ("3", "4")}
PARTS_SAID = {"Pmatin": "matin", "Papm": "après-midi", "Psoir": "soir"}
HOLIDAYS = {(1, 5), (8, 5), (14, 7), (11, 11)}  # « collège du 8 mai », where nobody meets on that day
MARKS = (5, 10)  # « satisfaction 4/5 », « note 8/10 »; out of 20 is no date anyhow
OF = r"(?:de |d' |du |de la |de l' )?"


def day(said: Said, **more: Any) -> Atom:
    """An atom for one day."""
    return Atom(sort="DAY", said=said, **more)


def fixed(days: Days, **more: Any) -> Said:
    """Said days that are known at once."""
    return Said(fixed=days, **more)


def dated(hit: Hit, *, dom: int, month: int, year: int | None) -> Built:
    """A date by its numbers, None when there is no such day."""
    if made(year or 2024, month, dom) is None:
        return None
    return toward(hit, Said(dom=dom, month=month, year=year, weekday=hit.number("wd") or None))


def toward(hit: Hit, said: Said, *, sure: bool = True) -> Atom:
    """« le 15 mars dernier », « le 15 prochain »: the direction is said."""
    reading = read_days(said, hit.scene.today) if hit["way"] else None
    there = None if reading is None else reading.past if hit["way"] == "dernier" else reading.future
    return day(said if there is None else Said(fixed=there, weekday=said.weekday), sure=sure)


def full_year(hit: Hit) -> int | None:
    """The year as said in two or four digits; None when it was not said."""
    year = hit.number("y") or hit.number("yy") or None
    return year + 2000 if year is not None and year < 100 else year


@DAYS.rule("W w # O", rf"{WEEKDAY}{DOM}(?:(?:du |de )?Um )?(?:de |d' )?{MONTH}{YEAR}{WAY}")
def _in_words(hit: Hit) -> Built:
    """« mardi 13 octobre », « le 3 mars 2015 », « 1er sept. »."""
    month = 3 if hit["m"] == "w2" else hit.number("m")
    place = hit.before == "du" and hit.row.code(hit.first - 2)
    holiday = (hit.number("d"), month) in HOLIDAYS and hit.row.hinted(hit.first - 1, "named")
    if place and (holiday or hit.row.hinted(hit.first - 1, "street")):
        return Atom(sort="NIL")  # « 12 rue du 4 Septembre »
    return dated(hit, dom=hit.number("d"), month=month, year=full_year(hit))


@DAYS.rule("W ce", rf"(?:ce )?(?P<wd>W\d) \( (?:le )?{DOM}{MONTH}{YEAR}\) ")
def _in_brackets(hit: Hit) -> Built:
    """« vendredi (15 juin) »."""
    return dated(hit, dom=hit.number("d"), month=hit.number("m"), year=full_year(hit))


@DAYS.rule("#", rf"{DOM}[-/] (?P<m>M\d+) [-/] #(?P<y>\d{{4}}|\d\d) ")
@DAYS.rule("M", r"(?P<m>M\d+) [-/] #(?P<d>\d{1,2}) [-/,] #(?P<y>\d{4}) ")
@DAYS.rule("M", rf"(?P<m>M\d+) #(?P<d>\d{{1,2}}) {NOT_COUNTED}(?:,? ?#(?P<y>(?:19|20)\d\d) )?")
def _mixed(hit: Hit) -> Built:
    """« 23/sep/2020 », « sep-23-2020 », « novembre 19 »."""
    return dated(hit, dom=hit.number("d"), month=hit.number("m"), year=full_year(hit))


@DAYS.rule("W w #", rf"{WEEKDAY}#(?P<d>\d{{1,2}}) (?P<s>[-/.]) #(?P<m>\d{{1,2}}) (?P=s) #(?P<y>(?:19|20|21)\d\d|\d\d) ")
@DAYS.rule("W w #", rf"{WEEKDAY}#(?P<y>(?:19|20|21)\d\d) (?P<s>[-/]) #(?P<m>\d{{1,2}}) (?P=s) #(?P<d>\d{{1,2}}) ")
@DAYS.rule("W w #", rf"{WEEKDAY}#(?P<d>\d\d?) #(?P<m>\d\d) #(?P<y>(?:19|20|21)\d\d) ")
def _in_figures(hit: Hit) -> Built:
    """« 24/12/2014 », « 3-7-2017 », « 2013-03-01 », « 20 02 2014 »."""
    if hit["s"] != "." and any(sign in ("-", "/") for sign in (hit.before, hit.after)) and hit.row.code(hit.last + 1).startswith("#"):
        return None
    return dated(hit, dom=hit.number("d"), month=hit.number("m"), year=full_year(hit))


@DAYS.rule("W w #", rf"{WEEKDAY}#(?P<d>\d{{1,2}}) / #(?P<m>\d{{1,2}}) (?!/ #|N |M|U\w+ |journee ){WAY}")
def _day_and_month(hit: Hit) -> Built:
    """« 21/05 »; not « 10/12 présents », « 2/3 des voix »."""
    part_of = (hit["d"], hit["m"]) in SHARES and hit.after in ("de", "d'", "des", "du") and hit.before not in ("le", "du", "au")
    if hit.before == "/" or part_of or _is_mark(hit) or not 1 <= hit.number("m") <= 12:
        return None
    return dated(hit, dom=hit.number("d"), month=hit.number("m"), year=None)


def _is_mark(hit: Hit) -> bool:
    """« satisfaction : 4/5 », « note moyenne 8/10 », « 6/8 des votants »: a part of a whole."""
    mark, most = hit.number("d"), hit.number("m")
    if hit.before == "Q" and mark <= most <= 10 and hit.row.lexemes[hit.first - 1].hint != "bare":
        return True  # « module 2/3 »
    if mark > most or hit["wd"] or hit.before in ("le", "du", "au"):
        return False
    return (hit.after == "des" and mark < most) or (
        most in MARKS and (hit.before == "travail" or hit.row.hinted(hit.first, "marks", reach=5))
    )


@DAYS.rule("W #", rf"{WEEKDAY}#(?P<d>\d{{1,2}}) (?P<dot>[.] )?#(?P<m>0\d|1[012]) {NOT_COUNTED}(?!Uh |: |#(?!\d+ Uh ))")
def _spaced(hit: Hit) -> Built:
    """« le 31 10 », « le 04.11 »; without « le » or a weekday only when nothing else is said."""
    timed = hit.after[:1] == "#"  # « GT périnat 17.11 9h30-11h »
    alone = hit.at("d").digits == 2 and (timed if hit["dot"] else hit.first == 0 and hit.last == len(hit.row.lexemes))
    if not alone and (timed or not (hit["wd"] or hit.before in ("le", "du", "au"))):
        return None
    return dated(hit, dom=hit.number("d"), month=hit.number("m"), year=None)


def _of_weekdays(hit: Hit) -> bool:
    """« les jeudis 12, 19 et 26 »: the last number of such a list."""
    if hit.before not in ("et", "ou", ","):
        return False
    k = hit.first - 1
    while k > hit.first - 12 and (hit.row.code(k) in (",", "et", "ou", "le") or hit.row.code(k).startswith("#")):
        k -= 1
    return hit.row.code(k).startswith("Ws")


@DAYS.rule("# O", rf"{DOM}{NOT_COUNTED}(?!(?:du |de |d' )*(?:Um )?(?:de |d' )?M)(?:,? ?(?P<wd>W\d) )?{WAY}")
def _number_alone(hit: Hit) -> Built:
    """« le 15 », « le vingt-cinq mardi »; not « appeler le 15 », « le 1er atelier », « du 30 » (Gard)."""
    dom, cue = hit.number("d"), hit.before
    if not 1 <= dom <= 31 or not (cue in ("le", "du", "au") or _of_weekdays(hit)):
        return None
    if cue in ("le", "au") and hit.row.code(hit.first - 2) == "appel":
        return None
    ordinal = hit.at("d").code.startswith("O")
    if ordinal and (hit["wd"] or dom > 1 or hit.after[:1] in ("_", "N", "Q", "S", "U")):
        return None
    return toward(hit, Said(dom=dom, weekday=hit.number("wd") or None), sure=cue not in ("du", "au"))


@DAYS.rule("W", rf"(?P<wd>W\d) (?:, )?(?:le )?(?:#(?P<d>\d{{1,2}})|O(?P<o>1)) {NOT_COUNTED}(?!Uh ){WAY}")
def _weekday_and_number(hit: Hit) -> Built:
    """« jeudi 15 », « lundi le 24 », « mercredi 1er »."""
    dom = hit.number("d") or hit.number("o")
    return toward(hit, Said(dom=dom, weekday=hit.number("wd"))) if 1 <= dom <= 31 else None


@DAYS.rule("W", r"(?P<wd>W\d) (?:(?P<p>P(?:matin|apm|soir)) )?(?P<way>prochain|dernier) ")
@DAYS.rule("w", r"(?P<wd>w[2346]) (?P<p>)(?P<way>prochain|dernier) (?=#|[,.;:¶!?)] |a |de |$)")
@DAYS.rule("prochain dernier le", r"(?:le )?(?P<way>prochain|dernier) (?P<wd>W\d) (?!(?:le )?[#O]\d{1,2} (?!Uh |: |- #)|en [#qh])")
def _weekday_and_way(hit: Hit) -> Built:
    """« mardi dernier », « vendredi prochain » (convention 4), « mercredi d'après »."""
    weekday, today, part = hit.number("wd"), hit.scene.today, PARTS_SAID.get(hit["p"])
    if not hit.match.group().startswith("W") and any(lexeme.hint == "behind" for lexeme in hit.row.lexemes[hit.first : hit.first + 2]):
        return None  # « qu'est-ce qui s'est passé lundi »
    if hit["way"] == "dernier":
        return day(fixed(one(before(today, weekday)), weekday=weekday), part=part)
    nearest = after(today, weekday)
    doubt = (one(nearest), one(nearest + timedelta(days=7))) if nearest <= week_of(today).last else ()
    return day(fixed(one(nearest), weekday=weekday, alternatives=doubt), part=part)


@DAYS.rule("W w", r"(?P<wd>[Ww]\d) (?:prochain )?en #(?P<n>8|15) (?!U)")
@DAYS.rule("W", r"(?P<wd>W\d) (?:prochain )?en (?P<q>quinzaine|huitaine) ")
def _in_eight(hit: Hit) -> Built:
    """« lundi (prochain) en huit »: the next Monday and a week; « en quinze »: two weeks (convention 5); on a Monday the next is later."""
    weeks = 1 if hit["n"] == "8" or hit["q"] == "huitaine" else 2
    weekday = hit.number("wd")
    return day(fixed(one(after(hit.scene.today, weekday) + timedelta(days=7 * weeks)), weekday=weekday))


@DAYS.rule("W", rf"(?P<wd>W\d) {OF}(?:la |l' )?(?P<this>cette |Uw encours |)(?:Uw )?(?P<way>prochain |dernier )?")
@DAYS.rule("cette", r"cette (?P<this>Uw) (?:, )?(?P<wd>W\d) ")
def _weekday_of_week(hit: Hit) -> Built:
    """« lundi de la semaine prochaine », « vendredi de cette semaine », « mardi semaine pro », « cette semaine lundi »."""
    if "Uw" not in (hit.row.code(i) for i in range(hit.first, hit.last)) or not (hit["this"] or hit["way"]):
        return None
    weeks = {"prochain": 1, "dernier": -1}.get(hit["way"].strip(), 0)
    monday = week_of(hit.scene.today + timedelta(days=7 * weeks)).first
    return day(fixed(one(monday + timedelta(days=hit.number("wd") - 1)), weekday=hit.number("wd")))


@DAYS.rule("W", r"(?P<wd>W\d) (?P<ce>)")
@DAYS.rule("w", rf"(?P<wd>w\d) (?P<ce>)(?={BESIDE_SHORT})")
def _weekday(hit: Hit) -> Built:
    """« jeudi », « ce lundi »: today when it is Monday."""
    if hit.before == "ce" and hit.number("wd") == hit.scene.today.isoweekday():
        return day(fixed(one(hit.scene.today), weekday=hit.number("wd")))
    return day(Said(weekday=hit.number("wd"), lean="future" if hit.before == "ce" else "any"))


@DAYS.rule("w", rf"(?P<wd>w\d) #(?P<d>\d{{1,2}}) (?={HOUR}|[,.;:¶] |$)")
def _short_weekday_and_number(hit: Hit) -> Built:
    """« mar 17 9h30 », « jeu 12, »: only where such a weekday bears that number within a month."""
    weekday, dom, today = hit.number("wd"), hit.number("d"), hit.scene.today
    near = (today + timedelta(days=k) for k in range(-31, 32))
    fits = any(d.day == dom and d.isoweekday() == weekday for d in near)
    return toward(hit, Said(dom=dom, weekday=weekday)) if fits else None


RANK = r"(?:(?:le |la )?(?:O(?P<n>[1-5])|(?P<last>dernier)) (?:et dernier )?)"
OF_MONTH = r"(?!de chaque )(?:du (?P<um>Um) (?:(?P<way>prochain|dernier) )?|de (?P<this>ce) Um (?:- ci |ci )?)?"


@DAYS.rule("O le dernier", rf"{RANK}(?P<wd>W\d) (?:{OF}(?:Um (?:de |d' ))?(?P<m>M\d+) {YEAR})")
@DAYS.rule("O le dernier", rf"{RANK}(?P<wd>W\d) {OF_MONTH}")
def _ranked(hit: Hit) -> Built:
    """« le 2e mardi de janvier », « le deuxième lundi du mois prochain », « le dernier jeudi de mars »."""
    rank, weekday = -1 if hit["last"] else hit.number("n"), hit.number("wd")
    if hit["m"]:
        return day(Said(rank=rank, weekday=weekday, month=hit.number("m"), year=full_year(hit)))
    if hit["last"] and not (hit["um"] or hit["this"]):
        return None
    if not hit["way"]:
        return day(Said(rank=rank, weekday=weekday))
    there = shifted(hit.scene.today.replace(day=1), months=1 if hit["way"] == "prochain" else -1)
    found = ranked(month_of(there.year, there.month), weekday, rank)
    return None if found is None else day(fixed(one(found), weekday=weekday))


@DAYS.rule("O le dernier", rf"{RANK}Ud {OF}(?:(?P<m>M\d+) {YEAR}|(?P<um>Um) (?:(?P<way>prochain|dernier) )?)")
@DAYS.rule("O le", rf"(?:le )?O(?P<n>\d+) Ud {OF}(?P<m>M\d+) {YEAR}")
def _numbered_day(hit: Hit) -> Built:
    """« le 3e jour d'octobre », « dernier jour du mois »."""
    if hit["um"]:
        steps = {"prochain": 1, "dernier": -1}.get(hit["way"], 0)
        there = shifted(hit.scene.today.replace(day=1), months=steps)
        days = month_of(there.year, there.month)
        found = days.last if hit["last"] else made(there.year, there.month, hit.number("n"))
        return None if found is None else day(fixed(one(found)))
    if hit["last"]:
        days = month_of(full_year(hit) or hit.scene.today.year, hit.number("m"))
        if hit["y"]:
            return day(fixed(one(days.last)))
        return day(Said(dom=days.last.day, month=hit.number("m")))
    return dated(hit, dom=hit.number("n"), month=hit.number("m"), year=full_year(hit))


@DAYS.rule("# O", rf"{DOM}du Um (?P<way>prochain|dernier) ")
@DAYS.rule("# O", rf"{DOM}(?P<here>du) Um (?!de |d' |prochain |dernier )(?P<way>)")
@DAYS.rule("# O", rf"{DOM}(?:de )?ce Um (?:- )?(?:ci )?(?P<way>)")
@DAYS.rule("le prochain", rf"(?:le )?prochain {DOM}(?:du Um )?(?:de |d' )(?P<m>M\d+) (?P<way>)")
def _number_of_month(hit: Hit) -> Built:
    """« le 15 du mois prochain », « le 4 de ce mois », « le prochain 6 du mois d'avril »."""
    if hit.before not in ("le", "du", "au") and not hit["m"]:
        return None
    if hit["m"]:
        found = Said(dom=hit.number("d"), month=hit.number("m"), lean="future")
        return day(found)
    if hit["here"]:
        return day(Said(dom=hit.number("d")), sure=False)
    there = shifted(hit.scene.today.replace(day=1), months={"prochain": 1, "dernier": -1}.get(hit["way"], 0))
    exact = made(there.year, there.month, hit.number("d"))
    return None if exact is None else day(fixed(one(exact)))


@DAYS.rule("J", r"(?P<j>J[-+]?\d) en #(?P<n>8|15) ")
@DAYS.rule("J", r"(?P<j>J[-+]?\d) ")
@DAYS.rule("ce", r"ce (?P<this>Ud) (?:meme )?(?!la )")
@DAYS.rule("le", r"le (?P<this>Ud) meme ")
def _relative(hit: Hit) -> Built:
    """« hier », « après-demain », « ce jour »."""
    offset = hit.number("j") + {8: 7, 15: 14}.get(hit.number("n"), 0)
    lexeme = hit.row.lexemes[hit.first]
    split = abs(offset) == 2 and lexeme.last - lexeme.first == 2
    return day(fixed(one(hit.scene.today + timedelta(days=offset)), relative=True), offset=offset if split else None)


@DAYS.rule("le", r"le Ud (?P<way>prochain|dernier) ")
@DAYS.rule("le", r"le Ud (?P<after>apres) (?=[.,;!?¶)] |$)(?P<way>)")
@DAYS.rule("le lendemain surlendemain", r"(?:le )?(?P<way>lendemain|surlendemain) (?!de |du |d' )")
@DAYS.rule("la veille avantveille", r"(?:la |l' )?(?P<way>veille|avantveille) (?=au |$)(?!au [^P])")
def _beside(hit: Hit) -> Built:
    """« le jour d'après », « le lendemain », « la veille au soir »: counted from today when nothing else is said."""
    steps = {"prochain": 1, "dernier": -1, "lendemain": 1, "surlendemain": 2, "veille": -1, "avantveille": -2}.get(hit["way"], 1)
    return day(fixed(one(hit.scene.today + timedelta(days=steps))), sure=False)


@DAYS.rule("sous dans ici d'", r"(?:sous|dans|d' ici) (?:la |un )?(?P<q>quinzaine|huitaine) (?:de Ud )?")
@DAYS.rule("sous dans ilya d'", r"(?:sous|dans|d' ici|ilya) ~(?P<n>8|10|15) (?:de Ud )?")
def _within(hit: Hit) -> Built:
    """« sous quinzaine », « dans une dizaine de jours »."""
    days = {"quinzaine": 14, "huitaine": 7}.get(hit["q"]) or {8: 7, 15: 14}.get(hit.number("n"), 10)
    opened = hit.row.code(hit.first)
    return day(
        fixed(one(hit.scene.today + timedelta(days=-days if opened == "ilya" else days))),
        bound="by" if opened in ("sous", "d'") else None,
        approximate=hit["n"] != "" and opened in ("dans", "ilya"),
    )


__all__ = ["DAYS", "MONTH", "OF", "YEAR", "Days", "day", "fixed", "full_year", "year_of"]
