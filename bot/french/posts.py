"""What people are, beside where they work: « directrice du CCAS » is the post « directrice » at « CCAS »."""

from __future__ import annotations

import unicodedata

_POSTS = frozenset(
    {
        "adjoint", "adjointe", "agent", "agente", "aidant", "aidante", "animateur", "animatrice", "assistant",
        "assistante", "attache", "attachee", "benevole", "cadre", "charge", "chargee", "chef", "cheffe", "chercheur",
        "chercheuse", "conseiller", "conseillere", "coordinateur", "coordinatrice", "coordonnateur", "coordonnatrice",
        "cpe", "delegue", "deleguee", "dentiste", "depute", "deputee", "dieteticien", "dieteticienne", "directeur",
        "directrice", "educateur", "educatrice", "elu", "elue", "enseignant", "enseignante", "ergotherapeute",
        "etudiant", "etudiante", "formateur", "formatrice", "gerant", "gerante", "gestionnaire", "habitant",
        "habitante", "ide", "infirmier", "infirmiere", "interne", "juriste", "kine", "kinesitherapeute", "maire",
        "mediateur", "mediatrice", "medecin", "membre", "neuropsychologue", "nutritionniste", "orthophoniste",
        "orthoptiste", "parent", "patient", "patiente", "pedopsychiatre", "pharmacien", "pharmacienne", "pilote",
        "pompier", "prefet", "prefete", "president", "presidente", "principal", "principale", "professeur",
        "professeure", "psychiatre", "psychologue", "psychomotricien", "psychomotricienne", "puericultrice",
        "proviseur", "proviseure", "referent", "referente", "representant", "representante", "responsable", "retraite",
        "retraitee", "salarie", "salariee", "secretaire", "senateur", "senatrice", "stagiaire", "technicien",
        "technicienne", "tresorier", "tresoriere", "travailleur", "travailleuse", "veterinaire",
    }
)  # fmt: skip
_TWO_WORDS = frozenset({("sage", "femme"), ("vice", "president"), ("vice", "presidente"), ("sous", "prefet"), ("sous", "prefete")})
_OF = ("de la ", "de l'", "de l’", "du ", "des ", "de ", "d'", "d’", "à la ", "à l'", "à l’", "au ", "aux ", "à ", "chez ", "pour ")
_HOUSES = frozenset(
    {
        "agence", "agglo", "agglomeration", "association", "caf", "caisse", "ccas", "centre", "cias", "clinique",
        "clsm", "cmp", "college", "communaute", "commune", "conseil", "cpam", "cpts", "creche", "csapa", "departement",
        "ecole", "ehpad", "espace", "foyer", "groupe", "hopital", "ime", "institut", "lycee", "maison", "mairie",
        "mission", "msp", "mutuelle", "office", "pass", "permanence", "pharmacie", "planning", "pmi", "prefecture",
        "protection", "region", "residence", "restos", "samsah", "secours", "service", "siao", "sous", "udaf", "unite",
        "universite",
    }
)  # fmt: skip


def opens_post(words: str) -> bool:
    """Whether these words begin with what somebody is: « élu d’Anduze », « sage-femme », « CPE »; not « Mission locale »."""
    folded = _folded(words)
    return bool(folded) and (folded[0] in _POSTS or tuple(folded[:2]) in _TWO_WORDS)


def post_and_structure(words: str) -> tuple[str | None, str | None]:
    """« directrice du CCAS » → (« directrice », « CCAS »); « médecin généraliste » → (all, None); « Mission locale » → (None, all)."""
    if not opens_post(words):
        return None, words
    told = words.split(" ")
    for at in range(1, len(told)):
        rest = " ".join(told[at:])
        lead = next((of for of in _OF if rest.lower().startswith(of)), None)
        structure = rest[len(lead) :].strip() if lead else rest
        house = _folded(structure)[:2]
        if structure[:1].isupper() or (lead and house and house[0] in _HOUSES and (house[0] != "mission" or house[1:] == ["locale"])):
            return " ".join(told[:at]), structure
    return words, None


def _folded(words: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFD", words.casefold()) if not unicodedata.combining(c))
    return plain.replace("-", " ").replace("’", " ").replace("'", " ").split()
