"""What in an article is no report: share, donate, copyright, contact, related links, tag lists."""

import re
from collections.abc import Sequence

from according.model.evidence import Span
from according.model.report import Block, BlockKind
from according.text.offsets import trim_span

_LONGEST_CAPTION = 350
_LONGEST_HEADLINE = 140


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_SITES = r"(?:share|tweet|facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|print|e-?mail|copy link)"

# A block that begins so ends the report: everything after it belongs to the page.
_CLOSES = _any_of(
    r"note to readers?\b",
    r"the original source of (?:this|the) article\b",
    r"copyright\s*(?:©|\(c\)|\d{4})",
    r"(?:©|\(c\))\s*(?:copyright\b|\d{4}\b|\w+[ \w]{0,40}\d{4})",
    r"all rights reserved",
    r"disclaimer\s*:",
    r"(?:please )?(?:help us|support (?:us|our|independent|the project)|donate\b|make a donation)",
    r"become a (?:member|patron|subscriber|supporter)\b",
    r"comment on .{0,60}(?:facebook|twitter) page",
    r"about the authors?\s*:?$",
    r"(?:post|leave|add) a (?:comment|reply)\b",
    r"\d+ comments?$",
    r"comments?\s*(?:\(\d+\))?$",
)
# A block that begins so is followed by headlines of other reports.
_LISTS = _any_of(
    r"(?:related|similar|recommended) (?:articles?|stories|posts|news|topics|content|links?)\b",
    r"(?:more from|most (?:read|viewed|popular|shared)|you (?:may|might) also (?:like|be interested)|recommended for you)\b",
)
# A block that begins so is no report, and what follows it may be.
_STANDS_ALONE = _any_of(
    r"(?:please )?(?:share|forward|tweet|print|e-?mail|pin|follow|like)"
    r"(?: (?:this|us|on|via|to|with|article|story|page|it|the|share)\b.{0,200})?$",
    rf"{_SITES}(?:[\s|,·/]+(?:{_SITES}|x))*$",
    r"(?:subscribe|sign up|register|log ?in|sign in)\b.{0,200}"
    r"(?:newsletter|e-?mails?|alerts?|updates?|account|now|here|inbox|today|channel)\b",
    r"(?:our|get (?:our|the)|join our|daily|weekly) .{0,40}newsletter\b",
    r"(?:we|this (?:web)?site|our (?:web)?site) uses? cookies\b|(?:accept|manage) (?:all )?cookies|cookie (?:policy|notice|settings)",
    r"follow (?:us|@|\w+ on (?:twitter|facebook|telegram|instagram|x)\b)",
    r"(?:read|see|watch|listen)(?: (?:more|also|next|now))\s*(?::|$|on\b|about\b|at\b)",
    r"(?:also read|see also|further reading|read the full (?:story|article)|click here|continue reading)\b",
    r"(?:tags?|keywords?|topics?|filed under|categor(?:y|ies)|labels?)\s*:",
    r"articles? by\s*:",
    r"(?:for )?(?:media|press|general)? ?(?:inquiries|enquiries)\s*:|contact(?: us)?\s*:|(?:send|write) (?:us )?(?:an )?e-?mail to\b",
    r"(?:view|show|load|hide) (?:all )?(?:comments?|more|gallery|photos?)\b",
    r"(?:advertisement\b.{0,40}|photos?|videos?|images?|gallery|sponsored(?: content)?|promoted)$",
    r"(?:story continues below|article continues after)\b",
    r"(?:scroll down for|enlarge this image|toggle caption)\b.{0,60}$",
    r"(?:skip (?:to|advert).*|back to top|home|menu|search|loading\W*)$",
    r"(?:terms (?:of|and) (?:use|service|conditions)|privacy policy|legal notice|cookie policy|imprint|contact us|about us)(?:[\s|,·]|$)",
    r"(?:reporting|writing|editing|additional reporting|edited|compiled) by [A-Z].{0,300}$",
    r"\((?:reporting|writing|editing|additional reporting) by\b",
    r"our standards\s*:",
    r"follow [A-Z][\w ]{2,40} for (?:more|updates)\b",
    r"(?:contact|write to|reach|e-?mail) us\b|contact (?:through|via)\b",
    r"get short url\b",
    r"(?:last )?update[ds]?\s*:\s*\d",
    r"(?:https?://|www\.)\S+$",
    r"\S+@\S+\.\w+$",
    r"[\W_]+$",
    r"\[?(?:photo|image|picture|video)s?(?: (?:credit|source|by|courtesy(?: of)?))?\s*:\s*.{0,120}$",
    r"\((?:photo|image|picture) (?:by|credit|courtesy|:).{0,160}\)$",
    r"(?:file|archive|illustrative|handout) (?:photo|image|picture)s?\b.{0,160}$",
)
_ADDRESS = _any_of(r".{0,160}(?:contact|write|reach|e-?mail|tips|corrections|complaints|feedback)\b[^.]{0,60}\S+@\S+\.\w+\W{0,3}$")
# Words that end a paragraph and belong to the page, where a text has lost its lines.
_TAIL = re.compile(
    r"""(?:(?<=[.!?"”')\]])|(?<=\s))\s*(?:
      (?:[Rr]ead\ [Aa]lso|RELATED|Read\ more|MoreImage)\s*$
    | (?:\(?Source:\ [A-Z][^()]{2,60}\)?\s*)?(?:Twitter|Facebook|Share|Print|Tweet)\s*$
    | Tags\ [^.]{0,300}(?:Community\ standards|Comment\ via|Discussion)[^.]{0,120}$
    | Community\ standards\s*Discussion.{0,120}$
    | (?:Source\ \w[\w ]{0,40})?\s*About\ TRT\ World\ Careers.{0,200}$
    | (?:\(?(?:Additional\ r|R)eporting\ by\ [A-Z][^.]{0,250}
      |\(?Writing\ by\ [A-Z][^.]{0,200}|\(?Editing\ by\ [A-Z][^.]{0,200})\.?\s*(?:Our\ Standards.{0,80})?$
    | Our\ Standards:.{0,80}$
    | Last\ Update:\ .{5,100}$
    | Follow\ \w[^.]{0,80}\ on\ (?:Twitter|Facebook|Telegram)\b.{0,80}$
    | Last\ edited\ by\b.{0,80}$
    | This\ article\ is\ an\ edited\ translation\b.{0,80}$
    )""",
    re.VERBOSE,
)
# The credit that a picture's caption ends with.
_CREDIT = re.compile(
    r"""(?:
      (?:REUTERS|AFP|AP\ Photo|AP|EPA|EFE|Getty(?:\ Images)?|Anadolu)\s?/\s?[A-Z][\w.'\ -]{2,40}
    | /\s?(?:AFP|Getty\ Images|AP|EPA|Reuters)
    | (?:\(|\[|\b)(?:[A-Z]\w+/)?(?:AP|AFP|Reuters|EPA|Getty|File|Archive|Handout)\ ?(?:[Pp]hoto|Images|[Aa]rchive|picture|handout)
    | Getty\ Images
    )[)\].\s]*$""",
    re.VERBOSE,
)
# Every tail holds one of these.
_TAIL_WORDS = (
    "Also", "also", "RELATED", "Read more", "MoreImage", "Twitter", "Facebook", "Share", "Print", "Tweet", "Discussion", "standards",
    "Comment via", "TRT World", "eporting by", "riting by", "diting by", "Our Standards", "Last Update", "Telegram", "Last edited by",
    "edited translation",
)  # fmt: skip
_CREDIT_WORDS = (
    "REUTERS",
    "Reuters",
    "AFP",
    "AP",
    "EPA",
    "EFE",
    "Getty",
    "Anadolu",
    "File",
    "Archive",
    "Handout",
)  # and every credit of these
_MARKABLE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.TABLE_ROW})


