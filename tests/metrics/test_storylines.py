"""A storyline as a file, what must hold of the shipped ones, and what is warned of."""

import base64
import zlib
from pathlib import Path

import pytest

from metrics import shipped
from metrics.framework import Text
from metrics.problems import InputProblems
from metrics.results import open_results
from metrics.storylines.addresses import ADDRESSES, WITHOUT_SLIDE
from metrics.storylines.entry import Storyline, StorySlide
from metrics.storylines.storylines import packed, read_storyline, storylines, unpacked, write_storyline
from metrics.storylines.view import View, view_of
from pages.contents import SCREENS
from tests.bad_input.broken_storylines import STORYLINE, VALID
from tests.bad_input.small import write, write_small

MINE = Storyline(
    id="mine",
    title=Text(id="Punyaku", en="Mine"),
    region=True,
    slides=(
        StorySlide(view="overview"),
        StorySlide(
            view="indicator?variable=stunting&region=Kota+Kupang",
            headline=Text(id="{region}: 50 %", en="{region}: 50 %"),
            notes=Text(id="Baris satu\nbaris dua: “ya”", en="- a dash # no comment"),
        ),
    ),
)


def test_addresses_are_those_of_the_screens() -> None:
    assert [screen.address for screen in SCREENS] == list(ADDRESSES)
    assert set(ADDRESSES) >= WITHOUT_SLIDE


def test_what_is_written_is_read_again() -> None:
    text = write_storyline(MINE)
    assert read_storyline(text, "mine.yaml") == MINE
    assert read_storyline("\ufeff" + text, "mine.yaml") == MINE
    squeezed = packed(MINE)
    assert zlib.decompress(base64.urlsafe_b64decode(squeezed + "=" * (-len(squeezed) % 4))).decode() == text
    assert unpacked(squeezed) == MINE


@pytest.mark.parametrize("kept", ["", "é", "AAAA", packed(MINE)[:-8], packed(MINE)[4:]])
def test_what_is_not_whole_any_more_is_not_unpacked(kept: str) -> None:
    with pytest.raises(InputProblems) as caught:
        unpacked(kept)
    assert [problem.code for problem in caught.value.problems] == ["storyline-not-whole"]


def test_what_would_unpack_to_more_than_a_file_may_have_is_refused() -> None:
    bomb = base64.urlsafe_b64encode(zlib.compress(b"a" * 2_000_000, 9)).decode()
    with pytest.raises(InputProblems):
        unpacked(bomb)


def test_everything_that_is_wrong_with_a_file_is_told_at_once() -> None:
    broken = write_storyline(MINE).replace("overview", "overveiw").replace("{region}", "{regoin}")
    with pytest.raises(InputProblems) as caught:
        read_storyline(broken, "mine.yaml")
    assert [(p.code, p.file) for p in caught.value.problems] == [
        ("storyline-unknown-screen", "mine.yaml"),
        ("storyline-unknown-hole", "mine.yaml"),
    ]


@pytest.mark.parametrize("text", ["", "a: [", "- 1", "id: x\x00", "slides: 3", "id: mine\nid: mine"])
def test_a_file_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(InputProblems):
        read_storyline(text, "mine.yaml")


def test_views_keep_what_they_name() -> None:
    view = view_of("rankings?province=Nusa+Tenggara+Timur&year=2023")
    assert view == View("rankings", {"province": "Nusa Tenggara Timur", "year": "2023"})
    assert view_of(view.address) == view
    assert view.asking(year="2022", region=None).address == "rankings?province=Nusa+Tenggara+Timur&year=2022"
    assert view_of("/overview").address == "overview"


def test_a_framework_of_which_nothing_is_known_is_warned_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELADAN_CACHE", str(tmp_path / "cache"))
    write_small(tmp_path)
    write(STORYLINE, VALID.replace("profile?framework=index&", "profile?framework=indeks&"))(tmp_path)
    results = open_results(tmp_path / "data", tmp_path / "framework.yaml")
    warned = [(p.code, p.line, p.details["value"]) for p in results.warnings() if p.code.startswith("storyline")]
    assert warned == [("storyline-framework-unknown", 6, "indeks")]
    assert [one.id for one in storylines(results)] == ["water"]


def test_the_shipped_storylines_are_told_in_both_languages() -> None:
    told = storylines(open_results())
    assert [one.id for one in told] == ["national-picture", "region-and-peers", "seminar-2019"]
    assert [one.region for one in told] == [False, True, False]
    for one in told:
        assert one.id == Path(f"{shipped.DATA}/storylines/{one.id}.yaml").stem
        assert 8 <= len(one.slides) <= 12
        assert len({slide.view for slide in one.slides}) == len(one.slides)
        for slide in one.slides:
            assert slide.notes is not None
            for text in (slide.headline, slide.takeaway, slide.notes):
                assert text is None or text.id != text.en
