"""Who vouches and who is said to have done it, in whole invented reports."""

from reading_claims import read_one


def test_the_wider_chain_stands_for_its_parts() -> None:
    claim = read_one('Shelling killed six people in Homs, an activist told AFP. "Shelling killed six people in Homs," the activist said.')
    assert [one.value.chain for one in claim.attribution] == [1, 1]


def test_a_denial_in_the_next_sentence_belongs_to_the_claim() -> None:
    claim = read_one("Gunmen shot dead nine farmers near Homs on Monday. The Islamic State denied any role.")
    assert [(one.value.stance.value, one.value.actor == one.value.by) for one in claim.responsibility] == [("denied", True)]


def test_a_figure_of_another_speaker_says_whose_it_is() -> None:
    claim = read_one("An air strike killed nine farmers in Homs on Monday, police said. A doctor said the strike wounded four farmers.")
    assert [(one.value.low, one.value.by) for one in claim.tolls] == [(9, None), (4, "doctor")]
