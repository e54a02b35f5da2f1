"""Tell how dates are written that count from another day: "on Friday", "last week", "two days ago", "overnight", "the next day"."""
# ruff: noqa: E501 (a regular expression reads best in one piece)

from according.model.evidence import Basis
from according.steps.extract.dates_counted import (
    NTH,
    read_ago,
    read_ago_today,
    read_clause_day,
    read_coming,
    read_coming_vague,
    read_event_day,
    read_nothing,
    read_nth_day,
    read_past,
    read_period,
    read_recent,
    read_since_then,
    read_uncounted,
)
from according.steps.extract.dates_named import (
    read_calendar_unit,
    read_earlier,
    read_named_weekday,
    read_overnight,
    read_same_unit,
    shift_days,
)
from according.steps.extract.dates_rules import DateRule, make_rule
from according.text.calendars import WEEKDAY, WEEKDAYS

_UNIT = r"(?P<unit>hour|day|night|week|fortnight|month|year|decade)s?"
_NUMBER_WORD = (
    r"(?i:\d+(?:,\d{3})*|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a\s+hundred|twenty-four|forty-eight|seventy-two)"
)
_COUNT = rf"(?P<count>(?i:{_NUMBER_WORD}|an?\s+few|an?\s+couple\s+of|several|an?|some|many|few))"
_HEDGE = r"(?:(?:at\s+least|more\s+than|less\s+than|fewer\s+than|over|nearly|almost|about|around|some|roughly|up\s+to|just|only|under)\s+)?"
_WEEKDAY_NAME = "|".join(WEEKDAYS)
_PART_OF_DAY = r"(?:morning|afternoon|evening|night|dawn|noon|midday|midnight)"

_rule = make_rule
_NOT_A_WEEKDAY = r"(?!\s+(?:Times|Telegraph|Express|Mirror|Herald|Tribune|Agreement|Bloody))"

