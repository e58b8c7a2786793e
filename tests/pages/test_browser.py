"""The screens in a real browser."""

import csv
import itertools
import os
from pathlib import Path

import pytest

from charts.palette import palette
from pages.contents import SCREENS
from tests.pages.conftest import ROOT, Visit, serve
from tests.pages.hostile import HOSTILE

pytestmark = pytest.mark.browser

LANGUAGES = {"id": "dapat dinilai", "en": "can be assessed"}
# Screens whose first line speaks of something else.
HEADLINES = {
    "indicator": {"id": "daerah; Kota Kupang", "en": "regions; Kota Kupang"},
    "profile": {"id": "Kota Kupang: peringkat 65", "en": "Kota Kupang: rank 65"},
    "compare": {"id": "Kota Kupang, skor 68,0", "en": "Kota Kupang, score 68.0"},
    "robustness": {"id": "rentang peringkat nasionalnya", "en": "national rank may lie anywhere in"},
    "method": {"id": "terukur", "en": "are measured"},
    "weights": {"id": "Kota Kupang di peringkat 65", "en": "Kota Kupang ranks 65"},
    "next-step": {"id": "Kesenjangan terbesar Kota Kupang", "en": "Kota Kupang's largest gap"},
    "own-figures": {"id": "Skor Kota Kupang 68,0", "en": "Kota Kupang scores 68.0"},
    "what-if": {"id": "Skor Kota Kupang 68,0", "en": "Kota Kupang scores 68.0"},
    "laboratory": {"id": "paling banyak berpindah", "en": "moves most"},
}
ADDRESSES = [screen.address for screen in SCREENS]
NAME = " ".join(HOSTILE)


@pytest.mark.parametrize(("address", "language"), list(zip(ADDRESSES, itertools.cycle(LANGUAGES), strict=False)))
def test_deep_link_is_good_as_the_first_request_of_a_fresh_server(visit, address, language):
    with serve(ROOT / "dashboard.py") as fresh:
        page = visit(fresh).open(f"/{address}?lang={language}&region=53.71")
        assert HEADLINES.get(address, LANGUAGES)[language] in page.page.locator("h1").inner_text()
        assert page.page.locator(".st-key-region input").input_value() == "Kota Kupang"
        if address not in (
            "method",
            "profile",
            "weights",
            "next-step",
            "own-figures",
            "what-if",
        ):  # where no line is about it alone
            assert "Kota Kupang" in page.page.locator(".teladan-mine").inner_text()
        assert page.errors == []
        assert page.strangers == []


WIDTHS = (390, 1440, 1920)
# Other colours can break what is said of colours, and nothing else.
RULES = {"light": {}, "dark": {"runOnly": ["color-contrast", "link-in-text-block"]}}
DRAWN_IN = "ink => [...document.querySelectorAll('.js-plotly-plot')].every(chart => chart.layout.font.color == ink)"
SHOTS = os.environ.get("TELADAN_SHOTS")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_screen_is_clean_at_every_width_in_both_schemes(dashboard, visit, address, language):
    from axe_playwright_python.base import AXE_SCRIPT

    window = visit(dashboard, width=WIDTHS[0]).open(f"/{address}?lang={language}&region=53.71")
    page = window.page
    page.evaluate(AXE_SCRIPT)
    assert page.evaluate(
        "[...document.fonts].some(f => f.family.includes('Plus Jakarta Sans') && f.status == 'loaded')"
    )
    for scheme, rules in RULES.items():
        if scheme != "light":
            window.paint(scheme)
        page.wait_for_function(DRAWN_IN, arg=palette(scheme).ink)
        for width in WIDTHS:
            window.resize(width)
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (scheme, width)
            assert not grave_violations(page, rules), (scheme, width)
            if SHOTS:
                keep_picture(window, width, Path(SHOTS) / f"{address}-{language}-{width}-{scheme}.png")
    assert window.errors == []
    assert window.strangers == []


def grave_violations(page, rules):
    """What axe calls serious or critical: the rule, and where it is broken."""
    found = page.evaluate("async (rules) => (await axe.run({resultTypes: ['violations'], ...rules})).violations", rules)
    grave = [violation for violation in found if violation["impact"] in ("serious", "critical")]
    return [(violation["id"], [node["html"][:200] for node in violation["nodes"]]) for violation in grave]


def keep_picture(window, width, file):
    """The whole screen as a picture, for a person to judge."""
    whole = window.page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    window.resize(width, min(whole + 60, 6000))
    file.parent.mkdir(parents=True, exist_ok=True)
    window.page.screenshot(path=file)
    window.resize(width)


