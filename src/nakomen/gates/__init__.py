"""Gates: may this use, message, disclosure or transfer happen now? Policy and facts → Decision."""

from nakomen.gates.combined_data import Combined, combined_data_gate
from nakomen.gates.decide import GateFacts, decide, told
from nakomen.gates.decision import NO_CONSENT, Answer, Consent, Decision, Gate
from nakomen.gates.dpia_screening import Activity, dpia_screening_gate
from nakomen.gates.dual_role import Intent, Reach, Side, dual_role_gate, side_of
from nakomen.gates.marketing import Message, Sending, marketing_gate
from nakomen.gates.minors import Minor, minors_gate
from nakomen.gates.special_category import Special, Storing, special_category_gate
from nakomen.gates.transfer import Export, transfer_gate
from nakomen.gates.use import Allowed, Use, declared, use_gate
from nakomen.law.eu.avg_35_dpia import Trait

__all__ = [
    "NO_CONSENT",
    "Activity",
    "Allowed",
    "Answer",
    "Combined",
    "Consent",
    "Decision",
    "Export",
    "Gate",
    "GateFacts",
    "Intent",
    "Message",
    "Minor",
    "Reach",
    "Sending",
    "Side",
    "Special",
    "Storing",
    "Trait",
    "Use",
    "combined_data_gate",
    "decide",
    "declared",
    "dpia_screening_gate",
    "dual_role_gate",
    "marketing_gate",
    "minors_gate",
    "side_of",
    "special_category_gate",
    "told",
    "transfer_gate",
    "use_gate",
]
