"""What is measured and how, whose figures are they, and how far can they be trusted?"""

from pages.parts.method.controls import choose_node
from pages.parts.method.parts import draw_foundations, draw_head, draw_tree
from pages.shared.downloads import offer_workbook
from pages.shared.selection import chosen

here = chosen()

draw_head(here)
draw_tree(here, choose_node(here))
offer_workbook(here)
draw_foundations(here)
