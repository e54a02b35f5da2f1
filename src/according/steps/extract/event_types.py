"""Answer what kind of event it was: the codebook's boundary rules over all that one claim's words say."""

from collections.abc import Callable, Sequence

from according.knowledge.event_types import EventTypes
from according.model.answers import Status
from according.model.evidence import Basis, Found, Rejection
from according.model.records import record
from according.model.trigger import Strength, Trigger

_ARMED = frozenset({"state", "rebel", "militia", "communal", "police", "gang"})
_STATE = frozenset({"state", "police", "international"})
_UNARMED = frozenset({"civilians", "people", "company", "party", "other"})
_REMOTE = frozenset({"air_strike", "shelling"})
_BOMB_WORDS = frozenset({"suicide", "kamikaze", "himself", "herself"})
_AIR_WORDS = frozenset(
    "warplane warplanes jet jets aircraft airstrike airstrikes helicopter helicopters airforce aerial planes sortie sorties".split()
)
_POISONS = frozenset({"chlorine", "sarin"})
_FLIERS = frozenset({"state", "international"})
_GROUND_WORDS = frozenset(
    {"clash", "clashes", "fighting", "offensive", "assault", "battle", "battles", "battling", "advance", "advanced", "operation"}
)
_WEAPON_TYPES = {
    "aerial": "air_strike",
    "drone": "air_strike",
    "artillery": "shelling",
    "rocket": "shelling",
    "missile": "shelling",
    "suicide": "suicide_bombing",
    "ied": "explosive_device",
    "mine": "explosive_device",
    "grenade": "grenade",
    "chemical": "chemical_attack",
}
_VAGUE_ATTACKS = frozenset({"attack_on_civilians", "armed_clash"})
_STOPPABLE = _REMOTE | {"explosive_device", "suicide_bombing", "grenade", "attack_on_civilians", "armed_clash", "execution"}
_BY_HAND = "by-hand"  # rules whose words say that somebody did it: "gunned down"
_TERRITORY = frozenset({"territory_gained_by_government", "territory_gained_by_nonstate_actor"})


@record(frozen=True, slots=True)
class _Case:
    """Hold what the boundary rules look at."""

    triggers: tuple[Trigger, ...]
    types: frozenset[str]  # of all triggers
    named: frozenset[str]  # of those that name their event
    weapon: str | None
    initiators: frozenset[str]
    targets: frozenset[str]
    words: frozenset[str]

    @property
    def is_harm_only(self) -> bool:
        return all(one.strength is Strength.HARM for one in self.triggers)

    @property
    def hits_armed(self) -> bool:
        return bool(self.targets & _ARMED) and not self.targets & _UNARMED

    @property
    def comes_from_air(self) -> bool:
        has_word = bool(self.words & _AIR_WORDS) or {"air", "force"} <= self.words
        return has_word and not self.words & _GROUND_WORDS and not self.initiators - _FLIERS


def settle_event_type(
    triggers: Sequence[Trigger],
    *,
    event_types: EventTypes,
    weapon: str | None = None,
    initiator_kinds: frozenset[str] = frozenset(),
    target_kinds: frozenset[str] = frozenset(),
    words: frozenset[str] = frozenset(),
) -> Found[str]:
    """Settle one claim's event type from its triggers and from who, whom and with what.

    Args:
        weapon: class of the weapon named, as `Weapons.classify` gives it.
        initiator_kinds: kinds of the initiators (state, rebel, militia …); empty when unknown.
        target_kinds: kinds of the targets; generic people are `people`.
        words: all words of the claim's sentences in lower case.
    """
    case = _Case(
        triggers=tuple(triggers),
        types=frozenset(one.event_type for one in triggers),
        named=frozenset(one.event_type for one in triggers if one.strength is Strength.EVENT),
        weapon=weapon,
        initiators=initiator_kinds,
        targets=target_kinds,
        words=words,
    )
    main = _choose_main(case, event_types)
    for rule, decide in _RULES:
        decided = decide(case, main)
        if decided is not None:
            span = next((one.span for one in triggers if one.event_type == decided), main.span)
            others = sorted({one.event_type for one in triggers} - {decided})
            rejected = tuple(Rejection(other, f"the rule {rule} settles it") for other in others)
            basis = Basis.STATED if decided == main.event_type else Basis.INFERRED
            return Found(decided, span, f"codebook.{rule}", basis, rejected=rejected)
    others = sorted({one.event_type for one in triggers} - {main.event_type})
    rejected = tuple(Rejection(other, "another word names the event more exactly") for other in others)
    return Found(main.event_type, main.span, main.rule, rejected=rejected)


