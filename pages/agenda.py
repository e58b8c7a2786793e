"""Which sessions should a network hold, who could present, and who would learn?"""

from pages.parts.agenda.sessions import draw_sessions
from pages.parts.agenda.top import draw_top
from pages.parts.agenda.view import offer_agenda
from pages.parts.network.controls import choose_network, draw_too_few
from pages.parts.network.groups import FEWEST
from pages.shared import prose
from pages.shared.selection import chosen

here = chosen()

network = choose_network(here)
if len(network.members) < FEWEST:
    draw_too_few(here)
else:
    draw_top(here, network)
    offer_agenda(here, network)
    draw_sessions(here, network)
prose.source(here.words, here.results, here.year)
