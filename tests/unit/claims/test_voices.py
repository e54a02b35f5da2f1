"""Who vouches for each claim."""

from reading_claims import read, read_one


def speakers(text: str) -> list[tuple[str, str, int]]:
    return [(one.value.name, one.value.kind, one.value.chain) for one in read_one(text).attribution]


def test_nobody_vouches_for_what_the_outlet_says_itself() -> None:
    assert speakers("Rebels shelled the village of Kafr Nabl on Tuesday.") == []


def test_a_monitor_is_named_in_full() -> None:
    text = "Islamic State militants executed three men in Palmyra on Monday, the Syrian Observatory for Human Rights said."
    assert speakers(text) == [("Syrian Observatory for Human Rights", "monitor/NGO", 1)]


def test_residents_are_witnesses_and_police_officials() -> None:
    assert [kind for _, kind, _ in speakers("Shelling killed four people in Douma on Monday, residents said.")] == [
        "medic/resident/witness"
    ]
    assert [kind for _, kind, _ in speakers("Shelling killed four people in Douma on Monday, police said.")] == ["official"]


def test_two_who_say_it_in_two_sentences_are_two_chains() -> None:
    text = "Shelling killed four people in Douma on Monday, residents said. Police said the shelling killed four people."
    assert [(kind, chain) for _, kind, chain in speakers(text)] == [("medic/resident/witness", 1), ("official", 2)]


def test_a_speaker_vouches_only_for_what_it_says() -> None:
    text = "Residents said rebels shelled Kafr Nabl on Monday. Gunmen killed four people in Bama on Monday."
    first, second = read(text).claims
    assert [one.value.kind for one in first.attribution] == ["medic/resident/witness"]
    assert second.attribution == ()


def test_a_party_that_speaks_goes_by_its_usual_name() -> None:
    ((name, kind, _),) = speakers("The Russian defence ministry said its aircraft bombed Idlib on Monday.")
    assert (name, kind) == ("Russian Ministry of Defence", "party to the conflict")
