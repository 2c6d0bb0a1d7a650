"""People, structures, groups and places of the demonstration: plausible, reached by invented numbers only, alike only on purpose."""

from __future__ import annotations

import re
from collections import Counter

from bot.demonstration import DemonstrationTerritory
from bot.domain.contributions import Nature
from bot.domain.groups import Group, GroupKind
from bot.domain.people import Person

FICTION = re.compile(r"\+33(46571|63998)\d{4}")  # 04 65 71 and 06 39 98: the ranges that Arcep keeps for fiction
MAIL = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*@[a-z0-9]+(-[a-z0-9]+)*\.example")


def person(demo: DemonstrationTerritory, full_name: str) -> Person:
    (found,) = [person for person in demo.people if person.full_name == full_name]
    return found


def group(demo: DemonstrationTerritory, name: str) -> Group:
    (found,) = [group for group in demo.groups if group.name == name]
    return found


def structure_of(demo: DemonstrationTerritory, someone: Person) -> str:
    assert someone.structure_id is not None
    return demo.structures[someone.structure_id - 1].name


def test_every_phone_lies_in_a_fiction_range_and_belongs_to_one_sheet(demo: DemonstrationTerritory) -> None:
    phones = [sheet.phone for sheet in (*demo.people, *demo.structures) if sheet.phone]
    assert [phone for phone in phones if not FICTION.fullmatch(phone)] == []
    assert len(set(phones)) == len(phones)


def test_every_mail_is_in_example_and_belongs_to_one_sheet(demo: DemonstrationTerritory) -> None:
    mails = [sheet.email for sheet in (*demo.people, *demo.structures) if sheet.email]
    assert [mail for mail in mails if not MAIL.fullmatch(mail)] == []
    assert len(set(mails)) == len(mails)


def test_some_sheets_lack_a_phone_or_a_mail_as_in_any_directory(demo: DemonstrationTerritory) -> None:
    assert 100 < sum(person.phone is None for person in demo.people) < 400
    assert 100 < sum(person.email is None for person in demo.people) < 500


def test_the_names_of_the_story_belong_to_one_person_each(demo: DemonstrationTerritory) -> None:
    assert structure_of(demo, person(demo, "Sophie Martin")) == "CCAS d'Alès"
    assert structure_of(demo, person(demo, "Karim Benali")) == "Mission locale d'Alès"
    assert structure_of(demo, person(demo, "Claire Fontaine")) == demo.organism == "Association Le Chaînon santé"


def test_only_four_pairs_of_people_bear_the_same_full_name(demo: DemonstrationTerritory) -> None:
    names = Counter(person.full_name for person in demo.people)
    assert {name: count for name, count in names.items() if count > 1} == {
        "Nathalie Roux": 2,
        "Christine Fabre": 2,
        "Philippe Vidal": 2,
        "Isabelle Blanc": 2,
    }


def test_some_names_are_one_letter_apart(demo: DemonstrationTerritory) -> None:
    for one, other in [
        ("Julie Durand", "Julie Durant"),
        ("Anne Lefèvre", "Anne Lefebvre"),
        ("Michel Meunier", "Michel Mounier"),
        ("Fatima Haddad", "Fatima Hadad"),
        ("Catherine Gauthier", "Catherine Gautier"),
        ("Éric Bonnet", "Éric Bonet"),
    ]:
        assert structure_of(demo, person(demo, one)) != structure_of(demo, person(demo, other))


def test_the_civility_agrees_with_the_function(demo: DemonstrationTerritory) -> None:
    feminine = re.compile(r"(infirmière|directrice|conseillère|animatrice|présidente|adjointe|éducatrice|pharmacienne|habitante)\b")
    masculine = re.compile(r"(infirmier|directeur|conseiller|animateur|président|éducateur|pharmacien|habitant)\b")
    functions = [(person.civility, person.function) for person in demo.people if person.civility and person.function]
    assert [(c, f) for c, f in functions if c == "M." and feminine.match(f)] == []
    assert [(c, f) for c, f in functions if c == "Mme" and masculine.match(f)] == []
    assert {civility for civility, _ in functions} == {"Mme", "M."}


def test_doctors_are_those_whose_function_says_so(demo: DemonstrationTerritory) -> None:
    assert [p.full_name for p in demo.people if p.function and p.function.startswith("médecin") != p.doctor] == []
    assert sum(person.doctor for person in demo.people) > 20


