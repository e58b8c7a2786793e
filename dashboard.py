"""The front door: `streamlit run dashboard.py`. It declares the application; `pages/frame.py` draws it."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from pages.trouble import show_trouble
from server.gzip import KeepGzipped
from server.static_files import static_files
from server.uploads import keep_uploads_in_memory

HERE = Path(__file__).resolve().parent

keep_uploads_in_memory()

app = st.App(
    HERE / "pages" / "frame.py",
    middleware=[Middleware(KeepGzipped)],
    routes=[static_files(HERE / "static", st.get_option("server.baseUrlPath"))],
    on_script_error=show_trouble,
)

if __name__ == "__main__":
    app.run()
