"""What could two regions learn from one another?"""

from pages.parts.network.controls import handed_on
from pages.parts.pair.controls import choose_pair
from pages.parts.pair.parts import draw_courses, draw_indicators, draw_pair_top, draw_questions
from pages.parts.pair.sides import draw_practices, draw_structure
from pages.shared import prose
from pages.shared.links import link
from pages.shared.selection import chosen

here = chosen()

one, other = choose_pair(here)
if one is None or other is None:
    prose.answer(here.words.say("Learning pair"), here.words.say("No two regions are chosen yet."))
    prose.note(here.words.say("Choose both above, or your own region first: then a partner is proposed."))
elif one == other:
    prose.answer(here.words.say("Learning pair"), here.words.say("A region makes no pair with itself."))
    prose.note(here.words.say("Choose another second region above."))
else:
    draw_pair_top(here, one, other)
    draw_questions(here, one, other)
    draw_practices(here, one, other)
    draw_indicators(here, one, other)
    draw_courses(here, one, other)
    draw_structure(here, one, other)
if network := handed_on(here):
    prose.onward(here.words.say("To the learning agenda of this network"), link(here, "learning-agenda", **network))
    prose.onward(here.words.say("Back to the network"), link(here, "network", **network))
prose.source(here.words, here.results, here.year)
