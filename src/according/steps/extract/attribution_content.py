"""Find what is said: the clauses, nouns and quotations that a verb of saying vouches for."""

from collections.abc import Iterator

from according.model.evidence import Span
from according.model.parsed import Token
from according.steps.extract.attribution_clauses import RELATIVE, TAIL_STARTS, Clause

_CLAUSES = frozenset({"ccomp", "parataxis"})
_TO_DO = frozenset({"threaten", "vow", "pledge", "promise"})  # to say that one will
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CLAUSE_STARTS = frozenset({"that", "and", "but", "as", "when", "while", "after", "adding", "citing", "which", "who"})
_LONGEST_ASIDE = 3  # words between a speaker and its verb
_NEED_WORDS = frozenset({"respond", "observe", "note", "maintain", "recall", "relate", "detail", "reply"})


def find_content(clause: Clause, last: int, source: Span) -> tuple[Span, ...]:
    """Return the stretches of words that a speaker vouches for."""
    verb = clause.verb
    if clause.rule.lemmas and verb.lemma == "deny" and clause.tree.find_children(verb.index, "auxpass"):
        return ()
    aside = _span_around(clause, source)
    if aside:
        return aside
    relative = _span_antecedent(clause)
    if relative:
        return relative
    spans = [span for span in span_clauses(clause) if not span.contains(source)]
    if clause.rule.says == "holds" and not (spans and _tells_whole_clause(clause)):
        return ()
    if clause.rule.says == "sees":
        return tuple(spans or _span_objects(clause, source))
    if verb.lemma in _NEED_WORDS and not spans and not clause.quotes:
        return ()
    if clause.rule.says in {"reports", "accuses"} and not spans:
        spans = [*_span_objects(clause, source)]
    before = span_before(clause, source)
    if not any(span.end <= verb.span.start for span in spans):
        if before and (_is_at_end(clause, last) or not spans):
            spans += before
    else:
        spans = [span for span in spans if span.end > verb.span.start] + list(
            before or [span for span in spans if span.end <= verb.span.start]
        )
    if not spans and clause.rule.says != "accuses":
        spans = _span_after(clause)
    return tuple(sorted(set(spans)))


def _tells_whole_clause(clause: Clause) -> bool:
    """Say whether what follows is a statement of its own, with "that" or a verb that has a tense."""
    tree = clause.tree
    for child in tree.find_children(clause.verb.index, "ccomp"):
        if child.tag in _FINITE or any(
            one.text.lower() == "that" or one.tag in _FINITE for one in tree.find_children(child.index, "mark", "aux", "auxpass")
        ):
            return True
    return False


def _span_around(clause: Clause, source: Span) -> tuple[Span, ...]:
    """Return the words on both sides of a speaker put between commas: "The strike, officials said, destroyed a house"."""
    text, sentence, verb = clause.text, clause.sentence.span, clause.verb
    is_aside = source.end < verb.span.start and text[sentence.start : source.start].rstrip().endswith(",")
    if not is_aside or not text[verb.span.end :].startswith(",") or len(text[source.end : verb.span.start].split()) > _LONGEST_ASIDE:
        return ()
    before, after = Span(sentence.start, source.start - 1), Span(verb.span.end + 1, sentence.end)
    first = sum(token.span.end <= before.end for token in clause.tree.tokens)
    rest = [token for token in clause.tree.tokens if token.span.start >= after.start]
    finite = next((number for number, token in enumerate(rest) if token.tag in _FINITE), None)
    stops = {",", ";"} | _CLAUSE_STARTS
    if first < 2 or finite is None or any(token.text.lower() in stops for token in rest[:finite]):
        return ()
    if any(token.tag in _FINITE for token in clause.tree.tokens[:first]):
        return ()
    return (before, after)


