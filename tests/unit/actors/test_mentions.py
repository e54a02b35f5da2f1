from datetime import date

import pytest

from according.knowledge.actors import ActorRegistry
from according.model.answers import Actor
from according.model.evidence import Answer, Basis, Found, Span, Unresolved
from according.steps.dissect import parse_text
from according.steps.extract.actors import find_actors, find_name_spans, resolve_actor, resolve_actors
from according.steps.extract.phrases import find_token
from according.steps.extract.references import resolve_reference


def read(text: str, words: str, registry: ActorRegistry, country: str | None = None) -> Answer[Actor]:
    parsed = parse_text(text)
    mentions = find_actors(parsed, registry, None, country)
    at = text.index(words)
    span = Span(at, at + len(words))
    sentence = next(one for one in parsed.sentences if one.span.end > at)
    head = find_token(sentence, span)
    assert head is not None
    answer = resolve_actor(span, head.span, sentence, text, mentions, registry)
    if isinstance(answer, Unresolved):
        return resolve_reference(span, sentence, parsed, mentions)
    return answer


def name(answer: Answer[Actor]) -> str | None:
    return answer.value.name if isinstance(answer, Found) else None


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Jets bombed positions of Ahrar al-Sham near Binnish, Syria.", "positions of Ahrar al-Sham", "Ahrar al-Sham"),
        ("A senior Levant Front commander died in Azaz, Syria.", "A senior Levant Front commander", "Levant Front"),
        ("Turkish troops crossed into Syria.", "Turkish troops", "Turkish Armed Forces"),
        ("Nigerian soldiers freed the girls.", "Nigerian soldiers", "Nigerian Armed Forces"),
        ("Burmese military jets flew over the valley.", "Burmese military jets", "Myanmar Air Force"),
        ("Syria's air force hit the road.", "Syria's air force", "Syrian Air Force"),
        ("Two villagers died in Mali.", "Two villagers", "civilians"),
        ("Mortars hit residential areas of Damascus.", "residential areas of Damascus", "civilians"),
        ("Turkish-backed rebel fighters left Afrin in Syria.", "Turkish-backed rebel fighters", "Syrian National Army"),
        ("Ethiopian-backed gunmen left the Somali town.", "Ethiopian-backed gunmen", "unidentified armed group"),
        ("Anti-Houthi fighters took a hill in Yemen.", "Anti-Houthi fighters", None),
        ("Islamist rebels entered Idlib in Syria.", "Islamist rebels", "unspecified opposition armed group"),
        ("Forces loyal to Khalifa Haftar shelled Tripoli.", "Forces loyal to Khalifa Haftar", "Libyan National Army"),
        ("Five people died in Kyiv.", "Five people", "unspecified people"),
        ("Gunmen burned the farm.", "Gunmen", "unidentified armed group"),
    ],
)
def test_a_phrase_gives_its_neutral_actor(registry: ActorRegistry, text: str, words: str, wanted: str | None):
    assert name(read(text, words, registry)) == wanted


def test_a_loaded_label_never_becomes_the_name(registry: ActorRegistry):
    assert name(read("The so-called Daesh terrorists fled Raqqa in Syria.", "The so-called Daesh terrorists", registry)) == "Islamic State"
    assert name(read("Terrorists fled Aleppo in Syria.", "Terrorists", registry)) == "unspecified opposition armed group"


def test_the_army_takes_the_country_of_the_report_and_says_it_is_inferred(registry: ActorRegistry):
    answer = read("The army shelled the town.", "The army", registry, "SY")
    assert isinstance(answer, Found)
    assert (answer.value.name, answer.basis) == ("Syrian Arab Army", Basis.INFERRED)


def test_an_abbreviation_that_the_text_introduces_means_what_it_says(registry: ActorRegistry):
    text = "The Lake Shore Defence Brigade (LSDB) held the pier. On Friday the LSDB withdrew."
    mentions = find_actors(parse_text(text), registry)
    named = [one.answer.value.name for one in mentions if isinstance(one.answer, Found) and not one.is_generic]
    assert named == ["Lake Shore Defence Brigade"] * 3


def test_a_group_in_no_list_keeps_the_words_of_the_text(registry: ActorRegistry):
    mentions = find_actors(parse_text("Fighters of the Sons of Thunder Battalion attacked."), registry)
    found = [one.answer for one in mentions if one.form == "unknown"]
    assert [(one.value.name, one.value.actor_id, one.rule) for one in found if isinstance(one, Found)] == [
        ("Sons of Thunder Battalion", None, "en.actors.unknown-group")
    ]


def test_small_words_are_no_abbreviations(registry: ActorRegistry):
    assert find_actors(parse_text("It is for us to ask who is an ally."), registry) == ()


def test_a_name_before_its_time_is_flagged(registry: ActorRegistry):
    mentions = find_actors(parse_text("Hayat Tahrir al-Sham took the town."), registry, date(2015, 1, 1))
    answer = mentions[0].answer
    assert isinstance(answer, Found)
    assert (answer.value.name, answer.rule) == ("Jabhat al-Nusra", "en.actors.name-before-its-time")
    assert answer.rejected[0].value == "Hay'at Tahrir al-Sham"


