"""The blanks of an agenda: the dictionary that is published, and the names under which a received template is filled."""

from __future__ import annotations

from doc_templates.blanks import Blank
from doc_templates.shared_blanks import DAY, INSTANCE, ORGANISM, PLACE, POINTS, REFERENCE, REPLY, SUBTITLE, TERRITORY, WHEN

TITLE = "Ordre du jour"
BLANKS = (
    ORGANISM,
    TERRITORY,
    REFERENCE,
    INSTANCE,
    SUBTITLE,
    DAY,
    WHEN,
    PLACE,
    *POINTS,
    REPLY,
    Blank(name="mention_finale", field="closing", says="la date et l’auteur de l’ordre du jour"),
)
