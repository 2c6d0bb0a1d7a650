"""Whom of the directory a list tells by a function: « le kiné de Bessèges », « + pharmacienne », « l'AS de secteur »."""

from __future__ import annotations

from bot.domain.attendance import Presence
from bot.understanding.choosing import ATTENDANCE, MAX_CANDIDATES
from bot.understanding.counts import number_value
from bot.understanding.noun_phrases import noun_phrase
from bot.understanding.partner_choices import synonym_at
from bot.understanding.roles_said import role_at
from bot.understanding.roll_deeds import told_state
from bot.understanding.roll_guests import ADDING, Item, whole_piece
from bot.understanding.roll_setting import RollSetting
from bot.understanding.scan import Scan


def role_item(scan: Scan, i: int, end: int, setting: RollSetting, *, in_list: bool) -> Item | None:
    """« le kiné de Bessèges », « les deux assistantes sociales », « l'infirmière scolaire »: whoever of the directory that can mean."""
    article = scan.fold(i)
    if article not in {"le", "la", "l", "les", "nos", "notre"}:
        return bare_role(scan, i, end, setting) if in_list or scan.sign(i - 1) == "." else None
    if i in setting.skipped or not _told_there(scan, i, in_list=in_list):
        return None
    number = number_value(scan, i + 1) if article in {"les", "nos"} else None
    count, first = (number[0], number[2]) if number is not None else (1, i + 1)
    if (article in {"les", "nos"}) != (count > 1) or first >= end:
        return None
    role = role_at(scan, first, end, group_id=setting.group_id, article=article)
    if role is None and in_list and count == 1:
        return _unknown_worker(scan, i, first, end)
    apposed = scan.person_at[role.last] if role is not None else None
    if role is None or len(role.ids) < count or (apposed is not None and not set(apposed.ids).isdisjoint(role.ids)):
        return None  # « le kiné Boulanger » is one
    told = told_state(scan, role.last)
    if not (in_list or scan.fold(i - 1) in ADDING) and not ((role.placed or told) and len(role.ids) == count):
        return None
    said = scan.slice(first, role.last)
    if len(role.ids) == count:
        one, *others = (Presence(person_id=p, said=said) for p in role.ids)
        return Item(i, role.last, one, more=tuple(others))
    return Item(i, role.last, Presence(said=said, candidates=role.ids[:MAX_CANDIDATES])) if count == 1 else None


def bare_role(scan: Scan, i: int, end: int, setting: RollSetting) -> Item | None:
    """« kiné, DAC », « + pharmacienne », « inf. lycée »: the one of the group whose function stands alone as a line of the list."""
    signed = i == 0 or scan.sign(i - 1) in {",", ":", "+", "(", "&", "-", "–", "•", ">", "*", "\n", "/", "."}
    signed = signed or scan.fold(i - 1) in {"avec", "et", "plus", "dont", "ni"}
    if not signed or not scan.words[i].is_word or i in setting.skipped or setting.group_id is None:
        return None
    role = role_at(scan, i, end, group_id=setting.group_id)
    if scan.sign(i - 1) == "." and (role is None or not told_state(scan, role.last)):
        return None  # « Pharmacienne absente » opens a sentence
    if role is None or not whole_piece(scan, role.last, end):
        return _unknown_worker(scan, i, i, end)
    if len(role.ids) != 1 or scan.person_at[role.last] is not None:
        return None
    return Item(i, role.last, Presence(person_id=role.ids[0], said=scan.slice(i, role.last)))


def _unknown_worker(scan: Scan, first: int, i: int, end: int) -> Item | None:
    """« l'AS de secteur », « AS secteur »: a sigle for a function whose bearer the directory does not have."""
    if synonym_at(scan, i) != "as":
        return None
    last = noun_phrase(scan, i + 1, end)
    return Item(first, last, Presence(said=scan.slice(i, last))) if whole_piece(scan, last, end) else None


def _told_there(scan: Scan, i: int, *, in_list: bool) -> bool:
    """Whether somebody may be told at word i: after a sign, a small word or a name of a list, or at the head of a clause."""
    before = i - 1
    if before < 0 or scan.sign(before) in {",", ":", "+", "(", "&", "-", "–", "•", "\n", ".", "/", ";"}:
        return True
    if scan.fold(before) in ADDING | {"finalement", "mais", "oubli"} or (
        in_list and scan.fold(before) == "que" and scan.fold(before - 1) == "ainsi"
    ):
        return True
    return in_list and (
        scan.fold(before)
        in {
            "et",
            "avec",
            "plus",
            "dont",
            "euh",
            "aussi",
            "puis",
            "presents",
            "presentes",
            "present",
            "avait",
            "la",
            "mme",
            "madame",
            "monsieur",
        }
        or scan.person_at[before] is not None
        or scan.thing_at[before] is not None
        or ATTENDANCE.at(scan.words, before) is not None
    )
