"""Evaluate a coder: gold files in, scores out, as tables, JSON, Markdown and a page of mistakes."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cache, partial
from itertools import accumulate
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from according.app.code import Coder, open_coder
from according.errors import InvalidRequestError
from according.evaluate import GoldReport, Resolvers, Scores, read_gold, score_sets
from according.evaluate.writing import COLUMNS, describe_part, list_rows, write_history_line
from according.knowledge.places import Feature, PlaceIndex
from according.model.codec import Json
from according.text.offsets import find_invisible

if TYPE_CHECKING:
    from rich.console import Console

_AREAS = frozenset({Feature.ADMIN1, Feature.COUNTRY, Feature.AREA, Feature.RIVER, Feature.ROAD, Feature.WATER, Feature.MOUNTAIN})
GoldCoder = Callable[[GoldReport], Sequence[Json]]


def evaluate_gold(
    paths: Sequence[Path],
    coder: GoldCoder | None = None,
    *,
    resolvers: Resolvers | None = None,
    knowledge: Sequence[Path] = (),
    jobs: int = 1,
) -> Scores:
    """Code the texts of gold files and score the claims.

    Args:
        coder: gives the claims of one report as flat JSON; by default this program's own.
        resolvers: make spellings comparable; by default this program's registry of actors and gazetteer.
        knowledge: folders laid over the packaged knowledge.
        jobs: how many processes; the scores do not depend on it.

    Raises:
        UnreadableGoldError: if a file does not have the format.
    """
    gold = tuple(report for path in paths for report in read_gold(path))
    coded = dict(zip((report.report_id for report in gold), code_gold(gold, coder, knowledge=knowledge, jobs=jobs), strict=True))
    return score_sets(gold, coded, resolvers or open_resolvers(tuple(knowledge)), name=" + ".join(path.stem for path in paths))


def code_gold(
    gold: Sequence[GoldReport], coder: GoldCoder | None = None, *, knowledge: Sequence[Path] = (), jobs: int = 1
) -> Iterable[Sequence[Json]]:
    """Return the coded claims of each report, in order. A report is coded from its text, its day and its outlet alone."""
    chosen = coder or partial(code_with_program, tuple(knowledge))
    if jobs <= 1 or len(gold) < 2:
        return [chosen(report) for report in gold]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return list(pool.map(chosen, gold, chunksize=4))


def code_with_program(knowledge: tuple[Path, ...], report: GoldReport) -> list[Json]:
    """Code one gold report with this program."""
    coded = _open(knowledge).code_text(report.text, published=report.published, source=report.outlet, name=report.report_id)
    if coded.report is None:
        return []
    move = _map_offsets(coded.report.text, report.text)
    return [_move_evidence(claim, move) for claim in coded.to_dicts()]


@cache
def open_resolvers(knowledge: tuple[Path, ...] = ()) -> Resolvers:
    """Return the registry of actors and the gazetteer as scoring needs them: unknown and ambiguous names are None."""
    known = _open(knowledge).knowledge
    actors, places = known.actors, known.places

    def canonical(name: str, on: date | None) -> str | None:
        found = actors.canonical(name, on)
        return found if found in actors.entries or found in actors.generics else None

    return Resolvers(canonical=canonical, locate=partial(_locate, places))


def _locate(places: PlaceIndex, name: str, admin1: str | None, country: str | None) -> tuple[float, float] | None:
    """Return where the likeliest settlement or site of a name lies; a division narrows the choice when it is known."""
    first = name.partition(",")[0]
    tried = dict.fromkeys((name, first, first.replace(" outskirts", "").replace("outskirts of ", "")))
    found = (places.lookup(one, country=country) for one in tried)
    rows = next((kept for rows in found if (kept := [row for row in rows if row.feature not in _AREAS])), [])
    if admin1 is not None:
        codes = {row.admin1 for row in places.lookup(admin1, country=country) if row.feature is Feature.ADMIN1}
        rows = [row for row in rows if row.admin1 in codes] or rows
    return (rows[0].latitude, rows[0].longitude) if rows else None


def _open(knowledge: tuple[Path, ...]) -> Coder:
    return open_coder(knowledge=knowledge)


def _map_offsets(coded: str, gold: str) -> Callable[[int], int]:
    """Return the function from an offset of the text as it was read to one of gold's text: the characters that show are the same."""
    if coded == gold:
        return lambda offset: offset
    unseen = set(find_invisible(gold))  # they are left out in reading
    shown = [place for place, letter in enumerate(gold) if not letter.isspace() and place not in unseen]
    before = list(accumulate((not letter.isspace() for letter in coded), initial=0))
    if before[-1] != len(shown):
        raise InvalidRequestError("the text as it was read is not the gold's text", cure="Compare the two; offsets must mean the same.")
    return lambda offset: shown[before[offset]] if before[offset] < len(shown) else len(gold)


def _move_evidence(claim: Json, move: Callable[[int], int]) -> Json:
    return claim | {"evidence": [one | {"start": move(one["start"]), "end": move(one["end"] - 1) + 1} for one in claim["evidence"]]}


def print_scores(scores: Scores, console: "Console") -> None:
    """Print the tables of a run on a terminal."""
    from rich.table import Table

    for title, part in (("all claims", scores.all), ("without background", scores.news)):
        table = Table(title=f"{scores.name}: {title}", caption=f"{scores.reports} reports, {describe_part(part)}", title_justify="left")
        for column in COLUMNS:
            table.add_column(column, justify="left" if column in {"field", "beside"} else "right")
        for row in list_rows(part):
            table.add_row(*row)
        console.print(table)
    confused = [one for one in scores.confusion if one.gold and one.coded and one.gold != one.coded]
    if confused:
        table = Table("gold", "coded", "count", title="sub-events taken for one another", title_justify="left")
        for one in confused:
            table.add_row(one.gold, one.coded, str(one.count))
        console.print(table)
    for mistake in scores.mistakes[:5]:
        console.print(f"[bold]{mistake.cause.value}[/bold] {mistake.claim}: {mistake.gold} → {mistake.coded or '–'}", highlight=False)
        console.print(f"  “{mistake.text[:300]}”", markup=False, highlight=False)


def append_history(path: Path, scores: Scores, *, label: str = "") -> None:
    """Add one line with the scores to a file, which is made if it is not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(write_history_line(scores, label=label) + "\n")
