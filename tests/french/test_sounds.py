"""Names that sound the same though they are written otherwise."""

import pytest

from bot.french.sounds import sound


@pytest.mark.parametrize(
    "same",
    [
        "lefevre lefebvre lefaivre",
        "gauthier gautier gotier",
        "thibault thibaud thibaut tibo",
        "durand durant",
        "haddad hadad",
        "bonnet bonet bonnay",
        "philippe filipe philip",
        "christophe kristof cristophe",
        "renaud renault reynaud raynaud",
        "mathieu matthieu matieu",
        "rousseau rousso roussot",
        "arnaud arnault",
        "catherine katerine",
        "laetitia letitia",
        "delaunay delaunai delonay",
        "quentin kantin",
        "dupont dupond",
    ],
)
def test_the_same_to_the_ear(same: str) -> None:
    assert len({sound(name) for name in same.split()}) == 1


@pytest.mark.parametrize("names", ["meunier mounier", "simon simone", "martin martine", "fabre favre", "benoit benoite", "roux roche"])
def test_not_the_same_to_the_ear(names: str) -> None:
    assert len({sound(name) for name in names.split()}) == len(names.split())
