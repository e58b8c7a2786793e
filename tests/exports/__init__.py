"""The files and texts that people take away."""
