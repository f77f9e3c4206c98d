"""Values made coarse in SQL: what `nakomen.stores.coarse` says in Python."""

import sqlalchemy as sa

from nakomen.records import Coarse, Grain
from nakomen.stores.coarse import POSTCODE
from nakomen.stores.family import Family
from nakomen.stores.sql.clocks import ISO_DAY
from nakomen.stores.sql.words import Value, constant


class Grains:
    """Plain SQL. Subclasses override what their database says otherwise."""

    def coarse(self, column: Value, becomes: Coarse, fam: Family) -> Value:
        """The column made coarse, NULL where it has no coarse form: `nakomen.stores.coarse`."""
        match becomes.grain:
            case Grain.NETWORK:
                return self.network(column, fam)
            case Grain.AREA:
                found = column.regexp_match(constant(POSTCODE))
                return sa.case((found, sa.func.left(column, 4, type_=sa.String)))
            case Grain.STEP:
                step = sa.literal_column(str(becomes.step), sa.Integer)
                return sa.func.floor(column / step) * step
            case Grain.PREFIX:
                return sa.func.left(column, becomes.step, type_=sa.String)
            case Grain.MONTH | Grain.YEAR:
                return self._began(column, becomes.grain, fam)

    def _began(self, column: Value, grain: Grain, fam: Family) -> Value:
        if fam is not Family.TEXT:
            return self.first_day(column, grain, fam)
        signs, rest = (7, "-01") if grain is Grain.MONTH else (4, "-01-01")
        told = sa.func.left(column, signs, type_=sa.String).concat(constant(rest))
        return sa.case((column.regexp_match(constant(ISO_DAY)), told))

    def first_day(self, column: Value, grain: Grain, fam: Family) -> Value:
        """The first day of the month or the year of a date; of an instant by UTC."""
        raise NotImplementedError

    def network(self, column: Value, fam: Family) -> Value:
        """The network of an internet address, NULL where there is none in plain writing."""
        raise NotImplementedError
