"""What the native charts of a presentation have in common: place, text, scales, colours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import cast

from pptx.chart.axis import ValueAxis
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.point import Point
from pptx.chart.series import XySeries
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide as DeckSlide
from pptx.util import Length, Pt

from charts.palette import palette
from charts.slides.kinds import Axis
from exports.ranking_csv import inert_cell

COLOURS = palette("light")  # a deck is printed and sent on: it is made for paper
TEXT, SMALL = 15.0, 12.5  # points in charts: 20 and 17 pixels on a slide of 1280 by 720
MARK = 13  # points: the diameter of a mark
_POINTS = 12_700  # of which a length counts so many units a point
# Of its size: how wide a letter of our type is.
_LETTER, _CAPITAL = 0.59, 0.67
_WIDTHS = dict.fromkeys("ijlI.,:;'|()[]! ", 0.27) | dict.fromkeys("tfr-–/", 0.42) | dict.fromkeys("mwMW@%→", 0.92)
_INSTEAD = 1.12  # of these widths: what a program takes where our type is not installed, so that lines do not overprint


@dataclass(frozen=True)
class Box:
    """Where something stands on a slide, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def lengths(self) -> tuple[Length, Length, Length, Length]:
        """The same as the presentation counts it."""
        left, top, width, height = (Length(round(size * _POINTS)) for size in self._sizes)
        return left, top, width, height

    @property
    def _sizes(self) -> tuple[float, float, float, float]:
        return self.left, self.top, self.width, self.height


def width_of(text: str, size: float, bold: bool = False) -> float:
    """About how wide a text is in a size, in points; rather more than less."""
    letters = sum(_WIDTHS.get(sign, _CAPITAL if sign.isupper() or sign.isdigit() else _LETTER) for sign in text)
    return letters * size * (1.04 if bold else 1.0)


def lines_of(text: str, size: float, width: float, bold: bool = False) -> list[str]:
    """About the lines that a text takes, in our type or in what stands in for it."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if lines[-1] and width_of(longer, size, bold) * _INSTEAD > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def colour(written: str) -> RGBColor:
    """A colour as the presentation takes it, from #RRGGBB."""
    return RGBColor(*bytes.fromhex(written.lstrip("#")))


