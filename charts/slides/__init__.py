"""Charts of one message, for a slide: a few kinds, each drawn by Plotly on screens and natively in a presentation."""
