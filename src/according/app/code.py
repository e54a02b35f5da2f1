"""Code reports: the one place where inputs, knowledge and the pipeline are put together."""

import functools
import gc
import re
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from multiprocessing import get_context
from pathlib import Path

from according.app.results import CodedReport
from according.app.settings import load_settings, open_line
from according.errors import InvalidRequestError
from according.knowledge.countries import check_country
from according.knowledge.loader import Knowledge, load_knowledge
from according.model.claim import Outcome
from according.model.conversation import Ask
from according.model.parsed import ParsedReport
from according.model.report import Rejected, RejectionKind, Report
from according.pipeline import parse_reports, read_parsed, read_with_model
from according.settings import Settings
from according.steps.collect import CollectOptions, find_inputs, group_copies, read_bytes, read_path, read_text

_CHUNK = 24  # reports parsed together, which costs less than one by one
_PATH = re.compile(r"\S*[/\\]\S+\.(?:txt|md|html?|pdf|docx|csv|tsv|jsonl?|parquet)")  # no text, though no such file may exist
ROLES = ("text", "title", "date", "source", "url")  # what a column of a table may hold
Progress = Callable[[int, int], None]  # done, of how many


@dataclass(frozen=True, slots=True)
class Coder:
    """Code many reports with one set of knowledge and options.

    Args:
        knowledge_dirs: folders with the user's own knowledge, laid over the packaged one.
        options: what is known of all the inputs.
        jobs: how many processes; the output does not depend on it.
        settings: which language model may be asked; by default none.
    """

    knowledge_dirs: tuple[Path, ...] = ()
    options: CollectOptions = field(default_factory=CollectOptions)
    jobs: int = 1
    settings: Settings = field(default_factory=Settings)

    @property
    def knowledge(self) -> Knowledge:
        """Return the knowledge, loaded once per process."""
        return _load(self.knowledge_dirs)

    def code_text(self, text: str, *, published: date | None = None, source: str | None = None, name: str = "text") -> CodedReport:
        """Code one text; `published` and `source` win over the coder's options."""
        return CodedReport(self._code(read_text(text, name=name, options=self._override(published, source))))

    def code_path(self, path: Path, *, published: date | None = None, source: str | None = None) -> CodedReport:
        """Code a file that holds one report.

        Raises:
            InvalidRequestError: if it is a table of several reports; use `code_many`.
        """
        outcomes = list(read_path(path, self._override(published, source)))
        if len(outcomes) > 1:
            raise InvalidRequestError(
                f"it holds {len(outcomes)} reports, not one", where=str(path), cure="Use `open_coder().code_many([path])`."
            )
        nothing = Rejected(str(path), RejectionKind.EMPTY, "it holds no report", "Give a file with text in it.")
        return CodedReport(self._code(outcomes[0] if outcomes else nothing))

    def code_texts(self, texts: Iterable[str], progress: Progress | None = None) -> Iterator[CodedReport]:
        """Code many texts, in their order; like files, they are parsed together and near copies are coded once."""
        options = self._known_options
        with _hold_collector():
            collected = [read_text(text, name=f"text {number:07}", options=options) for number, text in enumerate(texts, 1)]
        yield from self.code_collected(collected, progress)

    def code_bytes(self, data: bytes, name: str, progress: Progress | None = None) -> Iterator[CodedReport]:
        """Code what was read elsewhere, such as standard input; a table gives many reports."""
        yield from self.code_collected(list(read_bytes(data, name, self._known_options)), progress)

    def code_many(self, inputs: str | Path | Iterable[str | Path], progress: Progress | None = None) -> Iterator[CodedReport]:
        """Code files, folders, globs and tables; yield the outcomes in the order of the inputs' names.

        Near copies among the inputs are coded once; what a copy adds or changes is its own claim.
        """
        given_inputs = [inputs] if isinstance(inputs, str | Path) else inputs  # the letters of one name are no names
        collected = [outcome for given in find_inputs([str(one) for one in given_inputs]) for outcome in self._collect(given)]
        yield from self.code_collected(collected, progress)

    def code_collected(self, collected: Sequence[Report | Rejected], progress: Progress | None = None) -> Iterator[CodedReport]:
        """Code reports that are read already."""
        with _hold_collector():
            reports = group_copies([one for one in collected if isinstance(one, Report)])
        rejected = [one for one in collected if isinstance(one, Rejected)]
        gathered: list[Report | Rejected] = [*reports, *rejected]
        ordered = sorted(gathered, key=_order)
        for number, outcome in enumerate(self._run(ordered), 1):
            if progress:
                progress(number, len(ordered))
            yield CodedReport(outcome)

    def _collect(self, given: Path | Rejected) -> Iterator[Report | Rejected]:
        if isinstance(given, Rejected):
            yield given
        else:
            yield from read_path(given, self._known_options)

    @property
    def _known_options(self) -> CollectOptions:
        return replace(self.options, known_outlets=_list_outlets(self.knowledge_dirs))

    def _override(self, published: date | None, source: str | None) -> CollectOptions:
        options = self._known_options
        return replace(options, published=_read_day(published) or options.published, source=source or options.source)

    def _run(self, ordered: Sequence[Report | Rejected]) -> Iterator[Outcome]:
        size = min(_CHUNK, -(-len(ordered) // (2 * self.jobs))) if self.jobs > 1 else _CHUNK
        chunks = [ordered[first : first + size] for first in range(0, len(ordered), size or 1)]
        if self.jobs <= 1 or len(chunks) < 2:
            for chunk in chunks:
                yield from _code_chunk(self.knowledge_dirs, self.settings, chunk)
            return
        with ProcessPoolExecutor(self.jobs, mp_context=get_context("spawn")) as pool:
            for outcomes in pool.map(functools.partial(_code_all, self.knowledge_dirs, self.settings), chunks):
                yield from outcomes

    def _code(self, collected: Report | Rejected) -> Outcome:
        return next(_code_chunk(self.knowledge_dirs, self.settings, (collected,)))


def open_coder(
    *,
    knowledge: str | Path | Sequence[str | Path] = (),
    published: date | str | None = None,
    source: str | None = None,
    country: str | None = None,
    language: str | None = None,
    columns: Mapping[str, str] | Sequence[tuple[str, str]] = (),
    jobs: int = 1,
    settings: str | Path | None = None,
) -> Coder:
    """Open a coder for many reports.

    Args:
        knowledge: folders with your own actors, aliases, sources, places and triggers.
        published: day of publication of all inputs, where it is the same; a string is read as 2026-05-12.
        source: outlet of all inputs, where it is the same.
        country: ISO 3166-1 alpha-2 code of the country the reports are about.
        language: ISO 639-1 code, instead of finding out.
        columns: for tables, the column of each role (text, title, date, source, url), as a mapping or as pairs.
        jobs: how many processes.
        settings: a file that names a language model to be asked; without it nothing leaves this machine.

    Raises:
        InvalidRequestError: if no country has this code, the day is no day, or another option makes no sense.
        KnowledgeError: when the first report is coded, if a folder of knowledge has a mistake.
    """
    country, published = check_country(country), _read_day(published)
    if not isinstance(jobs, int) or jobs < 1:
        raise InvalidRequestError(f"{jobs!r} is no number of processes", where="jobs", cure="Give a whole number from 1.")
    pairs = tuple(columns.items() if isinstance(columns, Mapping) else columns)
    for pair in pairs:
        if not isinstance(pair, tuple) or len(pair) != 2 or pair[0] not in ROLES:
            cure = f'Write ("text", "body"); roles: {", ".join(ROLES)}.'
            raise InvalidRequestError(f"{pair!r} is not a column", where="columns", cure=cure)
    folders = tuple(Path(folder) for folder in ([knowledge] if isinstance(knowledge, str | Path) else knowledge))
    options = CollectOptions(published=published, source=source, country=country, language=language, columns=pairs)
    return Coder(folders, options, jobs, load_settings(Path(settings)) if settings is not None else Settings())


def code(
    text_or_path: str | Path, *, published: date | str | None = None, source: str | None = None, country: str | None = None
) -> CodedReport:
    """Code one report: its text, or the path of a file.

    A `Path`, and a string of one line that names an existing file, is read as a file; any other string is the text itself.

    Raises:
        InvalidRequestError: if the day of publication is no day, or no country has this code.
    """
    if not isinstance(text_or_path, str | Path):
        raise InvalidRequestError(f"a {type(text_or_path).__name__} is no text and no path", where="code", cure="Give a str or a Path.")
    coder = open_coder(published=published, source=source, country=country)
    if isinstance(text_or_path, Path) or _names_file(text_or_path):
        return coder.code_path(Path(text_or_path))
    return coder.code_text(text_or_path)


def _read_day(day: date | str | None) -> date | None:
    if day is None or isinstance(day, date):
        return day.date() if isinstance(day, datetime) else day  # a moment cannot be counted from days
    try:
        return date.fromisoformat(day)
    except (TypeError, ValueError):
        raise InvalidRequestError(f"{day!r} is not a date", where="published", cure="Give a datetime.date, or write 2026-05-12.") from None


def _names_file(text: str) -> bool:
    if "\n" in text or len(text) > 1000 or "\0" in text:
        return False
    if _PATH.fullmatch(text):
        return True
    try:
        return Path(text).is_file()
    except OSError:  # too long for the name of a file
        return False


@functools.cache
def _load(folders: tuple[Path, ...]) -> Knowledge:
    return load_knowledge(*folders)


@functools.cache
def _list_outlets(folders: tuple[Path, ...]) -> frozenset[str]:
    """Return the names of all outlets that the knowledge has, by which a republished piece shows its origin."""
    return frozenset(name for entry in _load(folders).sources.entries.values() for name in (entry.name, *entry.aliases))


def _code_chunk(folders: tuple[Path, ...], settings: Settings, chunk: Sequence[Report | Rejected]) -> Iterator[Outcome]:
    knowledge, ask = _load(folders), open_line(settings)
    if ask is None:
        with _hold_collector():  # over the whole chunk: the parsed reports are gone before the collector could walk through them
            outcomes = list(_read_chunk(chunk, knowledge, None))
        yield from outcomes
    else:
        yield from _read_chunk(chunk, knowledge, ask)  # each at once: a model takes its time


def _read_chunk(chunk: Sequence[Report | Rejected], knowledge: Knowledge, ask: Ask | None) -> Iterator[Outcome]:
    with _hold_collector():
        parsed = iter(parse_reports([one for one in chunk if isinstance(one, Report)], knowledge))
    for one in chunk:
        with _hold_collector():
            outcome = one if isinstance(one, Rejected) else _read_safely(next(parsed), knowledge, ask)
        yield outcome


@contextmanager
def _hold_collector() -> Iterator[None]:
    """Keep Python from searching for cycles meanwhile: it would walk through all the knowledge again and again, and finds none."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _read_safely(parsed: ParsedReport, knowledge: Knowledge, ask: Ask | None) -> Outcome:
    """Read a parsed report; a fault of ours costs this report, and never the others."""
    try:
        return read_parsed(parsed, knowledge) if ask is None else read_with_model(parsed, knowledge, ask)
    except Exception as error:  # noqa: BLE001 (whatever it is, the other reports must be coded)
        where = traceback.extract_tb(error.__traceback__)[-1]
        what = f"The program failed on it ({type(error).__name__} in {Path(where.filename).name}, line {where.lineno})"
        return Rejected(parsed.report.name, RejectionKind.FAULT, what, "Please report this with the smallest text that shows it")


def _code_all(folders: tuple[Path, ...], settings: Settings, chunk: Sequence[Report | Rejected]) -> list[Outcome]:
    return list(_code_chunk(folders, settings, chunk))


def _order(outcome: Report | Rejected) -> tuple[str, str]:
    return (outcome.name, outcome.report_id if isinstance(outcome, Report) else "")
