"""Measure the language-model extractor beside the rules, on single sentences of the project's own gold (the part for development).

Needs the extra `llm` here, and xllamacpp in the Python that `--server` names: the model runs on this machine.
Sentences are taken in turn from every report. A run stops by itself after `--minutes`, and scores what was coded by then.
The model's answers are kept in `--answers`: another run with the same file asks nothing twice, and goes on where the last one stopped.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import zip_longest
from pathlib import Path

from models import MODELS, fetch_model

from according.app.code import open_coder
from according.app.evaluate import evaluate_gold
from according.app.results import CodedReport
from according.chat import ask_model
from according.evaluate import GoldReport, Scores
from according.evaluate.gold import read_gold
from according.knowledge.loader import Knowledge
from according.model.codec import Json
from according.model.conversation import Ask, NoAnswer, Question
from according.model.report import Report
from according.pipeline import parse_reports, read_parsed, read_with_model
from according.settings import LanguageModel
from according.steps.collect import CollectOptions, read_text

HERE = Path(__file__).parent


@dataclass(slots=True)
class Run:
    """Collect the claims of one coder, and what it noted."""

    coded: dict[str, list[Json]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Answers:
    """Keep a model's answers, and the seconds that each took, in a file."""

    path: Path
    ask: Ask | None = None  # None: only what is kept
    kept: dict[str, tuple[str, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.path.is_file():
            rows = [json.loads(line) for line in self.path.read_text(encoding="utf-8").splitlines()]
            self.kept = {row["key"]: (row["answer"], row["seconds"]) for row in rows}

    def answer(self, questions: Sequence[Question]) -> list[str | NoAnswer]:
        """Return what is kept, or ask and keep it."""
        return [self._answer(one) for one in questions]

    def _answer(self, question: Question) -> str | NoAnswer:
        key = hashlib.sha256(f"{question.instruction}|{question.shape}|{question.content}".encode()).hexdigest()
        if key not in self.kept:
            assert self.ask is not None
            began = time.monotonic()
            (answer,) = self.ask([question])
            if isinstance(answer, NoAnswer):
                return answer
            self.kept[key] = (answer, round(time.monotonic() - began, 1))
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"key": key, "content": question.content, "answer": answer, "seconds": self.kept[key][1]}) + "\n")
        return self.kept[key][0]


