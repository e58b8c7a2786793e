"""A small country and a form of one of its regions."""

import pytest

from metrics.results import open_results
from tests.bad_input.small import write_small


@pytest.fixture(scope="package")
def small(tmp_path_factory):
    """Four regions, three indicators (schooling within 0 to 30, poverty, water), two targets in the dataset."""
    folder = tmp_path_factory.mktemp("own")
    write_small(folder)
    rows = "01.10,water,2030,90,Plan\n01.10,schooling,2026,9.5,\n01.20,sky,2026,1,\n"
    (folder / "data" / "targets.csv").write_text("region,indicator,year,target,source\n" + rows, "utf-8")
    return open_results(folder / "data", folder / "framework.yaml")
