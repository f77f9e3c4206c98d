"""A list in one sentence, cut where nobody reads on."""

from collections.abc import Sequence

from nakomen.terms import Category, Text
from nakomen.terms.labels import label

_MOST = 12


def listed(names: Sequence[str]) -> Text:
    """
    >>> listed(["a", "b"]).nl, listed([str(n) for n in range(14)]).en[-13:]
    ('a, b', '11 and 2 more')
    """
    shown, more = ", ".join(names[:_MOST]), len(names) - _MOST
    if more <= 0:
        return Text(shown, shown)
    return Text(f"{shown} en nog {more}", f"{shown} and {more} more")


def categories(seen: Sequence[Category]) -> Text:
    """Categories as people call them, each once."""
    labels = [label(category) for category in dict.fromkeys(seen)]
    return Text(listed([t.nl for t in labels]).nl, listed([t.en for t in labels]).en)
