"""What is worked out of the figures is worked out once for all who are shown the same, and anew for others."""

import gc
import threading
import time
from pathlib import Path

import pytest

from metrics import figures as door
from metrics.figures import Figures, publish
from pages.shared.kept import kept, shown
from tests.metrics.scoring import small_case
from tests.strategies import write_case


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Figures:
    monkeypatch.setattr(door, "_current", None)
    publish(made(tmp_path))
    return shown()


def made(folder: Path) -> Figures:
    data, file = write_case(folder, small_case({"x": {"title": "X"}}, {"x": {"a": 1.0, "b": 2.0}}))
    return Figures(data, (file,))


def test_once_for_the_same_figures_and_anew_for_others(published: Figures, tmp_path: Path) -> None:
    asked: list[str] = []

    @kept(2)
    def work_out(framework: str, year: int = 2020) -> object:
        asked.append(framework)
        return object()

    first = work_out("index")
    assert work_out("index") is first
    publish(made(tmp_path / "other"))
    assert work_out("index") is not first
    publish(published)
    assert work_out("index") is first
    assert len(asked) == 2
    for framework in ("b", "c", "index"):
        work_out(framework)
    assert asked[2:] == ["b", "c", "index"], "two are kept"


def test_what_failed_is_tried_again(published: Figures) -> None:
    outcomes = [ValueError(), None]

    @kept(2)
    def work_out(framework: str) -> str:
        if error := outcomes.pop(0):
            raise error
        return framework

    with pytest.raises(ValueError):
        work_out("index")
    assert work_out("index") == "index"


def test_many_who_ask_at_once_wait_for_one(published: Figures) -> None:
    asked: list[str] = []

    @kept(2)
    def work_out(framework: str) -> str:
        asked.append(framework)
        time.sleep(0.05)
        return framework

    threads = [threading.Thread(target=work_out, args=("index",)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert asked == ["index"]


def test_with_the_figures_everything_made_of_them_goes(published: Figures, tmp_path: Path) -> None:
    class Large:
        """Something that takes room."""

    @kept(2)
    def work_out(framework: str) -> Large:
        return Large()

    other = made(tmp_path / "other")
    publish(other)
    work_out("index")
    publish(published)
    del other
    gc.collect()
    assert not [thing for thing in gc.get_objects() if isinstance(thing, Large)]
