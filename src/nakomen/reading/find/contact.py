"""Numbers and addresses by which a company can be found, each as it stands in the text."""

import re
from collections.abc import Iterator

from stdnum import iban as iban_number
from stdnum.be import vat as belgian_vat
from stdnum.nl import btw as vat_number

from nakomen.reading.facts import Quote
from nakomen.reading.words.quick import Quick

_KVK = re.compile(
    r"(?:\bk\.?v\.?k\b\.?|kamer\s+van\s+koophandel|handelsregister|trade\s+register|chamber\s+of\s+commerce|\bcoc\b)"
    r"[^\d]{0,60}(\d(?:[ .]?\d){7})(?![ .]?\d)",
    re.I,
)
_VAT = re.compile(
    r"(?:\bbtw\b|\bb\.t\.w\.|\bvat\b|omzetbelasting)[^\d\n]{0,30}?"
    r"((?:NL[ .]?)?\d[\d. ]{7,14}B[ .]?\d{2}(?:\.\d{1,4})?)(?!\w)"
    r"|\b(NL\d{9}B\d{2})\b"
    r"|\b(?:btw|vat|tva)\b[^\d\n]{0,30}?(BE ?[01]?\d{3}[. ]?\d{3}[. ]?\d{3})(?!\w)",
    re.I,
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2} ?(?:[A-Z0-9]{4} ?){2,7}[A-Z0-9]{0,4}(?!\w)")
_EMAIL = re.compile(r"(?<![\w.+-])[\w+-][\w.+-]{0,63}@(?:[\w-]{1,63}\.){1,4}[a-zA-Z]{2,24}\b")
_URL = Quick(
    r"(?<![\w@.-])(?:https?://(?:[\w-]{1,63}\.){1,4}|"
    r"www\.(?:[\w-]{1,63}\.){1,3})[a-z]{2,24}\b(?:/[^\s<>()\"']{0,200})?",
    re.I,
)
_PHONE = re.compile(
    r"(?<![\w.+-])(?:\+\d{2}|00\d{2}|\(?0\d{1,3}\)?)[ ()./-]{0,3}\d[\d ()./-]{4,16}\d(?![\w-]?\d)"
)
_IN_IBAN = re.compile(r"[A-Z]{2}\d{2} ?[A-Z]{4} ?\Z")
_FAX = re.compile(r"(?:fax\w{0,6}|\bF)\W{0,6}\Z", re.I)
_NO_PHONE = re.compile(
    r"(?:ondernemings(?:nummer|nr)|\bKBO\b[^\d\n]{0,25}|(?-i:(?<![.@])\bBE)|btw|vat|kvk|handelsregister|iban|rekening|bsn|"
    r"(?:klant|order|factuur)nummer)(?:[\s-]?(?:nummer|nr))?\W{0,6}(?:BE)?\W{0,3}\Z",
    re.I,
)
_HIDDEN = re.compile(
    r"(?<![\w.+-])([\w+-][\w.+-]{0,63}) ?[\[({](?:at|@|apenstaartje)[\])}] ?"
    r"((?:[\w-]{1,63}(?:\.| ?[\[({](?:dot|punt)[\])}] ?)){1,4}[a-zA-Z]{2,24})\b",
    re.I,
)
_DOT = re.compile(r" ?[\[({](?:dot|punt)[\])}] ?", re.I)
_BARE_SITE = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9](?:[\w-]{0,62})\.){1,3}[a-z]{2,24}\b(?![@\w-])", re.I
)


def kvk_numbers(text: str) -> Iterator[Quote]:
    """Numbers of the trade register, as written."""
    return (_quote(found, 1) for found in _KVK.finditer(text))


def vat_numbers(text: str) -> Iterator[Quote]:
    return (_quote(found, found.lastindex or 0) for found in _VAT.finditer(text))


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
    compact = re.sub(r"[ .]", "", words.upper())
    if compact.startswith("BE"):
        return bool(belgian_vat.is_valid(compact))
    found = re.search(r"\d{9}B\d{2}", compact)
    return bool(found and vat_number.is_valid(found.group()))


def emails(text: str) -> Iterator[Quote]:
    return (_quote(found, 0) for found in _EMAIL.finditer(text))


def hidden_emails(text: str) -> Iterator[tuple[str, Quote]]:
    """
    Addresses that are kept from robots, each with the words that stand there.

    >>> next(hidden_emails("mail info [at] linde [punt] example"))[0]
    'info@linde.example'
    """
    for found in _HIDDEN.finditer(text):
        yield f"{found[1]}@{_DOT.sub('.', found[2])}", _quote(found, 0)


def urls(text: str) -> Iterator[Quote]:
    for found in _URL.finditer(text):
        words = found.group().rstrip(".,;:/*_")
        yield Quote(quote=words, start=found.start())


def bare_sites(text: str) -> Iterator[Quote]:
    """What may be the address of a site, without "www" or "https": "linde.example"."""
    return (_quote(found, 0) for found in _BARE_SITE.finditer(text))


def phones(text: str) -> Iterator[Quote]:
    """Telephone numbers; faxes, and the digits of an account or a register, are left out."""
    for found in _PHONE.finditer(text):
        before = text[max(0, found.start() - 30) : found.start()]
        other = _IN_IBAN.search(before) or _FAX.search(before) or _NO_PHONE.search(before)
        if _is_phone(found.group()) and not other:
            yield _quote(found, 0)


def _is_phone(words: str) -> bool:
    digits = re.sub(r"\D", "", words.replace("(0)", ""))
    if words.startswith(("+", "00")):
        doubled = len(digits) == 14 and digits[4] == "0"
        return 10 <= len(digits) <= 13 or doubled
    return len(digits) == 10 or (digits[:4] in ("0800", "0900") and len(digits) in (8, 11))


def _quote(found: re.Match[str], group: int) -> Quote:
    return Quote(quote=found[group], start=found.start(group))