RELATIVE_RULES: tuple[DateRule, ...] = (
    _rule(
        "weekday", "WEEKDAY",
        rf"\b(?<!Black )(?<!Bloody )(?<!Good )(?<!Holy )(?<!Mail on )(?:(?P<which>last|this\s+past|this\s+coming|this|next|coming|past)\s+)?(?:(?:[Ee]arly|[Ll]ate|mid-?)\s+)?(?:on\s+)?"
        rf"(?P<weekday>{WEEKDAY})\b{_NOT_A_WEEKDAY}(?:[\s-]+{_PART_OF_DAY}\b)?(?P<night>,?\s+and\s+(?:during|through|into|throughout|in)\s+(?:the|that)\s+night\b|,?\s+and\s+overnight\b)?",
        read_named_weekday,
    ),
    _rule(
        "weekdays-own", "WEEKDAYS",
        rf"(?<!\b[Oo]n )(?<!very )(?<!ach )\b(?:(?P<which>last|this|next)\s+)?(?P<weekday>{_WEEKDAY_NAME})s(?=\s+(?!and\b|or\b|at\b|in\b|to\b|from\b|since\b|when\b|after\b|before\b|the\b|as\b|is\b|are\b|were\b|was\b)[a-z])(?P<night>(?!))?",
        read_named_weekday,
    ),
    _rule(
        "overnight", "overnight|night",
        rf"\b(?:[Oo]vernight|(?:[Dd]uring|[Ii]n|[Tt]hrough|[Tt]hroughout)\s+the\s+night)\b(?:,?\s+(?:on\s+|of\s+|(?P<into>in)to\s+(?:early\s+)?)?(?P<weekday>{WEEKDAY})\b(?!\s+(?:to|and|into|through)\b))?(?!\s+(?:stay|bus|train|flight|accommodation)|\s+(?:from|between|of|on)\s+(?:\d|[A-Z]))",
        read_overnight,
    ),
    _rule("ago-today", "ago & today", rf"\b{_COUNT}\s+(?P<unit>week|month|year)s?\s+ago\s+today\b", read_ago_today),
    _rule("last-night", "night", r"\b[Ll]ast\s+night\b", shift_days(-1, 0)),
    _rule("day-before-yesterday", "yesterday", r"\b(?:the\s+)?day\s+before\s+yesterday\b", shift_days(-2, -2)),
    _rule("yesterday", "yesterday|yesterdays", rf"\b[Yy]esterday(?:s(?=\s+[a-z]))?\b(?:\s+{_PART_OF_DAY})?", shift_days(-1, -1)),
    _rule("today", "today|todays|tonight|this & today|todays|tonight|PARTOFDAY", rf"\b(?:todays?|tonight|(?:earlier|later)\s+today|this\s+{_PART_OF_DAY}|Tonight|This\s+(?:morning|afternoon|evening))\b", shift_days(0, 0)),
    _rule("today-first-word", "today", r"(?:(?<=^)|(?<=[.!?\"“] ))(?:[Ee]arlier\s+)?Today\b", shift_days(0, 0)),
    _rule("tomorrow", "tomorrow", rf"\b[Tt]omorrow\b(?:\s+{_PART_OF_DAY})?", shift_days(1, 1)),
    _rule("calendar-unit", "week|weekend|month|year|weeks|weekends|months|years & last|this|next", r"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+(?P<unit>week|weekend|month|year)(?:(?<!\b[Tt]he last week)(?<!\b[Tt]he last month)(?<!\b[Tt]he last year)s(?=\s+(?!of\b|in\b)[a-z]))?\b(?!['’-]s?\w*\s+old)", read_calendar_unit),
    _rule("weekend", "weekend", r"\b(?P<which>[Oo]ver|[Aa]t|[Dd]uring)\s+the\s+(?P<unit>weekend)\b", read_calendar_unit),
    _rule("earlier", "earlier|later & week|month|year", r"\b(?P<side>[Ee]arlier|[Ll]ater)\s+(?:in\s+)?(?:this|the)\s+(?P<unit>week|month|year)\b", read_earlier, basis=Basis.INFERRED),
    _rule("ago", "ago|back & UNIT", rf"\b{_HEDGE}(?:{_COUNT}\s+)(?:long\s+)?{_UNIT}\s+(?:ago|back)\b", read_ago, basis=Basis.INFERRED),
    _rule(
        "past", "past|last|previous|preceding & UNIT",
        rf"\b(?:(?:[Ii]n|[Oo]ver|[Dd]uring|[Ww]ithin|[Ff]or|[Tt]hroughout|of)\s+)?(?:the|these)\s+(?:past|last|previous|preceding)\s+(?:{_COUNT}[\s-]+)?{_UNIT}\b",
        read_past,
        basis=Basis.INFERRED,
    ),
    _rule("in-hours", "hours & in", r"\b(?<=\b[Ii]n )(?:(?:less|fewer)\s+than\s+)?(?P<count>24|48|72)\s+(?P<unit>hour)s\b(?!\s+(?:later|from|after|before|ago))", read_past, basis=Basis.INFERRED),
    _rule("recent", "recent|past|last & UNIT", r"\b(?:(?:[Ii]n|[Oo]ver|[Dd]uring|of)\s+)?(?:the\s+)?(?:(?:most\s+)?recent|past|last\s+few)\s+(?P<unit>day|week|month|year)s\b", read_recent, basis=Basis.INFERRED),
    _rule(
        "event-day", "day|night|evening|afternoon|morning & same|that|next|following|previous|preceding|before|earlier|later|after|afterwards",
        r"\b(?:(?:[Oo]n\s+)?(?:[Tt]he|that)\s+(?:very\s+)?same\s+(?:day|night|evening|afternoon|morning)|[Tt]hat\s+(?:day|night|evening|afternoon|morning)|(?:[Ee]arlier|[Ll]ater)\s+(?:in|on)\s+the\s+day"
        r"|(?:[Oo]n\s+)?[Tt]he\s+(?:next|following|previous|preceding)\s+(?:day|night|morning|evening)|(?:[Tt]he|[Aa]|[Oo]ne)\s+(?:day|night)\s+(?:(?:before|after)\b(?!\s+(?:that|tomorrow|yesterday|the|an?|its|his|her|their|[A-Z]|\w+ing\b))|earlier|later|afterwards)\b)",
        read_event_day,
        basis=Basis.INFERRED,
    ),
    _rule("clause-day", "after|before & UNIT", rf"\b(?:(?P<the>[Tt]he)(?=\s+\w+[^s\s]\s)|{_COUNT})\s+(?P<unit>hour|day|week|month|year)s?\s+(?P<side>after|before)\b(?=\s+(?!that\b|tomorrow|yesterday)\w)", read_clause_day, basis=Basis.INFERRED),
    _rule("event-days", "later|earlier|before|afterwards|prior & UNIT", rf"\b{_COUNT}\s+(?P<unit>day|week)s?\s+(?:later|earlier|before|afterwards|prior)\b", read_event_day, basis=Basis.INFERRED),
    _rule(
        "coming",
        "within|next|coming|following & UNIT",
        rf"\b(?:(?:[Ww]ithin|[Ii]n|[Oo]ver|[Dd]uring|[Ff]or)\s+)?the\s+(?:next|coming|following)\s+{_COUNT}[\s-]+{_UNIT}\b|\b(?P<within>[Ww]ithin)\s+(?P<span>{_NUMBER_WORD})\s+{_UNIT.replace('unit', 'units')}\b",
        read_coming,
        basis=Basis.INFERRED,
    ),
    _rule("coming-vague", "coming|next|following & UNIT", r"\b(?:(?:[Ii]n|[Oo]ver|[Dd]uring|[Ww]ithin)\s+)?(?:the\s+)(?:coming|next\s+few|next\s+couple\s+of)\s+(?P<unit>day|week|month|year)s\b", read_coming_vague, basis=Basis.INFERRED),
    _rule(
        "nth-day",
        "day|night & for",
        rf"\b[Ff]or\s+(?:an?|the)\s+(?P<nth>{'|'.join(NTH[1:])})(?:\s+(?:straight|consecutive|successive))?\s+(?:day|night)\b(?:\s+in\s+a\s+row)?(?:,?\s+(?:on\s+)?(?P<weekday>{WEEKDAY})\b)?",
        read_nth_day,
        basis=Basis.INFERRED,
    ),
    _rule("reporting-period", "period|week|month", r"\b(?:[Ii]n|[Dd]uring|[Oo]ver|[Ww]ithin|[Tt]hroughout)\s+(?:the|this)\s+(?:(?:reporting|review)\s+(?:period|week|month)|period\s+under\s+review|(?<=hroughout the )week)\b", read_period, basis=Basis.INFERRED),
    _rule("same-unit", "same & week|month|year|weekend", r"\b(?:[Ii]n|[Dd]uring|[Oo]ver|[Oo]n|[Aa]t)?\s*\b(?:the|that)\s+same\s+(?P<unit>week|weekend|month|year)\b", read_same_unit, basis=Basis.INFERRED),
    _rule("since-then", "since", r"\b[Ss]ince\s+then\b|\b[Ee]ver\s+since\b", read_since_then, basis=Basis.INFERRED),
    _rule("vague-distance", "ago|later|earlier|before & UNIT", r"\b(?:[Hh]ours|[Dd]ays|[Ww]eeks|[Mm]onths|[Yy]ears|[Dd]ecades)\s+(?:ago|later|earlier|before)\b", read_uncounted),
    _rule("age", "age|aged|old|olds & DIGIT", r"\b(?:aged?\s+(?:between\s+)?\d+(?:\s*(?:-|to|and)\s*\d+)?|\d+[\s-]years?[\s-]olds?)\b", read_nothing),
    _rule("duration-adjective", "UNIT", rf"\b{_NUMBER_WORD}-(?:and-a-half-)?(?:hour|day|week|month|year|decade)s?(?:-long)?\b", read_nothing),
    _rule("duration", "UNIT & for|in|after|within|lasting|lasted", rf"\b(?:[Ff]or|[Ii]n|[Aa]fter|[Ww]ithin|[Ll]asting|[Ll]asted)\s+(?:the\s+first\s+time\s+in\s+)?{_HEDGE}{_COUNT}\s+(?:straight\s+|consecutive\s+)?{_UNIT}\b(?!\s+(?:ago|later|before|earlier))", read_nothing),
    _rule("duration-bare", "UNIT", rf"\b(?:(?:to\s+)?last(?:s|ed|ing)?\s+)(?P<span>{_NUMBER_WORD})\s+{_UNIT}\b", read_nothing),
    _rule("duration-of", "UNIT & of", rf"\b{_HEDGE}{_COUNT}\s+{_UNIT}\s+of\b", read_nothing),
    _rule("times-of-day", "YEAR|gmt", r"\b(?:\d{1,2}[:.]\d\d|\d{4}\s+GMT)\b", read_nothing),
)  # fmt: skip