def mark_boilerplate(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Mark the parts that are no report, and split off those at the end of a paragraph."""
    marked: list[Block] = []
    seen, is_over = 0, False
    total = sum(block.span.end - block.span.start for block in blocks)
    is_list = False  # headlines of other reports
    for block in blocks:
        words = block.span.of(text)
        closes = _CLOSES.match(words) is not None
        is_over = is_over or (block.kind in _MARKABLE and seen * 5 > total and closes)
        is_list = _LISTS.match(words) is not None or (is_list and len(words) < _LONGEST_HEADLINE and not words.endswith((".", '"', "”")))
        if block.kind not in _MARKABLE:
            marked.append(block)
        elif is_over or is_list or closes or _is_alone(words):
            marked.append(Block(BlockKind.BOILERPLATE, block.span))
        elif len(words) < _LONGEST_CAPTION and (_is_credited(words) or words.startswith(("FILE -", "FILE –", "FILE —"))):
            marked.append(Block(BlockKind.CAPTION, block.span))
        else:
            marked.extend(_split_tail(text, block))
        seen += len(words)
    return tuple(marked)


def _is_alone(words: str) -> bool:
    match = _STANDS_ALONE.match(words) or ("@" in words and _ADDRESS.match(words)) or None
    return match is not None and (len(words) < 400 or match.end() == len(words))


def _is_credited(words: str) -> bool:
    return any(map(words.__contains__, _CREDIT_WORDS)) and _CREDIT.search(words) is not None


def _split_tail(text: str, block: Block) -> tuple[Block, ...]:
    start = max(block.span.start, block.span.end - 600)
    last = text[start : block.span.end]
    if not any(map(last.__contains__, _TAIL_WORDS)):
        return (block,)
    match = _TAIL.search(text, start, block.span.end)
    if match is None:
        return (block,)
    body = trim_span(text, Span(block.span.start, match.start()))
    tail = trim_span(text, Span(match.start(), block.span.end))
    if body.start == body.end or tail.start == tail.end:
        return (block,)
    return Block(block.kind, body), Block(BlockKind.BOILERPLATE, tail)
