"""Who vouches for what, on invented sentences."""

from functools import cache
from pathlib import Path

import according.knowledge
from according.knowledge.cues import Cues, load_cues
from according.model.evidence import Basis, Span
from according.model.parsed import ParsedReport
from according.model.report import Block, BlockKind, Report
from according.steps.dissect import dissect_report, parse_text
from according.steps.extract.attribution import AttributionMention, find_attributions

NORTH = "The Northern Observatory for Civil Rights, a monitoring group, said ten people were killed."


@cache
def cues() -> Cues:
    return load_cues((Path(according.knowledge.__file__).parent / "data",))


def read(text: str) -> list[AttributionMention]:
    return list(find_attributions(parse_text(text), cues()))


def ask(text: str, words: str) -> list[list[str]]:
    """Return the chains of names that vouch for some words, innermost first."""
    start = text.index(words)
    asked = Span(start, start + len(words))
    chains: list[list[str]] = []
    for mention in read(text):
        if mention.covers(asked):
            numbers = sorted({speaker.chain for speaker in mention.speakers})
            chains += [[speaker.name for speaker in mention.speakers if speaker.chain == number] for number in numbers]
    return chains


def read_title(title: str) -> ParsedReport:
    report = Report("1", "test", title, (Block(BlockKind.TITLE, Span(0, len(title))),), "en", "0")
    return dissect_report(report, lambda _: True)


def test_a_speaker_before_the_verb_vouches_for_the_clause() -> None:
    assert ask("The harbour police said two boats were shelled.", "shelled") == [["harbour police"]]


def test_a_speaker_at_the_end_vouches_for_what_stands_before() -> None:
    assert ask("Two boats were shelled off the coast, the harbour police said on Monday.", "shelled") == [["harbour police"]]


def test_a_lost_comma_does_not_lose_the_speaker() -> None:
    text = "Two boats were shelled in the bay of the capital the Northern Observatory for Civil Rights said."
    assert ask(text, "shelled") == [["Northern Observatory for Civil Rights"]]


def test_the_outlets_own_voice_has_no_speaker() -> None:
    assert ask("The harbour police closed the bay after two boats were shelled.", "shelled") == []


def test_an_inverted_quote_has_its_speaker() -> None:
    assert ask('"Two boats were shelled in the bay", said the harbour police.', "shelled") == [["harbour police"]]


def test_according_to_covers_the_whole_clause() -> None:
    assert ask("Two boats were shelled, according to local residents.", "shelled") == [["local residents"]]


def test_according_to_stops_at_but() -> None:
    text = "The bay was calm, but two boats were shelled outside it, according to local residents."
    assert ask(text, "shelled") == [["local residents"]]
    assert ask(text, "calm") == []


def test_what_one_person_tells_an_agency_is_a_chain() -> None:
    assert ask("A fisherman told Reuters that two boats were shelled.", "shelled") == [["fisherman", "Reuters"]]


def test_quoted_as_saying_puts_the_quoted_innermost() -> None:
    text = "Harbour Radio quoted a fisherman as saying that two boats were shelled."
    assert ask(text, "shelled") == [["fisherman", "Harbour Radio"]]


def test_a_passive_quotation_names_who_quotes() -> None:
    text = "The navy was quoted as saying by Harbour Radio that two boats were shelled."
    assert ask(text, "shelled") == [["navy", "Harbour Radio"]]


def test_citing_names_the_inner_source() -> None:
    text = "Harbour Radio, citing the coast guard, said two boats were shelled."
    assert ask(text, "shelled") == [["coast guard", "Harbour Radio"]]


def test_a_speaker_inside_anothers_words_is_the_inner_link() -> None:
    text = "The Northern Observatory for Civil Rights said reliable sources reported that two boats were shelled."
    assert ask(text, "shelled") == [["unnamed sources", "Northern Observatory for Civil Rights"]]


def test_two_coordinated_speakers_are_parallel_chains() -> None:
    assert ask("Two boats were shelled, activists and state media said.", "shelled") == [["activists"], ["state media"]]


def test_it_means_the_organisation_that_spoke_before() -> None:
    text = f"{NORTH} It added that a bridge was bombed."
    assert ask(text, "bombed") == [["Northern Observatory for Civil Rights"]]
    pronoun = next(mention for mention in read(text) if mention.verb == "add").speakers[0]
    assert pronoun.basis is Basis.INHERITED
    assert pronoun.antecedent is not None


