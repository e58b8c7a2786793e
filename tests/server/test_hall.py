"""The hall over HTTP: open a room, follow it with a region of one's own, move it with its token alone."""

import gzip
import json
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from server.gzip import KeepGzipped
from server.hall import askers, room_routes, rooms
from server.hall.also_called import ALSO_CALLED
from server.hall.rooms import Rooms
from server.hall.routes import routes

STORY = """
id: mine
title: {id: Cerita saya, en: My story}
slides:
  - view: rankings?framework=spbe&year=2024
    notes: {id: "Tahun {year}.", en: "Year {year}."}
  - view: overview?framework=spbe&year=2024
    headline: Own words
"""
KUPANG, SEMARANG = "53.71", "33.74"


class Hall:
    """A server with an empty file of rooms, and what is asked of it."""

    def __init__(self, file: Path, base: str = "") -> None:
        self.rooms = Rooms(file)
        application = Starlette(routes=routes(base, self.rooms), middleware=[Middleware(KeepGzipped)])
        self.client = TestClient(application, base_url="http://hall.example:8501", raise_server_exceptions=False)
        self.at = f"{base}/hall"

    def open(self, **more: object) -> dict[str, Any]:
        answer = self.client.post(f"{self.at}/rooms", json={"text": STORY, "lang": "en", **more})
        assert answer.status_code == 201, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(f"{self.at}{path}", headers=headers)

    def move(self, code: str, token: str, **state: object) -> Any:
        return self.client.post(f"{self.at}/{code}/state", json=state, headers={"Authorization": f"Bearer {token}"})


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rooms, "MOST_A_MINUTE", 1_000)
        patch.setattr(askers, "MOST_OF_ONE", 1_000)
        found = Hall(tmp_path_factory.mktemp("hall") / "rooms.sqlite3")
        yield found
        found.rooms.close()


@pytest.fixture(scope="module")
def room(hall: Hall) -> dict[str, Any]:
    return hall.open()


def test_a_room_is_opened_and_its_link_leads_listeners_to_it(hall: Hall, room: dict[str, Any]) -> None:
    assert room["count"] == 2
    assert room["title"] == "My story"
    assert room["link"] == f"http://hall.example:8501/hall/{room['code']}"
    page = hall.get(f"/{room['code'].lower()}")
    assert page.status_code == 200
    assert '<html lang="en">' in page.text  # the room's own language, until the listener chooses
    assert '<html lang="id">' in hall.get(f"/{room['code']}?lang=id").text


def test_the_room_goes_where_its_presenter_moves_it(hall: Hall) -> None:
    room = hall.open()
    code = room["code"]
    state = hall.get(f"/{code}/state").json()
    assert state == {
        "slide": 1,
        "count": 2,
        "black": False,
        "moved": 0,
        "figures": state["figures"],
        "poll_after": room_routes.POLL_AFTER,
    }
    moved = hall.move(code, room["token"], slide=2, black=True).json()
    assert moved == hall.get(f"/{code}/state").json() == {**state, "slide": 2, "black": True, "moved": 1}


def test_nobody_without_the_token_moves_a_room_or_reads_its_notes(hall: Hall, room: dict[str, Any]) -> None:
    code, other = room["code"], hall.open()["token"]
    for token in ("", "x", other, room["token"] + "x"):
        assert hall.move(code, token, slide=2).status_code == 403
        assert hall.get(f"/{code}/notes", Authorization=f"Bearer {token}").status_code == 403
    assert hall.get(f"/{code}/state").json()["moved"] == 0
    notes = hall.get(f"/{code}/notes?lang=id", Authorization=f"Bearer {room['token']}").json()
    assert notes == {"notes": ["Tahun 2024.", ""]}


def test_no_page_or_answer_of_a_listener_holds_the_token(hall: Hall, room: dict[str, Any]) -> None:
    code = room["code"]
    for path in ("", "/state", "/slides/1", "/qr.svg"):
        assert room["token"] not in hall.get(f"/{code}{path}").text


def test_a_slide_is_told_for_the_listener(hall: Hall, room: dict[str, Any]) -> None:
    address = f"/{room['code']}/slides/1?lang=en"
    for_all, mine = hall.get(address).json(), hall.get(f"{address}&region={KUPANG}").json()
    assert for_all["mine"] is None and KUPANG not in for_all["link"]
    assert "Kota Kupang" in mine["mine"] and "Kota Kupang" in json.dumps(mine["figure"])
    assert mine["link"] == f"rankings?framework=spbe&year=2024&lang=en&room={room['code']}&region={KUPANG}"
    assert (mine["number"], mine["count"]) == (1, 2)
    assert hall.get(f"/{room['code']}/slides/2").json()["headline"] == "Own words"


def test_language_theme_and_size_make_another_slide_and_nothing_else_does(hall: Hall, room: dict[str, Any]) -> None:
    tags = {
        hall.get(f"/{room['code']}/slides/1?lang={lang}&theme={theme}&narrow={narrow}&x={x}").headers["etag"]
        for lang, theme, narrow, x in product(("id", "en"), ("light", "dark"), ("1", "0"), "12")
    }
    assert len(tags) == 8


