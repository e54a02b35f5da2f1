"""Noun phrases and paths in a sentence's syntax."""

from according.model.evidence import Span, list_starting
from according.model.parsed import Sentence, Token
from according.steps.dissect import parse_text
from according.steps.extract.phrases import find_ancestors, find_children, find_subtree, find_token, read_phrase, read_phrases
from according.steps.extract.tree import find_inside, find_over

TEXT = "The two rebels who fled and a tired guard of the mill attacked Harana."


def parse(text: str = TEXT) -> Sentence:
    (sentence,) = parse_text(text).sentences
    return sentence


def find(sentence: Sentence, word: str) -> Token:
    return next(token for token in sentence.tokens if token.text == word)


def test_a_phrase_leaves_out_relative_clauses_and_what_is_coordinated() -> None:
    sentence = parse()
    assert read_phrase(sentence, find(sentence, "rebels")).span.of(TEXT) == "The two rebels"
    assert read_phrase(sentence, find(sentence, "guard")).span.of(TEXT) == "a tired guard of the mill"


def test_coordinated_phrases_are_read_one_by_one_with_the_path_that_led_there() -> None:
    text = "Rebels, gunmen and a militia attacked Harana."
    sentence = parse(text)
    found = read_phrases(sentence, find(sentence, "Rebels"), "a.path")
    assert [phrase.span.of(text) for phrase in found] == ["Rebels", "gunmen", "a militia"]
    assert {phrase.rule for phrase in found} == {"a.path"}


def test_a_hyphen_does_not_cut_a_phrase() -> None:
    text = "The anti-tank missile hit Harana."
    sentence = parse(text)
    assert read_phrase(sentence, find(sentence, "missile")).span.of(text) == "The anti-tank missile"


def test_children_come_in_order_all_or_those_of_a_label() -> None:
    sentence = parse("The army shelled Harana on Monday.")
    verb = find(sentence, "shelled")
    assert [token.text for token in find_children(sentence, verb.index)] == ["army", "Harana", "on", "."]
    assert [token.text for token in find_children(sentence, verb.index, "dobj", "nsubj")] == ["army", "Harana"]


def test_a_subtree_can_leave_out_branches() -> None:
    sentence = parse("The army shelled Harana on Monday.")
    verb = find(sentence, "shelled")
    assert [token.text for token in find_subtree(sentence, verb.index, frozenset({"prep", "punct"}))] == [
        "The",
        "army",
        "shelled",
        "Harana",
    ]


def test_ancestors_lead_up_to_the_root_and_end_there() -> None:
    sentence = parse("The army shelled Harana on Monday.")
    assert [token.text for token in find_ancestors(sentence, find(sentence, "Monday").index)] == ["on", "shelled"]
    assert list(find_ancestors(sentence, find(sentence, "shelled").index)) == []


def test_the_top_word_of_a_span_is_found_and_none_outside() -> None:
    text = "The army shelled the old mill."
    sentence = parse(text)
    start = text.index("the old")
    token = find_token(sentence, Span(start, start + len("the old mill")))
    assert token is not None
    assert token.text == "mill"
    assert find_token(sentence, Span(len(text), len(text) + 3)) is None


def test_tokens_are_looked_up_by_where_they_stand() -> None:
    sentence = parse()
    start = TEXT.index("rebels")
    assert [one.text for one in find_inside(sentence.tokens, Span(start, start + len("rebels who")))] == ["rebels", "who"]
    assert [one.text for one in find_inside(sentence.tokens, Span(start + 1, start + len("rebels who fl")))] == ["who"]
    assert [one.text for one in find_over(sentence.tokens, Span(start + 1, start + len("rebels wh")))] == ["rebels", "who"]
    assert not find_over(sentence.tokens, Span(start + len("rebels"), start + len("rebels ")))


def test_what_starts_in_a_stretch_is_found_though_it_ends_behind() -> None:
    sentence = parse()
    start = TEXT.index("guard")
    assert [one.text for one in list_starting(sentence.tokens, start, start + len("guard o"))] == ["guard", "of"]


def test_a_sentence_knows_its_words_in_small_letters() -> None:
    sentence = parse("Gunmen seized Harana.")
    assert sentence.lowered == ("gunmen", "seized", "harana", ".")
    assert sentence.words == {"gunmen", "seized", "harana", "."}
