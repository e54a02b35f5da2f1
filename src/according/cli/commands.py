"""The list of commands."""

from collections.abc import Callable
from typing import Annotated

import typer

from according.cli.code import code_reports
from according.cli.demo import show_next_steps
from according.cli.doctor import check_installation
from according.cli.evaluate import evaluate_files
from according.cli.explain import explain_reports
from according.cli.gazetteer import add_files, list_added, remove_added
from according.cli.lookup import lookup_actor, lookup_place
from according.cli.rules import lint_knowledge, show_coverage, try_sentence
from according.cli.unknown import list_unknown

_HELP = {"help_option_names": ["-h", "--help"]}
_SAYING = "A claim is what a source says; it is not a fact."


def build_app() -> typer.Typer:
    """Return the program with all its commands."""
    app = _group(
        "Conflict event data, according to whom: reports in, attributed claims out.",
        f"Start with: according code examples/reports\n\n{_SAYING}",
    )
    _add(
        app,
        "code",
        code_reports,
        "according code examples/reports",
        "according code 'reports/*.html' --published 2026-05-12 --format csv -o claims.csv",
        "cat article.txt | according code - --source 'Levant Wire' | jq -r .event_type",
    )
    _add(app, "explain", explain_reports, "according explain article.txt", "according explain examples/reports --html -o explained.html")
    _add(app, "unknown", list_unknown, "according unknown examples/reports --most 20")
    _add(
        app,
        "evaluate",
        evaluate_files,
        "according evaluate gold.jsonl --errors mistakes.html",
        "according evaluate gold.jsonl --json | jq .claims.f1",
    )
    _add(app, "doctor", check_installation, "according doctor")
    _add(app, "demo", show_next_steps, "make demo")
    app.add_typer(_build_lookup(), name="lookup")
    app.add_typer(_build_gazetteer(), name="gazetteer")
    app.add_typer(_build_rules(), name="rules")
    app.callback()(_take_options)
    return app


def _build_lookup() -> typer.Typer:
    lookup = _group("Look up what a name may mean: candidates with scores and why.", "Example: according lookup place Jurin --country SY")
    _add(lookup, "place", lookup_place, "according lookup place Jurin --country SY", "according lookup place Harem --near Idlib")
    _add(lookup, "actor", lookup_actor, "according lookup actor HTS --on 2016-05-01", "according lookup actor 'Nusra Front'")
    return lookup


def _build_gazetteer() -> typer.Typer:
    gazetteer = _group("Add, list and remove gazetteers of your own.", "Example: according gazetteer add SY.zip")
    _add(
        gazetteer,
        "add",
        add_files,
        "according gazetteer add SY.txt",
        "according gazetteer add wells.csv --source 'Field survey' --licence private",
    )
    _add(gazetteer, "list", list_added, "according gazetteer list --json")
    _add(gazetteer, "remove", remove_added, "according gazetteer remove sy")
    return gazetteer


def _build_rules() -> typer.Typer:
    rules = _group("Check the knowledge, try it on a sentence, show what it covers.", "Example: according rules lint --knowledge mine/")
    _add(rules, "lint", lint_knowledge, "according rules lint", "according rules lint --knowledge mine/")
    _add(rules, "try", try_sentence, "according rules try 'Shelling killed two people in Douma.'")
    _add(rules, "coverage", show_coverage, "according rules coverage --json")
    return rules


def _group(says: str, epilog: str) -> typer.Typer:
    return typer.Typer(help=says, epilog=epilog, no_args_is_help=True, pretty_exceptions_enable=False, context_settings=_HELP)


def _add(group: typer.Typer, name: str, command: Callable[..., None], *examples: str) -> None:
    shown = "\n\n".join((f"Example{'s' if len(examples) > 1 else ''}:", *examples))
    group.command(name, epilog=shown, context_settings=_HELP)(command)


def _print_version(wanted: bool) -> None:
    if wanted:
        from according import __version__

        typer.echo(f"according {__version__}")
        raise typer.Exit


def _take_options(
    version: Annotated[bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)] = False,
) -> None:
    del version
