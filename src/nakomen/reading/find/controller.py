"""Who publishes the statement, with the company's own details and nobody else's."""

import re
from collections.abc import Iterator

from nakomen.reading.facts import Controller, Quote, Tension
from nakomen.reading.find import contact
from nakomen.reading.find.addresses import Address, addresses
from nakomen.reading.find.names import Naming, read_names
from nakomen.reading.find.own import Own, domain, is_foreign, letters
from nakomen.reading.text.sentences import Sentence
from nakomen.reading.words.quick import Quick
from nakomen.terms import Text

_SITE = re.compile(r"\b(?:web)?site|internet|\bweb\s*:|homepage|\burl\b", re.I)
_SITE_LABEL = Quick(r"\b(?:web)?site(?:adres)?\W{0,12}\Z|\b(?:web|homepage|url)\s*:\s*\Z", re.I)
_AT_BEFORE = ("]", ")", "}")
"""The end of "info [at] linde.example"."""
_SITE_ROOT = re.compile(r"(?:https?://)?[^/\s]+", re.I)
_BANK = Quick(r"iban|bank|rekening|account", re.I)
_SEAT = re.compile(
    r"\b(?:gevestigd|kantoorhoudende?|vestigingsplaats)\s+(?:is\s+)?(?:te|in)\s+"
    r"((?:'s-|’s-)?[A-Z][\w’'-]{1,30}(?: (?:aan|op|den|de|a/d|[A-Z][\w’'-]{1,30})){0,3})"
)
_TWO_TOWNS = Text(
    "Bij dezelfde postcode staan twee plaatsen.",
    "The same postcode comes with two towns.",
)
_IBAN_WRONG = Text(
    "Het controlegetal van dit rekeningnummer klopt niet.",
    "The check digits of this account number are wrong.",
)
_VAT_WRONG = Text(
    "Dit btw-nummer voldoet niet aan de controle van de Belastingdienst.",
    "The check digits of this VAT number are wrong.",
)


def read_controller(
    text: str, sentences: tuple[Sentence, ...]
) -> tuple[Controller, tuple[Tension, ...]]:
    """The company's own details, and what in them does not fit."""
    own = Own(text, sentences)
    everywhere = [a for a in addresses(text) if own.holds(a.before)]
    naming = read_names(text, sentences, [a.before for a in everywhere if a.street])
    name = naming.name.quote if naming.name else ""
    places = own.places(everywhere, name)
    place = places[0] if places else None
    emails, phones = own.emails(name), own.phones()
    quotes = {
        "name": naming.name,
        "legal_form": naming.legal_form,
        "kvk": own.first(contact.kvk_numbers(text)),
        "vat": own.first(contact.vat_numbers(text)),
        "iban": own.first(q for q in contact.ibans(text) if contact.iban_holds(q.quote)),
        "address": place and place.street,
        "postcode": place and place.postcode,
        "city": (place and place.city) or _seat(text, own),
        "country": next((a.country for a in places if a.country), None),
        "website": _website(text, tuple(emails), naming),
    }
    stated = {field: quote for field, quote in quotes.items() if quote}
    stated |= {f"phones.{n}": quote for n, quote in enumerate(phones)}
    stated |= {f"emails.{n}": quote for n, quote in enumerate(emails.values())}
    controller = _controller(stated, naming, tuple(emails), phones)
    return controller, (*_towns(places), *_digits(text))


def _seat(text: str, own: Own) -> Quote | None:
    """The town of "gevestigd te Zwolle", where no address tells it."""
    found = next((m for m in _SEAT.finditer(text) if own.holds(m.start())), None)
    return Quote(quote=found[1], start=found.start(1)) if found else None


def _controller(
    stated: dict[str, Quote], naming: Naming, emails: tuple[str, ...], phones: tuple[Quote, ...]
) -> Controller:
    words = {field: quote.quote for field, quote in stated.items()}
    kvk, iban = words.get("kvk"), words.get("iban")
    return Controller(
        name=words.get("name"),
        aliases=naming.aliases,
        legal_form=naming.form,
        kvk=re.sub(r"\D", "", kvk) if kvk else None,
        vat=words.get("vat"),
        iban=iban.replace(" ", "") if iban else None,
        address=words.get("address"),
        postcode=words.get("postcode"),
        city=words.get("city"),
        country=words.get("country"),
        phones=tuple(q.quote for q in phones),
        emails=emails,
        website=words.get("website"),
        quotes=stated,
    )


def _website(text: str, emails: tuple[str, ...], naming: Naming) -> Quote | None:
    """The first address on the domain of the company's mail or name, without a path."""
    mail = {domain(address) for address in emails}
    name = letters(naming.name.quote) if naming.name else ""
    for url in contact.urls(text):
        site = domain(url.quote)
        own = letters(site.rpartition(".")[0])
        named = len(own) >= 4 and (own in name or (len(name) >= 4 and name in own))
        label = text[max(0, url.start - 25) : url.start]
        if is_foreign(site, name):
            continue
        if site in mail or named or (not mail and _SITE.search(label)):
            found = _SITE_ROOT.match(url.quote)
            return Quote(quote=found.group() if found else url.quote, start=url.start)
    return _bare_site(text, mail)


def _bare_site(text: str, mail: set[str]) -> Quote | None:
    """ "linde.example", where it is labelled as the site, stands alone, or is the mail's domain."""
    for site in contact.bare_sites(text):
        after = text[site.start + len(site.quote) :][:1]
        alone = after in ("", "\n", "\r") and text[max(0, site.start - 1) : site.start] in (
            "",
            "\n",
        )
        labelled = _SITE_LABEL.search(text, max(0, site.start - 30), site.start)
        if text[max(0, site.start - 2) : site.start].strip() in _AT_BEFORE:
            continue
        ours = domain(site.quote) in mail and site.quote[0].islower()
        if ours or ((labelled or alone) and not is_foreign(domain(site.quote))):
            return site
    return None


def _towns(places: list[Address]) -> Iterator[Tension]:
    """Two towns for one postcode, each with its words."""
    first: dict[str, Quote] = {}
    for place in sorted(places, key=lambda address: address.before):
        if place.city is None:
            continue
        code = place.postcode.quote.replace(" ", "")
        known = first.setdefault(code, place.city)
        if known.quote.casefold() != place.city.quote.casefold():
            first[code] = place.city
            yield Tension(kind="two_towns", message=_TWO_TOWNS, quotes=(known, place.city))


def _digits(text: str) -> Iterator[Tension]:
    """Account and tax numbers whose check digits are wrong."""
    wrong = [q for q in contact.ibans(text) if not contact.iban_holds(q.quote)]
    near = [q for q in wrong if _BANK.search(text, max(0, q.start - 30), q.start)]
    for quote in near:
        yield Tension(kind="iban_check_digits", message=_IBAN_WRONG, quotes=(quote,))
    for quote in contact.vat_numbers(text):
        if not contact.vat_holds(quote.quote):
            yield Tension(kind="vat_check_digits", message=_VAT_WRONG, quotes=(quote,))
