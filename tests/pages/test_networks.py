"""The screens of networks: what the address says is what is drawn."""

import re

import pandas as pd
import pytest

from charts.member_map import member_map
from charts.palette import palette
from charts.strips import Measure, Strip, strips
from tests.pages.test_screens import draw, text
from words import speak


@pytest.mark.parametrize(
    ("address", "about"),
    [
        ({"group": "gerakan-menuju-smart-city@2017"}, "24 of 25 members can be assessed"),
        ({"group": "province:Bali"}, "9 of 9 members can be assessed"),
        ({"members": "53.71,13.71,nowhere"}, "2 of 2 members can be assessed"),
        ({"group": "nobody"}, "8 of 8 members can be assessed"),
        ({"group": "own"}, "needs at least two regions"),
    ],
)
def test_network_is_the_one_of_the_address(address, about):
    app = draw("network.py", lang="en", **address)
    assert not app.exception
    assert about in text(app)


def test_members_that_the_reader_composes_go_into_the_address():
    app = draw("network.py", lang="en", group="own")
    app.multiselect(key="network:list").set_value(["53.71", "33.74"]).run()
    assert app.query_params["members"] == "53.71,33.74"
    assert "2 of 2 members can be assessed" in text(app)


def test_pair_is_the_one_of_the_address_with_both_ways_and_its_questions():
    told = text(draw("pair.py", lang="en", a="53.71", b="33.74"))
    assert "Kota Kupang could learn from Kota Semarang in" in told
    assert "Kota Semarang could ask Kota Kupang" in told
    assert "practice=semarang-financing" in told


@pytest.mark.parametrize(("address", "said"), [({"a": "53.71", "b": "53.71"}, "with itself")])
def test_pair_that_is_none_says_what_to_do(address, said):
    assert said in text(draw("pair.py", lang="en", **address))


def test_strip_has_a_dot_a_region_a_tick_for_the_median_and_only_text():
    dots = [(20.0, "<b>Kota A</b>: 20"), (40.0, "Kota B: 40")]
    strip = Strip("members", "members", "median 30", 30.0, dots, mine=40.0)
    drawn = strips([Measure("Score", "", (0.0, 100.0), ("0", "100"), [strip], "said")], palette("light"))
    assert re.findall(r'<[ib] style="left:([0-9.]+)%"', drawn) == ["20.0", "40.0", "30.0"]
    assert '<i class="mine" style="left:40.0%">' in drawn
    assert "<b>Kota" not in drawn


def test_names_on_the_map_do_not_cover_one_another():
    rows = [("1", 106.8, -6.2, 9e6), ("2", 107.6, -6.9, 2e6), ("3", 123.6, -10.2, 4e5), ("4", 107.2, -6.5, 1e5)]
    regions = pd.DataFrame(rows, columns=["region", "lon", "lat", "population"]).assign(score=50.0, maturity="3")
    regions["name"] = "Kota " + regions["region"]
    told = dict.fromkeys("1234", "told")
    circles = member_map(regions, told, "2", speak("id"), palette("light")).data[-1]
    named = {
        code: place.split()[0]
        for code, place, text in zip(circles.customdata, circles.textposition, circles.text, strict=True)
        if text
    }
    assert named == {"2": "top", "4": "bottom", "3": "top"}  # the reader's own first; for the largest no room is left


def test_pair_leads_back_to_the_network_it_was_reached_from():
    told = text(draw("pair.py", lang="en", a="53.71", b="33.74", group="province:Bali"))
    assert 'href="learning-agenda?lang=en&amp;group=province%3ABali"' in told
    assert 'href="network?lang=en&amp;group=province%3ABali"' in told
    assert "Back to the network" not in text(draw("pair.py", lang="en", a="53.71", b="33.74", group="nobody"))


def test_year_of_a_network_is_said_once():
    told = text(draw("network.py", lang="en", group="gerakan-menuju-smart-city@2019", region="53.71"))
    assert re.search(r"Kota Kupang is listed in [^:.]+: 2019, [^:.]+\.", told)
