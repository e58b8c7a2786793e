"""Who has done it already: the catalogue of practices, how to find in it, and what the figures say of it."""
