import itertools
import random

import pytest

from according.evaluate.assignment import assign_pairs
from according.evaluate.compare import Matcher, Resolvers, distance_km, normalise_place, token_f1
from according.evaluate.gold import GoldPlace, GoldResponsibility, GoldToll

WORDS = Matcher(Resolvers())


def weigh(weights: list[list[int]], pairs: tuple[tuple[int, int], ...]) -> int:
    return sum(weights[row][column] for row, column in pairs)


@pytest.mark.parametrize("seed", range(30))
def test_the_assignment_is_the_heaviest_of_all(seed: int) -> None:
    draw = random.Random(seed)
    rows, columns = draw.randint(1, 5), draw.randint(1, 5)
    weights = [[draw.choice([0, 0, 1, 2, 3, 10**18, 10**18 + 1]) for _ in range(columns)] for _ in range(rows)]
    pairs = assign_pairs(weights)
    if rows <= columns:
        best = max(
            sum(weights[row][column] for row, column in enumerate(chosen)) for chosen in itertools.permutations(range(columns), rows)
        )
    else:
        best = max(
            sum(weights[row][column] for column, row in enumerate(chosen)) for chosen in itertools.permutations(range(rows), columns)
        )
    assert weigh(weights, pairs) == best
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)


def test_an_empty_side_gives_no_pair() -> None:
    assert assign_pairs([]) == ()
    assert assign_pairs([[], []]) == ()
    assert assign_pairs([[0]]) == ()


@pytest.mark.parametrize(
    ("left", "right", "f1"),
    [("al-Nusra Front", "Nusra Front", 1.0), ("Free Harana Army", "Harana Army", 0.8), ("army", "police", 0.0), ("Kürt", "Kurt", 1.0)],
)
def test_names_share_words(left: str, right: str, f1: float) -> None:
    assert token_f1(left, right) == pytest.approx(f1)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Aleppo", "Aleppo province"),
        ("al-Bab", "Al Bab"),
        ("Idlib Governorate", "Idlib"),
        ("Dayr az-Zawr", "Dayr al-Zawr"),
        ("the city of Homs", "Homs"),
    ],
)
def test_one_place_in_two_spellings(left: str, right: str) -> None:
    assert normalise_place(left) == normalise_place(right)


def test_a_countryside_is_not_its_city() -> None:
    assert normalise_place("Damascus countryside") != normalise_place("Damascus")


def test_places_within_five_kilometres_are_one() -> None:
    matcher = Matcher(Resolvers(locate=lambda name, _admin1, _country: {"A": (35.0, 36.0), "C": (35.1, 36.0)}.get(name)))
    assert matcher.same_place(GoldPlace("A"), GoldPlace("B", latitude=35.04, longitude=36.0))
    assert not matcher.same_place(GoldPlace("A"), GoldPlace("C"))
    assert not matcher.same_place(GoldPlace("A"), GoldPlace("unknown"))


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    assert distance_km((35.0, 36.0), (36.0, 36.0)) == pytest.approx(111.2, abs=0.1)


def test_a_toll_is_the_same_in_harm_group_and_both_numbers() -> None:
    toll = GoldToll("killed", "combatants:Northern Front", 3, None)
    assert WORDS.same_toll(toll, GoldToll("killed", "combatants:the Northern Front", 3, None), None)
    for other in (
        GoldToll("killed", "combatants:Northern Front", 3, 3),
        GoldToll("injured", "combatants:Northern Front", 3, None),
        GoldToll("killed", "combatants:Harana police", 3, None),
        GoldToll("killed", "civilians", 3, None),
    ):
        assert not WORDS.same_toll(toll, other, None)


def test_a_speaker_is_the_same_by_half_of_its_words() -> None:
    assert WORDS.same_speaker("Northern Front", "Northern Front (spokesman Karim Sol)", None)
    assert not WORDS.same_speaker("Harana police", "a doctor in Harana city hospital", None)


def test_responsibility_needs_actor_stance_and_speaker() -> None:
    blamed = GoldResponsibility("Northern Front", "blamed", "the army")
    assert WORDS.same_responsibility(blamed, GoldResponsibility("Northern Front", "blamed", "army"), None)
    assert not WORDS.same_responsibility(blamed, GoldResponsibility("Northern Front", "claimed", "army"), None)
    assert not WORDS.same_responsibility(blamed, GoldResponsibility("Northern Front", "blamed", None), None)
