"""Storylines on the screen, and the way from any screen into one's own."""

from __future__ import annotations

import json

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from metrics.storylines.storylines import storylines, write_storyline
from pages.shared.results import results
from tests.pages.test_screens import draw, text
from words import LANGUAGES, speak

SCREEN = "presentation.py"


def press(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def held(app):
    return app.session_state["my-storyline"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_storyline_is_listed_as_it_will_be_told(language):
    words = speak(language)
    app = draw(SCREEN, lang=language, storyline="region-and-peers")
    assert not app.exception
    assert words.say("This storyline is told of one region. Choose it above.") in text(app)
    assert "teladan-slides" not in text(app)
    app = draw(SCREEN, lang=language, storyline="region-and-peers", region="53.71")
    told = text(app)
    story = next(one for one in storylines(results("masterplan")) if one.id == "region-and-peers")
    assert told.count("<li") == len(story.slides)
    assert "<b>Kota Kupang" in told and 'class="wrong"' not in told
    assert words.title(story.slides[-1].headline) in told
    present = next(link for link in app.get("link_button") if link.proto.label == words.say("Present"))
    assert present.proto.url == f"hall/present?storyline=region-and-peers&region=53.71&lang={language}"
    assert f"files/presentation.pptx?{present.proto.url.partition('?')[2]}" in [
        link.proto.url for link in app.get("link_button")
    ]


def test_views_are_added_from_any_screen_by_their_codes():
    app = press(draw("rankings.py", lang="en", region="53.71", kind="Kota"), "Add to my storyline")
    assert "Added: slide 1 of my storyline." in text(app)
    (slide,) = held(app).slides
    screen, _, query = slide.view.partition("?")
    assert screen == "rankings"
    # What the screen opens with is left out: the slide moves on when newer figures are published.
    assert query == "region=53.71"
    press(app, "Add to my storyline")
    assert "Added: slide 1 and 2 of my storyline." in text(app) or "Added: slide 1, 2" in text(app)


@pytest.mark.parametrize("screen", ["own_figures.py", "add_practice.py", SCREEN])
def test_what_a_visitor_types_is_not_offered_for_a_storyline(screen):
    app = draw(screen, lang="en", region="53.71")
    assert "Add to my storyline" not in [button.label for button in app.button]


@pytest.mark.parametrize("language", LANGUAGES)
def test_my_storyline_is_put_in_order_written_on_and_taken_away(language):
    words = speak(language)
    app = press(draw(SCREEN, lang=language, storyline="seminar-2019"), words.say("Copy into my storyline"))
    app.selectbox(key="storyline").set_value("mine").run()
    assert not app.exception
    before = held(app).slides
    choice = next(box for box in app.selectbox if box.label == words.say("Change slide"))
    choice.set_value(2).run()
    press(app, words.say("Up"))
    assert held(app).slides[:2] == before[1::-1]
    assert held(app).chosen == 1
    fields = {field.key: field for field in app.text_input}
    begin = f"story:text:{held(app).edition}:1"
    fields[f"{begin}:headline:en"].set_value("What {regoin} means")
    press(app, words.say("Put these texts on the slide"))
    assert "{regoin}" in text(app) and held(app).slides[0].headline is None
    next(field for field in app.text_input if field.key == f"{begin}:headline:en").set_value(
        "Why {year} <b>matters</b>"
    )
    press(app, words.say("Put these texts on the slide"))
    assert "Why 2023 &lt;b&gt;matters&lt;/b&gt;" in text(app)
    assert held(app).slides[0].headline.id == held(app).slides[0].headline.en
    press(app, words.say("Remove"))
    assert held(app).slides == (before[0], *before[2:])
    present = next(link for link in app.get("link_button") if link.proto.label == words.say("Present"))
    assert present.proto.url.startswith(f"hall/present?lang={language}#")
    press(app, words.say("Yes, forget it"))
    assert held(app).slides == ()
    assert words.say("My storyline has no slide yet.") in text(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_slides_that_a_file_takes_the_place_of_can_be_put_back(language):
    words = speak(language)
    app = press(draw(SCREEN, lang=language, storyline="seminar-2019"), words.say("Copy into my storyline"))
    app.selectbox(key="storyline").set_value("mine").run()
    mine = held(app).slides
    other = write_storyline(next(one for one in storylines(results("masterplan")) if one.id == "national-picture"))
    for name, content in (("other.yaml", other), ("broken.yaml", "slides:")):
        app.file_uploader[0].set_value((name, content.encode(), "application/yaml")).run()
        assert not app.exception and held(app).slides != mine
        put_back = words.say("Put them back")
        assert put_back in [button.label for button in app.button]
    press(app, put_back)
    assert held(app).slides == mine and not held(app).problems
    assert put_back not in [button.label for button in app.button]


def handed_over(app):
    """What the browser is given to keep."""
    return next(json.loads(one.proto.json) for one in app.get("bidi_component") if "text" in one.proto.json)


def told_by_the_browser():
    import streamlit as st

    from pages.parts.storyline.keeper import bring

    bring(st.session_state["kept"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_browser_keeps_my_storyline_for_the_next_session(language):
    words = speak(language)
    app = press(draw("rankings.py", lang=language, province="Bali"), words.say("Add to my storyline"))
    given = handed_over(app)
    assert given["word"]
    app = AppTest.from_function(told_by_the_browser)
    app.session_state["kept"] = given["text"]
    app.run()
    assert [slide.view for slide in held(app).slides] == ["rankings?province=Bali"]
    next_session = draw(SCREEN, lang=language)
    next_session.session_state["my-storyline"] = held(app)
    next_session.session_state["storyline"] = "mine"
    told = text(next_session.run())
    assert words.say("Save it as a file to take it elsewhere.") in told
    assert told.count("<li") == 1 and "_blank" not in told


def test_a_session_does_not_answer_the_browser_with_what_the_browser_brought():
    app = AppTest.from_function(told_by_the_browser)
    app.session_state["kept"] = "not a storyline"
    app.run()
    assert [problem.code for problem in held(app).problems] == ["storyline-not-whole"] and not held(app).slides
    assert "my-storyline-word" not in app.session_state
    app.session_state["kept"] = ""  # forgotten in another window
    assert not app.run().exception and held(app).problems == ()


def test_the_names_of_the_choice_do_not_change_with_what_a_storyline_holds():
    """A browser hands back the name that it shows: one that is no longer offered would be no storyline."""
    empty = draw(SCREEN, lang="en")
    filled = press(draw(SCREEN, lang="en", storyline="seminar-2019"), "Copy into my storyline")
    assert empty.selectbox(key="storyline").options == filled.selectbox(key="storyline").options


def test_a_room_that_is_followed_has_a_way_back_on_every_screen():
    app = draw("rankings.py", lang="en", room="cdfgh")
    assert "You are following CDFGH.</b>" in text(app) and '<form class="teladan-note" action="hall/CDFGH"' in text(app)
    assert "You are following" not in text(draw("rankings.py", lang="en", room="<b>x</b>"))


def test_another_site_shows_a_screen_by_itself(monkeypatch):
    monkeypatch.setattr(ContextProxy, "is_embedded", True)
    app = draw("rankings.py", lang="en", region="53.71")
    assert not app.exception
    told = text(app)
    assert "teladan-embedded" in told and "Teladan: open the full view" in told
    assert 'href="rankings?region=53.71' in told
    assert "Add to my storyline" not in [button.label for button in app.button]
