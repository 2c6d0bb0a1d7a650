"""Who a cell names: title, first name and last name, in either order, in capitals or not, with initials and particles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log1p

from bot.importing.contacts import local_parts
from bot.importing.words import fold, slug, spelt_first_names, words

_TITLES = {
    "m": "M.", "mr": "M.", "monsieur": "M.", "mme": "Mme", "madame": "Mme", "mlle": "Mme", "mademoiselle": "Mme", "mde": "Mme",
    "dr": "Dr", "docteur": "Dr", "dre": "Dr", "docteure": "Dr", "doc": "Dr", "pr": "Dr", "professeur": "Dr",
}  # fmt: skip
_OF_WOMEN = frozenset({"dre", "docteure"})
_PARTICLES = frozenset(
    {"de", "du", "des", "d", "la", "le", "les", "el", "al", "ben", "bin", "ibn", "abd", "abou", "ait", "da", "dos", "das",
     "di", "del", "della",
     "van", "von", "der", "den", "ten", "mc", "mac", "o", "saint", "sainte", "st", "ste", "san", "bou", "ould", "n", "m"}
)  # fmt: skip
_INITIAL = re.compile(r"^[^\W\d_]\.?(?:-?[^\W\d_]\.?)?$")
_ASIDE = re.compile(r"\(([^)]*)\)|\[([^\]]*)\]")
_SEVERAL = re.compile(r"\n|;|\s/\s|/|\s&\s|\s\+\s|\s+et\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name; `initial` when only letters of the first name are known; `sure` when the writing itself told its parts."""

    first: str
    last: str
    civility: str | None = None
    doctor: bool = False
    initial: bool = False
    sure: bool = False
    aside: str = ""


@dataclass(slots=True)
class Habits:
    """What the rest of the file teaches: first and last names seen where the writing tells them, and the order of the column."""

    firsts: Counter[str] = field(default_factory=Counter)
    lasts: Counter[str] = field(default_factory=Counter)
    last_first: int = 0

    def learn(self, name: Name, text: str) -> None:
        """Takes note of a name whose parts were written plainly."""
        if not name.sure or not name.first or name.initial:
            return
        self.firsts.update(words(name.first))
        self.lasts[slug(name.last)] += 1
        self.last_first += 1 if fold(text).find(fold(name.last)) < fold(text).find(fold(name.first)) else -1


def titles_of(text: str) -> tuple[str | None, bool, str]:
    """Civility and « doctor » at the head (or the end) of these words, and the words without them."""
    civility, doctor = None, False
    tokens = text.replace(",", " , ").split()
    for where in (0, -1):
        while tokens:
            said = fold(tokens[where]).strip(".,()/")
            if said in ("le", "la") and len(tokens) > 1 and fold(tokens[1]).strip(".") in _TITLES and where == 0:
                tokens.pop(0)
                continue
            alone = said == "m" and (where == -1 or (len(tokens) < 3 and not tokens[0].endswith(".") and len(tokens) < 2))
            if said not in _TITLES or alone or (where == -1 and len(tokens) < 3 and said in ("m", "pr", "doc")):
                break
            tokens.pop(where)
            doctor = doctor or _TITLES[said] == "Dr"
            told = "Mme" if said in _OF_WOMEN else _TITLES[said]
            civility = civility or (told if told != "Dr" else None)
    return civility, doctor, " ".join(tokens).replace(" ,", ",").strip(" ,")


def several_names(text: str) -> list[str]:
    """The people that one cell names: « DURAND Marie / MARTIN Paul »; the whole cell when it names one."""
    parts = [part.strip() for part in _SEVERAL.split(text) if part.strip()]
    if len(parts) > 1 and all(len(titles_of(part)[2].split()) >= 2 and not any(c.isdigit() for c in part) for part in parts):
        return parts
    return [text]


def read_name(text: str, *, emails: Sequence[str] = (), habits: Habits | None = None, last_first: bool = True) -> Name | None:
    """The name that a cell writes; None when it writes none (digits, an address). `last_first` is what the header says."""
    asides = [first or second for first, second in _ASIDE.findall(text)]
    civility, doctor, bare = titles_of(_ASIDE.sub(" ", text).replace("\n", " "))
    if not bare or any(sign.isdigit() or sign == "@" for sign in bare):
        return None
    aside = " ".join(asides).strip()
    for said in list(asides):
        if fold(said).strip(".") in _TITLES:
            doctor, aside = doctor or _TITLES[fold(said).strip(".")] == "Dr", ""
    habits = habits or Habits()
    if "," in bare:
        last, _, first = bare.partition(",")
        split, sure = (first.strip(), last.strip()), True
    else:
        split, sure = _parts(bare.split(), emails=emails, habits=habits, last_first=last_first)
    first, last = split
    initial = bool(first) and all(_INITIAL.match(word) for word in first.split())
    name = Name(_proper(first), _proper(last), civility, doctor, initial, sure, aside)
    return completed(name, emails, habits) if initial else name


def name_of_parts(first: str, last: str, *, emails: Sequence[str] = (), habits: Habits | None = None) -> Name | None:
    """The name of two cells."""
    if not last.strip() or not first.strip():
        return read_name(last or first, emails=emails, habits=habits)
    civility, doctor, bare_last = titles_of(last)
    civility_too, doctor_too, bare_first = titles_of(first) if len(first.split()) > 1 else (None, False, first)
    initial = all(_INITIAL.match(word) for word in bare_first.split())
    found = Name(_proper(bare_first), _proper(bare_last), civility or civility_too, doctor or doctor_too, initial, True)
    return completed(found, emails, habits or Habits()) if initial else found


