"""A headline says what the body tells, a copy what its original has; a trigger that tells of no event says why."""

from pathlib import Path

from reading_claims import quotes, read, read_one

import according
from according.model.evidence import Found, Unresolved

BODY = "A car bomb exploded in a market in Baghdad on Monday, killing nine people, police said."
STORY = "Bomb kills nine in Baghdad\n\nBAGHDAD, 8 June (Wire) — " + BODY


def test_a_headline_is_no_claim_where_the_body_tells_it() -> None:
    coded = read(STORY)
    ((quote,),) = quotes(STORY)
    assert quote.endswith(BODY)
    assert [one.rule for one in coded.silences if one.rule == "en.claims.headline"] == ["en.claims.headline"]


def test_a_headline_alone_is_a_claim() -> None:
    claim = read_one("Bomb kills nine in Baghdad")
    assert claim.event_type.value == "explosive_device"
    assert isinstance(claim.when, Unresolved)


ORIGINAL = (
    "A car bomb exploded in a crowded market in the centre of Baghdad on Monday morning, killing nine people, police said. "
    "Ambulances carried the wounded to two hospitals on the eastern bank of the river. "
    "Shop owners swept glass from the pavement and said that trade would begin again within days. "
    "The market had been rebuilt two years ago with money that the traders had put together. "
)


def test_a_copy_codes_only_what_it_adds(tmp_path: Path) -> None:
    added = "Gunmen killed four soldiers near Mosul on Tuesday."
    (tmp_path / "a.txt").write_text("7 June 2021\n\n" + ORIGINAL, encoding="utf-8")
    (tmp_path / "b.txt").write_text("8 June 2021\n\n" + ORIGINAL + added, encoding="utf-8")
    first, second = according.open_coder().code_many([tmp_path])
    assert first.report is not None
    assert second.report is not None
    assert second.report.copy_of == first.report.report_id
    assert [claim.event_type.value for claim in first.claims] == ["explosive_device"]
    assert [[span.of(second.report.text) for span in claim.evidence] for claim in second.claims] == [[added]]


def test_how_a_war_began_is_said_to_be_no_event() -> None:
    coded = read("The war in Syria began in 2011 when security forces fired on peaceful protests in Deraa.")
    assert coded.claims == ()
    assert "en.claims.origin-of-the-war" in {one.rule for one in coded.silences}


def test_the_news_is_kept_beside_the_origin_of_the_war() -> None:
    text = "Shelling killed four people in Douma on Monday. The conflict began in 2011 with peaceful protests that spread to Homs."
    assert quotes(text) == [["Shelling killed four people in Douma on Monday."]]
    assert "en.claims.origin-of-the-war" in {one.rule for one in read(text).silences}


def test_an_attempt_is_no_gain_of_territory() -> None:
    coded = read("Al Shabaab fighters tried to seize the town of Afgooye on Monday.")
    assert coded.claims == ()
    assert [one.rule for one in coded.silences] == ["en.status.attempted"]


def test_a_text_without_any_event_gives_nothing() -> None:
    coded = read("The committee will publish its budget in autumn. Members thanked the secretary.")
    assert coded.claims == ()
    assert coded.rejected is None


def test_each_claim_has_an_id_of_its_own_and_the_same_each_time() -> None:
    text = "Soldiers shelled Kafr Nabl and arrested four men in Idlib on Tuesday."
    ids = [claim.claim_id for claim in read(text).claims]
    assert len(set(ids)) == 2
    assert ids == [claim.claim_id for claim in read.__wrapped__(text).claims]


def test_the_type_of_a_claim_rests_on_its_trigger() -> None:
    claim = read_one("Rebels shelled the village of Kafr Nabl on Tuesday.")
    assert isinstance(claim.event_type, Found)
    assert claim.event_type.span.of("Rebels shelled the village of Kafr Nabl on Tuesday.") == "shelled"
