"""The blanks of an invitation: the dictionary that is published, and the names under which a received template is filled."""

from __future__ import annotations

from doc_templates.blanks import Blank
from doc_templates.shared_blanks import INSTANCE, ORGANISM, PLACE, POINTS, REFERENCE, REPLY, WHEN

TITLE = "Invitation"
BLANKS = (
    ORGANISM,
    REFERENCE,
    INSTANCE,
    Blank(name="objet", field="about", says="l’instance et le titre de la réunion"),
    Blank(name="envoi", field="sent_on", says="Le 4 mars 2026"),
    Blank(
        name="lettres",
        field="letters",
        says="une lettre pour tous, ou une par personne",
        each="lettre",
        whole=True,
        columns=(
            Blank(name="adresse", field="address", says="à qui elle s’adresse", listed=True, each="ligne"),
            Blank(name="appel", field="greeting", says="Madame, Monsieur,"),
            Blank(name="politesse", field="farewell", says="Madame, Monsieur (sans virgule), pour la formule de politesse"),
        ),
    ),
    WHEN,
    PLACE,
    *POINTS,
    REPLY,
    Blank(name="signature", field="signatory", says="qui invite : nom, fonction, structure", listed=True, each="ligne", anywhere=True),
    Blank(name="pages_numerotees", field="numbered", says="vrai si c’est une seule lettre pour tous", asks=True),
    Blank(name="destinataires", field="recipients", says="la liste des personnes invitées (d’une seule lettre pour tous)"),
)
