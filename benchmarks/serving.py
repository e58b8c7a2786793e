"""What a hall takes of the server: `python -m benchmarks.serving` (Linux).

    --viewers 500    people in the hall
    --seconds 180    that they follow a presenter, who moves every 20 seconds
    --workers 2      server processes
    --nginx          two servers behind nginx instead, as docs/serving.md has it

Every claim about time is a ratio to a page that says hello, under the same selectors and settings in the same run; the
two take turns. The processes of the visitors run on the same machine and take their part of it.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import time
from collections.abc import Iterable

from benchmarks.followers import Follower, Room, open_room
from benchmarks.hall_server import HallServer, hall_server
from benchmarks.screens import QUERY
from benchmarks.viewers import viewers
from metrics.results import open_results
from tests.browser import find_chromium, open_browser

SCREENS = ("overview", "profile")
STORYLINE = "national-picture"
STAGES = 3
LONE = 7  # visits of a viewer who is alone
ARRIVAL = 10.0  # seconds
EVERY = 20.0  # seconds between two slides
SLIDES = {"slide": False, "slide and files": True}  # of telephones that have kept nothing: with every file of the page


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--viewers", type=int, default=500)
    options.add_argument("--seconds", type=float, default=180)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--nginx", action="store_true")
    asked = options.parse_args()
    regions = list(open_results().regions()["region"])
    with hall_server(asked.workers, asked.nginx) as server:
        way = "2 servers behind nginx" if asked.nginx else f"{asked.workers} processes"
        print(f"{asked.viewers} people, {way}; {server.memory():.0f} MB when ready", flush=True)
        room = asyncio.run(open_room(server.port, STORYLINE))
        _at_once(server, room, regions, asked.viewers)
        _arrival(server, room, regions, asked.viewers)
        asyncio.run(_follow(server, room, regions, asked.viewers, asked.seconds))
        asyncio.run(_killed(server, room, regions, asked.viewers))
        if find_chromium():
            _cold(server, room)


def _at_once(server: HallServer, room: Room, regions: list[str], count: int) -> None:
    """The same screen, and the same slide, at the same instant."""
    waited: dict[str, list[float]] = {screen: [] for screen in ("hello", *SCREENS, *SLIDES)}
    for screen in ("hello", *SCREENS):  # nobody measured is the first with this region, in whichever process
        viewers(server.port, screen, QUERY, 8)
    for _ in range(STAGES):
        for screen in ("hello", *SCREENS):
            waited[screen] += viewers(server.port, screen, QUERY, count)
        for slide, cold in SLIDES.items():
            waited[slide] += asyncio.run(_opened(room, regions, count, 0, cold))
    hello = statistics.median(waited["hello"])
    print(f"\nat the same instant, {STAGES} times; all saw all of it, none an error")
    for screen, waits in waited.items():
        print(f"  {screen:15} {_spread(waits)}; median {statistics.median(waits) / hello:4.2f} x hello (bar 2.5)")


def _arrival(server: HallServer, room: Room, regions: list[str], count: int) -> None:
    """The same over ten seconds, over one who is alone."""
    print(f"\narriving within {ARRIVAL:.0f} seconds")
    for screen in SCREENS:
        lone = statistics.median(wait for _ in range(LONE) for wait in viewers(server.port, screen, QUERY, 1))
        waits = viewers(server.port, screen, QUERY, count, ARRIVAL)
        print(f"  {screen:15} {_spread(waits)}; median {statistics.median(waits) / lone:4.2f} x alone (bar 3)")
    for slide, cold in SLIDES.items():
        alone = [wait for _ in range(LONE) for wait in asyncio.run(_opened(room, regions, 1, 0, cold))]
        lone = statistics.median(alone)
        waits = asyncio.run(_opened(room, regions, count, ARRIVAL, cold))
        print(
            f"  {slide:15} {_spread(waits)}; median {statistics.median(waits) / lone:4.2f} x alone (bar 3)", flush=True
        )


async def _opened(room: Room, regions: list[str], count: int, over: float, cold: bool) -> list[float]:
    """How long telephones wait for the slide with their own region. Raises RuntimeError when one sees an error."""
    hall = [Follower(room, random.choice(regions), cold) for _ in range(count)]
    await asyncio.gather(*(follower.open(over * number / count) for number, follower in enumerate(hall)))
    _none_saw_an_error(hall)
    return [follower.opening for follower in hall]


async def _follow(server: HallServer, room: Room, regions: list[str], count: int, seconds: float) -> None:
    """A hall that follows; how long after each move a telephone is on the slide."""
    hall = [Follower(room, random.choice(regions), cold=True) for _ in range(count)]
    await asyncio.gather(*(follower.open(random.uniform(0, ARRIVAL)) for follower in hall))
    until = time.perf_counter() + seconds
    following = [asyncio.create_task(follower.follow(until)) for follower in hall]
    delays: list[float] = []
    most, slide = 0.0, 1
    await asyncio.sleep(5)
    while time.perf_counter() + EVERY < until:
        slide = slide % room.count + 1
        for follower in hall:
            follower.arrived.pop(slide, None)
        moved = await room.move(slide)
        await asyncio.sleep(EVERY)
        most = max(most, server.memory())
        late = time.perf_counter()
        delays += [follower.arrived.get(slide, late) - moved for follower in hall]
    await asyncio.gather(*following)
    _none_saw_an_error(hall)
    print(f"\nfollowing for {seconds:.0f} s, a move every {EVERY:.0f} s; no error")
    print(f"  on the new slide: {_spread(delays)} (bar: p95 8 s)")
    print(f"  memory of all processes: {most:.0f} MB at most (bar 1,500)", flush=True)


async def _killed(server: HallServer, room: Room, regions: list[str], count: int) -> None:
    """One process is killed, and the room moves at the same moment."""
    hall = [Follower(room, random.choice(regions)) for _ in range(count)]
    await asyncio.gather(*(follower.open(random.uniform(0, ARRIVAL)) for follower in hall))
    until = time.perf_counter() + 45
    following = [asyncio.create_task(follower.follow(until)) for follower in hall]
    await asyncio.sleep(10)
    await room.move(1)
    await asyncio.sleep(10)
    for follower in hall:
        follower.arrived.pop(2, None)
    server.kill_one()
    killed = time.perf_counter()
    await room.move(2)
    await asyncio.gather(*following)
    back = [follower.arrived.get(2, until) - killed for follower in hall]
    print(f"\nkill -9 of one process and a move at the same moment\n  on the right slide: {_spread(back)} (bar 15 s)")
    print(f"  errors that a person would see: {sum(len(follower.errors) for follower in hall)}", flush=True)


def _cold(server: HallServer, room: Room) -> None:
    """What a browser downloads that has kept nothing, and whether it asks anybody else."""
    print("\ncold browser")
    with open_browser() as browser:
        for name, address in (("screen", f"profile?{QUERY}"), ("follower", f"hall/{room.code}?region=53.71&lang=id")):
            page = browser.new_context().new_page()
            elsewhere: list[str] = []
            received: list[float] = []
            network = page.context.new_cdp_session(page)
            network.send("Network.enable")
            network.on(
                "Network.loadingFinished", lambda event, sizes=received: sizes.append(event["encodedDataLength"])
            )
            network.on(
                "Network.webSocketFrameReceived",
                lambda event, sizes=received: sizes.append(len(event["response"]["payloadData"]) * 3 / 4),
            )
            page.on("request", lambda asked, urls=elsewhere: _note_elsewhere(asked.url, server.port, urls))
            page.goto(f"http://127.0.0.1:{server.port}/{address}")
            page.wait_for_selector(".js-plotly-plot .main-svg", state="attached", timeout=60_000)
            page.wait_for_timeout(5_000)
            size = sum(received) / 2**20
            print(f"  {name:9} {size:4.2f} MiB (bar 3); requests to others: {len(elsewhere)}")
            page.context.close()


def _note_elsewhere(address: str, port: int, noted: list[str]) -> None:
    if not address.startswith((f"http://127.0.0.1:{port}/", f"ws://127.0.0.1:{port}/", "data:", "blob:")):
        noted.append(address)


def _none_saw_an_error(hall: Iterable[Follower]) -> None:
    if errors := [error for follower in hall for error in follower.errors]:
        raise RuntimeError(f"{len(errors)} errors: {sorted(set(errors))}")


def _spread(waits: list[float]) -> str:
    ordered = sorted(waits)
    slow = ordered[int(0.95 * (len(ordered) - 1))]
    return f"median {statistics.median(ordered):5.2f} s, p95 {slow:5.2f} s, last {ordered[-1]:5.2f} s"


if __name__ == "__main__":
    main()