def test_an_abbreviation_of_two_actors_follows_the_country_of_the_report(registry: ActorRegistry):
    syria = find_actors(parse_text("The SNA advanced in northern Syria."), registry)
    somalia = find_actors(parse_text("The SNA advanced in southern Somalia, near Kismayo."), registry)
    assert [one.answer.value.name for one in syria if one.form == "abbreviation" and isinstance(one.answer, Found)] == [
        "Syrian National Army"
    ]
    assert [one.answer.value.name for one in somalia if one.form == "abbreviation" and isinstance(one.answer, Found)] == [
        "Somali National Army"
    ]


def test_a_country_alone_is_no_name_that_hides_a_place(registry: ActorRegistry):
    text = "The Islamic State fought in Syria near Damascus."
    spans = find_name_spans(find_actors(parse_text(text), registry))
    assert [span.of(text) for span in spans] == ["Islamic State"]


def test_two_air_forces_in_one_phrase_are_two_actors(registry: ActorRegistry):
    text = "The Russian and Syrian air forces bombed the hills of Idlib."
    parsed = parse_text(text)
    span = Span(0, text.index(" bombed"))
    head = Span(text.index("forces"), text.index(" bombed"))
    answers = resolve_actors(span, head, parsed.sentences[0], text, find_actors(parsed, registry), registry)
    assert [name(one) for one in answers] == ["Russian Aerospace Forces", "Syrian Air Force"]


def test_the_group_means_the_group_named_before(registry: ActorRegistry):
    text = "Boko Haram attacked Dikwa on Monday. The group killed nine people."
    answer = read(text, "The group", registry)
    assert isinstance(answer, Found)
    assert (answer.value.name, answer.basis) == ("Boko Haram", Basis.INHERITED)


def test_a_reference_with_nobody_before_it_stays_unresolved(registry: ActorRegistry):
    answer = read("They burned the village.", "They", registry)
    assert isinstance(answer, Unresolved)


def test_the_generic_words_find_their_own_examples(registry: ActorRegistry):
    failed = []
    for entry in registry.generics.values():
        for example in entry.example:
            mentions = find_actors(parse_text(example.text), registry, None, None)
            if not any(one.word == entry.id_ and example.finds in one.span.of(example.text) for one in mentions):
                failed.append((entry.id_, example.text))
    assert failed == []


def test_either_of_two_states_is_one_joint_answer(registry: ActorRegistry):
    text = "Syrian warplanes or those of its ally Russia bombed the farms of Idlib."
    assert name(read(text, "Syrian warplanes", registry)) == "Syrian Air Force or Russian Aerospace Forces"


def test_bare_warplanes_are_those_of_the_air_force_named_before(registry: ActorRegistry):
    text = "Russian jets flew over Idlib in Syria on Monday. Warplanes hit two farms."
    assert name(read(text, "Warplanes", registry)) == "Russian Aerospace Forces"


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Policemen beat two men near Conakry in Guinea.", "Policemen", "Guinean police"),
        ("Policemen beat two men.", "Policemen", "police"),
        ("French envoys met Turkish envoys. Security forces closed the square.", "Security forces", "security forces"),
        ("Georgia police shot a driver in Atlanta.", "Georgia police", "police"),
        ("Georgian police shot a driver in Tbilisi.", "Georgian police", "Georgian police"),
        ("Aleppo and Idlib in Syria are calm. The minister resigned.", "The minister", "government"),
    ],
)
def test_an_arm_gets_a_country_only_where_the_text_tells_it(registry: ActorRegistry, text: str, words: str, wanted: str):
    assert name(read(text, words, registry)) == wanted


def test_it_is_not_the_police_where_a_war_is_the_nearer_subject(registry: ActorRegistry):
    text = "Malian police fired at a march in Mali. In 2012 the war began; it has killed many."
    assert isinstance(read(text, "it", registry), Unresolved)


def test_them_is_no_air_force(registry: ActorRegistry):
    text = "The Syrian Air Force bombed a farm in Idlib. Neighbours pulled five from the mud, two of them girls."
    assert name(read(text, "them", registry)) != "Syrian Air Force"


def test_a_name_behind_its_word_wins_over_a_group_named_before(registry: ActorRegistry):
    text = "Boko Haram lost a hill. The Lebanese Shiite movement Hezbollah entered a village in Syria."
    assert name(read(text, "The Lebanese Shiite movement", registry)) == "Hezbollah"


def test_the_victims_are_not_those_who_did_it(registry: ActorRegistry):
    text = "The Islamic State entered a village in Syria. Two fighters of Ahrar al-Sham were executed by the group."
    assert name(read(text, "the group", registry)) == "Islamic State"


def test_either_of_two_demonyms_is_one_joint_answer(registry: ActorRegistry):
    text = "Russian or Syrian regime war planes bombed a farm."
    assert name(read(text, "regime war planes", registry)) == "Russian Aerospace Forces or Syrian Air Force"


@pytest.mark.parametrize(("text", "words", "wanted"), [("Three herders died in Niger.", "herders", "civilians")])
def test_herders_are_civilians(registry: ActorRegistry, text: str, words: str, wanted: str):
    assert name(read(text, words, registry)) == wanted


def test_sheikh_in_the_name_of_a_place_is_nobody(registry: ActorRegistry):
    text = "A shell hit Sheikh Ghabi."
    assert all(one.span.of(text) != "Sheikh" for one in find_actors(parse_text(text), registry))


def test_a_label_for_an_enemy_names_nobody(registry: ActorRegistry):
    assert isinstance(read("The criminal occupier shelled our fields.", "The criminal occupier", registry), Unresolved)
