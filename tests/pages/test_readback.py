"""The numbers on the screens are those of `teladan score`, read back from what is drawn."""

import csv
import math
import random
import re
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner

from metrics import shipped
from metrics.cli import main
from tests.pages.test_screens import draw, no_drawing_is_kept, text

__all__ = ["no_drawing_is_kept"]

YEAR = 2023
ANSWERS = {
    "id": r"peringkat (\S+) \((\S+)–(\S+)\) dari (\S+) k\w+, (\S+) \((\S+)–(\S+)\) dari (\S+) secara nasional, "
    r"skor (\S+)\. Tingkat (\d) ",
    "en": r"rank (\S+) \((\S+)–(\S+)\) of (\S+) k\w+, (\S+) \((\S+)–(\S+)\) of (\S+) nationally, "
    r"score (\S+)\. Level (\d) ",
}
SILENT = {"id": "belum dapat dinilai untuk tahun 2023", "en": "cannot be assessed for 2023"}
WHY = {
    "id": r"Skor (\S+); peringkat (\S+) \((\S+)–(\S+)\) dari (\S+) secara nasional; cakupan (\d+)%",
    "en": r"Score (\S+); rank (\S+) \((\S+)–(\S+)\) of (\S+) nationally; coverage (\d+)%",
}


@pytest.fixture(scope="session")
def scored(tmp_path_factory):
    """What `teladan score` writes for a year: the rows of each region, by node, in file order."""
    file = tmp_path_factory.mktemp("readback") / "score.csv"
    done = CliRunner().invoke(main, ["score", "--year", str(YEAR), "--out", str(file)], catch_exceptions=False)
    assert done.exit_code == 0
    found = {}
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(row["region"], {})[row["node"]] = row
    return found


@pytest.fixture(scope="session")
def banded(tmp_path_factory):
    """What `teladan robustness` writes for the year: the row of each region."""
    file = tmp_path_factory.mktemp("readback") / "bands.csv"
    done = CliRunner().invoke(main, ["robustness", "--year", str(YEAR), "--out", str(file)], catch_exceptions=False)
    assert done.exit_code == 0
    with file.open(encoding="utf-8", newline="") as lines:
        return {row["region"]: row for row in csv.DictReader(lines)}


def band(row):
    """The national band of a row of `teladan robustness`, rounded outward."""
    low, high = (round(float(row[name]), 9) for name in ("rank_p5", "rank_p95"))
    return math.floor(low), math.ceil(high)


def regions():
    """The regions as the dataset lists them, by code."""
    with (shipped.DATA / "regions.csv").open(encoding="utf-8", newline="") as file:
        return {row["region"]: row for row in csv.DictReader(file)}


def chosen():
    """Twenty regions, the same in every run: of each kind on each island, and the rest from all over."""
    known, dice = regions(), random.Random(YEAR)
    groups = {}
    for code, row in known.items():
        groups.setdefault((row["kind"], row["island"]), []).append(code)
    # One whose figures are partly carried forward, and two that cannot be assessed, are among them.
    found = ["53.71", "31.71", "95.08", *(dice.choice(codes) for codes in groups.values())]
    rest = [code for code in known if code not in found]
    return sorted([*found, *dice.sample(rest, max(0, 20 - len(found)))])[:20]


REGIONS = [(code, ("id", "en")[place % 2]) for place, code in enumerate(chosen())]


class Tables(HTMLParser):
    """The tables of a page: rows of cells as text; headings and rows of a kind of their own are kept with it."""

    def __init__(self, markup):
        super().__init__()
        self.tables, self.inside = [], False
        self.feed(markup)

    def handle_starttag(self, tag, attributes):
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append((dict(attributes).get("class") or "", []))
        elif tag in ("th", "td"):
            self.tables[-1][-1][1].append("")
            self.inside = True

    def handle_endtag(self, tag):
        self.inside &= tag not in ("th", "td")

    def handle_data(self, data):
        if self.inside:
            self.tables[-1][-1][1][-1] += data


def number(shown, language):
    """A number as a reader of the language reads it."""
    return float(shown.replace(".", "").replace(",", ".") if language == "id" else shown.replace(",", ""))


def same(shown, exact, language, per=1.0):
    """Whether a shown number is the exact one at the decimals it is shown with; `per` is 100 for per cent."""
    shown = shown.removesuffix("%")
    _, _, decimals = shown.partition("," if language == "id" else ".")
    return abs(number(shown, language) - per * float(exact)) <= 0.5 * 10 ** -len(decimals) + 1e-9


def rank_in_kind(scored, code):
    """The place of a region among the assessed ones of its kind, and how many they are, from the scores alone."""
    kinds = {region: row["kind"] for region, row in regions().items()}
    root = next(iter(scored[code]))
    peers = [float(rows[root]["score"]) for region, rows in scored.items()
             if kinds[region] == kinds[code] and rows[root]["score"]]  # fmt: skip
    return 1 + sum(score > float(scored[code][root]["score"]) for score in peers), len(peers)


