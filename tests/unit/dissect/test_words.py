"""Words are read as spaCy's own attribute ruler and lemmatizer read them."""

import pytest

from according.steps.dissect import load_syntax
from according.steps.dissect.words import Tagged, open_words

TEXTS = (
    "There were clashes near the mill, and those who fled said they'd had no warning.",
    "It is the second time that rebels have shelled Harana, which has been besieged since May.",
    "He didn't say whether the men, women and children had been hit; let's not guess.",
    "Two of the worst affected villages lay closer to the river than this.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_parts_of_speech_and_lemmas_are_those_of_the_model(text: str) -> None:
    language = load_syntax()
    doc = language(text)
    read = open_words(language).read([Tagged(token.text, token.tag_, token.dep_) for token in doc])
    assert [(word.pos, word.lemma) for word in read] == [(token.pos_, token.lemma_.lower()) for token in doc]


def test_a_rule_for_two_words_reaches_the_second_word() -> None:
    words = open_words(load_syntax()).read([Tagged("There", "EX", "expl"), Tagged("were", "VBD", "ROOT")])
    assert [word.pos for word in words] == ["PRON", "VERB"]
