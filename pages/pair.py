"""What could two regions learn from one another?"""

from pages import prose
from pages.selection import chosen

here = chosen()

prose.answer(here.words.say("Learning pair"), here.words.say("No two regions are chosen yet."))
prose.source(here.words, here.results, here.year)
