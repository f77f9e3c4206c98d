"""
What a colleague sees of one customer while she helps her: live, masked, and noted in the evidence.

Who no longer is a customer is out of reach: of her, only who keeps the invoices sees the invoices.
"""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal

from nakomen.detect.inside import numbers
from nakomen.errors import NakomenError
from nakomen.ledger import Entry
from nakomen.plan import whose
from nakomen.policy import Control
from nakomen.records import (
    Before,
    Column,
    Dataset,
    Nothing,
    Question,
    Row,
    Selection,
    StoreMap,
    all_of,
)
from nakomen.run.company import Company
from nakomen.run.mine import Kind, Known, mine
from nakomen.terms import Basis, Category, Moment, RecordKind

KIND = "support"
ROWS = 50
"""So many rows of one kind are shown; of the others only the number."""
TAIL = 4
MASK = "•••"
NEVER = frozenset({Category.LOGIN_CREDENTIALS, Category.ID_DOCUMENT})
"""No colleague needs to read these to help somebody."""
SPECIAL = frozenset({Category.BSN, Category.HEALTH, Category.OTHER_SPECIAL})
_WRITTEN = {"iban": Category.BANK_ACCOUNT, "card": None, "bsn": Category.BSN}
"""Numbers that are masked inside any text, unless this category is clear; a card number always."""
_LONG = re.compile(r"\w{8,}")


class FormerCustomer(NakomenError):
    """She is a customer no longer: profile and documents are closed for all who work here."""

    nl = "Zij is geen klant meer: profiel en documenten zijn dicht voor iedereen die hier werkt."


@dataclass(frozen=True, kw_only=True)
class Looking:
    """
    Who looks, and how far. *session* and *by* go into the evidence; *by* as a fingerprint.

    *records* are the kinds that her task needs, *clear* the categories that are shown whole.
    *archive*: she keeps the invoices, also of who left.
    """

    session: str
    by: str
    records: frozenset[RecordKind]
    clear: frozenset[Category] = frozenset()
    archive: bool = False


@dataclass(frozen=True, kw_only=True)
class Seen:
    """Rows of one place, as they are shown: text, a cell for each of *columns*. *rows*: all."""

    place: str
    records: RecordKind
    columns: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...] = field(repr=False)
    rows: int


def is_former(company: Company, her: Known, today: date) -> bool:
    """
    Her contract ended before *today*, and no other runs. The customer file says so, or where it
    has no such day her contracts; where nothing tells an end, she still is a customer.
    """
    for kind in (RecordKind.CUSTOMER, RecordKind.CONTRACT):
        rows, ended = 0, 0
        for store_map, dataset in _with_end(company, kind):
            more, over = _ended(company, store_map, dataset, her, today)
            rows, ended = rows + more, ended + over
        if rows:
            return ended == rows
    return False


def _with_end(company: Company, kind: RecordKind) -> Iterator[tuple[StoreMap, Dataset]]:
    for store_map in company.maps:
        for dataset in store_map.datasets:
            if dataset.records is kind and dataset.own_clock(Moment.CONTRACT_END):
                yield store_map, dataset


def _ended(
    company: Company, store_map: StoreMap, dataset: Dataset, her: Known, today: date
) -> tuple[int, int]:
    hers = whose(store_map, frozenset(her.keys), found=True)[dataset.name].hers
    clock = dataset.own_clock(Moment.CONTRACT_END)
    if isinstance(hers, Nothing) or clock is None:
        return 0, 0
    over = all_of(hers, Before(clock.column, today))
    asked = [Question(selection=Selection(dataset.name, where)) for where in (hers, over)]
    whole, ended = company.stores[store_map.store].count(asked, her.keys)
    return whole.rows, ended.rows


def reachable(company: Company, her: Known, looking: Looking, today: date) -> frozenset[RecordKind]:
    """
    The kinds of her records that *looking* reaches.

    Raises:
        FormerCustomer: none; that it was tried is in the evidence.
    """
    if not is_former(company, her, today):
        return looking.records
    if not looking.archive:
        _note(company, her, looking, {}, refused=True)
        raise FormerCustomer
    return looking.records & {RecordKind.BILLING}


