"""The guide to framework files and the JSON Schema say what the reader takes."""

import re
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
import yaml

from exports.framework_guide import SCHEMA, framework_schema_text
from metrics import framework, shipped
from metrics.framework import Aggregator, Model, Normaliser
from metrics.framework_file import framework_schema, read_framework
from metrics.problems import InputProblems

GUIDE = (shipped.ROOT / "docs" / "framework.md").read_text("utf-8")
SHIPPED = sorted([shipped.FRAMEWORK, *shipped.FRAMEWORKS.glob("*.yaml")])

# Where the keys of a model stand in a file. `Text` is the pair of languages, `Inherited` a part of `Method`.
PLACES: dict[type[Model], str] = {
    framework.Framework: "",
    framework.WrittenNode: "",
    framework.Method: "",
    framework.Impute: "impute.",
    framework.Treat: "treat.",
    framework.Normalise: "normalise.",
    framework.Error: "error.",
    framework.Maturity: "maturity.",
    framework.Level: "maturity.levels.",
}


def first_cells(text: str) -> set[str]:
    """The first cell of each row of the tables of a text, where it is code."""
    return set(re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE))


def section(heading: str) -> str:
    return GUIDE.split(f"{heading}\n")[1].split("\n#")[0]


def errors(written: Any) -> list[str]:
    return [error.message for error in jsonschema.Draft202012Validator(framework_schema()).iter_errors(written)]


def test_the_schema_is_current() -> None:
    current = SCHEMA.read_text("utf-8") == framework_schema_text()
    assert current, "the models have changed: run `python -m exports.framework_guide`"


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(framework_schema())


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.name)
def test_shipped_frameworks_follow_the_schema(file: Path) -> None:
    assert errors(yaml.safe_load(file.read_text("utf-8"))) == []


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.name)
def test_shipped_frameworks_tell_editors_of_the_schema(file: Path) -> None:
    first, _, _ = file.read_text("utf-8").partition("\n")
    assert first.startswith("# yaml-language-server: $schema=")
    assert (file.parent / first.partition("=")[2]).resolve() == SCHEMA.resolve()


@pytest.mark.parametrize(
    ("keys", "valid"),
    [
        ({}, True),
        ({"title": {"id": "Indeks", "en": "Index"}}, True),
        ({"title": {"en": "Index"}}, False),
        ({"version": 1.0}, True),
        ({"method": {"impute": "none", "treat": "none"}}, True),
        ({"method": {"impute": {"using": "mean", "by": "island"}}}, True),
        ({"method": {"impute": "mean"}}, False),
        ({"method": {"normalise": "none"}}, False),
        ({"method": {"normalise": {"using": "minimax"}}}, False),
        ({"years": [2020]}, False),
        ({"minimum_coverage": 1.5}, False),
        ({"wieght": 1}, False),
        ({"children": {}}, False),
    ],
)
def test_schema_and_reader_agree(keys: dict[str, Any], valid: bool, tmp_path: Path) -> None:
    written = {"id": "index", "title": "Index", "children": {"leaf": {"direction": "higher"}}} | keys
    file = tmp_path / "framework.yaml"
    file.write_text(yaml.safe_dump(written), "utf-8")
    assert (errors(written) == []) is valid
    if valid:
        read_framework(file)
    else:
        with pytest.raises(InputProblems):
            read_framework(file)


def test_every_key_is_explained_and_no_other() -> None:
    models = {m for m in vars(framework).values() if isinstance(m, type) and issubclass(m, Model)}
    assert models - {framework.Model, framework.Text, framework.Inherited} == set(PLACES)
    keys = {
        place + (field.alias or name) for model, place in PLACES.items() for name, field in model.model_fields.items()
    }
    without_choices = GUIDE.replace(section("### Normalisers"), "").replace(section("### Aggregators"), "")
    assert first_cells(without_choices) == keys


def test_every_normaliser_and_aggregator_is_explained() -> None:
    assert first_cells(section("### Normalisers")) == set(get_args(Normaliser))
    assert first_cells(section("### Aggregators")) == set(get_args(Aggregator))


def test_the_example_can_be_read(tmp_path: Path) -> None:
    example = re.search(r"^```yaml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    assert example
    file = tmp_path / "framework.yaml"
    file.write_text(example[1], "utf-8")
    assert [node.id for node in read_framework(file).nodes if node.is_leaf] == [
        "life_expectancy",
        "stunting",
        "poverty",
    ]
    assert errors(yaml.safe_load(example[1])) == []
