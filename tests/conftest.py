"""What every test shares."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples in every run, and no deadline: a slow machine is not a wrong program.
settings.register_profile("teladan", deadline=None, derandomize=True)
settings.load_profile("teladan")


@pytest.fixture(scope="session")
def acceptance() -> Path:
    """The folder of reference datasets that are not part of the project (TELADAN_ACCEPTANCE names it)."""
    folder = os.environ.get("TELADAN_ACCEPTANCE")
    if not folder:
        pytest.skip("TELADAN_ACCEPTANCE names no folder of reference datasets")
    return Path(folder)
