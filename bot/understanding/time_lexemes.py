"""Which words of a message matter to time: tokens become a row of short codes (« W2 » Tuesday, « #14 » a number, « _ » anything else)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from importlib import resources

from bot.understanding.numbers import find_number, opens_number
from bot.understanding.time_rows import Lexeme, Row
from bot.understanding.time_verbs import goes_to
from bot.understanding.tokens import Token
from bot.understanding.verbs import names_task

OPAQUE = "_"
_SIGNS = {
    "-": "-", "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-",
    "→": ">", "➡": ">", "⇒": ">", ">": ">", "➔": ">", "➜": ">",
    "~": "~", "≈": "~", "±": "~", "×": "x", "*": "x", "\n": "¶", "'": "'", "&": "et", "%": "N", "€": "N", "$": "N", "°": "Q", "№": "Q",
}  # fmt: skip
_WHOLE = frozenset(
    ("janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre")
)
_MEETING = frozenset(("rencontre", "reunion", "reu", "seance", "date", "fois", "plenier", "pleniere", "commission", "visio"))
_TO_WHOM = frozenset(("m", "me", "t", "te", "nous", "vous", "lui", "leur", "les", "y"))
_FEMININE = frozenset(("prochaine", "prochaines", "derniere", "dernieres", "suivante", "passee", "ecoulee", "precedente"))
_MASCULINE = frozenset(("W", "w", "M", "#", "O"))
_KEPT = frozenset(".,;:/()+=!?")

_SEPTEMBER_AFTER = frozenset(("debut", "milieu", "fin", "courant"))
_LINKING = frozenset(("-", "/", "a", "et", "au", "ou"))
_REFERENCES = re.compile(
    r"(?<![\d\w])(?:\+\s?\d{1,3}[ .-]?|00\d{2}[ .-]?|0)\d(?:[ .-]?\d\d){4}(?!\d)"  # telephones
    r"|(?<!\d)\d{6}[ .-]\d\d-\d{4}(?!\d)"
    r"|(?:https?://|www\.)\S{1,400}|[\w.+-]{1,80}@[\w-]{1,80}(?:\.[\w-]{1,40}){1,4}"  # addresses
)


@cache
def _lexicon() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word -> (all words, code), longest first. A code may be followed by « : » and a hint."""
    source = resources.files("bot.understanding").joinpath("lexicon", "time.toml").read_text(encoding="utf-8")
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for table in tomllib.loads(source).values():
        for code, ways in table.items():
            for way in ways:
                words = tuple(way.split())
                found.setdefault(words[0], []).append((words, code))
    return {word: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for word, entries in found.items()}


def _names_task(tokens: Sequence[Token], i: int) -> bool:
    """« envoyer », and « m envoyer », « lui écrire »: behind « 10h de » what is to be done."""
    i += tokens[i].folded.rstrip("'’") in _TO_WHOM and i + 1 < len(tokens)
    return names_task(tokens[i].folded)


def read_lexemes(tokens: Sequence[Token], named: frozenset[int] = frozenset()) -> Row:
    """The row of a message. `named`: indexes of tokens that belong to a telephone or an address and say no time."""
    found: list[Lexeme] = []
    known = _lexicon()
    i, before = 0, ""
    while i < len(tokens):
        token = tokens[i]
        if i in named:
            lexeme = Lexeme(OPAQUE, i, i + 1)
        elif token.kind == "word" and token.folded not in known and not opens_number(token.folded):
            many = "many" if token.folded.endswith("s") and len(token.folded) > 3 and token.text.islower() else ""
            code = "x" if token.folded == "x" else OPAQUE
            lexeme = Lexeme(code, i, i + 1, glued=token.glued, hint=many, to_do=_names_task(tokens, i))
        else:
            lexeme = _lexeme(tokens, i, before)
            if token.folded == "sept" and lexeme.last == i + 1 and _is_september(tokens, i, found):
                lexeme = Lexeme("M9", i, i + 1 + _is_dot(tokens, i + 1))
        found.append(lexeme)
        i, before = lexeme.last, lexeme.code
    return Row(found)


def references(tokens: Sequence[Token]) -> frozenset[int]:
    """Indexes of the tokens of telephones, addresses of sites and of mail."""
    if not any(token.kind == "number" or token.folded in "@:" for token in tokens):
        return frozenset()
    text = rebuilt(tokens)
    origin = tokens[0].start
    spans = [(match.start() + origin, match.end() + origin) for match in _REFERENCES.finditer(text)]
    found: set[int] = set()
    i = 0
    for begin, end in spans:
        while i < len(tokens) and tokens[i].end <= begin:
            i += 1
        while i < len(tokens) and tokens[i].start < end:
            found.add(i)
            i += 1
    return frozenset(found)


