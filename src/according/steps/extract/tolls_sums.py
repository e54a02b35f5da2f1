"""Read counted groups together: sum people told one by one, and hand the kind of people on to "others" and bare numbers."""

import re

from according.model.records import replace
from according.steps.extract.tolls_linking import Link, joins

_HANDED_ON = frozenset({"civilians", "combatants"})  # "12 soldiers were killed and 5 wounded"
_NEAR = 120  # characters; "others" farther from a group than that are not of its kind for sure
_HIMSELF = re.compile(r"\s+(?:himself|herself|themselves)\b")  # the others are not of the bomber's kind
_KIN = re.compile(
    r"\s+and\s+(?:his|her|their|its)\s+(?:[\w-]+\s+){0,2}?(?:father|mother|wife|husband|son|daughter|brother|sister|grandmother|grandfather|uncle|aunt|baby|child|driver)\b"
)
_OWN_KIN = re.compile(r"\band\s+(?:his|her|their)\s+$", re.IGNORECASE)
_THEIR_KIN = re.compile(r"\s+of\s+(?:his|her|their)\b")
_LAY = frozenset(("women", "children", "men"))  # what others beside them are is not told so closely
_CIVIL = frozenset(("women", "children", "men", "civilians", "medics", "journalists", "aid workers"))


def sum_ones(text: str, links: list[Link]) -> list[Link]:
    """Sum people told one by one ("a woman and a child"), and a kinsman told after a number ("and their father")."""
    merged: list[Link] = []
    for link in links:
        kin = _KIN.match(text, link.group.end) if link.group.amount.low == link.group.amount.high and link.group.amount.low else None
        if kin and link.group.amount.low is not None:
            total = link.group.amount.low + 1
            link = _sum(link, total, kin.end(), "civilians")
        last = merged[-1] if merged else None
        if (
            last
            and last.word == link.word
            and _is_single(link)
            and (_is_single(last) or last.rule == "en.toll.sum")
            and joins(text, last.group, link.group)
        ):
            kinds = {last.group.who, link.group.who}
            who = last.group.who if len(kinds) == 1 else "civilians" if kinds <= _CIVIL else "unspecified"
            merged[-1] = _sum(last, (last.group.amount.low or 0) + 1, link.group.end, who or "unspecified")
            continue
        is_kin = _THEIR_KIN.match(text, link.group.amount.end) or _OWN_KIN.search(text, max(0, link.group.start - 12), link.group.start)
        if last and last.word == link.word and _is_single(last) and is_kin and link.group.amount.low and last.group.who in _CIVIL:
            merged[-1] = _sum(last, link.group.amount.low + 1, link.group.end, "civilians")
            continue
        merged.append(link)
    return merged


def _is_single(link: Link) -> bool:
    return link.group.amount.low == link.group.amount.high == 1 and not link.is_subgroup


def _sum(link: Link, total: int, end: int, who: str) -> Link:
    amount = replace(link.group.amount, low=total, high=total)
    return replace(link, group=replace(link.group, amount=amount, end=end, who=who, is_elided=False), rule="en.toll.sum")


def settle_others(text: str, links: list[Link]) -> list[Link]:
    """Give "others", and numbers without a noun, the kind of the people named before them, when they are of one kind."""
    settled: list[Link] = []
    for link in links:
        is_bare = link.group.is_elided and not link.is_subgroup and (link.group.amount.low or link.group.amount.high)
        if (link.group.is_other or is_bare) and link.group.who in (None, "unspecified"):
            named = [
                one.whose or one.group
                for one in settled
                if not one.is_subgroup
                and not _HIMSELF.match(text, one.word.end)
                and (one.whose or not one.group.is_elided)
                and link.group.start - one.group.end < _NEAR
            ]
            kinds = {one.who for one in named}
            is_sum = any(one.rule == "en.toll.sum" for one in settled)
            if len(kinds) == 1 and (
                kinds <= _HANDED_ON if link.group.is_elided and not link.group.is_other else "unspecified" not in kinds and not is_sum
            ):
                kind = kinds.pop()
                link = replace(link, group=replace(link.group, who="civilians" if kind in _LAY else kind), whose=named[-1])
        settled.append(link)
    return settled
