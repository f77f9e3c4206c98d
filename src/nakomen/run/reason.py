"""Why a person decided so, in words that name nobody."""

from collections.abc import Sequence

from nakomen.errors import UsageError

_MOST_WORDS = 300


class ReasonMissing(UsageError):
    """Say why, in a few words and without names or addresses: a file number does."""

    nl = "Zeg waarom, in een paar woorden en zonder namen of adressen: een dossiernummer kan."


def refuse_reason(reason: str, values: Sequence[str] = ()) -> None:
    """
    Raises:
        ReasonMissing: empty, too long, or with an address or one of *values* in it.
    """
    said = reason.strip().casefold()
    named = "@" in said or any(value.casefold() in said for value in values)
    if not said or named or len(said) > _MOST_WORDS:
        raise ReasonMissing
