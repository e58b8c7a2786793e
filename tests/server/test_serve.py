"""`teladan serve`: several processes at one address; one that dies is started anew, and nobody is refused meanwhile."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from metrics import shipped
from metrics.cli import main
from server.serve import listen
from tests.coroutines import run_apart
from tests.metrics.scoring import small_case
from tests.strategies import write_case

START = """
import sys
from pathlib import Path
from metrics import shipped
from server.serve import serve
if __name__ == "__main__":
    serve("127.0.0.1", int(sys.argv[1]), 2, Path("data"), shipped.FRAMEWORK, "tests.server.small_app:app")
"""


@pytest.fixture
def taken() -> socket.socket:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_what_is_small_is_sent_at_once() -> None:
    """Else the last part of each answer waits for the network, 40 ms each time."""

    async def undelayed() -> int:
        found = asyncio.get_running_loop().create_future()

        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            connection = writer.get_extra_info("socket")
            found.set_result(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        async with await asyncio.start_server(answer, sock=listen("127.0.0.1", 0)) as server:
            _, asking = await asyncio.open_connection(*server.sockets[0].getsockname())
            asking.close()
            return await found

    assert run_apart(undelayed()) != 0


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of other systems")
def test_one_process_that_dies_is_started_anew_and_the_other_answers(tmp_path: Path) -> None:
    start, port = tmp_path / "start.py", free_port()
    start.write_text(START, "utf-8")
    server = subprocess.Popen(
        [sys.executable, str(start), str(port)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(shipped.ROOT)},
        stderr=subprocess.DEVNULL,
    )
    try:
        first = answering(port, 2)
        os.kill(next(iter(first)), signal.SIGKILL)
        others = answering(port, 2, refused=0)
        assert len(first & others) == 1
    finally:
        server.terminate()
        assert server.wait(60) == 0


def answering(port: int, wanted: int, refused: int = 1000) -> set[int]:
    """The processes that answer, once so many do. At most so many requests may be refused until then."""
    found: set[int] = set()
    until = time.monotonic() + 300
    while len(found) < wanted:
        assert time.monotonic() < until
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30) as answer:
                pid, data = answer.read().decode().split(" ", 1)
        except OSError:
            refused -= 1
            assert refused >= 0
            time.sleep(0.05)
            continue
        assert Path(data).is_absolute(), "the processes run in another folder than the command"
        with suppress(ProcessLookupError):  # the answer of one that is gone meanwhile
            os.kill(int(pid), 0)
            found.add(int(pid))
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="a link there needs rights")
def test_an_address_that_is_taken_is_told_of(
    taken: socket.socket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, file = write_case(tmp_path, small_case({"x": {"title": "X"}}, {"x": {"a": 1.0, "b": 2.0}}))
    data = tmp_path / "current"
    data.symlink_to(folder)
    monkeypatch.setenv("TELADAN_DATA", "")  # what serving sets is forgotten after the test
    monkeypatch.setattr(os, "chdir", lambda folder: None)
    for name in ("TELADAN_FRAMEWORK", "TELADAN_FOR_A_HALL", "STREAMLIT_SERVER_COOKIE_SECRET"):
        monkeypatch.setenv(name, "")
    port = str(taken.getsockname()[1])
    options = ["--data", str(data), "--framework", str(file), "--host", "127.0.0.1", "--port", port, "--lang", "en"]
    result = CliRunner().invoke(main, ["serve", *options])
    assert result.exit_code == 1
    assert f"The address 127.0.0.1, port {port} cannot be used" in result.output
    assert os.environ["TELADAN_DATA"] == str(data), "a link stays a link: it may be switched while people watch"


def test_broken_figures_are_told_of_before_anything_is_served(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["serve", "--data", str(tmp_path / "none"), "--lang", "en"])
    assert result.exit_code == 1
    assert "none" in result.output