def test_who_has_an_answer_already_gets_no_other(hall: Hall) -> None:
    room = hall.open()
    for path in (f"/{room['code']}/state", f"/{room['code']}/slides/1", "/regions"):
        first = hall.get(path)
        again = hall.get(path, **{"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
    tag = hall.get(f"/{room['code']}/state").headers["etag"]
    hall.move(room["code"], room["token"], slide=2)
    assert hall.get(f"/{room['code']}/state", **{"If-None-Match": tag}).status_code == 200


def test_a_slide_is_small_and_sent_plainly_to_who_unpacks_nothing(hall: Hall, room: dict[str, Any]) -> None:
    address = f"/{room['code']}/slides/2?region={SEMARANG}"
    packed, plain = hall.get(address), hall.get(address, **{"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers and packed.headers["content-encoding"] == "gzip"
    assert plain.json() == packed.json()
    assert int(packed.headers["content-length"]) < 40_000


def test_a_slide_for_which_too_many_wait_is_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room_routes, "_WAITING", 0)
    full = Hall(tmp_path / "rooms.sqlite3")
    answer = full.get(f"/{full.open()['code']}/slides/1?lang=en")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
    assert answer.json() == {"problems": ["The server is busy. Try again in a moment."]}
    full.rooms.close()


def test_one_who_follows_for_the_first_time_downloads_little(hall: Hall, room: dict[str, Any]) -> None:
    page = hall.get(f"/{room['code']}")
    files = set(re.findall(r'(?:src|href)="(/hall/static/[^"]+)"', page.text))
    folder = next(file for file in files if file.endswith("plotly.min.js")).removesuffix("/plotly.min.js")
    files |= {f"{folder}/coastline.json"}
    files |= {f"{folder}/hall/{name}.js" for name in ("page", "poll", "region", "slide", "slides", "theme")}
    files |= {f"{folder}/fonts/plus-jakarta-sans-tabular-figures-wght-normal.woff2"}
    answers = [hall.client.get(file) for file in files]
    assert {answer.status_code for answer in answers} == {200}
    assert all("immutable" in answer.headers["cache-control"] for answer in answers)
    size = sum(int(answer.headers["content-length"]) for answer in [page, *answers])
    assert size < 2 * 1024 * 1024


def test_addresses_are_safe_to_open(hall: Hall, room: dict[str, Any]) -> None:
    for path in ("", f"/{room['code']}", f"/{room['code']}/state", f"/{room['code']}/slides/1", "/XXXXX"):
        headers = hall.get(path).headers
        assert "default-src 'self'" in headers["content-security-policy"]
        assert "unsafe-eval" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
    page = hall.get(f"/{room['code']}").text
    assert not re.search(r"<script(?![^>]*(src=|application/json))|\son\w+=|https?://", page)


def test_the_code_is_typed_in_any_way(hall: Hall, room: dict[str, Any]) -> None:
    code = room["code"]
    for typed in (code, code.lower(), f" {code[:3]} {code[3:]} ", f"{code[:2]}-{code[2:]}"):
        answer = hall.client.get("/hall", params={"code": typed, "lang": "en"}, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, f"/hall/{code}?lang=en")
    wrong = hall.client.get("/hall", params={"code": "<b>1", "lang": "en"})
    assert wrong.status_code == 404
    assert "A code has 5 letters" in wrong.text and "<b>1" not in wrong.text


def test_a_room_that_is_not_there_is_told_of(hall: Hall) -> None:
    page = hall.get("/XXXXX?lang=en")
    assert page.status_code == 404 and "There is no such room" in page.text
    assert 'value="XXXXX"' in page.text  # to be mended, not typed anew
    for path in ("/XXXXX/state", "/XXXXX/slides/1", "/XXXXX/qr.svg"):
        answer = hall.get(f"{path}?lang=en")
        assert answer.status_code == 404
        assert "There is no such room" in answer.json()["problems"][0]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"storyline": "none"}, "no storyline of this name"),
        ({}, "no storyline of this name"),
        ({"storyline": ["x"]}, "no storyline of this name"),
        ({"storyline": "region-and-peers"}, "Choose one first"),
        ({"storyline": "region-and-peers", "region": "99.99"}, "no region “99.99”"),
        ({"text": "id: [", "lang": "en"}, "Own storyline"),
        ({"text": "id: a\ntitle: A\nslides:\n  - view: own-figures\n"}, "no slide can be made"),
        ({"text": "id: a\ntitle: A\nslides:\n  - view: rankings?year=1900\n"}, "1900"),
    ],
)
def test_what_cannot_be_shown_opens_no_room_and_says_why(hall: Hall, asked: dict[str, object], told: str) -> None:
    answer = hall.client.post("/hall/rooms", json={"lang": "en", **asked})
    assert answer.status_code == 422
    assert told in " ".join(answer.json()["problems"])


