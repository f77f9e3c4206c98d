"""What may be said of a statement in a language that the rules were not made for."""

from dataclasses import replace

from nakomen.reading.facts import Controller, Facts
from nakomen.reading.text.language import READ


def is_foreign(facts: Facts) -> bool:
    """Whether the text is in a third language."""
    return facts.statement.language not in (None, *READ)


def as_far_as_sure(facts: Facts) -> Facts:
    """
    Language and addresses: those have one form everywhere. All else would be guessed.

    Nothing is absent either: where nobody can read, silence cannot be heard.
    """
    kept = ("name", "legal_form", "emails", "website", "iban")
    controller = Controller(
        name=facts.controller.name,
        legal_form=facts.controller.legal_form,
        emails=facts.controller.emails,
        website=facts.controller.website,
        iban=facts.controller.iban,
        quotes={n: quote for n, quote in facts.controller.quotes.items() if n in kept},
    )
    statement = replace(facts.statement, title=None, version=None, date=None, effective=None)
    return Facts(statement=statement, controller=controller)
