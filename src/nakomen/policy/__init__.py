"""The statement as a policy: its model, its file, its edits."""

from nakomen.policy.bound import Bound
from nakomen.policy.model import Confirmation, Policy, Promise, RetentionRule, Statement

__all__ = ["Bound", "Confirmation", "Policy", "Promise", "RetentionRule", "Statement"]
