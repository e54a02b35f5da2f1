"""Read the roles around a verb: "X shelled Y", "Y was shelled by X", "X opened fire on Y"."""

from according.model.parsed import Sentence, Token
from according.steps.extract.phrases import Phrase, find_children, read_phrase, read_phrases
from according.steps.extract.roles_nouns import AIMS, ATTACKS, LIGHT, MODIFIER, WITH, Sides, find_between, find_modifiers, read_noun
from according.steps.extract.roles_subjects import find_agents, find_owners, find_patients, find_prepositional, find_subjects, is_passive

BELONGING = "en.roles.belonging"
_UNDERGOERS = frozenset("die perish drown starve suffer sustain lose survive".split())  # their subject is harmed
_MEETERS = frozenset("clash fight battle skirmish exchange trade swap negotiate agree".split())  # "X clashed with Y"
_HARMING = frozenset({"kill", "wound", "injure"})
_FIGHTS = frozenset(
    {"clash", "battle", "fighting", "firefight", "gunfight", "gunbattle", "skirmish", "combat", "exchange", "shootout", "confrontation"}
)
_TAKING = frozenset("capture recapture seize retake take wrest liberate free clear recover reclaim regain snatch".split())
_THINKING = frozenset({"think", "believe", "suspect"})
_FIRING = frozenset({"fire", "launch", "drop", "lob", "plant", "lay"})
_HOLDING = frozenset({"control", "rule", "sway", "authority"})
_GIVING_UP = frozenset({"hand", "cede", "surrender", "relinquish"})
_REPELLING = frozenset("repel repulse beat push drive fend fight".split())
_STOPPING = frozenset("foil thwart defeat frustrate stop".split())
_AIMED = frozenset("target shell bomb attack hit raid storm pound bombard strike".split())
_NOMINAL_PLACES = frozenset({"pcomp", "pobj", "dobj", "nsubj", "nsubjpass", "csubj", "ROOT", "conj"})
_AIMING = LIGHT | {"open", "fire"}


def read_verb(sentence: Sentence, verb: Token) -> Sides:
    """Return who stands on each side of a verb."""
    if _is_noun(sentence, verb):
        return read_noun(sentence, verb)
    owner = _find_gerund_owner(sentence, verb)
    if owner is not None:
        return Sides([read_phrase(sentence, owner, MODIFIER)], find_prepositional(sentence, verb, {"of", *AIMS}, "en.roles.of"))
    between = find_between(sentence, verb)
    if len(between) > 1:
        return Sides(between[:1], between[1:], between=True)
    if verb.lemma == "come" and (under := _read_under(sentence, verb)) is not None:
        return under
    if verb.lemma in _REPELLING | _STOPPING and (repelled := _read_repelled(sentence, verb)) is not None:
        return repelled
    if is_passive(sentence, verb):
        return _read_passive(sentence, verb)
    initiators = find_subjects(sentence, verb)
    initiators = _find_thought(sentence, verb) + initiators
    if verb.lemma in _UNDERGOERS:
        return Sides([], initiators)
    if verb.lemma == "fall" and (winners := find_prepositional(sentence, verb, {"to"}, "en.roles.fell-to")):
        return Sides(winners, [])
    objects = find_children(sentence, verb.index, "dobj", "obj")
    if verb.lemma in _GIVING_UP and (takers := find_prepositional(sentence, verb, {"to"}, "en.roles.handed-to")):
        return Sides(initiators, takers)
    targets = _find_objects(sentence, verb, objects)
    if verb.lemma in LIGHT:
        for child in objects:
            inner = read_noun(sentence, child)
            targets = [*inner.targets, *targets]
            initiators = initiators or inner.initiators
    return Sides(initiators, targets)


def _read_passive(sentence: Sentence, verb: Token) -> Sides:
    if _is_finite_after_all(sentence, verb):
        doer = read_phrase(sentence, sentence.tokens[verb.head], "en.roles.subject")
        return Sides([doer], _find_below(sentence, verb))
    patients, agents = find_patients(sentence, verb), find_agents(sentence, verb)
    others = [] if agents or verb.lemma not in _HARMING else _find_met(sentence, verb)
    return Sides(patients, others, between=True) if others else Sides(agents, patients)


