"""Where: the place that a report names elsewhere than beside the event, and names that do not say where it was."""

import pytest
from reading_claims import read, read_one, where

from according.model.answers import PlacePrecision
from according.model.evidence import Basis, Found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "An air strike killed nine people in a town in northern Syria on Monday. The strike on the town of Sarmin hit a bakery.",
            "Sarmin",
        ),
        (
            "Shelling killed six people in a rebel-held Syrian village on Monday. Residents said the shelling on Kafr Nabl went on.",
            "Kafr Nabl",
        ),
        (
            "Gunmen attacked an army base in Nigeria on Monday. Six soldiers died when they stormed the Monguno base, the army said.",
            "Monguno base",
        ),
    ],
)
def test_a_place_left_nameless_gets_the_name_that_follows(text: str, name: str) -> None:
    claim = read(text).claims[0]
    assert where(claim) == name


def test_the_name_that_follows_must_lie_where_the_nameless_place_lies() -> None:
    text = "An air strike killed nine people in a village in Idlib province on Monday. The strike on the town of Mosul hit a bakery."
    assert where(read(text).claims[0]) == "Idlib province"


def test_a_town_told_of_next_for_another_reason_is_not_the_nameless_one() -> None:
    text = "A bomb killed nine people in a village in northern Syria on Monday. Doctors in Aleppo asked for blood."
    assert where(read(text).claims[0]) == "northern Syria"


def test_where_a_report_was_sent_from_is_not_where_it_happened() -> None:
    assert where(read("MOSCOW (Northern Wire) Shelling killed five people in Saraqib on Monday.").claims[0]) == "Saraqib"
    assert where(read("ANKARA (Northern Wire) Rebels shelled a school on Monday. Syria condemned it.").claims[0]) == "Syria"


def test_a_part_of_a_country_is_called_a_part() -> None:
    claim = read_one("Shelling killed four people in northern and northeastern Syria on Monday.")
    assert isinstance(claim.where, Found)
    assert (claim.where.value.name, claim.where.value.precision) == ("northern and northeastern Syria", PlacePrecision.COUNTRY)


def test_two_towns_are_one_place_without_a_position() -> None:
    claim = read_one("Shelling killed four people in the towns of Sarmin and Binnish on Monday.")
    assert isinstance(claim.where, Found)
    value = claim.where.value
    assert (value.name, value.admin1, value.latitude) == ("Sarmin and Binnish", "Idlib", None)


def test_a_name_that_no_gazetteer_has_is_kept_as_a_name() -> None:
    claim = read_one("Shelling killed four people in the village of Qorbalenka on Monday.")
    assert isinstance(claim.where, Found)
    assert (claim.where.value.name, claim.where.value.latitude, claim.where.value.country) == ("Qorbalenka", None, None)
    assert (claim.where.rule, claim.where.basis) == ("en.places.only-named", Basis.STATED)


def test_an_agreement_is_not_made_where_it_only_holds() -> None:
    text = "Sarmin lies in an area of Syria that is part of a zone agreed under a deal between Russia and Turkey in May."
    assert where(read(text).claims[-1]) == "Syria"


def test_the_country_is_told_by_its_towns_where_nobody_names_it() -> None:
    text = "Shelling killed four people in Sarmin on Monday. More than 16,000 people have been killed in the war since 2011."
    tally = read(text).claims[-1]
    assert (where(tally), tally.where.rule) == ("Syria", "en.places.inherited")


