"""Write an explanation as one HTML page that needs nothing else: no network, no other file."""

import itertools
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from according.app.explain import ExplainedClaim, Explanation, Value
from according.model.evidence import Span

_COLOURS = 8
_INVISIBLE = {"\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ", "\ufeff": "BOM", "\u2060": "WJ"} | {
    chr(code): f"U+{code:04X}" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F)
}


def write_page(explanation: Explanation) -> str:
    """Return the page: the text with each claim's words marked, and beside it every value with its rule."""
    style = files("according.app").joinpath("explain_page.css").read_text(encoding="utf-8")
    script = files("according.app").joinpath("explain_page.js").read_text(encoding="utf-8")
    about = "".join(f"<dt>{escape(key)}</dt><dd>{_show(value)}</dd>" for key, value in explanation.about)
    cards = "".join(_write_card(claim) for claim in explanation.claims) or "<p>No sentence reports an event that the codebook knows.</p>"
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(explanation.title)} · According</title><style>{style}</style></head><body>"
        f'<header><h1>{_show(explanation.title)}</h1><dl class="about">{about}</dl>'
        f"<p>{_count(explanation)} A claim is what a source says; it is not a fact. Point at a claim to see its words.</p></header>"
        f'<main><article id="text" aria-label="The report">{_write_text(explanation)}</article>'
        f'<section id="claims" aria-label="The claims">{cards}{_write_relations(explanation)}{_write_silences(explanation)}</section></main>'
        f"<script>{script}</script></body></html>\n"
    )


def _count(explanation: Explanation) -> str:
    claims = len(explanation.claims)
    return f"{claims} claim{'' if claims == 1 else 's'}."


def _write_text(explanation: Explanation) -> str:
    """Return the text cut at every edge of a marked span, so that overlapping marks nest."""
    text = explanation.text
    edges = {0, len(text)}
    marks = list(_list_marks(explanation))
    for span, _, _ in marks:
        edges |= {span.start, span.end}
    ordered = sorted(edges)
    return "".join(_write_piece(text, Span(start, end), marks) for start, end in itertools.pairwise(ordered))


def _list_marks(explanation: Explanation) -> Iterator[tuple[Span, str, int]]:
    for claim in explanation.claims:
        for span in claim.evidence:
            yield span, "evidence", claim.number
        for value in claim.values:
            if value.span is not None and value.said and value.words and value.question != "status":
                yield value.span, "value", claim.number
    for span in explanation.boilerplate:
        yield span, "boilerplate", 0
    for silence in explanation.silences:
        yield silence.span, "silence", 0


def _write_piece(text: str, piece: Span, marks: list[tuple[Span, str, int]]) -> str:
    over = [(kind, number) for span, kind, number in marks if span.contains(piece) and span.start < span.end]
    words = _show(piece.of(text))
    if not over:
        return words
    kinds = sorted({kind for kind, _ in over})
    numbers = sorted({number for _, number in over if number})
    values = " ".join(str(number) for number in sorted({number for kind, number in over if kind == "value"}))
    colour = f" c{(numbers[0] - 1) % _COLOURS}" if numbers else ""
    return f'<span class="{" ".join(kinds)}{colour}" data-claims="{" ".join(map(str, numbers))}" data-values="{values}">{words}</span>'


def _write_card(claim: ExplainedClaim) -> str:
    rows = "".join(_write_row(value) for value in claim.values)
    return (
        f'<div class="card c{(claim.number - 1) % _COLOURS}" id="claim-{claim.number}" data-claim="{claim.number}" tabindex="0">'
        f"<h2><b>{claim.number}</b> {_show(claim.headline)}</h2><table>{rows}</table></div>"
    )


def _write_row(value: Value) -> str:
    if not value.said:
        tried = f" Considered: {_show(', '.join(value.rejected))}." if value.rejected else ""
        words = f" “{_show(value.words)}”" if value.words else ""
        return f'<tr class="open"><th>{escape(value.question)}</th><td>no answer: {escape(value.basis)}{words}.{tried}</td></tr>'
    lost = "".join(f"<li>{_show(one)}</li>" for one in value.rejected)
    why = f'<ul class="lost">{lost}</ul>' if lost else ""
    words = f"<q>{_show(value.words)}</q> " if value.words else ""
    span = f' data-start="{value.span.start}"' if value.span else ""
    return (
        f"<tr{span}><th>{escape(value.question)}</th><td>{_show(value.said)}"
        f"<small>{words}<i>{escape(value.basis)}</i> <code>{escape(value.rule)}</code></small>{why}</td></tr>"
    )


def _write_relations(explanation: Explanation) -> str:
    if not explanation.actor_claims:
        return ""
    return "<h2>About actors</h2><ul>" + "".join(f"<li>{_show(one)}</li>" for one in explanation.actor_claims) + "</ul>"


def _write_silences(explanation: Explanation) -> str:
    if not explanation.silences:
        return ""
    rows = "".join(
        f"<li><b>{_show(one.span.of(explanation.text))}</b> {escape(one.why)} <code>{escape(one.rule)}</code>"
        f"<q>{_show(one.sentence.of(explanation.text))}</q></li>"
        for one in explanation.silences
    )
    return f'<details class="silences"><summary>{len(explanation.silences)} words that look like an event and gave no claim</summary><ul>{rows}</ul></details>'


def _show(text: str) -> str:
    """Escape text for HTML and show characters that nobody can see."""
    shown = escape(text)
    for character, name in _INVISIBLE.items():
        shown = shown.replace(character, f'<span class="unseen" title="a character that is not shown">{name}</span>')
    return shown
