"""Read the small hand-made tables: tab-separated, one header line, `#` starts a comment."""

from collections.abc import Iterator
from pathlib import Path

from according.errors import KnowledgeError


def read_tsv(path: Path, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Yield each row by column name.

    Raises:
        KnowledgeError: if the header or a row does not have these columns; the message has the line.
    """
    return (row for _, row in read_numbered(path, columns))


def read_numbered(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row by column name, with the number of its line.

    Raises:
        KnowledgeError: if the header or a row does not have these columns; the message has the line.
    """
    has_header = False
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise KnowledgeError("it is not UTF-8", where=str(path), cure="Save it as UTF-8.") from error
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(cell.strip() for cell in line.split("\t"))
        where = f"{path}:{number}"
        if not has_header:
            if cells != columns:
                raise KnowledgeError(f"the header is {cells!r}", where=where, cure=f"Write the columns {', '.join(columns)}, tabs between.")
            has_header = True
            continue
        if len(cells) != len(columns):
            cure = f"Write one cell for each of {', '.join(columns)}, tabs between, empty ones too."
            raise KnowledgeError(f"{len(cells)} cells where {len(columns)} belong", where=where, cure=cure)
        yield number, dict(zip(columns, cells, strict=True))
