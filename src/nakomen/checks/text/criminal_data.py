"""Data on offences."""

from nakomen.checks.text.answer import Verdict
from nakomen.checks.text.registry import phrase

phrase(
    "art10-customer-ban-correct",
    Verdict.VAGUE,
    ("strafrechtelijk", "criminal"),
    r"(?:niet toegestaan|verboden|mag niet|not allowed|"
    r"prohibited)\b.{0,120}(?:strafrechtelijke|criminal)\b.{0,20}(?:gegevens|"
    r"data)\b.{0,160}(?:verbod|avg|verordening|wet\b|gdpr|law)",
)
