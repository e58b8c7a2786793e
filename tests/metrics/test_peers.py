"""Peers by structure: the distances are those of the formula, and who is chosen is who should be."""

import csv
import io
import math
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from exports.peer_reasons import say_reasons
from metrics.cli import main
from metrics.groups import groups
from metrics.peer_choices import CHOICES, chosen_peers, offered
from metrics.peers import WEIGHTS, Structure, beside, distances, kilometres, nearest, peers, structure
from metrics.population import sizes
from metrics.problems import InputProblems
from metrics.results import Results, open_results
from tests.bad_input.small import REGIONS, write, write_small
from words import speak

KUPANG, SIDOARJO, BELU, SERIBU = "53.71", "35.15", "53.04", "31.01"


@pytest.fixture(scope="module")
def results() -> Results:
    return open_results()


@pytest.fixture(scope="module")
def shipped_structure(results: Results) -> Structure:
    return structure(results, 2023)


def some_structure(seed: int, n: int = 25) -> Structure:
    """Random regions that lack traits here and there, half of them with the same figures as another."""
    source = np.random.default_rng(seed)

    def lacking(values: np.ndarray) -> np.ndarray:
        return np.where(source.random(n) < 0.2, np.nan, values)

    numbers = {"population": lacking(source.lognormal(size=n)), "density": lacking(source.lognormal(size=n))}
    categories = {"kind": source.choice(np.array(["kota", "kabupaten", None], dtype=object), n)}
    places = np.stack([source.uniform(-11, 6, n), source.uniform(95, 141, n)], axis=1)
    places[source.random(n) < 0.2] = np.nan
    return Structure(tuple(f"{place:02}" for place in range(n)), numbers, categories, places)


def slowly(known: Structure, i: int, j: int) -> float:
    """The distance of two regions by the formula, number by number."""
    squares, weights = 0.0, 0.0

    def add_up(name: str, square: float) -> None:
        nonlocal squares, weights
        if not math.isnan(square):
            squares, weights = squares + WEIGHTS[name] * square, weights + WEIGHTS[name]

    for name, values in known.numbers.items():
        logs = np.log(values)
        scale = 1.4826 * np.nanmedian(abs(logs - np.nanmedian(logs)))
        add_up(name, ((logs[i] - logs[j]) / scale) ** 2)
    for name, texts in known.categories.items():
        add_up(name, math.nan if None in (texts[i], texts[j]) else float(texts[i] != texts[j]))
    assert known.places is not None
    points = [
        6371.0088 * np.array([math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)])
        for lat, lon in np.radians(known.places)
    ]
    centre = np.nanmedian(points, axis=0)
    scale = 1.4826 * np.nanmedian([np.linalg.norm(point - centre) for point in points])
    add_up("position", float(np.linalg.norm(points[i] - points[j]) / scale) ** 2)
    return math.sqrt(squares / weights) if weights else math.nan


@pytest.mark.parametrize("seed", range(5))
def test_distances_are_those_of_the_formula_whatever_is_missing(seed: int) -> None:
    known = some_structure(seed)
    found = distances(known)
    n = len(known.regions)
    expected = np.array([[0 if i == j else slowly(known, i, j) for j in range(n)] for i in range(n)])
    np.testing.assert_allclose(found, expected, atol=1e-6)
    np.testing.assert_array_equal(found, found.T)
    assert not found.diagonal().any()


@pytest.mark.parametrize("seed", range(5))
def test_the_nearest_are_those_of_sorting_ties_by_code_never_the_region_itself(seed: int) -> None:
    source = np.random.default_rng(seed)
    apart = source.integers(0, 4, (30, 30)).astype(float)
    apart[source.random((30, 30)) < 0.1] = np.nan
    for count in (1, 8, 29, 100):
        for at, row in enumerate(nearest(apart, count)):
            others = [place for place in range(30) if place != at]
            order = sorted(others, key=lambda place: (np.nan_to_num(apart[at, place], nan=99), place))
            assert list(row) == order[:count]


def test_every_region_has_peers_of_its_kind_and_none_is_its_own(results: Results, shipped_structure: Structure) -> None:
    found = nearest(distances(shipped_structure))
    assert found.shape == (514, 8)
    assert not (found == np.arange(514)[:, None]).any()
    kinds = shipped_structure.categories["kind"]
    other = np.unique(np.nonzero(kinds[found] != kinds[:, None])[0])
    assert [shipped_structure.regions[at] for at in other] in ([], [SERIBU])  # dense islands, like no other kabupaten


def test_traits_of_the_shipped_figures(results: Results, shipped_structure: Structure) -> None:
    assert set(shipped_structure.traits) == set(WEIGHTS)
    spent = results.table(
        "SELECT value FROM figure WHERE variable = 'expenditure_pc' AND region = ? AND year = 2023", [KUPANG]
    )
    at = shipped_structure.at(KUPANG)
    assert shipped_structure.numbers["expenditure_pc"][at] == spent["value"][0]
    earlier = structure(results, 2018)
    assert earlier.numbers["expenditure_pc"][at] < shipped_structure.numbers["expenditure_pc"][at]
    assert earlier.numbers["population"][at] == shipped_structure.numbers["population"][at]


def test_what_stands_beside_a_peer(results: Results, shipped_structure: Structure) -> None:
    table = peers(results, 2023, KUPANG, 3)
    assert list(table["region"]) == [KUPANG] * 3
    assert table["distance"].is_monotonic_increasing
    regions = results.regions().set_index("region")
    row = table.iloc[0]
    assert row["population_ratio"] == regions["population"][row["peer"]] / regions["population"][KUPANG]
    assert bool(row["same_kind"])
    back = beside(shipped_structure, row["peer"], [KUPANG]).iloc[0]
    assert back["distance"] == row["distance"]
    assert back["km"] == pytest.approx(row["km"])
    assert back["population_ratio"] == pytest.approx(1 / row["population_ratio"])
    with pytest.raises(KeyError):
        peers(results, 2023, "00.00")


