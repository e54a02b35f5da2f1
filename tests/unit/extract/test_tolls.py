import pytest

from according.steps.dissect import parse_text
from according.steps.extract.tolls import TollMention, find_tolls


def read_tolls(text: str) -> tuple[TollMention, ...]:
    return tuple(toll for sentence in parse_text(text).sentences for toll in find_tolls(sentence, text))


def rows(text: str) -> list[tuple[str, str, int | None, int | None]]:
    return sorted(
        (str(one.answer.value.harm), one.answer.value.who, one.answer.value.low, one.answer.value.high) for one in read_tolls(text)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shelling killed 12 people and wounded 30.", [("injured", "unspecified", 30, 30), ("killed", "unspecified", 12, 12)]),
        ("The blast left 3 citizens killed and 20 others wounded.", [("injured", "civilians", 20, 20), ("killed", "civilians", 3, 3)]),
        ("The death toll rose to 45.", [("killed", "unspecified", 45, 45)]),
        ("The number of dead reached 35.", [("killed", "unspecified", 35, 35)]),
        ("At least 16 dead after blast.", [("killed", "unspecified", 16, None)]),
        ("The raid claimed the lives of 9 people.", [("killed", "unspecified", 9, 9)]),
        ("The bodies of two men were found.", [("killed", "unspecified", 2, 2)]),
        ("A family of five was killed.", [("killed", "civilians", 5, 5)]),
        ("Seven members of one family died.", [("killed", "civilians", 7, 7)]),
        ("Up to 200 people were killed.", [("killed", "unspecified", None, 200)]),
        ("More than 40 were injured.", [("injured", "unspecified", 40, None)]),
        ("About 20 soldiers were killed.", [("killed", "combatants", 20, 20)]),
        ("Between 5 and 9 rebels were killed.", [("killed", "combatants", 5, 9)]),
        ("The attack killed 5 to 9 civilians.", [("killed", "civilians", 5, 9)]),
        (
            "Dozens of civilians were killed and scores wounded.",
            [("injured", "unspecified", None, None), ("killed", "civilians", None, None)],
        ),
        ("Some 5,000 people fled the town.", [("displaced", "unspecified", 5000, 5000)]),
        ("The fighting forced 300 families from their homes.", [("displaced", "civilians", None, None)]),
        ("Police arrested 12 people.", [("detained", "unspecified", 12, 12)]),
        ("Gunmen kidnapped three aid workers.", [("detained", "aid workers", 3, 3)]),
        ("Five people are missing.", [("missing", "unspecified", 5, 5)]),
        ("12 militants killed five soldiers.", [("killed", "combatants", 5, 5)]),
        (
            "An ambulance brought the bodies of two porters and several wounded civilians.",
            [("injured", "civilians", None, None), ("killed", "civilians", 2, 2)],
        ),
        ("A woman and a child were killed.", [("killed", "civilians", 2, 2)]),
        ("The group executed an air force pilot.", [("killed", "combatants", 1, 1)]),
        ("A policeman was shot dead.", [("killed", "police", 1, 1)]),
        ("The blast killed the driver and wounded two passengers.", [("injured", "civilians", 2, 2), ("killed", "civilians", 1, 1)]),
        ("The strike killed six displaced people.", [("killed", "unspecified", 6, 6)]),
        ("The strike killed three teachers and six displaced people.", [("killed", "civilians", 3, 3), ("killed", "unspecified", 6, 6)]),
        (
            "The shelling killed three people and 500 displaced people left the town.",
            [("displaced", "unspecified", 500, 500), ("killed", "unspecified", 3, 3)],
        ),
        ("The clashes left 20,000 displaced people in the valley.", [("displaced", "unspecified", 20000, 20000)]),
        ("Over 1 000 civilians were killed.", [("killed", "civilians", 1000, None)]),
        (
            "Gunmen fired at the convoy, killing 3 of them and injuring 22.",
            [("injured", "unspecified", 22, 22), ("killed", "unspecified", 3, 3)],
        ),
        ("The rebels executed 20 captured soldiers.", [("killed", "combatants", 20, 20)]),
        ("Three farmers were captured and beheaded by the group.", [("killed", "civilians", 3, 3)]),
        ("Two journalists working for the agency were wounded.", [("injured", "journalists", 2, 2)]),
        ("In 2015 12 people were killed there.", [("killed", "unspecified", 12, 12)]),
        ("The fighting displaced 11 million.", [("displaced", "unspecified", 11_000_000, 11_000_000)]),
        ("Three soldiers and two civilians were killed.", [("killed", "civilians", 2, 2), ("killed", "combatants", 3, 3)]),
    ],
)
def test_a_figure_is_read_with_its_harm_and_group(text: str, expected: list[tuple[str, str, int | None, int | None]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The militia took four others prisoner.", [("detained", "unspecified", 4, 4)]),
        ("Between 5 and 8 people are believed to have been killed.", [("killed", "unspecified", 5, 8)]),
        ("Up to 20 migrants may have died.", [("killed", "civilians", None, 20)]),
        ("The unit killed tens of insurgents.", [("killed", "combatants", None, None)]),
        ("A mortar round claimed the life of a woman.", [("killed", "women", 1, 1)]),
        (
            "The blast led to the death of two civilians and the injury of seven others.",
            [("injured", "civilians", 7, 7), ("killed", "civilians", 2, 2)],
        ),
        ("Three of the wounded later died.", [("killed", "unspecified", 3, 3)]),
        ("Hundreds were driven from their homes.", [("displaced", "unspecified", None, None)]),
        ("A couple and their newborn son died.", [("killed", "civilians", 3, 3)]),
        ("The brigade lost 12 fighters.", [("killed", "combatants", 12, 12)]),
        (
            "The garrison put its losses at 30 dead, 50 wounded and 4 captured.",
            [("detained", "unspecified", 4, 4), ("injured", "unspecified", 50, 50), ("killed", "unspecified", 30, 30)],
        ),
        (
            "Raiders killed 11 people, wounded 8 and kidnapped 23.",
            [("detained", "unspecified", 23, 23), ("injured", "unspecified", 8, 8), ("killed", "unspecified", 11, 11)],
        ),
        ("Troops shot dead a 15-year-old shepherd.", [("killed", "children", 1, 1)]),
        ("A mine killed one policeman and wounded another.", [("injured", "police", 1, 1), ("killed", "police", 1, 1)]),
        ("Two women died and three others were hurt.", [("injured", "civilians", 3, 3), ("killed", "women", 2, 2)]),
        ("Gunmen wounded his brother.", [("injured", "civilians", 1, 1)]),
        ("Five farmers received serious wounds.", [("injured", "civilians", 5, 5)]),
        ('The jets killed "about twenty" soldiers.', [("killed", "combatants", 20, 20)]),
        ("The group admitted to killing 14 traders.", [("killed", "civilians", 14, 14)]),
        ("A strike killed five soldiers on Friday a monitor said.", [("killed", "combatants", 5, 5)]),
        ("The raid left 40 people in hospital.", [("injured", "unspecified", 40, 40)]),
    ],
)
def test_harm_is_read_in_many_wordings(text: str, expected: list[tuple[str, str, int | None, int | None]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize("text", ["The bombing caused no casualties.", "No one was killed or injured."])
def test_no_casualties_is_a_zero_for_dead_and_injured(text: str) -> None:
    assert rows(text) == [("injured", "unspecified", 0, 0), ("killed", "unspecified", 0, 0)]
    assert all(one.is_zero for one in read_tolls(text))


@pytest.mark.parametrize(
    "text",
    [
        "There were no immediate reports of casualties.",
        "The patrol fired on a party of 9 raiders, who all got away.",
        "The army failed to kill 12 fighters.",
        "The attack could kill 50 people.",
        "He threatened to kill 10 hostages.",
        "If 10 people are killed, the truce ends.",
        "Rebels fired 20 rockets at the town.",
        "The army deployed 300 fighters.",
        "The division lost 12 tanks.",
        "Twelve gunmen took part and 3 fled.",
        "The commander is believed to want to kill 12 hostages.",
        "The column took 12 hours.",
        "The clinic lacks beds for another.",
        "Four bulldozers were captured.",
        "The rebels captured 12 villages and destroyed 4 tanks.",
        "Of the wounded, 15 are critical.",
        "Parliament killed a bill on 12 taxes.",
    ],
)
def test_what_did_not_happen_to_people_is_no_toll(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The strike killed 14 people, including two children and three women.", {("children", 2), ("women", 3)}),
        ("Ten people were killed, among them 4 medics.", {("medics", 4)}),
        ("Ten people were killed, two of them children.", {("children", 2)}),
        ("The blast led to the death of ten people, two of them children, and of a dog.", {("children", 2)}),
        ("Ten people, a nurse among them, were killed.", {("medics", 1)}),
        ("10 civilians killed incl 2 children.", {("children", 2)}),
        ("Nine children and 14 fighters were among the dead.", {("children", 9), ("combatants", 14)}),
        ("At least two of the dead were medical staff.", {("medics", 2)}),
    ],
)
def test_a_part_of_a_total_is_marked_as_a_part(text: str, parts: set[tuple[str, int]]) -> None:
    assert {(one.answer.value.who, one.answer.value.low) for one in read_tolls(text) if one.is_subgroup} == parts


def test_a_named_dead_is_kept_with_the_figure() -> None:
    (toll,) = read_tolls("The camp was hit and 7 militants, including the group's field commander Samir al-Khatib, were eliminated.")
    assert (toll.answer.value.low, toll.answer.value.who, toll.answer.value.named) == (7, "combatants", ("Samir al-Khatib",))


def test_a_named_commander_counts_as_one() -> None:
    (toll,) = read_tolls("Its commander Karim Haddad was killed.")
    assert (toll.answer.value.low, toll.answer.value.high, toll.answer.value.named) == (1, 1, ("Karim Haddad",))


def test_the_words_of_the_armed_group_are_kept_for_whoever_names_it() -> None:
    text = "A bomber blew himself up, killing several members of the Green Brigade."
    (toll,) = read_tolls(text)
    assert toll.answer.value.wording == "several"
    assert toll.who_span is not None
    assert toll.who_span.of(text) == "members of the Green Brigade"
    assert toll.trigger.of(text) == "killing"
    assert toll.span.of(text) == "killing several members"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By dusk 16 bodies had been brought to the clinic.", [("killed", "unspecified", 16, 16)]),
        ("Neighbours pulled seven charred bodies from the rubble.", [("killed", "unspecified", 7, 7)]),
        ("At least nine bodies arrived at the hospital.", [("killed", "unspecified", 9, None)]),
        ("Two UN bodies met after a report was found.", []),
        ("A driver, a father of four, was killed in the strike.", [("killed", "civilians", 1, 1)]),
        ("An 81-year-old woman died in the shelling.", [("killed", "women", 1, 1)]),
        (
            "The mine killed a Chadian peacekeeper and wounded three others.",
            [("injured", "combatants", 3, 3), ("killed", "combatants", 1, 1)],
        ),
        ("A herder and two of his sons were killed by a mine.", [("killed", "civilians", 3, 3)]),
        ("No civilians were harmed in the raid.", [("injured", "civilians", 0, 0), ("killed", "civilians", 0, 0)]),
        ("The shell killed 13 schoolboys.", [("killed", "children", 13, 13)]),
        ("A shopkeeper and a passer-by were killed.", [("killed", "civilians", 2, 2)]),
        ("Two staff members of an aid agency were killed.", [("killed", "civilians", 2, 2)]),
    ],
)
def test_bodies_kin_and_trades_are_counted_as_people(text: str, expected: list[tuple[str, str, int | None, int | None]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A shell hit a bakery on Friday, wounding three soldiers, a local official said.", [("injured", "combatants", 3, 3)]),
        ("The mine exploded, killing two women, a doctor said.", [("killed", "women", 2, 2)]),
        (
            "The mortar killed one farmer and wounded six, a nurse at the clinic said.",
            [("injured", "civilians", 6, 6), ("killed", "civilians", 1, 1)],
        ),
        ("Border guards arrested 12 men, a police officer told reporters.", [("detained", "unspecified", 12, 12)]),
        ("The mine killed two women, according to a doctor.", [("killed", "women", 2, 2)]),
        ("Four soldiers were reported killed and a policeman wounded.", [("injured", "police", 1, 1), ("killed", "combatants", 4, 4)]),
    ],
)
def test_one_who_speaks_is_not_among_the_harmed(text: str, expected: list[tuple[str, str, int | None, int | None]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ambush left 12 soldiers dead and 30 wounded.", [("injured", "combatants", 30, 30), ("killed", "combatants", 12, 12)]),
        ("The raid killed 12 people and wounded dozens.", [("injured", "unspecified", None, None), ("killed", "unspecified", 12, 12)]),
        ("The shelling killed two children and wounded three.", [("injured", "unspecified", 3, 3), ("killed", "children", 2, 2)]),
        ("A bomb went off under a cart, killing a family of four.", [("killed", "civilians", 4, 4)]),
        ("The strike killed a mother and her three sons.", [("killed", "civilians", 4, 4)]),
        ("A bus with 40 passengers drove over a mine, killing eleven of them.", [("killed", "civilians", 11, 11)]),
        ("Some 1,500 people had to leave their homes.", [("displaced", "unspecified", 1500, 1500)]),
        ("Raiders carried off nine herders.", [("detained", "civilians", 9, 9)]),
        ("Gunmen seized 40 pupils in the town.", [("detained", "children", 40, 40)]),
        ("Rebels seized 12 villages.", []),
        ("A tractor driver was hit by a splinter and died on the way to the clinic.", [("killed", "civilians", 1, 1)]),
        ("A girl and a boy of 14 were arrested.", [("detained", "children", 2, 2)]),
        ("One soldier was killed by a sniper, three injured.", [("injured", "combatants", 3, 3), ("killed", "combatants", 1, 1)]),
        ("Our troops did not suffer any losses in the fighting.", [("killed", "unspecified", 0, 0)]),
        ("Eight nurses were kidnapped, of whom two were later released.", [("detained", "medics", 8, 8)]),
        ("Five nurses were wounded, as compared with 21 in May.", [("injured", "medics", 5, 5)]),
        ("The shell killed two aid workers.", [("killed", "aid workers", 2, 2)]),
    ],
)
def test_a_figure_takes_what_its_words_leave_out_from_those_before(
    text: str, expected: list[tuple[str, str, int | None, int | None]]
) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Among the dead were two medics and a nurse.", [("killed", "medics", 1, 1), ("killed", "medics", 2, 2)]),
        ("The dead included three women.", [("killed", "women", 3, 3)]),
        ("At least four pupils were among nine people killed.", [("killed", "children", 4, None), ("killed", "unspecified", 9, 9)]),
        ("Among the guests were two nurses.", []),
        ("The toll of a raid on an army post near the border in the far north has risen to 31.", [("killed", "unspecified", 31, 31)]),
        ("That brings to 64 the number of soldiers killed this month.", [("killed", "combatants", 64, 64)]),
        ("That brings to 64 the number of lorries on the road.", []),
        ("The number of people displaced from the town since May has risen to 136,000.", [("displaced", "unspecified", 136000, 136000)]),
        ("The number of those who have fled since May has reached 49,000.", [("displaced", "unspecified", 49000, 49000)]),
        ("Four soldiers fell in fighting on the ridge.", [("killed", "combatants", 4, 4)]),
        ("Six shells fell on the ridge.", []),
        ("Three killed, all of them children.", [("killed", "children", 3, 3)]),
        (
            "They counted 58 civilian casualties: 26 killed and 32 hurt.",
            [("injured", "civilians", 32, 32), ("killed", "civilians", 26, 26)],
        ),
        ('The group shot dead 11 "traitor" soldiers.', [("killed", "combatants", 11, 11)]),
        ("A porter was killed and his mother wounded.", [("injured", "women", 1, 1), ("killed", "civilians", 1, 1)]),
        ("A bomb killed a prosecutor and his driver.", [("killed", "civilians", 2, 2)]),
        (
            "Seven soldiers were killed, including a captain, and about ten were wounded.",
            [("injured", "combatants", 10, 10), ("killed", "combatants", 7, 7)],
        ),
    ],
)
def test_a_figure_may_stand_after_or_before_the_words_that_say_what_it_counts(
    text: str, expected: list[tuple[str, str, int | None, int | None]]
) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A boy and a woman were killed and seven others were injured.", [("injured", "unspecified", 7, 7), ("killed", "civilians", 2, 2)]),
        ("A nurse was killed and at least five men were injured.", [("injured", "unspecified", 5, None), ("killed", "medics", 1, 1)]),
        ("Shells killed 35 civilians mostly schoolchildren.", [("killed", "civilians", 35, 35)]),
        ("The toll rose to 8 civilians in addition to 12 injured.", [("injured", "civilians", 12, 12), ("killed", "civilians", 8, 8)]),
        ("A bomber killed himself and four others.", [("killed", "combatants", 1, 1), ("killed", "unspecified", 4, 4)]),
    ],
)
def test_a_figure_takes_nothing_from_words_that_belong_to_another(
    text: str, expected: list[tuple[str, str, int | None, int | None]]
) -> None:
    assert rows(text) == expected
