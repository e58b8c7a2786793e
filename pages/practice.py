"""What was done, what came of it, and by whose account?"""

from pages.evidence_view import draw_evidence
from pages.gainers_view import draw_gainers
from pages.practice_facts import draw_facts
from pages.practice_foot import draw_beside, draw_sources
from pages.practice_results import draw_results
from pages.practice_top import draw_account, draw_head, draw_unchosen
from pages.practice_view import choose_practice
from pages.practices_foot import draw_foot
from pages.selection import chosen

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
