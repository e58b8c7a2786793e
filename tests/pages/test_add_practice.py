"""The form for a practice: what is wrong stands under its field, and what is right goes through all of it unchanged."""

from exports.practice_entry import entry_yaml
from metrics.practices.catalogue import catalogue
from metrics.practices.draft import fields_of
from metrics.practices.entry import Practice
from pages.parts.add_practice.words import LABELS
from pages.shared import results as shared
from tests.model_keys import keys
from tests.pages.test_screens import draw, text


def check(app):
    """Press the button of the form."""
    next(button for button in app.button if button.label == "Check the entry").click()
    return app.run()


def test_a_form_says_what_is_missing_and_takes_an_entry_of_the_catalogue_as_it_is():
    app = check(draw("add_practice.py", lang="en", region="53.71"))
    assert not app.exception
    told = text(app)
    for field in ("Title", "In one sentence", "Sub-dimension", "Sources", "Grade of the evidence"):
        assert f'<p class="teladan-wrong" role="alert">“{field}” is still empty.</p>' in told
    assert told.count("teladan-wrong") == 5
    assert "Title; In one sentence" in app.error[0].value
    assert not app.code

    # The entry that says most goes through every field that the form has, tables too.
    practices = catalogue(shared.results("masterplan")).practices
    practice = max(practices, key=lambda one: (len(fields_of(one)), len(one.results)))
    assert {"adopters", "cost", "caveats", "results"} <= fields_of(practice).keys()
    app.query_params["practice"] = practice.id
    app = check(app.run())
    assert not app.exception
    assert not app.error
    assert len(app.code) == 2
    for letter in app.code:
        assert letter.value.endswith(entry_yaml(practice).rstrip())


def test_every_field_of_an_entry_has_a_name_in_the_form():
    assert LABELS.keys() == {"", *keys(Practice)}