def rebuilt(tokens: Sequence[Token]) -> str:
    """The text that the tokens cover, other signs as spaces."""
    parts: list[str] = []
    at = tokens[0].start if tokens else 0
    for token in tokens:
        parts.append(" " * (token.start - at))
        parts.append(token.text)
        at = token.end
    return "".join(parts)


def _lexeme(tokens: Sequence[Token], i: int, before: str) -> Lexeme:
    token = tokens[i]
    if token.kind == "number":
        return _number(tokens, i, before)
    if token.kind != "word":
        code = _SIGNS.get(token.folded) or (token.folded if token.folded in _KEPT else "!" if token.kind == "emoji" else OPAQUE)
        return Lexeme(code, i, i + 1, glued=token.glued)
    if token.folded == "av" and _opens_date(tokens, i + 1 + _is_dot(tokens, i + 1)):
        return Lexeme("avant", i, i + 1 + _is_dot(tokens, i + 1), glued=token.glued)
    for words, code in _lexicon().get(token.folded, ()):
        last = i + 1 if len(words) == 1 else _after_words(tokens, i, words)
        if (
            last
            and len(words) > 1
            and token.folded == "d'"
            and _after_words(tokens, last + (last < len(tokens) and tokens[last].folded == "-"), ("hier",))
        ):
            continue  # « le GT d'avant-hier »
        if last and token.folded in _FEMININE and _is_of_a_meeting(tokens, last, before):
            break  # « mardi, prochaine le 12 »: it speaks of the next meeting
        if last and token.folded.startswith("proch") and token.text[0] == "P" and _is_dot(tokens, i - 1):
            break  # « fin nov. Proch : 8/12 »
        if last and goes_to(tokens, i):
            break
        if last:
            dotted = code[0] in "MwW" and token.folded not in _WHOLE and not token.folded.endswith("di") and _is_dot(tokens, last)
            code, _, hint = code.partition(":")
            return Lexeme(code, i, last + dotted, glued=token.glued, hint=hint, to_do=_names_task(tokens, i))
    number = find_number(tokens, i)
    if number is None:
        return Lexeme(OPAQUE, i, i + 1, glued=token.glued)
    if number.article:
        return Lexeme("un", i, i + 1, value=Fraction(1), glued=token.glued)
    sign = "O" if number.ordinal else "#"
    code = f"~{number.whole}" if number.approximate else f"{sign}{number.whole}"
    return Lexeme(code, i, number.last, value=number.value, glued=token.glued)


def _is_september(tokens: Sequence[Token], i: int, found: Sequence[Lexeme]) -> bool:
    """Whether « sept » is the month: « le 3 sept », « fin sept. », « sept 2026 », « août-sept »; not « le 3 sept présents »."""
    after = i + 1 + _is_dot(tokens, i + 1)
    if _opens_year(tokens, after):
        return True
    if not found or _is_counted(tokens, after):
        return False
    if found[-1].code in ("de", "du", "entre", "a") and _links_month(tokens, after):
        return True
    before, beyond = found[-1], found[-2].code if len(found) > 1 else ""
    if before.code in _LINKING:
        in_figures = before.code in "-/" and tokens[i].glued and _is_day(found[-2])
        return beyond[:1] == "M" or in_figures or (before.code == "-" and beyond in _SEPTEMBER_AFTER)
    if before.code in ("en", "ici"):
        return beyond in ("d'", "") if before.code == "ici" else after == len(tokens) or tokens[after].kind != "word"
    return before.code in _SEPTEMBER_AFTER or _is_day(before)


def _links_month(tokens: Sequence[Token], i: int) -> bool:
    """Whether another month is linked: « de sept à déc », « entre sept. et nov. »."""
    linked = i + 1 < len(tokens) and tokens[i].folded in ("a", "-", "et", "/")
    return linked and any(code[0] == "M" for _, code in _lexicon().get(tokens[i + 1].folded, ()))


