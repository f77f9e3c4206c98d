"""
What stands inside the texts of a column: a BSN in a notes field, an illness in a ticket.

A statement that denies such data is contradicted by it, whatever the column is for.
"""

from typing import NamedTuple

from nakomen.detect.bsn import CHANCE
from nakomen.detect.inside import NAMES
from nakomen.detect.sampling import Sample, by_chance
from nakomen.records import SeenColumn
from nakomen.terms import Category, Text

CATEGORIES = {
    "email": Category.EMAIL,
    "iban": Category.BANK_ACCOUNT,
    "card": Category.BANK_ACCOUNT,
    "imei": Category.DEVICE,
    "bsn": Category.BSN,
    "phone": Category.PHONE,
    "btw": Category.VAT_KVK_NUMBER,
    "ip": Category.IP_ADDRESS,
    "mac": Category.DEVICE,
    "address": Category.ADDRESS,
    "postcode": Category.ADDRESS,
    "birth": Category.DATE_OF_BIRTH,
    "health": Category.HEALTH,
}
"""What is found inside a text → its category; words of other special kinds are OTHER_SPECIAL."""
_WEIGHTY = (Category.BSN, Category.HEALTH, Category.OTHER_SPECIAL)
_BEYOND_CHANCE = 0.001
_IN_TEXT = Text("; in de tekst staat {what} ({said})", "; inside the text stands {what} ({said})")
_WHAT = {
    Category.BSN: Text("een mogelijk burgerservicenummer", "a possible BSN"),
    Category.HEALTH: Text("iets over gezondheid", "something about health"),
    Category.OTHER_SPECIAL: Text("een bijzonder gegeven", "special category data"),
}


class Hidden(NamedTuple):
    """*detector* found something of *category* inside so many of the values that were seen."""

    detector: str
    category: Category
    sample: Sample


def hidden(column: SeenColumn) -> tuple[Hidden, ...]:
    """
    What was found inside the texts of *column*, most often first.

    BSNs only where more numbers of nine digits pass the elfproef than chance explains, one in
    eleven of them; order numbers in a notes field are none.

    >>> seen = SeenColumn(name="notes", type="TEXT", sampled=200, shares={"health_inside": 0.02})
    >>> [(h.detector, h.category.value, h.sample.passed) for h in hidden(seen)]
    [('health', 'health', 4)]
    """
    found = (_of(column, name) for name in NAMES)
    present = [h for h in found if h.sample.passed and not _chance(column, h)]
    return tuple(sorted(present, key=lambda h: -h.sample.passed))


def warned(column: SeenColumn) -> Text:
    """What a person who confirms the column should know of its texts; empty when nothing."""
    weighty = [h for h in hidden(column) if h.category in _WEIGHTY]
    texts = [_told(h) for h in weighty]
    return Text("".join(t.nl for t in texts), "".join(t.en for t in texts))


def _of(column: SeenColumn, name: str) -> Hidden:
    share = column.shares.get(f"{name}_inside", 0)
    category = CATEGORIES.get(name, Category.OTHER_SPECIAL)
    return Hidden(name, category, Sample(round(share * column.sampled), column.sampled))


def _chance(column: SeenColumn, found: Hidden) -> bool:
    if found.category is not Category.BSN:
        return False
    formed = round(column.shares.get("bsn_inside_form", 0) * column.sampled)
    alone = formed <= _FEW_NUMBERS
    return not alone and by_chance(found.sample.passed, formed, CHANCE) > _BEYOND_CHANCE


# One such number in a column of notes is shown: to look in vain costs less than to pass one over.
_FEW_NUMBERS = 3


def _told(found: Hidden) -> Text:
    what, said = _WHAT[found.category], found.sample.said()
    return Text(
        _IN_TEXT.nl.format(what=what.nl, said=said.nl),
        _IN_TEXT.en.format(what=what.en, said=said.en),
    )
