"""Read verbs of saying in a parsed sentence: who speaks, through whom, and what."""

from collections.abc import Iterator
from dataclasses import dataclass

from according.knowledge.cues import CueRule, Cues, CueTopic
from according.model.evidence import Span
from according.model.parsed import Sentence, Token
from according.steps.extract.tree import Tree, grow_tree

_RELATIVE = frozenset({"who", "which", "that"})
_LEFT_OUT = frozenset({"relcl", "acl", "advcl", "punct", "cc", "conj", "parataxis", "ccomp", "appos"})
_CLAUSES = frozenset({"ccomp", "parataxis"})
_UNREAL = frozenset({"not", "n't", "never", "will", "would", "may", "might", "could", "should", "to"})
_SILENT = frozenset({"decline", "refuse", "fail", "unable"})
_TAIL_STARTS = frozenset(
    (
        "on in at by via late early earlier yesterday today overnight "
        "monday tuesday wednesday thursday friday saturday sunday after during "
        "from through separately later adding without quoting citing last this to when while as"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Vouching:
    """Hold an act of vouching as its sentence shows it: each chain lists its sources, the innermost first."""

    cue: Span
    verb: str | None
    rule: str
    content: tuple[Span, ...]
    chains: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class _Clause:
    """Hold what is needed around one verb of saying."""

    tree: Tree
    sentence: Sentence
    verb: Token
    rule: CueRule


def find_verb_vouchings(sentence: Sentence, text: str, cues: Cues) -> list[Vouching]:
    """Return what each verb of saying in a parsed sentence vouches for."""
    tree = grow_tree(sentence)
    idioms = [
        Span(sentence.span.start + start, sentence.span.start + end)
        for _, start, end in cues.attribution.find_in(sentence.span.of(text), "ignores")
    ]
    found = []
    for verb in sentence.tokens:
        rules = cues.attribution.find_by_lemma(verb.lemma, "governs") if verb.pos in {"VERB", "AUX"} or verb.tag.startswith("VB") else ()
        if rules and not any(idiom.overlaps(verb.span) for idiom in idioms):
            vouching = _read_clause(_Clause(tree, sentence, verb, rules[0]), cues.attribution)
            if vouching is not None:
                found.append(vouching)
    return found


def _read_clause(clause: _Clause, topic: CueTopic) -> Vouching | None:
    if _is_unreal(clause) or _is_inside_quoting(clause, topic):
        return None
    if clause.rule.says == "quotes":
        return _read_quoting(clause)
    subjects = _find_subjects(clause, topic)
    if not subjects:
        return None
    source = span_phrase(clause.tree, subjects[0])
    content = _find_content(clause, subjects[0], source)
    if not content:
        return None
    inner = _find_cited(clause, topic)
    outer = _find_listeners(clause) if clause.rule.says == "tells" else ()
    chains = tuple((*inner, span_phrase(clause.tree, subject), *outer) for subject in subjects)
    return Vouching(clause.verb.span, clause.verb.lemma, clause.rule.id, content, chains)


def _is_unreal(clause: _Clause) -> bool:
    """Leave out what was not said: "did not say", "declined to say", "would say"."""
    marks = {child.lemma for child in clause.tree.find_children(clause.verb.index, "neg", "aux")}
    if marks & _UNREAL - {"to"} or ("to" in marks and clause.verb.dep not in {"xcomp", "ROOT"}):
        return True
    return clause.verb.dep == "xcomp" and clause.tree.tokens[clause.verb.head].lemma in _SILENT


def _is_inside_quoting(clause: _Clause, topic: CueTopic) -> bool:
    """Say whether this is the "saying" of "quoted as saying", which the quoting verb reads."""
    above = list(clause.tree.find_ancestors(clause.verb.index))[:2]
    return clause.verb.dep == "pcomp" and len(above) == 2 and above[0].lemma == "as" and _says(above[1], topic) == "quotes"


def _says(token: Token, topic: CueTopic) -> str | None:
    rules = topic.find_by_lemma(token.lemma, "governs")
    return rules[0].says if rules else None


def _find_subjects(clause: _Clause, topic: CueTopic) -> list[Token]:
    """Return the heads of the speakers, coordinated ones apart."""
    tree, verb = clause.tree, clause.verb
    subject = next(iter(tree.find_children(verb.index, "nsubj")), None)
    if subject is None and tree.find_children(verb.index, "nsubjpass", "auxpass"):
        return [pobj for agent in tree.find_children(verb.index, "agent") for pobj in tree.find_children(agent.index, "pobj")]
    if subject is not None and subject.lemma in _RELATIVE and verb.dep == "relcl":
        subject = tree.tokens[verb.head]
    if subject is None:
        subject = _find_inverted(clause) or _inherit_subject(clause, topic)
    if subject is None or not _can_speak(subject):
        return []
    conjuncts = [one for one in tree.find_children(subject.index, "conj") if one.pos in {"NOUN", "PROPN", "PRON"}]
    return [subject, *conjuncts]


def _find_inverted(clause: _Clause) -> Token | None:
    """Read "…, said the Observatory", where the parser took the speaker for an object."""
    after = clause.tree.find_children(clause.verb.index, "dobj", "attr", "oprd")
    starts_late = clause.verb.index > 3
    return next((one for one in after if one.index > clause.verb.index), None) if starts_late and clause.rule.says == "says" else None


def _inherit_subject(clause: _Clause, topic: CueTopic) -> Token | None:
    """Take the subject of the verb above: "said …, adding that …", "condemned the attack, saying …"."""
    index = clause.verb.index
    for _ in range(3):
        token = clause.tree.tokens[index]
        if token.dep not in {"conj", "advcl", "xcomp", "pcomp", "prep"} or token.head == index:
            return None
        if token.dep == "conj" and _says(clause.tree.tokens[token.head], topic) is None:
            return None
        index = token.head
        for subject in clause.tree.find_children(index, "nsubj", "nsubjpass"):
            return subject if subject.lemma not in _RELATIVE else clause.tree.tokens[clause.tree.tokens[index].head]
        if _says(clause.tree.tokens[index], topic) is not None and (
            inverted := _find_inverted(_Clause(clause.tree, clause.sentence, clause.tree.tokens[index], clause.rule))
        ):
            return inverted
    return None


def _can_speak(subject: Token) -> bool:
    if subject.pos not in {"NOUN", "PROPN", "PRON", "ADJ", "X", "NUM", "VERB"} or subject.lemma in {"what", "there", "this", "i", "you"}:
        return False
    return not (subject.tag in {"VBG", "VBD"} and subject.pos == "VERB")


def _find_listeners(clause: _Clause) -> tuple[Span, ...]:
    """Return the outlet that was told, if it is named: it passes the words on."""
    heads = [one for one in clause.tree.find_children(clause.verb.index, "dobj", "dative") if one.pos == "PROPN"]
    return tuple(span_phrase(clause.tree, head) for head in heads[:1])


def _find_cited(clause: _Clause, topic: CueTopic) -> tuple[Span, ...]:
    """Return whom the speaker cites: "reported, citing a source in the ministry"."""
    for token in clause.tree.tokens[clause.verb.index + 1 :]:
        if (
            token.tag == "VBG"
            and _says(token, topic) == "quotes"
            and token.head in {clause.verb.index, *(child.index for child in clause.tree.find_children(clause.verb.index))}
        ):
            heads = clause.tree.find_children(token.index, "dobj")
            return tuple(span_phrase(clause.tree, head) for head in heads[:1])
    return ()


def _read_quoting(clause: _Clause) -> Vouching | None:
    """Read "Y quoted X as saying …" and "X was quoted as saying by Y"."""
    tree, verb = clause.tree, clause.verb
    if verb.tag == "VBG" and verb.dep in {"xcomp", "advcl", "acl"}:
        return None
    below = set(tree.find_subtree(verb.index))
    saying = next((tree.tokens[i] for i in sorted(below) if tree.tokens[i].tag == "VBG" and tree.tokens[i].dep == "pcomp"), None)
    passive = tree.find_children(verb.index, "nsubjpass")
    quoters = tree.find_children(verb.index, "nsubj")
    if passive:
        bys = [tree.tokens[i] for i in sorted(below) if i > verb.index and tree.tokens[i].lemma == "by"]
        quoters = tuple(one for by in bys[:1] for one in tree.find_children(by.index, "pobj"))
    quoted = passive or tree.find_children(verb.index, "dobj")
    if not quoted or saying is None:
        return None
    chain = (span_phrase(tree, quoted[0]), *(span_phrase(tree, one) for one in quoters[:1]))
    inner = _Clause(tree, clause.sentence, saying, clause.rule)
    content = tuple(_span_clauses(inner)) or _span_before(clause, chain[0])
    return Vouching(Span(verb.span.start, saying.span.end), verb.lemma, clause.rule.id, content, (chain,)) if content else None


def _find_content(clause: _Clause, subject: Token, source: Span) -> tuple[Span, ...]:
    verb = clause.verb
    spans = list(_span_clauses(clause))
    if clause.rule.says in {"reports", "accuses"} and not spans:
        spans = [*_span_objects(clause, subject)]
    before = _span_before(clause, source)
    if not any(span.end <= verb.span.start for span in spans):
        if before and (_is_at_end(clause, subject) or not spans):
            spans += before
    else:
        spans = [span for span in spans if span.end > verb.span.start] + list(
            before or [span for span in spans if span.end <= verb.span.start]
        )
    if not spans and clause.rule.says not in {"accuses", "tells"}:
        spans = _span_after(clause)
    return tuple(sorted(set(spans)))


def _span_clauses(clause: _Clause) -> Iterator[Span]:
    """Yield the stretches of the clauses that depend on the verb."""
    tree, verb = clause.tree, clause.verb
    for child in tree.find_children(verb.index, *_CLAUSES, "xcomp"):
        if child.dep == "xcomp" and clause.rule.says not in {"reports", "accuses"}:
            continue
        span = tree.span_of(tree.find_subtree(child.index))
        if span is None:
            continue
        if span.start >= verb.span.end:
            yield Span(span.start, _end_of_reach(clause, span.end))
        elif span.end <= verb.span.start:
            yield span
        else:
            yield from (part for part in (Span(span.start, verb.span.start), Span(verb.span.end, span.end)) if part.end > part.start)


def _end_of_reach(clause: _Clause, end: int) -> int:
    """Let what the main verb says run on to the end of the sentence, or to where its next predicate begins."""
    tree, verb = clause.tree, clause.verb
    if verb.dep != "ROOT" and not (verb.dep == "conj" and tree.tokens[verb.head].dep == "ROOT"):
        return end
    nexts = [child for child in tree.find_children(verb.index, "conj", "cc") if child.span.start >= end]
    return min((child.span.start for child in nexts), default=clause.sentence.span.end)


def _span_objects(clause: _Clause, subject: Token) -> Iterator[Span]:
    """Yield what is reported as a noun: "reported the blast", "accused the army of shelling"."""
    tree, verb = clause.tree, clause.verb
    for child in tree.find_children(verb.index, "dobj", "prep", "dative"):
        wanted = child.dep == "dobj" or clause.rule.says == "accuses"
        if child.index > verb.index and child.index != subject.index and wanted:
            span = tree.span_of(tree.find_subtree(child.index))
            if span is not None:
                yield span


def _span_before(clause: _Clause, source: Span) -> tuple[Span, ...]:
    """Return the words before the speaker and the verb, if they can be a statement."""
    limit = min(source.start, clause.verb.span.start)
    tokens = [token for token in clause.tree.tokens if token.span.end <= limit]
    if sum(token.pos in {"VERB", "AUX"} for token in tokens) == 0 or len(tokens) < 3:
        return ()
    return (Span(clause.sentence.span.start, tokens[-1].span.end),)


def _is_at_end(clause: _Clause, subject: Token) -> bool:
    """Say whether nothing that could be said follows the verb and its speaker."""
    last = max(clause.verb.index, subject.index)
    if subject.index > clause.verb.index:
        last = max(i for i in clause.tree.find_subtree(subject.index))
    rest = [token for token in clause.tree.tokens[last + 1 :] if token.pos != "PUNCT"]
    if clause.rule.says == "tells":
        rest = [token for token in rest if token.dep not in {"dobj", "dative"}]
    if not rest:
        return True
    return rest[0].text.lower() in _TAIL_STARTS and not any(token.dep == "ccomp" and token.head == clause.verb.index for token in rest)


def _span_after(clause: _Clause) -> list[Span]:
    """Return the words after the verb where the parser saw no clause but there is one."""
    rest = [token for token in clause.tree.tokens[clause.verb.index + 1 :] if token.pos != "PUNCT"]
    if len(rest) < 4 or not any(token.pos in {"VERB", "AUX"} for token in rest):
        return []
    return [Span(rest[0].span.start, clause.sentence.span.end)]


def span_phrase(tree: Tree, head: Token) -> Span:
    """Return the words of a speaker: the noun phrase, cut where a second phrase runs into it for want of a comma."""
    without = frozenset(one.index for index in tree.find_subtree(head.index) for one in tree.find_children(index, *_LEFT_OUT))
    wanted = set(tree.find_subtree(head.index, without))
    wanted = {index for index in wanted if index <= head.index or tree.tokens[index].dep != "amod" or tree.tokens[index].head != head.index}
    first = last = head.index
    while first - 1 in wanted or (
        first - 2 in wanted and tree.tokens[first - 1].pos == "PUNCT" and tree.tokens[first - 1].text in "-'’\"("
    ):
        first -= 1
    while last + 1 in wanted or (last + 2 in wanted and tree.tokens[last + 1].text in {"-", "'", "’", "and"}):
        last += 1
    for index in range(head.index, first, -1):
        token, left = tree.tokens[index], tree.tokens[index - 1]
        if token.tag == "DT" and left.pos in {"NOUN", "PROPN", "NUM"} and index <= head.index:
            first = index
            break
    return Span(tree.tokens[first].span.start, tree.tokens[last].span.end)
