"""Names of places: those of two words, those that only resemble places far away, roads, rivers, and quarters of provinces."""

import pytest
from reading_claims import read, where

from according.model.answers import PlacePrecision
from according.model.evidence import Found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jets bombed Karvet Dumo village on Monday and killed two people.", "Karvet Dumo"),
        ("In Myanmar, a drone strike hit a lorry near Sarvit on Monday.", "Sarvit"),
        ("A missile hit a mosque in the al-Zumvelat camp on Monday and killed two people.", "al-Zumvelat"),
        ("Two people were killed when shells hit the police station of Vetlar on Monday.", "Vetlar"),
        ("Merawi, North Gojjam Zone: Ethiopian troops shot dead two residents of the town.", "Merawi"),
        ("In Mali, gunmen shot at a bus on the Bandiagara road on Monday and killed two people.", "Bandiagara road"),
    ],
)
def test_a_name_is_read_whole_and_as_the_words_call_it(text: str, name: str) -> None:
    assert where(read(text).claims[0]) == name


def test_a_lost_apostrophe_makes_no_name_of_two_words() -> None:
    claim = read("Jets bombed a school in Syrias Idlib province on Monday and killed two people.").claims[0]
    assert where(claim) == "Idlib province"


def test_a_river_is_not_the_country_of_its_name() -> None:
    claim = read("Fighters attacked a passenger boat on the Niger River near Gao in Mali and killed two people.").claims[0]
    assert where(claim) in {"Gao", "Niger river"}


def test_a_district_of_part_of_a_province_is_no_quarter_of_it() -> None:
    claim = read("An air strike killed two people in Adraskan district of western Herat province in Afghanistan on Monday.").claims[0]
    assert where(claim) == "Adraskan"
    assert isinstance(claim.where, Found)
    assert claim.where.value.precision is PlacePrecision.DISTRICT


def test_a_namesake_in_a_country_that_is_not_spoken_of_holds_nothing() -> None:
    text = (
        "Lebanese troops clashed with smugglers in Nahle near Baalbek on Monday. "
        "In Lebanon, a strike on a house in Joun, in the Chouf district, killed two people on Tuesday."
    )
    assert any(where(claim) == "Joun" for claim in read(text).claims)


def test_a_house_in_a_named_quarter_is_not_nameless() -> None:
    text = (
        "On Monday shells hit a house in the Tajoura quarter of Tripoli in Libya and killed a boy. "
        "Rockets landed on a clinic in the Bab Ben Karvan neighbourhood of the capital on Tuesday."
    )
    assert where(read(text).claims[0]) == "Tajoura, Tripoli"


def test_a_river_in_the_entry_of_a_town_is_no_quarter_of_it() -> None:
    text = "Bama: Gunmen shot dead two men on the Yedvaran river.\n\nGwoza: Shells hit a house in Nigeria.\n"
    assert where(read(text).claims[0]) != "Yedvaran, Bama"
