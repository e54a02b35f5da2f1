import pytest

from according.text.numerals import find_numerals, read_numeral


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("7", 7),
        ("1,200", 1200),
        ("1.2 million", 1_200_000),
        ("twelve", 12),
        ("twenty-three", 23),
        ("twenty three", 23),
        ("Sixty-two", 62),
        ("two hundred", 200),
        ("two hundred and five", 205),
        ("two thousand three hundred", 2300),
        ("a thousand and one", 1001),
        ("twelve hundred", 1200),
        ("a hundred", 100),
        ("a dozen", 12),
        ("three dozen", 36),
        ("half a dozen", 6),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("3 million", 3_000_000),
    ],
)
def test_a_number_in_digits_or_words_is_read(words: str, number: int) -> None:
    assert read_numeral(words) == number


@pytest.mark.parametrize("words", ["dozens", "scores", "several", "a", "tenth", "6th", "someone", "million", "11.5", "12%", "", "two men"])
def test_words_that_are_no_whole_number_give_none(words: str) -> None:
    assert read_numeral(words) is None


@pytest.mark.parametrize("text", ["two F-16 jets", "a T-72 tank and two", "2 on 21.02.2015", "two at 11:30", "$5 million for two"])
def test_model_names_money_and_clock_times_are_not_counted(text: str) -> None:
    assert [one.value for one in find_numerals(text)] in ([2], [2, 2015])


def test_two_numbers_side_by_side_stay_two() -> None:
    assert [one.value for one in find_numerals("between five and nine, or 5-9, or two and three")] == [5, 9, 5, 9, 2, 3]


def test_a_couple_counts_only_before_of() -> None:
    assert [one.value for one in find_numerals("a couple of men met a couple")] == [2]
