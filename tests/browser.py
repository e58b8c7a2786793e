"""A real browser for the tests that need one: whichever of the Chromium family is installed."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
_MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
)
# Quiet: a browser that asks nothing of the network by itself.
_FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium() -> str | None:
    """The path of an installed Chromium, Chrome or Edge, or None where there is none."""
    for command in _COMMANDS:
        if found := shutil.which(command):
            return found
    mac = [Path(root) / part for root in ("/Applications", "~/Applications") for part in _MAC]
    roots = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
    windows = [Path(root) / part for root in roots if root for part in _WINDOWS]
    return next((str(path.expanduser()) for path in (*mac, *windows) if path.expanduser().is_file()), None)


@contextmanager
def open_browser() -> Iterator["Browser"]:
    """The browser, started; closed at the end."""
    # Here, so that looking for a browser asks for no package.
    from playwright.sync_api import sync_playwright

    # Chromium refuses its sandbox to root, which is what a container runs as.
    flags = [*_FLAGS, *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=flags)
        try:
            yield browser
        finally:
            browser.close()
