"""What is wrong with a request, in the reader's language: where, what, and what would be right."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from metrics.problems import InputProblems
from words import Words, mark, speak
from words.problems import say_problem


class Error(BaseModel):
    """One thing that is wrong: the parameter, and a sentence."""

    parameter: str
    message: str


class Errors(BaseModel):
    """All that is wrong with a request."""

    errors: list[Error]


class NotFound(Exception):
    """Something was named that there is not; `message` is a marked sentence with holes."""

    def __init__(self, parameter: str, message: str, **holes: object) -> None:
        super().__init__(message)
        self.parameter, self.message, self.holes = parameter, message, holes


# What pydantic calls a fault, and what we say; holes are filled from what it tells of it.
_FAULTS: Mapping[str, str] = {
    "int_parsing": mark("a whole number is needed here"),
    "int_from_float": mark("a whole number is needed here"),
    "int_parsing_size": mark("the number is too large"),
    "greater_than_equal": mark("it must be at least {ge}"),
    "less_than_equal": mark("it must be at most {le}"),
    "literal_error": mark("it must be one of these: {expected}"),
    "string_too_long": mark("it is longer than {max_length} characters"),
    "extra_forbidden": mark("there is no such parameter"),
}
_OTHER = mark("it cannot be read")
_STATUS: Mapping[int, str] = {
    404: mark("There is nothing at this address."),
    405: mark("Only GET and HEAD are possible: this interface is read-only."),
}


def _spoken(request: Request) -> Words:
    return speak("en" if request.query_params.get("lang") == "en" else "id")


def _answer(status: int, errors: list[Error], headers: Mapping[str, str] | None = None) -> Response:
    return JSONResponse(Errors(errors=errors).model_dump(), status, headers)


async def _not_found(request: Request, error: Exception) -> Response:
    assert isinstance(error, NotFound)
    return _answer(404, [Error(parameter=error.parameter, message=_spoken(request).say(error.message, **error.holes))])


async def _unreadable(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    words = _spoken(request)
    return _answer(422, [_said(words, fault) for fault in error.errors()])


def _said(words: Words, fault: Mapping[str, Any]) -> Error:
    holes = dict(fault.get("ctx", {}))
    if "expected" in holes:  # "'json' or 'csv'"
        holes["expected"] = ", ".join(re.findall(r"'([^']*)'", holes["expected"]))
    message = words.say(_FAULTS.get(fault["type"], _OTHER), **holes)
    return Error(parameter=str(fault["loc"][-1]), message=message)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    message = _STATUS.get(error.status_code, error.detail)
    headers = {"Allow": "GET, HEAD"} if error.status_code == 405 else error.headers
    return _answer(error.status_code, [Error(parameter="", message=_spoken(request).say(message))], headers)


async def _broken(request: Request, error: Exception) -> Response:
    """The figures themselves have problems, so that nothing can be shown."""
    assert isinstance(error, InputProblems)
    words = _spoken(request)
    return _answer(503, [Error(parameter="", message=say_problem(words, problem)) for problem in error.problems])


HANDLERS: dict[int | type[Exception], Any] = {
    NotFound: _not_found, RequestValidationError: _unreadable, HTTPException: _refused, InputProblems: _broken,
}  # fmt: skip
