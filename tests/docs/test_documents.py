"""Guides and JSON Schemas of a dataset's documents say what the reader takes."""

import re
from typing import Any

import jsonschema
import pytest
import yaml

from exports.document_schemas import schema_file, schema_text
from metrics import shipped
from metrics.documents import KINDS, Kind, read_document, schema
from tests.model_keys import keys

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


class AsEditorsRead(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML 1.2, in which a date is a text."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - as in the class above
        first: [(tag, rule) for tag, rule in rules if not tag.endswith(":timestamp")]
        for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def errors(kind: Kind, written: Any) -> list[str]:
    return [error.message for error in jsonschema.Draft202012Validator(schema(kind)).iter_errors(written)]


@each_kind
def test_the_schema_is_current(kind: Kind) -> None:
    current = schema_file(kind).read_text("utf-8") == schema_text(kind)
    assert current, "the models have changed: run `python -m exports.document_schemas`"
    jsonschema.Draft202012Validator.check_schema(schema(kind))


@each_kind
def test_the_shipped_documents_follow_the_schema_and_tell_editors_of_it(kind: Kind) -> None:
    files = kind.files(shipped.DATA)
    assert files
    for file in files:
        text = file.read_text("utf-8")
        assert errors(kind, yaml.load(text, AsEditorsRead)) == []
        first, _, _ = text.partition("\n")
        assert first.startswith("# yaml-language-server: $schema=")
        assert (file.parent / first.partition("=")[2]).resolve() == schema_file(kind)


@each_kind
def test_the_guide_explains_every_key_and_no_other(kind: Kind) -> None:
    guide = (shipped.ROOT / "docs" / f"{kind.name}.md").read_text("utf-8")
    assert set(re.findall(r"^\| `([^`]+)` \|", guide, re.MULTILINE)) == set(keys(kind.model))


@each_kind
def test_the_example_of_the_guide_can_be_read(kind: Kind, tmp_path: Any) -> None:
    guide = (shipped.ROOT / "docs" / f"{kind.name}.md").read_text("utf-8")
    example = re.search(r"^```yaml\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    assert example
    (tmp_path / "example.yaml").write_text(example[1], "utf-8")
    read_document(kind, tmp_path / "example.yaml")
    assert errors(kind, yaml.load(example[1], AsEditorsRead)) == []
