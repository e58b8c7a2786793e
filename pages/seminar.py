"""What was shown at a seminar, and what do the figures say since?"""

from pages import prose
from pages.selection import chosen
from pages.seminar_controls import choose_seminar
from pages.seminar_programme import draw_programme
from pages.seminar_reports import draw_reports, draw_took_part
from pages.seminar_top import draw_none, draw_top

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
