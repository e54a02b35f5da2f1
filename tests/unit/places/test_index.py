import multiprocessing
from pathlib import Path

import pytest

from according.errors import KnowledgeError
from according.knowledge.places import Feature, MatchKind, Place, PlaceIndex, index, measure_km, open_places, write_table
from according.knowledge.places.table import PlaceTable, is_table

TOWN = Place("test:1", "Qasr Test", ("Kasr Test",), 35.0, 36.0, "SY", "Hama", Feature.SETTLEMENT, 100)


@pytest.mark.parametrize(
    ("name", "country", "latitude", "longitude"),
    [
        ("Jisr al-Shughur", "SY", 35.81, 36.32),
        ("Khan Sheikhoun", "SY", 35.44, 36.65),
        ("Deir Ezzor", "SY", 35.34, 40.14),
        ("al-Tanf", "SY", 33.49, 38.66),
        ("Bakhmut", "UA", 48.59, 38.00),
        ("El Fasher", "SD", 13.63, 25.35),
        ("Goma", "CD", -1.67, 29.23),
        ("Palma", "MZ", -10.78, 40.48),
        ("Khan Younis", "PS", 31.34, 34.31),
    ],
)
def test_press_spellings_find_the_place(places: PlaceIndex, name: str, country: str, latitude: float, longitude: float) -> None:
    row = places.lookup(name, country=country)[0]
    assert measure_km(row.latitude, row.longitude, latitude, longitude) < 5


@pytest.mark.parametrize(
    ("name", "usual"),
    [("Deir al-Zour", "Deir ez-Zor"), ("Damascus countryside", "Rif Dimashq"), ("Hassakeh", "Hasakah"), ("Sweida", "As-Suwayda")],
)
def test_governorates_come_out_in_their_usual_spelling(places: PlaceIndex, name: str, usual: str) -> None:
    rows = places.lookup(name, country="SY")
    assert usual in [row.admin1 for row in rows if row.feature is Feature.ADMIN1]


def test_all_fourteen_syrian_governorates_are_there(places: PlaceIndex) -> None:
    names = "Aleppo|Idlib|Hama|Homs|Latakia|Tartus|Damascus|Rif Dimashq|Daraa|Quneitra|As-Suwayda|Deir ez-Zor|Raqqa|Hasakah".split("|")
    for name in names:
        assert any(row.feature is Feature.ADMIN1 and row.name == name for row in places.lookup(name, country="SY")), name


def test_an_adjective_is_no_place_but_has_a_country(places: PlaceIndex) -> None:
    assert places.country_of_adjective("Syrian") == "SY"
    assert places.country_of_adjective("Aleppo") is None


def test_a_fuzzy_match_is_made_only_inside_a_country(places: PlaceIndex) -> None:
    assert places.lookup("Saraqibb", loosest=MatchKind.FUZZY) == places.lookup("Saraqibb")
    assert places.lookup("Saraqebbe", country="SY", loosest=MatchKind.FUZZY)[0].name == "Saraqib"


def test_a_lookup_gives_the_same_rows_every_time(places: PlaceIndex) -> None:
    again = open_places(gazetteers=())
    for name in ("Aleppo", "Salihiyah", "San Jose", "al-Mansoura"):
        assert places.lookup(name) == again.lookup(name)
    assert places.version == again.version


def test_nothing_is_found_for_an_empty_name(places: PlaceIndex) -> None:
    assert places.lookup("") == ()
    assert places.lookup(" - ") == ()


def test_a_table_that_was_written_is_read_back(tmp_path: Path) -> None:
    assert write_table([TOWN], tmp_path / "t") == 1
    row = PlaceTable(tmp_path / "t", rank=5).find("kasr test", MatchKind.EXACT)[0]
    assert (row.name, row.latitude, row.admin1, row.is_primary, row.rank) == ("Qasr Test", 35.0, "Hama", False, 5)


def test_an_empty_table_finds_nothing(tmp_path: Path) -> None:
    write_table([], tmp_path / "t")
    assert PlaceTable(tmp_path / "t", rank=5).find("kasr test", MatchKind.EXACT) == ()


def _write(directory: Path) -> None:
    write_table([TOWN] * 500, directory)


def test_two_processes_may_build_at_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_write, args=(tmp_path / "t",)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0]
    assert is_table(tmp_path / "t")
    assert [path.name for path in tmp_path.iterdir()] == ["t"]


def test_a_broken_build_leaves_nothing_behind(tmp_path: Path) -> None:
    def fail():
        yield TOWN
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_table(fail(), tmp_path / "t")
    assert list(tmp_path.iterdir()) == []


def test_a_users_supplement_is_laid_over_ours(tmp_path: Path) -> None:
    (tmp_path / "places").mkdir()
    header = "name\taliases\tlatitude\tlongitude\tcountry\tadmin1\tfeature\tsource\n"
    (tmp_path / "places" / "supplement.tsv").write_text(header + "Zzyzx Camp\tZzyzx\t35\t36\tSY\tHama\tcamp\ttest\n", encoding="utf-8")
    assert open_places((tmp_path,), gazetteers=()).lookup("Zzyzx")[0].name == "Zzyzx Camp"


@pytest.mark.parametrize(
    "row", ["X\t\tnorth\t36\tSY\tHama\tcamp\ttest", "X\t\t35\t36\tSY\tHama\tcastle\ttest", "X\t\t35\t36\tSY\tHama\tcamp\t"]
)
def test_a_wrong_supplement_row_names_the_place(tmp_path: Path, row: str) -> None:
    (tmp_path / "places").mkdir()
    header = "name\taliases\tlatitude\tlongitude\tcountry\tadmin1\tfeature\tsource\n"
    (tmp_path / "places" / "supplement.tsv").write_text(header + row + "\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="'X'"):
        open_places((tmp_path,), gazetteers=())


def test_names_that_were_forgotten_are_looked_up_again(places: PlaceIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["goma", "bakhmut", "qwrtzpl", ""]
    assert places.holds(names) == {"goma", "bakhmut"}
    monkeypatch.setattr(index, "_MOST_ASKED", 0)
    assert places.holds(["palma"]) == {"palma"}
    assert places.holds(names) == {"goma", "bakhmut"}