def _read_under(sentence: Sentence, verb: Token) -> Sides | None:
    """Read "the convoy came under fire from X" and "the town came under X's control"."""
    under = next((one for one in find_children(sentence, verb.index, "prep") if one.lemma == "under"), None)
    if under is None:
        return None
    held = next((one for one in find_children(sentence, under.index, "pobj") if one.lemma in _HOLDING), None)
    if held is not None:
        return Sides(find_prepositional(sentence, held, {"of"}, "en.roles.of") or find_modifiers(sentence, held), [])
    return Sides(find_prepositional(sentence, verb, {"from", "by"}, "en.roles.by"), find_subjects(sentence, verb))


def _read_repelled(sentence: Sentence, verb: Token) -> Sides | None:
    """Read "X repelled an attack by Y", in which Y attacked, and "X foiled Y's attempt", in which X stopped it."""
    is_done_to = is_passive(sentence, verb)
    attempts = find_children(sentence, verb.index, "nsubjpass" if is_done_to else "dobj")
    attackers = [one for attempt in attempts if attempt.lemma in ATTACKS for one in _find_attackers(sentence, attempt)]
    if not attackers:
        return None
    others = find_agents(sentence, verb) if is_done_to else find_subjects(sentence, verb)
    return Sides(others, attackers) if verb.lemma in _STOPPING else Sides(attackers, others)


def _find_attackers(sentence: Sentence, attempt: Token) -> list[Phrase]:
    """Return whose attack or attempt a noun names."""
    of = find_prepositional(sentence, attempt, {"from", "of"}, "en.roles.by") if attempt.lemma == "attempt" else []
    return find_owners(sentence, attempt) or of or find_modifiers(sentence, attempt)


def _find_met(sentence: Sentence, verb: Token) -> list[Phrase]:
    """Return the other side in "ten rebels were killed in clashes with soldiers"."""
    found: list[Phrase] = []
    for preposition in find_children(sentence, verb.index, "prep"):
        for noun in find_children(sentence, preposition.index, "pobj") if preposition.lemma in {"in", "during"} else ():
            found += find_prepositional(sentence, noun, {"with"}, WITH) if noun.lemma in _FIGHTS else []
    return found


def _find_objects(sentence: Sentence, verb: Token, objects: list[Token]) -> list[Phrase]:
    targets: list[Phrase] = []
    for child in [*objects, *find_children(sentence, verb.index, "dative")]:
        if _is_clause(sentence, child, objects):
            continue
        targets += read_phrases(sentence, child, "en.roles.object")
        targets += _find_holders(sentence, verb, child)
    targets = targets or _find_gap(sentence, verb)
    if verb.lemma in _TAKING:
        targets = find_prepositional(sentence, verb, {"from"}, "en.roles.taken-from") + targets
    aims = AIMS | ({"with"} if verb.lemma in _MEETERS else set())
    aimed = [one for one in find_prepositional(sentence, verb, aims, "en.roles.aimed-at") if one.head.index > verb.index]
    if verb.lemma == "set" and any(one.lemma == "fire" for one in objects):
        return find_prepositional(sentence, verb, {"to"}, "en.roles.aimed-at")
    if verb.lemma in _AIMING:
        return aimed + [phrase for phrase in targets if phrase not in aimed]
    return targets + aimed


def _find_thought(sentence: Sentence, verb: Token) -> list[Phrase]:
    """Read whose "jets thought to belong to X" and "missiles fired by X" are."""
    clauses = [one for subject in find_children(sentence, verb.index, "nsubj") for one in find_children(sentence, subject.index, "acl")]
    above = sentence.tokens[verb.head]
    if above.lemma in _THINKING and verb.dep in {"conj", "ccomp"}:  # the parser takes "believed" for the main verb
        clauses.append(above)
    fired = [one for one in clauses if one.tag == "VBN" and one.lemma in _FIRING]
    inner = [below for clause in clauses for below in (clause, *find_children(sentence, clause.index, "xcomp"))]
    if said := [one for be in inner if be.lemma == "be" for one in find_children(sentence, be.index, "acomp", "attr")]:
        return [read_phrase(sentence, one, BELONGING) for one in said]  # "believed to be Russian"
    return [phrase for one in inner if one.lemma == "belong" for phrase in find_prepositional(sentence, one, {"to"}, BELONGING)] + [
        phrase for one in fired for phrase in find_agents(sentence, one) or find_prepositional(sentence, one, {"from"}, "en.roles.by")
    ]


