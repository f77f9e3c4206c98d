"""What does not fit: between promises, data maps and law. One file a check; all pure."""

from typing import TYPE_CHECKING

from nakomen.checks.codes import CHECK_CODES, CODES, explain_code, known_codes
from nakomen.checks.register import check_register
from nakomen.checks.render import render
from nakomen.checks.sarif import sarif
from nakomen.checks.traffic import check as check_traffic
from nakomen.terms.later import brought_in

if TYPE_CHECKING:
    from nakomen.checks.drift import check_drift, together
    from nakomen.checks.in_texts import check_texts
    from nakomen.checks.new_columns import check_new
    from nakomen.checks.odd_writing import check_written
    from nakomen.checks.run import CHECKS, check_held, check_policy
    from nakomen.checks.undeclared import declared

__all__ = [
    "CHECKS",
    "CHECK_CODES",
    "CODES",
    "check_drift",
    "check_held",
    "check_new",
    "check_policy",
    "check_register",
    "check_texts",
    "check_traffic",
    "check_written",
    "declared",
    "explain_code",
    "known_codes",
    "render",
    "sarif",
    "together",
]
__getattr__ = brought_in(
    __name__,
    {
        "CHECKS": "run",
        "check_drift": "drift",
        "check_held": "run",
        "check_new": "new_columns",
        "check_policy": "run",
        "check_texts": "in_texts",
        "declared": "undeclared",
        "check_written": "odd_writing",
        "together": "drift",
    },
)