def _choose_main(case: _Case, event_types: EventTypes) -> Trigger:
    """Return the trigger that says most; among names of events the one highest in the hierarchy of tactics, then the first."""
    order = {Strength.EVENT: 0, Strength.VAGUE: 1, Strength.HARM: 2}
    best = min(order[one.strength] for one in case.triggers)
    among = [one for one in case.triggers if order[one.strength] == best]
    if best == 0 and {one.event_type for one in among} <= _REMOTE:
        return among[0]  # the text's first word decides between shelling and air strikes
    return min(among, key=lambda one: (event_types.get(one.event_type).rank, one.span))


def _settle_stopped(case: _Case, _: Trigger) -> str | None:
    """An attack that is stopped is an interception, whatever it would have been."""
    is_stopped = any(one.event_type == "interception" and one.status is Status.PREVENTED for one in case.triggers)
    return "interception" if is_stopped and case.named - {"interception"} <= _STOPPABLE else None


def _settle_chemical(case: _Case, main: Trigger) -> str | None:
    is_attack = main.event_type in _VAGUE_ATTACKS | _REMOTE | {"chemical_attack", "explosive_device", "other"}
    has_poison = "chemical_attack" in case.named or case.weapon == "chemical" or bool(case.words & _POISONS)
    return "chemical_attack" if is_attack and has_poison else None


def _settle_guns(case: _Case, main: Trigger) -> str | None:
    """What an army bombs with guns it shells."""
    is_bare = main.event_type == "air_strike" and case.types & _REMOTE == {"air_strike"} and "bomb" in main.rule
    return "shelling" if is_bare and case.weapon == "artillery" and not case.words & _AIR_WORDS else None


def _settle_suicide(case: _Case, _: Trigger) -> str | None:
    is_bomb = case.types & {"explosive_device", "suicide_bombing"} or case.weapon in {"ied", "suicide"}
    if is_bomb and ("suicide_bombing" in case.named or case.weapon == "suicide" or case.words & _BOMB_WORDS):
        return "suicide_bombing"
    return None


def _settle_territory(case: _Case, main: Trigger) -> str | None:
    """A gain of ground belongs to the side that gains it."""
    gain = next((one for one in (main, *case.triggers) if one.event_type in _TERRITORY), None)
    if gain is None or main.event_type not in _TERRITORY | {"armed_clash", "attack_on_civilians", "other", "air_strike", "shelling"}:
        return None
    if gain.strength is Strength.EVENT or main is gain:
        if _is_without_fight(case):
            return "nonviolent_transfer_of_territory"
        if case.initiators & {"state"} or (case.initiators and not case.initiators - _STATE):
            return "territory_gained_by_government"
        if case.initiators & {"rebel", "communal", "gang"} or (case.initiators & {"militia"} and "government" not in gain.event_type):
            return "territory_gained_by_nonstate_actor"
        return gain.event_type
    return None


def _is_without_fight(case: _Case) -> bool:
    """Say whether ground changed hands because others left it, with no shot fired."""
    told = {"without", "resistance"} <= case.words or {"without", "fight"} <= case.words or "unopposed" in case.words
    calm = {"without", "fighting"} <= case.words or not case.types & (_REMOTE | _VAGUE_ATTACKS)
    return told or ("withdrawal" in case.named and calm)


