"""Storylines: views in the order in which they are shown to a hall, with what is said to each."""
