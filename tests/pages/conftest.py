"""A server in a process of its own, and a browser that watches what a page does."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
# What a page has once it is drawn: an answer or a heading, or what went wrong; elsewhere plain text.
ANSWERED = ".teladan-answer, [data-testid=stHeading], [data-testid=stAlert], [data-testid=stMarkdown]"
OPTIONS = ("--server.headless=true", "--server.address=127.0.0.1")
# What `python -m streamlit` does, with another dataset put in the place of the shipped one.
ON_OTHER_DATA = """
import sys
from pathlib import Path
from metrics import shipped
shipped.DATA = Path(sys.argv.pop(1))
from streamlit.web.cli import main
main(prog_name="streamlit")
"""
# Nothing on the page has changed for a quarter of a second; one that never rests is taken after five.
QUIET = """new Promise(done => {
  let rest = setTimeout(done, 250);
  setTimeout(done, 5000);
  const watcher = new MutationObserver(() => { clearTimeout(rest); rest = setTimeout(done, 250); });
  watcher.observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
})"""


@contextmanager
def serve(script: Path, data: Path | None = None) -> Iterator[str]:
    """A fresh server that runs `script`, on the shipped data or on `data`; its address. Stopped at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    start = ["-m", "streamlit"] if data is None else ["-c", ON_OTHER_DATA, str(data)]
    server = subprocess.Popen(
        [sys.executable, *start, "run", str(script), f"--server.port={port}", *OPTIONS],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(server, f"{address}/_stcore/health")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait(server: subprocess.Popen[bytes], address: str) -> None:
    for _ in range(300):
        assert server.poll() is None, "the server ended by itself"
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server did not answer within 30 seconds")


@pytest.fixture(scope="session")
def dashboard() -> Iterator[str]:
    """The address of the dashboard on the shipped data, one server for the tests of a worker."""
    with serve(ROOT / "dashboard.py") as address:
        yield address


@pytest.fixture(scope="session")
def windows(browser) -> "Windows":
    """The windows of that browser."""
    return Windows(browser)


class Windows:
    """Windows that are used again, emptied: most of what a page costs in a new one is to compile its scripts."""

    def __init__(self, browser: "Browser") -> None:
        self.context = browser.new_context()
        self.idle: list[Page] = []

    def take(self) -> "Page":
        """A window with nothing in it."""
        return self.idle.pop() if self.idle else self.context.new_page()

    def give_back(self, page: "Page") -> None:
        """Leave nothing of a visit behind."""
        page.evaluate("location.protocol.startsWith('http') && (localStorage.clear(), sessionStorage.clear())")
        page.goto("about:blank")
        page.mouse.move(0, 0)
        self.context.clear_cookies()
        self.idle.append(page)


class Visit:
    """A page opened in a window that no other visit has, with everything noted that should not happen."""

    def __init__(self, page: "Page", address: str, width: int = 1440, height: int = 900) -> None:
        self.address = address
        self.page = page
        self.errors: list[str] = []
        self.strangers: list[str] = []
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="light")
        self.watched = {"console": self._note_message, "pageerror": self._note_error, "request": self._note_request}
        for event, note in self.watched.items():
            page.on(event, note)

    def close(self) -> None:
        """Note nothing any more."""
        for event, note in self.watched.items():
            self.page.remove_listener(event, note)

    def open(self, path: str) -> "Visit":
        """Open a path of the address and wait until it is drawn."""
        self.page.goto(self.address + path)
        # A script that has not begun yet, or begins again for the code of a region, is not running either.
        self.page.wait_for_selector(ANSWERED, state="attached", timeout=60_000)
        return self.settle()

    def settle(self) -> "Visit":
        """Wait until the script has run and what it sent is on the screen, not the grey bars before it."""
        self.page.wait_for_timeout(300)
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=60_000)
        self.page.wait_for_selector("[data-testid=stSkeleton]", state="detached", timeout=60_000)
        self.page.evaluate(QUIET)
        return self

    def pick(self, option: str) -> None:
        """Click an option of the list that is open. A long list puts new rows in place when it scrolls:
        a click while it does would fall between them.
        """
        row = self.page.get_by_role("option", name=option)
        row.scroll_into_view_if_needed()
        self.page.evaluate(QUIET)
        row.click()

    def resize(self, width: int, height: int = 900) -> "Visit":
        """Give the window another size and wait until the page has taken it."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.evaluate(QUIET)
        return self

    def paint(self, scheme: str) -> "Visit":
        """Change the colour scheme of the system, and wait until the page has followed (pages/shared/scheme.py)."""
        self.page.emulate_media(color_scheme=scheme)
        self.page.wait_for_function(f"getComputedStyle(document.querySelector('.stApp')).colorScheme == '{scheme}'")
        return self.settle()

    def _note_message(self, message) -> None:
        where = message.location.get("url", "")
        # Streamlit looks for these two beside a deep link before it looks for them where they are.
        if message.type == "error" and not where.endswith(("/_stcore/health", "/_stcore/host-config")):
            self.errors.append(f"{message.text} {where}")

    def _note_error(self, error) -> None:
        self.errors.append(str(error))

    def _note_request(self, request) -> None:
        if not request.url.startswith((self.address, self.address.replace("http", "ws"), "data:", "blob:")):
            self.strangers.append(request.url)


@pytest.fixture
def visit(windows: Windows) -> Iterator[Callable[..., Visit]]:
    """Opens visits, and closes them at the end."""
    visits: list[Visit] = []

    def start(address: str, **size: int) -> Visit:
        visits.append(Visit(windows.take(), address, **size))
        return visits[-1]

    yield start
    for opened in visits:
        opened.close()
        windows.give_back(opened.page)


@pytest.fixture(scope="session")
def copied_data(tmp_path_factory) -> Path:
    """A copy of the shipped data, to be changed."""
    folder = tmp_path_factory.mktemp("copied") / "data"
    shutil.copytree(ROOT / "data", folder)
    return folder
