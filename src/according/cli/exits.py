"""How the program ends: the exit codes, which scripts rely on, the one plain line of an error, and a pipe that nobody reads any more."""

import os
import sys

FINE, FINDINGS, USAGE, PARTIAL, NOTHING_READ, INTERRUPTED = 0, 1, 2, 3, 4, 130


def say_error(message: str) -> None:
    """Print one plain line on standard error."""
    from according.app.unseen import show_unseen

    print(f"according: {show_unseen(' '.join(message.split()))}", file=sys.stderr)  # noqa: T201


def close_pipe() -> None:
    """Let the end of the process write what is left to nowhere: whoever read the pipe has gone, as `head` does."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
