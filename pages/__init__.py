"""The screens: `frame.py` around them, and one file for each question. No arithmetic, no SQL."""
