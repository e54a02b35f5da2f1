"""Pair rows with columns one to one so that the sum of weights is the largest, exactly (the Hungarian method)."""

from collections.abc import Sequence


def assign_pairs(weights: Sequence[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    """Return the pairs (row, column) of the heaviest one-to-one assignment, without pairs of weight 0.

    Args:
        weights: one row per left item, one column per right item, none negative. Whole numbers keep ties exact.

    >>> assign_pairs([[3, 2], [3, 0]])
    ((0, 1), (1, 0))
    """
    if not weights or not weights[0]:
        return ()
    rows, columns = len(weights), len(weights[0])
    if rows > columns:
        turned = assign_pairs([[weights[row][column] for row in range(rows)] for column in range(columns)])
        return tuple(sorted((row, column) for column, row in turned))
    row_of = _solve([[-weight for weight in row] for row in weights], rows, columns)
    pairs = ((row, column) for column, row in enumerate(row_of) if row is not None)
    return tuple(sorted((row, column) for row, column in pairs if weights[row][column] > 0))


def _solve(costs: list[list[int]], rows: int, columns: int) -> list[int | None]:
    row_price, column_price = [0] * rows, [0] * (columns + 1)
    row_of: list[int | None] = [None] * (columns + 1)  # the last column stands for "not yet placed"
    for start in range(rows):
        row_of[columns] = start
        column = columns
        slack: list[int | None] = [None] * columns
        came_from = [columns] * columns
        seen = [False] * (columns + 1)
        while row_of[column] is not None:
            seen[column] = True
            column = _extend(costs, row_of, row_price, column_price, slack, came_from, seen, column)
        while column != columns:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    return row_of[:columns]


def _extend(
    costs: list[list[int]],
    row_of: list[int | None],
    row_price: list[int],
    column_price: list[int],
    slack: list[int | None],
    came_from: list[int],
    seen: list[bool],
    column: int,
) -> int:
    """Grow the tree of alternating paths by one column and return that column."""
    row = row_of[column]
    assert row is not None
    step: int | None = None
    best = -1
    for other in range(len(slack)):
        if seen[other]:
            continue
        reduced = costs[row][other] - row_price[row] - column_price[other]
        before = slack[other]
        if before is None or reduced < before:
            slack[other], came_from[other] = reduced, column
            before = reduced
        if step is None or before < step:
            step, best = before, other
    assert step is not None
    for other, was_seen in enumerate(seen):
        holder = row_of[other]
        if was_seen and holder is not None:
            row_price[holder] += step
            column_price[other] -= step
        elif not was_seen and other < len(slack):
            current = slack[other]
            assert current is not None
            slack[other] = current - step
    return best
