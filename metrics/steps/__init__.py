"""The steps of the scoring chain, one file and one table a step, each computed from the one before.

SQL keeps to what DuckDB, Spark and PostgreSQL share: `row_number()`, moments from sums, every output
column named, no text that depends on the indicators.
"""
