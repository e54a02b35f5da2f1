"""Open the command line, and turn the errors made on purpose into one plain line and an exit code."""

import os
import sys
from typing import Any, NoReturn

from according.errors import AccordingError, InvalidRequestError, KnowledgeError

FINE, FINDINGS, USAGE, PARTIAL, NOTHING_READ = 0, 1, 2, 3, 4
INTERRUPTED = 130


def main() -> NoReturn:
    """Run the program named on the command line and leave with its exit code."""
    sys.exit(run())


def run(arguments: list[str] | None = None) -> int:
    """Run the program with these arguments, or those of the process, and return its exit code."""
    import typer

    from according.cli.commands import build_app

    refusal = next(one for one in typer.BadParameter.__mro__ if one.__name__ == "ClickException" and issubclass(one, Exception))
    try:
        result = build_app()(arguments, prog_name="according", standalone_mode=False)
        sys.stdout.flush()
    except refusal as error:
        return _refuse(error)
    except (typer.Abort, KeyboardInterrupt):
        say_error("stopped; nothing more was written")
        return INTERRUPTED
    except AccordingError as error:
        say_error(str(error))
        return USAGE if isinstance(error, InvalidRequestError | KnowledgeError) else NOTHING_READ
    except BrokenPipeError:
        close_pipe()
        return FINE
    return result if isinstance(result, int) else FINE


def say_error(message: str) -> None:
    """Print one plain line on standard error."""
    from according.app.unseen import show_unseen

    print(f"according: {show_unseen(' '.join(message.split()))}", file=sys.stderr)  # noqa: T201


def close_pipe() -> None:
    """Let the end of the process write what is left to nowhere: whoever read the pipe has gone, as `head` does."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refuse(error: Any) -> int:
    """Say what is wrong with the arguments, and which help to read."""
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        error.show()
        return USAGE
    path = context.command_path if context else "according"
    say_error(f"{error.format_message().replace('Value error, ', '').rstrip('.')}. Read `{path} --help`.")
    return USAGE
