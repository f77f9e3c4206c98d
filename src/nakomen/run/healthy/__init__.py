"""Is everything that nakomen needs in order? Each part has a file of its own."""

from nakomen.run.healthy.looked import Check
from nakomen.run.healthy.whole import checks

__all__ = ["Check", "checks"]
