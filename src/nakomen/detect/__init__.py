"""
What is in a column, and the data map drafted from that. Pure: looks at values, keeps none.

The table below is all there is: name of the detector → the question it asks of one value.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from ipaddress import IPv4Address, IPv4Interface, IPv6Address, IPv6Interface

from nakomen.detect import bsn, email, iban, ip, moment, phone, postcode
from nakomen.detect.categorise import Judged, category
from nakomen.detect.connect_json import as_connect_json
from nakomen.detect.draft import draft_map

DETECTORS: Mapping[str, Callable[[str], bool]] = {
    "email": email.passes,
    "phone": phone.passes,
    "iban": iban.passes,
    "postcode": postcode.passes,
    "ip": ip.passes,
    "bsn": bsn.passes,
    "moment": moment.passes,
}
# No e-mail address, number or address line is longer; a text that is costs no time.
_LONGEST = 500
# What a driver may give for a column that is text to people: psycopg gives inet as an address.
_READABLE = (str, int, date, IPv4Address, IPv6Address, IPv4Interface, IPv6Interface)


def shares(values: Sequence[object]) -> Mapping[str, float]:
    """
    For each detector the share (0 to 1) of the filled values that pass it.

    NULL and blank text are not filled. Numbers are read as their digits; bytes, booleans,
    fractions and texts of more than 500 signs pass nothing. Without a filled value nothing is
    measured and the answer is empty.

    >>> shares(["anna@example.nl", None, " ", "onbekend"])["email"]
    0.5
    >>> shares([None, ""])
    {}
    """
    filled = [text for value in values if (text := _read(value)) != ""]
    if not filled:
        return {}
    return {
        name: sum(text is not None and passes(text) for text in filled) / len(filled)
        for name, passes in DETECTORS.items()
    }


def _read(value: object) -> str | None:
    """The value as people see it; "" when not filled, None when it is nothing to read."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, _READABLE):
        return None
    text = str(value).strip()
    return text if len(text) <= _LONGEST else None


__all__ = ["DETECTORS", "Judged", "as_connect_json", "category", "draft_map", "shares"]
