"""Invented reports and claims for the tests of scoring."""

import json
from pathlib import Path
from typing import Any

from according.evaluate.gold import GoldReport, read_report

TEXT = "Northern Front shelled Harana on Friday, killing 3 civilians. On Saturday the army took Wadi Sur. Talks were held."


def make_claim(number: int = 1, start: int = 0, end: int = 61, **changes: object) -> dict[str, Any]:
    claim: dict[str, Any] = {
        "claim_id": f"r1-{number}",
        "event_id": f"e{number}",
        "kind": "incident",
        "evidence": [{"start": start, "end": end, "quote": TEXT[start:end]}],
        "trigger": "shelled",
        "acled_sub_event": "Shelling/artillery/missile attack",
        "initiator": ["Northern Front"],
        "initiator_text": ["Northern Front"],
        "target": ["civilians"],
        "target_text": ["civilians"],
        "civilians_targeted": True,
        "weapon": None,
        "date": {"earliest": "2031-05-02", "latest": "2031-05-02", "text": "on Friday"},
        "place": {"name": "Harana", "admin1": None, "country": "XX", "text": "Harana", "precision": "place"},
        "tolls": [
            {"harm": "killed", "who": "civilians", "low": 3, "high": 3, "wording": "exact", "text": "3 civilians", "start": 49, "end": 60}
        ],
        "attribution": [],
        "status": "happened",
        "responsibility": [],
        "background": False,
    }
    return claim | changes


def make_capture(number: int = 2, **changes: object) -> dict[str, Any]:
    return make_claim(number, 62, 98, acled_sub_event="Government regains territory", initiator=["the army"], target=[], tolls=[]) | changes


def make_table(*claims: dict[str, Any], report_id: str = "r1", **changes: object) -> dict[str, Any]:
    return {
        "report_id": report_id,
        "title": "A day",
        "outlet": "X",
        "published": "2031-05-04",
        "text": TEXT,
        "claims": list(claims),
    } | changes


def make_report(*claims: dict[str, Any], report_id: str = "r1") -> GoldReport:
    return read_report(make_table(*claims, report_id=report_id), where="test")


def write_gold(path: Path, *tables: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(table, ensure_ascii=False) + "\n" for table in tables), encoding="utf-8")
    return path
