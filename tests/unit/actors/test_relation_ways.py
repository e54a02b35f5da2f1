"""The ways in which a sentence says how two actors stand to each other."""

import pytest

from according.knowledge.actors import ActorRegistry
from according.model.evidence import Found
from according.steps.dissect import parse_text
from according.steps.extract.actors import find_actors
from according.steps.extract.relations import find_actor_claims


def _read(text: str, registry: ActorRegistry) -> list[tuple[str, str, str]]:
    parsed = parse_text(text)
    claims = find_actor_claims(parsed, find_actors(parsed, registry), registry)
    ends = [(one.relation, one.subject, one.object) for one in claims]
    return [
        (relation, left.value.name, right.value.name)
        for relation, left, right in ends
        if isinstance(left, Found) and isinstance(right, Found)
    ]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Ansar Dine is al-Qaeda's affiliate in the hills.", ("part of", "Ansar Dine", "al-Qaeda")),
        ("Boko Haram swore loyalty to Islamic State that spring.", ("allied with", "Boko Haram", "Islamic State")),
        ("M23, which Uganda was accused of arming, took the ridge.", ("supported by", "March 23 Movement", "Uganda")),
        ("Hezbollah, which calls itself the Party of God, shut the pass.", ("alias", "Hezbollah", "Party of God")),
        ("Tehran equips the movement Hezbollah with drones.", ("supported by", "Hezbollah", "Iran")),
        ("Hezbollah fighters fought alongside the Syrian army at the pass.", ("allied with", "Hezbollah", "Syrian Arab Army")),
        ("Ahrar al-Sham has been at war with Islamic State since the autumn.", ("fighting against", "Ahrar al-Sham", "Islamic State")),
        ("The Wagner Group joined the fight against Boko Haram last year.", ("fighting against", "Wagner Group", "Boko Haram")),
        ("Hezbollah, which had waged a long war against Israel, kept its posts.", ("fighting against", "Hezbollah", "Israel")),
    ],
)  # fmt: skip
def test_reads_a_relation(text: str, claim: tuple[str, str, str], registry: ActorRegistry) -> None:
    assert claim in _read(text, registry)


@pytest.mark.parametrize(
    "text",
    [
        "Hezbollah denied that it had joined forces with Boko Haram.",
        "Hezbollah and Israel exchanged prisoners near the fence.",
        "Israel, or so Hezbollah said, had opened the dam.",
    ],
)
def test_reads_no_relation_where_none_is_said(text: str, registry: ActorRegistry) -> None:
    assert _read(text, registry) == []
