"""Who did it, and to whom: pronouns, owners, aircraft nobody named, speakers and claimants."""

import pytest
from reading_claims import initiators, names, read, read_one, targets, types

from according.model.evidence import Basis, Found, Unresolved


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("The village of Kafr Nabl was shelled by Syrian army units on 3 June 2021.", ["Syrian Arab Army"], []),
        ("Two farmers died in the shelling of Kafr Nabl by Syrian government forces.", ["Syrian government forces"], ["civilians"]),
        ("Boko Haram carried out an attack on a market in Maiduguri on Monday.", ["Boko Haram"], ["civilians"]),
        ("Boko Haram, which bombed a market in Maiduguri on Sunday, said nothing.", ["Boko Haram"], ["civilians"]),
        ("The M23 forced residents to flee Rutshuru on Monday.", ["March 23 Movement"], ["civilians"]),
        ("Clashes between Boko Haram and Nigerian soldiers broke out near Maiduguri.", ["Boko Haram"], ["Nigerian Armed Forces"]),
        (
            "The Congolese army captured Bunagana from the M23.",
            ["Armed Forces of the Democratic Republic of the Congo"],
            ["March 23 Movement"],
        ),
        ("Fighters of the Taliban killed seven militants of the Islamic State near Jalalabad.", ["Taliban"], ["Islamic State"]),
        ("Russian aircraft and Syrian aircraft bombed Idlib on Monday.", ["Russian Aerospace Forces", "Syrian Air Force"], []),
        ("Islamic State militants executed three men in Palmyra on Monday.", ["Islamic State"], ["unspecified people"]),
    ],
)
def test_roles_are_filled_with_the_usual_names(text: str, who: list[str], whom: list[str]) -> None:
    assert (initiators(text), targets(text)) == (who, whom)


def test_a_shelling_led_by_a_state_names_the_state() -> None:
    assert initiators("Turkish-led shelling of Afrin killed three people on Tuesday.") != []


def test_the_aircraft_of_two_states_are_of_both() -> None:
    assert initiators("Russian and Syrian warplanes bombed Idlib on Monday.") == ["Russian Aerospace Forces", "Syrian Air Force"]


def test_both_sides_of_fighting_that_erupted_between_them_are_named() -> None:
    claim = read_one("Fighting between Hamas and the Israeli army erupted in Gaza City on Monday.")
    assert sorted([*names(claim.initiators), *names(claim.targets)]) == ["Hamas", "Israel Defense Forces"]


def test_they_is_the_side_of_the_event_told_just_before() -> None:
    second = read("Boko Haram shelled Bama on Monday. They also shelled Gwoza on Tuesday.").claims[1]
    (who,) = second.initiators
    assert isinstance(who, Found)
    assert (who.value.name, who.basis) == ("Boko Haram", Basis.INHERITED)


def test_the_group_is_the_one_named_before() -> None:
    claims = read("The M23 shelled Goma on Monday. The group also arrested ten men in Rutshuru on Tuesday.").claims
    assert [names(claim.initiators) for claim in claims] == [["March 23 Movement"], ["March 23 Movement"]]
    (who,) = claims[1].initiators
    assert isinstance(who, Found)
    assert who.basis is Basis.INHERITED


def test_its_aircraft_are_those_of_the_state_that_speaks() -> None:
    (who,) = read_one("The Russian defence ministry said its aircraft bombed Idlib on Monday.").initiators
    assert isinstance(who, Found)
    assert (who.value.name, who.rule) == ("Russian Aerospace Forces", "en.references.owner")


@pytest.mark.parametrize(
    "text", ["An air strike killed five people in Idlib on Monday.", "Warplanes bombed a hospital in Idlib on Monday."]
)
def test_an_air_strike_without_an_owner_has_no_named_initiator(text: str) -> None:
    found = [one.value for one in read_one(text).initiators if isinstance(one, Found)]
    assert [one.name for one in found if not one.is_generic or one.actor_id] == []


