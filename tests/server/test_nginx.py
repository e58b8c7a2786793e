"""The recipe of docs/serving.md for nginx does what it says, with the nginx that is installed; left out without one."""

import http.client
import os
import re
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from metrics import shipped

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin:/opt/homebrew/bin")
GUIDE = (shipped.ROOT / "docs" / "serving.md").read_text("utf-8")

pytestmark = pytest.mark.skipif(NGINX is None, reason="no nginx is installed")


class Process(ThreadingHTTPServer):
    """What stands for a server process: it says which one it is, and counts what it is asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.asked: list[tuple[str, str]] = []
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def die(self) -> None:
        self.shutdown()
        self.server_close()


class Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        assert isinstance(self.server, Process)
        self.server.asked.append((self.path, self.headers.get("Upgrade", "")))
        body = str(self.server.port).encode()
        if self.headers.get("Upgrade") == "websocket":
            self.send_response(101)
            self.send_header("Upgrade", "websocket")
            self.send_header("Connection", "upgrade")
            self.end_headers()
            self.close_connection = True
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")  # of a process that dies nothing stays open
        if self.path.startswith("/static/"):
            self.send_header("Cache-Control", "public, immutable, max-age=31536000")
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


class Hall:
    """nginx before two processes."""

    def __init__(self, folder: Path) -> None:
        self.processes = [Process(), Process()]
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        main, site = re.findall(r"```nginx\n(.*?)```", GUIDE, re.DOTALL)
        here = {
            "listen 80;": f"listen 127.0.0.1:{self.port};",
            "127.0.0.1:8501": f"127.0.0.1:{self.processes[0].port}",
            "127.0.0.1:8502": f"127.0.0.1:{self.processes[1].port}",
            "/var/cache/nginx/teladan": str(folder / "cache"),
        }
        for given, other in here.items():
            assert given in site
            site = site.replace(given, other)
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        temporary = "".join(f"{kind}_temp_path {folder / kind};\n" for kind in kinds)
        main = re.sub(r"worker_rlimit_nofile.*\n", "", main)  # only root may raise it
        # Started by root it would give itself away to somebody who may not enter the folder of a test.
        user = "user root;" if getattr(os, "geteuid", lambda: 1)() == 0 else ""
        (folder / "nginx.conf").write_text(
            f"{user} pid {folder}/pid; error_log {folder}/error.log; daemon off;\n{main}\n"
            f"http {{\n{temporary}{site} }}\n",
            "utf-8",
        )
        self._nginx = subprocess.Popen(
            [str(NGINX), "-p", str(folder), "-c", str(folder / "nginx.conf")], stderr=subprocess.DEVNULL
        )
        for _ in range(100):
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return
            time.sleep(0.05)
        raise AssertionError((folder / "error.log").read_text("utf-8"))

    def close(self) -> None:
        self._nginx.terminate()
        self._nginx.wait(10)
        for process in self.processes:
            process.die()

    def ask(self, path: str, cookie: str = "", **headers: str) -> tuple[int, str, str]:
        """Status, body and the cookie that is given."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path, headers=headers | ({"Cookie": cookie} if cookie else {}))
        answer = connection.getresponse()
        given = answer.getheader("Set-Cookie", "").partition(";")[0]
        body = "" if answer.status == 101 else answer.read().decode()
        connection.close()
        return answer.status, body, given


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    started = Hall(tmp_path)
    yield started
    started.close()


def test_a_visitor_stays_with_one_process_and_visitors_are_spread(hall: Hall) -> None:
    served = []
    for _ in range(20):
        _, first, cookie = hall.ask("/")
        assert cookie.startswith("teladan=")
        assert {hall.ask("/", cookie)[1] for _ in range(3)} == {first}
        served.append(first)
    assert len(set(served)) == 2


def test_a_visitor_whose_process_died_is_taken_to_the_other(hall: Hall) -> None:
    visitors = [hall.ask("/")[1:] for _ in range(10)]
    gone, left = hall.processes
    gone.die()
    for _, cookie in visitors:
        assert hall.ask("/", cookie)[:2] == (200, str(left.port))


def test_a_websocket_passes(hall: Hall) -> None:
    status, _, _ = hall.ask("/_stcore/stream", Upgrade="websocket", Connection="Upgrade")
    assert status == 101
    assert [asked for process in hall.processes for asked in process.asked] == [("/_stcore/stream", "websocket")]


def test_a_file_of_the_front_end_is_asked_for_once(hall: Hall) -> None:
    for _ in range(5):
        assert hall.ask("/static/js/index.abc.js", **{"Accept-Encoding": "gzip"})[0] == 200
    assert sum(len(process.asked) for process in hall.processes) == 1
