"""Which sessions should a network hold, who could present, and who would learn?"""

from pages import prose
from pages.agenda_sessions import draw_sessions
from pages.agenda_top import draw_top
from pages.agenda_view import offer_agenda
from pages.network_controls import choose_network, draw_too_few
from pages.network_groups import FEWEST
from pages.selection import chosen

here = chosen()

network = choose_network(here)
if len(network.members) < FEWEST:
    draw_too_few(here)
else:
    draw_top(here, network)
    offer_agenda(here, network)
    draw_sessions(here, network)
prose.source(here.words, here.results, here.year)
