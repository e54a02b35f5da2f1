"""Lists: the day of a line, and the place that an entry opens with, hold for what stands below and behind them."""

from datetime import date

from reading_claims import read, when, where

from according.model.evidence import Unresolved

LIST = (
    "VALLEY MONITOR\n\n"
    "Monday 7 June:\n\n"
    "Karvanah: Unknown gunmen shot dead a farmer on his way home. Police found the body of his son in the same field.\n\n"
    "MOSUL - A roadside bomb went off beside a taxi, two people killed.\n\n"
    "Tuesday 8 June:\n\n"
    "Kirkuk: Mortar shells hit a bakery in the market. One man was killed.\n\n"
    "10:40, Tikrit: A drone struck a parked lorry, nobody was in it.\n"
)


def test_the_line_of_a_day_dates_what_stands_below_it() -> None:
    days = {claim.event_type.value: when(claim) for claim in read(LIST).claims}
    assert days["explosive_device"] == (date(2021, 6, 7), date(2021, 6, 7))
    assert days["shelling"] == (date(2021, 6, 8), date(2021, 6, 8))
    assert days["air_strike"] == (date(2021, 6, 8), date(2021, 6, 8))


def test_an_entry_is_set_in_the_place_that_it_opens_with() -> None:
    places = {claim.event_type.value: where(claim) for claim in read(LIST).claims}
    assert places["explosive_device"] == "Mosul"
    assert places["shelling"] == "Kirkuk"
    assert places["air_strike"] == "Tikrit"


def test_a_name_that_no_gazetteer_has_is_a_place_among_others_that_open_entries() -> None:
    assert where(read(LIST).claims[0]) == "Karvanah"


def test_a_section_of_a_report_is_no_place() -> None:
    text = "Tikrit: A bomb killed two people in a taxi.\n\nKirkuk: Shells hit a bakery.\n\nPrices: A bomb went off in a fuel market.\n"
    assert all(where(claim) != "Prices" for claim in read(text).claims)


def test_one_line_with_a_colon_makes_no_list() -> None:
    text = "Karvanah: The band of the moment. A bomb killed two people in Tikrit on Monday."
    assert [where(claim) for claim in read(text).claims] == ["Tikrit"]


def test_the_day_of_a_report_s_own_date_line_is_not_the_line_of_a_list() -> None:
    text = "10 June 2021 - Shelling killed two people in Tikrit. A bomb went off in Kirkuk."
    assert all(isinstance(claim.when, Unresolved) for claim in read(text).claims)
