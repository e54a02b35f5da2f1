import pytest

from according.knowledge.loader import PACKAGED
from according.knowledge.triggers import load_triggers
from according.model.trigger import Strength, Trigger
from according.steps.dissect import parse_text
from according.steps.extract.triggers import explain_refusals, find_triggers, may_report_event

TRIGGERS = load_triggers((PACKAGED,))


def find_in(text: str) -> list[Trigger]:
    return [trigger for sentence in parse_text(text).sentences for trigger in find_triggers(sentence, text, TRIGGERS)]


def read_head(text: str, trigger: Trigger) -> str:
    return parse_text(text).sentences[trigger.sentence].tokens[trigger.head].text


@pytest.mark.parametrize(
    ("text", "words", "head", "is_nominal"),
    [
        ("The coalition carried out an air strike on the port.", "air strike", "carried", False),
        ("The coalition launched a wave of air strikes on the port.", "air strikes", "launched", False),
        ("An air strike hit the port.", "air strike", "strike", True),
        ("The army shelled the port.", "shelled", "shelled", False),
        ("The shelling of the port went on.", "shelling", "shelling", True),
        ("Rebels laid siege to the town.", "laid siege to", "laid", False),
    ],
)
def test_arguments_hang_on_the_verb_or_on_the_event_noun(text: str, words: str, head: str, is_nominal: bool) -> None:
    trigger = next(one for one in find_in(text) if one.span.of(text) == words)
    assert (read_head(text, trigger), trigger.is_nominal) == (head, is_nominal)


def test_the_longest_words_win_and_no_two_triggers_overlap() -> None:
    text = "A suicide car bomb attack killed nine people near the car park."
    found = find_in(text)
    assert found[0].event_type == "suicide_bombing"
    assert all(not one.span.overlaps(other.span) for one in found for other in found if one is not other)


@pytest.mark.parametrize(
    "text",
    [
        "The miners' strike entered its third week.",
        "Her battle with cancer ended in May.",
        "The police launched an investigation.",
        "The committee killed the bill.",
        "He died of a heart attack.",
        "The film bombed at the box office.",
        "The two firms struck a deal on prices.",
        "An explosion of interest in chess followed.",
        "He was fired from his job.",
        "The moment was captured on video.",
        "She seized the opportunity.",
        "The firm executed its plan.",
        "A clash of opinions split the board.",
    ],
)
def test_idioms_report_no_violence(text: str) -> None:
    peaceful = {"non_cooperation"}
    assert [one.rule for one in find_in(text) if one.event_type not in peaceful] == []


def test_a_refused_word_says_why() -> None:
    text = "He died of a heart attack."
    silences = explain_refusals(parse_text(text).sentences[0], text, TRIGGERS)
    assert ("attack", "it follows “heart”") in {(one.span.of(text), one.why) for one in silences}


def test_a_foiled_attack_is_prevented() -> None:
    text = "Police foiled a plot to bomb the station."
    assert next(one for one in find_in(text) if one.span.of(text) == "foiled").status == "prevented"


def test_deaths_alone_are_harm() -> None:
    text = "Nine farmers were killed in the valley."
    assert [one.strength for one in find_in(text)] == [Strength.HARM]


def test_the_gate_lets_reports_pass_and_stops_small_talk() -> None:
    assert may_report_event("Mortar rounds struck a school.", TRIGGERS)
    assert not may_report_event("The council met to discuss the budget for parks.", TRIGGERS)


def test_the_gate_stops_names_and_nouns_that_look_like_a_verbs_base() -> None:
    assert not may_report_event("The shops will stay open between now and the end of March for the teachers and students.", TRIGGERS)
    assert may_report_event("Teachers march through the capital every Monday.", TRIGGERS)
    assert not may_report_event("The students said that their favourite singer was David Lynch and nobody else.", TRIGGERS)


def test_an_unparsed_sentence_has_no_triggers() -> None:
    from according.steps.dissect import dissect_report

    text = "The army shelled the port."
    unparsed = dissect_report(parse_text(text).report, lambda _: False)
    assert find_triggers(unparsed.sentences[0], text, TRIGGERS) == ()


def test_offsets_hold_after_characters_that_grow_when_lowered() -> None:
    text = "İİİ The army shelled the port."
    assert [one.span.of(text) for one in find_in(text)] == ["shelled"]


@pytest.mark.parametrize(
    ("text", "words", "event_type"),
    [
        ("Hooded men led the two clerks away.", "led", "abduction"),
        ("The elders set nine captured herders free.", "set", "detention_release"),
        ("The mission handed its camp at the ford over to the army.", "handed", "nonviolent_transfer_of_territory"),
    ],
)
def test_a_particle_may_stand_behind_the_object(text: str, words: str, event_type: str) -> None:
    assert [(one.span.of(text), one.event_type) for one in find_in(text)] == [(words, event_type)]


def test_a_particle_of_another_verb_is_not_reached_for() -> None:
    assert find_in("The clerk took the money and ran away.") == []


@pytest.mark.parametrize(
    ("text", "words", "event_type"),
    [
        ("Bomb found and defused near the mill.", "defused", "interception"),
        ("Nine tonnes of flour handed out to displaced families.", "handed out", "aid_delivery"),
        ("Some forty relatives assembled outside the barracks to demand news.", "assembled", "peaceful_protest"),
    ],
)
def test_notes_without_were_are_read_like_sentences(text: str, words: str, event_type: str) -> None:
    assert (words, event_type) in [(one.span.of(text), one.event_type) for one in find_in(text)]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Customs guards confiscated 30 pistols on the ferry.", "weapons_seizure"),
        ("Lorries of the relief committee were turned back at the ford.", "humanitarian_obstruction"),
        ("A major and his company went over to the insurgents.", "defection"),
        ("Two bound bodies were found in a ditch at the salt works.", "mass_grave_found"),
        ("The coast highway was closed by the army until further notice.", "restriction"),
    ],
)
def test_plain_words_tell_events_without_battle(text: str, event_type: str) -> None:
    assert event_type in [one.event_type for one in find_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The firm let go forty workers.",
        "He left the post of minister.",
        "The senate closed the road to reform.",
        "The striker went over to a rival club.",
        "A body of law was found wanting.",
        "She brought food to the party.",
    ],
)
def test_the_same_words_in_everyday_life_tell_none(text: str) -> None:
    assert find_in(text) == []
