"""Several sentences on one event are one claim; another town, day or side is another claim."""

import pytest
from reading_claims import names, quotes, read, read_one, tolls, types, when, where

from according.model.answers import Kind, PlacePrecision, Status, Where
from according.steps.extract.claims.nearness import may_be_same_place, measure_km


def test_several_sentences_on_one_event_are_one_claim() -> None:
    text = "A car bomb exploded in Baghdad on Monday. Nine people were killed. The blast damaged several shops."
    claim = read_one(text)
    assert claim.event_type.value == "explosive_device"
    assert tolls(claim) == [("killed", "unspecified", 9, 9)]
    assert quotes(text) == [["A car bomb exploded in Baghdad on Monday.", "Nine people were killed.", "The blast damaged several shops."]]


@pytest.mark.parametrize(
    "text",
    [
        "A car bomb exploded in Baghdad on Monday. A car bomb exploded in Mosul on Monday.",
        "Gunmen attacked a village near Maiduguri on Monday. Gunmen attacked a village near Maiduguri on Thursday.",
        "Boko Haram shelled Bama on Monday. The Nigerian army shelled Bama on Monday.",
        "The Israeli army shelled Khan Younis on Tuesday. Hamas fired rockets at Sderot on Tuesday.",
    ],
    ids=["town", "day", "group", "side and town"],
)
def test_another_town_day_or_group_is_another_claim(text: str) -> None:
    assert len(read(text).claims) == 2
    assert [len(one) for one in quotes(text)] == [1, 1]


def test_a_separate_incident_is_another_claim_even_in_the_same_town() -> None:
    text = (
        "A rocket attack on Erbil wounded three people on Monday. In a separate incident, a car bomb wounded two people in Erbil on Monday."
    )
    assert types(text) == ["shelling", "explosive_device"]
    assert [tolls(claim) for claim in read(text).claims] == [[("injured", "unspecified", 3, 3)], [("injured", "unspecified", 2, 2)]]


def test_a_separate_incident_of_the_same_type_in_the_same_town_is_another_claim() -> None:
    text = (
        "A rocket attack on Erbil wounded three people on Monday. "
        "In a separate incident, a rocket attack wounded two people in Erbil on Monday."
    )
    assert len(read(text).claims) == 2


def test_a_denial_stays_apart_from_what_is_denied() -> None:
    text = "Shelling killed four people in Douma on Monday. The army denied that it shelled Douma."
    told, denied = read(text).claims
    assert (told.status.value, denied.status.value) == (Status.HAPPENED, Status.DENIED)
    assert tolls(denied) == []


def test_a_tally_stays_apart_from_the_event_beside_it() -> None:
    text = "Shelling killed four people in Douma on Monday. More than 300,000 people have been killed since the war began in 2011."
    event, total = read(text).claims
    assert (event.kind.value, total.kind.value) == (Kind.INCIDENT, Kind.TALLY)
    assert tolls(event) == [("killed", "unspecified", 4, 4)]
    assert tolls(total) == [("killed", "unspecified", 300_000, None)]
    assert [one.value.is_running_total for one in total.tolls] == [True]


def test_what_recurs_is_a_pattern() -> None:
    claim = read_one("Hospitals were shelled daily in Douma in May 2021.")
    assert claim.kind.value is Kind.PATTERN


def test_who_does_it_next_day_elsewhere_goes_on_in_a_claim_of_its_own() -> None:
    first, second = read("Boko Haram shelled Bama on Monday. They also shelled Gwoza on Tuesday.").claims
    assert names(first.initiators) == names(second.initiators) == ["Boko Haram"]
    assert (where(first), where(second)) == ("Bama", "Gwoza")
    assert when(first) != when(second)


def test_two_counts_of_one_event_stand_side_by_side() -> None:
    claim = read_one("Gunmen killed five people in Bama on Monday. Gunmen killed eight people in Bama on Monday, officials said.")
    assert tolls(claim) == [("killed", "unspecified", 5, 5), ("killed", "unspecified", 8, 8)]


