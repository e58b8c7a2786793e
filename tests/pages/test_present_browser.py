"""The presenter's two windows and the page where a chart is taken away, in a real browser."""

import struct
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from metrics.storylines.storylines import packed, read_storyline

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

RANKINGS = "rankings?framework=spbe&year=2024&region=53.71"
STORY = f"""
id: mine
title: Mine
slides:
  - view: {RANKINGS}
    notes: The first note.
  - view: rankings?framework=spbe&year=2023
    headline: {"A headline that goes on for much longer than a headline should. " * 2}
"""
# How much of the slide is cut: of the frame, and the texts of its chart.
CUT = """() => {
  const frame = document.querySelector(".slide"), chart = frame.querySelector(".slide-chart").getBoundingClientRect();
  const outside = (text) => {
    const box = text.getBoundingClientRect();
    return box.width && (box.left < chart.left - 1 || box.right > chart.right + 1 || box.bottom > chart.bottom + 1);
  };
  const texts = [...frame.querySelectorAll(".slide-chart text")];
  return [frame.scrollHeight - frame.clientHeight, texts.filter(outside).length];
}"""


def test_the_presenter_has_two_windows_and_takes_a_chart_away(
    dashboard: str, new_page: Callable[..., "Page"], tmp_path: Path
) -> None:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import expect

    wrong: list[str] = []

    def watched(page: "Page") -> "Page":
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
        page.on(
            "request",
            lambda asked: None if asked.url.startswith((dashboard, "blob:", "data:")) else wrong.append(asked.url),
        )
        return page

    def wrong_by_axe(page: "Page") -> list[tuple[str, list[str]]]:
        found = Axe().run(page).response["violations"]
        return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]

    presenter = watched(new_page(viewport={"width": 1280, "height": 720}))
    presenter.goto(f"{dashboard}/hall/present?lang=en#{packed(read_storyline(STORY, 'story.yaml'))}")
    slide, counter = presenter.locator(".slide[aria-busy=false]"), presenter.locator(".slide-counter")
    expect(slide).to_be_visible(timeout=60_000)
    assert wrong_by_axe(presenter) == []

    # The second window shows the notes and the next slide, and moves the room.
    with presenter.expect_popup() as opening:
        presenter.keyboard.press("n")
    desk = watched(opening.value)
    expect(desk.locator("#notes")).to_have_text("The first note.")
    expect(desk.locator(".slide-headline")).to_contain_text("A headline that goes on")
    desk.keyboard.press("PageDown")
    expect(desk.locator("#end")).to_be_visible()
    expect(counter).to_contain_text("2 of 2")
    presenter.keyboard.press("q")
    expect(presenter.locator("#qr")).to_be_visible()
    presenter.keyboard.press("Escape")
    presenter.keyboard.press("d")
    expect(presenter.locator("html")).to_have_attribute("data-theme", "dark")

    # Nothing is cut, however large the window and however long the headline.
    for width, height in ((1280, 720), (1920, 1080)):
        presenter.set_viewport_size({"width": width, "height": height})
        presenter.wait_for_timeout(400)
        assert presenter.evaluate(CUT) == [0, 0], (width, height)

    # Without the token the same page shows the slides and moves nobody.
    presenter.goto(presenter.url.partition("#")[0])
    presenter.reload()
    expect(presenter.locator("#trouble")).to_contain_text("does not move the room")

    take = watched(new_page(accept_downloads=True))
    take.goto(f"{dashboard}/hall/take?lang=en&view={quote(RANKINGS, safe='')}")
    expect(take.locator("[data-take=png]")).to_be_enabled(timeout=20_000)
    assert wrong_by_axe(take) == []
    kept = {}
    for kind in ("png", "svg"):
        with take.expect_download() as download:
            take.click(f"[data-take={kind}]")
        download.value.save_as(tmp_path / kind)
        kept[kind] = (tmp_path / kind).read_bytes()
    assert struct.unpack(">I", kept["png"][16:20]) == (2560,)
    drawn = kept["svg"].decode()
    assert take.locator(".slide-headline").inner_text()[:30] in drawn
    assert "The same view:" in drawn and "Kota Kupang" in drawn and "font/woff2" in drawn
    assert wrong == []
