"""Clocks in SQL: whether a column tells a day, and whether that lies before another."""

from datetime import date, datetime

import sqlalchemy as sa

from nakomen.stores.clock import local_day, midnight, wall
from nakomen.stores.errors import NoClock
from nakomen.stores.family import NO_DATES, Family
from nakomen.stores.sql.words import Flag, Text, Value, constant, told

ISO_DAY = "^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_TIMED = ISO_DAY + "[ T][0-9]{2}:[0-9]{2}"
_HOURS = "[+-][01][0-9]"
_MINUTES = "[0-5][0-9]"
_ZONED = f"{_TIMED}.*(Z|{_HOURS}(:?{_MINUTES})?)$"


class Clocks:
    """Clocks as plain SQL has them. Subclasses override what their database says otherwise."""

    def before(self, column: Value, fam: Family, day: date, place: str, zone: str) -> Flag:
        """
        The clock stands before local midnight of *day*; without a zone it was read in *zone*.

        Raises:
            NoClock: the column holds no dates; names *place*.
        """
        match fam:
            case Family.DATE:
                return column < _day(day)
            case Family.LOCAL:
                return column < sa.bindparam("day", wall(day, zone), sa.DateTime(), unique=True)
            case Family.INSTANT:
                zoned = sa.DateTime(timezone=True)
                return column < sa.bindparam("day", midnight(day), zoned, unique=True)
            case Family.TEXT:
                return self.text_before(column, day, zone)
            case _:
                raise NoClock(place)

    def text_before(self, column: Value, day: date, zone: str) -> Flag:
        """
        As it is written. Where the text bears a zone, the start of the day is told in that zone:
        shifting our own moment cannot fail on a text that is no date.
        """
        begins = sa.func.left(column, 10, type_=sa.String)
        shown = sa.func.replace(sa.func.left(column, 16), constant("T"), constant(" "))
        starts = sa.case(
            (
                column.regexp_match(constant(_ZONED)),
                shown < self.shown_in(midnight(day), _offset(column)),
            ),
            (column.regexp_match(constant(_TIMED)), shown < constant(told(wall(day, zone)))),
            else_=begins < constant(str(day)),
        )
        return sa.and_(column.regexp_match(constant(ISO_DAY)), starts)

    def shown_in(self, moment: datetime, offset: Text) -> Text:
        """What a clock shows at *moment*, so many hours and minutes from UTC, to the minute."""
        raise NotImplementedError

    def clock(self, column: Value, fam: Family) -> Value:
        """The clock's value where it tells a day, for the oldest and the newest."""
        if fam is Family.TEXT:
            return sa.case((column.regexp_match(constant(ISO_DAY)), column), else_=sa.null())
        return column

    def dated(self, column: Value, fam: Family, place: str) -> Flag:
        """
        The clock tells a day.

        Raises:
            NoClock: the column holds no dates; names *place*.
        """
        if fam in NO_DATES:
            raise NoClock(place)
        found: Flag = self.clock(column, fam).is_not(None)
        return found

    def missing(self, column: Value) -> Flag:
        """Nothing stands there."""
        return column.is_(None)

    def clock_day(self, text: str | None, fam: Family, zone: str) -> date | None:
        """The local day of a clock's value that was read as text."""
        timed = fam in (Family.TEXT, Family.LOCAL)
        return local_day(text if timed else (text or "")[:10], zone)


def _offset(column: Value) -> Text:
    """The zone at the end of a text, as hours and minutes: ``+02:00``."""

    def last(signs: int) -> Text:
        return sa.func.right(column, signs, type_=sa.String)

    hours = sa.func.left(last(5), 3, type_=sa.String)
    return sa.case(
        (last(1) == constant("Z"), constant("+00:00")),
        (last(3).regexp_match(constant(f"^{_HOURS}$")), last(3).concat(constant(":00"))),
        (
            last(5).regexp_match(constant(f"^{_HOURS}{_MINUTES}$")),
            hours.concat(constant(":")).concat(last(2)),
        ),
        else_=last(6),
    )


def _day(day: date) -> sa.BindParameter[date]:
    return sa.bindparam("day", day, sa.Date(), unique=True)
