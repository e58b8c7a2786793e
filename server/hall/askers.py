"""Who opens rooms too fast: so that one visitor cannot take the rooms of all."""

from __future__ import annotations

import time
from collections.abc import Callable

from server.hall.rooms import TooManyRooms

MOST_OF_ONE = 10  # rooms that one address opens within a minute
_MINUTE = 60


class Askers:
    """When each address opened rooms within the last minute. In memory only, and forgotten after that minute."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._opened: dict[str, list[float]] = {}

    def count(self, asker: str) -> None:
        """One more room for this address. Raises TooManyRooms."""
        now = self._clock()
        recent = {who: [at for at in times if at > now - _MINUTE] for who, times in self._opened.items()}
        self._opened = {who: times for who, times in recent.items() if times}
        times = self._opened.setdefault(asker, [])
        if len(times) >= MOST_OF_ONE:
            raise TooManyRooms(_MINUTE)
        times.append(now)
