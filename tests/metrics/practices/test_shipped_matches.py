"""The shipped catalogue matched to regions that differ, and the command that does it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from click.testing import CliRunner

from exports.match_reasons import say_match
from metrics.cli import main
from metrics.gaps import gaps
from metrics.peer_choices import chosen_peers
from metrics.practices.catalogue import catalogue
from metrics.practices.matching import ANSWERS, matches
from metrics.practices.places import Places
from metrics.results import open_results
from metrics.simulation import Simulator, simulator
from words import LANGUAGES, speak

# Kota Kupang, Kota Padang, Kab Belu, Kab Sidoarjo, Kab Banyuwangi, Kota Semarang, Kab Nduga, Kota Ambon, and one of
# Jakarta's administrative cities, whose government is the province
REGIONS = ("53.71", "13.71", "53.04", "35.15", "35.10", "33.74", "95.08", "81.71", "31.71")


@pytest.fixture(scope="module")
def ready() -> Simulator:
    results = open_results()
    return simulator(results, results.opening_year)


@pytest.mark.parametrize("region", REGIONS)
def test_a_region_is_given_the_practices_of_others_each_with_a_reason(ready: Simulator, region: str) -> None:
    results, practices = ready.results, catalogue(ready.results).practices
    found = gaps(ready, region, chosen_peers(results, ready.year, region))
    matched = matches(results, practices, found)
    province = results.regions().set_index("region")["province"][region]
    own = {one.id for one in practices if one.region == region or one.province == province}
    empty = {one.id for one in practices if not one.indicators or one.grade == "D"}
    assert "sidoarjo-lppd" in empty
    assert own | empty == {one.id for one in practices} - {match.practice.id for match in matched}
    open_ = {gap.node.id for gap in found.of_state("behind") if gap.prospect != "passed"}
    assert all((match.gap is not None and match.gap.node.id in open_) == match.answers for match in matched)
    answering = [match for match in matched if match.answers]
    assert list(matched[: len(answering)]) == answering
    assert all(match.size > 0 and match.need in ANSWERS for match in answering)
    places = Places(results)
    for language in LANGUAGES:
        told = [say_match(speak(language), one, found, places.of(one.practice).name, "Region") for one in matched]
        assert all(sentence[0].isupper() and sentence.endswith(".") and "None" not in sentence for sentence in told)


def test_what_became_of_the_indicator_there_is_told(ready: Simulator) -> None:
    """Nothing yet of Kota Kupang's plant: it serves residents since the year of the newest figure of water."""
    practices = catalogue(ready.results).practices
    found = gaps(ready, "81.71", chosen_peers(ready.results, ready.year, "81.71"))
    match = next(
        one for one in matches(ready.results, practices, found) if one.practice.id == "kupang-spam-kali-dendeng"
    )
    assert match.moved is None
    match = replace(match, moved="less")
    told = say_match(speak("en"), match, found, "Kota Kupang", "Kota Ambon")
    assert "since it has been in use that indicator has moved less towards the better there than in" in told
    told = say_match(speak("id"), replace(match, moved="worse"), found, "Kota Kupang", "Kota Ambon")
    assert "sejak dipakai, indikator itu di sana memburuk, dibandingkan dengan daerah sebanding" in told


def test_the_command_writes_the_matches_in_their_order(ready: Simulator) -> None:
    found = CliRunner().invoke(main, ["practices", "kota kupang", "--count", "4", "--lang", "en"])
    assert found.exit_code == 0, found.stderr
    rows = list(csv.DictReader(io.StringIO(found.stdout)))
    peers = chosen_peers(ready.results, ready.year, "53.71")
    matched = matches(ready.results, catalogue(ready.results).practices, gaps(ready, "53.71", peers))
    assert [row["practice"] for row in rows] == [match.practice.id for match in matched[:4]]
    assert rows[0]["region"] == "53.71" and rows[0]["need"] == "gap" and rows[0]["reason"].startswith("Concerns a gap:")
    assert float(rows[0]["worth"]) == pytest.approx(matched[0].worth, abs=1e-4)
