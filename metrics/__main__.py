"""`python -m metrics` is the command line `teladan`."""

from metrics.cli import main

main(prog_name="teladan")
