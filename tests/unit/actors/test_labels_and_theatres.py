import pytest

from according.knowledge.actors import ActorRegistry
from according.knowledge.sources import Sources
from according.model.evidence import Found
from according.steps.dissect import parse_text
from according.steps.extract.actors import find_actors
from according.steps.extract.relations import find_actor_claims


def name_words(text: str, words: str, registry: ActorRegistry) -> str | None:
    mention = next(one for one in find_actors(parse_text(text), registry) if one.span.of(text) == words)
    return mention.answer.value.name if isinstance(mention.answer, Found) else None


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Unknown parties burned a school in Daraa, Syria.", "Unknown parties", "unidentified armed group"),
        ("Iraqi counter-terrorism forces entered the town.", "Iraqi counter-terrorism forces", "Counter Terrorism Service"),
        ("The popular committees took a hill near Taiz in Yemen.", "popular committees", "Houthis"),
        ("The popular committees took a hill near Hama in Syria.", "popular committees", "pro-government militia (Syria)"),
        ("The popular committees swept the streets of Abuja in Nigeria.", "popular committees", None),
        ("The US-Saudi aggression bombed a bridge in Yemen.", "US-Saudi aggression", "Saudi-led coalition"),
        ("In Yemen, the aggression's warplanes bombed a bridge.", "aggression's warplanes", "Saudi-led coalition"),
        ("Troops killed two Khawarij in Somalia.", "Khawarij", "al-Shabaab"),
        ("The fascist army burned rice stores in Myanmar.", "fascist army", "Myanmar Armed Forces"),
        ("Moscow-installed officials in Ukraine closed a road.", "Moscow-installed officials", "Russian-installed authorities"),
        ("In Yemen the criminal occupier burned a farm.", "criminal occupier", None),
        ("Criminals robbed a bank in Lagos, Nigeria.", "Criminals", "unidentified gang"),
        ("Occupation forces raided a camp in Jenin, Palestine.", "Occupation forces", "Israel Defense Forces"),
        ("Occupation forces shelled a farm in Kherson, Ukraine.", "Occupation forces", "Russian Armed Forces"),
        ("Soldiers raided a camp in Jenin, Palestine.", "Soldiers", "Israel Defense Forces"),
        ("Junta jets bombed a farm in Myanmar.", "Junta jets", "Myanmar Air Force"),
        ("Regime warplanes bombed a farm in Myanmar.", "Regime warplanes", "Myanmar Air Force"),
    ],
)
def test_labels_and_common_words_mean_the_actor_of_their_own_conflict(
    text: str, words: str, wanted: str | None, registry: ActorRegistry
) -> None:
    assert name_words(text, words, registry) == wanted


def test_criminal_before_a_noun_names_no_gang(registry: ActorRegistry) -> None:
    text = "The criminal shelling of our villages goes on."
    assert not any(one.span.of(text) == "criminal" for one in find_actors(parse_text(text), registry))


def test_an_organisation_without_warplanes_does_not_take_the_drone_named_after_it(registry: ActorRegistry) -> None:
    text = "The United Nations said so. A drone was shot down over the base."
    assert name_words(text, "drone", registry) != "United Nations"


@pytest.mark.parametrize(("words", "wanted"), [("monitor", None), ("Al-Monitor", "Al-Monitor"), ("al-monitor.com", "Al-Monitor")])
def test_a_common_noun_is_no_outlet_of_that_name(words: str, wanted: str | None, sources: Sources) -> None:
    found = sources.find_named(words)
    assert (found.name if found else None) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Northern Shield Brigade (NSB) took the bridge.", ("alias", "Northern Shield Brigade", "NSB")),
        ("The Turkistan Islamic Party (TIP) took the bridge.", ("alias", "Turkistan Islamic Party", "TIP")),
        ("Boko Haram and its Islamic State allies took the bridge.", ("allied with", "Boko Haram", "Islamic State")),
    ],
)
def test_brackets_and_allies_relate_two_actors(text: str, wanted: tuple[str, str, str], registry: ActorRegistry) -> None:
    parsed = parse_text(text)
    claims = find_actor_claims(parsed, find_actors(parsed, registry), registry)
    assert [
        (one.relation, one.subject.value.name, one.object.value.name)
        for one in claims
        if isinstance(one.subject, Found) and isinstance(one.object, Found)
    ] == [wanted]


def test_a_place_in_brackets_is_no_other_name(registry: ActorRegistry) -> None:
    parsed = parse_text("Hezbollah (Lebanon) took the bridge.")
    assert find_actor_claims(parsed, find_actors(parsed, registry), registry) == ()
