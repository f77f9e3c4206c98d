"""
Own administration, or what customers store with us? (dual-role-separation, the register's part)

For our own administration we are controller; what customers store is theirs, and we are processor
(AVG artikelen 4, 28 and 30). The register has a part for each; a request about their content goes
to them, and our administration does not look into it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from nakomen.gates.decision import Answer, Decision, Gate
from nakomen.policy import Control, Policy
from nakomen.records import Dataset, StoreMap
from nakomen.terms import RecordKind, Text


class Side(StrEnum):
    OWN = "own"
    """We are controller: register of artikel 30 lid 1."""
    CUSTOMERS = "customers"
    """We are processor: register of artikel 30 lid 2."""


class Intent(StrEnum):
    ANSWER = "answer"
    """A person exercises a right."""
    READ = "read"
    """Our own administration wants to look into it."""
    INSTRUCTION = "instruction"
    """The customer asks us to do something with it."""


@dataclass(frozen=True, kw_only=True)
class Reach:
    """*agreement*: the processing agreement with this customer is on file."""

    records: RecordKind | None
    intent: Intent
    agreement: bool = False


def side_of(records: RecordKind) -> Side:
    """
    On which side of the register records of this kind stand.

    >>> side_of(RecordKind.CONTENT), side_of(RecordKind.BILLING)
    (<Side.CUSTOMERS: 'customers'>, <Side.OWN: 'own'>)
    """
    return Side.CUSTOMERS if records is RecordKind.CONTENT else Side.OWN


def separated(maps: Iterable[StoreMap]) -> dict[Side, list[tuple[str, Dataset]]]:
    """Each dataset with the name of its store, on one side and never on both."""
    parts: dict[Side, list[tuple[str, Dataset]]] = {side: [] for side in Side}
    for store_map in maps:
        for dataset in store_map.datasets:
            parts[side_of(dataset.records)].append((store_map.store, dataset))
    return parts


def dual_role_gate(policy: Policy, reach: Reach) -> Decision:
    said = next((p for p in policy.promises if p.control == Control.DUAL_ROLE_SEPARATION), None)
    return _decide(reach).kept_by(said)


def _decide(reach: Reach) -> Decision:
    if reach.records is None:
        return _told(Answer.ASK, _WHOSE, missing=("records",))
    if side_of(reach.records) is Side.OWN:
        if reach.intent is Intent.INSTRUCTION:
            return _told(Answer.ASK, _OURS, article="AVG artikel 4 onder 7")
        return _told(Answer.ALLOW, _OWN, article="AVG artikel 4 onder 7")
    if reach.intent is Intent.ANSWER:
        rule = "IN-03"
        return _told(Answer.DENY, _FORWARD, rule=rule, article="AVG artikel 28 lid 3 onder e")
    if reach.intent is Intent.READ:
        rule = "art28-10-processor-own-purposes"
        return _told(Answer.DENY, _THEIRS, rule=rule, article="AVG artikel 28 lid 3 onder a en 10")
    rule, article = "art28-3-contract-exists", "AVG artikel 28 lid 3"
    if not reach.agreement:
        return _told(Answer.DENY, _NO_CONTRACT, rule=rule, article=article, missing=("agreement",))
    return _told(Answer.ALLOW, _INSTRUCTED, rule=rule, article=article)


def _told(
    answer: Answer,
    text: Text,
    *,
    rule: str | None = None,
    article: str | None = None,
    missing: tuple[str, ...] = (),
) -> Decision:
    return Decision(
        gate=Gate.ROLE, answer=answer, text=text, rule=rule, article=article, missing=missing
    )


_WHOSE = Text("om welke gegevens het gaat, is niet gezegd", "the kind of records was not said")
_OWN = Text(
    "dit is onze eigen administratie: wij zijn verantwoordelijk",
    "this is our own administration: we are controller",
)
_OURS = Text(
    "een klant geeft geen opdrachten over onze eigen administratie: behandel het als verzoek",
    "a customer does not instruct us on our own administration: treat it as a request",
)
_FORWARD = Text(
    "dit is van een klant: stuur het verzoek direct aan die klant door, vertel dat, en help",
    "this belongs to a customer: forward the request to it at once, say so, and assist",
)
_THEIRS = Text(
    "dit is van een klant: wij kijken er niet in voor eigen doelen",
    "this belongs to a customer: we do not look into it for purposes of our own",
)
_NO_CONTRACT = Text(
    "er is geen verwerkersovereenkomst met deze klant in het dossier",
    "no processing agreement with this customer is on file",
)
_INSTRUCTED = Text(
    "de klant vraagt het, en de overeenkomst is er", "the customer asks, and the agreement is there"
)
