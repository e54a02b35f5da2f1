"""Read one input: a text, bytes or a file."""

import hashlib

from according.model.report import Rejected, Report
from according.steps.collect.article import build_report
from according.steps.collect.formats.plain import show_plain
from according.steps.collect.options import CollectOptions


def read_text(text: str, *, name: str = "text", options: CollectOptions = CollectOptions()) -> Report | Rejected:  # noqa: B008 - frozen
    """Read a plain text."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return build_report(show_plain(text.replace("\r\n", "\n").replace("\r", "\n")), name, digest, options)
