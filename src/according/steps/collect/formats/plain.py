"""Plain text: shown as it is, except that link marks of a pasted web page lose their addresses."""

from according.steps.collect.blocks import find_blocks
from according.steps.collect.links import LINK, strip_links
from according.steps.collect.shown import Shown


def show_plain(text: str) -> Shown:
    """Show a plain text."""
    if LINK.search(text):
        text = strip_links(text)
    return Shown(text, find_blocks(text))
