"""Read one speech act about authorship by its syntax: whom it names, who speaks, and of what."""

from collections.abc import Iterator
from dataclasses import dataclass

from according.knowledge.cues import Cues
from according.model.evidence import Span
from according.model.parsed import Sentence, Token
from according.model.trigger import Trigger
from according.steps.extract.attribution_sources import scan_source_before, span_phrase
from according.steps.extract.tree import Tree

OWN = frozenset({"it", "they", "he", "she", "we", "its", "their", "his", "her", "our"})
_ALONE = frozenset({"no", "nobody", "none", "neither", "no-one"})
_RELATIVE = frozenset({"who", "which", "that", "what"})
_EACH_OTHER = frozenset({"each other", "one another"})
_SHIRKING = frozenset({"refuse", "decline", "fail", "have", "yet"})
_OWNING_UP = frozenset({"admit", "acknowledge", "confess"})
_WHOLE = frozenset({"responsibility", "credit", "authorship"})
_TAKING_PART = frozenset({"involve", "implicate"})
_BELIEVING = frozenset({"believe", "suspect", "think", "fear"})
_NEITHER = frozenset({"neither", "nor"})
_SELF = frozenset({"group", "movement", "organisation", "organization"})  # "its spokesman denied that the group had any role"
_POINTING = frozenset({"it", "this", "that", "which", "them"})
_TO = {"on": frozenset({"on", "at", "to", "upon"}), "author": frozenset({"by"}), "with": frozenset({"with", "of", "over", "in"})}


@dataclass(frozen=True, slots=True)
class Act:
    """Hold the words of one act, before they are spans: who is named, who speaks."""

    actor: Span
    by: Span | None
    is_own: bool = False
    is_claim: bool = False  # found inside a denial: "denies the militia's claim that its men …"


@dataclass(frozen=True, slots=True)
class Clause:
    """Hold what is needed around one verb that blames, claims or denies."""

    tree: Tree
    sentence: Sentence
    verb: Token
    cues: Cues
    triggers: tuple[Trigger, ...]

    def is_act(self, token: Token) -> bool:
        """Say whether a noun names violence."""
        return token.lemma in self.cues.responsibility.get_lemmas("act") or any(one.span.contains(token.span) for one in self.triggers)

    def is_word(self, token: Token, kind: str) -> bool:
        """Say whether a noun is in one of the lists of the cue data."""
        return token.lemma in self.cues.responsibility.get_lemmas(kind)


def read_act(clause: Clause, where: str, stance: str) -> list[Act]:
    """Return what the verb of a clause says of authorship; nothing where it is negated, or nobody says it."""
    tree, verb = clause.tree, clause.verb
    if where == "subject":
        return _read_subject(clause, stance)
    if any(one.dep == "neg" or one.tag == "MD" for one in tree.find_children(verb.index)) or _is_shirked(tree, verb):
        return []
    if _is_neither(tree, verb):
        return []
    speaker = _find_named_speaker(clause)
    if speaker is not None and (is_nobody(tree, speaker) or speaker.lemma in _RELATIVE or clause.is_act(speaker)):
        return []
    by = span_actor(tree, speaker, verb) if speaker is not None and speaker.lemma != "suspicion" else None
    if where in {"self", "deed"}:
        return _read_own(clause, stance, by)
    if where == "clause":
        head = _find_found(clause)
        return [Act(span_actor(tree, head, verb), by)] if head is not None and by is not None else []
    accused = _find_accused(clause, where)
    if accused is None:
        return []
    words = " ".join(one.text.lower() for one in tree.tokens if accused.contains(one.span))
    if words in _EACH_OTHER:
        return _pair_off(tree, speaker)
    return [Act(accused, by)] if words.split()[0] not in _ALONE else []


def find_speaker(tree: Tree, verb: Token) -> Token | None:
    """Return the subject of a verb, or of the verb it hangs on; the agent of a passive."""
    index = verb.index
    for _ in range(4):
        token = tree.tokens[index]
        if tree.find_children(index, "auxpass") and token.index == verb.index:
            return _find_agent(tree, index)
        for subject in tree.find_children(index, "nsubj", "nsubjpass"):
            if subject.lemma in _RELATIVE and token.dep == "relcl":
                return tree.tokens[token.head]
            return subject
        if token.dep in {"acl", "relcl"}:
            return tree.tokens[token.head]
        if token.dep not in {"xcomp", "conj", "advcl", "pcomp", "prep", "aux"} or token.head == index:
            return None
        index = token.head
    return None


def _find_named_speaker(clause: Clause) -> Token | None:
    """Return who speaks; where that is "it", the one who says so: "the army said it held the militia responsible"."""
    speaker = find_speaker(clause.tree, clause.verb)
    if speaker is None or speaker.pos != "PRON" or speaker.lemma not in OWN:
        return speaker
    saying = _find_saying(clause)
    above = find_speaker(clause.tree, saying) if saying is not None else None
    return above or (speaker if speaker.lemma != "we" else None)


def is_nobody(tree: Tree, speaker: Token) -> bool:
    """Say whether a subject is "no group", "neither side", "nobody"."""
    return speaker.lemma in _ALONE or any(child.lemma in _ALONE for child in tree.find_children(speaker.index, "det", "preconj", "cc"))


def is_own(tree: Tree, head: Token) -> bool:
    """Say whether words point at the speaker: "it", "its men"."""
    words = (head, *tree.find_children(head.index, "poss"))
    return any(one.lemma in OWN or one.text.lower() in OWN for one in words)


