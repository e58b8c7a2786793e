"""Broken input, kind by kind: one clear error each, in both languages, and nothing written."""
