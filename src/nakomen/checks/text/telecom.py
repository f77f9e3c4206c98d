"""Traffic data, and techniques from which nothing can be erased."""

from nakomen.checks.text.answer import NOT_APPLICABLE, OK, Answers, Verdict, missing, vague
from nakomen.checks.text.durations import days
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Told

_TRAFFIC = Pattern(
    r"verkeersgegevens|belgegevens|traffic data|gespreksgegevens|\bcdr\b|belverkeer|imei|imsi"
)
_TRAFFIC_WORDS = (
    "verkeersgegevens",
    "belgegevens",
    "traffic data",
    "gespreksgegevens",
    "cdr",
    "belverkeer",
    "imei",
    "imsi",
)


@rule("tw11-5-4-inform-traffic-data")
def traffic(told: Told) -> Answers:
    """Traffic data come with how long they are used."""
    found = [
        s
        for s in told.those(
            _TRAFFIC_WORDS,
            _TRAFFIC,
            Pattern(r"\b(?:geen|niet|no|not)\b.{0,20}(?:verkeersgegevens|traffic)"),
        )
        if not s.is_heading
    ]
    if not found:
        return NOT_APPLICABLE
    around = {n.index: n for s in found for n in (s, *told.near(s, 1))}.values()
    return OK if any(days(n.low) for n in around) else missing(found[-1].span)


_TELECOM = Pattern(
    r"telefonie|telecom|voip|internetaansluiting|internetprovider|internet provider|"
    r"glasvezel|\bsim\b|belabonnement|bellen via|internetabonnement|phone service|"
    r"broadband|televisie"
)


@rule("art12-1-scope-fits-business")
def fits_business(told: Told) -> Answers:
    """A part on traffic data belongs to who offers telephony or internet."""
    found = [s for s in told.those(_TRAFFIC_WORDS, _TRAFFIC) if not s.is_heading]
    if len(found) < 2:
        return NOT_APPLICABLE
    inside = {n.index for s in found for n in told.same_section(s)}
    outside = [s for s in told.said if s.index not in inside]
    offers = any(_TELECOM.search(s.low) for s in outside)
    defined = [
        s for s in found if Pattern(r"verkeersgegevens zijn|traffic data (?:are|is)").search(s.low)
    ]
    return OK if offers else vague((defined or found)[0].span)


phrase(
    "art17-immutable-ledger",
    Verdict.WRONG,
    ("blockchain", "distributed ledger"),
    r"blockchain|distributed ledger",
    unless=r"\b(?:geen|niet|nooit|no|not|never)\b.{0,60}(?:blockchain|persoonsgegevens|"
    r"personal data|ledger)|(?:blockchain|ledger)\b.{0,60}\b(?:geen|"
    r"no) (?:persoonsgegevens|personal data)",
)