def span_actor(tree: Tree, head: Token, verb: Token) -> Span:
    """Return an actor's words, all of the name where the parser cut it short."""
    span = span_phrase(tree, head)
    scanned = scan_source_before(tree.tokens, verb.index, frozenset()) if head.index < verb.index else None
    if scanned is not None and scanned.contains(span) and scanned.start == span.start:
        return scanned
    return _add_name(tree, head, _run_on(tree, span))


def _run_on(tree: Tree, span: Span) -> Span:
    """Take in a name that follows its noun without a comma: "the armed group Harbour Front"."""
    inside = [token for token in tree.tokens if span.contains(token.span)]
    if not inside or inside[-1].pos != "NOUN":
        return span
    end = span.end
    for token in tree.tokens[inside[-1].index + 1 :]:
        if token.pos != "PROPN" and not (token.text in {"-", "al"} and end > span.end - 1):
            break
        end = token.span.end
    return Span(span.start, end)


def _add_name(tree: Tree, head: Token, span: Span) -> Span:
    """Take in "calling itself X", "known as X" after an indefinite head."""
    for child in tree.find_children(head.index, "acl"):
        below = tree.span_of(tree.find_subtree(child.index))
        if child.lemma in {"call", "know", "dub"} and below is not None and child.index > head.index:
            return Span(span.start, below.end)
    return span


def _find_agent(tree: Tree, index: int) -> Token | None:
    bys = [at for at in tree.find_subtree(index) if at > index and tree.tokens[at].lemma == "by"]
    agents = [one for by in bys for one in tree.find_children(by, "pobj")]
    return agents[0] if agents else None


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
    if subject is None or is_nobody(tree, subject) or subject.lemma in _RELATIVE or clause.is_act(subject) or subject.dep == "expl":
        return []
    saying = _find_saying(clause)
    speaker = find_speaker(tree, saying) if saying is not None else None
    if saying is None or speaker is None or any(one.dep == "neg" for one in tree.find_children(saying.index)):
        return []
    own = is_own(tree, subject)
    negated = any(one.dep == "neg" for one in tree.find_children(verb.index))
    if negated and stance != "denied":
        return []
    by = span_actor(tree, speaker, saying)
    if own and stance == "blamed":  # "said it was behind the attack"
        return [Act(by, by, is_own=True, is_claim=True)] if subject.lemma in OWN and saying.lemma not in _BELIEVING else []
    return [Act(span_actor(tree, subject, verb), by, own)]


def _find_saying(clause: Clause) -> Token | None:
    """Return the verb of saying whose words a clause is."""
    for token in (clause.verb, *clause.tree.find_ancestors(clause.verb.index)):
        if token.dep == "ccomp":
            above = clause.tree.tokens[token.head]
            says = above.lemma in _BELIEVING or clause.cues.attribution.find_by_lemma(above.lemma, "governs")
            return above if says else None
        if token.dep not in {"conj", "prep", "acomp", "xcomp", "ROOT"}:
            return None
    return None


def _read_own(clause: Clause, stance: str, by: Span | None) -> list[Act]:
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
    teller = next((pobj for prep in tree.find_children(noun.index, "prep", "agent") if prep.lemma in {"by", "from"}
                   for pobj in tree.find_children(prep.index, "pobj")), None)  # fmt: skip
    teller = teller or next((one for one in tree.find_children(noun.index, "poss") if one.pos in {"NOUN", "PROPN"}), None)
    if below is None:
        of = [pobj for prep in tree.find_children(noun.index, "prep") if prep.lemma == "of" for pobj in tree.find_children(prep.index)]
        return [Act(by, by, is_own=True)] if not of or any(clause.is_act(one) or one.tag == "VBG" for one in of) else []
    if teller is not None and any(is_own(tree, one) for one in tree.find_children(below.index, "nsubj")):
        said = _run_on(tree, span_phrase(tree, teller))
        return [Act(said, said, is_own=True, is_claim=True)]
    return _read_denied(clause, below, by)


def _read_denied(clause: Clause, below: Token, by: Span) -> list[Act]:
    """Read who is cleared by "denied that its men had looted it"; a clause that names no doer clears nobody."""
    tree = clause.tree
    if tree.find_children(below.index, "auxpass") and below.lemma not in _TAKING_PART:
        agent = _find_agent(tree, below.index)
        return [Act(span_phrase(tree, agent), by, is_own(tree, agent))] if agent is not None else []
    for subject in tree.find_children(below.index, "nsubj", "nsubjpass"):
        doing = (
            below.lemma in _TAKING_PART
            or bool(tree.find_children(below.index, "dobj", "xcomp"))
            or below.lemma == "be"
            or below.tag == "VBN"
        )
        if subject.lemma in _RELATIVE or clause.is_act(subject) or subject.dep == "expl":
            return []
        own = is_own(tree, subject) or (subject.lemma in _SELF and bool(tree.find_children(subject.index, "det")))
        if own or (doing and subject.pos in {"NOUN", "PROPN"}):
            return [Act(span_actor(tree, subject, below), by, own)]
    return []


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
            return _find_agent(tree, below.index)
        for subject in tree.find_children(below.index, "nsubj"):
            named = subject.pos in {"NOUN", "PROPN"} and not clause.is_act(subject) and not is_nobody(tree, subject)
            return subject if named and not is_own(tree, subject) else None
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
