"""
payment-data-vault and national-id-vault at the desk: what people write holds no such number, and a
BSN is read only where task and statement both say so.
"""

from dataclasses import replace
from secrets import token_urlsafe

import pytest
from tests.controls.office import Office
from tests.support.desk import Desk

from nakomen import Company, Looking
from nakomen.run.supporting import shown, whole
from nakomen.terms import Basis, Category, RecordKind

NOBODY: frozenset[Category] = frozenset()
FINANCE = frozenset({Category.BANK_ACCOUNT, Category.PAYMENT, Category.BSN})


@pytest.mark.parametrize("number", ["4242 4242 4242 4242", "5555555555554444", "111222333"])
def test_a_full_number_is_refused_in_a_free_text(desk: Desk, number: str) -> None:
    """In a question of a visitor and in the note of a colleague; what was refused is not kept."""
    visitor = desk.client()
    visitor.post("/vragen/", {"right": "access"})
    visitor.post("/vragen/wie/", {"name": "Anna", "email": "anna@nergens.example"})
    refused = visitor.post("/vragen/uitleg/", {"words": f"mijn nummer is {number}."})
    assert (refused.status, "Laat dat weg" in refused.words) == (422, True)
    fields = {
        "right": "access", "channel": "phone", "name": "Anna", "language": "nl",
        "email": "anna@nergens.example", "words": f"zij noemde {number}",
        "received_on": "2026-11-20", "token": token_urlsafe(32),
    }  # fmt: skip
    assert desk.colleague("owner").client.post("/zaken/nieuw/", fields).status == 422
    kept = b"".join(data for file, data in desk.files().items() if "desk.sqlite" in file.name)
    assert number.encode() not in kept


@pytest.mark.parametrize(
    ("value", "category", "others", "finance"),
    [
        ("NL91ABNA0417164300", Category.BANK_ACCOUNT, "••• 4300", "NL91ABNA0417164300"),
        ("4242424242424242", Category.PAYMENT, "••• 4242", "••• 4242"),
        ("kaart 4242 4242 4242 4242", Category.CORRESPONDENCE, "kaart ••• 4242", None),
        ("van NL91ABNA0417164300", Category.OTHER, "van ••• 4300", "van NL91ABNA0417164300"),
        ("111222333", Category.BSN, "•••", "111222333"),
        ("BSN 111222333", Category.CORRESPONDENCE, "BSN •••", "BSN 111222333"),
        ("geheim", Category.LOGIN_CREDENTIALS, "•••", "•••"),
        ("ziek", Category.HEALTH, "•••", "•••"),
        (None, Category.BSN, "", ""),
    ],
)
def test_each_value_is_masked_after_task_and_kind(
    value: str | None, category: Category, others: str, finance: str | None
) -> None:
    """Finance reads accounts; a card number, a password and health nobody."""
    assert shown(value, category, NOBODY) == others
    assert shown(value, category, FINANCE) == (others if finance is None else finance)


def test_a_bsn_needs_a_duty_that_the_statement_names(company: Office) -> None:
    """UAVG artikel 46: without it finance reads none either."""
    looking = Looking(session="S", by="x", records=frozenset(RecordKind), clear=FINANCE)
    with Company.open(company.folder) as opened:
        assert Category.BSN not in whole(opened, looking).clear
        first = replace(
            opened.policy.promises[0], data=(Category.BSN,), bases=(Basis.LEGAL_OBLIGATION,),
            purpose=None,
        )  # fmt: skip
        opened.policy = replace(opened.policy, promises=(first,))
        assert whole(opened, looking).clear == FINANCE
