"""What a retention run must take under each statement: by its words and the law, in plain SQL."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Engine
from tests.circle.witness import Rows, together, without
from tests.circle.world import TODAY

from nakomen.demo.provider import oracle
from nakomen.demo.provider.digest import Digest
from nakomen.demo.provider.oracle import Ids


@dataclass(frozen=True, kw_only=True)
class Due:
    """What a retention run must take, by the law and the statement: *gone* and *emptied*."""

    gone: Rows
    emptied: Ids = frozenset()
    calls_of_a_year: bool = False
    """Of the call records all and only those of a year or older go."""

    def staying(self, crm: Engine) -> dict[str, Digest]:
        """A digest of all that must stay as it is, table by table."""
        changes = together(self.gone, {"customer": self.emptied})
        if not self.calls_of_a_year:
            return oracle.snapshot(crm, changes)
        return oracle.snapshot(crm, changes | {"call_record": frozenset()}, today=TODAY)


def nothing(_crm: Engine) -> Due:
    """No number stands in the statement, so nothing falls due by itself."""
    return Due(gone={})


def calls_of_a_year(crm: Engine) -> Due:
    """Call records for one year; invoices only when a customer asks."""
    return Due(gone=oracle.expired(crm, TODAY, "call_record"), calls_of_a_year=True)


def who_is_no_customer(crm: Engine) -> Due:
    """Everything for as long as somebody is a customer; invoices for as long as the law asks."""
    held = oracle.held_of_leavers(crm, TODAY, TODAY)
    return Due(gone=without(oracle.leavers(crm, TODAY), held), emptied=held["customer"])


DUE: dict[str, Callable[[Engine], Due]] = {
    "vextra": nothing,
    "upgraders": nothing,
    "etsoft": nothing,
    "technorama": calls_of_a_year,
    "itsb": who_is_no_customer,
}
