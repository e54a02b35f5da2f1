"""Which phrases the syntax puts in the roles of a trigger, on sentences about invented events."""

import pytest

from according.knowledge.loader import load_knowledge
from according.steps.dissect import parse_text
from according.steps.extract.roles import Frame, find_roles
from according.steps.extract.triggers import read_triggers


@pytest.fixture(scope="module")
def triggers():
    return load_knowledge().triggers


def read_frame(text: str, word: str, triggers) -> Frame:
    (sentence,) = parse_text(text).sentences
    found = read_triggers(sentence, text, triggers)[0]
    return find_roles(sentence, next(one for one in found if one.span.of(text) == word))


@pytest.mark.parametrize(
    ("text", "word", "who", "whom"),
    [
        ("Rebels shelled the village of Harana.", "shelled", ["Rebels"], ["the village of Harana"]),
        ("The village of Harana was shelled by army units.", "shelled", ["army units"], ["The village of Harana"]),
        ("Four men were killed by gunmen.", "killed", ["gunmen"], ["Four men"]),
        ("The shelling of Harana by army units killed two farmers.", "shelling", ["army units"], ["Harana", "two farmers"]),
        ("Turkish shelling hit Harana.", "shelling", ["Turkish"], ["Harana"]),
        ("Government shelling of the town killed three men.", "shelling", ["Government"], ["the town"]),
        ("The rebels carried out an attack on a market.", "attack", ["The rebels"], ["a market", "an attack on a market"]),
        ("The attack was carried out by the rebels.", "attack", ["the rebels"], ["The attack"]),
        ("Gunmen opened fire on a bus.", "opened fire", ["Gunmen"], ["a bus", "fire"]),
        ("The militia that shelled Harana left.", "shelled", ["The militia"], ["Harana"]),
        ("The militia that shelled Harana left.", "left", ["The militia"], []),
        ("The army forced the rebels to leave the hospital and attack the base.", "attack", ["the rebels"], ["the base"]),
        ("Rebels tried to seize the town.", "seize", ["Rebels"], ["the town"]),
        ("The fighters were able to storm the post near Harana.", "storm", ["The fighters"], ["the post near Harana"]),
        ("The river crossing came under rebel control on 6 July without resistance.", "came under", ["rebel"], []),
        ("French troops handed over the base to the army.", "handed over", ["French troops"], ["the army"]),
        ("Harana fell to the rebels on Monday.", "fell to", ["the rebels"], []),
        ("Troops took Harana after weeks of clashes with the rebels.", "clashes", ["Troops"], ["the rebels"]),
        ("Ten men are believed to have been killed by the militia.", "killed", ["the militia"], ["Ten men"]),
        ("The alliance fighting IS had bombed the camp.", "bombed", ["The alliance"], ["the camp"]),
        ("The clashes pitted the rebels against the army.", "clashes", ["the rebels"], ["the army"]),
        ("Rebel rocket fire on the town killed a man.", "rocket fire", ["Rebel"], ["the town", "a man"]),
        ("Clashes between militants near Harana killed four.", "Clashes", ["militants near Harana"], ["four"]),
        ("In Harana, artillery shelling by rebels injured 14 people.", "artillery shelling", ["rebels"], ["14 people"]),
        ("The army answered with air strikes on the camp.", "air strikes", ["The army"], ["the camp"]),
        ("The convoy came under fire from armed men.", "came under fire", ["armed men"], ["The convoy"]),
        ("On the river road, the convoy came under fire.", "came under fire", [], ["the convoy"]),
        ("Our men repelled an attack by the militia on the town.", "repelled an attack", ["the militia"], ["Our men"]),
        ("The guards foiled an attack by the militia on the town.", "foiled an attack", ["The guards"], ["the militia"]),
        ("A drone attack, which local authorities blamed on the militia, hit the dam.", "drone attack", ["the militia"], ["the dam"]),
        ("Gunmen set fire to a clinic and a barn.", "set fire to", ["Gunmen"], ["a clinic", "a barn"]),
        ("The army destroyed a rocket launcher belonging to the rebels.", "destroyed", ["The army"], ["a rocket launcher", "the rebels"]),
        (
            "Soldiers accompanied by Russian mercenaries executed at least six herders near Mopti.",
            "executed",
            ["Soldiers", "Russian mercenaries"],
            ["at least six herders near Mopti"],
        ),
        ("Rebels and gunmen attacked a market and a school.", "attacked", ["Rebels", "gunmen"], ["a market", "a school"]),
        ("Clashes between the rebels and the army broke out.", "Clashes", ["the rebels"], ["the army"]),
        ("The army captured the town from the rebels.", "captured", ["The army"], ["the rebels", "the town"]),
        ("The rebels clashed with the army.", "clashed", ["The rebels"], ["the army"]),
        ("Twelve people died in an explosion.", "died", [], ["Twelve people"]),
        ("Soldiers shelled the town and arrested three men.", "arrested", ["Soldiers"], ["three men"]),
        ("The strike hit a market.", "strike", [], ["a market"]),
        ("Gunmen attacked a village, killing four people.", "killing", ["Gunmen"], ["four people"]),
    ],
)
def test_roles_follow_the_syntax(triggers, text: str, word: str, who: list[str], whom: list[str]) -> None:
    frame = read_frame(text, word, triggers)
    assert ([one.span.of(text) for one in frame.initiators], [one.span.of(text) for one in frame.targets]) == (who, whom)


def test_a_fight_between_two_sides_has_no_attacker(triggers) -> None:
    text = "Clashes between the rebels and the army broke out."
    assert read_frame(text, "Clashes", triggers).between
    assert not read_frame("The rebels clashed with the army.", "clashed", triggers).between


def test_each_role_names_the_path_that_led_to_it(triggers) -> None:
    frame = read_frame("The army captured the town from the rebels.", "captured", triggers)
    assert [one.rule for one in frame.initiators] == ["en.roles.subject"]
    assert [one.rule for one in frame.targets] == ["en.roles.taken-from", "en.roles.object"]


def test_a_shelling_led_by_somebody_is_theirs(triggers) -> None:
    assert read_frame("Turkish-led shelling of Harana began.", "shelling", triggers).initiators != ()


def test_a_fight_between_three_sides_has_all_three(triggers) -> None:
    text = "Clashes between the rebels, the army and a militia broke out."
    frame = read_frame(text, "Clashes", triggers)
    assert {one.span.of(text) for one in (*frame.initiators, *frame.targets)} == {"the rebels", "the army", "a militia"}


def test_what_followed_an_attack_is_not_its_target(triggers) -> None:
    text = "Rebels attacked the town, burning houses."
    assert [one.span.of(text) for one in read_frame(text, "attacked", triggers).targets] == ["the town"]
