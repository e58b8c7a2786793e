"""docs/data.md says what the shipped data hold."""

from exports.data_guide import GUIDE, data_guide
from metrics.results import open_results


def test_the_guide_is_what_the_data_give() -> None:
    current = GUIDE.read_text("utf-8") == data_guide(open_results())
    assert current, "the data have changed: run `python -m exports.data_guide`"


def test_every_source_group_and_variable_is_in_the_guide() -> None:
    results, guide = open_results(), GUIDE.read_text("utf-8")
    sources = results.table("SELECT source FROM source")["source"]
    groups = results.table('SELECT DISTINCT "group" AS name FROM membership')["name"]
    variables = results.table("SELECT DISTINCT variable FROM figure")["variable"]
    assert [name for name in sources if f"### {name}\n" not in guide] == []
    assert [name for name in (*groups, *variables) if f"| `{name}` |" not in guide] == []
