"""The rankings as a slide show the regions that the address leaves, and say which these are."""

import pytest

from charts.slides.kinds import Rows
from metrics.groups import groups
from metrics.population import sizes
from metrics.problems import InputProblems
from tests.exports.test_slides import results_of, rows, slide


@pytest.mark.parametrize("further", ["island=Sulawesi", "group=citynet-indonesia", "size=medium", "province=Bali"])
def test_only_regions_that_fit_are_shown(further: str) -> None:
    parameter, value = further.split("=")
    table = results_of("").regions().set_index("name")
    shown = rows(f"rankings?kind=all&{further}")
    assert shown and len(shown) <= 9
    for name in shown:
        if parameter == "group":
            listed = next(group for group in groups(results_of("")) if group.code == value)
            assert table.loc[name, "region"] in listed.regions
        elif parameter == "size":
            assert sizes(results_of(""))[str(table.loc[name, "region"])] == value
        else:
            assert table.loc[name, parameter] == value
    assert slide(f"rankings?kind=all&{further}").caption != slide("rankings?kind=all").caption


def test_filters_come_together_and_may_leave_nothing() -> None:
    found = slide("rankings?kind=kota&island=Sulawesi&size=small", "en")
    assert isinstance(found.chart, Rows) and "Sulawesi and Small" in found.caption
    nothing = slide("rankings?kind=kota&island=Sulawesi&province=Bali", "en")
    assert nothing.chart is None and "Bali and Sulawesi" in nothing.headline


def test_a_group_that_there_is_not_is_said() -> None:
    with pytest.raises(InputProblems) as told:
        slide("rankings?group=none")
    assert told.value.problems[0].code == "group-not-found"
