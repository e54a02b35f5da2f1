"""`according doctor`: what is installed, what is missing, and the cure."""

import json
import sys
from typing import Annotated

import typer

from according.cli.code import KnowledgeDirs
from according.cli.exits import FINDINGS, FINE

_SIGNS = {"fine": "[green]ok[/green]", "missing": "[red]missing[/red]", "optional": "[yellow]optional[/yellow]"}


def check_installation(
    knowledge: KnowledgeDirs = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line; so it is in a pipe.")] = False,
) -> None:
    """Show what is installed, what is missing, and the cure. Exit code 1 when something is missing that is needed."""
    from dataclasses import asdict

    from according.app.doctor import State, examine

    checks = examine(tuple(knowledge or ()))
    if as_json or not sys.stdout.isatty():
        for one in checks:
            typer.echo(json.dumps(asdict(one), ensure_ascii=False))
    else:
        from rich.markup import escape
        from rich.table import Table

        from according.cli.screen import open_screen

        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
        for one in checks:
            cure = f"\n[bold]→ {escape(one.cure)}[/bold]" if one.cure else ""
            table.add_row(_SIGNS[one.state.value], one.what, escape(one.found) + cure)
        open_screen().print(table)
    raise typer.Exit(FINDINGS if any(one.state is State.MISSING for one in checks) else FINE)
