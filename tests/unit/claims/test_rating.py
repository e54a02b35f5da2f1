from dataclasses import replace

from reading_claims import read_one

from according.knowledge.confidence import Confidence
from according.model.evidence import Found
from according.steps.extract.claims.rating import describe_claim, describe_value, find_home, rate_claim

TEXT = "Shelling by the army killed four people in Harem on Friday, residents said."


def test_a_claim_is_described_by_what_it_holds() -> None:
    said = describe_claim(read_one(TEXT))
    assert {"type:shelling", "kind:incident", "status:happened", "told:1", "news", "located", "acted", "counted"} <= set(said)


def test_a_value_is_described_by_how_it_was_read() -> None:
    claim = read_one(TEXT)
    assert isinstance(claim.where, Found)
    said = describe_value(find_home(claim), claim.where, 1)
    assert said[:4] == ("rule:en.places.name", "basis:stated", "from:home", "of:1")
    assert said[-1] == f"precision:{claim.where.value.precision.value}"


def test_only_fields_with_a_model_are_rated() -> None:
    bare = replace(read_one(TEXT), where=replace(read_one(TEXT).where, confidence=None))
    rated = rate_claim(bare, Confidence({"place": {"always": 2.0, "from:home": 1.0}}))
    assert isinstance(rated.where, Found)
    assert rated.where.confidence == 0.95
    assert rated.status.confidence is bare.status.confidence
    assert replace(rated, where=bare.where) == bare


def test_without_a_model_a_claim_stays_as_it_is() -> None:
    claim = read_one(TEXT)
    assert rate_claim(claim, Confidence()) is claim
