"""The interface for programs: what it says of itself holds, and its figures are those of the results."""

import csv
import io
import warnings

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from metrics.kept_bands import kept_bands
from metrics.practices.catalogue import catalogue
from metrics.results import open_results
from server.api.routes import interface, routes

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of the libraries that it stands on
    import schemathesis
    from hypothesis import HealthCheck, settings

    schema = schemathesis.openapi.from_asgi("/openapi.json", interface())


@pytest.fixture(scope="module")
def client():
    with TestClient(Starlette(routes=routes())) as client:
        yield client


def rows_of(client, address):
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == 200, answer.text
    return answer.json()["rows"]


@pytest.mark.filterwarnings("ignore")
@schema.parametrize()
@settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_the_document_says(case):
    case.call_and_validate()


def test_scores_are_those_of_the_results_with_the_band_of_the_whole(client):
    results = open_results()
    year = results.opening_year
    rows = rows_of(client, "scores?level=0&limit=600")
    kept = results.scores(year).query("level == 0").set_index("region")
    bands = kept_bands(results, year).whole
    assert [row["region"] for row in rows] == list(kept.index)
    for row in rows:
        assert row["coverage"] == kept.loc[row["region"], "coverage"]
        if row["rank"] is None:
            assert row["rank_low"] is None and row["ranked"] is None
        else:
            assert (row["score"], row["rank"]) == tuple(kept.loc[row["region"], ["score", "rank"]])
            assert (row["rank_low"], row["rank_high"]) == tuple(bands.loc[row["region"], ["rank_low", "rank_high"]])
            assert row["ranked"] == kept["rank"].notna().sum()


def test_figures_of_a_region_stand_in_the_dataset_at_the_line_they_name(client):
    answer = client.get("/api/v1/regions/53.71?year=2023").json()
    assert {one["origin"] for one in answer["figures"]} <= {"figure", "carried", "imputed"}
    folder = open_results().data
    for one in answer["figures"]:
        with (folder / one["file"]).open(encoding="utf-8-sig", newline="") as text:
            line = text.read().splitlines()[one["line"] - 1]
        region, _, year, value = next(csv.reader([line]))[:4]
        assert (region, int(year), float(value)) == ("53.71", one["year"], one["value"])
    assert answer["figures"]


def test_every_figure_stands_where_it_says_and_names_its_source_and_variable(client):
    rows = rows_of(client, "figures?region=kota%20kupang&variable=stunting")
    sources = {row["source"]: row for row in rows_of(client, "sources")}
    assert "stunting" in {row["variable"] for row in rows_of(client, "variables")}
    for one in rows:
        line = (open_results().data / one["file"]).read_text(encoding="utf-8-sig").splitlines()[one["line"] - 1]
        region, variable, year, value = next(csv.reader([line]))[:4]
        assert (region, variable, int(year), float(value)) == ("53.71", "stunting", one["year"], one["value"])
        assert sources[one["source"]]["publisher"] == one["publisher"]
    assert rows
    behind = client.get("/api/v1/regions/53.71").json()["figures"]
    of_region = rows_of(client, "figures?region=53.71&limit=10000")
    stood = {(row["variable"], row["year"], row["value"], row["file"], row["line"]) for row in of_region}
    assert {(row["variable"], row["year"], row["value"], row["file"], row["line"]) for row in behind} <= stood


