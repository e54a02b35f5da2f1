"""Keep words from passing for places: common words, persons, organisations."""

from itertools import pairwise

from according.knowledge.places import NameWordSets
from according.model.parsed import Sentence, Token
from according.steps.extract.places_pieces import ARTICLES, Piece

_HEADINGS = frozenset({"territory", "province", "governorate", "district", "township", "county"})  # "Uvira territory: a soldier shot …"
_PARENTS = frozenset({"Abu", "Umm", "Ibn"})  # they open a person's by-name, or a town's
_SHORT = frozenset({"US", "UK", "U.S.", "U.K.", "USA", "UAE", "DRC", "CAR"})


def find_token_at(sentence: Sentence, start: int, end: int) -> Token | None:
    """Return the first token that shares a character with a stretch of the text."""
    for token in sentence.tokens:
        if token.span.end > start:
            return token if token.span.start < end else None
    return None


def may_stand_alone(name: str, piece: Piece, words: NameWordSets, written: frozenset[str], sentence: Sentence) -> bool:
    """Say whether one word may be a place's name at all."""
    folded = name.lower()
    if name in _SHORT:
        return True
    if folded in words.never or folded in words.given_names or len(name) < 3 or folded in written:
        return False
    if name.isupper() and len(name) <= 4:
        return False
    token = find_token_at(sentence, piece.start, piece.end)
    if token is None:
        return True
    if token.pos in ("PROPN", "NOUN", "X") or (token.pos in ("VERB", "ADJ") and token.index > 0):
        return True
    after = sentence.tokens[token.index + 1].lemma if token.index + 1 < len(sentence.tokens) else ""
    return after in _HEADINGS


def is_never_place(pieces: list[Piece], first: int, last: int, words: NameWordSets) -> bool:
    """Say whether, articles aside, nothing but words is left that are no places: "al-Sham", "al-Nusra"."""
    never, given = words.never, words.given_names
    rest: list[str] = []
    for piece in pieces[first : last + 1]:
        if piece.text in _SHORT:
            return False
        word = piece.text.lower()
        if word in ARTICLES:
            continue
        if word not in never and word not in given:
            return False
        rest.append(word)
    return not (len(rest) > 1 and rest[0] in words.openings)


def is_other_name(pieces: list[Piece], first: int, last: int, words: NameWordSets, known: frozenset[str]) -> bool:
    """Say whether the words around make this a part of a person's or an organisation's name."""
    after = pieces[last + 1] if last + 1 < len(pieces) else None
    if after and after.is_joined and after.is_capital and after.text.lower() in words.organisation | words.given_names:
        return True
    before = pieces[first - 1] if first else None
    if before is None or not pieces[first].is_joined:
        return False
    if first > 1 and before.is_capital and before.is_joined and pieces[first - 2].text in _PARENTS:
        return f"{pieces[first - 2].text} {before.text}" not in known  # "Abu Yaman al-Harami"
    word = before.text.lower().rstrip(".")
    if word in ARTICLES and (word in ("al", "el") or pieces[first].gap != " ") and first > 1:
        return before.is_joined
    if not before.is_capital:
        return word in ("bin", "ibn", "abu", "umm")
    if word in words.titles or word in words.given_names or word in words.openings:
        return True
    has_article = pieces[first].text.lower() in ARTICLES
    return has_article and pieces[first].gap == " " and word not in words.bystanders and before.text not in known


def is_weak(pieces: list[Piece], first: int, last: int, words: NameWordSets, known: frozenset[str]) -> bool:
    """Say whether the name opens a sentence, or stands beside another capitalised word that is no place."""
    before, after = pieces[first - 1] if first else None, pieces[last + 1] if last + 1 < len(pieces) else None
    if before is None:
        return True
    if before.is_capital and pieces[first].is_joined and before.text.lower() not in words.bystanders and before.text not in known:
        return True
    if after is None or not after.is_joined:
        return False
    is_name = after.is_capital or (after.text in ARTICLES and after.text not in ("as", "at", "an"))
    return is_name and after.text.lower() not in words.bystanders and after.text not in known


def find_surnames(pieces: list[Piece], words: NameWordSets, known: frozenset[str]) -> set[str]:
    """Return the words that follow a given name, or a capitalised word that is nothing known: "Islam Alloush"."""
    found = set()
    for before, piece in pairwise(pieces):
        if piece.is_capital and piece.gap == " " and before.is_capital and before.text not in known:
            word = before.text.lower()
            if word in words.given_names or word in words.titles:
                found.add(piece.text)
    return found