def _span_antecedent(clause: Clause) -> tuple[Span, ...]:
    """Return the noun that a relative clause is about: "a truce that the ministry announced did not hold"."""
    tree, verb = clause.tree, clause.verb
    if verb.dep == "acl" and verb.tag == "VBN":
        return _span_noun(clause, tree.tokens[verb.head])
    if verb.dep != "relcl" or tree.find_children(verb.index, "ccomp", "xcomp", "parataxis"):
        return ()
    head = tree.tokens[verb.head]
    subject = next(iter(tree.find_children(verb.index, "nsubj")), None)
    if head.index > verb.index or subject is None or subject.lemma in RELATIVE or subject.index < head.index:
        return ()
    goes_on = any(one.tag in _FINITE for one in tree.tokens[verb.index + 1 :])
    marked = any(one.lemma in RELATIVE for one in tree.tokens[head.index + 1 : subject.index])
    if not (goes_on and marked) or head.pos not in {"NOUN", "PROPN"}:
        return ()
    return _span_noun(clause, head)


def _span_noun(clause: Clause, head: Token) -> tuple[Span, ...]:
    before = clause.tree.find_children(head.index, "det", "amod", "compound", "nmod", "poss")
    first = min((one.index for one in before if one.index < head.index), default=head.index)
    return (Span(clause.tree.tokens[first].span.start, head.span.end),)


def span_clauses(clause: Clause) -> Iterator[Span]:
    """Yield the stretches of the clauses that depend on the verb."""
    tree, verb = clause.tree, clause.verb
    for child in tree.find_children(verb.index, *_CLAUSES, "xcomp"):
        if child.dep == "xcomp" and clause.rule.says not in {"reports", "accuses"} and verb.lemma not in _TO_DO:
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


def _end_of_reach(clause: Clause, end: int) -> int:
    """Let what the main verb says run on to the end of the sentence, or to where its next predicate begins."""
    tree, verb = clause.tree, clause.verb
    if verb.dep != "ROOT" and not (verb.dep == "conj" and tree.tokens[verb.head].dep == "ROOT"):
        return end
    nexts = [child for child in tree.find_children(verb.index, "conj", "cc") if child.span.start >= end]
    return min((child.span.start for child in nexts), default=clause.sentence.span.end)


def _span_objects(clause: Clause, source: Span) -> Iterator[Span]:
    """Yield what is reported as a noun: "reported the blast", "accused the army of shelling"."""
    tree, verb = clause.tree, clause.verb
    for child in tree.find_children(verb.index, "dobj", "prep", "dative"):
        wanted = child.dep == "dobj" or clause.rule.says == "accuses"
        if child.index > verb.index and not source.overlaps(child.span) and wanted:
            span = tree.span_of(tree.find_subtree(child.index))
            if span is not None:
                yield span


def span_before(clause: Clause, source: Span) -> tuple[Span, ...]:
    """Return the words before the speaker and the verb, if they can be a statement."""
    limit = min(source.start, clause.verb.span.start)
    tokens = [token for token in clause.tree.tokens if token.span.end <= limit]
    if sum(token.pos in {"VERB", "AUX"} for token in tokens) == 0 or len(tokens) < 3:
        return ()
    return (Span(clause.sentence.span.start, tokens[-1].span.end),)


def _is_at_end(clause: Clause, last: int) -> bool:
    """Say whether nothing that could be said follows the verb and its speaker."""
    rest = [token for token in clause.tree.tokens[last + 1 :] if token.pos != "PUNCT"]
    if clause.rule.says == "tells":
        rest = [token for token in rest if token.dep not in {"dobj", "dative"}]
    if not rest:
        return True
    tail = rest[0].text.lower() in TAIL_STARTS or rest[0].tag == "VBG" or rest[0].dep == "appos"
    return tail and not any(token.dep == "ccomp" and token.head == clause.verb.index for token in rest)


def _span_after(clause: Clause) -> list[Span]:
    """Return the words after the verb where the parser saw no clause but there is one."""
    rest = [token for token in clause.tree.tokens[clause.verb.index + 1 :] if token.pos != "PUNCT"]
    that = next(
        (number for number, token in enumerate(rest[:12]) if token.text.lower() == "that" and token.tag in {"IN", "WDT", "DT"}), None
    )
    if clause.rule.says == "tells" and that is None:
        return []
    rest = rest[that + 1 :] if that is not None else rest
    if len(rest) < 4 or not any(token.pos in {"VERB", "AUX"} for token in rest):
        return []
    return [Span(rest[0].span.start, clause.sentence.span.end)]
