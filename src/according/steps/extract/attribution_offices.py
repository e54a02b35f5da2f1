"""Part a speaker's phrase into organisation, person and office: "Harbour Front spokesman Omar Ali"."""

from bisect import bisect_left
from collections.abc import Sequence

from according.knowledge.cues import Cues
from according.model.evidence import Span, get_start
from according.model.parsed import Sentence, Token

_NAME_PARTS = frozenset({"PROPN", "NOUN", "ADJ", "X", "ADP", "PART", "VERB"})
_LINKS = frozenset({"of", "for", "at", "from", "with", "in"})
_PLACE_LINKS = frozenset({"from", "in"})
_ENDS = frozenset(
    {
        "Rights",
        "Agency",
        "Ministry",
        "Army",
        "Forces",
        "Front",
        "Council",
        "Committee",
        "Center",
        "Centre",
        "Coalition",
        "Brigade",
        "Crescent",
        "Cross",
    }
)


def split_office(span: Span, sentence: Sentence, tokens: Sequence[Token], cues: Cues) -> tuple[Span | None, Span | None, str | None]:
    """Return the words of organisation and person, and the office or occupation, as far as a phrase has them."""
    offices = cues.attribution.get_lemmas("office")
    occupations = cues.attribution.get_lemmas("occupation")
    people = cues.attribution.people
    numbers = [number for number, token in enumerate(tokens) if token.lemma in people and token.pos != "ADJ" and token.dep != "npadvmod"]
    if not numbers:
        return _split_following(span, sentence, tokens, offices, occupations)
    place = numbers[0]
    office = tokens[place]
    left = [token for token in tokens[:place] if token.tag not in {"POS", "DT", "PRP$"} and token.text not in {"'s", "’s", "'", "’"}]
    right = tokens[place + 1 :]
    if office.lemma in occupations:
        return None, _read_person(left, right), _describe(left, office)
    if right and right[0].lemma in _PLACE_LINKS and organisation_is_named(left):
        return _cover(left), _read_named_after(span, sentence), office.text.lower()
    in_place = len(right) > 1 and right[0].lemma in _PLACE_LINKS and right[1].tag != "DT" and not right[1].text.isupper()
    if right and right[0].lemma in _LINKS and not in_place:
        organisation, person = _split_names(right[1:])
        named = organisation is not None and organisation_is_named(right[1:])
        return (organisation if named else None), person or _read_named_after(span, sentence), office.text.lower()
    person = _cover([token for token in right if token.pos in _NAME_PARTS or token.text == "-"])
    if in_place or not any(token.text[:1].isupper() for token in right):
        person = None
    return (_cover(left) if organisation_is_named(left) else None), person or _read_named_after(span, sentence), office.text.lower()


def organisation_is_named(tokens: Sequence[Token]) -> bool:
    """Say whether some words hold a name; a capital at the head of the sentence proves nothing."""
    return any(token.pos == "PROPN" or (token.text[:1].isupper() and token.tag != "DT" and token.index > 0) for token in tokens)


def _read_named_after(span: Span, sentence: Sentence) -> Span | None:
    """Return the name that follows an office after a comma: "the front's spokesman, Omar Ali, said"."""
    following = _read_following_tokens(span, sentence, 8)
    if not following or following[0].text != ",":
        return None
    names: list[Token] = []
    for token in following[1:]:
        if not (token.pos == "PROPN" or token.text in {"-", "al"}):
            break
        names.append(token)
    return _cover(names)


def _read_person(left: Sequence[Token], right: Sequence[Token]) -> Span | None:
    """Return the name on either side of an occupation: "activist Omar Ali", "Omar Ali, a local activist"."""
    names = []
    for token in right:
        if not (token.pos in {"PROPN", "X"} or token.text[:1].isupper() or token.text == "-"):
            break
        names.append(token)
    if names:
        return _cover(names)
    for token in left:
        if not (token.pos == "PROPN" or token.text == "-" or token.text[:1].isupper()):
            break
        names.append(token)
    whole = len(names) < len(left) and len(names) > 1 and names[-1].text != "-"
    return _cover(names) if whole else None


def _describe(left: list[Token], office: Token) -> str:
    """Return an occupation with the words before it: "local media activist"."""
    words: list[str] = []
    for token in reversed(left):
        if token.pos not in {"ADJ", "NOUN"} and not (token.pos == "PROPN" and not words):
            break
        words.insert(0, token.text)
    return " ".join([*words[-2:], office.text.lower()])


def _split_names(tokens: Sequence[Token]) -> tuple[Span | None, Span | None]:
    """Part an organisation from a name that follows it without a comma."""
    while tokens and tokens[0].pos == "DET":
        tokens = tokens[1:]
    if not tokens:
        return None, None
    for number in range(len(tokens) - 1, 0, -1):
        if tokens[number - 1].text in _ENDS:
            return _cover(tokens[:number]), _cover(tokens[number:])
    return _cover(tokens), None


def _split_following(
    span: Span, sentence: Sentence, tokens: Sequence[Token], offices: frozenset[str], occupations: frozenset[str]
) -> tuple[Span | None, Span | None, str | None]:
    """Read an apposition after the name, with or without its comma: "Omar Ali, director of the Observatory, said"."""
    named = (
        bool(tokens)
        and tokens[-1].text[:1].isupper()
        and not tokens[0].tag.startswith("DT")
        and any(token.pos == "PROPN" for token in tokens)
    )
    if not named or len(tokens) < 2:
        return None, None, None
    following = _read_following_tokens(span, sentence, 16)
    for number, token in enumerate(following[:7]):
        if token.text in {".", ";"} or (token.pos == "VERB" and token.lemma not in {"head", "lead", "run"}):
            return None, None, None
        if token.lemma in occupations:
            return None, span, _describe([one for one in following[:number] if one.tag != "DT" and one.pos != "PUNCT"], token)
        if number == 2 and following[0].text == "," and following[1].lemma in {"a", "an"} and token.pos == "NOUN":
            return None, span, token.text.lower()
        if token.lemma in offices or token.lemma in {"head", "lead", "run"}:
            return _read_following(following[number + 1 :]), span, token.text.lower() if token.pos != "VERB" else "head"
    return None, None, None


def _read_following(rest: Sequence[Token]) -> Span | None:
    while rest and rest[0].pos in {"ADP", "DET"}:
        rest = rest[1:]
    names: list[Token] = []
    for one in rest:
        if not (one.pos in {"PROPN", "ADJ", "NOUN"} or one.lemma in {"for", "of"} or one.text == "-" or (names and names[-1].text == "-")):
            break
        names.append(one)
    return _cover(names) if organisation_is_named(names) else None


def _read_following_tokens(span: Span, sentence: Sentence, size: int) -> tuple[Token, ...]:
    first = bisect_left(sentence.tokens, span.end, key=get_start)
    return sentence.tokens[first : first + size]


def _cover(tokens: Sequence[Token]) -> Span | None:
    return Span(tokens[0].span.start, tokens[-1].span.end) if tokens else None
