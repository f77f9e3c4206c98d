"""Every error names its cure, in both languages."""

import pytest

from nakomen import ledger
from nakomen.ledger import LedgerError

ERRORS = [
    kind
    for name in ledger.__all__
    if isinstance(kind := getattr(ledger, name), type) and issubclass(kind, LedgerError)
]


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_an_error_tells_what_and_how_to_go_on(kind: type[LedgerError]) -> None:
    """The message has a fault and a cure, of its own, in Dutch and in English."""
    told = kind("step-3").text
    assert told.en.count(".") >= 2
    assert told.nl.count(".") >= 2
    assert "(step-3)" in told.en
    assert kind is LedgerError or kind.nl != LedgerError.nl
