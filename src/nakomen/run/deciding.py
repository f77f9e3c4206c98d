"""A gate is asked: the answer is given, and that it was given is evidence."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from nakomen.errors import UsageError
from nakomen.gates import Decision, GateFacts, decide, told
from nakomen.ledger import JSON, Entry
from nakomen.run.company import Company


class ReceiverUnknown(UsageError):
    """The policy names no such receiver. Say its country with --country."""

    nl = "Het beleid noemt zo'n ontvanger niet. Zeg het land met --country."


def may(
    company: Company, facts: GateFacts, on: date, log: Mapping[str, JSON] | None = None
) -> Decision:
    """
    What the gate says; the ledger notes which promise or norm decided, and nothing of a person.

    Args:
        log: what more is noted of the question; ids and fingerprints only.

    Raises:
        LedgerFull: the answer could not be noted, so none is given.
    """
    decision = decide(company.policy, facts)
    body: dict[str, JSON] = {
        "gate": decision.gate.value,
        "answer": decision.answer.value,
        "promise": decision.promise,
        "rule": decision.rule,
        "article": decision.article,
        "missing": list(decision.missing),
        "about": {name: value for name, value in told(facts).items() if value},
        "policy": company.policy.digest,
        "on": on.isoformat(),
        **(log or {}),
    }
    company.ledger.append([Entry(kind="decided", body=body)], at=datetime.now(UTC))
    return decision


def country_of(company: Company, receiver: str) -> str | None:
    """
    The country that the policy gives for *receiver*; None when it names her without one.

    Raises:
        ReceiverUnknown: the policy does not name *receiver*.
    """
    wanted = receiver.casefold().strip()
    named = [p.recipient for p in company.policy.promises if p.recipient]
    same = [r for r in named if str(r.get("name", "")).casefold() == wanted]
    if not same:
        raise ReceiverUnknown
    return next((str(r["country"]) for r in same if r.get("country")), None)
