import json
from pathlib import Path
from typing import Any

import pytest

from according.app import doctor
from according.cli import entry

Streams = pytest.CaptureFixture[str]


def _lines(capfd: Streams, *arguments: str, code: int = 0) -> list[dict[str, Any]]:
    assert entry.run(list(arguments)) == code
    return [json.loads(line) for line in capfd.readouterr().out.splitlines()]


def test_an_actor_has_the_name_of_the_day(capfd: Streams) -> None:
    then = _lines(capfd, "lookup", "actor", "Hayat Tahrir al-Sham", "--on", "2016-05-01")[0]
    later = _lines(capfd, "lookup", "actor", "Hayat Tahrir al-Sham", "--on", "2018-05-01")[0]
    assert (then["id"], then["name"]) == ("sy.hts", "Jabhat al-Nusra")
    assert later["name"] == "Hay'at Tahrir al-Sham"
    assert any("2016-05-01" in why for why in then["why"])


def test_a_similar_actor_is_shown_as_similar_only(capfd: Streams) -> None:
    found = _lines(capfd, "lookup", "actor", "Ahrar al-Shamm")
    assert found[0]["score"] <= 0.25
    assert "no actor has this name" in found[0]["why"][0]


def test_an_unknown_actor_is_a_finding(capfd: Streams) -> None:
    assert _lines(capfd, "lookup", "actor", "Zzyzx Qwop", code=1) == []


def test_a_place_close_by_comes_first(capfd: Streams) -> None:
    near_hama = _lines(capfd, "lookup", "place", "Jurin", "--near", "Hama")[0]
    assert near_hama["country"] == "SY"
    assert near_hama["latitude"] == pytest.approx(35.6, abs=0.1)
    assert any("km from Hama" in why for why in near_hama["why"])


def test_a_country_keeps_the_others_out(capfd: Streams) -> None:
    assert {one["country"] for one in _lines(capfd, "lookup", "place", "Tripoli", "--country", "lb")} == {"LB"}


def test_a_place_that_no_gazetteer_has_is_a_finding(capfd: Streams) -> None:
    assert entry.run(["lookup", "place", "Qwertabad"]) == 1
    assert "no gazetteer has the place 'Qwertabad'" in capfd.readouterr().err


def test_a_sentence_is_tried_on_the_rules(capfd: Streams) -> None:
    tried = _lines(capfd, "rules", "try", "Shelling killed two people in Douma.")
    assert ("Shelling", "shelling") in {(one["words"], one["event_type"]) for one in tried}
    assert _lines(capfd, "rules", "try", "The minister opened a bakery.", code=1) is not None


def test_every_event_type_has_rules(capfd: Streams) -> None:
    rows = _lines(capfd, "rules", "coverage")
    assert len(rows) >= 44
    assert all(row["rules"] and row["examples"] and row["counterexamples"] for row in rows)


def test_the_lint_without_examples_finds_no_error(capfd: Streams) -> None:
    assert all(one["level"] != "error" for one in _lines(capfd, "rules", "lint", "--no-examples"))


def test_a_gazetteer_is_added_once_listed_and_removed(capfd: Streams, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCORDING_HOME", str(tmp_path / "home"))
    wells = tmp_path / "wells.csv"
    wells.write_text("name,latitude,longitude,country\nQwertabad,35.5,36.5,SY\n", encoding="utf-8")
    assert entry.run(["gazetteer", "add", str(wells), "--source", "Field survey", "--licence", "private"]) == 0
    assert "wells: added, 1 place (" in capfd.readouterr().out
    assert entry.run(["gazetteer", "add", str(wells)]) == 0
    assert "wells: already there" in capfd.readouterr().out
    card = _lines(capfd, "gazetteer", "list")[0]
    assert (card["name"], card["places"], card["source"], card["licence"]) == ("wells", 1, "Field survey", "private")
    assert entry.run(["gazetteer", "remove", "wells"]) == 0
    capfd.readouterr()
    assert _lines(capfd, "gazetteer", "list") == []
    assert entry.run(["gazetteer", "remove", "wells"]) == 2


def test_the_doctor_finds_all_that_is_needed(capfd: Streams) -> None:
    checks = {one["what"]: one for one in _lines(capfd, "doctor")}
    assert [name for name, one in checks.items() if one["state"] == "missing"] == []
    assert {"Python", "packages", "English model", "knowledge", "place index", "gazetteers"} <= set(checks)
    assert checks["knowledge"]["found"].startswith("version ")


def test_the_doctor_names_what_is_missing_and_the_cure(capfd: Streams, monkeypatch: pytest.MonkeyPatch) -> None:
    found = doctor._find_version
    monkeypatch.setattr(doctor, "_find_version", lambda name: None if name in {"trafilatura", "pandas"} else found(name))
    checks = {one["what"]: one for one in _lines(capfd, "doctor", code=1)}
    assert checks["packages"]["state"] == "missing"
    assert "trafilatura" in checks["packages"]["found"]
    assert "pip install" in checks["packages"]["cure"]
    assert checks["pandas"]["state"] == "optional"


def test_the_doctor_survives_a_folder_that_does_not_exist(capfd: Streams) -> None:
    checks = {one["what"]: one for one in _lines(capfd, "doctor", "--knowledge", "missing-folder", code=1)}
    assert "there is no such folder" in checks["knowledge"]["found"]
    assert checks["knowledge"]["cure"]


def test_a_rule_that_does_not_exist_is_refused_and_a_like_one_named(capfd: Streams) -> None:
    assert entry.run(["rules", "try", "Shelling killed two people.", "--rule", "en.shelling.shell-verbs"]) == 2
    said = capfd.readouterr().err
    assert "no rule has the id 'en.shelling.shell-verbs'" in said
    assert "en.shelling.shell-verb" in said.partition("Did you mean")[2]


def test_no_population_is_told_that_nobody_counted(capfd: Streams, tmp_path: Path) -> None:
    (tmp_path / "places").mkdir()
    head = "name\taliases\tlatitude\tlongitude\tcountry\tadmin1\tfeature\tsource\n"
    row = "Tell Qwertabad\t\t35.9\t36.6\tSY\tIdlib\tsettlement\tinvented for this test\n"
    (tmp_path / "places" / "supplement.tsv").write_text(head + row, encoding="utf-8")
    found = _lines(capfd, "lookup", "place", "Tell Qwertabad", "--knowledge", str(tmp_path))[0]
    assert found["why"] == ["the same spelling", "its main name", "population not known"]
