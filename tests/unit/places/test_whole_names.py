import pytest

from according.knowledge.loader import load_knowledge
from according.knowledge.places import PlaceIndex
from according.model.answers import PlacePrecision, Where
from according.model.evidence import Found, Reason, Unresolved
from according.steps.dissect import parse_text
from according.steps.extract.claims.asking import ask_report
from according.steps.extract.claims.places_paths import is_origin
from according.steps.extract.places import PlaceMention, find_places


def find(text: str, places: PlaceIndex) -> dict[str, PlaceMention]:
    parsed = parse_text(text)
    return {mention.span.of(text): mention for mention in find_places(parsed, places, (), None)}


def where(mention: PlaceMention) -> Where:
    assert isinstance(mention.answer, Found)
    return mention.answer.value


def test_a_village_of_the_first_word_is_not_read_into_a_longer_name(places: PlaceIndex) -> None:
    found = find("Troops in Somalia took the town of Ceel Maroodi on Monday. Shells fell on the town of Aita al-Qamar.", places)
    assert "Ceel" not in found
    assert "Aita" not in found
    answer = found["Aita al-Qamar"].answer
    assert isinstance(answer, Unresolved)
    assert answer.reason is Reason.UNKNOWN_NAME


def test_a_faction_named_after_a_person_is_no_village(places: PlaceIndex) -> None:
    assert "Bakura" not in find("Soldiers in Nigeria attacked the Bakura faction near Maiduguri.", places)


def test_an_unknown_name_after_a_preposition_is_a_place_that_stays_open(places: PlaceIndex) -> None:
    answer = find("Gunmen killed nine farmers in Zobratumbi, police in Congo said.", places)["Zobratumbi"].answer
    assert isinstance(answer, Unresolved)
    assert answer.reason is Reason.UNKNOWN_NAME


def test_an_unknown_village_lies_in_the_province_that_the_sentence_sets_out_from(places: PlaceIndex) -> None:
    village = where(find("In West Darfur, gunmen attacked the village of Zobratumbi.", places)["Zobratumbi"])
    assert (village.admin1, village.precision, village.latitude) == ("West Darfur", PlacePrecision.PLACE, None)


def test_a_quarter_belongs_to_the_city_that_the_sentence_sets_out_from(places: PlaceIndex) -> None:
    quarter = where(find("In Hasakah city, mortar shells hit the Zobratum district, Syrian doctors said.", places)["Zobratum"])
    assert quarter.name == "Zobratum, Hasakah city"


def test_an_airport_is_not_put_where_its_town_stands(places: PlaceIndex) -> None:
    airport = where(find("A drone hit a hangar at Najran airport in Saudi Arabia.", places)["Najran"])
    assert (airport.name, airport.admin1, airport.latitude) == ("Najran airport", "Najran", None)


def test_two_regions_told_together_are_one_place(places: PlaceIndex) -> None:
    regions = where(find("Drones were shot down over the Odesa and Mykolaiv regions of Ukraine.", places)["Odesa and Mykolaiv"])
    assert (regions.name, regions.country, regions.admin1) == ("Odesa and Mykolaiv regions", "UA", None)


def test_a_namesake_in_a_country_that_is_not_spoken_of_stays_open(places: PlaceIndex) -> None:
    text = "Fighters shelled soldiers near Suluk on Friday. Israel bombed Tyre and Nabatieh in Lebanon. Lebanon protested."
    assert isinstance(find(text, places)["Suluk"].answer, Unresolved)


def test_the_province_is_that_of_the_town_named_before(places: PlaceIndex) -> None:
    found = find("Shells fell on Saraqib in Syria. Dozens fled the province.", places)
    assert where(found["the province"]).name == "Idlib province"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two mortar rounds fired from a quarter of Mosul hit a school.", True),
        ("Iraqi troops withdrew from a quarter of Mosul.", False),
    ],
)
def test_where_shells_were_fired_from_is_only_an_origin(text: str, expected: bool) -> None:
    asked = ask_report(parse_text(text), load_knowledge())
    place = next(one for one in asked.places if "Mosul" in one.phrase.of(text))
    sentence = next(one for one in asked.parsed.sentences if one.span.contains(place.span))
    assert is_origin(place, sentence, text) is expected
