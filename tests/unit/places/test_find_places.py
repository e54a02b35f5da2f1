import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.knowledge.places import PlaceIndex, open_places
from according.model.answers import PlacePrecision, Where
from according.model.evidence import Basis, Found, Reason, Span, Unresolved
from according.model.parsed import ParsedReport, Sentence
from according.model.report import Block, BlockKind, Report
from according.steps.dissect.sentences import find_sentences
from according.steps.extract.places import PlaceMention, find_places
from according.steps.extract.places_words import read_words


def read(text: str) -> ParsedReport:
    report = Report("r", "r", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), "en", "0")
    return ParsedReport(report, find_sentences(report))


def find(text: str, places: PlaceIndex, country: str | None = None) -> dict[str, PlaceMention]:
    return {mention.span.of(text): mention for mention in find_places(read(text), places, (), country)}


def where(mention: PlaceMention) -> Where:
    assert isinstance(mention.answer, Found)
    return mention.answer.value


def test_a_town_and_the_province_that_holds_it(places: PlaceIndex) -> None:
    text = "Rockets hit Jisr al-Shughur, a town in the northwestern part of Idlib province, Syria, on Monday."
    found = find(text, places)
    town, province = found["Jisr al-Shughur"], found["Idlib"]
    assert (where(town).admin1, where(town).precision, where(town).country) == ("Idlib", PlacePrecision.PLACE, "SY")
    assert (where(province).name, where(province).precision, where(province).part) == (
        "Idlib province",
        PlacePrecision.PROVINCE,
        "northwestern",
    )
    assert province.locates == town.span


def test_the_phrase_holds_the_words_around_the_name(places: PlaceIndex) -> None:
    text = "Shells fell on the besieged town of Douma near Damascus on Friday."
    assert find(text, places, "SY")["Douma"].phrase.of(text) == "the besieged town of Douma near Damascus"


@pytest.mark.parametrize(
    ("words", "precision", "relation"),
    [
        ("in Saraqib", PlacePrecision.PLACE, "in"),
        ("near Saraqib", PlacePrecision.NEAR, "near"),
        ("outside the town of Saraqib", PlacePrecision.NEAR, "near"),
        ("south of Saraqib", PlacePrecision.NEAR, "near"),
        ("on the outskirts of Saraqib", PlacePrecision.NEAR, "near"),
        ("in the countryside of Saraqib", PlacePrecision.NEAR, "countryside of"),
    ],
)
def test_words_before_a_name_say_how_near_it_was(places: PlaceIndex, words: str, precision: PlacePrecision, relation: str) -> None:
    mention = find(f"A bomb exploded {words} on Tuesday.", places, "SY")["Saraqib"]
    assert (where(mention).precision, where(mention).relation) == (precision, relation)


@pytest.mark.parametrize("words", ["northwestern Hama", "the Hama countryside", "Hama province", "the province of Hama", "rural Hama"])
def test_part_of_a_province_is_never_coded_as_its_capital(places: PlaceIndex, words: str) -> None:
    mention = find(f"Army units shelled villages in {words} again.", places, "SY")["Hama"]
    assert (where(mention).precision, where(mention).admin1) == (PlacePrecision.PROVINCE, "Hama")


def test_a_road_and_a_stretch_between_two_towns_are_one_place_without_a_position(places: PlaceIndex) -> None:
    text = "A convoy was hit on the Aleppo-Damascus highway between Saraqib and Maarat al-Numan."
    found = find(text, places, "SY")
    road, stretch = where(found["Aleppo-Damascus"]), where(found["Saraqib and Maarat al-Numan"])
    assert (road.name, road.relation, road.precision, road.latitude) == ("Aleppo–Damascus highway", "road", PlacePrecision.NEAR, None)
    assert (stretch.name, stretch.relation, stretch.admin1) == (
        "highway between Saraqib and Maarat al-Numan",
        "road",
        "Idlib",
    )


def test_a_namesake_far_away_loses_against_the_words_around(places: PlaceIndex) -> None:
    mention = find("Clashes broke out near the village of Taraba in As-Suwayda province of Syria.", places)["Taraba"]
    assert (where(mention).country, where(mention).admin1, where(mention).precision) == ("SY", "As-Suwayda", PlacePrecision.NEAR)


def test_the_same_name_means_the_other_country_when_the_report_is_about_it(places: PlaceIndex) -> None:
    assert where(find("Gunmen raided a market in Tripoli, officials in Libya said.", places)["Tripoli"]).country == "LY"
    assert (
        where(
            find("Gunmen clashed in Tripoli, a Lebanese officer said. Beirut sent troops from Lebanon's army.", places)["Tripoli"]
        ).country
        == "LB"
    )


