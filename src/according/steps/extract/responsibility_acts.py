"""Read one speech act about authorship by its syntax: whom it names, who speaks, and of what."""

from collections.abc import Iterator

from according.model.answers import Stance
from according.model.evidence import Span
from according.model.parsed import Token
from according.steps.extract.attribution_sources import span_phrase
from according.steps.extract.responsibility_clauses import (
    BELIEVING,
    OWN,
    RELATIVE,
    Act,
    Clause,
    find_agent,
    find_named_speaker,
    find_saying,
    find_speaker,
    is_first_person,
    is_nobody,
    is_own,
    span_actor,
)
from according.steps.extract.responsibility_denials import read_own
from according.steps.extract.tree import Tree

_ALONE = frozenset({"no", "nobody", "none", "neither", "no-one"})
_EACH_OTHER = frozenset({"each other", "one another"})
_SHIRKING = frozenset({"refuse", "decline", "fail", "have", "yet"})
_NEITHER = frozenset({"neither", "nor"})
_POINTING = frozenset({"it", "this", "that", "which", "them"})
_TO = {"on": frozenset({"on", "at", "to", "upon"}), "author": frozenset({"by"}), "with": frozenset({"with", "of", "over", "in"})}


def read_act(clause: Clause, where: str, stance: str) -> list[Act]:
    """Return what the verb of a clause says of authorship; nothing where it is negated, or nobody says it."""
    tree, verb = clause.tree, clause.verb
    if where == "subject":
        return _read_subject(clause, stance)
    if any(one.dep == "neg" or one.tag == "MD" for one in tree.find_children(verb.index)) or _is_shirked(tree, verb):
        return []
    if _is_neither(tree, verb):
        return []
    speaker = find_named_speaker(clause)
    if speaker is not None and (is_nobody(tree, speaker) or speaker.lemma in RELATIVE or clause.is_act(speaker)):
        return []
    by = span_actor(tree, speaker, verb) if speaker is not None and speaker.lemma != "suspicion" else None
    if where in {"self", "deed"}:
        return read_own(clause, stance, by)
    if where == "clause":
        head = _find_found(clause)
        return [Act(span_actor(tree, head, verb), by)] if head is not None and by is not None else []
    accused = _find_accused(clause, where)
    if accused is None:
        return []
    words = " ".join(one.text.lower() for one in tree.tokens if accused.contains(one.span))
    if words in _EACH_OTHER:
        return _pair_off(tree, speaker)
    return [Act(one, by) for one in (accused, *_find_beside(clause, accused))] if words.split()[0] not in _ALONE else []


def _find_beside(clause: Clause, accused: Span) -> list[Span]:
    """Return who is accused with somebody: "accused the army and its foreign allies"."""
    tree = clause.tree
    inside = [one for one in tree.tokens if accused.contains(one.span)]
    indexes = {one.index for one in inside}
    head = next((one for one in inside if one.head not in indexes), None)
    found: list[Span] = []
    while head is not None:
        head = next(
            (one for one in tree.find_children(head.index, "conj") if one.pos in {"NOUN", "PROPN"} and one.index > head.index), None
        )
        if head is not None and not clause.is_act(head):
            span = _cut_at_deed(tree, span_phrase(tree, head))
            if not span.overlaps(accused):
                found.append(span)
    return found


def _is_shirked(tree: Tree, verb: Token) -> bool:
    """Say whether the act was only refused or is still to come: "has yet to claim", "refused to accept responsibility"."""
    if verb.dep != "xcomp":
        return False
    above = tree.tokens[verb.head]
    return above.lemma in _SHIRKING or any(one.dep == "neg" for one in tree.find_children(above.index))


def _is_neither(tree: Tree, verb: Token) -> bool:
    """Say whether a verb is one of two that are both denied: "neither confirmed nor denied it"."""
    pair = (verb, tree.tokens[verb.head]) if verb.dep == "conj" else (verb,)
    return any(one.lemma.lower() in _NEITHER for part in pair for one in tree.find_children(part.index, "cc", "preconj", "advmod", "det"))


def _read_subject(clause: Clause, stance: str) -> list[Act]:
    """Read "the navy was behind it, the mayor said"; what nobody says is no speech act."""
    tree, verb = clause.tree, clause.verb
    subject = next(iter(tree.find_children(verb.index, "nsubj")), None)
    if subject is None or is_nobody(tree, subject) or subject.lemma in RELATIVE or clause.is_act(subject) or subject.dep == "expl":
        return []
    saying = find_saying(clause)
    if saying is None and stance == "denied" and is_first_person(tree, subject) and subject.pos == "PRON":
        return [Act(subject.span, subject.span, is_own=True)]  # "We have nothing to do with it"
    speaker = find_speaker(tree, saying) if saying is not None else None
    if saying is None or speaker is None or any(one.dep == "neg" for one in tree.find_children(saying.index)):
        return []
    own = is_own(tree, subject)
    negated = any(one.dep == "neg" for one in tree.find_children(verb.index))
    if negated and stance != "denied":
        return []
    by = span_actor(tree, speaker, saying)
    if own and stance == "blamed":  # "said it was behind the attack"
        return [Act(by, by, is_own=True, stance=Stance.CLAIMED)] if subject.lemma in OWN and saying.lemma not in BELIEVING else []
    return [Act(span_actor(tree, subject, verb), by, own)]


