"""How long a cold browser waits for the first chart of a screen, as a multiple of a page with one small chart:
`python -m benchmarks.first_chart`.

The yardstick stands in the same app, under the same selectors. Each visit is a window that has kept nothing,
the screens take turns, medians of seven visits each. Seconds from asking for the address to the chart's
first drawing; the results are computed before.
"""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

from benchmarks.screens import QUERY
from benchmarks.server import dashboard
from benchmarks.viewers import viewers
from pages.contents import SCREENS
from tests.browser import open_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser

VISITS = 7
WITHOUT_CHART = {"method"}
DRAWN = ".js-plotly-plot .main-svg .trace, .js-plotly-plot .main-svg .shapelayer path, .teladan-sides"


def main() -> None:
    """Measure and print."""
    screens = ["hello_chart", *(screen.address for screen in SCREENS if screen.key not in WITHOUT_CHART)]
    waited: dict[str, list[float]] = {screen: [] for screen in screens}
    with dashboard() as app:
        for screen in screens:
            viewers(app.port, screen, QUERY, 2)
        with open_browser() as browser:
            for _ in range(VISITS):
                for screen in screens:
                    waited[screen].append(_visit(browser, f"http://127.0.0.1:{app.port}/{screen}?{QUERY}"))
    yardstick = statistics.median(waited["hello_chart"])
    print(f"medians of {VISITS} cold visits, in seconds")
    for screen in screens:
        wait = statistics.median(waited[screen])
        print(f"{screen:12} {wait:5.2f} s, {wait / yardstick:4.2f} x the yardstick (fastest {min(waited[screen]):.2f})")


def _visit(browser: Browser, address: str) -> float:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(DRAWN, state="attached", timeout=60_000)
    wait = time.perf_counter() - start
    context.close()
    return wait


if __name__ == "__main__":
    main()
