"""Open the command line, and turn the errors made on purpose into one plain line and an exit code."""

import sys
from typing import NoReturn

from according.errors import AccordingError, InvalidRequestError

FINE, FINDINGS, USAGE, PARTIAL, NOTHING_READ = 0, 1, 2, 3, 4


def main() -> NoReturn:
    """Run the program named on the command line and leave with its exit code."""
    from according.cli.commands import build_app

    try:
        build_app()()
    except AccordingError as error:
        print(f"according: {error}", file=sys.stderr)  # noqa: T201
        sys.exit(USAGE if isinstance(error, InvalidRequestError) else NOTHING_READ)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(FINE)
    sys.exit(FINE)