def _find_found(clause: Clause) -> Token | None:
    """Return the doer in "concluded that helicopters had carried out the attack"."""
    tree, verb = clause.tree, clause.verb
    for below in tree.find_children(verb.index, "ccomp"):
        objects = tree.find_children(below.index, "dobj")
        tells = any(one.head in {below.index, *(item.index for item in objects)} for one in clause.triggers)
        if below.index < verb.index or not (tells or any(clause.is_act(one) for one in objects)):
            continue
        if any(one.dep == "neg" or one.tag == "MD" for one in tree.find_children(below.index)):
            return None
        if tree.find_children(below.index, "auxpass"):
            return find_agent(tree, below.index)
        for subject in tree.find_children(below.index, "nsubj"):
            named = subject.pos in {"NOUN", "PROPN"} and not clause.is_act(subject) and not is_nobody(tree, subject)
            return subject if named and (not is_own(tree, subject) or is_first_person(tree, subject)) else None
    return None


def _find_accused(clause: Clause, where: str) -> Span | None:
    tree, verb = clause.tree, clause.verb
    objects = tree.find_children(verb.index, "nsubjpass") or tree.find_children(verb.index, "dobj")
    if where == "author":
        heads = [one for noun in objects if clause.is_act(noun) for one in _find_behind(tree, noun.index, _TO["author"])]
        return span_phrase(tree, heads[0]) if heads else None
    if where == "charged":
        deeds = [one for one in _find_behind(tree, verb.index, _TO["with"]) if clause.is_act(one) or one.tag == "VBG"]
        return span_phrase(tree, objects[0]) if objects and deeds else None
    told_of = [one for one in objects if clause.is_act(one) or one.lemma in _POINTING or one.lemma in {"finger", "blame"}]
    if where == "on" or (told_of and verb.lemma == "blame"):
        fell = verb.lemma == "fall"
        return _find_on(tree, verb) if told_of or fell else None
    return _find_object(clause, objects)


def _find_on(tree: Tree, verb: Token) -> Span | None:
    heads = [one for one in _find_behind(tree, verb.index, _TO["on"]) if one.pos in {"PROPN", "NOUN"} and not one.text.endswith("day")]
    return span_phrase(tree, heads[-1] if len(heads) > 1 and verb.lemma in {"lay", "put", "pin"} else heads[0]) if heads else None


def _find_object(clause: Clause, objects: tuple[Token, ...]) -> Span | None:
    tree, verb = clause.tree, clause.verb
    if verb.lemma == "blame" and any(one.lemma == "on" and one.dep == "prep" for one in tree.find_children(verb.index)):
        return None if objects or verb.dep not in {"acl", "relcl"} else _find_on(tree, verb)
    for head in objects:
        if head.lemma in RELATIVE or head.text.lower() == "whom":
            return span_phrase(tree, tree.tokens[verb.head]) if verb.dep == "relcl" else None
        return _cut_at_deed(tree, span_phrase(tree, head))
    clauses = tree.find_children(verb.index, "ccomp", "oprd")  # the parser took "X of doing" or "X responsible" for a clause
    return next((span_phrase(tree, one) for below in clauses for one in tree.find_children(below.index, "nsubj")), None)


def _find_behind(tree: Tree, index: int, prepositions: frozenset[str]) -> list[Token]:
    """Return the nouns and gerunds behind some prepositions below a word."""
    return list(_walk_behind(tree, index, prepositions))


def _walk_behind(tree: Tree, index: int, prepositions: frozenset[str]) -> Iterator[Token]:
    for at in tree.find_subtree(index):
        token = tree.tokens[at]
        if at > index and token.lemma in prepositions and token.dep in {"prep", "agent", "dative"}:
            yield from tree.find_children(at, "pobj", "pcomp")


def _cut_at_deed(tree: Tree, span: Span) -> Span:
    """Cut "foreign powers of arming the rebels" to who is accused."""
    stop = next(
        (one for one in tree.tokens if span.contains(one.span) and one.lemma in {"of", "for"} and one.index + 1 < len(tree.tokens)), None
    )
    if stop is None or stop.span.start <= span.start:
        return span
    deed = tree.tokens[stop.index + 1].tag == "VBG" or not tree.tokens[stop.index + 1].text[:1].isupper()
    return Span(span.start, tree.tokens[stop.index - 1].span.end) if deed else span


def _pair_off(tree: Tree, speaker: Token | None) -> list[Act]:
    """Read "the army and the militia accused each other"."""
    if speaker is None:
        return []
    others = tree.find_children(speaker.index, "conj")
    if len(others) != 1:
        return []
    left, right = span_phrase(tree, speaker), span_phrase(tree, others[0])
    return [Act(right, left), Act(left, right)]
