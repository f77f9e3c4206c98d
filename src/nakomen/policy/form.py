"""The border where text becomes values: strict, nothing unknown, every field told to editors."""

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from nakomen.terms import Period, PeriodError

A_CENTURY = 36525


def told(nl: str, en: str) -> str:
    """A field's description in the JSON Schema: what an editor shows, in both languages."""
    return f"{nl}\n\n{en}"


def refuse(code: str) -> PydanticCustomError:
    """A fault of a value; *code* is a row of the table of codes."""
    return PydanticCustomError(code, "{code}", {"code": code})


class Form(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def _period(value: object) -> Period:
    if isinstance(value, Period):
        return value
    try:
        period = Period.parse(value) if isinstance(value, str) else None
    except PeriodError:
        period = None
    if period is None:
        raise refuse("P003")
    if period.years * 365 + period.months * 30 + period.weeks * 7 + period.days > A_CENTURY:
        raise refuse("P010")
    return period


def _date(value: object) -> date:
    if isinstance(value, str) and len(value) == 10:
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise refuse("Y026")


def pattern(expression: str) -> dict[str, Any]:
    return {"type": "string", "pattern": expression}


def words(*allowed: str) -> dict[str, Any]:
    return {"type": "string", "enum": [str(word) for word in allowed]}


PeriodField = Annotated[
    Period,
    PlainValidator(_period),
    PlainSerializer(lambda period: period.iso),
    WithJsonSchema(
        # Loose: the words for numbers and units are many, and an editor only helps.
        pattern(r"^\s*([Pp][0-9][0-9YMWDymwd]*|\S+\s+\S[\S ]*)\s*$")
        | {"examples": ["7 jaar", "90 dagen", "P7Y"]}
    ),
]
DateField = Annotated[
    date,
    PlainValidator(_date),
    PlainSerializer(date.isoformat),
    WithJsonSchema(pattern(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$") | {"format": "date"}),
]
TextField = Annotated[str, Field(min_length=1)]


def _digest(value: object) -> str:
    if not (isinstance(value, str) and len(value) == 16 and set(value) <= set("0123456789abcdef")):
        raise refuse("P014")
    return value


DigestField = Annotated[str, PlainValidator(_digest), WithJsonSchema(pattern(r"^[0-9a-f]{16}$"))]


class ConfirmedForm(Form):
    """A person's yes; written by `nakomen confirm`."""

    by: TextField = Field(description=told("Wie instemde.", "Who agreed."))
    on: DateField = Field(description=told("Op welke dag.", "On which day."))
    digest: DigestField = Field(
        description=told(
            "Vingerafdruk van wat er toen stond; schrijf die niet zelf.",
            "Digest of what stood there then; do not write it yourself.",
        )
    )
