"""The front door: `teladan serve` and `streamlit run dashboard.py`. It declares the application.

What a visitor sees is drawn by `pages/frame.py`.
"""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from metrics.figures import figures
from pages.contents import SCREENS
from pages.shared.first_visits import FirstVisits
from pages.shared.newer import draw_all_again
from pages.shared.trouble import show_trouble
from server.api.routes import routes as interface
from server.files.routes import routes as files
from server.first_slides import tell_all
from server.gzip import KeepGzipped
from server.hall.routes import routes as hall
from server.health import health
from server.publishing import Publishing
from server.serve import FOR_A_HALL
from server.siblings import AskSiblings, answering_siblings
from server.static_files import static_files
from server.uploads import keep_uploads_in_memory

HERE = Path(__file__).resolve().parent
BASE = st.get_option("server.baseUrlPath")

keep_uploads_in_memory()
publishing = Publishing(make_ready=tell_all)
# A hall finds everything ready; who starts the dashboard for themselves need not wait for screens they do not open.
first_visits = FirstVisits(
    [screen.address for screen in SCREENS] if FOR_A_HALL in os.environ else [], BASE, lambda: tell_all(figures())
)


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """What goes on beside the answers, as long as the process serves."""
    loop = asyncio.get_running_loop()

    def tell() -> None:
        asyncio.run_coroutine_threadsafe(draw_all_again(), loop)

    with publishing.looking(tell):
        async with answering_siblings(app), first_visits.under_way(app):
            yield


app = st.App(
    HERE / "pages" / "frame.py",
    lifespan=lifespan,
    middleware=[Middleware(AskSiblings), Middleware(KeepGzipped)],
    routes=[
        static_files(HERE / "static", BASE),
        *health(BASE, publishing, lambda: first_visits.over),
        *interface(BASE),
        *hall(BASE),
        *files(BASE),
    ],
    on_script_error=show_trouble,
)

if __name__ == "__main__":
    app.run()
