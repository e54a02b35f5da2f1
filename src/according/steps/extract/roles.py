"""Answer who did it to whom: the phrases that a trigger's syntax puts in each role."""

from dataclasses import dataclass

from according.model.parsed import Sentence, Token
from according.model.trigger import Trigger
from according.steps.extract.phrases import Phrase, find_children, read_phrase, read_phrases

MODIFIER = "en.roles.modifier"  # a word before an event's noun: "Turkish shelling"
_UNDERGOERS = frozenset("die perish drown starve suffer sustain lose survive".split())  # their subject is harmed
_MEETERS = frozenset("clash fight battle skirmish exchange negotiate agree".split())  # "X clashed with Y"
_TAKING = frozenset("capture recapture seize retake take wrest liberate free clear recover reclaim regain snatch".split())
_LIGHT = frozenset(
    "carry launch conduct deliver stage mount perform wage commit perpetrate resume continue intensify renew start begin open make do use "
    "escalate step lead execute unleash press pursue order announce declare sign reach impose lay hold organise organize plan fire drop "
    "detonate plant seize take set stop halt end suspend break violate breach".split()
)
_TARGETING = frozenset("hit strike target kill wound injure destroy damage pound batter rock shake leave claim engulf".split())
_AIMS = frozenset({"on", "against", "at", "upon", "targeting", "toward", "towards", "into"})
_NOT_ACTORS = frozenset(
    "air rocket missile artillery mortar drone bomb car suicide ground tank cluster barrel grenade chemical gas sniper gun street truck "
    "roadside mine night dawn morning evening aerial naval sea heavy fierce deadly massive recent new fresh latest several many two three "
    "similar similar separate first second other such same ongoing renewed intense sporadic violent major large small limited".split()
)


@dataclass(frozen=True, slots=True)
class Frame:
    """Hold the phrases in each role of one trigger, in the order of the text."""

    initiators: tuple[Phrase, ...] = ()
    targets: tuple[Phrase, ...] = ()
    between: bool = False  # two sides with no attacker


def find_roles(sentence: Sentence, trigger: Trigger) -> Frame:
    """Return the phrases that stand in the trigger's roles, by the sentence's syntax."""
    head = sentence.tokens[trigger.head]
    if head.pos in {"VERB", "AUX"}:
        return _read_verb(sentence, head)
    return _read_noun(sentence, head)


def _read_verb(sentence: Sentence, verb: Token) -> Frame:
    owner = _find_gerund_owner(sentence, verb)
    if owner is not None:
        return Frame((read_phrase(sentence, owner, MODIFIER),), _unique(_find_prepositional(sentence, verb, {"of", *_AIMS}, "en.roles.of")))
    initiators = find_subjects(sentence, verb)
    targets: list[Phrase] = []
    if _is_passive(sentence, verb):
        targets = _find_patients(sentence, verb)
        initiators = _find_agents(sentence, verb)
    elif verb.lemma in _UNDERGOERS:
        targets, initiators = initiators, []
    else:
        for child in find_children(sentence, verb.index, "dobj", "dative", "obj"):
            targets += read_phrases(sentence, child, "en.roles.object")
        targets = targets or _find_gap(sentence, verb)
        if verb.lemma in _TAKING:
            targets = _find_prepositional(sentence, verb, {"from"}, "en.roles.taken-from") + targets
        aimed = _find_prepositional(sentence, verb, _AIMS | ({"with"} if verb.lemma in _MEETERS else set()), "en.roles.aimed-at")
        targets = (
            aimed + [phrase for phrase in targets if phrase not in aimed] if verb.lemma in _LIGHT | {"open", "fire"} else targets + aimed
        )
        for child in find_children(sentence, verb.index, "dobj", "obj"):
            if verb.lemma in _LIGHT:
                inner = _read_noun(sentence, child)
                targets = [*inner.targets, *targets]
                initiators = initiators or list(inner.initiators)
    return Frame(_unique(initiators), _unique(targets))


def _find_gerund_owner(sentence: Sentence, verb: Token) -> Token | None:
    """Return the noun before a gerund that is a noun itself, though the parser took it for a verb: "government shelling of X"."""
    has_of = any(child.lemma == "of" for child in find_children(sentence, verb.index, "prep"))
    if verb.tag != "VBG" or not has_of or verb.index == 0 or any(find_children(sentence, verb.index, "nsubj", "dobj")):
        return None
    before = sentence.tokens[verb.index - 1]
    return before if before.pos in {"NOUN", "PROPN"} else None


