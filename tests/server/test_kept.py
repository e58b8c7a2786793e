"""What is made once for all who ask, and not at all for those who have gone."""

import asyncio
import threading
from collections.abc import Callable

import pytest

from server.kept import Busy, Kept
from tests.coroutines import run_apart


class Maker:
    """Makes things one after the other, each when it is let go."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self._go = threading.Semaphore(0)
        self._begun = threading.Semaphore(0)

    def make(self, name: str) -> Callable[[], bytes]:
        def made() -> bytes:
            self._begun.release()
            assert self._go.acquire(timeout=30)
            self.made.append(name)
            return name.encode()

        return made

    def ask(self, kept: Kept, name: str) -> "asyncio.Task[bytes]":
        return asyncio.create_task(kept.get(name, self.make(name)))

    def let_go(self, count: int) -> None:
        self._go.release(count)

    async def begun(self) -> None:
        assert await asyncio.to_thread(self._begun.acquire, timeout=30)


@pytest.fixture
def maker() -> Maker:
    return Maker()


async def leave(*asking: "asyncio.Task[bytes]") -> None:
    for one in asking:
        one.cancel()
    await asyncio.gather(*asking, return_exceptions=True)


def test_what_nobody_waits_for_any_more_is_not_made(maker: Maker) -> None:
    async def hall() -> None:
        kept = Kept(1000, threads=1)
        first, one, two, last = (maker.ask(kept, name) for name in ("first", "gone", "gone", "last"))
        await maker.begun()
        await leave(one, two)
        maker.let_go(2)
        assert [await first, await last] == [b"first", b"last"]
        again = maker.ask(kept, "gone")
        maker.let_go(1)
        assert await again == b"gone"

    run_apart(hall())
    assert maker.made == ["first", "last", "gone"]


def test_one_who_goes_takes_nothing_from_others_and_what_has_begun_is_kept(maker: Maker) -> None:
    async def hall() -> None:
        kept = Kept(1000, threads=1)
        begun, one, other = (maker.ask(kept, name) for name in ("begun", "both", "both"))
        await maker.begun()
        await leave(begun, one)
        maker.let_go(2)
        assert await other == b"both"
        assert await kept.get("begun", maker.make("anew")) == b"begun"

    run_apart(hall())
    assert maker.made == ["begun", "both"]


def test_so_many_may_wait_and_one_more_is_told_at_once(maker: Maker) -> None:
    async def hall() -> None:
        kept = Kept(1000, threads=1, most_waiting=2)
        first, second = maker.ask(kept, "first"), maker.ask(kept, "second")
        same = maker.ask(kept, "second")  # takes no place of its own
        await maker.begun()
        with pytest.raises(Busy):
            await kept.get("third", maker.make("third"))
        await leave(second, same)
        third = maker.ask(kept, "third")
        maker.let_go(2)
        assert [await first, await third] == [b"first", b"third"]

    run_apart(hall())
    assert maker.made == ["first", "third"]


def test_what_cannot_be_made_is_told_to_all_who_wait_and_tried_again(maker: Maker) -> None:
    def fail() -> bytes:
        raise ValueError

    async def hall() -> None:
        kept = Kept(1000)
        both = await asyncio.gather(kept.get("a", fail), kept.get("a", fail), return_exceptions=True)
        assert list(map(type, both)) == [ValueError, ValueError]
        assert await kept.get("a", lambda: b"a") == b"a"

    run_apart(hall())


def test_what_was_asked_for_least_lately_goes_first() -> None:
    async def hall() -> list[bytes]:
        kept = Kept(2)
        for name in ("a", "b", "a", "c"):
            await kept.get(name, name.encode)
        return [await kept.get(name, b"x".strip) for name in ("a", "c", "b")]

    assert run_apart(hall()) == [b"a", b"c", b"x"]
