"""Where a fact stands in the text, and when two places are the same place."""

from collections.abc import Iterator

from .result import Json

Span = tuple[int, int]


def spans(fact: Json) -> Iterator[Span]:
    """The places of a fact: its own, those under ``places``, those of its ``quotes``."""
    yield from (tuple(place) for place in fact.get("places", ()))
    for quote in (fact, *fact.get("quotes", ())):
        if quote.get("quote") and quote.get("start") is not None:
            yield quote["start"], quote["start"] + len(quote["quote"])


def meet(one: Json, other: Json) -> bool:
    """
    Whether the facts share a place: half of the shorter place at least.

    >>> meet({"quote": "abcd", "start": 0}, {"places": [(2, 9)]})
    True
    >>> meet({"quote": "abcd", "start": 0}, {"places": [(3, 9)]})
    False
    """
    return any(_overlap(a, b) for a in spans(one) for b in spans(other))


def _overlap(one: Span, other: Span) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > 0 and 2 * shared >= min(one[1] - one[0], other[1] - other[0])
