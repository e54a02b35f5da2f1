"""Cut the words that name a speaker out of a sentence, by syntax or, where the parser was led astray, word by word."""

from collections.abc import Sequence

from according.model.evidence import Span
from according.model.parsed import Token
from according.steps.extract.tree import Tree, find_inside

_LEFT_OUT = frozenset({"relcl", "acl", "advcl", "punct", "cc", "conj", "parataxis", "ccomp", "appos", "npadvmod", "advmod", "predet"})
TIMES = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
        "november december morning evening night afternoon dawn month week weekend year hour early late earlier later today yesterday "
        "overnight meanwhile elsewhere separately however gmt"
    ).split()
)
_SKIPPED = frozenset(
    {"also", "then", "later", "earlier", "have", "has", "had", "however", "meanwhile", "further", "both", "strongly", "quickly"}
)
_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "X", "NUM"})
_JOINTS = frozenset({"-", "'", "’", "'s", "’s", "(", ")", "&", "/"})
_OF = frozenset({"of", "for", "at"})
_DOCUMENTS = frozenset({"statement", "report", "communique", "communiqué"})
_HIM = frozenset({"him", "her", "them"})
_LONGEST_APPOSITION = 10  # words
_MEDIA = frozenset({"agency", "tv", "television", "news", "radio", "state", "channel", "network", "newspaper", "media", "daily"})


def span_phrase(tree: Tree, head: Token, people: frozenset[str] = frozenset()) -> Span:
    """Return the words of a speaker: the noun phrase, cut where another phrase runs into it for want of a comma.

    Args:
        people: lemmas of offices and occupations; one may follow a name as its apposition.
    """
    without = {
        one.index for index in tree.find_subtree(head.index) for one in tree.find_children(index, *_LEFT_OUT) if _is_left_out(tree, one)
    }
    wanted = set(tree.find_subtree(head.index, frozenset(without)))
    wanted = {index for index in wanted if index <= head.index or tree.tokens[index].dep != "amod" or tree.tokens[index].head != head.index}
    first = last = head.index
    while first - 1 in wanted or (first - 2 in wanted and tree.tokens[first - 1].text in {*_JOINTS, '"'}):
        first -= 1
    while last + 1 in wanted or (last + 2 in wanted and tree.tokens[last + 1].text in _JOINTS):
        last += 1
    first = _cut_left(tree.tokens, first, head.index, people)
    last = _cut_right(tree.tokens, head.index, last, people)
    return Span(tree.tokens[first].span.start, tree.tokens[last].span.end)


def scan_source_before(tokens: Sequence[Token], verb: int, people: frozenset[str]) -> Span | None:
    """Read the noun phrase that ends right before a verb of saying, word by word."""
    index = verb - 1
    while index >= 0 and (tokens[index].text.lower() in _SKIPPED or (tokens[index].pos == "ADV" and tokens[index].text.islower())):
        index -= 1
    end = index
    first = end + 1
    while index >= 0:
        token = tokens[index]
        if token.text.lower() in TIMES or (token.text.isdigit() and index == end):
            break
        if (
            token.pos in _NAMES
            or (token.text in _JOINTS and index < end)
            or (token.text[:1].isupper() and token.tag != "DT" and index < end)
        ):
            first = index
        elif token.tag in {"DT", "PRP$"} or token.lemma in {"another", "some"}:
            first = index
            if not _goes_on_before(tokens, index, end, people):
                break
        elif token.tag == "PRP" and index == end:
            return token.span
        elif not (token.lemma in {*_OF, "in"} and index < end and _can_precede(tokens, index, people)):
            break
        index -= 1
    if first > end:
        return None
    return Span(tokens[_prefer_acronym(tokens, first, end)].span.start, tokens[end].span.end)


def extend_over_name(tokens: Sequence[Token], span: Span, people: frozenset[str]) -> Span:
    """Take in the name before an apposition that follows without a comma: "Omar Ali a local activist"."""
    inside = find_inside(tokens, span)
    if not inside or inside[0].tag != "DT" or not any(token.lemma in people for token in inside):
        return span
    first = index = inside[0].index - 1
    while index >= 0 and (tokens[index].pos == "PROPN" or tokens[index].text in {"-", "al"}) and tokens[index].text.lower() not in TIMES:
        first = index
        index -= 1
    words = inside[0].index - first
    free = index < 0 or tokens[index].pos not in {"ADP", "DET", "VERB"}
    return Span(tokens[first].span.start, span.end) if words >= 2 and first >= 0 and free else span


