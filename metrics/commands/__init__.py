"""The commands of `teladan`, one a file. `metrics/cli.py` puts them together."""
