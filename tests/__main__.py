"""Every check of the project, the quick ones first: `python -m tests`.

Arguments go to pytest, which then runs alone: `python -m tests -k ranking`.
The exit code is 0 only when every check passed.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.browser import find_chromium

ROOT = Path(__file__).resolve().parent.parent
CHECKS = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("lint-imports", "--no-logo"),
    ("mypy",),
)
WORKERS = ("--numprocesses=auto", "--maxprocesses=4", "--dist=worksteal")


class Results:
    """The checks that ran before pytest, told again at its end, above its closing line."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.failed = False

    def run(self, command: Sequence[str]) -> None:
        """Run one check and keep how it went."""
        name = " ".join(command)
        print(f"\n$ {name}", flush=True)
        began = time.monotonic()
        # The tools of this very environment, also when it is not the active one.
        tool = shutil.which(command[0], path=str(Path(sys.executable).parent)) or command[0]
        passed = subprocess.call([tool, *command[1:]], cwd=ROOT) == 0
        self.failed |= not passed
        self.lines.append(f"{name:<24}{'passed' if passed else 'FAILED'}  {time.monotonic() - began:.0f} s")

    @pytest.hookimpl(trylast=True)
    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """List the other checks where a reader looks: at the end."""
        if self.lines:
            terminalreporter.section("other checks")
            for line in self.lines:
                terminalreporter.line(line, red="FAILED" in line)


def have_chromium() -> bool:
    """Whether there is a browser for the tests marked `browser`; root on Debian gets one installed."""
    if find_chromium():
        return True
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Chromium for the tests in a browser ...", flush=True)
        quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in ("apt-get update", "apt-get install --yes --no-install-recommends chromium"):
            subprocess.call(command.split(), stdout=subprocess.DEVNULL, env=quietly)
    return find_chromium() is not None


def main(arguments: Sequence[str]) -> int:
    """Run the checks, or pytest alone when it is given arguments; the exit code."""
    os.chdir(ROOT)
    chosen = []
    if not have_chromium():
        files = sorted(Path("tests").rglob("test_*.py"))
        marked = ", ".join(str(file) for file in files if "mark.browser" in file.read_text("utf-8"))
        print(f"No Chromium, Chrome or Edge here: left out are the tests marked `browser` in {marked}")
        chosen = ["-m", "not browser"]
    results = Results()
    if not arguments:
        for command in CHECKS:
            results.run(command)
        arguments = WORKERS  # coverage is asked for with --cov: tracing every test would cost a third of its time
    print("\n$ pytest", flush=True)
    outcome = pytest.main([*chosen, *arguments], plugins=[results])
    return 1 if results.failed else int(outcome)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
