"""Claims as a table for people."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from according.model.codec import Json
from according.text.wording import say_actors, say_speakers, say_toll, say_when, say_where

if TYPE_CHECKING:
    from according.app.results import CodedReport


def print_claims(coded: Sequence["CodedReport"], output: Path | None = None) -> None:
    """Print the claims of each report as a table, on the terminal or into a file."""
    if output is None:
        _print_all(Console(soft_wrap=False, width=None if sys.stdout.isatty() else 160), coded)
        return
    with output.open("w", encoding="utf-8") as file:
        _print_all(Console(file=file, width=160), coded)


def _print_all(console: Console, coded: Sequence["CodedReport"]) -> None:
    shown = 0
    for one in coded:
        if one.report is None:
            continue
        records = one.to_dicts()
        shown += len(records)
        console.print(f"\n[bold]{escape(one.report.title or one.report.name)}[/bold]", highlight=False)
        console.print(f"[dim]{escape(_describe(one))}[/dim]", highlight=False)
        console.print(build_claims(records) if records else "  no claim: no sentence reports an event that the codebook knows")
    reports = sum(1 for one in coded if one.report is not None)
    console.print(f"\n{shown} claims in {reports} reports. A claim is what a source says; it is not a fact.", highlight=False)


def _describe(coded: "CodedReport") -> str:
    report = coded.report
    assert report is not None
    parts = [report.name, report.publisher or "publisher not stated"]
    parts += [f"written by {report.origin}"] if report.origin and report.origin != report.publisher else []
    parts += [f"{report.published.day.isoformat()} (from the {report.published.source})" if report.published else "no publication date"]
    parts += ["a copy of another report here: only what it adds is coded"] if report.copy_of else []
    return " · ".join(parts)


def build_claims(records: Sequence[Json]) -> Table:
    """Return the claims of one report as a table."""
    table = Table(show_lines=True, expand=True)
    for name, ratio in (
        ("who", 3),
        ("did what", 3),
        ("to whom", 3),
        ("where", 3),
        ("when", 2),
        ("toll", 3),
        ("who says", 3),
        ("status", 2),
    ):
        table.add_column(name, ratio=ratio, overflow="fold")
    for record in records:
        status = (
            record["status"]
            + ("" if record["kind"] == "incident" else f"\n({record['kind']})")
            + ("\n(background)" if record["background"] else "")
        )
        cells = (
            say_actors(record, "initiator"),
            record["event_type"].replace("_", " ") + (f"\n({record['weapon']})" if record["weapon"] else ""),
            say_actors(record, "target"),
            say_where(record["place"]),
            say_when(record["date"]),
            "\n".join(say_toll(toll) for toll in record["tolls"]) or "not stated",
            say_speakers(record["attribution"]),
            status,
        )
        table.add_row(*(escape(cell) for cell in cells))
    return table