def test_a_place_told_of_in_a_clause_joined_on_comes_after_the_events_own() -> None:
    text = "Three soldiers were killed by a bomb in northern Mali and the army has received trucks from Algiers."
    assert where(read(text).claims[0]) == "northern Mali"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mortars killed two people in the besieged Old City of Homs on Monday.", "Old City of Homs"),
        ("Rebels pushed into Idlib province in March. In April they shelled the provincial capital of the same name.", "Idlib city"),
        ("Several raids hit Qorbalenka, a village in Idlib, on Monday.", "Qorbalenka"),
        ("A bomb killed two people in the Qorbalen district of the Syrian capital on Monday.", "Qorbalen, Damascus"),
        ("Gunmen freed nine hostages in Kirkuk on Monday, whom they had taken in Mosul last week.", "Kirkuk"),
        ("According to doctors at the clinic of Sarmin, shelling on Monday killed four people in Binnish.", "Binnish"),
        ("Idlib province, where the town of Sarmin is located, saw heavy shelling on Monday.", "Idlib province"),
    ],
)
def test_the_words_around_say_which_place_is_the_events_own(text: str, name: str) -> None:
    assert where(read(text).claims[-1]) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shelling killed four people in the villages of Tel Qorba and Binnish on Monday.", "Tel Qorba and Binnish"),
        ("A suicide bomber attacked the al-Qorba checkpoint on the road to Misrata in Libya on Monday.", "al-Qorba"),
        ("In Sarmin, shelling killed four people on Monday.", "Sarmin"),
        ("A bomb killed four people near Kirkuk in Iraq on Monday, at a mosque in the village of Qorbalen.", "Qorbalen"),
        ("Shelling hit the Sarmin area on Monday.", "Sarmin"),
    ],
)
def test_names_that_no_gazetteer_has_are_found_by_the_words_beside_them(text: str, name: str) -> None:
    assert where(read(text).claims[0]) == name


def test_the_area_of_a_town_is_no_point() -> None:
    claim = read_one("Shelling hit the Sarmin area on Monday.")
    assert isinstance(claim.where, Found)
    assert claim.where.value.precision is PlacePrecision.DISTRICT


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Raqqa: the army clashed with rebels near Ain Issa on Monday.", "Ain Issa"),
        ("In the Kupiansk direction, Russian forces shelled Dvorichna on Monday.", "Dvorichna"),
        ("In Mosul, a mortar hit the home of a man from Kirkuk on Monday.", "Mosul"),
    ],
)
def test_what_a_list_or_a_sector_opens_with_yields_to_the_place_inside_it(text: str, name: str) -> None:
    assert where(read(text).claims[0]) == name


def test_each_line_of_a_paragraph_may_open_an_entry() -> None:
    text = "Log, 12 May 2020\n\nBaidoa: a bomb killed two men.\nGalcad: soldiers clashed with gunmen.\n"
    assert [where(claim) for claim in read(text).claims] == ["Baidoa", "Galcad"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("KABUL, May 12 - A bomb killed two soldiers in the south on Tuesday.", "southern Afghanistan"),
        ("Gunmen killed nine Nigerian policemen in the north-west on Monday.", "north-west Nigeria"),
        ("In Kaduna, a bomb went off in the north of the city on Monday.", "Kaduna"),
    ],
)
def test_a_side_is_one_of_the_country_that_is_spoken_of(text: str, name: str) -> None:
    assert where(read(text).claims[0]) == name


def test_people_are_not_set_free_where_they_were_taken() -> None:
    claims = read("Gunmen kidnapped six men near Nyala on Monday. They were released unharmed on Wednesday.").claims
    freed = [claim for claim in claims if claim.event_type.value == "detention_release"]
    assert [isinstance(claim.where, Found) for claim in freed] == [False]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen shelled Raqqa, the de facto Syrian capital of the group, on Monday.", "Raqqa"),
        ("A bomb killed six people in Aleppo, once Syria's commercial capital, on Monday.", "Aleppo"),
        ("A bomb killed six people in the Syrian capital on Monday.", "Damascus"),
    ],
)
def test_a_capital_of_trade_or_of_a_group_is_not_the_country_s(text: str, name: str) -> None:
    assert where(read(text).claims[0]) == name


def test_an_unknown_name_is_a_place_where_what_is_done_is_done_to_places() -> None:
    assert where(read("Kutum locality: gunmen raided Damrat al-Taha, killing two farmers.").claims[0]) == "Damrat al-Taha"


def test_a_verb_without_a_subject_of_its_own_shares_the_place() -> None:
    claims = read("Beni territory: fighters killed nine civilians in Mavivi, abducted six others and burned two houses.").claims
    assert {where(claim) for claim in claims} == {"Mavivi"}
