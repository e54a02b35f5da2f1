"""Settle which of the source's loaded words belong to a claim: its own, those of its passage, and those said of its actors."""

from collections.abc import Sequence

from according.knowledge.framing import Framings
from according.model.answers import Actor, Framing
from according.model.evidence import Answer, Found
from according.model.parsed import ParsedReport, Sentence
from according.model.report import BlockKind
from according.steps.extract.actors_mentions import ActorMention
from according.steps.extract.claims.asking import Asked, SaidOf
from according.steps.extract.claims.merging import Draft
from according.steps.extract.claims.telling import Telling
from according.steps.extract.framing import DESCRIBED_AS, find_framing


def list_framing(
    parsed: ParsedReport, tellings: Sequence[Telling], actors: tuple[ActorMention, ...], framing: Framings
) -> tuple[SaidOf, ...]:
    """Return every loaded word of a report with the sentence that it goes with: its own, or the last of its passage that tells an event.

    What a headline says goes with the first sentence that tells an event; what stands where none is told goes with no sentence.
    """
    told = {one.sentence.index for one in tellings}
    first = min(told, default=None)
    found: list[SaidOf] = []
    last: Sentence | None = None
    for sentence in parsed.sentences:
        if sentence.block is BlockKind.BOILERPLATE:
            continue
        last = sentence if sentence.index in told else last
        goes_with = last.index if last is not None and last.paragraph == sentence.paragraph else None
        goes_with = first if sentence.block is BlockKind.TITLE else goes_with
        found += [SaidOf(one, goes_with) for one in find_framing(sentence, parsed.report.text, actors, framing)]
    return tuple(found)


def settle_framing(
    draft: Draft, initiators: Sequence[Answer[Actor]], targets: Sequence[Answer[Actor]], asked: Asked
) -> tuple[Found[Framing], ...]:
    """Return the loaded words of a claim's sentences, those that go with them, and what its actors are described as anywhere."""
    own = {telling.sentence.index for telling in draft.tellings}
    names = {one.value.name for one in (*initiators, *targets) if isinstance(one, Found)}
    found: dict[str, Found[Framing]] = {}
    for said in asked.framing:
        word = said.word
        if said.sentence in own or (word.rule == DESCRIBED_AS and word.value.of in names):
            found.setdefault(word.value.words.lower(), word)
    return tuple(found.values())
