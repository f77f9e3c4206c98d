"""dual-role-separation, the register's part: whose data, whose register, whose answer."""

import pytest
from tests.gates.companies import SILENT, company

from nakomen.gates import Answer, Decision, Intent, Reach, Side, dual_role_gate, side_of
from nakomen.gates.dual_role import separated
from nakomen.policy import Control
from nakomen.records import Dataset, StoreMap
from nakomen.terms import RecordKind


def decide(records: RecordKind | None, intent: Intent, **more: bool) -> Decision:
    return dual_role_gate(SILENT, Reach(records=records, intent=intent, **more))


def test_a_request_about_customer_content_is_forwarded() -> None:
    """The host does not answer for its customer; about its own administration it does."""
    decision = decide(RecordKind.CONTENT, Intent.ANSWER)
    assert (decision.answer, decision.rule) == (Answer.DENY, "IN-03")
    assert decide(RecordKind.CUSTOMER, Intent.ANSWER).answer is Answer.ALLOW


def test_the_administration_does_not_look_into_content() -> None:
    """Not even with an agreement; its own books it reads."""
    assert decide(RecordKind.CONTENT, Intent.READ, agreement=True).answer is Answer.DENY
    assert decide(RecordKind.BILLING, Intent.READ).answer is Answer.ALLOW


def test_an_instruction_needs_an_agreement_on_file() -> None:
    """AVG 28(3); and no customer instructs us on our own administration."""
    assert decide(RecordKind.CONTENT, Intent.INSTRUCTION).missing == ("agreement",)
    assert decide(RecordKind.CONTENT, Intent.INSTRUCTION).answer is Answer.DENY
    allowed = decide(RecordKind.CONTENT, Intent.INSTRUCTION, agreement=True)
    assert allowed.answer is Answer.ALLOW
    assert decide(RecordKind.BILLING, Intent.INSTRUCTION).answer is Answer.ASK
    assert decide(None, Intent.READ).answer is Answer.ASK


@pytest.mark.parametrize("records", RecordKind)
def test_only_what_customers_store_is_theirs(records: RecordKind) -> None:
    """Every other kind is our own administration."""
    assert (side_of(records) is Side.CUSTOMERS) is (records is RecordKind.CONTENT)


def test_the_register_has_each_dataset_on_one_side() -> None:
    """Nothing is on both, nothing is left out."""
    kinds = (RecordKind.CUSTOMER, RecordKind.CONTENT, RecordKind.BACKUP)
    datasets = tuple(
        Dataset(name=kind.value, records=kind, primary_key=("id",), columns=()) for kind in kinds
    )
    parts = separated([StoreMap(store="crm", kind="sqlite", datasets=datasets)])

    assert [(store, d.name) for store, d in parts[Side.CUSTOMERS]] == [("crm", "content")]
    assert [d.name for _, d in parts[Side.OWN]] == ["customer", "backup"]


def test_the_promise_that_separates_is_named() -> None:
    """A refusal can be told by the sentence that promised it."""
    policy = company({"control": Control.DUAL_ROLE_SEPARATION})
    reach = Reach(records=RecordKind.CONTENT, intent=Intent.READ)
    assert dual_role_gate(policy, reach).promise == "P1"
