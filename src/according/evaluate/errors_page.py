"""Write the mistakes of a run as one page, grouped by cause."""

from collections import Counter
from collections.abc import Iterator
from html import escape
from itertools import groupby

from according.evaluate.scores import Mistake, Scores
from according.evaluate.writing import markdown_table

_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}"
    "summary{font-weight:600;cursor:pointer;margin:.6rem 0}article{border-left:3px solid #ccc;padding:.2rem .8rem;margin:.6rem 0}"
    "td,th{text-align:left;padding:.1rem 1rem .1rem 0}q{quotes:none;color:#555}b{font-weight:600}small{color:#666}"
)


def write_errors(scores: Scores, *, as_html: bool) -> str:
    """Return a page of all mistakes, in HTML or Markdown."""
    return "\n".join(_html(scores) if as_html else _markdown(scores)) + "\n"


def count_causes(scores: Scores) -> tuple[tuple[str, int], ...]:
    """Return how often each cause occurs, the commonest first."""
    counts = Counter(map(name_cause, scores.mistakes))
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def name_cause(mistake: Mistake) -> str:
    """Return the cause of a mistake in words: "wrong place: left out"."""
    return f"{mistake.cause.value}: {mistake.how}" if mistake.how else mistake.cause.value


def _grouped(scores: Scores) -> Iterator[tuple[str, tuple[Mistake, ...]]]:
    for cause, some in groupby(scores.mistakes, key=name_cause):
        yield cause, tuple(some)


def _markdown(scores: Scores) -> Iterator[str]:
    yield f"# Mistakes on {scores.name}"
    yield ""
    yield from markdown_table(("cause", "count"), tuple((cause, str(count)) for cause, count in count_causes(scores)))
    for cause, some in _grouped(scores):
        yield ""
        yield f"## {cause} ({len(some)})"
        for mistake in some:
            yield ""
            yield f"**{mistake.report_id}** {mistake.claim}, {mistake.sub_event}"
            yield f"  gold: {mistake.gold}  "
            yield f"  coded: {mistake.coded}  "
            yield f"  > {' '.join(mistake.text.split())}"


def _html(scores: Scores) -> Iterator[str]:
    title = escape(f"Mistakes on {scores.name}")
    yield f"<!doctype html><html lang=en><meta charset=utf-8><title>{title}</title><style>{_STYLE}</style><h1>{title}</h1>"
    rows = "".join(f"<tr><td>{escape(cause)}<td>{count}" for cause, count in count_causes(scores))
    yield f"<table><tr><th>cause<th>count{rows}</table>"
    for cause, some in _grouped(scores):
        yield f"<details><summary>{escape(cause)} ({len(some)})</summary>"
        for mistake in some:
            words = escape(" ".join(mistake.text.split()))
            yield (
                f"<article><b>{escape(mistake.sub_event)}</b> <small>{escape(mistake.report_id)} {escape(mistake.claim)}</small><br>"
                f"gold: {escape(mistake.gold)}<br>coded: {escape(mistake.coded)}<br><q>{words}</q></article>"
            )
        yield "</details>"
