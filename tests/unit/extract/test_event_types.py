import pytest

from according.knowledge.event_types import load_event_types
from according.knowledge.loader import PACKAGED
from according.model.evidence import Basis, Span
from according.model.trigger import Strength, Trigger
from according.steps.extract.event_types import settle_event_type

TYPES = load_event_types((PACKAGED,))


def make_trigger(event_type: str, strength: Strength = Strength.EVENT, at: int = 0, rule: str = "") -> Trigger:
    return Trigger(rule or f"en.{event_type}.test", event_type, Span(at, at + 5), 0, at, strength, is_nominal=False)


def settle(*triggers: Trigger, initiators: str = "", targets: str = "", weapon: str | None = None, words: str = "") -> str:
    return settle_event_type(
        triggers,
        event_types=TYPES,
        weapon=weapon,
        initiator_kinds=frozenset(initiators.split()),
        target_kinds=frozenset(targets.split()),
        words=frozenset(words.split()),
    ).value


def test_an_air_strike_inside_a_ground_battle_is_a_clash() -> None:
    assert settle(make_trigger("air_strike"), make_trigger("armed_clash", at=10)) == "armed_clash"


def test_the_first_word_decides_between_shelling_and_air_strikes() -> None:
    assert settle(make_trigger("shelling"), make_trigger("air_strike", at=10)) == "shelling"
    assert settle(make_trigger("air_strike"), make_trigger("shelling", at=10)) == "air_strike"


def test_a_car_bomb_with_a_bomber_is_a_suicide_bombing() -> None:
    assert settle(make_trigger("explosive_device"), words="a suicide attacker drove a car bomb") == "suicide_bombing"
    assert settle(make_trigger("explosive_device"), words="a car bomb went off") == "explosive_device"


def test_poison_wins_over_what_carries_it() -> None:
    assert settle(make_trigger("shelling"), make_trigger("chemical_attack", at=9)) == "chemical_attack"
    assert settle(make_trigger("attack_on_civilians", Strength.VAGUE), weapon="chemical") == "chemical_attack"


@pytest.mark.parametrize(
    ("weapon", "expected"),
    [("rocket", "shelling"), ("drone", "air_strike"), ("ied", "explosive_device"), ("small arms", "attack_on_civilians")],
)
def test_an_attack_takes_its_type_from_the_weapon(weapon: str, expected: str) -> None:
    assert settle(make_trigger("attack_on_civilians", Strength.VAGUE), weapon=weapon, targets="civilians") == expected


def test_a_killing_between_armed_sides_is_a_clash_and_of_civilians_an_attack() -> None:
    killed = make_trigger("attack_on_civilians", Strength.HARM)
    assert settle(killed, initiators="rebel", targets="state") == "armed_clash"
    assert settle(killed, initiators="rebel", targets="civilians") == "attack_on_civilians"


def test_deaths_with_no_agent_and_no_means_are_other() -> None:
    assert settle(make_trigger("attack_on_civilians", Strength.HARM), targets="people") == "other"


def test_ground_belongs_to_the_side_that_takes_it() -> None:
    capture = make_trigger("territory_gained_by_nonstate_actor")
    assert settle(capture, initiators="state") == "territory_gained_by_government"
    assert settle(make_trigger("territory_gained_by_government"), initiators="rebel") == "territory_gained_by_nonstate_actor"
    assert settle(capture) == "territory_gained_by_nonstate_actor"


def test_states_arrest_and_others_abduct() -> None:
    assert settle(make_trigger("arrest"), initiators="rebel") == "abduction"
    assert settle(make_trigger("arrest"), initiators="police") == "arrest"
    assert settle(make_trigger("abduction", Strength.VAGUE), initiators="state") == "arrest"


def test_who_is_abducted_and_then_killed_was_executed() -> None:
    killed = make_trigger("attack_on_civilians", Strength.HARM, at=9, rule="en.attack_on_civilians.kill-verb")
    assert settle(make_trigger("abduction"), killed) == "execution"


def test_a_drone_that_is_shot_down_is_an_interception() -> None:
    assert settle(make_trigger("aircraft_downed"), words="rebels shot down a drone") == "interception"


def test_fire_on_a_protest_makes_it_excessive_force() -> None:
    assert settle(make_trigger("peaceful_protest"), make_trigger("excessive_force_against_protesters", at=9)) == (
        "excessive_force_against_protesters"
    )


def test_what_lost_is_kept_with_the_reason() -> None:
    found = settle_event_type((make_trigger("air_strike"), make_trigger("armed_clash", at=10)), event_types=TYPES)
    assert (found.value, found.basis) == ("armed_clash", Basis.STATED)
    assert [one.value for one in found.rejected] == ["air_strike"]
