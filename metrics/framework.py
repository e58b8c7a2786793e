"""The framework file as models: what may be written, in which form (contract 2).

Keys and their meaning are those of the OECD/JRC Handbook on Constructing Composite Indicators (2008).
A model holds what was written on one node; `metrics.tree` works out what holds for it.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError


def _written(shortest: int, longest: int) -> WithJsonSchema:
    """Text for the JSON Schema: editors see `version: 1.0` as a number, the reader keeps what was written."""
    return WithJsonSchema({"type": ["string", "number"], "minLength": shortest, "maxLength": longest})


Finite = Annotated[float, Field(allow_inf_nan=False, ge=-1e30, le=1e30)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Year = Annotated[int, Field(ge=1900, le=2100)]
Years = Annotated[int, Field(ge=0, le=100)]  # a span of years
Weight = Annotated[float, Field(gt=0, le=1e9, allow_inf_nan=False)]
# A text of nothing but blanks is an empty one.
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000), _written(1, 2000)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100), _written(1, 100)]
Status = Literal["active", "shown", "wanted"]
Aggregator = Literal["arithmetic", "geometric", "harmonic", "power", "mazziotta_pareto", "copeland", "minimum"]
Normaliser = Literal[
    "minmax",
    "goalposts",
    "zscore",
    "rank",
    "borda",
    "percentile",
    "distance_to_max",
    "distance_to_reference",
    "distance_to_target",
    "fraction_of_max",
]


def _none(value: Any) -> Any:
    return None if value == "none" else value


def _none_or(mapping: type[BaseModel]) -> BeforeValidator:
    """`none` may be written for the mapping."""
    return BeforeValidator(_none, json_schema_input_type=mapping | Literal["none"] | None)


def _mapping(value: Any) -> Any:
    if value is None or isinstance(value, (dict, BaseModel)):
        return value
    raise PydanticCustomError("not-mapping", "a mapping is needed here")


def _ascending(pair: tuple[float, float]) -> tuple[float, float]:
    if not pair[0] < pair[1]:
        raise PydanticCustomError("range-backwards", "the first must be less", {"low": pair[0], "high": pair[1]})
    return pair


def _forward(pair: tuple[int, int]) -> tuple[int, int]:
    if pair[0] > pair[1]:
        raise PydanticCustomError("years-backwards", "first year first", {"first": pair[0], "last": pair[1]})
    return pair


def _one_language(value: Any) -> Any:
    return {"id": value, "en": value} if isinstance(value, str) else _mapping(value)


Range = Annotated[tuple[Finite, Finite], AfterValidator(_ascending)]


class Model(BaseModel):
    """Unknown keys are errors, and nothing changes once it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Text(Model):
    """Words for readers in both languages; a plain string stands for both."""

    id: Words
    en: Words


_TextOrWords: TypeAlias = Words | Text
Bilingual = Annotated[Text, BeforeValidator(_one_language, json_schema_input_type=_TextOrWords)]


class Impute(Model):
    """How missing cells are filled: the mean or median of the year, within `by` if given."""

    using: Literal["mean", "median"] | None = None
    by: Name | None = None


class Treat(Model):
    """How outliers are treated: winsorise at most so many points, then perhaps take the logarithm."""

    winsorise: Annotated[int, Field(ge=0, le=1000)] | None = None
    skew: Annotated[Finite, Field(gt=0)] | None = None
    kurtosis: Finite | None = None
    otherwise: Literal["log", "none"] | None = None


class Normalise(Model):
    """How values of different units are put on one scale."""

    using: Normaliser | None = None
    range: Range | None = None
    over: Literal["all_years", "year"] | None = None
    reference: Name | None = None
    mean: Finite | None = None
    sd: Annotated[Finite, Field(gt=0)] | None = None


class Error(Model):
    """The error of the figures themselves: a standard deviation in natural units, or relative."""

    sd: Annotated[Finite, Field(gt=0)] | None = None
    relative: Annotated[Finite, Field(gt=0)] | None = None

    @model_validator(mode="after")
    def _one(self) -> Error:
        if (self.sd is None) == (self.relative is None):
            raise PydanticCustomError("error-one-of", "either sd or relative")
        return self


class Inherited(Model):
    """What a node hands down to its descendants."""

    carry_forward: Years | None = None
    impute: Annotated[Impute | None, BeforeValidator(_mapping), _none_or(Impute)] = None
    treat: Annotated[Treat | None, BeforeValidator(_mapping), _none_or(Treat)] = None
    normalise: Annotated[Normalise | None, BeforeValidator(_mapping)] = None


class Method(Inherited):
    """Defaults for every node."""

    aggregate: Aggregator | None = None
    p: Annotated[float, Field(ge=-30, le=30, allow_inf_nan=False)] | None = None  # beyond, a minimum or a maximum
    minimum_coverage: Share | None = None


class WrittenNode(Method):
    """A node as written: with `children` a composite, without them an indicator."""

    title: Bilingual | None = None
    description: Bilingual | None = None
    weight: Weight = 1.0
    status: Status = "active"
    children: dict[Name, WrittenNode] | None = None
    variable: Name | None = None
    per: Name | None = None
    times: Annotated[Finite, Field(gt=0)] = 1.0
    unit: Bilingual | None = None
    direction: Literal["higher", "lower"] = "higher"
    scale: Literal["log"] | None = None
    goalposts: tuple[Finite, Finite] | None = None
    target: Finite | None = None
    bounds: Range | None = None
    decimals: Annotated[int, Field(ge=0, le=12)] | None = None
    breaks: tuple[Year, ...] = ()
    sdg: tuple[Annotated[int, Field(ge=1, le=17)], ...] = ()
    proxy: bool = False
    lever: Literal["direct", "slow", "none"] = "direct"
    error: Error | None = None

    @model_validator(mode="after")
    def _leaf_or_composite(self) -> WrittenNode:
        if "children" in self.model_fields_set and not self.children:
            raise PydanticCustomError("no-children", "a composite without children")
        wrong = LEAF_KEYS if self.children is not None else COMPOSITE_KEYS
        for key in sorted(wrong & self.model_fields_set):
            raise PydanticCustomError(
                "key-of-indicator" if self.children is not None else "key-of-composite",
                "misplaced",
                {"key": key},
            )
        return self


LEAF_KEYS = frozenset(WrittenNode.model_fields) - frozenset(Method.model_fields) - {
    "title", "description", "weight", "status", "children",
}  # fmt: skip
COMPOSITE_KEYS = frozenset({"aggregate", "p", "minimum_coverage"})


class Level(Model):
    """One level of the maturity scale: from this score upward."""

    from_: Finite = Field(alias="from")
    title: Bilingual


class Maturity(Model):
    """The cut-offs that turn the root's score into a level, and the coverage below which it can't be."""

    levels: Annotated[tuple[Level, ...], Field(min_length=1, max_length=20)]
    minimum_coverage: Share = 0.0


class Framework(Method):
    """A framework file: the root of the tree, with the method and the maturity scale."""

    id: Name
    title: Bilingual
    version: Name = "1"
    description: Bilingual | None = None
    years: Annotated[tuple[Year, Year], AfterValidator(_forward)] | None = None
    level_names: tuple[Bilingual, ...] = ()
    method: Method = Method()
    maturity: Maturity | None = None
    children: Annotated[dict[Name, WrittenNode], Field(min_length=1)]
