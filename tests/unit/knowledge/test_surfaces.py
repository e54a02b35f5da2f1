"""What can be told of a sentence before it is parsed."""

import pytest

from according.knowledge.loader import load_knowledge


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The navy denied it.", True),
        ("THE NAVY HAD NOTHING TO DO WITH IT.", True),
        ("The navy thanked the mayor.", False),
        ("The navy had nothing to do.", False),
    ],
)
def test_words_that_blame_or_deny_are_found_without_syntax(text: str, wanted: bool) -> None:
    assert load_knowledge().cues.responsibility.may_hold(text, "stops") is wanted


def test_a_rule_leaves_room_only_where_the_words_that_it_needs_stand() -> None:
    triggers = load_knowledge().triggers
    rule = next(one for one in triggers.rules if one.id == "en.aircraft_downed.shoot-down")
    assert triggers.leaves_room(rule, frozenset({"rebels", "downed", "a", "helicopter"}))
    assert not triggers.leaves_room(rule, frozenset({"rebels", "downed", "tools"}))
