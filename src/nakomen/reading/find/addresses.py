"""Postal addresses, Dutch and Belgian, each part as it stands in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nakomen.reading.facts import Quote
from nakomen.reading.words.quick import Quick

_POSTCODE = re.compile(r"(?<![\w.-])(?:NL-)?([1-9]\d{3} ?[A-Z]{2})(?![\w])")
_BELGIAN = re.compile(r"(?<![\w.,-])(?:B-?)?([1-9]\d{3})(?= [A-Z][\w’'-]{1,30})(?! ?[A-Z]{2}\b)")
_BELGIUM = re.compile(
    r"België|Belgi(?:um|sche)|\.be\b|Gegevensbeschermingsautoriteit|\bBE ?[01]\d{3}", re.I
)
_SMALL = r"van|de|der|den|het|ter|ten|op|'t|’t|'s|’s|en|in|bij|la|le"
_NUMBER = (
    r"\d{1,5}(?: ?- ?\d{1,4})?(?:[ -]?bis|[ -]?(?!(?:te|in|en|op|de|bus)\b)[a-zA-Z]{1,2})?\b"
    r"(?: bus \w{1,6}(?:\.\w{1,4})?)?(?:, ?(?:kamer|unit|etage|suite|verdieping) ?\w{1,6})?"
)
_ROAD = (
    rf"(?:\d{{1,2}}e )?['’]?[A-Z][\w.'’-]{{1,40}}(?: (?:{_SMALL}|[A-Z][\w.'’-]{{0,40}})){{0,5}} "
    rf"{_NUMBER}"
)
_GAP = r"(?:\s(?:te|in))?[\s,;|·•<>br/()-]{0,8}"
_STREET = re.compile(rf"({_ROAD}){_GAP}\Z")
_TOWN = rf"(?:'s-|’s-)?[A-Z][\w’'-]{{1,30}}(?: (?:{_SMALL}|[A-Z][\w’'-]{{1,30}})){{0,3}}"
_STREET_AND_TOWN = re.compile(rf"({_ROAD})(?:\s(?:te|in))?[\s,;|]{{1,4}}({_TOWN})[\s,(]{{1,4}}\Z")
_STREET_AFTER = Quick(rf"\s+(?:,\s*)?aan\s+(?:(?:de|het|den)\s+)?({_ROAD})")
_LABEL = re.compile(
    r"(?:(?:bezoek|post|vestigings|kantoor|correspondentie|vestigings)?-?adres(?:\s+zetel)?|address)"
    r"\s*:?\s*",
    re.I,
)
_CITY = re.compile(rf"[\s,;|)•·]{{1,4}}(?:te |in )?({_TOWN})")
_NOT_CITY = re.compile(
    r" (?:T(?:el(?:efoon)?)?|E(?:-?mail)?|KvK|BTW|IBAN|Website|Fax|Nederland|Netherlands|The|"
    r"Holland|Belgi[ëe]|Belgium|Contact|www|en|in|op|de|bij)\b.*\Z",
    re.I,
)
_COUNTRY = Quick(
    r"[\s,;|(]{1,4}(Nederland|(?:The )?Netherlands|België|Belgium|Duitsland|Germany)\b", re.I
)


@dataclass(frozen=True, kw_only=True)
class Address:
    """One postal address; ``before`` is where the street, or else the postcode, begins."""

    street: Quote | None
    postcode: Quote
    city: Quote | None
    country: Quote | None

    @property
    def before(self) -> int:
        return self.street.start if self.street else self.postcode.start


def addresses(text: str) -> Iterator[Address]:
    """
    Each postcode with the street before it and the town after it, or between the two.

    A Belgian postcode is four bare digits, so it counts only behind a street and a number, in a
    text that speaks of Belgium.
    """
    for found in _POSTCODE.finditer(text):
        yield _address(text, found)
    if _BELGIUM.search(text):
        for found in _BELGIAN.finditer(text):
            address = _address(text, found)
            if address.street and address.city:
                yield address


def _address(text: str, found: re.Match[str]) -> Address:
    begin = max(0, found.start() - 120)
    before = text[begin : found.start()]
    street = _STREET.search(before)
    city = _city(text, found.end())
    between = None if street else _STREET_AND_TOWN.search(before)
    after = city.end if city else found.end()
    if between:
        street = between
        city = _moved(_group(between, 2), begin)
    country = _COUNTRY.match(text, after)
    behind = None if street or not city else _STREET_AFTER.match(text, city.end)
    return Address(
        street=_street(street, begin) if street else behind and _group(behind, 1),
        postcode=_group(found, 1),
        city=city,
        country=_group(country, 1) if country else None,
    )


def _group(found: re.Match[str], number: int) -> Quote:
    return Quote(quote=found[number], start=found.start(number))


def _moved(quote: Quote, by: int) -> Quote:
    return Quote(quote=quote.quote, start=quote.start + by)


def _street(found: re.Match[str], begin: int) -> Quote:
    """Without "Bezoekadres" before it."""
    label = _LABEL.match(found[1])
    skip = label.end() if label else 0
    return Quote(quote=found[1][skip:], start=begin + found.start(1) + skip)


def _city(text: str, after: int) -> Quote | None:
    found = _CITY.match(text, after)
    if not found:
        return None
    words = _NOT_CITY.sub("", found[1])
    return None if _LABEL.match(words) else Quote(quote=words, start=found.start(1))
