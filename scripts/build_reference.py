"""Write the generated pages of docs/reference from the program itself; `--check` only says which of them are stale.

cli.md comes from the commands, claim.md and claim.schema.json from the model, codebook.md from the knowledge, knowledge-files.md from the
shapes that the readers of the knowledge demand, api.md from the public names.
"""

import argparse
import dataclasses
import enum
import inspect
import json
import re
import sys
import types
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

import according
from according.cli.commands import build_app
from according.knowledge.actors_entries import ActorEntry, FormerName, Parent
from according.knowledge.actors_generic import GenericActor
from according.knowledge.cues import REACHES, CueRule, SpeakerWords
from according.knowledge.event_types import FAMILIES, Crosswalk, EventType, load_event_types
from according.knowledge.framing import LoadedWord
from according.knowledge.language import Language, WordClass
from according.knowledge.loader import PACKAGED
from according.knowledge.sources import KINDS, SourceEntry
from according.knowledge.triggers import Conditions, TriggerRule, load_triggers
from according.knowledge.weapons import WeaponClass
from according.model.schema import build_claim_schema

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT / "docs" / "reference"
_MADE = "<!-- Written by scripts/build_reference.py; do not edit. -->\n\n"
Json = dict[str, Any]


def main() -> int:
    """Write or check the pages, and return the exit code."""
    parser = argparse.ArgumentParser(description="Write the generated pages of docs/reference.")
    parser.add_argument("--check", action="store_true", help="write nothing; say what is stale and leave with 1")
    is_check = parser.parse_args().check
    stale = [path for path, text in build_pages() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path, text in build_pages() if not is_check else ():
        path.write_text(text, encoding="utf-8")
    for path in stale:
        shown = path.relative_to(ROOT).as_posix()
        print(f"{shown} is stale: run `python scripts/build_reference.py`." if is_check else f"wrote {shown}")
    return 1 if is_check and stale else 0


def build_pages() -> Iterator[tuple[Path, str]]:
    """Yield each generated file with its text; the same program gives the same bytes."""
    yield REFERENCE / "cli.md", write_cli()
    yield REFERENCE / "claim.schema.json", json.dumps(build_claim_schema(), ensure_ascii=False, indent=2) + "\n"
    yield REFERENCE / "claim.md", write_claim()
    yield REFERENCE / "codebook.md", write_codebook_page()
    yield REFERENCE / "knowledge-files.md", write_knowledge_files()
    yield REFERENCE / "api.md", write_api()


# -- the command line


def write_cli() -> str:
    """Return the page of all commands with their arguments and options."""
    group = typer.main.get_command(build_app())
    lines = ["# Command line\n", f"{_MADE}Every command prints this with `--help`. Exit codes:\n"]
    lines += ["| code | meaning |", "|---|---|", "| 0 | fine |", "| 1 | findings (checks) |", "| 2 | the command was not understood |"]
    lines += ["| 3 | some inputs could not be read; the others were coded |", "| 4 | nothing could be read |", "| 130 | interrupted |\n"]
    for name, command in walk_commands(group, "according"):
        lines += _write_command(name, command)
    return "\n".join(lines)


def walk_commands(command: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Yield every command that can be run, with its full name, in the order of the help."""
    inner = getattr(command, "commands", None)
    if inner is None:
        yield path, command
        return
    for name, one in inner.items():
        if not one.hidden:
            yield from walk_commands(one, f"{path} {name}")


def _write_command(path: str, command: Any) -> list[str]:
    given = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option" and one.name != "help"]
    usage = " ".join([path, *(["[OPTIONS]"] if options else []), *(_write_argument(one) for one in given)])
    lines = [f"## {path}\n", f"```text\n{usage}\n```\n", f"{_join(inspect.cleandoc(command.help or ''))}\n"]
    lines += [f"- `{_name(one)}`: {_join(one.help)}" for one in given if one.help]
    lines += [""] if given else []
    if options:
        lines += ["| option | default | what it does |", "|---|---|---|"]
        lines += [f"| `{', '.join([*one.opts, *one.secondary_opts])}` | {_default(one)} | {_cell(_say(one))} |" for one in options]
        lines += [""]
    _, _, examples = (command.epilog or "").partition("\n\n")
    lines += ["```bash", *examples.split("\n\n"), "```\n"] if examples else []
    return lines


def _say(option: Any) -> str:
    annotation = option.type_descriptor.annotation
    choices = [str(one.value) for one in annotation] if isinstance(annotation, enum.EnumType) else []
    return _join(option.help or "") + (f" One of: {', '.join(choices)}." if choices else "")


def _name(argument: Any) -> str:
    return str(argument.name).upper().rstrip("_")


def _write_argument(argument: Any) -> str:
    shown = _name(argument) + ("…" if argument.nargs != 1 else "")
    return shown if argument.required else f"[{shown}]"


def _default(option: Any) -> str:
    if option.required:
        return "must be given"
    value = option.default
    if value is None or value is False or value == () or value == [] or callable(value):
        return ""
    return f"`{getattr(value, 'value', value)}`"


def _join(text: str) -> str:
    first = re.split(r"\n\s*(?:Raises|Args):", text)[0]
    return " ".join(first.replace("\b", "").replace("\f", "").split())


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


# -- the claim


def write_claim() -> str:
    """Return the page of a claim's fields."""
    schema = build_claim_schema()
    lines = ["# A claim\n", f"{_MADE}{schema['description']}"]
    lines += [
        "One line of `according code --format jsonl` is one claim. The same as JSON Schema: [claim.schema.json](claim.schema.json).",
        "",
    ]
    lines += [f"Version of the schema: {schema['properties']['schema']['const']}. Every field is always there unless it says otherwise.\n"]
    lines += _write_properties(schema["properties"], schema["required"])
    for name, shape in schema["$defs"].items():
        lines += [f"\n## {name}\n"]
        if "properties" in shape:
            lines += _write_properties(shape["properties"], shape["required"])
        else:
            lines += [f"One of: {', '.join(shape['enum'])}."]
    return "\n".join(lines) + "\n"


def _write_properties(properties: Json, required: list[str]) -> list[str]:
    lines = ["| field | type | what it says |", "|---|---|---|"]
    for name, shape in properties.items():
        says = shape.get("description", "") + ("" if name in required else " Not always there.")
        lines.append(f"| `{name}` | {_cell(_type(shape))} | {_cell(says.strip())} |")
    return lines


def _type(shape: Json) -> str:
    if "$ref" in shape:
        name = shape["$ref"].rpartition("/")[2]
        return f"[{name}](#{name})"
    if "oneOf" in shape:
        return " or ".join(_type(one) for one in shape["oneOf"])
    if "const" in shape:
        return f"`{shape['const']}`"
    if "enum" in shape:
        return ", ".join(f"`{one}`" for one in shape["enum"])
    if shape["type"] == "array":
        return f"list of {_type(shape['items'])}"
    if shape["type"] == "object":
        inner = [_type(one) for one in shape["properties"].values()]
        also = ", a list of them for a list" if inner[0] != inner[-1] else ""
        return f"table: field → {inner[0]}{also}" if "kind" in shape["properties"] else "object"
    return " or ".join([shape["type"]] if isinstance(shape["type"], str) else shape["type"])


# -- the codebook


def write_codebook_page() -> str:
    """Return the page of event types and their trigger rules."""
    from according.knowledge.codebook import write_codebook

    return write_codebook(load_event_types((PACKAGED,)), load_triggers((PACKAGED,)))


# -- the files of knowledge

_TRIGGER_FILE = (
    'Words that report an event. The first line is `event_type = "<name>"`. `example` has `text` and `finds`, `counterexample` has '
    "`text` and `why`; a rule without both does not load."
)
_CUE_FILE = (
    "Words that say who speaks, whether it happened, who is blamed, and what kind of claim it is. An example has `text`, `trigger` and "
    "`finds`; a counterexample also `why`. attribution.toml may also have `[[speaker]]`. Reaches: "
)
_ACTOR_FILE = "Named actors. Days are written `2017-01-28`; a year or a month alone means its first day."
_FILES: tuple[tuple[str, str, str, tuple[type, ...]], ...] = (
    ("event_types/NAME.toml", "", f"One event type. Families: {', '.join(FAMILIES)}.", (EventType, Crosswalk)),
    ("languages/XX/triggers/NAME.toml", "rule", _TRIGGER_FILE, (TriggerRule, Conditions)),
    ("languages/XX/cues/TOPIC.toml", "rule", f"{_CUE_FILE}{', '.join(sorted(REACHES))}.", (CueRule, SpeakerWords)),
    ("languages/XX/language.toml", "", "Irregular forms and word classes that rules call `@name`.", (Language, WordClass)),
    ("languages/XX/generic_actors.toml", "generic", "Actors without a name: police, gunmen, residents.", (GenericActor,)),
    ("languages/XX/framing.toml", "framing", "Loaded words, kept as the source's.", (LoadedWord,)),
    ("languages/XX/weapons.toml", "class", "Words for weapons.", (WeaponClass,)),
    ("actors/FILE.toml", "actor", _ACTOR_FILE, (ActorEntry, FormerName, Parent)),
    ("sources/FILE.toml", "source", f"Who publishes and who monitors. Kinds: {', '.join(KINDS)}.", (SourceEntry,)),
)
_LAYING = """What is known is data, in `src/according/knowledge/data/`. A folder of your own has the same layout and is laid over it with
`--knowledge DIR`: an entry with the same id (or name, for event types) replaces ours, a new one is added. Reading is strict: an
unknown key, a missing one or a wrong type is an error that names the file, the line and the cure. Check a folder with
`according rules lint --knowledge DIR`. `source` names a file or document that was opened, or says `unverified`."""
_PLACES = """
## places/supplement.tsv

Places, one a line, cells divided by tabs; `#` starts a comment. The first line names the columns:
`name`, `aliases` (divided by `|`), `latitude`, `longitude`, `country` (two letters), `admin1`, `feature`, `source`.
Big gazetteers are not put here: see [adding a gazetteer](../guides/add-gazetteer.md).

## confidence/weights.tsv

How likely values are right, by how they were read: cells `field`, `feature`, `weight`, divided by tabs; `#` starts a comment.
The last folder that has this file counts alone; one with nothing but the heading switches [confidence](confidence.md) off.
It is fitted, not written by hand.
"""


def write_knowledge_files() -> str:
    """Return the page of the files that a folder of knowledge may have."""
    lines = [
        "# Files of knowledge\n",
        f"{_MADE}{_LAYING}",
    ]
    for path, table, says, shapes in _FILES:
        lines += [
            f"\n## {path}\n",
            says,
            *([f"Each entry is a `[[{table}]]` table." if table else "The keys stand at the top of the file."]),
            "",
        ]
        for number, shape in enumerate(shapes):
            lines += ([f"\n`{shape.__name__}`:\n"] if number else []) + _write_shape(shape)
    return "\n".join(lines) + "\n" + _PLACES


def _write_shape(shape: type) -> list[str]:
    hints, says = typing.get_type_hints(shape), _read_args(inspect.getdoc(shape) or "")
    lines = ["| key | type | needed | what it says |", "|---|---|---|---|"]
    for field in dataclasses.fields(shape):
        is_needed = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        is_needed = is_needed or field.name in {"example", "counterexample"}  # their reader demands them
        told = _cell(says.get(field.name, ""))
        lines.append(f"| `{field.name.rstrip('_')}` | {_hint(hints[field.name])} | {'yes' if is_needed else ''} | {told} |")
    return lines


def _hint(hint: Any) -> str:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return " or ".join(_hint(one) for one in typing.get_args(hint) if one is not type(None))
    if typing.get_origin(hint) is tuple:
        return f"list of {_hint(typing.get_args(hint)[0])}"
    if typing.get_origin(hint) is re.Pattern:
        return "pattern"
    names = {"str": "text", "int": "number", "float": "number", "bool": "true or false", "date": "day"}
    return names.get(hint.__name__, f"table ({hint.__name__})")


def _read_args(doc: str) -> dict[str, str]:
    """Return what a docstring says of each field under `Args:`."""
    _, _, args = doc.partition("Args:\n")
    found: dict[str, str] = {}
    name = ""
    for line in args.split("\n\n")[0].splitlines():
        start = re.match(r" {4}(\w+): (.*)", line)
        if start:
            name = start[1]
            found[name] = start[2]
        elif name:
            found[name] += " " + line.strip()
    return found


# -- the Python names


def write_api() -> str:
    """Return the page of the public Python names, with their signatures and docstrings."""
    lines = ["# Python API\n", f"{_MADE}These names are public; all others may change. See also [the guide](../guides/python.md).\n"]
    for name in sorted(set(according.__all__) - {"__version__"}, key=str.lower):
        lines += _write_public(name, getattr(according, name))
    return "\n".join(lines)


def _write_public(name: str, value: Any) -> list[str]:
    lines = [f"## according.{name}\n"]
    if inspect.isclass(value):
        lines += _write_doc(value)
        members = [
            (key, one) for key, one in vars(value).items() if not key.startswith("_") and (callable(one) or isinstance(one, property))
        ]
        for key, one in members:
            if isinstance(one, property):
                lines += [f"### {name}.{key}\n", *_write_doc(one)]
            elif inspect.isfunction(one):
                lines += [f"### {name}.{key}\n", f"```python\n{key}{_sign(one)}\n```\n", *_write_doc(one)]
        return lines
    return [*lines, f"```python\n{name}{_sign(value)}\n```\n", *_write_doc(value)]


def _sign(function: Any) -> str:
    text = re.sub(r"\b(?:according|pathlib|datetime|collections\.abc)\.(?:\w+\.)*(?=[A-Z]|date\b)", "", str(inspect.signature(function)))
    return text.replace("(self, ", "(").replace("(self)", "()").replace("'", "")


def _write_doc(value: Any) -> list[str]:
    doc = inspect.cleandoc(value.__doc__ or "")
    parts = re.split(r"\n\n(Args|Raises):\n", doc)
    lines = [parts[0], ""]
    for kind, body in zip(parts[1::2], parts[2::2], strict=True):
        lines += [f"{kind}:\n", *(f"- `{one[1]}`: {one[2]}" for one in re.finditer(r"(?m)^ {4}(\w+): (.*)$", body)), ""]
    return lines


if __name__ == "__main__":
    sys.exit(main())
