"""From the text of a statement to its facts."""

from dataclasses import replace

from nakomen.reading.facts import Controller, Facts
from nakomen.reading.find.absent import silences
from nakomen.reading.find.authority import read_authority
from nakomen.reading.find.automated import read_automated
from nakomen.reading.find.bases import read_bases
from nakomen.reading.find.breach import read_breach
from nakomen.reading.find.children import read_children
from nakomen.reading.find.controller import read_controller
from nakomen.reading.find.cookies import read_cookies
from nakomen.reading.find.data_categories import read_data_categories
from nakomen.reading.find.disclosure import read_disclosure
from nakomen.reading.find.measures import read_measures
from nakomen.reading.find.privacy_contact import read_privacy_contact
from nakomen.reading.find.promises import Read, make_promises
from nakomen.reading.find.purposes import read_purposes
from nakomen.reading.find.receiver_kinds import one_per_label, read_categories
from nakomen.reading.find.recipients import one_per_party, read_recipients
from nakomen.reading.find.response import one_term, read_response
from nakomen.reading.find.retention import one_per_object, read_retention
from nakomen.reading.find.rights import one_per_right, read_rights
from nakomen.reading.find.special_data import read_special
from nakomen.reading.find.statement import date_tensions, read_statement
from nakomen.reading.find.tensions import read_tensions
from nakomen.reading.find.transfers import read_transfers
from nakomen.reading.foreign import as_far_as_sure, is_foreign
from nakomen.reading.text.items import itemised
from nakomen.reading.text.sentences import Sentence, split
from nakomen.reading.text.summary import without_summary
from nakomen.reading.words.gazetteer import known_names


def read(text: str) -> Facts:
    """What *text* says. Never raises; every quote stands in *text* at its offset."""
    sentences = without_summary(split(text))
    listed = itemised(sentences)
    controller, wrong = read_controller(text, sentences)
    own = _own_names(controller)
    found = _mentions(sentences, own)
    facts = Facts(
        statement=read_statement(text, sentences),
        controller=controller,
        privacy_contact=read_privacy_contact(sentences, own),
        purposes=read_purposes(listed),
        legal_bases=read_bases(listed),
        data_categories=read_data_categories(listed),
        special_categories=read_special(listed),
        transfers=read_transfers(listed),
        cookies=read_cookies(listed),
        security_measures=read_measures(listed),
        recipients=one_per_party(found.recipients),
        recipient_categories=one_per_label(found.categories),
        retention=one_per_object(found.retention),
        rights=one_per_right(found.rights),
        response_term=one_term(found.response),
        complaint_authority=read_authority(sentences),
        automated_decision=read_automated(sentences),
        children_age=read_children(sentences),
        breach_procedure=read_breach(sentences),
        authority_disclosure=read_disclosure(sentences),
        tensions=(*wrong, *date_tensions(sentences)),
    )
    if is_foreign(facts):
        return as_far_as_sure(facts)
    promises = make_promises(found, facts, sentences, _parties(found) - own)
    odd = read_tensions(text, sentences, facts, found.retention, found.response)
    return replace(
        facts, absent=silences(facts), promises=promises, tensions=(*facts.tensions, *odd)
    )


def _own_names(controller: Controller) -> frozenset[str]:
    return frozenset(n.casefold() for n in (controller.name, *controller.aliases) if n)


def _mentions(sentences: tuple[Sentence, ...], own: frozenset[str]) -> Read:
    parties = read_recipients(sentences, own)
    third = frozenset(known_names()) | {party.name.casefold() for party in parties}
    return Read(
        retention=read_retention(sentences, third - own),
        rights=read_rights(sentences),
        response=read_response(sentences),
        recipients=parties,
        categories=read_categories(sentences),
    )


def _parties(found: Read) -> frozenset[str]:
    return frozenset(party.name.casefold() for party in found.recipients)
