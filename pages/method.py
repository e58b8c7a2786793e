"""What is measured and how, whose figures are they, and how far can they be trusted?"""

from pages.method_controls import choose_node
from pages.method_parts import draw_foundations, draw_head, draw_tree
from pages.selection import chosen

here = chosen()

draw_head(here)
draw_tree(here, choose_node(here))
draw_foundations(here)
