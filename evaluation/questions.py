"""The project's own sentences, question by question: what is right of all answers, as F1.

`python evaluation/questions.py` prints them for both splits, `--wrong QUESTION` lists the wrong answers of the dev split; those of the
held-out split are not shown to anyone.
"""

import argparse
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from according.app.code import open_coder
from according.app.evaluate import open_resolvers
from according.evaluate.compare import Matcher, match_all, token_f1
from according.evaluate.gold import GoldPlace
from according.knowledge.loader import Knowledge
from according.model.claim import Reading
from according.model.codec import actor_claim_to_dict, claim_to_dict
from according.model.evidence import Found
from according.model.report import Report
from according.steps.collect import CollectOptions, read_text
from according.steps.dissect import dissect_report
from according.steps.extract import extract_claims
from according.steps.extract.actors_mentions import ActorMention
from according.steps.extract.claims.asking import Asked, ask_report
from according.steps.extract.responsibility import find_responsibility
from according.steps.extract.triggers import read_triggers

HERE = Path(__file__).parent / "gold/questions"
Json = dict[str, Any]
Same = Callable[[Any, Any], bool]


@dataclass(frozen=True, slots=True)
class Tried:
    """Hold one sentence with everything that was read in it."""

    row: Json
    asked: Asked
    reading: Reading
    matcher: Matcher

    @property
    def text(self) -> str:
        """Return the sentence."""
        return self.asked.text

    @property
    def claims(self) -> list[Json]:
        """Return the claims as flat JSON."""
        return [claim_to_dict(claim, self.text) for claim in self.reading.claims]

    def claim_on(self, words: str) -> Json:
        """Return the claim whose trigger shares words with those given, or nothing."""
        return next((claim for claim in self.claims if token_f1(claim["trigger"], words) > 0), {})


