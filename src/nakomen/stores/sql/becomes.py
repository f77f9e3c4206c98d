"""The value that a column becomes, in SQL. What is given travels as a parameter."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from nakomen.records import OLD, Becomes, Coarse, Constant, Emptied, Given, KeyIn, Without
from nakomen.stores.becomes import Plain, check_coarse, plain_value, sought
from nakomen.stores.blank import Blank, blank_of
from nakomen.stores.errors import DoesNotFit
from nakomen.stores.family import Family
from nakomen.stores.sql.dialects import Flag, Value, constant
from nakomen.stores.sql.documents import Cell
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
        case Without():
            raise DoesNotFit(f"{target.dataset.name}.{name}")


def new_document(
    becomes: Becomes, cell: Cell, target: Target, table: sa.FromClause, selector: "Selector"
) -> Value:
    """
    The whole of a column once the place of *cell* inside it has become what it should.

    Raises:
        CannotBlank, DoesNotFit, NotGiven: it cannot become that.
    """
    name = str(cell.path)
    if isinstance(becomes, Without):
        return selector.dialect.omit(cell, _taken(becomes, name, selector))
    if cell.path.several:
        raise DoesNotFit(f"{target.dataset.name}.{name}")
    if isinstance(becomes, Emptied):
        return selector.dialect.put(cell, None)
    return selector.dialect.put(cell, new_value(becomes, name, target, table, selector))


def _taken(becomes: Without, name: str, selector: "Selector") -> Callable[[Value], Flag]:
    key = KeyIn(name, becomes.kind, becomes.written)
    return lambda value: selector.key_in(key, value, Family.TEXT)


def unlike(
    becomes: Becomes, name: str, target: Target, table: sa.FromClause, selector: "Selector"
) -> Flag:
    """The column does not hold yet what it becomes. Never unknown."""
    if isinstance(becomes, Without):
        return selector.some(name, target, table, _taken(becomes, name, selector))
    if isinstance(becomes, Coarse):
        return _not_coarse(becomes, name, target, table, selector)
    if cell := target.cell(name, table):
        return _unlike_inside(becomes, cell, target, table, selector)
    column = table.c[name]
    value = new_value(becomes, name, target, table, selector)
    if isinstance(becomes, Emptied):
        empty = blank_of(target.dataset, name) is Blank.NULL
        filled: Flag = column.is_not(None)
        return filled if empty else sa.and_(filled, column != value)
    if target.families[name] in (Family.TEXT, Family.OTHER):
        dialect = selector.dialect
        return sa.or_(column.is_(None), dialect.differ(dialect.text(column), value))
    return sa.or_(column.is_(None), column != value)


def _unlike_inside(
    becomes: Becomes, cell: Cell, target: Target, table: sa.FromClause, selector: "Selector"
) -> Flag:
    """Nothing is put where nothing stands."""
    dialect = selector.dialect
    if isinstance(becomes, Emptied):
        return dialect.stands(cell)
    column, value = (
        dialect.scalar(cell),
        new_value(becomes, str(cell.path), target, table, selector),
    )
    differs = sa.or_(column.is_(None), dialect.differ(column, value))
    return sa.and_(dialect.stands(cell), differs)


def coarse_value(
    becomes: Coarse, name: str, target: Target, table: sa.FromClause, selector: "Selector"
) -> Value:
    """The column made coarse, and its blank where it has no coarse form."""
    column, fam = selector.value(name, target, table), target.families[name]
    check_coarse(becomes, target.dataset, name, fam)
    made = selector.dialect.coarse(column, becomes, fam)
    if fam not in (Family.TEXT, Family.OTHER) or blank_of(target.dataset, name) is Blank.NULL:
        return made
    empty = selector.blank(blank_of(target.dataset, name), target, table)
    return sa.func.coalesce(made, sa.case((column.is_not(None), empty)))


def _not_coarse(
    becomes: Coarse, name: str, target: Target, table: sa.FromClause, selector: "Selector"
) -> Flag:
    column = selector.value(name, target, table)
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

    def found(value: Value) -> Flag:
        column = sa.func.coalesce(dialect.text(value), constant(""), type_=sa.String)
        return dialect.position(dialect.lower(column), held) > sa.literal_column("0")

    return selector.some(name, target, table, found)


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
