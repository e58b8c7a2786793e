"""The report of a region: material for the strategic analysis (Buku 1) of a masterplan, as HTML and as DOCX.

Both are written from one description (`content.Report`), so that they say the same.
"""
