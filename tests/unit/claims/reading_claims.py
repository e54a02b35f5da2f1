"""Code short invented texts, each once, and say what their claims hold in few words."""

from datetime import date
from functools import cache

import according
from according.app.results import CodedReport
from according.model.answers import Actor, When, Where
from according.model.claim import Claim
from according.model.evidence import Answer, Found

DAY = date(2021, 6, 10)  # a Thursday


@cache
def read(text: str, published: date | None = DAY) -> CodedReport:
    return according.code(text, published=published)


def read_one(text: str, published: date | None = DAY) -> Claim:
    """Return the only claim of a text."""
    claims = read(text, published).claims
    assert len(claims) == 1, [claim.event_type.value for claim in claims]
    return claims[0]


def types(text: str) -> list[str]:
    return [claim.event_type.value for claim in read(text).claims]


def names(answers: tuple[Answer[Actor], ...]) -> list[str]:
    return [one.value.name for one in answers if isinstance(one, Found)]


def initiators(text: str) -> list[str]:
    return names(read_one(text).initiators)


def targets(text: str) -> list[str]:
    return names(read_one(text).targets)


def when(claim: Claim) -> tuple[date | None, date | None]:
    assert isinstance(claim.when, Found), claim.when
    value: When = claim.when.value
    return (value.earliest, value.latest)


def where(claim: Claim) -> str:
    assert isinstance(claim.where, Found), claim.where
    value: Where = claim.where.value
    return value.name


def tolls(claim: Claim) -> list[tuple[str, str, int | None, int | None]]:
    return [(one.value.harm.value, one.value.who, one.value.low, one.value.high) for one in claim.tolls]


def quotes(text: str) -> list[list[str]]:
    """Return the sentences of each claim of a text."""
    coded = read(text)
    assert coded.report is not None
    return [[span.of(coded.report.text) for span in claim.evidence] for claim in coded.claims]