def find_subjects(sentence: Sentence, verb: Token, depth: int = 0) -> list[Phrase]:
    """Return who does what a verb says, also where the subject stands at a verb above it."""
    own = list(find_children(sentence, verb.index, "nsubj", "csubj"))
    if own:
        return [phrase for subject in own for phrase in _read_subject(sentence, verb, subject)]
    if depth > 4:
        return []
    above = sentence.tokens[verb.head]
    if verb.dep in {"relcl", "acl"} and above.pos in {"NOUN", "PROPN", "PRON"}:
        return read_phrases(sentence, above, "en.roles.modified-noun") if verb.tag != "VBN" else []
    if verb.dep in {"conj", "xcomp", "advcl", "ccomp", "pcomp"} and verb.head != verb.index:
        top = above if verb.dep != "pcomp" else sentence.tokens[above.head]
        if top.pos not in {"VERB", "AUX"}:
            return _read_of_noun(sentence, top, verb)
        if verb.dep == "xcomp":
            controlled = list(find_children(sentence, top.index, "dobj"))
            if controlled and top.lemma in {"force", "order", "urge", "ask", "tell", "allow", "help", "lead"}:
                return read_phrases(sentence, controlled[0], "en.roles.object-control")
        if _is_passive(sentence, top) and verb.dep in {"advcl", "conj"} and not _is_passive(sentence, verb):
            return _find_agents(sentence, top) or (_find_patients(sentence, top) if verb.dep == "conj" else [])
        return find_subjects(sentence, top, depth + 1)
    return []


def _find_gap(sentence: Sentence, verb: Token) -> list[Phrase]:
    """Read the object that a relative clause leaves out: "a pilot they captured"."""
    if verb.dep != "relcl" or not any(token.tag not in {"WDT", "WP"} for token in find_children(sentence, verb.index, "nsubj")):
        return []
    return read_phrases(sentence, sentence.tokens[verb.head], "en.roles.relative-object")


def _read_of_noun(sentence: Sentence, noun: Token, verb: Token) -> list[Phrase]:
    """Read "X's attempt to seize Y" and "an operation by X to seize Y"."""
    is_noun = noun.index != verb.index and noun.pos in {"NOUN", "PROPN"}
    return list(_read_noun(sentence, noun).initiators) if is_noun else []


def _read_subject(sentence: Sentence, verb: Token, subject: Token) -> list[Phrase]:
    if subject.tag in {"WDT", "WP"} or (subject.lemma in {"that", "which", "who"} and verb.dep == "relcl"):
        return read_phrases(sentence, sentence.tokens[verb.head], "en.roles.relative") if verb.dep == "relcl" else []
    return read_phrases(sentence, subject, "en.roles.subject")


def _is_passive(sentence: Sentence, verb: Token) -> bool:
    if any(find_children(sentence, verb.index, "nsubjpass", "auxpass", "agent", "csubjpass")):
        return True
    if verb.tag != "VBN":
        return False
    if verb.dep in {"acl", "amod"}:
        return True
    return (
        verb.dep == "conj"
        and verb.head != verb.index
        and _is_passive(sentence, sentence.tokens[verb.head])
        and not any(find_children(sentence, verb.index, "nsubj", "dobj"))
    )


def _find_patients(sentence: Sentence, verb: Token) -> list[Phrase]:
    own = list(find_children(sentence, verb.index, "nsubjpass"))
    if own and own[0].tag in {"WDT", "WP"} and verb.dep == "relcl":
        return read_phrases(sentence, sentence.tokens[verb.head], "en.roles.relative-passive")
    if own:
        return read_phrases(sentence, own[0], "en.roles.passive-subject")
    if verb.dep in {"acl", "amod", "relcl"}:
        return read_phrases(sentence, sentence.tokens[verb.head], "en.roles.participle")
    if verb.dep == "conj":
        return _find_patients(sentence, sentence.tokens[verb.head])
    return []


def _find_agents(sentence: Sentence, verb: Token) -> list[Phrase]:
    found = []
    for agent in find_children(sentence, verb.index, "agent"):
        for child in find_children(sentence, agent.index, "pobj"):
            found += read_phrases(sentence, child, "en.roles.agent")
    return found


