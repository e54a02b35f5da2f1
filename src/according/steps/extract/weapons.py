"""Answer with what: the words of a stretch of text that name a weapon."""

from according.knowledge.weapons import Weapons
from according.model.evidence import Found, Span


def find_weapons(span: Span, text: str, weapons: Weapons) -> tuple[Found[str], ...]:
    """Return the weapons named inside a span, each as the text's own words, in order."""
    found = []
    for hit in weapons.find_hits(span.of(text)):
        words = Span(span.start + hit.start, span.start + hit.end)
        found.append(Found(words.of(text), words, f"en.weapons.{hit.name.replace(' ', '-')}"))
    return tuple(found)
