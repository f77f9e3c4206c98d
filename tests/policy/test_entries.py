"""A policy taken apart into entries and written again is the same policy."""

from tests.policy.written import WHOLE, policy

from nakomen.policy import load_policy, policy_yaml
from nakomen.policy.entries import as_entries


def test_entries_written_again_are_the_same_policy() -> None:
    """Nothing that counts gets lost on the way out and in."""
    first = policy(WHOLE)
    again, findings = load_policy(policy_yaml(**as_entries(first)), "policy.yaml", None)

    assert findings == []
    assert again is not None
    assert again.digest == first.digest


def test_a_yes_does_not_travel() -> None:
    """Somebody agreed to this file; nobody agreed to a copy of it elsewhere."""
    said = "confirmed: {by: Chaima, on: 2026-11-21, digest: 0123456789abcdef}"
    text = WHOLE + f"    {said}\n"

    assert policy(text).promises[-1].confirmation
    assert "confirm" not in str(as_entries(policy(text)))
