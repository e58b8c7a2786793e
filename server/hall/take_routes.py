"""Take this chart: one slide of any view, as a picture, as figures, as a slide to edit, or embedded elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from exports.pptx.story import slide_presentation
from exports.receipt import Receipt, receipt
from exports.slides import views
from exports.slides.shown import Theme, shown
from exports.slides.slide import Slide
from exports.slides.table import slide_csv
from metrics.figures import Figures, figures
from server.hall import take_words as say
from server.hall.address import seen_from_outside
from server.hall.answers import HEADERS, Refused, guarded, page, told, words_of
from server.hall.assets import assets_path
from server.hall.readable import readable
from server.hall.stories import results_of
from server.kept import Kept
from server.leaving import unless_left
from words import Words

_LONGEST = 2000  # characters of a view: more than any screen puts into its address
_KEPT_BYTES = 8_000_000  # a hundred presentations of one slide
_WAITING = 30  # of them that are made or wait for it
_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_FONTS = (
    ("plus-jakarta-sans-latin-wght-normal.woff2", ""),
    ("plus-jakarta-sans-tabular-figures-wght-normal.woff2", "U+30-39"),
)


@dataclass(frozen=True)
class _Taken:
    """A slide, what is told of where it comes from, and what its files are called."""

    slide: Slide
    receipt: Receipt
    name: str


class TakeRoutes:
    """The routes. `base` is the path before `/hall`."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._decks = Kept(_KEPT_BYTES, threads=1, most_waiting=_WAITING)

    def routes(self) -> list[BaseRoute]:
        """All of them."""
        at = f"{self._base}/hall/take"
        return [
            Route(at, readable(self.page, self._base)),
            Route(f"{at}/slide", guarded(self.slide)),
            Route(f"{at}/figures.csv", guarded(self.csv)),
            Route(f"{at}/slide.pptx", guarded(self.pptx)),
        ]

    async def page(self, request: Request) -> Response:
        """The page, which draws the slide and makes pictures of it."""
        words = words_of(request)
        view, taken = await self._taken(request)
        at, static = f"{self._base}/hall/take", assets_path(self._base)
        query = urlencode({"view": view, "lang": words.language})
        full = taken.receipt.link
        told = {
            "slide": f"{at}/slide?{query}",
            "name": taken.name,
            "fonts": [{"address": f"{static}/fonts/{file}", "range": limits} for file, limits in _FONTS],
            "words": say.scripts(words),
        }
        return page(
            "take.html",
            words,
            said=say.page(words),
            title=taken.slide.headline,
            page=told,
            static=static,
            view=full,
            csv=f"{at}/figures.csv?{query}" if taken.slide.chart else "",
            pptx=f"{at}/slide.pptx?{query}",
            embed=_frame(f"{full}&embed=true", taken.slide.headline),
            receipt=taken.receipt.lines(words),
        )

    async def slide(self, request: Request) -> Response:
        """The slide as JSON, as the hall gets it, with the lines of its receipt."""
        words, query = words_of(request), request.query_params
        _, taken = await self._taken(request)
        theme: Theme = "dark" if query.get("theme") == "dark" else "light"
        drawn = await to_thread.run_sync(lambda: shown(taken.slide, words, theme, narrow=False))
        return told({**drawn, "receipt": taken.receipt.lines(words)})

    async def csv(self, request: Request) -> Response:
        """The figures of the chart."""
        _, taken = await self._taken(request)
        if taken.slide.chart is None:
            raise Refused(404, words_of(request).say("There are no figures in this view."))
        return _file(slide_csv(taken.slide, taken.receipt), f"{taken.name}.csv", "text/csv")

    async def pptx(self, request: Request) -> Response:
        """The slide to edit, with a second one that says where its figures come from."""
        words, now = words_of(request), figures()
        view, taken = await self._taken(request)
        site = seen_from_outside(request, self._base) + "/"
        key = (now.version, view, words.language, site)
        made = self._decks.get(key, lambda: slide_presentation(view, results_of(now), words, site))
        return _file(await unless_left(request, made), f"{taken.name}.pptx", _PPTX)

    async def _taken(self, request: Request) -> tuple[str, _Taken]:
        """The view that an address asks for, and what is made of it. Raises Refused and InputProblems."""
        words, view = words_of(request), request.query_params.get("view", "")
        if len(view) > _LONGEST:
            raise Refused(422, words.say("This address is too long."))
        at = seen_from_outside(request, self._base)
        return view, await to_thread.run_sync(_take, figures(), view, words, at)


def _file(content: bytes, name: str, kind: str) -> Response:
    named = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-cache"}
    return Response(content, headers={**HEADERS, **named}, media_type=kind)


def _frame(address: str, title: str) -> str:
    """What another site puts into its page, to be copied."""
    return f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" height="780"></iframe>'


def _take(figures: Figures, view: str, words: Words, at: str) -> _Taken:
    found = views.read(results_of(figures), view, words)
    asked = found.asked
    address, given = views.read_view(view)
    chosen = {"lang": words.language, "framework": asked.results.framework.id, "year": str(asked.year)}
    link = f"{at}/{address}?{urlencode(chosen | {name: value for name, value in given.items() if name != 'lang'})}"
    name = "-".join(["teladan", address, str(asked.year), *([asked.region] if asked.region else [])])
    return _Taken(views.made(found), receipt(asked.results, words, asked.year, link), name)
