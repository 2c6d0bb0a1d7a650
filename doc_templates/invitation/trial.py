"""Invented invitations with which a received template is tried: one to all, one where nothing is known yet, one letter each."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.convenings import Convening
from bot.domain.writing import USUAL, WritingStyle
from doc_templates.agenda.trial import BARE, FULL
from doc_templates.contents import Contents
from doc_templates.invented import ANA, PAUL
from doc_templates.invitation.fields import invitation_contents

_TO_ALL: Convening = replace(FULL, recipients=(ANA, PAUL))


def trials(style: WritingStyle = USUAL) -> tuple[Contents, ...]:
    """The rich one first: it is what people are shown."""
    return tuple(invitation_contents(replace(one, style=style)) for one in (_TO_ALL, BARE, replace(_TO_ALL, each=True)))
