"""Who has done it already?"""

from pages import prose
from pages.selection import chosen

here = chosen()

prose.answer(here.words.say("Practices"), here.words.say("The catalogue of practices is empty."))
