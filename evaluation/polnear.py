"""PolNeAR: who is named as the source of an attribution, in a sample of political news.

PolNeAR marks every attribution, of thoughts and feelings too; ours are speech and reports. So recall over all is shown, and source
words are scored where both saw a cue: token F1 of the source's words.
"""

import io
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass

from shared_data import Figures, rate, require, run, spread

from according.app.code import open_coder
from according.evaluate.compare import token_f1
from according.model.evidence import Span
from according.steps.dissect import parse_text
from according.steps.extract.attribution import find_attributions

_ENTITY = re.compile(r"^(T\d+)\t(\w+) (\d+) (\d+)(?:;[\d; ]+)?\t(.*)$", re.MULTILINE)
_EVENT = re.compile(r"^E\d+\t(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Hold the cue and the source of one annotated attribution."""

    cue: Span
    source: str


def measure(limit: int | None = None) -> Figures:
    """Return the figures of a sample of documents."""
    cues = open_coder().knowledge.cues
    documents = list(read_documents())
    right = gold = coded = 0
    likeness: list[float] = []
    for number in spread(list(documents), limit):
        text, wanted = documents[number]
        found = find_attributions(parse_text(text), cues)
        gold, coded = gold + len(wanted), coded + len(found)
        for mention in found:
            match = next((one for one in wanted if one.cue.overlaps(mention.cue)), None)
            if match is not None:
                right += 1
                likeness.append(token_f1(match.source, mention.source.of(text)))
    exact = sum(one >= 0.5 for one in likeness)
    return {
        **rate("cue", right, gold, coded),
        "source token f1": round(sum(likeness) / max(len(likeness), 1), 4),
        "source share with f1 of half or more": round(exact / max(len(likeness), 1), 4),
    }


def read_documents() -> Iterator[tuple[str, list[Attribution]]]:
    """Yield each text with its attributions, one annotator's only."""
    with tarfile.open(require("polnear/train.tar.gz")) as archive:
        files = {member.name: member for member in archive.getmembers() if member.isfile()}

        def read(name: str) -> str:
            handle = archive.extractfile(files[name])
            return io.TextIOWrapper(handle, encoding="utf-8", newline="").read() if handle else ""

        notes: dict[str, str] = {}
        for name in sorted(files):
            if name.endswith(".ann"):
                notes.setdefault(name.rsplit("/", 1)[1].rsplit("_", 1)[0], name)
        for stem, name in notes.items():
            if f"text/{stem}.txt" in files:
                yield read(f"text/{stem}.txt"), _read_notes(read(name))


def _read_notes(notes: str) -> list[Attribution]:
    parts = {mark: (Span(int(start), int(end)), words) for mark, _, start, end, words in _ENTITY.findall(notes)}
    found = []
    for line in _EVENT.findall(notes):
        roles = dict(pair.split(":", 1) for pair in line.split() if ":" in pair)
        if roles.get("Cue") in parts and roles.get("Source") in parts:
            found.append(Attribution(parts[roles["Cue"]][0], parts[roles["Source"]][1]))
    return found


if __name__ == "__main__":
    run(measure, str(__doc__), sample=30)
