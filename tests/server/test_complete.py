"""New figures that lack much of what is shown are taken for half a copy."""

from pathlib import Path

import pytest

from metrics.figures import Figures
from metrics.problems import InputProblems
from server.complete import check_complete
from server.first_slides import tell_all
from tests.metrics.scoring import small_case
from tests.strategies import write_case

TEN = {f"r{number}": float(number) for number in range(10)}


def written(folder: Path, **values: dict[str, float]) -> Figures:
    """Figures under a framework for each variable, called as that one."""
    files = []
    for name in ("x", "y"):
        data, file = write_case(folder, small_case({name: {"title": name}}, values, id=f"of-{name}"))
        files.append(file.rename(folder / f"{name}.yaml"))
    return Figures(data, tuple(files))


@pytest.fixture
def shown(tmp_path: Path) -> Figures:
    return written(tmp_path / "shown", x=TEN, y=TEN)


def missing(shown: Figures, new: Figures) -> list[tuple[str, object]]:
    try:
        check_complete(shown, new)
    except InputProblems as error:
        return [(problem.code, problem.details.get("key", problem.details.get("value"))) for problem in error.problems]
    return []


def test_every_framework_that_was_asked_for_is_compared(shown: Figures, tmp_path: Path) -> None:
    new = written(tmp_path / "new", x=TEN, y=dict(list(TEN.items())[:8]))
    shown.results("of-x")
    assert missing(shown, new) == [], "nobody has seen the other"
    shown.results("of-y")
    assert missing(shown, new) == [("fewer-ranked", "of-y")]


def test_a_few_regions_less_are_news(shown: Figures, tmp_path: Path) -> None:
    shown.results("of-x")
    assert missing(shown, written(tmp_path / "new", x=dict(list(TEN.items())[:9]), y=TEN)) == []


def test_a_framework_that_is_shown_does_not_vanish(shown: Figures, tmp_path: Path) -> None:
    new = Figures(shown.data, (tmp_path / "shown" / "y.yaml",))
    shown.results("of-y")
    assert missing(shown, new) == []
    shown.results(shown.default)
    assert missing(shown, new) == [("framework-gone", "of-x")]


def test_what_a_hall_is_shown_is_held_whole_before_it_comes(shown: Figures, tmp_path: Path) -> None:
    tell_all(shown)
    (tmp_path / "shown" / "data" / "sources" / "first" / "values.csv").write_text("broken", "utf-8")
    assert set(shown.opened) == {"of-x", "of-y"}
    assert all(len(shown.results(framework).regions()) == 10 for framework in shown.frameworks)
