"""People who open a screen at the same time, as far as the server can tell: it needs no browser.

A viewer opens the WebSocket as Streamlit's front-end does, asks for one run of a screen and reads what
comes until the run has ended. Only what Streamlit itself installs is used.
"""

from __future__ import annotations

import asyncio
import time

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

_LIMIT = 120  # seconds that a viewer waits


def viewers(port: int, screen: str, query: str, count: int, over: float = 0.0) -> list[float]:
    """So many people open a screen, evenly over `over` seconds or at the same instant; how long each waits.

    Raises RuntimeError when a viewer sees an error, or is told that there is no such screen.
    """
    return asyncio.run(_together(port, screen, query, count, over))


async def _together(port: int, screen: str, query: str, count: int, over: float) -> list[float]:
    waits = (over * number / count for number in range(count))
    return await asyncio.gather(*(_viewer(port, screen, query, wait) for wait in waits))


async def _viewer(port: int, screen: str, query: str, wait: float) -> float:
    await asyncio.sleep(wait)
    start = time.perf_counter()
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    options = {"compression": None, "max_size": None, "ping_interval": None, "proxy": None}
    async with asyncio.timeout(_LIMIT), connect(address, subprotocols=["streamlit"], **options) as socket:
        await socket.send(_request(port, screen, query))
        while True:
            message = ForwardMsg.FromString(await socket.recv())
            kind = message.WhichOneof("type")
            if kind == "page_not_found" or message.delta.new_element.WhichOneof("type") == "exception":
                raise RuntimeError(f"{screen}?{query}: {message}")
            if kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                if message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    raise RuntimeError(f"{screen}?{query}: {message}")
                return time.perf_counter() - start


def _request(port: int, screen: str, query: str) -> bytes:
    message = BackMsg()
    run = message.rerun_script
    run.query_string = query
    run.page_name = screen
    run.context_info.timezone = "UTC"
    run.context_info.locale = "id-ID"
    run.context_info.url = f"http://127.0.0.1:{port}/{screen}"
    return message.SerializeToString()
