"""Say why words that look like a trigger are none: their part of speech, what stands around them, their object or subject."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from according.knowledge.triggers import Hit
from according.model.parsed import Sentence, Token
from according.model.trigger import Strength
from according.steps.extract.tree import Tree, grow_tree

VERBAL = frozenset({"VERB", "AUX"})
_Reader = Callable[[Token, Token, Tree], Iterator[Token]]
_ONLY_NOUNS = frozenset({"pobj", "dobj"})  # what stands there is no verb
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_OBJECTS = ("dobj", "obj", "nsubjpass", "oprd", "attr", "dative")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Hold what every hit of one sentence is judged by, worked out once."""

    own: str
    tree: Tree
    words: frozenset[str]
    is_title: bool
    phrases: dict[tuple[str, int, int], tuple[frozenset[str], bool]] = field(default_factory=dict)  # many rules ask for the same


def read_surroundings(own: str, sentence: Sentence) -> Surroundings:
    """Return the surroundings of a sentence's words."""
    return Surroundings(own, grow_tree(sentence), sentence.words, own.istitle() or own.isupper())


def is_of_part(hit: Hit, head: Token, around: Surroundings) -> bool:
    """Say whether the words of a hit are the part of speech that its rule asks for; the same for all hits of one part on one head."""
    is_verb = hit.part == "verb"
    if not _fits_part(hit, head, around.is_title) and not (is_verb and _is_missed_verb(head, around.tree)):
        return False
    return not (is_verb and is_gerund_noun(head, around.tree))


def refuse_hit(hit: Hit, head: Token, last: Token, around: Surroundings) -> str | None:
    """Return why a hit that is of its part of speech is no trigger, None where nothing says so."""
    rule, forms = hit.rule, hit.forms
    beside = refuse_around(hit, around.own)
    if beside is not None:
        return beside
    if hit.part == "verb" and head.dep == "amod" and not rule.attributive and rule.strength != Strength.HARM:
        return "it only describes its noun"
    if forms.needs_sentence and forms.needs_sentence.isdisjoint(around.words):
        return "nothing else in the sentence speaks of such an event"
    if forms.unless_sentence and not forms.unless_sentence.isdisjoint(around.words):
        return f"the sentence speaks of “{min(forms.unless_sentence & around.words)}”"
    needs = rule.needs
    if needs.object or forms.unless_object:
        spoken, has_name = _read_spoken("object", _read_objects, head, last, around)
        if (why := _refuse_spoken("object", needs.object, forms.needs_object, forms.unless_object, spoken, has_name=has_name)) is not None:
            return why
    if needs.subject or forms.unless_subject:
        spoken, has_name = _read_spoken("subject", _read_subjects, head, last, around)
        return _refuse_spoken("subject", needs.subject, forms.needs_subject, forms.unless_subject, spoken, has_name=has_name)
    return None


def _read_spoken(label: str, reader: _Reader, head: Token, last: Token, around: Surroundings) -> tuple[frozenset[str], bool]:
    """Return the words of an object or a subject in small letters, and whether a name is among them."""
    key = (label, head.index, last.index)
    if key not in around.phrases:
        phrases = tuple(reader(head, last, around.tree))
        around.phrases[key] = frozenset([token.text.lower() for token in phrases]), any(token.pos == "PROPN" for token in phrases)
    return around.phrases[key]


def _refuse_spoken(
    label: str, listed: tuple[str, ...], needs: frozenset[str], unless: frozenset[str], spoken: frozenset[str], *, has_name: bool
) -> str | None:
    if listed and needs.isdisjoint(spoken) and not (has_name and "@name" in listed):
        return f"its {label} is not of the kind that makes it an event"
    if found := unless & spoken:
        return f"its {label} is “{min(found)}”"
    return None


def _fits_part(hit: Hit, head: Token, is_title: bool) -> bool:
    if hit.part == "any" or hit.end - hit.start != len(head.text):  # a phrase is its own proof
        return True
    is_mistagged = head.tag == "VBZ" and head.dep in _ONLY_NOUNS  # "regime airstrikes", a verb for the tagger and an object for the parser
    if hit.part == "verb":
        return (head.pos in VERBAL and not is_mistagged) or is_participle(head, hit) or (is_title and head.pos == "PROPN")
    if is_mistagged:
        return True
    return head.pos in _NOMINAL or head.tag == "VBG" or head.pos == "ADJ"


def _is_missed_verb(head: Token, tree: Tree) -> bool:
    """Say whether the tagger calls a verb a noun: no noun has an object."""
    return head.pos in {"NOUN", "PROPN"} and head.dep == "ROOT" and bool(tree.find_children(head.index, "dobj", "dative"))


def is_participle(head: Token, hit: Hit) -> bool:
    """Say whether what the tagger calls an adjective is a verb's participle."""
    return hit.part != "noun" and head.pos == "ADJ" and head.text.lower().endswith(("ed", "en", "ing", "t"))


