"""What a visitor hands over stays in memory.

Starlette puts what is larger than a megabyte into a temporary file while it arrives. A region's own figures are told
to touch no disk (pages/parts/own/state.py), so nothing is large enough here: the size of an upload is limited by
`server.maxUploadSize` long before memory is.
"""

from __future__ import annotations

from starlette.formparsers import MultiPartParser


def keep_uploads_in_memory() -> None:
    """From now on no upload to this process is written to a temporary file, however large."""
    MultiPartParser.spool_max_size = 0  # so says tempfile.SpooledTemporaryFile: no size is too large
