"""Words as a search compares them."""

from __future__ import annotations

import pytest

from metrics.practices.spelling import ALMOST, SAME, alike, stem, words


def test_words_are_small_and_without_accents() -> None:
    assert words("Kampoeng Café, QRIS: 3.000 m² (HP-112)") == [
        "kampoeng",
        "cafe",
        "qris",
        "3",
        "000",
        "m2"[0],
        "2",
        "hp",
        "112",
        "hp112",
    ]
    assert words("Wi-Fi") == ["wi", "fi", "wifi"]
    assert words("  …  ") == []


def test_common_spellings_are_those_of_the_dictionary() -> None:
    assert words("Praktek ijin bis") == words("praktik izin bus")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("perizinan", "izin"),
        ("pelayanan", "layanan"),
        ("pengaduan", "aduan"),
        ("penerangan", "terang"),
        ("pembiayaan", "biayanya"),
        ("menyelesaikan", "selesai"),
        ("pemakaian", "pakai"),
        ("berjalan", "jalan"),
    ],
)
def test_indonesian_words_of_one_root_share_a_stem(one: str, other: str) -> None:
    assert stem(one, "id") == stem(other, "id")


@pytest.mark.parametrize(
    ("one", "other"), [("lights", "lighting"), ("services", "service"), ("cities", "city"), ("licensed", "licensing")]
)
def test_english_words_of_one_root_share_a_stem(one: str, other: str) -> None:
    assert stem(one, "en") == stem(other, "en")


@pytest.mark.parametrize("word", ["bus", "kali", "mal", "glass", "di", "se"])
def test_short_words_stay_words(word: str) -> None:
    assert {stem(word, "id"), stem(word, "en")} == {word}


def test_longer_words_may_have_more_letters_mistyped() -> None:
    vocabulary = ["bus", "taman", "festival", "pembangunan"]
    assert alike("bus", vocabulary) == {"bus": SAME}
    assert set(alike("tamn", vocabulary)) == {"taman"}
    assert set(alike("festifal", vocabulary)) == {"festival"}
    assert set(alike("pembangnan", vocabulary)) == {"pembangunan"}
    assert alike("fastifol", vocabulary) == {}
    assert alike("daring", ["jaring"]) == {}
    assert all(fit < ALMOST for word in ("tamn", "festifal") for fit in alike(word, vocabulary).values())


def test_what_is_not_typed_to_its_end_is_found_the_better_the_more_of_it_is_there() -> None:
    found = alike("air", ["airport", "air", "airman", "pair"])
    assert found["air"] > found["airman"] > found["airport"] > 0
    assert "pair" not in found


def test_a_number_stands_for_itself() -> None:
    assert alike("112", ["112", "113", "1120"]) == {"112": SAME}
    assert alike("119", ["112"]) == {}
