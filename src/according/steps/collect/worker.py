"""The process that parses HTML, PDF, Word and Parquet, so that a hostile file harms nobody but it.

Reads a line of JSON and so many bytes from its input, and writes one line per article and an empty object at the end.
"""

import json
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from according.model.report import RejectionKind
from according.steps.collect.shown import CannotReadError, Shown
from according.steps.collect.sniffing import Format
from according.steps.collect.wire import pack_refusal, pack_shown


def show_document(form: Format, data: bytes, chosen: Mapping[str, str]) -> Iterator[Shown]:
    """Show what is in a document."""
    match form:
        case Format.HTML:
            from according.steps.collect.formats.html import show_html

            yield show_html(data)
        case Format.PDF:
            from according.steps.collect.formats.pdf import show_pdf

            yield show_pdf(data)
        case Format.DOCX:
            from according.steps.collect.formats.docx import show_docx

            yield show_docx(data)
        case Format.PARQUET:
            from according.steps.collect.formats.parquet import show_parquet

            yield from show_parquet(data, chosen)
        case _:
            raise ValueError(f"{form} is read without a worker")


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more."""
    while line := requests.readline():
        request = json.loads(line)
        data = requests.read(request["size"])
        _end_after(request["seconds"])
        for answer in _answer(Format(request["format"]), data, dict(request["chosen"])):
            answers.write(answer)
            answers.flush()
            _end_after(request["seconds"])
        _end_after(0)
        answers.write(b"{}\n")
        answers.flush()


def _end_after(seconds: float) -> None:
    """Have the system end this process if it works longer, should nobody be left to do it; 0 takes the order back."""
    if hasattr(signal, "alarm"):
        signal.alarm(int(seconds) + 5 if seconds else 0)


def _answer(form: Format, data: bytes, chosen: Mapping[str, str]) -> Iterator[bytes]:
    try:
        for shown in show_document(form, data, chosen):
            yield pack_shown(shown)
    except CannotReadError as error:
        yield pack_refusal(error)
    except MemoryError:
        yield pack_refusal(
            CannotReadError(RejectionKind.TOO_LARGE, "Parsing it takes too much memory.", "Save its text alone and give that.")
        )
    except Exception as error:  # noqa: BLE001 - whatever a parser raises on a hostile file is one plain line
        message = f"The {form.value} cannot be parsed ({type(error).__name__})."
        yield pack_refusal(CannotReadError(RejectionKind.UNREADABLE, message, "Save its text alone and give that."))


def limit_memory(most_bytes: int) -> None:
    """Let this process have so much address space and no more, where the system can do that."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Run the worker on standard input and output; what libraries print goes nowhere."""
    limit_memory(int(sys.argv[1]))
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
