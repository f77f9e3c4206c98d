"""From the text of a statement to its facts."""

from nakomen.reading.facts import Controller, Facts
from nakomen.reading.find.controller import read_controller
from nakomen.reading.find.promises import Read, make_promises
from nakomen.reading.find.recipients import (
    one_per_label,
    one_per_party,
    read_categories,
    read_recipients,
)
from nakomen.reading.find.response import one_term, read_response
from nakomen.reading.find.retention import one_per_object, read_retention
from nakomen.reading.find.rights import one_per_right, read_rights
from nakomen.reading.find.statement import date_tensions, read_statement
from nakomen.reading.find.tensions import remnants
from nakomen.reading.text.sentences import Sentence, split
from nakomen.reading.words.gazetteer import known_names


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
