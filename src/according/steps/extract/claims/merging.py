"""Bring together the tellings of one event across the sentences of a report: several sentences on one event make one claim."""

import math
import re
from dataclasses import dataclass, field
from datetime import date

from according.model.answers import Status, When, Where
from according.model.evidence import Answer, Found
from according.model.report import Report
from according.model.trigger import Strength
from according.steps.extract.claims.anchors import Anchors, is_fine, is_incident, read_anchors, share_place, tell_reality
from according.steps.extract.claims.entries import Position, are_apart, are_under_two_headings, get_position, locate_blocks
from according.steps.extract.claims.linking import EFFECTS, METHODS, PARTING, PARTING_NOUNS, find_parting_between
from according.steps.extract.claims.nearness import may_be_same_place
from according.steps.extract.claims.telling import Telling

_FAMILIES = (  # what one sentence calls this, another may call that
    frozenset({"shelling", "air_strike", "chemical_attack"}),
    frozenset({"explosive_device", "suicide_bombing", "grenade"}),
    frozenset({"attack_on_civilians", "execution"}),
)
_FROM_AFAR = frozenset({"shelling", "air_strike", "explosive_device", "chemical_attack", "aircraft_downed", "interception"})
_NAMELESS = frozenset({"attack_on_civilians", "explosive_device", "other"})  # "the attack", whose kind the next sentence tells
_VAGUE = frozenset({"attack_on_civilians", "armed_clash", "explosive_device", "air_strike", "shelling"})  # "attack", "blast", "strike"
_TERRITORY = frozenset({"territory_gained_by_government", "territory_gained_by_nonstate_actor", "withdrawal"})
_ROCKET = re.compile(r"rocket|mortar", re.IGNORECASE)
_ORDER = {Strength.EVENT: 0, Strength.VAGUE: 1, Strength.HARM: 2}
_STRIKING = frozenset({"shelling", "air_strike"})
_BARE = 8  # letters of "strikes", and no "air" before it
_ANSWERED_WITHIN = 4  # sentences
_THRESHOLD = 2.0


@dataclass(slots=True)
class Draft:
    """Collect the tellings of one event, in the order of the text."""

    tellings: list[Telling] = field(default_factory=list)
    when: Answer[When] | None = None  # settled after all of them are brought together
    settled: Telling | None = None  # the main telling, once every telling has its type
    answers: list[Telling] = field(default_factory=list)  # of the claims that deny it

    @property
    def last_sentence(self) -> int:
        """Return the index of the latest sentence that tells of it."""
        return max(telling.sentence.index for telling in self.tellings)

    @property
    def main(self) -> Telling:
        """Return the telling whose trigger says most, the first of them; never one of what the event only led to."""
        if self.settled is not None:
            return self.settled
        if len(self.tellings) == 1:
            return self.tellings[0]
        return min(self.tellings, key=lambda one: (one.event_type.value in EFFECTS, _ORDER[one.main.strength], one.sentence.index))


class _Story:
    """Gather what all tellings of one draft say of which event it is."""

    __slots__ = (
        "days", "doers", "draft", "figures", "hurt", "is_unknown_place", "last", "lead", "main", "named", "position", "sides", "strong",
        "types", "wheres",
    )  # fmt: skip

    def __init__(self, first: Anchors, lead: tuple[When, ...], position: Position) -> None:
        self.draft = Draft()
        self.position = position
        self.lead = lead
        self.types: frozenset[str] = frozenset()
        self.strong: frozenset[str] = frozenset()
        self.wheres: tuple[Where, ...] = ()
        self.days: tuple[When, ...] = ()
        self.named: frozenset[str] = frozenset()
        self.doers: frozenset[str] = frozenset()
        self.hurt: frozenset[str] = frozenset()
        self.sides: frozenset[str] = frozenset()
        self.figures: frozenset[tuple[str, int, str]] = frozenset()
        self.is_unknown_place = False
        self.add(first)

    def add(self, one: Anchors) -> None:
        telling = one.telling
        self.draft.tellings.append(telling)
        self.last = telling.sentence.index
        self.main = self.draft.main
        self.types |= one.types
        if telling.main.strength is Strength.EVENT:
            self.strong |= one.types
        self.wheres += one.wheres
        self.days += one.days
        self.named |= one.named
        self.doers |= one.doers
        self.hurt |= one.hurt
        self.sides |= one.sides
        self.figures |= one.figures
        self.is_unknown_place = self.is_unknown_place or one.is_unknown_place