def main() -> int:
    """Code the sentences both ways and print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", choices=sorted(MODELS), default="qwen")
    parser.add_argument("--sentences", type=int, default=60)
    parser.add_argument("--minutes", type=float, default=25)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--server", default=sys.executable, help="a Python that has xllamacpp")
    parser.add_argument("--answers", type=Path, required=True, help="keep the model's answers here")
    given = parser.parse_args()
    rows = choose_sentences(HERE / "gold/dev.jsonl", given.sentences)
    with tempfile.TemporaryDirectory() as folder, serve(given.server, fetch_model(given.model), given.threads) as server:
        assert server.stdout is not None
        model = LanguageModel(f"{server.stdout.readline().strip()}/v1", given.model, timeout_seconds=3600, most_tokens=600)
        answers = Answers(given.answers, partial(ask_model, model))
        gold = Path(folder) / "sentences.jsonl"
        theirs, ours = code_both(rows, gold, answers, given.minutes * 60)
        print_scores(score(gold, theirs), score(gold, ours), theirs, answers)
    return 0


def serve(python: str, model: Path, threads: int) -> "subprocess.Popen[str]":
    """Start the server; it stops when its standard input is closed."""
    command = [python, str(HERE / "serve_model.py"), str(model), str(threads)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def choose_sentences(path: Path, most: int) -> list[Json]:
    """Return gold of single sentences, the first of every report, then the second, and so on.

    Taken are the sentences that the gate lets through, if every claim that rests on them rests on them alone.
    """
    reports = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    knowledge = open_coder().knowledge
    turns = zip_longest(*(list(_cut(report, knowledge)) for report in reports))
    return [row for turn in turns for row in turn if row is not None][:most]


def _cut(report: Json, knowledge: Knowledge) -> Iterator[Json]:
    read = read_text(report["text"], name=report["report_id"], options=CollectOptions(language="en"))
    assert isinstance(read, Report)
    (parsed,) = parse_reports((read,), knowledge)
    for sentence in parsed.sentences:
        start, end = sentence.span.start, sentence.span.end
        inside = [claim for claim in report["claims"] if any(one["start"] < end and start < one["end"] for one in claim["evidence"])]
        if sentence.is_parsed and sentence.block.value == "paragraph" and all(len(claim["evidence"]) == 1 for claim in inside):
            words = parsed.report.text[start:end]
            claims = [_move(claim, start) for claim in inside]
            if all(words[one["start"] : one["end"]] == one["quote"] for claim in claims for one in claim["evidence"]):
                name = f"{report['report_id']}-{sentence.index:02}"
                yield {**report, "report_id": name, "article_id": name, "title": None, "text": words, "claims": claims}


def _move(claim: Json, start: int) -> Json:
    return {**claim, "evidence": [{**one, "start": one["start"] - start, "end": one["end"] - start} for one in claim["evidence"]]}


def code_both(rows: list[Json], gold: Path, answers: Answers, seconds: float) -> tuple[Run, Run]:
    """Code sentence after sentence until the time is up, and write the gold of those that were coded."""
    knowledge = open_coder().knowledge
    model, rules = Run(), Run()
    began = time.monotonic()
    for number in range(1, len(rows) + 1):
        if time.monotonic() - began > seconds:
            break
        gold.write_text("".join(json.dumps(one) + "\n" for one in rows[:number]), encoding="utf-8")
        report = read_gold(gold)[-1]
        _code(report, knowledge, None, rules)
        _code(report, knowledge, answers.answer, model)
        print(f"{number}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    return model, rules


def _code(report: GoldReport, knowledge: Knowledge, ask: Ask | None, run: Run) -> None:
    options = CollectOptions(published=report.published, source=report.outlet, language="en")
    read = read_text(report.text, name=report.report_id, options=options)
    assert isinstance(read, Report)
    assert read.text == report.text  # so that offsets mean the same
    (parsed,) = parse_reports((read,), knowledge)
    coded = CodedReport(read_parsed(parsed, knowledge) if ask is None else read_with_model(parsed, knowledge, ask))
    run.coded[report.report_id] = coded.to_dicts()
    run.notes += coded.report.notes if coded.report else ()


def score(gold: Path, run: Run) -> Scores:
    """Score the claims of a run with the packaged evaluation."""
    return evaluate_gold([gold], lambda report: run.coded[report.report_id])


def print_scores(model: Scores, rules: Scores, run: Run, answers: Answers) -> None:
    """Print both side by side, as a table of Markdown."""
    answered = sum(note.startswith("A language model read 1 of 1") for note in run.notes)
    dropped = [note for note in run.notes if " was dropped: " in note]
    seconds = sorted(one for _, one in answers.kept.values())
    print(f"{model.reports} sentences with {model.all.gold} claims; {answered} answered by the model, the rest by the rules")
    print(f"claims coded: model {model.all.coded}, rules {rules.all.coded}; values of the model dropped: {len(dropped)}")
    print(f"seconds for a sentence, median: {seconds[len(seconds) // 2] if seconds else 0:.1f}\n")
    print("| | language model | rules |\n|---|---|---|")
    for name in ("precision", "recall", "f1"):
        print(f"| claims, {name} | {getattr(model.all.claims, name):.2f} | {getattr(rules.all.claims, name):.2f} |")
    theirs = {one.name: one for one in rules.all.fields}
    for one in model.all.fields:
        print(f"| {one.name}, F1 | {one.rates.f1:.2f} ({one.n}) | {theirs[one.name].rates.f1:.2f} ({theirs[one.name].n}) |")
    print("\n" + "\n".join(note for note in run.notes if not note.startswith("A language model")))


if __name__ == "__main__":
    sys.exit(main())
