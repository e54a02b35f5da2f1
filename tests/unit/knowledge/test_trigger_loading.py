import pickle
from pathlib import Path

import pytest

from according.errors import KnowledgeError
from according.knowledge.inflection import inflect_noun, inflect_phrase, inflect_verb
from according.knowledge.lint import Level, lint_knowledge
from according.knowledge.loader import PACKAGED, load_knowledge
from according.knowledge.triggers import load_triggers

RULE = """
event_type = "air_strike"

[[rule]]
id = "en.air_strike.test"
words = ["zap"]
part = "verb"
strength = "event"
"""
EXAMPLE = """
[[rule.example]]
text = "They zapped it."
finds = "zapped"
"""
COUNTEREXAMPLE = """
[[rule.counterexample]]
text = "Nothing."
why = "Nothing happened."
"""


def write_rule(folder: Path, text: str) -> Path:
    path = folder / "languages" / "en" / "triggers" / "mine.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (RULE + COUNTEREXAMPLE, "no example"),
        (RULE + EXAMPLE, "no counterexample"),
        (RULE.replace("strength", "strenght") + EXAMPLE + COUNTEREXAMPLE, "unknown key `strenght`"),
        (RULE.replace('"event"', '"strong"') + EXAMPLE + COUNTEREXAMPLE, "`strength` holds 'strong'"),
        (RULE + "unless.followed_by = ['(']" + EXAMPLE + COUNTEREXAMPLE, "not a regular expression"),
    ],
)
def test_a_bad_rule_is_refused_with_the_reason(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(KnowledgeError, match=message):
        load_triggers((PACKAGED, write_rule(tmp_path, text)))


def test_a_folder_of_the_user_adds_rules_and_replaces_those_of_the_same_id(tmp_path: Path) -> None:
    before = {rule.id: rule for rule in load_triggers((PACKAGED,)).rules}
    replaced = RULE.replace("en.air_strike.test", "en.air_strike.noun") + EXAMPLE + COUNTEREXAMPLE
    after = {rule.id: rule for rule in load_triggers((PACKAGED, write_rule(tmp_path, replaced))).rules}
    assert set(after) == set(before)
    assert after["en.air_strike.noun"].words == ("zap",)


def test_a_rule_for_a_type_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    text = RULE.replace('"air_strike"', '"airstrike"') + EXAMPLE + COUNTEREXAMPLE
    with pytest.raises(KnowledgeError, match="`airstrike`, which does not exist"):
        load_knowledge(write_rule(tmp_path, text))


def test_the_version_changes_with_the_data(tmp_path: Path) -> None:
    assert load_knowledge().version == load_knowledge().version
    assert load_knowledge(write_rule(tmp_path, RULE + EXAMPLE + COUNTEREXAMPLE)).version != load_knowledge().version


def test_triggers_survive_pickling() -> None:
    triggers = load_triggers((PACKAGED,))
    again = pickle.loads(pickle.dumps(triggers))
    assert len(again.find_hits("The army shelled the port.")) == len(triggers.find_hits("The army shelled the port."))


def test_the_packaged_knowledge_has_no_errors() -> None:
    assert [one for one in lint_knowledge(load_knowledge()) if one.level is Level.ERROR] == []


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("shell", ("shell", "shells", "shelled", "shelling")),
        ("stab", ("stab", "stabs", "stabbed", "stabbing")),
        ("seize", ("seize", "seizes", "seized", "seizing")),
        ("free", ("free", "frees", "freed", "freeing")),
    ],
)
def test_regular_verbs_bend(lemma: str, forms: tuple[str, ...]) -> None:
    assert inflect_verb(lemma, {}) == forms


def test_nouns_and_phrases_bend() -> None:
    assert inflect_noun("gas mask", {}) == ("gas mask", "gas masks")
    assert "sexually abused" in inflect_phrase("sexually abuse", "verb", {}, {})
    assert inflect_phrase("rally to", "verb", {}, {}) == ("rally to", "rallies to", "rallied to", "rallying to")
    assert inflect_phrase("exchange of fire", "noun", {}, {}) == ("exchange of fire", "exchanges of fire")
