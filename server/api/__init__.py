"""The read-only interface for programs, under /api/v1: what the screens show, as JSON and CSV."""
