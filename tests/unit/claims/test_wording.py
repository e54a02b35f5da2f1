"""Which loaded words belong to a claim, in whole invented reports."""

from reading_claims import read, read_one


def words(text: str, number: int = 0) -> set[str]:
    return {one.value.words for one in read(text).claims[number].framing}


def test_loaded_words_of_the_claims_own_sentence_are_kept() -> None:
    assert words("The army shelled the terrorists in Homs on Monday.") == {"terrorists"}


def test_what_follows_in_the_paragraph_and_tells_no_event_goes_with_the_claim() -> None:
    text = "The army shelled a farm near Homs on Monday. The farm lies in the occupied zone."
    assert words(text) == {"occupied"}


def test_loaded_words_of_another_paragraph_without_an_event_go_with_no_claim() -> None:
    text = "The army shelled a farm near Homs on Monday.\n\nThe radicals have offices in the capital."
    assert words(text) == set()


def test_what_an_actor_is_described_as_goes_with_its_claims() -> None:
    text = "Fighters of Ahrar al-Sham shelled a farm near Homs on Monday.\n\nLocal papers describe Ahrar al-Sham as a moderate group."
    assert [(one.value.words, one.value.of, one.value.by) for one in read_one(text).framing] == [
        ("moderate group", "Ahrar al-Sham", "Local papers")
    ]
