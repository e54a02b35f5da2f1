"""Read verbs of saying in a parsed sentence: who speaks, through whom, and what."""

from according.knowledge.cues import Cues, CueTopic
from according.model.evidence import Span
from according.model.parsed import Sentence, Token
from according.steps.extract.attribution_chains import find_cited, find_hearers, find_listeners, find_relay, read_quoting
from according.steps.extract.attribution_clauses import GOES_ON, Clause, Vouching, judge_saying
from according.steps.extract.attribution_content import find_content
from according.steps.extract.attribution_subjects import WATCHERS, find_sources
from according.steps.extract.tree import Tree, grow_tree

_UNREAL = frozenset({"not", "n't", "never", "will", "would", "may", "might", "could", "should", "to"})
_SILENT = frozenset({"decline", "refuse", "fail", "unable"})
_NOBODY = frozenset({"nobody", "none", "no-one"})


def find_verb_vouchings(sentence: Sentence, text: str, cues: Cues, quotes: tuple[Span, ...] = ()) -> list[Vouching]:
    """Return what each verb of saying in a parsed sentence vouches for."""
    topic = cues.attribution
    governing = topic.get_reached("governs")
    verbs = [token for token in sentence.tokens if token.lemma in governing]
    if not verbs:
        return []
    tree = grow_tree(sentence)
    start = sentence.span.start
    idioms = [
        Span(start + left, start + right) for rule, left, right in topic.find_in(sentence.span.of(text), "ignores") if rule.says == "idiom"
    ]
    found = []
    near = tuple(quote for quote in quotes if quote.overlaps(sentence.span))
    for verb in verbs:
        rules = topic.find_by_lemma(verb.lemma, "governs")
        if rules and _is_verb(tree, verb) and not any(idiom.overlaps(verb.span) for idiom in idioms):
            vouching = _read_clause(Clause(tree, sentence, verb, rules[0], topic.people, near, text, cues), topic)
            if vouching is not None:
                found.append(vouching)
    return found


def _is_verb(tree: Tree, token: Token) -> bool:
    """Say whether a word is a verb of saying, also where the tagger took "AFP reports." or "went on to state that" for nouns."""
    if token.pos in {"VERB", "AUX"} or token.tag.startswith("VB"):
        return True
    rest = [one for one in tree.tokens[token.index + 1 :] if one.pos != "PUNCT"]
    if token.text in {"reports", "says"} and token.index > 3:
        return not rest and tree.tokens[token.index - 1].pos == "PROPN"
    return token.text == "state" and bool(tree.find_children(token.index, "ccomp")) and tree.tokens[token.index - 1].lemma == "to"


def _read_clause(clause: Clause, topic: CueTopic) -> Vouching | None:
    if clause.verb.lemma == "call" and not any(one.lemma in {"for", "on"} for one in clause.tree.find_children(clause.verb.index, "prep")):
        return None
    if not _can_tell(clause) or _is_unreal(clause) or _is_inside_quoting(clause, topic):
        return None
    if clause.rule.says == "quotes":
        return read_quoting(clause)
    sources, last = find_sources(clause, topic)
    if not sources:
        return None
    content = find_content(clause, last, sources[0])
    if not content:
        return None
    inner = find_cited(clause, topic)
    outer = find_listeners(clause) if clause.rule.says == "tells" else find_relay(clause, sources[0]) or find_hearers(clause)
    chains = tuple((*inner, source, *outer) for source in sources)
    return Vouching(clause.verb.span, clause.verb.lemma, clause.rule.id, content, chains)


def _can_tell(clause: Clause) -> bool:
    """Leave out, before anything is looked for, who finds or thinks no clause, and who sees without it being his trade."""
    if clause.rule.says == "holds":
        return bool(clause.tree.find_children(clause.verb.index, "ccomp"))
    return clause.rule.says != "sees" or any(one.lemma in WATCHERS for one in clause.tree.find_children(clause.verb.index, "nsubj"))


def _is_unreal(clause: Clause) -> bool:
    """Leave out what was not said: "did not say", "declined to say", "would say", "nobody has claimed"."""
    for subject in clause.tree.find_children(clause.verb.index, "nsubj"):
        if subject.lemma.lower() in _NOBODY or any(one.lemma == "no" for one in clause.tree.find_children(subject.index, "det")):
            return True
    marks = {child.lemma for child in clause.tree.find_children(clause.verb.index, "neg", "aux")}
    above = clause.tree.tokens[clause.verb.head].lemma if clause.verb.dep != "ROOT" else ""
    if marks & _UNREAL - {"to"} or ("to" in marks and clause.verb.dep not in {"xcomp", "ROOT"} and above not in GOES_ON):
        return True
    return clause.verb.dep == "xcomp" and above in _SILENT


def _is_inside_quoting(clause: Clause, topic: CueTopic) -> bool:
    """Say whether this is the "saying" of "quoted as saying", which the quoting verb reads."""
    if clause.verb.dep != "pcomp":
        return False
    above = list(clause.tree.find_ancestors(clause.verb.index))[:2]
    return len(above) == 2 and above[0].lemma == "as" and judge_saying(above[1], topic) == "quotes"
