"""Write explanations as one HTML page that needs nothing else: no network, no other file."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files

from according.app.explain import ExplainedClaim, Explanation, Value
from according.app.unseen import mark_unseen
from according.model.claim import Silence
from according.model.evidence import Span

_COLOURS = 8
_UNSHADED = {"status", "kind", "background", "civilians targeted"}  # read off the words of other values
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"  # what a report says can load nothing
_LEGEND = (
    '<p class="legend"><span class="evidence c0">underlined</span> a sentence that a claim rests on · '
    '<span class="value c0">shaded</span> the words of a value · <span class="silence">dotted</span> looks like an event, gave no claim · '
    '<span class="boilerplate">grey</span> not part of the report, or copied from another one</p>'
    '<p class="choose"><label><input type="checkbox" id="rules"> show the rule behind each value</label></p>'
)
_LISTED = "the source's words"  # in one row, since the value is its own words
_QUIET = {"kind", "status"}  # said in the card's head; their rows come with the rules
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    kind: str
    number: int = 0


def write_page(explained: Sequence[Explanation] | Explanation) -> str:
    """Return the page: each report's text with the claims' words marked, and beside it every value with its rule."""
    reports = (explained,) if isinstance(explained, Explanation) else tuple(explained)
    style = files("according.app").joinpath("explain_page.css").read_text(encoding="utf-8")
    script = files("according.app").joinpath("explain_page.js").read_text(encoding="utf-8")
    title = reports[0].title if len(reports) == 1 else f"{len(reports)} reports"
    body = "".join(_write_report(number, one) for number, one in enumerate(reports, 1)) or "<p>No report could be read.</p>"
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<title>{_show_plain(title)} · According</title><style>{style}</style></head><body>"
        f'<div class="top"><p class="saying">A claim is what a source says; it is not a fact.</p>{_LEGEND}{_write_contents(reports)}</div>'
        f"{body}<script>{script}</script></body></html>\n"
    )


def _write_contents(reports: Sequence[Explanation]) -> str:
    if len(reports) < 2:
        return ""
    rows = "".join(
        f'<li><a href="#r{number}">{_show(one.title)}</a> <small>{_count(one)}</small></li>' for number, one in enumerate(reports, 1)
    )
    return f"<nav><ol>{rows}</ol></nav>"


def _write_report(number: int, one: Explanation) -> str:
    about = "".join(f"<div><dt>{escape(key)}</dt><dd>{_show(value)}</dd></div>" for key, value in one.about)
    notes = "".join(f'<p class="note">{_show(note)}</p>' for note in one.notes)
    nothing = '<p class="nothing">No sentence reports an event that the codebook knows.</p>'
    cards = "".join(_write_card(number, claim) for claim in one.claims) or nothing
    return (
        f'<section class="report" id="r{number}"><header><h1>{_show(one.title)}</h1><dl>{about}</dl>{notes}</header>'
        f'<div class="pair"><article aria-label="The report">{_write_text(number, one)}</article>'
        f'<aside aria-label="The claims"><p class="count">{_count(one)}</p>{cards}{_write_relations(one)}{_write_silences(one)}'
        "</aside></div></section>"
    )


def _count(one: Explanation) -> str:
    claims = len(one.claims)
    return f"{claims or 'no'} claim{'' if claims == 1 else 's'}"


def _write_text(report: int, one: Explanation) -> str:
    """Return the text cut at every edge of a marked span, so that overlapping marks nest."""
    marks = tuple(mark for mark in _list_marks(one) if mark.span.start < mark.span.end)
    edges = {0, len(one.text)}.union(*((mark.span.start, mark.span.end) for mark in marks))
    starts: dict[int, list[int]] = {}
    for claim in one.claims:
        if claim.evidence:
            starts.setdefault(min(span.start for span in claim.evidence), []).append(claim.number)
    pieces = itertools.pairwise(sorted(edges))
    return "".join(_write_piece(report, one.text, Span(start, end), marks, starts.get(start, [])) for start, end in pieces)


def _list_marks(one: Explanation) -> Iterator[_Mark]:
    for claim in one.claims:
        for span in claim.evidence:
            yield _Mark(span, "evidence", claim.number)
        for value in claim.values:
            if value.span is not None and value.said and value.question not in _UNSHADED:
                yield _Mark(value.span, "value", claim.number)
    yield from (_Mark(span, "boilerplate") for span in (*one.boilerplate, *one.copied))
    yield from (_Mark(silence.span, "silence") for silence in one.silences)


def _write_piece(report: int, text: str, piece: Span, marks: Sequence[_Mark], opened: Sequence[int]) -> str:
    over = [mark for mark in marks if mark.span.contains(piece)]
    tags = "".join(f'<a class="n {_colour(number)}" href="#r{report}c{number}">{number}</a>' for number in opened)
    words = _show(piece.of(text))
    if not over:
        return tags + words
    numbers = sorted({mark.number for mark in over if mark.number})
    values = sorted({mark.number for mark in over if mark.kind == "value"})
    kinds = " ".join([*sorted({mark.kind for mark in over}), *([_colour(numbers[0])] if numbers else [])])
    claims = f' data-claims="{" ".join(f"r{report}c{number}" for number in numbers)}"' if numbers else ""
    shaded = f' data-values="{" ".join(f"r{report}c{number}" for number in values)}"' if values else ""
    return f'{tags}<span class="{kinds}"{claims}{shaded}>{words}</span>'


def _colour(number: int) -> str:
    return f"c{(number - 1) % _COLOURS}"


def _write_card(report: int, claim: ExplainedClaim) -> str:
    rows = "".join(_write_rows(claim.values))
    unsaid = f'<p class="unsaid">Not said: {escape(", ".join(claim.unsaid))}.</p>' if claim.unsaid else ""
    status = f' <span class="status {escape(claim.status.split(",")[0])}">{escape(claim.status)}</span>'
    return (
        f'<div class="card {_colour(claim.number)}" id="r{report}c{claim.number}" tabindex="0">'
        f'<h2><span class="n">{claim.number}</span> {_keep_days(_show(claim.headline))}{status}</h2>'
        f'<p class="says">according to <b>{_show(claim.says)}</b></p><table>{rows}</table>{unsaid}</div>'
    )


def _write_rows(values: Sequence[Value]) -> Iterator[str]:
    """Yield a row for each value, and name a question once."""
    for question, some in itertools.groupby(values, key=lambda value: value.question):
        if question == _LISTED:
            said = ", ".join(f'<span title="{escape(value.rule)}">{_show(value.said)}</span>' for value in some)
            yield f"<tr><th>{escape(question)}</th><td>{said}</td></tr>"
            continue
        for number, value in enumerate(some):
            name = "" if number else escape(question)
            yield _write_found(name, value) if value.said else _write_open(name, value)


def _write_found(name: str, value: Value) -> str:
    words = f"<q>{_show(' '.join(value.words.split()))}</q> " if value.words else ""
    lost = f'<ul class="lost">{_list_items(value.rejected)}</ul>' if value.rejected else ""
    basis = ", ".join(filter(None, (value.basis, value.likely)))
    kind = ' class="quiet"' if value.question in _QUIET and not value.rejected else ""
    return (
        f"<tr{kind}><th>{name}</th><td>{_keep_days(_show(value.said))}"
        f'<small title="{escape(value.rule)}">{words}<i>{escape(basis)}</i> <code>{escape(value.rule)}</code></small>{lost}</td></tr>'
    )


def _write_open(name: str, value: Value) -> str:
    words = f"<q>{_show(' '.join(value.words.split()))}</q> " if value.words else ""
    tried = f'<ul class="lost">{_list_items(value.rejected)}</ul>' if value.rejected else ""
    return f'<tr class="open"><th>{name}</th><td>{words}<i>{escape(value.basis)}</i>{tried}</td></tr>'


def _list_items(rows: Sequence[str]) -> str:
    return "".join(f"<li>{_show(row)}</li>" for row in rows)


def _write_relations(one: Explanation) -> str:
    return f'<div class="more"><h2>About actors</h2><ul>{_list_items(one.actor_claims)}</ul></div>' if one.actor_claims else ""


def _write_silences(one: Explanation) -> str:
    if not one.silences:
        return ""
    many = len(one.silences)
    says = f"{many} place{' looks' if many == 1 else 's look'} like an event and gave no claim"
    rows = "".join(_write_silence(silence, one.text) for silence in one.silences)
    return f'<details class="more"><summary>{says}</summary><ul>{rows}</ul></details>'


def _write_silence(silence: Silence, text: str) -> str:
    sentence = " ".join(silence.sentence.of(text).split())
    return (
        f"<li><b>{_show(silence.span.of(text))}</b>: {_show(silence.why)} <code>{escape(silence.rule)}</code><q>{_show(sentence)}</q></li>"
    )


def _keep_days(shown: str) -> str:
    return _DAY.sub(r'<span class="day">\g<0></span>', shown)


def _show(text: str) -> str:
    """Escape text for HTML and show characters that nobody can see."""
    return mark_unseen(escape(text), lambda name: f'<span class="unseen" title="a character that is not shown">{name}</span>')


def _show_plain(text: str) -> str:
    return mark_unseen(escape(text), lambda name: f"[{name}]")
