"""What is uploaded stays in memory."""

from concurrent.futures import ThreadPoolExecutor

import anyio
from starlette.datastructures import UploadFile
from starlette.requests import Request

from server.uploads import keep_uploads_in_memory


async def _uploaded(body: bytes) -> bool:
    async def receive():
        return {"type": "http.request", "body": body, "more_body": False}

    headers = [(b"content-type", b"multipart/form-data; boundary=x")]
    async with Request({"type": "http", "method": "PUT", "headers": headers}, receive).form() as form:
        file = form["file"]
        assert isinstance(file, UploadFile)
        # of a temporary file that spills over to the disk; its type says less
        return bool(file.file._rolled)


def test_no_upload_is_written_to_a_temporary_file() -> None:
    keep_uploads_in_memory()
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n'
    body = head + b"0" * 3_000_000 + b"\r\n--x--\r\n"
    with ThreadPoolExecutor() as elsewhere:  # a browser that another test holds open has the loop of this thread
        assert not elsewhere.submit(anyio.run, _uploaded, body).result()
