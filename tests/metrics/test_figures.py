"""One door to what is published: the same figures for everybody, and others as a whole when they are published."""

from pathlib import Path

import pytest

from metrics import figures as door
from metrics import shipped
from metrics.figures import Figures, figures, publish, read_figures
from tests.metrics.scoring import small_case
from tests.strategies import write_case


@pytest.fixture(autouse=True)
def nothing_read_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "_current", None)


def small(folder: Path, value: float) -> Figures:
    """The figures of two regions."""
    data, file = write_case(folder, small_case({"x": {"title": "X"}}, {"x": {"a": 1.0, "b": value}}))
    return Figures(data, (file,))


def test_the_shipped_figures_are_published_under_the_shipped_frameworks_the_default_one_first() -> None:
    shown = figures()
    assert shown.data == shipped.DATA
    assert shown.default == "masterplan"
    assert list(shown.frameworks) == ["masterplan", "hdi", "spbe"]
    assert shown.results("spbe") is shown.results("spbe")
    assert shown.results("spbe").data_version == shown.data_version
    with pytest.raises(KeyError):
        shown.results("none")


def test_a_version_is_that_of_what_is_there(tmp_path: Path) -> None:
    one, same, other = small(tmp_path / "1", 2.0), small(tmp_path / "2", 2.0), small(tmp_path / "3", 3.0)
    assert one.version == same.version != other.version


def test_the_environment_names_other_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = small(tmp_path, 2.0)
    monkeypatch.setenv("TELADAN_DATA", str(other.data))
    monkeypatch.setenv("TELADAN_FRAMEWORK", str(other.data.parent / "framework.yaml"))
    assert read_figures().version == other.version
    assert list(read_figures().frameworks) == ["index"]


def test_what_is_published_is_shown_to_who_asks_anew(tmp_path: Path) -> None:
    old, new = small(tmp_path / "1", 2.0), small(tmp_path / "2", 3.0)
    publish(old)
    held = figures()
    publish(new)
    assert figures() is new
    assert held.version == old.version
