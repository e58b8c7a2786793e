"""Installs Teladan and starts it. Needs Python 3.11 or newer with pip, and nothing else.

    python start.py              the dashboard on the shipped figures, in your browser
    python start.py test         every check of the project (arguments after `test` go to pytest)

Everything goes into the virtual environment that is active or, when none is, into .venv beside this file.
What is installed stays as it is until pyproject.toml changes.
"""

# An older Python must be able to read this file, to be told in one line that it is too old:
# nothing newer than Python 3.6 here.
import hashlib
import os
import subprocess
import sys
import venv
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
DASHBOARD = ("-m", "streamlit", "run", "dashboard.py")
TESTS = ("-m", "tests")


def main(*arguments: str) -> int:
    """Do what was asked on the command line; the exit code."""
    if sys.version_info < (3, 11):
        found = ".".join(map(str, sys.version_info[:3]))
        sys.exit(f"Teladan needs Python 3.11 or newer, and this is {found}: https://www.python.org/downloads/")
    if not arguments:
        python = environment()
        install(python)
        say("Starting the dashboard; Ctrl+C stops it")
        return run(python, *DASHBOARD)
    if arguments[0] == "test":
        python = environment()
        install(python, "test")
        say("Running the checks")
        return run(python, *TESTS, *arguments[1:])
    print(__doc__)
    return 0 if arguments[0] in ("-h", "--help") else 2


def environment() -> Path:
    """The Python of the active virtual environment, else of .venv here, which is made where it is missing."""
    if sys.prefix != sys.base_prefix:
        return Path(sys.executable)
    python = ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        say("Making a virtual environment in .venv")
        # Without a pip of its own: some systems pack ensurepip apart, and the pip that runs here can fill it.
        venv.create(str(ROOT / ".venv"), clear=True, symlinks=os.name != "nt", with_pip=False)
    return python


def install(python: Path, extra: str = "") -> None:
    """Install the project with an extra, in place, unless that was done since pyproject.toml last changed."""
    digest = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    # The extra stands last, so that the plain installation is found in one with the extra too.
    wanted = f"{ROOT} {digest} {extra}"
    stamp = python.parent.parent / "teladan-installed.txt"
    if stamp.exists() and stamp.read_text(encoding="utf-8").startswith(wanted):
        return
    if not find_spec("pip"):
        sys.exit(f"Teladan needs pip, and {sys.executable} has none: https://pip.pypa.io/en/stable/installation/")
    say(f"Installing Teladan into {python.parent.parent} (the first time takes a few minutes)")
    target = f".[{extra}]" if extra else "."
    # pip itself goes along, for who activates .venv and starts from there.
    command = ("-m", "pip", "--python", str(python), "install", "pip", "--editable", target)
    if run(Path(sys.executable), *command):
        sys.exit("Teladan could not be installed: pip says above why.")
    stamp.write_text(wanted, encoding="utf-8")


def run(python: Path, *arguments: str) -> int:
    """Run a Python with these arguments in the project's folder; its exit code."""
    try:
        return subprocess.call([str(python), *arguments], cwd=str(ROOT))
    except KeyboardInterrupt:
        return 130


def say(line: str) -> None:
    """Tell at once what happens next, also where the output is a pipe."""
    print(f"{line} ...", flush=True)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
