"""Files have addresses of their own: the same bytes from any process, and what is wrong is said in words."""

import asyncio
import threading

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.testclient import TestClient

from metrics.figures import read_figures
from server.files import kinds
from server.files import routes as module
from server.files.kinds import FILES, File
from server.files.routes import routes
from tests.coroutines import run_apart
from tests.exports.decks import opened


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(Starlette(routes=routes("/base")), "https://a.example")


def test_a_presentation_is_saved_under_a_name_and_links_to_where_it_was_taken(client):
    got = client.get("/base/files/presentation.pptx", params={"storyline": "seminar-2019", "lang": "en"})
    assert got.status_code == 200 and got.headers["content-type"].endswith("presentationml.presentation")
    saved = "teladan-presentation-seminar-2019-en.pptx"
    assert got.headers["content-disposition"] == f'attachment; filename="{saved}"'
    notes = opened(got.content).slides[1].notes_slide.notes_text_frame.text
    assert (
        "https://a.example/base/seminar?seminar=citynet-indonesia-2019&framework=masterplan&year=2023&lang=en" in notes
    )


def test_who_has_it_is_told_so_before_it_is_made(client, monkeypatch):
    made = []
    stub = File(lambda asked: made.append(asked.year) or b"bytes", "text/plain", lambda asked: "name")
    monkeypatch.setitem(FILES, "workbook.xlsx", stub)
    address = "/base/files/workbook.xlsx?year=2022"
    first = client.get(address)
    again = client.get(address)
    assert (first.content, again.content, made) == (b"bytes", b"bytes", [2022])
    known = client.get(address, headers={"If-None-Match": f'"other", W/{first.headers["etag"]}'})
    assert known.status_code == 304 and not known.content
    other_process = TestClient(Starlette(routes=routes("/base")), "https://a.example")
    assert other_process.get(address).headers["etag"] == first.headers["etag"]
    tags = {client.get(f"/base/files/workbook.xlsx?{more}").headers["etag"] for more in ("year=2023", "lang=en", "")}
    assert len(tags | {first.headers["etag"]}) == 4
    elsewhere = TestClient(Starlette(routes=routes("/base")), "https://b.example")  # its links begin otherwise
    assert elsewhere.get(address).headers["etag"] != first.headers["etag"]


def test_another_release_makes_another_file(client, monkeypatch):
    monkeypatch.setattr(kinds, "audit_workbook", lambda *asked: b"bytes")
    before = client.get("/base/files/workbook.xlsx?year=2020").headers["etag"]
    monkeypatch.setattr(module, "code_version", lambda: "another")
    assert client.get("/base/files/workbook.xlsx?year=2020").headers["etag"] != before


@pytest.mark.parametrize("suffix", ["html", "docx"])
def test_a_report_is_asked_for_with_region_year_and_link(client, monkeypatch, suffix):
    def told(results, words, region, year, link):
        return f"{words.language} {results.framework.id} {region} {year} {link}"

    monkeypatch.setattr(kinds, "region_report", told)
    monkeypatch.setattr(kinds, f"report_{suffix}", lambda words, report: report.encode())
    got = client.get(f"/base/files/report.{suffix}", params={"region": "Kota Kupang", "year": "2022", "lang": "en"})
    framework = read_figures().default
    link = f"https://a.example/base/profile?lang=en&framework={framework}&year=2022&region=53.71"
    assert got.text == f"en {framework} 53.71 2022 {link}"
    assert (
        got.headers["content-disposition"]
        == f'attachment; filename="teladan-report-{framework}-2022-53.71-en.{suffix}"'
    )


