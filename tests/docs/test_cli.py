"""docs/cli.md shows what the commands say of themselves, and the README's examples run."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from metrics import shipped
from metrics.cli import main

GUIDE = (shipped.ROOT / "docs" / "cli.md").read_text("utf-8")
README = (shipped.ROOT / "README.md").read_text("utf-8")


def teladan(line: str) -> Result:
    """What a command line beginning with `teladan` does, on a terminal of 80 columns."""
    arguments = shlex.split(line, comments=True)
    assert arguments[0] == "teladan"
    return CliRunner().invoke(main, arguments[1:], prog_name="teladan", terminal_width=78)


def names(group: click.Group, before: str = "") -> Iterator[str]:
    """Every command with those of its own, as they are typed."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield before + name
        if isinstance(command, click.Group):
            yield from names(command, f"{before}{name} ")


@pytest.mark.parametrize("command", ["", *names(main)])
def test_the_help_of_each_command_is_shown(command: str) -> None:
    line = " ".join(["teladan", *command.split(), "--help"])
    assert f"```console\n$ {line}\n{teladan(line).output}```" in GUIDE, f"paste the output of `{line}` into docs/cli.md"


def test_examples_of_the_readme_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    block = re.search(r"^## From the command line$.*?^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert block
    for line in block[1].splitlines():
        result = teladan(line)
        assert result.exit_code == 0, f"{line}: {result.output}"
    assert (tmp_path / "scores.csv").is_file()
