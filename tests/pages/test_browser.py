"""The screens in a real browser."""

import csv
import gzip
import itertools
import os
import re
import urllib.request
from pathlib import Path

import pytest
import streamlit

from charts.palette import palette
from pages.contents import SCREENS
from server.hall.assets import assets_path, plotly_file
from tests.pages.conftest import ROOT, serve
from tests.pages.hostile import HOSTILE

pytestmark = pytest.mark.browser

LANGUAGES = {"id": "dapat dinilai", "en": "can be assessed"}
# Every other screen is opened in English, and every two in dark.
BOTH_ORDERS = itertools.product((("light", "dark"), ("dark", "light")), (("id", "en"), ("en", "id")))
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
    "practices": {"id": "praktik dari", "en": "practices of"},
    "practice": {"id": "SPAM Kali Dendeng", "en": "SPAM Kali Dendeng"},
    "add-practice": {"id": "3 di antaranya dari Kota Kupang", "en": "3 of them of Kota Kupang"},
    "seminar": {"id": "paparan pada 2019", "en": "talks in 2019"},
    "learning-agenda": {"id": "kesenjangan bersama terbesar", "en": "largest common gap"},
    "network": {"id": "anggota dapat dinilai", "en": "members can be assessed"},
    "learning-pair": {"id": "dapat belajar dari", "en": "could learn from"},
    "presentation": {"id": "Gambaran nasional", "en": "The national picture"},
    "laboratory": {"id": "paling banyak berpindah", "en": "moves most"},
}
WALKS = [
    (screen.address, languages, schemes)
    for screen, (schemes, languages) in zip(SCREENS, itertools.cycle(BOTH_ORDERS), strict=False)
]
NAME = " ".join(HOSTILE)


# Screens on which no line is about the region alone.
NOT_ABOUT_MINE = (
    "network",
    "learning-agenda",
    "learning-pair",
    "presentation",
    "method",
    "profile",
    "weights",
    "next-step",
    "own-figures",
    "what-if",
    "practices",
    "practice",
    "add-practice",
)


# Of which screen the address is, and in which language, makes no difference to how a fresh server finds it; that
# the code of each can be imported first is in test_imports.py, that each opens by its address is part of the walk.
def test_deep_link_is_good_as_the_first_request_of_a_fresh_server(visit):
    with serve(ROOT / "dashboard.py") as fresh:
        window = visit(fresh).open("/profile?lang=en&region=53.71")
        check_lines(window.page, "profile", "en")
        assert window.errors == []
        assert window.strangers == []


def check_lines(page, address, language):
    """The screen of the address, in its language, about Kota Kupang."""
    assert HEADLINES.get(address, LANGUAGES)[language] in page.locator("h1").inner_text()
    assert page.locator(".st-key-region input").input_value() == "Kota Kupang"
    if address not in NOT_ABOUT_MINE:
        assert "Kota Kupang" in page.locator(".teladan-mine").inner_text()


WIDTHS = (390, 1440, 1920)
LOOKED_AT = {"light": (390, 1440), "dark": (390, 1920)}  # where axe looks
DRAWN_IN = "ink => [...document.querySelectorAll('.js-plotly-plot')].every(chart => chart.layout.font.color == ink)"
FONT = "[...document.fonts].some(f => f.family.includes('Plus Jakarta Sans') && f.status == 'loaded')"
SHOTS = os.environ.get("TELADAN_SHOTS")


@pytest.mark.parametrize(("address", "languages", "schemes"), WALKS)
def test_screen_is_clean_in_both_languages_both_schemes_and_at_every_width(
    dashboard, visit, address, languages, schemes
):
    """Opened in one language and scheme; then both change while it is open.

    What is said does not depend on the colours. For pictures each language is walked in both.
    """
    window = visit(dashboard, width=WIDTHS[0])
    window.page.emulate_media(color_scheme=schemes[0])
    window.open(f"/{address}?lang={languages[0]}&region=53.71")
    for language, first, other in zip(languages, schemes, schemes[::-1], strict=True):
        if language != languages[0]:
            window.page.emulate_media(color_scheme=first)
            window.page.locator(".st-key-lang button", has_text=language).click()
            window.settle()
        check_lines(window.page, address, language)
        walk(window, first, f"{address}-{language}")
        if SHOTS:
            walk(window.paint(other), other, f"{address}-{language}")
    assert window.errors == []
    assert window.strangers == []


def walk(window, scheme, name):
    """The screen at every width: drawn in the scheme, never wider than the window, accessible."""
    from axe_playwright_python.base import AXE_SCRIPT

    page = window.page
    page.wait_for_function(DRAWN_IN, arg=palette(scheme).ink)
    assert page.evaluate(FONT)
    page.evaluate(AXE_SCRIPT)
    for width in WIDTHS:
        window.resize(width)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (scheme, width)
        assert width not in LOOKED_AT[scheme] or not grave_violations(page), (scheme, width)
        if SHOTS:
            keep_picture(window, width, Path(SHOTS) / f"{name}-{width}-{scheme}.png")


# What breaks a rule of another impact would be passed over, so it is not looked for either.
FIND_GRAVE = """async () => {
  const passedOver = axe._audit.rules.filter(rule => ["minor", "moderate"].includes(rule.impact));
  const rules = Object.fromEntries(passedOver.map(rule => [rule.id, {enabled: false}]));
  return (await axe.run({rules, resultTypes: ["violations"]})).violations;
}"""


def grave_violations(page):
    """What axe calls serious or critical: the rule, and where it is broken."""
    found = page.evaluate(FIND_GRAVE)
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
        "from pages.shared.inert import inert\n"
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


def test_front_end_files_come_compressed(dashboard):
    """Those of the first page and the largest, asked for as Chromium does."""
    folder = Path(streamlit.__file__).parent / "static" / "static" / "js"
    first = re.findall(r"static/js/([^\"]+[.]js)", (folder.parents[1] / "index.html").read_text("utf-8"))
    largest = sorted(folder.glob("*.js"), key=lambda file: file.stat().st_size)[-10:]
    assert first
    for file in {*largest, *(folder / name for name in first if (folder / name).stat().st_size > 2_000)}:
        address = f"{dashboard}/static/js/{file.name}"
        asked = urllib.request.Request(address, headers={"Accept-Encoding": "gzip, deflate, br, zstd"})
        with urllib.request.urlopen(asked, timeout=60) as answer:
            assert answer.headers["Content-Encoding"] == "gzip", file.name
            assert gzip.decompress(answer.read()) == file.read_bytes()


def test_the_largest_file_of_the_hall_is_compressed_once_for_all_telephones(dashboard):
    """Through all that stands before it, what Streamlit brings along too: that one would compress it each time."""
    asked = urllib.request.Request(f"{dashboard}{assets_path('')}/plotly.min.js", headers={"Accept-Encoding": "gzip"})
    bodies = set()
    for _ in range(2):
        with urllib.request.urlopen(asked, timeout=60) as answer:
            bodies.add(answer.read())
            assert answer.headers["Content-Encoding"] == "gzip"
    (kept,) = bodies
    assert answer.headers["Content-Length"] == str(len(kept)), "it was not ready: its length was not known"
    assert gzip.decompress(kept) == plotly_file().read_bytes()