@dataclass(slots=True)
class Tally:
    """Count right, gold and coded answers of one question and split."""

    right: int = 0
    gold: int = 0
    coded: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Return F1; nothing asked and nothing answered is 1."""
        return 2 * self.right / (self.gold + self.coded) if self.gold + self.coded else 1.0


def alike(left: str | None, right: str | None) -> bool:
    """Say whether two wordings share half of their words; none is like none."""
    return left == right if left is None or right is None else token_f1(left, right) >= 0.5


def ask_triggers(tried: Tried) -> tuple[list[Any], list[Any], Same]:
    """Compare triggers with their types."""
    gold = [(one["words"], one["event_type"]) for one in tried.row["triggers"]]
    coded = [(claim["trigger"], claim["event_type"]) for claim in tried.claims]
    return gold, coded, lambda left, right: token_f1(left[0], right[0]) > 0 and left[1] == right[1]


def ask_roles(tried: Tried) -> tuple[list[Any], list[Any], Same]:
    """Compare who, whom and with what, at the trigger that gold names."""
    gold: list[Any] = []
    coded: list[Any] = []
    for number, one in enumerate(tried.row["roles"]):
        claim = tried.claim_on(one["trigger"])
        for items, source in ((gold, one), (coded, claim)):
            for role in ("initiator_text", "target_text"):
                items += [(number, role, words) for words in source.get(role) or () if words]
            items += [(number, "weapon", source["weapon"])] if source.get("weapon") else []
    return gold, coded, lambda left, right: left[:2] == right[:2] and alike(left[2], right[2])


def ask_attribution(tried: Tried) -> tuple[list[Any], list[Any], Same]:
    """Compare chains of speakers with the words that they vouch for."""
    gold = [(one["speakers"], one["content"]) for one in tried.row["attributions"] if one["speakers"]]
    coded = [
        ([speaker.span.of(tried.text) for speaker in one.speakers], " ".join(span.of(tried.text) for span in one.content))
        for one in tried.asked.attributions
    ]

    def same(left: tuple[list[str], str], right: tuple[list[str], str]) -> bool:
        return len(left[0]) == len(right[0]) and all(map(alike, left[0], right[0])) and alike(left[1], right[1])

    return gold, coded, same


def ask_status(tried: Tried) -> tuple[list[Any], list[Any], Same]:
    """Compare the status at the trigger that gold names."""
    gold = [(one["trigger"], one["status"]) for one in tried.row["statuses"]]
    coded = [(words, claim["status"]) for words, _ in gold if (claim := tried.claim_on(words))]
    return gold, coded, lambda left, right: bool(left == right)


def ask_kinds(tried: Tried) -> tuple[list[Any], list[Any], Same]:
    """Compare kind and background at the trigger that gold names."""
    gold = [(one["trigger"], one["kind"], one["background"]) for one in tried.row["claims"]]
    coded = [(words, claim["kind"], claim["background"]) for words, *_ in gold if (claim := tried.claim_on(words))]
    return gold, coded, lambda left, right: bool(left == right)


def ask_responsibility(tried: Tried) -> tuple[list[Any], list[Any], Same]:
    """Compare actor, stance and speaker."""
    gold = [(one["actor"], one["stance"], one["by"]) for one in tried.row["responsibility"]]
    parsed, knowledge = tried.asked.parsed, tried.asked.knowledge
    triggers = tuple(one for sentence in parsed.sentences for one in read_triggers(sentence, tried.text, knowledge.triggers)[0])
    found = find_responsibility(parsed, knowledge.cues, triggers)
    coded = [(one.actor.of(tried.text), one.stance.value, one.by.of(tried.text) if one.by else None) for one in found]
    return gold, coded, lambda left, right: left[1] == right[1] and alike(left[0], right[0]) and alike(left[2], right[2])


def ask_dates(tried: Tried) -> tuple[list[Any], list[Any], Same]:
    """Compare the days of each expression; what is no date has none."""
    gold = [(one["text"], one.get("earliest"), one.get("latest")) for one in tried.row["dates"]]
    coded = []
    for one in tried.asked.dates:
        when = one.answer.value if isinstance(one.answer, Found) else None
        days = (when.earliest, when.latest) if when else (None, None)
        coded.append((one.span.of(tried.text), *(day.isoformat() if day else None for day in days)))
    return gold, coded, lambda left, right: token_f1(left[0], right[0]) > 0 and left[1:] == right[1:]


def ask_places(tried: Tried) -> tuple[list[Any], list[Any], Same]:
    """Compare places by name or distance, as in whole reports."""
    gold = [_to_place(one) for one in tried.row["places"]]
    mentions = (one for sentence in tried.asked.parsed.sentences for one in tried.asked.places_in(sentence))
    found = [one.answer.value for one in mentions if isinstance(one.answer, Found)]
    coded = [
        GoldPlace(where.name, where.admin1, where.country, latitude=where.latitude, longitude=where.longitude)
        for where in dict.fromkeys(found)
    ]
    return gold, coded, tried.matcher.same_place


def ask_actors(tried: Tried) -> tuple[list[Any], list[Any], Same]:
    """Compare the names that are meant, after the registry; the question asks who acts, so civilians and things are left out."""
    on = date.fromisoformat(tried.row["on"]) if tried.row.get("on") else None
    gold = [(one["text"], one["name"]) for one in tried.row["actors"]]
    actors = tried.asked.actors
    coded: dict[str, tuple[str, str]] = {}
    for number, one in enumerate(actors):
        if not isinstance(one.answer, Found) or one.form in {"demonym", "country", "capital"} or one.answer.value.kind == "civilians":
            continue
        if one.is_generic and any(_is_beside(one, other, tried.text) for other in actors[max(0, number - 1) : number + 2] if other.is_name):
            continue
        coded.setdefault(one.answer.value.name, (one.span.of(tried.text), one.answer.value.name))

    def same(left: tuple[str, str], right: tuple[str, str]) -> bool:
        return token_f1(left[0], right[0]) > 0 and tried.matcher.same_actor(left[1], right[1], on)

    return gold, list(coded.values()), same


def _is_beside(word: ActorMention, name: ActorMention, text: str) -> bool:
    """Say whether a name stands in one phrase with a word, and says whom it means: "X fighters", "mercenaries of the X"."""
    first, second = sorted((word.span, name.span))
    return re.fullmatch(r"(?:[’']s?)?\s*|\s+of\s+(?:the\s+)?", text[first.end : second.start]) is not None


def ask_tolls(tried: Tried) -> tuple[list[Any], list[Any], Same]:
    """Compare harm, group, lowest and highest number; combatants without their side."""

    def shorten(toll: Json) -> tuple[str, str, int | None, int | None]:
        return (toll["harm"], toll["who"].split(":")[0], toll["low"], toll["high"])

    coded = dict.fromkeys((toll["text"], shorten(toll)) for claim in tried.claims for toll in claim["tolls"])
    return [shorten(toll) for toll in tried.row["tolls"]], [toll for _, toll in coded], lambda left, right: bool(left == right)


def ask_relations(tried: Tried) -> tuple[list[Any], list[Any], Same]:
    """Compare the relation and both ends."""
    claims = [actor_claim_to_dict(claim, tried.text) for claim in tried.reading.actor_claims]
    gold, coded = ([(one["relation"], one["subject"], one["object"]) for one in rows] for rows in (tried.row["relations"], claims))

    def same_name(left: str, right: str | None) -> bool:
        return alike(left, right) or (right is not None and tried.matcher.same_actor(left, right, None))

    return gold, coded, lambda left, right: left[0] == right[0] and same_name(left[1], right[1]) and same_name(left[2], right[2])


ASK: dict[str, Callable[[Tried], tuple[list[Any], list[Any], Same]]] = {
    "actors": ask_actors,
    "attribution": ask_attribution,
    "dates": ask_dates,
    "kinds": ask_kinds,
    "places": ask_places,
    "relations": ask_relations,
    "responsibility": ask_responsibility,
    "roles": ask_roles,
    "status": ask_status,
    "tolls": ask_tolls,
    "triggers": ask_triggers,
}


def measure_questions(folder: Path = HERE) -> dict[str, dict[str, Tally]]:
    """Return split → question → tally, for the question files that are there."""
    knowledge = open_coder().knowledge
    matcher = Matcher(open_resolvers())
    tallies: dict[str, dict[str, Tally]] = {}
    for name, ask in ASK.items():
        path = folder / f"{name}.jsonl"
        for line in path.read_text(encoding="utf-8").split("\n") if path.exists() else ():
            if line.strip():
                row = json.loads(line)
                tally = tallies.setdefault(row["split"], {}).setdefault(name, Tally())
                _count(ask(_try(row, knowledge, matcher)), row, tally)
    return tallies


def _count(answers: tuple[Sequence[Any], Sequence[Any], Same], row: Json, tally: Tally) -> None:
    gold, coded, same = answers
    right = match_all(gold, coded, same)
    tally.right, tally.gold, tally.coded = tally.right + right, tally.gold + len(gold), tally.coded + len(coded)
    if not right == len(gold) == len(coded):
        tally.wrong.append(f"{row['id']}: {row['sentence']}\n    gold:  {gold}\n    coded: {coded}")


def _try(row: Json, knowledge: Knowledge, matcher: Matcher) -> Tried:
    day = row.get("anchor") or row.get("on")
    options = CollectOptions(published=date.fromisoformat(day) if day else None, country=row.get("country"))
    report = read_text(row["sentence"], options=options)
    if not isinstance(report, Report):
        raise TypeError(f"{row['id']} cannot be read: {report.message}")
    parsed = dissect_report(report, lambda _: True)
    return Tried(row, ask_report(parsed, knowledge), extract_claims(parsed, knowledge), matcher)


def _to_place(row: Json) -> GoldPlace:
    return GoldPlace(row["name"], row["admin1"], row["country"], latitude=row.get("lat"), longitude=row.get("lon"))


def main() -> None:
    """Print F1 per question."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", choices=sorted(ASK), help="list the wrong answers of one question, dev split")
    given = parser.parse_args()
    tallies = measure_questions()
    if given.wrong:
        print("\n".join(tallies.get("dev", {}).get(given.wrong, Tally()).wrong))
        return
    for split, some in sorted(tallies.items()):
        for name, tally in some.items():
            print(f"{split:<9} {name:<15} F1 {tally.f1:.3f}   right {tally.right:>3}  gold {tally.gold:>3}  coded {tally.coded:>3}")


if __name__ == "__main__":
    main()
