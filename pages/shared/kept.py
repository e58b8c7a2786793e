"""Which figures a visitor is shown, and what is worked out of them once for all who are shown the same."""

import threading
import weakref
from collections.abc import Callable
from functools import lru_cache, partial, wraps
from typing import Generic, ParamSpec, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from metrics.figures import Figures, figures

P = ParamSpec("P")
T = TypeVar("T")

_HELD = "figures_shown"


def hold_figures() -> None:
    """From here on this visitor is shown what is published now, until a run of the frame asks again.

    A run shows one state of the figures from its first line to its last, and so do the fragments it leaves.
    Raises InputProblems where there is nothing to show.
    """
    st.session_state[_HELD] = figures()


def shown() -> Figures:
    """The figures that this visitor is shown; outside a run those that are published now. Raises InputProblems."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return figures()
    return st.session_state.get(_HELD) or figures()


def kept(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """A function of names (framework, year, region ...) that is worked out once for the figures that are shown.

    Its results are shared by all visitors, so never to be changed in place; the `most` that were asked for last are
    kept. Who asks for something that is being worked out waits for it. With the figures everything made of them goes.
    """

    def keep(function: Callable[P, T]) -> Callable[P, T]:
        made: weakref.WeakKeyDictionary[Figures, Callable[..., _Once[T]]] = weakref.WeakKeyDictionary()

        @wraps(function)
        def ask(*arguments: P.args, **named: P.kwargs) -> T:
            of_these = shown()
            if of_these not in made:
                made[of_these] = lru_cache(maxsize=most)(lambda *a, **n: _Once(partial(function, *a, **n)))
            return made[of_these](*arguments, **named).result()

        ask.cache_clear = made.clear
        return ask

    return keep


class _Once(Generic[T]):
    """What is worked out when it is first asked for; asked again after it failed it is tried again."""

    def __init__(self, work_out: Callable[[], T]) -> None:
        self._work_out: Callable[[], T] | None = work_out
        self._working = threading.Lock()
        self._result: T

    def result(self) -> T:
        if self._work_out is not None:
            with self._working:
                if self._work_out is not None:
                    self._result = self._work_out()
                    self._work_out = None
        return self._result
