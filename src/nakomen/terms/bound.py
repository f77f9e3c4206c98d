"""How a term binds: kept at least so long, at most so long, or exactly."""

from enum import StrEnum


class Bound(StrEnum):
    EXACTLY = "exactly"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
