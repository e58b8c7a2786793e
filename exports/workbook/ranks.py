"""The sheet of ranks: level, rank and band of every region, beside what is published."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from exports.own_form import LINE
from exports.workbook.constants import Constants
from exports.workbook.sheets import FIRST, LABELS, LEAD, Book, here, missing

_HEAD = FIRST - 1  # nothing stands between the headings and the regions
_SAME = "1E-9"  # scores that differ by less are the same: their last digits depend on the order of summation
_WIDTHS = {"title": 22, "score": 10, "of": 10.0, "of_kind": 13.0, "ranked": 14.0, "published": 12.0, "change": 12.0}
_FORMATS = {
    "score": "0.00",
    "ranked": "0.000000000",
    "published": "0.00",
    "coverage": "0.0%",
    "change": "+0.0000;-0.0000;0",
}
_FIXED = ("low", "high", "low_kind", "high_kind", "published")


class Ranks:
    """Which columns the sheet has, and where."""

    def __init__(self, book: Book, constants: Constants) -> None:
        self.book, self.constants = book, constants
        self.maturity = book.results.framework.maturity
        say = book.words.say
        self.level_names = (
            [] if self.maturity is None else [book.words.title(level.title) for level in self.maturity.levels]
        )
        self.unknown, self.changed = say("cannot be assessed"), say("changed")
        levels = {"level": say("Level"), "title": say("Name of the level")} if self.maturity else {}
        bands = {"low": say("Band from"), "high": say("Band to")} if book.audit.bands else {}
        kinds = {}
        if "kind" in book.audit.regions and book.audit.regions["kind"].notna().any():
            kinds = {"rank_kind": say("Rank in its kind"), "of_kind": say("Number ranked in its kind")}
            kinds |= {f"{end}_kind": label for end, label in bands.items()}
        self.headings = {
            "score": say("Score"), "coverage": say("Coverage"), **levels, "rank": say("Rank"),
            "of": say("Number ranked"), **bands, **kinds, "ranked": say("Score that is ranked"),
            "published": say("Published score"), "change": say("Difference"),
        }  # fmt: skip
        self.column = {name: LABELS + place for place, name in enumerate(self.headings)}

    def regions(self, name: str, *, elsewhere: bool = False) -> str:
        """The cells of all regions in a column of the sheet."""
        return self.book.regions("ranks" if elsewhere else None, self.column[name])

    def formula(self, name: str, row: int) -> str:
        """What a region's cell computes."""
        at = {key: here(row, column) for key, column in self.column.items()}
        if name in ("score", "coverage"):
            root = self.book.of_node[self.book.audit.tree[0].id]
            cell = self.book.cell("scores" if name == "score" else "coverage", row, root)
            return cell if name == "coverage" else f'IF(ISNUMBER({cell}),{cell},"")'
        all_ranked = self.regions("ranked")
        alike = f"(C${FIRST + 1}:C${FIRST + self.book.count}=C{row + 1})*ISNUMBER({all_ranked})"
        ranked = f"ISNUMBER({at['ranked']})"
        match name:
            case "level":
                level = f"IFERROR(MATCH(ROUND({at['score']},9),{self.constants.levels(LABELS)},1),1)"
                enough = f"{at['coverage']}>={self.constants.least_coverage}-1E-9"
                return f'IF(AND(ISNUMBER({at["score"]}),{enough}),{level},"x")'
            case "title":
                names, none = self.constants.levels(0), self.unknown.replace('"', '""')
                return f'IF(ISNUMBER({at["level"]}),INDEX({names},{at["level"]}),"{none}")'
            case "ranked":
                return f'IF(ISNUMBER({at["level" if self.maturity else "score"]}),ROUND({at["score"]},9),"")'
            case "rank":
                return f'IF({ranked},RANK({at["ranked"]},{all_ranked},0),"")'
            case "of":
                return f'IF({ranked},COUNT({all_ranked}),"")'
            case "rank_kind":
                return f'IF({ranked},SUMPRODUCT({alike}*({all_ranked}>{at["ranked"]}))+1,"")'
            case "of_kind":
                return f'IF({ranked},SUMPRODUCT({alike}),"")'
        before, now = at["published"], at["score"]
        other = f'IF(ISNUMBER({now})=ISNUMBER({before}),"","{self.changed}")'
        return f"IF(AND(ISNUMBER({now}),ISNUMBER({before})),{now}-{before},{other})"


def write_ranks(book: Book, ranks: Ranks) -> None:
    """The sheet."""
    say = book.words.say
    sheet = book.sheet(
        "ranks",
        say("Levels and ranks from the scores, beside what is published."),
        say("Grey is not live: bands come from many recalculations; the published score stands for comparison."),
        say("Difference: the score that the formulas give, less the one that is published."),
    )
    for row in range(LEAD + 3, _HEAD):
        sheet.set_row(row, 4)
    headings = [(say("Code"), 9.0), (say("Region"), 30.0), (say("Kind"), 11.0)]
    headings += [(heading, _WIDTHS.get(name, 10.0)) for name, heading in ranks.headings.items()]
    texts = {ranks.column[name] for name in ("title",) if name in ranks.column}
    book.heads(sheet, headings, set(range(LABELS, len(headings))) - texts, _HEAD)
    sheet.set_row(_HEAD, 3 * LINE)
    sheet.freeze_panes(FIRST, 2)
    sheet.repeat_rows(_HEAD)
    book.names(sheet)
    bands = {} if book.audit.bands is None else book.audit.bands.whole.to_dict("index")
    looks = {
        name: book.of("fixed" if name in _FIXED else "formula", num_format=_FORMATS.get(name, "0"))
        for name in ranks.headings
    } | {"title": book.of("formula", indent=1)}
    for row, (code, known) in enumerate(book.audit.ranking.to_dict("index").items(), start=FIRST):
        values = _values(ranks, known, bands.get(code, {}))
        for name, column in ranks.column.items():
            if name in _FIXED:
                book.figure(sheet, row, column, looks[name], values[name])
            else:
                book.formula(sheet, row, column, ranks.formula(name, row), looks[name], values[name])


def _values(ranks: Ranks, known: Mapping[Any, Any], band: Mapping[Any, Any]) -> dict[str, Any]:
    """What the cells of a region show before anything is changed."""
    score, reached = known["score"], known["maturity"]
    level = None if pd.isna(reached) or reached == "x" else int(reached)
    placed = not pd.isna(known["rank"])
    return {
        "score": score, "coverage": known["coverage"], "level": level or "x",
        "title": ranks.unknown if level is None else ranks.level_names[level - 1],
        "rank": known["rank"], "of": known["ranked"] if placed else None,
        "low": band.get("rank_low"), "high": band.get("rank_high"),
        "rank_kind": known["rank_in_kind"], "of_kind": known["ranked_in_kind"],
        "low_kind": band.get("rank_in_kind_low"), "high_kind": band.get("rank_in_kind_high"),
        "ranked": round(score, 9) if placed else None, "published": score, "change": None if missing(score) else 0.0,
    }  # fmt: skip


def differing(ranks: Ranks) -> str:
    """How many regions have another score than is published."""
    cells = ranks.regions("change", elsewhere=True)
    more, less = (f"SUMPRODUCT(ISNUMBER({cells})*({cells}{sign}{_SAME}))" for sign in (">", "<-"))
    return f'{more}+{less}+COUNTIF({cells},"{ranks.changed}")'
