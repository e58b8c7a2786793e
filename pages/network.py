"""Where do the members of a network stand, and who could teach whom?"""

from pages import prose
from pages.network_controls import FEWEST, choose_network, draw_too_few
from pages.network_top import draw_top
from pages.selection import chosen

here = chosen()

found = choose_network(here)
if len(found.members) < FEWEST:
    draw_too_few(here)
else:
    draw_top(here, found)
prose.source(here.words, here.results, here.year)
