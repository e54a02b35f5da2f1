"""Link marks of Markdown, which also stand in plain texts pasted from the web."""

import re

LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,500})\]\((?:[^()\s]|\([^()\s]*\)){0,2000}(?:\s+\"[^\"\n]*\")?\)")
IMAGE = re.compile(r"!\[([^\[\]\n]{0,500})\]\([^()\s]{0,2000}(?:\s+\"[^\"\n]*\")?\)")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")


def strip_links(text: str) -> str:
    """Leave the words of links and take their addresses away.

    >>> strip_links("By [The Daily](https://daily.example) <https://daily.example>")
    'By The Daily https://daily.example'
    """
    return _AUTOLINK.sub(r"\1", LINK.sub(r"\1", IMAGE.sub(r"\1", text)))
