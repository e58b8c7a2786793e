"""How an answer is written: JSON or CSV, with its versions, its next page, and a mark by which it is known again."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

import pandas as pd
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from exports.ranking_csv import inert_cell
from metrics.results import Results
from server.api.asked import Page
from server.api.errors import Errors
from words import Bilingual

Row = TypeVar("Row", bound=BaseModel)

Said = dict[int | str, dict[str, Any]]  # what the document says of answers, by their status


def _wrong(description: str, parameter: str, message: str) -> dict[str, Any]:
    """What the document says of one kind of error, with an example."""
    example = {"errors": [{"parameter": parameter, "message": message}]}
    return {"model": Errors, "description": description, "content": {"application/json": {"example": example}}}


# What the document says of every address beside its 200.
NOT_MODIFIED: Said = {304: {"description": "Not changed since the answer with this ETag; without a body."}}
FOUND: Said = NOT_MODIFIED | {
    404: _wrong(
        "A framework, year, region or practice that there is not.",
        "year", "1999 is not a scored year; there are 2022, 2023",
    ),
    422: _wrong("Parameters that cannot be read, or that there are not.", "limit", "it must be at most 10000"),
    503: _wrong(
        "The figures have problems, so that nothing can be shown.",
        "", "sources/bps/values.csv, line 7, column value: “12,3” is not a number. Use a point for decimals.",
    ),
}  # fmt: skip
LISTED: Said = FOUND | {
    200: {"content": {"text/csv": {"schema": {"type": "string"}}}, "description": "One page of rows."}
}


class Both(BaseModel):
    """A text in both languages."""

    id: str
    en: str

    @classmethod
    def of(cls, text: Bilingual) -> Both:
        """A title of a framework or a dataset, as the interface gives it."""
        return cls(id=text.id, en=text.en)


class Versions(BaseModel):
    """What the answer belongs to: the data, and the framework that scored them."""

    data: str
    framework: str


class Listing(BaseModel, Generic[Row]):
    """One page of a list; `next` is the address of the next one, null on the last."""

    versions: Versions
    total: int
    offset: int
    next: str | None
    rows: list[Row]


def versions(results: Results) -> Versions:
    """The versions of the data and the framework of some results."""
    return Versions(data=results.data_version, framework=results.framework_version)


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table; what is missing is None."""
    return [
        {str(name): None if pd.isna(value) else value for name, value in row.items()}
        for row in table.astype("object").to_dict("records")
    ]


def page_of(
    request: Request,
    page: Page,
    results: Results,
    found: Sequence[Any] | pd.DataFrame,
    model: type[Row],
    make: Callable[[Any], Row],
) -> Response:
    """One page of what was found, each made into a row by `make` only where it is shown."""
    shown = found[page.offset : page.offset + page.limit]
    rows = [make(one) for one in (records(shown) if isinstance(shown, pd.DataFrame) else shown)]
    return page_with(request, page, results, len(found), rows, model)


def page_with(
    request: Request, page: Page, results: Results, total: int, rows: list[Row], model: type[Row]
) -> Response:
    """The page that has these rows, of a list of so many in `total`."""
    end = page.offset + len(rows)
    # Beside the address itself, without the machine: whoever stands behind a proxy has another name for it.
    further = f"?{request.url.include_query_params(offset=end).query}" if rows and end < total else None
    if page.format == "csv":
        headers = {
            "X-Total-Count": str(total),
            "X-Data-Version": results.data_version,
            "X-Framework-Version": results.framework_version,
        } | ({"Link": f'<{further}>; rel="next"'} if further else {})
        return known_again(request, _csv(rows, model), "text/csv; charset=utf-8", headers)
    listing = Listing[model](  # type: ignore[valid-type]  # the model is a value here
        versions=versions(results), total=total, offset=page.offset, next=further, rows=rows
    )
    return json_of(request, listing)


def json_of(request: Request, content: BaseModel) -> Response:
    """An answer in JSON."""
    return known_again(request, content.model_dump_json().encode(), "application/json", {})


def known_again(request: Request, body: bytes, media_type: str, headers: Mapping[str, str]) -> Response:
    """The answer, or 304 where the reader has it already."""
    mark = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    told = {**headers, "ETag": mark, "Cache-Control": "no-cache"}
    known = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    if mark in known or "*" in known:
        return Response(status_code=304, headers=told)
    return Response(body, media_type=media_type, headers=told)


def _csv(rows: Sequence[BaseModel], model: type[BaseModel]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_columns(model))
    for row in rows:
        writer.writerow([inert_cell(cell) if isinstance(cell, str) else cell for cell in _cells(row)])
    return text.getvalue().encode()


def _columns(model: type[BaseModel]) -> list[str]:
    """The fields; a text in both languages takes two columns."""
    columns: list[str] = []
    for name, field in model.model_fields.items():
        columns += [f"{name}_id", f"{name}_en"] if "Both" in str(field.annotation) else [name]
    return columns


def _cells(row: BaseModel) -> list[Any]:
    cells: list[Any] = []
    for name, field in type(row).model_fields.items():
        value = getattr(row, name)
        if "Both" in str(field.annotation):
            cells += ["", ""] if value is None else [value.id, value.en]
        else:
            cells.append("; ".join(map(str, value)) if isinstance(value, (list, tuple)) else value)
    return cells
