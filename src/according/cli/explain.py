"""`according explain`: a report with each claim's words marked, and the rule behind each value."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from according.cli.code import (
    Column,
    Country,
    KnowledgeDirs,
    Published,
    Reports,
    Source,
    code_inputs,
    make_coder,
    report_rejections,
    write_bytes,
)

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from according.app.explain import ExplainedClaim, Explanation, Value

_COLOURS = ("cyan", "yellow", "green", "magenta", "red", "blue")


def explain_reports(
    reports: Reports,
    html: Annotated[bool, typer.Option("--html", help="Write one self-contained HTML page instead.")] = False,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Where the page goes; default: standard output.")] = None,
    published: Published = None,
    source: Source = None,
    country: Country = None,
    knowledge: KnowledgeDirs = None,
    column: Column = None,
) -> None:
    """Show which words each value rests on, what was rejected, and why other words gave no claim."""
    from according.app.explain import explain_coded
    from according.app.explain_page import write_page

    coder = make_coder(published=published, source=source, country=country, knowledge=knowledge, column=column)
    coded = list(code_inputs(coder, reports))
    explained = [explain_coded(one) for one in coded if one.report is not None]
    if html or output is not None:
        write_bytes("".join(write_page(one) for one in explained).encode(), output)
    else:
        print_explanations(explained)
    raise typer.Exit(report_rejections(coded))


def print_explanations(explained: list["Explanation"]) -> None:
    """Print explanations for a terminal."""
    from rich.console import Console

    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    for one in explained:
        _print_one(console, one)


def _print_one(console: "Console", explanation: "Explanation") -> None:
    from rich.markup import escape
    from rich.rule import Rule

    console.print(Rule(escape(explanation.title)))
    console.print(" · ".join(f"{key}: {value}" for key, value in explanation.about), style="dim", markup=False)
    console.print()
    console.print(_mark_text(explanation))
    for claim in explanation.claims:
        _print_claim(console, claim)
    for line in explanation.actor_claims:
        console.print(f"  actors: {line}", markup=False)
    if explanation.silences:
        console.print(Rule("words that look like an event and gave no claim", style="dim"))
    for silence in explanation.silences:
        console.print(f"  {silence.span.of(explanation.text)!r}: {silence.why} ({silence.rule})", style="dim", markup=False)


def _mark_text(explanation: "Explanation") -> "Text":
    from rich.text import Text

    text = Text(explanation.text)
    for span in explanation.boilerplate:
        text.stylize("dim", span.start, span.end)
    for claim in reversed(explanation.claims):
        colour = _COLOURS[(claim.number - 1) % len(_COLOURS)]
        for span in claim.evidence:
            text.stylize(colour, span.start, span.end)
        for value in claim.values:
            if value.span is not None and value.said and value.question not in {"status", "kind", "background"}:
                text.stylize(f"bold underline {colour}", value.span.start, value.span.end)
    return text


def _print_claim(console: "Console", claim: "ExplainedClaim") -> None:
    colour = _COLOURS[(claim.number - 1) % len(_COLOURS)]
    console.print(f"\n{claim.number}. {claim.headline}", style=f"bold {colour}", markup=False)
    for value in claim.values:
        console.print(_say_value(value), style=None if value.said else "dim", markup=False)


def _say_value(value: "Value") -> str:
    if not value.said:
        words = f" {value.words!r}" if value.words else ""
        considered = f" (considered: {', '.join(value.rejected)})" if value.rejected else ""
        return f"   {value.question:<20} no answer: {value.basis}{words}{considered}"
    words = f" ← {value.words!r}" if value.words else ""
    lost = "".join(f"\n   {'':<20}   not {one}" for one in value.rejected)
    return f"   {value.question:<20} {value.said}{words} [{value.basis}, {value.rule}]{lost}"
