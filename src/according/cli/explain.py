"""`according explain`: a report with each claim's words marked, and the rule behind each value."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from according.cli.code import (
    Column,
    Country,
    KnowledgeDirs,
    Language,
    Published,
    Reports,
    SettingsFile,
    Source,
    check_output,
    code_inputs,
    make_coder,
    report_model_failures,
    report_rejections,
    show_progress,
    write_bytes,
)

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from according.app.explain import ExplainedClaim, Explanation, Value

_COLOURS = ("cyan", "yellow", "green", "magenta", "red", "blue")
_UNMARKED = {"status", "kind", "background", "civilians targeted"}
_INDENT = 22


def explain_reports(
    reports: Reports,
    html: Annotated[bool, typer.Option("--html", help="Write one self-contained HTML page instead.")] = False,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Where the page goes; default: standard output.")] = None,
    published: Published = None,
    source: Source = None,
    country: Country = None,
    language: Language = None,
    knowledge: KnowledgeDirs = None,
    column: Column = None,
    settings: SettingsFile = None,
) -> None:
    """Show which words each value rests on, what was rejected, and why other words gave no claim."""
    from according.app.explain import explain_all
    from according.app.explain_page import write_page

    check_output(output)
    coder = make_coder(
        published=published,
        source=source,
        country=country,
        language=language,
        knowledge=knowledge,
        column=column,
        settings=settings,
    )
    with show_progress() as progress:
        coded = list(code_inputs(coder, reports, progress))
    explained = explain_all(coded)
    if explained and (html or output is not None):
        write_bytes(write_page(explained).encode(), output)
    else:
        print_explanations(explained)
    report_model_failures(coded)
    raise typer.Exit(report_rejections(coded))


def print_explanations(explained: Sequence["Explanation"], console: "Console | None" = None) -> None:
    """Print explanations for a terminal."""
    from according.cli.screen import open_screen

    wide = console or open_screen(120)
    for one in explained:
        _print_one(wide, one)


def _print_one(console: "Console", explanation: "Explanation") -> None:
    from rich.rule import Rule
    from rich.text import Text

    from according.app.unseen import show_unseen

    console.print()
    console.print(Rule(Text(show_unseen(explanation.title), style="bold"), align="left"))
    console.print(Text(" · ".join(f"{key}: {show_unseen(value)}" for key, value in explanation.about), style="dim"))
    for note in explanation.notes:
        console.print(Text(note, style="dim"))
    console.print()
    console.print(_mark_text(explanation))
    for claim in explanation.claims:
        _print_claim(console, claim)
    if not explanation.claims:
        console.print("\nNo claim: no sentence reports an event that the codebook knows.")
    if explanation.actor_claims:
        console.print("\nAbout actors", style="bold")
    for line in explanation.actor_claims:
        console.print(Text(f"  {show_unseen(line)}"))
    if explanation.silences:
        console.print("\nLooks like an event, gave no claim", style="bold")
    for silence in explanation.silences:
        console.print(Text(f"  “{show_unseen(silence.span.of(explanation.text))}”: {silence.why} ({silence.rule})", style="dim"))


def _mark_text(explanation: "Explanation") -> "Text":
    """Return the report's text: coloured where a claim rests, bold and underlined where a value does, dim where nothing is read."""
    from rich.text import Text

    from according.app.unseen import show_unseen

    raw = Text(explanation.text)
    for span in (*explanation.boilerplate, *explanation.copied):
        raw.stylize("dim", span.start, span.end)
    for claim in reversed(explanation.claims):
        colour = _COLOURS[(claim.number - 1) % len(_COLOURS)]
        for span in claim.evidence:
            raw.stylize(colour, span.start, span.end)
        for value in claim.values:
            if value.span is not None and value.said and value.question not in _UNMARKED:
                raw.stylize(f"bold underline {colour}", value.span.start, value.span.end)
    starts: dict[int, str] = {}
    for claim in explanation.claims:
        if claim.evidence:
            first = min(span.start for span in claim.evidence)
            starts[first] = starts.get(first, "") + f"[{claim.number}]"
    shown = Text()
    cuts = sorted({0, len(raw), *starts, *(place for place, letter in enumerate(explanation.text) if show_unseen(letter) != letter)})
    ends = [*cuts[1:], len(raw)]
    for start, end in zip(cuts, ends, strict=True):
        shown.append(starts.get(start, ""), style="dim")
        hidden = show_unseen(explanation.text[start : start + 1]) != explanation.text[start : start + 1]
        if hidden:
            shown.append(show_unseen(explanation.text[start]), style="reverse red")
        shown.append_text(raw[start + hidden : end])
    return shown


def _print_claim(console: "Console", claim: "ExplainedClaim") -> None:
    from rich.text import Text

    from according.app.unseen import show_unseen

    colour = _COLOURS[(claim.number - 1) % len(_COLOURS)]
    console.print(Text(f"\n{claim.number}. {show_unseen(claim.headline)}", style=f"bold {colour}"))
    console.print(Text(f"   {claim.status}, according to {show_unseen(claim.says)}"))
    asked = ""
    for value in claim.values:
        console.print(_lay_out(_say_value(value, "" if value.question == asked else value.question)))
        asked = value.question
    if claim.unsaid:
        console.print(Text(f"   {'not said':<{_INDENT - 3}}{', '.join(claim.unsaid)}", style="dim"))


def _lay_out(columns: tuple["Text", "Text"]) -> "Table":
    from rich.table import Table

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=_INDENT - 1)
    grid.add_column(overflow="fold")
    grid.add_row(*columns)
    return grid


def _say_value(value: "Value", question: str) -> tuple["Text", "Text"]:
    from rich.text import Text

    from according.app.unseen import show_unseen

    name = Text(f"   {question}", style="dim")
    words = f"“{show_unseen(' '.join(value.words.split()))}”" if value.words else ""
    if not value.said:
        considered = f" (considered: {show_unseen(', '.join(value.rejected))})" if value.rejected else ""
        return name, Text(f"{words or 'no answer'}: {value.basis}{considered}", style="dim")
    said = Text(show_unseen(value.said))
    if words and words != f"“{value.said}”":
        said.append(f" ← {words}")
    said.append(f"  {', '.join(filter(None, (value.basis, value.likely, value.rule)))}", style="dim")
    for one in value.rejected:
        said.append(f"\nnot {show_unseen(one)}", style="dim")
    return name, said
