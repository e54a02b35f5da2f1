"""What the user says about the inputs, and how much one input may cost."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

MEBIBYTE = 2**20


@dataclass(frozen=True, slots=True)
class CollectOptions:
    """Hold what the user says about the inputs.

    Args:
        published: day of publication; wins over everything that the input says.
        source: outlet that carried the report.
        country: ISO 3166-1 alpha-2 code of the country it is about.
        columns: pairs of role (`text`, `title`, `date`, `source`, `url`) and column name, for tables.
        language: ISO 639-1 code, instead of finding out.
        known_outlets: names that are outlets; the usual agencies are known without it.
    """

    published: date | None = None
    source: str | None = None
    country: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    language: str | None = None
    known_outlets: Collection[str] = ()
    max_bytes: int = 32 * MEBIBYTE  # of one document
    max_table_bytes: int = 4096 * MEBIBYTE  # of one table, unpacked; its rows are read one by one where the format allows
    max_characters: int = 1_000_000  # of one report's text
    max_seconds: float = 30.0  # for parsing one document
    max_memory_bytes: int = 2048 * MEBIBYTE  # address space of the process that parses
