"""Read who claims or denies an act of its own, or clears another of it."""

from according.model.answers import Stance
from according.model.evidence import Span
from according.model.parsed import Token
from according.steps.extract.attribution_sources import span_phrase
from according.steps.extract.responsibility_clauses import RELATIVE, Act, Clause, find_agent, is_own, run_on, span_actor
from according.steps.extract.tree import Tree

_OWNING_UP = frozenset({"admit", "acknowledge", "confess"})
_WHOLE = frozenset({"responsibility", "credit", "authorship"})
_TAKING_PART = frozenset({"involve", "implicate"})
_SELF = frozenset({"group", "movement", "organisation", "organization"})  # "its spokesman denied that the group had any role"
_POINTING = frozenset({"it", "this", "that", "which", "them"})


def read_own(clause: Clause, stance: str, by: Span | None) -> list[Act]:
    """Read who claims or denies an act of its own, or denies what is said of another."""
    tree, verb = clause.tree, clause.verb
    subject = next(iter(tree.find_children(verb.index, "nsubjpass")), None)
    if by is None:
        return []
    if subject is not None:
        fits = clause.is_act(subject) or any(clause.is_word(subject, kind) for kind in ("part", "told")) or subject.lemma in _POINTING
        fits = fits and (stance == "denied" or verb.lemma == "claim")
        return [Act(by, by, is_own=True)] if fits and (stance == "denied" or not clause.is_word(subject, "told")) else []
    for child in tree.find_children(verb.index):
        if child.dep == "dobj" and child.index != verb.index:
            return _read_object(clause, child, stance, by)
        if child.dep in {"xcomp", "pcomp"} and verb.lemma not in {"take", "assume", "accept", "reject", "dismiss"}:
            return [Act(by, by, is_own=True)] if (child.pos in {"VERB", "AUX"} and child.lemma != "be") or _is_deep(tree, child) else []
        if child.dep == "prep" and child.lemma == "to" and verb.lemma in _OWNING_UP:
            return (
                [Act(by, by, is_own=True)] if any(one.tag == "VBG" or clause.is_act(one) for one in tree.find_children(child.index)) else []
            )
        if child.dep == "ccomp" and child.index > verb.index and stance == "denied":
            return _read_denied(clause, child, by)
        if child.dep == "ccomp" and verb.lemma in _OWNING_UP and (child.tag == "VBG" or _tells_own_act(clause, child)):
            return [Act(by, by, is_own=True)]
    charge = tree.tokens[verb.head] if verb.dep == "relcl" else None  # "a charge the group rejected"
    if stance == "denied" and charge is not None and clause.is_word(charge, "part"):
        return [Act(by, by, is_own=True)]
    return []


def _tells_own_act(clause: Clause, below: Token) -> bool:
    """Say whether a clause tells of a deed of the speaker's own: "admitted that its aircraft had bombed the camp"."""
    marks = clause.tree.find_children(below.index)
    doers = [one for one in marks if one.dep == "nsubj" and is_own(clause.tree, one)]
    told = any(one.head == below.index for one in clause.triggers) or any(clause.is_act(one) for one in marks if one.dep == "dobj")
    return bool(doers) and told and not any(one.dep == "neg" or one.tag == "MD" for one in marks)


def _is_deep(tree: Tree, token: Token) -> bool:
    """Say whether "being" goes on to "behind the raid"."""
    return any(one.lemma in {"behind", "responsible", "involved"} for one in tree.find_children(token.index))


def _read_object(clause: Clause, noun: Token, stance: str, by: Span) -> list[Act]:
    own = [Act(by, by, is_own=True)]
    verb = clause.verb.lemma
    if noun.lemma in _WHOLE:
        return own
    if stance == "claimed":
        fits = (verb == "claim" or verb in _OWNING_UP) and clause.is_word(noun, "act")
        return own if fits and noun.lemma not in {"death", "life", "rocket", "bomb", "offensive"} else []
    if noun.lemma in _POINTING:
        return own
    if verb == "deny" and clause.is_act(noun) and noun.lemma != "incident":
        return own
    if not (clause.is_word(noun, "part") or clause.is_word(noun, "told")):
        return []
    return _read_charge(clause, noun, by)


def _read_charge(clause: Clause, noun: Token, by: Span) -> list[Act]:
    """Read "dismissed claims that they had …", "denies the claim by the militia that its men …"."""
    tree = clause.tree
    below = next(
        (
            one
            for at in (noun.index, clause.verb.index)
            for one in tree.find_children(at, "acl", "relcl", "ccomp")
            if one.index > noun.index
        ),
        None,
    )
    teller = next((pobj for prep in tree.find_children(noun.index, "prep", "agent") if prep.lemma in {"by", "from", "on", "in"}
                   for pobj in tree.find_children(prep.index, "pobj")), None)  # fmt: skip
    teller = teller or next((one for one in tree.find_children(noun.index, "poss") if one.pos in {"NOUN", "PROPN"}), None)
    if below is None:
        of = [pobj for prep in tree.find_children(noun.index, "prep") if prep.lemma == "of" for pobj in tree.find_children(prep.index)]
        return [Act(by, by, is_own=True)] if not of or any(clause.is_act(one) or one.tag == "VBG" for one in of) else []
    if teller is not None and noun.lemma == "claim" and any(is_own(tree, one) for one in tree.find_children(below.index, "nsubj")):
        said = run_on(tree, span_phrase(tree, teller))
        return [Act(said, said, is_own=True, stance=Stance.CLAIMED)]
    denied = _read_denied(clause, below, by)
    doers = _list_doers(clause, below) if teller is not None and not is_own(tree, teller) else []
    said = run_on(tree, span_phrase(tree, teller)) if teller is not None else by
    return [*denied, *[Act(span_actor(tree, one, below), said, stance=Stance.BLAMED) for one in doers]]


def _list_doers(clause: Clause, below: Token) -> list[Token]:
    """Return whom a charge names: "reports by the villagers that helicopters had bombed the mill"."""
    tree = clause.tree
    if tree.find_children(below.index, "auxpass"):
        agent = find_agent(tree, below.index)
        return [agent] if agent is not None and agent.pos in {"NOUN", "PROPN"} else []
    told = any(one.head == below.index for one in clause.triggers) or any(
        clause.is_act(one) for one in tree.find_children(below.index, "dobj")
    )
    subjects = tree.find_children(below.index, "nsubj")
    return [one for one in subjects if told and (one.pos in {"NOUN", "PROPN"} or is_own(tree, one)) and one.lemma not in RELATIVE][:1]


def _read_denied(clause: Clause, below: Token, by: Span) -> list[Act]:
    """Read who is cleared by "denied that its men had looted it"; a clause that names no doer clears nobody."""
    tree = clause.tree
    if tree.find_children(below.index, "auxpass") and below.lemma not in _TAKING_PART:
        agent = find_agent(tree, below.index)
        return [Act(span_phrase(tree, agent), by, is_own(tree, agent))] if agent is not None else []
    for subject in tree.find_children(below.index, "nsubj", "nsubjpass"):
        doing = (
            below.lemma in _TAKING_PART
            or bool(tree.find_children(below.index, "dobj", "xcomp"))
            or below.lemma == "be"
            or below.tag == "VBN"
        )
        if subject.lemma in RELATIVE or clause.is_act(subject) or subject.dep == "expl":
            return []
        own = is_own(tree, subject) or (subject.lemma in _SELF and bool(tree.find_children(subject.index, "det")))
        if own or (doing and subject.pos in {"NOUN", "PROPN"}):
            return [Act(span_actor(tree, subject, below), by, own)]
    return []
