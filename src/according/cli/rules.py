"""`according rules`: check the knowledge, try it on a sentence, show what it covers."""

import json
import sys
from collections import Counter
from typing import Annotated

import typer

from according.cli.code import KnowledgeDirs
from according.cli.exits import FINDINGS, FINE

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line; so it is in a pipe.")]


def lint_knowledge(
    knowledge: KnowledgeDirs = None,
    as_json: AsJson = False,
    examples: Annotated[bool, typer.Option(help="Also run every rule on its examples, which takes some seconds.")] = True,
) -> None:
    """Check the knowledge: shapes, examples, contradictions, gaps. Exit code 1 when there is an error."""
    from according.app.rules import lint_rules

    findings = lint_rules(tuple(knowledge or ()), with_examples=examples)
    if as_json or not sys.stdout.isatty():
        for one in findings:
            typer.echo(json.dumps({"level": one.level.value, "where": one.where, "what": one.what}, ensure_ascii=False))
    else:
        for one in findings:
            typer.echo(f"{one.level.value}: {one.where}: {one.what}")
    counts = Counter(one.level.value for one in findings)
    typer.echo(", ".join(f"{counts[level]} {level}s" for level in ("error", "warning", "note")), err=True)
    raise typer.Exit(FINDINGS if counts["error"] else FINE)


def try_sentence(
    text: Annotated[str, typer.Argument(help="A sentence, in quotation marks.", show_default=False)],
    rule: Annotated[str | None, typer.Option(help="Only this rule, by its id.")] = None,
    knowledge: KnowledgeDirs = None,
    as_json: AsJson = False,
) -> None:
    """Show which rules find an event in a sentence, which refuse it, and why. Exit code 1 when none finds one."""
    from dataclasses import asdict

    from according.app.rules import try_rules

    tried = try_rules(text, rule, tuple(knowledge or ()))
    if as_json or not sys.stdout.isatty():
        for one in tried:
            typer.echo(json.dumps(asdict(one), ensure_ascii=False))
    else:
        for one in tried:
            typer.echo(f"{one.event_type or 'no event'}: “{one.words}”  {one.why} ({one.rule})")
        if not tried:
            typer.echo("No rule finds or refuses anything here.")
    raise typer.Exit(FINE if any(one.event_type for one in tried) else FINDINGS)


def show_coverage(knowledge: KnowledgeDirs = None, as_json: AsJson = False) -> None:
    """Show how many rules, words and examples each event type has. Exit code 1 when a type has no rule."""
    from dataclasses import asdict

    from rich.table import Table

    from according.app.rules import measure_coverage
    from according.cli.screen import open_screen

    rows = measure_coverage(tuple(knowledge or ()))
    if as_json or not sys.stdout.isatty():
        for row in rows:
            typer.echo(json.dumps(asdict(row), ensure_ascii=False))
    else:
        table = Table("event type", "language", *("rules words examples counterexamples".split()))
        for row in rows:
            counts = (row.rules, row.words, row.examples, row.counterexamples)
            table.add_row(row.event_type.replace("_", " "), row.language, *map(str, counts), style=None if row.rules else "red")
        open_screen().print(table)
    raise typer.Exit(FINE if all(row.rules for row in rows) else FINDINGS)