def test_a_short_name_means_the_full_one() -> None:
    text = f"{NORTH} Later the Observatory said a bridge was bombed."
    assert ask(text, "bombed") == [["Northern Observatory for Civil Rights"]]


def test_a_monitoring_group_is_the_one_that_is_named_later() -> None:
    text = "Ten people were killed, a monitoring group said. The Northern Observatory for Civil Rights said the dead were miners."
    assert ask(text, "killed") == [["Northern Observatory for Civil Rights"]]


def test_a_surname_means_the_spokesman_introduced_before() -> None:
    text = "Harbour Front spokesman Karim Adel said two boats were shelled. Adel said a bridge was bombed."
    assert ask(text, "shelled") == [["Harbour Front (spokesman Karim Adel)"]]
    assert ask(text, "bombed") == [["Harbour Front (spokesman Karim Adel)"]]


def test_a_person_with_an_occupation_speaks_for_himself() -> None:
    assert ask("Karim Adel, a local activist, said two boats were shelled.", "shelled") == [["Karim Adel (local activist)"]]


def test_a_whole_quote_without_speaker_goes_on_with_the_last_one() -> None:
    text = '"Two boats were shelled", the navy said in a statement. "A third one was burned on the beach."'
    assert ask(text, "burned") == [["navy"]]


def test_a_headline_may_end_with_its_source() -> None:
    for title in ("Raid on port kills ten: monitor", "Raid on port kills ten - monitor", "Raid on port kills ten Monitor"):
        mentions = find_attributions(read_title(title), cues())
        assert [speaker.kind for mention in mentions for speaker in mention.speakers] == ["monitor/NGO"]
        assert mentions[0].covers(Span(0, 4))


def test_who_did_not_speak_vouches_for_nothing() -> None:
    assert read("The navy did not say how many boats were shelled.") == []
    assert read("The navy declined to say how many boats were shelled.") == []


def test_claiming_lives_is_no_speech() -> None:
    assert read("The shelling claimed the lives of ten fishermen.") == []


def test_kinds_are_read_from_the_words() -> None:
    kinds = {
        "The army said a boat sank.": "party to the conflict",
        "The interior ministry said a boat sank.": "official",
        "Residents said a boat sank.": "medic/resident/witness",
        "State television said a boat sank.": "other media",
        "Sources said a boat sank.": "anonymous",
    }
    assert {text: read(text)[0].speakers[0].kind for text in kinds} == kinds


def test_an_unparsed_sentence_still_gives_its_plain_verb() -> None:
    text = "The harbour police said two boats were shelled."
    report = Report("1", "test", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), "en", "0")
    parsed = dissect_report(report, lambda _: False)
    assert [mention.source.of(text) for mention in find_attributions(parsed, cues())] == ["The harbour police"]


def test_both_speakers_right_before_a_closing_verb_are_read_over_a_lost_subject() -> None:
    text = "An air strike on a market in the port, in the north, killed ten people on Friday, rescue workers and a monitor said."
    assert ask(text, "killed") == [["rescue workers"], ["monitor"]]


def test_sources_that_are_only_described_are_found() -> None:
    assert ask("According to well-informed sources two boats were shelled.", "shelled") == [["unnamed sources"]]


def test_capitals_mean_the_organisation_whose_initials_they_are() -> None:
    text = "The Harbour Coordination Committees said a boat sank. Later the HCC said a bridge was bombed."
    assert ask(text, "bombed") == [["Harbour Coordination Committees"]]


def test_a_group_is_called_what_it_is_known_as() -> None:
    assert ask("An activist group known as the Harbour Committees said a bridge was bombed.", "bombed") == [["Harbour Committees"]]


def test_a_person_is_called_by_the_name_he_gave() -> None:
    found = read("A commander, who gave his name as Karim Adel, said a bridge was bombed.")
    assert [speaker.name for mention in found for speaker in mention.speakers] == ["Karim Adel (commander)"]


def test_a_cited_source_keeps_its_organisation() -> None:
    text = "A bridge was bombed, state radio reported, citing a source in the Harbour Front."
    assert ask(text, "bombed") == [["Harbour Front (source)", "state radio"]]


def test_the_outlets_own_we_is_no_speaker() -> None:
    assert read("We urge people not to use the bridge, which was bombed.") == []


def test_what_was_reported_does_not_speak() -> None:
    text = "State radio also reported the blast saying a car had exploded."
    assert ask(text, "exploded")[-1] == ["State radio"]
    assert all(speaker.name != "blast" for mention in read(text) for speaker in mention.speakers)


