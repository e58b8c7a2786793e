"""One year as a workbook in which every score is computed by formulas from the figures, for whoever audits it."""