def scan_source_after(tokens: Sequence[Token], verb: int, people: frozenset[str] = frozenset()) -> Span | None:
    """Read the noun phrase that begins right after a word: "…", said the Observatory; according to the Observatory."""
    first = index = verb + 1
    while index < len(tokens):
        token = tokens[index]
        name = token.pos in _NAMES or token.text in _JOINTS or (token.tag == "DT" and index == first)
        link = token.lemma in {*_OF, "'s"} and index + 1 < len(tokens) and tokens[index + 1].pos in {*_NAMES, "DET"}
        after_link = token.tag == "DT" and tokens[index - 1].lemma in {*_OF, "in", "from"}
        link = link or (token.lemma in {"in", "from"} and index > first and tokens[index - 1].lemma in people)
        link = (
            link
            or (index < first + 3 and token.pos == "ADV" and _leads_to_noun(tokens, index))
            or (token.tag == "VBN" and _leads_to_noun(tokens, index))
        )
        link = link or (token.tag == "VBN" and tokens[index - 1].text == "-") or (token.tag.startswith("VB") and token.text[:1].isupper())
        after_plural = index > first and tokens[index - 1].tag == "NNS" and tokens[index - 1].text.islower()
        if index > first and tokens[index - 1].lemma in _DOCUMENTS and token.pos == "NOUN":
            break
        counts = (
            token.tag == "CD" and index > first and index + 1 < len(tokens) and tokens[index + 1].tag == "NNS"
        )  # "… two people were killed"
        runs_on = counts or (after_plural and (token.text[:1].isupper() or token.tag == "CD"))
        if token.text.lower() in TIMES or runs_on or not (name or link or after_link):
            break
        index += 1
    while index > first and tokens[index - 1].text in _JOINTS - {")"}:
        index -= 1
    if index <= first and first < len(tokens) and tokens[first].text.lower() in _HIM:
        return tokens[first].span
    if index <= first or not any(token.pos in {"NOUN", "PROPN"} for token in tokens[first:index]):
        return None
    index = _take_apposition(tokens, first, index, people)
    return Span(tokens[first].span.start, tokens[index - 1].span.end)


def _take_apposition(tokens: Sequence[Token], first: int, index: int, people: frozenset[str]) -> int:
    """Take in what a person is, told after the name without a comma: "Omar Ali the council's vice-president"."""
    if not people or index >= len(tokens) or tokens[index].tag != "DT" or any(one.pos != "PROPN" for one in tokens[first:index]):
        return index
    for end in range(index + 1, min(len(tokens), index + _LONGEST_APPOSITION)):
        if tokens[end].lemma in people:
            return end + 1
        if tokens[end].pos not in _NAMES and tokens[end].text not in _JOINTS:
            break
    return index


def _leads_to_noun(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a word only describes the noun behind it: "well-informed sources"."""
    rest = [one for one in tokens[index + 1 : index + 4] if one.text != "-"]
    return bool(rest) and (rest[0].pos in {"NOUN", "PROPN"} or (tokens[index].pos == "ADV" and rest[0].tag in {"VBN", "JJ"}))


def _is_left_out(tree: Tree, token: Token) -> bool:
    """Keep compounds like "Britain-based" whole, and a name that follows without a comma: "state news agency SANA"."""
    if token.dep == "appos" and token.pos == "PROPN" and token.index == token.head + 1:
        return False
    return not (token.dep in {"npadvmod", "advmod", "punct"} and tree.tokens[token.head].dep == "amod")


def _cut_left(tokens: Sequence[Token], first: int, head: int, people: frozenset[str]) -> int:
    for index in range(head, first, -1):
        token, left = tokens[index], tokens[index - 1]
        named_before = left.pos == "PROPN" and tokens[head].lemma in people and tokens[head].text.islower()
        if token.tag == "DT" and left.pos in {"NOUN", "PROPN", "NUM"} and not named_before:
            return index
        if left.text.lower() in TIMES or (left.pos in {"VERB", "AUX"} and left.tag in {"VBD", "VBZ", "VBP"}) or left.text == '"':
            return index
    return first if tokens[first].text.lower() not in TIMES or first == head else first + 1


def _cut_right(tokens: Sequence[Token], head: int, last: int, people: frozenset[str]) -> int:
    for index in range(head + 1, last + 1):
        token = tokens[index]
        if token.text.lower() in TIMES:
            return index - 2 if tokens[index - 1].lemma == "on" and index - 2 >= head else index - 1
        following = tokens[index + 1] if index < last else token
        if token.lemma in {"in", "on", "by", "via", "after", "during", "as"} and token.pos in {"ADP", "SCONJ"}:
            stays = token.lemma == "in" and (tokens[head].lemma in people or following.pos == "PROPN" or following.tag == "DT")
            statement = any(one.lemma in {"statement", "release", "report", "interview", "post"} for one in tokens[index : last + 1])
            if not stays or statement:
                return index - 1
    return last


def _goes_on_before(tokens: Sequence[Token], index: int, end: int, people: frozenset[str]) -> bool:
    """Say whether a phrase goes on before its article: "head of the …", "Omar Ali a local activist"."""
    left = tokens[index - 1] if index else None
    if left is None:
        return False
    if left.lemma in _OF and index >= 2 and tokens[index - 2].lemma in people:
        return True
    return left.pos == "PROPN" and tokens[end].lemma in people and tokens[end].text.islower() and left.text.lower() not in TIMES


def _can_precede(tokens: Sequence[Token], index: int, people: frozenset[str]) -> bool:
    left = tokens[index - 1] if index else None
    if left is None:
        return False
    if left.lemma in people:
        return True
    return tokens[index].lemma in _OF and left.pos == "PROPN" and left.text[:1].isupper() and tokens[index + 1].pos == "PROPN"


def _prefer_acronym(tokens: Sequence[Token], first: int, end: int) -> int:
    """Take an agency's acronym alone when a place name runs into it: "northeast Damascus SANA said"."""
    last = tokens[end].text
    before = {token.text.lower() for token in tokens[first:end]}
    alone = len(last) > 2 and last.isupper() and end > first and not before & (_MEDIA | {"the", "a", "an", "(", "'s"})
    place = end > first and tokens[end - 1].pos == "NOUN" and tokens[end - 1].text.islower() and tokens[end - 1].lemma not in _MEDIA
    return end if alone or (place and len(last) > 2 and last.isupper()) else first