def test_the_group_whose_base_was_hit_from_the_air_did_not_fly() -> None:
    text = "An air strike on a base of the Islamic State near Raqqa on Monday killed seven militants."
    claim = read_one(text)
    assert "Islamic State" not in names(claim.initiators)
    assert names(claim.targets) == ["Islamic State"]


def test_a_claim_of_responsibility_names_the_initiator_by_inference() -> None:
    text = "A suicide bombing killed four soldiers in Mogadishu on Monday. Al-Shabaab claimed responsibility for the attack."
    claim = read_one(text)
    (who,) = claim.initiators
    assert isinstance(who, Found)
    assert (who.value.name, who.basis, who.rule) == ("al-Shabaab", Basis.INFERRED, "en.cast.claims-responsibility")
    assert [(one.value.actor, one.value.stance.value) for one in claim.responsibility] == [("al-Shabaab", "claimed")]


def test_who_denies_a_deed_does_not_claim_it() -> None:
    denied = read("The M23 shelled Goma on Monday. The group denied that it shelled Goma.").claims[1]
    assert [one.value.stance.value for one in denied.responsibility if one.value.stance.value == "claimed"] == []
    assert [one for one in denied.initiators if isinstance(one, Found) and one.rule == "en.cast.claims-responsibility"] == []


def test_blame_gives_no_initiator() -> None:
    text = "A bomb exploded near Kandahar on Monday. Local officials blamed the Taliban for the explosion."
    claim = read_one(text)
    assert names(claim.initiators) == []
    assert [(one.value.actor, one.value.stance.value) for one in claim.responsibility] == [("Taliban", "blamed")]


def test_who_threatens_is_the_initiator_of_the_threat() -> None:
    assert initiators("The Islamic State threatened to attack Baghdad.") == ["Islamic State"]


def test_generic_fighters_stay_generic() -> None:
    (who,) = read_one("Gunmen attacked the town of Bama on Monday.").initiators
    assert isinstance(who, Found)
    assert (who.value.is_generic, who.value.actor_id) == (True, None)


def test_people_who_protest_are_the_initiators_of_their_protest() -> None:
    assert initiators("Residents held a peaceful protest in Homs on Friday.") == ["civilians"]


def test_a_loaded_label_is_kept_as_the_source_s_word_and_is_no_name() -> None:
    claim = read_one("The terrorists of Jaish al-Islam shelled Damascus on Monday.")
    assert names(claim.initiators) == ["Jaysh al-Islam"]
    assert [(one.value.words.lower(), one.value.of) for one in claim.framing] == [("terrorists", "Jaysh al-Islam")]


def test_a_reference_to_nobody_stays_open() -> None:
    (who,) = read("They shelled Kafr Nabl on Monday.").claims[0].initiators
    assert isinstance(who, Unresolved)


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        (
            "A truce between the Syrian army and the rebels brokered by Turkey and Russia began in Homs on Monday.",
            ["Turkey", "Russia"],
            ["Syrian Arab Army", "unspecified opposition armed group"],
        ),
        ("Hezbollah has had a local truce with Israel for two years.", ["Hezbollah"], ["Israel"]),
        (
            "Militants of the factions known as Ahrar al-Sham and Jaysh al-Islam shelled Aleppo on Monday.",
            ["Ahrar al-Sham", "Jaysh al-Islam"],
            [],
        ),
        ("Ukrainian officials accused Russia of shelling a school in Izium on Monday.", ["Russian Armed Forces"], ["civilians"]),
        (
            "Villagers were subjected to shelling by Syrian government forces in Idlib on Monday.",
            ["Syrian government forces"],
            ["civilians"],
        ),
        ("The Nigerian army recaptured the town of Bama, where Boko Haram had ruled.", ["Nigerian Armed Forces"], ["Boko Haram"]),
    ],
)
def test_deals_accusations_and_fights_have_their_sides(text: str, who: list[str], whom: list[str]) -> None:
    claim = read(text).claims[0]
    assert (names(claim.initiators), names(claim.targets)) == (who, whom)


