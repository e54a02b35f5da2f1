"""Who vouches and who is said to have done it, in whole invented reports."""

from reading_claims import DAY, names, read, read_one

import according
from according.model.answers import Status


def test_the_wider_chain_stands_for_its_parts() -> None:
    claim = read_one('Shelling killed six people in Homs, an activist told AFP. "Shelling killed six people in Homs," the activist said.')
    assert [one.value.chain for one in claim.attribution] == [1, 1]


def test_a_denial_in_the_next_sentence_belongs_to_the_claim() -> None:
    claim = read_one("Gunmen shot dead nine farmers near Homs on Monday. The Islamic State denied any role.")
    assert [(one.value.stance.value, one.value.actor == one.value.by) for one in claim.responsibility] == [("denied", True)]


def test_a_figure_of_another_speaker_says_whose_it_is() -> None:
    claim = read_one("An air strike killed nine farmers in Homs on Monday, police said. A doctor said the strike wounded four farmers.")
    assert [(one.value.low, one.value.by) for one in claim.tolls] == [(9, None), (4, "doctor")]


def speakers(text: str) -> list[str]:
    return [one.value.name for one in read_one(text).attribution]


def test_a_capital_speaks_for_its_government() -> None:
    assert speakers("An air strike killed nine farmers near Homs on Monday, Moscow said.") == ["Russian government"]


def test_a_ministry_stands_for_its_government() -> None:
    text = "Russia said an air strike hit Homs on Monday. The Russian defence ministry said the air strike hit a farm."
    assert speakers(text) == ["Russian Ministry of Defence"]


def test_who_adds_only_a_toll_does_not_vouch_for_the_event() -> None:
    text = "An air strike killed nine farmers in Homs on Monday, police said. Four farmers were wounded, a nurse said."
    assert speakers(text) == ["police"]


def test_the_only_one_who_tells_of_the_dead_vouches_for_them() -> None:
    assert speakers("An air strike hit a farm in Homs on Monday. Nine farmers were killed, a nurse said.") == ["nurse"]


def test_its_spokesman_speaks_for_the_side_named_before() -> None:
    text = "The Islamic State shelled a farm near Homs on Monday, its spokesman said."
    assert speakers(text) == ["Islamic State"]


def test_a_bodys_spokesman_speaks_for_the_body_of_that_kind_named_before() -> None:
    text = (
        "Russia's Defence Ministry denied on Monday that its aircraft had bombed a farm near Homs. "
        '"No aircraft bombed the farm," the ministry\'s spokesman, Colonel Anton Belov, said.'
    )
    assert speakers(text) == ["Russian Ministry of Defence (spokesman Colonel Anton Belov)"]


def test_the_outlets_own_ministry_is_the_outlet() -> None:
    claims = according.code(
        "The Ministry said that gunmen shelled a farm near Homs on Monday.", published=DAY, source="Somali Ministry of Information"
    ).claims
    assert [one.value.name for one in claims[0].attribution] == ["Somali Ministry of Information"]


def test_a_partner_of_the_outlet_is_not_the_outlet() -> None:
    text = "An air strike hit a farm near Homs on Monday, a spokesman for the Courier's partner charity said."
    claims = according.code(text, published=DAY, source="Evening Courier").claims
    assert [one.value.name for one in claims[0].attribution] != ["Evening Courier"]
    assert "charity" in claims[0].attribution[0].value.name


def stances(text: str) -> set[tuple[str, str, str]]:
    return {(one.value.actor, one.value.stance.value, one.value.by) for one in read_one(text).responsibility}


def test_a_group_that_tells_of_its_own_deed_claims_it() -> None:
    text = "Ahrar al-Sham spokesman Karim Adel said a farm near Homs was shelled by Ahrar al-Sham on Monday."
    assert ("Ahrar al-Sham", "claimed", "Ahrar al-Sham") in stances(text)


def test_who_names_the_doer_blames_him_once_he_denies_it() -> None:
    text = "The police said Ahrar al-Sham shelled a farm near Homs on Monday. Ahrar al-Sham denied that its men were involved."
    assert stances(text) == {("Ahrar al-Sham", "denied", "Ahrar al-Sham"), ("Ahrar al-Sham", "blamed", "police")}


def test_doubt_in_the_next_sentence_is_carried_back() -> None:
    told = "Rebels shelled a farm near Homs on Monday, residents said."
    assert read_one(f"{told} The account could not be independently verified.").status.value == "unconfirmed"
    assert read_one(f"{told} The number of dead could not be independently verified.").status.value == "happened"


def test_what_is_only_claimed_of_others_is_unconfirmed() -> None:
    text = "Rebels claimed on Monday that government jets hit a farm near Homs."
    assert read_one(text).status.value == "unconfirmed"


def test_an_observatory_is_syria_s_only_where_syria_is_spoken_of() -> None:
    claims = read("The Observatory said on Tuesday that rebels shelled Sabha in southern Libya.").claims
    assert [one.value.name for one in claims[0].attribution] == ["Observatory"]


def test_a_denied_deed_is_not_laid_on_who_did_the_deed_told_before() -> None:
    text = (
        "Terrorists shelled Kafr Nabl in Syria with rockets on Tuesday. A source at the ministry dismissed Turkish claims that the army "
        "had shelled an observation post."
    )
    denied = next(one for one in read(text).claims if one.status.value is Status.DENIED)
    assert names(denied.initiators) != ["unspecified opposition armed group"]
