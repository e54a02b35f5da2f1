"""Answer what happened: the words of a sentence that report an event, and why other such words do not."""

import re
from collections.abc import Iterator, Sequence

from according.knowledge.triggers import Hit, Triggers
from according.model.answers import Kind, Status
from according.model.claim import Silence
from according.model.evidence import Span
from according.model.parsed import Sentence, Token
from according.model.records import record
from according.model.trigger import Strength, Trigger
from according.steps.extract.tree import Tree, find_over
from according.steps.extract.triggers_refusing import (
    VERBAL,
    is_gerund_noun,
    is_of_part,
    is_participle,
    read_surroundings,
    refuse_around,
    refuse_hit,
)

_WORD = re.compile(r"[^\W_]+")
_BEFORE_NOUN = re.compile(
    r"\b(?:an?|the|my|your|his|her|its|our|their|no|every|of|for|from|with|by|in|at|into|without|against|during|between|(?P<be>is|are|was|were|be|been|being))\s$",
    re.IGNORECASE,
)
_OPENING = frozenset("\"“”‘'.:;!?—–-([…")
_SMALL = re.compile(r"\b[a-z]{3,}")
_HEADLINE_SMALL = 4  # words in small letters that a headline in capitals may have
_PLANNED = Status.FORESEEN  # of what somebody plans


def may_report_event(text: str, triggers: Triggers) -> bool:
    """Say, before any parsing, whether words in a sentence may report an event."""
    words: frozenset[str] | None = None
    for hit in triggers.find_hits(text):
        if words is None:
            words = frozenset(_split(text))
        if _fits_surface(hit, text, words, triggers):
            return True
    return False


def find_triggers(sentence: Sentence, text: str, triggers: Triggers) -> tuple[Trigger, ...]:
    """Return the triggers of a parsed sentence in the order of the text; no two overlap."""
    return read_triggers(sentence, text, triggers)[0]


def explain_refusals(sentence: Sentence, text: str, triggers: Triggers) -> tuple[Silence, ...]:
    """Return the words of a parsed sentence that look like triggers and are none, each with the reason."""
    return read_triggers(sentence, text, triggers)[1]


@record(frozen=True, slots=True)
class _Match:
    hit: Hit
    head: Token
    is_nominal: bool


def read_triggers(sentence: Sentence, text: str, triggers: Triggers) -> tuple[tuple[Trigger, ...], tuple[Silence, ...]]:
    """Return both in one pass: the triggers of a parsed sentence, and the words that only look like triggers."""
    if not sentence.is_parsed:
        return (), ()
    own = sentence.span.of(text)
    hits = triggers.find_hits(own)
    if not hits:
        return (), ()
    around = read_surroundings(own, sentence)
    tree = around.tree
    taken = bytearray(len(own))  # 1 for every character of a trigger
    chosen: list[_Match] = []
    refused: list[tuple[Hit, str]] = []
    held: dict[tuple[int, int, str], tuple[Token, Token] | None] = {}  # many rules hit the same words
    for hit in sorted(hits, key=_order):
        if taken.find(1, hit.start, hit.end) >= 0:
            continue
        at = (hit.start, hit.end, hit.part)
        if at not in held:
            inside = find_over(sentence.tokens, _shift(hit, sentence))
            top = _find_head(inside) if inside else None
            held[at] = (top, inside[-1]) if top is not None and is_of_part(hit, top, around) else None
        ends = held[at]
        if ends is None:
            continue
        head, last = ends
        why = refuse_hit(hit, head, last, around)
        if why is None:
            taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
            chosen.append(_Match(hit, head, is_gerund_noun(head, tree) or (head.pos not in VERBAL and not is_participle(head, hit))))
        else:
            refused.append((hit, why))
    found = tuple([_make_trigger(match, sentence, tree, triggers) for match in sorted(chosen, key=lambda one: one.hit.start)])
    return found, tuple(_make_silences(refused, taken, sentence))


def _order(hit: Hit) -> tuple[int, int, int, str]:
    """Return what sorts hits: the longer one first, then the one with more conditions, then the surer one."""
    return (hit.start - hit.end, hit.forms.rank, hit.start, hit.rule.id)


