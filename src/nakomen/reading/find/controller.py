"""Who publishes the statement, with the company's own details and nobody else's."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from nakomen.reading.facts import Controller, Quote, Tension
from nakomen.reading.find import contact
from nakomen.reading.find.contact import Address
from nakomen.reading.find.names import Naming, read_names
from nakomen.reading.text.sentences import Sentence
from nakomen.reading.words.gazetteer import known_names, name_pattern
from nakomen.terms import Text

_AUTHORITY = re.compile(
    r"\b(?:autoriteit\s+persoonsgegevens|autoriteitpersoonsgegevens|\bAP\b|"
    r"data\s+protection\s+authority|"
    r"toezichthoud|consumentenbond|geschillencommissie|gegevensbeschermingsautoriteit)",
    re.I,
)
_OURS = re.compile(r"\b(?:wij|we|ons|onze|our|us)\b", re.I)
_SITE = re.compile(r"website|\bsite|internet|web\s*:|homepage", re.I)
_SITE_ROOT = re.compile(r"(?:https?://)?[^/\s]+", re.I)
_BANK = re.compile(r"iban|bank|rekening|account", re.I)
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
    own = _Own(text, sentences)
    places = [a for a in contact.addresses(text) if own.holds(a.before) and not own.sold_to(a)]
    naming = read_names(text, sentences, [a.before for a in places if a.street])
    emails = own.emails()
    place = _main(places)
    quotes = {
        "name": naming.name,
        "legal_form": naming.legal_form,
        "kvk": own.first(contact.kvk_numbers(text)),
        "vat": own.first(contact.vat_numbers(text)),
        "iban": own.first(q for q in contact.ibans(text) if contact.iban_holds(q.quote)),
        "address": place and place.street,
        "postcode": place and place.postcode,
        "city": place and place.city,
        "country": next((a.country for a in places if a.country), None),
        "website": _website(text, emails, naming),
    }
    phones = own.phones()
    stated = {field: quote for field, quote in quotes.items() if quote}
    stated |= {f"phones.{n}": quote for n, quote in enumerate(phones)}
    stated |= {f"emails.{n}": quote for n, quote in enumerate(emails)}
    controller = _controller(stated, naming, emails, phones)
    return controller, (*_towns(places), *_digits(text))


class _Own:
    """Tells the company's own details from those of the supervisor and of third parties."""

    def __init__(self, text: str, sentences: tuple[Sentence, ...]) -> None:
        self.text = text
        self._foreign = list(_foreign(text, sentences))

    def holds(self, offset: int) -> bool:
        at = bisect_right(self._foreign, (offset, len(self.text))) - 1
        return at < 0 or offset >= self._foreign[at][1]

    def sold_to(self, address: Address) -> bool:
        """A third party's name stands right before the street."""
        return (
            name_pattern().search(self.text, max(0, address.before - 60), address.before)
            is not None
        )

    def first(self, quotes: Iterable[Quote]) -> Quote | None:
        return next((q for q in quotes if self.holds(q.start)), None)

    def phones(self) -> tuple[Quote, ...]:
        own: dict[str, Quote] = {}
        for quote in contact.phones(self.text):
            if self.holds(quote.start):
                own.setdefault(re.sub(r"\D", "", quote.quote), quote)
        return tuple(own.values())

    def emails(self) -> tuple[Quote, ...]:
        own: dict[str, Quote] = {}
        for quote in contact.emails(self.text):
            if not _is_foreign_domain(_domain(quote.quote)):
                own.setdefault(quote.quote.casefold(), quote)
        return tuple(own.values())


def _foreign(text: str, sentences: tuple[Sentence, ...]) -> Iterator[tuple[int, int]]:
    """From where the supervisor is named to the end of that sentence and of its address lines."""
    begin = end = block = -1
    for sentence in sentences:
        found = _AUTHORITY.search(sentence.words)
        new_line = "\n" in text[end : sentence.start] if end >= 0 else False
        if found:
            begin, end, block = sentence.start + found.start(), sentence.end, sentence.block
            yield begin, end
        elif sentence.block == block and new_line and not _OURS.search(sentence.words):
            end = sentence.end
            yield sentence.start, end
        else:
            block = -1


def _main(places: list[Address]) -> Address | None:
    """The first address with a street; a post-office box only when there is no other."""
    streets = [a for a in places if a.street and not a.street.quote.startswith("Postbus")]
    return next(iter(streets or places), None)


def _controller(
    stated: dict[str, Quote], naming: Naming, emails: tuple[Quote, ...], phones: tuple[Quote, ...]
) -> Controller:
    words = {field: quote.quote for field, quote in stated.items()}
    kvk, iban = words.get("kvk"), words.get("iban")
    return Controller(
        name=words.get("name"),
        aliases=naming.aliases,
        legal_form=words.get("legal_form"),
        kvk=re.sub(r"\D", "", kvk) if kvk else None,
        vat=words.get("vat"),
        iban=iban.replace(" ", "") if iban else None,
        address=words.get("address"),
        postcode=words.get("postcode"),
        city=words.get("city"),
        country=words.get("country"),
        phones=tuple(q.quote for q in phones),
        emails=tuple(q.quote for q in emails),
        website=words.get("website"),
        quotes=stated,
    )


def _website(text: str, emails: tuple[Quote, ...], naming: Naming) -> Quote | None:
    """The first address on the domain of the company's mail or name, without a path."""
    mail = {_domain(q.quote) for q in emails}
    name = _letters(naming.name.quote) if naming.name else ""
    for url in contact.urls(text):
        domain = _domain(url.quote)
        own = _letters(domain.rpartition(".")[0])
        named = len(own) >= 4 and (own in name or (len(name) >= 4 and name in own))
        label = text[max(0, url.start - 25) : url.start]
        if _is_foreign_domain(domain):
            continue
        if domain in mail or named or (not mail and _SITE.search(label)):
            found = _SITE_ROOT.match(url.quote)
            return Quote(quote=found.group() if found else url.quote, start=url.start)
    return None


def _domain(address: str) -> str:
    """
    >>> _domain("info@shop.voorbeeld.nl"), _domain("https://www.voorbeeld.nl/privacy")
    ('voorbeeld.nl', 'voorbeeld.nl')
    """
    host = re.sub(r"^.*?(?://|@)", "", address.casefold()).partition("/")[0]
    return ".".join(host.split(".")[-2:])


def _is_foreign_domain(domain: str) -> bool:
    name = domain.rpartition(".")[0]
    return bool(_AUTHORITY.search(domain)) or name in known_names() or domain in known_names()


def _letters(words: str) -> str:
    return re.sub(r"[^a-z0-9]", "", words.casefold())


def _towns(places: list[Address]) -> Iterator[Tension]:
    """Two towns for one postcode, each with its words."""
    first: dict[str, Quote] = {}
    for place in places:
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