def test_every_structure_has_its_own_name_people_and_nature_of_time(demo: DemonstrationTerritory) -> None:
    assert len({structure.name for structure in demo.structures}) == 277
    assert {person.structure_id for person in demo.people} - {None} == {structure.id for structure in demo.structures}
    natures = {structure.name: structure.nature for structure in demo.structures}
    assert natures["Association Le Chaînon santé"] is Nature.TEAM
    assert natures["CCAS d'Alès"] is Nature.EMPLOYER_TIME
    assert natures["Diabète Cévennes, association de patients"] is Nature.VOLUNTEER
    assert natures["Pharmacie du Gardon"] is Nature.NOT_INDEMNIFIED
    assert natures["CPTS Gardons et Cévennes"] is Nature.INDEMNIFIED
    assert natures["Conseil citoyen de Rochebelle"] is Nature.RESIDENT
    assert {person.nature for person in demo.people if person.structure_id is None} == {Nature.RESIDENT}


def test_sigles_and_the_names_of_structures_point_to_one_structure(demo: DemonstrationTerritory) -> None:
    words = Counter(word.casefold() for s in demo.structures for word in {s.name, s.sigle or s.name})
    assert [word for word, count in words.items() if count > 1] == []


def test_only_words_that_people_really_share_point_to_several_structures(demo: DemonstrationTerritory) -> None:
    words = Counter(word.casefold() for s in demo.structures for word in {a.casefold() for a in (s.name, s.sigle or s.name, *s.aliases)})
    shared = {word for word, count in words.items() if count > 1}
    assert shared == {"cms", "cmp", "msp", "centre social", "pharmacie alès", "pharmacie grand-combe", "pharmacie st-ambroix"}


def test_the_carriers_team_is_four_people(demo: DemonstrationTerritory) -> None:
    team = [person.full_name for person in demo.people if person.structure_id == 1]
    assert team == ["Claire Fontaine", "Nadège Larguier", "Thomas Gaillard", "Élodie Pagès"]


def test_groups_are_told_apart_by_name_alias_and_code(demo: DemonstrationTerritory) -> None:
    assert len({group.code for group in demo.groups}) == 120
    words = Counter(word.casefold() for group in demo.groups for word in (group.name, *group.aliases))
    assert [word for word, count in words.items() if count > 1] == []


def test_the_kinds_of_groups_are_those_of_the_field(demo: DemonstrationTerritory) -> None:
    assert Counter(group.kind for group in demo.groups) == {
        GroupKind.GT: 82,
        GroupKind.PROJECT: 12,
        GroupKind.COPIL: 8,
        GroupKind.COTECH: 8,
        GroupKind.COMMISSION: 6,
        GroupKind.PLENARY: 4,
    }
    assert {group.axis for group in demo.groups} == {None, *range(1, 12)}


def test_each_group_has_a_pilot_among_members_who_all_exist(demo: DemonstrationTerritory) -> None:
    everybody = {person.id for person in demo.people}
    for each in demo.groups:
        assert len(each.pilot_ids) == 1
        assert set(each.pilot_ids) <= set(each.member_ids) <= everybody
        assert len(each.member_ids) == len(set(each.member_ids)) >= 5


def test_marc_pilots_two_groups_and_ines_none(demo: DemonstrationTerritory) -> None:
    marc, ines = person(demo, "Marc Delmas").id, person(demo, "Inès Bourelly").id
    assert [group.name for group in demo.groups if marc in group.pilot_ids] == ["GT Activité physique", "GT Diabète"]
    assert [group.name for group in demo.groups if ines in group.pilot_ids] == []
    assert {"GT Diabète", "GT Nutrition"} <= {group.name for group in demo.groups if ines in group.member_ids}


def test_gt_diabete_knows_one_sophie_one_karim_one_ccas_and_one_pmi(demo: DemonstrationTerritory) -> None:
    members = [demo.people[number - 1] for number in group(demo, "GT Diabète").member_ids]
    assert [p.full_name for p in members if p.first_name in ("Sophie", "Karim")] == ["Sophie Martin", "Karim Benali"]
    assert [structure_of(demo, p) for p in members if structure_of(demo, p).startswith(("CCAS", "PMI"))] == ["CCAS d'Alès", "PMI d'Alès"]
    assert "CAF du Gard" in {structure_of(demo, p) for p in members}


def test_the_house_of_health_of_the_story_is_one_place(demo: DemonstrationTerritory) -> None:
    words = Counter(word.casefold() for place in demo.places for word in {w.casefold() for w in (place.name, *place.aliases)})
    assert [word for word, count in words.items() if count > 1] == []
    assert [(p.name, p.commune) for p in demo.places if p.name == "Maison de la santé"] == [("Maison de la santé", "Alès")]
