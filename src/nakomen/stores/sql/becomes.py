"""The value that a column becomes, in SQL. What is given travels as a parameter."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from nakomen.records import OLD, Becomes, Coarse, Constant, Emptied, Given
from nakomen.stores.becomes import Plain, check_coarse, plain_value, sought
from nakomen.stores.blank import Blank, blank_of
from nakomen.stores.family import Family
from nakomen.stores.sql.dialects import Flag, Value, constant
from nakomen.stores.sql.target import Target

if TYPE_CHECKING:
    from nakomen.stores.sql.select import Selector


def new_value(
    becomes: Becomes, name: str, target: Target, table: sa.FromClause, selector: "Selector"
) -> Value:
    """
    What the column *name* of a row becomes.

    Raises:
        CannotBlank, DoesNotFit, NotGiven: it cannot become that.
    """
    match becomes:
        case Emptied():
            return selector.blank(blank_of(target.dataset, name), target, table)
        case Coarse():
            return coarse_value(becomes, name, target, table, selector)
        case Given():
            return _given(becomes, name, target, selector)
        case Constant():
            fam = target.families[name]
            return _constant(plain_value(becomes, target.dataset, name, fam, {}), fam, selector)


def unlike(
    becomes: Becomes, name: str, target: Target, table: sa.FromClause, selector: "Selector"
) -> Flag:
    """The column does not hold yet what it becomes. Never unknown."""
    column = table.c[name]
    if isinstance(becomes, Coarse):
        return _not_coarse(becomes, name, target, table, selector)
    value = new_value(becomes, name, target, table, selector)
    if isinstance(becomes, Emptied):
        empty = blank_of(target.dataset, name) is Blank.NULL
        filled: Flag = column.is_not(None)
        return filled if empty else sa.and_(filled, column != value)
    if target.families[name] in (Family.TEXT, Family.OTHER):
        dialect = selector.dialect
        return sa.or_(column.is_(None), dialect.differ(dialect.text(column), value))
    return sa.or_(column.is_(None), column != value)


def coarse_value(
    becomes: Coarse, name: str, target: Target, table: sa.FromClause, selector: "Selector"
) -> Value:
    """The column made coarse, and its blank where it has no coarse form."""
    column, fam = table.c[name], target.families[name]
    check_coarse(becomes, target.dataset, name, fam)
    made = selector.dialect.coarse(column, becomes, fam)
    if fam not in (Family.TEXT, Family.OTHER) or blank_of(target.dataset, name) is Blank.NULL:
        return made
    empty = selector.blank(blank_of(target.dataset, name), target, table)
    return sa.func.coalesce(made, sa.case((column.is_not(None), empty)))


def _not_coarse(
    becomes: Coarse, name: str, target: Target, table: sa.FromClause, selector: "Selector"
) -> Flag:
    column = table.c[name]
    made = coarse_value(becomes, name, target, table, selector)
    if target.families[name] in (Family.TEXT, Family.OTHER):
        same = sa.not_(selector.dialect.differ(selector.dialect.text(column), made))
    else:
        same = column == made
    return sa.and_(column.is_not(None), sa.func.coalesce(same, sa.false()).is_(sa.false()))


def mentions(
    value: Given, name: str, target: Target, table: sa.FromClause, selector: "Selector"
) -> Flag:
    """The text holds the value somewhere; NULL holds none."""
    place, dialect = f"{target.dataset.name}.{name}", selector.dialect

    def text() -> object:
        return sought(value, place, selector.keys)

    text()
    held = _parameter(f"old_{name}", text, sa.String())
    column = sa.func.coalesce(dialect.text(table.c[name]), constant(""), type_=sa.String)
    return dialect.position(dialect.lower(column), held) > sa.literal_column("0")


def _given(becomes: Given, name: str, target: Target, selector: "Selector") -> Value:
    fam, dialect = target.families[name], selector.dialect

    def value() -> object:
        return dialect.stored(plain_value(becomes, target.dataset, name, fam, selector.keys), fam)

    value()  # What does not fit is refused when the statement is written, not when it runs.
    when = "old" if becomes.kind.startswith(OLD) else "new"
    return _parameter(f"{when}_{name}", value, dialect.stored_type(fam))


def _parameter(name: str, value: Callable[[], object], type_: sa.types.TypeEngine[Any]) -> Value:
    return sa.bindparam(name, type_=type_, callable_=value, unique=True)


def _constant(value: Plain, fam: Family, selector: "Selector") -> Value:
    """Written out, so that people can read it in the statement."""
    if isinstance(value, bool):
        return sa.true() if value else sa.false()
    if isinstance(value, int | Decimal):
        return sa.literal_column(str(value), sa.Numeric())
    if isinstance(value, date):
        dialect = selector.dialect
        shown, type_ = dialect.stored(value, fam), dialect.stored_type(fam)
        return sa.bindparam("day", shown, type_=type_, unique=True)
    return constant(value)
