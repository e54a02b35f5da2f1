"""Hold a clause that blames, claims or denies, and find who speaks in it and whom its words name."""

from dataclasses import dataclass

from according.knowledge.cues import Cues
from according.model.answers import Stance
from according.model.evidence import Span
from according.model.parsed import Sentence, Token
from according.model.trigger import Trigger
from according.steps.extract.attribution_sources import scan_source_before, span_phrase
from according.steps.extract.tree import Tree

OWN = frozenset({"it", "they", "he", "she", "we", "its", "their", "his", "her", "our"})
_WRITER = frozenset({"we", "our", "us"})
RELATIVE = frozenset({"who", "which", "that", "what"})
BELIEVING = frozenset({"believe", "suspect", "think", "fear"})
_ALONE = frozenset({"no", "nobody", "none", "neither", "no-one"})


@dataclass(frozen=True, slots=True)
class Act:
    """Hold the words of one act, before they are spans: who is named, who speaks."""

    actor: Span
    by: Span | None
    is_own: bool = False
    stance: Stance | None = None  # of its own, inside a denial: "denies the militia's claim that its men …"


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


def find_speaker(tree: Tree, verb: Token) -> Token | None:
    """Return the subject of a verb, or of the verb it hangs on; the agent of a passive."""
    index = verb.index
    for _ in range(4):
        token = tree.tokens[index]
        if tree.find_children(index, "auxpass") and token.index == verb.index:
            return find_agent(tree, index)
        for subject in tree.find_children(index, "nsubj", "nsubjpass"):
            if subject.lemma in RELATIVE and token.dep == "relcl":
                return tree.tokens[token.head]
            if subject.dep == "nsubjpass" and token.index != verb.index and token.dep == "ccomp":
                break  # "said that rebels were killed and rejected …": he who said so rejects it
            return subject
        else:
            if token.dep in {"acl", "relcl"}:
                return tree.tokens[token.head]
            if token.dep not in {"xcomp", "conj", "advcl", "pcomp", "prep", "aux"} or token.head == index:
                return None
        index = token.head
    return None


def find_named_speaker(clause: Clause) -> Token | None:
    """Return who speaks; where that is "it", the one who says so: "the army said it held the militia responsible"."""
    speaker = find_speaker(clause.tree, clause.verb)
    if speaker is None or speaker.pos != "PRON" or speaker.lemma not in OWN:
        return speaker
    saying = find_saying(clause)
    above = find_speaker(clause.tree, saying) if saying is not None else None
    return above or speaker


def find_saying(clause: Clause) -> Token | None:
    """Return the verb of saying whose words a clause is."""
    for token in (clause.verb, *clause.tree.find_ancestors(clause.verb.index)):
        if token.dep == "ccomp":
            above = clause.tree.tokens[token.head]
            says = above.lemma in BELIEVING or clause.cues.attribution.find_by_lemma(above.lemma, "governs")
            return above if says else None
        if token.dep not in {"conj", "prep", "acomp", "xcomp", "ROOT"}:
            return None
    return None


def is_nobody(tree: Tree, speaker: Token) -> bool:
    """Say whether a subject is "no group", "neither side", "nobody"."""
    return speaker.lemma in _ALONE or any(child.lemma in _ALONE for child in tree.find_children(speaker.index, "det", "preconj", "cc"))


def is_own(tree: Tree, head: Token) -> bool:
    """Say whether words point at the speaker: "it", "its men"."""
    words = (head, *tree.find_children(head.index, "poss"))
    return any(one.lemma in OWN or one.text.lower() in OWN for one in words)


def is_first_person(tree: Tree, head: Token) -> bool:
    """Say whether words point at the writer: "we", "our men"."""
    return any(one.lower() in _WRITER for one in (head.text, *[child.text for child in tree.find_children(head.index, "poss")]))


def span_actor(tree: Tree, head: Token, verb: Token) -> Span:
    """Return an actor's words, all of the name where the parser cut it short."""
    span = span_phrase(tree, head)
    scanned = scan_source_before(tree.tokens, verb.index, frozenset()) if head.index < verb.index else None
    if scanned is not None and scanned.contains(span) and scanned.start == span.start:
        return scanned
    return _add_name(tree, head, run_on(tree, span))


def run_on(tree: Tree, span: Span) -> Span:
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


def find_agent(tree: Tree, index: int) -> Token | None:
    """Return who stands behind "by" below a verb."""
    bys = [at for at in tree.find_subtree(index) if at > index and tree.tokens[at].lemma == "by"]
    agents = [one for by in bys for one in tree.find_children(by, "pobj")]
    return agents[0] if agents else None
