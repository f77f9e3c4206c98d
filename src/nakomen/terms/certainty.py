"""How surely something was read from a text or seen in a system."""

from enum import StrEnum


class Certainty(StrEnum):
    """A person is asked to look at what is DOUBTFUL first."""

    SURE = "sure"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"
