"""Find what is said: the clauses, nouns and quotations that a verb of saying vouches for."""

from collections.abc import Iterator

from according.model.evidence import Span
from according.steps.extract.attribution_clauses import TAIL_STARTS, Clause

_CLAUSES = frozenset({"ccomp", "parataxis"})
_NEED_WORDS = frozenset({"respond", "observe", "note", "maintain", "recall", "relate", "detail", "reply"})


def find_content(clause: Clause, last: int, source: Span) -> tuple[Span, ...]:
    """Return the stretches of words that a speaker vouches for."""
    verb = clause.verb
    if clause.rule.lemmas and verb.lemma == "deny" and clause.tree.find_children(verb.index, "auxpass"):
        return ()
    spans = [span for span in span_clauses(clause) if not span.contains(source)]
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


def span_clauses(clause: Clause) -> Iterator[Span]:
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
