"""The ranking as a file."""

import csv
import io

import pandas as pd
import pytest

from exports.ranking_csv import EXCEL, PLAIN, inert_cell, ranking_csv

RANKING = pd.DataFrame(
    {
        "region": ["53.71", "53.01", "53.02"],
        "name": ['Kota "A"; B, C', "=HYPERLINK(1)", "Kabupaten É"],
        "score": [68.25, 50.0, None],
        "rank": pd.array([1, 2, None], dtype="Int64"),
    }
)
STAMP = {"year": 2023, "data_version": "abc"}


def rows(data: bytes, encoding: str, separator: str) -> list[dict[str, str]]:
    """The file as a program reads it."""
    return list(csv.DictReader(io.StringIO(data.decode(encoding)), delimiter=separator))


def test_plain_file_is_comma_separated_utf8_with_points():
    data = ranking_csv(RANKING, STAMP, PLAIN)
    assert not data.startswith(b"\xef\xbb\xbf")
    first, second, third = rows(data, "utf-8", ",")
    assert list(first) == ["region", "name", "score", "rank", "year", "data_version"]
    assert list(first.values()) == ["53.71", 'Kota "A"; B, C', "68.25", "1", "2023", "abc"]
    assert second["score"] == "50"
    assert (third["name"], third["score"], third["rank"]) == ("Kabupaten É", "", "")


def test_excel_file_has_its_mark_semicolons_and_decimal_commas():
    data = ranking_csv(RANKING, STAMP, EXCEL)
    assert data.startswith(b"\xef\xbb\xbf")
    assert rows(data, "utf-8-sig", ";")[0]["score"] == "68,25"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_cell_that_begins_like_a_formula_is_text(start):
    assert inert_cell(start + "1") == "'" + start + "1"


def test_formula_in_a_name_is_inert_and_numbers_stay_numbers():
    data = ranking_csv(RANKING.assign(score=-1.5), STAMP, PLAIN)
    second = rows(data, "utf-8", ",")[1]
    assert (second["name"], second["score"]) == ("'=HYPERLINK(1)", "-1.5")


def test_same_rows_give_the_same_bytes():
    assert ranking_csv(RANKING, STAMP) == ranking_csv(RANKING.copy(), STAMP)
