"""`teladan export pptx`: a storyline as a presentation."""

from __future__ import annotations

from pathlib import Path

import click

from exports.pptx.story import story_presentation
from metrics import shipped
from metrics.asked import find_region
from metrics.commands.common import common
from metrics.commands.written import write_all
from metrics.problems import InputProblems, Problem
from metrics.results import open_results
from metrics.storylines.entry import Storyline
from metrics.storylines.storylines import find_storyline, read_storyline
from words import Language, speak


@click.command()
@click.argument("storyline")
@click.option("--region", default=None, help="Whom it is told of (code or name), where it takes a region.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The PPTX file.")
@common
def pptx(data: Path, framework: Path, lang: Language, storyline: str, region: str | None, out: Path) -> None:
    """STORYLINE (an id of the dataset, or a YAML file) as a presentation whose charts can be edited."""
    from metrics.figures import Figures  # every framework that a slide may be of

    if out.suffix != ".pptx":
        raise click.BadParameter("the file ends in .pptx", param_hint="--out")
    results = open_results(data, framework)
    story = _read(Path(storyline)) if storyline.endswith(".yaml") else find_storyline(results, storyline)
    if story.region and region is None:
        raise InputProblems([Problem("region-needed")])
    figures = Figures(data, (shipped.FRAMEWORK, *sorted(shipped.FRAMEWORKS.glob("*.yaml")), framework))
    code = find_region(results, region)["region"] if region else None
    content = story_presentation(story, lambda name: figures.results(name or results.framework.id), speak(lang), code)
    write_all({out: lambda path: path.write_bytes(content)}, None)


def _read(path: Path) -> Storyline:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputProblems([Problem("file-unreadable", str(path), details={"reason": reason})]) from None
    return read_storyline(text, str(path))
