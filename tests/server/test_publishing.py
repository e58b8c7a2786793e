"""New figures appear by themselves; broken ones never do."""

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.requests import Request

from metrics import figures as door
from metrics.figures import figures
from metrics.problems import InputProblems
from server import prepare as module
from server import publishing
from server.health import health
from server.prepare import NotPrepared, prepare, prepare_beside
from server.publishing import LATER, QUIET, Publishing
from tests.coroutines import run_apart
from tests.metrics.scoring import small_case
from tests.strategies import write_case


class Place:
    """A folder of figures of two regions that is being looked after."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.told = 0
        self.beside = 0
        self.while_scored: Callable[[], object] = lambda: None
        self.write(2.0)
        self.publishing = Publishing(score_beside=self._beside)

    def write(self, value: float, folder: Path | None = None) -> None:
        write_case(folder or self.folder, small_case({"x": {"title": "X"}}, {"x": {"a": 1.0, "b": value, "c": 5.0}}))

    def look(self, times: int = QUIET) -> None:
        for _ in range(times):
            self.told += self.publishing.look()

    def health(self, ready: bool = True) -> tuple[int, dict[str, object]]:
        (route,) = health("", self.publishing, lambda: ready)
        answer = run_apart(route.endpoint(Request({"type": "http"})))
        return answer.status_code, json.loads(answer.body)

    def _beside(self) -> None:
        self.beside += 1
        self.while_scored()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setattr(door, "_current", None)
    monkeypatch.setenv("TELADAN_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("TELADAN_FRAMEWORK", str(tmp_path / "framework.yaml"))
    return Place(tmp_path)


def score_of_b() -> float:
    scores = figures().results("index").scores(2020)
    return float(scores.loc[(scores["region"] == "b") & (scores["level"] == 0), "score"].iloc[0])


def test_new_figures_are_shown_once_several_looks_agree(place: Place) -> None:
    before = figures().version
    assert score_of_b() == 25
    place.look()
    assert (place.told, place.beside) == (0, 0), "nothing is new"
    place.write(3.0)
    place.look(QUIET - 1)
    assert figures().version == before, "it may still be under way"
    place.look(1)
    assert figures().version != before
    assert score_of_b() == 50
    assert (place.told, place.beside) == (1, 1)
    place.look(3)
    assert place.told == 1


def test_a_file_that_was_only_touched_is_nothing_new(place: Place) -> None:
    place.look()
    before = figures()
    (place.folder / "framework.yaml").touch()
    place.look()
    assert figures() is before
    assert place.beside == 0


def test_broken_figures_leave_those_that_stand_and_health_says_so(place: Place) -> None:
    place.look()
    before = figures()
    status, told = place.health()
    assert (status, told["status"], told["version"]) == (200, "ok", before.version)
    assert place.health(ready=False)[0] == 503
    values = place.folder / "data" / "sources" / "first" / "values.csv"
    values.write_text(values.read_text("utf-8") + "a,x,2021,many\n", "utf-8")
    place.look()
    assert figures() is before
    status, told = place.health()
    assert (status, told["status"], told["version"]) == (200, "newer figures refused", before.version)
    assert [(p["code"], p["file"]) for p in told["problems"]] == [("not-a-figure", "values.csv")]
    place.write(3.0)
    place.look()
    assert place.health()[1]["status"] == "ok"
    assert score_of_b() == 50


def test_a_broken_framework_is_refused_like_broken_figures(place: Place) -> None:
    place.look()
    before = figures()
    (place.folder / "framework.yaml").write_text("id: [", "utf-8")
    place.look()
    assert figures() is before
    assert place.publishing.refused


def test_health_says_that_newer_figures_are_on_their_way(place: Place) -> None:
    place.look()
    assert score_of_b() == 25
    told = []
    place.while_scored = lambda: told.append(place.health()[1])
    place.write(3.0)
    place.look()
    assert [(now["status"], now["preparing"]) for now in told] == [("ok", True)]
    assert place.health()[1]["preparing"] is False


def test_what_could_not_be_scored_is_not_scored_by_who_serves_and_tried_again_later(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.look()
    before = figures()

    def fail() -> None:
        raise NotPrepared("killed")

    place.while_scored = fail
    monkeypatch.setattr(publishing, "prepare", lambda new: pytest.fail("visitors would wait for it"))
    place.write(3.0)
    place.look()
    assert figures() is before
    status, told = place.health()
    assert (status, told["status"], told["preparing"]) == (200, "newer figures refused", False)
    assert [problem["code"] for problem in told["problems"]] == ["not-prepared"]
    place.while_scored = lambda: None
    monkeypatch.setattr(publishing, "prepare", prepare)
    place.look(LATER)
    assert place.beside == 1
    place.look()
    assert (place.beside, score_of_b(), place.health()[1]["status"]) == (2, 50, "ok")


def test_what_changes_while_it_is_scored_is_waited_for(place: Place) -> None:
    place.look()
    assert score_of_b() == 25
    place.while_scored = lambda: place.beside == 1 and place.write(4.0)
    place.write(3.0)
    place.look()
    assert score_of_b() == 25
    place.look()
    assert (place.beside, score_of_b()) == (2, 75)


def test_another_process_tells_what_is_wrong_and_gives_up_where_it_hangs(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    (place.folder / "framework.yaml").write_text("id: [", "utf-8")
    with pytest.raises(InputProblems) as found:
        prepare_beside()
    assert found.value.problems[0].file == str(place.folder / "framework.yaml")
    monkeypatch.setattr(module, "_PATIENCE", 0.001)
    with pytest.raises(NotPrepared):
        prepare_beside()


@pytest.mark.skipif(sys.platform == "win32", reason="a link there needs rights")
def test_a_link_that_points_to_another_folder_publishes_that_one(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    link, newer = place.folder / "current", place.folder / "newer"
    link.symlink_to(place.folder / "data")
    monkeypatch.setenv("TELADAN_DATA", str(link))
    place.look()
    assert score_of_b() == 25
    place.write(3.0, newer)
    (place.folder / "next").symlink_to(newer / "data")
    (place.folder / "next").replace(link)
    place.look()
    assert (place.told, score_of_b()) == (1, 50)


def test_half_a_copy_is_not_shown(place: Place) -> None:
    place.look()
    before = figures()
    assert score_of_b() == 25
    values = place.folder / "data" / "sources" / "first" / "values.csv"
    whole = values.read_text("utf-8")
    values.write_text("".join(whole.splitlines(keepends=True)[:-1]), "utf-8")
    place.look()
    assert figures() is before
    assert [problem.code for problem in place.publishing.refused] == ["fewer-ranked"]
    values.write_text(whole, "utf-8")
    place.look()
    assert place.publishing.refused == ()


def test_where_there_is_nothing_to_show_health_is_503_until_there_is(place: Place) -> None:
    shutil.rmtree(place.folder / "data")
    place.look()
    assert place.health()[0] == 503
    place.write(2.0)
    place.look()
    assert place.health()[0] == 200
