"""PETRARCH suites: the CAMEO root codes of a sentence.

Only roots that the codebook can express are scored: others in gold are negatives. The suites test patterns with invented actors.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from shared_data import Figures, rate, require, run

from according.app.code import open_coder

FILES = ("PETR.UnitTest.records.xml", "PETR2_GSR_validation.xml")
_CODE = re.compile(r"<EventCoding[^>]*eventcode\s*=\s*[\"'](\d+)[\"']")
_TEXT = re.compile(r"<Text>(.*?)</Text>", re.DOTALL)


def measure(limit: int | None = None) -> Figures:
    """Return the figures of each suite."""
    coder = open_coder()
    types = coder.knowledge.event_types
    root_of = {name: types.get(name).crosswalk.cameo[:2] for name in types.names}
    expressible = set(root_of.values()) - {""}
    figures: dict[str, float] = {}
    for file in FILES:
        right = gold = coded = agreed = sentences = 0
        for text, codes in list(read_suite(require(f"petrarch/{file}")))[:limit]:
            wanted = {code[:2] for code in codes} & expressible
            found = {root_of[claim.event_type.value] for claim in coder.code_text(text).claims}
            right, gold, coded = right + len(wanted & found), gold + len(wanted), coded + len(found)
            if wanted:
                sentences += 1
                agreed += bool(wanted & found)
        name = file.split(".xml")[0]
        figures |= rate(name, right, gold, coded)
        figures[f"{name} accuracy"] = round(agreed / max(sentences, 1), 4)
    return figures


def read_suite(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each sentence with its codes."""
    content = re.sub(r"<!--.*?-->", "", path.read_text(encoding="utf-8", errors="replace"), flags=re.DOTALL)
    for part in re.split(r"<Sentence\s", content)[1:]:
        text = _TEXT.search(part)
        if text:
            yield " ".join(text[1].split()), tuple(_CODE.findall(part))


if __name__ == "__main__":
    run(measure, str(__doc__))
