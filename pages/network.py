"""Where do the members of a network stand, and who could teach whom?"""

from pages.parts.network.beside import draw_beside
from pages.parts.network.controls import choose_network, draw_too_few
from pages.parts.network.groups import FEWEST
from pages.parts.network.leaders import draw_leaders
from pages.parts.network.members import draw_members, offer_members
from pages.parts.network.pairs import draw_pairs
from pages.parts.network.top import draw_map, draw_top
from pages.shared import prose
from pages.shared.links import link
from pages.shared.selection import chosen

here = chosen()

found = choose_network(here)
if len(found.members) < FEWEST:
    draw_too_few(here)
else:
    draw_top(here, found)
    draw_map(here, found)
    draw_beside(here, found)
    draw_leaders(here, found)
    draw_pairs(here, found)
    prose.onward(
        here.words.say("To the learning agenda of this network"),
        link(here, "learning-agenda", **dict(found.parameters)),
    )
    draw_members(here, found)
    offer_members(here, found)
prose.source(here.words, here.results, here.year)
