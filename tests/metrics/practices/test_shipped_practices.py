"""The shipped catalogue: complete, bilingual, joined to the register, every number with its source."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from metrics.framework import Model, Text
from metrics.practices.catalogue import Catalogue, catalogue
from metrics.practices.entry import Practice
from metrics.results import Results, open_results

# Words that hardly stand in the other language, except in names and quotations.
ENGLISH = re.compile(r"\b(the|and|with|for|from|by|is|are|was|were|not|this|that|only|found|than|which|has|have|who)\b")
INDONESIAN = re.compile(
    r"\b(yang|dan|dengan|untuk|dari|pada|tidak|oleh|adalah|atau|sejak|belum|menurut|dalam|sekitar|ini)\b"
)
# What reads the same in both languages.
SAME = {"GWh"}


@pytest.fixture(scope="module")
def results() -> Results:
    return open_results()


@pytest.fixture(scope="module")
def shipped(results: Results) -> Catalogue:
    return catalogue(results)


def texts(model: Model) -> Iterator[Text]:
    """Every text in both languages that a model holds."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Text):
                yield one
            elif isinstance(one, Model):
                yield from texts(one)


def unquoted(text: str) -> str:
    """A text in small letters, without what it quotes."""
    return re.sub(r"“[^”]*”", "", text).lower()


def numbers(text: str) -> list[str]:
    """The numbers of a text, without the signs that group digits or mark decimals."""
    return sorted(re.sub(r"\D", "", number) for number in re.findall(r"\d[\d.,]*", text))


def test_every_practice_that_was_found_is_there(shipped: Catalogue) -> None:
    assert len(shipped.practices) == 52
    assert Counter(practice.grade for practice in shipped.practices) == {"A": 1, "B": 11, "C": 38, "D": 2}
    assert sum(bool(practice.seminars) for practice in shipped.practices) == 8


def test_every_indonesian_practice_joins_the_register(results: Results, shipped: Catalogue) -> None:
    regions = results.regions()
    for practice in shipped.practices:
        assert (
            practice.abroad
            or practice.region in set(regions["region"])
            or practice.province in set(regions["province"])
        ), practice.id


def test_every_number_has_its_unit_and_its_source(shipped: Catalogue) -> None:
    for practice in shipped.practices:
        for result in practice.results:
            assert (result.value is None) == (result.unit is None), practice.id
            assert result.source <= len(practice.sources), practice.id


def test_a_title_is_all_that_is_said_where_it_is_all_that_is_known(shipped: Catalogue) -> None:
    for practice in shipped.practices:
        if practice.grade == "D":
            filled = (practice.problem, practice.action, practice.cost, practice.preconditions, practice.started)
            assert filled == (None,) * 5 and not practice.results and not practice.indicators


def test_what_is_written_differs_by_language_and_not_in_its_numbers(shipped: Catalogue) -> None:
    for practice in shipped.practices:
        for text in texts(practice):
            assert text.id != text.en or text.id in SAME, (practice.id, text.id)
            assert not ENGLISH.search(unquoted(text.id)), (practice.id, text.id)
            assert not INDONESIAN.search(unquoted(text.en)), (practice.id, text.en)
            if text not in units(practice):
                assert numbers(text.id) == numbers(text.en), (practice.id, text.en)


def units(practice: Practice) -> list[Text]:
    return [result.unit for result in practice.results if result.unit is not None]


def test_the_order_is_that_of_the_framework(results: Results, shipped: Catalogue) -> None:
    order = [node.id for node in results.nodes]
    places = [order.index(practice.sub_dimension) for practice in shipped.practices]
    assert places == sorted(places)
