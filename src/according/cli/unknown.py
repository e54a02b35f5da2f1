"""`according unknown`: names that could not be resolved, the most frequent first."""

import json
import sys
from typing import Annotated

import typer

from according.cli.code import (
    Column,
    Country,
    KnowledgeDirs,
    Language,
    Published,
    Reports,
    Source,
    code_inputs,
    make_coder,
    report_rejections,
)


def list_unknown(
    reports: Reports,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    most: Annotated[int, typer.Option(min=1, help="How many names at most.")] = 50,
    published: Published = None,
    source: Source = None,
    country: Country = None,
    language: Language = None,
    knowledge: KnowledgeDirs = None,
    column: Column = None,
) -> None:
    """List the names of actors and places that nothing in the knowledge resolves, ranked by how often they occur."""
    from dataclasses import asdict

    from rich.markup import escape
    from rich.table import Table

    from according.app.unknown import count_unknown
    from according.app.unseen import show_unseen
    from according.cli.screen import open_screen

    coder = make_coder(published=published, source=source, country=country, language=language, knowledge=knowledge, column=column)
    coded = list(code_inputs(coder, reports))
    counts = count_unknown(coded)[:most]
    if as_json or not sys.stdout.isatty():
        for one in counts:
            typer.echo(json.dumps(asdict(one), ensure_ascii=False))
    else:
        table = Table("times", "reports", "role", "name", "why")
        for one in counts:
            why = one.reason + (f" ({', '.join(one.candidates[:3])})" if one.candidates else "")
            table.add_row(str(one.times), str(one.reports), one.role, escape(show_unseen(one.text)), escape(show_unseen(why)))
        open_screen().print(table if counts else "Every name was resolved.")
    raise typer.Exit(report_rejections(coded))
