"""Seminars: who spoke about what, who took part, and what the figures say of it then and now."""
