"""`according lookup`: what a name may mean, with scores and why."""

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from according.cli.code import Country, KnowledgeDirs, read_country, read_day
from according.cli.exits import FINDINGS, say_error

if TYPE_CHECKING:
    from according.app.lookup import Candidate

Name = Annotated[str, typer.Argument(help="The name, in quotation marks when it has blanks.", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line; so it is in a pipe.")]
On = Annotated[str | None, typer.Option(help="The day on which it was said, as 2016-05-01.")]
Most = Annotated[int, typer.Option(min=1, help="How many candidates at most.")]


def lookup_place(
    name: Name,
    near: Annotated[str | None, typer.Option(help="A place close by: a town, a province.")] = None,
    country: Country = None,
    most: Most = 10,
    knowledge: KnowledgeDirs = None,
    as_json: AsJson = False,
) -> None:
    """Show the places that a name may mean. Exit code 1 when there is none."""
    from according.app.lookup import find_place_candidates
    from according.knowledge.loader import load_knowledge

    found = find_place_candidates(load_knowledge(*(knowledge or ())), name, near=near, country=read_country(country))
    cure = "Nearly equal spellings are tried only inside one country: add --country." if not country else "Add it: according gazetteer add."
    show_candidates(found[:most], f"no gazetteer has the place {name!r}. {cure}", as_json=as_json)


def lookup_actor(
    name: Name,
    on: On = None,
    country: Country = None,
    most: Most = 10,
    knowledge: KnowledgeDirs = None,
    as_json: AsJson = False,
) -> None:
    """Show the actors that a name may mean on a day. Exit code 1 when there is none."""
    from according.app.lookup import find_actor_candidates
    from according.knowledge.loader import load_knowledge

    found = find_actor_candidates(load_knowledge(*(knowledge or ())), name, on=read_day(on, "--on"), country=read_country(country))
    cure = "Add it to a file in your own folder: --knowledge DIR."
    show_candidates(found[:most], f"no actor is called {name!r}. {cure}", as_json=as_json)


def show_candidates(found: Sequence["Candidate"], nothing: str, *, as_json: bool) -> None:
    """Print candidates as a table, or as JSON Lines."""
    if not found:
        say_error(nothing)
        raise typer.Exit(FINDINGS)
    if as_json or not sys.stdout.isatty():
        for one in found:
            record: dict[str, object] = {"id": one.id_, "name": one.name, "score": one.score, **dict(one.about)}
            record |= {"latitude": one.at[0], "longitude": one.at[1]} if one.at else {}
            record["why"] = list(one.why)
            typer.echo(json.dumps(record, ensure_ascii=False))
        return
    from rich.markup import escape
    from rich.table import Table

    from according.cli.screen import open_screen

    table = Table("score", "name", "what is known", "why", show_lines=True)
    for one in found:
        shown = (*one.about, ("at", "{:.4f}, {:.4f}".format(*one.at))) if one.at else one.about
        known = "\n".join(f"[dim]{key}[/dim] {escape(value)}" for key, value in shown)
        table.add_row(
            f"{one.score:.2f}", f"[bold]{escape(one.name)}[/bold]\n[dim]{escape(one.id_)}[/dim]", known, escape("\n".join(one.why))
        )
    open_screen().print(table)
