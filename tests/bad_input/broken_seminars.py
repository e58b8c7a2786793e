"""Broken entries in a dataset's seminars.yaml."""

from __future__ import annotations

from pathlib import Path

from tests.bad_input.small import Break, Case, Found, case, write

SEMINARS = "data/seminars.yaml"
VALID = """\
seminars:
  - id: port-2020
    title: {id: Seminar pelabuhan, en: Port seminar}
    theme: {id: Pelabuhan, en: Ports}
    group: coast
    host: "01.10"
    place: {id: sebuah aula, en: a hall}
    starts: 2020-05-04
    ends: 2020-05-05
    programme:
      - title: {id: Panel, en: Panel}
        talks:
          - id: port
            region: "02.10"
            speaker: {id: Kepala dinas, en: Head of an office}
            topics:
              - {text: {id: Dermaga, en: Piers}, reports: [press]}
    participants:
      - title: {id: Anggota, en: Members}
        accounts:
          - {text: {id: Semua hadir, en: All came}, came: 2, of: 2, reports: [press]}
    disagreements:
      - about: {id: Jumlah anggota, en: The number of members}
        talks: [port]
        accounts:
          - {text: {id: Dua, en: Two}, reports: [press]}
          - {text: {id: Tiga, en: Three}, reports: [minutes]}
    reports:
      - {id: press, title: {id: Laporan pers, en: Press report}}
      - {id: minutes, title: {id: Notula, en: Minutes}}
"""


def seminar(old: str, new: str) -> Break:
    """A right file with one change."""

    def broken(folder: Path) -> None:
        assert VALID.count(old) == 1, old
        write(SEMINARS, VALID.replace(old, new))(folder)

    return broken


SEMINAR_CASES: list[Case] = [
    case("a seminar without a title", seminar("    title: {id: Seminar pelabuhan, en: Port seminar}\n", ""),
         Found("missing-key", SEMINARS, 2), "Add it", "Tambahkan"),
    case("a seminar on a day that is none", seminar("starts: 2020-05-04", "starts: 4 May 2020"),
         Found("bad-day", SEMINARS, 8), "2019-10-16", "2019-10-16"),
    case("a seminar that ends before it starts", seminar("ends: 2020-05-05", "ends: 2020-05-03"),
         Found("seminar-ends-early", SEMINARS, 9), "Correct one of the days", "tanggalnya"),
    case("a talk of an unknown region", seminar('region: "02.10"', 'region: "02.11"'),
         Found("unknown-region", SEMINARS, 14), "02.10 (Region three)", "02.10 (Region three)"),
    case("a talk of two places", seminar('region: "02.10"', 'region: "02.10"\n            province: West'),
         (Found("seminar-talk-place", SEMINARS, 13), Found("unknown-province", SEMINARS, 15)),
         "", ""),
    case("a topic of a report that is not there", seminar("Piers}, reports: [press]", "Piers}, reports: [pres]"),
         Found("seminar-unknown-report", SEMINARS, 17), "“press”", "“press”"),
    case("a disagreement about a talk that is not there", seminar("talks: [port]", "talks: [ports]"),
         Found("seminar-unknown-talk", SEMINARS, 24), "“port”", "“port”"),
    case("more came than there were", seminar("came: 2, of: 2", "came: 3, of: 2"),
         Found("seminar-more-came", SEMINARS, 21), "more than there were", "lebih banyak"),
    case("a seminar of an unknown group", seminar("group: coast", "group: cost"),
         Found("seminar-unknown-group", SEMINARS, 5), "“coast”", "“coast”"),
    case("a disagreement of one account",
         seminar("          - {text: {id: Tiga, en: Three}, reports: [minutes]}\n", ""),
         Found("too-few-entries", SEMINARS, 25), "at least 2", "paling sedikit 2"),
    case("two reports of one id", seminar("{id: minutes, title", "{id: press, title"),
         (Found("seminar-unknown-report", SEMINARS, 27), Found("duplicate-entry", SEMINARS, 30)), "", ""),
]  # fmt: skip
