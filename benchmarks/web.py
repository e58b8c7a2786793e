"""A visitor's connection, as far as the server can tell: asks over HTTP and keeps the connection as a browser does."""

from __future__ import annotations

import asyncio
import json
from typing import Any

_PATIENCE = 60  # seconds for one answer


class Connection:
    """One kept connection to 127.0.0.1. A failed request closes it, and the next one opens another."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self.received = 0  # bytes
        self._cookie = ""

    async def ask(
        self, path: str, method: str = "GET", body: bytes = b"", **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers (names in small letters) and body. Raises OSError, EOFError, TimeoutError."""
        try:
            async with asyncio.timeout(_PATIENCE):
                return await self._ask(path, method, body, headers)
        except BaseException:
            self.close()
            raise

    async def _ask(
        self, path: str, method: str, body: bytes, headers: dict[str, str]
    ) -> tuple[int, dict[str, str], bytes]:
        if self._streams is None or self._streams[0].at_eof():
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        told = {"Host": f"127.0.0.1:{self._port}", "Accept-Encoding": "gzip", "Content-Length": str(len(body))}
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        if self._cookie:
            told["Cookie"] = self._cookie
        lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
        writer.write(f"{method} {path} HTTP/1.1\r\n{lines}\r\n".encode() + body)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        status = int(head[0].split()[1])
        found = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:] if line)}
        if found.get("set-cookie", "").startswith("teladan="):
            self._cookie = found["set-cookie"].partition(";")[0]
        content = b""
        if found.get("transfer-encoding") == "chunked":
            while size := int(await reader.readline(), 16):
                content += await reader.readexactly(size)
                await reader.readexactly(2)
            await reader.readexactly(2)
        elif status not in (204, 304):
            content = await reader.readexactly(int(found.get("content-length", "0")))
        self.received += len(content)
        if found.get("connection") == "close":
            self.close()
        return status, found, content

    def close(self) -> None:
        """Close it, as far as it is open."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


async def tell(connection: Connection, path: str, content: Any, **headers: str) -> Any:
    """Hand over JSON and read JSON. Raises RuntimeError where it is refused, OSError where nobody could say."""
    body = json.dumps(content).encode()
    status, _, answer = await connection.ask(path, "POST", body, Content_Type="application/json", **headers)
    if status >= 500:
        raise OSError(status)
    if status >= 400:
        raise RuntimeError(f"{path}: {status} {answer[:300]!r}")
    return json.loads(answer)
