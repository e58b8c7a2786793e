"""Whichever screen is asked for first: its code can be imported before that of any other."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Each time without the modules of pages/, as at the start of a server; what lies below does not know them.
IN_TURN = """
import ast
import sys
from importlib import import_module
from pathlib import Path

def imported(file):
    for node in ast.walk(ast.parse(Path(file).read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield node.module

for file in sys.argv[1:]:
    for name in [name for name in sys.modules if name.partition(".")[0] == "pages"]:
        del sys.modules[name]
    for module in [*imported("pages/frame.py"), *imported(file)]:
        import_module(module)
"""


def test_code_of_every_screen_can_be_imported_first():
    from pages.contents import SCREENS

    files = [f"pages/{screen.file}" for screen in SCREENS]
    command = [sys.executable, "-c", IN_TURN, *files]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