def test_figures_are_told_by_whose_they_are() -> None:
    assert ask("According to the latest Harbour Front estimates ten boats were shelled.", "shelled") == [["Harbour Front"]]


def test_who_found_or_believes_something_vouches_for_the_whole_clause_only() -> None:
    assert ask("A UN report found that the militia had burned 11 villages.", "burned") == [["UN report"]]
    assert ask("Shepherds found the bodies of two men whom the militia had burned.", "burned") == []


def test_a_speaker_between_commas_vouches_for_both_sides() -> None:
    text = "The strike, officials in Odesa said, destroyed a block of flats."
    assert ask(text, "The strike") == ask(text, "destroyed") == [["officials in Odesa"]]


def test_an_announced_truce_is_all_that_a_relative_clause_vouches_for() -> None:
    text = "A truce that the authorities announced in March did not hold, with shelling resuming the next day."
    assert ask(text, "shelling") == []


def test_the_second_of_two_deeds_keeps_its_speaker() -> None:
    text = "Harbour News did not give a toll for the raid but said the rebels were shot."
    assert ask(text, "shot") == [["Harbour News"]]


def test_an_outlet_to_which_something_was_confirmed_passes_it_on() -> None:
    assert ask("The raid was confirmed to AFP by a security source in Gao.", "raid") == [["security source in Gao", "AFP"]]
    assert ask("The harbour police, quoted by the Bay News agency, said two boats sank.", "sank") == [["harbour police", "Bay News agency"]]


def test_a_correspondent_who_saw_it_vouches_for_it_and_a_shepherd_does_not() -> None:
    assert ask("A Bay Radio correspondent saw two tanks burning at the bridge.", "burning") == [["Bay Radio"]]
    assert ask("A shepherd saw two tanks burning at the bridge.", "burning") == []


def test_an_inverted_speaker_may_be_described_behind_it() -> None:
    text = "Ten rebels were killed near the town of Bir Salah said the Bay Observatory a group opposed to the president."
    assert ask(text, "killed") == [["Bay Observatory"]]


def test_according_to_him_goes_back_to_whom_spoke_before() -> None:
    text = "Omar Ali, the mayor, said the mill burned. According to him, an attempt to enter the town was repelled."
    assert ask(text, "repelled") == [["Omar Ali (mayor)"]]


def test_an_entry_of_a_list_names_its_source_in_brackets() -> None:
    assert ask("Bir Salah: a mine killed two shepherds near the well (source: Bay hospital).", "killed") == [["Bay hospital"]]
    assert ask("The mine killed two men of the movement near the well (Harbour Front).", "killed") == []


def test_whom_somebody_counted_is_not_who_speaks() -> None:
    text = "Airstrikes hit a centre of rescuers killing eight volunteers opposition activists said Saturday."
    assert ask(text, "Airstrikes") == [["opposition activists"]]


def test_an_attack_that_somebody_claimed_does_not_speak() -> None:
    text = "Bombers struck a shrine leaving 20 people dead a monitor said in an attack claimed by the Red Front."
    assert ask(text, "struck") == [["monitor"]]
    assert ask(text, "attack") == [["Red Front"]]


def test_a_statement_ends_the_words_of_who_issued_it() -> None:
    assert ask("According to a Bay Army statement artillery fire destroyed one tank.", "destroyed") == [["Bay Army statement"]]


def test_the_source_and_the_commander_are_those_told_of_before() -> None:
    text = (
        "A source at the Bay Police Command said two men died. The source added that a shell hit us. A YPG commander said the hill fell. "
        "The commander, who gave his name as Azad Ali, said three fighters were killed. Aircraft bombed a convoy, the commander added."
    )
    assert ask(text, "shell hit") == [["Bay Police Command (source)"]]
    assert ask(text, "bombed") == [["YPG (commander Azad Ali)"]]


def test_he_is_none_of_several() -> None:
    text = "Omar Ali, the mayor, said the mill burned. Activists in the town said a shell fell. He added that three people drowned."
    assert ask(text, "drowned") == [["Omar Ali (mayor)"]]


def test_what_stands_in_brackets_must_name_somebody_who_can_tell() -> None:
    assert ask("Bir Salah: mortar rounds killed a woman at the well (district health office).", "killed") == [["district health office"]]
    assert ask("Bir Salah: 17 prisoners were set free by the movement (tribal mediation).", "set free") == []