def test_a_workbook_is_asked_for_with_framework_year_and_link(client, monkeypatch):
    def told(words, results, year, link):
        return f"{words.language} {results.framework.id} {year} {link}".encode()

    monkeypatch.setattr(kinds, "audit_workbook", told)
    got = client.get("/base/files/workbook.xlsx", params={"year": "2021"})
    framework = read_figures().default
    link = f"https://a.example/base/rankings?lang=id&framework={framework}&year=2021"
    assert got.text == f"id {framework} 2021 {link}" and got.headers["content-type"].endswith("spreadsheetml.sheet")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("presentation.pptx", "there is no storyline “”. There are: national-picture, region-and-peers, seminar-2019."),
        ("presentation.pptx?storyline=region-and-peers", "no region is named"),
        ("presentation.pptx?storyline=region-and-peers&region=99.99", "there is no region “99.99”"),
        ("report.html?region=" + "x" * 201, "region is longer than 200 characters"),
        ("workbook.xlsx?framework=nowhere", "there is no framework “nowhere”"),
        ("workbook.xlsx?year=1900", "the year 1900 is not scored"),
        ("workbook.xlsx?year=²", "the year ² is not scored"),
        ("report.html", "no region is named"),
        ("report.docx?region=53.71&year=now", "the year now is not scored"),
    ],
)
def test_what_is_wrong_is_said(client, address, told):
    joined = "&" if "?" in address else "?"
    got = client.get(f"/base/files/{address}{joined}lang=en")
    assert got.status_code == 422 and told in got.text and got.headers["content-type"].startswith("text/plain")


def test_a_file_that_there_is_not_is_no_page_of_the_application(client):
    got = client.get("/base/files/nothing.pdf?lang=en")
    assert got.status_code == 404 and got.headers["content-type"].startswith("text/plain")
    assert got.text == (
        "There is no such file. There are: presentation.pptx, workbook.xlsx, report.html, report.docx.\n"
    )
    assert client.get("/base/files/").status_code == 404


def test_nothing_of_an_address_gets_into_a_header(client, monkeypatch):
    stub = File(lambda asked: b"bytes", "text/plain", lambda asked: 'a"\r\nX: y/../ü')
    monkeypatch.setitem(FILES, "workbook.xlsx", stub)
    got = client.get("/base/files/workbook.xlsx?year=2019")
    assert got.headers["content-disposition"] == 'attachment; filename="teladan-workbook-a---X--y-..---id.xlsx"'


def test_whoever_comes_when_too_many_wait_is_told_so_in_words(monkeypatch):
    monkeypatch.setattr(module, "_WAITING", 0)
    monkeypatch.setattr(kinds, "audit_workbook", lambda *asked: b"bytes")
    full = TestClient(Starlette(routes=routes()))
    refused = full.get("/files/report.html?region=53.71&lang=en")
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "30")
    assert refused.text == "The server is busy. Try again in a moment.\n"
    assert full.get("/files/workbook.xlsx").content == b"bytes", "it stands in another line"


def test_a_file_is_not_made_for_one_who_has_hung_up(monkeypatch):
    made, going = [], threading.Event()

    def slow(asked):
        made.append(asked.year)
        assert going.wait(30)
        return b"bytes"

    monkeypatch.setitem(FILES, "workbook.xlsx", File(slow, "text/plain", lambda asked: "name"))
    (answer,) = (route.endpoint for route in routes() if route.path == "/files/workbook.xlsx")

    def ask(year, receive):
        scope = {"type": "http", "scheme": "http", "server": ("a", 80), "path": "/", "headers": []}
        return answer(Request(scope | {"query_string": f"year={year}".encode()}, receive))

    async def stays():
        await asyncio.Event().wait()

    async def hall():
        first = asyncio.create_task(ask(2022, stays))
        while not made:
            await asyncio.sleep(0.01)
        left = iter([{"type": "http.request"}, {"type": "http.disconnect"}])
        gone = await ask(2023, lambda: asyncio.sleep(0, next(left)))
        assert not gone.body
        going.set()
        assert (await first).body == b"bytes"
        await ask(2021, stays)

    run_apart(hall())
    assert made == [2022, 2021]