def test_kilometres_along_a_great_circle(shipped_structure: Structure) -> None:
    found = kilometres(shipped_structure, KUPANG)
    assert found[shipped_structure.at(KUPANG)] == 0
    quarter = Structure(("a", "b"), {}, {}, np.array([[0.0, 0.0], [0.0, 90.0]]))
    assert kilometres(quarter, "a")[1] == pytest.approx(10007.557, abs=0.01)


@pytest.mark.parametrize("region", [KUPANG, SIDOARJO, BELU, SERIBU])
def test_each_choice_finds_whom_it_names(results: Results, region: str) -> None:
    regions = results.regions().set_index("region")
    scores = results.ranking(2023).set_index("region")["score"]
    found = {choice: chosen_peers(results, 2023, region, choice, group="citynet-indonesia") for choice in CHOICES}
    for peers_found in found.values():
        assert len(set(peers_found)) == len(peers_found) <= 8
        assert region not in peers_found
    assert list(found["structure"]) == list(peers(results, 2023, region)["peer"])
    assert all(regions["province"][peer] == regions["province"][region] for peer in found["province"])
    near = set(chosen_peers(results, 2023, region, "structure", 30))
    assert all(scores[peer] > scores[region] and peer in near for peer in found["better"])
    assert list(found["better"]) == sorted(found["better"], key=lambda peer: -scores[peer])
    classes = sizes(results)
    assert all(classes[peer] == classes[region] for peer in found["size"])
    assert all(regions["kind"][peer] == regions["kind"][region] for peer in found["size"])
    members = next(group.regions for group in groups(results) if group.code == "citynet-indonesia")
    assert set(found["group"]) == members - {region} or len(found["group"]) == 8
    assert set(offered(results, 2023, region)) == {choice for choice in found if found[choice]} - {"group"}


def test_neighbours_are_near_on_the_map(results: Results) -> None:
    assert chosen_peers(results, 2023, KUPANG, "neighbours", 1) == ("53.01",)
    assert not chosen_peers(results, 2023, KUPANG, "group", group="nobody")


def test_a_dataset_without_known_traits_is_compared_by_its_own_columns(acceptance: Path) -> None:
    asem = acceptance / "asem"
    found = open_results(asem / "data", asem / "framework.yaml")
    known = structure(found, found.opening_year)
    assert known.traits == ("EurAsia_group", "GDP_group", "GDPpc_group", "Pop_group")
    table = peers(found, found.opening_year, "NLD")
    assert list(table["peer"])[:3] == ["AUT", "BEL", "CHE"]  # all as far, so by code
    assert table["km"].isna().all()
    said = say_reasons(speak("en"), table.to_dict("records")[0])
    assert said == "same EurAsia_group (Europe), same GDP_group (L) and same GDPpc_group (XL)"
    assert offered(found, found.opening_year, "NLD")[0] == "structure"
    assert "neighbours" not in offered(found, found.opening_year, "NLD")


def test_regions_with_nothing_to_be_compared_by_are_told(tmp_path: Path) -> None:
    write_small(tmp_path)
    rows = "region,name\n" + "".join(f"{code},Region {code}\n" for code in ("01.10", "01.20", "02.10", "02.20"))
    write(REGIONS, rows)(tmp_path)
    found = open_results(tmp_path / "data", tmp_path / "framework.yaml")
    with pytest.raises(InputProblems) as told:
        structure(found, 2022)
    assert [problem.code for problem in told.value.problems] == ["no-structure"]


def test_reasons_in_words() -> None:
    row = {"kind": "kota", "same_kind": True, "population_ratio": 1.14, "expenditure_pc_ratio": 0.97, "km": 884.0}
    assert say_reasons(speak("id"), row) == "sama-sama kota, 1,1 kali penduduk Anda, dan pengeluaran per kapita setara"
    further = {
        "kind": "kabupaten",
        "same_kind": False,
        "population_ratio": 0.034,
        "same_island": True,
        "island": "Jawa",
    }
    assert say_reasons(speak("en"), further | {"km": 46.2}) == (
        "another kind (kabupaten), 0.03 times your population, both in Jawa and 46 km away"
    )
    apart = {"autonomous": "yes", "same_autonomous": False, "density_ratio": 12.4}
    assert say_reasons(speak("en"), apart) == "with a government of its own and 12 times your density"


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(main, ["peers", *arguments])
    return done.exit_code, done.stdout, done.stderr


def test_the_command() -> None:
    code, out, _ = run("Kota Kupang", "--count", "2", "--year", "2023", "--lang", "en")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert [row["name"] for row in rows] == ["Kota Ambon", "Kota Kendari"]
    assert list(rows[0])[:4] == ["region", "peer", "name", "distance"]
    assert rows[0]["reasons"].startswith("both are kota, 0.9 times your population, similar spending per person")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("nowhere",), 1, "nowhere"),
        ((KUPANG, "--year", "1999"), 1, "1999"),
        ((KUPANG, "--choice", "group", "--group", "citynet-indonesi"), 1, "citynet-indonesia"),
        ((KUPANG, "--choice", "group"), 2, "--group"),
        ((KUPANG, "--count", "0"), 2, "--count"),
        ((KUPANG, "--out", "peers.txt"), 2, ".csv"),
    ],
)
def test_wrong_use_of_the_command(arguments: tuple[str, ...], code: int, told: str) -> None:
    found, out, errors = run(*arguments)
    assert (found, out) == (code, "")
    assert told in errors
