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


def test_a_figure_in_a_sentence_of_its_own_is_of_the_event_told_before() -> None:
    text = "Shells hit the cattle market of Kirkuk on Monday. No fatalities; damage to two stalls."
    assert tolls(read_one(text)) == [("killed", "unspecified", 0, 0)]
    text = "A drone strike hit a fuel depot in Kirkuk on Monday. Another eight villagers, among them a monk, were hurt."
    assert ("injured", "civilians", 8, 8) in tolls(read_one(text))


def test_a_figure_of_another_time_is_not_of_the_event_told_before() -> None:
    text = "Shells hit the cattle market of Kirkuk on Monday. Some 40 deaths there since May."
    assert tolls(read_one(text)) == []


def test_those_counted_by_the_name_of_their_side_are_its_fighters() -> None:
    claim = read_one("Government forces clashed with the Houthis near Marib on Monday, killing 22 Houthis.")
    assert ("killed", "combatants:Houthis", 22, 22) in tolls(claim)


def test_the_rebels_of_a_fight_are_the_side_that_is_no_state() -> None:
    text = "Clashes broke out between M23 and the FARDC in Sake on Monday. One soldier and three rebels were killed in the clashes."
    assert ("killed", "combatants:March 23 Movement", 3, 3) in tolls(read_one(text))


def test_who_loses_fighters_loses_his_own() -> None:
    claim = read_one("Boko Haram killed 20 people in Bama on Monday. The group lost five fighters.")
    assert ("killed", "combatants:Boko Haram", 5, 5) in tolls(claim)


def test_fighters_loyal_to_a_side_are_that_sides() -> None:
    claim = read_one("Rebels blew up a tunnel in Aleppo on Tuesday and killed at least 13 fighters loyal to President Bashar al-Assad.")
    assert tolls(claim) == [("killed", "combatants:Syrian government forces", 13, None)]