def _is_counted(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word after « sept » is what there are seven of: « personnes », « heures », « habitués »; not « présents : Anna »."""
    if i >= len(tokens) or tokens[i].kind != "word":
        return False
    codes = [code for words, code in _lexicon().get(tokens[i].folded, ()) if len(words) == 1]
    if not codes:
        return tokens[i].folded.endswith("s") and len(tokens[i].folded) > 3 and tokens[i].text.islower()
    return codes[0][0] in "NSU" and not (i + 1 < len(tokens) and tokens[i + 1].folded == ":")


def _is_day(lexeme: Lexeme) -> bool:
    """Whether a number can be that of a day: typed in figures, 1 to 31, or « 1er », « premier »."""
    return lexeme.code == "O1" or (0 < lexeme.digits <= 2 and lexeme.code[1:].isdigit() and 1 <= int(lexeme.code[1:]) <= 31)


def _opens_date(tokens: Sequence[Token], i: int) -> bool:
    """Whether a date follows: « av. 15/12 », « av le 3 mars », « av. lundi »; not « av. du 8 mai », « 12 av Foch »."""
    if i >= len(tokens):
        return False
    if tokens[i].kind == "number":
        after = tokens[i + 1].folded if i + 1 < len(tokens) else ""
        return after == "/" or any(code[0] == "M" for _, code in _lexicon().get(after, ()))
    codes = [code for words, code in _lexicon().get(tokens[i].folded, ()) if len(words) == 1]
    return bool(codes) and (codes[0] in ("le", "fin", "milieu", "debut") or codes[0][0] == "W")


def _opens_year(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and len(tokens[i].folded) == 4 and tokens[i].folded.startswith("20") and tokens[i].folded.isdigit()


def _is_of_a_meeting(tokens: Sequence[Token], i: int, before: str) -> bool:
    """Whether « prochaine » before index i is said of a meeting: « mardi, prochaine le 12 », « prochaine jeudi 3 »."""
    codes = [code for _, code in _lexicon().get(tokens[i].folded, ())] if i < len(tokens) else []
    if before[:1] == "U" and i < len(tokens) and tokens[i].folded in _MEETING:
        return True  # « d'ici la fin du mois prochaine rencontre le huit »
    if any(code[0] == "U" for code in codes):
        return False  # « les deux prochaines semaines »
    return before[:1] in _MASCULINE or (before[:1] not in ("U", "P") and any(code[0] in "Ww" and code[1:].isdigit() for code in codes))


def _is_dot(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].folded == "." and tokens[i].glued


def _after_words(tokens: Sequence[Token], i: int, words: tuple[str, ...]) -> int:
    """The index after these words at i, hyphens between them skipped; 0 when they are not there."""
    for place, word in enumerate(words):
        if place and i < len(tokens) and tokens[i].folded == "-":
            i += 1
        if i >= len(tokens) or tokens[i].folded != word:
            return 0
        i += 1
    return i


def _number(tokens: Sequence[Token], i: int, before: str) -> Lexeme:
    """A number in digits keeps the digits that were typed (« #05 »); one that names something (« axe 3 », « A4 ») is opaque."""
    token = tokens[i]
    if _plain(tokens, i, before):
        return Lexeme(f"#{token.folded}", i, i + 1, value=int(token.folded), digits=len(token.folded))
    number = find_number(tokens, i)
    dotted = i + 1 < len(tokens) and tokens[i + 1].folded in "./"
    if number is None or (token.glued and _names(tokens[i - 1], before)):
        return Lexeme(OPAQUE, i, i + 1, glued=token.glued)
    if before == "Q" and not _is_unit(tokens, number.last) and not _is_dated(tokens, i, number.last):
        return Lexeme(OPAQUE, i, number.last if not dotted else i + 1, glued=token.glued)
    if number.ordinal:
        return Lexeme(f"O{number.whole}", i, number.last, value=number.value, glued=token.glued, digits=len(token.folded))
    if number.whole is None and dotted and "/" not in token.folded:
        return Lexeme(f"#{token.folded}", i, i + 1, value=Fraction(int(token.folded)), glued=token.glued, digits=len(token.folded))
    if number.whole is None:
        return Lexeme("#½" if number.value == Fraction(1, 2) else "#,", i, number.last, value=number.value, glued=token.glued, digits=1)
    said = token.folded if number.last == i + 1 else str(number.whole)
    return Lexeme(f"#{said}", i, number.last, value=number.value, glued=token.glued, digits=len(said))


def _plain(tokens: Sequence[Token], i: int, before: str) -> bool:
    """Whether a number stands alone, so that nothing beside it can change what it is; most do."""
    token, after = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
    alone = after is None or (after.kind == "word" and not after.glued) or after.kind in ("newline", "emoji")
    return alone and not token.glued and before != "Q" and len(token.folded) <= 4 and token.folded.isdigit()


def _names(before: Token, code: str) -> bool:
    """Whether letters glued before a number make it a name: « A4 », « T2 », but not « 14h30 », « de10h »."""
    joined = code in ("Uh", "Umin", "x") or (code in ("de", "le", "du", "au", "a") and before.text.islower())
    return before.kind == "word" and not before.folded.endswith("'") and not joined


def _is_dated(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a month follows the number of « équipe 15 avril », « local 3 sept », so that it is a day; not « axe 3 mars 2026 »."""
    if last >= len(tokens) or not any(code == "Q:bare" for _, code in _lexicon().get(tokens[i - 1].folded, ())):
        return False
    return tokens[last].folded == "sept" or any(code[0] == "M" for _, code in _lexicon().get(tokens[last].folded, ()))


def _is_unit(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].folded in ("h", "heures", "heure", "min", "mn", "/", "x", "×", "*", "fois")
