import pytest

from according.knowledge.actors import ActorRegistry
from according.knowledge.framing import Framings
from according.knowledge.sources import Sources
from according.model.evidence import Found
from according.steps.dissect import parse_text
from according.steps.extract.actors import find_actors
from according.steps.extract.framing import find_framing
from according.steps.extract.relations import find_actor_claims


def relate(text: str, registry: ActorRegistry) -> list[tuple[str, str, str]]:
    parsed = parse_text(text)
    claims = find_actor_claims(parsed, find_actors(parsed, registry), registry)
    return [
        (one.subject.value.name, one.relation, one.object.value.name)
        for one in claims
        if isinstance(one.subject, Found) and isinstance(one.object, Found)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ansar Dine is allied with al-Mourabitoun in the north.", ("Ansar Dine", "allied with", "al-Mourabitoun")),
        ("Katibat Macina is part of JNIM.", ("Macina Liberation Front", "part of", "Jama'at Nusrat al-Islam wal-Muslimin")),
        ("The Houthis, backed by Iran, hold the port.", ("Houthis", "supported by", "Iran")),
        ("The US-backed Syrian Democratic Forces hold the dam.", ("Syrian Democratic Forces", "supported by", "United States")),
        ("The M23 is receiving weapons from Rwanda.", ("March 23 Movement", "supported by", "Rwanda")),
        ("Islamic State is fighting against the Taliban there.", ("Islamic State", "fighting against", "Taliban")),
        ("The Palestinian Islamic Jihad, also known as the PIJ, agreed.", ("Palestinian Islamic Jihad", "alias", "PIJ")),
    ],
)
def test_a_sentence_relates_two_actors(registry: ActorRegistry, text: str, wanted: tuple[str, str, str]):
    assert wanted in relate(text, registry)


def test_a_list_of_backers_gives_one_claim_each(registry: ActorRegistry):
    found = relate("Jaysh al-Nasr was receiving support from Qatar, Turkey and Jordan.", registry)
    assert [other for _, relation, other in found if relation == "supported by"] == ["Qatar", "Turkey", "Jordan"]


def test_a_denied_relation_is_no_claim(registry: ActorRegistry):
    assert relate("The Houthis denied being backed by Iran.", registry) == []


def frame(text: str, registry: ActorRegistry, framings: Framings) -> list[tuple[str, str | None, str | None]]:
    parsed = parse_text(text)
    mentions = find_actors(parsed, registry)
    found = [one for sentence in parsed.sentences for one in find_framing(sentence, text, mentions, framings)]
    return [(one.value.words, one.value.of, one.value.by) for one in found]


def test_a_loaded_word_is_kept_with_whom_it_labels(registry: ActorRegistry, framings: Framings):
    assert frame("Daesh terrorists fled Raqqa.", registry, framings) == [("terrorists", "Islamic State", None)]


def test_a_characterisation_is_kept_with_whose_it_is(registry: ActorRegistry, framings: Framings):
    found = frame("Western outlets describe Ahrar al-Sham as a moderate group.", registry, framings)
    assert ("moderate group", "Ahrar al-Sham", "Western outlets") in found


def test_a_service_against_terrorism_is_no_loaded_word(registry: ActorRegistry, framings: Framings):
    assert frame("The counter-terrorism police met.", registry, framings) == []


def test_every_framing_example_is_found(registry: ActorRegistry, framings: Framings):
    failed = [
        (entry.id_, example.text)
        for entry in framings.entries.values()
        for example in entry.example
        if example.finds.lower() not in {words.lower() for words, _, _ in frame(example.text, registry, framings)}
    ]
    assert failed == []


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("the Observatory", "sohr"),
        ("jordantimes", "jordan_times"),
        ("https://www.reuters.com/world", "reuters"),
        ("Agence France-Presse", "afp"),
        ("Al-Manar TV", "al_manar"),
    ],
)
def test_a_source_is_found_by_name_file_name_or_address(sources: Sources, name: str, wanted: str):
    found = sources.find_named(name)
    assert found is not None
    assert found.id_ == wanted


def test_an_armed_groups_own_agency_speaks_for_a_party(sources: Sources):
    found = sources.find_named("Amaq")
    assert found is not None
    assert found.speaker_kind == "party to the conflict"
