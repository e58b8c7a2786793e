"""What would lift my region, and how far is it?"""

from metrics.peer_choices import chosen_peers
from pages import prose
from pages.next_controls import choose_goal
from pages.next_details import draw_details
from pages.next_top import draw_gaps
from pages.next_view import View
from pages.profile_foot import draw_unchosen
from pages.selection import chosen

here = chosen()

if here.region is None:
    draw_unchosen(here)
else:
    view = View(here, chosen_peers(here.results, here.year, here.region), choose_goal(here))
    draw_gaps(view)
    draw_details(view)
    prose.source(here.words, here.results, here.year)
