"""What was done, what came of it, and by whose account?"""

from pages.parts.evidence.view import draw_evidence
from pages.parts.gainers.view import draw_gainers
from pages.parts.practice.facts import draw_facts
from pages.parts.practice.foot import draw_beside, draw_sources
from pages.parts.practice.results import draw_results
from pages.parts.practice.top import draw_account, draw_head, draw_unchosen
from pages.parts.practice.view import choose_practice
from pages.parts.practices.foot import draw_foot
from pages.shared.selection import chosen

here = chosen()

practice = choose_practice(here)
if practice is None:
    draw_unchosen(here)
else:
    draw_head(here, practice.id)
    draw_account(here, practice.id)
    draw_results(here, practice.id)
    draw_evidence(here, practice)
    draw_facts(here, practice.id)
    draw_gainers(here, practice)
    draw_sources(here, practice.id)
    draw_beside(here, practice.id)
draw_foot(here)
