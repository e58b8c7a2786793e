"""What a warm run of each screen costs the server, over a page that says hello: `python -m benchmarks.screens`.

The hello page stands in the same app, under the same selectors. Fifty people open a screen at the same
instant, five times each screen, the screens taking turns so that the noise of a shared machine falls on all
alike. CPU seconds of the server; medians of the five. Linux only.
"""

from __future__ import annotations

import statistics

from benchmarks.server import dashboard
from benchmarks.viewers import viewers
from pages.contents import SCREENS

VIEWERS = 50
STAGES = 5
# As a planner sees them: with a region chosen.
QUERY = "region=Kota%20Kupang"


def main() -> None:
    """Measure and print."""
    screens = ["hello", *(screen.address for screen in SCREENS)]
    spent: dict[str, list[float]] = {screen: [] for screen in screens}
    waited: dict[str, list[float]] = {screen: [] for screen in screens}
    with dashboard() as app:
        for screen in screens:
            viewers(app.port, screen, QUERY, 2)
        for _ in range(STAGES):
            for screen in screens:
                before = app.cpu()
                waited[screen] += viewers(app.port, screen, QUERY, VIEWERS)
                spent[screen].append((app.cpu() - before) / VIEWERS)
    hello = statistics.median(spent["hello"])
    print(f"{VIEWERS} viewers at the same instant, medians of {STAGES} stages; all saw all of it, none an error")
    for screen in screens:
        cost = statistics.median(spent[screen])
        slow = statistics.quantiles(waited[screen], n=20)[-1]
        print(f"{screen:12} {1000 * cost:6.1f} ms CPU a run, {cost / hello:4.1f} x hello; p95 {slow:.2f} s")


if __name__ == "__main__":
    main()
