"""The seed story: a real report, and what a careful person reads in it. Skips where ../shared is absent."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

import according
from according.model.codec import Json
from according.model.report import BlockKind

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "reports"
NAME = "2019-03-08-global-research-idlib"
pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="../shared/reports is not here")


@pytest.fixture(scope="module")
def coded() -> according.CodedReport:
    return according.code(FOLDER / f"{NAME}.txt")


@pytest.fixture(scope="module")
def claims(coded: according.CodedReport) -> list[Json]:
    return coded.to_dicts()


SHOULD_FOUND = {"desert-2018", "ceasefire-violations", "hama-shelling", "euphrates", "tanf"}
_LEMMAS = {"claimed": "claim", "said": "say"}


def _expected() -> dict[str, object]:
    path = FOLDER / f"{NAME}.expected.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {"must": [], "should": [], "relation": [], "report": {}}


def _rows(key: str) -> list[object]:
    return [pytest.param(row, id=row["id"]) for row in _expected()[key]]  # type: ignore[attr-defined]


def _as_list(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else [value]


def _fits_when(row: Json, claim: Json) -> bool:
    wanted, found = row.get("when"), claim["date"]
    if wanted is None:
        return True
    if isinstance(wanted, list):
        return found is not None and [found["earliest"], found["latest"]] == wanted
    if wanted.get("exact") is False:
        open_range = claim["unresolved"].get("date", [{}])[0].get("candidates")
        return found is None and open_range == [f"../{wanted['latest']}"]
    return found is not None and found["earliest"] >= wanted["earliest"] and found["latest"] <= wanted["latest"]


def _fits_where(row: Json, claim: Json) -> bool:
    wanted, found = row.get("where"), claim["place"]
    if wanted is None:
        return True
    if found is None:
        return False
    same = all(found[key] == wanted[key] for key in ("name", "admin1", "precision", "part") if key in wanted)
    if "relation" in wanted:
        same = same and found["relation"] == wanted["relation"]
    if "latitude" in wanted:
        near = wanted["within_km"] / 111
        same = same and abs(found["latitude"] - wanted["latitude"]) <= near and abs(found["longitude"] - wanted["longitude"]) <= near * 1.3
    return same


def _fits_killed(row: Json, claim: Json) -> bool:
    wanted = row.get("killed")
    killed = [toll for toll in claim["tolls"] if toll["harm"] == "killed"]
    if wanted is None:
        return True
    if wanted == "none stated":
        return killed == []
    wanted = {"low": None, "high": None} | wanted
    wanted["who"] = wanted["who"].replace("combatants of ", "combatants:") if "who" in wanted else None
    return any(all(toll[key] == value for key, value in wanted.items() if value is not None or key in {"low", "high"}) for toll in killed)


def _fits_voice(row: Json, claim: Json) -> bool:
    wanted = row.get("voice")
    if wanted is None:
        return True
    if wanted == "publisher":
        return claim["attribution"] == []
    return any(
        one["speaker"].lower() == wanted["speaker"].lower() and one["verb"] in {wanted["verb"], _LEMMAS.get(wanted["verb"])}
        for one in claim["attribution"]
    )


def _fits(row: Json, claim: Json) -> bool:
    roles = all(set(_as_list(row[role])) <= set(claim[role]) for role in ("initiator", "target") if role in row)
    types = "event_type" not in row or claim["event_type"] in _as_list(row["event_type"])
    plain = all(claim[key] == row[key] for key in ("status", "kind", "weapon", "background") if key in row)
    return (
        roles
        and types
        and plain
        and _fits_when(row, claim)
        and _fits_where(row, claim)
        and _fits_killed(row, claim)
        and _fits_voice(row, claim)
    )


@pytest.mark.parametrize("row", _rows("must") if FOLDER.exists() else [])
def test_the_report_gives_the_claim(row: Json, claims: list[Json]) -> None:
    assert any(_fits(row, claim) for claim in claims), f"{row['id']} is not among the claims"


def test_of_the_rows_that_should_come_out_most_do(claims: list[Json]) -> None:
    rows = _expected()["should"]
    found = {row["id"] for row in rows if any(_fits(row, claim) for claim in claims)}  # type: ignore[attr-defined]
    assert found >= SHOULD_FOUND, f"found {sorted(found)} of {len(rows)}"  # type: ignore[arg-type]


def test_what_it_says_of_actors_comes_out(coded: according.CodedReport) -> None:
    found = {(one.subject.value.name, one.relation, one.object.value.name) for one in coded.actor_claims}  # type: ignore[union-attr]
    for row in _expected()["relation"]:
        for other in _as_list(row["object"]):  # type: ignore[index]
            assert (row["subject"], row["relation"], other) in found  # type: ignore[index]


def test_loaded_words_are_kept_as_the_sources_and_never_name_anybody(claims: list[Json]) -> None:
    kept = {one["words"].lower() for claim in claims for one in claim["framing"]}
    framing = _expected()["framing"]
    assert kept >= {words.lower() for words in framing["loaded"]}  # type: ignore[index]
    said = {(one["of"], one["words"]) for claim in claims for one in claim["framing"] if (one["by"] or "").startswith("mainstream media")}
    assert said >= {(row["actor"], row["as"]) for row in framing["characterised"]}  # type: ignore[index]
    names = {name for claim in claims for role in ("initiator", "target") for name in claim[role]}
    assert not {name for name in names if "terrorist" in name.lower() or "radical" in name.lower()}


def test_it_knows_where_the_report_comes_from(coded: according.CodedReport) -> None:
    wanted, report = _expected()["report"], coded.report
    assert report is not None
    assert report.title == wanted["title"]  # type: ignore[index]
    assert report.publisher == wanted["publisher"]  # type: ignore[index]
    assert report.origin == wanted["origin"]  # type: ignore[index]
    assert report.published is not None
    assert report.published.day == date(2019, 3, 8)
    assert report.origin_published is not None
    assert report.origin_published.day == date(2019, 3, 7)
    assert list(report.subjects) == wanted["subjects"]  # type: ignore[index]


def test_nothing_comes_from_the_boilerplate(coded: according.CodedReport) -> None:
    assert coded.report is not None
    start = coded.report.text.index("Note to readers")
    body = [block for block in coded.report.blocks if block.span.start >= start]
    assert {block.kind for block in body} == {BlockKind.BOILERPLATE}
    assert all(span.end <= start for claim in coded.claims for span in claim.evidence)
    assert all(claim.evidence.end <= start for claim in coded.actor_claims)
    assert all(name.span.end <= start for name in coded.unknown_names)
