"""What was shown at a seminar, and what do the figures say since?"""

from pages.parts.seminar.controls import choose_seminar
from pages.parts.seminar.programme import draw_programme
from pages.parts.seminar.reports import draw_reports, draw_took_part
from pages.parts.seminar.top import draw_none, draw_top
from pages.shared import prose
from pages.shared.selection import chosen

here = chosen()

seminar = choose_seminar(here)
if seminar is None:
    draw_none(here)
else:
    draw_top(here, seminar)
    draw_programme(here, seminar)
    draw_took_part(here, seminar)
    draw_reports(here, seminar)
prose.source(here.words, here.results, here.year)