def _find_prepositional(sentence: Sentence, head: Token, prepositions: frozenset[str] | set[str], rule: str) -> list[Phrase]:
    found = []
    for preposition in find_children(sentence, head.index, "prep", "agent"):
        if preposition.lemma in prepositions:
            for child in find_children(sentence, preposition.index, "pobj"):
                found += read_phrases(sentence, child, rule)
    return found


def _read_noun(sentence: Sentence, noun: Token) -> Frame:
    between = _find_prepositional(sentence, noun, {"between"}, "en.roles.between")
    if len(between) > 1:
        return Frame((between[0],), tuple(between[1:]), between=True)
    initiators = _find_prepositional(sentence, noun, {"by"}, "en.roles.by") or _find_by_below(sentence, noun)
    for child in find_children(sentence, noun.index, "acl"):
        if child.tag == "VBN":
            initiators += _find_agents(sentence, child)
    targets = _find_prepositional(sentence, noun, _AIMS, "en.roles.noun-aimed-at")
    targets += [] if noun.lemma in {"series", "wave", "spate"} else _find_prepositional(sentence, noun, {"of"}, "en.roles.of")
    if any(child.lemma == "with" for child in find_children(sentence, noun.index, "prep")):
        targets += _find_prepositional(sentence, noun, {"with"}, "en.roles.with")
    for child in find_children(sentence, noun.index, "acl", "relcl"):
        if child.lemma in _TARGETING and child.tag != "VBN":
            for thing in find_children(sentence, child.index, "dobj"):
                targets += read_phrases(sentence, thing, "en.roles.noun-hits")
    initiators = initiators or _find_modifiers(sentence, noun)
    above = sentence.tokens[noun.head]
    initiators, targets = _read_governor(sentence, noun, above, initiators, targets)
    return Frame(_unique(initiators), _unique(targets))


def _find_by_below(sentence: Sentence, noun: Token) -> list[Phrase]:
    """Read "violations of the ceasefire by X", where the parser hangs the author on the inner noun."""
    for preposition in find_children(sentence, noun.index, "prep"):
        for inner in find_children(sentence, preposition.index, "pobj"):
            if preposition.lemma == "of" and (found := _find_prepositional(sentence, inner, {"by"}, "en.roles.by")):
                return found
    return []


def _read_governor(
    sentence: Sentence, noun: Token, verb: Token, initiators: list[Phrase], targets: list[Phrase]
) -> tuple[list[Phrase], list[Phrase]]:
    """Read the roles that the verb above an event noun gives: "launched an attack", "the strike hit a market"."""
    if verb.index == noun.index or verb.pos not in {"VERB", "AUX"}:
        return initiators, targets
    if noun.dep in {"dobj", "obj"} and verb.lemma in _LIGHT:
        initiators = initiators or find_subjects(sentence, verb)
        targets = targets or _find_prepositional(sentence, verb, _AIMS, "en.roles.aimed-at")
    elif noun.dep == "nsubjpass" and verb.lemma in _LIGHT:
        initiators = initiators or _find_agents(sentence, verb)
    elif noun.dep == "nsubj" and verb.lemma in _TARGETING:
        for thing in find_children(sentence, verb.index, "dobj"):
            targets = targets + read_phrases(sentence, thing, "en.roles.noun-hits")
    return initiators, targets


def _find_modifiers(sentence: Sentence, noun: Token) -> list[Phrase]:
    found = []
    for child in find_children(sentence, noun.index, "poss", "compound", "amod", "nmod"):
        if child.lemma == "lead" and child.tag == "VBN":  # "Turkish-led shelling"
            found += [read_phrase(sentence, leader, MODIFIER) for leader in find_children(sentence, child.index) if leader.dep != "punct"]
            continue
        is_name = child.pos == "PROPN" or child.dep == "poss" or (child.pos in {"NOUN", "ADJ"} and child.lemma not in _NOT_ACTORS)
        if is_name and child.lemma not in _NOT_ACTORS:
            found.append(read_phrase(sentence, child, MODIFIER))
    return found


def _unique(phrases: list[Phrase]) -> tuple[Phrase, ...]:
    kept: dict[tuple[int, int], Phrase] = {}
    for phrase in phrases:
        kept.setdefault((phrase.span.start, phrase.span.end), phrase)
    return tuple(kept.values())
