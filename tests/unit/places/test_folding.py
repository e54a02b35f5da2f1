import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.places import fold_exact, fold_skeleton, fold_variant

LATIN = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzABCDEFGHéüāḥṣ'-’‘ "), max_size=30)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("al-Qusayr", "Qusair"),
        ("Jisr al-Shughour", "Jisr ash-Shughūr"),
        ("Ma‘arrat an-Nu‘mān", "Maarat al-Numan"),
        ("Douma", "Dūmā"),
        ("al-Latamineh", "Al Lataminah"),
        ("Khan Sheikhoun", "Khān Shaykhūn"),
    ],
)
def test_usual_romanisations_of_one_name_share_a_variant(left: str, right: str) -> None:
    assert fold_variant(left) == fold_variant(right)


@pytest.mark.parametrize(("left", "right"), [("Deir Ezzor", "Dayr az-Zawr"), ("Hims", "Homs"), ("Ghraneij", "Gharanij")])
def test_rarer_romanisations_share_a_skeleton(left: str, right: str) -> None:
    assert fold_skeleton(left) == fold_skeleton(right) != ""


@pytest.mark.parametrize(("left", "right"), [("Homs", "Hama"), ("Rafah", "Raqqa"), ("Marea", "Marib")])
def test_different_towns_keep_different_variants(left: str, right: str) -> None:
    assert fold_variant(left) != fold_variant(right)


def test_a_name_in_another_script_keeps_its_letters() -> None:
    assert fold_exact("Роботине") == "роботине"
    assert fold_variant("حلب") == "حلب"


def test_too_few_consonants_give_no_skeleton() -> None:
    assert fold_skeleton("Ub") == ""


@given(LATIN)
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold_exact(fold_exact(name)) == fold_exact(name)


@given(LATIN)
def test_case_never_matters(name: str) -> None:
    assert fold_exact(name.upper()) == fold_exact(name.lower())


@given(st.text(max_size=40))
def test_any_text_can_be_folded(name: str) -> None:
    folded = fold_exact(name)
    assert folded == folded.strip()
    assert "  " not in folded
    fold_variant(name)
    fold_skeleton(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tell Qorba", "Tall Qorba"),
        ("Kherbet Ghazal", "Khirbat Ghazal"),
        ("Ein Eltineh", "Ayn at Tinah"),
        ("Maaret Qorba", "Maarrat Qorba"),
    ],
)
def test_usual_first_words_and_glued_articles_are_one_spelling(one: str, other: str) -> None:
    assert fold_variant(one) == fold_variant(other)