def is_gerund_noun(head: Token, tree: Tree) -> bool:
    """Say whether an -ing form is the noun of "the shelling of the town", whatever the tagger calls it."""
    follows = head.index + 1 < len(tree.tokens) and tree.tokens[head.index + 1].text.lower() == "of"
    return head.text.lower().endswith("ing") and (follows or any(tree.find_children(head.index, "det", "poss")))


def refuse_around(hit: Hit, own: str) -> str | None:
    """Return why the words right before or after a hit make it no trigger, if they do."""
    needs, unless = hit.rule.needs, hit.rule.unless
    if not (needs.followed_by or needs.preceded_by or unless.followed_by or unless.preceded_by):
        return None
    before, after = own[: hit.start], own[hit.end :]
    if needs.followed_by and not any(pattern.match(after) for pattern in needs.followed_by):
        return "the words after it do not make it an event"
    if needs.preceded_by and not any(pattern.search(before) for pattern in needs.preceded_by):
        return "the words before it do not make it an event"
    for pattern in unless.followed_by:
        if match := pattern.match(after):
            return f"it is followed by “{match.group().strip()}”"
    for pattern in unless.preceded_by:
        if match := pattern.search(before):
            return f"it follows “{match.group().strip()}”"
    return None


def _read_objects(head: Token, last: Token, tree: Tree) -> Iterator[Token]:
    """Yield the words of what is done to: object, passive subject, antecedent, or a noun's `of` phrase and compounds."""
    if last.pos == "ADP" and last.index != head.index:  # "took control of three villages"
        for child in tree.find_children(last.index, "pobj"):
            yield from _read_phrase(child, tree)
    for child in tree.find_children(head.index, *_OBJECTS):
        yield from _read_phrase(child, tree)
    if head.dep in {"acl", "relcl", "amod"} and head.tag in {"VBN", "VBD", "JJ"}:
        yield from _read_phrase(tree.tokens[head.head], tree)
    if head.dep == "relcl" and not any(tree.find_children(head.index, "dobj", "nsubjpass")):
        yield from _read_phrase(tree.tokens[head.head], tree)
    if head.dep == "conj" and not any(tree.find_children(head.index, *_OBJECTS, "nsubj")):
        yield from _read_shared_objects(tree.tokens[head.head], tree)
    yield from _read_short_passive(head, tree)
    if head.pos not in VERBAL:
        for child in tree.find_children(head.index, "compound", "amod", "poss", "nmod"):
            yield child
        for preposition in tree.find_children(head.index, "prep"):
            for child in tree.find_children(preposition.index, "pobj"):
                yield from _read_phrase(child, tree)


def _read_shared_objects(governor: Token, tree: Tree) -> Iterator[Token]:
    """Yield the words of what is done to, from the verb before "and"."""
    for child in tree.find_children(governor.index, "dobj", "nsubjpass"):
        yield from _read_phrase(child, tree)
    if governor.dep == "acl" and governor.tag == "VBN":  # "a bomb found and defused"
        yield from _read_phrase(tree.tokens[governor.head], tree)
    yield from _read_short_passive(governor, tree)


def _read_short_passive(head: Token, tree: Tree) -> Iterator[Token]:
    """Yield the words of a noun without article before a participle without "were": "three men taken at a checkpoint"."""
    if head.dep != "ROOT" or head.tag not in {"VBD", "VBN"} or any(tree.find_children(head.index, *_OBJECTS, "aux", "ccomp", "xcomp")):
        return
    if head.tag == "VBD" and any(tree.find_children(head.index, "prt")):  # "troops pulled out"
        return
    for child in tree.find_children(head.index, "nsubj"):
        if child.pos == "NOUN" and not any(tree.find_children(child.index, "det", "poss")):
            yield from _read_phrase(child, tree)


def _read_subjects(head: Token, _: Token, tree: Tree) -> Iterator[Token]:
    """Yield the words of who does it: subject, agent, or the subject of the verb above."""
    seen = False
    for child in tree.find_children(head.index, "nsubj", "agent", "csubj"):
        seen = True
        for one in tree.find_children(child.index, "pobj") if child.dep == "agent" else (child,):
            yield from _read_phrase(one, tree)
    if not seen and head.dep in {"conj", "xcomp", "advcl"}:
        for child in tree.find_children(tree.tokens[head.head].index, "nsubj"):
            yield from _read_phrase(child, tree)
    if head.dep in {"relcl", "acl"} and (head.tag != "VBN" or _is_root_noun(tree.tokens[head.head])):
        yield from _read_phrase(tree.tokens[head.head], tree)


def _is_root_noun(noun: Token) -> bool:
    """Say whether a sentence hangs on a noun, whose participle may be the verb: "Some forty relatives assembled outside"."""
    return noun.dep == "ROOT" and noun.pos == "NOUN"


def _read_phrase(top: Token, tree: Tree) -> Iterator[Token]:
    yield top
    for child in tree.find_children(top.index, "compound", "amod", "nmod", "conj", "nummod", "poss"):
        yield from _read_phrase(child, tree)
    for preposition in tree.find_children(top.index, "prep"):
        if preposition.lemma == "of":
            for child in tree.find_children(preposition.index, "pobj"):
                yield from _read_phrase(child, tree)
