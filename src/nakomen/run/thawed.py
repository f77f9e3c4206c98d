"""A copy for whose data is restricted: what was emptied stands in it as it stood."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from nakomen.ledger import has_vault
from nakomen.plan import Step
from nakomen.records import Act, Row, column_of
from nakomen.run.company import Company
from nakomen.stores.family import Family, family_of

_READ: dict[Family, Callable[[str], Any]] = {
    Family.INTEGER: int,
    Family.NUMBER: Decimal,
    Family.DATE: date.fromisoformat,
    Family.LOCAL: datetime.fromisoformat,
    Family.INSTANT: datetime.fromisoformat,
    Family.BOOLEAN: lambda text: text in ("t", "true"),
}


def thawed(company: Company, step: Step, rows: Iterator[Row]) -> Iterator[Row]:
    """*rows* of a person, each with what the vault holds of it; the store is not touched."""
    if step.subject is None or not has_vault(company.state):
        return rows
    frozen = [
        parcel
        for parcel in company.vault.parcels(subject=step.subject)
        if (parcel.store, parcel.dataset, parcel.act) == (step.store, step.task.dataset, Act.FREEZE)
    ]
    if not frozen:
        return rows
    store_map = company.store_map(step.store)
    key = store_map.dataset(step.task.dataset).primary_key
    families = {
        name: family_of(store_map, step.task.dataset, name)
        for parcel in frozen
        for name in map(column_of, parcel.columns)
    }

    def whole(row: Row) -> Row:
        found = dict(row)
        for parcel in frozen:
            parked = company.vault.row(parcel, tuple(str(row[name]) for name in key))
            for name in map(column_of, parcel.columns) if parked else ():
                if parked and name in found:
                    found[name] = shown(parked.values[name], families[name])
        return found

    return map(whole, rows)


def shown(value: Any, fam: Family) -> Any:
    """Some databases are asked for the text of a value; here it is what it was."""
    if not isinstance(value, str) or fam not in _READ:
        return value
    try:
        return _READ[fam](value)
    except (ValueError, ArithmeticError):
        return value
