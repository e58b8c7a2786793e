"""The dashboard with the yardstick page among its screens, as `teladan serve` takes it: `benchmarks.hall_app:app`."""

from pages import contents

contents.SCREENS += (contents.Screen("hello", "hello", "../benchmarks/hello.py", "hello"),)

from dashboard import app  # noqa: E402 - it reads the table of screens

__all__ = ["app"]
