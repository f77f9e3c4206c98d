"""TILT, the Transparency Information Language: written strictly, read leniently."""

from nakomen.policy.formats.tilt.read import is_tilt, read_tilt
from nakomen.policy.formats.tilt.write import as_tilt

__all__ = ["as_tilt", "is_tilt", "read_tilt"]
