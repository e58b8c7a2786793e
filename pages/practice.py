"""What was done, what came of it, and by whose account?"""

from pages import prose
from pages.selection import chosen

here = chosen()

prose.answer(here.words.say("A practice"), here.words.say("No practice is chosen yet."))
