"""The W3C Data Privacy Vocabulary 2.3 as JSON-LD: existing terms only."""

from nakomen.policy.formats.dpv.read import is_dpv, read_dpv
from nakomen.policy.formats.dpv.write import as_dpv

__all__ = ["as_dpv", "is_dpv", "read_dpv"]
