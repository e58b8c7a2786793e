"""The screens of networks: what the address says is what is drawn."""

import pytest

from tests.pages.test_screens import draw, text


@pytest.mark.parametrize(
    ("address", "about"),
    [
        ({"group": "ntt-governments"}, "22 of 22 members can be assessed"),
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


@pytest.mark.parametrize(("address", "said"), [({"a": "53.71", "b": "53.71"}, "with itself"), ({}, "No two regions")])
def test_pair_that_is_none_says_what_to_do(address, said):
    assert said in text(draw("pair.py", lang="en", **address))