def completed(name: Name, emails: Iterable[str], habits: Habits) -> Name:
    """« A. Giraud » whose mail is alain.giraud@ is Alain: the accents are those of the usual spelling."""
    last, letters = slug(name.last), slug(name.first)
    for email in emails:
        parts = local_parts(email)
        for first, rest in ((parts[0], "".join(parts[1:])), (parts[-1], "".join(parts[:-1]))) if len(parts) > 1 else ():
            if rest == last and len(first) > 2 and first.startswith(letters[:1]) and not first.isdigit():
                typed = email.partition("@")[0].split(".")
                spelt = next((piece for piece in typed if slug(piece) == first), first)
                return Name(_spelt(spelt), name.last, name.civility, name.doctor, False, name.sure, name.aside)
    return name


def _spelt(said: str) -> str:
    known = spelt_first_names()
    whole = known.get(fold(said))
    return whole or "-".join(known.get(fold(part), part.capitalize()) for part in said.split("-"))


def _parts(tokens: list[str], *, emails: Sequence[str], habits: Habits, last_first: bool) -> tuple[tuple[str, str], bool]:
    """First and last name of these words, and whether the writing told them."""
    if len(tokens) == 1:
        return ("", tokens[0]), False
    initials = [i for i in range(len(tokens)) if _is_initial(tokens, i)]
    if initials and (set(initials) <= {0, 1} or set(initials) <= {len(tokens) - 1, len(tokens) - 2}) and len(initials) < len(tokens):
        first = " ".join(tokens[i] for i in initials)
        return (first, " ".join(token for i, token in enumerate(tokens) if i not in initials)), True
    loud = [len(token) > 1 and token.upper() == token and any(c.isalpha() for c in token) for token in tokens]
    if any(loud) and not all(loud):
        split = _by_capitals(tokens, loud)
        if split is not None:
            return split, True
    return max(
        ((first, last) for first, last in _splits(tokens)),
        key=lambda pair: _likely(tokens, *pair, emails=emails, habits=habits, last_first=last_first),
    ), False


def _is_initial(tokens: list[str], i: int) -> bool:
    """« A. », « J.-P. », « JP » beside a last name; not « LE » of LE GALL nor « LY » of LY Sophie."""
    token = tokens[i]
    if not _INITIAL.match(token) or not (token.endswith(".") or token.isupper()):
        return False
    if len(token) != 2 or token.endswith("."):
        return True
    others = [word for j, word in enumerate(tokens) if j != i]
    return not set(fold(token)) & set("aeiouy") and not any(fold(word) in spelt_first_names() for word in others)


def _by_capitals(tokens: list[str], loud: list[bool]) -> tuple[str, str] | None:
    """Capitals say the last name, with the particles that precede them: « Anne de LA TOUR »."""
    start, end = loud.index(True), len(loud) - loud[::-1].index(True)
    while start > 0 and fold(tokens[start - 1]).strip("'") in _PARTICLES and start - 1 > 0:
        start -= 1
    if not all(loud[i] or fold(tokens[i]).strip("'") in _PARTICLES for i in range(start, end)):
        return None
    first = " ".join(tokens[:start] + tokens[end:])
    return (first, " ".join(tokens[start:end])) if first and not all(fold(w) in _PARTICLES for w in first.split()) else None


def _splits(tokens: list[str]) -> list[tuple[str, str]]:
    cuts = [(" ".join(tokens[:i]), " ".join(tokens[i:])) for i in range(1, len(tokens))]
    return [*cuts, *((right, left) for left, right in cuts)]


def _likely(tokens: list[str], first: str, last: str, *, emails: Sequence[str], habits: Habits, last_first: bool) -> float:
    known = spelt_first_names()
    given, family = words(first), words(last)
    if not given or not family:
        return -100.0
    score = 0.0
    score += 2.0 * sum(word in habits.firsts or word in known for word in given) / len(given)
    score += 1.0 if fold(first) in known else 0.0
    score += 0.3 * log1p(habits.lasts[slug(last)]) + 0.3 * sum(log1p(habits.firsts[word]) for word in given) / len(given)
    score -= 0.7 * sum(word in known for word in family) / len(family)
    score -= 4.0 * any(word in _PARTICLES and len(word) > 1 for word in given) + 5.0 * (family[-1] in _PARTICLES and len(family) > 1)
    score += 0.8 * (len(family) > 1 and family[0] in _PARTICLES) - 0.3 * len(given)
    is_last_first = " ".join(tokens).startswith(last)
    order = (1 if last_first else -1) + max(-1.0, min(1.0, habits.last_first / 20))
    score += 0.15 * (order if is_last_first else -order)
    return score + max((_mail_says(email, given, family) for email in emails), default=0.0)


def _mail_says(email: str, given: tuple[str, ...], family: tuple[str, ...]) -> float:
    """How well « prénom.nom@ » fits these parts."""
    parts, first, last = local_parts(email), "".join(given), "".join(family)
    if len(parts) > 1:
        if (parts[0], "".join(parts[1:])) == (first, last):
            return 4.0
        if (parts[-1], "".join(parts[:-1])) == (first, last):
            return 2.5
        return 3.0 if parts[-1] == last and parts[0] == first[:1] else 0.0
    glued = parts[0] if parts else ""
    return 3.0 if glued in (first[:1] + last, first + last) else 1.5 if glued in (last + first[:1], last + first) else 0.0


def _proper(text: str) -> str:
    """Capitals as in a sentence, unless the writing already mixes both: « N'DIAYE » → N’Diaye, « jean-luc » → Jean-Luc."""
    return " ".join(_proper_word(word) for word in text.split())


def _proper_word(word: str) -> str:
    if word.upper() != word and word.lower() != word:
        return word
    if word.lower() == word and fold(word) in _PARTICLES:
        return word
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)
