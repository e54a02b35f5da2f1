"""A name told in full before is meant by its last word: "the Front"."""

from reading_claims import names, read


def test_the_front_is_the_front_named_before() -> None:
    text = "The National Liberation Front shelled Harem on Monday. The Front killed five soldiers in an attack on a base near Atma."
    assert {name for claim in read(text).claims for name in names(claim.initiators)} == {"National Liberation Front"}


def test_the_coalition_of_an_opposition_is_not_the_coalition_that_bombs() -> None:
    text = "The Syrian Coalition condemned the raids. In a statement, the Coalition said that air strikes on Hass killed 26 people."
    said = [speaker.value.name for claim in read(text).claims for speaker in claim.attribution]
    assert "Syrian National Coalition" in said
    assert "US-led Coalition" not in said


def test_nobody_is_no_speaker() -> None:
    text = "Gunmen killed 18 people at Abala on Monday. Nobody has claimed Monday's killings."
    assert not [speaker for claim in read(text).claims for speaker in claim.attribution]