def merge_tellings(tellings: list[Telling], report: Report) -> list[Draft]:
    """Return the tellings grouped by event, in the order in which the text first tells of them."""
    stories: list[_Story] = []
    positions = locate_blocks(report) if tellings else ()
    for telling in tellings:
        anchors = read_anchors(telling, report.text)
        position = get_position(positions, telling.sentence.paragraph)
        best, best_score = None, _THRESHOLD
        for story in stories:
            if positions and _stand_apart(story, anchors, position):
                continue
            score = score_merge(story, anchors)
            if score >= best_score:
                best, best_score = story, score
        if best is None:
            stories.append(_Story(anchors, next((one.days for one in stories if one.days), ()), position))
        elif not _only_refers(anchors) and best.main.kind.value is telling.kind.value:
            best.add(anchors)
    _link_denials(stories)
    return [story.draft for story in stories]


def _link_denials(stories: list[_Story]) -> None:
    """Give an event the tellings of the claim that denies it: who denies a shelling speaks of the shelling that was told."""
    for number, denied in enumerate(stories):
        if denied.main.status.value is not Status.DENIED or denied.main.is_harm_only:
            continue
        for told in reversed(stories[:number]):
            near = denied.draft.tellings[0].sentence.index - told.last <= _ANSWERED_WITHIN
            if near and _is_same_deed(told.main, denied.main) and not _are_elsewhere(told, denied):
                told.draft.answers += denied.draft.tellings
                break


def _is_same_deed(told: Telling, denied: Telling) -> bool:
    is_same = told.event_type.value == denied.event_type.value and told.kind.value is denied.kind.value
    return is_same and tell_reality(told) == "real"


def _are_elsewhere(told: _Story, denied: _Story) -> bool:
    places = bool(told.wheres and denied.wheres) and not share_place(told.wheres, denied.wheres)
    days = bool(told.days and denied.days) and not any(_overlap(one, other) for one in told.days for other in denied.days)
    return places or days


def _stand_apart(story: _Story, one: Anchors, position: Position) -> bool:
    """Say whether a list tells of two events in two entries, or a report in two sections that share no place."""
    if are_apart(story.position, position):
        return True
    return are_under_two_headings(story.position, position) and not share_place(story.wheres, one.wheres)


def _share_day_or_place(story: _Story, one: Anchors) -> bool:
    same_day = any(_overlap(mine, theirs) for mine in one.days for theirs in story.days)
    return same_day or share_place(story.wheres, one.wheres)


def _is_parted(story: _Story, telling: Telling) -> bool:
    """Say whether the sentence itself parts two events: "fired at a post in response to the killing of two guards"."""
    beside = (one for one in story.draft.tellings if one.sentence.index == telling.sentence.index)
    return any(find_parting_between(telling.sentence, one.main, telling.main) in PARTING_NOUNS for one in beside)


def _only_refers(anchors: Anchors) -> bool:
    """Say whether a telling only points back: "hours after the strike"."""
    telling = anchors.telling
    head = telling.sentence.tokens[telling.main.head]
    above = telling.sentence.tokens[head.head]
    return len(telling.triggers) == 1 and anchors.is_definite and head.dep == "pobj" and above.lemma in PARTING


