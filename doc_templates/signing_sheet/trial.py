"""Invented signing sheets with which a received template is tried: a whole day, and a meeting to which nobody is expected."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from bot.domain.signing_sheets import SigningSheet
from bot.domain.writing import USUAL, WritingStyle
from doc_templates.contents import Contents
from doc_templates.invented import ANA, CLAIRE, COMMUNE, DAY, INSTANCE, ORGANISM, PAUL, PLACE, TERRITORY, TITLE
from doc_templates.signing_sheet.fields import signing_sheet_contents

_BARE = SigningSheet(organism=ORGANISM, territory=TERRITORY, instance=INSTANCE, day=DAY, generated_on=DAY)
_FULL = replace(
    _BARE,
    title=TITLE,
    starts=time(9),
    ends=time(17),
    place=PLACE,
    commune=COMMUNE,
    expected=(ANA, CLAIRE, PAUL),
    excused=(PAUL,),
    made_by=CLAIRE,
)


def trials(style: WritingStyle = USUAL) -> tuple[Contents, ...]:
    """The rich one first: it is what people are shown."""
    return signing_sheet_contents(replace(_FULL, style=style)), signing_sheet_contents(replace(_BARE, style=style))
