"""What a region brings is in no cache: all visitors share them, and an answer that is quickly there tells a guess."""

import gc
from functools import _lru_cache_wrapper

from metrics.own.applied import own_standing
from metrics.own.data import OwnData, OwnFigure
from metrics.own.to_target import to_targets
from metrics.simulation import Simulator, simulator
from tests.metrics.scoring import YEAR, opened

CHILDREN = {"water": {"normalise": {"using": "goalposts"}, "goalposts": [0, 100]}, "schooling": {"error": {"sd": 1}}}
FIGURES = {name: {f"{i:02}": float(i * by) for i in range(1, 9)} for name, by in (("water", 11), ("schooling", 2))}


def misses() -> dict[str, int]:
    """How often each cache was asked for what it did not hold."""
    caches = [found for found in gc.get_objects() if isinstance(found, _lru_cache_wrapper)]
    ours = [found for found in caches if found.__module__.startswith("metrics")]
    return {f"{found.__module__}.{found.__qualname__} {id(found)}": found.cache_info().misses for found in ours}


def ask(ready: Simulator, *figures: OwnFigure) -> None:
    """What the screen of own figures works out."""
    own = OwnData("03", figures)
    assert ready.band(own.region, own_standing(ready, own).own.values) is not None
    to_targets(ready.results, own)


def test_own_figures_are_looked_up_in_no_cache(tmp_path):
    ready = simulator(opened(tmp_path, CHILDREN, FIGURES), YEAR)
    ask(ready)
    before = misses()
    assert any(count for name, count in before.items() if name.startswith("metrics.simulation"))
    ask(ready, OwnFigure("water", YEAR, 61.5), OwnFigure("schooling", YEAR, 12.25))
    assert [name for name, count in misses().items() if count > before.get(name, 0)] == []
