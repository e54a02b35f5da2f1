"""Settle who says so, and who is said to have done it, for each claim."""

import re

from according.model.answers import Speaker, Stance, Status, Toll
from according.model.evidence import Found
from according.model.records import replace
from according.steps.extract.attribution import AttributionMention
from according.steps.extract.claims.asking import Asked
from according.steps.extract.claims.merging import Draft
from according.steps.extract.claims.speakers import Chain, read_chains
from according.steps.extract.claims.telling import Telling
from according.steps.extract.responsibility import OWN_ACT

_DISPUTING = frozenset({"deny", "reject", "dismiss", "refute"})
_HOLDS = "en.attribution.holds"  # who believes something of an event that others tell does not tell it
_THIS_OUTLET = re.compile(r"this (?:agency|newspaper|paper|reporter|channel|magazine|website|station|correspondent)", re.IGNORECASE)


def settle_attribution(draft: Draft, asked: Asked) -> tuple[Found[Speaker], ...]:
    """Return who vouches for the event, each chain innermost first; empty where the outlet says it in its own voice.

    Who only adds a detail, claims the deed or disputes it vouches for the event only where nobody else does.
    """
    firm: dict[str, Chain] = {}
    weak: dict[str, Chain] = {}
    for number, telling in enumerate(draft.tellings):
        for mention in _find_covering(telling, asked):
            if number and mention.rule == _HOLDS:
                continue
            is_claim = _is_claiming(mention, asked)
            if is_claim and number:
                continue
            is_firm = mention.verb not in _DISPUTING and not (number and telling.is_harm_only) and not is_claim
            for chain in _drop_outlet(read_chains(mention, asked)):
                if _can_vouch(chain[0], asked):
                    (firm if is_firm else weak).setdefault(" > ".join(one.value.name for one in chain), chain)
    if not firm and draft.main.status.value is not Status.DENIED:
        weak = {key: chain for key, chain in weak.items() if chain[0].value.verb not in _DISPUTING}
    kept = _drop_parts(list((firm or weak).values()), asked)
    return tuple(replace(one, value=_number(one.value, number)) for number, chain in enumerate(kept, 1) for one in chain)


def _drop_outlet(chains: list[Chain]) -> list[Chain]:
    """Drop the report's own outlet from who passes words on: "a nurse told this newspaper"."""
    return [[one for one in chain if len(chain) == 1 or not _THIS_OUTLET.fullmatch(one.value.name)] for chain in chains]


def _drop_parts(chains: list[Chain], asked: Asked) -> list[Chain]:
    """Drop a chain whose speakers all stand in a longer one, a government beside its own ministry, and a second outlet for one speaker."""
    names = [{one.value.name for one in chain} for chain in chains]
    kept = [chain for chain, own in zip(chains, names, strict=True) if not any(own < other for other in names)]
    firsts = [chain[0].value.name for chain in kept]
    kept = [chain for chain, first in zip(kept, firsts, strict=True) if not _is_told_by_part(first, firsts)]
    best: dict[str, Chain] = {}
    for chain in kept:
        known = asked.knowledge.sources.find_named(chain[-1].value.name) is not None
        if chain[0].value.name not in best or (known and len(chain) > 1 and chain[-1].value.name not in firsts):
            best[chain[0].value.name] = chain
    return list(best.values())


def _is_told_by_part(name: str, others: list[str]) -> bool:
    """Say whether a government is named of which a part is named too: "Russia", and "the Russian defence ministry"."""
    state = name.removesuffix(" government")
    return state != name and any(other != name and other.startswith(f"{state} ") for other in others)


def _is_claiming(mention: AttributionMention, asked: Asked) -> bool:
    """Say whether words claim the deed, which is no report of it: "the group claimed the attack"."""
    claims = (one for one in asked.responsibility if one.stance is Stance.CLAIMED and one.rule != OWN_ACT)
    return mention.verb == "claim" and any(one.cue.overlaps(mention.cue) for one in claims)


def _can_vouch(found: Found[Speaker], asked: Asked) -> bool:
    """Say whether words name a person, an organisation or a document, not a thing or an event that the parser took for one."""
    words = found.value.name.split()
    if not words:
        return False
    if found.value.kind == "unknown" and len(words) == 1 and words[0].islower():
        return False
    last = words[-1].lower()
    return last not in asked.knowledge.cues.responsibility.get_lemmas("act") and last != "also"


def _find_covering(telling: Telling, asked: Asked) -> list[AttributionMention]:
    """Return the acts of vouching whose words include the trigger."""
    trigger = telling.main.span
    return [mention for mention in asked.attributions if mention.covers(trigger)]


def name_counter(toll: Found[Toll], attribution: tuple[Found[Speaker], ...], asked: Asked) -> Found[Toll]:
    """Add who gives a figure, where that is not whom the claim names first."""
    main = {one.value.name for one in attribution if one.value.chain == 1}
    chains = [chain for mention in asked.attributions if mention.covers(toll.span) for chain in read_chains(mention, asked)]
    if not main or not chains or any(one.value.name in main for chain in chains for one in chain):
        return toll
    return replace(toll, value=replace(toll.value, by=chains[0][0].value.name))


def _number(speaker: Speaker, chain: int) -> Speaker:
    return Speaker(speaker.name, speaker.kind, chain, speaker.verb)
