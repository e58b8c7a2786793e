"""docs/architecture.md lists the tables of a results file, and its audit query runs."""

import re

from metrics import shipped
from metrics.results import open_results

GUIDE = (shipped.ROOT / "docs" / "architecture.md").read_text("utf-8")


def test_tables_and_columns_are_those_of_the_results_file() -> None:
    results = open_results()
    columns = results.table(
        """
        SELECT table_name AS name, string_agg(column_name, ', ' ORDER BY ordinal_position) AS columns
        FROM information_schema.columns WHERE table_schema = 'main' GROUP BY table_name
        """
    )
    _, _, tables = GUIDE.partition("## The tables")
    listed = dict(re.findall(r"^\| `(\w+)` \| ([\w, ]+) \|$", tables, re.MULTILINE))
    assert listed == dict(zip(columns["name"], columns["columns"], strict=True))


def test_the_audit_query_leads_from_every_indicator_to_a_row_of_a_source() -> None:
    query = re.search(r"^```sql\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    assert query
    results = open_results()
    found = results.table(query[1])
    scored = results.table("SELECT node FROM normalised WHERE region = '53.71' AND year = 2023 ORDER BY node")
    assert list(found["node"]) == list(scored["node"])
    row = found.iloc[0]
    line = (shipped.DATA / row["file"]).read_text("utf-8").splitlines()[row["line"] - 1]
    assert line.startswith("53.71,")
