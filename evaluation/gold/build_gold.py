"""Build dev.jsonl, calibration.jsonl and heldout.jsonl from the annotations in authoring/, finding every quote in its text.

A text is written one sentence per line, `N| sentence`; lines that start with `~|` (datelines, headings) cannot be evidence. Lines of a
paragraph are joined by a space, paragraphs by a blank line. A quote that is missing or ambiguous stops the build.
"""

import json
import re
import sys
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ACLED = {
    "armed_clash": "Armed clash",
    "territory_gained_by_government": "Government regains territory",
    "territory_gained_by_nonstate_actor": "Non-state actor overtakes territory",
    "nonviolent_transfer_of_territory": "Non-violent transfer of territory",
    "air_strike": "Air/drone strike",
    "shelling": "Shelling/artillery/missile attack",
    "suicide_bombing": "Suicide bomb",
    "explosive_device": "Remote explosive/landmine/IED",
    "chemical_attack": "Chemical weapon",
    "attack_on_civilians": "Attack",
    "execution": "Attack",
    "sexual_violence": "Sexual violence",
    "abduction": "Abduction/forced disappearance",
    "arrest": "Arrests",
    "detention_release": "Other",
    "interception": "Disrupted weapons use",
    "withdrawal": "Non-violent transfer of territory",
    "troop_movement": "Change to group/activity",
    "surrender": "Agreement",
    "agreement": "Agreement",
    "ceasefire_violation": "Other",
    "evacuation": "Other",
    "humanitarian_obstruction": "Other",
    "aid_delivery": "Other",
    "displacement": "Other",
    "violent_demonstration": "Violent demonstration",
    "aircraft_downed": "Shelling/artillery/missile attack",
    "ceasefire_declared": "Agreement",
    "defection": "Change to group/activity",
    "excessive_force_against_protesters": "Excessive force against protesters",
    "grenade": "Grenade",
    "group_change": "Change to group/activity",
    "headquarters_established": "Headquarters or base established",
    "mass_grave_found": "Other",
    "mob_violence": "Mob violence",
    "non_cooperation": "Peaceful protest",
    "peaceful_protest": "Peaceful protest",
    "property_destruction": "Looting/property destruction",
    "protest_with_intervention": "Protest with intervention",
    "recruitment": "Change to group/activity",
    "restriction": "Other",
    "threat": "Other",
    "weapons_seizure": "Disrupted weapons use",
    "other": "Other",
}
SPEAKERS = {
    "party": "party to the conflict",
    "official": "official",
    "monitor": "monitor/NGO",
    "witness": "medic/resident/witness",
    "media": "other media",
    "publisher": "publisher",
    "anonymous": "anonymous",
}
STATUSES = {"happened", "unconfirmed", "denied", "foreseen", "prevented"}
PRECISIONS = {"place", "near", "district", "province", "country"}
HARMS = {"killed", "injured", "missing", "detained", "displaced"}
WORDINGS = {"exact", "at least", "more than", "about", "up to", "some", "several", "dozens", "scores", "hundreds", "millions"}
KEYS = {
    "s",
    "event",
    "kind",
    "trigger",
    "type",
    "acled",
    "by",
    "to",
    "civ",
    "weapon",
    "when",
    "where",
    "tolls",
    "says",
    "status",
    "resp",
    "bg",
    "rival",
    "note",
}
CONFLICTS = {
    "afghanistan",
    "dr-congo",
    "ethiopia",
    "iraq",
    "israel-palestine-lebanon",
    "libya",
    "mozambique",
    "myanmar",
    "nigeria",
    "sahel",
    "somalia",
    "sudan",
    "syria",
    "ukraine",
    "yemen",
}
WRITINGS = {"wire", "state media", "party communiqué", "monitor's daily list", "humanitarian situation report"}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class AnnotationError(Exception):
    """Say which annotation does not fit its text."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Hold the text of a report and where each numbered sentence stands in it."""

    text: str
    sentences: dict[int, tuple[int, int]]


