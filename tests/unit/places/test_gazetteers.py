import gzip
import zipfile
from pathlib import Path

import pytest

from according.app.gazetteer import add_gazetteer, list_gazetteers, remove_gazetteer
from according.errors import GazetteerError
from according.knowledge.places import open_places

WOF = "wof_id\tgeonameid\tplacetype\tname\tlat\tlon\tpopulation\tcountry\tregion_id\tcounty_id\tparent_id\tnames\n"
GEONAMES = "1\tQaryat Test\tQaryat Test\tKaryat Test,قرية\t35.5\t36.6\tP\tPPL\tSY\t\t12\t\t\t\t900\t\t400\tAsia/Damascus\t2020-01-01"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ACCORDING_HOME", str(tmp_path / "home"))
    return tmp_path


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_csv_is_added_and_listed_with_its_licence(home: Path) -> None:
    file = write(home / "mine.csv", "name,latitude,longitude,aliases\nTest Ford,35.5,36.6,Tast Ford|Ford\n")
    added = add_gazetteer(file, source="our field team", licence="CC BY 4.0")
    assert (added.is_new, added.gazetteer.places, added.gazetteer.source) == (True, 1, "our field team")
    assert list_gazetteers() == (added.gazetteer,)
    assert added.gazetteer.licence == "CC BY 4.0"


def test_the_same_bytes_change_nothing(home: Path) -> None:
    file = write(home / "mine.csv", "name,latitude,longitude\nTest Ford,35.5,36.6\n")
    first = add_gazetteer(file)
    again = add_gazetteer(file)
    assert not again.is_new
    assert again.gazetteer == first.gazetteer
    assert len(list_gazetteers()) == 1


def test_a_new_edition_replaces_the_old_one(home: Path) -> None:
    file = home / "mine.csv"
    add_gazetteer(write(file, "name,latitude,longitude\nTest Ford,35.5,36.6\n"))
    add_gazetteer(write(file, "name,latitude,longitude\nTest Ford,35.5,36.6\nTest Hill,35.6,36.6\n"))
    assert [one.places for one in list_gazetteers()] == [2]


def test_bad_rows_are_named_with_line_and_cure_and_the_good_ones_kept(home: Path) -> None:
    rows = ["Test Ford,35.5,36.6", ",35.5,36.6", "Swapped,136.6,35.5", "Words,north,east", "Short,1", "", "Test Hill,35.6,36.7"]
    added = add_gazetteer(write(home / "mine.csv", "name,latitude,longitude\n" + "\n".join(rows) + "\n"))
    assert [bad.line for bad in added.bad_rows] == [3, 4, 5, 6]
    assert "swapped" in added.bad_rows[1].cure
    assert added.gazetteer.places == 2
    assert added.gazetteer.bad_rows == 4


def test_a_semicolon_table_with_a_byte_order_mark_is_read(home: Path) -> None:
    file = home / "mine.csv"
    file.write_bytes("\ufeffName;Latitude;Longitude\nTest Ford;35.5;36.6\n".encode())
    assert add_gazetteer(file).gazetteer.places == 1


@pytest.mark.parametrize("suffix", [".txt", ".txt.gz", ".zip"])
def test_a_geonames_dump_is_read_plain_packed_or_zipped(home: Path, suffix: str) -> None:
    file = home / f"SY{suffix}"
    text = GEONAMES + "\nbroken\tline\n"
    if suffix == ".zip":
        with zipfile.ZipFile(file, "w") as packed:
            packed.writestr("readme.txt", "about")
            packed.writestr("SY.txt", text)
    elif suffix == ".txt.gz":
        file.write_bytes(gzip.compress(text.encode()))
    else:
        write(file, text)
    added = add_gazetteer(file)
    assert (added.gazetteer.form, added.gazetteer.places, added.bad_rows[0].line) == ("GeoNames", 1, 2)
    assert added.gazetteer.licence == "CC BY 4.0"


def test_a_whos_on_first_table_gets_its_divisions_from_its_positions(home: Path) -> None:
    file = write(home / "wof.tsv", WOF + "7\t\tlocality\tZzqarya\t35.6\t36.6\t5\tSY\t1\t2\t3\tZzkarya|زز\n")
    assert add_gazetteer(file).gazetteer.places == 1
    from according.app.gazetteer import list_tables

    row = open_places(gazetteers=list_tables()).lookup("Zzkarya")[0]
    assert (row.name, row.country, row.admin1, row.place_id) == ("Zzqarya", "SY", "Idlib", "wof:7")


