"""Write scores as JSON, as Markdown and as one line of history."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from according.evaluate.rates import Rates
from according.evaluate.scores import FieldScore, Part, Scores

COLUMNS = ("field", "precision", "recall", "F1", "95 %", "n", "baseline", "beside")


def list_rows(part: Part) -> tuple[tuple[str, ...], ...]:
    """Return one row of texts per field, under COLUMNS, with the claims found first."""
    return (("claims found", *_show(part.claims), str(part.gold), "", ""), *map(_row, part.fields))


def describe_part(part: Part) -> str:
    """Say how many claims there are, and how many records are right as a whole."""
    return f"{part.gold} gold claims, {part.coded} coded, {part.aligned} aligned; whole records right: {part.record:.3f}"


def scores_to_dict(scores: Scores) -> dict[str, Any]:
    """Return scores as JSON has them."""
    return {
        "set": scores.name,
        "reports": scores.reports,
        **_part_to_dict(scores.all),
        "without_background": _part_to_dict(scores.news),
        "confusion": [{"gold": one.gold, "coded": one.coded, "count": one.count} for one in scores.confusion],
    }


def write_history_line(scores: Scores, *, label: str = "") -> str:
    """Return scores as one line of JSON, short enough to keep one per run."""
    fields = {field.name: round(field.rates.f1, 4) for field in scores.all.fields}
    table = {"label": label, "set": scores.name, "claims": round(scores.all.claims.f1, 4), "record": round(scores.all.record, 4), **fields}
    return json.dumps(table, ensure_ascii=False)


def write_markdown(scores: Scores, *, on: date | None = None) -> str:
    """Return scores as a page of tables."""
    return "\n".join(_lines(scores, on)) + "\n"


def _lines(scores: Scores, on: date | None) -> Iterator[str]:
    yield f"## {scores.name}" + (f", {on.isoformat()}" if on else "")
    yield ""
    for title, part in (("All claims", scores.all), ("Without background", scores.news)):
        yield f"### {title}"
        yield ""
        yield f"{scores.reports} reports, {describe_part(part)}."
        yield ""
        yield from markdown_table(COLUMNS, list_rows(part))
        yield ""
    yield "### Sub-events taken for one another"
    yield ""
    wrong = [one for one in scores.confusion if one.gold != one.coded and one.gold and one.coded]
    yield from markdown_table(("gold", "coded", "count"), tuple((str(one.gold), str(one.coded), str(one.count)) for one in wrong))


def markdown_table(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    """Yield the lines of a Markdown table."""
    for row in (header, ("---",) * len(header), *rows):
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"


def _row(field: FieldScore) -> tuple[str, ...]:
    beside = f"{field.beside[0]} {field.beside[1]:.3f}" if field.beside else ""
    if not field.n:
        return (field.name, "–", "–", "–", "–", "0", "–", beside)
    return (field.name, *_show(field.rates), str(field.n), f"{field.baseline:.3f}", beside)


def _show(rates: Rates) -> tuple[str, str, str, str]:
    return f"{rates.precision:.3f}", f"{rates.recall:.3f}", f"{rates.f1:.3f}", f"{rates.low:.2f}–{rates.high:.2f}"


def _part_to_dict(part: Part) -> dict[str, Any]:
    counts = {"gold": part.gold, "coded": part.coded, "aligned": part.aligned}
    return {
        "claims": _rates_to_dict(part.claims) | counts,
        "record": round(part.record, 6),
        "fields": {field.name: _field_to_dict(field) for field in part.fields},
    }


def _field_to_dict(field: FieldScore) -> dict[str, Any]:
    beside = {field.beside[0].replace(" ", "_"): round(field.beside[1], 6)} if field.beside else {}
    return _rates_to_dict(field.rates) | {"n": field.n, "baseline": round(field.baseline, 6)} | beside


def _rates_to_dict(rates: Rates) -> dict[str, Any]:
    return {name: round(getattr(rates, name), 6) for name in ("precision", "recall", "f1", "low", "high")}