@pytest.mark.parametrize("text", ["The Syrian army advanced.", "Lebanese and Turkish officials met.", "Syrians fled."])
def test_adjectives_and_peoples_are_no_places(places: PlaceIndex, text: str) -> None:
    assert find(text, places) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Rami Abdel Rahman spoke on Friday in March.",
        "Said the general: fire again.",
        "President Hassan Idris thanked the General Council.",
        "Jaish al-Islam and Ahrar al-Sham denied it.",
        "The dead include a commander known as Abu Yaman al-Harami.",
    ],
)
def test_persons_groups_and_common_words_are_no_places(places: PlaceIndex, text: str) -> None:
    assert find(text, places, "SY") == {}


def test_names_of_actors_are_left_alone(places: PlaceIndex) -> None:
    text = "The Damascus government denied it."
    assert find_places(read(text), places, (Span(4, 23),), "SY") == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Damascus denied the report.", "Damascus"),
        ("The rebels accused Moscow of it.", "Moscow"),
        ("Turkey-backed fighters withdrew.", "Turkey"),
        ("A truce brokered by Russia held.", "Russia"),
    ],
)
def test_a_capital_or_country_that_acts_is_a_metonym(places: PlaceIndex, text: str, name: str) -> None:
    assert find(text, places)[name].is_metonym


def test_a_place_where_something_happened_is_no_metonym(places: PlaceIndex) -> None:
    assert not find("A bomb exploded in Damascus on Friday, police said.", places)["Damascus"].is_metonym


def test_an_unknown_village_stays_open(places: PlaceIndex) -> None:
    mention = find("Troops burned the village of Qwxyzabad.", places, "SY")["Qwxyzabad"]
    assert isinstance(mention.answer, Unresolved)
    assert mention.answer.reason is Reason.UNKNOWN_NAME


def test_an_unknown_village_with_its_province_has_a_province_and_no_position(places: PlaceIndex) -> None:
    mention = find("Troops burned the village of Qwxyzabad in Hama province.", places, "SY")["Qwxyzabad"]
    assert (where(mention).name, where(mention).admin1, where(mention).latitude) == ("Qwxyzabad", "Hama", None)


def test_a_quarter_stands_in_the_city_that_the_words_name(places: PlaceIndex) -> None:
    mention = find("A mortar round hit the neighbourhood of al-Qwxyz in Damascus.", places, "SY")["al-Qwxyz"]
    assert (where(mention).name, where(mention).admin1) == ("al-Qwxyz, Damascus", "Damascus")


def test_the_town_means_the_last_town_named(places: PlaceIndex) -> None:
    mention = find("Rebels entered Saraqib. Residents fled the town on Sunday.", places, "SY")["the town"]
    assert isinstance(mention.answer, Found)
    assert (where(mention).name, mention.answer.basis, mention.is_generic) == ("Saraqib", Basis.INHERITED, True)


def test_the_syrian_capital_means_damascus(places: PlaceIndex) -> None:
    assert where(find("Mortars hit the Syrian capital.", places)["the Syrian capital"]).name == "Damascus"


def test_the_border_town_of_another_war_is_found_too(places: PlaceIndex) -> None:
    found = find("Ukrainian troops left Avdiivka in Donetsk region, and shells hit Chasiv Yar, Ukraine.", places)
    assert (where(found["Avdiivka"]).country, where(found["Chasiv Yar"]).admin1) == ("UA", "Donetsk")


def test_the_answers_do_not_depend_on_chance(places: PlaceIndex) -> None:
    text = "Shelling hit Mansoura and Salihiyah near Raqqa. Syria and Iraq closed the road to Al-Qaim."
    assert find_places(read(text), places, (), None) == find_places(read(text), open_places(gazetteers=()), (), None)


INDEX: list[PlaceIndex] = []


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("aAlLeEpPo HhmMsS-'’.,\n éßŁx near of town the in and"), max_size=120))
def test_spans_lie_inside_the_text_and_phrases_hold_names(text: str) -> None:
    if not INDEX:
        INDEX.append(open_places(gazetteers=()))
    report = Report("r", "r", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), "en", "0")
    parsed = ParsedReport(report, (Sentence(0, Span(0, len(text)), BlockKind.PARAGRAPH, 0),))
    for mention in find_places(parsed, INDEX[0], (), "SY"):
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention.phrase.contains(mention.span)


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("Protesters marched in Paris, Texas.", "Paris", "US", "Texas"),
        ("Missiles fell at Marib city, 120 km east of Sanaa, Yemen.", "Marib", "YE", "Marib"),
        ("Gunmen raided Palma, in Mozambique's Cabo Delgado province.", "Palma", "MZ", "Cabo Delgado"),
        ("A car bomb exploded in Mogadishu's Qwxyz district, Somali police said.", "Qwxyz", "SO", "Banadir"),
    ],
)
def test_what_the_words_say_contains_a_place_decides(places: PlaceIndex, text: str, name: str, country: str, admin1: str) -> None:
    mention = find(text, places)[name]
    assert (where(mention).country, where(mention).admin1) == (country, admin1)


