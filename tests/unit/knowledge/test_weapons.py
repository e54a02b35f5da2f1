import pytest

from according.knowledge.loader import PACKAGED
from according.knowledge.weapons import load_weapons

WEAPONS = load_weapons((PACKAGED,))


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("They fired Katyusha rockets at the port.", "Katyusha rockets", "rocket"),
        ("Six barrel bombs fell.", "barrel bombs", "aerial"),
        ("A car bomb went off.", "car bomb", "ied"),
        ("Mortar rounds hit a school.", "Mortar rounds", "artillery"),
        ("A car-bomb went off.", "car-bomb", "ied"),
    ],
)
def test_a_weapon_is_found_by_its_longest_name(text: str, words: str, name: str) -> None:
    hit = WEAPONS.find_hits(text)[0]
    assert (text[hit.start : hit.end], hit.name) == (words, name)


def test_poison_wins_over_what_carries_it() -> None:
    assert WEAPONS.classify("missiles containing toxic gas") == "chemical"


def test_words_with_no_weapon_have_no_class() -> None:
    assert WEAPONS.classify("a bouquet of roses") is None
