"""Where do the regions of my province stand, side by side?"""

from pages.parts.province.controls import choose_measure
from pages.parts.province.opening import draw_start
from pages.parts.province.picture import draw_picture
from pages.parts.province.table import draw_foot, draw_not_assessed, draw_table
from pages.parts.province.top import draw_head
from pages.parts.province.years import draw_years
from pages.parts.rankings.controls import choose_province
from pages.shared.results import home_provinces
from pages.shared.selection import chosen

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
