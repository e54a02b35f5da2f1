"""The ways in which a sentence says how two actors stand to each other: what stands between their names, and behind the second."""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Pattern:
    """Hold one way to say a relation.

    Args:
        between: the words between the two names.
        turned: the object stands first.
        after: what must follow the second name, where that matters.
    """

    relation: str
    rule: str
    between: re.Pattern[str]
    turned: bool = False
    after: re.Pattern[str] | None = None


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)  # asked of small letters


def _compile_as_written(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_SKIP: Final = (
    r"(?:[\s,(]+(?:now|currently|is|was|are|were|which|that|a|an|the|group|militia|one|of|key|closest|main|and|also|once)\b)*[\s,(]*"
)
_KIND: Final = (
    r"(?:group|militia|militants|movement|organi[sz]ation|faction|network|outfit|party|fighters|rebels|"
    r"terrorist|terrorists|jihadist|insurgent)"
)
_DET: Final = rf"(?:\s*(?:the|a|an|so-called|self-styled|{_KIND}|[\"“'’”]))*\s*$"
_IS: Final = r"(?:(?:is|are|was|were|has been|have been|had been|remains?|became)\s+)?"
_MEN: Final = (
    r"(?:[’']s?)?(?:\s+(?:fighters|forces|troops|soldiers|militants|mercenaries|rebels|units|militias?|"
    r"insurgents|group|movement|aircraft))?"
)
_ASIDE: Final = r"(?:\s*,\s+(?:an?|the|one of)\s+[^,;]{3,60},)?"  # ", a Syriac militia,"
_WHICH: Final = rf"^{_MEN}{_ASIDE}[\s,(]*(?:(?:which|who|that)\s+)?{_IS}(?:(?:also|now|still|currently|then|long|reportedly|allegedly)\s+)?"
_FEW: Final = r"(?:[\w-]+\s+){0,3}"
_HELP: Final = (
    r"(?:supports?|weapons|arms|aid|funding|funds|training|backing|assistance|money|ammunition|cover|equipment|drones|missiles|help)"
)
_BACK: Final = r"(?:back|support|fund|arm|financ|sponsor|equipp?|train|assist|aid)"
_GIVERS: Final = r"receiv(?:e|es|ed|ing)|gets?|got|getting|enjoy(?:s|ed|ing)?|obtain(?:s|ed|ing)?"
_OFFSHOOT: Final = r"(?:branch|wing|arm|affiliate|offshoot|faction|component|subsidiary|franchise|cell|unit)"
_FIGHT: Final = r"(?:fight|war|battle|struggle|campaign|insurgency|rebellion|jihad)"

_NAMES: Final = (
    Pattern(
        "formerly known as",
        "en.relations.formerly",
        _compile(rf"^{_SKIP}(?:formerly|previously|once)(?:\s+(?:known|called|named))?(?:\s+as)?{_DET}"),
    ),
    Pattern(
        "formerly known as",
        "en.relations.renamed",
        _compile(
            rf"^[\s,]*(?:(?:which|that)\s+)?(?:has\s+|had\s+|later\s+|then\s+|since\s+)*(?:(?:renamed|rebranded|restyled)(?:\s+itself)?\s*(?:as|to)?"
            rf"|chang(?:ed|ing)\s+its\s+name\s+to|took\s+the\s+name(?:\s+of)?){_DET}"
        ),
        turned=True,
    ),
    Pattern(
        "alias",
        "en.relations.also-known-as",
        _compile(
            rf"^{_SKIP}(?:(?:also|better|otherwise|commonly|locally|widely|officially|sometimes|collectively)\s+)?"
            rf"(?:known|called|referred to)(?:\s+(?:locally|simply|collectively))?(?:\s+as)?{_DET}"
        ),
    ),
    Pattern("alias", "en.relations.aka", _compile(r"^\s*,?\s*\(?\s*(?:a\.?k\.?a\.?|aka|alias)\s+$")),
    Pattern(
        "alias",
        "en.relations.calls-itself",
        _compile(rf"^[\s,(]*(?:(?:which|who|that)\s+)?(?:calls?|called|calling|styles?|styled|styling)\s+(?:itself|themselves){_DET}"),
    ),
    Pattern(
        "alias",
        "en.relations.short-for",
        _compile(
            rf"^[\s,(]*(?:which\s+)?(?:(?:is\s+)?short\s+for|stands\s+for|(?:is\s+)?(?:the|an)\s+(?:acronym|abbreviation)\s+(?:of|for)){_DET}"
        ),
    ),
)
_ALLIES: Final = (
    Pattern(
        "allied with",
        "en.relations.ally-of",
        _compile(rf"{_WHICH}(?:an?\s+|one of the\s+|the\s+)?{_FEW}(?:ally|allies|partners?)\s+of{_DET}"),
    ),
    Pattern(
        "allied with",
        "en.relations.allied-with",
        _compile(rf"{_WHICH}(?:closely\s+|loosely\s+)?(?:allied|aligned|in (?:an? )?(?:alliance|coalition))\s+(?:with|to){_DET}"),
    ),
    Pattern(
        "allied with",
        "en.relations.fights-alongside",
        _compile(
            rf"{_WHICH}(?:fighting|fights|fought|fight|battl(?:e|es|ed|ing)|operat(?:e|es|ed|ing)|serv(?:e|es|ed|ing)|advanc(?:e|es|ed|ing))"
            rf"\s+(?:alongside|on the side of|side by side with){_DET}"
        ),
    ),
    Pattern(
        "allied with",
        "en.relations.joined-forces",
        _compile(
            rf"{_WHICH}(?:ha[sd]\s+|have\s+)?(?:join(?:ed|s|ing)?\s+forces|team(?:ed|s|ing)?\s+up|form(?:ed|s|ing)?\s+(?:an?\s+)?(?:\w+\s+)?"
            rf"(?:alliance|coalition))\s+with{_DET}"
        ),
    ),
    Pattern(
        "allied with",
        "en.relations.pledged",
        _compile(rf"{_WHICH}(?:ha[sd]\s+|have\s+)?(?:pledged|swore|sworn)\s+(?:allegiance|loyalty)\s+to{_DET}"),
    ),
    Pattern(
        "allied with",
        "en.relations.and-its-ally",
        _compile(r"^\s*,?\s*(?:and\s+)?(?:its|their)\s+(?:[\w-]+\s+){0,2}(?:ally|allies)\s*,?\s*(?:the\s+)?$"),
    ),
    Pattern(
        "allied with",
        "en.relations.ally-of-owner",
        _compile(r"^[’']s?\s+(?:[\w-]+\s+){0,2}(?:ally|allies)\s*,?\s*(?:the\s+)?$"),
        turned=True,
    ),
    Pattern(
        "allied with",
        "en.relations.hyphen-allied",
        _compile(r"^[\s-](?:allied|aligned|affiliated)\s+(?:[\w-]+\s+){0,3}$"),
        turned=True,
    ),
)
_PARTS: Final = (
    Pattern("part of", "en.relations.branch-of", _compile(rf"{_WHICH}(?:the\s+|an?\s+)?{_FEW}{_OFFSHOOT}\s+of{_DET}")),
    Pattern(
        "part of",
        "en.relations.branch-of-owner",
        _compile(rf"{_WHICH}(?:the\s+)?$"),
        after=_compile(rf"[’']s?\s+(?:[\w-]+\s+){{0,2}}{_OFFSHOOT}\b"),
    ),
    Pattern("part of", "en.relations.part-of", _compile(rf"{_WHICH}(?:an?\s+)?(?:[\w-]+\s+){{0,2}}(?:part|member|members)\s+of{_DET}")),
    Pattern("part of", "en.relations.belongs-to", _compile(rf"^[\s,]*(?:which\s+)?belong(?:s|ing|ed)?\s+to{_DET}")),
    Pattern("part of", "en.relations.affiliated", _compile(rf"{_WHICH}affiliated\s+(?:with|to){_DET}")),
    Pattern(
        "part of",
        "en.relations.owner-of-branch",
        _compile(rf"^(?:[’']?s)?\s+(?:[\w-]+\s+){{0,2}}{_OFFSHOOT}\s*,?\s*(?:the\s+)?$"),
        turned=True,
    ),
)
_BACKERS: Final = (
    Pattern(
        "supported by",
        "en.relations.backed-by",
        _compile(
            rf"{_WHICH}(?:[a-z]+ly\s+)?(?:{_BACK}ed\s+(?:and\s+\w+\s+)?by|with\s+(?:the\s+)?(?:support|backing|help)\s+(?:of|from)){_DET}"
        ),
    ),
    Pattern(
        "supported by",
        "en.relations.receives-support",
        _compile(rf"{_WHICH}(?:(?:has|have|had)\s+(?:been\s+)?)?(?:{_GIVERS})\s+{_FEW}{_HELP}\s+from{_DET}"),
    ),
    Pattern(
        "supported by",
        "en.relations.hyphen-backed",
        _compile(rf"^(?:[’']s?)?[\s-]{_BACK}ed\s+(?:[\w-]+\s+){{0,3}}$"),
        turned=True,
    ),
    Pattern(
        "supported by",
        "en.relations.supports",
        _compile(
            rf"^[\s,]*(?:which\s+)?(?:is\s+|are\s+|ha[sd]\s+|have\s+)?(?:been\s+)?{_BACK}e?(?:s|d|ed|ing)?\s+(?:[\w-]+\s+){{0,2}}?{_DET}"
        ),
        turned=True,
    ),
    Pattern(
        "supported by",
        "en.relations.gives-support",
        _compile(
            rf"{_WHICH}(?:ha[sd]\s+|have\s+)?(?:provid|suppl|send|sent|giv|gave|offer|deliver)\w*\s+(?:[\w,-]+\s+){{0,4}}?{_HELP}"
            rf"\s+(?:and\s+\w+\s+)?(?:to|for){_DET}"
        ),
        turned=True,
    ),
    Pattern(
        "supported by",
        "en.relations.supplies-with",
        _compile(rf"{_WHICH}(?:ha[sd]\s+|have\s+)?(?:provid|suppl|equip|furnish)\w*{_DET}"),
        turned=True,
        after=_compile(rf"\s+with\s+{_FEW}{_HELP}\b"),
    ),
    Pattern(
        "supported by",
        "en.relations.in-support-of",
        _compile(rf"^{_MEN}\s+(?:[\w,-]+\s+){{0,7}}?in\s+support\s+of{_DET}"),
        turned=True,
    ),
    Pattern(
        "supported by",
        "en.relations.accused-of-support",
        _compile(r"^\s*,\s+(?:which|whom|who)\s+$"),
        after=_compile(
            rf"\s+(?:is|are|was|were|stands?|has been|have been)\s+(?:\w+ly\s+)?accused\s+of\s+(?:\w+ing\s+and\s+)?{_BACK}ing\b"
        ),
    ),
)
_ENEMIES: Final = (
    Pattern(
        "fighting against",
        "en.relations.fights",
        _compile(
            rf"{_WHICH}(?:been\s+)?(?:fighting|fights?|battling|battles|combating|at\s+war|in\s+(?:open\s+)?conflict)(?:\s+(?:against|with))?{_DET}"
        ),
    ),
    Pattern(
        "fighting against",
        "en.relations.wages-war",
        _compile(
            rf"{_WHICH}(?:ha[sd]\s+|have\s+)?(?:been\s+)?(?:fight(?:s|ing)?|fought|wag(?:e|es|ed|ing)|lead(?:s|ing)?|led|launched)\s+(?:an?\s+|its\s+|their\s+)?{_FEW}{_FIGHT}"
            rf"\s+(?:against|with|on){_DET}"
        ),
    ),
    Pattern(
        "fighting against",
        "en.relations.fight-against",
        _compile(
            rf"^{_MEN}[\s,]*(?:(?:in|during|for|lead(?:s|ing)?|join(?:ed|s)?)\s+)?(?:(?:the|its|their|an?)\s+)?(?:[\w-]+\s+){{0,2}}"
            rf"(?:{_FIGHT}\s+against|battles?\s+with){_DET}"
        ),
    ),
    Pattern(
        "fighting against",
        "en.relations.to-defeat",
        _compile(
            rf"^{_MEN}[\s,]+(?:[\w-]+\s+){{0,4}}?to\s+(?:\w+\s+and\s+)?(?:defeat|combat|fight|destroy|eliminate)(?:\s+against)?{_DET}"
        ),
    ),
    Pattern(
        "fighting against",
        "en.relations.rival-of",
        _compile(rf"{_WHICH}(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,2}}(?:rivals?|enemy|enemies|foes?)\s+of{_DET}"),
    ),
)
PATTERNS: Final = (*_NAMES, *_ALLIES, *_PARTS, *_BACKERS, *_ENEMIES)
BRACKET: Final = Pattern("alias", "en.relations.abbreviated", _compile_as_written(r"^\s*\(\s*(?:the\s+|or\s+)?[\"“'‘]?$"))
BRACKET_END: Final = _compile_as_written(r"[\"”'’]?\s*[),;]")
IN_BRACKET: Final = _compile_as_written(r"^\s*\([^()]{1,40}(?:,|\bor|\balso|\baka)\s*(?:the\s+)?[\"“'‘]?$")
OR: Final = Pattern("alias", "en.relations.or", _compile(r"^\s*,\s+or\s+(?:the\s+)?[\"“'‘]?$"))
AND_ITS_ALLIES: Final = Pattern(
    "allied with", "en.relations.and-its-allies", _compile(r"^[\s,]*(?:and|with)\s+(?:its|their)\s+(?:[\w-]+\s+){0,2}$")
)
ALLY_AFTER: Final = _compile(r"\s+(?:[a-z]+\s+)?(?:allies|ally|partners?)\b")
DENIED: Final = _compile(r"\b(?:not|never|no longer|denied|denies|deny|rejects?|rejected)\b")
HYPHEN: Final = _compile_as_written(rf"^(?P<who>[\w’' -]+?)-(?P<how>{_BACK}ed|allied|aligned|affiliated)\s")
SUPPORTED: Final = Pattern("supported by", "en.relations.backer-in-name", HYPHEN)
ALLIED: Final = Pattern("allied with", "en.relations.ally-in-name", HYPHEN)
