"""Tolls of a claim: whose fighters they are, and one count that is told twice."""

from reading_claims import read_one, tolls


def test_its_fighters_are_those_of_who_is_named_before() -> None:
    claim = read_one("Hezbollah said that a drone strike near Khan Younis killed two of its fighters on Monday.")
    assert tolls(claim) == [("killed", "combatants:Hezbollah", 2, 2)]


def test_the_attackers_are_those_who_attacked() -> None:
    text = (
        "Boko Haram attacked an army base in Bama on Monday. "
        "The army said that its troops killed scores of the attackers in the attack on the base."
    )
    assert ("killed", "combatants:Boko Haram", None, None) in tolls(read_one(text))


def test_a_count_told_again_without_its_hedge_is_one_count() -> None:
    claim = read_one("An air strike killed at least six people in Sarmin on Monday. Six people were killed in the air strike.")
    assert tolls(claim) == [("killed", "unspecified", 6, None)]
