"""Speed as ratios to plain spaCy on the same texts in the same run, with the same BLAS and one thread on both sides.

The other side is one full pass of the model that the coder uses, with its default components. Absolute times are printed, not judged.
"""

import argparse
import csv
import gzip
import json
import os
import resource
import subprocess
import sys
import tarfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
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
from according.steps.dissect import dissect_report, find_model
from according.steps.extract import extract_claims, may_report_event

if TYPE_CHECKING:
    from spacy.language import Language

_ROUNDS = 4
Work = Callable[[Sequence[str]], float]


def main() -> None:
    """Print the ratios for each corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, default=60, help="take only so many texts of each corpus, spread over it")
    parser.add_argument("--all", action="store_true", help="take every text")
    parser.add_argument("--no-processes", action="store_true", help="leave out the comparison of two processes with one")
    parser.add_argument("--json", action="store_true", help="print JSON")
    given = parser.parse_args()
    limit = None if given.all else given.limit
    fakes = pick(read_fakes(), limit)
    figures: dict[str, float] = {}
    for name, texts in (("fakes", fakes), ("polnear", pick(read_polnear(), limit))):
        figures |= {f"{name}: {key}": value for key, value in measure_corpus(texts, with_recall=name == "fakes").items()}
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


def measure_corpus(texts: Sequence[str], *, with_recall: bool) -> dict[str, float]:
    """Return ratio, share parsed, shares of the stages and, where wanted, the recall of the gate."""
    work_with_spacy(texts[:2])
    work_with_coder(texts[:2])
    rounds = [(work_with_spacy(texts), work_with_coder(texts)) for _ in range(_ROUNDS)]  # in turn, so that a slow minute meets both
    plain, ours = (min(times) for times in zip(*rounds, strict=True))
    figures = {"coder ÷ spaCy": ours / plain, "spaCy, s": plain, "coder, s": ours, "texts": float(len(texts))}
    figures |= measure_stages(texts)
    return figures | ({"gate recall": measure_gate(texts)} if with_recall else {})


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
    return coder


def measure_stages(texts: Sequence[str]) -> dict[str, float]:
    """Return the share of each step in the time, and the share of sentences that were parsed."""
    knowledge = load_coder().knowledge
    spent = dict.fromkeys(("collect", "gate", "dissect", "extract"), 0.0)
    sentences = parsed_sentences = 0

    def gate(text: str) -> bool:
        begun = perf_counter()
        verdict = may_report_event(text, knowledge.triggers)
        spent["gate"] += perf_counter() - begun
        return verdict

    for text in texts:
        marks = [perf_counter()]
        report = read_text(text)
        marks.append(perf_counter())
        if not isinstance(report, Report):
            continue
        parsed = dissect_report(report, gate)
        marks.append(perf_counter())
        extract_claims(parsed, knowledge)
        marks.append(perf_counter())
        for name, begun, ended in zip(("collect", "dissect", "extract"), marks, marks[1:], strict=False):
            spent[name] += ended - begun
        sentences += len(parsed.sentences)
        parsed_sentences += sum(sentence.is_parsed for sentence in parsed.sentences)
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


def measure_processes(texts: Sequence[str]) -> dict[str, float]:
    """Return what two processes gain over one, for the coder and for plain spaCy, and the memory of a worker."""
    gains = {}
    memory: dict[str, float] = {}
    for name, work in (("coder", work_with_coder), ("spaCy", work_with_spacy)):
        pools = [ProcessPoolExecutor(1, mp_context=get_context("spawn")) for _ in range(2)]
        for future in [pool.submit(work, texts[:2]) for pool in pools]:
            future.result()
        alone = _time([pools[0].submit], work, [texts])
        together = _time([pool.submit for pool in pools], work, [texts[::2], texts[1::2]])
        gains[name] = alone / together
        memory[name] = pools[0].submit(measure_memory).result()
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
