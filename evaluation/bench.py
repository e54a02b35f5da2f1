"""Speed as ratios to plain spaCy on the same texts in the same run, with the same BLAS and one thread on both sides.

The other side is one full pass of the model that the coder uses, with its default components. Absolute times are printed, not judged.
Both sides are warmed up on other texts of the corpus, which builds what is built once per process. Then each text is read once: the
coder remembers sentences and names, and would know a text that it meets again. The two sides take turns, some texts each time, so that
a slow minute meets both; the seconds are summed. Two processes are held against one in the same way: all workers are warmed up on the
same other texts, and no worker reads a text twice.
"""

import argparse
import csv
import gc
import gzip
import json
import os
import resource
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from shared_data import require, spread

from according.app.code import Coder, open_coder
from according.evaluate.align import overlap_of
from according.model.claim import Claim
from according.model.report import Report
from according.steps.collect import read_text
from according.steps.dissect import dissect_report, dissect_reports, find_model
from according.steps.extract import extract_claims, may_report_event
from according.steps.extract.responsibility import may_tell_authorship

if TYPE_CHECKING:
    from spacy.language import Language

_WARM_UP = 24  # texts of each corpus that are not timed
_TURN = 24  # texts that one side reads before it is the other's turn
Work = Callable[[Sequence[str]], float]


@dataclass(frozen=True, slots=True)
class Sample:
    """Hold texts that are timed, and others of the same corpus to warm up on."""

    texts: Sequence[str]
    others: Sequence[str]


def main() -> None:
    """Print the ratios for each corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, default=120, help="time only so many texts of each corpus, spread over it")
    parser.add_argument("--all", action="store_true", help="time every text but those of the warm-up")
    parser.add_argument("--no-processes", action="store_true", help="leave out the comparison of two processes with one")
    parser.add_argument("--json", action="store_true", help="print JSON")
    given = parser.parse_args()
    limit = None if given.all else given.limit
    fakes = draw(read_fakes(), limit)
    figures: dict[str, float] = {}
    for name, sample in (("fakes", fakes), ("polnear", draw(read_polnear(), limit))):
        figures |= {f"{name}: {key}": value for key, value in measure_corpus(sample, with_recall=name == "fakes").items()}
    if not given.no_processes:
        figures |= measure_processes(fakes)
    figures["according --help, s"] = measure_help()
    if given.json:
        print(json.dumps({key: round(value, 4) for key, value in figures.items()}, indent=1))
        return
    for key, value in figures.items():
        print(f"{key:<48} {value:8.3f}")


def read_fakes() -> list[str]:
    """Return the texts of the corpus that is rich in reports."""
    with gzip.open(require("fakes/articles.csv.gz"), "rt", encoding="utf-8", errors="replace", newline="") as lines:
        return [row["text"] for row in csv.DictReader(lines) if row["text"].strip()]


def read_polnear() -> list[str]:
    """Return the texts of the corpus that is poor in reports."""
    with tarfile.open(require("polnear/train.tar.gz")) as archive:
        members = sorted((one for one in archive.getmembers() if one.isfile() and one.name.endswith(".txt")), key=lambda one: one.name)
        handles = (archive.extractfile(one) for one in members)
        return [handle.read().decode("utf-8", "replace") for handle in handles if handle is not None]


def pick(texts: list[str], limit: int | None) -> list[str]:
    """Return a sample of texts, spread over the corpus."""
    return [texts[number] for number in spread(list(texts), limit)]


def draw(texts: list[str], limit: int | None) -> Sample:
    """Return texts to be timed and texts to warm up on, both spread over the corpus and none of them in both."""
    aside = set(spread(list(texts), _WARM_UP))
    others = [text for number, text in enumerate(texts) if number in aside]
    return Sample(pick([text for number, text in enumerate(texts) if number not in aside], limit), others)


def measure_corpus(sample: Sample, *, with_recall: bool) -> dict[str, float]:
    """Return ratio, share parsed, shares of the stages and, where wanted, the recall of the gate."""
    for work in (work_with_spacy, work_with_coder):
        work(sample.others)
    times = [(work_with_spacy(turn), work_with_coder(turn)) for turn in take_turns(sample.texts)]
    plain, ours = (sum(seconds) for seconds in zip(*times, strict=True))
    figures = {"coder ÷ spaCy": ours / plain, "spaCy, s": plain, "coder, s": ours, "texts": float(len(sample.texts))}
    with open_pool() as fresh:  # which has not read them yet
        fresh.submit(work_with_coder, sample.others).result()
        figures |= fresh.submit(measure_stages, sample.texts).result()
    return figures | ({"gate recall": measure_gate(sample.texts)} if with_recall else {})


def take_turns(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the texts, some at a time."""
    for first in range(0, len(texts), _TURN):
        yield texts[first : first + _TURN]


def open_pool() -> ProcessPoolExecutor:
    """Return a process of its own."""
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"))


def work_with_spacy(texts: Sequence[str]) -> float:
    """Return the seconds of one full pass of the plain model."""
    language = load_plain()
    start = perf_counter()
    for _ in language.pipe(texts):
        pass
    return perf_counter() - start