def thinned(written: str, share: float) -> str:
    """A colour mixed with the paper, for the mark of an estimate."""
    parts = (int(written[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 + (part - 255) * share):02X}" for part in parts)


def add_chart(slide: DeckSlide, kind: XL_CHART_TYPE, data: CategoryChartData | XyChartData, box: Box) -> Chart:
    """A chart without title and legend, in the presentation's type."""
    # its types name the data of one kind of chart alone; it takes each
    frame = cast(GraphicFrame, slide.shapes.add_chart(kind, *box.lengths, data))  # type: ignore[arg-type]
    chart = frame.chart
    chart.has_title = False
    chart.has_legend = False
    chart.font.size = Pt(TEXT)
    chart.font.color.rgb = colour(COLOURS.ink)
    bare = f"<c:spPr {nsdecls('c', 'a')}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    chart._chartSpace.chart.addnext(parse_xml(bare))
    chart._chartSpace.chart.plotArea.append(parse_xml(bare))
    return chart


@dataclass(frozen=True)
class Points:
    """A series of an XY chart: its name in the sheet, its points, and how it is dressed once it is drawn."""

    name: str
    points: Sequence[tuple[float, float]]
    dress: Callable[[XySeries], None]


def add_points(slide: DeckSlide, series: Sequence[Points], box: Box) -> Chart:
    """An XY chart; what comes later is drawn on top.

    The first series has to be a longest one: of an XY chart whose series grow, LibreOffice draws only the longest.
    """
    data = XyChartData()
    for one in series:
        held = data.add_series(inert_cell(one.name))
        for x, y in one.points:
            held.add_data_point(x, y)
    chart = add_chart(slide, XL_CHART_TYPE.XY_SCATTER, data, box)
    for one, drawn in zip(series, chart.plots[0].series, strict=True):
        one.dress(drawn)
    return chart


def place_plot(chart: Chart, box: Box, left: float, top: float, right: float, bottom: float) -> None:
    """Give the plot its place within the chart: margins in points, without the writing on its axes."""
    shares = {
        "x": left / box.width,
        "y": top / box.height,
        "w": (box.width - left - right) / box.width,
        "h": (box.height - top - bottom) / box.height,
    }
    placed = "".join(f'<c:{name} val="{max(share, 0.01):.5f}"/>' for name, share in shares.items())
    layout = parse_xml(
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/>'
        f'<c:xMode val="edge"/><c:yMode val="edge"/>{placed}</c:manualLayout></c:layout>'
    )
    plot = chart._chartSpace.chart.plotArea
    for old in plot.findall(qn("c:layout")):
        plot.remove(old)
    plot.insert(0, layout)


@dataclass(frozen=True)
class Scale:
    """The ends of an axis and the step between its numbers, all round."""

    low: float
    high: float
    step: float


def scale_of(axis: Axis, most: int) -> Scale:
    """Round ends around those of the axis, with at most about so many steps."""
    span = (axis.high - axis.low) or 1.0
    power = floor(log10(span / most))
    steps = (factor * 10.0**exponent for exponent in (power, power + 1) for factor in (1, 2, 5))
    step = next(step for step in steps if span / step <= most)
    low = floor(round(axis.low / step, 9)) * step
    return Scale(round(low, 9), round(ceil(round(axis.high / step, 9)) * step, 9), step)


def set_scale(drawn: ValueAxis, axis: Axis, scale: Scale, *, grid: bool = True) -> None:
    """Faint lines, quiet numbers; an axis of ranks does not write the 0 that no rank is."""
    drawn.minimum_scale, drawn.maximum_scale, drawn.major_unit = scale.low, scale.high, scale.step
    drawn.reverse_order = axis.reversed
    drawn.has_major_gridlines = grid
    if grid:
        drawn.major_gridlines.format.line.color.rgb = colour(COLOURS.hairline)
        drawn.major_gridlines.format.line.width = Pt(0.75)
    drawn.major_tick_mark = drawn.minor_tick_mark = XL_TICK_MARK.NONE
    drawn.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    drawn.tick_labels.font.size = Pt(SMALL)
    drawn.tick_labels.font.color.rgb = colour(COLOURS.muted)
    drawn.tick_labels.number_format = number_format(axis, scale)
    drawn.tick_labels.number_format_is_linked = False
    drawn.format.line.fill.background()


def number_format(axis: Axis, scale: Scale | None = None) -> str:
    """How a spreadsheet writes its numbers, with the marks of the reader's own language."""
    whole = scale is not None and all(float(value).is_integer() for value in (scale.low, scale.step))
    plain = "#,##0" + ("." + "0" * axis.decimals if axis.decimals and not whole else "")
    ranks = axis.decimals == 0 and axis.low >= 1 and scale is not None and scale.low == 0
    return f'[=0]"";{plain}' if ranks else plain


def name_axis(drawn: ValueAxis, axis: Axis) -> None:
    """What it measures, and in which unit."""
    drawn.has_title = True
    frame = drawn.axis_title.text_frame
    frame.text = f"{axis.title} ({axis.unit})" if axis.unit else axis.title
    font = frame.paragraphs[0].runs[0].font
    font.size, font.bold = Pt(SMALL), False
    font.color.rgb = colour(COLOURS.muted)


@dataclass(frozen=True)
class Label:
    """What is written at a point, in its lines, and on which side of it."""

    text: str
    where: XL_LABEL_POSITION
    size: float = TEXT
    fill: str = COLOURS.ink
    bold: bool = False


def write_label(point: Point, label: Label) -> None:
    """Write it; its lines are never broken anew."""
    frame = point.data_label.text_frame
    frame.word_wrap = False
    for number, line in enumerate(label.text.splitlines() or [""]):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = line
        run.font.size, run.font.bold = Pt(label.size), label.bold
        run.font.color.rgb = colour(label.fill)
    point.data_label.position = label.where


def marked(
    fill: str, edge: str, size: float = MARK, style: XL_MARKER_STYLE = XL_MARKER_STYLE.CIRCLE, width: float = 1.0
) -> Callable[[XySeries], None]:
    """A series of marks, without a line between them."""

    def dress(series: XySeries) -> None:
        series.format.line.fill.background()
        series.marker.style, series.marker.size = style, round(size)
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = colour(fill)
        series.marker.format.line.color.rgb = colour(edge)
        series.marker.format.line.width = Pt(width)

    return dress


def banded(fill: str, share: float, width: float) -> Callable[[XySeries], None]:
    """A series of one thick line without marks, seen through: programs do not agree on what is drawn on top."""

    def dress(series: XySeries) -> None:
        series.marker.style = XL_MARKER_STYLE.NONE
        series.format.line.width = Pt(width)
        series.format.line.color.rgb = colour(fill)
        tone = series.format.line._ln.find(f"{qn('a:solidFill')}/{qn('a:srgbClr')}")
        tone.append(parse_xml(f'<a:alpha {nsdecls("a")} val="{round(share * 100_000)}"/>'))

    return dress


def dotted(fill: str, width: float) -> Callable[[XySeries], None]:
    """A series of one dotted line without marks."""

    def dress(series: XySeries) -> None:
        series.marker.style = XL_MARKER_STYLE.NONE
        series.format.line.width, series.format.line.dash_style = Pt(width), MSO_LINE.ROUND_DOT
        series.format.line.color.rgb = colour(fill)

    return dress


def ticked(fill: str, width: float, half: float) -> Callable[[XySeries], None]:
    """A series of upright ticks, each `half` of the upward axis to both sides of its point."""

    def dress(series: XySeries) -> None:
        series.format.line.fill.background()
        series.marker.style = XL_MARKER_STYLE.NONE
        bars = parse_xml(
            f'<c:errBars {nsdecls("c", "a")}><c:errDir val="y"/><c:errBarType val="both"/>'
            f'<c:errValType val="fixedVal"/><c:noEndCap val="1"/><c:val val="{half}"/>'
            f'<c:spPr><a:ln w="{round(width * _POINTS)}"><a:solidFill><a:srgbClr val="{colour(fill)}"/></a:solidFill>'
            "</a:ln></c:spPr></c:errBars>"
        )
        series._element.find(qn("c:xVal")).addprevious(bars)

    return dress


def labelled(labels: Sequence[Label]) -> Callable[[XySeries], None]:
    """A series that only carries what is written at its points."""

    def dress(series: XySeries) -> None:
        series.format.line.fill.background()
        series.marker.style = XL_MARKER_STYLE.NONE
        for at, label in enumerate(labels):
            if label.text:
                write_label(series.points[at], label)

    return dress
