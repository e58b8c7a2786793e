"""Slides: what a view says in one message, for the hall, for presentations and for who takes a chart away."""
