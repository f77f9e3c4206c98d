"""
Clocks in SQLite, where they are text in many forms.

Each form is tried on the same column, in a plan for all terms a hundred times. So that text is
written by hand around the column, which is the only part that a statement must name anew.
"""

from datetime import date
from string import Template
from typing import Any

from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from nakomen.records import LOCAL_ZONE
from nakomen.stores.clock import midnight, wall
from nakomen.stores.sql.words import Flag, Value, told

_ISO_DAY = "[1-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*"
_TIMED = _ISO_DAY[:-1] + "[ T][0-9][0-9]:[0-9][0-9]*"
_ZONES = ("Z", "[+-][01][0-9]:[0-5][0-9]", "[+-][01][0-9][0-5][0-9]", "[+-][01][0-9]")
_Z, _COLON, _FOUR, _TWO = (_TIMED + end for end in _ZONES)

# 0000-00-00 and the thirteenth month stand for a day nobody knows.
_TELLS = Template(
    f"($c GLOB '{_ISO_DAY}' AND substr($c, 6, 2) BETWEEN '01' AND '12'"
    " AND substr($c, 9, 2) BETWEEN '01' AND '31')"
)
# SQLite reads an offset only with its colon.
_STARTS = Template(
    f"CASE WHEN ($c GLOB '{_Z}' OR $c GLOB '{_COLON}') THEN datetime($c) < '$started'"
    f" WHEN ($c GLOB '{_FOUR}')"
    " THEN datetime(substr($c, 1, length($c) - 2) || ':' || substr($c, -2, 2)) < '$started'"
    f" WHEN ($c GLOB '{_TWO}') THEN datetime($c || ':00') < '$started' ELSE $local END"
)
# A bare day is a local day whatever the zone of the clock.
_DAYS = Template("$c < '$day'")
_MOMENTS = Template(
    f"CASE WHEN ($c GLOB '{_TIMED}') THEN replace($c, 'T', ' ') < '$wall' ELSE $c < '$day' END"
)


class _Written(FunctionElement[Any]):
    """*text* around one column, which stands there as ``$c``."""

    name = "nakomen_clock"
    inherit_cache = False

    def __init__(self, text: Template, column: Value) -> None:
        super().__init__(column)
        self.text = text


@compiles(_Written)
def _write(element: _Written, compiler: Any, **how: Any) -> str:
    (column,) = element.clauses
    return element.text.substitute(c=compiler.process(column, **how))


def tells_day(column: Value) -> Flag:
    """The text begins with a day of the calendar."""
    return _Written(_TELLS, column)


def starts_before(column: Value, day: date, zone: str) -> Flag:
    """What the text tells lies before local midnight of *day*; without a zone, read in *zone*."""
    limit = told(wall(day, zone))
    local = _DAYS if limit == told(wall(day, LOCAL_ZONE)) else _MOMENTS
    text = _STARTS.safe_substitute(local=local.template)
    known = {"started": f"{midnight(day):%Y-%m-%d %H:%M:%S}", "day": day, "wall": limit}
    return _Written(Template(Template(text).safe_substitute(known)), column)
