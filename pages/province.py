"""Where do the regions of my province stand, side by side?"""

from pages.province_controls import choose_measure
from pages.province_picture import draw_picture
from pages.province_start import draw_start
from pages.province_table import draw_foot, draw_not_assessed, draw_table
from pages.province_top import draw_head
from pages.province_years import draw_years
from pages.ranking_controls import choose_province
from pages.results import home_provinces
from pages.selection import chosen

here = chosen()

province = choose_province(here, home_provinces(here.framework, here.year).get(here.region or ""))
if province is None:
    draw_start(here)
else:
    draw_head(here, province)
    if measure := choose_measure(here):
        draw_picture(here, province, measure)
        draw_not_assessed(here, province)
        draw_years(here, province, measure)
    draw_table(here, province)
draw_foot(here)
