"""From the text of a statement to its facts."""

from nakomen.reading.controller import read_controller
from nakomen.reading.facts import Controller, Facts
from nakomen.reading.gazetteer import known_names
from nakomen.reading.promises import Read, make_promises
from nakomen.reading.recipients import (
    one_per_label,
    one_per_party,
    read_categories,
    read_recipients,
)
from nakomen.reading.response import one_term, read_response
from nakomen.reading.retention import one_per_object, read_retention
from nakomen.reading.rights import one_per_right, read_rights
from nakomen.reading.sentences import Sentence, split
from nakomen.reading.statement import date_tensions, read_statement
from nakomen.reading.tensions import remnants


def read(text: str) -> Facts:
    """What *text* says. Never raises; every quote stands in *text* at its offset."""
    sentences = split(text)
    controller, wrong = read_controller(text, sentences)
    found = _mentions(sentences, controller)
    return Facts(
        statement=read_statement(text, sentences),
        controller=controller,
        recipients=one_per_party(found.recipients),
        recipient_categories=one_per_label(found.categories),
        retention=one_per_object(found.retention),
        rights=one_per_right(found.rights),
        response_term=one_term(found.response),
        promises=make_promises(found, sentences),
        tensions=(*wrong, *date_tensions(sentences), *remnants(sentences)),
    )


def _mentions(sentences: tuple[Sentence, ...], controller: Controller) -> Read:
    own = frozenset(n.casefold() for n in (controller.name, *controller.aliases) if n)
    parties = read_recipients(sentences, own)
    third = frozenset(known_names()) | {party.name.casefold() for party in parties}
    return Read(
        retention=read_retention(sentences, third - own),
        rights=read_rights(sentences),
        response=read_response(sentences),
        recipients=parties,
        categories=read_categories(sentences),
    )
