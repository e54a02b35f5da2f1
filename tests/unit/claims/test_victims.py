"""How many were hurt, who they were, and whether civilians were the target."""

import pytest
from reading_claims import names, read, read_one, tolls

from according.model.evidence import Basis, Found, Reason, Unresolved


def test_one_count_told_twice_stands_once_in_the_fuller_wording() -> None:
    claim = read_one("An explosion killed 70 people in Baghdad on Monday. Police said the blast killed 70 civilians.")
    assert tolls(claim) == [("killed", "civilians", 70, 70)]


def test_counted_fighters_without_a_name_are_of_the_group_that_was_hit() -> None:
    claim = read_one("Turkish aircraft bombed a position of the PKK near Sinjar on Monday, killing 7 militants.")
    assert tolls(claim) == [("killed", "combatants:Kurdistan Workers' Party (PKK)", 7, 7)]
    assert claim.tolls[0].basis is Basis.INHERITED


def test_counted_fighters_with_a_name_keep_it() -> None:
    claim = read_one("Fighters of the Taliban killed seven militants of the Islamic State near Jalalabad on Monday.")
    assert tolls(claim) == [("killed", "combatants:Islamic State", 7, 7)]
    assert claim.tolls[0].basis is Basis.STATED


def test_rebels_who_died_beside_a_soldier_are_not_of_his_army() -> None:
    claim = read_one("A soldier and five militants were killed in a gun battle near Kandahar on Monday.")
    assert tolls(claim)[1][1] == "combatants:unspecified opposition armed group"


def test_two_groups_of_dead_are_two_tolls() -> None:
    claim = read_one("Shelling of Douma killed four civilians and two rebels on Monday.")
    assert tolls(claim) == [("killed", "civilians", 4, 4), ("killed", "combatants:unspecified opposition armed group", 2, 2)]


def test_the_dead_are_the_target_where_no_other_is_named() -> None:
    claim = read_one("An explosion killed 70 civilians in Baghdad on Monday.")
    assert names(claim.targets) == ["civilians"]
    headline = read_one("Bomb kills nine in Baghdad")
    (whom,) = headline.targets
    assert isinstance(whom, Found)
    assert (whom.value.name, whom.rule, whom.basis) == ("unspecified people", "en.targets.from-toll", Basis.INFERRED)


def test_a_town_that_was_captured_is_nobody_detained() -> None:
    assert tolls(read_one("Rebels captured Kafr Nabl from government forces on Monday.")) == []


def test_no_casualties_are_none_and_nobody_is_the_target_for_that() -> None:
    claim = read_one("Shelling hit Douma on Monday but caused no casualties.")
    assert {(high, low) for _, _, low, high in tolls(claim)} == {(0, 0)}
    assert names(claim.targets) == []


@pytest.mark.parametrize(
    ("text", "targeted"),
    [
        ("Gunmen shot dead a journalist in Mogadishu on Monday.", True),
        ("Warplanes bombed a hospital in Idlib on Monday.", True),
        ("An explosion killed 70 civilians in Baghdad on Monday.", True),
        ("Clashes between Boko Haram and Nigerian soldiers broke out near Maiduguri.", False),
        ("A roadside bomb killed three soldiers near Kandahar.", False),
        ("The army withdrew from Kobani on Monday.", False),
        ("An air strike killed five people in Idlib on Monday.", None),
        ("Rebels shelled Kafr Nabl on Tuesday.", None),
    ],
)
def test_civilians_were_the_target_or_not_or_the_words_do_not_tell(text: str, targeted: bool | None) -> None:
    answer = read_one(text).civilians_targeted
    assert (answer.value if isinstance(answer, Found) else None) is targeted


def test_where_nothing_is_said_of_civilians_the_question_is_open() -> None:
    answer = read_one("An air strike killed five people in Idlib on Monday.").civilians_targeted
    assert isinstance(answer, Unresolved)
    assert answer.reason is Reason.NOT_MENTIONED


def test_a_total_of_a_war_is_of_no_type_and_has_no_target() -> None:
    claim = read_one("At least 3,000 people have been killed in Darfur since April 2003.")
    assert claim.event_type.value == "other"
    assert claim.event_type.basis is Basis.INFERRED
    assert claim.targets == ()
    assert claim.initiators == ()
    assert tolls(claim) == [("killed", "unspecified", 3000, None)]


def test_wounded_and_killed_of_two_kinds_keep_their_kinds() -> None:
    claim = read_one("A mortar attack on Damascus killed two policemen and wounded a child on Monday.")
    assert tolls(claim) == [("killed", "police", 2, 2), ("injured", "children", 1, 1)]


def test_fighters_of_nobody_are_unidentified_and_never_of_the_attacker() -> None:
    claims = read("Boko Haram shelled Bama on Monday, killing three fighters.").claims
    assert all("Boko Haram" not in who for claim in claims for _, who, _, _ in tolls(claim))


def test_a_total_larger_than_its_kinds_says_only_people() -> None:
    claim = read_one("Shelling killed 40 people, 12 children among them, in Douma on Monday.")
    assert names(claim.targets) == ["unspecified people"]
    assert isinstance(claim.civilians_targeted, Unresolved)


def test_ground_that_changed_hands_is_no_attack_on_civilians() -> None:
    answer = read_one("Rebels captured Kafr Nabl on Monday.").civilians_targeted
    assert isinstance(answer, Found)
    assert answer.value is False
