"""Storylines on the screens: those of the data and one's own, and the way from any screen into it."""