def test_an_attack_and_what_another_sentence_calls_it_are_one_event_of_the_fuller_type() -> None:
    text = "An explosion killed 70 people in Baghdad on Monday. Police said the car bomb had been parked near a market."
    claim = read_one(text)
    assert claim.event_type.value == "explosive_device"
    assert (claim.weapon.value, claim.weapon.rule) == ("car bomb", "en.weapons.named")


HOMS = Where("Homs", PlacePrecision.PLACE, "SY", "Homs", 34.73, 36.71)
SUBURB = Where("Al Waer", PlacePrecision.PLACE, "SY", "Homs", 34.75, 36.67)
ALEPPO = Where("Aleppo", PlacePrecision.PLACE, "SY", "Aleppo", 36.20, 37.16)
TRIPOLI = Where("Tripoli", PlacePrecision.PLACE, "LB", None, 34.44, 35.85)


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        (HOMS, SUBURB, True),
        (HOMS, ALEPPO, False),
        (HOMS, TRIPOLI, False),
        (HOMS, Where("Homs", PlacePrecision.PROVINCE, "SY", "Homs"), True),
        (ALEPPO, Where("Homs", PlacePrecision.PROVINCE, "SY", "Homs"), False),
        (ALEPPO, Where("Syria", PlacePrecision.COUNTRY, "SY"), True),
        (HOMS, Where("HOMS", PlacePrecision.PLACE), True),
        (HOMS, Where("Nowhere", PlacePrecision.PLACE, "SY"), True),
    ],
)
def test_places_may_be_the_same_when_near_or_one_in_the_other(one: Where, other: Where, may: bool) -> None:
    assert may_be_same_place(one, other) is may
    assert may_be_same_place(other, one) is may


def test_distances_are_in_kilometres_and_none_without_coordinates() -> None:
    distance = measure_km(HOMS, ALEPPO)
    assert distance is not None
    assert round(distance) == 168
    assert measure_km(HOMS, Where("Nowhere", PlacePrecision.PLACE)) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A suicide bomber hit a market in Baghdad on Monday. The attack was the worst in a year.", ["suicide_bombing"]),
        ("Gunmen executed 30 men in Bama on Monday. Some were arrested and killed.", ["execution"]),
        ("Warplanes bombed Douma on Monday. Scores were also wounded, rescuers said.", ["air_strike"]),
        ("Gunmen killed two farmers near Bama on Monday. Police arrested four men.", ["attack_on_civilians", "arrest"]),
        ("Rebels captured Binnish on Monday. They captured Maarrat Misrin on Tuesday.", ["territory_gained_by_nonstate_actor"] * 2),
        ("Warplanes bombed Douma on Monday. The army fired rockets at Harasta on Monday.", ["air_strike", "shelling"]),
    ],
    ids=["the attack", "some of them", "scores also", "arrests after", "town by town", "planes and rockets"],
)
def test_what_points_back_joins_and_what_is_new_does_not(text: str, wanted: list[str]) -> None:
    assert types(text) == wanted


def test_what_is_only_feared_is_no_claim() -> None:
    assert types("Villagers expressed concern that rebels would attack the town of Bama.") == []


def test_the_deed_that_a_threat_answers_is_not_foreseen() -> None:
    assert types("The army said the attack would not go unpunished.") == ["threat"]


def test_gunfire_that_hit_is_the_hit_itself() -> None:
    assert types("A helicopter was hit by gunfire from the ground near Palmyra.") == ["aircraft_downed"]


def test_a_toll_of_the_war_joins_no_event_beside_it() -> None:
    text = "The army bombed Douma on Monday. The war has killed more than 300,000 people and wounded at least a million."
    assert [claim.kind.value for claim in read(text).claims] == [Kind.INCIDENT, Kind.TALLY]