def work_with_coder(texts: Sequence[str]) -> float:
    """Return the seconds of the whole pipeline, from text to claims as JSON."""
    coder = load_coder()
    start = perf_counter()
    for coded in coder.code_texts(texts):
        coded.to_dicts()
    return perf_counter() - start


@cache
def load_plain() -> "Language":
    """Load the coder's model with its default components, and numpy's BLAS as the coder has it."""
    import spacy
    import thinc.api

    ops = thinc.api.NumpyOps(use_blis=False)
    thinc.api.set_current_ops(ops)
    language = spacy.load(find_model())
    thinc.api.set_current_ops(ops)
    return language


@cache
def load_coder() -> Coder:
    """Load everything that the coder loads once."""
    coder = open_coder()
    coder.code_text("Warplanes bombed the town of Harana on Friday, killing three people.")
    coder.code_text("Flugzeuge bombardierten am Freitag die kleine Stadt Harana. " * 4)  # for whose language a model is loaded
    return coder


def measure_stages(texts: Sequence[str]) -> dict[str, float]:
    """Return the share of each step in the time, and the share of sentences that were parsed."""
    knowledge = load_coder().knowledge
    gc.disable()  # as the coder does at work; the process is thrown away
    spent = dict.fromkeys(("collect", "gate", "dissect", "extract"), 0.0)
    sentences = parsed_sentences = 0

    def gate(text: str) -> bool:
        begun = perf_counter()
        verdict = may_report_event(text, knowledge.triggers) or may_tell_authorship(text, knowledge.cues)
        spent["gate"] += perf_counter() - begun
        return verdict

    for turn in take_turns(texts):
        marks = [perf_counter()]
        reports = [report for report in map(read_text, turn) if isinstance(report, Report)]
        marks.append(perf_counter())
        parsed = list(dissect_reports(reports, gate))
        marks.append(perf_counter())
        for one in parsed:
            extract_claims(one, knowledge)
        marks.append(perf_counter())
        for name, begun, ended in zip(("collect", "dissect", "extract"), marks, marks[1:], strict=False):
            spent[name] += ended - begun
        sentences += sum(len(one.sentences) for one in parsed)
        parsed_sentences += sum(sentence.is_parsed for one in parsed for sentence in one.sentences)
    spent["dissect"] -= spent["gate"]
    total = sum(spent.values())
    shares = {f"share of {name}": seconds / total for name, seconds in spent.items()}
    return {"sentences parsed": parsed_sentences / max(sentences, 1), **shares}


def measure_gate(texts: Sequence[str]) -> float:
    """Return the share of the claims found with every sentence parsed that are found behind the gate too."""
    knowledge = load_coder().knowledge
    found = wanted = 0
    for text in texts:
        report = read_text(text)
        if not isinstance(report, Report):
            continue
        with_gate = extract_claims(dissect_report(report, lambda words: may_report_event(words, knowledge.triggers)), knowledge).claims
        without = extract_claims(dissect_report(report, lambda _: True), knowledge).claims
        wanted += len(without)
        found += sum(any(_is_same(one, other) for other in with_gate) for one in without)
    return found / max(wanted, 1)


def _is_same(left: Claim, right: Claim) -> bool:
    return left.event_type.value == right.event_type.value and overlap_of(left.evidence, right.evidence) > 0


def measure_processes(sample: Sample) -> dict[str, float]:
    """Return what two processes gain over one, for the coder and for plain spaCy, and the memory of a worker."""
    texts, gains = sample.texts, {}
    memory: dict[str, float] = {}
    for name, work in (("coder", work_with_coder), ("spaCy", work_with_spacy)):
        single, *pair = pools = [open_pool() for _ in range(3)]
        for future in [pool.submit(work, sample.others) for pool in pools]:
            future.result()
        alone = _time([single.submit], work, [texts])
        together = _time([pool.submit for pool in pair], work, [texts[::2], texts[1::2]])
        gains[name] = alone / together
        memory[name] = single.submit(measure_memory).result()
        for pool in pools:
            pool.shutdown()
    return {
        "two processes: coder's speed-up": gains["coder"],
        "two processes: spaCy's speed-up": gains["spaCy"],
        "two processes: coder's ÷ spaCy's": gains["coder"] / gains["spaCy"],
        "memory of a worker, MB": memory["coder"],
        "memory of a plain spaCy worker, MB": memory["spaCy"],
    }


def _time(submits: Sequence[Callable[..., Any]], work: Work, parts: Sequence[Sequence[str]]) -> float:
    start = perf_counter()
    for future in [submit(work, part) for submit, part in zip(submits, parts, strict=True)]:
        future.result()
    return perf_counter() - start


def measure_memory() -> float:
    """Return the largest memory that this process held, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # getrusage would also count the process that started this one
        return next(int(line.split()[1]) for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure_help() -> float:
    """Return the seconds of `according --help`, the best of five."""
    command = [str(Path(sys.executable).with_name("according")), "--help"]
    seconds = []
    for _ in range(5):
        start = perf_counter()
        subprocess.run(command, capture_output=True, check=True)
        seconds.append(perf_counter() - start)
    return min(seconds)


if __name__ == "__main__":
    main()
