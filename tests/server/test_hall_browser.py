"""A presenter and a listener's telephone in a real browser, from opening the room to a server that was killed."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from metrics import shipped
from metrics.storylines.storylines import packed, read_storyline

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

STORY = """
id: mine
title: {id: Cerita saya, en: My story}
slides:
  - view: rankings?framework=spbe&year=2024
  - view: overview?framework=spbe&year=2024
  - view: rankings?framework=spbe&year=2023
    headline: The third
"""
SERVE = """
import sys, uvicorn
from starlette.applications import Starlette
from server.hall.routes import routes
uvicorn.run(Starlette(routes=routes()), port=int(sys.argv[1]), log_level="error")
"""
# What a page says of itself when the server is gone; all else that it says is a mistake.
EXPECTED = "net::ERR_"


class Server:
    """The hall in a process of its own, which can be killed and started again at the same address."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen([sys.executable, "-c", SERVE, str(self.port)], cwd=shipped.ROOT)
        for _ in range(600):
            assert self.process.poll() is None, "the server ended by itself"
            try:
                urllib.request.urlopen(f"{self.address}/hall", timeout=1).close()
                return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("the server did not answer within a minute")

    def kill(self) -> None:
        if os.name == "nt":
            self.process.kill()
        else:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait(20)


@pytest.fixture
def server() -> Iterator[Server]:
    started = Server()
    yield started
    started.kill()


def test_a_telephone_follows_the_presenter_with_its_own_region_and_over_a_restart(
    server: Server, new_page: Callable[..., "Page"]
) -> None:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import expect

    wrong: list[str] = []
    pages = []
    for width, height in ((1280, 720), (390, 844)):
        page = new_page(viewport={"width": width, "height": height}, locale="id")
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
        page.on("request", lambda asked: None if asked.url.startswith(server.address) else wrong.append(asked.url))
        pages.append(page)
    presenter, phone = pages
    title, mine, place = (phone.locator(part) for part in (".slide-headline", ".slide-mine", "#place .long"))

    # The presenter opens a room with a storyline of their own, which is sent in no address.
    story = packed(read_storyline(STORY, "story.yaml"))
    presenter.goto(f"{server.address}/hall/present?lang=en#{story}")
    presenter.wait_for_url("**/hall/*/present*", timeout=60_000)
    code = presenter.url.split("/hall/")[1].split("/")[0]
    token = presenter.url.partition("#")[2]
    expect(presenter.locator(".slide-headline")).not_to_be_empty(timeout=30_000)

    # A listener enters the code, and chooses their region once.
    phone.goto(f"{server.address}/hall?lang=en")
    phone.fill("#code", code.lower())
    phone.keyboard.press("Enter")
    phone.wait_for_url(f"**/hall/{code}*")
    phone.fill("#search", "kupang")
    phone.get_by_role("button", name="Kota Kupang").click()
    expect(mine).to_contain_text("Kota Kupang", timeout=20_000)
    expect(phone.locator("#region")).to_have_text("Kota Kupang")
    expect(phone.locator("#region")).to_have_accessible_name("My region: Kota Kupang")
    assert "region=53.71" in phone.url
    assert token not in phone.content()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = Axe().run(phone).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []

    # The presenter goes on: the telephone comes along, with its own region.
    presenter.keyboard.press("ArrowRight")
    expect(place).to_have_text("Slide 2 of 3", timeout=20_000)
    expect(mine).to_contain_text("Kota Kupang")
    expect(phone.locator(".slide-chart")).to_contain_text("Kota Kupang")

    # Dark and light again.
    presenter.keyboard.press("b")
    expect(phone.locator("#black")).to_be_visible(timeout=20_000)
    presenter.keyboard.press("b")
    expect(phone.locator("#black")).to_be_hidden(timeout=20_000)

    # The listener leafs back, is left alone, and comes back.
    phone.click("#back")
    expect(place).to_have_text("Slide 1 of 3")
    presenter.keyboard.press("ArrowRight")
    back = phone.get_by_role("button", name="Follow again (slide 3)")
    expect(back).to_be_visible(timeout=20_000)
    expect(title).not_to_have_text("The third")
    back.click()
    expect(title).to_have_text("The third")
    expect(back).to_be_hidden()

    # The server is killed. The presenter goes on; whoever follows keeps what they see, and is told.
    assert wrong == []
    server.kill()
    expect(phone.locator("#lost")).to_be_visible(timeout=30_000)
    presenter.keyboard.press("Home")
    expect(presenter.locator(".slide-headline")).not_to_have_text("The third")
    expect(title).to_have_text("The third")
    server.start()
    expect(place).to_have_text("Slide 1 of 3", timeout=30_000)
    expect(mine).to_contain_text("Kota Kupang", timeout=30_000)
    expect(phone.locator("#lost")).to_be_hidden()

    # Loaded again, it is the same room and the same region.
    phone.reload()
    expect(mine).to_contain_text("Kota Kupang", timeout=20_000)
    expect(phone.locator("#choose")).to_be_hidden()
    assert [said for said in wrong if EXPECTED not in said] == []
