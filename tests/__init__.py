"""The tests, one file for what it holds true. `python -m tests` runs every check of the project."""
