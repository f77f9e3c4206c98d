"""What does not fit: between promises, data maps and law. One file a check; all pure."""

from nakomen.checks.codes import CHECK_CODES, CODES, explain_code, known_codes
from nakomen.checks.drift import check_drift
from nakomen.checks.register import check_register
from nakomen.checks.render import render
from nakomen.checks.run import CHECKS, check_policy
from nakomen.checks.sarif import sarif

__all__ = [
    "CHECKS",
    "CHECK_CODES",
    "CODES",
    "check_drift",
    "check_policy",
    "check_register",
    "explain_code",
    "known_codes",
    "render",
    "sarif",
]
