"""Broken catalogues of practices: one case for each way in which a document can be wrong."""

from __future__ import annotations

from tests.bad_input.small import Break, Case, Found, case, write

PRACTICES = "data/practices.yaml"
CATALOGUE = """\
framework: index
practices:
  - id: wells
    region: "01.10"
    title: {id: Sumur, en: Wells}
    summary: {id: Desa menggali sumur., en: Villages dug wells.}
    sub_dimension: services
    indicators: [water]
    presupposes: [schooling]
    started: 2021
    results:
      - text: {id: Sumur digali, en: Wells dug}
        value: 12
        unit: {id: sumur, en: wells}
        date: 2022-05
        by: {id: pemerintah daerah, en: the local government}
        self_reported: true
        source: 1
    grade: C
    sources:
      - title: A report
"""


def catalogue(old: str, new: str) -> Break:
    """The right catalogue with one thing replaced."""
    assert CATALOGUE.count(old) == 1
    return write(PRACTICES, CATALOGUE.replace(old, new))


PRACTICE_CASES: list[Case] = [
    case("a practice with a key that nobody knows", catalogue("grade: C", "grade: C\n    gradde: C"),
         Found("unknown-key", PRACTICES, 20), "Did you mean", "Maksud Anda"),
    case("a practice of an unknown region", catalogue('"01.10"', '"01.11"'),
         Found("unknown-region", PRACTICES, 4), "list of regions", "daftar daerah"),
    case("a practice that moves what is no indicator", catalogue("[water]", "[people]"),
         Found("practice-not-an-indicator", PRACTICES, 8), "id of an indicator", "id sebuah indikator"),
    case("a practice twice", write(PRACTICES, CATALOGUE + CATALOGUE.partition("practices:\n")[2]),
         Found("duplicate-entry", PRACTICES, 22), "line 3", "baris 3"),
]  # fmt: skip
