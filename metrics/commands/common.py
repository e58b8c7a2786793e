"""What the commands have in common: their options, and one way to end when the input has problems."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from metrics import shipped
from metrics.problems import InputProblems, Problem
from words import LANGUAGES, Language, speak
from words.problems import say_problem


def common(command: Callable[..., None]) -> Callable[..., None]:
    """The options every command takes, and one way to end when the input has problems."""

    @click.option("--data", type=click.Path(path_type=Path), default=None, help="Dataset folder.")
    @click.option("--framework", type=click.Path(path_type=Path), default=None, help="Framework file.")
    @click.option("--lang", type=click.Choice(LANGUAGES), default="id", show_default=True, help="Language.")
    @wraps(command)
    def run(data: Path | None, framework: Path | None, lang: Language, **options: Any) -> None:
        try:
            command(data or shipped.DATA, framework or shipped.FRAMEWORK, lang, **options)
        except InputProblems as error:
            say_problems(error.problems, lang, err=True)
            sys.exit(1)

    return run


def say_problems(problems: Iterable[Problem], lang: Language, *, err: bool) -> None:
    """One line a problem, on standard error or standard output."""
    words = speak(lang)
    for problem in problems:
        click.echo(say_problem(words, problem), err=err)