def test_what_was_added_can_be_removed_by_name(home: Path) -> None:
    add_gazetteer(write(home / "mine.csv", "name,latitude,longitude\nTest Ford,35.5,36.6\n"))
    assert remove_gazetteer("mine").file == "mine.csv"
    assert list_gazetteers() == ()
    with pytest.raises(GazetteerError, match="None has been added"):
        remove_gazetteer("mine")


@pytest.mark.parametrize(
    "text", ["", "just some words\n", "a,b,c\n1,2,3\n", "name,latitude,longitude\n", "name,latitude,longitude\nX,y,z\n"]
)
def test_a_file_that_is_no_gazetteer_says_what_to_do(home: Path, text: str) -> None:
    with pytest.raises(GazetteerError) as raised:
        add_gazetteer(write(home / "odd.csv", text))
    assert raised.value.cure
    assert list_gazetteers() == ()


def test_a_missing_file_is_said_plainly(home: Path) -> None:
    with pytest.raises(GazetteerError, match="cannot be read"):
        add_gazetteer(home / "nothing.csv")


ROW = "name,latitude,longitude\n{},35.5,36.6\n"


@pytest.mark.parametrize(("one", "other"), [("wells.north.csv", "wells.south.csv"), ("قرى.csv", "مدن.csv")])
def test_files_of_other_names_do_not_replace_each_other(home: Path, one: str, other: str) -> None:
    for name in (one, other):
        assert add_gazetteer(write(home / name, ROW.format(f"Test {name}"))).replaced == ()
    assert sorted(card.file for card in list_gazetteers()) == sorted((one, other))


def test_what_a_new_edition_replaces_is_said(home: Path) -> None:
    old = add_gazetteer(write(home / "mine.csv", ROW.format("Test Ford"))).gazetteer
    (home / "sub").mkdir()
    assert add_gazetteer(write(home / "sub" / "mine.txt", GEONAMES)).replaced == (old,)


def test_a_licence_given_later_is_kept(home: Path) -> None:
    file = write(home / "mine.csv", ROW.format("Test Ford"))
    assert add_gazetteer(file, source="our field team").gazetteer.licence == "not stated"
    again = add_gazetteer(file, licence="CC0")
    assert (again.is_new, again.gazetteer.source, again.gazetteer.licence) == (False, "our field team", "CC0")
    assert list_gazetteers() == (again.gazetteer,)


def test_a_row_that_is_not_utf_8_is_said_and_no_garbled_name_is_kept(home: Path) -> None:
    file = home / "mine.csv"
    file.write_bytes((ROW.format("Café Ford") + "Test Ford,35.5,36.6\n").encode("cp1252"))
    added = add_gazetteer(file)
    assert [(row.line, row.what) for row in added.bad_rows] == [(2, "it holds bytes that are not UTF-8")]
    assert added.gazetteer.places == 1


def test_a_table_in_utf_16_is_read(home: Path) -> None:
    file = home / "mine.csv"
    file.write_bytes(ROW.format("قرية Ford").encode("utf-16"))
    assert add_gazetteer(file).gazetteer.places == 1


def test_a_zip_of_two_tables_loses_neither_unseen(home: Path) -> None:
    file = home / "both.zip"
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("a.csv", ROW.format("Test A"))
        packed.writestr("B.CSV", ROW.format("Test B"))
    with pytest.raises(GazetteerError, match=r"holds 2 tables \(a.csv, B.CSV\)"):
        add_gazetteer(file)


def test_a_row_that_cannot_be_parsed_costs_no_traceback(home: Path) -> None:
    file = write(home / "mine.csv", ROW.format("Test Ford") + '"' + "x" * 200_000 + '",35,36\n')
    added = add_gazetteer(file)
    assert (added.gazetteer.places, [row.line for row in added.bad_rows]) == (1, [3])
    with pytest.raises(GazetteerError, match=r"twice\.csv: two columns are called 'name'"):
        add_gazetteer(write(home / "twice.csv", "name,latitude,longitude,name\nA,35,36,B\n"))


def test_a_country_that_is_none_is_said(home: Path) -> None:
    added = add_gazetteer(write(home / "mine.csv", "name,latitude,longitude,country\nTest Ford,35.5,36.6,sy\nTest Hill,35.5,36.6,XX\n"))
    assert [(row.line, row.what) for row in added.bad_rows] == [(3, "no country has the code 'XX'")]
