"""`according evaluate`: gold in, scores out."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from according.cli.code import KnowledgeDirs, check_output, write_bytes
from according.errors import InvalidRequestError


def evaluate_files(
    gold: Annotated[list[Path], typer.Argument(help="Gold files, one report with its claims a line.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object; so it is in a pipe.")] = False,
    errors: Annotated[Path | None, typer.Option(help="Write all mistakes with their text here: a .html or .md file.")] = None,
    history: Annotated[Path | None, typer.Option(help="Add one line with the scores to this file.")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="How many processes; the scores do not depend on it.")] = 1,
    knowledge: KnowledgeDirs = None,
) -> None:
    """Score this program on reports that people coded: precision, recall and F1 of each question, with the worst mistakes."""
    from according.app.evaluate import append_history, evaluate_gold, print_scores
    from according.evaluate.errors_page import write_errors
    from according.evaluate.writing import scores_to_dict

    for path in gold:
        if not path.is_file():
            raise InvalidRequestError("there is no such file", where=str(path), cure="Give a gold file in JSON Lines.")
    if errors is not None and errors.suffix not in {".html", ".htm", ".md"}:
        raise InvalidRequestError("it is neither HTML nor Markdown", where=f"--errors {errors}", cure="End the name in .html or .md.")
    check_output(errors)
    check_output(history)
    scores = evaluate_gold(gold, knowledge=tuple(knowledge or ()), jobs=jobs)
    if errors is not None:
        write_bytes(write_errors(scores, as_html=errors.suffix != ".md").encode(), errors)
    if history is not None:
        append_history(history, scores)
    if as_json or not sys.stdout.isatty():
        typer.echo(json.dumps(scores_to_dict(scores), ensure_ascii=False))
        return
    from according.cli.screen import open_screen

    print_scores(scores, open_screen())
