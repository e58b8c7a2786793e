"""The presenter's pages, and the page where a chart is taken away."""

import json
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import quote

import pytest
from pptx import Presentation
from starlette.applications import Starlette
from starlette.testclient import TestClient

from server.hall.rooms import Rooms
from server.hall.routes import routes

RANKINGS = quote("rankings?framework=spbe&year=2024&region=53.71", safe="")


@pytest.fixture(scope="module")
def rooms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rooms]:
    kept = Rooms(tmp_path_factory.mktemp("hall") / "rooms.sqlite3")
    yield kept
    kept.close()


@pytest.fixture(scope="module")
def hall(rooms: Rooms) -> TestClient:
    return TestClient(Starlette(routes=routes("", rooms)))


@pytest.fixture(scope="module")
def opened(hall: TestClient) -> dict[str, str]:
    story = "id: mine\ntitle: Mine\nslides:\n  - view: rankings?framework=spbe&year=2024\n"
    answer = hall.post("/hall/rooms", json={"text": story, "lang": "en"})
    assert answer.status_code == 201, answer.text
    found: dict[str, str] = answer.json()
    return found


def test_the_page_that_opens_a_room_opens_none_by_being_fetched(hall: TestClient, rooms: Rooms) -> None:
    answer = hall.get("/hall/present?storyline=national-picture&lang=en")
    assert answer.status_code == 200
    assert "A room is being opened" in answer.text
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("page", ["present", "desk"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_the_presenter_s_pages_know_no_token(
    hall: TestClient, opened: dict[str, str], page: str, language: str
) -> None:
    answer = hall.get(f"/hall/{opened['code'].lower()}/{page}?lang={language}")
    assert answer.status_code == 200
    assert opened["code"] in answer.text
    assert opened["token"] not in answer.text
    assert f'lang="{language}"' in answer.text
    assert "default-src 'self'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("storyline", "language", "left_to"),
    [
        ("national-picture", "id", "/presentation"),
        ("national-picture", "en", "/presentation?lang=en"),
        (
            "region-and-peers",
            "en",
            "/presentation?lang=en&region=Kota+Kupang&storyline=One+region+against+its+peers",
        ),
    ],
)
def test_who_leaves_comes_to_the_storyline_under_the_address_that_its_screen_writes(
    hall: TestClient, storyline: str, language: str, left_to: str
) -> None:
    room = hall.post("/hall/rooms", json={"storyline": storyline, "region": "53.71", "lang": language}).json()
    page = hall.get(f"/hall/{room['code']}/present?lang={language}").text
    assert json.loads(page.split('id="page">')[1].split("</script>")[0])["leave"] == left_to


@pytest.mark.parametrize("page", ["present", "desk"])
def test_a_room_that_is_gone_is_told_of_on_a_page(hall: TestClient, page: str) -> None:
    answer = hall.get(f"/hall/XXXXX/{page}?lang=en")
    assert answer.status_code == 404
    assert "There is no such room" in answer.text
    assert answer.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_chart_is_taken_with_its_receipt(hall: TestClient, language: str) -> None:
    page = hall.get(f"/hall/take?view={RANKINGS}&lang={language}")
    assert page.status_code == 200
    # What is to be copied is escaped once for the page and, within the frame's address, once for itself.
    assert "&lt;iframe src=" in page.text and "&amp;amp;embed=true" in page.text
    slide = hall.get(f"/hall/take/slide?view={RANKINGS}&lang={language}").json()
    assert slide["headline"] and slide["figure"]["data"]
    assert any("year=2024" in line and "region=53.71" in line for line in slide["receipt"])


def test_the_figures_of_a_chart_are_the_same_bytes_each_time(hall: TestClient) -> None:
    first, again = (hall.get(f"/hall/take/figures.csv?view={RANKINGS}&lang=en") for _ in range(2))
    assert first.content == again.content
    assert "teladan-rankings-2024-53.71.csv" in first.headers["content-disposition"]
    assert first.text.startswith("name,value,")


def test_a_chart_is_taken_as_a_slide_to_edit(hall: TestClient) -> None:
    answer = hall.get(f"/hall/take/slide.pptx?view={RANKINGS}&lang=en")
    deck = Presentation(BytesIO(answer.content))
    headline = hall.get(f"/hall/take/slide?view={RANKINGS}&lang=en").json()["headline"]
    assert deck.slides[0].shapes.title.text == headline
    assert any(shape.has_chart for shape in deck.slides[0].shapes)


@pytest.mark.parametrize(
    "view", ["nowhere", "rankings?framework=spbe&year=1066", "rankings?framework=spbe&region=99.99", "x" * 2001, ""]
)
def test_what_cannot_be_taken_is_said_in_words(hall: TestClient, view: str) -> None:
    page = hall.get("/hall/take", params={"view": view, "lang": "en"})
    assert page.status_code == 422
    assert "This cannot be shown" in page.text
    assert hall.get("/hall/take/slide", params={"view": view, "lang": "en"}).json()["problems"]
