"""What a promise states because of the whole statement: its date, its company, its authority."""

from collections.abc import Iterator
from typing import Any

from nakomen.reading.facts import Facts, Quote

_FIELDS = ("name", "legal_form", "address", "postcode", "city", "kvk", "vat", "iban")


def of_document(kind: str, quote: Quote, facts: Facts) -> dict[str, Any]:
    """Values of the document that stand in *quote*; no key without a value."""
    finder = _FINDERS.get(kind)
    found = finder(quote, facts) if finder else ()
    return {key: value for key, value in found if value not in (None, "", [])}


def _version(quote: Quote, facts: Facts) -> Iterator[tuple[str, Any]]:
    said, words = facts.statement, quote.quote
    if said.title and said.title in words:
        yield "title", said.title
        return
    if said.version and said.version in words:
        yield "version", said.version
    if said.date and said.date[:4] in words:
        yield "date", said.date
    if said.effective and said.effective[:4] in words:
        yield "effective", said.effective


def _identity(quote: Quote, facts: Facts) -> Iterator[tuple[str, Any]]:
    held = facts.controller.quotes
    here = [name for name in _FIELDS if name in held and _within(held[name], quote)]
    if len(here) == 1:
        yield "field", here[0]
        yield "value", getattr(facts.controller, here[0])
        return
    yield from ((name, getattr(facts.controller, name)) for name in here)


def _complaint(quote: Quote, facts: Facts) -> Iterator[tuple[str, Any]]:
    authority = facts.complaint_authority
    said = authority and authority.value in quote.quote
    yield "to", authority.value if authority and said else "controller"


def _person(quote: Quote, facts: Facts) -> Iterator[tuple[str, Any]]:
    contact = facts.privacy_contact
    if contact.name and contact.name in quote.quote:
        yield "name", contact.name
        yield "role", contact.role
        yield "is_dpo", contact.is_dpo


def _cookies(quote: Quote, facts: Facts) -> Iterator[tuple[str, Any]]:
    if any(_within(told, quote) or _within(quote, told) for told in facts.cookies.told):
        yield "types", [kind.value for kind in facts.cookies.types]
        yield "consent", facts.cookies.consent


def _transfer(quote: Quote, facts: Facts) -> Iterator[tuple[str, Any]]:
    said = facts.transfers
    if any(_within(told, quote) or _within(quote, told) for told in said.told):
        yield "outside_eea", said.outside_eea
        yield "countries", list(said.countries)
        yield "safeguards", [safeguard.value for safeguard in said.safeguards]


def _within(inner: Quote, outer: Quote) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


_FINDERS = {
    "statement_version": _version,
    "controller_identity": _identity,
    "complaint": _complaint,
    "dpo": _person,
    "contact": _person,
    "cookie": _cookies,
    "transfer": _transfer,
}
