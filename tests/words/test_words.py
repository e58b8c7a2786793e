"""What is said and written in either language."""

import math
from types import SimpleNamespace

import pytest

from words import LANGUAGES, speak

INDONESIAN, ENGLISH = speak("id"), speak("en")


@pytest.mark.parametrize(
    ("value", "decimals", "indonesian", "english"),
    [
        (1234567, None, "1.234.567", "1,234,567"),
        (1234.5678, None, "1.235", "1,235"),
        (58.4321, None, "58,4", "58.4"),
        (0.012345, None, "0,0123", "0.0123"),
        (0.99999, None, "1,00", "1.00"),
        (1234.5, 1, "1.234,5", "1,234.5"),
        (5.0, 1, "5,0", "5.0"),
        (-0.04, 1, "0,0", "0.0"),
        (-12.34, 1, "-12,3", "-12.3"),
        (0, None, "0", "0"),
        (None, None, "–", "–"),
        (math.nan, 1, "–", "–"),
        (math.inf, 1, "–", "–"),
    ],
)
def test_number_follows_the_language(value, decimals, indonesian, english):
    assert INDONESIAN.number(value, decimals) == indonesian
    assert ENGLISH.number(value, decimals) == english


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [(6.04, "+6,0", "+6.0"), (-1.25, "-1,2", "-1.2"), (0.04, "0,0", "0.0"), (-0.04, "0,0", "0.0"), (None, "–", "–")],
)
def test_difference_has_its_sign(value, indonesian, english):
    assert INDONESIAN.signed(value, 1) == indonesian
    assert ENGLISH.signed(value, 1) == english


def test_share_is_written_as_per_cent():
    assert INDONESIAN.percent(0.123, 1) == "12,3%"
    assert ENGLISH.percent(0.123) == "12%"
    assert ENGLISH.percent(None) == "–"


def test_year_is_never_grouped():
    assert [speak(language).year(2023) for language in LANGUAGES] == ["2023", "2023"]


def test_list_ends_with_the_word_for_and():
    assert INDONESIAN.listing(["a", "b", "c"]) == "a, b, dan c"
    assert ENGLISH.listing(["a", "b"]) == "a and b"


def test_sentence_is_said_whole_in_each_language():
    holes = {"name": "Kota Kupang", "rank": 101, "ranked": 489, "score": "68,0"}
    sentence = "{name}: rank {rank} of {ranked}, score {score}."
    assert INDONESIAN.say(sentence, **holes) == "Kota Kupang: peringkat 101 dari 489, skor 68,0."
    assert ENGLISH.say(sentence, **holes) == "Kota Kupang: rank 101 of 489, score 68,0."


def test_sentence_that_is_in_no_catalogue_stays_english():
    assert INDONESIAN.say("Never translated {x}", x=1) == "Never translated 1"


def test_hole_left_open_is_an_error():
    with pytest.raises(KeyError):
        ENGLISH.say("Level {number}")


def test_braces_in_what_is_filled_in_are_plain_text():
    assert ENGLISH.say("Level {number}", number="{oops}") == "Level {oops}"


def test_plural_fits_the_count():
    forms = (
        "{count} region cannot be assessed for {year} yet",
        "{count} regions cannot be assessed for {year} yet",
    )
    assert ENGLISH.say_plural(*forms, 1, year="2023") == "1 region cannot be assessed for 2023 yet"
    assert ENGLISH.say_plural(*forms, 2400, year="2023") == "2,400 regions cannot be assessed for 2023 yet"
    assert INDONESIAN.say_plural(*forms, 2400, year="2023") == "2.400 daerah belum dapat dinilai untuk tahun 2023"


@pytest.mark.parametrize(
    "title",
    [{"id": "Kerangka", "en": "Framework"}, SimpleNamespace(id="Kerangka", en="Framework")],
    ids=["mapping", "model"],
)
def test_title_comes_in_the_language(title):
    assert INDONESIAN.title(title) == "Kerangka"
    assert ENGLISH.title(title) == "Framework"


def test_title_in_one_language_stands_for_both():
    assert ENGLISH.title("Indeks") == "Indeks"
    assert ENGLISH.title({"id": "Indeks"}) == "Indeks"
    assert ENGLISH.title(None) == ""


@pytest.mark.parametrize(
    ("written", "indonesian", "english"),
    [
        ("2019", "2019", "2019"),
        ("2019-08", "Agustus 2019", "August 2019"),
        ("2019-10-06", "6 Oktober 2019", "6 October 2019"),
    ],
)
def test_dates_are_written_as_far_as_they_are_known(written, indonesian, english):
    assert [speak(language).date(written) for language in ("id", "en")] == [indonesian, english]
