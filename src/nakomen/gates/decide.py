"""One way to every gate: the facts say which one is asked."""

from typing import TypeAlias

from nakomen.gates.combined_data import Combined, combined_data_gate
from nakomen.gates.decision import Decision
from nakomen.gates.dpia_screening import Activity, dpia_screening_gate
from nakomen.gates.dual_role import Reach, dual_role_gate
from nakomen.gates.marketing import Sending, marketing_gate
from nakomen.gates.minors import Minor, minors_gate
from nakomen.gates.special_category import Storing, special_category_gate
from nakomen.gates.transfer import Export, transfer_gate
from nakomen.gates.use import Use, use_gate
from nakomen.policy import Policy

GateFacts: TypeAlias = Minor | Export | Sending | Storing | Activity | Combined | Reach | Use


def decide(policy: Policy, facts: GateFacts) -> Decision:
    """What the gate that these facts are for says under *policy*."""
    match facts:
        case Minor():
            return minors_gate(policy, facts)
        case Export():
            return transfer_gate(policy, facts)
        case Sending():
            return marketing_gate(policy, facts)
        case Storing():
            return special_category_gate(policy, facts)
        case Activity():
            return dpia_screening_gate(policy, facts)
        case Combined():
            return combined_data_gate(policy, facts)
        case Reach():
            return dual_role_gate(policy, facts)
        case Use():
            return use_gate(policy, facts)


def told(facts: GateFacts) -> dict[str, str | None]:
    """
    What may be written down of the question: nothing of a person, such as her age or her consent.

    >>> told(Minor(age=15))
    {}
    """
    match facts:
        case Export():
            return {"country": facts.country, "safeguard": facts.safeguard}
        case Sending():
            return {"channel": facts.channel, "message": facts.message}
        case Storing():
            return {"category": ", ".join(facts.kinds) or None}
        case Activity():
            return {"traits": ", ".join(sorted(facts.traits))}
        case Reach():
            return {"records": facts.records, "to": facts.intent}
        case Use():
            return {"ground": facts.ground, "restricted": "yes" if facts.restricted else None}
        case _:
            return {}
