"""Whom "the enemy", "we" and "our forces" mean, whose positions were hit, and who was given or threatened something."""

import pytest
from reading_claims import initiators, names, read, read_one, targets

import according
from according.model.evidence import Basis, Found


def test_the_enemy_is_whom_the_quoted_side_fights() -> None:
    claim = read_one("The enemy shelled our positions near Bakhmut on Monday, the General Staff of the Armed Forces of Ukraine said.")
    assert names(claim.initiators) == ["Russian Armed Forces"]
    assert names(claim.targets) == ["Ukrainian Armed Forces"]
    assert isinstance(claim.initiators[0], Found)
    assert claim.initiators[0].basis is not Basis.STATED


def test_our_fighters_are_those_of_whose_statement_it_is() -> None:
    text = "Our fighters attacked a junta outpost near Mrauk-U on Monday and killed six soldiers."
    claims = according.code(text, source="Arakan Army Information Desk").claims
    assert [names(claim.initiators) for claim in claims] == [["Arakan Army"]]


def test_an_adjective_says_which_enemy_is_meant() -> None:
    assert initiators("The Saudi enemy's artillery shelled farms in Razih district on Monday, a local official said.") == [
        "Saudi Armed Forces"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The enemy shelled Bakhmut on Monday, a resident said.",  # of whom, nobody says
        "We shelled nobody, but shells hit Goma on Monday, a shopkeeper said.",
    ],
)
def test_nobody_is_named_where_it_is_not_known_who_speaks(text: str) -> None:
    assert all(not names(claim.initiators) for claim in read(text).claims)


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Ukrainian artillery pounded Russian positions near Izium on Monday.", ["Ukrainian Armed Forces"], ["Russian Armed Forces"]),
        (
            "Fighters of JNIM ambushed a French convoy near Hombori on Monday.",
            ["Jama'at Nusrat al-Islam wal-Muslimin"],
            ["French Armed Forces"],
        ),
        (
            "At least nine rebels were killed in clashes with Malian soldiers near Gao on Monday.",
            ["unspecified opposition armed group"],
            ["Malian Armed Forces"],
        ),
    ],
)
def test_the_forces_of_a_state_are_named_by_its_adjective(text: str, who: list[str], whom: list[str]) -> None:
    assert (initiators(text), targets(text)) == (who, whom)


def test_the_infrastructure_of_a_country_is_not_its_army() -> None:
    assert targets("Russian missiles hit Ukrainian infrastructure near Odesa on Monday.") == []


def test_a_group_whose_short_name_reads_like_a_verb_is_named() -> None:
    text = "Palmyra: IS members executed a teacher and his cousin in the main square on Monday."
    assert (initiators(text), targets(text)) == (["Islamic State"], ["civilians"])


def test_warplanes_of_one_state_or_another_are_of_either() -> None:
    text = "The raids on Atma on Monday were carried out by either Russian or regime warplanes, a monitor in Syria said."
    assert initiators(text) == ["Russian Aerospace Forces or Syrian Air Force"]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Norway sent 300 tons of food aid to Somalia on Monday.", ["Somalia"]),
        ("Sweden threatened further action against Russia on Monday.", ["Russia"]),
    ],
)
def test_who_is_given_or_threatened_something_is_the_target(text: str, whom: list[str]) -> None:
    assert [names(claim.targets) for claim in read(text).claims] == [whom]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("An air raid hit a village controlled by the IS group killing nine villagers near Azaz in Syria on Monday.", []),
        ("Syrian or Russian air raids on Atma killed nine villagers on Monday.", ["Syrian Air Force or Russian Aerospace Forces"]),
        (
            "Fighters of Jaysh al-Islam held Douma in Syria. The air force bombed the town on Monday.",
            ["Syrian Air Force"],
        ),
    ],
)
def test_who_only_holds_the_place_is_not_who_bombed_it(text: str, who: list[str]) -> None:
    assert names(read(text).claims[-1].initiators) == who


def test_a_people_is_not_its_state() -> None:
    claim = read_one("Gunmen launched an attack against Syrians in Sidon on Monday and wounded three men.")
    assert names(claim.targets) == ["unspecified people"]


STATEMENT = (
    "Statement of the Arakan Army\n\nOur fighters attacked a junta outpost near Mrauk-U on Monday and killed six soldiers.\n\n"
    "The junta shelled a village near Kyauktaw on Sunday."
)


def test_a_group_claims_what_its_own_statement_tells_of_it() -> None:
    claims = read(STATEMENT).claims
    acts = [[(act.value.actor, act.value.stance.value, act.value.by) for act in claim.responsibility] for claim in claims]
    assert acts == [[("Arakan Army", "claimed", "Arakan Army")], []]


def test_others_do_not_claim_what_they_tell_of_a_group() -> None:
    claim = read_one("Arakan Army fighters attacked a junta outpost near Mrauk-U on Monday and killed six soldiers.")
    assert claim.responsibility == ()