def test_both_sides_are_the_two_of_the_sentence() -> None:
    claims = read("The truce between the Syrian army and Ahrar al-Sham was violated by both sides on Monday.").claims
    breach = next(claim for claim in claims if claim.event_type.value == "ceasefire_violation")
    assert sorted(names(breach.initiators)) == ["Ahrar al-Sham", "Syrian Arab Army"]


def test_the_other_side_of_a_fight_is_inferred_and_says_so() -> None:
    claim = read("Rebels surrounded Hader after clashes with the Syrian army on Monday.").claims[0]
    assert names(claim.targets) == ["Syrian Arab Army"]


def test_people_of_a_state_that_are_counted_are_people_and_not_the_state() -> None:
    (whom,) = read_one("Ghanaian police arrested forty Liberians in Accra on Monday.").targets
    assert isinstance(whom, Found)
    assert (whom.value.name, whom.value.country) == ("unspecified people", "LR")


def test_who_riots_is_called_so() -> None:
    assert initiators("Angry residents rioted in Goma on Monday.") == ["rioters"]


def test_a_drone_of_nobody_beside_named_aircraft_adds_no_actor() -> None:
    assert initiators("French jets and a drone bombed a camp near Gao on Monday.") == ["French Air Force"]


def test_a_war_is_nobody_who_acts() -> None:
    claims = read("The war has displaced thousands of people in Idlib.").claims
    assert "displacement" in {claim.event_type.value for claim in claims}
    assert all(claim.initiators == () for claim in claims)


@pytest.mark.parametrize(
    ("text", "initiator"),
    [
        ("An air strike on a market in Jabla killed nine people on Monday.", []),
        ("Warplanes bombed a market in Jabla on Monday.", ["unidentified air force"]),
        ("Regime warplanes bombed a market in Jabla on Monday.", ["government air force"]),
    ],
)
def test_aircraft_are_of_a_government_only_where_the_words_say_so(text: str, initiator: list[str]) -> None:
    assert initiators(text) == initiator


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "A Britain-based monitor said government forces shelled Harasta on Monday.",
            ["government forces"],
        ),
        ("The American invaders shelled a hamlet in Wardak in Afghanistan on Monday.", ["United States Armed Forces"]),
        ("Planes believed to belong to Russia struck the town of Harasta in Syria on Monday.", ["Russian Aerospace Forces"]),
        ("A coalition of Islamist insurgents shelled Ariha in Syria on Monday.", ["unspecified opposition armed group"]),
    ],
)
def test_who_acts_is_neither_where_a_speaker_sits_nor_a_known_alliance(text: str, who: list[str]) -> None:
    assert names(read(text).claims[0].initiators) == who


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Rebels shelled Jenda in Sudan on Monday, killing seven people including a policeman.", ["unspecified people"]),
        ("Rebels fired dozens of rockets at a market in Jenda in Sudan on Monday.", ["civilians"]),
        ("Bandits abducted six staff members of a charity near Jenda in Sudan on Monday.", ["civilians"]),
    ],
)
def test_whom_the_words_count_is_neither_one_of_them_nor_a_thing(text: str, whom: list[str]) -> None:
    assert targets(text) == whom


def test_it_in_a_clause_is_the_subject_of_the_clause_above() -> None:
    text = (
        "The Sudanese army and the Rapid Support Forces exchanged prisoners near Bara in Sudan on Monday. "
        "The militia freed nine soldiers and a nurse, whom it had abducted in Jenda in May."
    )
    abduction = next(claim for claim in read(text).claims if claim.event_type.value == "abduction")
    assert names(abduction.initiators) == ["Rapid Support Forces"]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen stopped four trucks near Jenda in Sudan on Monday and looted part of their load.",
        "An explosive remnant of war detonated near Jenda on Monday and killed a boy.",
    ],
)
def test_a_thing_is_nobody_who_could_not_be_resolved(text: str) -> None:
    claims = read(text).claims
    assert claims
    assert not [one for claim in claims for one in (*claim.initiators, *claim.targets) if isinstance(one, Unresolved)]


def test_an_army_that_bombs_from_the_air_is_the_air_force_and_one_that_is_bombed_is_not() -> None:
    assert initiators("The Syrian army carried out air strikes on Harasta in Syria on Monday.") == ["Syrian Air Force"]
    assert targets("French jets carried out air strikes on the Syrian army near Harasta on Monday.") == ["Syrian Arab Army"]


