"""Spot the words of harm of a sentence once, so that everything else is asked only beside them."""

import re
from dataclasses import dataclass

from according.model.parsed import Sentence
from according.steps.extract.tolls_harms import HARM_WORD
from according.text.letters import lower_evenly

_WORD = re.compile(r"[^\W_]+")
_STEMS = frozenset(
    "kill dead died die dies dyin slai peri exec mass murd assa behe slau elim neut mart drow dece lost lose losi loss shot "
    "shoo gunn deat fata burn lync inju woun hurt maim hosp suff trea sust pois choc chok miss unac disa deta arre capt impr "
    "jail take took taki roun appr abdu kidn seiz disp fled flee evac upro driv drov forc left leav aban clai cost live life "
    "embr fall fell fata toll numb body bodi casu host exod flig corp harm buri bury vict home move carr snat tran".split()
)  # first four letters


@dataclass(frozen=True, slots=True)
class Spotted:
    """Hold what words a sentence has; offsets count in it.

    Args:
        words: its words in lower case.
        starts: where words that may belong to an expression of harm begin.
        indexes: the tokens that stand there, where there is syntax.
        ends: start → end of each expression of harm that can follow those harmed ("killed", "lost their lives").
    """

    words: frozenset[str]
    starts: tuple[int, ...]
    indexes: tuple[int, ...]
    ends: dict[int, int]

    def has(self, some: frozenset[str]) -> bool:
        """Say whether the sentence has one of some words."""
        return not self.words.isdisjoint(some)


def spot_harm(text: str, sentence: Sentence) -> Spotted:
    """Return the words of a sentence, and where harm is spoken of."""
    offset = sentence.span.start
    if sentence.tokens:
        words = sentence.words
        indexes = tuple([index for index, word in enumerate(sentence.lowered) if word[:4] in _STEMS])
        starts = tuple([sentence.tokens[index].span.start - offset for index in indexes])
    else:
        found = [(match.group().lower(), match.start()) for match in _WORD.finditer(text)]
        words, indexes = frozenset([word for word, _ in found]), ()
        starts = tuple([start for word, start in found if word[:4] in _STEMS])
    if not starts:
        return _NOTHING
    lowered = lower_evenly(text)
    ends = {start: match.end() for start in starts if (match := HARM_WORD.match(lowered, start))}
    return Spotted(words, starts, indexes, ends)


_NOTHING = Spotted(frozenset(), (), (), {})