def test_pages_follow_each_other_without_gap_in_both_forms(client):
    whole = rows_of(client, "indicators?limit=1000")
    found, address = [], "indicators?limit=30"
    while address:
        answer = client.get(f"/api/v1/{address}").json()
        found += answer["rows"]
        address = answer["next"] and f"indicators{answer['next']}"
    assert found == whole
    answer = client.get("/api/v1/indicators?limit=30&format=csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["node"] for row in rows] == [row["node"] for row in whole[:30]]
    assert answer.headers["x-data-version"] == open_results().data_version
    assert answer.headers["x-total-count"] == str(len(whole)) and 'rel="next"' in answer.headers["link"]
    assert rows[0]["title_id"] == whole[0]["title"]["id"] and rows[0]["parent"] == ""


def test_practices_are_those_of_the_catalogue(client):
    entries = catalogue(open_results()).practices
    rows = rows_of(client, "practices?limit=1000")
    assert [row["practice"] for row in rows] == [entry.id for entry in entries]
    answer = client.get(f"/api/v1/practices/{entries[0].id}").json()
    assert answer["practice"] == entries[0].model_dump(mode="json")
    assert {row["grade"] for row in rows_of(client, "practices?grade=B")} == {"B"}


def test_an_unchanged_answer_is_not_sent_again(client):
    first = client.get("/api/v1/frameworks")
    again = client.get("/api/v1/frameworks", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/api/v1/frameworks", headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "parameter", "message"),
    [
        ("regions/99.99?lang=en", 404, "code", "there is no region 99.99; regions?name= finds"),
        ("practices/none?lang=id", 404, "id", "tidak ada praktik dengan id none"),
        ("scores?year=1999&lang=en", 404, "year", "1999 is not a scored year; there are 2018"),
        ("indicators?framework=none&lang=en", 404, "framework", "there is no framework none; there are masterplan"),
        ("scores?region=99.99&lang=en", 404, "region", "there is no region 99.99; regions?name= finds"),
        ("scores?level=9&lang=en", 404, "level", "there is no 9; there are 0, 1, 2, 3"),
        ("regions?province=Foo&lang=en", 404, "province", "there is no Foo; there are Aceh, Bali, "),
        ("figures?variable=none&lang=en", 404, "variable", "there is no none; there are area_km2, "),
        ("figures?year=1950&lang=en", 404, "year", "there is no 1950; there are 2015"),
        ("regions?kind=desa", 404, "kind", "tidak ada desa; yang ada: kabupaten, kota"),
        ("scores?node=none&lang=en", 404, "node", "there is no node with the id none"),
        ("practices?region=99.99&lang=en", 404, "region", "there is no region 99.99; regions?name= finds"),
        ("practices?indicator=none&lang=en", 404, "indicator", "there is no node with the id none"),
        ("regions?limit=0&lang=en", 422, "limit", "it must be at least 1"),
        ("regions?limit=many", 422, "limit", "di sini perlu bilangan bulat"),
        ("regions?format=xml&lang=en", 422, "format", "it must be one of these: json, csv"),
        ("regions?colour=red&lang=en", 422, "colour", "there is no such parameter"),
        ("nothing?lang=en", 404, "", "There is nothing at this address."),
    ],
)
def test_what_is_wrong_is_said_of_the_parameter_in_the_language_asked_for(client, address, status, parameter, message):
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == status
    error = answer.json()["errors"][0]
    assert error["parameter"] == parameter and error["message"].startswith(message)


def test_regions_and_provinces_go_by_their_names_too_in_capitals_or_not(client):
    for address in ("scores?level=0&region={}", "practices?region={}"):
        assert rows_of(client, address.format("kota%20kupang")) == rows_of(client, address.format("53.71"))
    assert client.get("/api/v1/regions/Kota%20Kupang").json()["region"]["region"] == "53.71"
    assert {row["province"] for row in rows_of(client, "regions?province=bali&kind=KOTA")} == {"Bali"}


def test_the_start_names_the_addresses_and_head_answers_without_a_body(client):
    start = client.get("/api/v1/").json()
    document = client.get(f"/api/v1/{start['document']}").json()
    assert {"/", *(f"/{address}" for address in start["addresses"])} == set(document["paths"])
    assert document["servers"] == [{"url": "/api/v1"}]
    whole, head = client.get("/api/v1/regions"), client.head("/api/v1/regions")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == whole.headers["content-length"]


def test_nothing_but_reading_is_possible_and_any_site_may_read(client):
    refused = client.post("/api/v1/regions")
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD")
    answer = client.get("/api/v1/regions", headers={"Origin": "http://elsewhere"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "://" not in client.get("/api/v1/openapi.json").text