def test_a_movement_may_be_what_moves() -> None:
    claims = read("All movement on the Bara road in Sudan was targeted by army snipers on Monday.").claims
    assert not [name for claim in claims for name in names(claim.targets)]


def test_who_vows_that_something_will_be_done_is_to_do_it() -> None:
    claims = read("The movement's leader Abdulmalik al-Houthi vowed on Monday that Saudi oil tanks would be bombed.").claims
    foreseen = next(claim for claim in claims if claim.event_type.value == "air_strike")
    assert names(foreseen.initiators) == ["Houthis"]


def test_a_man_is_no_police_command_that_speaks_before_him() -> None:
    text = "A source at Homs Police Command said that the teacher died after he was shot by gunmen in Rablah."
    assert targets(text) == ["civilians"]


def test_who_is_rounded_up_and_killed_is_not_the_group_that_does_it() -> None:
    text = "Islamic State fighters took the town of Al Bab. Dozens of FSA rebels were rounded up and executed by the extremist group."
    claim = next(one for one in read(text).claims if one.event_type.value == "execution")
    assert names(claim.initiators) == ["Islamic State"]
    assert names(claim.targets) == ["Free Syrian Army"]


def test_shelling_by_somebody_is_his_though_the_parser_takes_it_for_a_verb() -> None:
    assert initiators("Three people were killed in mortar shelling by ISIS militants on the eastern parts of the city.") == [
        "Islamic State"
    ]


def test_ground_that_an_army_regains_while_it_expels_rebels_is_the_governments() -> None:
    text = "The army continued operations to expel ISIS from the area, re-establishing control over Ghweiran in Hasaka last week."
    assert types(text) == ["territory_gained_by_government"]


def test_terrorists_of_a_named_group_are_the_group() -> None:
    assert initiators("Terrorists of the so called Jaish al-Islam targeted with rocket shells several districts of Damascus city.") == [
        "Jaysh al-Islam"
    ]


def test_what_was_used_in_an_attack_was_used_by_who_attacked() -> None:
    assert initiators("A mayor said that the Russian air force has been using cluster munitions in attacks on towns in Aleppo.") == [
        "Russian Aerospace Forces"
    ]


def test_none_of_them_is_nobody() -> None:
    claim = read_one("Regime warplanes bombed Raqqa on Monday, killing nine people, and none of the ISIS positions were hit in the raids.")
    assert "Islamic State" not in names(claim.targets)


def test_shots_are_fired_by_who_fired_them() -> None:
    assert initiators("Two people were wounded by bullets fired by gunmen in Homs.") == ["unidentified armed group"]


def test_a_verb_that_the_parser_takes_for_a_participle_has_its_subject() -> None:
    text = "The terrorist organizations on Friday targeted with rocket and mortar shells the cities of Damascus and Aleppo."
    claim = read_one(text)
    assert names(claim.initiators) == ["unspecified opposition armed group"]
    assert "unspecified opposition armed group" not in names(claim.targets)


def test_strikes_that_the_tagger_takes_for_a_verb_are_strikes() -> None:
    text = "At least 56 civilians were killed in Russian and Assad regime airstrikes on besieged eastern Aleppo."
    strike = next(one for one in read(text).claims if one.event_type.value == "air_strike")
    assert names(strike.initiators) == ["Syrian Air Force"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Regime forces bombed a market in Douma with heavy artillery.", ["shelling"]),
        ("Regime forces bombed a market in Douma with barrel bombs.", ["air_strike"]),
        ("Regime forces bombed a market in Douma near the oil tanks.", ["air_strike"]),
        ("Fighters attacked the besieged town of Fua, wounding a woman.", ["attack_on_civilians", "humanitarian_obstruction"]),
    ],
)
def test_what_is_told_of_a_place_or_used_as_a_gun_decides_the_kind(text: str, wanted: list[str]) -> None:
    assert sorted(types(text)) == wanted