def test_ground_left_without_a_fight_changes_hands_peacefully() -> None:
    assert types("The rebels took control of the town of Bama after the soldiers retreated without fighting.") == [
        "nonviolent_transfer_of_territory"
    ]


def test_what_has_a_day_of_its_own_is_not_what_happened_on_the_day_of_the_lead() -> None:
    text = (
        "A car bomb killed nine people in Homs on Sunday. In the capital Damascus, mortar fire wounded two people. "
        "On Saturday mortar rounds struck near an embassy."
    )
    assert types(text) == ["explosive_device", "shelling", "shelling"]


def test_the_place_that_opens_a_sentence_sets_a_scene_of_its_own() -> None:
    text = (
        "The rebels said they had shot down an army helicopter on Monday. "
        "In Sarmin, men in masks went from yard to yard, killing six millers on Monday."
    )
    downed, killing = read(text).claims
    assert downed.event_type.value == "aircraft_downed"
    assert tolls(downed) == []
    assert where(killing) == "Sarmin"


def test_a_bombing_is_what_the_report_tells_of_elsewhere() -> None:
    assert types("Air strikes on Douma killed four people on Monday. Residents of Harasta spoke of a bombing on Thursday.") == [
        "air_strike",
        "air_strike",
    ]
    assert types("A bombing in Baghdad killed four people on Monday.") == ["explosive_device"]


def test_what_an_army_says_it_hit_is_no_word_on_who_hit_people() -> None:
    text = (
        "An air strike on a market in Jabla killed nine people on Monday, residents said. "
        "State media said the Syrian army had destroyed a depot of weapons near Jabla on Monday."
    )
    strike, *_ = read(text).claims
    assert (strike.event_type.value, names(strike.initiators)) == ("air_strike", [])


def test_two_entries_of_a_list_are_two_events() -> None:
    text = (
        "Incidents recorded on 7 June 2021\n\n"
        "- Homs: Gunmen shot dead three farmers on a road.\n"
        "- Harem: A grenade was thrown at a shop; nobody was hurt.\n"
        "- Afrin: Two shopkeepers were killed.\n"
    )
    assert types(text) == ["attack_on_civilians", "grenade", "other"]


def test_the_strikes_are_the_shelling_told_just_before() -> None:
    claim = read_one("Rebels hit the town of Harem with rocket shells on Monday, and the strikes wounded a farmer.")
    assert claim.event_type.value == "shelling"


def test_what_an_attack_answers_is_another_event() -> None:
    text = "Hezbollah fired missiles at an army post near Metula in response to the killing of two of its fighters on Tuesday."
    assert len(read(text).claims) == 2


def test_who_looted_by_himself_is_told_of_by_itself() -> None:
    text = "The Islamic State attacked a base near Palmyra on Monday. They looted the market."
    assert types(text) == ["armed_clash", "property_destruction"]


def test_a_killing_that_says_which_points_at_no_other() -> None:
    text = "Shelling of Harem wounded four farmers on Monday. The army later denied the killing of nine villagers in Palmyra."
    assert len(read(text).claims) == 2


def test_other_headlines_below_a_story_tell_nothing() -> None:
    text = (
        "An air strike hit Homs on Monday and killed three people. ... 12 Related Rebels Shell Market in Harem "
        "Bomb Kills Nine in Atma Tags Syria bomb Community standards"
    )
    assert types(text) == ["air_strike"]


def test_a_denial_is_told_of_what_it_denies_too() -> None:
    text = "Shells fell on a camp in Harem on Monday. The Islamic State denied that its fighters had shelled the camp."
    told, denied = read(text).claims
    assert (told.status.value, denied.status.value) == (Status.HAPPENED, Status.DENIED)
    assert [(one.value.actor, one.value.stance.value) for one in told.responsibility] == [("Islamic State", "denied")]


