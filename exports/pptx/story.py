"""A storyline as a presentation: each of its slides with the speaker's notes, its link and its receipt."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from exports.pptx.deck import Cover, Page, presentation
from exports.pptx.publishers import publishers, tells_of_practices
from exports.receipt import Receipt, receipt
from exports.slides import indicator, views
from exports.slides.told import notes, told
from metrics.results import Results
from metrics.storylines.entry import Storyline
from metrics.storylines.storylines import storylines
from metrics.storylines.view import view_of
from words import Words

ResultsOf = Callable[[str], Results]


def story_presentation(
    story: Storyline, results_of: ResultsOf, words: Words, region: str | None = None, site: str = ""
) -> bytes:
    """The file (PPTX). `region`, a code or a name, is whom a storyline is told of that takes a region.

    `site` is the address before a view's own, such as `https://example.org/`; without it links begin at the screen.
    Raises InputProblems where a slide cannot be made.
    """
    views_read = [
        views.read(results_of, slide.view, words, region if story.region else None, None) for slide in story.slides
    ]
    code = next((view.asked.region for view in views_read if view.asked.region), None) if story.region else None
    pages = [
        Page(
            told(story, number, results_of, words, region),
            notes(story, number, results_of, words, region),
            _receipt(view, site + _link(slide.view, view, words, code)),
        )
        for number, (slide, view) in enumerate(zip(story.slides, views_read, strict=True), start=1)
    ]
    about = views_read[0].region_name if story.region else ""
    title = words.title(story.title)
    cover = Cover(
        words.say("{title}: {name}", title=title, name=about) if about else title,
        words.title(story.description),
        _published(views_read, words),
    )
    link = ""
    # One's own storyline is known to no other reader's screen: no address opens it.
    if story in storylines(views_read[0].asked.results):
        asked = {"lang": words.language, "storyline": story.id} | ({"region": code} if code else {})
        link = f"{site}presentation?{urlencode(asked)}"
    return presentation(cover, pages, words, _whole(views_read, words, link, about))


def _link(view: str, read: views.View, words: Words, region: str | None) -> str:
    """The view with its framework and year: it shows the same when a newer year is there."""
    results, year = read.asked.results, str(read.asked.year)
    return view_of(view).asking(framework=results.framework.id, year=year, lang=words.language, region=region).address


def _receipt(view: views.View, link: str) -> Receipt:
    asked = view.asked
    options: tuple[tuple[str, str], ...] = ()
    if view.address == "indicator" and (year := indicator.figures_year(asked)) != asked.year:
        options = ((asked.words.say("Year of the figures"), asked.words.year(year)),)
    return receipt(asked.results, asked.words, asked.year, link, options)


def _whole(read: list[views.View], words: Words, link: str, region: str) -> Receipt:
    """The receipt of the file: of the framework and year of its slides, no year where they differ.

    Further frameworks are named with their versions among the options: the figures of one are not those of another.
    """
    years = {view.asked.year for view in read}
    others = {view.asked.results.framework_version: view.asked.results for view in read[1:]}
    others.pop(read[0].asked.results.framework_version, None)
    options: tuple[tuple[str, str], ...] = ((words.say("Region"), region),) if region else ()
    options += tuple(
        (words.say("Framework"), _version(words, results))
        for _, results in sorted(others.items(), key=lambda one: one[1].framework.id)
    )
    return receipt(read[0].asked.results, words, years.pop() if len(years) == 1 else None, link, options)


def _version(words: Words, results: Results) -> str:
    return words.say(
        "{framework}, version {version}",
        framework=words.title(results.framework.title), version=results.framework_version[:8],
    )  # fmt: skip


def _published(read: list[views.View], words: Words) -> tuple[str, ...]:
    """Who published the figures; that practices come from elsewhere, where any is told of."""
    if not tells_of_practices(read):
        return publishers(read)
    of_practices = words.say("Practices: press and governments, as the source line of each slide names them")
    return (*publishers(read), of_practices)


def slide_presentation(view: str, results_of: ResultsOf, words: Words, site: str = "") -> bytes:
    """One view as a presentation of its slide and its sources (PPTX). Raises InputProblems as `views.slide` does."""
    read = views.read(results_of, view, words)
    page = Page(views.made(read), "", _receipt(read, site + _link(view, read, words, None)))
    cover = Cover(page.slide.headline, "", _published([read], words))
    return presentation(cover, [page], words, page.receipt)
