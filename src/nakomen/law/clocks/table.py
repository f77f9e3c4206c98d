"""The visible table of all clocks, in the order of their numbers."""

from nakomen.law.clocks import incidents, informing, requests, upkeep
from nakomen.law.clocks.clock import Clock
from nakomen.law.explanation import NO_ADVICE
from nakomen.terms import Lang, Text

CLOCKS: tuple[Clock, ...] = tuple(
    sorted(
        (*requests.CLOCKS, *informing.CLOCKS, *incidents.CLOCKS, *upkeep.CLOCKS),
        key=lambda clock: clock.id,
    )
)
_BY_ID = {known.id: known for known in CLOCKS}
_PARTS = (
    (Text("Begint", "Starts"), "starts"),
    (Text("Duurt", "Runs"), "length"),
    (Text("Verandert door", "Changed by"), "changes"),
    (Text("Te laat", "Missed"), "missed"),
)
_SEE = Text("Wordt berekend door {norm}.", "Computed by {norm}.")


def clock(id: str) -> Clock:
    """
    The clock with this id, such as ``CL-15``.

    Raises:
        KeyError: no such clock.
    """
    return _BY_ID[id]


def explain_clock(known: Clock) -> Text:
    """Several lines of plain text in each language; unverified is said."""
    return Text(_told(known, Lang.NL), _told(known, Lang.EN))


def _told(known: Clock, lang: Lang) -> str:
    lines = [f"{known.id}: {known.what.in_(lang)}"]
    for name, field in _PARTS:
        said: Text | None = getattr(known, field)
        lines += [f"{name.in_(lang)}: {said.in_(lang)}."] if said else []
    lines += [f"{known.article}.", known.checked.told.in_(lang)]
    lines += [_SEE.in_(lang).format(norm=known.norm)] if known.norm else []
    return "\n".join([*lines, NO_ADVICE.in_(lang)])
