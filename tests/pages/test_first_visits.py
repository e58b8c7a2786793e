"""Every screen is drawn once before the hall comes; one that cannot be drawn keeps nobody out."""

import asyncio

from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.shared.first_visits import FirstVisits
from tests.coroutines import run_apart


class Application:
    """Draws every screen at once; one of them it cannot."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.left = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        assert (await receive())["type"] == "websocket.connect"
        await send({"type": "websocket.accept"})
        run = BackMsg.FromString((await receive())["bytes"]).rerun_script
        self.asked.append(f"{scope['path']} {run.page_name}?{run.query_string}")
        if run.page_name == "broken":
            raise ValueError
        await send(_ended(ForwardMsg.FINISHED_EARLY_FOR_RERUN))
        await send(_ended(ForwardMsg.FINISHED_SUCCESSFULLY))
        assert (await receive())["type"] == "websocket.disconnect"
        self.left += 1


def _ended(how: "ForwardMsg.ScriptFinishedStatus") -> Message:
    return {"type": "websocket.send", "bytes": ForwardMsg(script_finished=how).SerializeToString()}


def test_all_screens_are_drawn_in_both_languages_the_first_before_anybody_comes() -> None:
    application, told = Application(), []
    visits = FirstVisits(["overview", "broken", "method"], "city", lambda: told.append("slides"))

    async def serve() -> None:
        async with visits.under_way(application):
            assert application.asked == ["/city/_stcore/stream overview?lang=id"]
            assert not visits.over
            while not visits.over:
                await asyncio.sleep(0.01)

    run_apart(serve())
    drawn = [f"{screen}?lang={language}" for language in ("id", "en") for screen in ("overview", "broken", "method")]
    assert application.asked == [f"/city/_stcore/stream {screen}" for screen in drawn]
    assert application.left == 4
    assert told == ["slides"]


def test_without_a_hall_nothing_is_drawn_before() -> None:
    application = Application()
    visits = FirstVisits([], "", lambda: None)

    async def serve() -> None:
        async with visits.under_way(application):
            assert visits.over

    run_apart(serve())
    assert application.asked == []
