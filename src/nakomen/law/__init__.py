"""The law catalogue: one file a norm, and here the visible table of all of them."""

from nakomen.law.eu import (
    avg_5_1_e_storage_limitation,
    avg_12_3_response,
    avg_12_6_identity,
    avg_14_3_notice,
    avg_15_4_rights_of_others,
    avg_15_access,
    avg_17_3_b_legal_duty,
    avg_17_3_e_legal_claims,
    avg_17_erasure,
    avg_33_1_breach,
    avg_35_dpia,
    vo_1182_71_periods,
)
from nakomen.law.explanation import explain_rule
from nakomen.law.model import LegalRule
from nakomen.law.nl import (
    atw_1_terms,
    awr_52_bookkeeping,
    bw_3_15i_bookkeeping,
    ob_35a_invoice_content,
    tw_11_5_traffic_data,
    uavg_35_petition,
)
from nakomen.terms import RecordKind, Text

__all__ = ["RULES", "LegalRule", "explain", "holds_for", "rule"]

RULES: tuple[LegalRule, ...] = (
    avg_5_1_e_storage_limitation.RULE,
    avg_12_3_response.RULE,
    avg_12_6_identity.RULE,
    avg_14_3_notice.RULE,
    avg_15_access.RULE,
    avg_15_4_rights_of_others.RULE,
    avg_17_erasure.RULE,
    avg_17_3_b_legal_duty.RULE,
    avg_17_3_e_legal_claims.RULE,
    avg_33_1_breach.RULE,
    avg_35_dpia.RULE,
    vo_1182_71_periods.RULE,
    atw_1_terms.RULE,
    uavg_35_petition.RULE,
    awr_52_bookkeeping.RULE,
    bw_3_15i_bookkeeping.RULE,
    ob_35a_invoice_content.RULE,
    tw_11_5_traffic_data.RULE,
)
_BY_ID = {known.id: known for known in RULES}


def rule(id: str) -> LegalRule:
    """
    The norm with this id, such as ``awr-52``.

    Raises:
        KeyError: no such norm.
    """
    return _BY_ID[id]


def holds_for(records: RecordKind) -> tuple[LegalRule, ...]:
    """
    Norms that go before a request for erasure and run for a time, in the order of the table.

    >>> [norm.id for norm in holds_for(RecordKind.BILLING)], holds_for(RecordKind.TRAFFIC)
    (['awr-52', 'bw-3-15i'], ())
    """
    return tuple(norm for norm in RULES if norm.beats_erasure and norm.keep and norm.holds(records))


def explain(id: str) -> Text:
    """
    What a norm demands, of what, how long, where it stands and how sure that is.

    Raises:
        KeyError: no such norm.
    """
    return explain_rule(rule(id))