def test_bodies_are_limited_and_read_strictly(hall: Hall, room: dict[str, Any]) -> None:
    json_kind = {"Content-Type": "application/json; charset=utf-8"}
    assert hall.client.post("/hall/rooms", content=b" " * 100_001, headers=json_kind).status_code == 413
    for body in (b'{"text": "\\ud800"}', b"", b"[]", b"{", b"\xff", b"[" * 50_000):
        assert hall.client.post("/hall/rooms", content=body, headers=json_kind).status_code == 400
    code, token = room["code"], room["token"]
    assert hall.move(code, token, slide=1, more="x" * 1000).status_code == 413
    for wrong in ({}, {"slide": "2"}, {"slide": 1.5}, {"slide": True}, {"slide": 2, "black": "no"}):
        assert hall.move(code, token, **wrong).status_code == 422
    for number in (0, 3, 10**30):
        assert hall.move(code, token, slide=number).status_code == 422
        assert hall.get(f"/{code}/slides/{number}").status_code == 404
    assert hall.get(f"/{code}/slides/1?region=xx").status_code == 422
    assert hall.client.get("/hall/rooms").status_code in (404, 405)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_a_page_of_another_site_opens_no_room(hall: Hall, kind: str) -> None:
    asked = json.dumps({"text": STORY}).encode()
    answer = hall.client.post("/hall/rooms?lang=en", content=asked, headers={"Content-Type": kind} if kind else {})
    assert answer.status_code == 415 and "application/json" in answer.json()["problems"][0]


def test_rooms_are_not_opened_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "MOST_A_MINUTE", 1)
    hall = Hall(tmp_path / "rooms.sqlite3")
    hall.open()
    refused = hall.client.post("/hall/rooms", json={"text": STORY, "lang": "en"})
    assert refused.status_code == 429 and refused.headers["retry-after"] == "60"
    hall.rooms.close()


def test_another_process_and_one_after_a_restart_show_the_same_room(hall: Hall, tmp_path: Path) -> None:
    first, second = Hall(tmp_path / "rooms.sqlite3"), Hall(tmp_path / "rooms.sqlite3")
    room = first.open()
    second.move(room["code"], room["token"], slide=2)
    state = first.get(f"/{room['code']}/state")
    assert state.json() == second.get(f"/{room['code']}/state").json() and state.json()["slide"] == 2
    one, other = (each.get(f"/{room['code']}/slides/2?region={KUPANG}") for each in (first, second))
    assert (one.headers["etag"], one.content) == (other.headers["etag"], other.content)
    for each in (first, second):
        each.rooms.close()


def test_the_qr_code_holds_the_address_that_telephones_reach(hall: Hall, room: dict[str, Any]) -> None:
    own = hall.get(f"/{room['code']}/qr.svg")
    assert own.headers["content-type"] == "image/svg+xml"
    other = hall.client.get(f"/hall/{room['code']}/qr.svg", params={"at": "http://192.168.1.5:8501/"})
    assert other.status_code == 200 and other.content != own.content
    for wrong in ("javascript:alert(1)", "http://", "http://x:y", "http://a b", "ftp://a", "http://" + "a" * 200):
        assert hall.client.get(f"/hall/{room['code']}/qr.svg", params={"at": wrong}).status_code == 422


def test_all_of_it_works_below_a_path(tmp_path: Path) -> None:
    below = Hall(tmp_path / "rooms.sqlite3", "/kota")
    room = below.open()
    assert room["link"] == f"http://hall.example:8501/kota/hall/{room['code']}"
    page = below.get(f"/{room['code']}").text
    assert '"/kota/hall/static/' in page and not re.search(r'(src|href)="/hall', page)
    below.rooms.close()


def test_a_listeners_region_goes_by_its_name_too(hall: Hall) -> None:
    code = hall.open()["code"]
    address = f"/{code}/slides/1?lang=en&region="
    assert hall.get(f"{address}kota%20kupang").json() == hall.get(f"{address}{KUPANG}").json()
    page = hall.client.get(f"/hall/{code}?lang=en&region=Kota%20Kupang", follow_redirects=False)
    assert (page.status_code, page.headers["location"]) == (303, f"/hall/{code}?lang=en&region={KUPANG}")
    for asked in (KUPANG, "99.99", ""):  # known as it stands; none, which the page itself tells
        assert hall.get(f"/{code}?region={asked}").status_code == 200


def test_regions_come_by_name(hall: Hall) -> None:
    found = hall.get("/regions").json()["regions"]
    assert len(found) == 514 and [KUPANG, "Kota Kupang", ""] in found
    called = {also: name for _, name, also in found}
    assert called["Solo"] == "Kota Surakarta" and called["Jogja Yogya Jogjakarta"] == "Kota Yogyakarta"
    assert {also for also in called if also} == set(ALSO_CALLED.values())
    assert found == sorted(found, key=lambda region: region[1])
    assert len(gzip.compress(json.dumps(found).encode())) < 10_000