@pytest.mark.parametrize(
    "text",
    [
        "Rebel factions shelled a village on Monday. Government forces shelled a hamlet on Monday.",
        "Shells fell on Jurin on Monday. Shells fell on al-Latamneh and Kafr Zita on Monday.",
    ],
    ids=["side", "pair of towns"],
)
def test_another_side_or_another_pair_of_towns_is_another_claim(text: str) -> None:
    assert [len(one) for one in quotes(text)] == [1, 1]


def test_harm_of_nobodys_people_goes_to_the_event_told_last() -> None:
    text = (
        "An air strike on the market of Kafr Takharim killed 17 civilians on Sunday.\n\n"
        "A car bomb went off in Salqin on Monday. The driver lost a leg, and a passer-by was killed."
    )
    assert [[toll[2] for toll in tolls(claim)] for claim in read(text).claims] == [[17], [1]]


def test_equal_figures_of_fighters_and_of_families_are_not_the_same_figure() -> None:
    text = (
        "Rebels shelled the town of Jurin on Monday. A woman and her son were killed.\n\n"
        "Clashes took place near al-Zalaqiyat on Monday. Two fighters were killed."
    )
    assert [[toll[1].partition(":")[0] for toll in tolls(claim)] for claim in read(text).claims] == [["civilians"], ["combatants"]]


@pytest.mark.parametrize(
    "second",
    [
        "More mortar shells later hit the village of Bidama.",
        "Three other people were injured when rebels fired a rocket at the village of Bidama.",
    ],
)
def test_more_of_them_elsewhere_is_another_event(second: str) -> None:
    assert len(read(f"Rebels fired mortar shells at the town of Harem on Monday, killing two people. {second}").claims) == 2


def test_others_told_beside_the_first_victims_are_of_the_same_event() -> None:
    text = (
        "Rockets hit the town of Harem on Monday. Two women were killed and six other people were injured as rebels fired rockets at Harem."
    )
    assert len(read(text).claims) == 1


def test_where_the_victims_had_fled_from_is_not_where_they_were_hit() -> None:
    text = (
        "Coalition air strikes killed ten civilians in Raqqa on Monday. Residents said coalition aircraft bombed tents of people who fled "
        "from Maskanah to a farm north of Raqqa, killing ten civilians."
    )
    claim = read_one(text)
    assert where(claim) == "Raqqa"


def test_what_was_elsewhere_in_the_province_is_another_event() -> None:
    text = (
        "Russian air strikes hit Idlib city on Monday, killing 12 people. Russian aircraft have stepped up raids on Idlib province. "
        "Two children were killed in air strikes on the town of Khan Shaykhun."
    )
    assert [where(one) for one in read(text).claims if tolls(one) == [("killed", "children", 2, 2)]] == ["Khan Shaykhun"]


def test_rebels_shelling_is_not_the_air_strikes_told_before() -> None:
    text = (
        "Troops attacked under the cover of air strikes in Hama province on Monday. "
        "Two people were wounded in ISIS shelling on the nearby town of Salamiyah."
    )
    assert [types for types in (one.event_type.value for one in read(text).claims) if types == "shelling"] == ["shelling"]


def test_a_similar_attack_is_of_the_kind_told_before() -> None:
    text = "Two people were killed in a rocket attack on Harem. Two other people were killed in a similar attack on Atma."
    assert types(text) == ["shelling", "shelling"]


def test_attacks_are_not_the_raids_that_were_halted() -> None:
    text = "Russian aircraft halted air strikes in Aleppo on Tuesday. The minister said that nobody would condemn the attacks on civilians."
    assert all(len(one.evidence) == 1 for one in read(text).claims)


def test_what_a_later_sentence_tells_of_earlier_is_another_event() -> None:
    text = (
        "Rebels fired rockets at Homs on Monday, killing a woman and wounding 19 people. "
        "Earlier, the source said that rebels fired rockets at the Zahraa quarter of Homs, killing two people and wounding seven."
    )
    assert [len(one.evidence) for one in read(text).claims] == [1, 1]