def seen(company: Company, her: Known, looking: Looking, today: date) -> list[Seen]:
    """
    Her data as it stands now, as far as *looking* goes; which places were shown is in the evidence.

    Raises:
        FormerCustomer: nothing was shown; that it was tried is in the evidence.
        StoreUnreachable: a store did not answer.
    """
    kinds = reachable(company, her, looking, today)
    wanted = [
        kind
        for kind in reversed(mine(company, her, today).kinds)
        if kind.part.records in kinds and not kind.part.shared
    ]
    found = []
    while wanted:
        # Whoever is read lets go of her stream, so that the store can answer the next question.
        found.append(_seen(wanted.pop(), looking.clear))
    _note(company, her, looking, {each.place: each.rows for each in found}, refused=False)
    return found


def _note(
    company: Company, her: Known, looking: Looking, places: Mapping[str, int], *, refused: bool
) -> None:
    entry = Entry(
        kind=KIND,
        body={
            "session": looking.session,
            "by": company.colleague(looking.by),
            "person": [*sorted(her.marks)],
            "places": {**places},
            "refused": refused,
        },
    )
    company.ledger.append([entry], at=datetime.now(UTC))


def _seen(kind: Kind, clear: Set[Category]) -> Seen:
    columns = kind.part.columns
    return Seen(
        place=kind.name,
        records=kind.part.records,
        columns=tuple(column.name for column in columns),
        cells=tuple(_cells(row, columns, clear) for row in kind.read(0, ROWS)),
        rows=kind.rows,
    )


def _cells(row: Row, columns: tuple[Column, ...], clear: Set[Category]) -> tuple[str, ...]:
    return tuple(shown(row.get(c.name), c.category, clear) for c in columns)


def shown(value: object, category: Category, clear: Set[Category]) -> str:
    """
    One value as a colleague reads it.

    >>> shown("NL91ABNA0417164300", Category.BANK_ACCOUNT, frozenset())
    '••• 4300'
    >>> shown("Betaald van NL91ABNA0417164300", Category.CORRESPONDENCE, frozenset())
    'Betaald van ••• 4300'
    >>> shown("111222333", Category.BSN, frozenset())
    '•••'
    """
    if value is None or value == "":
        return ""
    text = str(value)
    if category in NEVER or (category in SPECIAL and category not in clear):
        return MASK
    if category not in clear and _is_account(value, category):
        return tail(text)
    return hidden(text, clear)


def _is_account(value: object, category: Category) -> bool:
    if category is Category.BANK_ACCOUNT:
        return True
    amount = isinstance(value, int | float | Decimal)
    return category is Category.PAYMENT and not amount and bool(_LONG.search(str(value)))


def tail(text: str) -> str:
    """
    >>> tail("NL91 ABNA 0417 1643 00"), tail("123")
    ('••• 4300', '•••')
    """
    plain = re.sub(r"[\W_]", "", text)
    return f"{MASK} {plain[-TAIL:]}" if len(plain) > TAIL * 2 else MASK


def hidden(text: str, clear: Set[Category]) -> str:
    """
    *text* with the numbers masked that stand inside it.

    >>> hidden("Kaart 4242 4242 4242 4242, BSN 111222333", frozenset({Category.BSN}))
    'Kaart ••• 4242, BSN 111222333'
    """
    found = numbers(text)
    spans = [
        (start, end, name)
        for name, category in _WRITTEN.items()
        if category not in clear
        for start, end in found.get(name, ())
    ]
    for start, end, name in sorted(spans, reverse=True):
        mask = MASK if name == "bsn" else tail(text[start:end])
        text = text[:start] + mask + text[end:]
    return text


def numbers_in(text: str) -> frozenset[str]:
    """
    Which of ``iban``, ``card`` and ``bsn`` stand in *text*.

    >>> sorted(numbers_in("Mijn kaart is 4242424242424242"))
    ['card']
    """
    return frozenset(numbers(text)) & frozenset(_WRITTEN)


def may_read_bsn(company: Company) -> bool:
    """The statement names a duty for which a BSN is there at all (UAVG artikel 46)."""
    vault = Control.NATIONAL_ID_VAULT
    said = (p for p in company.policy.promises if p.control == vault or Category.BSN in p.data)
    return any(Basis.LEGAL_OBLIGATION in promise.grounds for promise in said)


def whole(company: Company, looking: Looking) -> Looking:
    """A BSN is shown whole only where task and statement both say so."""
    if may_read_bsn(company):
        return looking
    return replace(looking, clear=looking.clear - {Category.BSN})
