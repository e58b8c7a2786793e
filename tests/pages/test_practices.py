"""The catalogue on the screen: what is asked stands in the address, and what nothing answers says what to loosen."""

import re

import pytest

from metrics.practices.catalogue import catalogue
from pages.parts.practices.address import OF_FACET
from pages.parts.practices.cards import FIRST
from pages.shared import results as shared
from tests.pages.test_screens import draw, text


def titles(app):
    return re.findall(r"<h3><a [^>]*>([^<]+)</a>", text(app))


def test_words_and_choices_come_from_the_address_and_go_back_into_it():
    app = draw("practices.py", lang="en", q="waste", place="kota", grade="nonsense")
    assert not app.exception
    assert "3 practices for “waste”" in app.subheader[0].value.replace("\\", "")
    assert titles(app)[0].startswith("Benowo")
    assert "Found in: title" in text(app)
    assert app.text_input[0].value == "waste"
    app.text_input[0].set_value("  lihgting ").run()
    assert app.query_params["q"] == "lihgting"
    assert "Street lighting" in titles(app)[0] or "lights" in titles(app)[0]
    app.selectbox(key="practices:kind").set_value(None).run()
    assert OF_FACET["kind"] not in app.query_params
    assert not app.exception


def test_what_nothing_answers_says_what_to_loosen():
    app = draw("practices.py", lang="en", q="waste", grade="D")
    told = text(app)
    assert "Without “Evidence: D, a title only” there would be" in told
    assert "Without the words “waste” there would be 2" in told
    assert app.subheader[0].value == "No practice for “waste”"
    assert not app.get("plotly_chart")  # a map of nothing
    assert titles(app) == []


def test_hostile_words_are_shown_as_they_are():
    app = draw("practices.py", lang="en", q="<b>x</b> :red[y] $z$")
    assert not app.exception
    assert "<b>x</b> :red" not in text(app)
    assert "\\:" in app.subheader[0].value


def test_all_stand_there_when_asked_for_and_the_table_has_every_one():
    practices = catalogue(shared.results("masterplan")).practices
    assert len(titles(draw("practices.py", lang="en"))) == FIRST
    assert len(titles(draw("practices.py", lang="en", all="1"))) == len(practices)
    table = text(draw("practices.py", lang="en", view="table"))
    assert all(practice.title.en.split(":")[0][:12] in table for practice in practices[:3])
    assert table.count('<th scope="row">') == len(practices)


def test_practices_that_fit_my_region_come_with_the_reason_and_its_own_last():
    app = draw("practices.py", lang="en", region="53.71", order="fit", all="1")
    assert app.subheader[0].value.endswith("the ones that fit Kota Kupang first")
    told = titles(app)
    practices = catalogue(shared.results("masterplan"))
    own = [one.title.en for one in practices.of_region("53.71")]
    assert {re.sub("&#x27;", "'", one) for one in told[-len(own) :]} == set(own)
    proposed = [one for one in practices.practices if one.region != "53.71" and one.indicators]
    assert text(app).count('class="fit"') == len(proposed)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_card_is_drawn_and_says_whose_account_it_is(language):
    """One of every grade, with and without results, of a region, a province and abroad."""
    wanted = ("sumedang-simpati", "jakarta-crm", "kupang-spam-kali-dendeng", "seoul-sit-smart-infrastructure")
    for id in wanted:
        app = draw("practice.py", lang=language, practice=id, region="53.71")
        assert not app.exception
        practice = catalogue(shared.results("masterplan")).practice(id)
        told = text(app)
        assert told.count("<tr><th") >= len(practice.results)
        assert told.count('<small class="narrow"') == len(practice.results)
        assert ("◇ " in told) == (any(one.self_reported for one in practice.results) or bool(practice.results))
        assert ("teladan-lesson" in told) == (practice.lesson is not None)
        assert all(str(one.address or "").replace("&", "&amp;") in told for one in practice.sources)
