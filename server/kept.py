"""Bytes that took work to make: kept while there is room, and made once however many ask at the same time.

What nobody waits for any more before it has begun is not made: a hall taps a link twice, and goes.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor


class Busy(Exception):
    """As much is being made or waits for it as may."""


class _Work:
    """Something that is being made or will be: by a thread, for so many who wait."""

    def __init__(self, thread: Future[bytes]) -> None:
        self.thread = thread
        self.made = asyncio.wrap_future(thread)
        self.waiting = 0


class Kept:
    """What was made, by what it was made of; what was asked for least lately goes first. For one event loop."""

    def __init__(self, most_bytes: int, threads: int = 2, name: str = "hall", most_waiting: int | None = None) -> None:
        """`most_waiting`: how many may be made or wait at a time; any number where it is None."""
        self._most = most_bytes
        self._most_waiting = most_waiting
        self._size = 0
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()
        self._making: dict[Hashable, _Work] = {}
        # Its own, few: who waits for slides or files must not take the threads that the screens are drawn in.
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix=name)

    async def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """What is kept under `key`, else what `make` gives, called in a thread. What it raises, all who wait get.

        Raises Busy.
        """
        if (found := self._kept.get(key)) is not None:
            self._kept.move_to_end(key)
            return found
        work = self._making.get(key) or self._begin(key, make)
        work.waiting += 1
        try:
            # One who goes away takes nothing from those who wait for the same.
            return await asyncio.shield(work.made)
        finally:
            work.waiting -= 1
            if not work.waiting and work.thread.cancel():  # True only where it has not begun
                del self._making[key]

    def _begin(self, key: Hashable, make: Callable[[], bytes]) -> _Work:
        if self._most_waiting is not None and len(self._making) >= self._most_waiting:
            raise Busy
        work = self._making[key] = _Work(self._pool.submit(make))
        work.made.add_done_callback(lambda made: self._keep(key, made))
        return work

    def _keep(self, key: Hashable, done: asyncio.Future[bytes]) -> None:
        if done.cancelled():  # and out of the list already
            return
        del self._making[key]
        if done.exception() is not None:
            return
        made = done.result()
        if len(made) > self._most:
            return
        self._kept[key] = made
        self._size += len(made)
        while self._size > self._most:
            _, gone = self._kept.popitem(last=False)
            self._size -= len(gone)
