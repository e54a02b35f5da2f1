"""Read English numbers, in digits and in words: "1,200", "1.2 million", "twenty-three", "a dozen"."""

import re
from dataclasses import dataclass

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: value for value, word in enumerate(_UNITS)} | {word: 10 * value for value, word in enumerate(_TENS, 2)}
_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_FRACTIONS = {"half": 2, "quarter": 4}

NUMBER_WORDS = frozenset({*_SMALL, *_SCALES, *_FRACTIONS, "hundred", "dozen", "couple", "pair"})
"""Words that a number without digits has at least one of."""

_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?![\d])|\d{1,3}(?:[ ]\d{3})*[ ]000(?![\d])|\d+"  # "1 000"; "12 300" may be a day and a number
_SMALL_WORDS = "|".join(sorted(_SMALL, key=len, reverse=True))
_WORD = rf"(?:{_SMALL_WORDS}|hundred|thousand|million|billion)"
_BEGINS = (  # how every number begins; told at a glance, where the alternatives below are tried one by one
    r"(?-i:(?=\d|[Aa][Nn]?\s|[Hh][AaUu]|[Qq][Uu]|[Zz][Ee]|[Oo][Nn]|[Tt][WwHhEe]|[Ff][OoIi]|[Ss][IiEe]|[Ee][IiLl]|[Nn][Ii]|[Mm][Ii]|[Bb][Ii]))"
)
_NUMERAL = re.compile(
    rf"""(?<![\w$€£¥.:/]){_BEGINS}(?<!\d,)(?<![A-Za-z]-)(?:
        (?P<fraction>(?:a\s+)?(?:half|quarter)(?:\s+of)?\s+a\s+(?:thousand|million|billion))
      | (?P<dozen>(?:(?P<dozens>\d+|{_SMALL_WORDS}|a|half\s+a)\s+)dozen(?!s))
      | (?P<couple>a\s+(?:couple|pair)(?=\s+of\b))
      | (?P<digits>{_DIGITS})(?P<decimals>\.\d+)?(?:[\s-](?P<scale>hundred|thousand|million|billion)\b)?(?!\s*%|st\b|nd\b|rd\b|th\b|[:/]\d)
      | (?P<words>(?:an?\s+(?=hundred|thousand|million|billion))?{_WORD}(?:(?:[\s-]+|\s+and\s+){_WORD})*)
    )(?![\w])""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """Hold a whole number and where its words stand."""

    value: int
    start: int
    end: int


def find_numerals(text: str) -> tuple[Numeral, ...]:
    """Find the whole numbers in a text, in order.

    >>> [one.value for one in find_numerals("12 shells hit two hundred and five homes; a dozen burned")]
    [12, 205, 12]
    """
    found: list[Numeral] = []
    for match in _NUMERAL.finditer(text):
        if match["words"]:
            found += _read_run(match["words"], match.start("words"))
            continue
        value = _read_match(match)
        if value is not None:
            found.append(Numeral(value, match.start(), match.end()))
    return tuple(found)


def read_numeral(text: str) -> int | None:
    """Return the number that a whole string says, None if it says none.

    >>> read_numeral("half a million"), read_numeral("1.2 million"), read_numeral("dozens")
    (500000, 1200000, None)
    """
    words = text.strip()
    found = find_numerals(words)
    if len(found) == 1 and found[0].start == 0 and found[0].end == len(words):
        return found[0].value
    return None


def _read_match(match: re.Match[str]) -> int | None:
    if match["fraction"]:
        words = match["fraction"].lower().split()
        part = next(_FRACTIONS[word] for word in words if word in _FRACTIONS)
        return _SCALES[words[-1]] // part
    if match["dozen"]:
        count = match["dozens"].lower()
        if count.startswith("half"):
            return 6
        return 12 * (1 if count == "a" else int(count) if count.isdigit() else _SMALL[count])
    if match["couple"]:
        return 2
    return _read_digits(match["digits"], match["decimals"], match["scale"])


def _read_digits(digits: str, decimals: str | None, scale: str | None) -> int | None:
    whole = int(re.sub(r"\D", "", digits))
    factor = 1 if scale is None else 100 if scale.lower() == "hundred" else _SCALES[scale.lower()]
    if decimals is None:
        return whole * factor
    places = len(decimals) - 1
    value, rest = divmod(int(decimals[1:]) * factor, 10**places)
    return None if rest or scale is None else whole * factor + value


def _read_run(text: str, offset: int) -> list[Numeral]:
    """Split a run of number words into the numbers it holds: "five six" is two numbers, "fifty-six" one."""
    if (value := _SMALL.get(text.lower())) is not None:
        return [Numeral(value, offset, offset + len(text))]
    words = [(match.group(), match.start(), match.end()) for match in re.finditer(r"[A-Za-z]+", text)]
    found: list[Numeral] = []
    start = 0
    while start < len(words):
        for end in range(len(words), start, -1):
            value = _read_words([word.lower() for word, _, _ in words[start:end]])
            if value is not None:
                found.append(Numeral(value, offset + words[start][1], offset + words[end - 1][2]))
                start = end
                break
        else:
            start += 1
    return found


def _read_words(words: list[str]) -> int | None:
    if words[0] in ("a", "an"):
        words = ["one", *words[1:]]
        if len(words) == 1:
            return None
    elif words[0] == "hundred" or words[0] in _SCALES:
        return None
    if words[0] == "and" or words[-1] == "and":
        return None
    total, limit = 0, 10**12
    while words:
        scale_at = next((at for at, word in enumerate(words) if word in _SCALES), None)
        scale = 1 if scale_at is None else _SCALES[words[scale_at]]
        group = words if scale_at is None else words[:scale_at]
        rest = [] if scale_at is None else words[scale_at + 1 :]
        value = _read_below_thousand(group or ["one"], may_start_with_and=total > 0)
        if value is None or scale >= limit or (value == 0 and (total or rest or scale > 1)):
            return None
        total, limit, words = total + value * scale, scale, rest
    return total


def _read_below_thousand(words: list[str], *, may_start_with_and: bool) -> int | None:
    if may_start_with_and and words[0] == "and":
        words = words[1:]
    value = 0
    if "hundred" in words:
        at = words.index("hundred")
        hundreds = _read_below_hundred(words[:at] or ["one"])
        if not hundreds or (hundreds > 10 and hundreds % 10 == 0):
            return None
        value, words = hundreds * 100, words[at + 1 :]
        if not words:
            return value
        if words[0] == "and":
            words = words[1:]
    rest = _read_below_hundred(words)
    return None if rest is None or (value and not rest) else value + rest


def _read_below_hundred(words: list[str]) -> int | None:
    if len(words) == 1:
        return _SMALL.get(words[0])
    if len(words) == 2 and words[0] in _TENS and 0 < _SMALL.get(words[1], 0) < 10:
        return _SMALL[words[0]] + _SMALL[words[1]]
    return None
