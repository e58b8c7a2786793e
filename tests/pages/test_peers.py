"""Whom a region is compared with: the selectors that several screens share, and what the address says of them."""

import pytest
from streamlit.testing.v1 import AppTest

from metrics.peer_choices import chosen_peers
from pages.shared.results import results

KUPANG, AMBON, PALU, BELU = "53.71", "81.71", "72.71", "53.04"


def script():
    import streamlit as st

    from pages.parts.peers.controls import choose_peers
    from pages.shared.results import results
    from pages.shared.selection import Selection

    framework = "masterplan"
    scored = results(framework)
    here = Selection(
        st.session_state["language"], framework, 2023, st.session_state["my region"], "light", scored.data_version,
        scored.framework_version,
    )  # fmt: skip
    st.session_state["chosen"] = choose_peers(here)


def draw(region=KUPANG, language="id", **address):
    app = AppTest.from_function(script, default_timeout=60)
    app.session_state["my region"], app.session_state["language"] = region, language
    for key, value in address.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    return app


def usual(region=KUPANG, choice="structure", group=None):
    return chosen_peers(results("masterplan"), 2023, region, choice, group=group)


def test_the_most_alike_are_proposed_and_the_address_stays_empty():
    app = draw()
    assert app.session_state["chosen"] == usual()
    assert not app.query_params
    said = " ".join(element.proto.body for element in app.get("html"))
    assert "Kota Ambon: sama-sama kota, 0,9 kali penduduk Anda, pengeluaran per kapita setara" in said


def test_a_way_of_choosing_is_in_the_address_and_the_address_gives_it_again():
    app = draw()
    app.selectbox[0].set_value("province").run()
    assert app.session_state["chosen"] == usual(choice="province")
    assert app.query_params["peergroup"] == "province"
    assert draw(peergroup="province").session_state["chosen"] == usual(choice="province")
    group = draw(peergroup="group:citynet-indonesia", language="en")
    assert group.session_state["chosen"] == usual(choice="group", group="citynet-indonesia")
    assert any("Citynet" in option for option in group.selectbox[0].options)


def test_an_edited_list_is_in_the_address_by_codes_and_can_be_taken_back():
    app = draw()
    app.multiselect[0].set_value([AMBON, PALU]).run()
    assert app.session_state["chosen"] == (AMBON, PALU)
    assert app.query_params["peers"] == f"{AMBON},{PALU}"
    app.button[0].click().run()
    assert app.session_state["chosen"] == usual()
    assert not app.query_params
    assert draw(peers=f"{AMBON},{PALU}").session_state["chosen"] == (AMBON, PALU)


def test_an_emptied_list_stays_empty():
    app = draw()
    app.multiselect[0].set_value([]).run()
    assert app.session_state["chosen"] == ()
    assert draw(peers=app.query_params["peers"]).session_state["chosen"] == ()


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ({"peers": f"{AMBON},nowhere,{KUPANG},{AMBON}"}, (AMBON,)),
        ({"peergroup": "nonsense"}, usual),
        ({"peergroup": "group:nonsense"}, usual),
    ],
)
def test_what_an_address_says_in_vain_is_left_out(address, found):
    assert draw(**address).session_state["chosen"] == (found() if callable(found) else found)


def test_another_region_has_its_own_list_chosen_in_the_same_way():
    app = draw(peergroup="province", peers=f"{AMBON},{PALU}")
    app.session_state["my region"] = BELU
    app.run()
    assert app.session_state["chosen"] == usual(BELU, "province")
    assert "peers" not in app.query_params


def test_a_choice_is_kept_where_another_screen_has_left_the_address_without_it():
    app = draw(peers=f"{AMBON},{PALU}")
    app.query_params.clear()
    app.run()
    assert app.session_state["chosen"] == (AMBON, PALU)
    assert app.query_params["peers"] == f"{AMBON},{PALU}"


def test_without_a_region_nobody_is_chosen():
    app = draw(region=None)
    assert app.session_state["chosen"] == ()
    assert not app.selectbox
