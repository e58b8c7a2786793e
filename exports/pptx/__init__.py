"""Presentations to edit: each slide with its chart as a native one, whose figures stand in a sheet behind it."""