def _settle_clash(case: _Case, main: Trigger) -> str | None:
    """Remote fire inside a ground battle belongs to the battle."""
    remote = {one.sentence for one in case.triggers if one.event_type in _REMOTE | _VAGUE_ATTACKS}
    has_clash = any(one.event_type == "armed_clash" and one.strength is Strength.EVENT and one.sentence in remote for one in case.triggers)
    return "armed_clash" if has_clash and main.event_type in _REMOTE | _VAGUE_ATTACKS else None


def _settle_vague(case: _Case, main: Trigger) -> str | None:
    """An attack that names no means takes its type from the weapon, then from the sides."""
    if main.strength is Strength.EVENT or main.event_type not in _VAGUE_ATTACKS | {"explosive_device"}:
        return None
    if case.weapon in _WEAPON_TYPES:
        return _WEAPON_TYPES[case.weapon]
    if case.comes_from_air and (not case.is_harm_only or case.initiators):
        return "air_strike"
    if main.event_type == "explosive_device":
        is_flown = "bombing" in main.rule and case.initiators and not case.initiators - _FLIERS
        return "air_strike" if is_flown else None  # a state bombs from the air
    return _settle_by_sides(case, main)


def _settle_by_sides(case: _Case, main: Trigger) -> str | None:
    if case.is_harm_only and not case.initiators:
        is_by_hand = any(one.rule.endswith(_BY_HAND) for one in case.triggers)
        return "armed_clash" if case.hits_armed else None if is_by_hand else "other"
    if case.hits_armed and (case.initiators & _ARMED or not case.initiators):
        return "armed_clash"
    if "civilians" in case.targets and not case.targets & _ARMED and main.event_type == "armed_clash" and "attack" in main.rule:
        return "attack_on_civilians"
    return None


def _settle_arrest(case: _Case, main: Trigger) -> str | None:
    """States arrest, others abduct."""
    if main.event_type == "arrest" and case.initiators & {"rebel", "gang", "communal"} and not case.initiators & _STATE:
        return "abduction"
    if main.event_type == "abduction" and main.strength is Strength.VAGUE and case.initiators and not case.initiators - {"state", "police"}:
        return "arrest"
    return None


def _settle_downed(case: _Case, main: Trigger) -> str | None:
    unmanned = {"drone", "drones", "unmanned", "uav", "quadcopter"}
    crewed = {"plane", "planes", "warplane", "jet", "helicopter", "pilot", "crew", "warplanes", "jets", "helicopters"}
    return "interception" if main.event_type == "aircraft_downed" and case.words & unmanned and not case.words & crewed else None


def _settle_killed_captive(case: _Case, main: Trigger) -> str | None:
    """Who is abducted and then killed was attacked."""
    killed = any(one.strength is Strength.HARM and "kill" in one.rule for one in case.triggers)
    return "execution" if main.event_type in {"abduction", "arrest"} and killed and main.event_type in case.named else None


def _settle_protest(case: _Case, _: Trigger) -> str | None:
    """Force against or by those who protest makes the protest another type."""
    for stronger in ("excessive_force_against_protesters", "violent_demonstration", "protest_with_intervention"):
        if stronger in case.named and case.types & {"peaceful_protest", stronger}:
            return stronger
    return None


_RULES: tuple[tuple[str, Callable[[_Case, Trigger], str | None]], ...] = (
    ("stopped", _settle_stopped),
    ("chemical", _settle_chemical),
    ("guns", _settle_guns),
    ("suicide", _settle_suicide),
    ("captive-killed", _settle_killed_captive),
    ("protest", _settle_protest),
    ("territory", _settle_territory),
    ("clash", _settle_clash),
    ("vague-attack", _settle_vague),
    ("arrest", _settle_arrest),
    ("downed", _settle_downed),
)
