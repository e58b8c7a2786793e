"""Commands that are imported when they are asked for, so that one does not wait for the libraries of all."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click


class Commands(click.Group):
    """A group of commands, each the attribute of its own name in the module `package.name`.

    The help of the group imports them all, for it shows a line of each.
    """

    def __init__(self, *, package: str, names: Sequence[str], **options: Any) -> None:
        super().__init__(**options)
        self._package, self._names = package, names

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in alphabetical order, nothing imported."""
        return sorted(self._names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now; None for a name that is none."""
        if cmd_name not in self._names:
            return None
        command: click.Command = getattr(import_module(f"{self._package}.{cmd_name}"), cmd_name)
        return command
