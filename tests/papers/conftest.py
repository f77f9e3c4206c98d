"""A fictional provider answers Anna."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pytest

from nakomen.papers import AccessPaper, AccessPart, Controller, Recipient
from nakomen.records import Column, Row
from nakomen.terms import Category, Lang, RecordKind, Right, Text


@pytest.fixture
def paper() -> Callable[..., AccessPaper]:
    """What holds for the whole answer; named facts replace the usual ones."""

    def make(**facts: Any) -> AccessPaper:
        usual: dict[str, Any] = {
            "lang": Lang.NL,
            "controller": Controller(
                name="Voorbeeld Telecom B.V.",
                lines=("Marktstraat 12", "1000 AA Voorbeeldstad"),
                email="privacy@voorbeeld.example",
            ),
            "reference": "case-41",
            "made_on": date(2026, 11, 21),
            "statement_title": "Privacyverklaring van Voorbeeld",
            "subject": ("email #a91f",),
            "purposes": (Text("telefonie leveren", "supplying telephony"),),
            "recipients": (
                Recipient(
                    name="Voorbeeld Post",
                    purpose=Text("brieven bezorgen", "delivering letters"),
                    country="België",
                ),
            ),
            "rights": (Right.ACCESS, Right.WITHDRAW_CONSENT),
            "automated": Text("geen enkel besluit", "no decision at all"),
            "transfers": Text("modelcontract", "standard clauses"),
        }
        return AccessPaper(**(usual | facts))

    return make


@pytest.fixture
def part() -> Callable[..., AccessPart]:
    """A dataset of one store; columns are taken from the first row."""

    def make(rows: Iterable[Row] = (), columns: Iterable[str] = (), **facts: Any) -> AccessPart:
        listed = list(rows) if isinstance(rows, list | tuple) else rows
        names = list(columns) or list(next(iter(listed), {}))  # an iterator needs columns
        usual: dict[str, Any] = {
            "store": "crm",
            "dataset": "customers",
            "records": RecordKind.CUSTOMER,
            "columns": tuple(
                Column(name=name, type="text", category=Category.NAME) for name in names
            ),
            "rows": listed,
            "term": Text("zolang u klant bent", "while you are a customer"),
            "source": Text("van uzelf", "from yourself"),
        }
        return AccessPart(**(usual | facts))

    return make