def score_merge(story: _Story, one: Anchors) -> float:
    """Return how much speaks for the telling being about the story's event; minus infinity where something speaks against."""
    telling, main = one.telling, story.main
    if one.is_apart or (telling.status is not main.status and tell_reality(telling) != tell_reality(main)):
        return -math.inf
    score = _score_type(story, one)
    if score == 0 or _conflict(story, one):
        return -math.inf
    gap = telling.sentence.index - story.last
    if gap == 0 and _is_parted(story, telling):
        return -math.inf
    score += (1.0 if _is_harm_beside(one) else 0.0) if gap == 0 else 1.0 if gap == 1 else 0.5 if gap <= 3 else -0.25 if gap <= 8 else -0.5
    if telling.is_harm_only and any(isinstance(who, Found) for who in telling.initiators):
        score -= 0.5  # who kills by himself is more likely told of anew
    score += 1.0 if one.is_definite and (not one.is_described or _share_day_or_place(story, one)) else 0.0
    score += 0.5 if one.is_afloat else 0.0
    score += 1.0 if share_place(story.wheres, one.wheres) else 0.0
    score += 1.0 if _share_side(story, one) else 0.0
    score += 1.0 if story.figures & one.figures else 0.0
    score += _score_harm(story, one, gap)
    score -= 1.0 if (one.is_scene or (one.is_new and one.wheres)) and not share_place(story.wheres, one.wheres) else 0.0
    return score - (2.0 if one.is_new else 0.0) - (1.0 if _opens_anew(story, one) else 0.0)


def _opens_anew(story: _Story, one: Anchors) -> bool:
    """Say whether a later sentence tells of another deed with figures of its own: "Earlier, rebels shelled the port, killing two"."""
    is_own = one.is_new and bool(one.figures) and not one.telling.is_harm_only and not one.is_afloat
    return is_own and bool(story.figures) and not story.figures & one.figures and one.telling.sentence.index > story.last


def _is_harm_beside(one: Anchors) -> bool:
    """Say whether it only counts others harmed by nobody named: "and three were wounded"."""
    return one.telling.is_harm_only and not one.telling.initiators and one.is_afloat


def _share_side(story: _Story, one: Anchors) -> bool:
    """Say whether the same did it or the same were hit; in a clash both are both."""
    if "armed_clash" in one.types | story.types:
        return bool((story.doers | story.hurt) & (one.doers | one.hurt))
    return bool(story.doers & one.doers or story.hurt & one.hurt)


def _score_harm(story: _Story, one: Anchors, gap: int) -> float:
    """Return what speaks for bare figures of a later sentence being of the story: deaths go to what killed, not to what only wounded."""
    if gap <= 1 or not one.telling.is_harm_only or not one.figures or not story.figures:
        return 0.0
    return 0.5 if {harm for harm, *_ in one.figures} & {harm for harm, *_ in story.figures} else -0.5


def _score_type(story: _Story, one: Anchors) -> float:
    telling = one.telling
    own = telling.event_type.value
    types = story.strong if story.strong and telling.main.strength is Strength.EVENT else story.types
    if tell_reality(telling) != "real":
        return 2.0 if own in types else 0.0
    if telling.is_harm_only:
        return 1.5 if not types else 1.0 if types & METHODS else 0.0
    if own in types:
        return 2.0
    if own in EFFECTS and is_incident(telling) and types & METHODS:
        return 0.0 if _is_deed_of_its_own(telling) else 1.0
    if one.is_definite and _is_bare_strike(telling) and types & _STRIKING and telling.sentence.index - story.last <= 1:
        return 1.5
    by_rocket = _is_by_rocket(telling) or _is_by_rocket(story.main)
    if any(own in family and types & family for family in _FAMILIES) and not (by_rocket or _is_rebels_and_air(story, one)):
        return 1.0
    if telling.main.strength is Strength.VAGUE and telling.main.event_type in _VAGUE:
        if story.strong == {"other"}:
            return 0.0  # "halted the raids" is no attack
        return 1.0 if types & METHODS or not types else 0.5
    if story.strong:
        return 0.0
    if not types:
        return 1.0 if own in METHODS else 0.0
    return 0.5 if types <= _NAMELESS and own in METHODS else 0.0


def _is_deed_of_its_own(telling: Telling) -> bool:
    """Say whether somebody is told to have wrecked or driven out by himself: "They looted the market"."""
    return telling.event_type.value == "property_destruction" and any(isinstance(who, Found) for who in telling.initiators)


