from datetime import date
from pathlib import Path

import pytest

import according
from according.errors import KnowledgeError
from according.knowledge.actors import ActorRegistry, load_actors
from according.knowledge.actors_lookup import lookup_actor
from according.knowledge.actors_names import find_words, fold_name

DATA = Path(according.__file__).parent / "knowledge" / "data"


def test_spellings_of_one_name_fold_to_one_form():
    assert fold_name("Hay’at Tahrir al-Shām") == fold_name("Hayat Tahrir Al Sham") == "hayat tahrir al sham"


def test_dots_of_an_abbreviation_are_no_words():
    assert find_words("U.S.-led troops").keys == ["us", "led", "troops"]


@pytest.mark.parametrize("name", ["Jaish al-Islam", "Army of Islam", "Islam Army", "Jaysh Al-Islam", "Jaish ul-Islam"])
def test_transliterations_and_translations_mean_one_group(registry: ActorRegistry, name: str):
    assert registry.canonical(name) == "sy.jaysh_al_islam"


def test_a_group_is_named_as_it_was_called_on_the_day(registry: ActorRegistry):
    assert [entry.name_on(date(2015, 5, 1)) for entry in registry.find_named("Nusra")] == ["Jabhat al-Nusra"]
    assert [entry.name_on(date(2016, 10, 1)) for entry in registry.find_named("Nusra")] == ["Jabhat Fateh al-Sham"]
    assert [entry.name_on(date(2019, 3, 7)) for entry in registry.find_named("Nusra")] == ["Hay'at Tahrir al-Sham"]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Syrian Arab Army", "sy.saa"),
        ("SAA", "sy.saa"),
        ("ISIS", "int.islamic_state"),
        ("Daesh", "int.islamic_state"),
        ("Turkish Armed Forces", "tr.armed_forces"),
        ("Nigerian Armed Forces", "ng.armed_forces"),
        ("Belgian Air Force", "be.air_force"),
        ("the United Nations", "int.un"),
        ("U.N.", "int.un"),
        ("unspecified opposition armed group", "en.generic.opposition"),
        ("the Moonlight Chess Club", "moonlight chess club"),
    ],
)
def test_canonical_gives_one_key_for_one_actor(registry: ActorRegistry, name: str, wanted: str):
    assert registry.canonical(name).removeprefix("the ") == wanted


def test_an_abbreviation_must_be_written_as_such(registry: ActorRegistry):
    assert registry.find_named("is") == ()
    assert registry.find_named("us") == ()


def test_every_entry_says_where_its_facts_come_from(registry: ActorRegistry):
    assert [entry.id_ for entry in registry.entries.values() if not entry.source] == []


def test_every_parent_is_an_actor(registry: ActorRegistry):
    missing = [
        (entry.id_, parent.id_) for entry in registry.entries.values() for parent in entry.parents if parent.id_ not in registry.entries
    ]
    assert missing == []


def test_the_state_is_settled_to_the_arm_that_does_such_things(registry: ActorRegistry):
    russia = registry.to_actor(registry.entries["ru.state"])
    assert registry.settle_arm(russia, "air_strike").actor_id == "ru.aerospace"
    assert registry.settle_arm(russia, "shelling").actor_id == "ru.armed_forces"
    assert registry.settle_arm(russia, "agreement").actor_id == "ru.state"


def test_an_unknown_key_in_an_actor_file_is_an_error_with_a_cure(tmp_path: Path):
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "xx.toml").write_text(
        '[[actor]]\nid = "xx.a"\nname = "A"\nkind = "rebel"\nsource = "unverified"\nalias = ["B"]\n'
    )
    with pytest.raises(KnowledgeError, match="aliases"):
        load_actors((DATA, tmp_path))


def test_a_user_folder_adds_to_what_is_packaged(tmp_path: Path):
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "xx.toml").write_text('[[actor]]\nid = "xx.a"\nname = "Valley Guard"\nkind = "militia"\nsource = "unverified"\n')
    assert load_actors((DATA, tmp_path)).canonical("Valley Guard") == "xx.a"


def test_lookup_says_what_a_group_was_called_then(registry: ActorRegistry):
    best = lookup_actor("HTS", registry, date(2015, 1, 1))[0]
    assert (best.entry.id_, best.name) == ("sy.hts", "Jabhat al-Nusra")
    assert any("later" in reason for reason in best.why)


def test_lookup_finds_names_that_are_written_alike(registry: ActorRegistry):
    assert lookup_actor("Ahrar al-Shaam movment", registry)[0].entry.id_ == "sy.ahrar_al_sham"
    assert lookup_actor("Quiet Lake Rowing Club", registry) == ()


def test_lookup_puts_a_country_and_an_arm_together(registry: ActorRegistry):
    assert lookup_actor("Burmese troops", registry)[0].entry.id_ == "mm.tatmadaw"


def test_an_adversary_that_nobody_knows_is_an_error(tmp_path) -> None:
    (tmp_path / "actors" / "states").mkdir(parents=True)
    (tmp_path / "actors" / "states" / "adversaries.tsv").write_text("UA\tnobody.at_all\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"nobody\.at_all"):
        load_actors((DATA, tmp_path))
