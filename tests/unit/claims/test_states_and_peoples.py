"""When a state's name means the state, its people or only where, and whom "it" means that somebody said."""

import pytest
from reading_claims import initiators, names, read, targets, types

from according.model.evidence import Found


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Ethiopia launched an invasion of Somalia on Monday.", ["Somali National Army"]),
        ("NATO tightened the naval blockade of Serbia.", ["Serbia"]),
        ("Armenia carried out attacks against Azerbaijan.", ["Azerbaijani Armed Forces"]),
        ("Turkey launched air strikes on Syria.", []),
        ("Jets carried out an air raid in Libya.", []),
    ],
)
def test_a_state_is_a_target_where_the_words_make_it_the_other_side(text: str, whom: list[str]) -> None:
    assert targets(text) == whom


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kurds demonstrated in Ankara on Monday.", ["unspecified people"]),
        ("Young Algerians blocked roads in Oran.", ["unspecified people"]),
        ("The Russians shelled the town of Kupiansk.", ["Russian Armed Forces"]),
    ],
)
def test_who_marches_is_a_people_and_who_shells_a_state(text: str, who: list[str]) -> None:
    assert initiators(text) == who


def test_ethnic_guerrillas_are_of_no_state() -> None:
    (claim,) = read("Ethnic Albanian guerrillas were demobilised in Tetovo.").claims
    (who,) = claim.initiators
    assert isinstance(who, Found)
    assert (who.value.name, who.value.country) == ("unspecified opposition armed group", None)


def test_refugees_of_two_countries_are_no_army() -> None:
    text = "Soldiers in Guinea tortured scores of Sierra Leonean and Liberian refugees."
    assert targets(text) == ["civilians"]
    assert types(text) == ["attack_on_civilians"]


def test_who_fled_is_a_target_without_a_count() -> None:
    assert targets("Refugees sought refuge in Germany.") == ["civilians"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Japan said on Tuesday it had expelled two Chinese diplomats.", ["Japan"]),
        ("Nigeria announced that it will withdraw its force from Chad.", ["Nigerian Armed Forces"]),
        ("Boko Haram said it had kidnapped two priests.", ["Boko Haram"]),
        ("Police said he had shot two men.", []),
    ],
)
def test_it_is_who_says_that_it_did(text: str, who: list[str]) -> None:
    assert names(read(text).claims[0].initiators) == who


def test_nobody_withdraws_at_the_cost_of_his_own_troops() -> None:
    assert targets("Chad withdrew its troops from Niger on Monday.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The militia attempted to assassinate the mayor.", ["attack_on_civilians"]),
        ("The militia attempted to kill the mayor.", []),
        ("The Truce Violations Committee met on Sunday.", []),
        ("The two sides held talks on an Israeli troop withdrawal.", []),
        ("Leaders of the coalition agreed to postpone the demonstration in Baku.", ["agreement", "peaceful_protest"]),
        ("Sudan threatened to ban fishing by Eritrean boats.", ["threat"]),
        ("The authorities captured a Mi-24 helicopter.", []),
        ("Troops captured part of a rebel stronghold on the border.", ["territory_gained_by_government"]),
    ],
)
def test_what_is_an_event(text: str, found: list[str]) -> None:
    assert types(text) == found


@pytest.mark.parametrize("text", ["Chad is willing to withdraw its troops from Niger.", "The junta is prepared to impose martial law."])
def test_what_somebody_is_willing_to_do_is_still_to_come(text: str) -> None:
    assert read(text).claims[-1].status.value == "foreseen"


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Fighter jets believed to be Russian bombed a market in Idlib.", ["Russian Aerospace Forces"], ["civilians"]),
        ("Men believed to be herders attacked the village of Agatu.", [], []),
        ("It is not known which aircraft carried out the strike on Harim.", [], []),
        ("Syrian government forces carried out a total of 18 air strikes in Houla.", ["Syrian Air Force"], []),
        ("The army denied access to the Red Cross.", ["government soldiers"], ["International Committee of the Red Cross"]),
        ("Houthi fighters prevented the UN from delivering food to Taiz.", ["Houthis"], ["United Nations"]),
        ("The militia sent fighters to Ituri.", ["militia"], []),
        ("Israeli or American aircraft hit a camp near Hama.", ["Israeli Air Force or United States Armed Forces"], []),
        ("Uganda has granted political asylum to 18 Rwandan rebels.", ["Uganda"], ["unspecified opposition armed group"]),
        ("Norway will provide 500 tons of food to refugees in Liberia.", ["Norway"], ["civilians"]),
        ("Doctors handed over medicine to the Red Crescent in Shiraz, Iran.", ["civilians"], []),
    ],
)
def test_who_and_whom_are_what_the_words_give(text: str, who: list[str], whom: list[str]) -> None:
    assert (initiators(text), targets(text)) == (who, whom)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Armed men abducted four miners near Kidal and are demanding a ransom from their families.", ["abduction"]),
        ("The militia stopped an aid convoy bound for Tigray and seized part of its load.", ["humanitarian_obstruction"]),
        ("The UN envoy called on both sides to respect the ceasefire.", []),
        ("The government and the rebels extended the truce.", ["ceasefire_declared"]),
    ],
)
def test_what_follows_from_an_event_is_no_other_event(text: str, found: list[str]) -> None:
    assert types(text) == found


def test_state_television_is_no_government() -> None:
    assert targets("A bomb killed two people and wounded three on Thursday state television said.") == ["unspecified people"]


def test_a_rebel_coalition_is_no_known_alliance() -> None:
    assert "US-led Coalition" not in initiators("Ten fighters of the largest rebel coalition attacked the army near Hama.")
