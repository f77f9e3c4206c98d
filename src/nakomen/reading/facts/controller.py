"""Who publishes the statement (AVG artikel 13 lid 1 onder a)."""

from dataclasses import dataclass, field

from nakomen.reading.facts.quote import Json, Quote


@dataclass(frozen=True, kw_only=True)
class Controller:
    """
    Who publishes the statement, as it writes itself.

    ``kvk`` is 8 digits, ``iban`` compact with valid check digits; all else as written.
    ``quotes`` says per field where it stands; it is evidence and not part of the JSON.
    """

    name: str | None = None
    aliases: tuple[str, ...] = ()
    legal_form: str | None = None
    kvk: str | None = None
    vat: str | None = None
    iban: str | None = None
    address: str | None = None
    postcode: str | None = None
    city: str | None = None
    country: str | None = None
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    website: str | None = None
    quotes: dict[str, Quote] = field(default_factory=dict)

    @property
    def as_json(self) -> Json:
        return {
            "name": self.name,
            "aliases": list(self.aliases),
            "legal_form": self.legal_form,
            "kvk": self.kvk,
            "vat": self.vat,
            "iban": self.iban,
            "address": self.address,
            "postcode": self.postcode,
            "city": self.city,
            "country": self.country,
            "phones": list(self.phones),
            "emails": list(self.emails),
            "website": self.website,
        }