@pytest.mark.parametrize(
    ("before", "relation"),
    [
        ("Shells fell on the edge of ", "near"),
        ("They fled to the northern countryside of ", "countryside of"),
        ("They fled from the rebels near the ", "near"),
        ("They fled in ", None),
    ],
)
def test_the_words_before_a_name_are_read_as_far_back_as_they_can_belong_to_it(before: str, relation: str | None) -> None:
    assert read_words(f"{before}Zanbar.", Span(len(before), len(before) + 6)).relation == relation


def test_a_district_of_a_city_is_named_with_it(places: PlaceIndex) -> None:
    found = where(find("Shells hit the Kuibyshevsky district of Donetsk on Friday, Ukraine said.", places)["Kuibyshevsky"])
    assert (found.name, found.admin1, found.precision) == ("Kuibyshevsky, Donetsk", "Donetsk", PlacePrecision.PLACE)


def test_the_quarter_of_the_city_is_of_no_village_named_in_between(places: PlaceIndex) -> None:
    text = "Troops entered Mosul on Friday from the village of Gogjali. They took the Zuhur quarter of the city."
    assert where(find(text, places)["Zuhur"]).name == "Zuhur, Mosul"


def test_east_of_a_city_is_near_it_and_the_east_of_it_is_a_part(places: PlaceIndex) -> None:
    near = where(find("Jets bombed rebel areas east of Damascus on Friday.", places)["Damascus"])
    part = where(find("Jets bombed rebel areas in the east of Damascus on Friday.", places)["Damascus"])
    assert (near.precision, near.part) == (PlacePrecision.NEAR, None)
    assert (part.precision, part.part) == (PlacePrecision.DISTRICT, "eastern")


def test_two_cities_are_named_apart_though_one_stands_in_the_other_s_words(places: PlaceIndex) -> None:
    found = find("Gunmen killed a teacher from Mosul in Baghdad on Friday.", places)
    assert [found[name].locates for name in ("Mosul", "Baghdad")] == [None, None]
    inside = find("Gunmen killed a teacher in Manbij in Aleppo on Friday.", places)
    assert inside["Aleppo"].locates == inside["Manbij"].span


def test_from_is_beside_only_with_a_distance(places: PlaceIndex) -> None:
    assert find("Families fled to Goma from Rutshuru on Friday.", places)["Rutshuru"].locates is None
    found = find("Gunmen attacked Rutshuru, 70 km from Goma, on Friday.", places)
    assert found["Goma"].locates == found["Rutshuru"].span


def test_a_road_between_a_town_and_a_division_is_one_place(places: PlaceIndex) -> None:
    found = find("A bomb went off on the Misrata-Jufra road in Libya on Friday.", places)["Misrata-Jufra"]
    assert where(found).relation == "road"


def test_two_districts_named_after_their_plural_are_one_place(places: PlaceIndex) -> None:
    found = where(find("Shells fell on the districts of Munabbih and Razih in Yemen on Friday.", places)["Munabbih and Razih"])
    assert (found.admin1, found.precision) == ("Saada", PlacePrecision.DISTRICT)


def test_a_people_is_no_town_of_the_province_that_opens_the_line(places: PlaceIndex) -> None:
    assert "Tebu" not in find("Sabha: representatives of the Tebu in Libya agreed on a truce on Monday.", places)


def test_a_quarter_that_the_press_names_is_known(places: PlaceIndex) -> None:
    found = where(find("Barrel bombs fell on the Sukkari district of Aleppo in Syria on Friday.", places)["Sukkari"])
    assert (found.name, found.admin1, found.precision) == ("Sukkari, Aleppo", "Aleppo", PlacePrecision.PLACE)


def test_an_area_of_a_city_is_not_a_city_of_that_name_in_another_country(places: PlaceIndex) -> None:
    found = find("Rockets hit the Sulaymaniyah area in Aleppo city in Syria.", places)
    assert where(found["Sulaymaniyah"]).country == "SY"


def test_a_second_name_of_a_far_division_is_not_taken_for_a_quarter(places: PlaceIndex) -> None:
    found = find("Shells fell on al-Hizam al-Akhdar in Aleppo and on the road to Damascus in Syria.", places)
    answers = [one.answer for name, one in found.items() if "Hizam" in name]
    assert all(isinstance(one, Unresolved) or one.value.country == "SY" for one in answers)
