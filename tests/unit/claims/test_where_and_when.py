"""Where and when: never more exact than the words, never the day of publication."""

from datetime import date

from reading_claims import DAY, read, read_one, when, where

from according.model.answers import DatePrecision, PlacePrecision
from according.model.evidence import Basis, Found, Reason, Unresolved


def test_an_event_without_a_date_stays_undated_with_the_last_day_that_it_can_have_been() -> None:
    claim = read_one("Rebels shelled Kafr Nabl.")
    assert claim.when == Unresolved(Reason.NOT_MENTIONED, None, ("../2021-06-10",))


def test_without_a_day_of_publication_there_is_no_last_day() -> None:
    claim = read_one("Rebels shelled Kafr Nabl.", None)
    assert claim.when == Unresolved(Reason.NOT_MENTIONED, None, ())


def test_a_weekday_without_a_day_to_count_from_stays_open_with_its_words() -> None:
    text = "Rebels shelled Kafr Nabl on Tuesday."
    claim = read_one(text, None)
    assert isinstance(claim.when, Unresolved)
    assert claim.when.reason is Reason.NO_ANCHOR
    assert claim.when.span is not None
    assert "Tuesday" in claim.when.span.of(text)


def test_the_day_on_which_somebody_said_it_is_not_the_day_of_the_event() -> None:
    claim = read_one("Police said on Wednesday that gunmen had killed four people in Bama.")
    assert isinstance(claim.when, Unresolved)


def test_following_the_attack_is_not_before_it_and_not_after_the_report() -> None:
    bomb, arrest = read("A bomb exploded in a market in Kabul on 2 June 2021. Following the attack, police arrested four men.").claims
    assert when(bomb) == (date(2021, 6, 2), date(2021, 6, 2))
    assert when(arrest) == (date(2021, 6, 2), DAY)
    assert isinstance(arrest.when, Found)
    assert arrest.when.value.precision is DatePrecision.PERIOD
    assert (arrest.when.basis, arrest.when.rule) == (Basis.INFERRED, "en.date.following-event")


def test_the_other_news_of_a_sentence_lends_its_day() -> None:
    reply, cause = read("The Israeli army shelled Khan Younis on Tuesday after Hamas fired rockets at Sderot.").claims
    assert when(reply) == when(cause) == (date(2021, 6, 8), date(2021, 6, 8))
    assert isinstance(cause.when, Found)
    assert cause.when.basis is Basis.INHERITED


def test_the_most_exact_date_wins_and_the_other_is_kept_as_rejected() -> None:
    text = "Rebels shelled Kafr Nabl last week. The shelling began on 1 June 2021."
    claim = read_one(text)
    assert isinstance(claim.when, Found)
    assert when(claim) == (date(2021, 6, 1), date(2021, 6, 1))
    assert [one.value for one in claim.when.rejected] == ["last week"]


def test_a_year_is_a_year() -> None:
    claim = read_one("In 2012 rebels shelled Kafr Nabl.")
    assert when(claim) == (date(2012, 1, 1), date(2012, 12, 31))
    assert claim.background is not None
    assert claim.background.value is True


def test_near_a_town_is_near() -> None:
    claim = read_one("A roadside bomb killed three soldiers near Kandahar.")
    assert isinstance(claim.where, Found)
    assert (claim.where.value.name, claim.where.value.precision) == ("Kandahar", PlacePrecision.NEAR)


def test_the_town_is_the_one_named_before_and_its_basis_is_inherited() -> None:
    attack, shelling = read("Gunmen attacked the town of Bama on Monday. Soldiers shelled the town on Tuesday.").claims
    assert (where(attack), where(shelling)) == ("Bama", "Bama")
    assert isinstance(attack.where, Found)
    assert isinstance(shelling.where, Found)
    assert (attack.where.basis, shelling.where.basis) == (Basis.STATED, Basis.INHERITED)


def test_an_event_without_a_place_takes_the_one_told_just_before() -> None:
    arrest = read("A bomb exploded in a market in Kabul on 2 June 2021. Following the attack, police arrested four men.").claims[1]
    assert isinstance(arrest.where, Found)
    assert (arrest.where.value.name, arrest.where.basis, arrest.where.rule) == ("Kabul", Basis.INHERITED, "en.places.inherited")


def test_an_event_in_no_place_at_all_has_none() -> None:
    claim = read_one("Gunmen killed four people on Monday.")
    assert claim.where == Unresolved(Reason.NOT_MENTIONED)


def test_the_finest_place_wins_and_the_wider_is_kept_as_rejected() -> None:
    claim = read_one("Shelling killed four people in Maarat al-Numan in Idlib province on Monday.")
    assert isinstance(claim.where, Found)
    assert claim.where.value.precision is PlacePrecision.PLACE
    assert claim.where.value.name != "Idlib"


def test_where_somebody_comes_from_is_not_where_it_happened() -> None:
    assert where(read_one("Gunmen in Baghdad killed a teacher from Mosul on Monday.")) == "Baghdad"


def test_where_somebody_comes_from_is_not_where_it_happened_though_it_is_named_first() -> None:
    assert where(read_one("Gunmen killed a teacher from Mosul in Baghdad on Monday.")) == "Baghdad"


def test_who_is_taken_from_a_place_was_there() -> None:
    assert where(read_one("Gunmen abducted two men from Mosul on Monday.")) == "Mosul"


def test_people_flee_where_they_leave_not_where_they_go() -> None:
    claim = read_one("Some 400 families fled to Goma from Rutshuru on Monday.")
    assert where(claim) == "Rutshuru"


def test_a_city_that_only_opens_the_sentence_gives_way_to_what_lies_in_it() -> None:
    claim = read_one("In Daraa, a mine killed two shepherds in the environs of Khirbet Ghazaleh on Monday.")
    assert isinstance(claim.where, Found)
    assert (claim.where.value.name, claim.where.value.precision) == ("Khirbet Ghazaleh", PlacePrecision.NEAR)


def test_a_city_that_opens_the_sentence_stays_where_the_other_place_is_far_away() -> None:
    assert where(read_one("In Daraa, gunmen shot dead a trader on the road to Aleppo on Monday.")) == "Daraa"


def test_where_a_mine_goes_off_is_where_the_mine_was() -> None:
    assert where(read_one("Two farmers were wounded as a mine went off in Bama on Monday.")) == "Bama"


def test_the_country_of_an_event_without_a_place_is_no_newsroom_s() -> None:
    text = "MOSCOW (Press Agency) Fighters killed nine soldiers, a source said. Ankara denied it. Ankara spoke of Russia."
    claim = read(text).claims[0]
    assert where(claim) != "Russia"
