"""Which phones and mails a cell holds: several at once, without their leading zero, in any French habit of writing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bot.importing.words import fold, slug, words, words_of

_FRENCH_HEAD = 5  # digits that the plan of numbers of France looks at
_LONGEST_PHONE = 100  # characters, with what stands before it (« portable : »); no number is written in more
_EMAIL = re.compile(r"(?<![\w.+'’-])[\w.+'’-]{1,64}\s?@\s?[\w-]+(?:\.[\w-]+)*(?:\.[\w-]+|\s?\.\s?(?:fr|com|org|net|eu)\b)", re.UNICODE)
_WRITTEN_AT = re.compile(r"\s?[\[({]\s?(?:at|arobase|@)\s?[\])}]\s?", re.IGNORECASE)  # « marie[at]exemple.fr »
_PIECES = re.compile(r"[\n;|]|\s/\s|(?<=\d)/(?=\s*[0+])|,(?!\d{2}E)|\bou\b|\bet\b|\bpuis\b", re.IGNORECASE)
_DIGITS = re.compile(r"\(0\)|[^\d+]")
_FRENCH = re.compile(r"(?<!\d)(?:(?:\+|00)\s?33[\s.-]?(?:\(0\)[\s.-]?)?|0)[1-9](?:[\s.\-_·•]{0,3}\d\d){4}(?!\d)")
_NUMBER = re.compile(r"(?:\+|00)?\s?\(?\d[\d\s.\-()/_·•]{6,}\d")
_LABEL = re.compile(r"\b(?:t[ée]l(?:[ée]phone)?|port(?:able)?|mobile|fixe|e-?mail|mail|courriel)\b\s*\.?\s*:?|[<>]|\(\s*\)", re.IGNORECASE)
_EXTENSION = re.compile(r"\b(?:poste|ext|p)\.?\s*\d{1,5}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phone:
    """A number in E.164 form; `sure` False: of a right length, but no plan of numbers knows it."""

    number: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Contacts:
    """What was found in some cells, what could not be read there, and whether other words stand beside (« le matin », « poste 312 »)."""

    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


def contacts_of(cell: str) -> Contacts:
    """The phones and mails of a cell, whichever it was meant for."""
    if "@" not in cell and "[" not in cell and "(" not in cell:
        return phones_of(cell)
    text = _WRITTEN_AT.sub("@", cell)
    emails = tuple(dict.fromkeys(_tidy_mail(found) for found in _EMAIL.findall(text)))
    rest = _EMAIL.sub(";", text)
    broken = tuple(piece.strip() for piece in re.split(r"[\s;,]+", rest) if "@" in piece)
    said = phones_of(" ".join(piece for piece in re.split(r"([\s;,]+)", rest) if "@" not in piece) if broken else rest)
    own = {part for email in emails for part in words(email)}
    return Contacts(said.phones, emails, said.unread + broken, tuple(word for word in said.beside if word not in own))


def bare_of_contacts(cell: str) -> str:
    """What stands in a cell beside its phones and mails: « Marie DUPONT 06 12 34 56 78 » → Marie DUPONT."""
    left = _NUMBER.sub(" ", _FRENCH.sub(" ", _EMAIL.sub(" ", _WRITTEN_AT.sub("@", cell))))
    return " ".join(_LABEL.sub(" ", left).split()).strip(" -–—:,;/|<>()")


def phones_of(cell: str) -> Contacts:
    """The phones of a cell, the pieces with digits that are none, and the words that stand beside."""
    found: list[Phone] = []
    unread: list[str] = []
    beside: list[str] = []
    for piece in _PIECES.split(cell):
        if not any(sign.isdigit() for sign in piece):
            beside += words(piece)
            continue
        inside, left = _phones_in(piece)
        found += inside
        if not inside and sum(sign.isdigit() for sign in piece) >= 3:
            unread.append(piece.strip())
        else:
            beside += words(left)
    kept = tuple(word for word in beside if word not in words_of("contents", "contact_labels"))
    return Contacts(tuple({phone.number: phone for phone in found}.values()), (), tuple(unread), kept)


def _phones_in(piece: str) -> tuple[list[Phone], str]:
    """The phones of a piece, and what is left of it."""
    whole = phone_of(piece)
    if whole is not None:
        return [whole], re.sub(r"[\d+()]+", " ", piece)
    for numbers, text in ((_FRENCH, piece), (_NUMBER, _EXTENSION.sub(" ", piece))):
        found = [phone for phone in map(phone_of, numbers.findall(text)) if phone is not None]
        if found:
            return found, numbers.sub(" ", piece)
    return [], piece


@lru_cache(maxsize=20_000)
def phone_of(said: str) -> Phone | None:
    """The E.164 number that these words write, alone; None when they write none."""
    if len(said) > _LONGEST_PHONE:
        return None
    if re.search(r"\d[.,]?\d*E\+?\d", said, re.IGNORECASE):
        return None  # Excel kept only a part of the digits
    said = re.sub(r"^\s*[\w .é°]{0,20}:\s*", "", said)  # « portable : 06… »
    digits = _DIGITS.sub("", said.replace("(0)", ""))
    if "+" in digits[1:] or not 7 <= len(digits.lstrip("+")) <= 15:
        return None
    if len(said) - len(digits) > len(digits) + 8:
        return None
    return _parsed(_with_head(digits))


def _with_head(digits: str) -> str:
    """As dialled, what Excel ate put back: « 466257403 » → 0466257403, « 33466257403 » → +33466257403."""
    if digits.startswith("00"):
        return "+" + digits[2:]
    if digits.startswith("330") and len(digits) == 12:
        return "+33" + digits[3:]
    if digits.startswith("33") and len(digits) == 11:
        return "+" + digits
    if len(digits) == 9 and digits[0] in "123456789":
        return "0" + digits
    return digits.replace("+330", "+33", 1)


def _parsed(dialled: str) -> Phone | None:
    import phonenumbers

    try:
        number = phonenumbers.parse(dialled, "FR")
    except phonenumbers.NumberParseException:
        return None
    if _is_valid(number):
        return Phone(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), True)
    likely = number.country_code == 33 and len(str(number.national_number)) == 9 and not number.italian_leading_zero
    if likely:  # plans of numbers grow faster than libraries: kept, and shown for checking
        return Phone(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), False)
    return None


def _is_valid(number: Any) -> bool:
    """Whether a plan of numbers knows it; those of France are told by their first digits alone, once each."""
    import phonenumbers

    national = str(number.national_number)
    if number.country_code == 33 and len(national) == 9:
        return _is_french(national[:_FRENCH_HEAD])
    return phonenumbers.is_valid_number(number)


@lru_cache(maxsize=20_000)
def _is_french(head: str) -> bool:
    import phonenumbers

    return phonenumbers.is_valid_number(phonenumbers.parse(f"+33{head}{'0' * (9 - len(head))}"))


def _tidy_mail(found: str) -> str:
    return re.sub(r"\s", "", found).strip(".'’-").casefold()


@lru_cache(maxsize=20_000)
def is_shared(email: str) -> bool:
    """Whether several people read that box: contact@, accueil@, secretariat.ccas@…"""
    parts = [part for part in re.split(r"[._\-+0-9]+", fold(email.partition("@")[0])) if part]
    return not parts or any(part in words_of("contents", "generic_mailboxes") for part in parts)


def local_parts(email: str) -> tuple[str, ...]:
    """What stands before the @, cut at its dots: alain.giraud@ → alain, giraud."""
    return tuple(part for part in (slug(piece) for piece in re.split(r"[._]", email.partition("@")[0])) if part)