def check_profile(markup, scored, banded, code, language):
    """The answer, the reason and the tree of a profile against the rows of `teladan score` and `robustness`."""
    rows = list(scored[code].values())
    ranked = sum(bool(one[rows[0]["node"]]["rank"]) for one in scored.values())
    answer = re.search(r"<h1[^>]*>(.*?)</h1>", markup, re.DOTALL)[1]
    if not rows[0]["score"]:
        assert SILENT[language] in answer
        assert not re.search(r"\bskor\b|\bscore\b", answer)
    else:
        *numbers, score, level = re.search(ANSWERS[language], answer).groups()
        in_kind, low_in_kind, high_in_kind, of_kind, *national = (number(shown, language) for shown in numbers)
        assert (in_kind, of_kind) == rank_in_kind(scored, code)
        assert 1 <= low_in_kind <= in_kind <= high_in_kind <= of_kind
        assert national == [int(rows[0]["rank"]), *band(banded[code]), ranked]
        assert same(score, rows[0]["score"], language)
        assert level == rows[0]["maturity"]
        score, *numbers, coverage = re.search(WHY[language], markup).groups()
        assert same(score, rows[0]["score"], language)
        assert [number(shown, language) for shown in numbers] == national
        assert same(coverage, rows[0]["coverage"], language, per=100)
    tree = next(table for table in Tables(markup).tables if len(table[0][1]) == 7)
    drawn = [(kind, cells) for kind, cells in tree[1:] if "wanted" not in kind]
    assert [kind for kind, _ in drawn] == [f"depth{row['level']}" for row in rows]
    for row, (_, cells) in zip(rows, drawn, strict=True):
        if row["score"]:
            assert same(cells[1], row["score"], language), (row, cells)
        else:
            assert cells[1].startswith("○"), (row, cells)
        assert same(cells[-1], row["coverage"] or 0, language, per=100), (row, cells)


def test_regions_are_of_every_kind_and_island_and_of_every_case(scored):
    known = regions()
    assert len(set(REGIONS)) == 20
    assert {(known[code]["kind"], known[code]["island"]) for code, _ in REGIONS} == {
        (row["kind"], row["island"]) for row in known.values()
    }
    roots = [next(iter(scored[code].values())) for code, _ in REGIONS]
    assert any(not root["score"] for root in roots)
    assert any(root["score"] and float(root["coverage"]) < 1 for root in roots)


@pytest.mark.parametrize(("code", "language"), REGIONS)
def test_profile_shows_the_scores(scored, banded, code, language):
    app = draw("profile.py", lang=language, region=code, year=str(YEAR))
    assert not app.exception
    check_profile(text(app), scored, banded, code, language)


@pytest.mark.parametrize("language", ["id", "en"])
def test_rankings_table_shows_the_scores(scored, banded, language):
    app = draw("rankings.py", lang=language, kind="all", plain="true", year=str(YEAR))
    table = next(table for table in Tables(text(app)).tables if len(table) > 400)
    heads, known = table[0][1], regions()
    root, *nodes = next(iter(scored.values()))
    dimensions = [node for node in nodes if scored["53.71"][node]["level"] == "1"]
    rows = {(cells[2], cells[heads.index({"id": "Provinsi", "en": "Province"}[language])]): cells
            for _, cells in table[1:]}  # fmt: skip
    assert len(rows) == sum(bool(one[root]["score"]) for one in scored.values())
    score = heads.index({"id": "Skor", "en": "Score"}[language])
    for code, _ in REGIONS:
        cells = rows.get((known[code]["name"], known[code]["province"]))
        if not scored[code][root]["score"]:
            assert cells is None
            continue
        assert number(cells[0], language) == int(scored[code][root]["rank"])
        assert tuple(number(end, language) for end in cells[1].strip().split("–")) == band(banded[code])
        assert same(cells[score], scored[code][root]["score"], language)
        assert scored[code][root]["maturity"] in [cell[:1] for cell in cells[score + 1 :]]
        # The dimensions stand in file order before the coverage, which is the last column.
        for node, shown in zip(dimensions, cells[-1 - len(dimensions) : -1], strict=True):
            exact = scored[code][node]["score"]
            assert same(shown, exact, language) if exact else shown == "–", (code, node)
        assert same(cells[-1], scored[code][root]["coverage"], language, per=100)


@pytest.mark.browser
@pytest.mark.parametrize(("code", "language"), [REGIONS[0], REGIONS[7], ("53.71", "id")])
def test_browser_shows_the_scores(dashboard, visit, scored, banded, code, language):
    page = visit(dashboard).open(f"/profile?lang={language}&region={code}&year={YEAR}").page
    check_profile(page.locator("[data-testid=stMain]").inner_html(), scored, banded, code, language)


def test_a_wrong_number_is_seen():
    assert same("68,0", "67.9788", "id")
    assert not same("68.0", "67.9788", "id")
    assert not same("68,0", "67.94", "id")
    assert same("1,007.4", "1007.436", "en")
    assert same("94%", "0.9375", "id", per=100)