def _is_bare_strike(telling: Telling) -> bool:
    """Say whether it is only called a strike, as shells and rockets may be too: "the strikes wounded a farmer"."""
    return (
        telling.main.is_nominal
        and telling.sentence.tokens[telling.main.head].lemma == "strike"
        and telling.main.span.end - telling.main.span.start < _BARE
    )


def _is_rebels_and_air(story: _Story, one: Anchors) -> bool:
    """Say whether one is from the air and the other an armed group's, which has no aircraft."""
    return ("air_strike" in story.types and "armed group" in one.sides) or ("air_strike" in one.types and "armed group" in story.sides)


def _is_by_rocket(telling: Telling) -> bool:
    """Say whether it was done with rockets or mortars, which nobody calls an air strike."""
    return telling.weapon is not None and _ROCKET.search(telling.weapon.value) is not None


def _conflict(story: _Story, one: Anchors) -> bool:
    first, telling = story.main, one.telling
    if first.kind.value is not telling.kind.value:
        return not _points_at_kind(story, one)
    if bool(first.background) != bool(telling.background) and not story.figures & one.figures and not one.is_definite:
        return True
    is_same = one.is_definite and telling.sentence.index - story.last <= 2 and telling.event_type.value == first.event_type.value
    return (_places_conflict(story, one) and not is_same) or _dates_conflict(story, one) or _actors_conflict(story, one)


def _points_at_kind(story: _Story, one: Anchors) -> bool:
    """Say whether "the offensive" is the campaign that was told of as going on."""
    return one.is_definite and one.is_afloat and is_incident(one.telling) and bool(one.types & story.types)


def _places_conflict(story: _Story, one: Anchors) -> bool:
    if one.wheres and story.wheres and one.types & _TERRITORY:  # two towns of a province fall one by one
        return not share_place(one.wheres, story.wheres)
    if one.wheres and story.wheres:
        fine = tuple(where for where in story.wheres if is_fine(where)) if any(is_fine(where) for where in one.wheres) else ()
        if any(may_be_same_place(mine, theirs) for mine in one.wheres for theirs in fine or story.wheres):
            return False
        return not (story.figures & one.figures and share_place(story.wheres, one.around))  # as many harmed at X as "at a farm near X"
    known = one.wheres or story.wheres
    unknown = one.is_unknown_place if story.wheres else story.is_unknown_place
    return unknown and any(is_fine(where) for where in known)  # a name that no gazetteer has is another place than one that it has


def _dates_conflict(story: _Story, one: Anchors) -> bool:
    told = story.days or (() if one.is_definite or story.main.background else story.lead)  # without a day, on the day of the lead
    return bool(one.days and told) and not any(_overlap(mine, theirs) for mine in one.days for theirs in told)


def _overlap(one: When, other: When) -> bool:
    return (one.earliest or date.min) <= (other.latest or date.max) and (other.earliest or date.min) <= (one.latest or date.max)


def _actors_conflict(story: _Story, one: Anchors) -> bool:
    is_harmed_by = one.telling.is_harm_only and any(isinstance(who, Found) for who in one.telling.initiators)
    if is_harmed_by and story.main.event_type.value in _FROM_AFAR:
        return not one.doers & story.doers  # gunmen do not kill from the air
    if _hits_another(story, one) or _is_of_other_side(story, one):
        return True
    return bool(one.named and story.named) and not one.named & story.named


def _is_of_other_side(story: _Story, one: Anchors) -> bool:
    """Say whether the other side did it; in a fight both sides kill."""
    if not one.sides or not story.sides or one.sides & story.sides:
        return False
    return not (one.is_afloat and (one.telling.is_harm_only or "armed_clash" in story.types))


def _hits_another(story: _Story, one: Anchors) -> bool:
    """Say whether somebody destroys a thing of nobody's where the story tells of people who were hit, and names nobody for it.

    What an army says that it hit is no word on who hit a market.
    """
    telling = one.telling
    is_own_deed = telling.main.strength is Strength.VAGUE and not telling.main.is_nominal and bool(one.named) and bool(telling.hits)
    return is_own_deed and not telling.targets and bool(story.main.targets) and not story.named
