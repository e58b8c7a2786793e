"""What every test shares."""

import os
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from tests.browser import open_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

# The same examples in every run, and no deadline: a slow machine is not a wrong program.
settings.register_profile("teladan", deadline=None, derandomize=True)
settings.load_profile("teladan")


@pytest.fixture(scope="session", autouse=True)
def results_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Results are kept in a folder of this run: its workers share it, and the commands and servers they start."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "cache"
    folder.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TELADAN_CACHE", str(folder))
        yield folder


@pytest.fixture(scope="session", autouse=True)
def packages_are_looked_through_once() -> Iterator[None]:
    """Each new AppTest looks for components in every installed package, for longer than a screen takes to draw."""
    with pytest.MonkeyPatch.context() as patch:
        if "streamlit" in sys.modules:  # not to be imported for tests without screens
            from streamlit.components.v2 import manifest_scanner

            scan = cache(manifest_scanner.scan_component_manifests)
            patch.setattr(manifest_scanner, "scan_component_manifests", scan)
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """A browser, one for the tests of a worker: a second beside it cannot be started."""
    with open_browser() as started:
        yield started


@pytest.fixture
def new_page(browser: "Browser") -> Iterator[Callable[..., "Page"]]:
    """Opens a page as somebody else's browser would, sharing nothing with another; closed at the end."""
    contexts: list[BrowserContext] = []

    def open_page(**options: Any) -> "Page":
        contexts.append(browser.new_context(**options))
        return contexts[-1].new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def acceptance() -> Path:
    """The folder of reference datasets that are not part of the project (TELADAN_ACCEPTANCE names it)."""
    folder = os.environ.get("TELADAN_ACCEPTANCE")
    if not folder:
        pytest.skip("TELADAN_ACCEPTANCE names no folder of reference datasets")
    return Path(folder)


# What these try at random, or on every formula, other tests of `metrics/` reach line by line.
UNTRACED = ("test_chain_against_oracle", "test_chain_properties", "test_draw_properties", "test_methods",
            "test_method_steps", "test_oracle")  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Coverage is of `metrics/` by its own tests; to trace those of the screens too would take minutes."""
    for item in items:
        if item.path.parent.name in ("pages", "words") or item.path.stem in UNTRACED:
            item.add_marker(pytest.mark.no_cover)
