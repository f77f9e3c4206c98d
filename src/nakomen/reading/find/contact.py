"""Numbers and addresses by which a company can be found, each as it stands in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stdnum import iban as iban_number
from stdnum.nl import btw as vat_number

from nakomen.reading.facts import Quote

_KVK = re.compile(
    r"(?:\bk\.?v\.?k\b\.?|kamer\s+van\s+koophandel|handelsregister|chamber\s+of\s+commerce|\bcoc\b)"
    r"[^\d]{0,60}(\d{8}|\d{2}[ .]\d{3}[ .]\d{3}|\d{4}[ .]\d{4})(?![\d.]?\d)",
    re.I,
)
_VAT = re.compile(
    r"(?:\bbtw\b|\bb\.t\.w\.|\bvat\b|omzetbelasting)[^\d\n]{0,30}?"
    r"((?:NL[ .]?)?\d[\d. ]{7,14}B[ .]?\d{2}(?:\.\d{1,4})?)(?!\w)"
    r"|\b(NL\d{9}B\d{2})\b",
    re.I,
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2} ?(?:[A-Z0-9]{4} ?){2,7}[A-Z0-9]{0,4}(?!\w)")
_EMAIL = re.compile(r"(?<![\w.+-])[\w+-][\w.+-]{0,63}@(?:[\w-]{1,63}\.){1,4}[a-zA-Z]{2,24}\b")
_URL = re.compile(
    r"(?<![\w@.-])(?:https?://(?:[\w-]{1,63}\.){1,4}|"
    r"www\.(?:[\w-]{1,63}\.){1,3})[a-z]{2,24}\b(?:/[^\s<>()\"']{0,200})?",
    re.I,
)
_PHONE = re.compile(
    r"(?<![\w.+-])(?:\+\d{2}|00\d{2}|\(?0\d{1,3}\)?)[ ()./-]{0,3}\d[\d ()./-]{4,16}\d(?![\w-]?\d)"
)
_IN_IBAN = re.compile(r"[A-Z]{2}\d{2} ?[A-Z]{4} ?\Z")
_FAX = re.compile(r"(?:fax\w{0,6}|\bF)\W{0,6}\Z", re.I)
_POSTCODE = re.compile(r"(?<![\w.-])[1-9]\d{3} ?[A-Z]{2}(?![\w])")
_SMALL = r"van|de|der|den|het|ter|ten|op|'t|’t|'s|’s|en|in|bij|la|le"
_STREET = re.compile(
    rf"((?:\d{{1,2}}e )?[A-Z][\w.'’-]{{1,40}}(?: (?:{_SMALL}|"
    rf"[A-Z][\w.'’-]{{0,40}})){{0,5}} \d{{1,5}}"
    r"(?: ?- ?\d{1,4})?(?:[ -]?(?!(?:te|in|en|op|de)\b)[a-zA-Z]{1,2})?\b(?:, ?(?:kamer|unit|etage|"
    r"suite|verdieping) ?\w{1,6})?)"
    r"(?:\s(?:te|in))?[\s,;|·•<>br/()-]{0,8}\Z"
)
_LABEL = re.compile(
    r"(?:(?:bezoek|post|vestigings|kantoor|correspondentie)?-?adres|address)\s*:?\s*", re.I
)
_CITY = re.compile(
    rf"[\s,;|)]{{1,4}}(?:te )?((?:'s-)?[A-Z][\w’'-]{{1,30}}(?: (?:{_SMALL}|"
    rf"[A-Z][\w’'-]{{1,30}})){{0,3}})"
)
_NOT_CITY = re.compile(
    r" (?:T(?:el(?:efoon)?)?|E(?:-?mail)?|KvK|BTW|IBAN|Website|Fax|Nederland|Netherlands|The|"
    r"Holland|"
    r"Belgi[ëe]|Belgium|Contact|www|en|in|op|de|bij)\b.*\Z",
    re.I,
)
_COUNTRY = re.compile(
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


def kvk_numbers(text: str) -> Iterator[Quote]:
    """Numbers of the trade register, as written."""
    return (_quote(found, 1) for found in _KVK.finditer(text))


def vat_numbers(text: str) -> Iterator[Quote]:
    return (_quote(found, 1 if found[1] else 2) for found in _VAT.finditer(text))


def ibans(text: str) -> Iterator[Quote]:
    """What looks like an IBAN; see `iban_holds`."""
    for found in _IBAN.finditer(text):
        words = found.group().rstrip()
        yield Quote(quote=words, start=found.start())


def iban_holds(words: str) -> bool:
    """Whether the check digits are right."""
    return bool(iban_number.is_valid(words))


def vat_holds(words: str) -> bool:
    """
    Whether the check digits are right; a sub-number after the btw number is left aside.

    >>> vat_holds("NL 0044.95.445.B01"), vat_holds("NL004495446B01")
    (True, False)
    """
    found = re.search(r"\d{9}B\d{2}", re.sub(r"[ .]", "", words.upper()))
    return bool(found and vat_number.is_valid(found.group()))


def emails(text: str) -> Iterator[Quote]:
    return (_quote(found, 0) for found in _EMAIL.finditer(text))


def urls(text: str) -> Iterator[Quote]:
    for found in _URL.finditer(text):
        words = found.group().rstrip(".,;:/*_")
        yield Quote(quote=words, start=found.start())


def phones(text: str) -> Iterator[Quote]:
    """Telephone numbers; faxes, and digits within an IBAN, are left out."""
    for found in _PHONE.finditer(text):
        if _IN_IBAN.search(text, max(0, found.start() - 12), found.start()):
            continue
        if _is_phone(found.group()) and not _FAX.search(
            text, max(0, found.start() - 20), found.start()
        ):
            yield _quote(found, 0)


def addresses(text: str) -> Iterator[Address]:
    """Each postcode with the street before it and the town after it."""
    for found in _POSTCODE.finditer(text):
        begin = max(0, found.start() - 120)
        street = _STREET.search(text[begin : found.start()])
        city = _city(text, found.end())
        after = city.end if city else found.end()
        country = _COUNTRY.match(text, after)
        yield Address(
            street=_street(street, begin) if street else None,
            postcode=_quote(found, 0),
            city=city,
            country=_quote(country, 1) if country else None,
        )


def _is_phone(words: str) -> bool:
    digits = re.sub(r"\D", "", words.replace("(0)", ""))
    if words.startswith(("+", "00")):
        return 10 <= len(digits) <= 13
    return len(digits) == 10 or (digits[:4] in ("0800", "0900") and len(digits) in (8, 11))


def _street(found: re.Match[str], begin: int) -> Quote:
    label = _LABEL.match(found[1])
    skip = label.end() if label else 0
    return Quote(quote=found[1][skip:], start=begin + found.start(1) + skip)


def _city(text: str, after: int) -> Quote | None:
    found = _CITY.match(text, after)
    if not found:
        return None
    words = _NOT_CITY.sub("", found[1])
    return Quote(quote=words, start=found.start(1))


def _quote(found: re.Match[str], group: int) -> Quote:
    return Quote(quote=found[group], start=found.start(group))