COMMUNIQUE = "Communiqué No. 7 of Jama'at Nusrat al-Islam wal-Muslimin\n\n"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            COMMUNIQUE + "A unit of the group blew up an army vehicle near Ansongo in Mali on Monday.",
            "Jama'at Nusrat al-Islam wal-Muslimin",
        ),
        (COMMUNIQUE + "The brothers ambushed Malian soldiers near Ansongo on Monday.", "Jama'at Nusrat al-Islam wal-Muslimin"),
    ],
)
def test_a_communique_calls_its_own_side_by_a_common_word(text: str, who: str) -> None:
    assert initiators(text)[:1] == [who]


def test_nobody_is_said_to_kill_his_own() -> None:
    text = COMMUNIQUE + "Our fighters ambushed a Malian patrol near Ansongo on Monday, killing three of its members."
    assert {toll.value.who for claim in read(text).claims for toll in claim.tolls} <= {
        "combatants:unidentified armed group",
        "combatants:Malian Armed Forces",
    }


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Bandits robbed a convoy near Djibo in Burkina Faso on Monday. The attackers also shelled the market.",
            ["unidentified armed group"],
        ),
        (
            "Rapid Support Forces fought the army near Bara in Sudan on Monday. The group that holds the town shelled the market.",
            [],
        ),
    ],
)
def test_the_attackers_are_whoever_attacked_and_a_group_told_apart_is_none_named_before(text: str, who: list[str]) -> None:
    shelling = next(claim for claim in read(text).claims if claim.event_type.value == "shelling")
    assert names(shelling.initiators) == who


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        (
            "Troops bombed the militants near Jilib in Somalia on Monday at the government's request.",
            ["unspecified opposition armed group"],
        ),
        ("A 30-year-old Palestinian was shot dead near Jenin on Monday.", ["unspecified people"]),
    ],
)
def test_who_only_asked_for_it_or_shares_a_state_s_name_was_not_hit(text: str, whom: list[str]) -> None:
    assert targets(text) == whom


def test_an_abbreviation_is_that_of_the_side_whose_country_the_report_names() -> None:
    war = "RSF denied shelling the market of Mellit in Sudan on Monday, and the Sudanese army blamed it."
    speakers = {one.value.name for claim in read(war).claims for one in claim.attribution}
    assert "Reporters Without Borders" not in speakers
    claims = read("RSF said that gunmen killed a reporter in Tijuana in Mexico on Monday.").claims
    assert {one.value.name for claim in claims for one in claim.attribution} == {"Reporters Without Borders"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "American and Afghan commandos attacked a Taliban camp in Helmand on Monday.",
            {"United States Armed Forces", "Afghan National Army"},
        ),
        ("Ukrainian armed formations shelled Horlivka on Monday.", {"Ukrainian Armed Forces"}),
        ("Kalay: fighters of the Arakan Army attacked a police post in Myanmar on Monday.", {"Arakan Army"}),
        ("Fulani herders were killed by soldiers near Mopti in Mali on Monday.", {"Malian Armed Forces"}),
    ],
)
def test_words_for_a_state_s_men_and_headings_of_lists_are_read(text: str, who: set[str]) -> None:
    assert set(initiators(text)) == who


def test_a_state_s_statement_is_not_its_enemy_s() -> None:
    text = "Statement of the Sudanese Armed Forces\n\nOur forces attacked a camp of the Rapid Support Forces near Bara on Monday."
    assert initiators(text) == ["Sudanese Armed Forces"]


def test_a_statement_does_not_claim_what_its_enemy_did() -> None:
    text = (
        "Statement of the Arakan Army\n\nOur fighters shelled an outpost near Mrauk-U on Monday.\n\n"
        "The occupiers struck back at our people, and their artillery shelled a hospital in Kyauktaw on Monday."
    )
    own, theirs = read(text).claims
    assert [act.value.stance.value for act in own.responsibility] == ["claimed"]
    assert (names(theirs.initiators), theirs.responsibility) == ([], ())


def test_the_heroes_of_a_statement_are_its_own_whatever_the_enemy_did_before() -> None:
    text = (
        "Statement of the Arakan Army\n\nIn response to the crime that the occupiers committed against our people, "
        "the heroes of the artillery battalion shelled an outpost near Mrauk-U on Monday."
    )
    shelling = next(one for one in read(text).claims if one.event_type.value == "shelling")
    assert names(shelling.initiators) == ["Arakan Army"]


def test_a_place_before_whom_is_not_who_is_accused() -> None:
    text = "Hayat Tahrir al-Sham arrested four men in Salqin, whom it accuses of belonging to Islamic State cells, on Monday."
    assert all(act.value.actor != "Salqin" for claim in read(text).claims for act in claim.responsibility)
