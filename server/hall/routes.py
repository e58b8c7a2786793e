"""All that is served under `/hall`."""

from __future__ import annotations

from starlette.routing import BaseRoute

from server.hall.assets import assets
from server.hall.follow_routes import FollowRoutes
from server.hall.present_routes import PresentRoutes
from server.hall.room_routes import RoomRoutes
from server.hall.rooms import Rooms
from server.hall.take_routes import TakeRoutes


def routes(base_path: str = "", rooms: Rooms | None = None) -> list[BaseRoute]:
    """The routes of the hall; `base_path` is Streamlit's `server.baseUrlPath`."""
    path = base_path.strip("/")
    base = f"/{path}" if path else ""
    kept = rooms or Rooms()
    # Those of fixed addresses before those that begin with a code.
    return [
        assets(base),
        *TakeRoutes(base).routes(),
        *PresentRoutes(base, kept).routes(),
        *RoomRoutes(base, kept).routes(),
        *FollowRoutes(base, kept).routes(),
    ]
