"""Parquet tables of articles."""

import io
from collections.abc import Iterator, Mapping

from according.model.report import RejectionKind
from according.steps.collect.formats.table import settle_columns, show_row
from according.steps.collect.shown import CannotReadError, Shown

_BATCH = 256


def show_parquet(data: bytes, chosen: Mapping[str, str]) -> Iterator[Shown]:
    """Show the articles of a Parquet table, batch by batch."""
    import pyarrow
    from pyarrow import parquet

    try:
        table = parquet.ParquetFile(io.BytesIO(data))
        columns = settle_columns(table.schema_arrow.names, chosen)
        names = list(columns.names)
        number = 0
        for batch in table.iter_batches(batch_size=_BATCH, columns=names, use_threads=False):
            for row in batch.to_pylist():
                number += 1
                yield show_row(row, columns, number)
    except (pyarrow.ArrowException, OSError, ValueError, KeyError) as error:
        raise CannotReadError(RejectionKind.UNREADABLE, "The Parquet file is damaged.", "Write it again.") from error
    if number == 0:
        raise CannotReadError(RejectionKind.EMPTY, "The table has no rows.", "Check that it is the right one.")
