"""A mistake in a user's folder of knowledge names file, line, column and cure, whatever the mistake is."""

from pathlib import Path

import pytest

from according.errors import KnowledgeError
from according.knowledge.loader import load_knowledge

ACTOR = '[[actor]]\nid = "xx.marin"\nname = "Marin Brigade"\nkind = "rebel"\ncountries = ["SY"]\nsource = "unverified"\n'
SOURCE = '[[source]]\nid = "marin_post"\nname = "Marin Post"\nkind = "newspaper"\nsource = "unverified"\n'
RULE = (
    'event_type = "shelling"\n[[rule]]\nid = "en.shelling.zap"\nwords = ["zap"]\npart = "verb"\nstrength = "event"\n{}'
    '[[rule.example]]\ntext = "They zapped it."\nfinds = "zapped"\n[[rule.counterexample]]\ntext = "A zap."\nwhy = "no verb"\n'
)
PLACES = "name\taliases\tlatitude\tlongitude\tcountry\tadmin1\tfeature\tsource\n"
TRIGGERS = "languages/en/triggers/zap.toml"


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("actors/a.toml", "[[actor]\n", "actors/a.toml:1:8: not valid TOML"),
        ("actors/a.toml", ACTOR + 'alias = ["x"]\n', "actors/a.toml:7:1: unknown key `alias`. Did you mean `aliases`?"),
        ("actors/a.toml", ACTOR + 'active_from = "2016-13-01"\n', "actors/a.toml:7:1: `active_from` holds '2016-13-01', which is no day"),
        ("actors/a.toml", ACTOR + 'aliases = "x"\n', "actors/a.toml:7:1: `aliases` holds 'x', which is not a list"),
        ("actors/a.toml", ACTOR + 'parents = ["x"]\n', "actors/a.toml:7:1: `parents` holds 'x', which is not a table"),
        ("actors/a.toml", ACTOR + 'parents = [{ id = "xx.no" }]\n', "`xx.marin` is part of `xx.no`, which is no actor"),
        ("actors/a.toml", ACTOR.replace("rebel", "rebels"), "actors/a.toml:4:8: `xx.marin` has the unknown kind `rebels`"),
        ("actors/a.toml", ACTOR + ACTOR, "actors/a.toml:8:6: the id `xx.marin` is given twice"),
        ("sources/s.toml", SOURCE + 'country = "ZZ"\n', "sources/s.toml:6:11: marin_post: `marin_post` has the unknown country `ZZ`"),
        (TRIGGERS, RULE.format("").replace('"shelling"', '"zapping"'), "zap.toml:1:14: en.shelling.zap: the rule reports the event type"),
        (TRIGGERS, RULE.format("").replace('"event"', '"events"'), "zap.toml:6:1: en.shelling.zap: `strength` holds 'events'"),
        (TRIGGERS, RULE.format('needs.sentence = ["@no"]\n'), "zap.toml:7:19: en.shelling.zap: there is no word class `@no`"),
        (
            "places/supplement.tsv",
            PLACES + "Tell\t\t35\t36\tZZ\tIdlib\tsettlement\tx\n",
            "supplement.tsv:2: the place 'Tell' has the unknown",
        ),
        ("places/supplement.tsv", "\udcff", "supplement.tsv: it is not UTF-8"),
        ("places/mine.tsv", PLACES, "places/mine.tsv: nothing reads this file"),
        ("actors/a.txt", ACTOR, "actors/a.txt: nothing reads this file"),
        ("languages/en/trigger/zap.toml", RULE, "languages/en/trigger/zap.toml: nothing reads this file"),
    ],
)
def test_a_mistake_names_its_place(tmp_path: Path, file: str, content: str, said: str) -> None:
    path = tmp_path / file
    path.parent.mkdir(parents=True)
    path.write_text(content, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(KnowledgeError) as raised:
        load_knowledge(tmp_path)
    assert said in str(raised.value)
    assert raised.value.cure


def test_a_folder_with_notes_and_hidden_files_is_fine(tmp_path: Path) -> None:
    for name in ("README.md", ".git/config", "actors/notes.md", "actors/.a.toml.swp"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert load_knowledge(tmp_path).event_types.names == load_knowledge().event_types.names
