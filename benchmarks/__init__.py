"""Claims about speed, measured: ratios of two things timed side by side in one run."""
