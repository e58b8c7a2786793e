"""The chain many times over: what other choices, other weights and other figures would have given.

assumptions  what varies, and over which alternatives
parameters   what each draw has drawn, reproducible from a seed
sampled      the same laid out instead of drawn
cells        the figures as arrays
indicators   imputation, treatment and normalisation of one indicator, for many draws at a time
tree         aggregation, for many draws at a time
places       ranks, for many draws at a time
one_region   the same draws with some figures of one region otherwise
written      a draw as a framework file and a dataset that `score` takes
"""

import numpy  # noqa: F401  (its library of products must be there to be limited)
from threadpoolctl import threadpool_limits

# The last digits of a matrix product depend on how many threads share it, and a seed must draw the same everywhere.
# One is also what suits a server of many readers.
threadpool_limits(limits=1, user_api="blas")