def lay_text(source: str) -> Laid:
    """Join the numbered lines to one text."""
    text, sentences = "", {}
    for paragraph in re.split(r"\n\s*\n", source.strip()):
        text += "\n\n" if text else ""
        for i, line in enumerate(paragraph.splitlines()):
            label, _, words = line.partition("|")
            words = words.strip()
            text += " " if i else ""
            if label != "~":
                sentences[int(label)] = (len(text), len(text) + len(words))
            text += words
    return Laid(text, sentences)


def cut(field: str, count: int) -> list[str]:
    """Cut a compact field into its parts."""
    parts = [part.strip() for part in field.split("|")]
    if len(parts) != count:
        raise AnnotationError(f"expected {count} parts: {field}")
    return parts


def find_quote(laid: Laid, numbers: list[int], quote: str) -> tuple[int, int]:
    """Find the one place of a quote in the evidence; `quote@2` asks for the second."""
    quote, _, nth = quote.partition("@")
    hits = [
        (m.start() + start, m.end() + start)
        for start, end in (laid.sentences[n] for n in numbers)
        for m in re.finditer(re.escape(quote), laid.text[start:end])
    ]
    if not hits or (len(hits) > 1 and not nth):
        raise AnnotationError(f"{len(hits)} places for: {quote}")
    return hits[int(nth or 1) - 1]


def check_words(laid: Laid, words: str) -> str | None:
    """Return words that stand in the text, None for a dash."""
    if words == "-":
        return None
    if words not in laid.text:
        raise AnnotationError(f"not in the text: {words}")
    return words


def read_date(laid: Laid, field: str) -> dict[str, str | None]:
    """Read `FIRST..LAST | words`; a named weekday must fit its day."""
    days, words = cut(field, 2)
    first, _, last = days.partition("..")
    earliest, latest = date.fromisoformat(first), date.fromisoformat(last or first)
    if latest < earliest:
        raise AnnotationError(f"the end is before the start: {field}")
    named = [i for i, name in enumerate(WEEKDAYS) if name in words]
    if len(named) == 1 and earliest == latest and earliest.weekday() != named[0]:
        raise AnnotationError(f"not that weekday: {field}")
    return {"earliest": str(earliest), "latest": str(latest), "text": check_words(laid, words)}


def read_place(laid: Laid, field: str) -> dict[str, str | None]:
    """Read `name | admin1 | country | precision | words`."""
    name, admin1, country, precision, words = cut(field, 5)
    if precision not in PRECISIONS or not re.fullmatch(r"[A-Z]{2}", country):
        raise AnnotationError(f"bad place: {field}")
    return {
        "name": name,
        "admin1": None if admin1 == "-" else admin1,
        "country": country,
        "text": check_words(laid, words),
        "precision": precision,
    }


def read_toll(laid: Laid, numbers: list[int], field: str) -> dict[str, object]:
    """Read `harm | who | low..high | wording | words | by`."""
    parts = [part.strip() for part in field.split("|")]
    harm, who, amount, wording, words = parts[:5]
    if harm not in HARMS or wording not in WORDINGS:
        raise AnnotationError(f"bad toll: {field}")
    low, _, high = amount.partition("..")
    start, end = find_quote(laid, numbers, words)
    toll: dict[str, object] = {
        "harm": harm, "who": who, "low": int(low) if low else None, "high": int(high) if high else None,
        "wording": wording, "text": laid.text[start:end], "start": start, "end": end,
    }  # fmt: skip
    return toll | ({"by": parts[5]} if len(parts) > 5 else {})