def _find_holders(sentence: Sentence, verb: Token, thing: Token) -> list[Phrase]:
    """Read whose "a launcher belonging to X" is, wherever the parser hangs "belonging"."""
    holding = (
        one for index in (thing.index, verb.index) for one in find_children(sentence, index, "acl", "advcl") if one.text == "belonging"
    )
    return [phrase for one in holding if one.index > thing.index for phrase in find_prepositional(sentence, one, {"to"}, BELONGING)]


def _is_clause(sentence: Sentence, noun: Token, objects: list[Token]) -> bool:
    """Say whether a second object is a clause of its own that the parser misread: "attacked the town, burning houses"."""
    before = find_children(sentence, noun.index, "amod") if noun is not objects[0] else []
    return bool(before) and before[0].tag == "VBG" and sentence.tokens[before[0].index - 1].text == ","


def _is_finite_after_all(sentence: Sentence, verb: Token) -> bool:
    """Say whether the parser took a sentence's own verb for a participle: "The groups on Friday targeted with rockets the city."."""
    above = sentence.tokens[verb.head]
    is_below_root = verb.dep == "acl" and above.dep == "ROOT" and above.tag in {"NNS", "NNPS"}
    if verb.tag != "VBN" or verb.lemma not in _AIMED or not is_below_root:
        return False
    if sentence.tokens[-1].text != "." or any(one.tag in {"VBD", "VBP", "MD"} for one in sentence.tokens):
        return False
    return not find_agents(sentence, verb) and bool(_find_below(sentence, verb))


def _find_below(sentence: Sentence, verb: Token) -> list[Phrase]:
    """Return the object of a verb, or the one that the parser hangs on what was used: "targeted with shells the cities"."""
    holders = [verb, *(one for prep in find_children(sentence, verb.index, "prep") for one in find_children(sentence, prep.index, "pobj"))]
    return [read_phrase(sentence, thing, "en.roles.object") for one in holders for thing in find_children(sentence, one.index, "dobj")]


def _is_noun(sentence: Sentence, verb: Token) -> bool:
    """Say whether an "-ing" word is an event's name: "subjected to shelling by X", "X's bombing"."""
    if verb.tag != "VBG":
        return verb.tag == "VBZ" and verb.dep in {"pobj", "dobj"}  # "in regime airstrikes", which the tagger takes for a verb
    before = sentence.tokens[verb.index - 1] if verb.index else verb
    is_bare = before.pos == "NOUN" and verb.dep in {"acl", "advcl"} and not find_children(sentence, verb.index, "dobj", "nsubj")
    if is_bare and any(one.lemma == "by" for one in find_children(sentence, verb.index, "prep", "agent")):
        return True  # "artillery shelling by X"
    if before.lemma == "under":
        return True
    if verb.dep not in _NOMINAL_PLACES:
        return False
    below = find_children(sentence, verb.index)
    is_verb = any(one.dep in {"dobj", "nsubj", "prt", "aux", "xcomp", "ccomp"} for one in below)
    return not is_verb and any(one.dep in {"det", "poss", "amod"} or one.lemma in {"by", "between"} for one in below)


def _find_gerund_owner(sentence: Sentence, verb: Token) -> Token | None:
    """Return the noun before a gerund that is a noun itself, though the parser took it for a verb: "government shelling of X"."""
    if verb.tag != "VBG" or verb.index == 0 or find_children(sentence, verb.index, "nsubj", "dobj"):
        return None
    if not any(child.lemma == "of" for child in find_children(sentence, verb.index, "prep")):
        return None
    before = sentence.tokens[verb.index - 1]
    return before if before.pos in {"NOUN", "PROPN"} else None


def _find_gap(sentence: Sentence, verb: Token) -> list[Phrase]:
    """Read the object that a relative clause leaves out: "a pilot they captured"."""
    if verb.dep != "relcl" or all(token.tag in {"WDT", "WP"} for token in find_children(sentence, verb.index, "nsubj")):
        return []
    return read_phrases(sentence, sentence.tokens[verb.head], "en.roles.relative-object")
