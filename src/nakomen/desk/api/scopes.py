"""What a program may do; each key has some of these, and no more."""

from enum import StrEnum


class Scope(StrEnum):
    """Named after what it opens."""

    READ = "requests:read"
    WRITE = "requests:write"
    VOUCH = "requests:vouch"
    """To say that the person was signed in, so that nobody asks again who she is."""
    PROMISES = "promises:read"
    MAY = "may:ask"
    CONSENTS = "consents:write"


TOLD = {
    Scope.READ: (
        "zien hoe het met een verzoek staat (zonder naam of adres)",
        "see how a request is doing (without name or address)",
    ),
    Scope.WRITE: (
        "een verzoek of een opzegging doorgeven",
        "hand on a request, or that somebody gives notice",
    ),
    Scope.VOUCH: (
        "erbij zeggen dat de klant was ingelogd: dan vragen wij niet meer wie zij is",
        "say that the customer was signed in: then nobody asks again who she is",
    ),
    Scope.PROMISES: ("beloften en oordelen lezen", "read promises and verdicts"),
    Scope.MAY: (
        "vragen of een gebruik van gegevens mag",
        "ask whether a use of data is allowed",
    ),
    Scope.CONSENTS: (
        "doorgeven dat een klant ergens ja op zei, of dat intrekt",
        "hand on that a customer said yes to something, or takes that back",
    ),
}