def read_claim(laid: Laid, report_id: str, number: int, raw: dict[str, Any]) -> dict[str, object]:
    """Turn one compact annotation into a claim of the gold format."""
    if unknown := set(raw) - KEYS:
        raise AnnotationError(f"unknown keys {sorted(unknown)}")
    numbers = raw["s"]
    sides = {key: [cut(side, 2) for side in raw.get(key, [])] for key in ("by", "to")}
    status = raw.get("status", "happened")
    if status not in STATUSES or raw.get("kind", "incident") not in {"incident", "tally", "pattern"}:
        raise AnnotationError(f"bad status or kind: {raw}")
    start, end = find_quote(laid, numbers, raw["trigger"])
    attribution = []
    for field in raw.get("says", []):
        chain, speaker, kind, words = cut(field, 4)
        attribution.append({"speaker": speaker, "kind": SPEAKERS[kind], "text": check_words(laid, words), "chain": int(chain)})
    responsibility = [dict(zip(("actor", "stance", "by"), cut(field, 3), strict=True)) for field in raw.get("resp", [])]
    if any(r["stance"] not in {"blamed", "claimed", "denied"} for r in responsibility):
        raise AnnotationError(f"bad stance: {raw['resp']}")
    claim = {
        "claim_id": f"{report_id}-{number:02d}",
        "event_id": raw["event"],
        "kind": raw.get("kind", "incident"),
        "evidence": [{"start": a, "end": b, "quote": laid.text[a:b]} for a, b in (laid.sentences[n] for n in numbers)],
        "trigger": laid.text[start:end],
        "event_type": raw["type"],
        "acled_sub_event": raw.get("acled", ACLED[raw["type"]]),
        "initiator": [name for name, _ in sides["by"]],
        "initiator_text": [check_words(laid, words) for _, words in sides["by"]],
        "target": [name for name, _ in sides["to"]],
        "target_text": [check_words(laid, words) for _, words in sides["to"]],
        "civilians_targeted": raw.get("civ"),
        "weapon": check_words(laid, raw.get("weapon", "-")),
        "date": read_date(laid, raw["when"]) if "when" in raw else None,
        "place": read_place(laid, raw["where"]) if "where" in raw else None,
        "tolls": [read_toll(laid, numbers, field) for field in raw.get("tolls", [])],
        "attribution": attribution,
        "status": status,
        "responsibility": responsibility,
        "background": raw.get("bg", False),
    }
    optional = {"rival_account": raw.get("rival"), "note": raw.get("note")}
    return claim | {key: value for key, value in optional.items() if value}


def read_report(path: Path) -> dict[str, object]:
    """Read one report with all its claims."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    if raw["conflict"] not in CONFLICTS or raw["writing"] not in WRITINGS:
        raise AnnotationError(f"bad conflict or writing: {raw['conflict']}, {raw['writing']}")
    laid = lay_text(raw["text"])
    head = {
        "report_id": path.stem, "article_id": path.stem, "split": raw["split"], "writing": raw["writing"], "country": raw["country"],
        "conflict": raw["conflict"],
        "outlet": raw["outlet"], "title": raw["title"], "published": str(raw["published"]), "text": laid.text,
    }  # fmt: skip
    claims = []
    for number, claim in enumerate(raw["claim"], 1):
        try:
            claims.append(read_claim(laid, path.stem, number, claim))
        except (AnnotationError, KeyError, IndexError, ValueError) as error:
            raise AnnotationError(f"{path.name}, claim {number}: {error!r}") from error
    return head | {"claims": claims}


def main() -> int:
    """Write both files; exit 1 and name every annotation that does not fit."""
    reports, problems = [], []
    for path in sorted((HERE / "authoring").glob("*.toml")):
        try:
            reports.append(read_report(path))
        except (AnnotationError, tomllib.TOMLDecodeError) as error:
            problems.append(f"{path.name}: {error}")
    for split, name in (("dev", "dev.jsonl"), ("calibration", "calibration.jsonl"), ("held-out", "heldout.jsonl")):
        lines = [json.dumps(report, ensure_ascii=False) + "\n" for report in reports if report["split"] == split]
        (HERE / name).write_text("".join(lines), encoding="utf-8")
        print(f"{name}: {len(lines)} reports")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
