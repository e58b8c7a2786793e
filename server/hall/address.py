"""Which address telephones in the hall open."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

from starlette.requests import Request

_LONGEST = 200  # characters; a QR code of more is hard to read from the last row


def seen_from_outside(request: Request, base: str) -> str:
    """The address of the application as others in the same network reach it, such as `http://192.168.1.5:8501`.

    It is that under which the presenter has opened it; where that leads nowhere but to this machine itself, that of
    this machine in its network. `base` is the path that the application is served under.
    """
    host = request.url.hostname or "localhost"
    if _is_this_machine(host):
        host = own_address() or host
    named = f"[{host}]" if ":" in host else host
    port = f":{request.url.port}" if request.url.port else ""
    return f"{request.url.scheme}://{named}{port}{base}"


def accepted(address: str) -> str | None:
    """An address that the presenter has typed, without the slash at its end; None where it can't be one."""
    if len(address) > _LONGEST or any(sign <= " " for sign in address):
        return None
    try:
        parts = urlsplit(address)
        _ = parts.port  # raises ValueError where it is no number
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment or parts.username:
        return None
    return address.rstrip("/")


def own_address() -> str | None:
    """The address of this machine in its network; None where it is in none.

    A datagram socket is only pointed somewhere, to learn which way it would leave by: nothing is sent.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.255.255.255", 1))
        except OSError:
            return None
        found: str = probe.getsockname()[0]
    return None if _is_this_machine(found) else found


def _is_this_machine(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        known = ipaddress.ip_address(host)
    except ValueError:
        return False
    return known.is_loopback or known.is_unspecified