def test_choices_go_into_the_address_and_survive_a_change_of_language(dashboard, visit):
    window = visit(dashboard).open("/rankings?lang=en&region=53.71")
    page = window.page
    assert "region=Kota+Kupang" in page.url
    page.locator(".st-key-kind button").nth(2).click()
    window.settle()
    assert "kind=All" in page.url
    page.locator(".st-key-lang button", has_text="id").click()
    window.settle()
    assert "kind=Semua" in page.url
    assert "lang=" not in page.url
    again = visit(dashboard).open(page.url.removeprefix(dashboard)).page
    assert again.locator(".st-key-kind button").nth(2).get_attribute("aria-checked") == "true"


def test_nonsense_in_the_address_falls_back_quietly(dashboard, visit):
    window = visit(dashboard).open(
        "/rankings?lang=xx&region=Atlantis&year=1066&kind=foo&framework=zz&province=%3Cb%3E&plain=maybe"
    )
    assert "dapat dinilai untuk tahun 2023" in window.page.locator("h1").inner_text()
    assert window.page.locator("[data-testid=stAlert], [data-testid=stException]").count() == 0
    assert window.page.url == f"{dashboard}/rankings"


def test_year_without_a_headline_says_what_to_do(dashboard, visit):
    page = visit(dashboard).open("/rankings?lang=en&year=2019").page
    assert page.locator("h1").inner_text() == "No region can be assessed for 2019 yet."
    assert "Choose 2023" in page.locator(".teladan-note").first.inner_text()
    assert page.locator("[data-testid=stException]").count() == 0


def test_plain_table_is_read_out_with_its_headings(dashboard, visit):
    page = visit(dashboard).open("/rankings?lang=en&kind=kota&plain=true").page
    table = page.locator("table.teladan-table").first
    assert table.locator("caption").inner_text().startswith("Ranking of 2023")
    assert table.locator("tbody tr").count() == table.locator("tbody th[scope=row]").count() > 80
    assert table.locator("tbody tr").first.locator("th").inner_text() == "Kota Surabaya"


def test_name_of_a_region_is_only_shown(copied_data, visit):
    regions = copied_data / "regions.csv"
    with regions.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        if row["region"] == "53.71":
            row["name"] = NAME
    with regions.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    with serve(ROOT / "dashboard.py", copied_data) as address:
        window = visit(address).open("/rankings?lang=en&plain=true&region=53.71")
        page = window.page
        assert page.locator(".teladan-mine").inner_text().startswith(NAME)
        assert page.locator("table .mine th").inner_text() == NAME
        assert page.locator(".js-plotly-plot .annotation-text", has_text="window.ran").text_content() == NAME
        assert page.locator(".st-key-region input").input_value() == NAME
        assert page.evaluate("window.ran") is None
        assert window.errors == []
        assert window.strangers == []


def test_escaped_text_stays_text_wherever_streamlit_reads_markdown(visit, tmp_path):
    script = tmp_path / "app.py"
    script.write_text(
        "import streamlit as st\n"
        "from pages.inert import inert\n"
        "from tests.pages.hostile import HOSTILE\n"
        "for number, text in enumerate(HOSTILE):\n"
        "    st.markdown(inert(text))\n"
        "    st.checkbox(inert(text), key=str(number))\n",
        encoding="utf-8",
    )
    with serve(script) as address:
        window = visit(address).open("/")
        page = window.page
        bodies = [text.replace("\u2060", "") for text in page.locator("[data-testid=stMarkdown]").all_inner_texts()]
        labels = [text.replace("\u2060", "") for text in page.locator("[data-testid=stCheckbox]").all_inner_texts()]
        assert bodies == labels == HOSTILE
        assert page.locator("[data-testid=stMarkdown]").locator("a, b, img, strong, em, code, .katex, li").count() == 0
        assert page.evaluate("window.ran") is None
        assert window.strangers == []


def test_front_end_files_come_compressed(dashboard, browser):
    window = Visit(browser.new_page(), dashboard)  # in windows that are used again they are kept
    answers = []
    window.page.on("response", lambda answer: answers.append(answer))
    window.open("/rankings")
    scripts = [answer for answer in answers if "/static/js/" in answer.url]
    assert len(scripts) > 10
    large = [answer for answer in scripts if int(answer.headers.get("content-length", 0)) > 2_000]
    assert {answer.headers.get("content-encoding") for answer in large} == {"gzip"}
    window.page.close()
