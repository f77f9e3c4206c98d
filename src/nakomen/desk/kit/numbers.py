"""Numbers that nobody should write in a free text: it is kept, and read by people."""

from django import forms

from nakomen import verbs
from nakomen.desk.kit.words import chosen

_HELD = {
    "card": ("een kaartnummer", "a card number"),
    "bsn": ("een burgerservicenummer", "a citizen service number"),
    "iban": ("een rekeningnummer", "an account number"),
}
NEVER = ("card", "bsn")
"""Nobody needs these to understand a request."""


def without(text: str, *kinds: str) -> str:
    """
    *text*, where it holds no number of *kinds*: ``card``, ``bsn`` or ``iban``.

    Raises:
        ValidationError: which kind it holds, never the number.
    """
    found = verbs.numbers_in(text)
    for kind in kinds:
        if kind in found:
            told = chosen(
                "Hierin staat {}, of iets wat erop lijkt. Laat dat weg.",
                "This holds {}, or what looks like one. Leave that out.",
            )
            raise forms.ValidationError(told.format(chosen(*_HELD[kind])))
    return text