def _make_silences(refused: list[tuple[Hit, str]], taken: bytearray, sentence: Sentence) -> Iterator[Silence]:
    told: set[int] = set()
    for hit, why in sorted(refused, key=lambda one: (one[0].start, -one[0].end, one[0].rule.id)):
        if hit.start in told or taken.find(1, hit.start, hit.end) >= 0:
            continue
        told.add(hit.start)
        yield Silence(_shift(hit, sentence), sentence.span, hit.rule.id, why)


def _make_trigger(match: _Match, sentence: Sentence, tree: Tree, triggers: Triggers) -> Trigger:
    rule = match.hit.rule
    bearer = _find_bearer(match.head, tree, triggers) if match.is_nominal else None
    return Trigger(
        rule=rule.id,
        event_type=rule.event_type,
        span=_shift(match.hit, sentence),
        sentence=sentence.index,
        head=(bearer or match.head).index,
        strength=Strength(rule.strength),
        is_nominal=match.is_nominal and bearer is None,
        status=Status(rule.status) if rule.status else _PLANNED if bearer is not None and bearer.lemma == "plan" else None,
        kind=Kind(rule.kind) if rule.kind else None,
        weapon=rule.weapon,
    )


def _find_bearer(noun: Token, tree: Tree, triggers: Triggers) -> Token | None:
    """Return the light verb that carries an event noun: "launched a wave of strikes", "strikes that they carried out"."""
    top = noun
    while top.dep == "pobj" and tree.tokens[top.head].lemma == "of":
        counted = tree.tokens[tree.tokens[top.head].head]
        if counted.text.lower() not in triggers.language.quantity_forms:
            break
        top = counted
    governor = tree.tokens[top.head]
    if top.dep in {"dobj", "obj", "nsubjpass"} and _is_light(governor, tree, triggers):
        return governor
    for child in tree.find_children(top.index, "acl", "relcl"):
        if _is_light(child, tree, triggers) and (child.tag == "VBN" or any(tree.find_children(child.index, "nsubj"))):
            return child
    return None


def _is_light(verb: Token, tree: Tree, triggers: Triggers) -> bool:
    forms = triggers.language.light_verb_forms
    if verb.pos not in VERBAL:
        return False
    particles = [child.text.lower() for child in tree.find_children(verb.index, "prt")]
    return any(" ".join([verb.text.lower(), *extra]) in forms for extra in ((), particles))


def _find_head(inside: Sequence[Token]) -> Token:
    if len(inside) == 1:
        return inside[0]
    indexes = {token.index for token in inside}
    return next((token for token in inside if token.head not in indexes or token.head == token.index), inside[0])


def _fits_surface(hit: Hit, text: str, words: frozenset[str], triggers: Triggers) -> bool:
    if not triggers.leaves_room(hit.rule, words):
        return False
    if hit.part == "verb" and _cannot_be_verb(hit, text, triggers):
        return False
    return refuse_around(hit, text) is None


def _cannot_be_verb(hit: Hit, text: str, triggers: Triggers) -> bool:
    """Say whether a verb's dictionary form is a noun, an adjective or a name here: "a fight", "for free", "March"."""
    form = text[hit.start : hit.end].lower()
    if form not in hit.rule.words:
        return False
    if text[hit.start].isupper() and _is_name(hit.start, text):
        return True
    before = _BEFORE_NOUN.search(text, max(0, hit.start - 12), hit.start)
    if before is None:
        return False
    return before["be"] is None or not triggers.language.is_irregular(form.split()[0])  # "was shot" is the verb, "were let go" too


def _is_name(start: int, text: str) -> bool:
    """Say whether a capital inside a sentence makes a word a name; in a headline it makes none."""
    before = text[:start].rstrip()
    return bool(before) and before[-1] not in _OPENING and len(_SMALL.findall(text)) > _HEADLINE_SMALL


def _shift(hit: Hit, sentence: Sentence) -> Span:
    return Span(sentence.span.start + hit.start, sentence.span.start + hit.end)


def _split(text: str) -> list[str]:
    return _WORD.findall(text.lower())
